//! How values of options are read.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use copydesk::{Articles, Columns, Dialect};
use copydesk_dates::{NaiveDate, NaiveDateTime, Order};
use copydesk_tables::Table;

pub(super) fn columns_help() -> String {
    let width = Articles::COLUMNS.iter().map(|column| column.name.len()).max().unwrap_or_default();
    let columns =
        Articles::COLUMNS.iter().map(|column| format!("\n  {:width$}  {}", column.name, column.about));
    format!("Columns:{}", columns.collect::<String>())
}

pub(super) fn parse_columns(list: &str) -> Result<Columns<Articles>, copydesk_tables::UnknownColumn> {
    Columns::parse(list)
}

pub(super) fn dialects() -> impl TypedValueParser<Value = Dialect> {
    PossibleValuesParser::new(Dialect::ALL.map(Dialect::name)).try_map(|name| name.parse::<Dialect>())
}

pub(super) fn written_dialects() -> impl TypedValueParser<Value = Dialect> {
    let names = copydesk_bundle::Writer::DIALECTS.map(Dialect::name);
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Dialect>())
}

pub(super) fn orders() -> impl TypedValueParser<Value = Order> {
    PossibleValuesParser::new(["DMY", "MDY", "YMD"]).map(|name| match &*name {
        "DMY" => Order::Dmy,
        "MDY" => Order::Mdy,
        _ => Order::Ymd,
    })
}

pub(super) fn parse_marker(pattern: &str) -> Result<String, copydesk_bundle::Error> {
    copydesk_bundle::Reader::new().marker(pattern).map(|_| pattern.to_owned())
}

/// A number of bytes, or of KiB, MiB or GiB.
pub(super) fn parse_size(text: &str) -> Result<usize, String> {
    let units = [('K', 10), ('M', 20), ('G', 30)];
    let unit = units.iter().find_map(|(unit, bits)| Some((text.strip_suffix(*unit)?, *bits)));
    let (number, bits) = unit.unwrap_or((text, 0));
    let size = number.parse().ok().and_then(|number: usize| number.checked_mul(1 << bits));
    size.filter(|size| *size > 0).ok_or_else(|| "expected a size such as 100000, 16M or 1G".into())
}

/// A day is its midnight. Minutes may end the time.
pub(super) fn parse_moment(text: &str) -> Result<NaiveDateTime, String> {
    let text = text.replacen(' ', "T", 1);
    let day = |day: &str| day.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0);
    let moment = text.parse().ok().or_else(|| format!("{text}:00").parse().ok()).or_else(|| day(&text));
    moment.ok_or_else(|| "expected a day or moment such as 2017-06-02 or 2017-06-02T17:12".into())
}
