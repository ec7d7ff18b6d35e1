//! What writers do around the words and numbers of dates.

use super::locales::{push, variant};
use super::quoted;
use super::source::{Source, Word};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;

pub(super) fn code(source: &Source) -> Result<String> {
    let customs = source.words("customs")?;
    let mut code = String::from("use crate::{Calendar, Order, YearCustom};\n");
    for (name, key) in [("PROCLITICS", "proclitics"), ("NUMBERED", "numbered")] {
        let words: BTreeSet<&str> = with_key(&customs, key).map(|word| word.printed.as_str()).collect();
        push(&mut code, &format!("{name}: &[&str]"), words.into_iter().map(quoted));
    }
    let commas = with_key(&customs, "commas")
        .map(|word| Ok(format!("({}, Order::{})", quoted(&word.tag), variant(&word.printed)?)));
    let commas = commas.collect::<Result<Vec<_>>>()?;
    push(&mut code, "COMMAS: &[(&str, Order)]", commas.into_iter());
    let years: Vec<&Word> = customs.iter().filter(|word| word.key.starts_with("years.")).collect();
    let years = years.chunks(2).map(|bounds| year_custom(bounds, &customs)).collect::<Result<Vec<_>>>()?;
    push(&mut code, "YEAR_CUSTOMS: &[YearCustom]", years.into_iter());
    Ok(code)
}

/// The code of the years from one to another that a locale writes without naming their calendar.
fn year_custom(bounds: &[&Word], customs: &[Word]) -> Result<String> {
    let [first, last] = bounds else { bail!("expected two years, the first and the last") };
    let tag = &first.tag;
    let calendar = match first.key.as_str() {
        "years.buddhist" => "Buddhist",
        "years.islamic" => "Islamic",
        "years.persian" => "Persian",
        key => bail!("expected a calendar, found `{key}`"),
    };
    let zero = with_key(customs, "zero").find(|zero| zero.tag == *tag).context("a zero of the locale")?;
    let years = format!("({}, {})", first.printed.parse::<i32>()?, last.printed.parse::<i32>()?);
    Ok(format!(
        "YearCustom {{ calendar: Calendar::{calendar}, years: {years}, tag: {}, zero: '{}' }}",
        quoted(tag),
        zero.printed
    ))
}

fn with_key<'w>(customs: &'w [Word], key: &'w str) -> impl Iterator<Item = &'w Word> {
    customs.iter().filter(move |word| word.key == key)
}
