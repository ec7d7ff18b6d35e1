use copydesk_bundle::{Bundle, Issue, IssueKind};
use std::collections::BTreeMap;

/// Names of the documents in the inputs of a run: what is one document in each input may be two in the table.
#[derive(Debug)]
pub(crate) struct Names {
    /// How many documents had the name so far.
    seen: BTreeMap<String, usize>,
    /// Inputs still to come: the names of the last one need not be remembered.
    inputs: usize,
}

impl Names {
    pub(crate) fn new(inputs: usize) -> Self {
        Self { seen: BTreeMap::new(), inputs }
    }

    /// Counts the documents of a name on from those in the inputs before, and reports each.
    pub(crate) fn count(&mut self, bundle: &mut Bundle<'_>) {
        self.inputs = self.inputs.saturating_sub(1);
        if !self.seen.is_empty() {
            self.renumber(bundle);
        }
        if self.inputs > 0 {
            let documents = bundle.documents.iter();
            self.seen.extend(documents.map(|document| (document.name.to_string(), document.occurrence)));
        }
    }

    fn renumber(&self, Bundle { documents, issues, .. }: &mut Bundle<'_>) {
        for (index, document) in documents.iter_mut().enumerate() {
            let Some(before) = self.seen.get(&*document.name) else { continue };
            if document.occurrence == 1 {
                let kind = IssueKind::DuplicateName { occurrence: 1 };
                issues.push(Issue { kind, span: document.marker.clone(), document: Some(index) });
            }
            document.occurrence += before;
        }
        issues.sort_by_key(|issue| issue.document);
        for issue in issues {
            let document = issue.document.and_then(|index| documents.get(index));
            if let (IssueKind::DuplicateName { occurrence }, Some(document)) = (&mut issue.kind, document) {
                *occurrence = document.occurrence;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use copydesk_bundle::read;

    /// Reads the bundles of one run; each document as `name occurrence`, with the issue of its name if it has one.
    #[track_caller]
    fn check(bundles: &[&str], expected: &[&str]) {
        let mut names = Names::new(bundles.len());
        let mut found = Vec::new();
        for bundle in bundles {
            let mut bundle = read(bundle.as_bytes());
            names.count(&mut bundle);
            for (index, document) in bundle.documents.iter().enumerate() {
                let issues: Vec<_> = bundle.issues_of(index).iter().map(ToString::to_string).collect();
                let said = format!("found occurrence {} of this one", document.occurrence);
                assert_eq!(issues.iter().any(|issue| issue.contains(&said)), document.occurrence > 1);
                found.push(format!("{} {}", document.name, document.occurrence));
            }
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn names_are_counted_over_the_inputs() {
        check(
            &["==> a <==\n==> b <==\n", "==> b <==\n==> c <==\n==> a <==  \n", "==> a <==\n"],
            &["a 1", "b 1", "b 2", "c 1", "a 2", "a 3"],
        );
    }

    #[test]
    fn names_that_repeat_in_an_input_count_on() {
        check(
            &["==> a <==\n==> a <==\n", "==> a <==\n==> b <==\n==> a <==\n"],
            &["a 1", "a 2", "a 3", "b 1", "a 4"],
        );
    }

    #[test]
    fn other_names_are_nothing_odd() {
        check(&["==> a <==\n", "", "==> A <==\n==> a/a <==\n"], &["a 1", "A 1", "a/a 1"]);
    }
}
