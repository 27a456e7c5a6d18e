//! The workers that read: started, helped by a second, listened to, and started again where a file broke one.

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{self, MessageEvent, Worker};

use super::{Opening, Stage, now};

/// With so many processors a second worker helps to read: one is left to the page, one to the browser.
const PROCESSORS: f64 = 4.0;

/// A worker that is silent for so many ticks of this length is lost: one that the browser ended says nothing. Ticks, not
/// the clock: a machine that slept is not counted.
pub(super) const TICK: std::time::Duration = std::time::Duration::from_secs(5);
const SILENT_TICKS: u32 = 12;

#[wasm_bindgen]
extern "C" {
    /// A worker that runs the reader, or another program (`src/boot.mjs`).
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = soiWorker)]
    pub(super) async fn soi_worker(program: &str) -> Result<JsValue, JsValue>;
}

impl Opening {
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
    pub(super) fn start(self, from: usize, there: usize) {
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
            let message = self.on_run(|run| {
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
                    for choice in self.on_run(|run| run.chosen.clone()).unwrap_or_default() {
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
    pub(super) fn help(self) {
        if window().navigator().hardware_concurrency() < PROCESSORS {
            return;
        }
        let worker = self.on_run(|run| {
            let alone = std::mem::replace(&mut run.alone, true);
            run.worker.clone().filter(|_| !alone)
        });
        let Some(worker) = worker.flatten() else { return };
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            // Without it one reads alone.
            let Ok(helper) = soi_worker("reader").await.and_then(|helper| helper.dyn_into::<Worker>()) else { return };
            let wanted = self.on_run(|run| {
                let wanted = run.worker.as_ref() == Some(&worker);
                if wanted {
                    run.helper = Some(helper.clone());
                }
                wanted
            });
            let channel = web_sys::MessageChannel::new().ok().filter(|_| self.turn.get_value() == turn);
            let (Some(channel), Some(true)) = (channel, wanted) else { return helper.terminate() };
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
    pub(super) fn tick(self) {
        if self.progress.with_untracked(|progress| progress.stage.is_open()) {
            self.keep_so_far();
        }
        if self.progress.with_untracked(|progress| progress.stage != Stage::Reading) {
            return;
        }
        let silent = self.on_run(|run| {
            run.silent += 1;
            run.silent
        });
        if silent.is_some_and(|silent| silent > SILENT_TICKS) && !self.give_up_pdf() {
            let helped = self.on_run(|run| run.helper.is_some());
            self.crashed(helped == Some(true));
        }
    }

    /// The file that the worker was at broke it: it is told, and another worker takes the rest. Which file broke a helper
    /// is not known: all that was not told by then is read again without one.
    fn crashed(self, helper: bool) {
        self.end_worker();
        let next = self.on_run(|run| {
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
            let file = self.on_run(|run| run.file.clone());
            self.trouble(file.unwrap_or_default(), "crashed".to_owned(), None);
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

    /// No worker would start, or what was given could not be asked for.
    pub(super) fn fail(self, error: &JsValue) {
        leptos::logging::warn!("{error:?}");
        self.end_worker();
        self.progress.update(|progress| progress.stage = Stage::Failed);
    }

    /// Ends whoever reads; what they told stays.
    pub(super) fn end_worker(self) {
        let reads_pdf = self.on_run(|run| {
            for worker in [run.worker.take(), run.helper.take()].into_iter().flatten() {
                worker.terminate();
            }
            run.pdf.take().is_some()
        });
        if reads_pdf == Some(true) {
            self.end_pdf_worker();
        }
        self.asked.set(None);
    }
}

/// Listens to a worker: what it says, and that it broke.
pub(super) fn hear(worker: &Worker, told: impl Fn(JsValue) + 'static, crashed: impl Fn() + 'static) {
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
pub(super) fn message(key: &str, value: &JsValue) -> JsValue {
    let message = js_sys::Object::new();
    // A plain object takes any field.
    let _ = js_sys::Reflect::set(&message, &key.into(), value);
    message.into()
}
