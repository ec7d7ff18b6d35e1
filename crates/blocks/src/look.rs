//! What a line looks like by itself, before its neighbours are asked.

use crate::line::Line;
use crate::shape::Ending;

/// The look of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Blank,
    /// Whole sentences, or a long piece of one.
    Prose,
    /// One short sentence: "Yes." or a lead.
    Sentence,
    /// Several words without an end: a headline, a subheading, a link.
    Phrase,
    /// A word or two: a link, a name, a button.
    Scrap,
    /// A scrap or phrase behind a bullet or number.
    Item,
}

/// From this many words on, a line without a full stop is a piece of prose, if it is punctuated inside.
const LONG: u32 = 24;
/// From this many words on, it is prose whatever its marks.
const VERY_LONG: u32 = 40;
/// The same for scripts without blanks between words; some of them have no full stop, and their headlines are shorter.
const LONG_SPACELESS: u32 = 20;
/// Fewer words make no paragraph.
const PARAGRAPH: u32 = 8;
/// Fewer words make no phrase.
const PHRASE: u32 = 4;

impl Look {
    pub(crate) fn of(line: &Line) -> Self {
        let shape = &line.shape;
        let ended =
            matches!(shape.ending, Ending::Sentence | Ending::Question | Ending::Ellipsis | Ending::Colon);
        let punctuated = shape.stops + shape.commas >= 2;
        match shape.words {
            _ if line.is_blank() => Self::Blank,
            words if words >= VERY_LONG || words >= LONG && (punctuated || ended) => Self::Prose,
            words if words >= LONG_SPACELESS && 2 * shape.spaceless > shape.letters => Self::Prose,
            words if words >= PHRASE && line.wrapped => Self::Prose,
            words if words >= PARAGRAPH && (ended || shape.stops >= 2) => Self::Prose,
            words if words >= 2 && shape.ending.is_sentence() => Self::Sentence,
            _ if shape.bullet.is_some() => Self::Item,
            words if words >= PHRASE => Self::Phrase,
            _ => Self::Scrap,
        }
    }
}
