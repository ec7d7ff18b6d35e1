//! Where the signs of markers stand.

use super::Grammar;
use crate::dialect::Dialect;
use crate::window::Window;
use memchr::memchr;
use memchr::memmem::Finder;

/// What stands in markers that open documents, and in those that close them.
pub(super) const fn signs(dialect: Dialect) -> (Option<&'static [u8]>, Option<&'static [u8]>) {
    match dialect {
        Dialect::Canonical => (Some(b"=== FILE:"), None),
        Dialect::Tail => (Some(b"==> "), None),
        Dialect::Txtar => (Some(b"-- "), None),
        Dialect::Equals => (Some(b"=== "), None),
        Dialect::Begin => (Some(b"BEGIN "), Some(b"END ")),
        Dialect::Repomix => (Some(b"================"), None),
        Dialect::Gitingest => (Some(b"====="), None),
        Dialect::RepomixXml => (Some(b"<file "), Some(b"</file>")),
        Dialect::Documents => (Some(b"<document"), Some(b"</document_content>")),
        Dialect::FilesToPrompt => (Some(b"---"), Some(b"---")),
        Dialect::Wet => (Some(b"WARC/1."), None),
        Dialect::LexisNexis => (Some(b" DOCUMENT"), None),
        Dialect::JsonLines | Dialect::Custom => (None, None),
    }
}

/// Where signs stand. What has been found is remembered from one search to the next, so that no byte is searched twice for
/// the same one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Signs {
    opening: Sought,
    closing: Sought,
}

#[derive(Clone, Debug, Default)]
struct Sought {
    /// One that has been found.
    at: Option<usize>,
    /// None begins before this place, that one apart.
    none_before: usize,
}

impl Grammar {
    /// The first sign from a place on; if there is none, where one may still begin.
    pub(super) fn sign(
        &self,
        window: &Window<'_>,
        from: usize,
        closes: bool,
        signs: &mut Signs,
    ) -> Result<usize, usize> {
        let Some(sign) = &self.opening else { return line_start(window, from) };
        let opening = signs.opening.next(sign, window, from);
        match self.closing.as_ref().filter(|_| closes) {
            Some(sign) => match (opening, signs.closing.next(sign, window, from)) {
                (Ok(at), Ok(other)) => Ok(at.min(other)),
                (Ok(at), Err(_)) | (Err(_), Ok(at)) => Ok(at),
                (Err(place), Err(other)) => Err(place.min(other)),
            },
            None => opening,
        }
    }
}

impl Sought {
    fn next(&mut self, sign: &Finder<'_>, window: &Window<'_>, from: usize) -> Result<usize, usize> {
        if self.at.is_none_or(|at| at < from) {
            let start = from.max(self.none_before);
            let rest = sign.needle().len() - 1;
            self.at = sign.find(window.from(start)).map(|len| start + len);
            self.none_before = self.at.unwrap_or(start.max(window.end().saturating_sub(rest)));
        }
        self.at.ok_or(self.none_before)
    }
}

fn line_start(window: &Window<'_>, from: usize) -> Result<usize, usize> {
    let at = if is_line_start(window, from) { from } else { next_line(window, from) };
    if at < window.end() { Ok(at) } else { Err(at) }
}

/// Whether a line begins here, a byte order mark and all.
fn is_line_start(window: &Window<'_>, at: usize) -> bool {
    at == 0 || window.slice(at - 1..at) == b"\n"
}

pub(super) fn next_line(window: &Window<'_>, at: usize) -> usize {
    memchr(b'\n', window.from(at)).map_or(window.end(), |len| at + len + 1)
}
