use crate::draft::{DateDraft, Draft, Year};
use copydesk_date_words::{digit, is_before_numbers};
use copydesk_lexicon::{is_spaceless, is_word};
use std::ops::Range;

/// Characters that show nothing and join nothing at the end of a word.
const JOINERS: [char; 2] = ['\u{200C}', '\u{200D}'];

/// Whether the text around a span, from `floor` on, leaves it as it is: no longer word or number goes on there.
pub(crate) fn stands_alone(text: &str, floor: usize, span: &Range<usize>, draft: &Draft) -> bool {
    let (before, inside, behind) = (&text[floor..span.start], &text[span.clone()], &text[span.end..]);
    begins(before, inside, draft) && ends(inside, behind, draft)
}

fn begins(before: &str, inside: &str, draft: &Draft) -> bool {
    let before = before.trim_end_matches(JOINERS);
    let Some(last) = before.chars().next_back() else { return true };
    let first = inside.chars().next().unwrap_or(' ');
    if is_word(last) && is_word(first) && !is_spaceless(last) && !is_spaceless(first) {
        let is_seam = !is_digit(last) && is_digit(first) || last.is_lowercase() && first.is_uppercase();
        return is_seam && is_whole_date(inside, draft);
    }
    if !is_digit(first) {
        return !is_without_day(draft) || !ends_with_day(before);
    }
    if sign(draft) == Some(' ') && is_all_numbers(draft) && before.trim_end_matches(' ').ends_with(is_digit) {
        return false;
    }
    let after_digit = || ends_with_digit(&before[..before.len() - last.len_utf8()]);
    let goes_on = match last {
        '.' | ',' | ':' | '\'' | '’' => after_digit(),
        '-' | '/' | '–' => after_digit() && !is_year_first(draft) && is_all_numbers(draft),
        '$' | '€' | '£' | '#' | '§' | '№' | '=' | '+' | '&' | '%' => true,
        _ => false,
    };
    let is_version = is_all_numbers(draft) && has_short_year(draft) && follows_number_word(before);
    !goes_on && !is_version
}

fn ends(inside: &str, behind: &str, draft: &Draft) -> bool {
    let mut chars = behind.chars();
    let Some(next) = chars.next() else { return true };
    let last = inside.chars().next_back().unwrap_or(' ');
    if is_word(next) && is_word(last) && !is_spaceless(last) && !is_spaceless(next) {
        let is_seam = is_digit(last) && !is_digit(next) || begins_like_date(behind);
        return is_hangul(last) && is_hangul(next) || is_seam && is_whole_date(inside, draft);
    }
    if !is_digit(last) {
        return true;
    }
    if sign(draft) == Some(' ')
        && is_all_numbers(draft)
        && behind.trim_start_matches(' ').starts_with(is_digit)
    {
        return false;
    }
    let before_digit = chars.next().is_some_and(is_digit);
    match next {
        '%' | '°' | '€' | '£' => false,
        '.' | ',' | ':' => !before_digit || draft.time.is_some() && next == ',',
        '-' | '/' | '_' => {
            !before_digit || is_year_first(draft) || sign(draft).is_some_and(|sign| sign != next)
        }
        _ => true,
    }
}

/// Whether a date is so complete that it counts even where the extraction of a page has stuck words to it:
/// `Updated31.05.2017by`.
fn is_whole_date(inside: &str, draft: &Draft) -> bool {
    use DateDraft::{Certain, Named, Numeric};
    let has_day = matches!(
        draft.date,
        Some(Numeric { .. } | Named { day: Some(_), .. } | Certain { month: Some(_), day: Some(_), .. })
    );
    has_day && !has_short_year(draft) && !inside.chars().all(is_digit)
}

/// Whether a text begins with a day, as where two dates are stuck together: `31.05.2017` + `01.06.2017`.
fn begins_like_date(text: &str) -> bool {
    const LONGEST_DAY: usize = 2;
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=LONGEST_DAY).contains(&(text.len() - rest.len())) && rest.starts_with(['.', '/', '-', ' ', '\u{A0}'])
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

pub(crate) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

fn ends_with_digit(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_digit)
}

/// Whether a number that is no day stands there: the text says `32 May 2017`.
fn ends_with_day(before: &str) -> bool {
    let number = before.trim_end_matches([' ', '\u{A0}', '.', '-']);
    let digits = number.chars().rev().take(3).take_while(|c| is_digit(*c)).count();
    (1..=2).contains(&digits)
}

fn follows_number_word(before: &str) -> bool {
    let head = before.trim_end_matches([' ', '\u{A0}', ':', '.', '#']);
    let start = head.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1);
    head.get(start..).is_some_and(is_before_numbers)
}

fn is_without_day(draft: &Draft) -> bool {
    use DateDraft::{Certain, Named};
    matches!(draft.date, Some(Named { year: Some(_), day: None, .. } | Certain { day: None, .. }))
}

fn is_all_numbers(draft: &Draft) -> bool {
    matches!(
        draft.date,
        None | Some(
            DateDraft::Numeric { .. }
                | DateDraft::Pair { .. }
                | DateDraft::YearMonth { .. }
                | DateDraft::BareYear(_)
        )
    )
}

fn has_short_year(draft: &Draft) -> bool {
    draft.date.and_then(|date| date.year()).is_none_or(Year::is_short)
}

fn is_year_first(draft: &Draft) -> bool {
    match draft.date {
        Some(DateDraft::Numeric { numbers, .. }) => numbers[0].digits == 4,
        Some(DateDraft::Certain { month, .. }) => month.is_some(),
        _ => false,
    }
}

/// What parts the numbers of a draft: if the same sign and a number follow, it is a longer row of numbers.
fn sign(draft: &Draft) -> Option<char> {
    use DateDraft::{Named, Numeric, Pair, YearMonth};
    match draft.date {
        Some(Numeric { sign, .. } | Pair { sign, .. } | YearMonth { sign, .. }) => Some(sign),
        Some(Named { day: Some(_), .. }) => Some(' '),
        _ => None,
    }
}
