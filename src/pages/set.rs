//! The frame of every view of the filtered set: facets beside it, what is chosen above it, and what there is to say when
//! nothing is in it. The view itself is a function of a [`Scene`].

use std::sync::Arc;

use leptos::prelude::*;

use crate::address::View;
use crate::app::use_answer;
use crate::corpus::use_explorer;
use crate::figure::Scene;
use crate::i18n::use_lang;
use crate::lazy::{part, text};
use crate::navigate::use_links;
use crate::parts::{chips::Chips, facets::Facets};
use crate::room::use_room;

/// One view of the filtered set.
#[component]
pub fn SetPage(
    /// Which.
    view: View,
) -> impl IntoView {
    let explorer = use_explorer();
    let answer = use_answer();
    let links = use_links();
    let room = use_room();
    let lang = use_lang().get_untracked();
    let words = lang.words();
    let total = explorer.corpus().reports.len();
    let count = Memo::new(move |_| answer.read().hits.len());
    let modes = part(move || {
        (view.modes().len() > 1).then(|| {
            let now = links.read().mode().to_owned();
            let items = view
                .modes()
                .iter()
                .map(|&mode| {
                    let href = links.read().shown_by(mode).to_string();
                    let current = (mode == now).then_some("true");
                    view! {
                        <li>
                            <a href=href aria-current=current>
                                {lang.mode(view, mode)}
                            </a>
                        </li>
                    }
                })
                .collect_view();
            view! {
                <nav class="modes" aria-label=words.shown_by>
                    <ul>{items}</ul>
                </nav>
            }
            .into_any()
        })
    });
    let unread = part(move || {
        answer.read().query_error.as_ref().map(|error| {
            let error = [words.query_error, ": ", &lang.query_error(error), "."].concat();
            view! {
                <p class="reports-unread" role="status">
                    {error}
                </p>
            }
            .into_any()
        })
    });
    let content = move || {
        let answer = answer.get();
        if answer.hits.is_empty() {
            let clear = links.read().cleared().to_string();
            return view! {
                <div class="reports-empty">
                    <p>{words.nothing}</p>
                    <p>
                        {words.nothing_hint} " " <a href=clear>{words.clear_all}</a>
                    </p>
                </div>
            }
            .into_any();
        }
        let scene = Scene { explorer: Arc::clone(&explorer), answer, address: links.get(), lang, room: room.get() };
        super::show(view, &scene)
    };
    view! {
        <div class="set">
            <Facets />
            <div class="set-content">
                <div class="set-head">
                    <h1 class="set-title">{lang.view(view)}</h1>
                    <p class="set-count" aria-live="polite" aria-atomic="true">
                        {text(move || lang.reports_of(count.get(), total))}
                    </p>
                </div>
                <p class="set-intro">{lang.view_intro(view)}</p>
                {modes}
                <Chips />
                {unread}
                {content}
            </div>
        </div>
    }
}

/// What a view says when no fact of its kind is in the set.
pub fn no_figures(scene: &Scene) -> AnyView {
    view! {
        <div class="reports-empty">
            <p>{scene.lang.words().no_figures}</p>
        </div>
    }
    .into_any()
}
