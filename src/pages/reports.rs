//! The start view: the list of reports, what narrows it, and the corpus at a glance.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::Rest;
use crate::address::View;
use crate::app::{provide_later_answer, use_answer};
use crate::corpus::{use_explorer, use_shown};
use crate::figure::is_large;
use crate::i18n::use_lang;
use crate::lazy::{flag, part, switch, text};
use crate::navigate::{use_address, use_links};
use crate::parts::report_card::{ReportCard, ReportCardProps};
use crate::parts::stages::after_paint;
use crate::parts::{chips::Chips, each::each, facets::Facets, figure::files, strip::Strip};
use soi::explore::{Answer, ReportId};
use soi::filter::{Facet, Sort};

/// Cards drawn at first and by each "more": a long list costs no more than a short one.
const PAGE: usize = 40;

/// Cards made at once while somebody types into the box of a large corpus: what is in sight comes first.
const STEP: usize = 6;

/// Cards of a piece, where a list is drawn in pieces.
const PIECE: usize = 8;

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
    let (made, busy) = (RwSignal::new(usize::MAX), RwSignal::new(false));
    if is_large(&explorer) {
        provide_later_answer(follow(limit, made, busy));
    }
    let shown = use_answer();
    let drawn = use_shown().drawn();
    let hits = move || {
        let count = limit.get().min(made.get()).min(drawn.get().saturating_mul(PIECE));
        shown.read().hits.iter().take(count).map(|hit| hit.report.0.to_string()).collect()
    };
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
    // Who has asked for something needs no way in.
    let plain = Memo::new(move |_| {
        let links = links.read();
        address.read().query.is_empty() && links.choices.is_empty() && links.dates.is_none()
    });
    let lead = part(move || {
        plain.get().then(|| {
            let links = links.read();
            let asked = [
                (words.ask_shortcomings, links.showing(View::Statements).toggled(Facet::Role, "shortcoming", false)),
                (words.ask_measures, links.showing(View::Measures)),
                (words.ask_sheet, links.showing(View::Sheet)),
                (words.ask_directives, links.showing(View::Directives)),
                (words.ask_compare, links.showing(View::Compare)),
            ];
            let asked = asked.map(|(label, address)| view! { <a href=address.to_string()>{label}</a> }.into_any());
            view! {
                <div class="lead">
                    <p>{words.lead}</p>
                    <p class="lead-questions">{asked.into_iter().collect::<Vec<_>>()}</p>
                </div>
            }
            .into_any()
        })
    });
    view! {
        <div class="start" data-searching=searching>
            {lead}
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
                    <div aria-busy=flag(move || busy.get().then_some("true"))>{cards}</div>
                    {more}
                    {files}
                </div>
            </div>
        </div>
    }
}

/// The answer that the page shows. With each letter that is typed most of it is another: in a large corpus it comes when
/// the letter and the count are on the page, the cards in sight first. `made` is how many of them may be there.
fn follow(limit: RwSignal<usize>, made: RwSignal<usize>, busy: RwSignal<bool>) -> Memo<Arc<Answer>> {
    let (now, typed, links) = (use_answer(), use_address(), use_links());
    let shown = RwSignal::new(now.get_untracked());
    let turn = StoredValue::new(0_usize);
    Effect::new(move |_| {
        let answer = now.get();
        turn.update_value(|turn| *turn += 1);
        if typed.with_untracked(|typed| links.with_untracked(|links| typed.query == links.query)) {
            made.set(usize::MAX);
            shown.set(answer);
            busy.set(false);
            return;
        }
        busy.set(true);
        // What another letter made superfluous is not made.
        let of = turn.get_value();
        let is_current = move || turn.try_get_value() == Some(of);
        after_paint(Box::new(move || {
            if is_current() {
                made.set(STEP);
                shown.set(answer);
                more_cards(Box::new(is_current), limit, made, busy);
            }
        }));
    });
    Memo::new(move |_| shown.get())
}

/// Makes a few cards more, until all that are wanted are there or others are.
fn more_cards(is_current: Box<dyn Fn() -> bool>, limit: RwSignal<usize>, made: RwSignal<usize>, busy: RwSignal<bool>) {
    let next = move || {
        if !is_current() {
            return;
        }
        if made.get_untracked() < limit.get_untracked() {
            made.update(|made| *made += STEP);
            more_cards(is_current, limit, made, busy);
        } else {
            made.set(usize::MAX);
            busy.set(false);
        }
    };
    set_timeout(next, Duration::ZERO);
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
