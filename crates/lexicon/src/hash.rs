/// The hash of a sequence, piece by piece: FNV-1a, 64 bits wide. For short words and no attackers, and the same on every
/// machine.
///
/// ```
/// use copydesk_lexicon::Hash;
///
/// assert_eq!("ab".bytes().fold(Hash::default(), Hash::with).value(), 0x089C_4407_B545_986A);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(u64);

impl Hash {
    /// The hash of one piece more, a byte or a character.
    #[inline]
    #[must_use]
    pub fn with(self, piece: impl Into<u64>) -> Self {
        Self((self.0 ^ piece.into()).wrapping_mul(0x0100_0000_01B3))
    }

    /// The hash as a number.
    #[inline]
    pub const fn value(self) -> u64 {
        self.0
    }
}

impl Default for Hash {
    /// The hash of nothing.
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}
