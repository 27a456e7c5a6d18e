//! Corpora that the browser keeps: what is read is stored as it comes, and what is stored is listed, opened, renamed,
//! merged, saved as a file and deleted.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use leptos::web_sys;
use soi::corpus::Error;
use soi::explore::Builder;
use soi::index::file::Arrived;

use super::stored::{as_file, explorer_of, takes_findings};
use super::{Keeping, Kept, Opening, Progress, Stage, now, pauses};
use crate::{prefs, save};

/// So many reports of a kept corpus are shown before all of it is there.
const FIRST: usize = 20;

/// What was read is stored at least so often, so that a tab that is closed loses no more.
const STORE_MS: f64 = 1_500.0;

#[wasm_bindgen]
extern "C" {
    /// Corpora that the browser keeps: `list`, `get`, `put`, `rename`, `remove` (`src/boot.mjs`).
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = soiKept)]
    async fn soi_kept(what: &str, about: &JsValue, more: &JsValue) -> Result<JsValue, JsValue>;
}

impl Opening {
    /// Asks the browser which corpora it keeps; one that keeps none has none.
    pub(super) fn list(self) {
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
        let stored = self.on_run(|run| {
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
            (about.into(), run.parts.slice(0, run.parts.length()))
        });
        stored.filter(|_| documents > 0)
    }

    /// Stores what was read.
    pub(super) fn keep(self) {
        let done = self.progress.with_untracked(|progress| progress.stage == Stage::Done);
        let Some((about, parts)) = self.storable(!done) else { return };
        // Only where all of them were read is what they were of no use.
        let whole = done && self.unread.get_untracked() == 0;
        let replaces = self.on_run(|run| run.replaces.clone()).filter(|_| whole).unwrap_or_default();
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
    pub(super) fn keep_so_far(self) {
        let due =
            self.on_run(|run| !run.storing && run.parts.length() > run.stored && now() - run.stored_at > STORE_MS);
        let Some((about, parts)) = due.filter(|due| *due).and_then(|_| self.storable(true)) else { return };
        let turn = self.turn.get_value();
        self.on_run(|run| run.storing = true);
        leptos::task::spawn_local(async move {
            match soi_kept("put", &about, &parts).await {
                // Of a reading that is over by now all was stored after this.
                Ok(name)
                    if self.turn.get_value() == turn
                        && matches!(self.keeping.get_untracked(), Keeping::No | Keeping::SoFar) =>
                {
                    self.on_run(|run| (run.storing, run.stored, run.stored_at) = (false, parts.length(), now()));
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
            let (mut shown, mut damaged) = (false, Vec::new());
            for part in parts.iter() {
                let bytes = js_sys::Uint8Array::new(&part).to_vec();
                if takes_findings(&bytes, &mut findings) {
                    continue;
                }
                damaged.extend(reports.push(&bytes).err());
                if !shown && reports.len() >= FIRST {
                    shown = true;
                    let mut builder = Builder::new();
                    reports.reports().take(FIRST).for_each(|report| builder.add(report));
                    self.show_as(&name, Arc::new(builder.finish()), again, || ());
                }
                pause().await;
            }
            if self.turn.get_value() != turn {
                return;
            }
            self.tell_damage(&name, &damaged);
            if reports.is_empty() {
                return;
            }
            let explorer = explorer_of(reports, &parts, Some(findings)).await;
            if self.turn.get_value() == turn {
                prefs::set_corpus(Some(&name));
                self.show_as(&name, Arc::new(explorer), again, || ());
            }
        });
    }

    /// Says why less of a kept corpus is there, or nothing, and what one may do.
    fn tell_damage(self, name: &str, damaged: &[Error]) {
        let (key, detail) = match damaged {
            [] => return,
            [Error::OtherVersion(version), ..] => ("kept-other-version", version.to_string()),
            _ => ("kept-damaged", damaged.len().to_string()),
        };
        self.progress.set(Progress { stage: Stage::Damaged, name: name.to_owned(), ..Progress::default() });
        self.trouble(name.to_owned(), key.to_owned(), Some(detail));
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
    pub(super) fn refused(self, error: &JsValue) {
        let why = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
        self.keeping.set(Keeping::Refused(why.unwrap_or_default()));
    }
}

/// The parts of a kept corpus, while the browser has it.
async fn kept_parts(name: &str) -> Option<js_sys::Array> {
    let parts = soi_kept("get", &name.into(), &JsValue::UNDEFINED).await.ok()?;
    (!parts.is_undefined()).then(|| js_sys::Array::from(&parts))
}
