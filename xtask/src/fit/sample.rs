//! What weights are fitted on: the candidates of documents whose right value is known, each with its verdict.

use super::regression::Example;
use crate::score::{Day, Field, Names, Verdict, judge};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;

/// A document whose right value is known.
pub(super) struct Document {
    /// Pages of one site share it, as far as the name tells.
    pub(super) source: String,
    /// Whether the page was read without its blank lines.
    pub(super) is_unspaced: bool,
    /// The verdict if the field stays empty.
    pub(super) silence: Verdict,
    /// In the order of the page.
    pub(super) candidates: Vec<Candidate>,
}

impl Document {
    pub(super) fn examples(&self) -> Vec<Example<'_>> {
        self.candidates.iter().map(|candidate| (&*candidate.features, candidate.is_right())).collect()
    }
}

/// A value that the field could take.
pub(super) struct Candidate {
    /// Places in the table of weights, ascending.
    pub(super) features: Vec<usize>,
    pub(super) value: String,
    /// None if the field cannot take the value: a date that is no day.
    pub(super) verdict: Option<Verdict>,
}

impl Candidate {
    pub(super) fn is_right(&self) -> bool {
        self.verdict.is_some_and(|verdict| verdict.correct == verdict.predicted)
    }
}

/// A row of the table of candidates.
pub(super) struct Row {
    pub(super) value: String,
    start: u64,
    pub(super) features: Vec<String>,
}

/// The rows of a field, by name of document, in the order of the page: it must not matter by which weights the table was sorted.
pub(super) fn rows(table: &[u8], field: Field) -> Result<BTreeMap<String, Vec<Row>>> {
    let mut table = csv::Reader::from_reader(table);
    let columns = table.headers()?.clone();
    let column = |name: &str| {
        let at = columns.iter().position(|column| column.trim_start_matches('\u{FEFF}') == name);
        at.with_context(|| format!("expected a column `{name}`"))
    };
    let [name, of, value, start, features] =
        [column("name")?, column("field")?, column("value")?, column("start")?, column("features")?];
    let mut rows = BTreeMap::<String, Vec<Row>>::new();
    for row in table.into_records() {
        let row = row?;
        if row[of] == *field.name() {
            let features = row[features].split(';').map(|name| name.trim().to_owned()).collect();
            let start = row[start].parse().with_context(|| format!("start: `{}`", &row[start]))?;
            rows.entry(row[name].to_owned()).or_default().push(Row {
                value: row[value].to_owned(),
                start,
                features,
            });
        }
    }
    for rows in rows.values_mut() {
        rows.sort_by_key(|row| row.start);
    }
    Ok(rows)
}

/// The documents of the gold whose right value is known. Of two documents with one name neither is taken: the table of
/// candidates does not tell them apart.
pub(super) fn documents(
    rows: &BTreeMap<String, Vec<Row>>,
    gold: &[Value],
    field: Field,
    features: &[&str],
) -> Result<Vec<Document>> {
    let names = Names::load()?;
    let mut counts = BTreeMap::<&str, usize>::new();
    for name in gold.iter().filter_map(name) {
        *counts.entry(name).or_default() += 1;
    }
    let mut documents = Vec::new();
    for gold in gold.iter().filter(|gold| name(gold).is_some_and(|name| counts[name] == 1)) {
        let Some(silence) = judge(&names, field, gold, "") else { continue };
        let name = name(gold).unwrap_or_default();
        let mut candidates = Vec::new();
        for row in rows.get(name).map(Vec::as_slice).unwrap_or_default() {
            let verdict = verdict(&names, field, gold, &row.value);
            if verdict.is_some() || is_partial(field, &row.value) {
                let features = places(&row.features, features)?;
                candidates.push(Candidate { features, value: row.value.clone(), verdict });
            }
        }
        documents.push(Document { source: source(name).to_owned(), is_unspaced: false, silence, candidates });
    }
    Ok(documents)
}

/// Judges a value; `None` if it counts neither way, or if the field cannot take it.
fn verdict(names: &Names, field: Field, gold: &Value, value: &str) -> Option<Verdict> {
    let verdict = judge(names, field, gold, value)?;
    (!is_partial(field, value) && verdict.predicted > 0).then_some(verdict)
}

/// Whether a value is a date that is no day: it stands against the others, but no page is given it.
fn is_partial(field: Field, value: &str) -> bool {
    field == Field::Published && !matches!(Day::read(value), Day::Full(..))
}

pub(super) fn places(names: &[String], features: &[&str]) -> Result<Vec<usize>> {
    let place = |name: &String| {
        let at = features.iter().position(|feature| feature == name);
        at.with_context(|| format!("a candidate has the feature `{name}`, which the table of weights lacks"))
    };
    let mut places = names.iter().map(place).collect::<Result<Vec<_>>>()?;
    places.sort_unstable();
    Ok(places)
}

/// What stands before the last `_` of the file's name, as in `example.org_3.txt`; else the folder; else the name itself.
pub(super) fn source(name: &str) -> &str {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let before = file.rsplit_once('_').map_or("", |(before, _)| before);
    [before, folder].into_iter().find(|source| !source.is_empty()).unwrap_or(name)
}

pub(super) fn name(gold: &Value) -> Option<&str> {
    gold["name"].as_str()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{Document, documents, rows, source};
    use crate::score::Field;
    use serde_json::{Value, json};

    const FEATURES: [&str; 3] = ["base", "labelled", "in_prose"];

    fn read(table: &str, field: Field, gold: &[Value]) -> anyhow::Result<Vec<Document>> {
        documents(&rows(table.as_bytes(), field)?, gold, field, &FEATURES)
    }

    /// Features and whether right, candidate by candidate.
    #[track_caller]
    fn check(table: &str, field: Field, gold: &Value, candidates: &[(&[usize], bool)]) {
        let table = format!("name,field,value,start,features\n{table}");
        let documents = read(&table, field, std::slice::from_ref(gold)).unwrap();
        let labelled = |document: &Document| -> Vec<_> {
            document.candidates.iter().map(|one| (one.features.clone(), one.is_right())).collect()
        };
        let wanted: Vec<_> =
            candidates.iter().map(|(features, is_right)| (features.to_vec(), *is_right)).collect();
        assert_eq!(documents.iter().map(labelled).collect::<Vec<_>>(), [wanted]);
    }

    #[test]
    fn days() {
        let gold = json!({"name": "a.txt", "date": "2019-03-08", "date_visible": "full"});
        check(
            "a.txt,published,2019-03-01,90,in_prose; base\n\
             a.txt,published,2019-03-08,40,base; labelled\n\
             a.txt,published,8. März,20,base; labelled\n\
             a.txt,published,2019,10,base\n\
             a.txt,headline,2019-03-08,5,base\n\
             b.txt,published,2019-03-08,7,base\n",
            Field::Published,
            &gold,
            &[(&[0], false), (&[0, 1], false), (&[0, 1], true), (&[0, 2], false)],
        );
        check("", Field::Published, &gold, &[]);
    }

    #[test]
    fn people() {
        let gold =
            json!({"name": "a.txt", "authors": ["Runa Thorsen"], "authors_optional": ["Fjord Herald"]});
        check(
            "a.txt,authors,Runa Thorsen,1,base; labelled\n\
             a.txt,authors,Fjord Herald,2,base\n\
             a.txt,authors,Runa Thorsen; Oda Brekke,3,base\n\
             a.txt,authors,Thorsen Runa; Fjord Herald,4,base\n",
            Field::Authors,
            &gold,
            &[(&[0, 1], true), (&[0], false), (&[0], true)],
        );
    }

    #[test]
    fn left_out() {
        let table = "name,field,value,start,features\na.txt,published,2019-03-08,1,base\n";
        let known = json!({"name": "a.txt", "date": "2019-03-08"});
        let unknown = json!({"name": "a.txt", "date": null});
        assert_eq!(read(table, Field::Published, &[unknown]).unwrap().len(), 0);
        assert_eq!(read(table, Field::Published, &[known.clone(), known.clone()]).unwrap().len(), 0);
        let silent = read("name,field,value,start,features\n", Field::Published, &[known]).unwrap();
        assert_eq!((silent.len(), silent[0].candidates.len(), silent[0].silence.predicted), (1, 0, 0));
    }

    #[test]
    fn faults() {
        let known = [json!({"name": "a.txt", "date": "2019-03-08"})];
        for table in [
            "name,field,value,start\na.txt,published,2019-03-08,1\n",
            "name,field,value,start,features\na.txt,published,2019-03-08,x,base\n",
            "name,field,value,start,features\na.txt,published,2019-03-08,1,unheard_of\n",
        ] {
            assert!(read(table, Field::Published, &known).is_err(), "{table}");
        }
    }

    #[test]
    fn sources() {
        assert_eq!(source("north/example.org_12.txt"), "example.org");
        assert_eq!(source("south/example.org_7.txt"), "example.org");
        assert_eq!(source("north/one_two_3.txt"), "one_two");
        assert_eq!(source("north/gazette/page.txt"), "north/gazette");
        assert_eq!(source("north/_page.txt"), "north");
        assert_eq!(source("page.txt"), "page.txt");
    }
}
