//! `agency place date "电"`, in brackets or not, with the names of the reporters before or behind.

use super::Dateline;
use crate::agency;
use crate::byline::{Contributor, Role};
use crate::label::{self, Kind as Word};
use crate::piece::Piece;
use copydesk_lexicon::is_number;

pub(super) fn at(head: Piece<'_>) -> Option<Dateline<'_>> {
    const FIRST_BYTES: [u8; 3] = [0xE7, 0xE8, 0xE9];
    memchr::memchr3(FIRST_BYTES[0], FIRST_BYTES[1], FIRST_BYTES[2], head.str.as_bytes())?;
    let open =
        head.str.chars().next().filter(|c| matches!(c, '（' | '(' | '【' | '〔')).map_or(0, char::len_utf8);
    let start = head.behind(open);
    let found = agency::at(start)?;
    let behind = start.behind(found.len);
    let end = behind.str.find(['电', '電', '讯', '訊'])?;
    let number = behind.str[..end].find(is_day)?;
    let name = start.first(found.len);
    let place = behind.first(number);
    let has_name =
        label::at(place.str).is_some_and(|label| label.any(|word| matches!(word, Word::Role | Word::Author)));
    let end = behind.at - head.at + end + '电'.len_utf8();
    let end = end + bracket(&head.str[end..]);
    Some(Dateline {
        span: head.at..head.at + end,
        place: (!place.is_empty() && !has_name).then(|| place.span()),
        credits: vec![Contributor::agency(name.str, name.span(), Role::Source, found.agency)],
    })
}

fn is_day(c: char) -> bool {
    is_number(c) || matches!(c, '一'..='十' | '〇' | '廿')
}

/// Bytes of the bracket that closes the dateline or names its reporters, and the blanks behind it.
fn bracket(text: &str) -> usize {
    let rest = text.trim_start();
    let close = match rest.chars().next() {
        Some('）' | ')' | '】' | '〕') => Some(0),
        Some('（' | '(') => rest.find(['）', ')']),
        _ => None,
    };
    let Some(close) = close else { return text.len() - rest.len() };
    let behind = rest[close..].chars().next().map_or("", |c| &rest[close + c.len_utf8()..]);
    text.len() - behind.trim_start().len()
}
