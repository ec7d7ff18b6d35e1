use crate::{in_order, slices};
use copydesk_article::{Context, blocks, read};

/// Each value has its place in the text, or a reason; each line has one role.
pub fn article(bytes: &[u8]) {
    let text = &String::from_utf8_lossy(bytes);
    let context = Context::default();
    let article = read(text, &context);
    for field in article.explain() {
        assert_eq!(field.reason.is_some(), field.found.is_empty(), "{}", field.field);
        for statement in field.found.iter().chain(&field.rivals) {
            slices(text, &statement.evidence.span);
            assert!((0.0..=1.0).contains(&statement.evidence.confidence), "{statement:?}");
        }
    }
    in_order(&article.body.paragraphs);
    let blocks = blocks(text, &context);
    in_order(blocks.iter().map(|block| &block.span));
    let written = copydesk_blocks::read(text).lines.iter().filter(|line| !line.is_blank()).count();
    assert_eq!(blocks.len(), written);
}
