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
    heard: BTreeMap<(Severity, String), usize>,
    summary: Option<Summary>,
}

/// How many notices of one kind are shown; of the others, how many there are.
const SHOWN: usize = 5;

impl Terminal {
    pub(crate) fn new() -> Self {
        Self {
            bar: progress_bar(),
            documents: 0,
            least: Severity::Warning,
            heard: BTreeMap::new(),
            summary: None,
        }
    }

    /// One that shows problems only.
    pub(crate) fn quiet() -> Self {
        Self { bar: ProgressBar::hidden(), least: Severity::Problem, ..Self::new() }
    }

    /// What to say of the run when it ends.
    pub(crate) fn sum_up(&mut self, summary: Summary) {
        self.summary = Some(summary);
    }

    /// Removes the progress bar and says what has not been said yet.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
        if let Some(hidden) = self.hidden() {
            print(&hidden);
        }
        if let Some(summary) = self.summary.filter(|_| self.least == Severity::Warning) {
            print(&summary.to_string());
        }
    }

    /// What the command exits with when its work is done.
    pub(crate) fn exit_code(&self) -> ExitCode {
        let is_bad = self.heard.keys().any(|(severity, _)| *severity == Severity::Problem);
        ExitCode::from(u8::from(is_bad))
    }

    /// How many notices of which kinds were not shown, if any.
    fn hidden(&self) -> Option<String> {
        let hidden = self.heard.iter().filter(|(_, count)| **count > SHOWN);
        let hidden: Vec<_> = hidden.map(|((_, code), count)| (code, count - SHOWN)).collect();
        let count: usize = hidden.iter().map(|(_, count)| count).sum();
        let kinds: Vec<_> = hidden.iter().map(|(code, count)| format!("{code} {count}")).collect();
        (count > 0).then(|| format!("{count} messages more of the same kinds: {}", kinds.join(", ")))
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
        if notice.severity < self.least {
            return;
        }
        let count = self.heard.entry((notice.severity, notice.code.to_string())).or_default();
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
