use crate::label::{self, Kind};
use crate::piece::Piece;
use copydesk_lexicon::is_letter;

/// What follows a list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Nothing.
    Line,
    /// A separator, a number, a date, or a word that begins something new.
    Break,
    /// Words that make it a sentence.
    Prose,
}

impl End {
    pub(super) fn of(rest: Piece<'_>) -> Self {
        let rest = rest.str.trim_start();
        match rest.chars().next() {
            None => Self::Line,
            Some(_) if !rest.contains(char::is_alphanumeric) && !rest.contains(['?', '!', '…']) => {
                Self::Line
            }
            Some('.' | '?' | '!' | '…' | '\'' | '’' | '´' | '"' | '”' | '“') => Self::Prose,
            Some(c) if is_letter(c) && !label::at(rest).is_some_and(|label| label.any(begins_anew)) => {
                Self::Prose
            }
            Some(_) => Self::Break,
        }
    }
}

fn begins_anew(kind: Kind) -> bool {
    use Kind::{Bio, Commenter, Conjunction, Honorific, Organisation, Particle, Place, Suffix};
    !matches!(kind, Particle | Honorific | Suffix | Conjunction | Bio | Commenter | Organisation | Place)
}
