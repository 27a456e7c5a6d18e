//! What the reader keeps in this browser: views and notes, with a file to carry them elsewhere.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

use crate::address::Address;
use crate::corpus::use_explorer;
use crate::figure::shelf::Shelf;
use crate::i18n::use_lang;
use crate::lazy::part;
use crate::navigate::use_links;
use crate::parts::fix_list::FixList;
use crate::save::{picked, save_text, text_of};
use crate::shelf::use_shelf;

/// Saved views and notes.
#[component]
pub fn SavedPage() -> impl IntoView {
    let kept = use_shelf();
    let lang = use_lang().get_untracked();
    let words = lang.saved();
    let explorer = use_explorer();
    let links = use_links();
    let said = RwSignal::new(String::new());
    let views = part(move || {
        let shelf = kept.shelf.get();
        let items: Vec<AnyView> = shelf
            .views
            .iter()
            .map(|view| {
                let query = StoredValue::new(view.query.clone());
                let href = Address::parse(&view.query).0.to_string();
                let rename = move |event: web_sys::Event| {
                    if let Some(field) = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok()) {
                        kept.change(|shelf| query.with_value(|query| shelf.keep_view(query, &field.value())));
                    }
                };
                let remove = move |_| {
                    kept.change(|shelf| query.with_value(|query| shelf.views.retain(|view| view.query != *query)));
                };
                view! {
                    <li class="saved-row">
                        <a href=href>{view.name.clone()}</a>
                        <input
                            class="saved-name"
                            aria-label=[words.rename, ": ", &view.name].concat()
                            value=view.name.clone()
                            on:change=rename
                        />
                        <button type="button" aria-label=[words.delete, ": ", &view.name].concat() on:click=remove>
                            {words.delete}
                        </button>
                    </li>
                }
                .into_any()
            })
            .collect();
        match items.is_empty() {
            true => Some(view! { <p class="saved-empty">{words.no_view}</p> }.into_any()),
            false => Some(view! { <ul class="saved">{items}</ul> }.into_any()),
        }
    });
    let notes = part(move || {
        let shelf = kept.shelf.get();
        let items: Vec<AnyView> = shelf
            .notes
            .iter()
            .map(|note| {
                let found = explorer.find(&note.report).map(|id| explorer.report(id));
                let sentence = found.and_then(|report| report.statements.get(note.statement));
                let quoted = match sentence {
                    Some(sentence) => {
                        let href = links.read().opening(&note.report, Some(note.statement)).to_string();
                        let text = sentence.quote.as_str().to_owned();
                        view! {
                            <blockquote class="quote-text" lang="vi">
                                <a href=href>{text}</a>
                            </blockquote>
                        }
                        .into_any()
                    }
                    None => view! { <p class="saved-empty">{words.absent} " " {note.report.clone()}</p> }.into_any(),
                };
                let (report, statement) = (StoredValue::new(note.report.clone()), note.statement);
                let remove = move |_| {
                    kept.change(|shelf| report.with_value(|report| shelf.keep_note(report, statement, "")));
                };
                view! {
                    <li class="quote">
                        {quoted}
                        <p class="saved-note">{note.text.clone()}</p>
                        <button type="button" on:click=remove>
                            {words.delete}
                        </button>
                    </li>
                }
                .into_any()
            })
            .collect();
        match items.is_empty() {
            true => Some(view! { <p class="saved-empty">{words.no_note}</p> }.into_any()),
            false => Some(view! { <ol class="quotes">{items}</ol> }.into_any()),
        }
    });
    let export = move |_| {
        kept.shelf.with_untracked(|shelf| save_text("soi-saved.jsonl", "application/x-ndjson", &shelf.print()));
    };
    let import = move |event: web_sys::Event| {
        let Some(file) = picked(&event) else { return };
        leptos::task::spawn_local(async move {
            let Some(text) = text_of(file).await else {
                said.set(words.unreadable.to_owned());
                return;
            };
            let (shelf, strange) = Shelf::read(&text);
            let taken = shelf.views.len() + shelf.notes.len();
            kept.change(|own| own.merge(&shelf));
            let left =
                if strange > 0 { ["; ", words.left_out, " ", &lang.number(strange)].concat() } else { String::new() };
            said.set([words.taken, " ", &lang.number(taken), &left, "."].concat());
        });
    };
    let refused = part(move || {
        (!kept.stored.get()).then(|| view! { <p class="reports-unread" role="alert">{words.refused}</p> }.into_any())
    });
    view! {
        <div class="saved-page">
            <h1 class="set-title">{lang.view(crate::address::View::Saved)}</h1>
            <p class="set-intro">{lang.view_intro(crate::address::View::Saved)}</p>
            {refused}
            <h2>{words.views}</h2>
            {views}
            <h2>{words.notes}</h2>
            {notes}
            <p class="saved-files">
                <button type="button" on:click=export>
                    {words.export}
                </button>
                <label class="saved-pick">
                    <input
                        class="visually-hidden"
                        type="file"
                        accept=".jsonl,application/x-ndjson,text/plain"
                        on:change=import
                    />
                    {words.import}
                </label>
            </p>
            <p role="status">{said}</p>
            <FixList />
        </div>
    }
}
