//! How often each name has come.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many different names are remembered: 2^20, in some 30 MB.
pub(crate) const MOST_NAMES: usize = 1 << 20;

/// Counts names in bounded memory. They are told apart by 64 bits of a hash.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    seen: BTreeMap<u64, u32>,
    is_full: bool,
}

/// What is known of a name.
pub(crate) struct Count {
    /// 1 for the first document of the name.
    pub(crate) occurrence: usize,
    /// Whether this is the first name for which there was no room.
    pub(crate) has_filled: bool,
}

impl Names {
    pub(crate) fn count(&mut self, name: &str) -> Count {
        let hash = hash(name);
        let has_room = self.seen.len() < MOST_NAMES;
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

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
