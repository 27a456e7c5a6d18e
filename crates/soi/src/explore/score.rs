//! How well a report answers: BM25F over title and body, then neighbours, titles and exact spellings.
//!
//! BM25F: S. Robertson, H. Zaragoza and M. Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004.
//! The words alone never give more than one *unit*, (K1 + 1) · Σ idf; the bonuses are multiples of it, so that
//! neighbours as typed come first, whatever the words alone say.

use super::evaluate::{Evaluator, Stretch, Tally};
use crate::filter::set::Set;
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

/// The scores of the reports of `matching`, in their order.
pub(super) fn score(evaluator: &Evaluator<'_>, node: &Node, wanted: &[&Node], matching: &Set) -> Vec<Score> {
    let reports: Vec<u32> = matching.iter().collect();
    let mut scores = vec![Score::default(); reports.len()];
    if wanted.is_empty() || reports.is_empty() {
        return scores;
    }
    let index = evaluator.index;
    let mut rows = vec![u32::MAX; index.len()];
    for (row, &report) in reports.iter().enumerate() {
        rows[report as usize] = row as u32;
    }
    let average = index.words().max(1) as f32 / index.len().max(1) as f32;
    let mut unit = 0.0;
    let mut titles = vec![0_u32; reports.len()];
    let mut closeness = vec![0_u32; reports.len()];
    for node in wanted {
        let (tallies, with) = tally(evaluator, node, matching, &rows, reports.len());
        let idf = (1.0 + (index.len() as f32 - with as f32 + 0.5) / (with as f32 + 0.5)).ln();
        unit += (K1 + 1.0) * idf;
        for (row, tally) in tallies.iter().enumerate().filter(|(_, tally)| tally.count > 0) {
            let length = 1.0 - B + B * index.places(reports[row]) as f32 / average;
            let weight = ((tally.count - tally.in_title) as f32 + TITLE * tally.in_title as f32) / length;
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
    let mut runs: Vec<Vec<&Word>> = Vec::new();
    collect_runs(node, &mut runs);
    let pairs: usize = runs.iter().map(|run| run.len() - 1).sum();
    for run in &runs {
        for (row, longest) in longest_runs(evaluator, run, matching, &rows, reports.len()).into_iter().enumerate() {
            scores[row].neighbours += NEIGHBOURS * unit * longest.saturating_sub(1) as f32 / pairs as f32;
        }
    }
    scores
}

/// Counts of a word or phrase in the matching reports, and how many reports of all have it.
fn tally(evaluator: &Evaluator<'_>, node: &Node, matching: &Set, rows: &[u32], len: usize) -> (Vec<Tally>, u32) {
    if let Node::Word(word) = node {
        let found = evaluator.tallied(word);
        let tallies = matching.iter().map(|report| found.tallies[report as usize]).collect();
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
                let words: Vec<&Word> = group
                    .iter()
                    .filter_map(|node| if let Node::Word(word) = node { Some(word) } else { None })
                    .collect();
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
    let counts: Vec<u64> = run.iter().map(|word| evaluator.count(word)).collect();
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
            (_, Some(first), Some(second)) => places = first.followed_by(&second),
            (Some(rarer), ..) => rarer.each(look),
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
