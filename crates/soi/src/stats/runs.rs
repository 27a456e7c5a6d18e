//! Runs of words and the terms among them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

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
const TERM_LENGTHS: RangeInclusive<usize> = 2..=5;

/// Places looked at in one step.
const STEP: usize = 8192;

/// The texts of some reports as numbers of words.
#[derive(Default)]
struct Stream {
    terms: Vec<u32>,
    /// Where each report begins.
    starts: Vec<u32>,
}

impl Stream {
    fn read(&mut self, explorer: &Explorer, report: u32, by_sentence: bool) {
        let report = explorer.outline(report);
        self.starts.push(self.terms.len() as u32);
        for &(_, at) in report.blocks.iter().filter(|block| is_searched(block.0)) {
            let mut end = at.start;
            let mut words = Words::new(&report.source[at.range()], end);
            while let Some((word, at)) = words.read() {
                let between = report.source.get(end as usize..at.start as usize).unwrap_or("");
                if by_sentence && between.contains(|c: char| !c.is_whitespace()) {
                    self.terms.push(GAP);
                }
                let word_like = !by_sentence || word.chars().all(char::is_alphabetic);
                self.terms.push(if word_like { explorer.index().dictionary.get(word).unwrap_or(GAP) } else { GAP });
                end = at.end;
            }
            self.terms.push(GAP);
        }
    }
}

/// Runs of several lengths, counted in small steps: over thousands of reports it takes longer than a page may stand still.
pub struct RunCount {
    reports: Vec<u32>,
    lengths: RangeInclusive<usize>,
    least: u32,
    limit: usize,
    stream: Stream,
    runs: Runs,
    rows: Vec<(usize, Run)>,
}

impl RunCount {
    /// The most frequent runs of each of these lengths in the reports of a parsed query under choices, up to `limit` of
    /// a length, that stand there at least `least` times. No run reaches over a block's end.
    pub fn new(
        explorer: &Explorer,
        node: &Node,
        choices: &[Choice],
        lengths: RangeInclusive<usize>,
        least: u32,
        limit: usize,
    ) -> Self {
        Self {
            reports: explorer.matching(node, choices).iter().collect(),
            lengths,
            least: least.max(1),
            limit,
            stream: Stream::default(),
            runs: Runs::default(),
            rows: Vec::new(),
        }
    }

    /// Does a little of it in the same explorer and tells which share of all is done, or nothing when all is.
    pub fn step(&mut self, explorer: &Explorer) -> Option<f64> {
        let most = *self.lengths.end();
        // Reading takes about as long as one length.
        let part = |part: usize, share: f64| Some((part as f64 + share) / (most + 1) as f64);
        let read = self.stream.starts.len();
        if let Some(&report) = self.reports.get(read) {
            self.stream.read(explorer, report, false);
            return part(0, (read + 1) as f64 / self.reports.len() as f64);
        }
        if self.runs.length == 0 {
            self.runs.lengthen(&self.stream);
        }
        let length = self.runs.length;
        if length > most {
            return None;
        }
        if let Some(share) = self.runs.step(&self.stream, self.least) {
            return part(length, share);
        }
        if self.lengths.contains(&length) {
            let first = explorer.most_frequent(&self.stream, &self.runs, self.least, self.limit);
            self.rows.extend(first.into_iter().map(|run| (length, run)));
        }
        self.runs.lengthen(&self.stream);
        part(length, 1.0)
    }

    /// The runs with their lengths, the most frequent of a length first.
    pub fn into_rows(self) -> Vec<(usize, Run)> {
        self.rows
    }
}

impl Explorer {
    /// The runs of `n` words in the reports of a parsed query under choices that stand there at least `least` times,
    /// most frequent first. No run reaches over a block's end.
    pub fn runs(&self, node: &Node, choices: &[Choice], n: usize, least: u32, limit: usize) -> Vec<Run> {
        let n = n.max(1);
        let mut count = RunCount::new(self, node, choices, n..=n, least, limit);
        while count.step(self).is_some() {}
        count.rows.into_iter().map(|(_, run)| run).collect()
    }

    fn most_frequent(&self, stream: &Stream, runs: &Runs, least: u32, limit: usize) -> Vec<Run> {
        let mut often: Vec<&Found> = runs.often(least).collect();
        often.sort_by_key(|found| Reverse(found.count));
        // Spelling decides between equals: only what can still be among the first is spelt.
        let last = often.get(limit.saturating_sub(1)).map_or(0, |found| found.count);
        often.truncate(often.partition_point(|found| found.count >= last));
        often.sort_by_cached_key(|found| (Reverse(found.count), self.spelt(runs.words(stream, found))));
        often.truncate(limit);
        often.iter().map(|found| self.run(runs.words(stream, found), found.count, found.reports)).collect()
    }

    /// The terms of the reports of a parsed query under choices: runs of two to five words, none reaching over a mark of
    /// punctuation, by C-value (Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms", 2000).
    pub fn terms(&self, node: &Node, choices: &[Choice], least: u32, limit: usize) -> Vec<Term> {
        let (mut stream, mut runs, least) = (Stream::default(), Runs::default(), least.max(2));
        self.matching(node, choices).iter().for_each(|report| stream.read(self, report, true));
        let mut found: BTreeMap<Vec<u32>, (u32, u32)> = BTreeMap::new();
        for n in 1..=*TERM_LENGTHS.end() {
            runs.lengthen(&stream);
            while runs.step(&stream, least).is_some() {}
            if TERM_LENGTHS.contains(&n) {
                let often = runs.often(least);
                found.extend(often.map(|one| (runs.words(&stream, one).to_vec(), (one.count, one.reports))));
            }
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

/// The runs of one length, counted place by place, each length from the one before.
///
/// A run has a number, found by the number of the run without its last word and that word. So each length is one more
/// look at the text, however long the runs are, and what was too rare one word shorter is passed over.
#[derive(Default)]
struct Runs {
    length: usize,
    /// The number of the run that begins at each place: up to `place` of this length, then of the one before. [`GAP`]
    /// where it is too rare or reaches over an end.
    at: Vec<u32>,
    place: usize,
    /// How many reports begin up to there.
    report: usize,
    numbers: Numbers,
    found: Vec<Found>,
}

/// A run: where it first stands, how often, in how many reports, and in which it was met last.
struct Found {
    first: u32,
    count: u32,
    reports: u32,
    last: usize,
}

impl Runs {
    /// Begins with the runs that are one word longer.
    fn lengthen(&mut self, stream: &Stream) {
        if self.length == 0 {
            self.at.clone_from(&stream.terms);
        }
        self.length += 1;
        (self.place, self.report) = (0, 0);
        self.numbers.clear();
        self.found.clear();
    }

    /// Looks at a few places more. How much of the text was seen, or nothing at its end.
    fn step(&mut self, stream: &Stream, least: u32) -> Option<f64> {
        let Self { length, at, place, report, numbers, found } = self;
        let end = (*place + STEP).min(at.len());
        if *place == end {
            return None;
        }
        for here in *place..end {
            while stream.starts.get(*report).is_some_and(|&start| start as usize <= here) {
                *report += 1;
            }
            let word = stream.terms.get(here + *length - 1).copied().unwrap_or(GAP);
            if at[here] == GAP || word == GAP {
                at[here] = GAP;
                continue;
            }
            at[here] = numbers.of(u64::from(at[here]) << 32 | u64::from(word));
            if at[here] as usize == found.len() {
                found.push(Found { first: here as u32, count: 0, reports: 0, last: 0 });
            }
            let run = &mut found[at[here] as usize];
            run.count += 1;
            run.reports += u32::from(run.last != *report);
            run.last = *report;
        }
        *place = end;
        if end == at.len() {
            let rare = |number: u32| found.get(number as usize).is_some_and(|run| run.count < least);
            at.iter_mut().filter(|number| rare(**number)).for_each(|number| *number = GAP);
        }
        Some(end as f64 / at.len() as f64)
    }

    fn often(&self, least: u32) -> impl Iterator<Item = &Found> {
        self.found.iter().filter(move |found| found.count >= least)
    }

    fn words<'a>(&self, stream: &'a Stream, found: &Found) -> &'a [u32] {
        &stream.terms[found.first as usize..found.first as usize + self.length]
    }
}

/// Keys numbered in the order of their first coming: an open table of them, at least half empty.
#[derive(Default)]
struct Numbers {
    /// Numbers, or [`GAP`]; a power of two.
    slots: Vec<u32>,
    keys: Vec<u64>,
}

impl Numbers {
    fn clear(&mut self) {
        self.slots.clear();
        self.keys.clear();
    }

    fn of(&mut self, key: u64) -> u32 {
        if self.keys.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(key);
        if self.slots[slot] == GAP {
            self.slots[slot] = self.keys.len() as u32;
            self.keys.push(key);
        }
        self.slots[slot]
    }

    /// Where a key is, or where it belongs.
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        // Multiplied by the golden ratio, neighbours lie far apart (Knuth, "The Art of Computer Programming", 6.4).
        let mut slot = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while self.slots[slot] != GAP && self.keys[self.slots[slot] as usize] != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        self.slots.clear();
        self.slots.resize(size, GAP);
        for number in 0..self.keys.len() {
            let slot = self.slot(self.keys[number]);
            self.slots[slot] = number as u32;
        }
    }
}
