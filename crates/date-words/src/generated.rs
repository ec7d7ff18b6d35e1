//! What `cargo xtask codegen` writes from `data/`.
#![expect(
    clippy::unicode_not_nfc,
    reason = "some words are typed in several ways, each of them stands in the tables"
)]

mod customs;
mod later_words;
mod local_words;
mod locales;
mod patterns;
mod short_words;
mod words;

pub(crate) use customs::{COMMAS, NUMBERED, PROCLITICS, YEAR_CUSTOMS};
pub(crate) use later_words::LATER_WORDS;
pub(crate) use local_words::LOCAL_WORDS;
pub(crate) use locales::{LOCALE_SETS, ORDERS, PARENTS, TAGS, ZEROS};
pub(crate) use patterns::{PATTERNS_BEFORE, PATTERNS_BEHIND};
pub(crate) use short_words::SHORT_WORDS;
pub(crate) use words::WORDS;
