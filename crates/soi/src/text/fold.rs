//! Search keys: what a reader types without accents, and what a page prints with them, meet in one form.

use super::letter::{Letter, Shape, lower};
use super::span::piece;
use crate::text::write::joined;

/// The search key of one character: lower case, no tone, no shape mark, `đ` as `d`.
///
/// A character that is not a Vietnamese letter is only lower-cased, to its first character.
#[inline]
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match Letter::of(c) {
        Some(letter) => letter.base.to_ascii_lowercase(),
        None if matches!(c, 'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ') => 'd',
        None => lower(c),
    }
}

/// The search key of a text in normal form.
pub fn fold(norm: &str) -> String {
    norm.chars().map(fold_char).collect()
}

/// Whether a word in lower case carries a mark: `đảng`, `đang` and `hôm` do, `dang` does not.
pub fn has_mark(lower: &str) -> bool {
    lower.chars().any(|c| !c.is_ascii() && fold_char(c) != c)
}

/// The other spelling of a syllable in lower case whose rime is `i` or `y` alone: `kĩ` and `kỹ`, `quí` and `quý`.
///
/// After one consonant or `qu` the two are the same word; elsewhere they are not (`tai`, `tay`).
pub fn i_y_twin(lower: &str) -> Option<String> {
    let (at, last) = lower.char_indices().next_back()?;
    let letter = Letter::of(last).filter(|letter| letter.shape == Shape::Plain)?;
    let base = match letter.base {
        'i' => 'y',
        'y' => 'i',
        _ => return None,
    };
    let onset = piece(lower, 0, at);
    let mut letters = onset.chars();
    let single =
        letters.next().is_some_and(|c| c.is_alphabetic() && Letter::of(c).is_none()) && letters.next().is_none();
    let twin = Letter { base, ..letter }.compose()?;
    (single || onset == "qu").then(|| joined(&[onset, twin.encode_utf8(&mut [0; 4])]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalise;

    #[test]
    fn i_and_y_are_one_rime_after_one_consonant_only() {
        for (a, b) in [("kĩ", "kỹ"), ("lí", "lý"), ("tỉ", "tỷ"), ("quí", "quý"), ("ki", "ky")] {
            assert_eq!(i_y_twin(a).as_deref(), Some(b));
            assert_eq!(i_y_twin(b).as_deref(), Some(a));
        }
        for other in ["tay", "tai", "thúy", "ý", "nghỉ", "khí", "", "uy", "67"] {
            assert_eq!(i_y_twin(other), None, "{other}");
        }
    }

    #[test]
    fn the_tables_say_what_the_alphabet_says() {
        for c in '\0'..='\u{2fff}' {
            let expected = match (Letter::of(c), c) {
                (_, 'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ') => 'd',
                (Some(letter), _) => letter.base.to_ascii_lowercase(),
                (None, c) => lower(c),
            };
            assert_eq!(fold_char(c), expected, "{c:?}");
        }
    }

    #[test]
    fn accents_case_and_d_meet_in_one_key() {
        for text in ["Đảng bộ Khối", "đảng bộ khối", "dang bo khoi", "ĐẢNG BỘ KHỐI", "\u{d0}a\u{309}ng bộ Khối"]
        {
            assert_eq!(fold(&normalise(text)), "dang bo khoi");
        }
    }
}
