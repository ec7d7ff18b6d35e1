use crate::issue::IssueKind;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Counts names of documents in bounded memory, over as many bundles as it is handed on to.
///
/// [`Names::MOST`] are remembered; of others it is not known whether they come again. They are told apart by 64 bits of a hash.
#[derive(Clone, Debug, Default)]
pub struct Names {
    seen: BTreeMap<u64, u32>,
    is_full: bool,
}

/// What is known of the name of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// How many documents have had the name, this one included.
    pub occurrence: usize,
    /// Whether this is the first name for which there was no room.
    pub has_filled: bool,
}

impl Names {
    /// How many different names are remembered: 2^20, in some 30 MB.
    pub const MOST: usize = 1 << 20;

    /// Counts one document more of this name.
    pub fn count(&mut self, name: &str) -> Count {
        let hash = hash(name);
        let has_room = self.seen.len() < Self::MOST;
        match self.seen.get_mut(&hash) {
            Some(count) => {
                *count = count.saturating_add(1);
                Count { occurrence: *count as usize, has_filled: false }
            }
            None if has_room => {
                self.seen.insert(hash, 1);
                Count { occurrence: 1, has_filled: false }
            }
            None => Count { occurrence: 1, has_filled: !std::mem::replace(&mut self.is_full, true) },
        }
    }
}

impl Count {
    /// What is odd about it.
    pub fn issues(self) -> impl Iterator<Item = IssueKind> {
        let Self { occurrence, has_filled } = self;
        let issues = [
            (occurrence > 1).then_some(IssueKind::DuplicateName { occurrence }),
            has_filled.then_some(IssueKind::ManyNames { most: Names::MOST }),
        ];
        issues.into_iter().flatten()
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
