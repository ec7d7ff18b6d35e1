//! What is said of the names before: titles, outlets, places, addresses.

use super::End;
use super::joint::{Behind, conjunction};
use super::parser::{Parser, is_heading};
use crate::agency::{self, agency};
use crate::byline::Kind;
use crate::label::Kind as Word;
use crate::outlet;
use crate::piece::Piece;
use crate::title;
use copydesk_lexicon::{is_lower, is_upper, words};
use std::ops::Range;

impl<'t> Parser<'t> {
    /// Reads what is said of the names before.
    pub(super) fn addition(&mut self, behind: Behind<'t>) -> bool {
        self.parenthesis(behind.piece)
            || self.glued_agency()
            || self.employer(behind)
            || self.origin(behind)
            || self.account(behind.piece)
            || self.qualifier(behind)
    }

    /// `(Affiliation)`
    fn parenthesis(&mut self, behind: Piece<'t>) -> bool {
        let Some(inside) = behind.str.strip_prefix(['(', '（']) else { return false };
        let Some(len) = inside.find([')', '）']) else { return false };
        let open = behind.str.len() - inside.len();
        self.qualify(behind.behind(open).first(len).trim());
        self.rest = behind.behind(open + len).behind(inside[len..].chars().next().map_or(0, char::len_utf8));
        true
    }

    /// `Jane DoeReuters`
    fn glued_agency(&mut self) -> bool {
        let is_glued = self.rest.str.starts_with(is_upper);
        let Some(found) = is_glued.then(|| agency::at(self.rest)).flatten() else { return false };
        let span = self.take(found.len).span();
        self.add(None, Some(&span), Some(found.agency.code));
        true
    }

    /// `for The Post`
    fn employer(&mut self, behind: Behind<'t>) -> bool {
        let Some(label) = behind.label.filter(|label| label.is(Word::For)) else { return false };
        let outlet = outlet::segment(behind.piece.behind(label.full));
        if outlet.is_empty() || !outlet.str.starts_with(|c: char| !is_lower(c)) {
            return false;
        }
        self.add(None, Some(&outlet.span()), agency(outlet.str).map(|agency| agency.code));
        self.rest = behind.piece.behind(label.full + outlet.str.len());
        true
    }

    /// `in Berlin`
    fn origin(&mut self, behind: Behind<'t>) -> bool {
        let Some(label) = behind.label.filter(|label| label.is(Word::From)) else { return false };
        let place = outlet::segment(behind.piece.behind(label.full));
        let place = place.first(conjunction(place.str).unwrap_or(place.str.len()));
        let is_place = place.str.starts_with(is_upper) && words(place.str).count() <= 4;
        if is_place {
            self.rest = behind.piece.behind(label.full + place.str.len());
        }
        is_place
    }

    /// `@account`, `name@example.org`
    fn account(&mut self, behind: Piece<'t>) -> bool {
        let len = behind
            .str
            .find(|c: char| c.is_whitespace() || matches!(c, ',' | '|'))
            .unwrap_or(behind.str.len());
        let is_account = behind.str[..len].contains('@') && len > 2;
        if is_account {
            self.rest = behind.behind(len);
        }
        is_account
    }

    /// A title, agency or outlet behind a separator, or a title behind a blank.
    fn qualifier(&mut self, behind: Behind<'t>) -> bool {
        let separator = behind.piece.str.chars().next().filter(|c| is_joint(*c));
        let piece = behind.piece.behind(separator.map_or(0, char::len_utf8)).trim_start();
        let is_role = || behind.label.is_some_and(|label| label.is(Word::Role) && !is_heading(&label));
        if piece.is_empty() || separator.is_none() && !is_role() {
            return false;
        }
        let len = self.qualify(piece);
        if len > 0 {
            self.rest = piece.behind(len);
        }
        len > 0
    }

    /// Reads what a text says about the names before it; gives the bytes read.
    fn qualify(&mut self, piece: Piece<'t>) -> usize {
        if let Some(found) = agency::at(piece).filter(|found| End::of(piece.behind(found.len)) != End::Prose)
        {
            self.add(None, Some(&piece.first(found.len).span()), Some(found.agency.code));
            return found.len;
        }
        if let Some(title) = title::at(piece) {
            let len = title.span.end - piece.at;
            self.add(Some(&title.span), title.affiliation.as_ref(), None);
            return len;
        }
        let Some(len) = outlet::at(piece) else { return 0 };
        self.add(None, Some(&piece.first(len).span()), None);
        len
    }

    /// Adds to all who lack it.
    fn add(
        &mut self,
        title: Option<&Range<usize>>,
        outlet: Option<&Range<usize>>,
        agency: Option<&'static str>,
    ) {
        for one in self.found.iter_mut().filter(|one| one.kind != Kind::Organisation) {
            one.title = one.title.take().or_else(|| title.cloned());
            if one.affiliation.is_none() {
                one.affiliation = outlet.cloned();
                one.agency = agency;
            }
        }
    }
}

fn is_joint(c: char) -> bool {
    outlet::is_separator(c) && !matches!(c, '(' | '（' | '@') || matches!(c, '-' | '–' | '—' | '―')
}
