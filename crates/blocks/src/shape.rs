use copydesk_lexicon::is_spaceless;

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
    /// Marks that end a sentence and have a blank, a closing mark or the line's end behind them.
    pub stops: u32,
    /// Commas and semicolons.
    pub commas: u32,
    /// Bytes of blanks before the content or its bullet.
    pub indent: u32,
    /// The bullet or list number before the content.
    pub bullet: Option<Bullet>,
    /// How the content ends.
    pub ending: Ending,
    /// The content starts with a quotation mark.
    pub quoted: bool,
    /// The content holds `://` or `@`: a web or e-mail address, or a handle.
    pub address: bool,
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
    pub(crate) fn new(content: &str, counts: Counts, indent: usize, bullet: Option<Bullet>) -> Self {
        Self {
            chars: counts.chars,
            words: counts.words + counts.han / 2 + counts.thai / 4,
            letters: counts.letters,
            spaceless: counts.han + counts.thai,
            digits: counts.digits,
            capitals: counts.capitals,
            stops: counts.stops,
            commas: counts.commas,
            indent: indent as u32,
            bullet,
            ending: Ending::of(content),
            quoted: content.starts_with(is_quote),
            address: counts.addresses > 0,
        }
    }

    /// Whether most letters are of a script without blanks between words, so that characters count, not words.
    pub fn is_spaceless(&self) -> bool {
        self.spaceless * 2 > self.letters
    }
}

/// What one walk over a line counts.
#[derive(Default)]
pub(crate) struct Counts {
    chars: u32,
    words: u32,
    letters: u32,
    digits: u32,
    capitals: u32,
    stops: u32,
    commas: u32,
    han: u32,
    thai: u32,
    addresses: u32,
    /// No letter or digit has been seen since the last blank.
    word_is_due: bool,
}

/// What a character is to the counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Lower,
    Upper,
    Digit,
    Han,
    Thai,
    Blank,
    Stop,
    Comma,
    At,
    Slash,
    Other,
}

impl Counts {
    pub(crate) fn of(content: &str) -> Self {
        let mut counts = Self { word_is_due: true, ..Self::default() };
        let bytes = content.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii() {
                counts.ascii(bytes, at);
                at += 1;
            } else if let Some(c) = content[at..].chars().next() {
                counts.add(class(c));
                at += c.len_utf8();
            }
        }
        counts
    }

    fn ascii(&mut self, bytes: &[u8], at: usize) {
        let class = ASCII[usize::from(bytes[at] & 0x7F)];
        match class {
            Class::Stop if bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric) => self.add(Class::Other),
            Class::Slash if bytes[..at].ends_with(b":/") => self.add(Class::At),
            _ => self.add(class),
        }
    }

    fn add(&mut self, class: Class) {
        self.chars += 1;
        match class {
            Class::Lower => self.letter(0),
            Class::Upper => self.letter(1),
            Class::Digit => {
                self.digits += 1;
                self.begin_word();
            }
            Class::Han => {
                self.letters += 1;
                self.han += 1;
            }
            Class::Thai => {
                self.letters += 1;
                self.thai += 1;
            }
            Class::Blank => self.word_is_due = true,
            Class::Stop => self.stops += 1,
            Class::Comma => self.commas += 1,
            Class::At => self.addresses += 1,
            Class::Slash | Class::Other => {}
        }
    }

    fn letter(&mut self, capital: u32) {
        self.letters += 1;
        self.capitals += capital * u32::from(self.word_is_due);
        self.begin_word();
    }

    fn begin_word(&mut self) {
        self.words += u32::from(self.word_is_due);
        self.word_is_due = false;
    }
}

static ASCII: [Class; 128] = ascii();

const fn ascii() -> [Class; 128] {
    let mut classes = [Class::Other; 128];
    let mut at = 0;
    while at < classes.len() {
        classes[at] = match at as u8 {
            b'a'..=b'z' => Class::Lower,
            b'A'..=b'Z' => Class::Upper,
            b'0'..=b'9' => Class::Digit,
            b' ' | b'\t' => Class::Blank,
            b'.' | b'!' | b'?' => Class::Stop,
            b',' | b';' => Class::Comma,
            b'@' => Class::At,
            b'/' => Class::Slash,
            _ => Class::Other,
        };
        at += 1;
    }
    classes
}

/// The class of a character beyond ASCII; the scripts of most pages first.
fn class(c: char) -> Class {
    match c {
        'а'..='я' | 'ß'..='ö' | 'ø'..='ÿ' | 'ء'..='ي' | 'א'..='ת' | '가'..='힣' => Class::Lower,
        'А'..='Я' | 'À'..='Ö' | 'Ø'..='Þ' => Class::Upper,
        '一'..='龥' | 'ぁ'..='ヿ' => Class::Han,
        '“' | '”' | '„' | '’' | '‘' | '–' | '—' | '«' | '»' | '…' => Class::Other,
        '\u{A0}' => Class::Blank,
        '。' | '．' | '！' | '？' | '؟' | '।' | '۔' | '։' | '።' => Class::Stop,
        '，' | '、' | '،' | '؛' | '；' => Class::Comma,
        _ => rare_class(c),
    }
}

fn rare_class(c: char) -> Class {
    if is_spaceless(c) {
        by_width(c)
    } else if c.is_uppercase() {
        Class::Upper
    } else if c.is_alphabetic() {
        Class::Lower
    } else if c.is_numeric() {
        Class::Digit
    } else if c.is_whitespace() {
        Class::Blank
    } else {
        Class::Other
    }
}

/// Thai, Lao, Khmer and Myanmar write a word with more characters than Han and kana do.
fn by_width(c: char) -> Class {
    if c < '\u{3000}' { Class::Thai } else { Class::Han }
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
