use crate::Error;
use std::cmp::Ordering;

/// A name of a document that somebody asks for, and those most like it.
#[derive(Debug)]
pub(crate) struct Lookup<'n> {
    wanted: &'n str,
    is_found: bool,
    /// The names that are most like it, the best first, while it is not found.
    alike: Vec<(f64, String)>,
}

/// How many names are suggested.
const SUGGESTIONS: usize = 3;
/// How much alike names are that are suggested, 0 to 1.
const ALIKE: f64 = 0.75;

impl<'n> Lookup<'n> {
    pub(crate) fn of(wanted: &'n str) -> Self {
        Self { wanted, is_found: false, alike: Vec::new() }
    }

    /// Whether a name is the one; of the others, those most like it are remembered.
    pub(crate) fn finds(&mut self, name: &str) -> bool {
        let is_it = name == self.wanted;
        self.is_found |= is_it;
        if !self.is_found {
            self.compare(name);
        }
        is_it
    }

    /// That no name was the one, if none was; which are called much the same.
    pub(crate) fn result(self) -> Result<(), Error> {
        if self.is_found {
            return Ok(());
        }
        let names = self.alike.into_iter().map(|(_, name)| name).collect();
        Err(Error::unknown("document of the bundle", self.wanted, names))
    }

    fn compare(&mut self, name: &str) {
        let score = likeness(name, self.wanted);
        if score < ALIKE || self.alike.iter().any(|(_, known)| known == name) {
            return;
        }
        let is_better =
            |(known, other): &(f64, String)| order((*known, other), (score, name)) == Ordering::Less;
        let place = self.alike.partition_point(is_better);
        if place < SUGGESTIONS {
            self.alike.insert(place, (score, name.to_owned()));
            self.alike.truncate(SUGGESTIONS);
        }
    }
}

/// The more alike first, then by name.
fn order(a: (f64, &str), b: (f64, &str)) -> Ordering {
    b.0.total_cmp(&a.0).then(a.1.cmp(b.1))
}

/// Names that contain the one wanted come first. Nothing is like no name at all.
fn likeness(name: &str, wanted: &str) -> f64 {
    if !wanted.is_empty() && name.contains(wanted) { 1.0 } else { strsim::jaro(name, wanted) }
}

#[cfg(test)]
mod tests {
    use super::Lookup;

    #[track_caller]
    fn check(wanted: &str, expected: &[&str]) {
        let names = [
            "harbour-tram.txt",
            "elbfaehre.txt",
            "paper-mill.txt",
            "paper-mill.txt",
            "page-1.txt",
            "page-2.txt",
        ];
        let mut lookup = Lookup::of(wanted);
        for name in names {
            assert!(!lookup.finds(name));
        }
        let found: Vec<_> = lookup.alike.iter().map(|(_, name)| &**name).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn slips_and_parts_find_the_name() {
        check("harbor-tram.txt", &["harbour-tram.txt"]);
        check("mill", &["paper-mill.txt"]);
        check("page-3.txt", &["page-1.txt", "page-2.txt", "paper-mill.txt"]);
    }

    #[test]
    fn nothing_like_it_is_suggested_nothing() {
        check("zebra", &[]);
        check("東京", &[]);
        check("", &[]);
    }
}
