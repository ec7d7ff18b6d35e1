//! When a candidate wins: the tables in `data/weights` say what each piece of evidence weighs, in log-odds. The weights of
//! the features that hold are added up; the candidate with the highest sum wins, if its confidence reaches the table's
//! threshold.

pub(crate) use crate::generated::authors::Authors;
pub(crate) use crate::generated::body::Body;
pub(crate) use crate::generated::headline::Headline;
pub(crate) use crate::generated::published::Published;

/// The confidence, 0 to 1, of a sum of log-odds.
pub(crate) fn confidence(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// What a label of a change adds for a date of change: it outweighs what the label takes from a date of publication.
pub(crate) const LABELLED_UPDATE: f32 = 3.0;

/// Two days under labels of publication contradict each other, unless the odds of one are less than this share of the other's.
pub(crate) const CONFLICT_MARGIN: f32 = 0.01;
