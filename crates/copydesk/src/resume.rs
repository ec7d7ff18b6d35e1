use crate::origin::is_stdin;
use crate::output::{folder_of, site_of};
use crate::pipeline::{Done, Options, Sink, stream};
use crate::{Error, Observer, Summary};
use std::fmt::{self, Write as _};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The same as [`extract`](crate::extract) to a file. A run that ends early leaves a draft beside it, which the next run with
/// the same options over the same files goes on with: the table is the one of a run that was not interrupted.
///
/// What is done of an input that was not finished is done again. The summary counts what is in the table, whichever run wrote it.
pub fn resume(
    inputs: &[impl AsRef<Path>],
    options: &Options,
    path: &Path,
    observer: &mut dyn Observer,
) -> Result<Summary, Error> {
    let fingerprint = fingerprint(inputs, options)?;
    let write = |error| Error::write(path, error);
    let mut draft = Draft::open(path, fingerprint).map_err(write)?;
    let done = draft.done;
    if done.inputs > 0 {
        observer.resume(done.inputs, done.summary.documents);
    }
    let summary = stream(inputs, options, &mut draft, done, observer)?;
    draft.publish().map_err(write)?;
    Ok(summary)
}

/// What a run hangs on: 64 bits of it.
fn fingerprint(inputs: &[impl AsRef<Path>], options: &Options) -> Result<u64, Error> {
    let mut hashed = Hashed(DefaultHasher::new());
    let Options { columns, intake, guard, strictness, profiles, .. } = options;
    let version = env!("CARGO_PKG_VERSION");
    // What hashes takes all.
    let mut print = |what: fmt::Arguments<'_>| {
        let _ = hashed.write_fmt(what);
    };
    print(format_args!("{version} {columns:?} {intake:?} {guard:?} {strictness:?} {profiles:?}"));
    for path in inputs.iter().map(AsRef::as_ref) {
        if is_stdin(path) {
            return Err(Error::passing(path));
        }
        let found = fs::metadata(path).map_err(|error| Error::read(path, error))?;
        if !found.is_file() {
            return Err(Error::passing(path));
        }
        print(format_args!("{} {} {:?}\n", path.display(), found.len(), found.modified()));
    }
    Ok(hashed.0.finish())
}

/// Takes what is printed.
struct Hashed(DefaultHasher);

impl fmt::Write for Hashed {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.write(text.as_bytes());
        Ok(())
    }
}

/// A table on its way, and the journal that tells how far it came: a line for the run, then one for each input that is done,
/// with the length of the table and the counts of the summary.
struct Draft {
    file: File,
    journal: File,
    /// Where the two lie, and where the table goes.
    paths: [PathBuf; 3],
    length: u64,
    done: Done,
}

impl Draft {
    /// The draft of the same run, or else a new one.
    fn open(path: &Path, fingerprint: u64) -> io::Result<Self> {
        let (path, permissions) = site_of(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let beside = |kind| folder_of(&path).join(format!(".copydesk-{name}.{kind}"));
        let paths = [beside("draft"), beside("journal"), path.clone()];
        let fingerprint = format!("{fingerprint:016x}");
        let Some((file, done, length)) = resumed(&paths, &fingerprint) else {
            let file = File::create(&paths[0])?;
            permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions))?;
            let mut journal = File::create(&paths[1])?;
            writeln!(journal, "{fingerprint}")?;
            return Ok(Self { file, journal, paths, length: 0, done: Done::default() });
        };
        // Half a line may be left of a run that was killed.
        let mut journal = File::create(&paths[1])?;
        writeln!(journal, "{fingerprint}\n{}", line(&done, length))?;
        Ok(Self { file, journal, paths, length, done })
    }

    fn publish(self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.paths[0], &self.paths[2])?;
        fs::remove_file(&self.paths[1])
    }
}

/// The draft of the same run up to its last input that is done, and what is. None where the draft is gone or too short: a
/// run may be killed when the table is published and the journal is not removed yet.
fn resumed([draft, journal, _]: &[PathBuf; 3], fingerprint: &str) -> Option<(File, Done, u64)> {
    let (done, length) = recorded(&fs::read_to_string(journal).ok()?, fingerprint)?;
    let mut file = File::options().write(true).open(draft).ok()?;
    file.metadata().ok().filter(|found| found.len() >= length)?;
    file.set_len(length).ok()?;
    file.seek(SeekFrom::End(0)).ok()?;
    Some((file, done, length))
}

/// What is done and the length of the table, by the last whole line of a journal of this run.
fn recorded(journal: &str, fingerprint: &str) -> Option<(Done, u64)> {
    let whole = &journal[..journal.rfind('\n')?];
    let mut lines = whole.lines();
    let last = lines.next().filter(|first| *first == fingerprint).and_then(|_| lines.next_back())?;
    let numbers: Vec<usize> = last.split(' ').map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let [inputs, length, counts @ ..] = &*numbers else { return None };
    Some((Done { inputs: *inputs, summary: Summary::of_counts(counts)? }, *length as u64))
}

/// The line of a journal that says how far it is.
fn line(done: &Done, length: u64) -> String {
    let counts = done.summary.counts().into_iter().map(|count| format!(" {count}"));
    format!("{} {length}{}", done.inputs, counts.collect::<String>())
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.length += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Sink for Draft {
    fn input_done(&mut self, summary: Summary) -> io::Result<()> {
        self.done = Done { inputs: self.done.inputs + 1, summary };
        self.file.sync_data()?;
        writeln!(self.journal, "{}", line(&self.done, self.length))
    }
}

#[cfg(test)]
mod tests {
    use super::{line, recorded};
    use crate::Summary;
    use crate::pipeline::Done;

    fn done(inputs: usize) -> Done {
        Done { inputs, summary: Summary { documents: 7 * inputs, problems: 1, ..Summary::default() } }
    }

    #[track_caller]
    fn check(journal: &str, expected: Option<(Done, u64)>) {
        assert_eq!(recorded(journal, "00ff"), expected, "{journal:?}");
    }

    #[test]
    fn the_last_whole_line_counts() {
        let (first, second) = (line(&done(1), 100), line(&done(2), 250));
        check(&format!("00ff\n{first}\n{second}\n"), Some((done(2), 250)));
        check(&format!("00ff\n{first}\n{second}"), Some((done(1), 100)));
    }

    #[test]
    fn other_journals_do_not() {
        let line = line(&done(1), 100);
        check("", None);
        check("00ff\n", None);
        check("00ff", None);
        check(&format!("00fe\n{line}\n"), None);
        check(&format!("00ff\n{line} 1\n"), None);
        check("00ff\n1 100\n", None);
        check("00ff\n1 x\n", None);
    }
}
