//! Words in numbers: frequencies, runs of words, terms, company and keyness, each figure with the query behind it.
//!
//! | figure | formula | source |
//! | --- | --- | --- |
//! | rate | 1,000 · count / words | |
//! | dispersion | DP = ½ Σ \|count in report / count − words of report / words\| | Gries 2008 |
//! | log-likelihood | G² = 2 Σ O · ln(O / E) | Dunning 1993; Rayson and Garside 2000 |
//! | effect | log₂ of the ratio of the two rates, ½ for a count of 0 | Hardie 2014, "Log Ratio" |
//! | logDice | 14 + log₂(2 · together / (count of one + count of the other)) | Rychlý 2008 |
//! | C-value | log₂(length) · (count − mean count of the longer terms it stands in) | Frantzi, Ananiadou and Mima 2000 |

mod company;
mod formula;
mod runs;

pub use company::Collocate;
pub use formula::{dispersion, effect, log_dice, log_likelihood};
pub use runs::{Run, RunCount, Term};

use crate::explore::Explorer;
use crate::filter::Choice;
use crate::filter::set::Set;
use crate::gather::Gather;
use crate::order;
use crate::query::Node;
use crate::text::fold::has_mark;
use crate::text::write::joined;

/// How often a word stands in some reports.
#[derive(Debug, Clone, PartialEq)]
pub struct Frequency {
    /// The word, in lower case.
    pub word: String,
    /// A query that finds exactly these.
    pub query: String,
    /// How often.
    pub count: u32,
    /// In how many reports.
    pub reports: u32,
    /// Per 1,000 words.
    pub rate: f64,
    /// 0: as even as the reports' lengths; near 1: all in one place.
    pub dispersion: f64,
}

/// A word that some reports use more, or less, than the rest of the corpus.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// The word, in lower case.
    pub word: String,
    /// A query that finds exactly these.
    pub query: String,
    /// How often in the chosen reports.
    pub count: u32,
    /// How often in the rest.
    pub rest: u32,
    /// Per 1,000 words of the chosen reports.
    pub rate: f64,
    /// Per 1,000 words of the rest.
    pub rest_rate: f64,
    /// How sure the difference is; 10.83 and more is one chance in a thousand.
    pub log_likelihood: f64,
    /// How large it is: 1 is twice the rate, −1 half of it.
    pub effect: f64,
}

/// The query that finds a word or a run of words in exactly this spelling.
pub(crate) fn query_of(words: &str) -> String {
    let quote = if words.contains(' ') { "\"" } else { "" };
    // `=` keeps a word without marks from standing for every toning.
    let exactly = if words.split(' ').all(has_mark) { "" } else { "=" };
    joined(&[exactly, quote, words, quote])
}

impl Explorer {
    /// Words of the reports in a set, with their total.
    fn words_of(&self, set: &Set) -> u64 {
        let mut words = 0;
        set.each(|report| words += u64::from(self.index().report_words(report)));
        words
    }

    /// The words of the reports that match a parsed query under choices, most frequent first.
    pub fn frequencies(&self, node: &Node, choices: &[Choice], limit: usize) -> Vec<Frequency> {
        let within = self.matching(node, choices);
        let words = self.words_of(&within) as f64;
        let index = self.index();
        let mut counts: Vec<(u32, u32)> = (0..index.terms())
            .map(|term| (index.postings[term as usize].iter().filter(|p| within.contains(p.report)), term))
            .map(|(postings, term)| (postings.map(|p| p.count).sum(), term))
            .filter(|&(count, _)| count > 0)
            .collect();
        order::most(
            &mut counts,
            limit,
            |a| a.0.into(),
            |a, b| b.0.cmp(&a.0).then_with(|| index.dictionary.spelling(a.1).cmp(index.dictionary.spelling(b.1))),
        );
        let row = |(count, term): (u32, u32)| {
            let word = index.dictionary.spelling(term);
            let parts = index.postings[term as usize].iter().filter(|p| within.contains(p.report));
            let parts: Vec<(u32, u32)> = parts.map(|p| (p.count, index.report_words(p.report))).collect();
            Frequency {
                word: word.to_owned(),
                query: query_of(word),
                count,
                reports: parts.len() as u32,
                rate: 1e3 * f64::from(count) / words,
                dispersion: dispersion(&parts, words),
            }
        };
        counts.into_iter().map(row).collect()
    }

    /// The words that set the reports of a parsed query under choices apart from the rest of the corpus: the surest
    /// differences first, overused words before underused ones of the same weight.
    pub fn keyness(&self, node: &Node, choices: &[Choice], limit: usize) -> Vec<Key> {
        let within = self.matching(node, choices);
        let index = self.index();
        let words = self.words_of(&within) as f64;
        let rest_words = index.words() as f64 - words;
        if words == 0.0 || rest_words == 0.0 {
            // Without a rest nothing can be set apart from it.
            return Vec::new();
        }
        let mut keys: Vec<(f64, u32, u32, u32)> = Vec::new();
        for term in 0..index.terms() {
            let postings = &index.postings[term as usize];
            let count: u32 = postings.iter().filter(|p| within.contains(p.report)).map(|p| p.count).sum();
            let rest = postings.places() - count;
            keys.push((log_likelihood(count.into(), rest.into(), words, rest_words), count, rest, term));
        }
        order::most(
            &mut keys,
            limit,
            |a| a.0,
            |a, b| b.0.total_cmp(&a.0).then_with(|| index.dictionary.spelling(a.3).cmp(index.dictionary.spelling(b.3))),
        );
        let rate = |count: u32, words: f64| 1e3 * f64::from(count) / words;
        let row = |(log_likelihood, count, rest, term): (f64, u32, u32, u32)| {
            let word = index.dictionary.spelling(term);
            Key {
                word: word.to_owned(),
                query: query_of(word),
                count,
                rest,
                rate: rate(count, words),
                rest_rate: rate(rest, rest_words),
                log_likelihood,
                effect: effect(count.into(), rest.into(), words, rest_words),
            }
        };
        keys.into_iter().map(row).gather()
    }
}

#[cfg(test)]
mod tests;
