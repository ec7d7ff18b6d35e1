#![doc = include_str!("../README.md")]

mod counts;
mod grams;
mod guess;
mod model;
mod sample;
mod script;
mod votes;

pub use guess::Guess;
pub use votes::Votes;

/// The language of a text, judged by its first [`Votes::LIMIT`] bytes.
///
/// ```
/// let guess = copydesk_languages::identify("Der Gemeinderat hat den Haushalt für das kommende Jahr beschlossen.");
/// assert_eq!(guess.tag, "de");
/// assert!(guess.confidence > 0.9);
/// ```
pub fn identify(text: &str) -> Guess {
    let mut votes = Votes::new();
    votes.add(text);
    votes.guess()
}
