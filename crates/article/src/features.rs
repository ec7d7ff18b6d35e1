use std::marker::PhantomData;
use std::ops::Range;

/// A kind of evidence for or against the candidates of a field, as a table in `data/weights` lists it.
pub(crate) trait Feature: Copy + 'static {
    /// All of the field, at most 128, in the order of their bits.
    const ALL: &'static [Self];

    /// The confidence below which the field stays empty: 1 is certain.
    const THRESHOLD: f32;

    /// Its place in a set.
    fn bit(self) -> u32;

    /// Its name in the table.
    fn name(self) -> &'static str;

    /// Its weight in log-odds.
    fn weight(self) -> f32;
}

/// The features that hold for a candidate.
#[derive(Clone, Copy)]
pub(crate) struct Features<F> {
    bits: u128,
    field: PhantomData<F>,
}

impl<F: Feature> Features<F> {
    /// Those that hold.
    #[inline]
    pub(crate) fn of<const N: usize>(all: [(F, bool); N]) -> Self {
        let bit = |(feature, holds): (F, bool)| u128::from(holds) << feature.bit();
        Self { bits: all.into_iter().map(bit).fold(0, |bits, bit| bits | bit), field: PhantomData }
    }

    /// Those of both sets.
    #[inline]
    pub(crate) fn and(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, ..self }
    }

    /// Those that hold, as bits: equal for equal sets.
    pub(crate) fn bits(self) -> u128 {
        self.bits
    }

    /// Whether a feature holds.
    pub(crate) fn hold(self, feature: F) -> bool {
        self.bits >> feature.bit() & 1 == 1
    }

    /// Those that hold, one left out.
    pub(crate) fn without(self, feature: F) -> Self {
        Self { bits: self.bits & !(1 << feature.bit()), ..self }
    }

    /// In the order of their bits.
    fn iter(self) -> impl Iterator<Item = F> {
        let rest = |bits: &u128| Some(bits & bits.wrapping_sub(1)).filter(|rest| *rest != 0);
        let sets = std::iter::successors(Some(self.bits).filter(|bits| *bits != 0), rest);
        sets.filter_map(|bits| F::ALL.get(bits.trailing_zeros() as usize).copied())
    }

    /// The sum of their weights in log-odds; 0 is an even chance.
    pub(crate) fn log_odds(self) -> f32 {
        self.iter().map(F::weight).sum()
    }

    pub(crate) fn names(self) -> Vec<&'static str> {
        self.iter().map(F::name).collect()
    }
}

/// A candidate of a field, and what was found for and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// The field: `headline`, `published`, `authors` or `body`.
    pub field: &'static str,
    /// The value as the table would print it, or as printed on the page where it stands for none.
    pub value: String,
    /// Bytes of the page's text that hold it.
    pub span: Range<usize>,
    /// The sum of the weights, in log-odds.
    pub log_odds: f32,
    /// The features that hold, by the names of the table of weights.
    pub features: Vec<&'static str>,
}

impl Weighed {
    pub(crate) fn new<F: Feature>(
        field: &'static str,
        value: String,
        span: Range<usize>,
        features: Features<F>,
    ) -> Self {
        Self { field, value, span, log_odds: features.log_odds(), features: features.names() }
    }
}
