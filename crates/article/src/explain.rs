use crate::{Evidence, Field, Finding, List, Reason};

/// One field of an article with its values as text, uniform over all fields: for `explain`, and for tables of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The name of the column of the table that has its value.
    pub field: &'static str,
    /// What was found, in the order of the page.
    pub found: Vec<Statement>,
    /// Why nothing was.
    pub reason: Option<Reason>,
    /// The other candidates, best first.
    pub rivals: Vec<Statement>,
}

/// A value as text, with its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The value as text; a date with the time and offset that the table has in columns of their own.
    pub value: String,
    /// Where it comes from.
    pub evidence: Evidence,
}

impl Explained {
    pub(crate) fn field<T>(name: &'static str, field: &Field<T>, print: impl Fn(&T) -> String) -> Self {
        Self {
            field: name,
            found: field.outcome.iter().map(|finding| Statement::new(finding, &print)).collect(),
            reason: field.reason(),
            rivals: field.rivals.iter().map(|finding| Statement::new(finding, &print)).collect(),
        }
    }

    pub(crate) fn list<T>(name: &'static str, list: &List<T>, print: impl Fn(&T) -> String) -> Self {
        Self {
            field: name,
            found: list.findings().iter().map(|finding| Statement::new(finding, &print)).collect(),
            reason: list.reason(),
            rivals: list.rivals.iter().map(|finding| Statement::new(finding, &print)).collect(),
        }
    }
}

impl Statement {
    fn new<T>(finding: &Finding<T>, print: &impl Fn(&T) -> String) -> Self {
        Self { value: print(&finding.value), evidence: finding.evidence.clone() }
    }
}
