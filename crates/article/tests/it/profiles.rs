use copydesk_article::{Context, NaiveDate, Order, Profile};
use proptest::prelude::*;

fn of(page: &str) -> Profile {
    Profile::of(page, &Context::default())
}

fn merged(a: &Profile, b: &Profile) -> Profile {
    let mut both = a.clone();
    both.merge(b);
    both
}

#[track_caller]
fn check(pages: &[&str], order: Option<Order>) {
    let merged = pages.iter().map(|page| of(page)).fold(Profile::default(), |all, page| merged(&all, &page));
    assert_eq!(merged.order(), order, "{pages:?}");
}

#[test]
fn a_day_beyond_twelve_settles_the_order() {
    check(&["Posted 23/05/2019"], Some(Order::Dmy));
    check(&["Posted 05/23/2019"], Some(Order::Mdy));
    check(&["Posted 03/05/2019", "Posted 23/05/2019"], Some(Order::Dmy));
}

#[test]
fn pages_that_tell_nothing_settle_nothing() {
    check(&[], None);
    check(&["Posted 03/05/2019", "Posted 04/06/2019"], None);
    check(&["Posted 2019-05-23", "23 May 2019"], None);
    check(&["Stand: 23.05.2019"], None);
}

#[test]
fn pages_that_contradict_one_another_settle_nothing() {
    check(&["Posted 23/05/2019", "Posted 05/23/2019"], None);
    check(&["Posted 23/05/2019", "Posted 24/05/2019", "Posted 05/23/2019"], None);
}

#[test]
fn weekdays_and_months_in_words_settle_the_order() {
    check(&["Wednesday, 03/05/2017"], Some(Order::Dmy));
    check(&["Posted 03/05/2017\nLast night, May 3, 2017, the bridge was closed."], Some(Order::Dmy));
    check(&["Posted 05/03/2017\nLast night, May 3, 2017, the bridge was closed."], Some(Order::Mdy));
    check(&["Posted 03/05/2017\nLast night, May 4, 2017, the bridge was closed."], None);
}

#[test]
fn what_is_known_of_the_page_settles_the_order() {
    let order = |page, url, fetched: Option<&str>| {
        let fetched = fetched.and_then(|day| day.parse::<NaiveDate>().ok());
        Profile::of(page, &Context { url, fetched, ..Context::default() }).order()
    };
    let page = "Posted 03/05/2017";
    assert_eq!(order(page, None, Some("2017-04-01")), Some(Order::Mdy));
    assert_eq!(order("Posted 05/03/2017", None, Some("2017-04-01")), Some(Order::Dmy));
    assert_eq!(order(page, None, Some("2017-06-01")), None);
    assert_eq!(order(page, Some("https://example.org/2017/05/03/flood"), None), Some(Order::Dmy));
    assert_eq!(order(page, Some("https://example.org/2017/08/09/flood"), None), None);
}

/// The profile of a page of numeric dates with slashes.
fn profile() -> impl Strategy<Value = Profile> {
    let date = (1..=31_u8, 1..=31_u8).prop_map(|(first, second)| format!("{first:02}/{second:02}/2019\n"));
    prop::collection::vec(date, 0..6).prop_map(|dates| of(&dates.concat()))
}

/// The profile of a page whose dates have a day beyond twelve in one place.
fn settled(order: Order) -> impl Strategy<Value = Profile> {
    let date =
        (13..=31_u8, prop::sample::select(&[1, 3, 5, 7_u8])).prop_map(move |(day, month)| match order {
            Order::Mdy => format!("{month:02}/{day:02}/2019\n"),
            _ => format!("{day:02}/{month:02}/2019\n"),
        });
    prop::collection::vec(date, 1..3).prop_map(|dates| of(&dates.concat()))
}

proptest! {
    #[test]
    fn merging_is_associative(a in profile(), b in profile(), c in profile()) {
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
    }

    #[test]
    fn merging_is_commutative(a in profile(), b in profile()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&a, &Profile::default()), a);
    }

    #[test]
    fn contradicting_sources_have_no_order(a in settled(Order::Dmy), b in settled(Order::Mdy)) {
        prop_assert_eq!(merged(&a, &b).order(), None);
    }

    #[test]
    fn agreeing_sources_keep_their_order(a in settled(Order::Dmy), b in settled(Order::Dmy), c in settled(Order::Mdy)) {
        prop_assert_eq!(merged(&a, &b).order(), Some(Order::Dmy));
        prop_assert_eq!(c.order(), Some(Order::Mdy));
    }
}
