//! Words as numbers: each word of a page is looked up once, and rules compare numbers.
//!
//! In an item under [`numbered`](soi_words::numbered) `"đảng"` is the number of that word, and lists of phrases are
//! written down as numbers. A new word of a rule or a list is a new line of `lexicon/vocabulary.txt`; the compiler says
//! which.

use std::sync::OnceLock;

use super::normalise::Text;
use super::token::{Token, TokenKind, hash_of};

/// Every word that a rule or a list of phrases names, one a line.
const VOCABULARY: &str = include_str!("../lexicon/vocabulary.txt");

/// The number of a word in small letters, or of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word(pub u32);

impl Word {
    /// What stands where no token is: `""`.
    pub const NONE: Self = Self(0);
    /// Any word that no rule names: two of them need not be the same word.
    pub const OTHER: Self = Self(1);
    /// A line end.
    const BREAK: Self = Self(2);
}

/// The words of a text, one for each token.
pub(crate) fn words(text: &Text, tokens: &[Token]) -> Vec<Word> {
    let vocabulary = vocabulary();
    tokens
        .iter()
        .map(|token| {
            if token.kind == TokenKind::Break {
                return Word::BREAK;
            }
            let word = text.lower().get(token.span.range()).unwrap_or_default();
            // All numbers share a hash.
            let hash = if token.kind == TokenKind::Number { hash_of(word.as_bytes()) } else { token.hash };
            vocabulary.number(word, hash)
        })
        .collect()
}

/// The words, read once.
pub(crate) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(Vocabulary::new)
}

/// Every word that has a number.
pub(crate) struct Vocabulary {
    /// The words, one after the other.
    text: Vec<u8>,
    /// Word by word: hash, and where it ends in the text.
    words: Vec<(u32, u16)>,
    /// An open hash table of the numbers of words; 0 where there is none.
    slots: Vec<u16>,
}

impl Vocabulary {
    fn new() -> Self {
        let mut out = Self { text: Vec::new(), words: vec![(0, 0); 3], slots: vec![0; SLOTS] };
        let mut word = Vec::new();
        let mut rest = &PACKED[..];
        while let Some((shared, others)) = rest.split_first() {
            let end = others.iter().position(|byte| *byte < b' ').unwrap_or(others.len());
            let (own, others) = others.split_at_checked(end).unwrap_or_default();
            rest = others;
            word.truncate(usize::from(*shared));
            word.extend_from_slice(own);
            out.text.extend_from_slice(&word);
            let hash = hash_of(&word);
            let mut slot = slot(hash);
            while out.slots.get(slot).is_some_and(|number| *number != 0) {
                slot = (slot + 1) % SLOTS;
            }
            if let Some(free) = out.slots.get_mut(slot) {
                *free = out.words.len() as u16;
            }
            out.words.push((hash, out.text.len() as u16));
        }
        out
    }

    /// The hash of a word by its number, and the word.
    pub fn word(&self, number: u16) -> (u32, &[u8]) {
        let number = usize::from(number);
        let start = self.words.get(number.wrapping_sub(1)).map_or(0, |(_, end)| usize::from(*end));
        let (hash, end) = self.words.get(number).copied().unwrap_or_default();
        (hash, self.text.get(start..usize::from(end)).unwrap_or_default())
    }

    fn number(&self, word: &str, hash: u32) -> Word {
        let mut slot = slot(hash);
        loop {
            let number = self.slots.get(slot).copied().unwrap_or(0);
            if number == 0 {
                return Word::OTHER;
            }
            if self.word(number) == (hash, word.as_bytes()) {
                return Word(number.into());
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// The words as the program carries them: of each how many bytes it shares with the one before, then the others.
static PACKED: [u8; packed_length()] = {
    let mut out = [0; packed_length()];
    let (mut number, mut to) = (3, 0);
    while number < COUNT {
        let shared = shared(number);
        out[to] = shared as u8;
        to += 1;
        let mut at = STARTS[number] + shared;
        while at + 1 < STARTS[number + 1] {
            out[to] = VOCABULARY.as_bytes()[at];
            (at, to) = (at + 1, to + 1);
        }
        number += 1;
    }
    out
};

const fn packed_length() -> usize {
    let (mut number, mut length) = (3, 0);
    while number < COUNT {
        length += STARTS[number + 1] - STARTS[number] - shared(number);
        number += 1;
    }
    length
}

/// How many bytes a word begins with that the one before it begins with too, and that tell no end of a word.
const fn shared(number: usize) -> usize {
    let (text, before, own) = (VOCABULARY.as_bytes(), STARTS[number - 1], STARTS[number]);
    let mut shared = 0;
    while number > 3 && shared < 31 && text[own + shared] != b'\n' && text[before + shared] == text[own + shared] {
        shared += 1;
    }
    shared
}

/// More than twice as many as there are words.
const SLOTS: usize = 1 << 13;

fn slot(hash: u32) -> usize {
    (hash ^ hash >> 15) as usize % SLOTS
}

/// How many words have a number, and before them three that are none.
const COUNT: usize = {
    let (mut at, mut count) = (0, 3);
    while at < VOCABULARY.len() {
        if VOCABULARY.as_bytes()[at] == b'\n' {
            count += 1;
        }
        at += 1;
    }
    count
};

/// Where the words begin in the file, for the compiler.
static STARTS: [usize; COUNT + 1] = {
    let mut out = [0; COUNT + 1];
    let (mut at, mut count) = (0, 3);
    while at < VOCABULARY.len() {
        if VOCABULARY.as_bytes()[at] == b'\n' {
            count += 1;
            out[count] = at + 1;
        }
        at += 1;
    }
    out
};

/// The number of a word of a list, for the compiler.
pub(crate) const fn number_of(word: &[u8]) -> u16 {
    let (mut low, mut high) = (3, COUNT);
    while low < high {
        let middle = (low + high) / 2;
        let (mut i, mut at) = (0, STARTS[middle]);
        let end = STARTS[middle + 1] - 1;
        while i < word.len() && at < end && VOCABULARY.as_bytes()[at] == word[i] {
            i += 1;
            at += 1;
        }
        if i == word.len() && at == end {
            return middle as u16;
        }
        let before = at == end || i < word.len() && VOCABULARY.as_bytes()[at] < word[i];
        if before { low = middle + 1 } else { high = middle }
    }
    // The message is the word that is not in lexicon/vocabulary.txt.
    match std::str::from_utf8(word) {
        Ok(word) => panic!("{}", word),
        Err(_) => panic!("a phrase is cut inside a letter"),
    }
}

/// Words that rules treat alike.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Set(pub &'static [Word]);

impl Set {
    /// Whether a word is one of them.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn contains(self, word: Word) -> bool {
        self.0.contains(&word)
    }
}

/// The same by their numbers, as [`crate::parse`] writes alternatives in the wasm.
#[cfg(target_arch = "wasm32")]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Few(pub &'static [u16]);

#[cfg(target_arch = "wasm32")]
impl Few {
    /// Whether a word is one of them.
    #[inline(never)]
    pub fn contains(self, word: Word) -> bool {
        self.0.iter().any(|&number| u32::from(number) == word.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[soi_words::numbered]
    #[test]
    fn a_word_has_the_number_that_the_rules_have() {
        let text = Text::new("Đảng bộ: 2 đảng viên,\nXyzzy");
        let found = words(&text, &tokens(&text));
        assert_eq!(found, ["đảng", "bộ", ":", "2", "đảng", "viên", ",", "\n", Word::OTHER]);
        assert_eq!("", Word::NONE);
    }

    #[test]
    fn the_vocabulary_fits() {
        let words: Vec<&str> = VOCABULARY.lines().collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "sorted, each once");
        assert!(words.len() * 2 < SLOTS && VOCABULARY.len() < 1 << 16);
    }
}
