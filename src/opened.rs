//! The reader's own documents: a worker reads them off the page's thread, and the explorer grows with what comes.

mod asks;
pub mod carried;
pub mod single;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{self, DragEvent, MessageEvent, Worker};
use soi::explore::{Builder, Explorer};
use soi::index::file::{self, Arrived};

use crate::address::{Address, View};
use crate::corpus::{self, Shown, use_shown};
use crate::navigate::{Navigator, use_navigator};
use crate::parts::stages::after_paint;
use crate::{prefs, save};

pub use asks::{Asked, ROLES};

/// So many reports of a kept corpus are shown before all of it is there.
const FIRST: usize = 20;

/// After so many milliseconds of work the page may do something else.
const SLICE_MS: f64 = 8.0;

/// What was read is stored at least so often, so that a tab that is closed loses no more.
const STORE_MS: f64 = 1_500.0;

/// So long a worker that was told to stop may take to tell what it found.
const STOP_MS: i32 = 3_000;

/// How a part of a kept corpus begins that has no reports, but what was found out about all of them.
const FINDINGS: &[u8] = b"SOIX";

/// How one begins that goes on with them, and how much of them a part holds: the browser writes a part in one go.
const MORE_FINDINGS: &[u8] = b"SOI+";
const FINDINGS_PART: usize = 128 << 10;

/// With so many processors a second worker helps to read: one is left to the page, one to the browser.
const PROCESSORS: f64 = 4.0;

/// It comes when the first was at work for so long: what is small is read by then.
const HELP_MS: f64 = 300.0;

/// A worker that is silent for so many ticks of this length is lost: one that the browser ended says nothing. Ticks, not
/// the clock: a machine that slept is not counted.
const TICK: std::time::Duration = std::time::Duration::from_secs(5);
const SILENT_TICKS: u32 = 12;

/// So many pieces a list is drawn in, and how high one of them is at least.
const PIECES: usize = 6;
const PIECE_HIGH: f64 = 1200.0;

/// So many troubles are listed; the others are counted.
const TROUBLES_MAX: usize = 2_000;

#[wasm_bindgen]
extern "C" {
    /// A worker that runs the reader, or another program (`src/boot.mjs`).
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = soiWorker)]
    async fn soi_worker(program: &str) -> Result<JsValue, JsValue>;

    /// The files that were dropped while the whole app was on its way, a promise like that of `soiFiles`; once
    /// (`src/boot.mjs`).
    #[wasm_bindgen(js_namespace = globalThis, js_name = soiDropped)]
    fn soi_dropped() -> JsValue;

    /// The files of a drop or a picker as `[path, file]` (`src/boot.mjs`).
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = soiFiles)]
    async fn soi_files(from: &JsValue) -> Result<JsValue, JsValue>;

    /// Corpora that the browser keeps: `list`, `get`, `put`, `rename`, `remove` (`src/boot.mjs`).
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = soiKept)]
    async fn soi_kept(what: &str, about: &JsValue, more: &JsValue) -> Result<JsValue, JsValue>;
}

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// Nothing was given yet.
    #[default]
    Idle,
    /// The reader is on its way.
    Starting,
    /// It reads.
    Reading,
    /// It waits to be told which column of a table is what.
    Asking,
    /// It waits to be told to go on.
    Paused,
    /// All was read.
    Done,
    /// The rest was not read, as the reader of the page wished.
    Stopped,
    /// The browser would not start it.
    Failed,
}

impl Stage {
    /// Whether something is still to come.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Starting | Self::Reading | Self::Asking | Self::Paused)
    }
}

/// What was read so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Progress {
    /// How far.
    pub stage: Stage,
    /// What the files are called together.
    pub name: String,
    /// Files given.
    pub files: usize,
    /// Files begun.
    pub begun: usize,
    /// How much of the last of them is done.
    pub share: f64,
    /// Reports read.
    pub documents: usize,
    /// Facts in them.
    pub facts: usize,
    /// Milliseconds at work.
    pub worked: f64,
}

impl Progress {
    /// How much of all is done, from 0 to 1.
    pub fn whole(&self) -> f64 {
        if self.stage == Stage::Done {
            return 1.0;
        }
        let before = self.begun.saturating_sub(1) as f64;
        ((before + self.share) / self.files.max(1) as f64).clamp(0.0, 1.0)
    }

    /// Seconds that the rest will take, when that can be told.
    pub fn seconds_left(&self) -> Option<usize> {
        let whole = self.whole();
        (self.stage == Stage::Reading && whole > 0.02 && self.worked > 700.0)
            .then(|| (self.worked * (1.0 - whole) / whole / 1000.0).ceil() as usize)
    }
}

/// A file that was not read, or something to know of one that was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The file, and the place in it.
    pub name: String,
    /// What it is: a key of `soi_files::Reason` or `soi_files::Note`.
    pub key: String,
    /// What its message is filled in with.
    pub detail: Option<String>,
    /// Whether it was read all the same.
    pub read: bool,
}

/// A corpus that the browser keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// What its files are called together, and its name here.
    pub name: String,
    /// Reports in it.
    pub documents: usize,
    /// Bytes of it.
    pub bytes: usize,
    /// When it was read: `2026-11-25`.
    pub date: String,
    /// Whether something of its files was not read: the reading was stopped, or the tab was closed.
    pub unfinished: bool,
}

/// Whether what was read is in the browser's own storage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Keeping {
    /// In this tab's memory alone.
    #[default]
    No,
    /// What was read so far is stored, and the rest will be.
    SoFar,
    /// Stored.
    Yes,
    /// The browser would not; its word for why.
    Refused(String),
}

/// A reading, in context.
#[derive(Clone, Copy)]
pub struct Opening {
    progress: RwSignal<Progress>,
    troubles: RwSignal<Vec<Trouble>>,
    unread: RwSignal<usize>,
    dropping: RwSignal<bool>,
    kept: RwSignal<Vec<Kept>>,
    keeping: RwSignal<Keeping>,
    run: StoredValue<Option<Run>, LocalStorage>,
    /// How many readings there were.
    turn: StoredValue<usize>,
    /// A worker that was started before there was work for it.
    warm: StoredValue<Option<js_sys::Promise>, LocalStorage>,
    asked: RwSignal<Option<Asked>>,
    pdf_worker: StoredValue<Option<Worker>, LocalStorage>,
    shown: Shown,
    navigator: Navigator,
}

/// What a reading holds.
struct Run {
    worker: Option<Worker>,
    /// One that parses a part of what it reads; and whether none is wanted, or is there or on its way already.
    helper: Option<Worker>,
    alone: bool,
    reports: Arrived,
    /// Findings that came with so many reports, to be shown, and whether they are the last; and whether some are being
    /// put together.
    waiting: Option<(Vec<u8>, usize, bool)>,
    joining: bool,
    files: Vec<JsValue>,
    /// The first of them that was given to the worker, how many it began, how many of those were told whole, and how many
    /// reports of the next.
    from: usize,
    begun: usize,
    settled: usize,
    partial: usize,
    /// What the worker sent, to be kept.
    parts: js_sys::Array,
    bytes: usize,
    /// What it is stored by, how many of its parts are, since when, and whether some are on their way or were refused.
    id: String,
    stored: u32,
    stored_at: f64,
    storing: bool,
    /// When the worker was last heard of, and whether its time counts.
    heard: f64,
    file: String,
    /// Ticks since then.
    silent: u32,
    /// Kept corpora that this one takes the place of.
    replaces: Vec<String>,
    /// The PDF whose text the worker waits for.
    pdf: Option<String>,
    /// What was chosen for tables, for another worker that takes the rest.
    chosen: Vec<JsValue>,
    /// Whether the address that is open is of these documents, and stays.
    keeps_address: bool,
    /// Whether a question comes when what waits is shown: it is asked where documents are opened.
    asks: bool,
    /// Whether the list is gone to after it.
    goes: bool,
}

/// Puts the reading in context, and begins with what was dropped before this program was here.
pub fn provide() {
    provide_opening();
    listen_for_drops();
    let files = soi_dropped();
    if !files.is_undefined() {
        let opening = use_opening();
        leptos::task::spawn_local(async move {
            match files.dyn_into::<js_sys::Promise>() {
                Ok(files) => match wasm_bindgen_futures::JsFuture::from(files).await {
                    Ok(files) => opening.begin(js_sys::Array::from(&files).to_vec()),
                    Err(error) => opening.fail(&error),
                },
                Err(error) => opening.fail(&error),
            }
        });
    }
}

/// A reload of the tab shows the kept corpus that it showed.
fn provide_opening() {
    let opening = Opening {
        progress: RwSignal::new(Progress::default()),
        troubles: RwSignal::new(Vec::new()),
        unread: RwSignal::new(0),
        dropping: RwSignal::new(false),
        kept: RwSignal::new(Vec::new()),
        keeping: RwSignal::new(Keeping::No),
        run: StoredValue::new_local(None),
        turn: StoredValue::new(0),
        warm: StoredValue::new_local(None),
        asked: RwSignal::new(None),
        pdf_worker: StoredValue::new_local(None),
        shown: use_shown(),
        navigator: use_navigator(),
    };
    provide_context(opening);
    if let Ok(ticks) = set_interval_with_handle(move || opening.tick(), TICK) {
        on_cleanup(move || ticks.clear());
    }
    opening.list();
    if carried::is_there() {
        opening.open_carried();
    } else if let Some(name) = prefs::corpus() {
        opening.open_kept(name, true);
    }
}

/// The reading.
pub fn use_opening() -> Opening {
    expect_context::<Opening>()
}

/// Files may be dropped anywhere on the page.
fn listen_for_drops() {
    let opening = use_opening();
    let holds_files = |event: &DragEvent| {
        event
            .data_transfer()
            .is_some_and(|data| data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
    };
    let over = window_event_listener(leptos::ev::dragover, move |event: DragEvent| {
        if holds_files(&event) {
            event.prevent_default();
            if !opening.dropping.get_untracked() {
                opening.dropping.set(true);
                opening.warm();
            }
        }
    });
    let leave = window_event_listener(leptos::ev::dragleave, move |event: DragEvent| {
        // Between two elements the pointer leaves one for the other.
        if event.related_target().is_none() {
            opening.dropping.set(false);
        }
    });
    let drop = window_event_listener(leptos::ev::drop, move |event: DragEvent| {
        opening.dropping.set(false);
        if holds_files(&event)
            && let Some(data) = event.data_transfer()
        {
            event.prevent_default();
            opening.open(&data);
        }
    });
    on_cleanup(move || {
        over.remove();
        leave.remove();
        drop.remove();
    });
}

impl Opening {
    /// How far it is.
    pub fn progress(self) -> RwSignal<Progress> {
        self.progress
    }

    /// What was not read, and what there is to know of what was.
    pub fn troubles(self) -> RwSignal<Vec<Trouble>> {
        self.troubles
    }

    /// How many files, or lines of them, were not read.
    pub fn unread(self) -> RwSignal<usize> {
        self.unread
    }

    /// Whether files hang over the page.
    pub fn dropping(self) -> RwSignal<bool> {
        self.dropping
    }

    /// Opens the files of a drop or a picker.
    pub fn open(self, from: &JsValue) {
        // A drop's files must be asked for before its event is over: the call itself does so.
        let files = soi_files_now(from);
        leptos::task::spawn_local(async move {
            match files.await {
                Ok(files) => self.begin(js_sys::Array::from(&files).to_vec()),
                Err(error) => self.fail(&error),
            }
        });
    }

    /// Opens a text that was typed or pasted; HTML is known by its tags.
    pub fn open_text(self, name: &str, text: &str) {
        let page = text.trim_start().starts_with('<');
        let name = [name, if page { ".html" } else { ".txt" }].concat();
        let Ok(blob) = web_sys::Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into())) else { return };
        self.begin(vec![js_sys::Array::of2(&name.into(), &blob).into()]);
    }

    fn begin(self, files: Vec<JsValue>) {
        let name = name_of(&files);
        self.begin_as(name, files, Vec::new());
    }

    /// Reads files as the corpus of that name, which takes the place of some that are kept.
    fn begin_as(self, name: String, files: Vec<JsValue>, replaces: Vec<String>) {
        if files.is_empty() {
            return;
        }
        self.end_worker();
        self.troubles.set(Vec::new());
        self.unread.set(0);
        self.keeping.set(Keeping::No);
        self.asked.set(None);
        self.progress.set(Progress { stage: Stage::Starting, name, files: files.len(), ..Progress::default() });
        self.turn.update_value(|turn| *turn += 1);
        self.run.set_value(Some(Run {
            worker: None,
            helper: None,
            alone: false,
            reports: Arrived::default(),
            waiting: None,
            joining: false,
            files,
            from: 0,
            begun: 0,
            settled: 0,
            partial: 0,
            parts: js_sys::Array::new(),
            bytes: 0,
            id: format!("{:x}-{:x}", now() as u64, (js_sys::Math::random() * 4e9) as u32),
            stored: 0,
            stored_at: now(),
            storing: false,
            heard: now(),
            file: String::new(),
            silent: 0,
            replaces,
            pdf: None,
            chosen: Vec::new(),
            keeps_address: false,
            asks: false,
            goes: false,
        }));
        self.start(0, 0);
    }

    /// Has a worker ready for files that are about to come.
    pub fn warm(self) {
        if self.warm.with_value(Option::is_none) && !self.progress.with_untracked(|p| p.stage.is_open()) {
            self.warm.set_value(Some(wasm_bindgen_futures::future_to_promise(async {
                // Where it does not start, it is asked for again when there is work, and that failure is told.
                Ok(soi_worker("reader").await.unwrap_or(JsValue::UNDEFINED))
            })));
        }
    }

    /// Starts a worker on the files from that one on, of which so many reports are there.
    fn start(self, from: usize, there: usize) {
        let warm = self.warm.try_update_value(Option::take).flatten();
        leptos::task::spawn_local(async move {
            let warm = match warm {
                Some(warm) => wasm_bindgen_futures::JsFuture::from(warm).await.ok(),
                None => None,
            };
            let worker = match warm.filter(|warm| !warm.is_undefined()) {
                Some(worker) => Ok(worker),
                None => soi_worker("reader").await,
            };
            let worker = match worker.and_then(|worker| worker.dyn_into::<Worker>()) {
                Ok(worker) => worker,
                Err(error) => return self.fail(&error),
            };
            hear(&worker, move |data| self.told(&data), move || self.crashed(false));
            let message = self.run.try_update_value(|run| {
                let run = run.as_mut()?;
                let files: js_sys::Array = run.files.get(from..)?.iter().collect();
                run.worker = Some(worker.clone());
                run.heard = now();
                run.silent = 0;
                (run.from, run.begun, run.settled, run.partial) = (from, 0, 0, there);
                let message = js_sys::Object::new();
                js_sys::Reflect::set(&message, &"parts".into(), &run.parts).ok()?;
                js_sys::Reflect::set(&message, &"skip".into(), &(there as f64).into()).ok()?;
                js_sys::Reflect::set(&message, &"files".into(), &files).ok()?;
                Some(message)
            });
            match message.flatten() {
                Some(message) if self.progress.with_untracked(|progress| progress.stage == Stage::Starting) => {
                    self.progress.update(|progress| progress.stage = Stage::Reading);
                    let chosen = self.run.with_value(|run| run.as_ref().map(|run| run.chosen.clone()));
                    for choice in chosen.unwrap_or_default() {
                        // Should it not arrive, it is asked again.
                        let _ = worker.post_message(&choice);
                    }
                    if let Err(error) = worker.post_message(&message) {
                        self.fail(&error);
                    }
                }
                // It was stopped meanwhile.
                _ => worker.terminate(),
            }
        });
    }

    /// Gives the worker another one to help it, where there are processors enough and more to do than a little.
    fn help(self) {
        let processors = window().navigator().hardware_concurrency();
        let worker = self.run.try_update_value(|run| {
            let run = run.as_mut().filter(|run| processors >= PROCESSORS && !run.alone)?;
            run.alone = true;
            run.worker.clone()
        });
        let Some(worker) = worker.flatten() else { return };
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            // Without it one reads alone.
            let Ok(helper) = soi_worker("reader").await.and_then(|helper| helper.dyn_into::<Worker>()) else { return };
            let wanted = self.run.try_update_value(|run| {
                let run = run.as_mut().filter(|run| run.worker.as_ref() == Some(&worker))?;
                run.helper = Some(helper.clone());
                Some(())
            });
            let channel = web_sys::MessageChannel::new().ok().filter(|_| self.turn.get_value() == turn);
            let (Some(channel), Some(Some(()))) = (channel, wanted) else { return helper.terminate() };
            hear(&helper, |_| (), move || self.crashed(true));
            let give = |to: &Worker, key: &str, port: web_sys::MessagePort| {
                to.post_message_with_transfer(&message(key, &port), &js_sys::Array::of1(&port)).is_ok()
            };
            if give(&helper, "helps", channel.port2()) {
                // A worker that is gone is noticed by its silence.
                give(&worker, "helper", channel.port1());
            }
        });
    }

    /// Notices a worker that is no more.
    fn tick(self) {
        if self.progress.with_untracked(|progress| progress.stage.is_open()) {
            self.keep_so_far();
        }
        if self.progress.with_untracked(|progress| progress.stage != Stage::Reading) {
            return;
        }
        let silent = self.run.try_update_value(|run| {
            run.as_mut().map_or(0, |run| {
                run.silent += 1;
                run.silent
            })
        });
        if silent.is_some_and(|silent| silent > SILENT_TICKS) && !self.give_up_pdf() {
            let helped = self.run.with_value(|run| run.as_ref().is_some_and(|run| run.helper.is_some()));
            self.crashed(helped);
        }
    }

    /// Takes what the worker tells.
    fn told(self, message: &JsValue) {
        self.run.update_value(|run| {
            if let Some(run) = run {
                run.silent = 0;
            }
        });
        let get = |key: &str| js_sys::Reflect::get(message, &key.into()).unwrap_or(JsValue::UNDEFINED);
        let number = |key: &str| get(key).as_f64().unwrap_or(0.0);
        if self.take_question(&get) {
            return;
        }
        if let Some(file) = get("file").as_string() {
            self.progress.update(|progress| {
                progress.begun += 1;
                progress.share = 0.0;
            });
            self.run.update_value(|run| {
                if let Some(run) = run {
                    run.file = file;
                    run.begun += 1;
                }
            });
            return;
        }
        // Where it only tells what there is, as it pauses, there are none.
        for trouble in get("troubles").dyn_into::<js_sys::Array>().unwrap_or_default().iter() {
            let trouble = js_sys::Array::from(&trouble);
            let key = trouble.get(1).as_string().unwrap_or_default();
            let name = trouble.get(0).as_string().unwrap_or_default();
            self.trouble(name, key, trouble.get(2).as_string());
        }
        let done = get("done").as_bool() == Some(true);
        let bytes_of = |key: &str| get(key).dyn_into::<js_sys::Uint8Array>().unwrap_or_default();
        let (part, findings) = (bytes_of("reports"), bytes_of("findings"));
        let bytes = part.to_vec();
        let mut worked = 0.0;
        self.run.update_value(|run| {
            let Some(run) = run else { return };
            worked = now() - run.heard;
            run.heard = now();
            run.asks = get("asks").is_truthy();
            if let (Some(settled), Some(partial)) = (get("settled").as_f64(), get("partial").as_f64()) {
                (run.settled, run.partial) = (settled as usize, partial as usize);
            }
            if !bytes.is_empty() {
                run.parts.push(&part);
                run.bytes += bytes.len();
                // What the worker encoded a moment ago is whole.
                let _ = run.reports.push(&bytes);
            }
            if findings.length() > 0 {
                let findings = findings.to_vec();
                if done {
                    run.bytes += keep_findings(&findings, &run.parts);
                }
                run.waiting = Some((findings, run.reports.len(), done));
            }
        });
        self.progress.update(|progress| {
            progress.documents += number("documents") as usize;
            progress.facts += number("facts") as usize;
            progress.share = number("share");
            progress.worked += worked;
            if done && progress.stage != Stage::Stopped {
                progress.stage = Stage::Done;
            }
        });
        if done {
            // A piece of work of its own.
            let turn = self.turn.get_value();
            leptos::task::spawn_local(async move {
                wait(0).await;
                if self.turn.get_value() == turn {
                    self.end_worker();
                    self.keep();
                }
            });
        } else {
            self.keep_so_far();
            if self.progress.with_untracked(|progress| progress.worked > HELP_MS) {
                self.help();
            }
        }
        self.join();
    }

    /// Puts the findings that wait and their reports together and shows them, unless others are being put together:
    /// then after those.
    fn join(self) {
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            let taken = self.run.try_update_value(|run| {
                let run = run.as_mut().filter(|run| !run.joining)?;
                let waiting = run.waiting.take()?;
                run.joining = true;
                Some(waiting)
            });
            let Some((findings, count, last)) = taken.flatten() else { return };
            // After the last nothing else needs them; else a copy is shown, which shares what is large.
            let reports = self.run.try_update_value(|run| {
                let run = run.as_mut().filter(|_| self.turn.get_value() == turn)?;
                Some(if last { std::mem::take(&mut run.reports) } else { run.reports.clone().first(count) })
            });
            let Some(reports) = reports.flatten() else { return };
            let joined = file::join(reports, &findings, pauses()).await;
            if self.turn.get_value() != turn {
                return;
            }
            self.run.update_value(|run| {
                if let Some(run) = run {
                    run.joining = false;
                }
            });
            match joined {
                Ok(explorer) => {
                    // Drawing is a piece of work of its own.
                    wait(0).await;
                    if self.turn.get_value() == turn {
                        self.show(Arc::new(explorer), move || self.let_go_on());
                    }
                }
                Err(error) => {
                    leptos::logging::error!("{error}");
                    self.let_go_on();
                }
            }
            self.join();
        });
    }

    /// Lets the worker go on, which waits for what it found to be drawn: page and worker would want the same processor.
    fn let_go_on(self) {
        self.run.with_value(|run| {
            if let Some(worker) = run.as_ref().and_then(|run| run.worker.as_ref()) {
                // It goes on by itself, only later.
                let _ = worker.post_message(&message("shown", &true.into()));
            }
        });
    }

    /// Shows what was read when no worker is left to tell what is in it.
    fn finish_here(self) {
        self.end_worker();
        self.keep();
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            let taken = self.run.try_update_value(|run| {
                run.as_mut().map(|run| (std::mem::take(&mut run.reports), run.parts.slice(0, run.parts.length())))
            });
            let Some((reports, parts)) = taken.flatten().filter(|(reports, _)| !reports.is_empty()) else { return };
            let explorer = explorer_of(reports, &parts, None).await;
            if self.turn.get_value() == turn {
                self.show(Arc::new(explorer), || ());
            }
        });
    }

    /// Corpora that the browser keeps.
    pub fn kept(self) -> RwSignal<Vec<Kept>> {
        self.kept
    }

    /// Whether what was read last is among them.
    pub fn keeping(self) -> RwSignal<Keeping> {
        self.keeping
    }

    /// Asks the browser which corpora it keeps; one that keeps none has none.
    fn list(self) {
        leptos::task::spawn_local(async move {
            let Ok(found) = soi_kept("list", &JsValue::UNDEFINED, &JsValue::UNDEFINED).await else { return };
            let found = js_sys::Array::from(&found);
            let kept = found.iter().filter_map(|about| {
                let get = |key: &str| js_sys::Reflect::get(&about, &key.into()).ok();
                Some(Kept {
                    name: get("name")?.as_string()?,
                    documents: get("documents")?.as_f64()? as usize,
                    bytes: get("bytes")?.as_f64()? as usize,
                    date: get("date")?.as_string()?,
                    unfinished: get("unfinished").is_some_and(|unfinished| unfinished.is_truthy()),
                })
            });
            self.kept.set(kept.collect());
        });
    }

    /// What there is to store of what was read so far, unless nothing is.
    fn storable(self, unfinished: bool) -> Option<(JsValue, js_sys::Array)> {
        let (name, documents) = self.progress.with_untracked(|progress| (progress.name.clone(), progress.documents));
        self.run.with_value(|run| {
            let run = run.as_ref().filter(|_| documents > 0)?;
            let about = js_sys::Object::new();
            let fields: [(&str, JsValue); 7] = [
                ("name", name.as_str().into()),
                ("documents", (documents as f64).into()),
                ("bytes", (run.bytes as f64).into()),
                ("date", save::today().into()),
                ("id", run.id.as_str().into()),
                ("at", run.stored.into()),
                ("unfinished", unfinished.into()),
            ];
            for (key, value) in &fields {
                // A plain object takes any field.
                let _ = js_sys::Reflect::set(&about, &(*key).into(), value);
            }
            Some((about.into(), run.parts.slice(0, run.parts.length())))
        })
    }

    /// Stores what was read.
    fn keep(self) {
        let done = self.progress.with_untracked(|progress| progress.stage == Stage::Done);
        let Some((about, parts)) = self.storable(!done) else { return };
        // Only where all of them were read is what they were of no use.
        let whole = done && self.unread.get_untracked() == 0;
        let replaces = self
            .run
            .with_value(|run| run.as_ref().map(|run| run.replaces.clone()))
            .filter(|_| whole)
            .unwrap_or_default();
        leptos::task::spawn_local(async move {
            match soi_kept("put", &about, &parts).await {
                Ok(name) => {
                    let name = name.as_string().unwrap_or_default();
                    for old in replaces.iter().filter(|old| **old != name) {
                        // One that stays is there twice, and nothing is lost.
                        let _ = soi_kept("remove", &old.as_str().into(), &JsValue::UNDEFINED).await;
                    }
                    prefs::set_corpus(Some(&name));
                    self.keeping.set(Keeping::Yes);
                }
                Err(error) => self.refused(&error),
            }
            // Where it is refused, what was stored before is there.
            self.list();
        });
    }

    /// Stores what was read so far, from time to time: who closes the tab loses only the rest.
    fn keep_so_far(self) {
        let due = self.run.with_value(|run| {
            run.as_ref()
                .is_some_and(|run| !run.storing && run.parts.length() > run.stored && now() - run.stored_at > STORE_MS)
        });
        let Some((about, parts)) = due.then(|| self.storable(true)).flatten() else { return };
        let turn = self.turn.get_value();
        let note = move |note: &dyn Fn(&mut Run)| {
            self.run.update_value(|run| {
                if let Some(run) = run.as_mut().filter(|_| self.turn.get_value() == turn) {
                    note(run);
                }
            });
        };
        note(&|run| run.storing = true);
        leptos::task::spawn_local(async move {
            match soi_kept("put", &about, &parts).await {
                // Of a reading that is over by now all was stored after this.
                Ok(name)
                    if self.turn.get_value() == turn
                        && matches!(self.keeping.get_untracked(), Keeping::No | Keeping::SoFar) =>
                {
                    note(&|run| {
                        (run.storing, run.stored, run.stored_at) = (false, parts.length(), now());
                    });
                    prefs::set_corpus(name.as_string().as_deref());
                    self.keeping.set(Keeping::SoFar);
                }
                Ok(_) => {}
                // It is tried once more when all is read.
                Err(error) => self.refused(&error),
            }
        });
    }

    /// Shows a kept corpus. `again` is after a reload: the address is of that corpus, and stays.
    pub fn open_kept(self, name: String, again: bool) {
        self.end_worker();
        self.progress.set(Progress::default());
        self.troubles.set(Vec::new());
        self.unread.set(0);
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            let Some(parts) = kept_parts(&name).await else {
                prefs::set_corpus(None);
                return;
            };
            let mut pause = pauses();
            let mut reports = Arrived::default();
            let mut findings = Vec::new();
            let mut shown = false;
            for part in parts.iter() {
                let bytes = js_sys::Uint8Array::new(&part).to_vec();
                if takes_findings(&bytes, &mut findings) {
                    continue;
                }
                match reports.push(&bytes) {
                    Ok(()) => {}
                    // Kept by another version of the app, or damaged: the reader must know why less is there.
                    Err(error) => {
                        let (key, detail) = match error {
                            soi::corpus::Error::OtherVersion(version) => ("other-version", version.to_string()),
                            _ => ("damaged", "soi".to_owned()),
                        };
                        self.progress.update(|progress| {
                            progress.name.clone_from(&name);
                            progress.stage = Stage::Failed;
                        });
                        if self.troubles.with_untracked(Vec::is_empty) {
                            self.trouble(name.clone(), key.to_owned(), Some(detail));
                        }
                    }
                }
                if !shown && reports.len() >= FIRST {
                    shown = true;
                    let mut builder = Builder::new();
                    reports.reports().take(FIRST).for_each(|report| builder.add(report));
                    self.show_as(&name, Arc::new(builder.finish()), again, || ());
                }
                pause().await;
            }
            if reports.is_empty() || self.turn.get_value() != turn {
                return;
            }
            let explorer = explorer_of(reports, &parts, Some(findings)).await;
            if self.turn.get_value() == turn {
                prefs::set_corpus(Some(&name));
                self.show_as(&name, Arc::new(explorer), again, || ());
            }
        });
    }

    /// Forgets a kept corpus.
    pub fn remove(self, name: String) {
        leptos::task::spawn_local(async move {
            if soi_kept("remove", &name.as_str().into(), &JsValue::UNDEFINED).await.is_ok() {
                if prefs::corpus().as_deref() == Some(name.as_str()) {
                    prefs::set_corpus(None);
                    // What is shown is in this tab alone now.
                    self.keeping.set(Keeping::No);
                }
                self.list();
            }
        });
    }

    /// Gives a kept corpus another name; one that is taken stays whose it is.
    pub fn rename(self, kept: Kept, name: &str) {
        let name = name.trim().to_owned();
        if name.is_empty() || self.kept.with_untracked(|all| all.iter().any(|kept| kept.name == name)) {
            return;
        }
        leptos::task::spawn_local(async move {
            let old = kept.name;
            match soi_kept("rename", &old.as_str().into(), &name.as_str().into()).await {
                Ok(_) => {
                    if prefs::corpus().as_deref() == Some(old.as_str()) {
                        prefs::set_corpus(Some(&name));
                    }
                    if self.shown.name().with_untracked(|shown| shown.as_deref() == Some(old.as_str())) {
                        self.shown.name().set(Some(name));
                    }
                }
                Err(error) => self.refused(&error),
            }
            self.list();
        });
    }

    /// Two kept corpora become one, read as files are: a name that both have is told, and nothing is dropped.
    pub fn merge(self, first: String, second: String) {
        leptos::task::spawn_local(async move {
            let mut files = Vec::new();
            for name in [&first, &second] {
                let Some(parts) = kept_parts(name).await else { return self.list() };
                let bytes = js_sys::Uint8Array::from(as_file(&parts).await.as_slice());
                if let Ok(blob) = web_sys::Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&bytes)) {
                    let path = [name.trim_end_matches(".soi"), ".soi"].concat();
                    files.push(js_sys::Array::of2(&path.into(), &blob).into());
                }
            }
            let name = [&first, " + ", &second].concat();
            self.begin_as(name, files, vec![first, second]);
        });
    }

    /// Offers a kept corpus as a file.
    pub fn export_kept(self, name: String) {
        leptos::task::spawn_local(async move {
            let Some(parts) = kept_parts(&name).await else { return self.list() };
            save::save_bytes(&[name.trim_end_matches(".soi"), ".soi"].concat(), &as_file(&parts).await);
        });
    }

    /// What the browser said when it would not store.
    fn refused(self, error: &JsValue) {
        let why = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
        self.keeping.set(Keeping::Refused(why.unwrap_or_default()));
    }

    /// Offers the corpus that is shown as a file that `soi` and this page read.
    pub fn export(self) {
        let name = self.shown.name().get_untracked().unwrap_or_else(|| "soi".to_owned());
        let bytes = self.shown.explorer().with_untracked(|explorer| explorer.encode());
        save::save_bytes(&[&name, ".soi"].concat(), &bytes);
    }

    fn trouble(self, name: String, key: String, detail: Option<String>) {
        let read = key.starts_with("note:");
        let key = key.trim_start_matches("note:").to_owned();
        if !read {
            self.unread.update(|unread| *unread += 1);
        }
        if self.troubles.with_untracked(Vec::len) < TROUBLES_MAX {
            self.troubles.update(|troubles| troubles.push(Trouble { name, key, detail, read }));
        }
    }

    /// Shows what was read, and calls when it is drawn.
    fn show(self, explorer: Arc<Explorer>, then: impl FnOnce() + 'static) {
        let name = self.progress.with_untracked(|progress| progress.name.clone());
        let keep = self.run.try_update_value(|run| run.as_mut().map(|run| std::mem::take(&mut run.keeps_address)));
        self.show_as(&name, explorer, keep.flatten().unwrap_or_default(), then);
    }

    /// Shows a corpus: at first from its start, or from the address where that is of it, then in place.
    fn show_as(self, name: &str, explorer: Arc<Explorer>, keep_address: bool, then: impl FnOnce() + 'static) {
        let first = self.shown.name().with_untracked(|shown| shown.as_deref() != Some(name));
        let place = (!first).then(keep_place);
        // The first time nothing that draws it has run before, which costs: then the frame comes alone.
        let pieces = if first { 0 } else { (window().scroll_y().unwrap_or(0.0) / PIECE_HIGH) as usize + 1 };
        hold_height(!first);
        let goes = !keep_address && self.goes_to_list(first);
        let here = self.navigator.address().with_untracked(|address| address.view == View::Open);
        let start = move || self.navigator.go(start_of(&self.navigator.address().get_untracked()));
        if keep_address {
            self.navigator.restore(&explorer);
        } else if goes && !here {
            start();
        }
        self.shown.drawn().set(pieces);
        self.shown.show(name, explorer);
        if let Some(place) = place {
            place();
        }
        if !(goes && here) {
            return draw(self.shown.drawn(), pieces, Box::new(then));
        }
        // Then the frame around the page where documents are opened is a piece of work, and the list another.
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            wait(0).await;
            if self.turn.get_value() == turn {
                if self.navigator.address().with_untracked(|address| address.view == View::Open) {
                    start();
                }
                draw(self.shown.drawn(), pieces, Box::new(then));
            }
        });
    }

    /// Whether the list of what is read is to be gone to now: when it is first shown, or after the questions.
    fn goes_to_list(self, first: bool) -> bool {
        let asked = self.asked.with_untracked(Option::is_some);
        let here = self.navigator.address().with_untracked(|address| address.view == View::Open);
        let goes = self.run.try_update_value(|run| {
            let Some(run) = run else { return first };
            let (due, asks) = (first || run.goes && here, run.asks || asked);
            run.goes = due && asks;
            due && !asks
        });
        goes.unwrap_or(first)
    }

    /// Waits, or goes on.
    pub fn pause(self, pause: bool) {
        let message = message("pause", &pause.into());
        let told = self.run.with_value(|run| match run.as_ref().and_then(|run| run.worker.as_ref()) {
            Some(worker) => worker.post_message(&message),
            None => Ok(()),
        });
        if told.is_ok() {
            self.run.update_value(|run| {
                if let Some(run) = run {
                    run.heard = now();
                }
            });
            self.progress.update(|progress| progress.stage = if pause { Stage::Paused } else { Stage::Reading });
        }
    }

    /// Leaves the rest unread; what was read stays.
    pub fn stop(self) {
        self.progress.update(|progress| progress.stage = Stage::Stopped);
        let message = message("stop", &true.into());
        let told = self.run.with_value(|run| {
            let worker = run.as_ref().and_then(|run| run.worker.as_ref());
            worker.is_some_and(|worker| worker.post_message(&message).is_ok())
        });
        if !told {
            return self.finish_here();
        }
        // One that is deep in a file does not listen.
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            wait(STOP_MS).await;
            let at_work = self.run.with_value(|run| run.as_ref().is_some_and(|run| run.worker.is_some()));
            if at_work && self.turn.get_value() == turn {
                self.finish_here();
            }
        });
    }

    /// Puts the result of the reading away.
    pub fn dismiss(self) {
        self.progress.set(Progress::default());
    }

    /// Shows the embedded corpus again.
    pub fn leave(self) {
        if self.progress.with_untracked(|progress| progress.stage.is_open()) {
            self.end_worker();
        }
        self.progress.set(Progress::default());
        self.turn.update_value(|turn| *turn += 1);
        self.run.set_value(None);
        prefs::set_corpus(None);
        self.navigator.go(start_of(&self.navigator.address().get_untracked()));
        self.shown.show_embedded();
    }

    /// The file that the worker was at broke it: it is told, and another worker takes the rest. Which file broke a helper
    /// is not known: all that was not told by then is read again without one.
    fn crashed(self, helper: bool) {
        self.end_worker();
        let next = self.run.try_update_value(|run| {
            let run = run.as_mut()?;
            let (mut next, mut there) = (run.from + run.settled, run.partial);
            run.alone = true;
            if !helper {
                let broke = run.from + run.begun.checked_sub(1)?;
                if broke == next {
                    there = 0;
                }
                if broke < run.files.len() {
                    run.files.remove(broke);
                }
                next = next.min(run.files.len());
            }
            (next < run.files.len()).then_some((next, there, run.files.len()))
        });
        if !helper {
            let file = self.run.with_value(|run| run.as_ref().map(|run| run.file.clone()).unwrap_or_default());
            self.trouble(file, "crashed".to_owned(), None);
        }
        match next.flatten() {
            Some((next, there, left)) => {
                self.progress.update(|progress| {
                    progress.stage = Stage::Starting;
                    progress.begun = next + progress.files.saturating_sub(left);
                });
                self.start(next, there);
            }
            None => {
                self.progress.update(|progress| progress.stage = Stage::Stopped);
                self.finish_here();
            }
        }
    }

    fn fail(self, error: &JsValue) {
        leptos::logging::warn!("{error:?}");
        self.end_worker();
        self.progress.update(|progress| progress.stage = Stage::Failed);
    }

    fn end_worker(self) {
        let mut reads_pdf = false;
        self.run.update_value(|run| {
            let Some(run) = run else { return };
            reads_pdf = run.pdf.take().is_some();
            for worker in [run.worker.take(), run.helper.take()].into_iter().flatten() {
                worker.terminate();
            }
        });
        if reads_pdf {
            self.end_pdf_worker();
        }
        self.asked.set(None);
    }
}

/// Calls at once and gives what will come.
fn soi_files_now(from: &JsValue) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    let from = from.clone();
    // An async import is called when it is first polled, which would be too late for a drop.
    let mut asked = Box::pin(async move { soi_files(&from).await });
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let early = match asked.as_mut().poll(&mut context) {
        std::task::Poll::Ready(files) => Some(files),
        std::task::Poll::Pending => None,
    };
    async move {
        match early {
            Some(files) => files,
            None => asked.await,
        }
    }
}

/// Listens to a worker: what it says, and that it broke.
fn hear(worker: &Worker, told: impl Fn(JsValue) + 'static, crashed: impl Fn() + 'static) {
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| told(event.data()));
    worker.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    let crash = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        event.prevent_default();
        crashed();
    });
    worker.set_onerror(Some(crash.as_ref().unchecked_ref()));
    crash.forget();
}

/// A message to a worker.
fn message(key: &str, value: &JsValue) -> JsValue {
    let message = js_sys::Object::new();
    // A plain object takes any field.
    let _ = js_sys::Reflect::set(&message, &key.into(), value);
    message.into()
}

/// Adds what was found out about reports to the parts that are kept of them; gives how many bytes came to them.
fn keep_findings(findings: &[u8], parts: &js_sys::Array) -> usize {
    let mut bytes = 0;
    for (number, piece) in findings.chunks(FINDINGS_PART).enumerate() {
        let part = match number {
            0 => js_sys::Uint8Array::from(piece),
            _ => js_sys::Uint8Array::from([MORE_FINDINGS, piece].concat().as_slice()),
        };
        bytes += part.length() as usize;
        parts.push(&part);
    }
    bytes
}

/// Whether a part is one of those that [`keep_findings`] made; then it comes to the others.
fn takes_findings(part: &[u8], findings: &mut Vec<u8>) -> bool {
    let more = part.strip_prefix(MORE_FINDINGS);
    findings.extend(if part.starts_with(FINDINGS) { part } else { more.unwrap_or_default() });
    part.starts_with(FINDINGS) || more.is_some()
}

/// What there is to find out about the reports of those parts, found by a worker; nothing where none starts or it breaks.
async fn found_again(parts: &js_sys::Array) -> Option<Vec<u8>> {
    let worker = soi_worker("reader").await.ok()?.dyn_into::<Worker>().ok()?;
    let ask = js_sys::Object::new();
    for (key, value) in [("parts", parts.as_ref()), ("index", &JsValue::TRUE)] {
        // A plain object takes any field.
        let _ = js_sys::Reflect::set(&ask, &key.into(), value);
    }
    let told = js_sys::Promise::new(&mut |resolve, reject| {
        let answer = move |data: JsValue| {
            let findings = js_sys::Reflect::get(&data, &"findings".into()).unwrap_or_default();
            // Whoever waits is told once.
            let _ = resolve.call1(&JsValue::UNDEFINED, &findings);
        };
        let broke = move || {
            let _ = reject.call0(&JsValue::UNDEFINED);
        };
        hear(&worker, answer, broke);
    });
    worker.post_message(&ask).ok()?;
    let told = wasm_bindgen_futures::JsFuture::from(told).await;
    worker.terminate();
    Some(told.ok()?.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec())
}

/// The explorer of reports that came as those parts. Where `findings` are not there or of another Soi, as where the
/// reading was broken off, they are found again in a worker, and where there is none, here.
async fn explorer_of(reports: Arrived, parts: &js_sys::Array, findings: Option<Vec<u8>>) -> Explorer {
    let mut pause = pauses();
    let mut reports = Some(reports);
    for kept in [findings.filter(|findings| !findings.is_empty()), None] {
        let again = kept.is_none();
        let findings = match kept {
            Some(findings) => Some(findings),
            None => found_again(parts).await,
        };
        let arrived = match reports.take() {
            Some(reports) => reports,
            None => {
                let mut arrived = Arrived::default();
                for part in parts.iter() {
                    // Of one that is damaged it was told when it was first read.
                    let _ = arrived.push(&js_sys::Uint8Array::new(&part).to_vec());
                    pause().await;
                }
                arrived
            }
        };
        if let Some(findings) = findings
            && let Ok(explorer) = file::join(arrived, &findings, pauses()).await
        {
            return explorer;
        }
        if again {
            break;
        }
    }
    let mut builder = Builder::new();
    for part in parts.iter() {
        for report in corpus::decode(&js_sys::Uint8Array::new(&part).to_vec()).unwrap_or_default() {
            builder.add(report);
            pause().await;
        }
    }
    builder.finish()
}

/// The parts of a kept corpus as one file. One that an older Soi kept, or whose reading was broken off, is indexed again.
async fn as_file(parts: &js_sys::Array) -> Vec<u8> {
    let mut pause = pauses();
    let (mut reports, mut findings) = (Vec::new(), Vec::new());
    for part in parts.iter() {
        let bytes = js_sys::Uint8Array::new(&part).to_vec();
        if !takes_findings(&bytes, &mut findings) {
            reports.push(bytes);
        }
        pause().await;
    }
    for kept in [true, false] {
        let findings = if kept { Some(std::mem::take(&mut findings)) } else { found_again(parts).await };
        if let Some(file) = findings.and_then(|findings| file::assemble(&reports, &findings).ok()) {
            return file;
        }
    }
    explorer_of(Arrived::default(), parts, None).await.encode()
}

/// The parts of a kept corpus, while the browser has it.
async fn kept_parts(name: &str) -> Option<js_sys::Array> {
    let parts = soi_kept("get", &name.into(), &JsValue::UNDEFINED).await.ok()?;
    (!parts.is_undefined()).then(|| js_sys::Array::from(&parts))
}

/// What the files are called together: the one file, or the folder that they are all in.
fn name_of(files: &[JsValue]) -> String {
    let path = |file: &JsValue| js_sys::Array::from(file).get(0).as_string().unwrap_or_default();
    let first = files.first().map(path).unwrap_or_default();
    match (files.len(), first.split_once('/')) {
        (1, _) => first.rsplit('/').next().unwrap_or_default().to_owned(),
        (_, Some((folder, _))) if files.iter().all(|file| path(file).split('/').next() == Some(folder)) => {
            folder.to_owned()
        }
        (count, _) => format!("{first} +{}", count - 1),
    }
}

/// The start view, in the language and theme of the link that is open.
fn start_of(address: &Address) -> Address {
    Address { view: View::Reports, lang: address.lang, theme: address.theme, ..Address::default() }
}

/// Lets the page do what waits, each time that [`SLICE_MS`] of work are done.
pub fn pauses() -> impl AsyncFnMut() {
    let mut since = now();
    async move || {
        if now() - since > SLICE_MS {
            wait(0).await;
            since = now();
        }
    }
}

async fn wait(ms: i32) {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        // Without a timer there is no pause; the work goes on.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(waited).await;
}

/// Draws so many pieces of a list at once, which the reader has before them, and the others one after each paint; calls
/// when all are there, unless another corpus is drawn by then.
fn draw(drawn: RwSignal<usize>, pieces: usize, then: Box<dyn FnOnce()>) {
    // A page in the background is not painted, and its timers are slow: nobody waits for its first cards.
    let hidden = document().hidden();
    if pieces >= PIECES || hidden {
        hold_height(false);
        drawn.set(usize::MAX);
        return match hidden {
            true => leptos::task::spawn_local(async { then() }),
            false => after_paint(then),
        };
    }
    drawn.set(pieces);
    after_paint(Box::new(move || {
        if drawn.get_untracked() == pieces {
            draw(drawn, pieces + 1, then);
        }
    }));
}

/// Keeps the page as high as it is while it is drawn anew, so that it does not jump; or lets it be as high as it gets.
fn hold_height(hold: bool) {
    let Some(body) = document().body() else { return };
    let height = if hold { [&body.scroll_height().to_string(), "px"].concat() } else { String::new() };
    // A page that jumps is all that is lost.
    let _ = body.style().set_property("min-height", &height);
}

/// Where the reader is on the page, to come back to when it is built anew; the main part lets go of the focus until then.
pub fn keep_place() -> impl FnOnce() {
    let scrolled = window().scroll_y().unwrap_or(0.0);
    let active = document().active_element();
    let focused = active.as_ref().map(web_sys::Element::id).filter(|id| !id.is_empty());
    // What has the focus while its attributes are made anew has the page laid out in between.
    if focused.as_deref() == Some("main")
        && let Some(main) = active.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // It gets the focus back, or keeps it.
        let _ = main.blur();
    }
    move || {
        request_animation_frame(move || {
            window().scroll_to_with_x_and_y(0.0, scrolled);
            let element = focused.and_then(|id| document().get_element_by_id(&id));
            if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                // Focus is a courtesy.
                let _ = element.focus_with_options(&options);
            }
        });
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}
