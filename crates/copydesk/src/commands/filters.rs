//! `copydesk dates|bylines|languages`.

use crate::cli::Dates;
use copydesk::{Error, Output};
use copydesk_dates::{Deictic, Direction, Finder};
use std::io::stdin;

pub(crate) fn dates(args: &Dates) -> Result<(), Error> {
    let locales: Vec<&str> = args.lang.iter().map(String::as_str).collect();
    let finder = Finder::new().locales(&locales).deictic(Deictic::Find);
    let finder = args.now.map_or(finder, |now| finder.reference(now));
    let finder = args.order.map_or(finder, |order| finder.order(order));
    let finder = if args.ahead { finder.direction(Direction::Ahead) } else { finder };
    copydesk::dates(stdin().lock(), &finder, Output::open(None)?)
}

pub(crate) fn bylines() -> Result<(), Error> {
    copydesk::bylines(stdin().lock(), Output::open(None)?)
}

pub(crate) fn languages() -> Result<(), Error> {
    copydesk::languages(stdin().lock(), Output::open(None)?)
}
