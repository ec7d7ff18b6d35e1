use super::Trust;
use super::parser::Parser;
use crate::agency;
use crate::byline::Kind;
use crate::label::{self, Kind as Word, Label};
use crate::name::{self, Name, Script};
use crate::outlet;
use crate::piece::Piece;
use crate::signs::{Signs, rises};
use copydesk_lexicon::{is_number, is_upper};

/// Who a name belongs to.
pub(super) struct Bearer {
    pub(super) len: usize,
    pub(super) kind: Kind,
    pub(super) is_full: bool,
    pub(super) agency: Option<&'static str>,
}

impl Parser<'_> {
    /// Who bears the name that comes; `label` is the longest phrase there.
    pub(super) fn bearer(&self, label: Option<Label>) -> Option<Bearer> {
        let body = |len, agency| Bearer { len, kind: Kind::Organisation, is_full: true, agency };
        if let Some(found) = agency::at(self.rest) {
            return Some(body(found.len, Some(found.agency.code)));
        }
        if self.trust > Trust::None
            && let Some(len) = before_agency(self.rest)
            && name::at(self.rest.first(len), label).is_some_and(|name| name.len == len)
        {
            return Some(Bearer { len, kind: Kind::Person, is_full: true, agency: None });
        }
        if self.trust > Trust::None
            && let Some(len) = outlet::at(self.rest)
        {
            return Some(body(len, None));
        }
        match name::at(self.rest, label).filter(|name| self.is_name(name)) {
            Some(name) => {
                let is_initials = !name.is_full() && is_initials(&self.rest.str[..name.len]);
                let kind = if is_initials { Kind::Organisation } else { Kind::Person };
                Some(Bearer { len: name.len, kind, is_full: name.is_full(), agency: None })
            }
            None => self.handle(label.is_some()),
        }
    }

    /// Where nothing vouches for it, only capitals make a name; a name that a digit goes on with is a pen name.
    fn is_name(&self, name: &Name) -> bool {
        let text = self.rest.str;
        match self.trust {
            Trust::None => name.script == Script::Cased && text.starts_with(is_upper) || self.has_role(name),
            Trust::Preposition => name.script != Script::Uncased || self.is_alone(name),
            Trust::Label => {
                name.is_full() || !text[name.len..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
            }
        }
    }

    /// Whether a job title follows: `홍길동 기자`.
    fn has_role(&self, name: &Name) -> bool {
        label::of(Word::Role, self.rest.str[name.len..].trim_start()).is_some()
    }

    /// Whether nothing follows, or a separator.
    fn is_alone(&self, name: &Name) -> bool {
        self.rest.str[name.len..]
            .trim_start()
            .chars()
            .next()
            .is_none_or(|c| outlet::is_separator(c) || is_number(c))
    }

    /// Behind a label a single word of any shape is a pen name.
    fn handle(&self, is_known: bool) -> Option<Bearer> {
        let text = self.rest.str;
        let is_account = text.starts_with('@');
        let is_word = self.trust == Trust::Label && text.starts_with(char::is_alphanumeric) && !is_known;
        if !(is_account || is_word) {
            return None;
        }
        let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | '|' | '(' | ')' | ':' | ';' | '/');
        let len = text.find(is_end).unwrap_or(text.len());
        (len > 1).then_some(Bearer { len, kind: Kind::Handle, is_full: false, agency: None })
    }
}

/// `SPÖ`
fn is_initials(name: &str) -> bool {
    const LONGEST: usize = 5;
    name.chars().count() <= LONGEST && name.chars().all(is_upper)
}

/// Bytes before an agency of which the blank before it was lost: `Jane DoeReuters`.
fn before_agency(piece: Piece<'_>) -> Option<usize> {
    const LONGEST: usize = 48;
    let text = Some(piece.str).filter(|_| piece.signs.may_have(Signs::RISE))?;
    rises(text).take_while(|at| *at <= LONGEST).find(|at| agency::find(&text[*at..]).is_some())
}
