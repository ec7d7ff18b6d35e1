//! gzip and zstd: the same rows as of the plain bundle, and what is left of them when they are damaged.

use crate::command::{Run, fixtures, run, run_on};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;

fn page(number: usize) -> String {
    let words = (0..60).map(|word| format!("word{}", (word * 7919 + number * 104_729) % 9973));
    let words = words.collect::<Vec<_>>().join(" ");
    format!("==> page-{number}.txt <==\nFerry {number} leaves the harbour\n\nBy Ada Example\n\n{words}\n\n")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("in memory");
    encoder.finish().expect("in memory")
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = zstd::Encoder::new(Vec::new(), 3).expect("in memory");
    encoder.include_checksum(true).expect("set");
    encoder.write_all(bytes).expect("in memory");
    encoder.finish().expect("in memory")
}

/// Each page as a member of its own.
fn members(compress: fn(&[u8]) -> Vec<u8>, pages: usize) -> Vec<Vec<u8>> {
    (0..pages).map(|number| compress(page(number).as_bytes())).collect()
}

fn extract(bytes: &[u8], args: &[&str]) -> Run {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pages");
    fs::write(&path, bytes).expect("written");
    let path = path.to_str().expect("UTF-8");
    let mut run = run(&[&["extract", path, "--columns", "name"], args].concat()).without_findings();
    run.stderr = run.stderr.replace(path, "PAGES");
    run
}

/// The numbers of the pages in a table.
fn pages(run: &Run) -> Vec<usize> {
    let names = run.text().lines().skip(1);
    names.filter_map(|name| name.strip_prefix("page-")?.strip_suffix(".txt")?.parse().ok()).collect()
}

#[test]
fn rows_do_not_depend_on_compression_streams_or_threads() {
    let bundle: String = (0..3000).map(page).collect();
    let plain = run_on(&["extract", "-", "--threads", "1"], bundle.as_bytes()).good();
    let forms = [
        bundle.clone().into_bytes(),
        gzip(bundle.as_bytes()),
        members(gzip, 3000).concat(),
        zstd(bundle.as_bytes()),
        members(zstd, 3000).concat(),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pages");
    for (form, bytes) in forms.iter().enumerate() {
        fs::write(&path, bytes).expect("written");
        for threads in ["1", "3"] {
            let file = run(&["extract", path.to_str().expect("UTF-8"), "--threads", threads]).good();
            let stream = run_on(&["extract", "-", "--threads", threads], bytes).good();
            assert!(file == plain && stream == plain, "form {form}, {threads} threads");
        }
    }
}

#[test]
fn all_commands_read_compressed_bundles() {
    let bundle = fs::read(fixtures().join("bundles/sample.bundle")).expect("a fixture");
    for args in [
        &["bundle", "list", "-"][..],
        &["bundle", "cat", "-", "harbour-tram.txt"],
        &["bundle", "pack", "-"],
        &["blocks", "-"],
        &["candidates", "-"],
        &["explain", "-", "harbour-tram.txt"],
        &["profile", "-"],
    ] {
        let plain = run_on(args, &bundle);
        let packed = run_on(args, &gzip(&bundle));
        assert_eq!((packed.code, packed.stdout), (plain.code, plain.stdout), "{args:?}");
    }
}

/// Ten members, of which the third has a byte flipped at this part of its length, in percent.
fn damaged(compress: fn(&[u8]) -> Vec<u8>, percent: usize) -> Vec<u8> {
    let mut members = members(compress, 10);
    let at = members[2].len() * percent / 100;
    members[2][at] ^= 0xFF;
    members.concat()
}

#[test]
fn a_damaged_member_costs_no_other() {
    for compress in [gzip, zstd] {
        // What stands before that, such as the time of the compression, nobody looks at.
        for percent in (10..100).step_by(3) {
            let run = extract(&damaged(compress, percent), &[]);
            let mut pages = pages(&run);
            assert_eq!(run.code, Some(1), "{percent}: {run}");
            pages.retain(|page| *page != 2);
            assert_eq!(pages, [0, 1, 3, 4, 5, 6, 7, 8, 9], "{percent}: {run}");
            assert!(run.stderr.starts_with("error: PAGES:"), "{percent}: {run}");
        }
    }
}

#[test]
fn the_loss_is_said_with_its_place() {
    let starts: Vec<_> = members(gzip, 10).iter().map(Vec::len).collect();
    let (start, end) = (starts[0] + starts[1], starts[..3].iter().sum::<usize>());
    let run = extract(&damaged(gzip, 50), &[]);
    let (place, rest) = run.stderr["error: PAGES:".len()..].split_once(": ").expect("a place");
    let place: usize = place.parse().expect("an offset");
    assert!(start < place && place <= end + 200, "{place} of {start}..{end}: {run}");
    assert!(rest.starts_with("expected gzip data, found: "), "{run}");
    let goes_on = format!("; goes on at byte {end} of the compressed file\n");
    assert!(rest.contains(&goes_on), "{goes_on}{run}");
}

#[test]
fn strict_stops_at_the_first_loss() {
    let run = extract(&damaged(gzip, 50), &["--strict"]);
    assert_eq!((run.code, run.text()), (Some(1), ""));
    assert!(run.stderr.ends_with("not accepted with `--strict`; nothing was written\n"), "{run}");
}

#[test]
fn what_is_cut_off_comes_out_as_far_as_it_goes() {
    for compress in [gzip, zstd] {
        let members = members(compress, 10).concat();
        let run = extract(&members[..members.len() - 20], &[]);
        assert_eq!(run.code, Some(1));
        assert!(pages(&run).starts_with(&[0, 1, 2, 3, 4, 5, 6, 7, 8]), "{run}");
        assert!(run.stderr.contains("found the end; nothing can be read behind it"), "{run}");
    }
}

#[test]
fn other_bytes_between_members_are_passed_over() {
    let pages_of = |between: &[u8]| {
        let run = extract(&[&*gzip(page(0).as_bytes()), between, &*gzip(page(1).as_bytes())].concat(), &[]);
        (run.code, pages(&run))
    };
    assert_eq!(pages_of(&[0; 512]), (Some(0), vec![0, 1]));
    assert_eq!(pages_of(b"\x1F\x8B\x08 no member"), (Some(1), vec![0, 1]));
    assert_eq!(pages_of(b"no member"), (Some(1), vec![0, 1]));
}

#[test]
fn windows_that_nobody_has_room_for_are_refused_with_a_way_out() {
    let mut encoder = zstd::Encoder::new(Vec::new(), 3).expect("in memory");
    encoder.window_log(26).expect("in range");
    encoder.write_all(page(0).as_bytes()).expect("in memory");
    let run = extract(&encoder.finish().expect("in memory"), &[]);
    assert_eq!((run.code, pages(&run)), (Some(1), vec![]));
    let expected =
        "expected a zstd frame with a window of at most 32 MiB, found a larger one (`zstd -dc --long=31 FILE";
    assert!(run.stderr.contains(expected), "{run}");
}

#[test]
fn what_swells_beyond_belief_is_not_read_on() {
    let bundle = [page(0).as_bytes(), &vec![b'\n'; 40 << 20], page(1).as_bytes()].concat();
    for compress in [gzip, zstd] {
        let run = extract(&compress(&bundle), &[]);
        assert_eq!((run.code, pages(&run)), (Some(1), vec![0]));
        assert!(run.stderr.contains("expected at most 200 bytes of text for each of "), "{run}");
        assert!(run.stderr.contains("found more; the rest is not read (`--max-ratio`)"), "{run}");
    }
    let run = extract(&gzip(&bundle), &["--max-ratio", "2000", "--max-document", "1M"]);
    assert_eq!(pages(&run), [0, 1], "{run}");
    assert!(run.stderr.contains("expected at most 1048576 bytes of content, found "), "{run}");
}

#[test]
fn nothing_compressed_is_nothing() {
    let run = extract(&gzip(b""), &[]);
    assert_eq!((run.code, run.text()), (Some(1), "name\n"));
    assert!(run.stderr.contains("found no bytes"), "{run}");
}
