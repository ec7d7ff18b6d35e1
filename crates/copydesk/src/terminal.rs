//! Standard error: progress, warnings and errors, for people.

use annotate_snippets::{Group, Level, Renderer};
use copydesk::{Error, Notice, Observer, Severity, Style, Summary};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;

/// Shows how a run goes.
#[derive(Debug)]
pub(crate) struct Terminal {
    bar: ProgressBar,
    documents: usize,
    least: Severity,
    problems: usize,
    shown: BTreeMap<String, usize>,
}

/// How many notices of one kind are shown; all of them stand in the table.
const SHOWN: usize = 5;

impl Terminal {
    pub(crate) fn new() -> Self {
        Self {
            bar: progress_bar(),
            documents: 0,
            least: Severity::Warning,
            problems: 0,
            shown: BTreeMap::new(),
        }
    }

    /// One that shows problems only.
    pub(crate) fn quiet() -> Self {
        Self { bar: ProgressBar::hidden(), least: Severity::Problem, ..Self::new() }
    }

    /// What the command exits with when its work is done.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(u8::from(self.problems > 0))
    }

    /// Removes the progress bar and says what came of the run.
    pub(crate) fn finish(&self, summary: &Summary) {
        self.bar.finish_and_clear();
        let hidden: usize = self.shown.values().map(|count| count.saturating_sub(SHOWN)).sum();
        if self.least > Severity::Warning {
            return;
        }
        if hidden > 0 {
            print(&format!("{hidden} messages more of the same kinds, see the column `warnings`"));
        }
        print(&summary.to_string());
    }
}

impl Observer for Terminal {
    fn start(&mut self, bytes: usize) {
        self.bar.inc_length(bytes as u64);
    }

    fn advance(&mut self, documents: usize, bytes: usize) {
        self.documents += documents;
        self.bar.set_message(self.documents.to_string());
        self.bar.inc(bytes as u64);
    }

    fn notice(&mut self, notice: &Notice) {
        self.problems += usize::from(notice.severity == Severity::Problem);
        if notice.severity < self.least {
            return;
        }
        let count = self.shown.entry(notice.code.to_string()).or_default();
        *count += 1;
        if *count <= SHOWN {
            self.bar.suspend(|| print(&notice.render(style(&stderr()))));
        }
    }
}

/// Whether a stream takes colours: terminals do, unless their user declines.
pub(crate) fn style(stream: &impl IsTerminal) -> Style {
    let is_declined = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if stream.is_terminal() && !is_declined { Style::Coloured } else { Style::Plain }
}

/// The style of standard output.
pub(crate) fn stdout_style() -> Style {
    style(&stdout())
}

pub(crate) fn print_error(error: &Error) {
    let renderer = match style(&stderr()) {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    print(&renderer.render(&[Group::with_title(Level::ERROR.primary_title(error.to_string()))]));
}

/// Nobody is told that standard error is closed.
fn print(message: &str) {
    let _ = writeln!(stderr(), "{message}");
}

/// Hidden by itself where standard error is no terminal.
fn progress_bar() -> ProgressBar {
    let template =
        "{bar:30} {msg} documents, {decimal_bytes} of {decimal_total_bytes}, {decimal_bytes_per_sec}";
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(0).with_style(style)
}
