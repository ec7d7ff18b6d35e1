//! Compressed inputs: what can be read of them comes out as text, and what is lost is said.

mod format;
mod loss;
mod members;
mod window;

pub(crate) use format::Format;
pub(crate) use loss::{Loss, LossKind};
pub(crate) use members::{Limits, Members};
