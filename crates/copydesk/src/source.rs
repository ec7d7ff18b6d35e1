//! What is known about a document beside its text, and which documents are of one source.

use copydesk_article::{Context, NaiveDate, rights_holder};
use copydesk_bundle::Document;

/// What a document's marker says about it.
pub(crate) fn context<'d>(document: &'d Document<'_>) -> Context<'d> {
    Context { url: url(document), fetched: header(document, "date").and_then(day), ..Context::default() }
}

/// What stands in `date=` instead of a day.
pub(crate) fn malformed_date<'d>(document: &'d Document<'_>) -> Option<&'d str> {
    header(document, "date").filter(|date| day(date).is_none())
}

/// Where a document was fetched from: its `url=`, or its name if that is one.
fn url<'d>(document: &'d Document<'_>) -> Option<&'d str> {
    header(document, "url").or_else(|| Some(&*document.name).filter(|name| host(name).is_some()))
}

/// The value of an attribute of the document's marker.
fn header<'d>(document: &'d Document<'_>, wanted: &str) -> Option<&'d str> {
    document.headers.iter().find(|(key, _)| key == wanted).map(|(_, value)| &**value)
}

/// What a document's source is called: by its `source=`, else the host it was fetched from, else the host that its file is
/// named after, else the folder of its name, else `home`, where its input lies, else the publisher that its text names.
pub(crate) fn source<'d>(
    document: &'d Document<'_>,
    home: Option<&'d str>,
    text: &'d str,
) -> Option<&'d str> {
    header(document, "source")
        .or_else(|| host(url(document)?))
        .or_else(|| host_of_name(&document.name))
        .or_else(|| document.name.rsplit_once('/').map(|(folder, _)| folder))
        .or(home)
        .or_else(|| rights_holder(text).map(|span| &text[span]))
}

/// `example.org` of `pages/example.org_1f3a.txt`: files of crawled pages are often named so.
fn host_of_name(name: &str) -> Option<&str> {
    let file = name.rsplit('/').next()?;
    let (host, _) = file.split_once('_')?;
    let (_, domain) = host.rsplit_once('.')?;
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_domain = domain.len() >= 2 && domain.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_domain && host.split('.').all(is_label)).then_some(host)
}

/// The day of `2017-05-31` or of `2017-05-31T17:12:00Z`.
fn day(date: &str) -> Option<NaiveDate> {
    date.split(['T', ' ']).next()?.parse().ok()
}

fn host(url: &str) -> Option<&str> {
    let url = archived(url).unwrap_or(url);
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())
}

/// The address of the page that an archive keeps: `https://archive.example/2017/https://example.org/1`.
fn archived(url: &str) -> Option<&str> {
    let path = &url[..url.find(['?', '#']).unwrap_or(url.len())];
    let at = path.rfind("/http://").into_iter().chain(path.rfind("/https://")).max()?;
    Some(&url[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::{source, url};
    use copydesk_bundle::read;

    /// Of the first document of a bundle.
    #[track_caller]
    fn check(marker: &str, expected_url: Option<&str>, expected_source: Option<&str>) {
        let text = format!("=== FILE: {marker} ===\ntext\n");
        let bundle = read(text.as_bytes());
        assert_eq!(url(&bundle.documents[0]), expected_url);
        assert_eq!(source(&bundle.documents[0], None, ""), expected_source);
        assert_eq!(source(&bundle.documents[0], Some("home"), ""), expected_source.or(Some("home")));
    }

    #[test]
    fn headers_say_it_first() {
        check("a/b.txt source=post url=https://example.org/1", Some("https://example.org/1"), Some("post"));
        check("a/b.txt url=https://example.org/1", Some("https://example.org/1"), Some("example.org"));
    }

    #[test]
    fn names_say_it_next() {
        check("https://example.org/1?a", Some("https://example.org/1?a"), Some("example.org"));
        check("http://example.org", Some("http://example.org"), Some("example.org"));
        let archived = "https://archive.example/2017/https://example.org/1";
        check(archived, Some(archived), Some("example.org"));
        let linked = "https://example.org/share?of=/https://example.com/1";
        check(linked, Some(linked), Some("example.org"));
        check("a/b/c.txt", None, Some("a/b"));
        check("a/example.org_1.txt", None, Some("example.org"));
        check("a/b.c_1.txt", None, Some("a"));
        check("a/example.org-1.txt", None, Some("a"));
    }

    #[test]
    fn plain_names_say_nothing() {
        check("a.txt", None, None);
        check("https.txt", None, None);
        check("ftp:a", None, None);
    }
}
