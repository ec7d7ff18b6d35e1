use std::sync::OnceLock;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// A kind of characters, as a bitmap of the basic plane that is made when it is first needed: pages in most scripts ask
/// for each character, and a search in the tables of Unicode costs ten times as much.
pub(crate) struct Kind {
    test: fn(char) -> bool,
    bits: OnceLock<Box<[u64]>>,
}

/// Parts of words: letters, digits, and the marks and joiners that sit on them.
pub(crate) static WORD: Kind = Kind::new(|c| {
    c.is_alphanumeric()
        || matches!(c, '\u{200C}' | '\u{200D}')
        || c.general_category_group() == GeneralCategoryGroup::Mark
});

/// Letters.
pub(crate) static LETTER: Kind = Kind::new(char::is_alphabetic);

/// Digits and other numbers.
pub(crate) static NUMBER: Kind = Kind::new(char::is_numeric);

impl Kind {
    const PLANE: u32 = 0x1_0000;

    const fn new(test: fn(char) -> bool) -> Self {
        Self { test, bits: OnceLock::new() }
    }

    pub(crate) fn has(&self, c: char) -> bool {
        let code = c as u32;
        match self.bits().get((code / 64) as usize) {
            Some(word) => word >> (code % 64) & 1 == 1,
            None => (self.test)(c),
        }
    }

    fn bits(&self) -> &[u64] {
        self.bits.get_or_init(|| {
            let bit = |code: u32| u64::from(char::from_u32(code).is_some_and(self.test)) << (code % 64);
            (0..Self::PLANE / 64).map(|word| (0..64).map(|at| bit(word * 64 + at)).sum()).collect()
        })
    }
}
