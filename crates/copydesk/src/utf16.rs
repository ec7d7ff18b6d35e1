use crate::decode::{decode_utf16, is_utf16};
use copydesk_bundle::sniff;
use encoding_rs::{Decoder, DecoderResult, Encoding};
use std::io::{self, ErrorKind, Read};

/// The encoding of a bundle that begins like this, if it is UTF-16 and has markers: the bytes of a page are its own.
pub(crate) fn encoding(head: &[u8]) -> Option<&'static Encoding> {
    let is_bundle = is_utf16(head)
        && decode_utf16(head).is_some_and(|decoded| sniff(decoded.text.as_bytes()).chosen.is_some());
    Encoding::for_bom(head).map(|(encoding, _)| encoding).filter(|_| is_bundle)
}

/// Hears at which byte the first stands that means nothing.
pub(crate) type Report = Box<dyn FnOnce(u64) + Send>;

/// A bundle in UTF-16, as some shells write it, on its way to UTF-8.
pub(crate) struct Transcoded<R> {
    from: R,
    decoder: Decoder,
    bytes: Box<[u8]>,
    /// Bytes decoded so far.
    before: u64,
    text: Vec<u8>,
    /// Bytes of `text` that were handed on.
    at: usize,
    is_end: bool,
    report: Option<Report>,
}

/// Bytes decoded at once.
const CHUNK: usize = 64 << 10;
/// As many bytes of UTF-8 as come of so many of UTF-16 at most.
const ROOM: usize = CHUNK / 2 * 3 + 16;
const REPLACEMENT: &str = "\u{FFFD}";

impl<R: Read> Transcoded<R> {
    pub(crate) fn new(from: R, encoding: &'static Encoding, report: Report) -> Self {
        Self {
            from,
            decoder: encoding.new_decoder_with_bom_removal(),
            bytes: vec![0; CHUNK].into(),
            before: 0,
            text: Vec::new(),
            at: 0,
            is_end: false,
            report: Some(report),
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        let count = loop {
            match self.from.read(&mut self.bytes) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.is_end = count == 0;
        self.at = 0;
        self.text.clear();
        self.decode(count);
        self.before += count as u64;
        Ok(())
    }

    fn decode(&mut self, count: usize) {
        let mut read = 0;
        loop {
            let written = self.text.len();
            self.text.resize(written + ROOM, 0);
            let source = &self.bytes[read..count];
            let (result, taken, made) = self.decoder.decode_to_utf8_without_replacement(
                source,
                &mut self.text[written..],
                self.is_end,
            );
            self.text.truncate(written + made);
            read += taken;
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(fault, behind) => {
                    self.text.extend(REPLACEMENT.as_bytes());
                    self.report(read as u64, u64::from(fault) + u64::from(behind));
                }
            }
        }
    }

    fn report(&mut self, read: u64, back: u64) {
        if let Some(report) = self.report.take() {
            report((self.before + read).saturating_sub(back));
        }
    }
}

impl<R: Read> Read for Transcoded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() && !self.is_end {
            self.refill()?;
        }
        let count = (&self.text[self.at..]).read(out)?;
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, Transcoded, encoding};
    use std::io::Read;
    use std::sync::mpsc::channel;

    fn utf16(text: &str) -> Vec<u8> {
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    }

    /// Decodes a bundle; the text, and where the first fault stands.
    fn transcode(bytes: &[u8]) -> (String, Option<u64>) {
        let (sender, faults) = channel();
        let mut text = String::new();
        let encoding = encoding(bytes).expect("a bundle in UTF-16");
        Transcoded::new(bytes, encoding, Box::new(move |at| sender.send(at).expect("heard")))
            .read_to_string(&mut text)
            .expect("no fault in reading");
        (text, faults.try_recv().ok())
    }

    #[test]
    fn bundles_are_the_same_in_utf_8() {
        for length in [0, 1, CHUNK / 4, CHUNK] {
            let bundle = format!("==> a.txt <==\n{}\n", "né🗼".repeat(length));
            assert!(transcode(&utf16(&bundle)) == (bundle, None), "{length}");
        }
    }

    #[test]
    fn the_first_fault_is_told() {
        let mut bytes = utf16("==> a.txt <==\nOne\n");
        let length = bytes.len() as u64;
        bytes.extend(b"\x00\xDC\x00\xDCa");
        let text = "==> a.txt <==\nOne\n\u{FFFD}\u{FFFD}\u{FFFD}".to_owned();
        assert_eq!(transcode(&bytes), (text, Some(length)));
    }

    #[test]
    fn pages_stay_as_they_are() {
        assert_eq!(encoding(&utf16("A page\n")), None);
        assert_eq!(encoding(b"==> a.txt <==\nOne\n"), None);
        assert_eq!(encoding(b""), None);
    }
}
