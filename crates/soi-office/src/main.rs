//! The same as a wasm of its own, fetched when somebody first asks for such a file (`soiOffice` in `src/boot.mjs`).

use wasm_bindgen::prelude::*;

/// A spreadsheet of a table.
#[wasm_bindgen]
pub fn xlsx(json: &str) -> Result<Vec<u8>, JsError> {
    Ok(soi_office::book(&serde_json::from_str(json)?)?)
}

/// A Word document.
#[wasm_bindgen]
pub fn docx(json: &str) -> Result<Vec<u8>, JsError> {
    Ok(soi_office::paper(&serde_json::from_str(json)?)?)
}

/// There is nothing to do until somebody asks.
fn main() {}
