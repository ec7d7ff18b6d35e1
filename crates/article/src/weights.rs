//! What each piece of evidence weighs, in log-odds: the one place to read and to change.
//!
//! The weights of the features that hold are added up; a sum of 0 is an even chance. A candidate wins with the highest
//! sum, and only if its confidence reaches [`THRESHOLD`].

/// The confidence below which a field stays empty: 1 is certain.
pub(crate) const THRESHOLD: f32 = 0.5;

/// A piece of evidence for or against a candidate.
pub(crate) trait Feature: Copy {
    /// Its weight in log-odds.
    fn weight(self) -> f32;
}

/// The sum of the weights of the features that hold.
pub(crate) fn weigh<F: Feature>(features: &[(F, bool)]) -> f32 {
    features.iter().filter(|(_, holds)| *holds).map(|(feature, _)| feature.weight()).sum()
}

/// The confidence, 0 to 1, of a sum of log-odds.
pub(crate) fn confidence(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// What a label of a change adds for a date of change: it outweighs what the label takes from a date of publication.
pub(crate) const LABELLED_UPDATE: f32 = 5.5;

/// Two dates under labels of publication whose sums are this near contradict each other.
pub(crate) const CONFLICT_MARGIN: f32 = 4.0;

/// Evidence that a line is the headline.
#[derive(Clone, Copy)]
pub(crate) enum Headline {
    /// Every candidate starts from here.
    Base,
    /// An empty line above and below: how headings come out of HTML.
    Alone,
    /// An empty line above alone.
    BlankAbove,
    /// An empty line below alone.
    BlankBelow,
    /// One or two words.
    Tiny,
    /// Three or four words.
    Short,
    /// Longer than most headlines.
    Long,
    /// Longer than a headline gets.
    Overlong,
    /// Ends with a full stop.
    EndsAsSentence,
    /// Ends with a question or exclamation mark.
    EndsAsQuestion,
    /// Ends with a colon or an ellipsis.
    EndsOpen,
    /// A bullet or number stands before it.
    Listed,
    /// Half of its longer words, or more, come back in the first paragraphs.
    EchoedByBody,
    /// Some of them do.
    HalfEchoed,
    /// None of them does.
    NotEchoed,
    /// The same line stands elsewhere near by.
    Repeated,
    /// The heading of the comments quotes it.
    QuotedByComments,
    /// It holds a date, a byline or a label of one.
    Meta,
    /// Such a line follows right below.
    MetaBelow,
    /// Such a line follows within four lines.
    MetaSoon,
    /// Such a line stands right above.
    MetaAbove,
    /// The prose starts right below.
    AtBody,
    /// Within four lines of it.
    NearBody,
    /// Within a dozen lines of it.
    AboveBody,
    /// Further away than that.
    FarFromBody,
    /// Stands behind the start of the prose: a subheading, or the start was found too early.
    InsideBody,
    /// The first line of the page that could be one.
    First,
    /// The first line of some words that stands alone between empty lines.
    FirstAlone,
    /// A menu ends right above.
    BelowList,
    /// A longer line, as a standfirst is, follows right below.
    AboveLonger,
    /// The line above ends with the same words: a trail from the home page.
    EndOfAbove,
}

impl Feature for Headline {
    fn weight(self) -> f32 {
        match self {
            Self::Base => -4.4,
            Self::Alone => 3.1,
            Self::BlankAbove => 0.6,
            Self::BlankBelow => 0.7,
            Self::Tiny => -1.3,
            Self::Short => -1.1,
            Self::Long => -0.3,
            Self::Overlong => -1.2,
            Self::EndsAsSentence => -1.9,
            Self::EndsAsQuestion => -0.8,
            Self::EndsOpen => -0.9,
            Self::Listed => -0.7,
            Self::EchoedByBody => 1.7,
            Self::HalfEchoed => 0.8,
            Self::NotEchoed => -0.3,
            Self::Repeated => 0.5,
            Self::QuotedByComments => 2.0,
            Self::Meta => -1.4,
            Self::MetaBelow => 1.7,
            Self::MetaSoon => 1.2,
            Self::MetaAbove => 0.6,
            Self::AtBody => 0.1,
            Self::NearBody => 0.6,
            Self::AboveBody => 0.3,
            Self::FarFromBody => -0.2,
            Self::InsideBody => -1.0,
            Self::First => 0.3,
            Self::FirstAlone => 0.7,
            Self::BelowList => 0.6,
            Self::AboveLonger => 0.6,
            Self::EndOfAbove => 1.0,
        }
    }
}

/// Evidence that a date is that of publication.
#[derive(Clone, Copy)]
pub(crate) enum Published {
    /// Every date starts from here.
    Base,
    /// A label of publication stands right before it, on its line or the line above.
    Labelled,
    /// A label of a later change does.
    LabelledUpdated,
    /// The line holds little else.
    OwnLine,
    /// Stands in a sentence.
    InProse,
    /// In a caption, a comment, a list of other articles, a copyright line.
    InFurniture,
    /// Within three lines of the headline.
    AtHeadline,
    /// Within eight.
    NearHeadline,
    /// Further up or down the head of the page.
    FarFromHeadline,
    /// Above the headline, not right above it.
    AboveHeadline,
    /// Behind the article.
    BehindBody,
    /// Right behind its last line.
    AtBodyEnd,
    /// A time of day is printed with it.
    TimeOfDay,
    /// On the line of a byline or next to it.
    AtByline,
    /// Other days stand on lines like it, near by: a list of articles.
    AmongOthers,
    /// The page's address holds the same day.
    InUrl,
}

impl Feature for Published {
    fn weight(self) -> f32 {
        match self {
            Self::Base => -1.2,
            Self::Labelled => 3.0,
            Self::LabelledUpdated => -2.5,
            Self::OwnLine => 1.2,
            Self::InProse => -4.0,
            Self::InFurniture => -3.0,
            Self::AtHeadline => 2.0,
            Self::NearHeadline => 1.2,
            Self::FarFromHeadline => -0.4,
            Self::AboveHeadline => -1.2,
            Self::BehindBody => -1.6,
            Self::AtBodyEnd => 0.8,
            Self::TimeOfDay => 0.7,
            Self::AtByline => 1.0,
            Self::AmongOthers => -1.5,
            Self::InUrl => 2.5,
        }
    }
}

/// Evidence that a name is the author's.
#[derive(Clone, Copy)]
pub(crate) enum Authors {
    /// Every name starts from here; it stands on a line of its own, and nothing else speaks for it.
    Base,
    /// A label stands before it: "By", "Von".
    Labelled,
    /// A label stands on the line above: "Author".
    BelowLabel,
    /// A word that can be such a label stands before a clean name: "di", "av".
    Preposition,
    /// A job title follows on the line.
    TitleBehind,
    /// A job title follows on the next line.
    TitleBelow,
    /// A date stands on its line.
    BesideDate,
    /// A date stands on the next line, or the one above.
    NearDate,
    /// The name is printed twice in a row, with a portrait as a rule.
    PrintedTwice,
    /// A staff biography says it.
    Biography,
    /// Within four lines of the headline.
    AtHeadline,
    /// Between the headline and the first paragraph.
    AboveBody,
    /// Right behind the article's last line.
    AtBodyEnd,
    /// Further behind it.
    BehindBody,
    /// Well above the headline.
    FarAbove,
    /// Amid the paragraphs.
    InsideBody,
    /// Among comments, other articles, captions.
    InFurniture,
    /// Next to the date of publication.
    AtDate,
}

impl Feature for Authors {
    fn weight(self) -> f32 {
        match self {
            Self::Base => -2.9,
            Self::Labelled => 2.1,
            Self::BelowLabel => 3.6,
            Self::Preposition => 1.8,
            Self::TitleBehind => 1.1,
            Self::TitleBelow => 2.4,
            Self::BesideDate => 1.5,
            Self::NearDate => 0.9,
            Self::PrintedTwice => 1.3,
            Self::Biography => 0.5,
            Self::AtHeadline => 1.7,
            Self::AboveBody => 0.7,
            Self::AtBodyEnd => 1.6,
            Self::BehindBody => -0.7,
            Self::FarAbove => -2.0,
            Self::InsideBody => -0.2,
            Self::InFurniture => -1.0,
            Self::AtDate => 1.4,
        }
    }
}
