use crate::Time;
use crate::token::{
    Number, Parse, Token, Tokens, day_period, glue, glued, glued_sign, month_name, number, sign, token, unit,
};
use copydesk_date_words::{DayPeriod, Meaning, Unit};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cond, map_opt, not, opt, peek, value, verify};
use nom::sequence::{delimited, preceded, terminated};

/// `17:12`, `5:12 p.m. EST`, `17.12 Uhr`, `17h12`, `下午5時12分`, `17:12:09.5+02:00`
///
/// ```abnf
/// time = hour-name / [hour-unit] [period] (clock / units / labelled / hour period) [period] [hour-unit] [zone]
/// ```
pub(crate) fn time(tokens: Tokens<'_>) -> Parse<'_, Time> {
    if let Ok(named) = named_hour(tokens) {
        return Ok(named);
    }
    let label = (unit(Unit::Hour), opt(unit(Unit::Hour)));
    let (rest, (label, before)) = (opt(label), opt(day_period)).parse(tokens)?;
    let labelled = map_opt(cond(label.is_some(), labelled_clock), |time| time);
    let of_label = map_opt(cond(label.is_some(), labelled_hour), |time| time);
    let (rest, clock) =
        alt((colon_clock, unit_clock, labelled, dot_clock, hour_of_half, of_label)).parse(rest)?;
    let is_day = label.is_some() && month_name(rest).is_ok();
    if clock.minute.is_none() && (is_day || is_first_of_several(rest)) {
        return Err(nom::Err::Error(()));
    }
    let (rest, _) = opt(unit(Unit::Hour)).parse(rest)?;
    let (rest, behind) = opt(fitting_period(clock)).parse(rest)?;
    let period = before.or(behind);
    let is_time = clock.minute.is_some() || period.is_some() || rest.len() + 1 < tokens.len();
    let clock = in_half(clock, period).filter(|_| is_time).ok_or(nom::Err::Error(()))?;
    let (rest, offset) =
        if is_range(rest) && clock.second.is_none() { (rest, None) } else { opt(zone).parse(rest)? };
    Ok((rest, Time { offset, ..clock }))
}

/// `noon`
fn named_hour(tokens: Tokens<'_>) -> Parse<'_, Time> {
    token(|token| {
        token.meaning(|meaning| match meaning {
            Meaning::Clock(hour) => Some(Time { hour, minute: Some(0), second: None, offset: None }),
            _ => None,
        })
    })(tokens)
}

/// `17:12:00+02:00` as it stands behind the `T` of ISO 8601.
///
/// ```abnf
/// iso-time = clock [zone]
/// ```
pub(crate) fn iso_time(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let (rest, time) = colon_clock(tokens)?;
    let (rest, offset) = opt(zone).parse(rest)?;
    Ok((rest, Time { offset, ..time }))
}

/// Whether the number before was the first of a date: `em 02/08/2022` is no two o'clock, though `em` is an afternoon elsewhere.
fn is_first_of_several(rest: Tokens<'_>) -> bool {
    preceded(glued_sign("/-."), glued(Token::number)).parse(rest).is_ok()
}

/// Whether `-12:00` follows without a blank: more likely until when something lasts than a zone. `-08` is a zone.
fn is_range(tokens: Tokens<'_>) -> bool {
    let hours = (glued_sign("-"), glued(|token| token.number()?.within(2..=2, 0..=14)), not(glued_sign(":")));
    glued_sign("-")(tokens).is_ok() && peek(hours).parse(tokens).is_err()
}

/// A time that says so itself, without a date next to it: not `17.12`, which may be a number.
pub(crate) fn certain_time(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let (rest, found) = time(tokens)?;
    let read = &tokens[..tokens.len() - rest.len()];
    let is_certain = read.iter().any(|token| token.sign() == Some(':') || !token.senses().is_empty());
    if is_certain { Ok((rest, found)) } else { Err(nom::Err::Error(())) }
}

/// ```abnf
/// clock = hour ":" minute [":" second [("." / ",") 1*DIGIT]]
/// ```
fn colon_clock(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let (rest, (hour, minute)) = (hour(1..=2), preceded(glued_sign(":"), sixty)).parse(tokens)?;
    let second = terminated(preceded(glued_sign(":."), sixty), opt(fraction));
    let (rest, second) = opt(second).parse(rest)?;
    Ok((rest, Time { hour, minute: Some(minute), second, offset: None }))
}

/// ```abnf
/// clock =/ hour "." minute ["." second]
/// ```
fn dot_clock(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let (rest, (hour, minute)) = (hour(1..=2), preceded(glued_sign("."), sixty)).parse(tokens)?;
    let (rest, second) = opt(preceded(glued_sign(".:"), sixty)).parse(rest)?;
    Ok((rest, Time { hour, minute: Some(minute), second, offset: None }))
}

/// ```abnf
/// units = hour hour-unit [minutes]
/// ```
fn unit_clock(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let (rest, hour) = terminated(hour(1..=2), unit(Unit::Hour)).parse(tokens)?;
    let (rest, (minute, second)) = opt(minutes(opt(unit(Unit::Minute)).map(|unit| unit.is_some())))
        .map(Option::unwrap_or_default)
        .parse(rest)?;
    Ok((rest, Time { hour, minute, second, offset: None }))
}

/// ```abnf
/// labelled = hour minute minute-unit [second [second-unit]]   ; behind a word for the hour
/// ```
fn labelled_clock(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let named = unit(Unit::Minute).map(|()| true);
    let (rest, (hour, (minute, second))) = (hour(1..=2), minutes(named)).parse(tokens)?;
    Ok((rest, Time { hour, minute, second, offset: None }))
}

/// ```abnf
/// labelled =/ hour   ; before no month
/// ```
fn labelled_hour(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let (rest, hour) = terminated(hour(1..=2), not((sign("."), month_name))).parse(tokens)?;
    Ok((rest, Time { hour, minute: None, second: None, offset: None }))
}

/// ```abnf
/// minutes = [and] minute [minute-unit [[and] second [second-unit]]] / half [second second-unit]
/// ```
fn minutes<'w>(
    has_unit: impl Parser<Tokens<'w>, Output = bool, Error = ()>,
) -> impl Parser<Tokens<'w>, Output = (Option<u8>, Option<u8>), Error = ()> {
    let rest = has_unit.flat_map(|has_unit| cond(has_unit, seconds).map(Option::flatten));
    let half = token(|token| token.means(|meaning| meaning == Meaning::Half).then_some(30));
    let halved = (half, opt(terminated(below_60, unit(Unit::Second))));
    alt((halved, (preceded(opt(glue), below_60), rest))).map(|(minute, second)| (Some(minute), second))
}

/// None, or those that a minute can have.
fn seconds(tokens: Tokens<'_>) -> Parse<'_, Option<u8>> {
    let second = preceded(opt(glue), terminated(below_60, opt(unit(Unit::Second))));
    terminated(opt(second), not((token(Token::number), unit(Unit::Second)))).parse(tokens)
}

/// ```abnf
/// hour = 1*2DIGIT   ; with a period before or behind: `5 pm`
/// ```
fn hour_of_half(tokens: Tokens<'_>) -> Parse<'_, Time> {
    let (rest, hour) = verify(hour(1..=2), |hour| (1..=12).contains(hour)).parse(tokens)?;
    Ok((rest, Time { hour, minute: None, second: None, offset: None }))
}

fn hour<'w>(digits: std::ops::RangeInclusive<u8>) -> impl Parser<Tokens<'w>, Output = u8, Error = ()> {
    map_opt(number(digits), |number: Number| (number.value < 24).then_some(number.value as u8))
}

fn sixty(tokens: Tokens<'_>) -> Parse<'_, u8> {
    glued(|token| token.number()?.within(2..=2, 0..=59).map(|value| value as u8))(tokens)
}

fn below_60(tokens: Tokens<'_>) -> Parse<'_, u8> {
    token(|token| token.number()?.within(1..=2, 0..=59).map(|value| value as u8))(tokens)
}

fn fraction(tokens: Tokens<'_>) -> Parse<'_, ()> {
    value((), (glued_sign(".,"), glued(Token::number))).parse(tokens)
}

/// A period of the day that the hour can lie in.
fn fitting_period<'w>(clock: Time) -> impl Parser<Tokens<'w>, Output = DayPeriod, Error = ()> {
    verify(preceded(opt(sign(",")), day_period), move |period| in_half(clock, Some(*period)).is_some())
}

/// The time on the 24-hour clock; 13:30 in the afternoon is printed often enough.
fn in_half(clock: Time, period: Option<DayPeriod>) -> Option<Time> {
    let hour = match (period, clock.hour) {
        (None, hour) => hour,
        (Some(DayPeriod::Am), 12) => 0,
        (Some(DayPeriod::Am), hour) => Some(hour).filter(|hour| *hour < 12)?,
        (Some(DayPeriod::Pm), hour @ 1..12) => hour + 12,
        (Some(DayPeriod::Pm), hour) => Some(hour).filter(|hour| *hour > 0 || clock.minute.is_some())?,
    };
    Some(Time { hour, ..clock })
}

/// `Z`, `GMT`, `(EST)`, `UTC+2`, `+02:00`, `+0200`, in minutes east of UTC
///
/// ```abnf
/// zone   = ["("] (zone-name [offset] / offset) [")"]
/// ```
pub(crate) fn zone(tokens: Tokens<'_>) -> Parse<'_, i16> {
    let any = || alt((zone_with_offset, offset));
    alt((delimited(sign("(["), any(), sign(")]")), any())).parse(tokens)
}

fn zone_with_offset(tokens: Tokens<'_>) -> Parse<'_, i16> {
    let (rest, zone) = zone_name(tokens)?;
    match offset(rest) {
        Ok((rest, offset)) => Ok((rest, zone + offset)),
        Err(_) if tokens.first().is_some_and(|token| token.upper) => Ok((rest, zone)),
        Err(error) => Err(error),
    }
}

/// ```abnf
/// zone-name = "Z" / abbreviation   ; in capitals if no offset follows: `est` is a word
/// ```
fn zone_name(tokens: Tokens<'_>) -> Parse<'_, i16> {
    let named = token(|token| {
        let zones = token.senses().iter().filter_map(|sense| match sense.meaning {
            Meaning::Zone(east) => Some((sense.locales.contains(EVERYWHERE), east)),
            _ => None,
        });
        zones.max_by_key(|(is_usual, _)| *is_usual).map(|(_, east)| east)
    });
    alt((value(0, sign("Z")), named)).parse(tokens)
}

/// The tag of what holds in all locales: the usual meaning of an abbreviation like `BST`, which Bengali reads otherwise.
const EVERYWHERE: &str = "und";

/// ```abnf
/// offset = ("+" / "-") (1*2DIGIT [":" 2DIGIT] / 4DIGIT)   ; no more than 14 hours
/// ```
fn offset(tokens: Tokens<'_>) -> Parse<'_, i16> {
    let (rest, sign) = sign("+-")(tokens)?;
    let (rest, hours) =
        glued(|token| token.number().filter(|number| matches!(number.digits, 1 | 2 | 4)))(rest)?;
    let (rest, minutes) = match hours.digits {
        4 => (rest, hours.value % 100),
        _ => opt(preceded(glued_sign(":"), sixty))
            .parse(rest)
            .map(|(rest, minutes)| (rest, u64::from(minutes.unwrap_or(0))))?,
    };
    let hours = if hours.digits == 4 { hours.value / 100 } else { hours.value };
    let east = (hours * 60 + minutes) as i16;
    let is_offset = hours <= 14 && minutes < 60;
    if is_offset { Ok((rest, if sign == '-' { -east } else { east })) } else { Err(nom::Err::Error(())) }
}
