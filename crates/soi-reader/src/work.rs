//! Reading files in a worker: a little, then whatever the page has to say, then a little more.
//!
//! Told: `{files: [[name, blob], …], parts: [reports, …]}` once, `parts` being what a worker before it has told, then
//! `{pause: bool}`, or `{stop: true}`, after which it reads no more, and `{shown: true}` when findings are on the screen:
//! until then, but no longer than a second, it waits, for page and worker would want the same processor. What it asks is answered by
//! `{choose: [names, [id, title, body, date, url]]}`, each a column's name or null, or null for a table that is to be
//! left out, and by `{pdf: [name, text, key]}`, the key of a fault where there is no text.
//! Tells: `{file}` when it begins a file, and after each piece of work `{reports, documents, facts, share, troubles}`:
//! a corpus of the new reports as `Corpus::encode` writes it, how many there are, how many facts they hold, how much of
//! the file is done, and what went wrong as `[name, key, detail]`, where a key with `note:` before it is of a file that
//! was read all the same. `findings` comes with it at growing intervals, when it asks which column is what (`asks`: the
//! question comes when they are shown), when it is paused, and at the end: index and links of all reports so
//! far (`Builder::findings`), so that the page neither indexes nor links. At the end `{done: true}`.
//! Asks, and reads no further until it is answered: `{columns: [name, names, rows, guess]}` of a table that does not say
//! which column is the text, and `{pdf: [name, bytes]}`, for the reader of PDFs is another program.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use soi::explore::Builder;
use soi::{Corpus, Report};
use soi_files::{Columns, Document, Encoding, Fault, Item, Note, Options, Preview, Reading, Reason};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

/// Findings are told with so many reports, the next with [`GROWTH`] times as many: each costs the page some work.
const FIRST: usize = 8;
const GROWTH: usize = 8;

/// The first of fewer reports are told when so much time went by.
const FIRST_MS: f64 = 300.0;

/// So long it works before it tells and listens.
const SLICE_MS: f64 = 30.0;

/// For so long it rests as long as it works: the browser's compilers are at work on what it runs, and page, worker and
/// compilers are more than many machines have processors for.
const GENTLE_MS: f64 = 1000.0;

/// So long it waits for findings to be shown: a page that nobody looks at takes its time.
const SHOWN_MS: i32 = 1000;

struct Work {
    scope: DedicatedWorkerGlobalScope,
    files: std::collections::VecDeque<(String, Blob)>,
    reading: Reading,
    builder: Builder,
    /// With so many reports findings are told next, and with so many they were told last.
    next: usize,
    shown: usize,
    stopped: bool,
    paused: bool,
    /// Whether it waits for an answer.
    asks: bool,
    /// Whether it waits for findings to be shown, and how often it did.
    waits: bool,
    waited: usize,
    /// What it has yet to ask.
    question: Option<(&'static str, Array)>,
    /// What an answer gave.
    answered: Option<Result<Item, Fault>>,
    begun: bool,
    done: bool,
    /// For so many milliseconds it was at work.
    worked: f64,
}

/// Begins to listen.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let work = Rc::new(RefCell::new(Work {
        scope: scope.clone(),
        files: std::collections::VecDeque::new(),
        reading: Reading::new(Options { ask: true, pdf_apart: true, ..Options::default() }),
        builder: Builder::new(),
        next: FIRST,
        shown: 0,
        stopped: false,
        paused: false,
        asks: false,
        waits: false,
        waited: 0,
        question: None,
        answered: None,
        begun: false,
        done: false,
        worked: 0.0,
    }));
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let idle = {
            let mut work = work.borrow_mut();
            let idle = !work.begun || work.paused || work.asks || work.waits;
            work.told(&event.data());
            idle
        };
        if idle {
            go_on(&work);
        }
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

/// Works on, in slices between which messages come in.
fn go_on(work_of: &Rc<RefCell<Work>>) {
    let rest;
    {
        let mut work = work_of.borrow_mut();
        if work.paused || work.asks || work.waits || work.done || work.files.is_empty() && !work.begun {
            return;
        }
        work.begun = true;
        let since = now();
        work.slice();
        work.worked += now() - since;
        rest = if work.worked < GENTLE_MS { SLICE_MS as i32 } else { 0 };
        if work.waits {
            drop(work);
            return wait(work_of);
        }
        if work.done || work.asks {
            return;
        }
    }
    let work = Rc::clone(work_of);
    later(rest, move || go_on(&work));
}

/// Goes on when findings were not shown for a while.
fn wait(work: &Rc<RefCell<Work>>) {
    let waited = work.borrow().waited;
    let work = Rc::clone(work);
    later(SHOWN_MS, move || {
        let still = {
            let mut work = work.borrow_mut();
            let still = work.waits && work.waited == waited;
            if still {
                work.are_shown();
            }
            still
        };
        if still {
            go_on(&work);
        }
    });
}

fn later(ms: i32, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    let global = js_sys::global();
    let timeout = Reflect::get(&global, &"setTimeout".into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if let Some(timeout) = timeout {
        // A worker has timers.
        let _ = timeout.call2(&global, &then, &ms.into());
    }
}

impl Work {
    fn told(&mut self, message: &JsValue) {
        let get = |key: &str| Reflect::get(message, &key.into()).unwrap_or(JsValue::UNDEFINED);
        if let Some(paused) = get("pause").as_bool() {
            self.paused = paused;
            // Who waits wants to see what there is.
            if paused && self.builder.len() > self.shown {
                let findings = self.findings();
                self.tell(&[("findings", &findings), ("share", &self.reading.share().into())]);
            }
        }
        if get("stop").is_truthy() {
            (self.stopped, self.paused, self.asks, self.waits) = (true, false, false, false);
        }
        if get("shown").is_truthy() {
            self.are_shown();
        }
        if let Ok(choice) = get("choose").dyn_into::<Array>() {
            self.reading.choose(strings(&choice.get(0)), columns(&choice.get(1)));
            (self.asks, self.paused) = (false, false);
        }
        if let Ok(answer) = get("pdf").dyn_into::<Array>() {
            let name = answer.get(0).as_string().unwrap_or_default();
            self.answered = Some(match (answer.get(1).as_string(), answer.get(2).as_string()) {
                (Some(text), _) => self.reading.pdf(&name, Ok(text)),
                (None, key) => Err(Fault { name, reason: Reason::Told(key.unwrap_or_default()) }),
            });
            self.asks = false;
        }
        if let Ok(parts) = get("parts").dyn_into::<Array>() {
            for part in parts.iter() {
                // What a worker told is whole.
                let corpus = Corpus::decode(&Uint8Array::new(&part).to_vec()).unwrap_or_default();
                self.reading.take_ids(corpus.reports.iter().map(|report| report.id.clone()));
                corpus.reports.into_iter().for_each(|report| self.builder.add(report));
            }
            self.next = self.next.max(self.builder.len() * GROWTH);
        }
        if let Ok(files) = get("files").dyn_into::<Array>() {
            for file in files.iter().filter_map(|file| file.dyn_into::<Array>().ok()) {
                if let (Some(name), Ok(blob)) = (file.get(0).as_string(), file.get(1).dyn_into::<Blob>()) {
                    self.files.push_back((name, blob));
                }
            }
        }
    }

    /// Reads and parses for a while, and tells what came of it.
    fn slice(&mut self) {
        let until = now() + SLICE_MS;
        let mut reports = Vec::new();
        let troubles = Array::new();
        let trouble = |name: &str, key: &str, detail: Option<String>| {
            let detail = detail.map_or(JsValue::NULL, JsValue::from);
            troubles.push(&Array::of3(&name.into(), &key.into(), &detail));
        };
        let mut question = ("", Array::new());
        self.done = self.stopped;
        while now() < until && !self.done && !self.asks {
            match self.answered.take().or_else(|| self.reading.next()) {
                Some(Ok(Item::Document(document))) => {
                    for (key, detail) in remarks(&document) {
                        trouble(&document.name, &["note:", key].concat(), detail);
                    }
                    // The same bytes again would only count everything twice; it is told.
                    if !document.notes.iter().any(|note| matches!(note, Note::SameBytes(_))) {
                        reports.push(parse(&document));
                    }
                }
                Some(Ok(Item::Report(report))) => {
                    self.builder.tell(self.reading.told());
                    reports.push(*report);
                }
                Some(Ok(Item::Pdf { name, bytes })) => {
                    self.asks = true;
                    question = ("pdf", Array::of2(&name.into(), &Uint8Array::from(bytes.as_slice())));
                }
                Some(Ok(Item::Columns(preview))) => {
                    self.asks = true;
                    question = ("columns", asked(&preview));
                }
                Some(Err(Fault { name, reason })) => trouble(&name, reason.key(), reason.detail()),
                None => match self.files.pop_front() {
                    None => {
                        self.done = true;
                        break;
                    }
                    Some((name, blob)) => {
                        self.tell(&[("file", &name.as_str().into())]);
                        match bytes(&blob) {
                            Ok(bytes) => self.reading.add(&name, bytes),
                            Err(why) => trouble(&name, "unreadable", Some(why)),
                        }
                    }
                },
            }
        }
        let facts: usize = reports.iter().map(facts).sum();
        let count = reports.len();
        let corpus = Corpus { reports };
        let bytes = if count == 0 { Vec::new() } else { corpus.encode() };
        corpus.reports.into_iter().for_each(|report| self.builder.add(report));
        let slow = self.shown == 0 && self.worked > FIRST_MS;
        let asks = question.0 == "columns";
        let due = self.done || slow || self.builder.len() >= self.next || asks;
        let told = !self.builder.is_empty() && due && (self.done || self.builder.len() > self.shown);
        let findings = if told { self.findings() } else { JsValue::UNDEFINED };
        self.tell(&[
            ("reports", &Uint8Array::from(bytes.as_slice())),
            ("documents", &(count as f64).into()),
            ("facts", &(facts as f64).into()),
            ("share", &self.reading.share().into()),
            ("troubles", &troubles),
            ("findings", &findings),
            ("asks", &asks.into()),
            ("done", &self.done.into()),
        ]);
        self.question = self.asks.then_some(question);
        if !self.waits {
            self.ask();
        }
    }

    fn are_shown(&mut self) {
        self.waits = false;
        self.ask();
    }

    /// Asks what there is to be asked: when findings are shown, the page is made anew, and nobody wants to lose an answer.
    fn ask(&mut self) {
        if let Some((key, about)) = self.question.take() {
            self.tell(&[(key, &about)]);
        }
    }

    /// What was found out so far; it is waited for until it is shown.
    fn findings(&mut self) -> JsValue {
        self.shown = self.builder.len();
        self.next = self.shown * GROWTH;
        self.waits = !self.done;
        self.waited += 1;
        Uint8Array::from(self.builder.findings().as_slice()).into()
    }

    fn tell(&self, fields: &[(&str, &JsValue)]) {
        let message = Object::new();
        let moved = Array::new();
        for (key, value) in fields {
            // A plain object takes any field.
            let _ = Reflect::set(&message, &(*key).into(), value);
            // Bytes are handed over, not copied.
            if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
                moved.push(&bytes.buffer());
            }
        }
        // The page that made the worker listens.
        let _ = self.scope.post_message_with_transfer(&message, &moved);
    }
}

fn strings(list: &JsValue) -> Vec<String> {
    Array::from(list).iter().map(|each| each.as_string().unwrap_or_default()).collect()
}

/// What was chosen; `None` where the table is to be left out.
fn columns(list: &JsValue) -> Option<Columns> {
    let list = list.dyn_ref::<Array>()?;
    let at = |i: u32| list.get(i).as_string();
    Some(Columns { id: at(0), title: at(1), body: at(2), date: at(3), url: at(4), chosen: true })
}

/// So many rows, and so many characters of a cell, show what a column is.
const ROWS: usize = 3;
const CELL: usize = 160;

/// A table that is asked about.
fn asked(preview: &Preview) -> Array {
    let list = |cells: &mut dyn Iterator<Item = String>| cells.map(JsValue::from).collect::<Array>();
    let short = |cell: &String| cell.chars().take(CELL).collect::<String>();
    let rows: Array = preview.rows.iter().take(ROWS).map(|row| list(&mut row.iter().map(short))).collect();
    let guess = &preview.guess;
    let guess = [&guess.id, &guess.title, &guess.body, &guess.date, &guess.url];
    let guess: Array = guess.into_iter().map(|name| name.clone().map_or(JsValue::NULL, JsValue::from)).collect();
    Array::of4(&preview.name.as_str().into(), &list(&mut preview.names.iter().cloned()), &rows, &guess)
}

/// The report of a document; where the page prints no date, the one that its format gives.
fn parse(document: &Document) -> Report {
    let mut report = soi::parse(&document.id, &document.text);
    if report.published.is_none() {
        let day = document.date.as_deref().and_then(|date| date.get(..10));
        let is_day = |day: &&str| {
            day.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
        };
        report.published = day.filter(is_day).map(str::to_owned);
    }
    report
}

/// What the reader should know of a document that was read.
fn remarks(document: &Document) -> Vec<(&'static str, Option<String>)> {
    let mut out: Vec<_> = document.notes.iter().map(|note| (note.key(), note.detail())).collect();
    if !matches!(document.encoding, Encoding::Utf8) {
        out.push(("encoding", Some(document.encoding.as_str().to_owned())));
    }
    out
}

fn facts(report: &Report) -> usize {
    report.events.len()
        + report.people.len()
        + report.organisations.len()
        + report.directives.len()
        + report.measures.len()
        + report.periods.len()
        + report.places.len()
        + report.statements.len()
}

/// The bytes of a file; it may have been moved or changed since it was picked.
fn bytes(blob: &Blob) -> Result<Vec<u8>, String> {
    let read = FileReaderSync::new().and_then(|reader| reader.read_as_array_buffer(blob));
    match read {
        Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
        Err(error) => {
            let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
            Err(name.unwrap_or_default())
        }
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}
