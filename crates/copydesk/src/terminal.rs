//! Standard error: progress, warnings and errors, for people.

use annotate_snippets::{Group, Level, Renderer};
use copydesk::{Error, Notice, Observer, Severity, Stop, Style, Summary};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::thread::sleep;
use std::time::Duration;

/// Shows how a run goes.
#[derive(Debug)]
pub(crate) struct Terminal {
    bar: ProgressBar,
    documents: usize,
    least: Severity,
    heard: BTreeMap<(Severity, String), usize>,
    summary: Option<Summary>,
    /// Set by interruptions, once anybody heeds it.
    stop: OnceLock<Stop>,
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
            stop: OnceLock::new(),
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
        // A run that this one goes on with may have heard some.
        let was_bad = self.summary.is_some_and(|summary| summary.problems > 0);
        ExitCode::from(u8::from(is_bad || was_bad))
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
    fn resume(&mut self, inputs: usize, documents: usize) {
        if self.least == Severity::Warning {
            let done = format!("going on behind what is done; inputs: {inputs}, documents: {documents}");
            self.bar.suspend(|| print(&done));
        }
    }

    fn start(&mut self, bytes: Option<u64>) {
        if let Some(bytes) = bytes {
            self.bar.set_length(bytes);
            self.bar.set_style(bar_style(KNOWN_LENGTH));
        }
    }

    fn advance(&mut self, documents: usize, bytes: u64) {
        self.documents += documents;
        self.bar.set_message(self.documents.to_string());
        self.bar.inc(bytes);
    }

    fn stop(&self) -> Stop {
        self.stop.get_or_init(on_interrupt).clone()
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
    ProgressBar::no_length().with_style(bar_style(UNKNOWN_LENGTH))
}

const KNOWN_LENGTH: &str =
    "{bar:30} {msg} documents, {decimal_bytes} of {decimal_total_bytes}, {decimal_bytes_per_sec}, {eta} left";
const UNKNOWN_LENGTH: &str = "{spinner} {msg} documents, {decimal_bytes}, {decimal_bytes_per_sec}";

fn bar_style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// The first interruption asks the run to stop. After a second one it has little time left to remove what it began to write.
fn on_interrupt() -> Stop {
    let stop = Stop::default();
    let wished = stop.clone();
    // Where no handler can be set, an interruption ends the run at once.
    let _ = ctrlc::set_handler(move || {
        if wished.is_wished() {
            sleep(LAST_RESPITE);
            std::process::exit(INTERRUPTED);
        }
        wished.wish();
    });
    stop
}

/// More than it takes to heed the first interruption, unless something is stuck.
const LAST_RESPITE: Duration = Duration::from_secs(1);
/// What shells take for an interruption.
const INTERRUPTED: i32 = 130;
