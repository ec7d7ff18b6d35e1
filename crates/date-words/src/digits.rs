use crate::generated::ZEROS;

/// For each first byte of a character in UTF-8, which second bytes a decimal digit of any script has behind it, one bit
/// each: so that a search for digits can pass over other characters without decoding them. The second byte's last six bits
/// are its place. A digit of ASCII has any byte behind it.
pub static DIGIT_BYTES: [u64; 256] = digit_bytes();

/// The value of a decimal digit of any script.
#[inline]
pub fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).map(|digit| digit as u8);
    }
    let mut buffer = [0; 4];
    c.encode_utf8(&mut buffer);
    if DIGIT_BYTES[usize::from(buffer[0])] >> (buffer[1] & 0x3F) & 1 == 0 {
        return None;
    }
    let zero = *ZEROS.get(ZEROS.partition_point(|zero| *zero <= c).checked_sub(1)?)?;
    u8::try_from(c as u32 - zero as u32).ok().filter(|digit| *digit < 10)
}

const fn digit_bytes() -> [u64; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < ZEROS.len() * 10 {
        let mut buffer = [0; 4];
        if let Some(digit) = char::from_u32(ZEROS[at / 10] as u32 + at as u32 % 10) {
            digit.encode_utf8(&mut buffer);
        }
        table[buffer[0] as usize] |= if buffer[0].is_ascii() { u64::MAX } else { 1 << (buffer[1] & 0x3F) };
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_unicode() {
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        let count = all.filter(|c| digit(*c).is_some()).count();
        assert_eq!(count, ZEROS.len() * 10);
        assert_eq!(digit('٣'), Some(3));
        assert_eq!(digit('９'), Some(9));
        assert_eq!(digit('³'), None);
    }
}
