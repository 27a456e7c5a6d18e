//! Soi's app: the only place that knows Leptos or the browser.

pub mod address;
mod app;
mod corpus;
pub mod figure;
mod fixes;
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

use leptos::prelude::{AnyView, RwSignal};
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::throw_str;

use address::View;
use pages::report::Open;
use soi::Report;
use soi::explore::ReportId;
use soi::text::Span;
use soi::unread::Unread;

/// What the whole app has and a first visit does without. Reached through pointers only, so that the linker leaves it
/// out of the program that never names [`Rest::ALL`].
#[derive(Clone, Copy)]
pub struct Rest {
    /// A view that is neither the list nor a report.
    page: fn(View) -> AnyView,
    /// Puts in context what the views need, once.
    provide: fn(),
    /// What was not understood of a report.
    unread: fn(&Report) -> Vec<Unread>,
    /// What a reader corrects of a report, beside it.
    fix: fn(&Open, RwSignal<Option<Span>>) -> AnyView,
    /// One report, or all of the filtered set, as files.
    files: fn(Option<ReportId>) -> AnyView,
    /// Stands under the bar of views.
    status: fn() -> AnyView,
    /// Stands at the foot.
    foot: fn() -> AnyView,
}

impl Rest {
    /// All of it.
    pub const ALL: Self = Self {
        page: pages::rest,
        provide: provide_rest,
        unread: soi::unread::unread,
        fix: parts::fix::fix,
        files: pages::set::files,
        status: parts::open_status::status,
        foot: parts::help::help,
    };
}

fn provide_rest() {
    opened::provide();
    fixes::provide();
}

/// Mounts the app on the page; `boot.mjs` says it in words when this throws.
pub fn start(rest: Option<Rest>) {
    console_error_panic_hook::set_once();
    let Some(body) = leptos::prelude::document().body() else { throw_str("a page without a body") };
    let bytes = corpus::brought();
    let brought = bytes.is_some();
    let explorer = bytes.map_or_else(corpus::open, |bytes| corpus::read(&bytes));
    match explorer {
        Ok(explorer) => {
            navigate::stay(leptos::mount::mount_to(body, move || app::App(app::AppProps { explorer, brought, rest })))
        }
        Err(error) => throw_str(&error.to_string()),
    }
}

/// Takes the app off the page, for another program to take its place.
#[wasm_bindgen]
pub fn retire() {
    navigate::retire();
}
