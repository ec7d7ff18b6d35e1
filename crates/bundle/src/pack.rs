use crate::digest::Digest;
use crate::header::{is_bare, is_bare_in_key};
use crate::quote;
use std::borrow::Cow;

/// Appends a document in the canonical form; [`read`](crate::read) gives back the same name, content and headers,
/// whatever they are, if all but the content fits into a marker of 64 KiB.
///
/// Documents can be appended to any bundle that ends with a line end.
pub fn pack_document(
    out: &mut Vec<u8>,
    name: &str,
    content: &[u8],
    headers: &[(Cow<'_, str>, Cow<'_, str>)],
) {
    out.extend_from_slice(b"=== FILE: ");
    quote::write(out, name, is_bare);
    out.extend_from_slice(format!(" bytes={} sha256={}", content.len(), Digest::of(content)).as_bytes());
    for (key, value) in headers {
        out.push(b' ');
        quote::write(out, key, is_bare_in_key);
        out.push(b'=');
        quote::write(out, value, is_bare);
    }
    out.extend_from_slice(b" ===\n");
    out.extend_from_slice(content);
    out.push(b'\n');
}
