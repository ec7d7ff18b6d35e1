//! The commands of the repository: `cargo xtask COMMAND`. Each file is one command; it runs things, it does not contain them.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for people")]

mod bench;
mod ci;
mod cldr;
mod codegen;
mod fit;
mod run;
mod score;
mod tidy;
mod unspaced;

use anyhow::{Result, bail};
use std::ffi::OsString;

const HELP: &str = "\
cargo xtask COMMAND

The product, built in release mode and run:
  extract BUNDLE… [OPTIONS]    the table of a bundle's articles
  bundle COMMAND …             pack, unpack, list, cat, sniff
  score [GOLD BUNDLE…]         how well it reads pages whose right values are known (--help tells more)
  fit FIELD GOLD BUNDLE…       find the weights of a field's features on such pages (--help tells more)

The repository:
  ci                           all tests and checks
  tidy                         what the compiler does not see: the shape of the house
  bench [--size MB]            MB/s per stage and end to end, over a generated bundle
  codegen [--check]            write the generated tables from data/ (or fail if one is stale)
  cldr [VERSION]               fetch CLDR and write the words of it that date-words keeps in data/
";

fn main() -> Result<()> {
    let mut args = std::env::args_os().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<OsString> = args.collect();
    match command.to_str().unwrap_or_default() {
        "extract" | "bundle" => run::copydesk(&command, &rest),
        "score" => score::main(&rest),
        "fit" => fit::main(&rest),
        "bench" => bench::main(&rest),
        "ci" => ci::main(),
        "tidy" => tidy::main(),
        "codegen" => codegen::main(&rest),
        "cldr" => cldr::main(&rest),
        "" | "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        unknown => bail!("expected a command, found `{unknown}`\n\n{HELP}"),
    }
}
