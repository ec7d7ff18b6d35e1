//! unpack(pack(x)) is x, for any contents and any names that can be files on every system.

use crate::command::{run, run_on};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Names that differ where case is ignored, and that are no folder of another. None is a device: those have three letters at
/// least, and no figure first.
fn files() -> impl Strategy<Value = BTreeMap<String, Vec<u8>>> {
    let name = "[0-9][a-z0-9 ='é東-]{0,10}[a-z0-9]\\.txt";
    let path = (prop::option::of("[a-z]{1,2}"), name)
        .prop_map(|(folder, name)| folder.map_or(name.clone(), |folder| format!("{folder}/{name}")));
    // Lines that look like markers are likelier than chance has it.
    let line = prop_oneof![
        vec(any::<u8>(), 0..40),
        Just(b"\n=== FILE: x.txt bytes=3 ===\n".to_vec()),
        Just(b"\r\n==> x <==\r\n".to_vec()),
    ];
    btree_map(path, vec(line, 0..4).prop_map(|lines| lines.concat()), 1..6)
}

fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for (name, content) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, content).expect("written");
    }
}

fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").to_str().expect("UTF-8").to_owned();
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn files_come_back_byte_for_byte(files in files()) {
        let folder = tempfile::tempdir().expect("a folder");
        let (before, after) = (folder.path().join("before"), folder.path().join("after"));
        write(&before, &files);
        let packed = run(&["bundle", "pack", before.to_str().expect("UTF-8")]).good();
        run_on(&["bundle", "unpack", "-", after.to_str().expect("UTF-8")], &packed).good();
        prop_assert_eq!(read(&after), files);
        prop_assert_eq!(run_on(&["bundle", "pack", "-"], &packed).good(), packed);
    }
}
