//! Words as numbers: each word of a page is looked up once, and rules compare numbers.
//!
//! In an item under [`numbered`](soi_words::numbered) `"đảng"` is the number of that word. A new word of a rule is a new
//! line of `lexicon/vocabulary.txt`; the compiler says which.

use std::sync::OnceLock;

use super::normalise::Text;
use super::token::{Token, TokenKind, hash_of};

/// Every word that a rule names, one a line.
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
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    let vocabulary = VOCABULARY.get_or_init(Vocabulary::new);
    tokens
        .iter()
        .map(|token| {
            if token.kind == TokenKind::Break {
                return Word::BREAK;
            }
            let word = text.lower().get(token.span.range()).unwrap_or_default();
            // All numbers share a hash.
            let hash = if token.kind == TokenKind::Number { hash_of(word) } else { token.hash };
            vocabulary.number(word, hash)
        })
        .collect()
}

struct Vocabulary {
    /// Word by word: hash, and where it ends in the file.
    words: Vec<(u32, u16)>,
    /// An open hash table of the numbers of words; 0 where there is none.
    slots: Vec<u16>,
}

impl Vocabulary {
    fn new() -> Self {
        let mut out = Self { words: vec![(0, 0); 3], slots: vec![0; SLOTS] };
        let mut end = 0;
        for word in VOCABULARY.lines() {
            end += word.len();
            let hash = hash_of(word);
            let mut slot = slot(hash);
            while out.slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            out.slots[slot] = out.words.len() as u16;
            out.words.push((hash, end as u16));
            end += 1;
        }
        out
    }

    fn number(&self, word: &str, hash: u32) -> Word {
        let mut slot = slot(hash);
        loop {
            let number = self.slots[slot];
            let (own, end) = self.words[usize::from(number)];
            if number == 0 {
                return Word::OTHER;
            }
            if own == hash && VOCABULARY.as_bytes()[..usize::from(end)].ends_with(word.as_bytes()) {
                let start = usize::from(end) - word.len();
                if start == 0 || VOCABULARY.as_bytes()[start - 1] == b'\n' {
                    return Word(number.into());
                }
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// More than twice as many as there are words.
const SLOTS: usize = 1 << 13;

fn slot(hash: u32) -> usize {
    (hash ^ hash >> 15) as usize % SLOTS
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
        let found = words(&text, &tokens(text.norm()));
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
