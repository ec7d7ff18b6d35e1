//! Each kind of bad input: what still comes out, the message with file and offset, the exit code.

use crate::command::{Run, command, run, run_on, utf16};

const COLUMNS: &[&str] = &["--columns", "name,warnings,byte_start,byte_end", "--threads", "1"];

fn extract(input: &str) -> Run {
    run(&[&["extract", input], COLUMNS].concat()).without_findings()
}

fn extract_stdin(bytes: &[u8]) -> Run {
    run_on(&[&["extract", "-"], COLUMNS].concat(), bytes).without_findings()
}

#[test]
fn windows_1251() {
    insta::assert_snapshot!(extract("broken/windows-1251.txt"), @r#"
    exit 0
    --
    name,warnings,byte_start,byte_end
    windows-1251.txt,"no_marker; decoded_windows-1251",0,251
    --
    warning: broken/windows-1251.txt:0: expected a marker line before each document, found none
    warning: broken/windows-1251.txt:0: expected UTF-8, found what looks like windows-1251; read as such
    documents: 1; warnings: 2, problems: 0
    "#);
}

#[test]
fn latin_1() {
    insta::assert_snapshot!(extract("broken/latin1.txt"), @r#"
    exit 0
    --
    name,warnings,byte_start,byte_end
    latin1.txt,"no_marker; decoded_windows-1252",0,318
    --
    warning: broken/latin1.txt:0: expected a marker line before each document, found none
    warning: broken/latin1.txt:24: expected UTF-8, found what looks like windows-1252; read as such
    documents: 1; warnings: 2, problems: 0
    "#);
}

#[test]
fn utf_16() {
    insta::assert_snapshot!(extract("broken/utf16.txt"), @r#"
    exit 0
    --
    name,warnings,byte_start,byte_end
    utf16.txt,"no_marker; decoded_utf-16le",0,310
    --
    warning: broken/utf16.txt:0: expected a marker line before each document, found none
    warning: broken/utf16.txt:0: expected UTF-8, found what looks like UTF-16LE; read as such
    documents: 1; warnings: 2, problems: 0
    "#);
}

#[test]
fn a_bundle_in_utf_16() {
    insta::assert_snapshot!(extract_stdin(&utf16("==> a.txt <==\nCafé reopens\n\n==> b.txt <==\nTwo\n")), @"
    exit 0
    --
    name,warnings,byte_start,byte_end
    a.txt,decoded_utf-16le,14,28
    b.txt,decoded_utf-16le,43,47
    --
    warning: <stdin>:0: expected UTF-8, found what looks like UTF-16LE; read as such, and places in it count UTF-8
    documents: 2; warnings: 1, problems: 0
    ");
}

#[test]
fn a_bundle_in_damaged_utf_16() {
    let bundle = [&utf16("==> a.txt <==\nOne\n")[..], b"\n"].concat();
    insta::assert_snapshot!(extract_stdin(&bundle), @"
    exit 1
    --
    name,warnings,byte_start,byte_end
    a.txt,decoded_utf-16le,14,21
    --
    warning: <stdin>:0: expected UTF-8, found what looks like UTF-16LE; read as such, and places in it count UTF-8
    error: <stdin>:38: expected UTF-16LE, found bytes that mean nothing in it; replaced by U+FFFD
    documents: 1; warnings: 1, problems: 1
    ");
}

#[test]
fn a_packed_bundle_in_utf_16() {
    let packed = run(&["bundle", "pack", "folder"]).good();
    let bundle = utf16(std::str::from_utf8(&packed).expect("UTF-8"));
    let again = run_on(&["bundle", "pack", "-"], &bundle);
    assert!(again.stdout == packed, "{}", again.stderr);
    assert_eq!((again.code, again.stderr.lines().count()), (Some(0), 1), "{}", again.stderr);
}

#[test]
fn a_page_in_utf_16_keeps_its_bytes() {
    let page = utf16("One page\n");
    assert_eq!(run_on(&["bundle", "cat", "-", "<stdin>"], &page).good(), page);
}

#[test]
fn damaged_utf_8() {
    insta::assert_snapshot!(extract_stdin(b"==> a.txt <==\nCaf\xC3\xA9 reopens, th\xC3\xA9 is back, \xFF.\n\n==> b.txt <==\nGood.\n"), @"
    exit 1
    --
    name,warnings,byte_start,byte_end
    a.txt,undecodable,14,46
    b.txt,,61,67
    --
    error: <stdin>:43: expected UTF-8, found bytes that mean nothing in it; replaced by U+FFFD, in document `a.txt`
    documents: 2; warnings: 0, problems: 1
    ");
}

#[test]
fn nul_bytes() {
    insta::assert_snapshot!(extract("broken/nul.txt"), @r#"
    exit 0
    --
    name,warnings,byte_start,byte_end
    nul.txt,"no_marker; nul_bytes",0,249
    --
    warning: broken/nul.txt:0: expected a marker line before each document, found none
    warning: broken/nul.txt:112: expected text, found 3 NUL bytes; kept
    documents: 1; warnings: 2, problems: 0
    "#);
}

#[test]
fn crlf() {
    insta::assert_snapshot!(extract("broken/crlf.bundle"), @"
    exit 0
    --
    name,warnings,byte_start,byte_end
    goat.txt,marker_carriage_return,18,189
    gate.txt,marker_carriage_return,209,373
    --
    warning: broken/crlf.bundle:16: expected LF after the marker, found CR LF
      |
    1 | ==> goat.txt <==
      |                 ^
    warning: broken/crlf.bundle:207: expected LF after the marker, found CR LF
      |
    9 | ==> gate.txt <==
      |                 ^
    documents: 2; warnings: 2, problems: 0
    ");
}

#[test]
fn byte_order_mark_before_the_marker() {
    insta::assert_snapshot!(extract("broken/bom.bundle"), @"
    exit 0
    --
    name,warnings,byte_start,byte_end
    ponte.txt,marker_byte_order_mark,21,186
    --
    warning: broken/bom.bundle:0: expected the marker at column 0, found a byte order mark, in document `ponte.txt`
    documents: 1; warnings: 1, problems: 0
    ");
}

#[test]
fn byte_order_mark_in_a_document() {
    insta::assert_snapshot!(extract_stdin(b"==> a.txt <==\n\xEF\xBB\xBFCafe reopens\n"), @"
    exit 0
    --
    name,warnings,byte_start,byte_end
    a.txt,byte_order_mark,14,30
    --
    warning: <stdin>:14: expected text, found a byte order mark, in document `a.txt`
    documents: 1; warnings: 1, problems: 0
    ");
}

#[test]
fn empty_file() {
    insta::assert_snapshot!(extract("broken/empty.bundle"), @"
    exit 1
    --
    name,warnings,byte_start,byte_end
    --
    error: broken/empty.bundle:0: expected a bundle, found no bytes
    documents: 0; warnings: 0, problems: 1
    ");
}

#[test]
fn empty_stdin() {
    insta::assert_snapshot!(extract_stdin(b""), @"
    exit 1
    --
    name,warnings,byte_start,byte_end
    --
    error: <stdin>:0: expected a bundle, found no bytes
    documents: 0; warnings: 0, problems: 1
    ");
}

#[test]
fn no_marker() {
    insta::assert_snapshot!(extract("broken/no-marker.bundle"), @"
    exit 0
    --
    name,warnings,byte_start,byte_end
    no-marker.bundle,no_marker,0,152
    --
    warning: broken/no-marker.bundle:0: expected a marker line before each document, found none
    documents: 1; warnings: 1, problems: 0
    ");
}

#[test]
fn text_before_the_first_marker() {
    insta::assert_snapshot!(extract_stdin(b"Saved by hand.\n==> a.txt <==\nOne\n\n==> b.txt <==\nTwo\n"), @"
    exit 0
    --
    name,warnings,byte_start,byte_end
    a.txt,,29,33
    b.txt,,48,52
    --
    warning: <stdin>:0: expected a marker line, found 15 bytes before the first; left out
    documents: 2; warnings: 1, problems: 0
    ");
}

#[test]
fn two_documents_of_one_name() {
    insta::assert_snapshot!(extract("broken/twins.bundle"), @"
    exit 0
    --
    name,warnings,byte_start,byte_end
    news.txt,,17,162
    news.txt,duplicate_name,180,321
    --
    warning: broken/twins.bundle:163: expected a new name, found occurrence 2 of this one
      |
    9 | ==> news.txt <==
      | ^^^^^^^^^^^^^^^^
    documents: 2; warnings: 1, problems: 0
    ");
}

#[test]
fn documents_of_one_name_in_two_inputs() {
    let inputs = ["extract", "broken/twins.bundle", "broken/no-marker.bundle", "broken/twins.bundle"];
    let args = [&inputs[..], &["broken/no-marker.bundle"], COLUMNS].concat();
    insta::assert_snapshot!(run(&args).without_findings(), @r#"
    exit 0
    --
    name,warnings,byte_start,byte_end
    news.txt,,17,162
    news.txt,duplicate_name,180,321
    no-marker.bundle,no_marker,0,152
    news.txt,duplicate_name,17,162
    news.txt,duplicate_name,180,321
    no-marker.bundle,"no_marker; duplicate_name",0,152
    --
    warning: broken/twins.bundle:163: expected a new name, found occurrence 2 of this one
      |
    9 | ==> news.txt <==
      | ^^^^^^^^^^^^^^^^
    warning: broken/no-marker.bundle:0: expected a marker line before each document, found none
    warning: broken/twins.bundle:0: expected a new name, found occurrence 3 of this one
      |
    1 | ==> news.txt <==
      | ^^^^^^^^^^^^^^^^
    warning: broken/twins.bundle:163: expected a new name, found occurrence 4 of this one
      |
    9 | ==> news.txt <==
      | ^^^^^^^^^^^^^^^^
    warning: broken/no-marker.bundle:0: expected a marker line before each document, found none
    warning: broken/no-marker.bundle:0: expected a new name, found occurrence 2 of this one
    documents: 6; warnings: 6, problems: 0
    "#);
}

#[test]
fn files_of_one_name_in_two_folders() {
    let run = run(&["extract", "folder", "folder", "--columns", "name,warnings"]).without_findings();
    assert_eq!((run.code, run.text().matches(".txt,duplicate_name\n").count()), (Some(0), 5));
    let message =
        "warning: folder/campanas-valdehierro.txt:0: expected a new name, found occurrence 2 of this one";
    assert_eq!(run.stderr.lines().next(), Some(message));
}

#[test]
fn truncated_document() {
    insta::assert_snapshot!(extract("broken/truncated.bundle"), @"
    exit 1
    --
    name,warnings,byte_start,byte_end
    snail.txt,,106,252
    clock.txt,wrong_length,359,449
    --
    error: broken/truncated.bundle:359: expected 220 bytes of content, found 90, in document `clock.txt`
    documents: 2; warnings: 0, problems: 1
    ");
}

#[test]
fn wrong_checksum() {
    insta::assert_snapshot!(extract("broken/checksum.bundle"), @"
    exit 1
    --
    name,warnings,byte_start,byte_end
    snail.txt,wrong_checksum,106,252
    clock.txt,,359,579
    --
    error: broken/checksum.bundle:106: expected content with SHA-256 bd0f9fe9b5c2d18ffbc0f5b5b3d70f657e3c59556d31513b663db1ee78232759, found fe221af48131db865878d39b4bb5bf95e19effc0d25744fb80299b749dcd72c9, in document `snail.txt`
    documents: 2; warnings: 0, problems: 1
    ");
}

#[test]
fn malformed_length() {
    insta::assert_snapshot!(extract("broken/bad-length.bundle"), @"
    exit 1
    --
    name,warnings,byte_start,byte_end
    snail.txt,malformed_bytes,35,181
    clock.txt,,205,425
    --
    error: broken/bad-length.bundle:20: expected a number of bytes, found `many`
      |
    1 | === FILE: snail.txt bytes=many ===
      |                     ^^^^^^^^^^
    documents: 2; warnings: 0, problems: 1
    ");
}

#[test]
fn malformed_fetch_date() {
    insta::assert_snapshot!(extract_stdin(b"=== FILE: a.txt date=yesterday ===\nCafe reopens\n"), @"
    exit 0
    --
    name,warnings,byte_start,byte_end
    a.txt,malformed_date,35,48
    --
    warning: <stdin>:0: expected `date=YYYY-MM-DD`, found `yesterday`, in document `a.txt`
    documents: 1; warnings: 1, problems: 0
    ");
}

#[test]
fn names_that_would_move_the_cursor_of_a_terminal() {
    insta::assert_snapshot!(extract_stdin(b"==> a\x1B[2J.txt <==\nCaf\xE9 reopens\n"), @r"
    exit 0
    --
    name,warnings,byte_start,byte_end
    a[2J.txt,decoded_windows-1252,18,31
    --
    warning: <stdin>:21: expected UTF-8, found what looks like windows-1252; read as such, in document `a\u{1b}[2J.txt`
    documents: 1; warnings: 1, problems: 0
    ");
}

#[test]
fn empty_documents_are_no_fault() {
    insta::assert_snapshot!(extract_stdin(b"==> a.txt <==\n\n==> b.txt <==\n"), @"
    exit 0
    --
    name,warnings,byte_start,byte_end
    a.txt,,14,14
    b.txt,,29,29
    --
    documents: 2; warnings: 0, problems: 0
    ");
}

#[test]
fn missing_file() {
    insta::assert_snapshot!(extract("broken/missing.bundle"), @"
    exit 3
    --
    --
    error: broken/missing.bundle: cannot be read: No such file or directory (os error 2)
    ");
}

#[test]
fn missing_file_after_a_good_one() {
    let args = [&["extract", "broken/no-marker.bundle", "broken/missing.bundle"], COLUMNS].concat();
    insta::assert_snapshot!(run(&args), @"
    exit 3
    --
    name,warnings,byte_start,byte_end
    no-marker.bundle,no_marker,0,152
    --
    warning: broken/no-marker.bundle:0: expected a marker line before each document, found none
    error: broken/missing.bundle: cannot be read: No such file or directory (os error 2)
    ");
}

#[test]
fn folder_without_text() {
    insta::assert_snapshot!(extract("broken/no-text"), @"
    exit 3
    --
    --
    warning: broken/no-text/pixel.gif:0: expected text, found other data; left out
    error: broken/no-text: expected a folder with text files, found 1 without text
    ");
}

#[test]
fn folder_without_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("UTF-8");
    let run = extract(path);
    assert_eq!((run.code, run.text()), (Some(3), ""));
    assert_eq!(run.stderr, format!("error: {path}: expected a folder with text files, found no file\n"));
}

#[cfg(unix)]
#[test]
fn standard_input_that_cannot_be_read() {
    let folder = std::fs::File::open("/").expect("a folder");
    let output = command(&["extract", "-"]).stdin(folder).output().expect("the command ends");
    assert_eq!(output.status.code(), Some(3));
    let message = "error: <stdin>: cannot be read: Is a directory (os error 21)\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), message);
}
