//! Search keys: what a reader types without accents, and what a page prints with them, meet in one form.

use super::letter::Letter;

/// The search key of one character: lower case, no tone, no shape mark, `đ` as `d`.
///
/// A character that is not a Vietnamese letter is only lower-cased, to its first character.
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ' => 'd',
        c => match Letter::of(c) {
            Some(letter) => letter.base.to_ascii_lowercase(),
            None => c.to_lowercase().next().unwrap_or(c),
        },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalise;

    #[test]
    fn accents_case_and_d_meet_in_one_key() {
        for text in ["Đảng bộ Khối", "đảng bộ khối", "dang bo khoi", "ĐẢNG BỘ KHỐI", "\u{d0}a\u{309}ng bộ Khối"]
        {
            assert_eq!(fold(&normalise(text)), "dang bo khoi");
        }
    }
}
