/// What language a text is in, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// The primary subtag of BCP 47 (`en`, `no`, `zh`), or `und` where the text does not show its language.
    pub tag: &'static str,
    /// From 0 to 1: about the share of guesses of this confidence that are right. 0 for `und`.
    pub confidence: f32,
}

impl Guess {
    /// No language.
    pub const UNDETERMINED: Self = Self { tag: "und", confidence: 0.0 };

    /// Whether a language was found.
    pub fn is_determined(&self) -> bool {
        self.tag != Self::UNDETERMINED.tag
    }
}
