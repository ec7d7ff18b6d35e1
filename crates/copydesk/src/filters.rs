//! Programs that read one text a line and write rows of CSV.

use crate::Error;
use copydesk_dates::Finder;
use copydesk_tables::{
    BylineRow, Bylines, Columns, LanguageRow, Languages, MentionRow, Mentions, Table, Writer,
};
use std::io::{self, BufRead, Write};
use std::path::Path;

/// The dates in each line.
pub fn dates(input: impl BufRead, finder: &Finder<'_>, out: impl Write) -> Result<(), Error> {
    filter::<Mentions, _>(input, out, |line, text, table| {
        finder.find_iter(text).try_for_each(|mention| table.row(&MentionRow { line, mention: &mention }))
    })
}

/// The bylines in each line, one row a contributor.
pub fn bylines(input: impl BufRead, out: impl Write) -> Result<(), Error> {
    filter::<Bylines, _>(input, out, |line, text, table| {
        copydesk_bylines::find(text).iter().try_for_each(|byline| {
            let mut contributors = byline.contributors.iter();
            contributors.try_for_each(|contributor| table.row(&BylineRow { line, text, byline, contributor }))
        })
    })
}

/// The language of each line.
pub fn languages(input: impl BufRead, out: impl Write) -> Result<(), Error> {
    filter::<Languages, _>(input, out, |line, text, table| {
        table.row(&LanguageRow { line, guess: copydesk_languages::identify(text) })
    })
}

/// Hands each line, numbered from 1 and without its end, to `find`. Bytes that are not UTF-8 become U+FFFD.
fn filter<T: Table, W: Write>(
    mut input: impl BufRead,
    out: W,
    mut find: impl FnMut(u64, &str, &mut Writer<T, W>) -> io::Result<()>,
) -> Result<(), Error> {
    let mut table = Writer::new(Columns::default(), out);
    table.header().map_err(Error::output)?;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read =
            input.read_until(b'\n', &mut line).map_err(|error| Error::read(Path::new("<stdin>"), error))?;
        if read == 0 {
            break;
        }
        find(number, &String::from_utf8_lossy(without_end(&line)), &mut table).map_err(Error::output)?;
    }
    table.flush().map_err(Error::output)
}

fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}
