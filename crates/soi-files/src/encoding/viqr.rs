//! VIQR: `Tie^'ng Vie^.t`. After RFC 1456, with `\` before a mark that is none.

use soi::text::{Letter, Shape, Tone};

use super::{is_enough, score};

/// Whether a text of ASCII is written so: many words carry marks, and nearly all of them are then syllables.
pub(super) fn is_viqr(sample: &str) -> bool {
    // The end of a sentence after a vowel looks like a tone; shapes look like nothing else.
    let shaped = ["a^", "e^", "o^", "a(", "o+", "u+", "dd", "DD", "Dd", "A^", "E^", "O^", "A(", "O+", "U+"];
    let words = sample.split_whitespace().count();
    let marked = sample.split_whitespace().filter(|word| shaped.iter().any(|mark| word.contains(mark))).count();
    marked >= 3 && marked * 5 >= words && is_enough(score(&decode(sample)))
}

pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some(&next)) if is_mark(next) || next == '\\' || matches!(next, 'd' | 'D') => {
                out.push(next);
                chars.next();
                continue;
            }
            ('d', Some('d')) => {
                out.push('đ');
                chars.next();
                continue;
            }
            ('D', Some('d' | 'D')) => {
                out.push('Đ');
                chars.next();
                continue;
            }
            _ => {}
        }
        let Some(mut letter) = Letter::of(c) else {
            out.push(c);
            continue;
        };
        let shape = chars.peek().and_then(|mark| match mark {
            '^' => Some(Shape::Circumflex),
            '(' => Some(Shape::Breve),
            '+' | '*' => Some(Shape::Horn),
            _ => None,
        });
        if let Some(shaped) = shape.map(|shape| Letter { shape, ..letter }).filter(|shaped| shaped.compose().is_some())
        {
            letter = shaped;
            chars.next();
        }
        let tone = chars.peek().and_then(|mark| match mark {
            '`' => Some(Tone::Grave),
            '\'' => Some(Tone::Acute),
            '?' => Some(Tone::Hook),
            '~' => Some(Tone::Tilde),
            '.' => Some(Tone::Dot),
            _ => None,
        });
        if let Some(tone) = tone {
            letter = letter.with_tone(tone);
            chars.next();
        }
        out.push(letter.compose().unwrap_or(c));
    }
    out
}

fn is_mark(c: char) -> bool {
    matches!(c, '^' | '(' | '+' | '*' | '`' | '\'' | '?' | '~' | '.')
}
