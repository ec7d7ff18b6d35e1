use std::fmt;
use std::ops::Range;

/// How many of the candidates that lost a field keeps.
const RIVALS: usize = 5;

/// A field with one value: what was found or why nothing was, and what else came into question.
#[derive(Clone, Debug, PartialEq)]
pub struct Field<T> {
    /// The value with its evidence, or the reason for its absence.
    pub outcome: Result<Finding<T>, Reason>,
    /// The other candidates, best first.
    pub rivals: Vec<Finding<T>>,
}

/// A field with any number of values, in the order of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T> {
    /// The values, each with its evidence; never empty.
    pub outcome: Result<Vec<Finding<T>>, Reason>,
    /// The other candidates, best first.
    pub rivals: Vec<Finding<T>>,
}

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding<T> {
    /// The value, normalised.
    pub value: T,
    /// Where it stands and why it was taken.
    pub evidence: Evidence,
}

/// Where a value stands in the page's text and how it was recognised.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Bytes of the page's text that hold the value as printed.
    pub span: Range<usize>,
    /// The rule that recognised it.
    pub rule: Rule,
    /// How sure the rule is, 0 to 1.
    pub confidence: f32,
}

/// What is less likely than this is no candidate to speak of.
const FAIR_CHANCE: f32 = 0.25;

/// Why a field stays empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nothing on the page looks like a value, or nothing enough like one.
    NoCandidate,
    /// Something does, but not surely enough.
    LowConfidence,
    /// Dates stand in the prose alone.
    OnlyBodyDates,
    /// Numbers whose day and month cannot be told apart.
    AmbiguousOrder,
    /// A label such as "Posted on" with nothing behind it.
    LabelWithoutValue,
    /// A date before the web or after the page was fetched.
    Implausible,
    /// A date without its year or day.
    Incomplete,
    /// "2 hours ago", and nothing says when.
    RelativeWithoutBase,
    /// Candidates of equal weight that contradict each other.
    Conflict,
}

impl Reason {
    /// The reason as the table prints it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoCandidate => "no_candidate",
            Self::LowConfidence => "low_confidence",
            Self::OnlyBodyDates => "only_body_dates",
            Self::AmbiguousOrder => "ambiguous_order",
            Self::LabelWithoutValue => "label_without_value",
            Self::Implausible => "implausible",
            Self::Incomplete => "incomplete",
            Self::RelativeWithoutBase => "relative_without_base",
            Self::Conflict => "conflict",
        }
    }

    /// The reason, if these are the candidates that were not taken, the best first.
    pub(crate) fn given<T>(self, rivals: &[Finding<T>]) -> Self {
        let is_likely = rivals.first().is_some_and(|best| best.evidence.confidence >= FAIR_CHANCE);
        if self == Self::NoCandidate && is_likely { Self::LowConfidence } else { self }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<T> Field<T> {
    /// The value, if one was found.
    pub fn value(&self) -> Option<&T> {
        self.outcome.as_ref().ok().map(|finding| &finding.value)
    }

    /// The evidence, if a value was found.
    pub fn evidence(&self) -> Option<&Evidence> {
        self.outcome.as_ref().ok().map(|finding| &finding.evidence)
    }

    /// The reason, if none was.
    pub fn reason(&self) -> Option<Reason> {
        self.outcome.as_ref().err().copied()
    }

    /// Takes the value back: it becomes the first of the rivals.
    pub(crate) fn withdraw(&mut self, reason: Reason) {
        if let Ok(best) = std::mem::replace(&mut self.outcome, Err(reason)) {
            self.rivals.insert(0, best);
            self.rivals.truncate(RIVALS);
        }
    }

    pub(crate) fn empty(reason: Reason) -> Self {
        Self { outcome: Err(reason), rivals: Vec::new() }
    }

    pub(crate) fn of(found: Option<Finding<T>>) -> Self {
        Self { outcome: found.ok_or(Reason::NoCandidate), rivals: Vec::new() }
    }

    /// The first of some candidates, the best first, if it is sure enough; the next ones are its rivals.
    pub(crate) fn best(
        ranked: impl IntoIterator<Item = Finding<T>>,
        threshold: f32,
        otherwise: Reason,
    ) -> Self {
        let mut ranked = ranked.into_iter().peekable();
        let best = ranked.next_if(|best| best.evidence.confidence >= threshold);
        let rivals: Vec<_> = ranked.take(RIVALS).collect();
        Self { outcome: best.ok_or_else(|| otherwise.given(&rivals)), rivals }
    }
}

impl<T> Finding<T> {
    pub(crate) fn new(value: T, span: Range<usize>, rule: &'static str, confidence: f32) -> Self {
        Self { value, evidence: Evidence { span, rule: Rule(rule), confidence } }
    }
}

impl<T> List<T> {
    /// All that was found, or else why nothing was; of the other candidates, the first.
    pub(crate) fn of(found: Vec<Finding<T>>, mut rivals: Vec<Finding<T>>, otherwise: Reason) -> Self {
        rivals.truncate(RIVALS);
        let outcome = if found.is_empty() { Err(otherwise) } else { Ok(found) };
        Self { outcome, rivals }
    }

    /// The values found, in the order of the page.
    pub fn findings(&self) -> &[Finding<T>] {
        self.outcome.as_deref().unwrap_or_default()
    }

    /// The reason, if none was found.
    pub fn reason(&self) -> Option<Reason> {
        self.outcome.as_ref().err().copied()
    }
}

/// The rule by which a value was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule(pub(crate) &'static str);

impl Rule {
    /// The rule's name as `explain` prints it, `date_after_label`.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
