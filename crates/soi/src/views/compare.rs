//! Two reports side by side: their sentences aligned by area of work, their measures paired, the words of each.

use std::collections::BTreeMap;

use crate::order;
use crate::report::{Area, Report};
use crate::reuse::{Aligned, Edit, EditKind, difference};
use crate::stats::{log_likelihood, query_of};
use crate::text::Words;
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
