//! Whom the article tells of: the author is seldom one of them.

use super::Statement;
use crate::reading::Reading;
use copydesk_bylines::ends_with_job;
use copydesk_lexicon::{is_upper, is_word};

/// A biography begins with as many words of the name as this.
const WORDS_OF_NAME: usize = 3;

/// Which of the surnames the article's paragraphs say, other than as their first words; sorted. Biographies do not count, nor
/// do those whom a paragraph calls a writer: `our reporter Jane Doe`.
pub(super) fn surnames<'t>(reading: &Reading<'t>, statements: &[Statement<'_, 't>]) -> Vec<&'t str> {
    let names = sorted(statements.iter().flat_map(|one| one.authors().map(|author| author.name)));
    let surnames = sorted(names.iter().map(|name| surname(name)).filter(|name| name.starts_with(is_upper)));
    if surnames.is_empty() {
        return surnames;
    }
    let (mut told, mut writers) = (Vec::new(), Vec::new());
    for line in reading.page.main.clone().filter(|line| reading.is_prose(*line)) {
        let paragraph = reading.line(line);
        let words = capitalised(paragraph).skip(WORDS_OF_NAME);
        let mut said = words.filter(|(_, word)| surnames.binary_search(word).is_ok()).peekable();
        if said.peek().is_some() && !is_biography(paragraph, &names) {
            for (at, word) in said {
                let list = if is_writer(&paragraph[..at]) { &mut writers } else { &mut told };
                list.push(word);
            }
        }
    }
    let writers = sorted(writers.into_iter());
    sorted(told.into_iter().filter(|word| writers.binary_search(word).is_err()))
}

/// Whether the word for a writer's job stands before a surname, with given names between them at most.
fn is_writer(before: &str) -> bool {
    let heads = std::iter::successors(Some(before.trim_end()), |head| Some(head.rsplit_once(' ')?.0));
    heads.take(WORDS_OF_NAME).any(ends_with_job)
}

/// The words of a text that begin with capitals, and where.
fn capitalised(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        loop {
            let start = end + text[end..].find(is_upper)?;
            end = start + text[start..].find(|c| !is_word(c)).unwrap_or(text.len() - start);
            if !text[..start].ends_with(is_word) {
                return Some((start, &text[start..end]));
            }
        }
    })
}

/// The last word of a name.
pub(super) fn surname(name: &str) -> &str {
    name.rsplit(|c| !is_word(c)).find(|word| !word.is_empty()).unwrap_or_default()
}

fn sorted<'t>(words: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether a paragraph begins with one of some names; what somebody says begins with his name and a colon.
fn is_biography(paragraph: &str, names: &[&str]) -> bool {
    const MOST_WORDS: usize = 6;
    let ends = paragraph.char_indices().filter(|(_, c)| !is_word(*c)).take(MOST_WORDS);
    let mut ends = ends.map(|(at, _)| paragraph.split_at(at));
    ends.any(|(name, rest)| !rest.starts_with(':') && names.binary_search(&name).is_ok())
}
