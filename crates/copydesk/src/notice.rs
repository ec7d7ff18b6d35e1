use crate::excerpt::Excerpt;
use annotate_snippets::{Group, Level, Renderer};
use copydesk_bundle::IssueKind;
use std::borrow::Cow;
use std::fmt;

/// Something odd about an input, for the people who run the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How bad it is.
    pub severity: Severity,
    /// Short name, as in the table's column `warnings`.
    pub code: Cow<'static, str>,
    /// The file it is about.
    pub file: String,
    /// Byte offset in that file.
    pub offset: usize,
    /// `expected X, found Y`.
    pub message: String,
    pub(crate) excerpt: Option<Excerpt>,
}

/// How bad something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Odd, but nothing is lost.
    Warning,
    /// Something of a document is lost or in doubt: the exit code says so.
    Problem,
}

/// Whether texts for people are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// They are not.
    Plain,
    /// They are, with the escape codes of terminals.
    Coloured,
}

impl Notice {
    /// The notice as people read it, with the line at fault where there is one.
    pub fn render(&self, style: Style) -> String {
        let level = match self.severity {
            Severity::Warning => Level::WARNING,
            Severity::Problem => Level::ERROR,
        };
        let title = Group::with_title(level.primary_title(format!("{}: {}", self.place(), self.message)));
        let report = match &self.excerpt {
            Some(excerpt) => title.element(excerpt.snippet("")),
            None => title,
        };
        style.renderer().render(&[report])
    }

    /// `FILE:OFFSET`.
    pub(crate) fn place(&self) -> String {
        format!("{}:{}", self.file, self.offset)
    }
}

impl Style {
    pub(crate) fn renderer(self) -> Renderer {
        match self {
            Self::Plain => Renderer::plain(),
            Self::Coloured => Renderer::styled(),
        }
    }
}

impl Severity {
    /// What a message begins with.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Problem => "error",
        }
    }

    /// Forms that are tolerated are warnings; what makes a content, a name or a header doubtful is a problem.
    pub(crate) fn of(issue: &IssueKind) -> Self {
        match issue {
            IssueKind::NoMarker
            | IssueKind::Preamble { .. }
            | IssueKind::Nested { .. }
            | IssueKind::DuplicateName { .. }
            | IssueKind::ManyNames { .. }
            | IssueKind::ByteOrderMark
            | IssueKind::CarriageReturn
            | IssueKind::TrailingBlanks
            | IssueKind::MissingLineFeed => Self::Warning,
            _ => Self::Problem,
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}:{}: {}", self.severity, self.file, self.offset, self.message)
    }
}
