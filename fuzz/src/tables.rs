use copydesk_article::{Context, read};
use copydesk_tables::{ArticleRow, Articles, Columns, Writer};

/// A table of an article with any text in it is a table, and its cells are the texts.
pub fn tables(bytes: &[u8]) {
    let text = &String::from_utf8_lossy(bytes);
    let article = read(text, &Context::default());
    let row = ArticleRow {
        name: text,
        url: Some(text),
        article: &article,
        warnings: &[],
        sha256: "",
        span: 0..bytes.len(),
    };
    let columns = Columns::<Articles>::parse("name,headline,words,body").unwrap_or_default();
    let mut writer = Writer::new(columns, Vec::new());
    let written = writer.header().and_then(|()| writer.row(&row)).and_then(|()| writer.finish());
    let table = written.unwrap_or_default();
    let mut reader = csv::Reader::from_reader(table.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
    assert_eq!(rows.len(), 1);
    assert_eq!(&rows[0][0], text.as_ref());
    assert_eq!(&rows[0][3], article.body_text());
}
