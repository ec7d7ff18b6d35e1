//! Runs the command in the folder of the fixtures.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// What came of a run.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

/// Runs the command with nothing on standard input.
#[track_caller]
pub(crate) fn run(args: &[&str]) -> Run {
    run_on(args, b"")
}

/// Runs the command with these bytes on standard input.
#[track_caller]
pub(crate) fn run_on(args: &[&str], stdin: &[u8]) -> Run {
    run_in(&fixtures(), args, stdin)
}

/// Runs the command in this folder, with these bytes on standard input.
#[track_caller]
pub(crate) fn run_in(folder: &Path, args: &[&str], stdin: &[u8]) -> Run {
    let mut child = spawn_in(folder, args);
    let mut pipe = child.stdin.take().expect("a pipe");
    let bytes = stdin.to_vec();
    // Who does not read to the end closes the pipe.
    let feeder = std::thread::spawn(move || pipe.write_all(&bytes).ok());
    let output = child.wait_with_output().expect("the command ends");
    feeder.join().expect("the feeder ends");
    let stderr = String::from_utf8(output.stderr).expect("messages are UTF-8");
    Run { code: output.status.code(), stdout: output.stdout, stderr }
}

/// Starts the command, all its streams piped.
#[track_caller]
pub(crate) fn spawn(args: &[&str]) -> Child {
    spawn_in(&fixtures(), args)
}

fn spawn_in(folder: &Path, args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(args)
        .current_dir(folder)
        // The width of the terminal that the tests run in.
        .env_remove("COLUMNS")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts")
}

pub(crate) fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures")
}

impl Run {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).expect("tables are UTF-8")
    }

    /// The run without the counts of what was found: how much that is, other tests tell.
    pub(crate) fn without_findings(mut self) -> Self {
        if let Some((before, rest)) = self.stderr.split_once("; found/abstained: ")
            && let Some((_, behind)) = rest.split_once("; ")
        {
            self.stderr = format!("{before}; {behind}");
        }
        self
    }

    /// Standard output of a run that went well.
    #[track_caller]
    pub(crate) fn good(self) -> Vec<u8> {
        assert_eq!(self.code, Some(0), "{}", self.stderr);
        self.stdout
    }
}

/// The exit code, then what stands on standard output, then on standard error.
impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.map_or_else(|| "by a signal".to_owned(), |code| code.to_string());
        write!(f, "exit {code}\n--\n{}--\n{}", String::from_utf8_lossy(&self.stdout), self.stderr)
    }
}
