use crate::agency::Agency;
use std::ops::Range;

/// A statement about who made something: who wrote the text, took the photo, supplied the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Byline<'t> {
    /// The whole statement with its label, in bytes of the text.
    pub span: Range<usize>,
    /// Who is named, in the order of the text; never empty.
    pub contributors: Vec<Contributor<'t>>,
    /// What made it a byline.
    pub rule: Rule,
}

/// One who contributed to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contributor<'t> {
    /// The name as printed.
    pub name: &'t str,
    /// Where the name stands, in bytes of the text.
    pub span: Range<usize>,
    /// What bears the name.
    pub kind: Kind,
    /// What the contributor did.
    pub role: Role,
    /// Where the job title stands, in bytes of the text: `Staff Reporter`.
    pub title: Option<Range<usize>>,
    /// Where the outlet or agency that the contributor works for stands, in bytes of the text.
    pub affiliation: Option<Range<usize>>,
    /// Code of the agency that the contributor is or works for: `AP`.
    pub agency: Option<&'static str>,
}

impl<'t> Contributor<'t> {
    pub(crate) fn agency(name: &'t str, span: Range<usize>, role: Role, agency: &Agency) -> Self {
        Self { agency: Some(agency.code), ..Self::new(name, span, Kind::Organisation, role) }
    }

    pub(crate) fn new(name: &'t str, span: Range<usize>, kind: Kind, role: Role) -> Self {
        Self { name, span, kind, role, title: None, affiliation: None, agency: None }
    }
}

/// What bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A human being.
    Person,
    /// An outlet, agency, newsroom or another body.
    Organisation,
    /// A pen name or account that has not the shape of a person's name.
    Handle,
}

/// What a contributor did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Wrote the text.
    Author,
    /// Did the reporting: "Reporting by".
    Reporter,
    /// Helped: "Additional reporting by".
    Contributor,
    /// Edited the text.
    Editor,
    /// Translated the text.
    Translator,
    /// Took the photo.
    Photographer,
    /// Made the video.
    Videographer,
    /// Drew the picture.
    Illustrator,
    /// Supplied the text: "Source: dpa", a dateline's "(AP)".
    Source,
}

/// What made a statement a byline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A label and names on one line: "By Jane Doe".
    Labelled,
    /// A label, and the names on the next line.
    LabelledNextLine,
    /// A preposition that starts many other things, and one name: "di Jane Doe".
    Preposition,
    /// A name, then its job title on the line: "Jane Doe, Staff Reporter".
    NameBeforeLabel,
    /// A name on a line of its own, then its job title on the next.
    NameWithRole,
    /// A name on the line of a date: "Jane Doe | 31 May 2017".
    NameBesideDate,
    /// A name on a line of its own next to the line of a date.
    NameNearDate,
    /// A name on a line of its own, printed twice, or beside the caption of a portrait.
    RepeatedName,
    /// A name on a line of its own.
    BareName,
    /// A staff biography: "Jane Doe is a reporter for The Post".
    Biography,
    /// A name on a line of its own, and a text below that introduces its bearer.
    Introduced,
    /// An outlet or agency alone on a line.
    OutletLine,
    /// Who made a picture or a video.
    PhotoCredit,
    /// An agency that says the text: "The Associated Press reports:".
    LeadIn,
    /// An agency in the dateline: "BERLIN (dpa) -".
    DatelineCredit,
    /// An agency at the end of a paragraph: "(dpa/lno)".
    EndSlug,
    /// A name at the end of a paragraph: "(Jane Doe)".
    Signature,
}

impl Rule {
    /// How often a statement found by the rule is a byline of its page, 0 to 1.
    pub const fn confidence(self) -> f32 {
        match self {
            Self::Labelled => 0.95,
            Self::LabelledNextLine => 0.95,
            Self::Preposition => 0.8,
            Self::NameBeforeLabel => 0.85,
            Self::NameWithRole => 0.85,
            Self::NameBesideDate => 0.7,
            Self::NameNearDate => 0.6,
            Self::RepeatedName => 0.6,
            Self::BareName => 0.3,
            Self::Biography => 0.2,
            Self::Introduced => 0.5,
            Self::OutletLine => 0.4,
            Self::PhotoCredit => 0.9,
            Self::LeadIn => 0.95,
            Self::DatelineCredit => 0.95,
            Self::EndSlug => 0.9,
            Self::Signature => 0.5,
        }
    }
}
