//! Beginnings of words that a great part of all words share: `t`, `th`, `đ`. One keystroke asks for all of them, so
//! what they have is found when the corpus is opened. A corpus of a few reports has none.

use super::evaluate::{Evaluator, Tallied, Tally};
use super::statements;
use crate::filter::set::Set;
use crate::index::Index;
use crate::index::dictionary::Dictionary;
use crate::query::Word;
use crate::text::Span;
use crate::text::fold::has_mark;

/// A beginning with this many places is looked up beforehand; below, looking takes about a millisecond.
pub(super) const PLACES: u64 = 100_000;
/// Beginnings of this many letters are considered; longer ones are of fewer words.
const LETTERS: usize = 3;

/// There are dozens of these for every report, so a tally is packed: more words in titles than this are no titles.
const TITLE_BITS: u32 = 10;
const TITLE_MAX: u32 = (1 << TITLE_BITS) - 1;

fn pack(tally: &Tally) -> u32 {
    tally.count.min(u32::MAX >> TITLE_BITS) << TITLE_BITS | tally.in_title.min(TITLE_MAX)
}

/// A beginning of very many words.
#[derive(Debug)]
pub(super) struct Heavy {
    word: Word,
    with: Set,
    /// By report: how often it has the word, and in titles, in the lowest [`TITLE_BITS`].
    tallies: Vec<u32>,
    /// The statements that hold it.
    pub statements: Set,
}

impl Heavy {
    /// Whether a word is this beginning.
    pub fn is(&self, word: &Word) -> bool {
        let same = word.prefix && word.exact == self.word.exact && word.twin.is_none();
        same && if word.exact { word.spelling == self.word.spelling } else { word.key == self.word.key }
    }

    /// What it has in the reports; none is as close as typed.
    pub fn tallied(&self) -> Tallied {
        let tally = |&packed: &u32| Tally { count: packed >> TITLE_BITS, in_title: packed & TITLE_MAX, closeness: 0 };
        Tallied { with: self.with.clone(), tallies: self.tallies.iter().map(tally).collect() }
    }
}

/// The beginnings that have at least so many places.
pub(super) fn find(evaluator: &Evaluator<'_>, least: u64) -> Vec<Heavy> {
    begins(evaluator.index, least).iter().map(|begin| look_up(evaluator, begin)).collect()
}

/// What the beginnings that have at least so many places are.
pub(super) fn begins(index: &Index, least: u64) -> Vec<String> {
    if index.words() < least {
        return Vec::new();
    }
    let (mut all, mut counts) = (Dictionary::default(), Vec::new());
    for term in 0..index.terms() {
        let places = u64::from(index.postings[term as usize].places());
        let (key, spelling) = (index.dictionary.key(term), index.dictionary.spelling(term));
        let both = [key, spelling];
        for text in both.into_iter().take(if key == spelling { 1 } else { 2 }) {
            for (end, c) in text.char_indices().take(LETTERS) {
                let begin = &text[..end + c.len_utf8()];
                // A beginning without marks stands for its key, which is counted once.
                if std::ptr::eq(text, key) || has_mark(begin) {
                    let number = all.intern(begin) as usize;
                    counts.resize(all.len(), 0_u64);
                    counts[number] += places;
                }
            }
        }
    }
    let found = counts.iter().zip(0..).filter(|(places, _)| **places >= least);
    found.map(|(_, begin)| all.spelling(begin).to_owned()).collect()
}

/// What a beginning has.
pub(super) fn look_up(evaluator: &Evaluator<'_>, begin: &str) -> Heavy {
    let word = Word {
        spelling: begin.to_owned(),
        key: crate::text::fold::fold(begin),
        exact: has_mark(begin),
        twin: None,
        prefix: true,
        at: Span::default(),
    };
    let found = evaluator.tally(&word);
    let tallies = found.tallies.iter().map(pack).collect();
    let statements = statements::holding_word(evaluator, &word, &Set::full(evaluator.index.len()));
    Heavy { word, with: found.with, tallies, statements }
}
