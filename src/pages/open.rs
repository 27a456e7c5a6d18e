//! The reader's own documents: give files, a folder or a text, and see how their reading goes.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;

use crate::address::View;
use crate::corpus::use_shown;
use crate::i18n::use_lang;
use crate::lazy::{flag, part, text};
use crate::navigate::use_links;
use crate::opened::{Keeping, Stage, use_opening};
use crate::parts::open_status::Reading;
use crate::parts::open_troubles::OpenTroubles;

/// The page.
#[component]
pub fn OpenPage() -> impl IntoView {
    let opening = use_opening();
    opening.warm();
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
            let keeping = text(move || match &*opening.keeping().read() {
                Keeping::No => words.not_kept.to_owned(),
                Keeping::Yes => words.kept.to_owned(),
                Keeping::Refused(why) => lang.keep_refused(why),
            });
            view! {
                <section class="open-reading">
                    <h2>{text(move || opening.progress().read().name.clone())}</h2>
                    <Reading />
                    {nothing}
                    {explore}
                    <p class="open-note">{keeping}</p>
                </section>
            }
            .into_any()
        })
    });
    let shown = use_shown();
    let kept = part(move || {
        let kept = opening.kept().get();
        let exports = shown.name().read().is_some();
        (!kept.is_empty() || exports).then(|| {
            let rows = kept.into_iter().map(|kept| {
                let about = lang.kept_corpus(kept.documents, kept.bytes, &kept.date);
                let (name, gone) = (kept.name.clone(), kept.name.clone());
                view! {
                    <li>
                        <strong>{kept.name}</strong>
                        <span class="open-kept-about">{about}</span>
                        <button type="button" on:click=move |_| opening.open_kept(name.clone(), false)>
                            {words.open_kept}
                        </button>
                        <button type="button" on:click=move |_| opening.remove(gone.clone())>
                            {words.remove}
                        </button>
                    </li>
                }
            });
            let export = exports.then(|| {
                view! {
                    <p>
                        <button type="button" on:click=move |_| opening.export()>
                            {words.export}
                        </button>
                    </p>
                }
            });
            view! {
                <section class="open-kept">
                    <h2>{words.kept_title}</h2>
                    <ul>{rows.collect_view()}</ul>
                    {export}
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
            {kept}
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
