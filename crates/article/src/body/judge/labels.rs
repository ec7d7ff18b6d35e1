//! Which labels announce the same.

use copydesk_blocks::LabelKind as K;

pub(super) const COMMENTS: &[K] = &[K::Comments, K::CommentCount, K::OneComment, K::Reply];
pub(super) const OTHERS: &[K] = &[K::Related, K::MoreFrom, K::Latest, K::Popular];
pub(super) const DETAILS: &[K] = &[K::Published, K::Updated, K::Section, K::Tags, K::ReadingTime];
pub(super) const SHARE: &[K] = &[K::Share, K::Follow];
pub(super) const OFFER: &[K] = &[K::Newsletter, K::Advertisement, K::Paywall, K::ContinueReading];
