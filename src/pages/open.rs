//! The reader's own documents: give files, a folder or a text, and see how their reading goes.

use leptos::html::{Input, Select, Textarea};
use leptos::prelude::*;

use crate::address::{Lang, View};
use crate::app::use_present;
use crate::corpus::use_shown;
use crate::i18n::use_lang;
use crate::lazy::{flag, part, text};
use crate::navigate::use_links;
use crate::opened::{Keeping, Kept, Opening, Stage, single, use_opening};
use crate::parts::open_columns::OpenColumns;
use crate::parts::open_link::OpenLink;
use crate::parts::open_status::Reading;
use crate::parts::open_troubles::OpenTroubles;
use crate::save::save_text;

/// The page.
#[component]
pub fn OpenPage() -> impl IntoView {
    let opening = use_opening();
    let links = use_links();
    let lang = use_lang().get_untracked();
    let words = lang.open();
    let pasted = NodeRef::<Textarea>::new();
    let stage = Memo::new(move |_| opening.progress().read().stage);
    Effect::new(move || {
        if !stage.get().is_open() {
            opening.warm();
        }
    });
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
            // Before there is anything, there is nothing to lose.
            let keeping = text(move || match &*opening.keeping().read() {
                _ if opening.progress().read().documents == 0 => String::new(),
                Keeping::No => words.not_kept.to_owned(),
                Keeping::SoFar => words.kept_so_far.to_owned(),
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
            let title = (!kept.is_empty()).then(|| view! { <h2>{words.kept_title}</h2> });
            let names: Vec<String> = kept.iter().map(|kept| kept.name.clone()).collect();
            let rows = kept.into_iter().map(|kept| kept_row(kept, &names, opening, lang));
            let export = exports.then(|| {
                view! {
                    <p class="open-kept-saves">
                        <button type="button" on:click=move |_| opening.export()>
                            {words.export}
                        </button>
                        {single_button(words.single, words.single_making, words.single_failed)}
                    </p>
                }
            });
            // Of a reading it is said there.
            let refused = part(move || match &*opening.keeping().read() {
                Keeping::Refused(why) if opening.progress().read().stage == Stage::Idle => {
                    Some(view! { <p role="alert">{lang.keep_refused(why)}</p> }.into_any())
                }
                _ => None,
            });
            view! {
                <section class="open-kept">
                    {title}
                    {refused}
                    <ul>{rows.collect_view()}</ul>
                    {export}
                </section>
            }
            .into_any()
        })
    });
    let present = use_present();
    let link = part(move || {
        present.get().provide();
        Some(OpenLink().into_any())
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
            <OpenColumns />
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
            {link}
        </div>
    }
}

/// Saves the corpus that is shown and the whole app as one HTML file; it says while the file is made, and when it cannot
/// be.
fn single_button(label: &'static str, making: &'static str, failed: &'static str) -> AnyView {
    let shown = use_shown();
    let said = RwSignal::new(label);
    let save = move |_| {
        if said.get_untracked() == making {
            return;
        }
        said.set(making);
        leptos::task::spawn_local(async move {
            let name = shown.name().get_untracked().unwrap_or_else(|| "soi".to_owned());
            let explorer = shown.explorer().get_untracked();
            let page = single::file(&explorer).await;
            if let Some(page) = &page {
                save_text(&[name.trim_end_matches(".soi"), ".html"].concat(), "text/html", page);
            }
            // The button may be gone by now.
            said.try_set(if page.is_some() { label } else { failed });
        });
    };
    view! {
        <button type="button" data-save="single" on:click=save>
            <span aria-live="polite">{text(move || said.get().to_owned())}</span>
        </button>
    }
    .into_any()
}

/// A kept corpus: opened, saved as a file, renamed, merged with another, deleted.
fn kept_row(kept: Kept, names: &[String], opening: Opening, lang: Lang) -> AnyView {
    let words = lang.open();
    let mut about = lang.kept_corpus(kept.documents, kept.bytes, &kept.date);
    if kept.unfinished {
        about.extend([" · ", words.unfinished]);
    }
    let held = StoredValue::new(kept.clone());
    let name = move || held.with_value(|kept| kept.name.clone());
    let labelled = |label: &str| [label, ": ", &kept.name].concat();
    let renamed = NodeRef::<Input>::new();
    let merged = NodeRef::<Select>::new();
    let others: Vec<AnyView> = names
        .iter()
        .filter(|other| **other != kept.name)
        .map(|other| view! { <option>{other.clone()}</option> }.into_any())
        .collect();
    let merge = (!others.is_empty()).then(|| {
        view! {
            <form
                class="open-kept-form"
                on:submit=move |event| {
                    event.prevent_default();
                    if let Some(other) = merged.get_untracked() {
                        opening.merge(name(), other.value());
                    }
                }
            >
                <select node_ref=merged aria-label=labelled(words.merge_with)>
                    {others}
                </select>
                <button type="submit">{words.merge}</button>
            </form>
        }
    });
    view! {
        <li>
            <strong>{kept.name.clone()}</strong>
            <span class="open-kept-about">{about}</span>
            <button type="button" aria-label=labelled(words.open_kept) on:click=move |_| opening.open_kept(name(), false)>
                {words.open_kept}
            </button>
            <button type="button" aria-label=labelled(words.save_kept) on:click=move |_| opening.export_kept(name())>
                {words.save_kept}
            </button>
            <button type="button" aria-label=labelled(words.remove) on:click=move |_| opening.remove(name())>
                {words.remove}
            </button>
            <details class="open-kept-more">
                <summary>{words.rename_merge}</summary>
                <form
                    class="open-kept-form"
                    on:submit=move |event| {
                        event.prevent_default();
                        if let Some(field) = renamed.get_untracked() {
                            held.with_value(|kept| opening.rename(kept.clone(), &field.value()));
                        }
                    }
                >
                    <input node_ref=renamed type="text" aria-label=labelled(words.new_name) value=kept.name.clone() />
                    <button type="submit">{words.rename}</button>
                </form>
                {merge}
            </details>
        </li>
    }
    .into_any()
}
