use crate::in_order;

/// Lines tile the text; the main text is a range of them.
pub fn blocks(bytes: &[u8]) {
    let text = &String::from_utf8_lossy(bytes);
    let page = copydesk_blocks::read(text);
    let joined: String = page.lines.iter().map(|line| &text[line.full.clone()]).collect();
    assert_eq!(&joined, text);
    in_order(page.lines.iter().map(|line| &line.span));
    assert!(page.main.start <= page.main.end && page.main.end <= page.lines.len());
}
