//! Tags, sets of them, parents, orders and digits.

use super::sets::{LocaleSets, Tags};
use super::source::Source;
use anyhow::{Context, Result, bail};
use std::fmt::Write;

pub(super) fn code(source: &Source, sets: &LocaleSets) -> Result<String> {
    let tags: Tags = sets.iter().flatten().cloned().collect();
    let mut code = String::from("use crate::Order;\n");
    push(&mut code, "TAGS: &[&str]", tags.iter().map(|tag| format!("{tag:?}")));
    push(&mut code, "LOCALE_SETS: &[&[u16]]", sets.iter().map(|set| indices(&tags, set)));
    let parents = source.pairs("parents")?;
    push(
        &mut code,
        "PARENTS: &[(&str, &str)]",
        parents.iter().map(|(tag, parent)| format!("({tag:?}, {parent:?})")),
    );
    let orders = source.pairs("orders")?.into_iter().map(|(tag, order)| Ok((tag, variant(&order)?)));
    let orders = orders.collect::<Result<Vec<_>>>()?;
    push(
        &mut code,
        "ORDERS: &[(&str, Order)]",
        orders.iter().map(|(tag, order)| format!("({tag:?}, Order::{order})")),
    );
    push(
        &mut code,
        "ZEROS: &[char]",
        zeros(source)?.iter().map(|zero| format!("'\\u{{{:x}}}'", *zero as u32)),
    );
    Ok(code)
}

pub(super) fn push(code: &mut String, declaration: &str, items: impl Iterator<Item = String>) {
    let _ = writeln!(code, "\n#[rustfmt::skip]\npub(crate) static {declaration} = &[");
    for item in items {
        let _ = writeln!(code, "    {item},");
    }
    code.push_str("];\n");
}

fn indices(tags: &Tags, set: &Tags) -> String {
    let indices = tags.iter().enumerate().filter(|(_, tag)| set.contains(*tag));
    let indices: Vec<String> = indices.map(|(at, _)| at.to_string()).collect();
    format!("&[{}]", indices.join(", "))
}

pub(super) fn variant(order: &str) -> Result<&'static str> {
    Ok(match order {
        "dmy" => "Dmy",
        "mdy" => "Mdy",
        "ymd" => "Ymd",
        _ => bail!("expected an order of day, month and year, found `{order}`"),
    })
}

/// The zeros of the systems whose ten digits follow each other in Unicode.
fn zeros(source: &Source) -> Result<Vec<char>> {
    let mut zeros = Vec::new();
    for digits in source.pairs("digits")?.into_values() {
        let zero = digits.chars().next().context("ten digits")?;
        let in_row = digits.chars().zip(0..).all(|(digit, at)| digit as u32 == zero as u32 + at);
        zeros.extend(Some(zero).filter(|_| in_row));
    }
    zeros.sort_unstable();
    Ok(zeros)
}
