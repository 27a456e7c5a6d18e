//! Soi's app: the only place that knows Leptos or the browser.

pub mod address;
mod app;
mod corpus;
pub mod figure;
mod i18n;
mod lazy;
mod navigate;
mod opened;
mod pages;
pub mod parts;
mod prefs;
mod room;
mod save;
mod shelf;
mod timeline;

use leptos::wasm_bindgen::throw_str;

/// Mounts the app on the page; `boot.mjs` says it in words when this throws.
pub fn start() {
    console_error_panic_hook::set_once();
    let explorer = match corpus::brought() {
        Some(bytes) => corpus::read(&bytes).map_err(|error| error.to_string()),
        None => corpus::open().map_err(|error| error.to_string()),
    };
    match explorer {
        Ok(explorer) => leptos::mount::mount_to_body(move || app::App(app::AppProps { explorer })),
        Err(error) => throw_str(&error),
    }
}
