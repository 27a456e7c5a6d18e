//! The reader's own documents: give files, a folder or a text, and see how their reading goes.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;

use crate::address::View;
use crate::i18n::use_lang;
use crate::lazy::{flag, part, text};
use crate::navigate::use_links;
use crate::opened::{Stage, use_opening};
use crate::parts::open_status::Reading;
use crate::parts::open_troubles::OpenTroubles;

/// The page.
#[component]
pub fn OpenPage() -> impl IntoView {
    let opening = use_opening();
    let links = use_links();
    let lang = use_lang().get_untracked();
    let words = lang.open();
    let pasted = NodeRef::<Textarea>::new();
    let stage = Memo::new(move |_| opening.progress().read().stage);
    let picker = move |folder: bool, label: &'static str| {
        let input = NodeRef::<Input>::new();
        view! {
            <label class="open-pick">
                <input
                    node_ref=input
                    class="visually-hidden"
                    type="file"
                    multiple=true
                    prop:webkitdirectory=folder
                    data-pick=if folder { "folder" } else { "files" }
                    on:change=move |_| {
                        let Some(input) = input.get_untracked() else { return };
                        if let Some(files) = input.files() {
                            opening.open(&files);
                        }
                    }
                />
                {label}
            </label>
        }
    };
    let reading = part(move || {
        let stage = stage.get();
        (stage != Stage::Idle).then(|| {
            let explore = part(move || {
                let some = opening.progress().read().documents > 0;
                some.then(|| {
                    view! {
                        <a class="open-explore" href=text(move || links.read().showing(View::Reports).to_string())>
                            {words.explore}
                            " →"
                        </a>
                    }
                    .into_any()
                })
            });
            let nothing = part(move || {
                let none = stage == Stage::Done && opening.progress().read().documents == 0;
                none.then(|| view! { <p>{words.nothing}</p> }.into_any())
            });
            view! {
                <section class="open-reading">
                    <h2>{text(move || opening.progress().read().name.clone())}</h2>
                    <Reading />
                    {nothing}
                    {explore}
                    <p class="open-note">{words.not_kept}</p>
                </section>
            }
            .into_any()
        })
    });
    view! {
        <div class="open" data-dropping=flag(move || opening.dropping().get().then_some("true"))>
            <h1>{words.title}</h1>
            <div class="open-drop">
                <p class="open-intro">{words.intro}</p>
                <p class="open-picks">{picker(false, words.pick_files)} {picker(true, words.pick_folder)}</p>
                <p class="open-note">{words.formats}</p>
            </div>
            {reading}
            <OpenTroubles />
            <form
                class="open-paste"
                on:submit=move |event| {
                    event.prevent_default();
                    let text = pasted.get_untracked().map(|field| field.value()).unwrap_or_default();
                    if !text.trim().is_empty() {
                        opening.open_text(words.pasted, &text);
                    }
                }
            >
                <label for="paste">{words.paste}</label>
                <textarea node_ref=pasted id="paste" rows="6" spellcheck="false"></textarea>
                <button type="submit">{words.paste_read}</button>
            </form>
        </div>
    }
}
