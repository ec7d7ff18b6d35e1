use crate::article::Body;
use crate::reading::Reading;
use copydesk_blocks::Role;
use std::collections::BTreeSet;

/// The paragraphs of the article, each once: the prose, quotes, lists and subheadings of the main range below the headline,
/// and the prose between the two. The standfirst is one of them, if it is prose.
pub(crate) fn find(reading: &Reading<'_>, headline: Option<usize>, standfirst: Option<usize>) -> Body {
    let mut seen = BTreeSet::new();
    let mut body = Body::default();
    let main = &reading.page.main;
    let above = |line: usize| (main.start..line).filter(|at| reading.is_prose(*at)).count();
    let start = headline.filter(|line| above(*line) < 1).map_or(main.start, |line| line + 1);
    for at in start..main.end {
        let line = &reading.page.lines[at];
        let is_above = at < main.start;
        let fits = if is_above { Some(line.span.start) == standfirst || matches!(line.role, Role::Body | Role::Quote) } else { is_body(line.role) };
        if fits
            && Some(at) != headline
            && (reading.is_prose(at) || !reading.is_meta(at))
            && seen.insert(reading.line(at))
        {
            body.words += line.shape.words as usize;
            body.paragraphs.push(line.span.clone());
        }
    }
    body
}

fn is_body(role: Role) -> bool {
    matches!(role, Role::Body | Role::Quote | Role::List | Role::Title)
}
