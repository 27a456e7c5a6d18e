//! The files that were not read, each with its reason, and what there is to know of those that were.

use leptos::prelude::*;

use crate::i18n::use_lang;
use crate::lazy::part;
use crate::opened::{Trouble, use_opening};

/// So many lines are drawn.
const SHOWN: usize = 300;

/// Two lists; nothing where all went well.
#[component]
pub fn OpenTroubles() -> impl IntoView {
    let opening = use_opening();
    let lang = use_lang().get_untracked();
    let words = lang.open();
    let list = move |read: bool, title: &'static str| {
        part(move || {
            let troubles = opening.troubles().read();
            let wanted: Vec<&Trouble> = troubles.iter().filter(|trouble| trouble.read == read).collect();
            (!wanted.is_empty()).then(|| {
                let rows = wanted.iter().take(SHOWN).map(|trouble| {
                    let why = lang.trouble(&trouble.key, trouble.detail.as_deref());
                    view! {
                        <li>
                            <span class="open-troubles-name">{trouble.name.clone()}</span>
                            <span class="open-troubles-why">{why}</span>
                        </li>
                    }
                });
                let more = wanted.len().saturating_sub(SHOWN);
                view! {
                    <details open=!read>
                        <summary>{title} " (" {lang.number(wanted.len())} ")"</summary>
                        <ul>{rows.collect_view()}</ul>
                        {(more > 0).then(|| format!("+ {}", lang.number(more)))}
                    </details>
                }
                .into_any()
            })
        })
    };
    view! { <div class="open-troubles">{list(false, words.unread)} {list(true, words.remarks)}</div> }
}
