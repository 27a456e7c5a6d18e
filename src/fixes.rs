//! The reader's corrections: kept as lines of JSON apart from every corpus, applied by the reader's program to the
//! reports that are shown, and shown again without one that is taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use soi::Report;
use soi::corrections::checksum;
use soi::explore::{Explorer, ReportId};
use soi::link::{Member, Told};
use soi::text::Span;

use crate::corpus::{self, Shown, use_shown};
use crate::figure::export::json_string;
use crate::navigate::{focus, is_focus_lost};
use crate::opened::{keep_place, pauses};
use crate::prefs;

#[wasm_bindgen]
extern "C" {
    /// The reader's program, opened when first asked for (`src/boot.mjs`).
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = soiReader)]
    async fn soi_reader() -> Result<JsValue, JsValue>;

    /// What the reader's program gives.
    type ReaderProgram;

    /// See `crates/soi-reader/src/correct.rs`.
    #[wasm_bindgen(method, catch)]
    fn corrected_reports(this: &ReaderProgram, lines: &str) -> Result<js_sys::Array, JsValue>;

    /// See `crates/soi-reader/src/correct.rs`.
    #[wasm_bindgen(method, catch)]
    fn correct(this: &ReaderProgram, lines: &str, reports: &js_sys::Array) -> Result<JsValue, JsValue>;
}

/// A correction and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line.
    pub line: String,
    /// `soi::corrections::Outcome`, or `strange`.
    pub outcome: String,
    /// What it does.
    pub deed: String,
    /// The list that it is of; empty of a line of the page.
    pub list: String,
    /// Id of its report.
    pub report: String,
    /// Where it stood.
    pub at: Span,
    /// The words that stood there.
    pub quote: String,
    /// Fields and their values.
    pub said: Vec<(String, String)>,
}

impl Row {
    /// Whether the report says so now.
    pub fn holds(&self) -> bool {
        matches!(self.outcome.as_str(), "applied" | "moved" | "idle")
    }
}

/// Corrections in context.
#[derive(Clone, Copy)]
pub struct Fixes {
    rows: RwSignal<Vec<Row>>,
    lines: RwSignal<Vec<String>>,
    /// Whether the reader's program could not be had.
    failed: RwSignal<bool>,
    /// Whether the reader of the page is correcting: it stays so from report to report.
    pub open: RwSignal<bool>,
    /// Reports as they were before they were corrected.
    originals: StoredValue<BTreeMap<usize, Report>>,
    /// What was told of names before the corpus came here, once it was asked for.
    told: StoredValue<Option<Vec<Told>>>,
    /// What is shown when it is corrected.
    made: StoredValue<Option<Arc<Explorer>>>,
    turn: StoredValue<usize>,
    shown: Shown,
}

/// Puts corrections in context and applies them to whatever corpus is shown.
pub fn provide() {
    let fixes = Fixes {
        rows: RwSignal::new(Vec::new()),
        lines: RwSignal::new(stored()),
        failed: RwSignal::new(false),
        open: RwSignal::new(false),
        originals: StoredValue::new(BTreeMap::new()),
        told: StoredValue::new(None),
        made: StoredValue::new(None),
        turn: StoredValue::new(0),
        shown: use_shown(),
    };
    provide_context(fixes);
    Effect::new(move || {
        let explorer = fixes.shown.explorer().get();
        if !fixes.is_made(&explorer) {
            fixes.originals.set_value(BTreeMap::new());
            fixes.told.set_value(None);
            fixes.made.set_value(None);
            fixes.apply();
        }
    });
    // Another tab corrects too.
    let other = window_event_listener_untyped("storage", move |event| {
        let key = js_sys::Reflect::get(&event, &"key".into()).ok().and_then(|key| key.as_string());
        if prefs::is_of_corrections(key.as_deref()) {
            fixes.take(stored());
        }
    });
    on_cleanup(move || other.remove());
}

/// Corrections.
pub fn use_fixes() -> Fixes {
    expect_context::<Fixes>()
}

fn stored() -> Vec<String> {
    prefs::corrections().lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

impl Fixes {
    /// Every correction, and what became of it.
    pub fn rows(self) -> RwSignal<Vec<Row>> {
        self.rows
    }

    /// Whether corrections could not be applied.
    pub fn failed(self) -> RwSignal<bool> {
        self.failed
    }

    /// All lines, as a file has them.
    pub fn file(self) -> String {
        self.lines.with_untracked(|lines| lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect())
    }

    /// Adds lines; how many are new.
    pub fn add(self, more: &[String]) -> usize {
        let mut count = 0;
        self.change(|lines| {
            for line in more.iter().map(|line| line.trim().to_owned()) {
                if !line.is_empty() && !lines.contains(&line) {
                    lines.push(line);
                    count += 1;
                }
            }
        });
        count
    }

    /// Takes corrections back.
    pub fn undo(self, gone: &[String]) {
        self.exchange(gone, &[]);
    }

    /// Takes corrections back for others.
    pub fn exchange(self, gone: &[String], new: &[String]) {
        self.change(|lines| {
            lines.retain(|line| !gone.contains(line) && !new.contains(line));
            lines.extend_from_slice(new);
        });
    }

    /// Changes the lines and stores them. Another tab may have stored since: its lines are read first.
    fn change(self, change: impl FnOnce(&mut Vec<String>)) {
        let mut lines = stored();
        change(&mut lines);
        // A browser that refuses keeps them as long as the page is open, and `boot.mjs` says so.
        let _ = prefs::set_corrections(&lines.join("\n"));
        self.take(lines);
    }

    fn take(self, lines: Vec<String>) {
        if self.lines.with_untracked(|own| *own != lines) {
            self.lines.set(lines);
            self.apply();
        }
    }

    fn is_made(self, explorer: &Arc<Explorer>) -> bool {
        self.made.with_value(|made| made.as_ref().is_some_and(|made| Arc::ptr_eq(made, explorer)))
    }

    /// Applies all lines to the corpus that is shown.
    fn apply(self) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        let explorer = self.shown.explorer().get_untracked();
        let lines = self.lines.get_untracked();
        if lines.is_empty() && !self.is_made(&explorer) {
            self.rows.set(Vec::new());
            return;
        }
        leptos::task::spawn_local(async move {
            match self.corrected(turn, &explorer, lines).await {
                Ok(()) => self.failed.set(false),
                Err(error) => {
                    leptos::logging::warn!("{error:?}");
                    self.failed.set(true);
                }
            }
        });
    }

    async fn corrected(self, turn: usize, explorer: &Arc<Explorer>, lines: Vec<String>) -> Result<(), JsValue> {
        let mut originals = self.originals.get_value();
        let mut replaced: Vec<(usize, Report)> = Vec::new();
        let mut told = Vec::new();
        let mut rows = Vec::new();
        if lines.is_empty() {
            replaced.extend(std::mem::take(&mut originals));
        } else {
            let reader: ReaderProgram = soi_reader().await?.unchecked_into();
            let text = lines.join("\n");
            let wanted: BTreeSet<String> =
                reader.corrected_reports(&text)?.iter().filter_map(|name| name.as_string()).collect();
            let mut pause = pauses();
            let given = js_sys::Array::new();
            let mut taken = BTreeSet::new();
            for number in 0..explorer.len() {
                let report = ReportId(number as u32);
                // A text is known by its sum when its file has another name.
                if wanted.contains(explorer.id(report)) || wanted.contains(&hex(checksum(explorer.source(report)))) {
                    let report = explorer.report(report);
                    let original = originals.entry(number).or_insert_with(|| report.clone()).clone();
                    let bytes = js_sys::Uint8Array::from(corpus::encode(original).as_slice());
                    given.push(&js_sys::Array::of2(&(number as f64).into(), &bytes));
                    taken.insert(number);
                }
                pause().await;
            }
            let found = reader.correct(&text, &given)?;
            let get = |key: &str| js_sys::Reflect::get(&found, &key.into()).map(|value| js_sys::Array::from(&value));
            for pair in get("reports")?.iter() {
                let pair = js_sys::Array::from(&pair);
                let number = pair.get(0).as_f64().unwrap_or_default() as usize;
                let bytes = js_sys::Uint8Array::new(&pair.get(1)).to_vec();
                let report = corpus::decode(&bytes).ok().and_then(|reports| reports.into_iter().next());
                if let Some(report) = report.filter(|report| explorer.report(ReportId(number as u32)) != report) {
                    replaced.push((number, report));
                }
            }
            // Reports of which nothing is told any more are as they were.
            let untold: Vec<usize> = originals.keys().copied().filter(|number| !taken.contains(number)).collect();
            replaced.extend(untold.into_iter().filter_map(|number| originals.remove_entry(&number)));
            let numbers: Vec<usize> =
                get("told")?.iter().map(|number| number.as_f64().unwrap_or_default() as usize).collect();
            told.extend(numbers.chunks_exact(6).filter_map(told_of));
            rows = get("rows")?.iter().zip(&lines).map(|(row, line)| row_of(&row, line)).collect();
        }
        if self.turn.get_value() != turn {
            return Ok(());
        }
        self.originals.set_value(originals);
        if replaced.is_empty() && told.is_empty() && !self.is_made(explorer) {
            self.rows.set(rows);
            return Ok(());
        }
        let mut all = self.told.get_value().unwrap_or_else(|| explorer.told());
        self.told.set_value(Some(all.clone()));
        all.extend(told);
        let made = Arc::new(explorer.corrected(replaced, &all, pauses()).await);
        if self.turn.get_value() == turn {
            self.made.set_value(Some(Arc::clone(&made)));
            let place = keep_place();
            let correcting = document()
                .active_element()
                .is_some_and(|element| element.closest("#fix").is_ok_and(|fix| fix.is_some()));
            self.shown.replace(made);
            self.rows.set(rows);
            place();
            if correcting {
                // What was pressed may be gone with its fact.
                request_animation_frame(|| {
                    if is_focus_lost() {
                        focus(document().get_element_by_id("fix-title"));
                    }
                });
            }
        }
        Ok(())
    }
}

fn told_of(numbers: &[usize]) -> Option<Told> {
    let &[facet, report_a, entry_a, report_b, entry_b, same] = numbers else { return None };
    let facet = *Told::FACETS.get(facet)?;
    let member = |report, entry| Member { report, entry };
    Some(Told { facet, a: member(report_a, entry_a), b: member(report_b, entry_b), same: same == 1 })
}

fn row_of(row: &JsValue, line: &str) -> Row {
    let row = js_sys::Array::from(row);
    let text = |i: u32| row.get(i).as_string().unwrap_or_default();
    let number = |i: u32| row.get(i).as_f64().unwrap_or_default() as u32;
    // A strange line has nothing but its outcome.
    let said = row.get(7).dyn_into::<js_sys::Array>().unwrap_or_default();
    let said: Vec<String> = said.iter().filter_map(|part| part.as_string()).collect();
    Row {
        line: line.to_owned(),
        outcome: text(0),
        deed: text(1),
        list: text(2),
        report: text(3),
        at: Span::new(number(4), number(5)),
        quote: text(6),
        said: said.chunks_exact(2).map(|two| (two[0].clone(), two[1].clone())).collect(),
    }
}

fn hex(sum: u64) -> String {
    format!("{sum:016x}")
}

/// The line that corrects something at a place of a report; `rest` is JSON from `"do"` on.
pub fn line(report: &Report, at: Span, rest: &str) -> String {
    ["{", &place(report, at), ",", rest, "}"].concat()
}

/// A place as members of a JSON object.
pub fn place(report: &Report, at: Span) -> String {
    let mut out = String::from("\"report\":");
    json_string(&report.id, &mut out);
    let (start, end) = (at.start.to_string(), at.end.to_string());
    out.push_str(
        &[",\"text\":\"", &hex(checksum(&report.source)), "\",\"at\":[", &start, ",", &end, "],\"quote\":"].concat(),
    );
    json_string(report.source.get(at.range()).unwrap_or_default(), &mut out);
    out
}

/// A text as JSON.
pub fn json(text: &str) -> String {
    let mut out = String::new();
    json_string(text, &mut out);
    out
}
