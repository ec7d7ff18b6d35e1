//! Input that no page is like: it must cost neither the machine nor the rest of the bundle.

use crate::command::run;
use std::fs::File;
use std::io::{BufWriter, Write};

/// A bundle with a line of so many bytes between two good pages.
fn bundle(length: usize) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let mut out = BufWriter::new(File::create(file.path()).expect("a file"));
    out.write_all(b"==> a.txt <==\nA page\n\n==> long.txt <==\n").expect("written");
    for _ in 0..length / 10 {
        out.write_all(b"31.5.2017 ").expect("written");
    }
    out.write_all(b"\n\n==> z.txt <==\nA page\n").expect("written");
    out.flush().expect("written");
    file
}

#[test]
fn a_line_of_50_mb() {
    let file = bundle(50_000_000);
    let path = file.path().to_str().expect("UTF-8");
    let run = run(&["extract", "--columns", "name,warnings,byte_start,byte_end", path]);
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.text(),
        "name,warnings,byte_start,byte_end\na.txt,,14,21\nlong.txt,too_long,39,50000040\nz.txt,,50000055,50000062\n"
    );
    let expected = "expected a page of at most 1048576 bytes, found 50000001; the rest is not read";
    assert!(
        run.stderr.starts_with(&format!("error: {path}:1048615: {expected}, in document `long.txt`\n")),
        "{}",
        run.stderr
    );
}
