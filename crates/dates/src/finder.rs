use crate::context::{Context, Direction};
use crate::place::{Found, Place};
use crate::window::Window;
use crate::{Mention, anchor};
use chrono::NaiveDateTime;
use copydesk_date_words::Order;

/// Finds the dates written in texts, knowing something about the texts.
///
/// ```
/// use copydesk_dates::{Finder, Order};
///
/// let finder = Finder::new().order(Order::Mdy);
/// let mention = finder.find_iter("Posted 05/06/2017").next().unwrap();
/// assert_eq!(mention.value().to_string(), "2017-05-06");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Finder<'a> {
    pub(crate) context: Context<'a>,
    pub(crate) deictic: Deictic,
}

/// Whether words that point from the day of writing count as dates: *yesterday*, *Tuesday*, a time alone, `8/25`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deictic {
    /// They do, and every word is looked at: for short texts that are likely to be dates.
    Find,
    /// They do not: for running text, where only what has digits and names its day is a date.
    #[default]
    Skip,
}

/// The mentions of a text, in its order.
#[derive(Debug)]
pub struct Mentions<'a, 't> {
    finder: Finder<'a>,
    text: &'t str,
    /// Where the search goes on.
    at: usize,
    /// Where the last mention ended.
    floor: usize,
    window: Window<'a>,
}

impl<'a> Finder<'a> {
    /// A finder that knows nothing.
    pub const fn new() -> Self {
        Self {
            context: Context {
                locales: &[],
                order: None,
                usual_order: None,
                reference: None,
                direction: Direction::Back,
            },
            deictic: Deictic::Skip,
        }
    }

    /// The locales that the texts are likely to be in, the best first, as BCP 47 tags. Words of others are still understood.
    #[must_use]
    pub const fn locales(mut self, tags: &'a [&'a str]) -> Self {
        self.context.locales = tags;
        self
    }

    /// The order of numeric dates whose numbers allow several.
    #[must_use]
    pub const fn order(mut self, order: Order) -> Self {
        self.context.order = Some(order);
        self
    }

    /// The order that numeric dates have where the texts come from, as other texts of the source show it. It says nothing of
    /// dates with dots, and yields to a weekday that only another order agrees with.
    #[must_use]
    pub const fn usual_order(mut self, order: Order) -> Self {
        self.context.usual_order = Some(order);
        self
    }

    /// The moment that relative dates count from, and near to which two-digit years lie.
    ///
    /// Without one, two-digit years from 70 on are of the 20th century, the others of the 21st.
    #[must_use]
    pub const fn reference(mut self, moment: NaiveDateTime) -> Self {
        self.context.reference = Some(moment);
        self
    }

    /// Where weekdays without a date lie, seen from the reference.
    #[must_use]
    pub const fn direction(mut self, direction: Direction) -> Self {
        self.context.direction = direction;
        self
    }

    /// Whether words like *yesterday* count.
    #[must_use]
    pub const fn deictic(mut self, deictic: Deictic) -> Self {
        self.deictic = deictic;
        self
    }

    /// The mentions of a text, one after the other.
    pub fn find_iter<'t>(&self, text: &'t str) -> Mentions<'a, 't> {
        Mentions { finder: *self, text, at: 0, floor: 0, window: Window::new(self.context, self.deictic) }
    }

    /// All mentions of a text.
    pub fn find<'t>(&self, text: &'t str) -> Vec<Mention<'t>> {
        self.find_iter(text).collect()
    }
}

impl Default for Finder<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'t> Iterator for Mentions<'_, 't> {
    type Item = Mention<'t>;

    fn next(&mut self) -> Option<Mention<'t>> {
        loop {
            let anchor = match self.finder.deictic {
                Deictic::Skip => anchor::next_digit(self.text, self.at),
                Deictic::Find => anchor::next_digit_or_word(self.text, self.at),
            }?;
            self.window.fill(self.text, self.floor, anchor, self.finder.deictic);
            let place = Place { text: self.text, floor: self.floor, anchor, finder: &self.finder };
            match place.found(&self.window) {
                Found::Mention(mention) => {
                    self.floor = mention.span.end;
                    self.at = self.floor;
                    return Some(mention);
                }
                Found::Nothing(end) => self.at = end,
            }
        }
    }
}
