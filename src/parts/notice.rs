//! Says what of a link could not be restored, until it is dismissed.

use leptos::prelude::*;

use crate::i18n::use_lang;
use crate::lazy::part;
use crate::navigate::use_navigator;

/// The notice about dropped parts of the address; nothing when all was restored.
#[component]
pub fn Notice() -> impl IntoView {
    let dropped = use_navigator().dropped();
    let lang = use_lang();
    let body = part(move || {
        let lang = lang.get();
        let parts = dropped.get();
        (!parts.is_empty()).then(|| {
            let items = parts.iter().map(|part| view! { <li>{lang.dropped(part)}</li> }).collect_view();
            view! {
                <div class="notice">
                    <p class="notice-title">{lang.words().not_restored}</p>
                    <ul>{items}</ul>
                    <button type="button" class="notice-dismiss" on:click=move |_| dropped.set(Vec::new())>
                        {lang.words().dismiss}
                    </button>
                </div>
            }
            .into_any()
        })
    });
    // The region is always there, so that a screen reader hears what comes into it.
    view! { <div role="status">{body}</div> }
}
