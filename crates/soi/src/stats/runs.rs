//! Runs of words and the terms among them.

use std::collections::BTreeMap;

use super::query_of;
use crate::explore::Explorer;
use crate::filter::Choice;
use crate::index::is_searched;
use crate::query::Node;
use crate::text::Words;

/// Words that stand in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, in lower case, with one space between.
    pub words: String,
    /// A query that finds exactly these.
    pub query: String,
    /// How often.
    pub count: u32,
    /// In how many reports.
    pub reports: u32,
}

/// A run of words that is more than its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The run.
    pub run: Run,
    /// High for frequent, long runs that do not only stand inside longer ones.
    pub c_value: f64,
}

/// No word: the end of a block or of a sentence, or what is no letter.
const GAP: u32 = u32::MAX;

/// Runs of this many words can be terms.
const TERM_LENGTHS: std::ops::RangeInclusive<usize> = 2..=5;

/// The texts of some reports as numbers of words.
struct Stream {
    terms: Vec<u32>,
    /// Where each report begins.
    starts: Vec<u32>,
}

impl Explorer {
    fn stream(&self, node: &Node, choices: &[Choice], by_sentence: bool) -> Stream {
        let mut stream = Stream { terms: Vec::new(), starts: Vec::new() };
        for report in self.matching(node, choices).iter() {
            let report = &self.corpus().reports[report as usize];
            stream.starts.push(stream.terms.len() as u32);
            for block in report.blocks.iter().filter(|block| is_searched(block.kind)) {
                let mut end = block.quote.span().start;
                let mut words = Words::new(block.quote.as_str(), end);
                while let Some((word, at)) = words.read() {
                    let between = report.source.get(end as usize..at.start as usize).unwrap_or("");
                    if by_sentence && between.contains(|c: char| !c.is_whitespace()) {
                        stream.terms.push(GAP);
                    }
                    let word_like = !by_sentence || word.chars().all(char::is_alphabetic);
                    stream.terms.push(if word_like { self.index().dictionary.get(word).unwrap_or(GAP) } else { GAP });
                    end = at.end;
                }
                stream.terms.push(GAP);
            }
        }
        stream
    }

    /// The runs of `n` words in the reports of a parsed query under choices that stand there at least `least` times,
    /// most frequent first. No run reaches over a block's end.
    pub fn runs(&self, node: &Node, choices: &[Choice], n: usize, least: u32, limit: usize) -> Vec<Run> {
        let stream = self.stream(node, choices, false);
        let mut found = counted(&stream, n.max(1), least.max(1));
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| self.spelt(&a.0).cmp(&self.spelt(&b.0))));
        found.truncate(limit);
        found.iter().map(|(words, count, reports)| self.run(words, *count, *reports)).collect()
    }

    /// The terms of the reports of a parsed query under choices: runs of two to five words, none reaching over a mark of
    /// punctuation, by C-value (Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms", 2000).
    pub fn terms(&self, node: &Node, choices: &[Choice], least: u32, limit: usize) -> Vec<Term> {
        let stream = self.stream(node, choices, true);
        let mut found: BTreeMap<Vec<u32>, (u32, u32)> = BTreeMap::new();
        for n in TERM_LENGTHS {
            found.extend(counted(&stream, n, least.max(2)).into_iter().map(|(words, c, r)| (words, (c, r))));
        }
        // Count and number of the longer runs that each stands in.
        let mut longer: BTreeMap<&[u32], (u32, u32)> = BTreeMap::new();
        for (words, &(count, _)) in &found {
            for n in *TERM_LENGTHS.start()..words.len() {
                for inside in words.windows(n) {
                    let (sum, runs) = longer.entry(inside).or_default();
                    *sum += count;
                    *runs += 1;
                }
            }
        }
        let mut terms: Vec<(f64, &Vec<u32>, u32, u32)> = found
            .iter()
            .map(|(words, &(count, reports))| {
                let nested = longer.get(words.as_slice()).map_or(0.0, |&(sum, runs)| f64::from(sum) / f64::from(runs));
                ((words.len() as f64).log2() * (f64::from(count) - nested), words, count, reports)
            })
            .filter(|term| term.0 > 0.0)
            .collect();
        terms.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| self.spelt(a.1).cmp(&self.spelt(b.1))));
        terms.truncate(limit);
        let term = |(c_value, words, count, reports): (f64, &Vec<u32>, u32, u32)| Term {
            run: self.run(words, count, reports),
            c_value,
        };
        terms.into_iter().map(term).collect()
    }

    fn spelt(&self, words: &[u32]) -> String {
        let spellings: Vec<&str> = words.iter().map(|&term| self.index().dictionary.spelling(term)).collect();
        spellings.join(" ")
    }

    fn run(&self, words: &[u32], count: u32, reports: u32) -> Run {
        let words = self.spelt(words);
        Run { query: query_of(&words), words, count, reports }
    }
}

/// Runs of `n` words with count and number of reports.
fn counted(stream: &Stream, n: usize, least: u32) -> Vec<(Vec<u32>, u32, u32)> {
    let run = |start: u32| &stream.terms[start as usize..start as usize + n];
    let starts = (0..(stream.terms.len() + 1).saturating_sub(n) as u32).filter(|&start| !run(start).contains(&GAP));
    let mut starts: Vec<u32> = starts.collect();
    starts.sort_unstable_by(|&a, &b| run(a).cmp(run(b)).then(a.cmp(&b)));
    let report = |start: u32| stream.starts.partition_point(|&first| first <= start);
    starts
        .chunk_by(|&a, &b| run(a) == run(b))
        .filter(|group| group.len() as u32 >= least)
        .map(|group| {
            let reports = 1 + group.windows(2).filter(|pair| report(pair[0]) != report(pair[1])).count();
            (run(group[0]).to_vec(), group.len() as u32, reports as u32)
        })
        .collect()
}
