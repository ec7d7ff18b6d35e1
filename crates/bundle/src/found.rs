//! What a search for the next marker comes to.

use crate::grammar::Boundary;

/// How a search ended.
pub(crate) enum Found {
    /// Something begins or ends.
    Boundary(Boundary),
    /// Nothing up to the end of the input.
    End,
    /// Nothing in what is in view; more must be seen, up to this place.
    More(usize),
}

impl Found {
    /// Where it begins; nothing begins at the given place.
    pub(crate) const fn start(&self, nothing: usize) -> usize {
        match self {
            Self::Boundary(boundary) => boundary.span().start,
            Self::End | Self::More(_) => nothing,
        }
    }
}
