//! What `cargo xtask codegen` writes from `data/`.

mod locales;
mod patterns;
mod words;

pub(crate) use locales::{LOCALE_SETS, ORDERS, PARENTS, TAGS, ZEROS};
pub(crate) use patterns::{PATTERNS_BEFORE, PATTERNS_BEHIND};
pub(crate) use words::WORDS;
