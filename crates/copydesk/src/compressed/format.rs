use flate2::bufread::GzDecoder;
use std::fmt;
use std::io::{self, BufRead, Read};

/// How an input is compressed. Both formats are sequences of members, of which each is decoded alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Gzip,
    Zstd,
}

/// The largest window of zstd that is decoded, as a power of two: what a frame wishes to be held in memory. Only
/// `zstd --ultra -22` and `--long` make larger ones.
pub(super) const ZSTD_WINDOW: u32 = 25;

impl Format {
    /// What some bytes begin with, if that is a member.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        [Self::Gzip, Self::Zstd].into_iter().find(|format| format.begins(bytes))
    }

    /// Whether a member begins here; of zstd also one without content, as some tools write first.
    pub(crate) fn begins(self, bytes: &[u8]) -> bool {
        let is_skippable = || matches!(bytes, [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..]);
        bytes.starts_with(self.magic()) || self == Self::Zstd && is_skippable()
    }

    /// What a member begins with.
    pub(crate) const fn magic(self) -> &'static [u8] {
        match self {
            // With the one method of compression that there is.
            Self::Gzip => b"\x1F\x8B\x08",
            Self::Zstd => b"\x28\xB5\x2F\xFD",
        }
    }

    /// Decodes one member; what follows it stays in the input.
    pub(crate) fn member<R: BufRead>(self, input: R) -> io::Result<Member<R>> {
        match self {
            Self::Gzip => Ok(Member::Gzip(Box::new(GzDecoder::new(input)))),
            Self::Zstd => {
                let mut decoder = zstd::Decoder::with_buffer(input)?.single_frame();
                decoder.window_log_max(ZSTD_WINDOW)?;
                Ok(Member::Zstd(decoder))
            }
        }
    }
}

/// Whether zstd refuses a frame for its window, by the one sign that the error has: its text.
pub(super) fn is_window_too_large(error: &io::Error) -> bool {
    // `ZSTD_error_frameParameter_windowTooLarge`, as C returns it.
    let code = 16_usize.wrapping_neg();
    error.to_string() == zstd::zstd_safe::get_error_name(code)
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        })
    }
}

/// A member that is being decoded.
pub(crate) enum Member<R: BufRead> {
    Gzip(Box<GzDecoder<R>>),
    Zstd(zstd::Decoder<'static, R>),
}

impl<R: BufRead> Member<R> {
    pub(crate) fn input(&self) -> &R {
        match self {
            Self::Gzip(decoder) => decoder.get_ref(),
            Self::Zstd(decoder) => decoder.get_ref(),
        }
    }

    pub(crate) fn into_input(self) -> R {
        match self {
            Self::Gzip(decoder) => decoder.into_inner(),
            Self::Zstd(decoder) => decoder.finish(),
        }
    }
}

impl<R: BufRead> Read for Member<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Gzip(decoder) => decoder.read(out),
            Self::Zstd(decoder) => decoder.read(out),
        }
    }
}
