//! Two reports, or two sets of reports, side by side: their sentences aligned by area of work, their measures paired, the
//! words of each.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::explore::{Explorer, ReportId};
use crate::order;
use crate::report::{Area, Report};
use crate::reuse::{Aligned, Edit, EditKind, difference};
use crate::stats::{Frequency, log_likelihood, query_of};
use crate::text::{Span, Words};
use crate::views::measures::key;
use crate::views::sheet::homes;

/// What two reports say of an area of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which; `None` for sentences of no area.
    pub area: Option<Area>,
    /// Sentences that answer each other, in the order of the left report.
    pub pairs: Vec<Aligned>,
    /// Sentences of the left report alone.
    pub left: Vec<usize>,
    /// Sentences of the right report alone.
    pub right: Vec<usize>,
}

/// The sentences of two reports by area, in the order of [`Area::ALL`], then those of none. A pair stands in the area of
/// its left sentence.
pub fn sections(left: &Report, right: &Report) -> Vec<Section> {
    let (left_homes, right_homes) = (homes(left), homes(right));
    let areas = Area::ALL.iter().copied().map(Some).chain([None]);
    let mut sections: Vec<Section> =
        areas.map(|area| Section { area, pairs: Vec::new(), left: Vec::new(), right: Vec::new() }).collect();
    let place = |area: Option<Area>| area.map_or(Area::ALL.len(), Area::index);
    for aligned in difference(left, right) {
        match (aligned.left, aligned.right) {
            (Some(i), Some(_)) => sections[place(left_homes[i])].pairs.push(aligned),
            (Some(i), None) => sections[place(left_homes[i])].left.push(i),
            (None, Some(j)) => sections[place(right_homes[j])].right.push(j),
            (None, None) => {}
        }
    }
    sections.retain(|section| !section.pairs.is_empty() || !section.left.is_empty() || !section.right.is_empty());
    sections
}

/// Whether two aligned sentences differ in nothing.
pub fn is_carried(aligned: &Aligned) -> bool {
    aligned.edits.iter().all(|edit| edit.kind == EditKind::Same)
}

/// Whether an edit brings a number in or takes one out.
pub fn is_number(report: &Report, edit: &Edit) -> bool {
    report.source.get(edit.at.range()).is_some_and(|text| text.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Measures of one subject in one unit that both reports have: places in the `measures` of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paired {
    /// Of the left report.
    pub left: Vec<usize>,
    /// Of the right report.
    pub right: Vec<usize>,
}

/// The measures that both reports have, in the order of the left one.
pub fn paired(left: &Report, right: &Report) -> Vec<Paired> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut out: Vec<Paired> = Vec::new();
    for (i, measure) in left.measures.iter().enumerate() {
        let Some(key) = key(measure) else { continue };
        let at = *known.entry(key).or_insert(out.len());
        match out.get_mut(at) {
            Some(paired) => paired.left.push(i),
            None => out.push(Paired { left: vec![i], right: Vec::new() }),
        }
    }
    for (i, measure) in right.measures.iter().enumerate() {
        if let Some(&at) = key(measure).and_then(|key| known.get(&key)) {
            out[at].right.push(i);
        }
    }
    out.retain(|paired| !paired.right.is_empty());
    out
}

/// Whether paired measures say the same on both sides.
pub fn is_unchanged(left: &Report, right: &Report, paired: &Paired) -> bool {
    let said = |report: &Report, entries: &[usize]| -> Vec<(u64, &'static str, &'static str)> {
        let found = entries.iter().filter_map(|&i| report.measures.get(i));
        found.map(|m| (m.value.to_bits(), m.comparator.as_str(), m.role.as_str())).collect()
    };
    said(left, &paired.left) == said(right, &paired.right)
}

/// A sentence: its report and its place there.
pub type Place = (ReportId, usize);

/// Sentences of two sets that say the same but for numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Of the left set.
    pub left: Place,
    /// Of the right set.
    pub right: Place,
    /// Numbers that differ, in the left text and in the right one.
    pub numbers: Vec<(Span, Span)>,
}

/// What two sets say of an area of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Between {
    /// Which; `None` for sentences of no area.
    pub area: Option<Area>,
    /// Sentences that both have, those with other numbers first.
    pub alike: Vec<Alike>,
    /// Sentences of the left set alone.
    pub left: Vec<Place>,
    /// Sentences of the right set alone.
    pub right: Vec<Place>,
}

/// Fewer words are a heading or a greeting, which everybody writes.
const LEAST_WORDS: usize = 5;

/// The sentences of two sets of reports by area, in the order of [`Area::ALL`], then those of none. A report of both is
/// no difference: it is left out.
pub fn between(explorer: &Explorer, left: &[ReportId], right: &[ReportId]) -> Vec<Between> {
    let areas = Area::ALL.iter().copied().map(Some).chain([None]);
    let empty = |area| Between { area, alike: Vec::new(), left: Vec::new(), right: Vec::new() };
    let mut out: Vec<Between> = areas.map(empty).collect();
    let row = |area: Option<Area>| area.map_or(Area::ALL.len(), Area::index);
    let members: [BTreeSet<ReportId>; 2] = [left, right].map(|reports| reports.iter().copied().collect());
    let mut known: BTreeMap<String, (Place, Option<Place>)> = BTreeMap::new();
    for (reports, other, is_left) in [(left, &members[1], true), (right, &members[0], false)] {
        for &id in reports.iter().filter(|id| !other.contains(id)) {
            let report = explorer.report(id);
            for (at, home) in homes(report).into_iter().enumerate() {
                let place = (id, at);
                let held = if is_left { &mut out[row(home)].left } else { &mut out[row(home)].right };
                let Some(key) = skeleton(report, at) else {
                    held.push(place);
                    continue;
                };
                match known.entry(key) {
                    Entry::Vacant(entry) if is_left => {
                        entry.insert((place, None));
                        held.push(place);
                    }
                    Entry::Occupied(mut entry) if !is_left => {
                        entry.get_mut().1.get_or_insert(place);
                    }
                    // Said before on this side.
                    Entry::Occupied(_) => {}
                    Entry::Vacant(_) => held.push(place),
                }
            }
        }
    }
    let mut met: BTreeMap<Place, Alike> = BTreeMap::new();
    for (left, right) in known.into_values().filter_map(|(left, right)| Some((left, right?))) {
        let numbers = changed_numbers(explorer.report(left.0), left.1, explorer.report(right.0), right.1);
        met.insert(left, Alike { left, right, numbers });
    }
    for between in &mut out {
        let alike = between.left.iter().filter_map(|place| met.remove(place)).collect::<Vec<_>>();
        let mut there: BTreeSet<Place> = alike.iter().map(|alike| alike.left).collect();
        between.left.retain(|place| !there.remove(place));
        let (changed, same) = alike.into_iter().partition(|alike: &Alike| !alike.numbers.is_empty());
        between.alike = changed;
        between.alike.extend::<Vec<Alike>>(same);
    }
    out.retain(|between| !between.alike.is_empty() || !between.left.is_empty() || !between.right.is_empty());
    out
}

/// A sentence in lower case with a sign for each number; nothing for one of few words.
fn skeleton(report: &Report, at: usize) -> Option<String> {
    let text = report.statements.get(at)?.quote.as_str();
    let (mut words, mut out, mut count) = (Words::new(text, 0), String::with_capacity(text.len()), 0);
    while let Some((word, _)) = words.read() {
        out.push_str(if is_numeral(word) { "#" } else { word });
        out.push(' ');
        count += 1;
    }
    (count >= LEAST_WORDS).then_some(out)
}

fn is_numeral(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

fn changed_numbers(left: &Report, i: usize, right: &Report, j: usize) -> Vec<(Span, Span)> {
    let numbers = |report: &Report, at: usize| -> Vec<Span> {
        let Some(statement) = report.statements.get(at) else { return Vec::new() };
        let mut words = Words::new(statement.quote.as_str(), statement.quote.span().start);
        let mut found = Vec::new();
        while let Some((word, at)) = words.read() {
            if is_numeral(word) {
                found.push(at);
            }
        }
        found
    };
    let pairs = numbers(left, i).into_iter().zip(numbers(right, j));
    pairs.filter(|(a, b)| left.source.get(a.range()) != right.source.get(b.range())).collect()
}

/// The words that set each of two sets apart from the other, of the frequencies of all words of each.
pub fn set_apart(left: &[Frequency], right: &[Frequency], limit: usize) -> [Vec<Distinctive>; 2] {
    let total = |all: &[Frequency]| all.iter().map(|word| f64::from(word.count)).sum::<f64>();
    let totals = [total(left), total(right)];
    let of = |ours: &[Frequency], theirs: &[Frequency], [words, rest]: [f64; 2]| {
        let counts: BTreeMap<&str, u32> = theirs.iter().map(|word| (word.word.as_str(), word.count)).collect();
        let mut found: Vec<(f64, Distinctive)> = Vec::new();
        for word in ours.iter().filter(|word| !is_numeral(&word.word) && !BINDING.contains(&word.word.as_str())) {
            let other = counts.get(word.word.as_str()).copied().unwrap_or(0);
            let (count, theirs) = (f64::from(word.count), f64::from(other));
            let sure = log_likelihood(count, theirs, words, rest);
            if sure >= SURE && count * rest > theirs * words {
                let (word, query) = (word.word.clone(), word.query.clone());
                found.push((sure, Distinctive { word, query, count: count as usize, other: other as usize }));
            }
        }
        order::by(&mut found, |a, b| b.0.total_cmp(&a.0).then_with(|| a.1.word.cmp(&b.1.word)));
        found.truncate(limit);
        found.into_iter().map(|(_, word)| word).collect()
    };
    [of(left, right, totals), of(right, left, [totals[1], totals[0]])]
}

/// Two words side by side that one of two reports uses more than the other: most Vietnamese words are two syllables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distinctive {
    /// In lower case.
    pub word: String,
    /// A query that finds exactly these.
    pub query: String,
    /// How often in this report.
    pub count: usize,
    /// How often in the other.
    pub other: usize,
}

/// A log-likelihood from which a difference is less than one chance in twenty.
const SURE: f64 = 3.84;

/// Syllables that bind others and tell nothing of what a report is about.
const BINDING: &[&str] = &[
    "của", "và", "các", "những", "là", "có", "được", "đã", "đang", "sẽ", "cho", "trong", "với", "về", "từ", "đến",
    "này", "đó", "để", "tại", "theo", "một", "ở", "do", "bởi", "như", "cũng", "còn", "mà", "khi", "nên", "vào", "ra",
    "trên", "qua", "nhất", "đối",
];

/// The distinctive words of the left report and of the right one, the surest first.
pub fn distinctive(left: &Report, right: &Report, limit: usize) -> [Vec<Distinctive>; 2] {
    let mut counts: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    let mut totals = [0_usize; 2];
    for (side, report) in [left, right].into_iter().enumerate() {
        for statement in &report.statements {
            let text = statement.quote.as_str();
            let mut words = Words::new(text, 0);
            let mut before: Option<(String, u32)> = None;
            while let Some((word, at)) = words.read() {
                totals[side] += 1;
                let tells = !word.bytes().any(|byte| byte.is_ascii_digit()) && !BINDING.contains(&word);
                if let Some((first, end)) = before.take().filter(|_| tells) {
                    let between = text.get(end as usize..at.start as usize).unwrap_or(",");
                    if between.chars().all(char::is_whitespace) {
                        counts.entry([first.as_str(), " ", word].concat()).or_default()[side] += 1;
                    }
                }
                before = tells.then(|| (word.to_owned(), at.end));
            }
        }
    }
    let of = |side: usize| {
        let [here, there] = [totals[side] as f64, totals[1 - side] as f64];
        let mut found: Vec<(f64, Distinctive)> = Vec::new();
        for (word, counts) in &counts {
            let (count, other) = (counts[side], counts[1 - side]);
            if here == 0.0 || there == 0.0 || count as f64 / here <= other as f64 / there {
                continue;
            }
            let sure = log_likelihood(count as f64, other as f64, here, there);
            if sure >= SURE {
                found.push((sure, Distinctive { word: word.clone(), query: query_of(word), count, other }));
            }
        }
        order::by(&mut found, |a, b| b.0.total_cmp(&a.0).then_with(|| a.1.word.cmp(&b.1.word)));
        found.into_iter().take(limit).map(|(_, word)| word).collect()
    };
    [of(0), of(1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(year: u32, members: u32) -> Report {
        let page = format!(
            "Tin\n\nNgày 5/7/{year}, Đảng bộ Sở Tư pháp tổ chức hội nghị tổng kết công tác năm {year}.\n\
             Trong năm, toàn Đảng bộ đã kết nạp {members} đảng viên mới, đạt chỉ tiêu đề ra.\n\
             Công tác kiểm tra, giám sát được các cấp ủy quan tâm thực hiện thường xuyên."
        );
        crate::parse("r", &page)
    }

    #[test]
    fn formulas_are_carried_and_numbers_changed() {
        let (left, right) = (report(2017, 30), report(2018, 45));
        let sections = sections(&left, &right);
        let pairs: Vec<&Aligned> = sections.iter().flat_map(|section| &section.pairs).collect();
        assert!(pairs.iter().any(|pair| is_carried(pair)), "{sections:?}");
        let numbers = |report: &Report, kind| -> Vec<String> {
            let edits = pairs.iter().flat_map(|pair| &pair.edits);
            let edits = edits.filter(|edit| edit.kind == kind && is_number(report, edit));
            edits.map(|edit| report.source[edit.at.range()].to_owned()).collect()
        };
        assert!(numbers(&left, EditKind::Left).contains(&"30".to_owned()));
        assert!(numbers(&right, EditKind::Right).contains(&"45".to_owned()));
        let paired = paired(&left, &right);
        assert_eq!(paired, [Paired { left: vec![0], right: vec![0] }]);
        assert!(!is_unchanged(&left, &right, &paired[0]));
    }

    #[test]
    fn of_two_sets_formulas_are_alike_and_their_numbers_marked() {
        let reports = [(2017, 30), (2018, 45)].map(|(year, members)| report(year, members));
        let explorer = Explorer::new(std::sync::Arc::new(crate::Corpus { reports: reports.to_vec() }));
        let [one, other] = [0, 1].map(ReportId);
        let found = between(&explorer, &[one], &[other]);
        let alike: Vec<&Alike> = found.iter().flat_map(|between| &between.alike).collect();
        assert!(alike.iter().any(|alike| alike.numbers.is_empty()), "{found:?}");
        let numbers: Vec<[&str; 2]> = alike
            .iter()
            .flat_map(|alike| &alike.numbers)
            .map(|&(a, b)| [&reports[0].source[a.range()], &reports[1].source[b.range()]])
            .collect();
        assert!(numbers.contains(&["30", "45"]), "{numbers:?}");
        // What both sets hold is no difference.
        assert_eq!(between(&explorer, &[one, other], &[one, other]), []);
        let alone = between(&explorer, &[one], &[]);
        let left: usize = alone.iter().map(|between| between.left.len()).sum();
        assert_eq!(left, reports[0].statements.len());
        let words = explorer.frequencies(&crate::query::Node::All, &[], usize::MAX);
        assert_eq!(set_apart(&words, &words, 5), [vec![], vec![]]);
    }

    #[test]
    fn every_sentence_stands_once() {
        let (left, right) = (report(2017, 30), report(2018, 45));
        let sections = sections(&left, &right);
        let lefts = sections.iter().flat_map(|s| s.pairs.iter().filter_map(|p| p.left).chain(s.left.iter().copied()));
        let mut lefts: Vec<usize> = lefts.collect();
        lefts.sort_unstable();
        assert_eq!(lefts, (0..left.statements.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_word_of_one_report_is_its_own() {
        let left = crate::parse(
            "a",
            "Tin\n\nChi bộ ăn cỏ, chi bộ uống nước, chi bộ ngủ, chi bộ đi, chi bộ chạy suốt cả ngày.",
        );
        let right = crate::parse(
            "b",
            "Tin\n\nĐoàn viên ăn cá, đoàn viên uống nước, đoàn viên ngủ, đoàn viên đi, đoàn viên chạy suốt cả ngày.",
        );
        let [ours, theirs] = distinctive(&left, &right, 5);
        assert_eq!(ours.iter().map(|word| word.word.as_str()).collect::<Vec<_>>(), ["chi bộ"]);
        assert_eq!(theirs.iter().map(|word| word.word.as_str()).collect::<Vec<_>>(), ["đoàn viên"]);
    }
}
