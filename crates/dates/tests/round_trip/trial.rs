//! What the finder makes of a text.

use crate::ambiguity::is_ambiguous;
use crate::written::{Width, Written};
use copydesk_dates::{Deictic, Finder, PartialDate};

/// A text that was given to the finder, with its locale or without.
pub(crate) struct Trial<'w> {
    pub(crate) written: &'w Written,
    pub(crate) knows_locale: bool,
    /// Whether the text says too little without its locale.
    pub(crate) is_ambiguous: bool,
    pub(crate) text: String,
    /// What was found instead; none if it is right.
    pub(crate) wrong: Option<String>,
}

/// All trials of a written day.
pub(crate) fn trials(written: &Written) -> Vec<Trial<'_>> {
    let is_ambiguous = is_ambiguous(&written.text);
    let texts = frames(written.width).iter().map(|frame| frame.replace("{}", &written.text));
    let trials = texts.flat_map(|text| {
        [true, false].map(|knows_locale| {
            let wrong = wrong(written, knows_locale, &text);
            Trial { written, knows_locale, is_ambiguous, text: text.clone(), wrong }
        })
    });
    trials.collect()
}

/// What a date stands in.
fn frames(width: Width) -> &'static [&'static str] {
    match width {
        Width::Long | Width::Medium => &["{}", "xx {} yy"],
        Width::Short => &["{}"],
    }
}

fn wrong(written: &Written, knows_locale: bool, text: &str) -> Option<String> {
    let tags = [written.tag.as_str()];
    let finder = if knows_locale { Finder::new().locales(&tags) } else { Finder::new() };
    let finder = if written.width == Width::Short { finder.deictic(Deictic::Find) } else { finder };
    let found = finder.find(text);
    match found.as_slice() {
        [mention] if mention.date == PartialDate::from(written.day) && mention.time.is_none() => None,
        _ => Some(found.iter().map(|mention| mention.value().to_string()).collect::<Vec<_>>().join(" + ")),
    }
}
