//! An output that takes nothing says why, and is heard.

use copydesk_tables::{Columns, DocumentRow, Documents, Writer};
use std::io::{self, ErrorKind, Write};

/// Fails whatever is written to it.
struct Failing(ErrorKind);

impl Write for Failing {
    fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the writer says of an output that fails so, when the row is of this size.
fn kind(failure: ErrorKind, name: &str) -> Option<ErrorKind> {
    let mut writer = Writer::new(Columns::<Documents>::default(), Failing(failure));
    let row = DocumentRow { name, occurrence: 1, span: 0..0, headers: &[], warnings: &[] };
    let written = writer.header().and_then(|()| writer.row(&row)).and_then(|()| writer.flush());
    written.err().map(|error| error.kind())
}

#[test]
fn the_kind_of_the_failure_is_kept() {
    let more_than_is_held_back = "a".repeat(1 << 20);
    for failure in [ErrorKind::BrokenPipe, ErrorKind::StorageFull, ErrorKind::PermissionDenied] {
        assert_eq!(kind(failure, "a"), Some(failure));
        assert_eq!(kind(failure, &more_than_is_held_back), Some(failure));
    }
}
