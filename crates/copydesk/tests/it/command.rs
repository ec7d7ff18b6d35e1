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
    piped(command(args))
}

fn spawn_in(folder: &Path, args: &[&str]) -> Child {
    let mut command = command(args);
    command.current_dir(folder);
    piped(command)
}

#[track_caller]
fn piped(mut command: Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the command starts")
}

/// The command in the folder of fixtures.
pub(crate) fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    // The width of the terminal that the tests run in.
    command.args(args).current_dir(fixtures()).env_remove("COLUMNS");
    command
}

pub(crate) fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures")
}

/// A text as PowerShell's `>` writes it.
pub(crate) fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
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
