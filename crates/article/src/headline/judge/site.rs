use super::Judge;
use crate::features::Features;
use crate::weights::Headline;
use copydesk_lexicon::is_word;

/// What the page's source is called.
pub(super) struct Site {
    /// In small letters and digits, with nothing between them: `examplegazetteorg`.
    name: String,
    /// A bit for each three letters of it: most words of a text are not in the name.
    filter: u128,
}

/// Shorter words stand in many names.
const LEAST: usize = 3;

impl Site {
    pub(super) fn of(source: Option<&str>) -> Self {
        let words = source.unwrap_or_default().chars().filter(|c| is_word(*c));
        let name: String = words.flat_map(char::to_lowercase).collect();
        let filter = name.as_bytes().windows(LEAST).fold(0, |bits, letters| bits | bit(letters));
        Self { name, filter }
    }

    /// The share of a line's letters whose words stand in the name.
    fn share(&self, line: &str) -> f32 {
        let words = line.split(|c| !is_word(c)).filter(|word| self.holds(word));
        let named: usize = words.map(|word| word.chars().count()).sum();
        if named == 0 {
            return 0.0;
        }
        named as f32 / line.chars().filter(|c| is_word(*c)).count() as f32
    }

    fn holds(&self, word: &str) -> bool {
        self.may_hold(word) && self.name.contains(&word.to_lowercase()) && word.chars().count() >= LEAST
    }

    /// Turns most words away by their first letters.
    fn may_hold(&self, word: &str) -> bool {
        let first = word.as_bytes().get(..LEAST);
        first.is_some_and(
            |first| if word.is_ascii() { self.filter & bit(first) != 0 } else { !self.name.is_ascii() },
        )
    }
}

/// The bit of some ASCII letters, small or not.
fn bit(letters: &[u8]) -> u128 {
    let small = letters.iter().map(u8::to_ascii_lowercase);
    1 << (small.fold(0_u32, |sum, letter| 31 * sum + u32::from(letter)) % u128::BITS)
}

impl Judge<'_, '_> {
    /// What of the line is the name of the site.
    pub(super) fn site(&self, at: usize) -> Features<Headline> {
        let share = self.site.share(self.reading.line(at));
        Features::of([(Headline::SiteName, share >= 0.5), (Headline::NamesSite, share > 0.0 && share < 0.5)])
    }
}

#[cfg(test)]
mod tests {
    use super::Site;

    #[track_caller]
    fn check(source: &str, line: &str, expected: f32) {
        let share = Site::of(Some(source)).share(line);
        assert!((share - expected).abs() < 0.01, "{line}: {share}");
    }

    #[test]
    fn names_of_sites() {
        check("harbour-gazette.example", "The Harbour Gazette", 14.0 / 17.0);
        check("Harbour Gazette", "Harbour Gazette", 1.0);
        check("harbour-gazette.example", "Storm closes the harbour", 7.0 / 21.0);
    }

    #[test]
    fn no_names() {
        check("harbour-gazette.example", "Storm closes two bridges", 0.0);
        check("harbour-gazette.example", "Ha! Am I?", 0.0);
        check("", "The Harbour Gazette", 0.0);
        check("harbour-gazette.example", "–", 0.0);
    }
}
