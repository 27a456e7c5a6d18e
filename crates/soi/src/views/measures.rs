//! Measures of the same subject in the same unit, brought together.

use crate::text::letter::is_capital;
use std::collections::BTreeMap;

use crate::explore::{Explorer, ReportId};
use crate::lexicon::abbreviations::canonical;
use crate::order;
use crate::query::{MeasureTest, Node, Test};
use crate::report::Measure;
use crate::text::fold::fold_char;
use crate::text::letter::lower;

/// One measure: its report, and its place in the report's `measures`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// Which report.
    pub report: ReportId,
    /// Which of its measures.
    pub entry: usize,
}

/// Measures that can be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Stable name for addresses: `dang-vien~percent`.
    pub key: String,
    /// The subject as first printed.
    pub subject: String,
    /// The unit as first printed.
    pub unit: String,
    /// In the order of the reports.
    pub readings: Vec<Reading>,
}

/// What a measure is compared by: subject and unit without marks and capitals, abbreviations written out. `None`
/// without a subject: nothing is known to be counted.
pub fn key(measure: &Measure) -> Option<String> {
    let subject = slug(measure.subject.as_deref()?);
    let unit = match measure.unit.as_deref() {
        Some("%") => "percent".to_owned(),
        unit => slug(unit.unwrap_or_default()),
    };
    (!subject.is_empty()).then(|| [subject, unit].join("~"))
}

/// Letters and digits of the words, with `-` between.
fn slug(text: &str) -> String {
    // Only capitals in a row may be an abbreviation; looking for one costs ten times more than folding.
    let capitals = |word: &str| word.chars().filter(|c| is_capital(*c)).nth(1).is_some();
    if text.split_whitespace().any(capitals) {
        return plain(&canonical(text).join(" "));
    }
    plain(text)
}

/// A mark that stands apart from its letter falls away like one that does not: the text need not be composed.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        let c = fold_char(lower(c));
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// The measures of these reports by subject and unit, those with most measures first.
pub fn series(explorer: &Explorer, reports: impl Iterator<Item = ReportId>) -> Vec<Series> {
    let mut found: BTreeMap<String, Series> = BTreeMap::new();
    for report in reports {
        for (entry, measure) in explorer.report(report).measures.iter().enumerate() {
            let Some(key) = key(measure) else { continue };
            let series = found.entry(key.clone()).or_insert_with(|| Series {
                key,
                subject: measure.subject.clone().unwrap_or_default(),
                unit: measure.unit.clone().unwrap_or_default(),
                readings: Vec::new(),
            });
            series.readings.push(Reading { report, entry });
        }
    }
    let mut found: Vec<Series> = found.into_values().collect();
    order::by(&mut found, |a, b| b.readings.len().cmp(&a.readings.len()).then_with(|| a.key.cmp(&b.key)));
    found
}

/// Whether a measure is among those that a query asks for: true where the query asks for none.
pub fn asked(node: &Node, measure: &Measure) -> bool {
    let mut tests = Vec::new();
    tests_of(node, &mut tests);
    tests.is_empty() || tests.iter().any(|test| test.matches(measure))
}

fn tests_of<'a>(node: &'a Node, out: &mut Vec<&'a MeasureTest>) {
    match node {
        Node::Field(Test::Measure(test)) => out.push(test),
        Node::And(parts) | Node::Or(parts) => parts.iter().for_each(|part| tests_of(part, out)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::query::parse_typing;
    use crate::{Corpus, parse};

    fn explorer(bodies: &[&str]) -> Explorer {
        let page = |(i, body): (usize, &&str)| parse(&format!("r{i}"), &format!("Tin\n\n{body}\n"));
        Explorer::new(Arc::new(Corpus { reports: bodies.iter().enumerate().map(page).collect() }))
    }

    #[test]
    fn measures_of_one_subject_and_unit_meet_across_reports() {
        let explorer = explorer(&[
            "Năm 2018, Đảng bộ đã kết nạp 305 đảng viên. Có 98% quần chúng tham gia học tập.",
            "Năm 2019, Đảng bộ kết nạp được 96 đảng viên.",
        ]);
        let series = series(&explorer, [ReportId(0), ReportId(1)].into_iter());
        let first = &series[0];
        assert_eq!((first.key.as_str(), first.readings.len()), ("dang-vien~dang-vien", 2), "{series:?}");
        assert!(series.iter().any(|series| series.key.ends_with("~percent")), "{series:?}");
    }

    #[test]
    fn keys_forget_marks_capitals_and_abbreviations() {
        let keys = ["đảng viên", "Đảng  viên", "d\u{323}ảng", "Ðảng-bộ", "UBND xã", "Ủy ban nhân dân xã"].map(slug);
        assert_eq!(keys[..2], ["dang-vien", "dang-vien"]);
        assert_eq!(keys[2], "dang");
        assert_eq!(keys[4], keys[5]);
    }

    #[test]
    fn a_query_for_numbers_keeps_the_measures_it_asks_for() {
        let explorer = explorer(&["Năm 2018, Đảng bộ đã kết nạp 305 đảng viên. Có 98% quần chúng tham gia học tập."]);
        let kept = |query: &str| {
            let node = parse_typing(query).0;
            let measures = &explorer.report(ReportId(0)).measures;
            measures.iter().filter(|measure| asked(&node, measure)).map(|measure| measure.value).collect::<Vec<_>>()
        };
        assert_eq!(kept("kết nạp"), [305.0, 98.0]);
        assert_eq!(kept("số liệu:>=100"), [305.0]);
        assert_eq!(kept("kết nạp số liệu:<100%"), [98.0]);
    }
}
