use crate::batch::Batch;
use copydesk_lexicon::Hash;
use std::collections::BTreeMap;

/// Names of the documents in the inputs of a run: what is one document in each input may be two in the table.
///
/// [`Names::MOST`] are remembered; of others it is not known whether they come again. They are told apart by 64 bits of a
/// hash.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeMap<u64, u32>);

impl Names {
    /// Some 25 MB.
    const MOST: usize = 1 << 20;

    /// Counts the documents of a batch, and tells it which of them have a name that came in an input before.
    pub(crate) fn count(&mut self, batch: &mut Batch) {
        let mut earlier = Vec::new();
        let bundle = batch.bundle();
        for (index, document) in bundle.documents.iter().enumerate() {
            let before = self.add(&document.name).saturating_sub(document.occurrence);
            earlier.extend((before > 0).then_some((index, before)));
        }
        drop(bundle);
        batch.earlier = earlier;
    }

    /// How many documents had the name, this one included.
    fn add(&mut self, name: &str) -> usize {
        let hash = name.bytes().fold(Hash::default(), Hash::with).value();
        let has_room = self.0.len() < Self::MOST;
        if let Some(count) = self.0.get_mut(&hash) {
            *count = count.saturating_add(1);
            return *count as usize;
        }
        has_room.then(|| self.0.insert(hash, 1));
        1
    }
}

#[cfg(test)]
mod tests {
    use crate::Intake;
    use crate::origin::Passes;
    use crate::reading::{Inputs, Step};

    /// Reads the bundles of one run; each document as `name occurrence`, with the issue of its name if it has one.
    #[track_caller]
    fn check(bundles: &[&str], expected: &[&str]) {
        let folder = tempfile::tempdir().expect("a folder");
        let paths: Vec<_> = (0..bundles.len()).map(|index| folder.path().join(index.to_string())).collect();
        for (path, bundle) in paths.iter().zip(bundles) {
            std::fs::write(path, bundle).expect("written");
        }
        let mut found = Vec::new();
        for step in Inputs::new(&paths, &Intake::default(), Passes::One).read() {
            let Step::Batch(batch) = step else { continue };
            let bundle = batch.bundle();
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
