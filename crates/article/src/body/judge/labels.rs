//! Which labels announce the same.

use copydesk_blocks::LabelKind as K;

pub(super) const OTHERS: &[K] = &[K::Related, K::MoreFrom, K::Latest, K::Popular];
pub(super) const SHARE: &[K] = &[K::Share, K::Follow];
