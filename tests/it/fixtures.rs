//! The bundles of `fixtures/` and what the pipeline makes of them.

use crate::row::{self, Row};
use copydesk::{Columns, Intake, Options};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// All bundles whose pages have a test, in the order of the gold.
pub(crate) const BUNDLES: [&str; 6] = [
    "bundles/sample.bundle",
    "bundles/penrose.bundle",
    "bundles/traps.bundle",
    "bundles/europe.bundle",
    "bundles/asia.txtar",
    "folder",
];

/// The rows of the bundles, each bundle read once for all tests.
static ROWS: LazyLock<[Vec<Row>; BUNDLES.len()]> =
    LazyLock::new(|| BUNDLES.map(|bundle| row::parse(&table(&path(bundle), &options()))));

/// The row of a document.
#[track_caller]
pub(crate) fn row(bundle: &str, name: &str, occurrence: usize) -> &'static Row {
    let mut of_name = rows(bundle).iter().filter(|row| row.get("name") == name);
    let row = of_name.nth(occurrence - 1);
    row.unwrap_or_else(|| panic!("no row for document {occurrence} named `{name}` of {bundle}"))
}

/// The rows of a bundle.
#[track_caller]
pub(crate) fn rows(bundle: &str) -> &'static [Row] {
    let index = BUNDLES.iter().position(|known| *known == bundle);
    &ROWS[index.unwrap_or_else(|| panic!("{bundle} is not in the list of bundles"))]
}

/// The documents of a bundle or folder in the canonical form.
pub(crate) fn packed(bundle: &str) -> Vec<u8> {
    let mut packed = Vec::new();
    copydesk::pack(&[path(bundle)], &Intake::default(), &mut packed, &mut ())
        .expect("a bundle that can be read");
    packed
}

/// All columns.
pub(crate) fn options() -> Options {
    Options { columns: Columns::default().with_body(), ..Options::default() }
}

/// The table of a bundle that no file of the fixtures holds.
pub(crate) fn table_of(bundle: &[u8], options: &Options) -> Vec<u8> {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(bundle).expect("written");
    table(file.path(), options)
}

/// Its rows.
pub(crate) fn rows_of(bundle: &[u8]) -> Vec<Row> {
    row::parse(&table_of(bundle, &options()))
}

/// Where a fixture is.
pub(crate) fn path(fixture: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(fixture)
}

fn table(bundle: &Path, options: &Options) -> Vec<u8> {
    let mut table = Vec::new();
    let summary = copydesk::extract(&[bundle], options, &mut table, &mut ()).expect("a table");
    assert_eq!(summary.problems, 0, "{}", bundle.display());
    table
}
