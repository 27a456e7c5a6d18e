//! The start view: the list of reports, what narrows it, and the corpus at a glance.

use leptos::prelude::*;

use crate::Rest;
use crate::app::use_answer;
use crate::corpus::use_explorer;
use crate::i18n::use_lang;
use crate::lazy::{flag, part, switch, text};
use crate::navigate::{use_address, use_links};
use crate::parts::report_card::{ReportCard, ReportCardProps};
use crate::parts::{chips::Chips, each::each, facets::Facets, figure::files, strip::Strip};
use soi::explore::ReportId;
use soi::filter::Sort;

/// Cards drawn at first and by each "more": a long list costs no more than a short one.
const PAGE: usize = 40;

/// The list of reports.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let explorer = use_explorer();
    let answer = use_answer();
    let lang = use_lang().get_untracked();
    let words = lang.words();
    let total = explorer.len();
    let count = Memo::new(move |_| answer.read().hits.len());
    let limit = RwSignal::new(PAGE);
    let hits = move || answer.read().hits.iter().take(limit.get()).map(|hit| hit.report.0.to_string()).collect();
    let cards = each(hits, |number| {
        let report = number.parse().ok().map(ReportId);
        report.map(|report| ReportCard(ReportCardProps { report })).into_any()
    });
    let empty = part(move || {
        (count.get() == 0).then(|| {
            let links = use_links();
            view! {
                <div class="reports-empty">
                    <p>{words.nothing}</p>
                    <p>
                        {words.nothing_hint} " "
                        <a href=text(move || links.read().cleared().to_string())>{words.clear_all}</a>
                    </p>
                </div>
            }
            .into_any()
        })
    });
    let unread = part(move || {
        answer.read().query_error.as_ref().map(|error| {
            view! {
                <p class="reports-unread" role="status">
                    {words.query_error}
                    ": "
                    {lang.query_error(error)}
                    "."
                </p>
            }
            .into_any()
        })
    });
    let address = use_address();
    let searching = flag(move || (!address.read().query.trim().is_empty()).then_some("true"));
    let more = part(move || {
        (count.get() > limit.get()).then(|| {
            view! {
                <button type="button" on:click=move |_| limit.update(|limit| *limit += PAGE)>
                    {words.more}
                </button>
            }
            .into_any()
        })
    });
    let links = use_links();
    let first = part(move || {
        let ids: Vec<_> = answer.read().hits.iter().map(|hit| hit.report).collect();
        (!ids.is_empty()).then(|| files(&explorer, &links.read(), ids))
    });
    let files = use_context::<Rest>().map_or_else(|| view! { {first} }.into_any(), |rest| (rest.files)(None));
    view! {
        <div class="start" data-searching=searching>
            <Strip />
            <div class="reports">
                <Facets />
                <div class="reports-list">
                    <div class="reports-head">
                        <h1 class="reports-count" aria-live="polite" aria-atomic="true">
                            {text(move || lang.reports_of(count.get(), total))}
                        </h1>
                        <SortLinks />
                    </div>
                    <Chips />
                    {unread}
                    {empty}
                    {cards}
                    {more}
                    {files}
                </div>
            </div>
        </div>
    }
}

/// The orders of the list.
#[component]
fn SortLinks() -> impl IntoView {
    let address = use_address();
    let links = use_links();
    let lang = use_lang().get_untracked();
    let searching = Memo::new(move |_| !address.read().query.trim().is_empty());
    let current = Memo::new(move |_| {
        let default = if searching.get() { Sort::Relevance } else { Sort::Newest };
        address.read().sort.unwrap_or(default)
    });
    let link = move |sort: Sort| {
        let href = text(move || {
            let default = if searching.get() { Sort::Relevance } else { Sort::Newest };
            links.read().sorted((sort != default).then_some(sort)).to_string()
        });
        // Without a search there is nothing to be relevant to.
        let hidden = switch(move || sort == Sort::Relevance && !searching.get());
        view! {
            <li hidden=hidden>
                <a href=href aria-current=flag(move || (current.get() == sort).then_some("true"))>
                    {lang.sort(sort)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="sort" aria-label=lang.words().sort>
            <span class="sort-label" aria-hidden="true">
                {lang.words().sort}
            </span>
            <ul>{Sort::ALL.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}
