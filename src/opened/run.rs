//! A reading: what it holds, how it begins, and how the reader of the page holds it up, ends it and leaves it.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Worker;
use soi::index::file::Arrived;

use super::show::start_of;
use super::workers::message;
use super::{Keeping, Opening, Progress, Stage, now, wait};
use crate::prefs;

/// So long a worker that was told to stop may take to tell what it found.
const STOP_MS: i32 = 3_000;

/// What a reading holds.
pub(super) struct Run {
    pub(super) worker: Option<Worker>,
    /// One that parses a part of what it reads; and whether none is wanted, or is there or on its way already.
    pub(super) helper: Option<Worker>,
    pub(super) alone: bool,
    pub(super) reports: Arrived,
    /// Findings that came with so many reports, to be shown, and whether they are the last; and whether some are being
    /// put together.
    pub(super) waiting: Option<(Vec<u8>, usize, bool)>,
    pub(super) joining: bool,
    pub(super) files: Vec<JsValue>,
    /// The first of them that was given to the worker, how many it began, how many of those were told whole, and how many
    /// reports of the next.
    pub(super) from: usize,
    pub(super) begun: usize,
    pub(super) settled: usize,
    pub(super) partial: usize,
    /// What the worker sent, to be kept.
    pub(super) parts: js_sys::Array,
    pub(super) bytes: usize,
    /// What it is stored by, how many of its parts are, since when, and whether some are on their way or were refused.
    pub(super) id: String,
    pub(super) stored: u32,
    pub(super) stored_at: f64,
    pub(super) storing: bool,
    /// When the worker was last heard of, and whether its time counts.
    pub(super) heard: f64,
    pub(super) file: String,
    /// Ticks since then.
    pub(super) silent: u32,
    /// Kept corpora that this one takes the place of.
    pub(super) replaces: Vec<String>,
    /// The PDF whose text the worker waits for.
    pub(super) pdf: Option<String>,
    /// What was chosen for tables, for another worker that takes the rest.
    pub(super) chosen: Vec<JsValue>,
    /// Whether the address that is open is of these documents, and stays.
    pub(super) keeps_address: bool,
    /// Whether a question comes when what waits is shown: it is asked where documents are opened.
    pub(super) asks: bool,
    /// Whether the list is gone to after it.
    pub(super) goes: bool,
}

impl Run {
    /// Of files that are about to be read as a corpus that takes the place of some that are kept.
    fn of(files: Vec<JsValue>, replaces: Vec<String>) -> Self {
        Self {
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
        }
    }
}

impl Opening {
    /// Reads or changes what the present reading holds, if there is one.
    pub(super) fn on_run<T>(self, act: impl FnOnce(&mut Run) -> T) -> Option<T> {
        self.run.try_update_value(|run| run.as_mut().map(act)).flatten()
    }

    /// Reads files as the corpus of that name, which takes the place of some that are kept.
    pub(super) fn begin_as(self, name: String, files: Vec<JsValue>, replaces: Vec<String>) {
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
        self.run.set_value(Some(Run::of(files, replaces)));
        self.start(0, 0);
    }

    /// Waits, or goes on.
    pub fn pause(self, pause: bool) {
        let message = message("pause", &pause.into());
        let told = self.on_run(|run| run.worker.as_ref().map_or(Ok(()), |worker| worker.post_message(&message)));
        if told.is_none_or(|told| told.is_ok()) {
            self.on_run(|run| run.heard = now());
            self.progress.update(|progress| progress.stage = if pause { Stage::Paused } else { Stage::Reading });
        }
    }

    /// Leaves the rest unread; what was read stays.
    pub fn stop(self) {
        self.progress.update(|progress| progress.stage = Stage::Stopped);
        let message = message("stop", &true.into());
        let told = self.on_run(|run| run.worker.as_ref().is_some_and(|worker| worker.post_message(&message).is_ok()));
        if told != Some(true) {
            return self.finish_here();
        }
        // One that is deep in a file does not listen.
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            wait(STOP_MS).await;
            let at_work = self.on_run(|run| run.worker.is_some());
            if at_work == Some(true) && self.turn.get_value() == turn {
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
}
