//! Words for search: the syllables and numbers of a text in lower case, each with its place in the untouched source.
//!
//! They are the word and number tokens of the normal form, found in one pass without building it.

use super::letter::{Letter, Shape, Tone, is_letter_or_digit, lower, shape_of_mark, tone_of_mark};
use super::normalise::{is_invisible, place_tones};
use super::span::{Span, piece};

/// Reads the words of a piece of a source, one after the other.
pub struct Words<'a> {
    text: &'a str,
    /// Bytes read.
    at: usize,
    /// Where `text` stands in the source.
    base: u32,
    letters: Vec<(char, Span)>,
    lower: String,
}

impl<'a> Words<'a> {
    /// Over `text`, which stands at byte `base` of its source.
    pub fn new(text: &'a str, base: u32) -> Self {
        Self { text, at: 0, base, letters: Vec::new(), lower: String::new() }
    }

    /// The next word in lower case with its bytes in the source.
    pub fn read(&mut self) -> Option<(&str, Span)> {
        self.skip();
        match self.read_plain() {
            Some(span) => Some((&self.lower, span)),
            None => self.read_any(),
        }
    }

    /// Moves on over ASCII that begins no word: most of what lies between two words.
    fn skip(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().take_while(|b| b.is_ascii() && !b.is_ascii_alphanumeric()).count();
    }

    /// A word of precomposed letters and digits whose tone mark stands where the press prints it: nearly all are.
    /// `None` for any other, which is then read with care from its start.
    fn read_plain(&mut self) -> Option<Span> {
        self.lower.clear();
        let rest = piece(self.text, self.at, self.text.len());
        let number = rest.as_bytes().first()?.is_ascii_digit();
        let mut last = ' ';
        let mut before = ' ';
        let mut end = rest.len();
        for (at, c) in rest.char_indices() {
            let lower = match c {
                'a'..='z' => c,
                'A'..='Z' if !number => c.to_ascii_lowercase(),
                // A mark before a digit may have to move too.
                '0'..='9' if last.is_ascii() => c,
                // Marks, invisible characters and look-alikes need care; so does the point of a number.
                '\u{a0}' | '\0'..='/' | ':'..='\x7f' if !(number && matches!(c, '.' | ',')) => {
                    end = at;
                    break;
                }
                '\u{1ea0}'..='\u{1ef9}' => char::from_u32(c as u32 | 1)?,
                'đ' | 'Đ' => 'đ',
                '\u{e0}'..='\u{fe}' if !matches!(c, '÷' | 'ð') => c,
                '\u{c0}'..='\u{de}' if !matches!(c, '×' | 'Ð') => char::from_u32(c as u32 + 0x20)?,
                'ă' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => c,
                'Ă' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => char::from_u32(c as u32 + 1)?,
                _ => return None,
            };
            if number && !c.is_ascii_digit() {
                return None;
            }
            before = last;
            last = lower;
            self.lower.push(lower);
        }
        // `hoà`, `uỷ`: the mark may have to move.
        if self.lower.is_empty() || !last.is_ascii() && matches!(before, 'o' | 'u') {
            return None;
        }
        let start = self.base + self.at as u32;
        self.at += end;
        Some(Span::new(start, start + end as u32))
    }

    fn read_any(&mut self) -> Option<(&str, Span)> {
        self.letters.clear();
        let mut number = false;
        let rest = piece(self.text, self.at, self.text.len());
        let mut chars = rest.char_indices();
        loop {
            let Some((at, c)) = chars.next() else {
                self.at = self.text.len();
                break;
            };
            if is_invisible(c) {
                continue;
            }
            let start = self.base + (self.at + at) as u32;
            let span = Span::new(start, start + c.len_utf8() as u32);
            if self.letters.is_empty() {
                number = c.is_ascii_digit();
                if number || is_letter_or_digit(c) {
                    self.letters.push((look_alike(c), span));
                }
                continue;
            }
            let belongs = if number {
                let grouped = || {
                    let next = chars.as_str().chars().find(|&c| !is_invisible(c));
                    matches!(c, '.' | ',') && next.is_some_and(|c| c.is_ascii_digit())
                };
                c.is_ascii_digit() || grouped()
            } else if matches!(c, '\u{300}'..='\u{36f}') {
                if !self.combine(c, span) {
                    self.letters.push((c, span));
                }
                continue;
            } else {
                is_letter_or_digit(c)
            };
            if !belongs {
                self.at += at;
                break;
            }
            self.letters.push((look_alike(c), span));
        }
        let (first, last) = (self.letters.first()?.1, self.letters.last()?.1);
        if !number {
            place_tones(&mut self.letters);
        }
        self.lower.clear();
        self.lower.extend(self.letters.iter().map(|&(c, _)| lower(c)));
        Some((&self.lower, first.join(last)))
    }

    /// Puts a mark on the letter before it; false where that letter takes none.
    fn combine(&mut self, mark: char, span: Span) -> bool {
        let Some(last) = self.letters.last_mut() else { return false };
        let Some(letter) = Letter::of(last.0) else { return false };
        if last.1.end != span.start {
            return false;
        }
        let marked = match (shape_of_mark(mark), tone_of_mark(mark)) {
            (Some(shape), _) if letter.shape == Shape::Plain => Letter { shape, ..letter }.compose(),
            (_, Some(tone)) if letter.tone == Tone::Level => letter.with_tone(tone).compose(),
            _ => None,
        };
        let Some(marked) = marked else { return false };
        *last = (marked, last.1.join(span));
        true
    }
}

fn look_alike(c: char) -> char {
    match c {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Text, TokenKind, tokens};

    fn by_normal_form(source: &str) -> Vec<(String, Span)> {
        let text = Text::new(source);
        tokens(&text)
            .into_iter()
            .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
            .map(|t| (text.lower()[t.span.range()].to_owned(), text.source_span(t.span)))
            .collect()
    }

    fn by_words(source: &str) -> Vec<(String, Span)> {
        let mut words = Words::new(source, 0);
        let mut out = Vec::new();
        while let Some((word, span)) = words.read() {
            out.push((word.to_owned(), span));
        }
        out
    }

    #[test]
    fn one_pass_reads_the_words_of_the_normal_form() {
        let samples = [
            "Đảng uỷ Khối: 67,77% (2.397 đảng viên), 16-CT/TU.",
            "\u{feff}\u{d0}a\u{309}ng uy\u{309}\u{a0}tỉnh hoa\u{300} qu\u{fd} THUỶ hoà2 6x36",
            "vi\u{200b}e\u{323}\u{302}t\u{ad} 1.\u{200b}5 1.a x\u{301}y o\u{302}\u{306}",
            "a\r\nb\u{2028}c … “ngoặc” ﬁ ² B52 ǅ İ",
            "",
        ];
        for source in samples {
            assert_eq!(by_words(source), by_normal_form(source), "{source:?}");
        }
        // Every pair and triple of awkward characters, in one deterministic walk.
        let parts = [
            "u", "ỷ", "Q", "o", "à", "\u{309}", "\u{301}", "\u{200b}", "1", ".", " ", "\r\n", "Đ", "ð", "X", "Á", "×",
            "”",
        ];
        for a in parts {
            for b in parts {
                for c in parts {
                    for d in parts {
                        let source = [a, b, c, d].concat();
                        assert_eq!(by_words(&source), by_normal_form(&source), "{source:?}");
                    }
                }
            }
        }
    }
}
