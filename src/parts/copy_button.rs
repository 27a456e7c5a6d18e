//! A button that copies a text and says that it did.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

use crate::i18n::t;

/// How long the button says what happened.
const SAID_MS: u32 = 2_000;

/// Copies `text` to the clipboard.
#[component]
pub fn CopyButton(
    /// What the button does.
    label: &'static str,
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let words = t();
    let said = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            said.try_set(Some(write(&text).await));
            Timeout::new(SAID_MS, move || {
                said.try_set(None);
            })
            .forget();
        });
    };
    let shown = move || match said.get() {
        None => label,
        Some(true) => words.copied,
        Some(false) => words.not_copied,
    };
    view! {
        <button type="button" class="copy-button" on:click=copy>
            <span aria-live="polite">{shown}</span>
        </button>
    }
}

/// Whether the clipboard took it. Pages without the clipboard interface (`file://` in some browsers) copy a selection.
async fn write(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    if !clipboard.is_undefined() && wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text)).await.is_ok() {
        return true;
    }
    copy_selection(text).unwrap_or(false)
}

fn copy_selection(text: &str) -> Option<bool> {
    let document = document();
    let area: web_sys::HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_attribute("aria-hidden", "true").ok()?;
    area.set_class_name("copy-source");
    document.body()?.append_child(&area).ok()?;
    area.select();
    let copied = document.dyn_ref::<web_sys::HtmlDocument>()?.exec_command("copy").ok();
    area.remove();
    copied
}
