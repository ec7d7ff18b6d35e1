use copydesk_languages::{Votes, identify};
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_text_has_a_guess(text in any::<String>()) {
        let guess = identify(&text);
        prop_assert!((0.0..=1.0).contains(&guess.confidence), "{guess:?}");
        prop_assert_eq!(guess.is_determined(), guess.confidence > 0.0);
        prop_assert_eq!(guess, identify(&text));
    }

    #[test]
    fn any_bytes_have_a_guess(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let guess = identify(&String::from_utf8_lossy(&bytes));
        prop_assert!((0.0..=1.0).contains(&guess.confidence), "{guess:?}");
    }

    #[test]
    fn only_the_beginning_is_read(text in "\\PC{400,500}", more in "\\PC*") {
        prop_assume!(text.len() > Votes::LIMIT);
        prop_assert_eq!(identify(&text), identify(&(text + &more)));
    }

    #[test]
    fn a_choice_is_kept_to(text in any::<String>()) {
        let mut votes = Votes::new();
        votes.add(&text);
        prop_assert!(["ru", "el", "und"].contains(&votes.guess_among(&["ru", "el"]).tag));
    }
}
