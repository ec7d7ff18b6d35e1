//! Credits for the text of a paragraph: lead-in, dateline and end slug, and those who took the picture above it.

use crate::agency::{self, Medium};
use crate::byline::{Byline, Contributor, Kind, Role, Rule};
use crate::dateline;
use crate::label::{self, Joint, Kind as Word};
use crate::labelled;
use crate::lines::{Start, starts};
use crate::people::{self, End, People, Trust};
use crate::piece::Piece;
use crate::signs::Signs;
use crate::slug;

/// Pushes the credits at the head and the tail of a paragraph.
pub(crate) fn of_paragraph<'t>(line: Piece<'t>, found: &mut Vec<Byline<'t>>) {
    found.extend(lead_in(line).or_else(|| dateline_credit(line)).or_else(|| dateline_name(line)));
    found.extend(tail(line).or_else(|| slug::between_slashes(line)).or_else(|| slug::rights(line)));
}

/// The credit at the end of a caption: "The river in May. Photo: Jane Doe".
pub(crate) fn of_caption(line: Piece<'_>) -> Option<Byline<'_>> {
    const LONGEST: usize = 120;
    let may_label = |piece: &Piece<'_>| piece.signs.may_have(Signs::COLON);
    let tail = Some(line).filter(may_label).map(|line| line.last(LONGEST)).filter(may_label)?;
    starts(tail).filter(|(_, start)| *start == Start::Colon).find_map(|(at, start)| {
        let (byline, rest) = labelled::at(tail.behind(at), start)?;
        (byline.rule == Rule::PhotoCredit && rest.str.trim_matches(['.', ' ', ')']).is_empty())
            .then_some(byline)
    })
}

/// `lead-in = agency reports ":"`, at the start of a paragraph: what follows is the agency's own text.
fn lead_in(line: Piece<'_>) -> Option<Byline<'_>> {
    const LONGEST: usize = 100;
    let head = line.first(line.str.floor_char_boundary(LONGEST));
    if !(head.signs.may_have(Signs::COLON) && head.signs.may_have(Signs::AGENCY)) {
        return None;
    }
    let start = without_article(head);
    let name = agency::at(start)?;
    let behind = start.behind(name.len).trim_start();
    let verb = label::of(Word::Reports, behind.str).filter(|verb| verb.joint == Joint::Colon)?;
    let end = behind.at + verb.full;
    let who = start.first(name.len);
    let contributor = Contributor::agency(who.str, who.span(), Role::Source, name.agency);
    Some(Byline {
        span: line.at..end.min(line.span().end),
        contributors: vec![contributor],
        rule: Rule::LeadIn,
    })
}

/// A text without the short word that it starts with, unless an agency's name does: `Die Deutsche Presse-Agentur`.
fn without_article(text: Piece<'_>) -> Piece<'_> {
    const LONGEST: usize = 4;
    let article =
        label::of(Word::Stop, text.str).filter(|label| text.str[..label.len].chars().count() <= LONGEST);
    match article {
        Some(article) if agency::at(text).is_none() => text.behind(article.full),
        _ => text,
    }
}

fn dateline_credit(line: Piece<'_>) -> Option<Byline<'_>> {
    let dateline = dateline::at(line)?;
    if dateline.credits.is_empty() {
        return None;
    }
    Some(Byline { span: dateline.span, contributors: dateline.credits, rule: Rule::DatelineCredit })
}

/// `【ソウル＝中島例子】`: a place and who wrote from there, before the first sentence.
fn dateline_name(line: Piece<'_>) -> Option<Byline<'_>> {
    const LONGEST: usize = 100;
    let inside = line.str.strip_prefix(['【', '［', '[', '〔'])?;
    let len = inside.find(['】', '］', ']', '〕']).filter(|len| *len < LONGEST)?;
    let joint = inside[..len].find(['＝', '='])?;
    let name = line.behind(line.str.len() - inside.len()).first(len).behind(joint);
    let name = name.behind(name.str.chars().next().map_or(0, char::len_utf8));
    let people = people::list(name, Role::Author, Trust::Preposition)?;
    let is_name = people.is_full && people.end() == End::Line && people.has_person();
    is_name.then(|| people.into_byline(Rule::Labelled))
}

/// The last bracket of a line: "(dpa/lno)", "(AP Photo/Jane Doe)", "(Reporting by Jane Doe)".
fn tail(line: Piece<'_>) -> Option<Byline<'_>> {
    const LONGEST: usize = 400;
    if line.str.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let text = line.str.trim_end_matches(|c: char| {
        matches!(c, '.' | '+' | '*' | '#' | '|' | '-' | '–' | '—' | '■' | '◾') || c.is_whitespace()
    });
    let inside = text.strip_suffix([')', '）', ']'])?;
    let from = inside.floor_char_boundary(inside.len().saturating_sub(LONGEST));
    let open = from + inside[from..].rfind(['(', '（', '['])?;
    let bracket = inside[open..].chars().next().map_or(0, char::len_utf8);
    let piece = line.behind(open + bracket).first(inside.len() - open - bracket).trim();
    let before = line.str[..open].trim_end().chars().next_back();
    picture(piece)
        .or_else(|| slug::whole(piece).filter(|_| before.is_none_or(|c| !c.is_alphanumeric())))
        .or_else(|| signature(piece).filter(|_| before.is_some_and(is_stop)))
}

/// Names alone in a bracket behind the last sentence.
fn signature(piece: Piece<'_>) -> Option<Byline<'_>> {
    let people = people::list(piece, Role::Author, Trust::Preposition)?;
    let is_name = people.is_full && people.end() == End::Line && people.has_person() && !people.has_agency();
    is_name.then(|| people.into_byline(Rule::Signature))
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '”' | '“' | '"' | '»' | '。' | '！' | '？' | '」' | '।' | '۔' | '؟')
}

/// `picture = name ( "/" / "via" ) agency / agency "Photo" "/" name / picture-agency`
pub(crate) fn picture(piece: Piece<'_>) -> Option<Byline<'_>> {
    let labelled =
        labelled::at(piece, Start::Comma).filter(|(byline, _)| byline.span.end == piece.span().end);
    labelled
        .map(|(byline, _)| byline)
        .or_else(|| unlabelled_picture(piece, people::list(piece, Role::Photographer, Trust::None).as_ref()?))
}

/// A picture's credit without a label before it; `people` are those that the text starts with.
pub(crate) fn unlabelled_picture<'t>(piece: Piece<'t>, people: &People<'t>) -> Option<Byline<'t>> {
    if people.contributors.first().is_none_or(|one| one.kind == Kind::Person) {
        return name_and_agency(piece, people);
    }
    agency_photo(piece).or_else(|| name_and_agency(piece, people)).or_else(|| picture_agency(piece))
}

/// `AP Photo/Jane Doe`
fn agency_photo(piece: Piece<'_>) -> Option<Byline<'_>> {
    let name = agency::at(piece)?;
    let behind = piece.behind(name.len).trim_start();
    let label = label::of(Word::Photo, behind.str)?;
    let rest = behind.behind(label.len).trim_start();
    let rest = rest.behind(rest.str.len() - rest.str.trim_start_matches(['/', '-', ':', ' ']).len());
    let who = piece.first(name.len);
    let mut byline = Byline {
        span: piece.span(),
        contributors: vec![Contributor::agency(who.str, who.span(), Role::Photographer, name.agency)],
        rule: Rule::PhotoCredit,
    };
    if let Some(people) =
        people::list(rest, Role::Photographer, Trust::Label).filter(|all| all.end() == End::Line)
    {
        let of = |one| Contributor { affiliation: Some(who.span()), agency: Some(name.agency.code), ..one };
        byline.contributors = people.contributors.into_iter().map(of).collect();
    } else if !rest.is_empty() {
        return None;
    }
    Some(byline)
}

/// `Jane Doe / AP`, `Jane Doe via Getty Images`
fn name_and_agency<'t>(piece: Piece<'t>, people: &People<'t>) -> Option<Byline<'t>> {
    if !piece.signs.may_have(Signs::SLASH) {
        return None;
    }
    let slash = piece.str.find(['/', '／', '|']).filter(|at| *at > 0)?;
    let is_credit = people.end() == End::Line && people.has_agency() && people.has_person() && people.is_full;
    let joined = people.contributors.first().is_some_and(|one| one.span.end <= piece.at + slash);
    let photographer = |one: &Contributor<'t>| Contributor { role: Role::Photographer, ..one.clone() };
    (is_credit && joined && !people.has_title()).then(|| Byline {
        span: people.span.clone(),
        contributors: people.contributors.iter().map(photographer).collect(),
        rule: Rule::PhotoCredit,
    })
}

/// `Getty Images`, `Shutterstock/Jane Doe`
fn picture_agency(piece: Piece<'_>) -> Option<Byline<'_>> {
    let mut contributors = slug::credits(piece)?;
    let is_photo =
        |one: &Contributor<'_>| agency::agency(one.name).is_some_and(|agency| agency.medium == Medium::Photo);
    for one in &mut contributors {
        one.role = Role::Photographer;
    }
    contributors.iter().any(is_photo).then(|| Byline {
        span: piece.span(),
        contributors,
        rule: Rule::PhotoCredit,
    })
}
