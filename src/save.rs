//! Saving a file: the browser's download of text or bytes that the page made, and reading one that was saved. Nothing is
//! sent.

use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys;

/// Properties of a mark that its style sheet decides, written into a saved picture.
const LOOKS: [&str; 8] =
    ["fill", "fill-opacity", "stroke", "stroke-width", "font-family", "font-size", "font-weight", "text-anchor"];

/// Offers a text as a file. A browser that refuses leaves the page as it is.
pub fn save_text(name: &str, media_type: &str, text: &str) {
    if save(name, media_type, &JsValue::from_str(text)).is_err() {
        leptos::logging::warn!("{name} could not be saved");
    }
}

/// Offers bytes as a file.
pub fn save_bytes(name: &str, bytes: &[u8]) {
    if save(name, "application/octet-stream", &js_sys::Uint8Array::from(bytes)).is_err() {
        leptos::logging::warn!("{name} could not be saved");
    }
}

/// Offers bytes that another wasm made, an `Uint8Array`, as a file.
pub fn save_array(name: &str, media_type: &str, bytes: &JsValue) {
    if save(name, media_type, bytes).is_err() {
        leptos::logging::warn!("{name} could not be saved");
    }
}

/// The file that an input was given.
pub fn picked(event: &web_sys::Event) -> Option<web_sys::File> {
    event.target()?.dyn_into::<web_sys::HtmlInputElement>().ok()?.files()?.get(0)
}

/// What stands in a file; `None` if the browser cannot read it.
pub async fn text_of(file: web_sys::File) -> Option<String> {
    wasm_bindgen_futures::JsFuture::from(file.text()).await.ok()?.as_string()
}

/// Today, as the reader's clock has it: `2026-11-25`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |value: u32| [if value < 10 { "0" } else { "" }, &value.to_string()].concat();
    [now.get_full_year().to_string(), two(now.get_month() + 1), two(now.get_date())].join("-")
}

/// Offers the picture inside the element `id` as an SVG that looks the same without our style sheets.
pub fn save_svg(id: &str) {
    match svg_text(id) {
        Ok(text) => save_text(&["soi-", id, ".svg"].concat(), "image/svg+xml", &text),
        Err(_) => leptos::logging::warn!("{id} could not be saved"),
    }
}

/// Offers the picture inside the element `id` as a PNG, at twice its size.
pub fn save_png(id: &'static str) {
    if draw(id).is_err() {
        leptos::logging::warn!("{id} could not be saved");
    }
}

fn svg_text(id: &str) -> Result<String, JsValue> {
    let live = document().query_selector(&["#", id, " svg.picture"].concat())?.ok_or("no picture")?;
    let copy: web_sys::Element = live.clone_node_with_deep(true)?.dyn_into()?;
    copy.set_attribute("xmlns", "http://www.w3.org/2000/svg")?;
    let (from, to) = (live.query_selector_all("*")?, copy.query_selector_all("*")?);
    for i in 0..from.length() {
        let (Some(from), Some(to)) = (from.item(i), to.item(i)) else { continue };
        let (from, to): (web_sys::Element, web_sys::Element) = (from.dyn_into()?, to.dyn_into()?);
        let Some(style) = window().get_computed_style(&from)? else { continue };
        for look in LOOKS {
            to.set_attribute(look, &style.get_property_value(look)?)?;
        }
        to.remove_attribute("class")?;
        to.remove_attribute("href")?;
    }
    web_sys::XmlSerializer::new()?.serialize_to_string(&copy)
}

fn draw(id: &'static str) -> Result<(), JsValue> {
    let text = svg_text(id)?;
    let image = web_sys::HtmlImageElement::new()?;
    let url = ["data:image/svg+xml,", &String::from(js_sys::encode_uri_component(&text))].concat();
    let drawn = image.clone();
    let loaded = Closure::once_into_js(move || {
        let done = || -> Result<(), JsValue> {
            let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
            let (width, height) = (drawn.natural_width(), drawn.natural_height());
            canvas.set_width(2 * width);
            canvas.set_height(2 * height);
            let context = canvas.get_context("2d")?.ok_or("no canvas")?;
            let context: web_sys::CanvasRenderingContext2d = context.dyn_into()?;
            if let Some(body) = document().body()
                && let Some(style) = window().get_computed_style(&body)?
            {
                context.set_fill_style_str(&style.get_property_value("background-color")?);
                context.fill_rect(0.0, 0.0, f64::from(2 * width), f64::from(2 * height));
            }
            let size = (f64::from(2 * width), f64::from(2 * height));
            context.draw_image_with_html_image_element_and_dw_and_dh(&drawn, 0.0, 0.0, size.0, size.1)?;
            click(&["soi-", id, ".png"].concat(), &canvas.to_data_url()?)
        };
        if done().is_err() {
            leptos::logging::warn!("{id} could not be saved");
        }
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_src(&url);
    Ok(())
}

fn save(name: &str, media_type: &str, part: &JsValue) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(part);
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    click(name, &url)?;
    // The click has already taken the address.
    web_sys::Url::revoke_object_url(&url)
}

/// Follows a link that downloads.
fn click(name: &str, url: &str) -> Result<(), JsValue> {
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(url);
    link.set_download(name);
    link.click();
    Ok(())
}
