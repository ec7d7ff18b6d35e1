use crate::article::Body;
use crate::dateline::Opening;
use crate::reading::Reading;
use copydesk_blocks::Role;
use std::collections::BTreeSet;

/// The paragraphs of the article: the prose, quotes, lists and subheadings of the main range below the headline, each
/// once, without the dateline. The standfirst, which starts at a byte of the text, is a field of its own.
pub(crate) fn find(
    reading: &Reading<'_>,
    headline: Option<usize>,
    standfirst: Option<usize>,
    dateline: Option<&Opening>,
) -> Body {
    let mut seen = BTreeSet::new();
    let mut body = Body::default();
    let start = headline.map_or(reading.page.main.start, |line| reading.page.main.start.max(line + 1));
    for at in start..reading.page.main.end {
        let line = &reading.page.lines[at];
        let text = reading.line(at);
        if is_body(line.role)
            && Some(line.span.start) != standfirst
            && (reading.is_prose(at) || !reading.is_meta(at))
            && seen.insert(text)
        {
            let start = dateline.filter(|dateline| dateline.line == at).map(|dateline| dateline.end);
            let span = start.unwrap_or(line.span.start)..line.span.end;
            let before = start.map_or(0, |end| words(&reading.text[line.span.start..end]));
            body.words += (line.shape.words as usize).saturating_sub(before);
            body.paragraphs.push(span);
        }
    }
    body
}

fn is_body(role: Role) -> bool {
    matches!(role, Role::Body | Role::Quote | Role::List | Role::Title)
}

/// Words between blanks.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
