//! Saving a file: the browser's download of text or bytes that the page made. Nothing is sent.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys;

/// Offers a text as a file. A browser that refuses leaves the page as it is.
pub fn save_text(name: &str, media_type: &str, text: &str) {
    if save(name, media_type, &JsValue::from_str(text)).is_err() {
        leptos::logging::warn!("{name} could not be saved");
    }
}

fn save(name: &str, media_type: &str, part: &JsValue) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(part);
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The click has already taken the address.
    web_sys::Url::revoke_object_url(&url)
}
