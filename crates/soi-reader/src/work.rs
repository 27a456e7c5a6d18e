//! Reading files in a worker: a little, then whatever the page has to say, then a little more.
//!
//! Told: `{files: [[name, blob], …], parts: [reports, …]}` once, `parts` being what a worker before it has told, then
//! `{pause: bool}`, or `{stop: true}`, after which it reads no more.
//! Tells: `{file}` when it begins a file, and after each piece of work `{reports, documents, facts, share, troubles}`:
//! a corpus of the new reports as `Corpus::encode` writes it, how many there are, how many facts they hold, how much of
//! the file is done, and what went wrong as `[name, key, detail]`, where a key with `note:` before it is of a file that
//! was read all the same. `findings` comes with it at growing intervals and at the end: index and links of all reports so
//! far (`Builder::findings`), so that the page neither indexes nor links. At the end `{done: true}`.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use soi::explore::Builder;
use soi::{Corpus, Report};
use soi_files::{Document, Encoding, Fault, Item, Note, Options, Reading};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

/// Findings are told with so many reports, the next with [`GROWTH`] times as many: each costs the page some work.
const FIRST: usize = 8;
const GROWTH: usize = 8;

/// So long it works before it tells and listens.
const SLICE_MS: f64 = 30.0;

struct Work {
    scope: DedicatedWorkerGlobalScope,
    files: std::collections::VecDeque<(String, Blob)>,
    reading: Reading,
    builder: Builder,
    /// With so many reports findings are told next.
    next: usize,
    stopped: bool,
    paused: bool,
    begun: bool,
    done: bool,
}

/// Begins to listen.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let work = Rc::new(RefCell::new(Work {
        scope: scope.clone(),
        files: std::collections::VecDeque::new(),
        reading: Reading::new(Options::default()),
        builder: Builder::new(),
        next: FIRST,
        stopped: false,
        paused: false,
        begun: false,
        done: false,
    }));
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let idle = {
            let mut work = work.borrow_mut();
            let idle = !work.begun || work.paused;
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
fn go_on(work: &Rc<RefCell<Work>>) {
    {
        let mut work = work.borrow_mut();
        if work.paused || work.done || work.files.is_empty() && !work.begun {
            return;
        }
        work.begun = true;
        work.slice();
        if work.done {
            return;
        }
    }
    let work = Rc::clone(work);
    let next = Closure::once_into_js(move || go_on(&work));
    let global = js_sys::global();
    let timeout = Reflect::get(&global, &"setTimeout".into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if let Some(timeout) = timeout {
        // A worker has timers.
        let _ = timeout.call2(&global, &next, &0.into());
    }
}

impl Work {
    fn told(&mut self, message: &JsValue) {
        let get = |key: &str| Reflect::get(message, &key.into()).unwrap_or(JsValue::UNDEFINED);
        if let Some(paused) = get("pause").as_bool() {
            self.paused = paused;
        }
        if get("stop").is_truthy() {
            (self.stopped, self.paused) = (true, false);
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
        self.done = self.stopped;
        while now() < until && !self.done {
            match self.reading.next() {
                Some(Ok(Item::Document(document))) => {
                    for (key, detail) in remarks(&document) {
                        trouble(&document.name, &["note:", key].concat(), detail);
                    }
                    // The same bytes again would only count everything twice; it is told.
                    if !document.notes.iter().any(|note| matches!(note, Note::SameBytes(_))) {
                        reports.push(parse(&document));
                    }
                }
                Some(Ok(Item::Report(report))) => reports.push(*report),
                Some(Ok(Item::Pdf { name, .. })) => trouble(&name, "pdf", None),
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
        let told = !self.builder.is_empty() && (self.done || self.builder.len() >= self.next);
        let findings = if told {
            self.next = self.builder.len() * GROWTH;
            Uint8Array::from(self.builder.findings().as_slice()).into()
        } else {
            JsValue::UNDEFINED
        };
        self.tell(&[
            ("reports", &Uint8Array::from(bytes.as_slice())),
            ("documents", &(count as f64).into()),
            ("facts", &(facts as f64).into()),
            ("share", &self.reading.share().into()),
            ("troubles", &troubles),
            ("findings", &findings),
            ("done", &self.done.into()),
        ]);
    }

    fn tell(&self, fields: &[(&str, &JsValue)]) {
        let message = Object::new();
        for (key, value) in fields {
            // A plain object takes any field.
            let _ = Reflect::set(&message, &(*key).into(), value);
        }
        // The page that made the worker listens.
        let _ = self.scope.post_message(&message);
    }
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
