use crate::Error;
use copydesk_bundle::Bundle;

/// The documents of a name, by index; the error names those that are called much the same.
pub(crate) fn find_documents(bundle: &Bundle<'_>, name: &str) -> Result<Vec<usize>, Error> {
    let documents = bundle.documents.iter().enumerate();
    let found: Vec<_> =
        documents.filter(|(_, document)| document.name == name).map(|(index, _)| index).collect();
    if found.is_empty() {
        let names: Vec<_> = bundle.documents.iter().map(|document| &*document.name).collect();
        return Err(Error::unknown("document of the bundle", name, nearest(&names, name)));
    }
    Ok(found)
}

/// How many names are suggested.
const SUGGESTIONS: usize = 3;
/// How much alike names are that are suggested, 0 to 1.
const ALIKE: f64 = 0.75;

/// The names most like the one wanted, if any are; names that contain it come first. Nothing is like no name at all.
fn nearest(names: &[&str], wanted: &str) -> Vec<String> {
    let mut scored: Vec<_> = names
        .iter()
        .map(|name| (likeness(name, wanted), *name))
        .filter(|(score, _)| *score >= ALIKE)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup();
    scored.into_iter().take(SUGGESTIONS).map(|(_, name)| name.to_owned()).collect()
}

fn likeness(name: &str, wanted: &str) -> f64 {
    if !wanted.is_empty() && name.contains(wanted) { 1.0 } else { strsim::jaro(name, wanted) }
}

#[cfg(test)]
mod tests {
    use super::nearest;

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
        assert_eq!(nearest(&names, wanted), expected);
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
