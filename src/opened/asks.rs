//! What the worker cannot answer itself: which column of a table is what, which the reader of the page says, and the
//! text of a PDF, which another worker reads.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::Worker;

use super::workers::{hear, message, soi_worker};
use super::{Opening, Stage, now};

/// What columns may be, in the order in which the worker tells and is told.
pub const ROLES: usize = 5;

/// A table that does not say which column is the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The file.
    pub name: String,
    /// The columns.
    pub columns: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// Which column each role seems to have: id, title, text, date, address.
    pub guess: [Option<String>; ROLES],
}

impl Opening {
    /// The table that is asked about.
    pub fn asked(self) -> RwSignal<Option<Asked>> {
        self.asked
    }

    /// Takes a question of the worker's; whether it was one.
    pub(super) fn take_question(self, get: &impl Fn(&str) -> JsValue) -> bool {
        if let Ok(question) = get("columns").dyn_into::<js_sys::Array>() {
            let guess = strings(&question.get(3));
            self.asked.set(Some(Asked {
                name: question.get(0).as_string().unwrap_or_default(),
                columns: strings(&question.get(1)).into_iter().flatten().collect(),
                rows: js_sys::Array::from(&question.get(2))
                    .iter()
                    .map(|row| strings(&row).into_iter().map(Option::unwrap_or_default).collect())
                    .collect(),
                guess: std::array::from_fn(|role| guess.get(role).cloned().flatten()),
            }));
            self.progress.update(|progress| progress.stage = Stage::Asking);
            return true;
        }
        if let Ok(question) = get("pdf").dyn_into::<js_sys::Array>() {
            self.read_pdf(question);
            return true;
        }
        false
    }

    /// Answers which column is what; `None` leaves the table out. Tables of the same columns are read alike.
    pub fn choose(self, columns: Option<[Option<String>; ROLES]>) {
        let Some(asked) = self.asked.get_untracked() else { return };
        self.asked.set(None);
        let names: js_sys::Array = asked.columns.iter().map(|name| JsValue::from_str(name)).collect();
        let columns = columns.map_or(JsValue::NULL, |columns| {
            columns.into_iter().map(|name| name.map_or(JsValue::NULL, JsValue::from)).collect::<js_sys::Array>().into()
        });
        let message = message("choose", &js_sys::Array::of2(&names, &columns));
        self.on_run(|run| {
            run.heard = now();
            run.silent = 0;
            run.chosen.push(message.clone());
            if let Some(worker) = &run.worker {
                // A worker that is gone is noticed by its silence.
                let _ = worker.post_message(&message);
            }
        });
        self.progress.update(|progress| progress.stage = Stage::Reading);
    }

    fn read_pdf(self, question: js_sys::Array) {
        let name = question.get(0).as_string().unwrap_or_default();
        self.on_run(|run| run.pdf = Some(name));
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            let worker = match self.pdf_worker.with_value(Clone::clone) {
                Some(worker) => Ok(worker),
                None => soi_worker("pdf").await.and_then(|worker| worker.dyn_into::<Worker>()).inspect(|worker| {
                    let told = move |told: JsValue| {
                        let told = js_sys::Array::from(&told);
                        self.answer_pdf(told.get(1), told.get(2));
                    };
                    let crashed = move || {
                        self.give_up_pdf();
                    };
                    hear(worker, told, crashed);
                    self.pdf_worker.set_value(Some(worker.clone()));
                }),
            };
            if self.turn.get_value() != turn {
                return;
            }
            match worker {
                Ok(worker) if worker.post_message(&question).is_ok() => {}
                _ => {
                    self.answer_pdf(JsValue::NULL, "pdf".into());
                }
            }
        });
    }

    /// Ends the worker of PDFs: the one that it is at broke it, or is not wanted any more.
    pub(super) fn end_pdf_worker(self) {
        if let Some(worker) = self.pdf_worker.try_update_value(Option::take).flatten() {
            worker.terminate();
        }
    }

    /// The PDF broke its reader, or takes without end: it is told, and the rest goes on. Whether there was one.
    pub(super) fn give_up_pdf(self) -> bool {
        self.end_pdf_worker();
        self.answer_pdf(JsValue::NULL, "crashed".into())
    }

    /// Tells the worker what came of a PDF, if it still waits for it.
    fn answer_pdf(self, text: JsValue, key: JsValue) -> bool {
        let told = self.on_run(|run| {
            let name = run.pdf.take()?;
            run.silent = 0;
            let answer = message("pdf", &js_sys::Array::of3(&name.into(), &text, &key));
            run.worker.as_ref()?.post_message(&answer).ok()
        });
        told.flatten().is_some()
    }
}

fn strings(list: &JsValue) -> Vec<Option<String>> {
    js_sys::Array::from(list).iter().map(|each| each.as_string()).collect()
}
