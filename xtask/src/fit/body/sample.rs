//! The lines of documents, as far as the gold tells what they are.

use crate::fit::sample::{Row, name, places, source};
use crate::score::{Verdict, squeeze, strings};
use anyhow::Result;
use serde_json::Value;
use std::collections::BTreeMap;

/// A document of whose body fragments are known.
pub(super) struct Document {
    pub(super) source: String,
    /// In the order of the page.
    pub(super) lines: Vec<Line>,
    /// For each fragment that belongs to the article, or does not, the lines that hold it.
    wanted: Vec<Vec<usize>>,
    pub(super) unwanted: Vec<Vec<usize>>,
}

pub(super) struct Line {
    /// Places in the table of weights, ascending.
    pub(super) features: Vec<usize>,
    /// Whether it is known to be the article's.
    pub(super) is_body: Option<bool>,
}

impl Document {
    /// What the lines from a chance on are worth.
    pub(super) fn verdict(&self, chances: &[f64], threshold: f64) -> Verdict {
        let is_in = |lines: &&Vec<usize>| lines.iter().any(|line| chances[*line] >= threshold);
        let kept = self.wanted.iter().filter(is_in).count();
        let leaked = self.unwanted.iter().filter(is_in).count();
        Verdict {
            visible: self.wanted.len(),
            predicted: kept + leaked,
            correct: kept,
            found: kept,
            ..Verdict::default()
        }
    }
}

/// The feature of lines amid the prose.
const MAIN: &str = "in_main";

pub(super) fn documents(
    rows: &BTreeMap<String, Vec<Row>>,
    gold: &[Value],
    features: &[&str],
) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    for gold in gold {
        let name = name(gold).unwrap_or_default();
        let Some(rows) = rows.get(name).filter(|_| strings(&gold["body_snippets"], "with").count() > 0)
        else {
            continue;
        };
        documents.push(document(source(name), rows, &gold["body_snippets"], features)?);
    }
    Ok(documents)
}

fn document(source: &str, rows: &[Row], fragments: &Value, features: &[&str]) -> Result<Document> {
    let texts: Vec<String> = rows.iter().map(|row| squeeze(&row.value)).collect();
    let holding = |fragment: &str| {
        let fragment = squeeze(fragment);
        (0..texts.len()).filter(|line| texts[*line].contains(&fragment)).collect::<Vec<_>>()
    };
    let lines_of = |key: &str| -> Vec<Vec<usize>> {
        strings(fragments, key).map(holding).filter(|lines| !lines.is_empty()).collect()
    };
    let (wanted, unwanted) = (lines_of("with"), lines_of("without"));
    let line = |row: &Row| Ok(Line { features: places(&row.features, features)?, is_body: None });
    let is_main = |line: &usize| rows[*line].features.iter().any(|feature| feature == MAIN);
    let mut lines: Vec<Line> = rows.iter().map(line).collect::<Result<_>>()?;
    for (line, is_body) in labels(&wanted, &unwanted, is_main) {
        lines[line].is_body = Some(is_body);
    }
    Ok(Document { source: source.to_owned(), lines, wanted, unwanted })
}

/// What fragments say of lines, the last word last: a line with a wanted fragment is the article's, whatever else it holds.
/// Fragments on many lines are words of the page, and of those wanted it is not known which line is meant, unless one alone is
/// amid the prose.
fn labels<'l>(
    wanted: &'l [Vec<usize>],
    unwanted: &'l [Vec<usize>],
    is_main: impl Fn(&usize) -> bool + 'l,
) -> impl Iterator<Item = (usize, bool)> + 'l {
    const MOST_LINES: usize = 3;
    let unwanted =
        unwanted.iter().filter(|lines| lines.len() <= MOST_LINES).flatten().map(|line| (*line, false));
    let wanted = wanted.iter().filter_map(move |lines| match lines[..] {
        [line] => Some((line, true)),
        _ => Some((only(lines.iter().copied().filter(&is_main))?, true)),
    });
    unwanted.chain(wanted)
}

/// The item, if there is one alone.
fn only(mut items: impl Iterator<Item = usize>) -> Option<usize> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::documents;
    use crate::fit::sample::rows;
    use crate::score::Field;
    use serde_json::json;

    const TABLE: &str = "name,field,value,start,features\n\
        a.txt,body,The ferry sails at noon.,10,base; long\n\
        a.txt,body,Harbour,0,base\n\
        a.txt,body,Read our letter,40,base\n\
        a.txt,body,Harbour,70,base\n\
        b.txt,body,Harbour,0,base\n";

    #[test]
    fn known_lines() {
        let gold = [
            json!({"name": "a.txt", "body_snippets": {"with": ["ferry  sails", "Harbour"], "without": ["our letter", "noon", "quay"]}}),
            json!({"name": "b.txt", "body_snippets": null}),
        ];
        let found =
            documents(&rows(TABLE.as_bytes(), Field::Body).unwrap(), &gold, &["base", "long"]).unwrap();
        assert_eq!(found.len(), 1);
        let known: Vec<_> = found[0].lines.iter().map(|line| line.is_body).collect();
        assert_eq!(known, [None, Some(true), Some(false), None]);
        let verdict = found[0].verdict(&[0.1, 0.9, 0.8, 0.2], 0.5);
        assert_eq!((verdict.visible, verdict.predicted, verdict.correct), (2, 3, 1));
        let verdict = found[0].verdict(&[0.5, 0.9, 0.1, 0.2], 0.5);
        assert_eq!((verdict.visible, verdict.predicted, verdict.correct), (2, 3, 2));
    }
}
