#![doc = include_str!("../README.md")]

mod agency;
mod alone;
mod biography;
mod byline;
mod credit;
mod dateline;
mod finder;
mod generated;
mod given_name;
mod introduction;
mod label;
mod labelled;
mod languages;
mod line;
mod lines;
mod name;
mod neighbours;
mod openers;
mod outlet;
mod pen_name;
mod people;
mod piece;
mod same;
mod signs;
mod slug;
mod title;
mod under_label;
mod when;

pub use agency::{Agency, Medium, agency};
pub use byline::{Byline, Contributor, Kind, Role, Rule};
pub use dateline::{Dateline, dateline};
pub use finder::{find, find_in};
pub use given_name::has_given_name;
pub use same::{name_key, same_name};
pub use title::ends_with_job;
