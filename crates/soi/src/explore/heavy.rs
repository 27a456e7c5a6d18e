//! Beginnings of words that a great part of all words share: `t`, `th`, `đ`. One keystroke asks for all of them, so
//! what they have is found when the corpus is opened. A corpus of a few reports has none.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::evaluate::{Evaluator, Tallied};
use super::statements;
use crate::filter::set::Set;
use crate::query::Word;
use crate::text::Span;
use crate::text::fold::has_mark;

/// A beginning with this many places is looked up beforehand; below, looking takes about a millisecond.
pub(super) const PLACES: u64 = 100_000;
/// Beginnings of this many letters are considered; longer ones are of fewer words.
const LETTERS: usize = 3;

/// A beginning of very many words.
#[derive(Debug)]
pub(super) struct Heavy {
    word: Word,
    /// What it has in the reports; none is as close as typed.
    pub tallied: Arc<Tallied>,
    /// The statements that hold it.
    pub statements: Set,
}

impl Heavy {
    /// Whether a word is this beginning.
    pub fn is(&self, word: &Word) -> bool {
        let same = word.prefix && word.exact == self.word.exact && word.twin.is_none();
        same && if word.exact { word.spelling == self.word.spelling } else { word.key == self.word.key }
    }
}

/// The beginnings that have at least so many places.
pub(super) fn find(evaluator: &Evaluator<'_>, least: u64) -> Vec<Heavy> {
    let index = evaluator.index;
    if index.words() < least {
        return Vec::new();
    }
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for term in 0..index.terms() {
        let places = u64::from(index.postings[term as usize].places());
        let (key, spelling) = (index.dictionary.key(term), index.dictionary.spelling(term));
        let both = [key, spelling];
        for text in both.into_iter().take(if key == spelling { 1 } else { 2 }) {
            for (end, c) in text.char_indices().take(LETTERS) {
                let begin = &text[..end + c.len_utf8()];
                // A beginning without marks stands for its key, which is counted once.
                if std::ptr::eq(text, key) || has_mark(begin) {
                    *counts.entry(begin).or_default() += places;
                }
            }
        }
    }
    let heavy = counts.into_iter().filter(|(_, places)| *places >= least);
    let all = Set::full(index.len());
    let looked_up = |(begin, _): (&str, u64)| {
        let word = Word {
            spelling: begin.to_owned(),
            key: crate::text::fold::fold(begin),
            exact: has_mark(begin),
            twin: None,
            prefix: true,
            at: Span::default(),
        };
        let mut tallied = evaluator.tally(&word);
        tallied.tallies.iter_mut().for_each(|tally| tally.closeness = 0);
        let statements = statements::holding_word(evaluator, &word, &all);
        Heavy { word, tallied: Arc::new(tallied), statements }
    };
    heavy.map(looked_up).collect()
}
