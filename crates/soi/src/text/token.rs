//! Tokens: syllables, numbers and punctuation marks, with their places in the normal form.

use std::ops::Range;

use super::letter::{is_capital, is_letter, is_letter_or_digit};
use super::normalise::Text;
use super::span::{Span, piece};

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

/// Splits a text into tokens; white space but line ends is left out.
pub fn tokens(text: &Text) -> Vec<Token> {
    let (norm, lower) = (text.norm(), text.lower().as_bytes());
    let bytes = norm.as_bytes();
    let mut out = Vec::with_capacity(norm.len() / 5);
    let mut spaced = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            spaced = true;
            at += 1;
            continue;
        }
        let number = byte.is_ascii_digit();
        let end = if number { past_digits(bytes, at) } else { past_letters(norm, at) };
        let (kind, end) = match () {
            () if number => (TokenKind::Number, end),
            () if end > at => (TokenKind::Word, end),
            () if byte == b'\n' => (TokenKind::Break, at + 1),
            () => (TokenKind::Mark, norm.ceil_char_boundary(at + 1)),
        };
        let case = if kind == TokenKind::Word { case_of(piece(norm, at, end)) } else { Case::Lower };
        let hash = if number { NUMBER } else { hash_of(lower.get(at..end).unwrap_or_default()) };
        out.push(Token { span: Span::of(at, end), kind, case, spaced, hash });
        spaced = kind == TokenKind::Break;
        at = end;
    }
    out
}

/// Past the number at a byte.
fn past_digits(bytes: &[u8], from: usize) -> usize {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = from + 1;
    // A separator belongs to the number only between digits.
    while is_digit(end) || matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1) {
        end += 1;
    }
    end
}

/// Past the letters and digits at a byte, and the marks over them.
fn past_letters(norm: &str, from: usize) -> usize {
    let mut end = from;
    for c in piece(norm, from, norm.len()).chars() {
        if !is_letter_or_digit(c) && (end == from || !is_combining(c)) {
            break;
        }
        end += c.len_utf8();
    }
    end
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

/// What [`Token::hash`] is for a word or a mark in lower case.
pub(crate) fn hash_of(word: &[u8]) -> u32 {
    word.iter().fold(SEED, |hash, byte| (hash.rotate_left(5) ^ u32::from(*byte)).wrapping_mul(0x9e37_79b1))
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
        let words: Vec<_> = tokens(&Text::new(text)).iter().map(|t| &text[t.span.range()]).collect();
        assert_eq!(words, ["có", "2.397", "đảng", "viên", ",", "đạt", "67,77", "%", ".", "Công", "tác"]);
    }
}
