use crate::{in_order, slices};

/// Statements are parts of the text, in order, and each name is where it says.
pub fn bylines(bytes: &[u8]) {
    let text = &String::from_utf8_lossy(bytes);
    let bylines = copydesk_bylines::find(text);
    in_order(bylines.iter().map(|byline| &byline.span));
    for byline in &bylines {
        slices(text, &byline.span);
        assert!(!byline.contributors.is_empty());
        for contributor in &byline.contributors {
            slices(text, &contributor.span);
            assert_eq!(text.get(contributor.span.clone()), Some(contributor.name));
        }
    }
}
