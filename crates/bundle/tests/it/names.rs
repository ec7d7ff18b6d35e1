//! Names are counted over several bundles, and in bounded memory.

use copydesk_bundle::{Count, IssueKind, Names, Reader, Stream};

/// Reads the bundles as streams, one after the other; each document as `name occurrence`.
fn read(bundles: &[&str]) -> Vec<String> {
    let (mut names, mut found) = (Names::default(), Vec::new());
    for bundle in bundles {
        let mut stream = Stream::new(bundle.as_bytes(), Reader::new().title("untitled")).names(names);
        while let Some(batch) = stream.next_batch().unwrap() {
            let documents = batch.bundle().documents;
            found.extend(
                documents.iter().map(|document| format!("{} {}", document.name, document.occurrence)),
            );
        }
        names = stream.into_names();
    }
    found
}

#[test]
fn streams_count_on() {
    assert_eq!(
        read(&[
            "==> a <==\n==> b <==\n",
            "",
            "==> b <==\n==> b <==\n",
            "text",
            "==> a <==\n==> c <==\n",
            "text"
        ]),
        ["a 1", "b 1", "b 2", "b 3", "untitled 1", "a 2", "c 1", "untitled 2"]
    );
}

#[test]
fn what_there_is_no_room_for_is_said_once() {
    let mut names = Names::default();
    let counts = (0..Names::MOST + 3).map(|number| names.count(&number.to_string()));
    let odd: Vec<_> = counts.enumerate().filter(|(_, count)| count.issues().next().is_some()).collect();
    assert_eq!(odd, [(Names::MOST, Count { occurrence: 1, has_filled: true })]);
    assert_eq!(odd[0].1.issues().collect::<Vec<_>>(), [IssueKind::ManyNames { most: Names::MOST }]);
    assert_eq!(names.count("7").occurrence, 2);
    assert_eq!(names.count(&Names::MOST.to_string()).occurrence, 1);
}
