//! The search box, on every view.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use crate::app::use_answer;
use crate::i18n::use_lang;
use crate::lazy::{part, text, word};
use crate::navigate::{use_address, use_links, use_navigator};

/// Searches as one types; Enter on another view goes to the list. `/` jumps to it.
#[component]
pub fn SearchBox() -> impl IntoView {
    let navigator = use_navigator();
    let address = use_address();
    let links = use_links();
    let answer = use_answer();
    let lang = use_lang();
    let words = move || lang.get().words();
    let input = NodeRef::<Input>::new();
    let query = Memo::new(move |_| address.read().query.clone());

    let slash = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.key() == "/"
            && !modified
            && !is_typing()
            && let Some(input) = input.get_untracked()
        {
            event.prevent_default();
            // Focus is a courtesy; there is nothing to do where it is refused.
            let _ = input.focus();
            input.select();
        }
    });
    on_cleanup(move || slash.remove());

    // On another view than the list, the way to what was found.
    let elsewhere = Memo::new(move |_| address.read().view.is_of_reports() && !query.read().trim().is_empty());
    let found = part(move || {
        elsewhere.get().then(|| {
            view! {
                <a class="search-box-found" href=text(move || links.read().list().to_string())>
                    {text(move || lang.get().reports(answer.read().hits.len()))}
                    " →"
                </a>
            }
            .into_any()
        })
    });

    view! {
        <search class="search-box">
            <form
                on:submit=move |event| {
                    event.prevent_default();
                    navigator.go(address.get_untracked().set());
                }
            >
                <label class="visually-hidden" for="search">
                    {word(move || words().search)}
                </label>
                <input
                    node_ref=input
                    id="search"
                    class="search-box-input"
                    type="search"
                    name="q"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="search"
                    aria-keyshortcuts="/"
                    placeholder=word(move || words().search_hint)
                    prop:value=query
                    on:input:target=move |event| navigator.type_query(&event.target().value())
                />
            </form>
            {found}
        </search>
    }
}

/// Whether the keyboard writes into a field at the moment.
fn is_typing() -> bool {
    document().active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.has_attribute("contenteditable")
    })
}
