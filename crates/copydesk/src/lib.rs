#![doc = include_str!("../README.md")]

mod bundles;
mod candidates;
mod decode;
mod error;
mod excerpt;
mod explain;
mod filters;
mod folder;
mod input;
mod lines;
mod lookup;
mod names;
mod notice;
mod observer;
mod output;
mod parallel;
mod pipeline;
mod profiles;
mod source;
mod summary;
mod unpack;

pub use bundles::{cat, list, pack, sniff};
pub use candidates::candidates;
pub use copydesk_bundle::Dialect;
pub use copydesk_tables::{Articles, Columns};
pub use error::Error;
pub use explain::{Question, explain};
pub use filters::{bylines, dates, languages};
pub use notice::{Notice, Severity, Style};
pub use observer::Observer;
pub use output::Output;
pub use pipeline::{Options, Strictness, extract};
pub use profiles::{Profiles, profile};
pub use summary::Summary;
pub use unpack::unpack;
