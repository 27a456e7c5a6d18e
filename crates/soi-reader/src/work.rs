//! Reading files in a worker: a little, then whatever the page has to say, then a little more.
//!
//! Told: `{files: [[name, blob], …], parts: [reports, …], skip}` once, `parts` being what a worker before it has told, of
//! the first file `skip` reports, then
//! `{pause: bool}`, or `{stop: true}`, after which it reads no more, and `{shown: true}` when findings are on the screen:
//! until then, but no longer than a second, it waits, for page and worker would want the same processor. What it asks is answered by
//! `{choose: [names, [id, title, body, date, url]]}`, each a column's name or null, or null for a table that is to be
//! left out, and by `{pdf: [name, text, key]}`, the key of a fault where there is no text. `{parts, index: true}` in place
//! of files asks only for the findings of those parts.
//! `{helper: port}` gives it another worker, told `{helps: port}`, which parses a part of the documents: it is handed
//! `[number, id, text, date]` and hands back `[number, report]`. The reports are told in the order of the files all the
//! same, so that a corpus does not depend on how many workers read it.
//! Tells: `{file}` when it begins a file, and after each piece of work `{reports, documents, facts, share, troubles}`:
//! a corpus of the new reports as `Corpus::encode` writes it, how many there are, how many facts they hold, how much of
//! the file is done, `settled`, how many of its files were told whole, `partial`, how many reports of the file after
//! them, and what went wrong as `[name, key, detail]`, where a key with `note:` before it is of a file that
//! was read all the same. `findings` comes with it at growing intervals, when it asks which column is what (`asks`: the
//! question comes when they are shown), when it is paused, and at the end: index and links of all reports so
//! far (`Builder::findings`), so that the page neither indexes nor links. At the end `{done: true}`.
//! Asks, and reads no further until it is answered: `{columns: [name, names, rows, guess]}` of a table that does not say
//! which column is the text, and `{pdf: [name, bytes]}`, for the reader of PDFs is another program.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use soi::explore::Builder;
use soi::{Corpus, Report};
use soi_files::{Columns, Document, Encoding, Fault, Item, Note, Options, Preview, Reading, Reason};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent, MessagePort};

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

/// So many bytes of text lie with the helper at most: enough to keep it busy while this worker is at a slice.
const AWAY_MAX: usize = 200_000;

/// So many things that were read wait at most for a document before them that is parsed elsewhere.
const QUEUE_MAX: usize = 1_000;

/// Before there are files it parses a page like those that come, a little at a time and for so long, so that the browser
/// has compiled the parser when they are here.
const WARM_MS: f64 = 250.0;
const WARM_SLICE_MS: f64 = 10.0;
const WARM_REST_MS: i32 = 10;
const WARM: &str = include_str!("warm.txt");

/// What was read, until it is told.
enum Slot {
    /// A file begins here.
    File,
    /// `[name, key, detail]`.
    Trouble(Array),
    Report(Box<Report>),
    /// A document of so many bytes that the helper parses, by its number.
    Away(f64, usize),
}

struct Work {
    scope: DedicatedWorkerGlobalScope,
    files: VecDeque<(String, Blob)>,
    reading: Reading,
    /// So many reports of the first file were told by a worker before.
    skip: usize,
    queue: VecDeque<Slot>,
    helper: Option<MessagePort>,
    /// Documents that went to it so far, and bytes of them that are there now.
    sent: u32,
    away: usize,
    /// Whether it goes on when the helper has answered all.
    awaits: bool,
    /// Files whose beginning was told in order, and reports told of the last of them.
    opened: usize,
    partial: usize,
    /// Whether it is a helper itself.
    helps: bool,
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
        files: VecDeque::new(),
        reading: Reading::new(Options { ask: true, pdf_apart: true, ..Options::default() }),
        skip: 0,
        queue: VecDeque::new(),
        helper: None,
        sent: 0,
        away: 0,
        awaits: false,
        opened: 0,
        partial: 0,
        helps: false,
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
    let warm = Rc::clone(&work);
    later(WARM_REST_MS, move || warm_up(&warm, 0.0));
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let port = |key: &str| Reflect::get(&event.data(), &key.into()).ok()?.dyn_into::<MessagePort>().ok();
        if let Some(port) = port("helps") {
            work.borrow_mut().helps = true;
            return help(&port);
        }
        if let Some(port) = port("helper") {
            answered(&work, &port);
            work.borrow_mut().helper = Some(port);
            return;
        }
        let idle = {
            let mut work = work.borrow_mut();
            let idle = !work.begun || work.paused || work.asks || work.waits || work.awaits;
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

/// Parses what needs not be parsed, until there are files.
fn warm_up(work: &Rc<RefCell<Work>>, so_far: f64) {
    if work.try_borrow().is_ok_and(|work| work.begun || work.helps) {
        return;
    }
    let since = now();
    while now() - since < WARM_SLICE_MS {
        let report = soi::parse("", WARM);
        let corpus = Corpus { reports: vec![report] };
        let mut builder = Builder::new();
        // What it makes is of no use; that it was made is.
        let _ = corpus.encode();
        corpus.reports.into_iter().for_each(|report| builder.add(report));
        let _ = builder.findings();
    }
    let so_far = so_far + now() - since;
    if so_far < WARM_MS {
        let work = Rc::clone(work);
        later(WARM_REST_MS, move || warm_up(&work, so_far));
    }
}

/// Parses what another worker hands over.
fn help(port: &MessagePort) {
    let back = port.clone();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let document = Array::from(&event.data());
        let text = |at: u32| document.get(at).as_string();
        let report = parse(&text(1).unwrap_or_default(), &text(2).unwrap_or_default(), text(3).as_deref());
        let bytes = Uint8Array::from(Corpus { reports: vec![report] }.encode().as_slice());
        // The worker that handed it over waits.
        let _ =
            back.post_message_with_transferable(&Array::of2(&document.get(0), &bytes), &Array::of1(&bytes.buffer()));
    });
    port.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

/// Listens to what the helper hands back.
fn answered(work: &Rc<RefCell<Work>>, port: &MessagePort) {
    let work = Rc::clone(work);
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let goes_on = {
            let mut work = work.borrow_mut();
            work.came_back(&Array::from(&event.data()));
            work.awaits && work.away == 0
        };
        if goes_on {
            work.borrow_mut().awaits = false;
            go_on(&work);
        }
    });
    port.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

/// Works on, in slices between which messages come in.
fn go_on(work_of: &Rc<RefCell<Work>>) {
    let rest;
    {
        let mut work = work_of.borrow_mut();
        let stands = work.paused || work.asks || work.waits || work.awaits;
        if stands || work.done || work.files.is_empty() && !work.begun {
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
        if work.done || work.asks || work.awaits {
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
            (self.stopped, self.paused, self.asks, self.waits, self.awaits) = (true, false, false, false, false);
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
                // What a worker told is whole; a part that is damaged is none, as for the page.
                let corpus = Corpus::decode(&Uint8Array::new(&part).to_vec()).unwrap_or_default();
                corpus.reports.into_iter().for_each(|report| self.builder.add(report));
            }
            self.next = self.next.max(self.builder.len() * GROWTH);
            // Those that are read again get the ids that they had.
            self.skip = get("skip").as_f64().unwrap_or(0.0) as usize;
            self.partial = self.skip;
            let told = self.builder.reports();
            self.reading.take_ids(told[..told.len().saturating_sub(self.skip)].iter().map(|report| report.id.clone()));
        }
        if get("index").is_truthy() {
            self.begun = true;
            let findings = self.findings();
            self.tell(&[("findings", &findings)]);
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
        let mut question = ("", Array::new());
        let mut over = self.stopped;
        while now() < until && !over && !self.asks && !self.awaits {
            // What waits is not to grow without end.
            self.awaits = self.queue.len() > QUEUE_MAX && self.away > 0;
            match self.answered.take().or_else(|| self.reading.next()) {
                Some(Ok(Item::Document(document))) => self.document(document),
                Some(Ok(Item::Report(report))) => {
                    self.builder.tell(self.reading.told());
                    self.report(|_| Slot::Report(report));
                }
                Some(Ok(Item::Pdf { name, bytes })) => {
                    self.asks = true;
                    question = ("pdf", Array::of2(&name.into(), &Uint8Array::from(bytes.as_slice())));
                }
                Some(Ok(Item::Columns(preview))) => {
                    self.asks = true;
                    question = ("columns", asked(&preview));
                }
                Some(Err(Fault { name, reason })) => self.trouble(&name, reason.key(), reason.detail()),
                None => match self.files.pop_front() {
                    None => {
                        over = self.away == 0;
                        self.awaits = !over;
                    }
                    Some((name, blob)) => {
                        self.queue.push_back(Slot::File);
                        self.tell(&[("file", &name.as_str().into())]);
                        match bytes(&blob) {
                            Ok(bytes) => self.reading.add(&name, bytes),
                            Err(why) => self.trouble(&name, "unreadable", Some(why)),
                        }
                    }
                },
            }
        }
        self.done = over;
        let troubles = Array::new();
        let reports = self.in_order(&troubles);
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
            ("settled", &(self.opened.saturating_sub(1) as f64).into()),
            ("partial", &(self.partial as f64).into()),
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

    /// Takes a document that was read: parses it, or has it parsed.
    fn document(&mut self, document: Document) {
        // The same bytes again would only count everything twice; it is told.
        let again = document.notes.iter().any(|note| matches!(note, Note::SameBytes(_)));
        if again || self.skip == 0 {
            for (key, detail) in remarks(&document) {
                self.trouble(&document.name, &["note:", key].concat(), detail);
            }
        }
        if !again {
            self.report(|work| match work.send(&document) {
                Some(slot) => slot,
                None => Slot::Report(Box::new(parse(&document.id, &document.text, document.date.as_deref()))),
            });
        }
    }

    /// Takes a report in, unless a worker before told it.
    fn report(&mut self, make: impl FnOnce(&mut Self) -> Slot) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        let slot = make(self);
        self.queue.push_back(slot);
    }

    fn trouble(&mut self, name: &str, key: &str, detail: Option<String>) {
        let detail = detail.map_or(JsValue::NULL, JsValue::from);
        self.queue.push_back(Slot::Trouble(Array::of3(&name.into(), &key.into(), &detail)));
    }

    /// Hands a document to the helper, if there is one that has not enough to do.
    fn send(&mut self, document: &Document) -> Option<Slot> {
        let size = document.text.len();
        let port = self.helper.as_ref().filter(|_| self.away == 0 || self.away + size <= AWAY_MAX)?;
        let number = f64::from(self.sent);
        let date = document.date.as_deref().map_or(JsValue::NULL, JsValue::from);
        let message = Array::of4(&number.into(), &document.id.as_str().into(), &document.text.as_str().into(), &date);
        port.post_message(&message).ok()?;
        self.sent += 1;
        // An empty text is on its way too.
        let size = size.max(1);
        self.away += size;
        Some(Slot::Away(number, size))
    }

    /// Puts what the helper made in its place.
    fn came_back(&mut self, answer: &Array) {
        let number = answer.get(0).as_f64();
        let corpus = Corpus::decode(&Uint8Array::new(&answer.get(1)).to_vec()).unwrap_or_default();
        let away = self.queue.iter_mut().find(|slot| matches!(slot, Slot::Away(of, _) if Some(*of) == number));
        if let (Some(slot), Some(report)) = (away, corpus.reports.into_iter().next()) {
            if let Slot::Away(_, size) = slot {
                self.away -= *size;
            }
            *slot = Slot::Report(Box::new(report));
        }
    }

    /// The reports that may be told now, in the order of the files: none after one that is still away.
    fn in_order(&mut self, troubles: &Array) -> Vec<Report> {
        let mut reports = Vec::new();
        while let Some(slot) = self.queue.pop_front() {
            match slot {
                Slot::File => {
                    self.partial = if self.opened == 0 { self.partial } else { 0 };
                    self.opened += 1;
                }
                Slot::Trouble(trouble) => {
                    troubles.push(&trouble);
                }
                Slot::Report(report) => {
                    self.partial += 1;
                    reports.push(*report);
                }
                away @ Slot::Away(..) => {
                    self.queue.push_front(away);
                    break;
                }
            }
        }
        reports
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
fn parse(id: &str, text: &str, date: Option<&str>) -> Report {
    let mut report = soi::parse(id, text);
    if report.published.is_none() {
        let day = date.and_then(|date| date.get(..10));
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
