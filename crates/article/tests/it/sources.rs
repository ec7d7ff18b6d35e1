//! Sources made up page by page, of which no page's date can be read by itself: the whole source tells the order.

use copydesk_article::{Context, NaiveDate, Order, Profile, read};
use fastrand::Rng;

const SOURCES: u64 = 1_000;

/// What a page of a source prints beside the date of publication in numbers that allow both orders.
#[derive(Clone, Copy)]
enum Hint {
    Nothing,
    /// The weekday, before the date.
    Weekday,
    /// The same day in words, in the prose.
    Words,
    /// An older day, of another article, that allows one order alone.
    Other,
    /// A date in the other order, in a quotation: what misleads.
    Foreign,
}

const HINTS: [Hint; 5] = [Hint::Nothing, Hint::Weekday, Hint::Words, Hint::Other, Hint::Foreign];
/// Of a thousand pages.
const SHARES: [u16; 5] = [200, 250, 300, 245, 5];

fn hint(rng: &mut Rng) -> Hint {
    let mut dice = rng.u16(..1000);
    let at = SHARES.iter().position(|share| dice.checked_sub(*share).map(|rest| dice = rest).is_none());
    HINTS[at.unwrap_or_default()]
}

/// A day whose number is that of a month as well, and another one than that of its month.
fn open_day(rng: &mut Rng) -> NaiveDate {
    let month = rng.u32(1..=12);
    let day = (month + rng.u32(1..=11) - 1) % 12 + 1;
    NaiveDate::from_ymd_opt(rng.i32(2005..=2024), month, day).unwrap()
}

fn numbers(day: NaiveDate, order: Order) -> String {
    day.format(if order == Order::Mdy { "%m/%d/%Y" } else { "%d/%m/%Y" }).to_string()
}

fn page(day: NaiveDate, order: Order, rng: &mut Rng) -> String {
    let other = if order == Order::Mdy { Order::Dmy } else { Order::Mdy };
    let settled = NaiveDate::from_ymd_opt(rng.i32(2001..=2004), rng.u32(1..=12), rng.u32(13..=28)).unwrap();
    let (mut before, mut told, mut below) = (String::new(), String::new(), String::new());
    match hint(rng) {
        Hint::Nothing => {}
        Hint::Weekday => before = day.format("%A, ").to_string(),
        Hint::Words => told = day.format(" It was on %-d %B %Y that the gate was closed.").to_string(),
        Hint::Other => {
            below = format!("\nRelated stories\nThe quay is to be mended\n{}\n", numbers(settled, order));
        }
        Hint::Foreign => told = format!(" The old letter was dated {}, they said.", numbers(settled, other)),
    }
    format!(
        "The ferry stays in the harbour\n\nBy Ada Example\nPosted {before}{}\n\nThe ferry of the island stayed in \
         the harbour all day, since the wind had turned in the night and nobody wished to wait for the tide.{told}\n\n\
         Some of the passengers went back to the inn, and others slept on the benches of the hall until it cleared.\n{below}",
        numbers(day, order)
    )
}

#[test]
fn the_order_of_a_source_is_found_and_one() {
    let (mut right, mut wrong) = (0, 0);
    for seed in 0..SOURCES {
        let mut rng = Rng::with_seed(seed);
        let order = if rng.bool() { Order::Mdy } else { Order::Dmy };
        let days: Vec<_> = (0..rng.usize(5..=9)).map(|_| open_day(&mut rng)).collect();
        let pages: Vec<_> = days.iter().map(|day| page(*day, order, &mut rng)).collect();
        let mut profile = Profile::default();
        for page in &pages {
            profile.merge(&Profile::of(page, &Context::default()));
        }
        let found = profile.order();
        right += u64::from(found == Some(order));
        wrong += u64::from(found.is_some_and(|found| found != order));
        if found == Some(order) {
            let context = Context { order: found, ..Context::default() };
            for (day, page) in days.iter().zip(&pages) {
                let published = read(page, &context).published;
                assert_eq!(published.value().map(|stamp| stamp.day), Some(*day), "{page}");
            }
        }
    }
    assert!(
        right * 100 >= SOURCES * 99 && wrong * 1000 <= SOURCES,
        "{right} right, {wrong} wrong of {SOURCES}"
    );
}
