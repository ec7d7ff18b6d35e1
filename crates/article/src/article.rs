use crate::headline::Head;
use crate::published::Dates;
use crate::reading::Reading;
use crate::{Block, Context, Explained, Field, List, Weighed};
use crate::{
    agencies, authors, body, comments, credits, dateline, headline, languages, published, publisher, roles,
    section, standfirst,
};
use copydesk_blocks::Furniture;
use copydesk_dates::NaiveDate;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// What a page says about its article.
#[derive(Clone, Debug, PartialEq)]
pub struct Article<'t> {
    /// The text that was read; all spans are bytes of it.
    pub text: &'t str,
    /// The title.
    pub headline: Field<Cow<'t, str>>,
    /// The standfirst: the sentence between title and byline that sums the article up.
    pub alternative_headline: Field<Cow<'t, str>>,
    /// The section of the paper, from breadcrumbs and labels.
    pub section: Field<Cow<'t, str>>,
    /// The outlet, where the page names it.
    pub publisher: Field<Cow<'t, str>>,
    /// When it was published.
    pub published: Field<Stamp>,
    /// When it was changed.
    pub modified: Field<Stamp>,
    /// Who wrote it.
    pub authors: List<Author<'t>>,
    /// Codes of the agencies credited for the text.
    pub agencies: List<&'static str>,
    /// Who took the pictures, as printed.
    pub photo_credits: List<Cow<'t, str>>,
    /// The place that the text starts with: `BERLIN` of `BERLIN (dpa) -`; the agency is one of [`Self::agencies`].
    pub dateline: Field<Cow<'t, str>>,
    /// The languages of the page.
    pub languages: Languages,
    /// The paragraphs of the article.
    pub body: Body,
    /// Whether the page shows the beginning of the article alone.
    pub truncated: Field<bool>,
    /// Readers' comments, as stated or else as counted.
    pub comments: Field<u32>,
}

/// The language of the article and that of the page round it, as BCP 47 tags.
#[derive(Clone, Debug, PartialEq)]
pub struct Languages {
    /// Of the article.
    pub body: Field<&'static str>,
    /// Of the page's menus and labels.
    pub ui: Field<&'static str>,
}

/// A day as printed on the page, with the time of day if that is printed as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The day.
    pub day: NaiveDate,
    /// Seconds since midnight on the page's clock.
    pub time: Option<u32>,
    /// Minutes east of UTC.
    pub offset: Option<i16>,
    /// The one locale whose words the date is written in, where its words tell.
    pub locale: Option<&'static str>,
}

/// Somebody who wrote the text, or the outlet where the page names only that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author<'t> {
    /// The name as printed, blanks squeezed.
    pub name: Cow<'t, str>,
    /// The job title as printed: `Staff Reporter`.
    pub role: Option<Cow<'t, str>>,
}

/// The paragraphs of the article in order, as spans of the page's text; repeats are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// Bytes of each paragraph, blanks and bullets left out.
    pub paragraphs: Vec<Range<usize>>,
    /// Words in them; an estimate from their characters, where the script puts no blanks between words.
    pub words: usize,
}

impl Stamp {
    /// `17:12:00`.
    pub fn time_of_day(&self) -> Option<impl fmt::Display + use<>> {
        self.time.map(Clock)
    }

    /// `+02:00`.
    pub fn utc_offset(&self) -> Option<impl fmt::Display + use<>> {
        self.offset.map(Offset)
    }
}

struct Clock(u32);

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60, self.0 % 60)
    }
}

struct Offset(i16);

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", self.0.unsigned_abs() / 60, self.0.unsigned_abs() % 60)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        self.time_of_day().map_or(Ok(()), |time| write!(f, "T{time}"))?;
        self.utc_offset().map_or(Ok(()), |offset| write!(f, "{offset}"))
    }
}

impl<'t> Article<'t> {
    /// The text of the body: its paragraphs with an empty line between them.
    pub fn body_text(&self) -> String {
        let mut text = String::with_capacity(self.body.paragraphs.iter().map(|span| span.len() + 2).sum());
        for span in &self.body.paragraphs {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&self.text[span.clone()]);
        }
        text
    }

    /// All fields, in the order of the table's columns, as text with evidence.
    pub fn explain(&self) -> Vec<Explained> {
        let text = |value: &Cow<'t, str>| value.to_string();
        vec![
            Explained::field("publisher", &self.publisher, text),
            Explained::field("headline", &self.headline, text),
            Explained::field("alternative_headline", &self.alternative_headline, text),
            Explained::field("section", &self.section, text),
            Explained::field("date_published", &self.published, Stamp::to_string),
            Explained::field("date_modified", &self.modified, Stamp::to_string),
            Explained::list("authors", &self.authors, |author| author.name.to_string()),
            Explained::list("agencies", &self.agencies, |code| (*code).to_owned()),
            Explained::list("photo_credits", &self.photo_credits, text),
            Explained::field("dateline", &self.dateline, text),
            Explained::field("language", &self.languages.body, |tag| (*tag).to_owned()),
            Explained::field("ui_language", &self.languages.ui, |tag| (*tag).to_owned()),
            Explained::field("truncated", &self.truncated, bool::to_string),
            Explained::field("comments", &self.comments, u32::to_string),
        ]
    }
}

/// The candidates of the fields that are weighed by tables, of each field the best first.
pub(crate) fn weighed(text: &str, context: &Context<'_>) -> Vec<Weighed> {
    let (reading, _) = reading(text, context);
    let Head { field: headline, line: title } = headline::find(&reading, context);
    let anchor = anchor(&reading, title);
    let date = published::find(&reading, context, anchor).line;
    let mut weighed = headline::weighed(&reading, context);
    weighed.extend(published::weighed(&reading, context, anchor));
    let own = body::lines(&reading, title);
    weighed.extend(authors::weighed(&reading, likely_anchor(&reading, &headline, anchor), date, &own));
    weighed.extend(body::weighed(&reading, title));
    weighed
}

fn reading<'t>(text: &'t str, context: &Context<'_>) -> (Reading<'t>, Languages) {
    let none = Furniture::default();
    let page = copydesk_blocks::read_known(text, context.furniture.unwrap_or(&none));
    let languages = languages::find(&page);
    let tags = [languages.body.value(), languages.ui.value()].into_iter().flatten().copied().collect();
    (Reading::new(page, context, tags), languages)
}

/// The line that dates and names are measured from: that of the title, or else the first of the prose.
fn anchor(reading: &Reading<'_>, title: Option<usize>) -> usize {
    title.unwrap_or(reading.page.main.start)
}

/// Half of the lines that are as likely as this, where no other is likelier, are the headline.
const LIKELY: f32 = 0.2;

/// The same, if a line is likelier to be the headline than all others and yet not sure enough to be the value.
fn likely_anchor(reading: &Reading<'_>, headline: &Field<Cow<'_, str>>, anchor: usize) -> usize {
    let likeliest = headline
        .rivals
        .first()
        .filter(|best| headline.outcome.is_err() && best.evidence.confidence >= LIKELY);
    likeliest.map_or(anchor, |finding| reading.line_at(finding.evidence.span.start))
}

pub(crate) fn read<'t>(text: &'t str, context: &Context<'_>) -> Article<'t> {
    let (reading, languages) = reading(text, context);
    of(&reading, languages, context)
}

/// The lines of a page with their roles.
pub(crate) fn blocks(text: &str, context: &Context<'_>) -> Vec<Block> {
    let (reading, languages) = reading(text, context);
    roles::of(&reading, &of(&reading, languages, context))
}

fn of<'t>(reading: &Reading<'t>, languages: Languages, context: &Context<'_>) -> Article<'t> {
    let Head { field: headline, line: title } = headline::find(reading, context);
    let anchor = anchor(reading, title);
    let Dates { published, modified, line: date } = published::find(reading, context, anchor);
    let own = body::lines(reading, title);
    let authors = authors::find(reading, likely_anchor(reading, &headline, anchor), date, &own);
    let alternative_headline = standfirst::find(reading, title);
    let opening = dateline::find(reading, title);
    Article {
        text: reading.text,
        section: section::find(reading, anchor),
        publisher: publisher::find(reading, &authors),
        agencies: agencies::find(reading, anchor, opening.as_ref()),
        photo_credits: credits::photos(reading),
        dateline: dateline::place(reading, opening.as_ref()),
        body: body::of(reading, &own, opening.as_ref()),
        truncated: comments::truncated(reading),
        comments: comments::count(reading),
        headline,
        alternative_headline,
        published,
        modified,
        authors,
        languages,
    }
}
