#![doc = include_str!("../README.md")]

mod anchor;
mod base;
mod boundary;
mod calendar;
mod clarity;
mod compact;
mod context;
mod count;
mod deictic;
mod draft;
mod finder;
mod glance;
mod grammar;
mod han;
mod labelled;
mod lexeme;
mod lookup;
mod mention;
mod named;
mod nth;
mod numeric;
mod of_month;
mod order;
mod place;
mod pointed;
mod reading;
mod relative;
mod shift;
mod sign;
mod signed;
mod summer;
mod time;
mod token;
mod umm_al_qura;
mod value;
mod window;
mod year;

pub use chrono::{NaiveDate, NaiveDateTime, Weekday};
pub use context::Direction;
pub use copydesk_date_words::{Calendar, Locales, Order};
pub use finder::{Deictic, Finder, Mentions};
pub use mention::{Issue, Issues, Kind, Mention};
pub use value::{PartialDate, Precision, Time, Value};

/// The dates written in a text, in its order, by a [`Finder`] that knows nothing about it.
pub fn find(text: &str) -> Vec<Mention<'_>> {
    Finder::new().find(text)
}
