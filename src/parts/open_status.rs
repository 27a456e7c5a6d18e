//! Under the bar of views: which corpus is shown if it is not the embedded one, and how far its reading is.

use leptos::prelude::*;

use crate::address::{Lang, View};
use crate::corpus::{Shown, use_shown};
use crate::i18n::use_lang;
use crate::lazy::{part, switch, text, word};
use crate::navigate::{brings_corpus, use_address, use_links};
use crate::opened::{Keeping, Stage, use_opening};

/// The strip, as the frame asks for it.
pub fn status() -> AnyView {
    OpenStatus().into_any()
}

/// The strip; nothing over the embedded corpus while nothing is read.
#[component]
pub fn OpenStatus() -> impl IntoView {
    let opening = use_opening();
    let shown = use_shown();
    let lang = use_lang();
    let address = use_address();
    let links = use_links();
    let words = move || lang.get().open();
    let stage = Memo::new(move |_| opening.progress().read().stage);
    let corpus = part(move || {
        let name = shown.name().get()?;
        Some(
            view! {
                <p class="open-status-corpus">
                    <span class="open-status-label">{word(move || words().corpus)} ": "</span>
                    <strong>{name}</strong>
                    <button type="button" class="open-status-back" on:click=move |_| opening.leave()>
                        {text(move || back(shown, lang.get()))}
                    </button>
                </p>
            }
            .into_any(),
        )
    });
    let reading = part(move || {
        let stage = stage.get();
        let here = address.read().view == View::Open;
        (stage != Stage::Idle && !here).then(|| {
            view! {
                <div class="open-status-reading">
                    <Reading />
                    <p class="open-status-unstored" role="status">
                        {word(move || {
                            if matches!(*opening.keeping().read(), Keeping::Refused(_)) { words().unstored } else { "" }
                        })}
                    </p>
                    <a href=text(
                        move || links.read().showing(View::Open).to_string(),
                    )>
                        {text(move || {
                            let unread = opening.unread().get();
                            if opening.asked().read().is_some() {
                                words().ask_link.to_owned()
                            } else if unread > 0 { lang.get().not_read(unread) } else { words().details.to_owned() }
                        })}
                    </a>
                </div>
            }
            .into_any()
        })
    });
    view! { <div class="open-status">{corpus} {reading}</div> }
}

/// What the corpus is called that the page began with.
fn back(shown: Shown, lang: Lang) -> String {
    let words = lang.open();
    match site_title().filter(|_| shown.is_brought() && !brings_corpus()) {
        Some(title) => lang.back_to(&title),
        None => if shown.is_brought() { words.back_own } else { words.back }.to_owned(),
    }
}

/// The title that `soi build` gave to a site.
fn site_title() -> Option<String> {
    document().document_element()?.get_attribute("data-title")
}

/// How far the reading is, with its buttons.
#[component]
pub fn Reading() -> impl IntoView {
    let opening = use_opening();
    let progress = opening.progress();
    let lang = use_lang();
    let words = move || lang.get().open();
    let stage = Memo::new(move |_| progress.read().stage);
    let buttons = part(move || {
        let stage = stage.get();
        let view = match stage {
            Stage::Reading | Stage::Paused => {
                let pause = stage == Stage::Reading;
                view! {
                    <button type="button" on:click=move |_| opening.pause(pause)>
                        {word(move || if pause { words().pause } else { words().go_on })}
                    </button>
                    <button type="button" on:click=move |_| opening.stop()>
                        {word(move || words().stop)}
                    </button>
                }
                .into_any()
            }
            Stage::Starting | Stage::Asking => view! {
                <button type="button" on:click=move |_| opening.stop()>
                    {word(move || words().stop)}
                </button>
            }
            .into_any(),
            Stage::Done | Stage::Stopped | Stage::Failed | Stage::Damaged => view! {
                <button type="button" on:click=move |_| opening.dismiss()>
                    {word(move || words().dismiss)}
                </button>
            }
            .into_any(),
            Stage::Idle => return None,
        };
        Some(view)
    });
    let said = word(move || match stage.get() {
        Stage::Idle => "",
        Stage::Starting => words().starting,
        Stage::Reading => words().reading,
        Stage::Asking => words().asking,
        Stage::Paused => words().paused,
        Stage::Done => words().done,
        Stage::Stopped => words().stopped,
        Stage::Failed => words().failed,
        Stage::Damaged => words().damaged,
    });
    let counts = text(move || {
        let progress = progress.read();
        let lang = lang.get();
        let mut parts = Vec::new();
        if progress.files > 0 {
            parts.push(lang.files_done(progress.begun, progress.files));
        }
        if progress.documents > 0 {
            parts.push(lang.documents_facts(progress.documents, progress.facts));
        }
        parts.extend(progress.seconds_left().map(|seconds| lang.time_left(seconds)));
        parts.join(" · ")
    });
    view! {
        <div class="reading">
            <p class="reading-stage" role="status">
                {said}
            </p>
            <progress
                max="1"
                hidden=switch(move || matches!(stage.get(), Stage::Failed | Stage::Damaged))
                value=text(move || format!("{:.3}", progress.read().whole()))
                aria-label=word(move || words().reading)
            ></progress>
            <p class="reading-counts">{counts}</p>
            <div class="reading-buttons">{buttons}</div>
        </div>
    }
}
