//! The letters of Vietnamese: a base, a shape mark and a tone mark.
//!
//! Table: Unicode 16.0, Latin-1 Supplement, Latin Extended-A and Latin Extended Additional (U+1EA0–1EF9).

/// Mark that makes another letter of the alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    /// a e i o u y
    Plain,
    /// â ê ô (U+0302)
    Circumflex,
    /// ă (U+0306)
    Breve,
    /// ơ ư (U+031B)
    Horn,
}

/// Tone of a syllable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tone {
    /// No mark.
    Level,
    /// huyền, U+0300.
    Grave,
    /// sắc, U+0301.
    Acute,
    /// hỏi, U+0309.
    Hook,
    /// ngã, U+0303.
    Tilde,
    /// nặng, U+0323.
    Dot,
}

/// A vowel letter taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Letter {
    /// Its plain letter, in its case.
    pub base: char,
    /// The shape mark.
    pub shape: Shape,
    /// The tone mark.
    pub tone: Tone,
}

/// The tones in the order of each row of [`ROWS`].
const TONES: [Tone; 6] = [Tone::Level, Tone::Grave, Tone::Acute, Tone::Hook, Tone::Tilde, Tone::Dot];

/// Base, shape, and the letter under each tone.
pub(super) const ROWS: [(char, Shape, [char; 6]); 24] = [
    ('a', Shape::Plain, ['a', 'à', 'á', 'ả', 'ã', 'ạ']),
    ('a', Shape::Circumflex, ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ']),
    ('a', Shape::Breve, ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ']),
    ('e', Shape::Plain, ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ']),
    ('e', Shape::Circumflex, ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ']),
    ('i', Shape::Plain, ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị']),
    ('o', Shape::Plain, ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ']),
    ('o', Shape::Circumflex, ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ']),
    ('o', Shape::Horn, ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ']),
    ('u', Shape::Plain, ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ']),
    ('u', Shape::Horn, ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự']),
    ('y', Shape::Plain, ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']),
    ('A', Shape::Plain, ['A', 'À', 'Á', 'Ả', 'Ã', 'Ạ']),
    ('A', Shape::Circumflex, ['Â', 'Ầ', 'Ấ', 'Ẩ', 'Ẫ', 'Ậ']),
    ('A', Shape::Breve, ['Ă', 'Ằ', 'Ắ', 'Ẳ', 'Ẵ', 'Ặ']),
    ('E', Shape::Plain, ['E', 'È', 'É', 'Ẻ', 'Ẽ', 'Ẹ']),
    ('E', Shape::Circumflex, ['Ê', 'Ề', 'Ế', 'Ể', 'Ễ', 'Ệ']),
    ('I', Shape::Plain, ['I', 'Ì', 'Í', 'Ỉ', 'Ĩ', 'Ị']),
    ('O', Shape::Plain, ['O', 'Ò', 'Ó', 'Ỏ', 'Õ', 'Ọ']),
    ('O', Shape::Circumflex, ['Ô', 'Ồ', 'Ố', 'Ổ', 'Ỗ', 'Ộ']),
    ('O', Shape::Horn, ['Ơ', 'Ờ', 'Ớ', 'Ở', 'Ỡ', 'Ợ']),
    ('U', Shape::Plain, ['U', 'Ù', 'Ú', 'Ủ', 'Ũ', 'Ụ']),
    ('U', Shape::Horn, ['Ư', 'Ừ', 'Ứ', 'Ử', 'Ữ', 'Ự']),
    ('Y', Shape::Plain, ['Y', 'Ỳ', 'Ý', 'Ỷ', 'Ỹ', 'Ỵ']),
];

impl Letter {
    /// A vowel of the alphabet in its one-character form, taken apart; `None` for anything else.
    pub fn of(c: char) -> Option<Self> {
        if c.is_ascii() {
            return "aeiouyAEIOUY".contains(c).then_some(Self { base: c, shape: Shape::Plain, tone: Tone::Level });
        }
        // Two blocks hold them all; the rest of Unicode need not walk the table.
        if !matches!(c, '\u{c0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}') {
            return None;
        }
        ROWS.iter().find_map(|&(base, shape, row)| {
            let tone = TONES[row.iter().position(|&letter| letter == c)?];
            Some(Self { base, shape, tone })
        })
    }

    /// The letter as one character; `None` where the alphabet has none (`ơ` has no breve).
    pub fn compose(self) -> Option<char> {
        let (_, _, row) = ROWS.iter().find(|(base, shape, _)| *base == self.base && *shape == self.shape)?;
        TONES.iter().position(|&tone| tone == self.tone).map(|i| row[i])
    }

    /// The same letter under another tone.
    pub fn with_tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

/// The shape that a combining mark makes.
pub(super) const fn shape_of_mark(c: char) -> Option<Shape> {
    match c {
        '\u{302}' => Some(Shape::Circumflex),
        '\u{306}' => Some(Shape::Breve),
        '\u{31b}' => Some(Shape::Horn),
        _ => None,
    }
}

/// The tone that a combining mark makes; U+0340 and U+0341 are the old code points of two.
pub(super) const fn tone_of_mark(c: char) -> Option<Tone> {
    match c {
        '\u{300}' | '\u{340}' => Some(Tone::Grave),
        '\u{301}' | '\u{341}' => Some(Tone::Acute),
        '\u{309}' => Some(Tone::Hook),
        '\u{303}' => Some(Tone::Tilde),
        '\u{323}' => Some(Tone::Dot),
        _ => None,
    }
}
