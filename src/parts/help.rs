//! Help: the keys, the sources, the licences. `?` opens it anywhere, Escape closes it and the focus returns: the browser's
//! own dialog does both.

use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use crate::i18n::use_lang;
use crate::lazy::{part, word};
use crate::parts::search_box::is_typing;

/// `name<tab>version<tab>licence` of each crate in the page; `cargo xtask licences` writes it, a test holds it.
const LICENCES: &str = include_str!("../licences.tsv");

/// The button that opens it, and the dialog.
pub fn help() -> AnyView {
    let lang = use_lang();
    let words = move || lang.get().help();
    let dialog = NodeRef::<Dialog>::new();
    // What is never asked for is never built.
    let asked = RwSignal::new(false);
    let open = move || {
        asked.set(true);
        request_animation_frame(move || {
            // The app may be off the page by then: the whole one takes the first one's place.
            if let Some(dialog) = dialog.try_get_untracked().flatten()
                && !dialog.open()
            {
                // Refused only where it is not in the page, and then there is nothing to show it on.
                let _ = dialog.show_modal();
            }
        });
    };
    let key = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.key() == "?" && !modified && !is_typing() {
            event.prevent_default();
            open();
        }
    });
    on_cleanup(move || key.remove());
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let inside = part(move || asked.get().then(|| content(lang.get())));
    view! {
        <p class="help-open">
            <button type="button" aria-haspopup="dialog" on:click=move |_| open()>
                {word(move || words().open)}
            </button>
            <kbd aria-hidden="true">"?"</kbd>
        </p>
        <dialog class="help" node_ref=dialog aria-labelledby="help-title">
            <div class="help-head">
                <h2 id="help-title">{word(move || words().title)}</h2>
                <button type="button" on:click=close>
                    {word(move || words().close)}
                </button>
            </div>
            {inside}
        </dialog>
    }
    .into_any()
}

fn content(lang: crate::address::Lang) -> AnyView {
    let words = lang.help();
    let keys = [
        ("/", words.key_search),
        ("?", words.key_help),
        ("Esc", words.key_escape),
        ("↑ ↓", words.key_arrows),
        ("Tab", words.key_tab),
        ("Enter", words.key_enter),
        ("Alt + ←", words.key_back),
    ]
    .map(|(key, does)| {
        view! {
            <div>
                <dt>
                    <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
            </div>
        }
    });
    let made = [words.privacy, words.fonts, words.map, words.names, words.own].map(|text| view! { <p>{text}</p> });
    let rows: Vec<AnyView> = LICENCES
        .lines()
        .map(|line| {
            let cells: Vec<AnyView> = line.split('\t').map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
            view! { <tr>{cells}</tr> }.into_any()
        })
        .collect();
    let heads = [words.library, words.version, words.licence].map(|head| view! { <th scope="col">{head}</th> });
    view! {
        <h3>{words.keys}</h3>
        <dl class="help-keys">{keys.collect_view()}</dl>
        <h3>{words.about}</h3>
        {made.collect_view()}
        <details class="help-licences">
            <summary>{words.crates} " (" {lang.number(rows.len())} ")"</summary>
            <table lang="en">
                <thead>
                    <tr>{heads.collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}
