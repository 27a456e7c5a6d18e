//! The normal form that rules match on, with a map back to the untouched source.
//!
//! Composed letters, `Đ` for its look-alikes, one kind of space and of line end, nothing invisible,
//! the tone mark where the press prints it (`ủy`, `hòa`, but `quý`). Case is kept: it carries names.
//! Letters outside the Vietnamese alphabet stay as they are.

use std::sync::Arc;

use super::letter::{Letter, Shape, Tone, is_letter, lower, shape_of_mark, tone_of_mark};
use super::span::Span;
use crate::report::Quote;
use crate::text::write::squeezed;

/// A source text and its normal form.
#[derive(Debug, Clone)]
pub struct Text {
    source: Arc<str>,
    norm: String,
    lower: String,
    /// Per byte of `norm`: the source range of the character that the byte belongs to.
    map: Vec<Span>,
}

impl Text {
    /// Normalises `source` once, keeping the way back.
    pub fn new(source: &str) -> Self {
        let mut letters = compose(source);
        place_tones(&mut letters);
        let mut norm = String::with_capacity(source.len());
        let mut small = String::with_capacity(source.len());
        let mut map = Vec::with_capacity(source.len());
        for (c, span) in letters {
            norm.push(c);
            small.push(lower(c));
            map.resize(norm.len(), span);
        }
        Self { source: Arc::from(source), norm, lower: small, map }
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
        if norm.is_empty() {
            let at = self.map.get(norm.start as usize).map_or(self.source.len() as u32, |span| span.start);
            return Span::new(at, at);
        }
        Span::new(self.map[norm.start as usize].start, self.map[norm.end as usize - 1].end)
    }

    /// The source behind a range of the normal form.
    pub fn quote(&self, norm: Span) -> Quote {
        Quote::at(&self.source, self.source_span(norm))
    }
}

/// The normal form of a text whose place does not matter, such as a query or a list entry.
pub fn normalise(text: &str) -> String {
    let mut letters = compose(text);
    place_tones(&mut letters);
    letters.into_iter().map(|(c, _)| c).collect()
}

/// A text as printed: composed, `Đ` for its look-alikes, white space squeezed; old tone marks stay (`Uỷ`).
pub fn printed(text: &str) -> String {
    let composed: String = compose(text).into_iter().map(|(c, _)| c).collect();
    squeezed(&composed)
}

/// Characters that show nothing: zero width spaces and joiners, BOM, soft hyphen, word joiner, direction marks.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// One composed character per letter, each with its source range.
fn compose(source: &str) -> Vec<(char, Span)> {
    let mut out: Vec<(char, Span)> = Vec::with_capacity(source.len());
    let mut chars = source.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut span = Span::of(at, at + c.len_utf8());
        if is_invisible(c) {
            continue;
        }
        let c = match c {
            'Ð' | 'Ɖ' => 'Đ',
            'ð' | 'ɖ' => 'đ',
            '\r' => {
                if let Some(&(next, '\n')) = chars.peek() {
                    chars.next();
                    span.end = next as u32 + 1;
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
            && last.1.end as usize == at
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
        // Cheap test first: only a marked a, e or y can move its mark.
        if last.is_ascii() || letters.get(i + 1).is_some_and(|next| is_letter(next.0)) {
            continue;
        }
        let Some(second) = Letter::of(last) else { continue };
        if second.tone == Tone::Level || second.shape != Shape::Plain {
            continue;
        }
        let first = letters[i - 1].0;
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
