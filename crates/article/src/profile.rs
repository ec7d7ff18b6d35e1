use copydesk_dates::{Finder, Order};
use memchr::memchr2_iter;

/// What the pages of one source tell about the order of its numeric dates: a page that prints `23/05/2019` settles how
/// `03/05/2019` is to be read on the next one.
///
/// Profiles of pages merge into that of their source, in any order and grouping.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    day_first: u32,
    month_first: u32,
}

impl Profile {
    /// What one page tells: its numeric dates that can be read in one way alone. Dates with dots are day first almost
    /// everywhere, so they say nothing of dates with other signs.
    pub fn of(text: &str) -> Self {
        let mut profile = Self::default();
        let finder = Finder::new();
        for mention in text.lines().filter(|line| may_tell(line)).flat_map(|line| finder.find_iter(line)) {
            let certain = mention.locales.is_none()
                && mention.rival.is_none()
                && mention.date.year.is_some()
                && !mention.text.contains('.');
            match mention.order {
                Some(Order::Dmy) if certain => profile.day_first += 1,
                Some(Order::Mdy) if certain => profile.month_first += 1,
                _ => {}
            }
        }
        profile
    }

    /// What two sets of pages tell together.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self {
            day_first: self.day_first + other.day_first,
            month_first: self.month_first + other.month_first,
        }
    }

    /// The order of the source, unless nothing tells or its pages contradict one another.
    pub fn order(self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (1.., 0) => Some(Order::Dmy),
            (0, 1..) => Some(Order::Mdy),
            _ => None,
        }
    }
}

/// Whether a slash or hyphen stands between what may be digits: most lines have none, and need no second reading.
fn may_tell(line: &str) -> bool {
    let bytes = line.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_digit() || !byte.is_ascii());
    memchr2_iter(b'/', b'-', bytes).any(|at| at > 0 && is_digit(at - 1) && is_digit(at + 1))
}
