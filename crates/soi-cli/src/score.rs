//! How right parsed reports are against hand-checked facts: one to one, best pairs first, inside one report.
//!
//! Works on the JSON of the contract, so that anything that writes it can be scored. A gold list that is `null` was
//! not annotated and is skipped; borderline spots (`optional.tsv`) cost nothing either way.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use soi::text::{normalise, printed};

const METADATA: [&str; 6] = ["title", "section", "publisher", "published", "byline", "views"];

/// The lists of a report that carry quotes.
pub const LISTS: [&str; 9] =
    ["blocks", "events", "people", "organisations", "directives", "measures", "periods", "places", "statements"];

/// The kinds of fact that are scored.
pub const KINDS: [&str; 13] = [
    "metadata",
    "blocks",
    "events",
    "people",
    "positions",
    "acts",
    "organisations",
    "directives",
    "measures",
    "periods",
    "places",
    "statements",
    "areas",
];

/// What is compared over the pairs of a kind.
const ATTRIBUTES: [(&str, &[&str]); 4] = [
    ("events", &["date", "place", "organiser", "period", "main"]),
    ("organisations", &["kind", "level"]),
    ("measures", &["role"]),
    ("places", &["kind", "code"]),
];

/// A borderline spot of a list of a report.
pub struct Spot {
    pub at: (u64, u64),
    pub in_gold: bool,
}

/// Spots by report and list.
pub type Spots = BTreeMap<(String, String), Vec<Spot>>;

/// Reads `optional.tsv`: stem, list, start, end, in_gold, …
pub fn spots(tsv: &str) -> Result<Spots, String> {
    let mut out = Spots::new();
    for line in tsv.lines().skip(1).filter(|line| !line.is_empty()) {
        let fields: Vec<&str> = line.split('\t').collect();
        let bad = || format!("optional.tsv: bad line: {line}");
        let [stem, list, start, end, in_gold, ..] = fields[..] else { return Err(bad()) };
        let in_gold = match in_gold {
            "yes" => true,
            "no" => false,
            _ => return Err(bad()),
        };
        let at = (start.parse().map_err(|_| bad())?, end.parse().map_err(|_| bad())?);
        if !LISTS.contains(&list) {
            return Err(bad());
        }
        out.entry((stem.to_owned(), list.to_owned())).or_default().push(Spot { at, in_gold });
    }
    Ok(out)
}

/// Counts of one kind of fact.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    pub hits: usize,
    pub predicted: usize,
    pub gold: usize,
}

impl Tally {
    pub fn precision(self) -> Option<f64> {
        ratio(self.hits, self.predicted)
    }

    pub fn recall(self) -> Option<f64> {
        ratio(self.hits, self.gold)
    }

    pub fn f1(self) -> Option<f64> {
        ratio(2 * self.hits, self.predicted + self.gold)
    }
}

fn ratio(a: usize, b: usize) -> Option<f64> {
    (b > 0).then(|| a as f64 / b as f64)
}

/// A fact of one side that found no partner.
pub struct Miss {
    pub report: String,
    pub kind: &'static str,
    pub how: &'static str,
    pub fact: Value,
}

/// The figures over a set of reports.
pub struct Score {
    pub tallies: Vec<(&'static str, Tally)>,
    /// `places.code` and the like: right, compared.
    pub accuracy: Vec<(String, usize, usize)>,
    pub misses: Vec<Miss>,
}

impl Score {
    pub fn macro_f1(&self) -> f64 {
        let known: Vec<f64> = self.tallies.iter().filter_map(|(_, t)| t.f1()).collect();
        known.iter().sum::<f64>() / known.len().max(1) as f64
    }

    pub fn f1(&self, kind: &str) -> Option<f64> {
        self.tallies.iter().find(|(k, _)| *k == kind).and_then(|(_, t)| t.f1())
    }

    /// The figures as JSON.
    pub fn to_json(&self) -> Value {
        let types: serde_json::Map<String, Value> = self
            .tallies
            .iter()
            .map(|(kind, t)| {
                let row = json!({"tp": t.hits, "predicted": t.predicted, "gold": t.gold, "precision": t.precision(),
                    "recall": t.recall(), "f1": t.f1()});
                ((*kind).to_owned(), row)
            })
            .collect();
        let accuracy: serde_json::Map<String, Value> = self
            .accuracy
            .iter()
            .map(|(name, right, of)| (name.clone(), json!({"right": right, "of": of, "accuracy": ratio(*right, *of)})))
            .collect();
        json!({"types": types, "macro_f1": self.macro_f1(), "accuracy": accuracy})
    }
}

/// Scores predicted reports against gold ones, both by id.
pub fn score(golds: &BTreeMap<String, Value>, predicted: &BTreeMap<String, Value>, spots: &Spots) -> Score {
    let mut tallies: Vec<(&'static str, Tally)> = KINDS.iter().map(|kind| (*kind, Tally::default())).collect();
    let mut accuracy: Vec<(String, usize, usize)> = ATTRIBUTES
        .iter()
        .flat_map(|(kind, names)| names.iter().map(move |name| (format!("{kind}.{name}"), 0, 0)))
        .collect();
    let mut misses = Vec::new();
    let empty = json!({});
    for (id, gold) in golds {
        let pred = predicted.get(id).unwrap_or(&empty);
        for (kind, tally) in &mut tallies {
            let list = taken_from(kind);
            if *kind != "metadata" && gold[list].is_null() {
                continue;
            }
            let (gs, ps) = if *kind == "areas" { areas(gold, pred) } else { (facts(gold, kind), facts(pred, kind)) };
            let pairs = pair_up(&gs, &ps, |g, p| weigh(kind, g, p));
            let names = ATTRIBUTES.iter().find(|(k, _)| k == kind).map_or(&[][..], |(_, names)| names);
            for (i, j) in &pairs {
                for name in names {
                    let full = format!("{kind}.{name}");
                    if let Some(row) = accuracy.iter_mut().find(|row| row.0 == full) {
                        row.1 += usize::from(same(&gs[*i], &ps[*j], &[name]));
                        row.2 += 1;
                    }
                }
            }
            let hit_gold: BTreeSet<usize> = pairs.iter().map(|pair| pair.0).collect();
            let hit_pred: BTreeSet<usize> = pairs.iter().map(|pair| pair.1).collect();
            let near = spots.get(&(id.clone(), list.to_owned())).map_or(&[][..], Vec::as_slice);
            let mut miss = |how: &'static str, fact: &Value| {
                misses.push(Miss { report: id.clone(), kind, how, fact: fact.clone() });
            };
            tally.hits += pairs.len();
            tally.gold += pairs.len();
            tally.predicted += pairs.len();
            for (_, fact) in
                gs.iter().enumerate().filter(|(i, fact)| !hit_gold.contains(i) && !may_be_missed(near, fact))
            {
                tally.gold += 1;
                miss("missed", fact);
            }
            for (_, fact) in
                ps.iter().enumerate().filter(|(j, fact)| !hit_pred.contains(j) && !may_be_added(near, fact))
            {
                tally.predicted += 1;
                miss("spurious", fact);
            }
        }
    }
    Score { tallies, accuracy, misses }
}

fn taken_from(kind: &'static str) -> &'static str {
    match kind {
        "positions" | "acts" => "people",
        "areas" => "statements",
        kind => kind,
    }
}

/// The facts of a kind, each with the keys that [`weigh`] reads.
fn facts(report: &Value, kind: &str) -> Vec<Value> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    match kind {
        "metadata" => METADATA
            .iter()
            .filter(|field| !report[**field].is_null())
            .map(|field| json!({"field": field, "value": report[*field]}))
            .collect(),
        "positions" | "acts" => list(&report["people"])
            .iter()
            .flat_map(|person| {
                list(&person[kind])
                    .into_iter()
                    .map(|value| json!({"name": person["name"], "value": value, "mentions": person["mentions"]}))
                    .collect::<Vec<_>>()
            })
            .collect(),
        kind => list(&report[kind]),
    }
}

/// Pairs of statement and area of both sides; paired statements share a label.
fn areas(gold: &Value, pred: &Value) -> (Vec<Value>, Vec<Value>) {
    let (gs, ps) = (facts(gold, "statements"), facts(pred, "statements"));
    let mates: BTreeMap<usize, usize> =
        pair_up(&gs, &ps, |g, p| at_least(0.8, iou(g, p))).into_iter().map(|(i, j)| (j, i)).collect();
    let each = |statements: &[Value], label: &dyn Fn(usize) -> String| {
        let mut out = Vec::new();
        for (i, s) in statements.iter().enumerate() {
            for area in s["areas"].as_array().into_iter().flatten() {
                out.push(json!({"sentence": label(i), "value": area, "quote": s["quote"], "at": s["at"]}));
            }
        }
        out
    };
    let of_pred = |j: usize| mates.get(&j).map_or_else(|| format!("p{j}"), |i| format!("g{i}"));
    (each(&gs, &|i| format!("g{i}")), each(&ps, &of_pred))
}

/// How much a gold and a predicted fact are the same; 0 if they are not.
fn weigh(kind: &str, g: &Value, p: &Value) -> f64 {
    let if_equal = |keys: &[&str], weight: f64| if same(g, p, keys) { weight } else { 0.0 };
    let one = |equal: bool| f64::from(u8::from(equal));
    match kind {
        "metadata" => one(g["field"] == p["field"] && squeezed(&g["value"]) == squeezed(&p["value"])),
        "blocks" => if_equal(&["kind"], at_least(0.9, iou(g, p))),
        "events" => if_equal(&["kind"], overlap(span(g), span(p)) as f64),
        "people" | "organisations" => if_equal(&["name"], 1.0),
        "positions" | "acts" => if_equal(&["name", "value"], 1.0),
        "directives" => {
            let weight = if g["number"].is_null() { overlap(span(g), span(p)) as f64 } else { 1.0 };
            if_equal(&["kind", "number"], weight)
        }
        "measures" => if_equal(&["value", "value_max", "comparator", "unit"], overlap(span(g), span(p)) as f64),
        "periods" => if_equal(&["start", "end"], overlap(span(g), span(p)) as f64),
        "places" => if_equal(&["name"], 1.0 + one(same(g, p, &["kind"]))),
        "statements" => if_equal(&["role"], at_least(0.8, iou(g, p))),
        "areas" => if_equal(&["sentence", "value"], 1.0),
        _ => 0.0,
    }
}

fn at_least(limit: f64, weight: f64) -> f64 {
    if weight >= limit { weight } else { 0.0 }
}

/// One-to-one pairs, best first, ties in the order of the documents.
fn pair_up(gold: &[Value], pred: &[Value], weigh: impl Fn(&Value, &Value) -> f64) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in pred.iter().enumerate() {
            let weight = weigh(g, p);
            if weight > 0.0 {
                candidates.push((weight, i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut taken_gold, mut taken_pred, mut out) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (_, i, j) in candidates {
        if !taken_gold.contains(&i) && !taken_pred.contains(&j) {
            taken_gold.insert(i);
            taken_pred.insert(j);
            out.push((i, j));
        }
    }
    out
}

fn span(fact: &Value) -> (u64, u64) {
    range(&fact["at"])
}

fn range(at: &Value) -> (u64, u64) {
    (at[0].as_u64().unwrap_or(0), at[1].as_u64().unwrap_or(0))
}

fn overlap(a: (u64, u64), b: (u64, u64)) -> u64 {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

fn iou(g: &Value, p: &Value) -> f64 {
    let (a, b) = (span(g), span(p));
    let both = overlap(a, b);
    if both == 0 { 0.0 } else { both as f64 / (a.1 - a.0 + b.1 - b.0 - both) as f64 }
}

fn spans(fact: &Value) -> Vec<(u64, u64)> {
    if fact["at"].is_array() {
        return vec![span(fact)];
    }
    fact["mentions"].as_array().into_iter().flatten().map(span).collect()
}

fn may_be_missed(spots: &[Spot], fact: &Value) -> bool {
    spans(fact).iter().any(|at| spots.iter().any(|spot| spot.in_gold && spot.at == *at))
}

fn may_be_added(spots: &[Spot], fact: &Value) -> bool {
    spans(fact).iter().any(|at| spots.iter().any(|spot| overlap(*at, spot.at) > 0))
}

/// Whether two facts agree on keys: text by its comparable form, numbers by value.
fn same(g: &Value, p: &Value, keys: &[&str]) -> bool {
    keys.iter().all(|key| match (&g[*key], &p[*key]) {
        (Value::String(a), Value::String(b)) => a == b || comparable(a) == comparable(b),
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (a, b) => a == b,
    })
}

fn squeezed(value: &Value) -> String {
    match value {
        Value::String(text) => printed(text),
        value => value.to_string(),
    }
}

/// Normal form in lower case, white space squeezed, one space on both sides of a dash that has one on either.
fn comparable(text: &str) -> String {
    let lower = normalise(text).to_lowercase();
    let squeezed = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(squeezed.len());
    let mut chars = squeezed.chars().peekable();
    while let Some(c) = chars.next() {
        let before = out.ends_with(' ');
        if matches!(c, '-' | '–') && (before || chars.peek() == Some(&' ')) {
            if !before {
                out.push(' ');
            }
            out.push_str("- ");
            if chars.peek() == Some(&' ') {
                chars.next();
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// A fact on one line, for people.
pub fn show(fact: &Value) -> String {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    };
    let quote = |fact: &Value| fact["quote"].as_str().map(printed).unwrap_or_default();
    if fact["quote"].is_string() {
        let keys = ["kind", "number", "role", "value", "comparator", "unit", "start", "end"];
        let tags: Vec<String> = keys.iter().filter(|k| !fact[**k].is_null()).map(|k| text(&fact[*k])).collect();
        return format!("{:?} [{}] {}", span(fact), tags.join(" "), quote(fact));
    }
    let head: Vec<String> =
        ["field", "name", "value"].iter().filter(|k| !fact[**k].is_null()).map(|k| text(&fact[*k])).collect();
    let place = fact["mentions"].get(0).map(|m| format!("  ({} {:?})", quote(m), span(m))).unwrap_or_default();
    format!("{}{place}", head.join(": "))
}

/// Quotes of a report that are not what its source has at their place.
pub fn faults(report: &Value, source: &str) -> Vec<String> {
    fn walk(value: &Value, path: &str, source: &str, out: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                if fields.contains_key("quote") || fields.contains_key("at") {
                    let (start, end) = range(&value["at"]);
                    let there = source.get(start as usize..end as usize);
                    if start >= end || there != value["quote"].as_str() {
                        out.push(format!("{path}: {} is not at {}", value["quote"], value["at"]));
                    }
                }
                fields.iter().for_each(|(key, value)| walk(value, &format!("{path}.{key}"), source, out));
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(i, value)| walk(value, &format!("{path}[{i}]"), source, out));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    walk(report, report["id"].as_str().unwrap_or("?"), source, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: &str, gold: Value, pred: Value, optional: &str, expected: (usize, usize, usize)) {
        let by_id = |report: Value| BTreeMap::from([("r".to_owned(), report)]);
        let spots = spots(optional).expect("a good table");
        let score = score(&by_id(gold), &by_id(pred), &spots);
        let tally = score.tallies.iter().find(|(k, _)| *k == kind).expect("a known kind").1;
        assert_eq!((tally.hits, tally.predicted, tally.gold), expected);
    }

    fn period(start: u64, end: u64, year: &str) -> Value {
        json!({"quote": "…", "at": [start, end], "start": year, "end": year})
    }

    #[test]
    fn facts_pair_one_to_one_and_a_better_pair_goes_first() {
        let gold = json!({"periods": [period(0, 10, "2017"), period(20, 30, "2017")]});
        let pred = json!({"periods": [period(5, 30, "2017"), period(0, 3, "2018")]});
        check("periods", gold, pred, "", (1, 2, 2));
    }

    #[test]
    fn a_list_that_is_null_was_not_annotated() {
        check("periods", json!({"periods": null}), json!({"periods": [period(0, 4, "2017")]}), "", (0, 0, 0));
    }

    #[test]
    fn borderline_spots_cost_nothing_either_way() {
        let table = "stem\tlist\tstart\tend\tin_gold\nr\tperiods\t0\t10\tyes\nr\tperiods\t40\t50\tno\n";
        let gold = json!({"periods": [period(0, 10, "2017")]});
        check("periods", gold.clone(), json!({"periods": [period(45, 60, "2018")]}), table, (0, 0, 0));
        check("periods", gold, json!({"periods": [period(60, 70, "2018")]}), table, (0, 1, 0));
    }

    #[test]
    fn names_meet_across_spellings() {
        let name = |name: &str| json!({"people": [{"name": name, "positions": [], "acts": ["dự"], "mentions": []}]});
        check("people", name("Uỷ ban - \u{d0}ảng"), name("ủy ban- đảng"), "", (1, 1, 1));
        check("acts", name("A"), name("a"), "", (1, 1, 1));
        check("people", name("Quý"), name("Quy"), "", (0, 1, 1));
    }

    #[test]
    fn areas_are_compared_where_the_sentences_meet() {
        let with = |end: u64, areas: &[&str]| json!({"statements": [{"quote": "…", "at": [0, end], "role": "task", "areas": areas}]});
        check("areas", with(100, &["tổ chức", "cán bộ"]), with(90, &["cán bộ"]), "", (1, 1, 2));
        check("areas", with(100, &["cán bộ"]), with(70, &["cán bộ"]), "", (0, 1, 1));
    }

    #[test]
    fn a_quote_that_is_not_in_its_place_is_told() {
        let report = json!({"id": "r", "blocks": [{"quote": "Đảng", "at": [0, 7]}, {"quote": "ng", "at": [5, 7]}]});
        assert_eq!(faults(&report, "Đảng").len(), 0);
        assert_eq!(faults(&report, "đảng").len(), 1);
        assert_eq!(faults(&report, "Đ").len(), 2);
    }
}
