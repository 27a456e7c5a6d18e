//! Which words keep company with what a query finds.

use super::{log_dice, log_likelihood, query_of};
use crate::explore::Explorer;
use crate::filter::Choice;
use crate::gather::Gather;
use crate::order;
use crate::query::Node;

/// A word that stands near the hits of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Collocate {
    /// The word, in lower case.
    pub word: String,
    /// A query that finds it near what was asked for, if that can be said in one.
    pub query: String,
    /// How often near a hit.
    pub together: u32,
    /// How often in all.
    pub count: u32,
    /// How sure it is that this is no chance.
    pub log_likelihood: f64,
    /// How closely the two belong together, whatever the size of the corpus.
    pub log_dice: f64,
}

impl Explorer {
    /// The words within `left` words before and `right` after the hits of a parsed query, in the same block, in the
    /// reports under choices; closest first. A word of a hit is no company of it.
    pub fn collocates(&self, node: &Node, choices: &[Choice], left: u32, right: u32, limit: usize) -> Vec<Collocate> {
        let index = self.index();
        let hits = self.stretches(node, choices);
        let all = self.matching(&Node::All, choices);
        let mut near = vec![0_u64; (index.all_places() as usize).div_ceil(64)];
        let mut mark = |from: u32, to: u32, on: bool| {
            for place in from..to {
                let bit = 1 << (place % 64);
                let word = &mut near[place as usize / 64];
                *word = if on { *word | bit } else { *word & !bit };
            }
        };
        let mut blocks = self.block_cursor();
        for &(from, to) in &hits {
            let (first, end) = blocks.around(from);
            mark(from.saturating_sub(left).max(first), from, true);
            mark(to, to.saturating_add(right).min(end), true);
        }
        // Hits come last: what one hit has for company may be another hit.
        hits.iter().for_each(|&(from, to)| mark(from, to, false));
        let near_words: u32 = near.iter().map(|word| word.count_ones()).sum();
        let words = self.words_of(&all) as f64;
        let mut out: Vec<(f64, f64, u32, u32, u32)> = Vec::new();
        for term in 0..index.terms() {
            let postings = &index.postings[term as usize];
            let mut reader = postings.place_reader();
            let (mut together, mut count) = (0, 0);
            for posting in postings.iter() {
                let base = index.bases[posting.report as usize];
                let counts = all.contains(posting.report);
                reader.read(posting, index.places(posting.report), |place| {
                    let place = base + place;
                    together += (near[place as usize / 64] >> (place % 64) & 1) as u32;
                });
                count += if counts { posting.count } else { 0 };
            }
            if together > 0 {
                let (apart, near_words) = (f64::from(count - together), f64::from(near_words));
                let sure = log_likelihood(together.into(), apart, near_words, words - near_words);
                out.push((log_dice(together.into(), hits.len() as f64, count.into()), sure, together, count, term));
            }
        }
        order::most(
            &mut out,
            limit,
            |a| a.0,
            |a, b| {
                let spelling = |term| index.dictionary.spelling(term);
                b.0.total_cmp(&a.0).then_with(|| spelling(a.4).cmp(spelling(b.4)))
            },
        );
        let row = |(log_dice, log_likelihood, together, count, term): (f64, f64, u32, u32, u32)| {
            let word = index.dictionary.spelling(term);
            Collocate { word: word.to_owned(), query: query_of(word), together, count, log_likelihood, log_dice }
        };
        out.into_iter().map(row).gather()
    }
}
