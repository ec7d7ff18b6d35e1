//! What words of many languages say about the names beside them.

use crate::generated::labels::LABELS;
use crate::languages::Languages;
use crate::piece::trim_start;
use copydesk_lexicon::{FirstWords, Lexicon, is_spaceless};
use std::sync::LazyLock;

static LEXICON: Lexicon<Sense> = Lexicon::new(LABELS);

/// What a word or phrase can say about a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A preposition that a byline starts with: `by`, `von`. Clean names must follow.
    By,
    /// A preposition that starts many other things as well: `di`, `av`. A clean name must fill the line.
    ByWeak,
    /// Says by itself that an author follows: `written by`, `Text von`.
    WrittenBy,
    /// A noun for the author, with a colon or on a line of its own: `Author`, `Müəllif`.
    Author,
    Reporting,
    Additional,
    Editing,
    Translation,
    Photo,
    Video,
    Illustration,
    Source,
    /// A job title: `staff writer`, `Redakteurin`, `기자`.
    Role,
    /// A word between two names: `and`, `und`, `、`.
    Conjunction,
    /// A part of a name that may be in small letters: `van der`, `bin`.
    Particle,
    /// Stands before a name and does not belong to it: `Dr.`, `Mrs`.
    Honorific,
    /// Stands behind a name: `Jr.`, `PhD`.
    Suffix,
    /// Joins a name and the outlet it works for: `for`, `für`.
    For,
    /// Joins a name and the place it writes from: `in`, `aus`.
    From,
    /// What may follow a name on a byline: `on`, `at`, `updated`, `min read`.
    Tail,
    /// Months and weekdays.
    Calendar,
    /// Months that are given names as well: `April`, `June`.
    CalendarName,
    /// Units of a text's age: `hours`, `Minuten`.
    Age,
    /// What a staff biography says behind a name: `is a reporter for`.
    Bio,
    /// What somebody says before his own name: `I am`, `ich heiße`.
    Intro,
    /// Leads to whom a text is about: `About`, `Über`.
    About,
    /// Leads to what else somebody wrote: `More by`, `Alle Beiträge von`.
    More,
    /// The verb of a lead-in: `reports`, `berichtet`.
    Reports,
    /// What a comment says behind its writer's name: `says`, `wrote`.
    Commenter,
    Contact,
    Follow,
    /// A word in the name of an outlet or another body: `News`, `Redaktion`.
    Organisation,
    /// A place of several words, which would pass for a name: `New York`.
    Place,
    /// A word that no name contains: function words, words of menus.
    Stop,
}

impl Kind {
    /// Whether a name ends before a word of this kind, wherever it stands.
    pub(crate) fn ends_name(self) -> bool {
        use Kind::{About, Conjunction, For, From, Honorific, Particle, Suffix};
        let belongs = matches!(self, Particle | Honorific | Suffix | Conjunction | For | From | About);
        !belongs && !self.is_calendar() && !self.follows_name()
    }

    /// Whether a name ends before a word of this kind, but may begin with it.
    pub(crate) fn follows_name(self) -> bool {
        matches!(self, Self::Tail | Self::Age | Self::Conjunction | Self::For)
    }

    /// Whether it says what the names behind it did for the text, its pictures or its words, other than writing it.
    fn opens_credit(self) -> bool {
        use Kind::{Additional, Editing, Illustration, Photo, Reporting, Source, Translation, Video};
        matches!(self, Reporting | Additional | Editing | Translation | Photo | Video | Illustration | Source)
    }

    /// Whether it is a label of the names behind it that may stand amid a line.
    pub(crate) fn opens_byline(self) -> bool {
        matches!(self, Self::By | Self::WrittenBy | Self::Author) || self.opens_credit()
    }

    pub(crate) fn is_calendar(self) -> bool {
        matches!(self, Self::Calendar | Self::CalendarName)
    }
}

/// One meaning of a phrase, and the languages in which it has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sense {
    pub(crate) kind: Kind,
    pub(crate) languages: &'static [&'static str],
}

/// What stands behind a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    Colon,
    Dash,
    None,
}

/// A phrase found at the start of a text.
#[derive(Clone, Copy)]
pub(crate) struct Label {
    /// Bytes of the phrase alone.
    pub(crate) len: usize,
    /// Bytes of the phrase with its colon and the blanks behind it.
    pub(crate) full: usize,
    /// What joins the phrase and the names.
    pub(crate) joint: Joint,
    senses: &'static [Sense],
}

impl Label {
    pub(crate) fn is(&self, kind: Kind) -> bool {
        self.any(|found| found == kind)
    }

    pub(crate) fn any(&self, test: impl Fn(Kind) -> bool) -> bool {
        self.senses.iter().any(|sense| test(sense.kind))
    }

    /// Whether a name ends before it. Stop words of other languages are names here: `Kim`, `Vita`, `Ada`.
    pub(crate) fn ends_name(&self, languages: Languages) -> bool {
        let is_own =
            |sense: &Sense| sense.kind != Kind::Stop || sense.languages.iter().any(|tag| languages.has(tag));
        self.senses.iter().any(|sense| sense.kind.ends_name() && is_own(sense))
    }

    /// The languages in which it means a thing of one kind.
    pub(crate) fn languages(&self, kind: Kind) -> Option<&'static [&'static str]> {
        self.senses.iter().find(|sense| sense.kind == kind).map(|sense| sense.languages)
    }

    pub(crate) fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.senses.iter().map(|sense| sense.kind)
    }
}

static CREDITS: LazyLock<FirstWords> =
    LazyLock::new(|| LEXICON.first_words_of(|sense| sense.kind.opens_credit()));

/// Whether a phrase that opens a credit may stand at the start of a text; far cheaper than to look it up.
pub(crate) fn may_open_credit(text: &str) -> bool {
    CREDITS.may_begin(text)
}

static PARTICLES: LazyLock<FirstWords> =
    LazyLock::new(|| LEXICON.first_words_of(|sense| sense.kind == Kind::Particle));

/// The same of a particle.
pub(crate) fn may_be_particle(text: &str) -> bool {
    PARTICLES.may_begin(text)
}

static INTRODUCTIONS: LazyLock<FirstWords> =
    LazyLock::new(|| LEXICON.first_words_of(|sense| sense.kind == Kind::Intro));

/// The same of what somebody says before his own name.
pub(crate) fn may_introduce(text: &str) -> bool {
    INTRODUCTIONS.may_begin(text)
}

/// The phrases that open a byline or credit.
pub(crate) fn openers() -> impl Iterator<Item = &'static str> + Clone {
    let opens = |senses: &[Sense]| senses.iter().any(|sense| sense.kind.opens_byline());
    LABELS.iter().filter(move |(_, senses)| opens(senses)).map(|(phrase, _)| *phrase)
}

/// The languages of which a text starts with a function word.
pub(crate) fn languages(text: &str) -> Option<&'static [&'static str]> {
    let senses = LEXICON.longest_prefix(text)?.senses;
    senses.iter().find(|sense| sense.kind == Kind::Stop).map(|sense| sense.languages)
}

/// The longest phrase that a text starts with.
pub(crate) fn at(text: &str) -> Option<Label> {
    let found = LEXICON.longest_prefix(text)?;
    let spaceless = text[..found.len].chars().next_back().is_some_and(is_spaceless);
    let (joint, rest) = joint(trim_start(&text[found.len..]), spaceless);
    Some(Label { len: found.len, full: text.len() - rest.len(), joint, senses: found.senses })
}

fn joint(behind: &str, spaceless: bool) -> (Joint, &str) {
    let colon = behind.strip_prefix([':', '：', '＝', '／']);
    let colon = colon.or_else(|| behind.strip_prefix(['/', '=', '・', '|', '｜']).filter(|_| spaceless));
    let dash = || behind.strip_prefix(['-', '–', '—']).filter(|rest| rest.starts_with(' '));
    match colon {
        Some(rest) => (Joint::Colon, trim_start(rest)),
        None => dash().map_or((Joint::None, behind), |rest| (Joint::Dash, rest.trim_start())),
    }
}

/// The longest phrase that a text starts with, if it can mean a thing of one kind.
pub(crate) fn of(kind: Kind, text: &str) -> Option<Label> {
    at(text).filter(|label| label.is(kind))
}
