#![doc = include_str!("../README.md")]

mod class;
mod edges;
mod generated;
mod label;
mod line;
mod look;
mod main_text;
mod page;
mod role;
mod shape;
mod tally;

pub use label::{Kind as LabelKind, Label, label};
pub use line::Line;
pub use page::{Page, read};
pub use role::Role;
pub use shape::{Bullet, Ending, Shape};
