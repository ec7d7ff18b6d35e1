#![doc = include_str!("../README.md")]

mod class;
mod edges;
mod generated;
mod label;
mod line;
mod look;
mod main_text;
mod page;
mod print;
mod role;
mod sample;
mod shape;
mod tally;

pub use label::{Kind as LabelKind, Label, label, may_label_date};
pub use line::Line;
pub use page::{Page, read, read_known};
pub use role::Role;
pub use sample::{Furniture, Sample};
pub use shape::{Bullet, Ending, Shape};
