use crate::batch::{Batch, Content};
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
        match self.0.get_mut(&hash) {
            Some(count) => {
                *count = count.saturating_add(1);
                *count as usize
            }
            None => {
                has_room.then(|| self.0.insert(hash, 1));
                1
            }
        }
    }
}
