//! What the benchmark's page asks of the parser. Only a count crosses back, so that what is weighed and measured is the
//! parser and not the making of JSON.

use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a page; how many blocks and facts it has.
#[wasm_bindgen]
#[must_use]
pub fn parse(page: &str) -> usize {
    #[cfg(feature = "parser")]
    {
        let report = soi::parse("page", page);
        report.blocks.len() + report.people.len() + report.organisations.len() + report.measures.len()
    }
    #[cfg(not(feature = "parser"))]
    page.len()
}
