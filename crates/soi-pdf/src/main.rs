//! The text of PDFs in a worker of its own: what reads them weighs as much as all else, so it is fetched when a PDF is
//! opened (`soiWorker` in `src/boot.mjs`).

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Makes the worker that runs this a reader of PDFs: told `[name, bytes]` it tells `[name, text, key]`, either a text or
/// the key of a fault.
#[wasm_bindgen]
pub fn work() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answer = scope.clone();
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let told = Array::from(&event.data());
        let bytes = Uint8Array::new(&told.get(1)).to_vec();
        let (text, key) = match soi_files::pdf_text(&bytes) {
            Ok(text) => (text.into(), JsValue::NULL),
            Err(reason) => (JsValue::NULL, reason.key().into()),
        };
        // The page that made the worker listens.
        let _ = answer.post_message(&Array::of3(&told.get(0), &text, &key));
    });
    scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
}

/// There is nothing to do until somebody asks.
fn main() {}
