//! What the reader's worker tells, piece by piece, as long as it reads.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};

use super::stored::keep_findings;
use super::{Opening, Stage, now, rest};

/// A second worker comes when the first was at work for so long: what is small is read by then.
const HELP_MS: f64 = 300.0;

impl Opening {
    /// Takes what the worker tells: a question, that it begins a file, or what it found since it last told.
    pub(super) fn told(self, message: &JsValue) {
        self.on_run(|run| run.silent = 0);
        let get = |key: &str| js_sys::Reflect::get(message, &key.into()).unwrap_or(JsValue::UNDEFINED);
        if self.take_question(&get) {
            return;
        }
        if let Some(file) = get("file").as_string() {
            return self.file_begins(file);
        }
        // Where it only tells what there is, as it pauses, there are none.
        for trouble in get("troubles").dyn_into::<js_sys::Array>().unwrap_or_default().iter() {
            let trouble = js_sys::Array::from(&trouble);
            let key = trouble.get(1).as_string().unwrap_or_default();
            let name = trouble.get(0).as_string().unwrap_or_default();
            self.trouble(name, key, trouble.get(2).as_string());
        }
        let done = get("done").as_bool() == Some(true);
        let worked = self.take_found(&get, done);
        let number = |key: &str| get(key).as_f64().unwrap_or(0.0);
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
            self.all_told();
        } else {
            self.keep_so_far();
            if self.progress.with_untracked(|progress| progress.worked > HELP_MS) {
                self.help();
            }
        }
        self.join();
    }

    fn file_begins(self, file: String) {
        self.progress.update(|progress| {
            progress.begun += 1;
            progress.share = 0.0;
        });
        self.on_run(|run| {
            run.file = file;
            run.begun += 1;
        });
    }

    /// Takes reports, and what was found out about all that came so far; gives the milliseconds since it last told.
    fn take_found(self, get: &impl Fn(&str) -> JsValue, done: bool) -> f64 {
        let bytes_of = |key: &str| get(key).dyn_into::<js_sys::Uint8Array>().unwrap_or_default();
        let (part, findings) = (bytes_of("reports"), bytes_of("findings"));
        let bytes = part.to_vec();
        let worked = self.on_run(|run| {
            let worked = now() - run.heard;
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
            worked
        });
        worked.unwrap_or_default()
    }

    /// Nothing more comes: the worker ends, and what was read is stored, as a piece of work of its own.
    fn all_told(self) {
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            rest().await;
            if self.turn.get_value() == turn {
                self.end_worker();
                self.keep();
            }
        });
    }
}
