//! A third language of the interface, from the one file `src/i18n/CODE.tsv` (CODE as in `<html lang>`).
//!
//! Its first lines are the language's own settings, `@name`, `@thousands`, `@decimal`, `@dates` (what stands between day,
//! month and year) and `@one` (after which numbers a noun is singular: `1`, `0 1`, or nothing), each after a tab; every other line is an
//! English text of the catalogue, a tab, and the text in this language. `build.rs` reads it; a word of the catalogue that
//! it lacks does not compile, and what is put together from pieces stays English where a piece is lacking.
//! `cargo xtask language CODE` writes a file to fill in.

include!(concat!(env!("OUT_DIR"), "/third.rs"));

/// The text in this language for an English text of the catalogue, which must be there.
pub(super) const fn must(english: &'static str) -> &'static str {
    match find(english) {
        Some(text) => text,
        None => panic!("{}", english),
    }
}

/// The text in this language, or the English one where there is none.
pub(super) const fn text(english: &'static str) -> &'static str {
    match find(english) {
        Some(text) => text,
        None => english,
    }
}

/// Whether a noun is singular after this number.
pub(super) const fn is_one(count: usize) -> bool {
    let mut at = 0;
    while at < ONE.len() {
        if ONE[at] == count {
            return true;
        }
        at += 1;
    }
    false
}

const fn find(english: &str) -> Option<&'static str> {
    let (mut low, mut high) = (0, TEXTS.len());
    while low < high {
        let middle = low.midpoint(high);
        match order(TEXTS[middle].0.as_bytes(), english.as_bytes()) {
            0 => return Some(TEXTS[middle].1),
            -1 => low = middle + 1,
            _ => high = middle,
        }
    }
    None
}

/// −1, 0 or 1 as the first is before, the same as or after the second, by bytes.
const fn order(one: &[u8], two: &[u8]) -> i8 {
    let mut at = 0;
    while at < one.len() && at < two.len() {
        if one[at] != two[at] {
            return if one[at] < two[at] { -1 } else { 1 };
        }
        at += 1;
    }
    if one.len() == two.len() {
        0
    } else if one.len() < two.len() {
        -1
    } else {
        1
    }
}
