//! What each stage costs, in instructions as valgrind counts them: the same each time, whatever else the machine does.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// A stage, the function that is it, and who calls it; whether it serves who, what and in which language.
struct Stage(&'static str, &'static str, &'static str, bool);

const STAGES: [Stage; 12] = [
    Stage("splitting", "copydesk::parallel::make", "", false),
    Stage("decoding", "copydesk::decode::decode", "", false),
    Stage("learning of lines", "copydesk_blocks::sample::Sample::of", "copydesk::profiles", true),
    Stage("learning of dates", "copydesk_article::profile::Profile::of_dates", "copydesk::profiles", false),
    Stage("lines", "copydesk_blocks::page::read_known", "", true),
    Stage("languages", "copydesk_languages::votes::Votes", "copydesk_article", true),
    Stage("dates", "copydesk_dates::finder::Mentions", "copydesk_article::article", false),
    Stage("bylines", "copydesk_bylines::finder::", "copydesk_article", true),
    Stage("headline", "copydesk_article::headline::find", "", true),
    Stage("published", "copydesk_article::published::find", "", false),
    Stage("authors", "copydesk_article::authors::", "copydesk_article::article", true),
    Stage("body", "copydesk_article::body::lines", "", true),
];

/// Valgrind takes some fifty times as long: so little is enough, since the bundle is the same all along.
pub(super) const MB: u64 = 4;

/// Prints the instructions of each stage per byte of the bundle, and their share of all.
pub(super) fn main(binary: &Path, bundle: &Path) -> Result<()> {
    let bytes = fs::metadata(bundle)?.len() as f64;
    let counts = Counts::read(&profile(binary, bundle)?);
    let print = |name: &str, count: u64| {
        let (per_byte, share) = (count as f64 / bytes, count as f64 / counts.all as f64);
        println!("{name:28}{per_byte:7.1}{:7.1} %", 100.0 * share);
    };
    println!("instructions                per byte    share");
    let all = STAGES.map(|Stage(name, function, caller, serves)| {
        let count = counts.of(function, caller);
        print(name, count);
        (count, if serves { count } else { 0 })
    });
    let rest = counts.all.saturating_sub(all.iter().map(|(count, _)| count).sum());
    let served: u64 = all.iter().map(|(_, served)| served).sum();
    print("rows, other fields", rest);
    print("all", counts.all);
    print("who, what, in which language", served);
    Ok(())
}

/// What callgrind says of a run. Hashing is left out, which the processor does in a few instructions that valgrind lacks.
fn profile(binary: &Path, bundle: &Path) -> Result<String> {
    let out = bundle.with_extension("callgrind");
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--quiet"]).arg(format!("--callgrind-out-file={}", out.display()));
    command.arg(binary).args(["extract", "--quiet", "--threads", "1"]);
    command.args(["--columns", "name,headline,date_published,authors,agencies,language"]).arg(bundle);
    let status = command.stdout(Stdio::null()).status().context("valgrind does not start")?;
    if !status.success() {
        bail!("valgrind failed");
    }
    Ok(fs::read_to_string(out)?)
}

/// Instructions of functions, what they call included.
#[derive(Default)]
struct Counts {
    /// By the function and the one that calls it.
    calls: BTreeMap<(String, String), u64>,
    all: u64,
}

impl Counts {
    /// Reads the lines `fn=(1) caller`, `cfn=(2) callee`, `calls=…`, then `LINE COUNT`, of which names are printed once.
    fn read(profile: &str) -> Self {
        let (mut counts, mut names) = (Self::default(), BTreeMap::new());
        let (mut caller, mut callee, mut is_call) = (String::new(), String::new(), false);
        for line in profile.lines() {
            let count =
                || line.split(' ').nth(1).and_then(|count| count.parse::<u64>().ok()).unwrap_or_default();
            match line.split_once('=') {
                Some(("fn", name)) => caller = named(&mut names, name),
                Some(("cfn", name)) => callee = named(&mut names, name),
                Some(("calls", _)) => is_call = true,
                _ if std::mem::take(&mut is_call) => {
                    *counts.calls.entry((callee.clone(), caller.clone())).or_default() += count();
                }
                _ if line.starts_with("totals:") => counts.all = count(),
                _ => {}
            }
        }
        counts
    }

    /// Those of a function in the calls of another, by parts of their names.
    fn of(&self, function: &str, caller: &str) -> u64 {
        let is_such = |(one, other): &(String, String)| one.contains(function) && other.contains(caller);
        self.calls.iter().filter(|(call, _)| is_such(call)).map(|(_, count)| count).sum()
    }
}

/// The name that `(1) name` gives, or `(1)` has been given.
fn named(names: &mut BTreeMap<String, String>, name: &str) -> String {
    let (number, name) = name.split_once(' ').unwrap_or((name, ""));
    let known = names.entry(number.to_owned()).or_default();
    if known.is_empty() {
        name.clone_into(known);
    }
    known.clone()
}
