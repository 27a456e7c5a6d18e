//! Text that reports share: formulas and carried-over news, sentence by sentence.
//!
//! A sentence is the set of its rows of [`ROW`] words after names and numbers have been masked, so that `305 đảng viên`
//! and `96 đảng viên` are one formula. Two sentences are alike from a resemblance of [`ALIKE`] on (A. Broder, "On the
//! resemblance and containment of documents", 1997: shared rows over all rows). Likely pairs are found by min-wise
//! hashes in bands (P. Indyk and R. Motwani, "Approximate nearest neighbors", 1998) and each is then measured.

mod difference;

pub use difference::{Aligned, Edit, EditKind, difference};

use crate::explore::ReportId;
use crate::report::Report;
use crate::text::fold::fold_char;
use crate::text::letter::is_capital;
use crate::text::{Span, Words};

/// Words of a row. Low: chance likeness; high: one changed word undoes more of a sentence.
const ROW: usize = 3;
/// Resemblance of two sentences that are alike. Low: whole families of formulas; high: copies only.
const ALIKE: f64 = 0.5;
/// Sentences with fewer words that are no names and numbers are too short to tell a formula.
const WORDS_MIN: usize = 6;
/// Bands of two hashes: a pair at a resemblance of ½ is missed once in thirty times, at 0.7 hardly ever.
const BANDS: usize = 12;

/// A sentence of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The report.
    pub report: ReportId,
    /// Its statement.
    pub statement: usize,
}

/// Sentences of at least two reports that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// In the order of reading.
    pub passages: Vec<Passage>,
    /// How many reports they stand in.
    pub reports: usize,
}

/// How much of a report stands in others too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The report.
    pub report: ReportId,
    /// Part of its words that stand in sentences alike to one of any other report.
    pub shared: f64,
    /// Part of its words in sentences alike to one of an earlier report; undated ones count in order of reading.
    pub carried: f64,
    /// The report that most of the carried words come from.
    pub from: Option<ReportId>,
}

/// What reports have in common.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reuse {
    /// Those in most reports first.
    pub clusters: Vec<Cluster>,
    /// One per report.
    pub shares: Vec<Share>,
}

/// The masked rows of a sentence as sorted hashes, and how many words it has.
pub(crate) struct Rows {
    hashes: Vec<u64>,
    words: u32,
}

impl Rows {
    pub fn of(report: &Report, at: Span) -> Self {
        let source = report.source.as_ref();
        let mut words = Words::new(source.get(at.range()).unwrap_or(""), at.start);
        let mut masked: Vec<u64> = Vec::new();
        let (mut count, mut plain) = (0, 0);
        while let Some((spelling, at)) = words.read() {
            let first = source[at.range()].chars().next();
            let name = count > 0 && first.is_some_and(is_capital);
            let number = first.is_some_and(|c| c.is_ascii_digit());
            count += 1;
            let hash = match (name, number) {
                (_, true) => 1,
                (true, _) => 2,
                _ => spelling.chars().fold(0xcbf2_9ce4_8422_2325, |hash: u64, c| {
                    (hash ^ u64::from(fold_char(c) as u32)).wrapping_mul(0x0100_0000_01b3)
                }),
            };
            plain += usize::from(hash > 2);
            // A name is one mask however many words it has.
            if hash != 2 || masked.last() != Some(&2) {
                masked.push(hash);
            }
        }
        let mut hashes: Vec<u64> = if plain < WORDS_MIN {
            Vec::new()
        } else {
            masked.windows(ROW).map(|row| row.iter().fold(0, |hash: u64, &word| mix(hash ^ word))).collect()
        };
        hashes.sort_unstable();
        hashes.dedup();
        Self { hashes, words: count }
    }

    /// Shared rows over all rows.
    pub fn resemblance(&self, other: &Self) -> f64 {
        let (mut a, mut b, mut shared) = (0, 0, 0_usize);
        while let (Some(left), Some(right)) = (self.hashes.get(a), other.hashes.get(b)) {
            shared += usize::from(left == right);
            a += usize::from(left <= right);
            b += usize::from(right <= left);
        }
        let all = self.hashes.len() + other.hashes.len() - shared;
        if all == 0 { 0.0 } else { shared as f64 / all as f64 }
    }

    /// The least hash under the `n`th of a family of hash functions.
    fn least(&self, n: u64) -> u64 {
        let salt = mix(n + 1);
        self.hashes.iter().map(|hash| mix(hash ^ salt)).min().unwrap_or(0)
    }
}

/// The finaliser of splitmix64 (S. Vigna): every bit of the result depends on every bit of `x`.
fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// Finds the sentences that reports share.
pub fn reuse(reports: &[Report]) -> Reuse {
    let mut passages: Vec<(Passage, Rows)> = Vec::new();
    for (i, report) in reports.iter().enumerate() {
        for (statement, found) in report.statements.iter().enumerate() {
            let passage = Passage { report: ReportId(i as u32), statement };
            passages.push((passage, Rows::of(report, found.quote.span())));
        }
    }
    let mut groups = Groups::new(passages.len());
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for band in 0..BANDS as u64 {
        keys.clear();
        let filled = passages.iter().enumerate().filter(|(_, (_, rows))| !rows.hashes.is_empty());
        keys.extend(filled.map(|(i, (_, rows))| (mix(rows.least(2 * band)) ^ rows.least(2 * band + 1), i as u32)));
        keys.sort_unstable();
        for bucket in keys.chunk_by(|a, b| a.0 == b.0) {
            // Each against the first and the one before: alike sentences reach each other over the bands.
            for pair in 1..bucket.len() {
                for other in [0, pair - 1] {
                    let (a, b) = (bucket[other].1, bucket[pair].1);
                    let alike = || passages[a as usize].1.resemblance(&passages[b as usize].1) >= ALIKE;
                    if groups.root(a) != groups.root(b) && alike() {
                        groups.join(a, b);
                    }
                }
            }
        }
    }
    let mut members: Vec<(u32, u32)> = (0..passages.len() as u32).map(|i| (groups.root(i), i)).collect();
    members.sort_unstable();
    let mut shares: Vec<Share> = Vec::new();
    let mut clusters = Vec::new();
    let mut shared = vec![(0_u32, 0_u32); reports.len()];
    let mut sources: Vec<Vec<(u32, u32)>> = vec![Vec::new(); reports.len()];
    // A root is the first of its group, and earlier means published before, else read before.
    let age = |report: ReportId| (reports[report.0 as usize].published.as_deref().unwrap_or("~"), report);
    for group in members.chunk_by(|a, b| a.0 == b.0) {
        let found: Vec<Passage> = group.iter().map(|&(_, i)| passages[i as usize].0).collect();
        let distinct = 1 + found.windows(2).filter(|pair| pair[0].report != pair[1].report).count();
        if distinct < 2 {
            continue;
        }
        let first = found.iter().map(|passage| passage.report).min_by_key(|&report| age(report));
        for (&(_, i), passage) in group.iter().zip(&found) {
            let words = passages[i as usize].1.words;
            let report = passage.report.0 as usize;
            shared[report].0 += words;
            if let Some(first) = first.filter(|&first| first != passage.report) {
                shared[report].1 += words;
                sources[report].push((first.0, words));
            }
        }
        clusters.push(Cluster { passages: found, reports: distinct });
    }
    let mut words = vec![0_u32; reports.len()];
    for (passage, rows) in &passages {
        words[passage.report.0 as usize] += rows.words;
    }
    for (i, ((shared, carried), mut sources)) in shared.into_iter().zip(sources).enumerate() {
        let part = |part: u32| if words[i] == 0 { 0.0 } else { f64::from(part) / f64::from(words[i]) };
        sources.sort_unstable();
        let from = sources
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| (same.iter().map(|source| source.1).sum::<u32>(), std::cmp::Reverse(same[0].0)))
            .max();
        let from = from.map(|(_, std::cmp::Reverse(report))| ReportId(report));
        shares.push(Share { report: ReportId(i as u32), shared: part(shared), carried: part(carried), from });
    }
    clusters.sort_by(|a, b| b.reports.cmp(&a.reports).then_with(|| a.passages.cmp(&b.passages)));
    Reuse { clusters, shares }
}

/// Joined numbers; the root of each group is its least.
struct Groups {
    parents: Vec<u32>,
}

impl Groups {
    fn new(len: usize) -> Self {
        Self { parents: (0..len as u32).collect() }
    }

    fn root(&mut self, mut i: u32) -> u32 {
        while self.parents[i as usize] != i {
            let up = self.parents[self.parents[i as usize] as usize];
            self.parents[i as usize] = up;
            i = up;
        }
        i
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b) as usize] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGES: [&str; 3] = [
        "Tin\nNgày 3/2/2017\nSáu tháng đầu năm, toàn Đảng bộ đã kết nạp 305 đảng viên mới đạt chỉ tiêu đề ra. Trời hôm ấy nắng đẹp và rất nhiều gió từ biển thổi vào.",
        "Tin\nNgày 4/2/2018\nSáu tháng đầu năm, toàn Đảng bộ đã kết nạp 96 đảng viên mới đạt chỉ tiêu đề ra. Các chi bộ chú trọng việc bồi dưỡng quần chúng ưu tú trong cơ quan.",
        "Tin\nĐàn bò của bác nông dân ấy gặm cỏ bên bờ sông suốt cả buổi chiều hôm qua.",
    ];

    fn reports() -> Vec<Report> {
        PAGES.iter().enumerate().map(|(i, page)| crate::parse(&format!("r{i}"), page)).collect()
    }

    #[test]
    fn a_formula_is_one_whatever_its_numbers() {
        let found = reuse(&reports());
        assert_eq!(found.clusters.len(), 1, "{found:?}");
        assert_eq!(found.clusters[0].reports, 2);
        assert!(found.shares[0].shared > 0.3 && found.shares[0].carried == 0.0);
        assert!(found.shares[1].carried > 0.3 && found.shares[1].from == Some(ReportId(0)));
        assert_eq!((found.shares[2].shared, found.shares[2].from), (0.0, None));
    }

    #[test]
    fn two_reports_are_laid_side_by_side() {
        let reports = reports();
        let aligned = difference(&reports[0], &reports[1]);
        let pair = aligned.iter().find(|a| a.left.is_some() && a.right.is_some()).expect("one pair is alike");
        let text = |kind: EditKind, report: &Report| -> Vec<String> {
            let edits = pair.edits.iter().filter(|edit| edit.kind == kind);
            edits.map(|edit| report.source[edit.at.range()].to_owned()).collect()
        };
        assert_eq!(text(EditKind::Left, &reports[0]), ["305"]);
        assert_eq!(text(EditKind::Right, &reports[1]), ["96"]);
    }
}
