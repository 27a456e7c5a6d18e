//! A reader's corrections, applied to reports that the page has: it holds neither the parser nor a reader of JSON.

use std::collections::BTreeSet;

use js_sys::{Array, Object, Reflect, Uint8Array};
use serde_json::Value;
use soi::Corpus;
use soi::corrections::{Correction, Corrector, Outcome, What};
use soi::link::Told;
use wasm_bindgen::prelude::*;

/// Ids of the reports that lines of corrections speak of, and checksums of their texts, as 16 hexadecimal digits.
#[wasm_bindgen]
pub fn corrected_reports(lines: &str) -> Vec<String> {
    let (known, _) = soi::corrections::read(lines);
    let mut out = BTreeSet::new();
    for correction in known {
        let other = match correction.what {
            What::Same(_, other) | What::Apart(_, other) => Some(other),
            _ => None,
        };
        for place in [Some(correction.place), other].into_iter().flatten() {
            out.insert(place.report);
            out.extend(place.text.map(|text| format!("{text:016x}")));
        }
    }
    out.into_iter().collect()
}

/// Applies lines of corrections to reports, `[[number, corpus of the one report], …]`.
///
/// Gives `{reports, rows, told}`: the reports likewise; for each line that is not empty `[outcome, do, list, report,
/// start, end, quote, [key, value, …]]`, or `["strange"]`; and six numbers for each pair of entries that is one or not:
/// the facet's place in [`Told::FACETS`], report and entry of both, and 1 for one.
#[wasm_bindgen]
pub fn correct(lines: &str, reports: Array) -> Object {
    // Without those that are none, the rows come in the order of the lines.
    let read: Vec<Option<Correction>> =
        lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(Correction::read).collect();
    let mut corrector = Corrector::new(read.iter().flatten().cloned().collect());
    let corrected = Array::new();
    for pair in reports.iter() {
        let pair = Array::from(&pair);
        let number = pair.get(0);
        // What the page encoded a moment ago is whole.
        let corpus = Corpus::decode(&Uint8Array::new(&pair.get(1)).to_vec()).unwrap_or_default();
        for report in corpus.reports {
            let report = corrector.apply(number.as_f64().unwrap_or_default() as usize, report);
            let bytes = Corpus { reports: vec![report] }.encode();
            corrected.push(&Array::of2(&number, &Uint8Array::from(bytes.as_slice())));
        }
    }
    let (outcomes, told) = corrector.finish();
    let mut outcomes = outcomes.into_iter();
    let rows: Array = read
        .iter()
        .map(|known| match known {
            Some(known) => row(known, outcomes.next().unwrap_or(Outcome::Absent)),
            None => Array::of1(&"strange".into()),
        })
        .collect();
    let numbers: Array = told
        .iter()
        .flat_map(|told| {
            let facet = Told::FACETS.iter().position(|facet| *facet == told.facet).unwrap_or_default();
            [facet, told.a.report, told.a.entry, told.b.report, told.b.entry, usize::from(told.same)]
        })
        .map(|number| JsValue::from(number as f64))
        .collect();
    let out = Object::new();
    for (key, value) in [("reports", &corrected), ("rows", &rows), ("told", &numbers)] {
        // A plain object takes any field.
        let _ = Reflect::set(&out, &key.into(), value);
    }
    out
}

fn row(known: &Correction, outcome: Outcome) -> Array {
    let place = &known.place;
    let row = Array::of4(
        &outcome.as_str().into(),
        &known.deed().into(),
        &known.list().map_or("", |list| list.as_str()).into(),
        &place.report.as_str().into(),
    );
    for value in [place.at.start, place.at.end] {
        row.push(&value.into());
    }
    row.push(&place.quote.as_str().into());
    let said = Array::new();
    let say = |key: &str, value: &str| {
        said.push(&key.into());
        said.push(&value.into());
    };
    match &known.what {
        What::Block(kind) => say("kind", kind.as_str()),
        What::Set(_, fields) | What::Add(_, fields) => {
            fields.iter().for_each(|(key, value)| say(key, &plain(value)));
        }
        What::Same(_, other) | What::Apart(_, other) => say(&other.report, &other.quote),
        What::Remove(_) | What::Unmention(_) => {}
    }
    row.push(&said);
    row
}

/// A value as people write it.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}
