use crate::reading::Reading;
use crate::{Article, Evidence};
use copydesk_blocks::{LabelKind, Line, Role as Zone};
use copydesk_bylines::Rule;
use std::ops::Range;

/// A line of a page, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Number of the line, from 1.
    pub line: usize,
    /// Its content in bytes of the page's text, blanks and bullets left out.
    pub span: Range<usize>,
    /// What it is.
    pub role: Role,
}

/// What a line is on the page of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Part of a menu or trail.
    Nav,
    /// The article's section, or its key words.
    Section,
    /// The title.
    Headline,
    /// The sentence between title and byline that sums the article up.
    Standfirst,
    /// When the article was published or changed.
    Date,
    /// Who wrote it, also with the date behind.
    Byline,
    /// The agency, or who took the picture, on a line of its own.
    Credit,
    /// The place that the text starts with, on a line of its own.
    Dateline,
    /// A paragraph or a subheading.
    Body,
    /// A paragraph that starts with a quotation mark.
    Quote,
    /// An item of a list in the article.
    List,
    /// What a picture shows.
    Caption,
    /// Other articles, or the label that announces them.
    Related,
    /// Comments of readers, or the label or form for them.
    Comment,
    /// Who the author is.
    Bio,
    /// Rights, imprint, privacy.
    Legal,
    /// Buttons to pass the article on or to follow the outlet.
    Share,
    /// Anything else that is not the article's.
    Furniture,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 18] = [
        Self::Nav,
        Self::Section,
        Self::Headline,
        Self::Standfirst,
        Self::Date,
        Self::Byline,
        Self::Credit,
        Self::Dateline,
        Self::Body,
        Self::Quote,
        Self::List,
        Self::Caption,
        Self::Related,
        Self::Comment,
        Self::Bio,
        Self::Legal,
        Self::Share,
        Self::Furniture,
    ];

    /// The role as the table prints it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nav => "nav",
            Self::Section => "section",
            Self::Headline => "headline",
            Self::Standfirst => "standfirst",
            Self::Date => "date",
            Self::Byline => "byline",
            Self::Credit => "credit",
            Self::Dateline => "dateline",
            Self::Body => "body",
            Self::Quote => "quote",
            Self::List => "list",
            Self::Caption => "caption",
            Self::Related => "related",
            Self::Comment => "comment",
            Self::Bio => "bio",
            Self::Legal => "legal",
            Self::Share => "share",
            Self::Furniture => "furniture",
        }
    }
}

/// Each line of the page that is not blank, with the one role that it has: that of the value that was found on it, or else
/// that of its zone.
pub(crate) fn of(reading: &Reading<'_>, article: &Article<'_>) -> Vec<Block> {
    let roles = chosen(reading, article);
    let lines = reading.page.lines.iter().zip(roles).enumerate();
    let written = lines.filter(|(_, (line, _))| !line.is_blank());
    written
        .map(|(at, (line, chosen))| {
            let role = chosen.unwrap_or_else(|| unchosen(reading, at, line));
            Block { line: at + 1, span: line.span.clone(), role }
        })
        .collect()
}

/// The roles of the lines that hold values of the article.
fn chosen(reading: &Reading<'_>, article: &Article<'_>) -> Vec<Option<Role>> {
    let mut roles = vec![None; reading.page.lines.len()];
    for (span, role) in values(reading, article) {
        if let Some(known) = roles.get_mut(reading.line_at(span.start)) {
            known.get_or_insert(role);
        }
    }
    roles
}

/// Where the article's values stand, with what they make of their lines; of those on one line the first counts.
fn values(reading: &Reading<'_>, article: &Article<'_>) -> Vec<(Range<usize>, Role)> {
    let dateline = article.dateline.evidence().filter(|place| is_alone(reading, &place.span));
    let above = [
        (article.headline.evidence(), Role::Headline),
        (article.alternative_headline.evidence(), Role::Standfirst),
        (dateline, Role::Dateline),
    ];
    let paragraphs = article.body.paragraphs.iter().map(|paragraph| {
        let zone = reading.page.lines[reading.line_at(paragraph.start)].role;
        (paragraph.clone(), prose(zone))
    });
    let authors = article.authors.findings().iter().map(|author| (Some(&author.evidence), Role::Byline));
    let beside = [
        (article.published.evidence(), Role::Date),
        (article.modified.evidence(), Role::Date),
        (article.section.evidence(), Role::Section),
    ];
    let agencies = article.agencies.findings().iter().map(|agency| (Some(&agency.evidence), Role::Credit));
    let span = |(evidence, role): (Option<&Evidence>, Role)| Some((evidence?.span.clone(), role));
    let meta = authors.chain(beside).chain(agencies);
    above.into_iter().filter_map(span).chain(paragraphs).chain(meta.filter_map(span)).collect()
}

/// Whether a value and marks are all that its line holds.
fn is_alone(reading: &Reading<'_>, span: &Range<usize>) -> bool {
    let line = &reading.page.lines[reading.line_at(span.start)].span;
    let rest = [&reading.text[line.start..span.start], &reading.text[span.end..line.end.max(span.end)]];
    !rest.concat().contains(char::is_alphanumeric)
}

fn prose(zone: Zone) -> Role {
    match zone {
        Zone::Quote => Role::Quote,
        Zone::List => Role::List,
        _ => Role::Body,
    }
}

/// The role of a line that holds no value of the article.
fn unchosen(reading: &Reading<'_>, at: usize, line: &Line) -> Role {
    let of_others = matches!(line.role, Zone::Related | Zone::Comment | Zone::Legal | Zone::Share);
    let rule = reading.bylines_on(at).map(|byline| byline.rule).next();
    match (line.label.map(|label| label.kind), rule) {
        (Some(LabelKind::Published | LabelKind::Updated), _) => Role::Date,
        (Some(LabelKind::Section | LabelKind::Tags), _) => Role::Section,
        (_, Some(Rule::Biography)) if !of_others => Role::Bio,
        (_, Some(Rule::PhotoCredit)) if !of_others => picture(reading, at),
        (_, Some(Rule::EndSlug | Rule::LeadIn | Rule::DatelineCredit | Rule::OutletLine)) if !of_others => {
            Role::Credit
        }
        _ if !of_others && !line.recurs && reading.is_byline(at) => Role::Byline,
        (None, _) if line.recurs && line.role != Zone::Nav => Role::Furniture,
        _ => zoned(line.role),
    }
}

/// A credit alone, or a caption that ends with one.
fn picture(reading: &Reading<'_>, at: usize) -> Role {
    const CREDIT_WORDS: u32 = 8;
    if reading.page.lines[at].shape.words <= CREDIT_WORDS { Role::Credit } else { Role::Caption }
}

/// The role of a line by its zone. What looks like the article's but was left out of it is furniture.
fn zoned(zone: Zone) -> Role {
    match zone {
        Zone::Nav => Role::Nav,
        Zone::Caption => Role::Caption,
        Zone::Related => Role::Related,
        Zone::Comment => Role::Comment,
        Zone::Legal => Role::Legal,
        Zone::Share => Role::Share,
        Zone::Blank | Zone::Title | Zone::Body | Zone::Quote | Zone::List | Zone::Label | Zone::Furniture => {
            Role::Furniture
        }
    }
}
