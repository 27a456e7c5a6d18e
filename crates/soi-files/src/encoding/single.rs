//! Windows code page 1258, and characters as the bytes that Windows had for them.
//!
//! Table: WHATWG Encoding Standard, index windows-1258; the first half is ASCII, and of the second most are Latin-1.

use soi::text::{Letter, Shape, Tone};

/// Bytes 80–9F of windows-1252 and 1258; 0 where they have none. 1258 lacks Š, Ž, š and ž.
const C1: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Decodes characters that stand for bytes of code page 1258.
pub(super) fn windows1258(latin: &str) -> String {
    let mut out = String::with_capacity(latin.len());
    let mut last: Option<char> = None;
    for c in latin.chars() {
        let c = match c {
            '\u{80}'..='\u{9f}' => C1[c as usize - 0x80],
            '\u{c3}' => 'Ă',
            '\u{cc}' => '\u{300}',
            '\u{d0}' => 'Đ',
            '\u{d2}' => '\u{309}',
            '\u{d5}' => 'Ơ',
            '\u{dd}' => 'Ư',
            '\u{de}' => '\u{303}',
            '\u{e3}' => 'ă',
            '\u{ec}' => '\u{301}',
            '\u{f0}' => 'đ',
            '\u{f2}' => '\u{323}',
            '\u{f5}' => 'ơ',
            '\u{fd}' => 'ư',
            '\u{fe}' => '₫',
            c => c,
        };
        let marked = last.and_then(Letter::of).and_then(|letter| marked(letter, c));
        if marked.is_some() {
            out.pop();
        }
        out.push(marked.unwrap_or(c));
        last = Some(marked.unwrap_or(c));
    }
    out
}

/// A letter with a combining mark on it.
fn marked(letter: Letter, mark: char) -> Option<char> {
    let tone = match mark {
        '\u{300}' => Tone::Grave,
        '\u{301}' => Tone::Acute,
        '\u{309}' => Tone::Hook,
        '\u{303}' => Tone::Tilde,
        '\u{323}' => Tone::Dot,
        _ => return None,
    };
    (letter.tone == Tone::Level).then(|| letter.with_tone(tone).compose()).flatten()
}

/// A letter from its parts; `None` where the alphabet has none.
pub(super) fn letter(base: char, shape: Shape, tone: Tone) -> Option<char> {
    Letter { base, shape, tone }.compose()
}

/// Characters of windows-1252 as the characters of their bytes' numbers; others stay.
pub(super) fn as_bytes(text: &str) -> String {
    let byte = |c: char| C1.iter().position(|other| *other == c).and_then(|i| char::from_u32(0x80 + i as u32));
    text.chars().map(|c| if c < '\u{100}' { c } else { byte(c).unwrap_or(c) }).collect()
}

/// Characters of bytes 80–9F as windows-1252 has them: quotation marks and dashes.
pub(super) fn punctuation(c: char) -> char {
    match c {
        '\u{80}'..='\u{9f}' => C1[c as usize - 0x80],
        c => c,
    }
}
