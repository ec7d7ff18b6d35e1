use crate::tally::Tally;

/// What a line looks like, whatever it says. All counts are of its content, without bullet or number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Characters.
    pub chars: u32,
    /// Words: runs between blanks that hold a letter or digit. In scripts without blanks, two characters of Han or
    /// kana, or four of Thai, Lao, Khmer or Myanmar, stand for a word.
    pub words: u32,
    /// Letters of any script.
    pub letters: u32,
    /// Letters of scripts without blanks between words.
    pub spaceless: u32,
    /// Digits of any script.
    pub digits: u32,
    /// Words that start with a capital letter.
    pub capitals: u32,
    /// Marks that end sentences, with no letter or digit right behind them.
    pub stops: u32,
    /// Commas and semicolons.
    pub commas: u32,
    /// The bullet or list number before the content.
    pub bullet: Option<Bullet>,
    /// How the content ends.
    pub ending: Ending,
    /// The content starts with a quotation mark.
    pub quoted: bool,
}

/// A bullet or list number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bullet {
    /// A mark such as `•` or `-`.
    Mark(char),
    /// A number such as `12.`
    Number(u16),
}

/// How a line ends, closing quotation marks and brackets aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// With a full stop of any script.
    Sentence,
    /// With a question or exclamation mark: a sentence, or a title.
    Question,
    /// With a colon.
    Colon,
    /// With an ellipsis, or three dots.
    Ellipsis,
    /// With none of these.
    #[default]
    Open,
}

impl Ending {
    /// How a text ends.
    pub(crate) fn of(text: &str) -> Self {
        let text = text.trim_end_matches(|c| c == ' ' || is_closing(c));
        match text.chars().next_back() {
            Some('…') => Self::Ellipsis,
            Some('.') if text.ends_with("...") => Self::Ellipsis,
            Some(':' | '：') => Self::Colon,
            Some('?' | '!' | '؟' | '？' | '！' | '՞') => Self::Question,
            Some(c) if is_full_stop(c) => Self::Sentence,
            _ => Self::Open,
        }
    }

    /// Whether it is an end that sentences have.
    pub fn is_sentence(self) -> bool {
        matches!(self, Self::Sentence | Self::Question)
    }
}

impl Shape {
    /// The shape of a line's content.
    pub(crate) fn of(content: &str, bullet: Option<Bullet>) -> Self {
        let tally = Tally::of(content);
        let spaceless = tally.han + tally.thai;
        Self {
            chars: tally.chars,
            words: tally.words + tally.han / 2 + tally.thai / 4,
            letters: tally.letters + spaceless,
            spaceless,
            digits: tally.digits,
            capitals: tally.capitals,
            stops: tally.stops,
            commas: tally.commas,
            bullet,
            ending: Ending::of(content),
            quoted: content.starts_with(is_quote),
        }
    }
}

fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '。' | '．' | '।' | '۔' | '։' | '።')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '“'
            | '‘'
            | '»'
            | '«'
            | '›'
            | ')'
            | ']'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
    )
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '‚' | '「' | '『' | '《')
}
