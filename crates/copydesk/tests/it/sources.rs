//! Sources made up page by page, of which no name of a document tells: their publisher does, or what recurs on their pages.

use copydesk::{Columns, Options, extract};
use fastrand::Rng;
use std::collections::BTreeMap;
use std::fs;

const SOURCES: usize = 400;

/// What tells which pages are of one source.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    /// `© 2021 The Harbour Courier`, below a masthead that says the same.
    Publisher,
    /// The menu and the lines below the article.
    Template,
}

struct Source {
    month_first: bool,
    name: String,
    sign: Sign,
    menu: Vec<String>,
    foot: Vec<String>,
}

/// Menus of all sources are made from these as well.
const COMMON: [&str; 10] =
    ["Home", "News", "Sport", "Weather", "Contact", "About us", "Search", "Log in", "Opinion", "Videos"];
const SYLLABLES: [&str; 16] = [
    "bar", "quo", "ven", "tir", "lom", "pas", "ked", "rin", "sul", "mor", "fet", "gan", "hib", "wex", "dol",
    "cra",
];

fn word(rng: &mut Rng) -> String {
    let mut word: String = (0..3).map(|_| SYLLABLES[rng.usize(..SYLLABLES.len())]).collect();
    word[..1].make_ascii_uppercase();
    word
}

fn words(rng: &mut Rng, count: usize) -> String {
    (0..count).map(|_| word(rng)).collect::<Vec<_>>().join(" ")
}

impl Source {
    fn new(rng: &mut Rng) -> Self {
        let common: Vec<_> = COMMON.iter().filter(|_| rng.bool()).map(|item| (*item).to_owned()).collect();
        let own: Vec<_> = (0..rng.usize(6..=10)).map(|_| word(rng)).collect();
        Self {
            month_first: rng.bool(),
            sign: if rng.bool() { Sign::Publisher } else { Sign::Template },
            menu: [own, common].concat(),
            foot: (0..rng.usize(2..=5)).map(|_| words(rng, 2)).collect(),
            name: format!("The {} Courier", word(rng)),
        }
    }

    fn day(&self, day: u32, month: u32) -> String {
        if self.month_first {
            format!("{month:02}/{day:02}/2019")
        } else {
            format!("{day:02}/{month:02}/2019")
        }
    }

    /// A page whose date of publication allows both orders, and the day it is of.
    fn page(&self, rng: &mut Rng) -> (String, String) {
        let month = rng.u32(1..=12);
        let day = (month + rng.u32(1..=11) - 1) % 12 + 1;
        let others: Vec<_> = (0..rng.usize(0..=4)).map(|_| words(rng, 6) + "\n").collect();
        // Of another article, and of one order alone; on two pages of three.
        let told = if rng.u8(..3) > 0 { self.day(rng.u32(13..=28), rng.u32(1..=12)) } else { String::new() };
        let (title, masthead) = match self.sign {
            Sign::Publisher => (format!("© 2019 {}", self.name), self.name.clone()),
            Sign::Template => ("All rights reserved".to_owned(), word(rng)),
        };
        let text = format!(
            "{masthead}\n{menu}\n{headline}\n\nPosted {date}\n\nThe ferry of {place} stayed in the harbour all day, since \
             the wind of {wind} had turned in the night and nobody on board wished to wait for the tide that {name} had \
             foretold the people of the islands.\n\nRelated stories\n{others}{told}\n\n{foot}\n{title}\n",
            menu = self.menu.join("\n"),
            headline = words(rng, 7),
            date = self.day(day, month),
            place = word(rng),
            wind = word(rng),
            name = word(rng),
            others = others.concat(),
            foot = self.foot.join("\n"),
        );
        (text, format!("2019-{month:02}-{day:02}"))
    }
}

/// The day of publication of each page of a bundle, by name.
fn days(pages: &[(String, String)]) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pages.bundle");
    let bundle: String = pages.iter().flat_map(|(name, text)| ["==> ", name, " <==\n", text, "\n"]).collect();
    fs::write(&path, bundle).expect("written");
    let columns = Columns::parse("name,date_published").expect("columns");
    let mut table = Vec::new();
    extract(&[path], &Options { columns, ..Options::default() }, &mut table, &mut ()).expect("a table");
    let table = String::from_utf8(table).expect("UTF-8");
    table
        .lines()
        .skip(1)
        .filter_map(|row| row.split_once(','))
        .map(|(name, day)| (name.into(), day.into()))
        .collect()
}

#[test]
fn sources_without_a_name_have_one_order() {
    let mut rng = Rng::with_seed(7);
    let (mut pages, mut gold) = (Vec::new(), BTreeMap::new());
    for source in 0..SOURCES {
        let made = Source::new(&mut rng);
        for _ in 0..rng.usize(5..=9) {
            let (text, day) = made.page(&mut rng);
            let name = format!("{}.txt", pages.len());
            gold.insert(name.clone(), (source, made.sign, day));
            pages.push((name, text));
        }
    }
    rng.shuffle(&mut pages);
    let days = days(&pages);
    for sign in [Sign::Publisher, Sign::Template] {
        let (mut right, mut all) = (0, 0);
        for (name, (source, _, day)) in gold.iter().filter(|(_, (_, of, _))| *of == sign) {
            all += 1;
            right += usize::from(days[name] == *day);
            // None is read in the other order.
            assert!(
                days[name].is_empty() || days[name] == *day,
                "{source}: expected {day}, found {}",
                days[name]
            );
        }
        assert!(right * 100 >= all * 99, "{right} right of {all}");
    }
}
