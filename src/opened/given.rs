//! How documents are given: dropped anywhere on the page, picked, or pasted; and what they are called together.

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{self, DragEvent};

use super::Opening;

#[wasm_bindgen]
extern "C" {
    /// The files that were dropped while the whole app was on its way, a promise like that of `soiFiles`; once
    /// (`src/boot.mjs`).
    #[wasm_bindgen(js_namespace = globalThis, js_name = soiDropped)]
    fn soi_dropped() -> JsValue;

    /// The files of a drop or a picker as `[path, file]` (`src/boot.mjs`).
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = soiFiles)]
    async fn soi_files(from: &JsValue) -> Result<JsValue, JsValue>;
}

/// Files may be dropped anywhere on the page.
pub(super) fn listen_for_drops(opening: Opening) {
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
    /// Begins with what was dropped before this program was here.
    pub(super) fn open_dropped(self) {
        let files = soi_dropped();
        if files.is_undefined() {
            return;
        }
        leptos::task::spawn_local(async move {
            match files.dyn_into::<js_sys::Promise>() {
                Ok(files) => self.take(wasm_bindgen_futures::JsFuture::from(files).await),
                Err(error) => self.fail(&error),
            }
        });
    }

    /// Opens the files of a drop or a picker.
    pub fn open(self, from: &JsValue) {
        // A drop's files must be asked for before its event is over: the call itself does so.
        let files = soi_files_now(from);
        leptos::task::spawn_local(async move { self.take(files.await) });
    }

    fn take(self, files: Result<JsValue, JsValue>) {
        match files {
            Ok(files) => self.begin(js_sys::Array::from(&files).to_vec()),
            Err(error) => self.fail(&error),
        }
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
