//! The corpus that is shown and the whole app as one HTML file, for whoever has neither a server nor a connection: the
//! app's own `soi.html`, with the corpus in it as `soi build --single-file` puts it there.

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::Element;
use soi::explore::Explorer;

use super::carried;
use crate::navigate::is_on_disk;

#[wasm_bindgen]
extern "C" {
    type Answer;
    #[wasm_bindgen(method, getter)]
    fn ok(this: &Answer) -> bool;
    #[wasm_bindgen(method, catch)]
    async fn text(this: &Answer) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = globalThis)]
    async fn fetch(address: &str) -> Result<JsValue, JsValue>;
}

/// Where the element with the corpus goes.
const BODY: &str = "<body>";

/// The file; `None` where the site has no `soi.html`.
pub async fn file(explorer: &Explorer) -> Option<String> {
    let page = if is_on_disk() { own_page()? } else { fetched("soi.html").await? };
    let (head, rest) = page.split_at(page.find(BODY)? + BODY.len());
    let corpus = carried::base64(&explorer.encode_for_page(true));
    Some([head, "<script type=\"text/plain\" id=\"soi-corpus\">", &corpus, "</script>", rest].concat())
}

async fn fetched(name: &str) -> Option<String> {
    let answer: Answer = fetch(name).await.ok()?.unchecked_into();
    let text = if answer.ok() { answer.text().await.ok()?.as_string()? } else { return None };
    // A host may answer with another page for what it lacks.
    text.contains("id=\"soi-app-wasm\"").then_some(text)
}

/// This page as it was before the app began: no page on disk may read its own file.
fn own_page() -> Option<String> {
    let root: Element = document().document_element()?.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    // These take any attribute.
    let _ = root.set_attribute("lang", "vi");
    let _ = root.remove_attribute("data-theme");
    if let Some(title) = root.query_selector("title").ok().flatten() {
        title.set_text_content(Some("Soi"));
    }
    let body = root.query_selector("body").ok().flatten()?;
    let _ = body.remove_attribute("style");
    let parts = body.children();
    let parts: Vec<Element> = (0..parts.length()).filter_map(|i| parts.item(i)).collect();
    for part in parts {
        if !matches!(part.tag_name().as_str(), "SCRIPT" | "NOSCRIPT") || part.id() == "soi-corpus" {
            part.remove();
        }
    }
    Some(["<!DOCTYPE html>\n", &root.outer_html()].concat())
}
