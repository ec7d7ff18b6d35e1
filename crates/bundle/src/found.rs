//! What a search for the next marker comes to.

use crate::grammar::Boundary;
use crate::issue::IssueKind;
use crate::opening::Opening;
use std::ops::Range;

/// How a search ended.
pub(crate) enum Found {
    Marker(Marker),
    Closing {
        span: Range<usize>,
        skipped: usize,
    },
    Lost {
        kind: IssueKind,
        span: Range<usize>,
    },
    /// Nothing up to the end of the input.
    End,
    /// Nothing in what is in view; more must be seen, up to this place.
    More(usize),
}

/// The start of a document.
pub(crate) enum Marker {
    Opening(Opening),
    Record(Opening, Range<usize>, usize),
}

impl Marker {
    pub(crate) const fn start(&self) -> usize {
        match self {
            Self::Opening(opening) | Self::Record(opening, ..) => opening.span.start,
        }
    }
}

impl From<Boundary> for Found {
    fn from(boundary: Boundary) -> Self {
        match boundary {
            Boundary::Opening(opening) => Self::Marker(Marker::Opening(opening)),
            Boundary::Record { opening, content, end } => Self::Marker(Marker::Record(opening, content, end)),
            Boundary::Closing { span, skipped } => Self::Closing { span, skipped },
            Boundary::Lost { kind, span } => Self::Lost { kind, span },
        }
    }
}

impl Found {
    /// Where it begins; nothing begins at the given place.
    pub(crate) const fn start(&self, nothing: usize) -> usize {
        match self {
            Self::Marker(marker) => marker.start(),
            Self::Closing { span, .. } | Self::Lost { span, .. } => span.start,
            Self::End | Self::More(_) => nothing,
        }
    }

    pub(crate) const fn end(&self, nothing: usize) -> usize {
        match self {
            Self::Closing { span, .. } | Self::Lost { span, .. } => span.end,
            _ => nothing,
        }
    }
}
