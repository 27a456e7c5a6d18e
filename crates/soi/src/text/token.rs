//! Tokens: syllables, numbers and punctuation marks, with their places in the normal form.

use std::ops::Range;

use super::letter::{is_capital, is_letter, is_letter_or_digit, lower};
use super::span::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A run of letters, possibly with digits (`Đảng`, `QBĐT`, `B52`).
    Word,
    /// Digits, with groups and decimals kept whole (`2.397`, `67,77`, `2015`).
    Number,
    /// One mark of punctuation or symbol.
    Mark,
    /// A line end.
    Break,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// No letters, or first letter small.
    Lower,
    /// First letter capital, others small (a single capital too).
    Capital,
    /// Two or more letters, all capitals.
    Upper,
    /// A capital first and capitals inside (`TPhcm`, `CTr`).
    Mixed,
}

/// A token of the normal form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the normal form.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
    /// Whether white space stands before it (also at the start of the text).
    pub spaced: bool,
    /// A hash of its letters in lower case, one for all numbers: phrase lists ask for it again and again.
    pub(crate) hash: u32,
}

/// Splits a normal form into tokens; white space but line ends is left out.
pub fn tokens(norm: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(norm.len() / 5);
    let bytes = norm.as_bytes();
    let mut chars = norm.char_indices().peekable();
    let mut spaced = true;
    let mut hash;
    while let Some((start, c)) = chars.next() {
        if c == ' ' {
            spaced = true;
            continue;
        }
        let mut end = start + c.len_utf8();
        hash = hash_with(SEED, c);
        let (kind, case) = if c == '\n' {
            (TokenKind::Break, Case::Lower)
        } else if c.is_ascii_digit() {
            while let Some(&(at, next)) = chars.peek() {
                // A separator belongs to the number only between digits.
                let grouped = matches!(next, '.' | ',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
                if !next.is_ascii_digit() && !grouped {
                    break;
                }
                chars.next();
                end = at + 1;
            }
            hash = NUMBER;
            (TokenKind::Number, Case::Lower)
        } else if is_letter_or_digit(c) {
            while let Some(&(at, next)) = chars.peek() {
                if !is_letter_or_digit(next) && !is_combining(next) {
                    break;
                }
                chars.next();
                end = at + next.len_utf8();
                hash = hash_with(hash, next);
            }
            (TokenKind::Word, case_of(norm.get(start..end).unwrap_or_default()))
        } else {
            (TokenKind::Mark, Case::Lower)
        };
        out.push(Token { span: Span::of(start, end), kind, case, spaced, hash });
        spaced = kind == TokenKind::Break;
    }
    out
}

/// A token; a line end without letters where there is none.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn token(tokens: &[Token], at: usize) -> &Token {
    const NONE: &Token =
        &Token { span: Span::new(0, 0), kind: TokenKind::Break, case: Case::Lower, spaced: true, hash: SEED };
    tokens.get(at).unwrap_or(NONE)
}

/// From the first of some tokens to the last.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn span_of(tokens: &[Token], range: &Range<usize>) -> Span {
    token(tokens, range.start).span.join(token(tokens, range.end.wrapping_sub(1)).span)
}

/// The hash of every number.
pub(crate) const NUMBER: u32 = 1;
const SEED: u32 = 0;

fn hash_with(hash: u32, c: char) -> u32 {
    (hash.rotate_left(5) ^ lower(c) as u32).wrapping_mul(0x9e37_79b1)
}

/// What [`Token::hash`] is for a word or a mark in lower case; none of them has letters beyond three bytes.
pub(crate) fn hash_of(word: &[u8]) -> u32 {
    let (mut hash, mut code) = (SEED, 0);
    for (i, byte) in word.iter().enumerate() {
        code = match byte {
            0x80..=0xbf => code << 6 | u32::from(byte & 0x3f),
            0xc0..=0xdf => u32::from(byte & 0x1f),
            0xe0..=0xef => u32::from(byte & 0xf),
            _ => u32::from(byte & 0x7f),
        };
        if word.get(i + 1).is_none_or(|next| next & 0xc0 != 0x80) {
            hash = hash_with(hash, char::from_u32(code).unwrap_or_default());
        }
    }
    hash
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|&c| is_letter(c));
    let Some(first) = letters.next() else { return Case::Lower };
    if !is_capital(first) {
        return Case::Lower;
    }
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if is_capital(c) { upper += 1 } else { lower += 1 }
    }
    match (upper, lower) {
        (0, _) => Case::Capital,
        (_, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_whole_and_marks_stand_alone() {
        let text = "có 2.397 đảng viên, đạt 67,77%.Công tác";
        let words: Vec<_> = tokens(text).iter().map(|t| &text[t.span.range()]).collect();
        assert_eq!(words, ["có", "2.397", "đảng", "viên", ",", "đạt", "67,77", "%", ".", "Công", "tác"]);
    }
}
