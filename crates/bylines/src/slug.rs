//! Agencies as they sign: `(dpa/lno)`, `/ritzau/`, `kb/PAP`, `mit dpa`, `© dpa-infocom, dpa:210503-99-123456/2`.

use crate::agency::{self, Medium};
use crate::byline::{Byline, Contributor, Role, Rule};
use crate::label::{self, Joint, Kind as Word, Label};
use crate::piece::Piece;
use crate::signs::Signs;
use copydesk_lexicon::{is_letter, is_lower, is_number, is_upper};

/// Agencies and the desks behind them, if a text holds nothing else.
pub(crate) fn credits(piece: Piece<'_>) -> Option<Vec<Contributor<'_>>> {
    let mut credits = Vec::new();
    let mut rest = piece;
    while !rest.is_empty() {
        match agency::at(rest) {
            Some(found) => {
                let name = rest.first(found.len);
                credits.push(Contributor::agency(name.str, name.span(), Role::Source, found.agency));
                rest = rest.behind(found.len);
            }
            None => rest = rest.behind(desk(rest.str).filter(|_| !credits.is_empty())?),
        }
        let joint = rest.trim_start();
        let skipped = joint.str.trim_start_matches(['/', ',', '+', '&', '-', '、', ';', '،']);
        if skipped.len() == joint.str.len() && !joint.is_empty() {
            let and = label::of(Word::Conjunction, joint.str)?;
            rest = joint.behind(and.full);
        } else {
            rest = joint.behind(joint.str.len() - skipped.len()).trim_start();
        }
    }
    (!credits.is_empty()).then_some(credits)
}

/// The initials of a regional desk or a writer: up to four letters of one case, at the end or before a joint.
fn desk(text: &str) -> Option<usize> {
    let len = text.find(|c: char| !is_letter(c)).unwrap_or(text.len());
    let ends = text[len..].chars().next().is_none_or(|c| matches!(c, '/' | ','));
    ((1..=5).contains(&text[..len].chars().count()) && ends).then_some(len)
}

/// Whether one of the credits is for words, not for pictures alone.
pub(crate) fn is_for_text(credits: &[Contributor<'_>]) -> bool {
    let medium = |one: &Contributor<'_>| agency::agency(one.name).map(|agency| agency.medium);
    credits.iter().any(|one| medium(one) == Some(Medium::Text))
}

/// `slug = [ ( desk "/" / outlet with ) ] agency *( ( "/" / "," ) ( agency / desk ) )`, the whole of a bracket.
pub(crate) fn whole(piece: Piece<'_>) -> Option<Byline<'_>> {
    let contributors = credits(piece).or_else(|| mixed(piece)).filter(|credits| is_for_text(credits))?;
    Some(Byline { span: piece.span(), contributors, rule: Rule::EndSlug })
}

/// `/ritzau/` at the end of a paragraph.
pub(crate) fn between_slashes(line: Piece<'_>) -> Option<Byline<'_>> {
    const LONGEST: usize = 60;
    let inside = line.str.strip_suffix('/')?;
    let from = inside.floor_char_boundary(inside.len().saturating_sub(LONGEST));
    let text = &inside[from..];
    // A second slash may stand inside: `/ritzau/AFP/`.
    let opens = text.char_indices().filter(|(at, c)| *c == '/' && !text[..*at].ends_with(is_letter));
    let open = from + opens.map(|(at, _)| at).next_back()? + 1;
    let piece = line.behind(open).first(inside.len() - open).trim();
    let contributors = credits(piece).filter(|credits| is_for_text(credits))?;
    Some(Byline { span: piece.span(), contributors, rule: Rule::EndSlug })
}

/// `© dpa-infocom, dpa:210503-99-123456/2`, `© 2021 AFP`: the rights in a text; those in a picture name no year or number.
pub(crate) fn rights(line: Piece<'_>) -> Option<Byline<'_>> {
    let rights = line.str.strip_prefix('©').filter(|rights| rights.len() <= LONGEST)?;
    let piece = line.behind(line.str.len() - rights.len()).trim();
    rights_of(piece).map(|contributors| signed(line, contributors))
}

/// A line that holds no more than a signature: `kb/PAP`, `mit dpa`, `Par Le Fleuve et AFP`.
pub(crate) fn line(line: Piece<'_>, label: Option<Label>) -> Option<Byline<'_>> {
    let text = line.first(line.str.trim_end_matches('.').len());
    if text.str.len() > LONGEST || !text.signs.may_have(Signs::AGENCY) {
        return None;
    }
    let label = label.filter(|label| label.any(opens) && label.full < text.str.len());
    let is_named = label.is_some_and(|label| label.joint == Joint::Colon || label.is(Word::By));
    let behind = text.behind(label.filter(|_| is_named).map_or(0, |label| label.full));
    let contributors = mixed(behind).filter(|credits| is_for_text(credits))?;
    let rule = if is_named { Rule::Labelled } else { Rule::EndSlug };
    Some(Byline { rule, ..signed(line, contributors) })
}

/// The longest line that is a signature, in bytes.
const LONGEST: usize = 70;

fn opens(word: Word) -> bool {
    matches!(word, Word::By | Word::WrittenBy | Word::Author | Word::Source)
}

fn signed<'t>(line: Piece<'t>, contributors: Vec<Contributor<'t>>) -> Byline<'t> {
    Byline { span: line.span(), contributors, rule: Rule::EndSlug }
}

/// `year agency`, or `agency, agency ":" number`.
fn rights_of(piece: Piece<'_>) -> Option<Vec<Contributor<'_>>> {
    let year = piece.str.len() - piece.str.trim_start_matches(is_number).len();
    if year == 4 {
        return credits(piece.behind(year).trim_start()).filter(|credits| is_for_text(credits));
    }
    let (first, number) = piece.str.split_once(',')?;
    let service = agency::find(number.trim_start())?;
    let behind = number.trim_start().get(service.len..)?.strip_prefix(':')?;
    behind.trim_start().starts_with(is_number).then(|| credits(piece.first(first.len())))?
}

/// An outlet or the initials of a writer, and agencies: `kb/dpa`, `Die Brücke mit dpa`, `mit Material von dpa`.
fn mixed(piece: Piece<'_>) -> Option<Vec<Contributor<'_>>> {
    const MOST_WORDS: usize = 5;
    if let Some(behind) = behind_desk(piece) {
        return credits(behind);
    }
    outlet_ends(piece.str).take(MOST_WORDS).find_map(|at| {
        let joint = agency::with(&piece.str[at..])?;
        let is_picture = || label::of(Word::Photo, piece.str[..at].trim_end()).is_some();
        (at == 0 || !is_picture()).then(|| credits(piece.behind(at + joint).trim_start()))?
    })
}

/// Where the name of an outlet that a text starts with may end, or none may stand: before each of its words.
fn outlet_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let behind = |at: &usize| {
        let len = memchr::memchr(b' ', &text.as_bytes()[*at..])?;
        let word = &text[*at..at + len];
        ((*at > 0 || word.starts_with(is_upper)) && is_of_outlet(word)).then_some(at + len + 1)
    };
    std::iter::successors(Some(0), behind)
}

/// Whether a word may stand in the name of an outlet: capitalised or short.
fn is_of_outlet(word: &str) -> bool {
    const LONGEST: usize = 3;
    (!word.starts_with(is_lower) || word.chars().nth(LONGEST).is_none())
        && word.chars().all(|c| is_letter(c) || matches!(c, '.' | '-' | '\'' | '’'))
}

/// `kb/`, in small letters: in capitals it is a photographer without a name.
fn behind_desk(piece: Piece<'_>) -> Option<Piece<'_>> {
    const LONGEST: usize = 4;
    let piece = Some(piece).filter(|piece| piece.signs.may_have(Signs::SLASH))?;
    let (desk, _) = piece.str.split_once('/')?;
    let is_desk = (1..=LONGEST).contains(&desk.chars().count()) && desk.chars().all(is_lower);
    (is_desk && agency::find(desk).is_none()).then(|| piece.behind(desk.len() + 1).trim_start())
}
