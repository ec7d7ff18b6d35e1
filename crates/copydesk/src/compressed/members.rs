use super::format::{Member, is_window_too_large};
use super::window::Window;
use super::{Format, Loss, LossKind};
use std::io::{self, BufRead, ErrorKind, Read};
use std::mem;

/// What is believed of compressed inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Bytes of text for each compressed one, on average.
    pub(crate) ratio: u64,
}

impl Limits {
    /// So much text may come of any input: small ones compress as they like.
    const SLACK: u64 = 16 << 20;

    fn allow(self, written: u64, read: u64) -> bool {
        written <= Self::SLACK || written <= read.saturating_mul(self.ratio)
    }
}

/// Hears what is lost.
pub(crate) type Report = Box<dyn FnMut(Loss) + Send>;

/// The text of a compressed input, member after member. Behind a member that is damaged it goes on at the next one that
/// can be decoded.
pub(crate) struct Members<R: Read> {
    format: Format,
    limits: Limits,
    state: State<R>,
    report: Report,
    /// Bytes of text so far.
    written: u64,
    ends_line: bool,
    /// Whether a line is to be ended that was cut off: what comes next begins one.
    owes_line_end: bool,
}

enum State<R: Read> {
    Between(Window<R>),
    Inside(Inside<R>),
    Done,
}

struct Inside<R: Read> {
    member: Member<Window<R>>,
    /// Byte of the compressed input at which it begins.
    start: u64,
}

impl<R: Read> Members<R> {
    /// Losses are reported as they are met.
    pub(crate) fn new(input: R, format: Format, limits: Limits, report: Report) -> Self {
        let state = State::Between(Window::new(input));
        Self { format, limits, state, report, written: 0, ends_line: true, owes_line_end: false }
    }

    /// What follows a member, or precedes the first.
    fn between(&mut self, mut window: Window<R>) -> io::Result<State<R>> {
        // Tapes and some tools fill blocks up with them.
        window.skip_nul()?;
        let start = window.position();
        let head = window.ahead(LONGEST_MAGIC)?;
        if head.is_empty() {
            return Ok(State::Done);
        }
        if self.format.begins(head) {
            let member = self.format.member(window)?;
            return Ok(State::Inside(Inside { member, start }));
        }
        self.lose(LossKind::Trailing, window, start, start)
    }

    /// More text of a member; none at its end.
    fn inside(&mut self, mut inside: Inside<R>, out: &mut [u8]) -> io::Result<usize> {
        match inside.member.read(out) {
            Ok(0) => self.state = State::Between(inside.member.into_input()),
            Ok(count) => {
                self.written += count as u64;
                self.ends_line = out[..count].ends_with(b"\n");
                self.state = self.within_limits(inside);
                return Ok(count);
            }
            Err(error) => self.state = self.damaged(inside, error)?,
        }
        Ok(0)
    }

    fn within_limits(&mut self, inside: Inside<R>) -> State<R> {
        let at = inside.member.input().position();
        if self.limits.allow(self.written, at) {
            return State::Inside(inside);
        }
        self.report(LossKind::Bomb { most: self.limits.ratio }, at, None);
        State::Done
    }

    fn damaged(&mut self, inside: Inside<R>, error: io::Error) -> io::Result<State<R>> {
        let window = inside.member.into_input();
        if window.has_failed() {
            return Err(error);
        }
        let kind = match error.kind() {
            ErrorKind::UnexpectedEof => LossKind::CutOff,
            _ if is_window_too_large(&error) => LossKind::Window,
            _ => LossKind::Corrupt(error),
        };
        // The damage is noticed some way behind where it is, maybe in the next member.
        let at = window.position();
        let from = at.saturating_sub(Window::<R>::BEHIND as u64).max(inside.start + 1);
        self.lose(kind, window, at, from)
    }

    /// Says what is lost, and looks for the next member from this byte on.
    fn lose(&mut self, kind: LossKind, mut window: Window<R>, at: u64, from: u64) -> io::Result<State<R>> {
        window.go_back(from);
        let is_found = self.find_member(&mut window)?;
        let start = window.position();
        self.report(kind, at, is_found.then_some(start));
        self.owes_line_end = is_found && !self.ends_line;
        Ok(if is_found {
            State::Inside(Inside { member: self.format.member(window)?, start })
        } else {
            State::Done
        })
    }

    fn find_member(&self, window: &mut Window<R>) -> io::Result<bool> {
        while window.find(self.format.magic())? {
            if is_member(self.format, window.ahead(LOOK_AHEAD)?) {
                return Ok(true);
            }
            window.consume(1);
        }
        Ok(false)
    }

    fn report(&mut self, kind: LossKind, at: u64, next: Option<u64>) {
        (self.report)(Loss { kind, format: self.format, at, next });
    }
}

const LONGEST_MAGIC: usize = 4;
/// Compressed bytes that are tried to tell a member from bytes that begin like one: a block of zstd and more.
const LOOK_AHEAD: usize = 160 << 10;
/// Bytes of text that are tried: chance does not make so many without a fault.
const TRIAL: usize = 16 << 10;

/// Whether the bytes decode, as far as they go.
fn is_member(format: Format, bytes: &[u8]) -> bool {
    let Ok(mut member) = format.member(bytes) else { return false };
    let mut text = [0; 4 << 10];
    let mut length = 0;
    while length < TRIAL {
        match member.read(&mut text) {
            Ok(0) => return true,
            Ok(count) => length += count,
            Err(error) => return length > 0 && error.kind() == ErrorKind::UnexpectedEof,
        }
    }
    true
}

impl<R: Read> Read for Members<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        loop {
            if mem::take(&mut self.owes_line_end) {
                out[0] = b'\n';
                return Ok(1);
            }
            match mem::replace(&mut self.state, State::Done) {
                State::Done => return Ok(0),
                State::Between(window) => self.state = self.between(window)?,
                State::Inside(inside) => match self.inside(inside, out)? {
                    0 => {}
                    count => return Ok(count),
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Limits, Members};
    use crate::compressed::{Format, Loss};
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use proptest::prelude::*;
    use std::io::{self, Read, Write};
    use std::sync::mpsc::channel;

    /// Hands out so many bytes at a time.
    struct Drops<'b>(&'b [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let count = out.len().min(self.1);
            self.0.read(&mut out[..count])
        }
    }

    /// The text of some bytes, and what is lost of it.
    fn decode(bytes: &[u8], format: Format, drops: usize) -> (Vec<u8>, Vec<Loss>) {
        let (sender, losses) = channel();
        let report = Box::new(move |loss| sender.send(loss).expect("heard"));
        let mut text = Vec::new();
        let mut members = Members::new(Drops(bytes, drops), format, Limits { ratio: 200 }, report);
        members.read_to_end(&mut text).expect("no fault in reading");
        drop(members);
        (text, losses.iter().collect())
    }

    /// In both formats, the bytes up to the flags.
    const FLAGS_END: usize = 5;

    fn compress(format: Format, text: &[u8]) -> Vec<u8> {
        match format {
            Format::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(text).expect("in memory");
                encoder.finish().expect("in memory")
            }
            Format::Zstd => {
                let mut encoder = zstd::Encoder::new(Vec::new(), 3).expect("in memory");
                // As the command `zstd` does.
                encoder.include_checksum(true).expect("in memory");
                encoder.write_all(text).expect("in memory");
                encoder.finish().expect("in memory")
            }
        }
    }

    fn format() -> impl Strategy<Value = Format> {
        prop_oneof![Just(Format::Gzip), Just(Format::Zstd)]
    }

    proptest! {
        #[test]
        fn members_are_the_text(
            format in format(),
            texts in prop::collection::vec("[a-f\n]{0,300}", 0..6),
            drops in 1..70_usize,
        ) {
            let bytes: Vec<u8> = texts.iter().flat_map(|text| compress(format, text.as_bytes())).collect();
            let (text, losses) = decode(&bytes, format, drops);
            prop_assert_eq!(String::from_utf8(text).expect("UTF-8"), texts.concat());
            prop_assert!(losses.is_empty());
        }

        #[test]
        fn any_bytes_are_read_to_their_end(
            format in format(),
            bytes in prop::collection::vec(any::<u8>(), 0..600),
            drops in 1..70_usize,
        ) {
            let bytes = [format.magic(), &bytes].concat();
            let whole = decode(&bytes, format, usize::MAX);
            let dropwise = decode(&bytes, format, drops);
            prop_assert_eq!(whole.0, dropwise.0);
            prop_assert_eq!(format!("{:?}", whole.1), format!("{:?}", dropwise.1));
        }

        #[test]
        fn damage_costs_no_other_member(
            format in format(),
            at in any::<prop::sample::Index>(),
            damage in prop::collection::vec(any::<u8>(), 1..40),
            drops in 1..70_usize,
        ) {
            let member = |line: &str| compress(format, line.repeat(9).as_bytes());
            let mut second = member("two\n");
            // Behind the flag that says that there is a checksum: without one nobody notices all damage.
            let at = FLAGS_END + at.index(second.len() - FLAGS_END);
            let end = second.len().min(at + damage.len());
            second[at..end].copy_from_slice(&damage[..end - at]);
            let (text, _) = decode(&[member("one\n"), second, member("three\n")].concat(), format, drops);
            prop_assert!(text.starts_with("one\n".repeat(9).as_bytes()));
            prop_assert!(text.ends_with("three\n".repeat(9).as_bytes()), "{}", String::from_utf8_lossy(&text));
        }
    }
}
