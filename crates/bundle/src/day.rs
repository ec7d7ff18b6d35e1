//! The day in a time stamp.

/// The day of a time stamp as `YYYY-MM-DD`: of `2017-05-03T12:00:00Z`, `2017-05-03 12:00`, `20170503120000`.
pub(crate) fn of(stamp: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(stamp).ok()?;
    let is_dashed = stamp.get(4) == Some(&b'-') && stamp.get(7) == Some(&b'-');
    let (year, month, day) = if is_dashed {
        (text.get(..4)?, text.get(5..7)?, text.get(8..10)?)
    } else {
        (text.get(..4)?, text.get(4..6)?, text.get(6..8)?)
    };
    let is_whole = is_dashed || matches!(stamp.len(), 8 | 14);
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = [year, month, day].into_iter().all(is_number)
        && (1..=12).contains(&month.parse().unwrap_or(0))
        && (1..=31).contains(&day.parse().unwrap_or(0));
    (is_whole && is_day).then(|| format!("{year}-{month}-{day}"))
}
