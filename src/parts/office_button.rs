//! A button that saves a file which a wasm of its own makes (`crates/soi-office`), fetched when one is first asked for.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::prelude::wasm_bindgen;

use crate::figure::office::Kind;
use crate::i18n::use_lang;
use crate::save::save_array;

#[wasm_bindgen]
extern "C" {
    /// The bytes of a file of that kind, of what the JSON says is in it (`src/boot.mjs`).
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = soiOffice)]
    async fn soi_office(kind: &str, json: &str) -> Result<JsValue, JsValue>;
}

/// Gives the file's name without its ending, and what is in it.
pub type Make = Box<dyn Fn() -> (String, String) + Send + Sync>;

/// The button. It says while the file is made, and when it could not be.
pub fn office_button(label: &'static str, kind: Kind, make: Make) -> AnyView {
    let words = use_lang().get_untracked().office();
    let shown = RwSignal::new(label);
    let make = StoredValue::new(make);
    let save = move |_| {
        if shown.get_untracked() == words.making {
            return;
        }
        shown.set(words.making);
        let (name, json) = make.with_value(|make| make());
        spawn_local(async move {
            let said = match soi_office(kind.ending(), &json).await {
                Ok(bytes) => {
                    save_array(&[&name, ".", kind.ending()].concat(), kind.media_type(), &bytes);
                    label
                }
                Err(error) => {
                    leptos::logging::warn!("{name}: {error:?}");
                    words.failed
                }
            };
            // The button may be gone by now.
            shown.try_set(said);
        });
    };
    view! {
        <button type="button" on:click=save>
            <span aria-live="polite">{move || shown.get()}</span>
        </button>
    }
    .into_any()
}
