//! How well a report answers: BM25F over title and body, then neighbours, titles and exact spellings.
//!
//! BM25F: S. Robertson, H. Zaragoza and M. Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004.
//! The words alone never give more than one *unit*, (K1 + 1) · Σ idf; the bonuses are multiples of it, so that
//! neighbours as typed come first, whatever the words alone say.

use super::evaluate::{Evaluator, Stretch, Tally};
use crate::filter::set::Set;
use crate::gather::Gather;
use crate::index::Index;
use crate::order;
use crate::query::{Node, Word};

/// How soon more of the same word stops to count. Low: one mention is nearly as good as ten; high: counts matter.
const K1: f32 = 1.2;
/// How much length takes away. 0: a long report is no worse for its length; 1: only density counts.
const B: f32 = 0.6;
/// Mentions in the body that one in a title is worth. Low: titles are plain text; high: titles decide.
const TITLE: f32 = 6.0;
/// Units for all the words in a row as typed. Below 2.5, words that merely come together in a title may outrank it.
const NEIGHBOURS: f32 = 3.0;
/// Units for all the words in titles. Below 1, many mentions in a body may outrank a title.
const IN_TITLE: f32 = 1.0;
/// Units for every word spelt as typed. 0: `dang` ranks `đảng` and `dang` alike; high: spelling beats titles.
const AS_TYPED: f32 = 0.5;

/// Looking at a pair of neighbours in a list takes as long as looking at some words of a text: reports are looked into as
/// long as that may be shorter.
const LISTED: u64 = 3;
/// Where words often stand together, the best stand among the first: after so many times the limit the lists are shorter.
const TRIES: usize = 3;

/// Why a report stands where it does.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// BM25F of words and phrases.
    pub words: f32,
    /// Words side by side as typed.
    pub neighbours: f32,
    /// Words in titles.
    pub titles: f32,
    /// Words spelt as typed.
    pub as_typed: f32,
    /// How often words and phrases stand in it.
    pub matches: u32,
}

impl Score {
    /// What the hits are ordered by.
    pub fn total(&self) -> f32 {
        self.words + self.neighbours + self.titles + self.as_typed
    }
}

/// The scores of some reports but for what words side by side add, and what that takes.
struct Scoring<'a> {
    /// The reports, in order.
    reports: Vec<u32>,
    /// By report of the corpus: its row in the other lists.
    rows: Vec<u32>,
    scores: Vec<Score>,
    unit: f32,
    /// Words that were typed side by side.
    runs: Vec<Vec<&'a Word>>,
}

impl<'a> Scoring<'a> {
    fn new(evaluator: &Evaluator<'_>, node: &'a Node, wanted: &[&Node], matching: &Set) -> Self {
        let mut reports = Vec::new();
        matching.each(|report| reports.push(report));
        let mut scores = vec![Score::default(); reports.len()];
        let (mut rows, mut runs, mut unit) = (Vec::new(), Vec::new(), 0.0);
        if wanted.is_empty() || reports.is_empty() {
            return Self { reports, rows, scores, unit, runs };
        }
        let index = evaluator.index;
        rows.resize(index.len(), u32::MAX);
        for (row, &report) in reports.iter().enumerate() {
            rows[report as usize] = row as u32;
        }
        let average = index.words().max(1) as f32 / index.len().max(1) as f32;
        let length = |&report: &u32| 1.0 - B + B * index.places(report) as f32 / average;
        let lengths = reports.iter().map(length).gather();
        let mut titles = vec![0_u32; reports.len()];
        let mut closeness = vec![0_u32; reports.len()];
        for node in wanted {
            let (tallies, with) = tally(evaluator, node, matching, &rows, reports.len());
            let idf = (1.0 + (index.len() as f32 - with as f32 + 0.5) / (with as f32 + 0.5)).ln();
            unit += (K1 + 1.0) * idf;
            for (row, tally) in tallies.iter().enumerate().filter(|(_, tally)| tally.count > 0) {
                let weight = ((tally.count - tally.in_title) as f32 + TITLE * tally.in_title as f32) / lengths[row];
                scores[row].words += idf * weight * (K1 + 1.0) / (weight + K1);
                scores[row].matches += tally.count;
                titles[row] += u32::from(tally.in_title > 0);
                closeness[row] += u32::from(tally.closeness);
            }
        }
        let share = unit / wanted.len() as f32;
        for (row, score) in scores.iter_mut().enumerate() {
            score.titles = IN_TITLE * share * titles[row] as f32;
            score.as_typed = AS_TYPED * share * closeness[row] as f32 / 2.0;
        }
        collect_runs(node, &mut runs);
        Self { reports, rows, scores, unit, runs }
    }

    fn pairs(&self) -> usize {
        self.runs.iter().map(|run| run.len() - 1).sum()
    }

    /// What so many words in a row add to a score.
    fn in_a_row(&self, longest: u32) -> f32 {
        NEIGHBOURS * self.unit * longest.saturating_sub(1) as f32 / self.pairs() as f32
    }
}

/// The scores of the reports of `matching`, in their order.
pub(super) fn score(evaluator: &Evaluator<'_>, node: &Node, wanted: &[&Node], matching: &Set) -> Vec<Score> {
    let mut scoring = Scoring::new(evaluator, node, wanted, matching);
    add_rows(evaluator, &mut scoring, matching);
    scoring.scores
}

fn add_rows(evaluator: &Evaluator<'_>, scoring: &mut Scoring<'_>, matching: &Set) {
    for i in 0..scoring.runs.len() {
        let longest = longest_runs(evaluator, &scoring.runs[i], matching, &scoring.rows, scoring.reports.len());
        for (row, longest) in longest.into_iter().enumerate() {
            scoring.scores[row].neighbours += scoring.in_a_row(longest);
        }
    }
}

/// The best reports of `matching` with their scores, at most `limit`, best first; of equals the first of the corpus.
///
/// What words side by side add is bounded, so the reports are looked into in the order of what they have without it, and
/// no more of them than may still come among the best. The texts of a few are shorter than the lists of frequent words.
pub(super) fn best(
    evaluator: &Evaluator<'_>,
    node: &Node,
    wanted: &[&Node],
    matching: &Set,
    limit: usize,
) -> Vec<(u32, Score)> {
    let mut scoring = Scoring::new(evaluator, node, wanted, matching);
    let found = look_into(evaluator, &scoring, limit).unwrap_or_else(|| {
        add_rows(evaluator, &mut scoring, matching);
        let scores = scoring.scores.as_slice();
        let rows = order::lowest(scores.len() as u32, limit, |row| last_first(&scores[row as usize]));
        rows.into_iter().map(|row| (row, scoring.scores[row as usize])).gather()
    });
    found.into_iter().map(|(row, score)| (scoring.reports[row as usize], score)).gather()
}

/// A number that is the lower the better a score is. The bits of positive floats are in their order.
fn last_first(score: &Score) -> u32 {
    !score.total().max(0.0).to_bits()
}

/// The best rows; `None` if nothing is side by side, or if too many reports would have to be looked into.
fn look_into(evaluator: &Evaluator<'_>, scoring: &Scoring<'_>, limit: usize) -> Option<Vec<(u32, Score)>> {
    if scoring.runs.is_empty() || scoring.reports.len() <= limit.saturating_mul(2) {
        return None;
    }
    let index = evaluator.index;
    let meant_by = |run: &Vec<&Word>| run.iter().map(|word| evaluator.meant(word)).gather();
    let meant = scoring.runs.iter().map(meant_by).gather();
    let mut any = Set::empty(index.terms() as usize);
    meant.iter().flatten().for_each(|meant| any.or(meant));
    // What looking into all would take, in places of texts.
    let mut left = 0;
    for pair in scoring.runs.iter().flat_map(|run| run.windows(2)) {
        left += LISTED * evaluator.count(pair[0]).min(evaluator.count(pair[1]));
    }
    let scores = scoring.scores.as_slice();
    // One more than are looked into tells that those were not enough.
    let tries = TRIES.saturating_mul(limit);
    let order = order::lowest(scores.len() as u32, tries.saturating_add(1), |row| last_first(&scores[row as usize]));
    let mut best: Vec<(u32, Score)> = Vec::new();
    let mut ends = scoring.runs.iter().map(|run| vec![0; run.len()]).gather();
    for (looked, row) in order.into_iter().enumerate() {
        let mut score = scores[row as usize];
        let mut bound = score;
        scoring.runs.iter().for_each(|run| bound.neighbours += scoring.in_a_row(run.len() as u32));
        if best.len() == limit && best.last().is_some_and(|last| bound.total() < last.1.total()) {
            return Some(best);
        }
        let report = scoring.reports[row as usize];
        left = left.checked_sub(index.places(report).into()).filter(|_| looked < tries)?;
        for (longest, run) in longest_in(index, report, &meant, &any, &mut ends).into_iter().zip(&scoring.runs) {
            debug_assert!(longest as usize <= run.len(), "a row is at most the words");
            score.neighbours += scoring.in_a_row(longest);
        }
        let key = (last_first(&score), row);
        let place = best.partition_point(|(row, score)| (last_first(score), *row) < key);
        if place < limit {
            best.truncate(limit - 1);
            best.insert(place, (row, score));
        }
    }
    Some(best)
}

/// How many of the words of each run stand in a row somewhere in a report. `ends` has room for each word.
fn longest_in(index: &Index, report: u32, meant: &[Vec<Set>], any: &Set, ends: &mut [Vec<u32>]) -> Vec<u32> {
    let mut longest = vec![1; meant.len()];
    // A place that none follows.
    let mut before = u32::MAX - 1;
    index.running.each(index.bases[report as usize], index.bases[report as usize + 1], any, |place, term| {
        let follows = before.wrapping_add(1) == place;
        before = place;
        for ((ends, meant), longest) in ends.iter_mut().zip(meant).zip(&mut longest) {
            // From the last word on, for each follows the one before it as it stood a place earlier.
            for i in (0..meant.len()).rev() {
                let so_far = if follows && i > 0 { ends[i - 1] } else { 0 };
                ends[i] = if meant[i].contains(term) { so_far + 1 } else { 0 };
                *longest = ends[i].max(*longest);
            }
        }
    });
    longest
}

/// Counts of a word or phrase in the matching reports, and how many reports of all have it.
fn tally(evaluator: &Evaluator<'_>, node: &Node, matching: &Set, rows: &[u32], len: usize) -> (Vec<Tally>, u32) {
    if let Node::Word(word) = node {
        let found = evaluator.tallied(word);
        let mut tallies = Vec::new();
        matching.each(|report| tallies.push(found.tallies[report as usize]));
        return (tallies, found.with.count() as u32);
    }
    let mut tallies = vec![Tally::default(); len];
    let index = evaluator.index;
    let mut with = 0;
    let all = evaluator.standing(node);
    let mut stretches = all.iter().copied().peekable();
    for report in matching.iter() {
        let (base, end) = (index.bases[report as usize], index.bases[report as usize + 1]);
        let tally = &mut tallies[rows[report as usize] as usize];
        let blocks = index.blocks(report);
        while stretches.next_if(|stretch: &Stretch| stretch.0 < base).is_some() {}
        while let Some((start, _)) = stretches.next_if(|stretch: &Stretch| stretch.0 < end) {
            let block = blocks.partition_point(|&(first, _)| base + first <= start);
            let titled = blocks.get(block.wrapping_sub(1)).is_some_and(|b| b.1 == crate::report::BlockKind::Title);
            tally.count += 1;
            tally.in_title += u32::from(titled);
            tally.closeness = 2;
        }
        with += u32::from(tally.count > 0);
    }
    (tallies, with)
}

/// Words that were typed side by side.
fn collect_runs<'a>(node: &'a Node, runs: &mut Vec<Vec<&'a Word>>) {
    match node {
        Node::And(nodes) => {
            for group in nodes.chunk_by(|a, b| matches!((a, b), (Node::Word(_), Node::Word(_)))) {
                let words = group
                    .iter()
                    .filter_map(|node| if let Node::Word(word) = node { Some(word) } else { None })
                    .gather();
                if words.len() > 1 {
                    runs.push(words);
                }
                for node in group {
                    collect_runs(node, runs);
                }
            }
        }
        Node::Or(nodes) => nodes.iter().for_each(|node| collect_runs(node, runs)),
        _ => {}
    }
}

/// By matching report: how many of the words stand in a row somewhere, in the order of the query.
fn longest_runs(evaluator: &Evaluator<'_>, run: &[&Word], matching: &Set, rows: &[u32], len: usize) -> Vec<u32> {
    // Every matching report may hold a word, which is no row yet.
    let mut longest = vec![1_u32; len];
    let index = evaluator.index;
    let counts = run.iter().map(|word| evaluator.count(word)).gather();
    // Places of the word before, each with the length of the row that ends there.
    let mut before: Vec<(u32, u32)> = Vec::new();
    for (i, pair) in run.windows(2).enumerate() {
        // Of two neighbours the rarer is walked over and the other looked at where it must stand.
        let first_is_rarer = counts[i] < counts[i + 1];
        let (rarer, other) = if first_is_rarer { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
        let meant = evaluator.meant(other);
        let mut places: Vec<u32> = Vec::new();
        let mut look = |place: u32| {
            let beside = if first_is_rarer { Some(place + 1) } else { place.checked_sub(1) };
            let term = beside.and_then(|place| index.running.get(place));
            if term.is_some_and(|term| meant.contains(term)) {
                places.push(if first_is_rarer { place + 1 } else { place });
            }
        };
        match (evaluator.known(rarer), evaluator.known(pair[0]), evaluator.known(pair[1])) {
            (_, Some(first), Some(second)) => places = first.places.followed_by(&second.places),
            (Some(rarer), ..) => rarer.places.each(&mut look),
            _ => {
                evaluator.each_place(rarer, matching, &mut look);
                order::numbers(&mut places);
            }
        }
        let (mut at, mut report) = (0, 0);
        let mut now = Vec::with_capacity(places.len());
        for place in places {
            while before.get(at).is_some_and(|&(p, _)| p + 1 < place) {
                at += 1;
            }
            let row_len = before.get(at).filter(|&&(p, _)| p + 1 == place).map_or(2, |&(_, n)| n + 1);
            now.push((place, row_len));
            while index.bases[report + 1] <= place {
                report += 1;
            }
            if let Some(best) = longest.get_mut(rows[report] as usize) {
                *best = row_len.max(*best);
            }
        }
        before = now;
    }
    longest
}
