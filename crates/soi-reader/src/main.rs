//! The reader: files in, reports out, and the parser of `soi parse` for a script on the page. A wasm of its own,
//! fetched when it is first asked for (`soiReader` and `soiWorker` in `src/boot.mjs`): the corpus comes parsed, so a
//! first visit need not pay for the rules.

mod correct;
mod work;

use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The report of one page as a JavaScript object, in the contract of `soi parse`.
#[wasm_bindgen]
pub fn parse(id: &str, source: &str) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    soi::parse(id, source).serialize(&serializer).map_err(Into::into)
}

/// The report of one page as the line of JSON that `soi parse` prints, byte for byte.
#[wasm_bindgen]
pub fn parse_json(id: &str, source: &str) -> String {
    soi::parse(id, source).to_json()
}

/// Makes the worker that runs this a reader of files; see `work.rs` for what it is told and tells.
#[wasm_bindgen]
pub fn work() {
    work::start();
}

/// There is nothing to do until somebody asks.
fn main() {}
