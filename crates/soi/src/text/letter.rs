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

/// Base, shape, and the letter under each tone, small.
static ROWS: [(char, Shape, [char; 6]); 12] = [
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
];

/// Where the two stretches of Unicode begin that hold every letter of [`ROWS`] with a mark.
const LATIN: u32 = 0xc0;
const VIETNAMESE: u32 = 0x1ea0;
static LATIN_PLACES: [u8; 0xf1] = places(LATIN);
static VIETNAMESE_PLACES: [u8; 0x5a] = places(VIETNAMESE);

/// Of each code point of a stretch the place among all letters of [`ROWS`], plus one; 0 for what is none of them.
const fn places<const N: usize>(first: u32) -> [u8; N] {
    let mut out = [0; N];
    let mut place = 0;
    while place < ROWS.len() * TONES.len() {
        let letter = ROWS[place / TONES.len()].2[place % TONES.len()];
        let at = (letter as u32).wrapping_sub(first) as usize;
        place += 1;
        if at < N {
            out[at] = place as u8;
        }
    }
    out
}

impl Letter {
    /// A vowel of the alphabet in its one-character form, taken apart; `None` for anything else.
    pub fn of(c: char) -> Option<Self> {
        if c.is_ascii() {
            let vowel = matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
            return vowel.then_some(Self { base: c, shape: Shape::Plain, tone: Tone::Level });
        }
        let small = lower(c);
        let at = small as u32;
        let place = match LATIN_PLACES.get(at.wrapping_sub(LATIN) as usize) {
            None => VIETNAMESE_PLACES.get(at.wrapping_sub(VIETNAMESE) as usize),
            latin => latin,
        };
        let place = usize::from(place?.checked_sub(1)?);
        let &(base, shape, _) = ROWS.get(place / TONES.len())?;
        let base = if c == small { base } else { base.to_ascii_uppercase() };
        Some(Self { base, shape, tone: *TONES.get(place % TONES.len())? })
    }

    /// The letter as one character; `None` where the alphabet has none (`ơ` has no breve).
    pub fn compose(self) -> Option<char> {
        let small = self.base.to_ascii_lowercase();
        let (_, _, row) = ROWS.iter().find(|(base, shape, _)| *base == small && *shape == self.shape)?;
        let letter = TONES.iter().position(|&tone| tone == self.tone).map(|i| row[i])?;
        Some(if self.base == small { letter } else { upper(letter) })
    }

    /// The same letter under another tone.
    pub fn with_tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

/// The small letter of a capital that is as long in bytes: of the Latin, Greek and Cyrillic alphabets, and of Roman
/// numerals; anything else stays. The standard library knows every script, at the price of its tables.
#[inline]
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { lower_beyond_ascii(c) }
}

fn lower_beyond_ascii(c: char) -> char {
    let code = c as u32;
    let lower = match code {
        0xd7 => code,
        0xc0..=0xde => code + 0x20,
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 | 0x1a0..=0x1a5 | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff => code | 1,
        0x139..=0x148 | 0x179..=0x17e | 0x1af | 0x1cd..=0x1dc => code + (code & 1),
        0x178 => 0xff,
        0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        0x460..=0x481 => code | 1,
        0x2160..=0x216f => code + 0x10,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// The capital of a small letter that [`lower`] makes; anything else stays.
pub(crate) fn upper(c: char) -> char {
    let code = c as u32;
    let near = [code.wrapping_sub(0x20), code.wrapping_sub(1), code.wrapping_sub(0x50), code.wrapping_sub(0x10), 0x178];
    near.into_iter().filter_map(char::from_u32).find(|&capital| capital != c && lower(capital) == c).unwrap_or(c)
}

/// A text in small letters, as [`lower`] makes them.
pub fn lower_text(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Whether a letter is a capital.
#[inline]
pub(crate) fn is_capital(c: char) -> bool {
    lower(c) != c
}

/// Whether a letter is a small one.
pub(crate) fn is_small(c: char) -> bool {
    upper(c) != c
}

/// Whether a character is a letter: as Unicode says of the alphabets of Europe; of other scripts all that stands
/// outside the blocks of marks, symbols and pictures, without the standard library's tables.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c as u32 {
        0..0x80 => c.is_ascii_alphabetic(),
        0xd7 | 0xf7 | 0x2000..0x2070 => false,
        0xc0..0x250 | 0x1e00..0x1f00 => true,
        code => is_rare_letter(code),
    }
}

/// The same of a letter or a digit.
#[inline]
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    match c as u32 {
        0..0x80 => c.is_ascii_alphanumeric(),
        0xd7 | 0xf7 | 0x2000..0x2070 => false,
        0xc0..0x250 | 0x1e00..0x1f00 => true,
        0xb2 | 0xb3 | 0xb9 | 0xbc..=0xbe | 0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089 => true,
        0x2150..=0x2189 | 0x2460..=0x24ff | 0xff10..=0xff19 => true,
        code => is_rare_letter(code),
    }
}

/// What neither a Vietnamese page nor its neighbours hold.
fn is_rare_letter(code: u32) -> bool {
    match code {
        0..0x250 => matches!(code, 0xaa | 0xb5 | 0xba),
        // Signs for sounds, marks over letters, Greek, Cyrillic.
        0x250..0x2c2 | 0x2c6..0x2d2 | 0x2e0..0x2e5 | 0x2ec | 0x2ee | 0x345 | 0x363..0x375 | 0x376 | 0x377 => true,
        0x37a..0x37e | 0x37f | 0x386 | 0x388..0x3f6 => !matches!(code, 0x38b | 0x38d | 0x3a2),
        0x250..0x3f7 | 0x482..0x48a | 0x600..0x620 => false,
        // Letters among the symbols: raised ones, units, Roman numerals.
        0x2071 | 0x207f | 0x2090..0x209d | 0x2102 | 0x2107 | 0x210a..0x2114 | 0x2115 | 0x2119..0x211e => true,
        0x2124 | 0x2126 | 0x2128 | 0x212a..0x213a | 0x213c..0x2140 | 0x2145..0x214a | 0x214e => code != 0x212e,
        0x2160..0x2189 | 0x24b6..0x24ea | 0x2c00..0x2e00 | 0x3005..0x3008 => true,
        0x2000..0x3012 | 0xd800..0xf900 | 0xfe00..0xfe70 | 0xff00..0xff21 | 0xff3b..0xff41 | 0xff5b..0xff66 => false,
        0xffe0..0x10000 | 0x1_f000..0x2_0000 | 0xe_0000.. => false,
        _ => true,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_kind_are_those_of_unicode_where_a_page_may_have_them() {
        for c in ('\0'..='\u{500}')
            .chain('\u{1e00}'..='\u{1eff}')
            .chain('\u{2000}'..='\u{20ff}')
            .chain('\u{2160}'..='\u{216f}')
        {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
            let mut small = c.to_lowercase();
            // What is rare (`Ǆ`, `Ƃ`, Coptic) stays, but nothing becomes what it is not.
            assert!(lower(c) == c || small.next() == Some(lower(c)) && small.next().is_none(), "{c:?}");
            assert_eq!(lower(c).len_utf8(), c.len_utf8(), "{c:?}");
            assert!(upper(c) == c || lower(upper(c)) == c, "{c:?}");
        }
        for c in ('A'..='Z').chain('\u{c0}'..='\u{de}').chain('\u{100}'..='\u{17f}').chain('А'..='Я') {
            assert!(!c.is_uppercase() || c == 'İ' || c.to_lowercase().next() == Some(lower(c)), "{c:?}");
            assert!(!c.is_lowercase() || matches!(c, 'ŉ' | 'ĸ' | 'ſ' | 'ı') || is_small(c), "{c:?}");
        }
        for row in ROWS {
            for (&c, tone) in row.2.iter().zip(TONES) {
                let letter = Letter::of(c).expect("a letter of the alphabet");
                assert_eq!((letter.base, letter.shape, letter.tone), (row.0, row.1, tone));
                let capital = Letter { base: row.0.to_ascii_uppercase(), ..letter };
                assert_eq!((Letter::of(upper(c)), capital.compose()), (Some(capital), Some(upper(c))));
                assert_eq!((Some(lower(c)), None), (c.to_lowercase().next(), c.to_lowercase().nth(1)));
                assert_eq!((Some(upper(c)), None), (c.to_uppercase().next(), c.to_uppercase().nth(1)));
            }
        }
    }
}
