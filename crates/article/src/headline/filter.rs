/// Tells most numbers that are not among some from those that are: few words of an article are those of a candidate, few lines
/// of a page say what another one says.
pub(super) struct Filter([u64; Filter::SIZE]);

impl Filter {
    const SIZE: usize = 128;

    pub(super) fn of(numbers: impl Iterator<Item = u64>) -> Self {
        let mut bits = [0; Self::SIZE];
        for number in numbers {
            let (place, bit) = Self::place(number);
            bits[place] |= bit;
        }
        Self(bits)
    }

    #[inline]
    pub(super) fn may_hold(&self, number: u64) -> bool {
        let (place, bit) = Self::place(number);
        self.0[place] & bit != 0
    }

    /// Fibonacci hashing: the upper bits are the good ones.
    fn place(number: u64) -> (usize, u64) {
        let hash = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        ((hash >> 57) as usize % Self::SIZE, 1 << (hash >> 51 & 63))
    }
}
