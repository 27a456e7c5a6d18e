//! The frame of every view of the filtered set: facets beside it, what is chosen above it, and what there is to say when
//! nothing is in it. The view itself is a function of a [`Scene`].

use std::sync::Arc;

use leptos::prelude::*;

use crate::address::{Address, View};
use soi::explore::ReportId;

use crate::app::use_answer;
use crate::corpus::use_explorer;
use crate::figure::Scene;
use crate::figure::export::{self, Format};
use crate::figure::table::{Cell, Column, Table};
use crate::i18n::use_lang;
use crate::lazy::{flag, part, text, word};
use crate::navigate::{keep_focus, use_address, use_links, use_navigator};
use crate::pages::about::{date_cell, ids, meeting_cell, organiser_cell, report_cell};
use crate::parts::figure::{FILES, origin, references, tools};
use crate::parts::stages::after_paint;
use crate::parts::{chips::Chips, facets::Facets};
use crate::room::use_room;
use crate::save::save_text;

/// The filtered set, in the view that the address names.
#[component]
pub fn SetPage() -> impl IntoView {
    let explorer = use_explorer();
    let answer = use_answer();
    let links = use_links();
    let room = use_room();
    let lang = use_lang().get_untracked();
    let words = lang.words();
    let total = explorer.len();
    let count = Memo::new(move |_| answer.read().hits.len());
    let view = Memo::new(move |before: Option<&View>| match links.read().view {
        view if view.is_of_set() => view,
        // Another page is on its way.
        _ => before.copied().unwrap_or(View::Overview),
    });
    let modes = part(move || {
        let view = view.get();
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
    let typed = use_address();
    let scene = move || Scene {
        explorer: Arc::clone(&explorer),
        answer: answer.get(),
        address: links.get(),
        lang,
        room: room.get(),
    };
    let navigator = use_navigator();
    let first = untrack(&scene);
    let large = first.is_large();
    let waits = move || large || navigator.take_press();
    let first_waits = waits();
    let busy = RwSignal::new(large);
    let shown = RwSignal::new((!first_waits).then_some(first));
    let turn = StoredValue::new(0_usize);
    Effect::new(move |before: Option<()>| {
        let scene = scene();
        turn.update_value(|turn| *turn += 1);
        if before.is_none() && !first_waits {
            return;
        }
        if before.is_some() && !waits() {
            shown.set(Some(scene));
            return;
        }
        if large {
            busy.set(true);
            let other =
                |shown: &Option<Scene>| shown.as_ref().is_some_and(|shown| shown.address.view != scene.address.view);
            if shown.with_untracked(other) {
                shown.set(None);
            }
            // No view of a large corpus is made for each letter: when the typing rests, the links follow it.
            if typed.with_untracked(|typed| typed.query != scene.address.query) {
                return;
            }
        }
        // The click is answered first. What another click made superfluous is not made.
        let of = turn.get_value();
        after_paint(Box::new(move || {
            if turn.try_get_value() == Some(of) {
                let focused = document().active_element();
                shown.set(Some(scene));
                busy.set(false);
                keep_focus(focused);
            }
        }));
    });
    let content = move || {
        let Some(scene) = shown.get() else {
            // A small corpus is there with the next frame.
            return large.then(|| view! { <p class="set-waiting">{lang.about().computing}</p> }).into_any();
        };
        if scene.answer.hits.is_empty() {
            let clear = scene.address.cleared().to_string();
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
        view! {
            {super::show(&scene)}
            {set_files(&scene, ids(&scene).collect())}
        }
        .into_any()
    };
    view! {
        <div class="set">
            <Facets />
            <div class="set-content" aria-busy=flag(move || busy.get().then_some("true"))>
                <div class="set-head">
                    <h1 class="set-title">{word(move || lang.view(view.get()))}</h1>
                    <p class="set-count" aria-live="polite" aria-atomic="true">
                        {text(move || lang.reports_of(count.get(), total))}
                    </p>
                </div>
                <p class="set-intro">{word(move || lang.view_intro(view.get()))}</p>
                {modes}
                <Chips />
                {unread}
                {content}
            </div>
        </div>
    }
}

/// The filtered set, or one report, as files: what the list and a report have besides what they show.
pub fn files(report: Option<ReportId>) -> AnyView {
    let explorer = use_explorer();
    let answer = use_answer();
    let address = use_address();
    let links = use_links();
    let room = use_room();
    let lang = use_lang().get_untracked();
    // Not for each letter: when the typing rests.
    let settled = Memo::new(move |before: Option<&(usize, Address)>| {
        let now = links.get();
        match before {
            Some(before) if address.read().query != now.query => before.clone(),
            _ => (answer.read().hits.len(), now),
        }
    });
    let tools = part(move || {
        let (_, address) = settled.get();
        let answer = answer.get_untracked();
        let scene = Scene { explorer: Arc::clone(&explorer), answer, address, lang, room: room.get_untracked() };
        let reports: Vec<ReportId> = report.map_or_else(|| ids(&scene).collect(), |report| vec![report]);
        (!reports.is_empty()).then(|| set_files(&scene, reports))
    });
    view! { {tools} }.into_any()
}

/// The reports behind the view as files, and the view itself as a link and for another page.
fn set_files(scene: &Scene, ids: Vec<ReportId>) -> AnyView {
    let words = scene.lang.about();
    let told = scene.clone();
    let (in_table, in_facts) = (ids.clone(), ids.clone());
    let rows = scene.clone();
    let save = move |_| {
        let reports = in_facts.iter().map(|&id| told.explorer.report(id));
        let text = export::facts(reports, &origin(&told, told.lang.about().set_files));
        save_text("soi-facts.jsonl", Format::Jsonl.media_type(), &text);
    };
    view! {
        <section class="set-files" id=FILES tabindex="-1" aria-label=words.set_files>
            <h2 class="figure-hint">{words.set_files}</h2>
            {tools(scene, words.set_files, Box::new(move || reports(&rows, &in_table)), None)}
            <div class="figure-tools">
                <button type="button" on:click=save>
                    {words.facts}
                </button>
                {references(&scene.explorer, &scene.address, ids)}
            </div>
        </section>
    }
    .into_any()
}

/// The reports, a row each, with how many facts of each kind.
fn reports(scene: &Scene, ids: &[ReportId]) -> Table {
    let (lang, words) = (scene.lang, scene.lang.about());
    let rows = ids.iter().map(|&id| {
        let report = scene.explorer.report(id);
        let counts = [
            report.statements.len(),
            report.events.len(),
            report.people.len(),
            report.organisations.len(),
            report.directives.len(),
            report.measures.len(),
        ];
        let mut row =
            vec![report_cell(scene, id), date_cell(scene, id), organiser_cell(scene, id), meeting_cell(scene, id)];
        row.extend(counts.map(|count| Cell::count(count, lang).to(scene.to_report(id))));
        row
    });
    let columns = vec![
        Column::quoted("report", words.report),
        Column::words("date", words.date),
        Column::quoted("body", words.body),
        Column::words("meeting", words.meeting),
        Column::number("sentences", words.sentences),
        Column::number("meetings", words.meetings),
        Column::number("people", lang.view(View::People)),
        Column::number("bodies", lang.view(View::Bodies)),
        Column::number("directives", lang.view(View::Directives)),
        Column::number("measures", lang.view(View::Measures)),
    ];
    Table { key: "reports", title: words.set_files.to_owned(), columns, rows: rows.collect() }
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
