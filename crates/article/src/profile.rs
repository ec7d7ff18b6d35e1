use crate::Context;
use copydesk_blocks::Sample;
use copydesk_dates::{Finder, Mention, NaiveDate, Order, PartialDate};
use memchr::{memchr2_iter, memrchr};

/// What the pages of one source tell about each other: the order of its numeric dates, since a page that prints
/// `23/05/2019` settles how `03/05/2019` is to be read on the next one, and the lines that recur.
///
/// Profiles of pages merge into that of their source, in any order and grouping.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Profile {
    /// Dates that can only be day first.
    pub day_first: u32,
    /// Dates that can only be month first.
    pub month_first: u32,
    /// Lines of some of its pages.
    pub sample: Sample,
}

impl Profile {
    /// What one page tells.
    pub fn of(text: &str, context: &Context<'_>) -> Self {
        Self { sample: Sample::of(text), ..Self::of_dates(text, context) }
    }

    /// What its dates tell: its numeric dates of which only one reading exists, agrees with the weekday beside it, lies
    /// before the day of the page's fetching, or stands on the page in words as well. Dates with dots are day first almost
    /// everywhere, so they say nothing of dates with other signs.
    pub(crate) fn of_dates(text: &str, context: &Context<'_>) -> Self {
        let finder = Finder::new();
        let numeric: Vec<_> =
            telling(text).flat_map(|line| finder.find_iter(line)).filter(is_numeric).collect();
        let mut profile = Self::default();
        let mut open = Vec::new();
        for mention in &numeric {
            match order(mention, context.fetched) {
                Some(order) => profile.count(order),
                None => open.push(mention),
            }
        }
        if !open.is_empty() {
            let told = told(text, context);
            open.iter()
                .filter_map(|mention| order_told(mention, &told))
                .for_each(|order| profile.count(order));
        }
        profile
    }

    /// Adds what another set of pages tells.
    pub fn merge(&mut self, other: &Self) {
        self.day_first = self.day_first.saturating_add(other.day_first);
        self.month_first = self.month_first.saturating_add(other.month_first);
        self.sample.merge(&other.sample);
    }

    /// The order of the source, unless nothing tells or its pages contradict one another: of four dates one may be quoted
    /// from elsewhere or misprinted.
    pub fn order(&self) -> Option<Order> {
        const TIMES: u32 = 3;
        match (self.day_first, self.month_first) {
            (0, 0) => None,
            (day, month) if day / TIMES >= month => Some(Order::Dmy),
            (day, month) if month / TIMES >= day => Some(Order::Mdy),
            _ => None,
        }
    }

    fn count(&mut self, order: Order) {
        match order {
            Order::Dmy => self.day_first += 1,
            Order::Mdy => self.month_first += 1,
            Order::Ymd => {}
        }
    }
}

/// Whether a mention is of three numbers, and the year stands last.
fn is_numeric(mention: &Mention<'_>) -> bool {
    let is_number = |part: &str| part.parse::<u16>().is_ok();
    let word = mention.text.split(char::is_whitespace).find(|word| may_tell(word)).unwrap_or_default();
    let parts = word.trim_end_matches(',').split(['/', '-']);
    mention.date.year.is_some()
        && mention.order != Some(Order::Ymd)
        && parts.filter(|part| is_number(part)).count() == 3
}

/// The order of a date of which one reading alone is possible.
fn order(mention: &Mention<'_>, fetched: Option<NaiveDate>) -> Option<Order> {
    let best = mention.date.to_naive()?;
    let Some(rival) = mention.rival.and_then(PartialDate::to_naive) else { return mention.order };
    let fetched = fetched?;
    match (best <= fetched, rival <= fetched) {
        (true, false) => mention.order,
        (false, true) => mention.order.map(other),
        _ => None,
    }
}

/// The order of a date that the page or its address tells in another way.
fn order_told(mention: &Mention<'_>, told: &[NaiveDate]) -> Option<Order> {
    let is_told = |day: Option<NaiveDate>| day.is_some_and(|day| told.contains(&day));
    let rival = mention.rival.and_then(PartialDate::to_naive);
    match (is_told(mention.date.to_naive()), is_told(rival)) {
        (true, false) => mention.order,
        (false, true) => mention.order.map(other),
        _ => None,
    }
}

/// The days that the page has in words or with the year first, and that of its address.
fn told(text: &str, context: &Context<'_>) -> Vec<NaiveDate> {
    let finder = Finder::new();
    let is_plain = |mention: &Mention<'_>| mention.locales.is_some() || mention.order == Some(Order::Ymd);
    let in_text = finder.find_iter(text).filter(is_plain).filter_map(|mention| mention.date.to_naive());
    in_text.chain(context.url.and_then(day_of_url)).collect()
}

/// The day that an address holds.
pub(crate) fn day_of_url(url: &str) -> Option<NaiveDate> {
    copydesk_dates::find(url).iter().find_map(|mention| mention.date.to_naive())
}

fn other(order: Order) -> Order {
    match order {
        Order::Dmy => Order::Mdy,
        Order::Mdy => Order::Dmy,
        Order::Ymd => Order::Ymd,
    }
}

/// The lines that may tell something; most do not, and need no second reading.
fn telling(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut sign = at + sign_between_digits(&bytes[at..])?;
        while is_lone(bytes, sign) {
            // A digit stands between it and the next one.
            sign += 1 + sign_between_digits(&bytes[sign + 1..])?;
        }
        let start = memrchr(b'\n', &bytes[..sign]).map_or(0, |end| end + 1);
        let line = text[start..].lines().next()?;
        at = start + line.len();
        Some(line)
    })
}

/// Whether no other slash or hyphen stands between the same blanks: of three numbers, two stand.
fn is_lone(bytes: &[u8], sign: usize) -> bool {
    let is_other = |byte: &u8| matches!(byte, b'/' | b'-');
    let goes_on = |byte: &&u8| !byte.is_ascii_whitespace();
    let mut before = bytes[..sign].iter().rev().take_while(goes_on);
    let mut behind = bytes[sign + 1..].iter().take_while(goes_on);
    !behind.any(is_other) && !before.any(is_other)
}

fn may_tell(text: &str) -> bool {
    sign_between_digits(text.as_bytes()).is_some()
}

/// Where a slash or hyphen stands between what may be digits.
fn sign_between_digits(bytes: &[u8]) -> Option<usize> {
    let is_digit = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_digit() || !byte.is_ascii());
    memchr2_iter(b'/', b'-', bytes).find(|at| *at > 0 && is_digit(at - 1) && is_digit(at + 1))
}
