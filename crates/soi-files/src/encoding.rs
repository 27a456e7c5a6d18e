//! Which encoding a text is in, and the text in Unicode.
//!
//! Unicode says so itself. The others are told by what they give: read rightly, nearly every marked word is spelt as a
//! Vietnamese syllable; read wrongly, hardly one is. The old fonts' encodings are also found in text that is Unicode by
//! name only, as in a .docx typed with `.VnTime`, where each character stands for a byte.

mod fonts;
mod single;
mod viqr;

use crate::fault::{Note, Reason};
use crate::syllable::is_syllable;

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows code page 1258, tones as combining marks.
    Windows1258,
    /// TCVN 5712:1993 as the ABC fonts (`.VnTime`) used it.
    Tcvn3,
    /// VNI for Windows (`VNI-Times`).
    Vni,
    /// Vietnamese in ASCII, RFC 1456.
    Viqr,
}

impl Encoding {
    /// Every one.
    pub const ALL: [Self; 7] =
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1258, Self::Tcvn3, Self::Vni, Self::Viqr];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1258 => "windows-1258",
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
            Self::Viqr => "VIQR",
        }
    }
}

/// A decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; of UTF-8 untouched, of the others in NFC.
    pub text: String,
    /// What it was in.
    pub encoding: Encoding,
    /// What the reader should know.
    pub notes: Vec<Note>,
}

/// So much of a text is looked at to tell its encoding.
const SAMPLE: usize = 1 << 16;

/// The share of words with marks that must be syllables, in percent.
const ENOUGH: usize = 80;

/// Finds the encoding of bytes and decodes them.
///
/// # Errors
/// If they are no text in any known encoding.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Reason> {
    let plain = |text: String, encoding| Decoded { text, encoding, notes: Vec::new() };
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, Encoding::Utf16Be);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return utf16(bytes, encoding);
    }
    let broken = match std::str::from_utf8(bytes) {
        Ok(text) => {
            if let Some(at) = text.find('\0') {
                return Err(Reason::Nul(at));
            }
            return Ok(old_font(text).unwrap_or_else(|| plain(text.to_owned(), Encoding::Utf8)));
        }
        Err(error) => error.valid_up_to(),
    };
    if is_binary(bytes) {
        return Err(Reason::Binary);
    }
    mixed(bytes).or_else(|| single_byte(bytes)).or_else(|| nearly_utf8(bytes)).ok_or(Reason::UnknownEncoding(broken))
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Result<Decoded, Reason> {
    let unit = |pair: &[u8]| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
        _ => u16::from_le_bytes([pair[0], pair[1]]),
    };
    let mut replaced = bytes.len() % 2;
    let mut text = String::with_capacity(bytes.len());
    for c in char::decode_utf16(bytes.chunks_exact(2).map(unit)) {
        replaced += usize::from(c.is_err());
        text.push(c.unwrap_or('\u{fffd}'));
    }
    if let Some(at) = text.find('\0') {
        return Err(Reason::Nul(at));
    }
    let mut decoded = old_font(&text).unwrap_or(Decoded { text, encoding, notes: Vec::new() });
    if replaced > 0 {
        decoded.notes.push(Note::Replaced(replaced));
    }
    Ok(decoded)
}

/// UTF-16 without a mark: Vietnamese has its high bytes in four blocks, most of them zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let pairs = sample.len() / 2;
    if pairs < 4 || !sample.contains(&0) {
        return None;
    }
    let high = |byte: u8| matches!(byte, 0 | 1 | 3 | 0x1e | 0x20);
    let fits = |which: usize| {
        let all = sample.chunks_exact(2).filter(|pair| high(pair[which]) && pair[1 - which] != 0).count();
        let zeros = sample.chunks_exact(2).filter(|pair| pair[which] == 0).count();
        all * 100 >= pairs * 95 && zeros * 3 >= pairs
    };
    match (fits(1), fits(0)) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether bytes that are no UTF-8 are no text either.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let control = sample.iter().filter(|byte| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f)).count();
    sample.contains(&0) || control * 50 > sample.len()
}

/// Words of a decoding that hold what the encoding wrote with more than ASCII: how many, and how many are syllables.
fn score(text: &str) -> (usize, usize) {
    let (mut marked, mut right) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic() && !is_odd(c)).filter(|word| !word.is_ascii()) {
        marked += 1;
        right += usize::from(is_syllable(word));
    }
    (marked, right)
}

/// What stands inside words only where they were decoded wrongly.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{300}'..='\u{323}' | '\u{fffd}')
        && !matches!(c, '\u{a0}' | '«' | '»' | '·')
}

fn is_enough((marked, right): (usize, usize)) -> bool {
    right > 0 && right * 100 >= marked * ENOUGH
}

type Decoder = fn(&str) -> String;

/// The encodings of one byte per character, over text whose characters are those bytes.
const SINGLE: [(Encoding, Decoder); 3] =
    [(Encoding::Windows1258, single::windows1258), (Encoding::Tcvn3, fonts::tcvn3), (Encoding::Vni, fonts::vni)];

/// Bytes as the characters of the same numbers.
fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// The best of the encodings for characters that stand for bytes, if one is good enough.
fn best(latin: &str) -> Option<(Encoding, Decoder)> {
    let end = latin.char_indices().nth(SAMPLE).map_or(latin.len(), |(at, _)| at);
    let sample = &latin[..end];
    let mut best: Option<(usize, usize, Encoding, Decoder)> = None;
    for (encoding, decoder) in SINGLE {
        let found = score(&decoder(sample));
        // Of two that fit, the one that makes more syllables of the same bytes.
        if is_enough(found) && best.is_none_or(|(marked, right, ..)| found.1 * marked > right * found.0) {
            best = Some((found.0, found.1, encoding, decoder));
        }
    }
    best.map(|(_, _, encoding, decoder)| (encoding, decoder))
}

fn single_byte(bytes: &[u8]) -> Option<Decoded> {
    let latin = latin(bytes);
    let (encoding, decoder) = best(&latin)?;
    Some(Decoded { text: decoder(&latin), encoding, notes: Vec::new() })
}

/// Lines of UTF-8 among lines of another encoding.
fn mixed(bytes: &[u8]) -> Option<Decoded> {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let mut others = Vec::new();
    let mut unicode = 0;
    for line in &lines {
        match std::str::from_utf8(line) {
            Ok(text) => unicode += usize::from(!text.is_ascii()),
            Err(_) => others.extend_from_slice(line),
        }
    }
    if unicode == 0 {
        return None;
    }
    let (encoding, decoder) = best(&latin(&others))?;
    let mut text = String::with_capacity(bytes.len());
    for line in lines {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => text.push_str(&decoder(&latin(line))),
        }
    }
    Some(Decoded { text, encoding: Encoding::Utf8, notes: vec![Note::Mixed(encoding)] })
}

/// UTF-8 with a few broken characters, as a cut or a faulty copy leaves them.
fn nearly_utf8(bytes: &[u8]) -> Option<Decoded> {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|c| *c == '\u{fffd}').count();
    let whole = text.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    (whole >= 20 * broken).then(|| Decoded {
        text: text.into_owned(),
        encoding: Encoding::Utf8,
        notes: vec![Note::Replaced(broken)],
    })
}

/// Unicode by name only: an old font's bytes as characters, or VIQR.
pub(crate) fn old_font(text: &str) -> Option<Decoded> {
    let decoded = |text, encoding| Some(Decoded { text, encoding, notes: Vec::new() });
    let long = || text.char_indices().nth(SAMPLE).map_or(text.len(), |(at, _)| at);
    let sample = if text.len() <= SAMPLE { text } else { &text[..long()] };
    if sample.is_ascii() {
        return if viqr::is_viqr(sample) { decoded(viqr::decode(text), Encoding::Viqr) } else { None };
    }
    // Ordinary Vietnamese leaves at once: no byte of an old font comes out as a letter of this block, and every second
    // letter with marks of a page in Unicode does.
    let marked = sample.chars().filter(|c| !c.is_ascii());
    let (own, others) = marked.fold((0, 0), |(own, others), c| match c {
        '\u{1ea0}'..='\u{1ef9}' => (own + 1, others),
        _ => (own, others + 1),
    });
    if own > 0 && own * 2 >= others {
        return None;
    }
    let (marked, right) = score(sample);
    // A few words cannot convict.
    if marked < 4 || right * 2 > marked {
        return None;
    }
    let bytes = single::as_bytes(sample);
    let (encoding, decoder) = best(&bytes)?;
    if encoding == Encoding::Windows1258 {
        return None;
    }
    decoded(decoder(&single::as_bytes(text)), encoding)
}
