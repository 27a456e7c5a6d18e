//! The search box, on every view.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use soi::explore::Suggestion;

use crate::app::use_present;
use crate::i18n::use_lang;
use crate::lazy::{part, text, word};
use crate::navigate::{use_address, use_links, use_navigator};
use crate::parts::facets::{told_apart, written_in};

/// Suggestions shown at most.
const MOST: usize = 8;

/// Searches as one types; Enter on another view goes to the list. `/` jumps to it.
///
/// What may be meant is suggested below the box, by the pattern of a combobox with a list (WAI-ARIA APG): arrows move,
/// Enter or a tap takes, Escape closes. A word goes on the search, a name is chosen as its facet's value.
#[component]
pub fn SearchBox() -> impl IntoView {
    let navigator = use_navigator();
    let address = use_address();
    let links = use_links();
    let lang = use_lang();
    let words = move || lang.get().words();
    let input = NodeRef::<Input>::new();
    let query = Memo::new(move |_| address.read().query.clone());

    let present = use_present();
    // Open only while one types, so that nothing lies over the page afterwards.
    let typing = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let suggestions = Memo::new(move |_| match typing.get() {
        true => present.read().explorer.suggest(&query.read(), MOST),
        false => Vec::new(),
    });
    let close = move || {
        typing.set(false);
        active.set(None);
    };
    let take = move |suggestion: Suggestion| {
        close();
        let now = address.get_untracked();
        match suggestion.facet {
            Some(facet) => {
                let next = now.searching("");
                let is_chosen = now.chosen(facet, &suggestion.key) == Some(false);
                navigator.go(if is_chosen { next.set() } else { next.toggled(facet, &suggestion.key, false) });
            }
            None => navigator.go(now.searching(&suggestion.query)),
        }
    };
    let key_down = move |event: KeyboardEvent| {
        let count = suggestions.read_untracked().len();
        if count == 0 || event.is_composing() {
            return;
        }
        let now = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => active.set(now.map_or(Some(0), |n| (n + 1 < count).then_some(n + 1))),
            "ArrowUp" => active.set(now.map_or(Some(count - 1), |n| n.checked_sub(1))),
            "Escape" => close(),
            "Enter" => {
                let chosen = now.and_then(|n| suggestions.read_untracked().get(n).cloned());
                match chosen {
                    Some(suggestion) => take(suggestion),
                    None => return close(),
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let list = part(move || {
        let shown = suggestions.get();
        let lang = lang.get();
        let row = |(i, suggestion): (usize, Suggestion)| {
            let kind = suggestion.facet.map_or(lang.words().suggestion_word, |facet| lang.facet(facet));
            let note = suggestion.note.clone().and_then(|note| told_apart(lang, &present.read().explorer, note));
            let written = suggestion.facet.map_or(Some("vi"), written_in);
            let (label, count) = (suggestion.text.clone(), lang.number(suggestion.count));
            view! {
                <li
                    id=["suggestion-", &i.to_string()].concat()
                    role="option"
                    aria-selected=text(move || (active.get() == Some(i)).to_string())
                    on:click=move |_| take(suggestion.clone())
                >
                    <span class="suggestion-label" lang=written>{label}</span>
                    " "
                    <span class="suggestion-kind">{kind} {note.map(|note| [" · ", &note].concat())}</span>
                    " "
                    <span class="suggestion-count">{count}</span>
                </li>
            }
        };
        (!shown.is_empty()).then(|| {
            view! {
                <ul
                    id="suggestions"
                    class="suggestions"
                    role="listbox"
                    aria-label=lang.words().suggestions
                    // The box keeps the focus when a row is tapped.
                    on:pointerdown=|event| event.prevent_default()
                    on:mousedown=|event| event.prevent_default()
                >
                    {shown.into_iter().enumerate().map(row).collect_view()}
                </ul>
            }
            .into_any()
        })
    });

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
                    {text(move || lang.get().reports(present.read().answer().hits.len()))}
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
                    close();
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
                    role="combobox"
                    aria-autocomplete="list"
                    aria-controls="suggestions"
                    aria-expanded=text(move || (!suggestions.read().is_empty()).to_string())
                    aria-activedescendant=text(move || {
                        active.get().map(|n| ["suggestion-", &n.to_string()].concat()).unwrap_or_default()
                    })
                    aria-keyshortcuts="/"
                    placeholder=word(move || words().search_hint)
                    prop:value=query
                    on:keydown=key_down
                    on:blur=move |_| close()
                    on:input:target=move |event| {
                        active.set(None);
                        typing.set(true);
                        navigator.type_query(&event.target().value());
                    }
                />
            </form>
            {list}
            {found}
        </search>
    }
}

/// Whether the keyboard writes into a field at the moment.
pub fn is_typing() -> bool {
    document().active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.has_attribute("contenteditable")
    })
}
