use crate::{in_order, slices};
use copydesk_dates::{Deictic, Finder, NaiveDate};

/// Mentions are parts of the text, in order; a reference day and words without digits change nothing about that.
pub fn dates(bytes: &[u8]) {
    let text = &String::from_utf8_lossy(bytes);
    let reference = NaiveDate::default().and_hms_opt(12, 0, 0).unwrap_or_default();
    for finder in [Finder::new(), Finder::new().deictic(Deictic::Find).reference(reference)] {
        let mentions = finder.find(text);
        for mention in &mentions {
            slices(text, &mention.span);
            assert_eq!(&text[mention.span.clone()], mention.text);
        }
        in_order(mentions.iter().map(|mention| &mention.span));
    }
}
