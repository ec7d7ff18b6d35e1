use crate::byline::Byline;
use crate::labelled::Opening;
use crate::people::People;
use crate::piece::Piece;

pub(crate) struct Line<'t> {
    pub(crate) piece: Piece<'t>,
    pub(crate) class: Class<'t>,
}

/// What a line is for its neighbours.
pub(crate) enum Class<'t> {
    /// Bylines were found on it.
    Read,
    /// Names under a label.
    Value,
    /// A label without names.
    Label(Opening),
    /// Names and nothing else.
    Names(Box<People<'t>>),
    /// Names that make a byline if the next line introduces the first of them: a given name alone, `About Ada`.
    Awaiting(Box<People<'t>>),
    /// A preposition and a pen name, of which a date below makes a byline.
    PenName(Byline<'t>),
    Other,
}
