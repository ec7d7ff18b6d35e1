use std::fmt;
use std::io::{self, Error, ErrorKind, Read, Seek, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tempfile::SpooledTempFile;

/// What ran by of a stream, to be read once more: a few MiB in memory, more in a file without a name.
#[derive(Clone, Debug)]
pub(crate) struct Copy(Arc<Mutex<Copied>>);

#[derive(Debug)]
struct Copied {
    file: SpooledTempFile,
    /// Why there is no more of it, if that is not that it ended.
    fault: Option<Error>,
    is_made: bool,
}

/// How much is held in memory, in bytes.
const HELD_IN_MEMORY: usize = 4 << 20;

impl Default for Copy {
    fn default() -> Self {
        let file = SpooledTempFile::new(HELD_IN_MEMORY);
        Self(Arc::new(Mutex::new(Copied { file, fault: None, is_made: false })))
    }
}

impl Copy {
    /// The bytes of a stream, each of which is copied before it is handed on.
    pub(crate) fn of<R: Read>(&self, stream: R) -> Copying<R> {
        self.copied().is_made = true;
        Copying { stream, copy: self.clone() }
    }

    /// Whether the stream ran by.
    pub(crate) fn is_made(&self) -> bool {
        self.copied().is_made
    }

    /// The bytes copied so far, from the first one on; the error at which the stream ended, if it did, is met again.
    pub(crate) fn read(&self) -> io::Result<Reread> {
        self.copied().file.rewind()?;
        Ok(Reread(self.clone()))
    }

    /// Who panicked with the lock has left nothing half done.
    fn copied(&self) -> MutexGuard<'_, Copied> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// See [`Copy::of`].
pub(crate) struct Copying<R> {
    stream: R,
    copy: Copy,
}

impl<R: Read> Read for Copying<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(out);
        let mut copied = self.copy.copied();
        let kept = read.and_then(|count| {
            copied.file.write_all(&out[..count]).map(|()| count).map_err(|error| cannot_copy(&error))
        });
        if let Err(error) = &kept
            && error.kind() != ErrorKind::Interrupted
        {
            copied.fault = Some(twin(error));
        }
        kept
    }
}

/// See [`Copy::read`].
pub(crate) struct Reread(Copy);

impl Read for Reread {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut copied = self.0.copied();
        match copied.file.read(out)? {
            0 if !out.is_empty() => copied.fault.take().map_or(Ok(0), Err),
            count => Ok(count),
        }
    }
}

/// That no copy can be made: no fault of the stream.
#[derive(Clone, Debug)]
struct NoCopy(String);

impl fmt::Display for NoCopy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoCopy {}

fn cannot_copy(error: &Error) -> Error {
    let folder = std::env::temp_dir();
    Error::new(error.kind(), NoCopy(format!("no copy of it can be made in {}: {error}", folder.display())))
}

/// Whether it is the copy that failed, and not the stream.
pub(crate) fn is_no_copy(error: &Error) -> bool {
    no_copy(error).is_some()
}

fn no_copy(error: &Error) -> Option<&NoCopy> {
    error.get_ref()?.downcast_ref()
}

fn twin(error: &Error) -> Error {
    match (error.raw_os_error(), no_copy(error)) {
        (Some(code), _) => Error::from_raw_os_error(code),
        (None, Some(ours)) => Error::new(error.kind(), ours.clone()),
        (None, None) => Error::new(error.kind(), error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Copy, HELD_IN_MEMORY};
    use std::io::{self, Read};

    /// Some bytes, then an error.
    struct Broken<'b>(&'b [u8]);

    impl Read for Broken<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            match self.0.read(out)? {
                0 => Err(io::ErrorKind::ConnectionReset.into()),
                count => Ok(count),
            }
        }
    }

    #[test]
    fn copies_say_what_the_stream_said() {
        for length in [0, 1, HELD_IN_MEMORY, HELD_IN_MEMORY + 1] {
            let bytes: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let (copy, mut first, mut again) = (Copy::default(), Vec::new(), Vec::new());
            copy.of(&*bytes).read_to_end(&mut first).expect("bytes");
            assert!(copy.is_made());
            copy.read().and_then(|mut copied| copied.read_to_end(&mut again)).expect("the same bytes");
            assert!(first == bytes && again == bytes);
        }
    }

    #[test]
    fn copies_fail_where_the_stream_failed() {
        let copy = Copy::default();
        let mut bytes = Vec::new();
        let error = copy.of(Broken(b"abc")).read_to_end(&mut bytes).expect_err("broken");
        let mut again = Vec::new();
        let same = copy.read().expect("a file").read_to_end(&mut again).expect_err("broken again");
        assert_eq!((error.kind(), &*bytes), (same.kind(), &*again));
        assert_eq!(again, b"abc");
    }
}
