//! The normal form that rules match on, with a map back to the untouched source.
//!
//! Composed letters, `Đ` for its look-alikes, one kind of space and of line end, nothing invisible,
//! the tone mark where the press prints it (`ủy`, `hòa`, but `quý`). Case is kept: it carries names.
//! Letters outside the Vietnamese alphabet stay as they are.

use std::sync::Arc;

use super::letter::{Letter, Shape, Tone, is_letter, lower, lower_text, shape_of_mark, tone_of_mark};
use super::span::{Span, piece};
use crate::report::Quote;
use crate::text::write::squeezed;

/// A source text and its normal form.
#[derive(Debug, Clone)]
pub struct Text {
    source: Arc<str>,
    norm: String,
    lower: String,
    /// Where the two part, in order: between two of them bytes stand one for one.
    changes: Vec<Change>,
}

/// A character of the normal form that does not stand for the same bytes, or not right after those before it.
#[derive(Debug, Clone, Copy)]
struct Change {
    norm: Span,
    source: Span,
}

impl Text {
    /// Normalises `source` once, keeping the way back.
    pub fn new(source: &str) -> Self {
        let mut out = Self {
            source: Arc::from(source),
            norm: String::with_capacity(source.len()),
            lower: String::with_capacity(source.len()),
            changes: Vec::new(),
        };
        let mut at = 0;
        while at < source.len() {
            // Most of a page is in normal form: it is copied as it is, up to a word that may not be.
            let plain = settled(piece(source, at, source.len()));
            let plain = piece(source, at, at + plain);
            out.norm.push_str(plain);
            out.lower.push_str(&lower_text(plain));
            at += plain.len();
            let rest = source.as_bytes().get(at..).unwrap_or_default();
            let word = rest.iter().position(|byte| is_gap(*byte)).map_or(rest.len(), |gap| gap + 1);
            let mut letters = compose(piece(source, at, at + word), at);
            place_tones(&mut letters);
            for (c, span) in letters {
                out.push(c, span);
            }
            at += word;
        }
        out
    }

    fn push(&mut self, c: char, source: Span) {
        let start = self.norm.len();
        self.norm.push(c);
        self.lower.push(lower(c));
        let norm = Span::of(start, self.norm.len());
        let expected = self.changes.last().map_or(norm.start, |last| last.source.end + (norm.start - last.norm.end));
        if source.start != expected || source.len() != norm.len() {
            self.changes.push(Change { norm, source });
        }
    }

    /// The untouched text.
    pub fn source(&self) -> &Arc<str> {
        &self.source
    }

    /// The normal form.
    pub fn norm(&self) -> &str {
        &self.norm
    }

    /// The normal form in lower case, byte for byte as long as [`Self::norm`].
    pub fn lower(&self) -> &str {
        &self.lower
    }

    /// The source range that a range of the normal form was read from.
    pub fn source_span(&self, norm: Span) -> Span {
        let start = self.character(norm.start).start;
        if norm.is_empty() { Span::new(start, start) } else { Span::new(start, self.character(norm.end - 1).end) }
    }

    /// The source range of the character that a byte of the normal form belongs to; of one that stands for itself the
    /// end is right only for its last byte, the start for its first.
    fn character(&self, at: u32) -> Span {
        if at as usize >= self.norm.len() {
            return Span::new(self.source.len() as u32, self.source.len() as u32);
        }
        let before = self.changes.partition_point(|change| change.norm.start <= at);
        match before.checked_sub(1).and_then(|before| self.changes.get(before)) {
            Some(change) if at < change.norm.end => change.source,
            Some(change) => {
                let start = change.source.end + (at - change.norm.end);
                Span::new(start, start + 1)
            }
            None => Span::new(at, at + 1),
        }
    }

    /// The source behind a range of the normal form.
    pub fn quote(&self, norm: Span) -> Quote {
        Quote::at(&self.source, self.source_span(norm))
    }
}

/// The normal form of a text whose place does not matter, such as a query or a list entry.
pub fn normalise(text: &str) -> String {
    let mut letters = compose(text, 0);
    place_tones(&mut letters);
    letters.into_iter().map(|(c, _)| c).collect()
}

/// A text as printed: composed, `Đ` for its look-alikes, white space squeezed; old tone marks stay (`Uỷ`).
pub fn printed(text: &str) -> String {
    let composed: String = compose(text, 0).into_iter().map(|(c, _)| c).collect();
    squeezed(&composed)
}

/// Characters that show nothing: zero width spaces and joiners, BOM, soft hyphen, word joiner, direction marks.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// Whether a character is in the normal form what it is in the source, whatever stands around it: nearly all are.
#[inline]
fn stays(c: char) -> bool {
    match c {
        ' '..='~' | '\n' => true,
        'ð' | 'Ð' | 'Ɖ' => false,
        '\u{ae}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2010}'..='\u{2027}' => true,
        _ => false,
    }
}

/// Words end there: what stands behind it changes nothing before it.
fn is_gap(byte: u8) -> bool {
    byte == b' ' || byte == b'\n'
}

/// How long the words are that a text begins with and that are in normal form.
fn settled(text: &str) -> usize {
    let (mut word, mut before) = (0, ' ');
    // Whether the mark of the letter before moves unless another letter follows.
    let mut open = false;
    for (at, c) in text.char_indices() {
        if open && !is_letter(c) || !stays(c) {
            return word;
        }
        if c == ' ' || c == '\n' {
            word = at + 1;
        }
        open = may_move(before, c);
        before = c;
    }
    if open { word } else { text.len() }
}

/// Whether a letter has a mark that may belong on the one before it.
#[inline]
fn may_move(first: char, second: char) -> bool {
    matches!(first, 'o' | 'u' | 'O' | 'U')
        && !second.is_ascii()
        && Letter::of(second).is_some_and(|letter| letter.shape == Shape::Plain && letter.tone != Tone::Level)
}

/// One composed character per letter, each with its range of the source, of which the text begins at byte `base`.
fn compose(text: &str, base: usize) -> Vec<(char, Span)> {
    let mut out: Vec<(char, Span)> = Vec::with_capacity(text.len());
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let mut span = Span::of(base + at, base + at + c.len_utf8());
        if stays(c) {
            out.push((c, span));
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        let c = match c {
            'Ð' | 'Ɖ' => 'Đ',
            'ð' | 'ɖ' => 'đ',
            '\r' => {
                if chars.as_str().starts_with('\n') {
                    chars.next();
                    span.end += 1;
                }
                '\n'
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\n' => c,
            c if c.is_whitespace() => ' ',
            c => c,
        };
        let mark = (shape_of_mark(c), tone_of_mark(c));
        if let (Some(last), true) = (out.last_mut(), mark.0.is_some() || mark.1.is_some())
            && last.1.end == span.start
            && let Some(letter) = Letter::of(last.0)
        {
            let marked = match mark {
                (Some(shape), _) if letter.shape == Shape::Plain => Letter { shape, ..letter }.compose(),
                (_, Some(tone)) if letter.tone == Tone::Level => letter.with_tone(tone).compose(),
                _ => None,
            };
            if let Some(marked) = marked {
                *last = (marked, last.1.join(span));
                continue;
            }
        }
        out.push((c, span));
    }
    out
}

/// Moves the tone mark of an open `oa`, `oe`, `uy` to its first vowel, where the press prints it.
pub(super) fn place_tones(letters: &mut [(char, Span)]) {
    for i in 1..letters.len() {
        let last = letters[i].0;
        let first = letters[i - 1].0;
        if !may_move(first, last) || letters.get(i + 1).is_some_and(|next| is_letter(next.0)) {
            continue;
        }
        let Some(second) = Letter::of(last) else { continue };
        let before = i.checked_sub(2).map(|j| letters[j].0);
        let moves = match (first, second.base) {
            ('o' | 'O', 'a' | 'A' | 'e' | 'E') => true,
            ('u' | 'U', 'y' | 'Y') => !matches!(before, Some('q' | 'Q')),
            _ => false,
        };
        if let (true, Some(plain), Some(marked)) = (
            moves,
            second.with_tone(Tone::Level).compose(),
            Letter::of(first).and_then(|letter| letter.with_tone(second.tone).compose()),
        ) {
            letters[i].0 = plain;
            letters[i - 1].0 = marked;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(normalise(source), expected);
        assert_eq!(normalise(expected), expected, "twice is once");
    }

    #[test]
    fn tone_marks_stand_where_the_press_prints_them() {
        for (source, expected) in [
            ("hoà", "hòa"),
            ("Uỷ", "Ủy"),
            ("UỶ", "ỦY"),
            ("thuý", "thúy"),
            ("khoẻ", "khỏe"),
            ("tuỳ", "tùy"),
            ("luỹ", "lũy"),
            ("quý quỹ quỷ quỳ", "quý quỹ quỷ quỳ"),
            ("hoàn toán xoáy ngoài", "hoàn toán xoáy ngoài"),
            ("huỳnh khuỷu huých già quà thuở", "huỳnh khuỷu huých già quà thuở"),
        ] {
            check(source, expected);
        }
    }

    #[test]
    fn every_encoding_of_a_letter_is_one_letter() {
        for source in ["vi\u{1ec7}t", "vi\u{ea}\u{323}t", "vie\u{302}\u{323}t", "vie\u{323}\u{302}t"] {
            check(source, "việt");
        }
        check("\u{d0}ảng \u{189}ảng", "Đảng Đảng");
        check("a\u{a0}b\u{200b}c\r\nd", "a bc\nd");
    }

    #[test]
    fn quotes_come_from_the_untouched_source() {
        let text = Text::new("\u{feff}\u{d0}a\u{309}ng uy\u{309}\u{a0}tỉnh");
        assert_eq!(text.norm(), "Đảng ủy tỉnh");
        let at = text.norm().find("ủy").map(|start| Span::of(start, start + "ủy".len()));
        assert_eq!(at.map(|at| text.quote(at).as_str().to_owned()).as_deref(), Some("uy\u{309}"));
    }
}
