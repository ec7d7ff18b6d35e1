use crate::echo::{Echo, Rarity, each_word};
use crate::reading::Reading;

/// What of each candidate comes back in the first paragraphs.
pub(super) struct Echoes(Vec<Echoed>);

/// What of a line comes back.
#[derive(Clone, Copy)]
pub(super) struct Echoed {
    /// The share of its longer words, where the rarer count more.
    pub(super) share: f32,
    /// How many come back.
    pub(super) found: u32,
    /// How many there are.
    pub(super) words: u32,
}

impl Echoes {
    pub(super) fn of(reading: &Reading<'_>, candidates: &[usize]) -> Self {
        let echo = Echo::of(first_paragraphs(reading));
        let (mut words, mut ends) = (Vec::new(), vec![0]);
        for at in candidates {
            each_word(reading.line(*at), Echo::MIN_CHARS, |word| words.push(word));
            ends.push(words.len());
        }
        let rarity = Rarity::of(words.clone());
        Self(ends.windows(2).map(|ends| Echoed::of(&words[ends[0]..ends[1]], &echo, &rarity)).collect())
    }

    pub(super) fn get(&self, nth: usize) -> Echoed {
        self.0[nth]
    }

    /// The one of some candidates that is echoed most, the first of equals; none if there is little to hear.
    pub(super) fn most(&self, of: &[usize]) -> Option<usize> {
        const LEAST: f32 = 1.0;
        let strength = |nth: usize| self.0[nth].share * self.0[nth].found as f32;
        let most = of.iter().map(|nth| strength(*nth)).fold(LEAST, f32::max);
        of.iter().copied().find(|nth| strength(*nth) >= most)
    }
}

impl Echoed {
    fn of(words: &[u64], echo: &Echo, rarity: &Rarity) -> Self {
        let (mut all, mut echoed, mut found) = (0.0, 0.0, 0);
        for word in words {
            let weight = rarity.of_word(*word);
            all += weight;
            if echo.has(*word) {
                found += 1;
                echoed += weight;
            }
        }
        Self { share: if words.is_empty() { 0.0 } else { echoed / all }, found, words: words.len() as u32 }
    }
}

fn first_paragraphs<'r, 't>(reading: &'r Reading<'t>) -> impl Iterator<Item = &'t str> + use<'r, 't> {
    const PARAGRAPHS: usize = 10;
    let main = reading.page.main.clone();
    let prose = main.filter(|at| reading.page.lines[*at].role.is_prose());
    prose.filter(|at| reading.page.lines[*at].shape.words > 12).take(PARAGRAPHS).map(|at| reading.line(at))
}
