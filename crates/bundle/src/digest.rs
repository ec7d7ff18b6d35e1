use nom::bytes::complete::take_while_m_n;
use nom::combinator::{all_consuming, map_res};
use nom::error::Error;
use nom::multi::fill;
use nom::{IResult, Parser};
use sha2::Digest as _;
use std::fmt;

/// A SHA-256 checksum; it prints as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The checksum of some bytes. Costs several times as much as all else in this crate.
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }

    /// Reads the form that [`Display`](fmt::Display) writes, in either case.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        all_consuming(digest).parse(text).ok().map(|(_, digest)| digest)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// ```abnf
/// digest = 32( HEXDIG HEXDIG )
/// ```
fn digest(input: &str) -> IResult<&str, Digest> {
    let mut bytes = [0; 32];
    let (rest, ()) = fill(hex_byte, &mut bytes).parse(input)?;
    Ok((rest, Digest(bytes)))
}

fn hex_byte(input: &str) -> IResult<&str, u8> {
    let hex_digits = take_while_m_n::<_, &str, Error<&str>>(2, 2, |c: char| c.is_ascii_hexdigit());
    map_res(hex_digits, |digits| u8::from_str_radix(digits, 16)).parse(input)
}
