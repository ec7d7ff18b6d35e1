#![doc = include_str!("../README.md")]

mod batch;
mod buffer;
mod day;
mod dialect;
mod digest;
mod document;
mod entry;
mod error;
mod frame;
mod gap;
mod grammar;
mod header;
mod issue;
mod ledger;
mod opening;
mod pack;
mod plan;
mod quote;
mod reader;
mod sniff;
mod split;
mod stream;
mod window;
mod writer;

pub use batch::Batch;
pub use dialect::Dialect;
pub use digest::Digest;
pub use document::{Bundle, Document, Piece, PieceKind};
pub use error::Error;
pub use issue::{Issue, IssueKind};
pub use pack::pack_document;
pub use plan::{SafePath, unpack_plan};
pub use reader::{Reader, read};
pub use sniff::{Evidence, Sniff, sniff};
pub use stream::Stream;
pub use writer::{Loss, Writer};
