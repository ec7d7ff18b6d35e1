#![doc = include_str!("../README.md")]
#![expect(clippy::missing_panics_doc, reason = "to panic is how a target tells that something does not hold")]

mod article;
mod blocks;
mod bundle;
mod bylines;
mod dates;
mod tables;

pub use article::article;
pub use blocks::blocks;
pub use bundle::bundle;
pub use bylines::bylines;
pub use dates::dates;
pub use tables::tables;

use std::ops::Range;

/// Panics unless the span is a part of the text, and not an empty one.
fn slices(text: &str, span: &Range<usize>) {
    assert!(text.get(span.clone()).is_some_and(|part| !part.is_empty()), "{span:?} of {} bytes", text.len());
}

/// Panics unless the spans follow one another without overlapping.
fn in_order<'s, I: IntoIterator<Item = &'s Range<usize>>>(spans: I) {
    let mut end = 0;
    for span in spans {
        assert!(end <= span.start && span.start <= span.end, "{span:?} after {end}");
        end = span.end;
    }
}
