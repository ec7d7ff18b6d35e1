use copydesk_article::{Order, Profile};
use proptest::prelude::*;

#[track_caller]
fn check(pages: &[&str], order: Option<Order>) {
    let merged = pages.iter().map(|page| Profile::of(page)).fold(Profile::default(), Profile::merge);
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

/// The profile of a page of numeric dates with slashes.
fn profile() -> impl Strategy<Value = Profile> {
    let date = (1..=31_u8, 1..=31_u8).prop_map(|(first, second)| format!("{first:02}/{second:02}/2019\n"));
    prop::collection::vec(date, 0..6).prop_map(|dates| Profile::of(&dates.concat()))
}

/// The profile of a page whose dates have a day beyond twelve in one place.
fn settled(order: Order) -> impl Strategy<Value = Profile> {
    let date =
        (13..=31_u8, prop::sample::select(&[1, 3, 5, 7_u8])).prop_map(move |(day, month)| match order {
            Order::Mdy => format!("{month:02}/{day:02}/2019\n"),
            _ => format!("{day:02}/{month:02}/2019\n"),
        });
    prop::collection::vec(date, 1..4).prop_map(|dates| Profile::of(&dates.concat()))
}

proptest! {
    #[test]
    fn merging_is_associative(a in profile(), b in profile(), c in profile()) {
        prop_assert_eq!(a.merge(b).merge(c), a.merge(b.merge(c)));
    }

    #[test]
    fn merging_is_commutative(a in profile(), b in profile()) {
        prop_assert_eq!(a.merge(b), b.merge(a));
        prop_assert_eq!(a.merge(Profile::default()), a);
    }

    #[test]
    fn contradicting_sources_have_no_order(
        a in settled(Order::Dmy),
        b in settled(Order::Mdy),
        other in profile(),
    ) {
        prop_assert_eq!(a.merge(other).merge(b).order(), None);
    }

    #[test]
    fn agreeing_sources_keep_their_order(a in settled(Order::Dmy), b in settled(Order::Dmy), c in settled(Order::Mdy)) {
        prop_assert_eq!(a.merge(b).order(), Some(Order::Dmy));
        prop_assert_eq!(c.order(), Some(Order::Mdy));
    }
}
