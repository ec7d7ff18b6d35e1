//! What stands between a content and the next marker.

use crate::grammar::{Boundary, Grammar};
use crate::opening::Opening;
use crate::window::{Miss, View, Window};
use std::ops::Range;

/// The line ends after counted content, and what stands behind them, if the input goes on there as it should.
pub(crate) fn follows(
    grammar: &Grammar,
    window: &Window<'_>,
    stop: usize,
) -> View<(Range<usize>, Option<Boundary>)> {
    let most = grammar.counted_line_ends();
    if stop.saturating_add(2 * most) > window.end() && !window.is_end() {
        return Err(Miss::Unsure);
    }
    let trailer = stop..stop + window.line_ends(stop, most);
    match () {
        () if stop > window.end() => Err(Miss::IsNot),
        () if window.ends_at(trailer.end) => Ok((trailer, None)),
        // The input was cut off in a line end.
        () if window.is_end() && window.from(trailer.end) == b"\r" => Ok((stop..window.end(), None)),
        () => match grammar.read_line(window, trailer.end) {
            // Something damaged follows, and that does not spoil what is whole.
            Err(Miss::IsNot) if grammar.is_sure(window.slice(trailer.clone())) => Ok((trailer, None)),
            boundary => boundary.map(|boundary| (trailer, Some(boundary))),
        },
    }
}

/// What must be seen to know what follows counted content: at least one byte more than there is.
pub(crate) fn beyond(window: &Window<'_>, stop: usize) -> usize {
    stop.saturating_add(4).max(window.end() + 1)
}

/// Where the content ends if one line end before `limit` is framing: CR LF only if its marker ends so, too.
pub(crate) fn without_line_end(window: &Window<'_>, opening: &Opening, limit: usize) -> usize {
    let last = window.slice(opening.span.end.max(limit.saturating_sub(2))..limit);
    match last {
        [b'\r', b'\n'] if opening.has_carriage_return => limit - 2,
        [.., b'\n'] => limit - 1,
        _ => limit,
    }
}

/// The same for some blank lines. The line end of the line before them stays.
pub(crate) fn without_blank_lines(
    window: &Window<'_>,
    opening: &Opening,
    limit: usize,
    most: usize,
) -> usize {
    let mut end = limit;
    for _ in 0..most {
        let shorter = without_line_end(window, opening, end);
        let before = window.slice(opening.span.end.max(shorter.saturating_sub(1))..shorter);
        if shorter == end || !matches!(before, [] | [b'\n']) {
            break;
        }
        end = shorter;
    }
    end
}
