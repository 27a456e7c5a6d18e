//! What a script on the page may call: the same parser that `soi parse` runs.

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
