#![doc = include_str!("../README.md")]

mod dialect;
mod digest;
mod document;
mod error;
mod header;
mod issue;
mod marker;
mod pack;
mod plan;
mod quote;
mod reader;
mod scan;
mod sniff;
mod split;

pub use dialect::Dialect;
pub use digest::Digest;
pub use document::{Bundle, Document, Piece, PieceKind};
pub use error::Error;
pub use issue::{Issue, IssueKind};
pub use pack::pack_document;
pub use plan::{SafePath, unpack_plan};
pub use reader::{Reader, read};
pub use sniff::{Evidence, Sniff, sniff};
