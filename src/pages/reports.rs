//! The start view: the list of reports, what narrows it, and the corpus at a glance.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::Rest;
use crate::address::View;
use crate::app::{Present, provide_later_answer, use_present};
use crate::corpus::{provide_explorer, use_shown};
use crate::figure::is_large;
use crate::i18n::use_lang;
use crate::lazy::{Lazy, flag, part, switch, text};
use crate::navigate::{use_address, use_links};
use crate::parts::report_card::{ReportCard, ReportCardProps};
use crate::parts::stages::{after_paint, is_drawn, once_drawn};
use crate::parts::{chips::Chips, each::each, facets::Facets, figure::files, strip::Strip};
use soi::explore::{Answer, ReportId};
use soi::filter::{Facet, Sort};

/// Cards drawn at first and by each "more": a long list costs no more than a short one.
const PAGE: usize = 40;

/// Cards made at once while somebody types into the box of a large corpus: what is in sight comes first.
const STEP: usize = 6;

/// Cards of a piece, where a list is drawn in pieces.
const PIECE: usize = 8;

/// So many pieces are drawn before what lists the reports as files.
const FILES_AFTER: usize = 4;

/// What the list shows: a corpus, and an answer over it.
#[derive(Clone, PartialEq)]
struct Listed {
    present: Present,
    answer: Arc<Answer>,
}

impl Listed {
    fn now(present: Memo<Present>) -> Self {
        let present = present.get();
        let answer = present.answer();
        Self { present, answer }
    }

    /// How the key of a card begins: another corpus has other cards.
    fn keys(&self) -> String {
        [&self.present.turn.to_string(), "-"].concat()
    }
}

/// Puts in context what is listed, for what is made of this corpus: it is told of no answer over another.
fn provide_listed(listed: Memo<Listed>) {
    let present = listed.read_untracked().present.clone();
    provide_explorer(Arc::clone(&present.explorer));
    let answer = move |before: Option<&Arc<Answer>>| {
        let listed = listed.read();
        match before {
            Some(before) if listed.present != present => Arc::clone(before),
            _ => Arc::clone(&listed.answer),
        }
    };
    // Each card has one: to compare them word by word would cost more than it saves.
    let differ =
        |before: Option<&Arc<Answer>>, after: Option<&Arc<Answer>>| before.map(Arc::as_ptr) != after.map(Arc::as_ptr);
    provide_later_answer(Memo::new_with_compare(answer, differ));
}

/// The list of reports. It stays while the corpus grows, or another takes its place: what it shows follows, in pieces.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let present = use_present();
    let lang = use_lang().get_untracked();
    let words = lang.words();
    let count = Memo::new(move |_| present.read().answer().hits.len());
    let limit = RwSignal::new(PAGE);
    let (made, busy) = (RwSignal::new(usize::MAX), RwSignal::new(false));
    let listed = follow(present, limit, made, busy);
    provide_later_answer(Memo::new(move |_| listed.get().answer));
    let drawn = use_shown().drawn();
    let keys = Memo::new(move |before: Option<&Vec<String>>| {
        let (drawn, most) = (drawn.get(), limit.get().min(made.get()));
        let listed = listed.read();
        let ready = most.min(drawn.saturating_sub(1).saturating_mul(PIECE));
        let begin = listed.keys();
        let key = |report: ReportId| [&begin, report.0.to_string().as_str()].concat();
        let mut keys: Vec<String> = listed.answer.hits.iter().take(ready).map(|hit| key(hit.report)).collect();
        if drawn < usize::MAX {
            // Cards of before stay until others take their place.
            let before = before.into_iter().flatten().skip(ready).filter(|key| !key.starts_with(&begin));
            keys.extend(before.take(most.saturating_sub(ready)).cloned());
        }
        keys
    });
    let cards = each(
        move || keys.get(),
        move |key| {
            let report = key.split_once('-').and_then(|(_, report)| report.parse().ok()).map(ReportId);
            provide_listed(listed);
            report.map(|report| ReportCard(ReportCardProps { report })).into_any()
        },
    );
    let strip = of_corpus(listed, 0, || Strip().into_any());
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
        present.read().answer().query_error.as_ref().map(|error| {
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
    let files = match use_context::<Rest>() {
        Some(rest) => of_corpus(listed, FILES_AFTER, move || (rest.files)(None)),
        None => part(move || {
            let listed = listed.read();
            let ids: Vec<_> = listed.answer.hits.iter().map(|hit| hit.report).collect();
            (!ids.is_empty()).then(|| files(&listed.present.explorer, &links.read(), ids))
        }),
    };
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
            {strip}
            <div class="reports">
                <Facets />
                <div class="reports-list">
                    <div class="reports-head">
                        <h1 class="reports-count" aria-live="polite" aria-atomic="true">
                            {text(move || lang.reports_of(count.get(), present.read().explorer.len()))}
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

/// A part that is made anew for another corpus, when it is its turn.
fn of_corpus(
    listed: Memo<Listed>,
    pieces: usize,
    make: impl Fn() -> AnyView + Send + 'static,
) -> Lazy<Option<AnyView>> {
    let (is_drawn, listed) = (is_drawn(pieces), once_drawn(listed, pieces));
    let present = Memo::new(move |_| listed.get().present);
    part(move || {
        present.track();
        is_drawn.get().then(|| {
            provide_listed(listed);
            make()
        })
    })
}

/// What the page lists. With each letter that is typed most of it is another: in a large corpus it comes when the letter
/// and the count are on the page, the cards in sight first. `made` is how many of them may be there.
fn follow(present: Memo<Present>, limit: RwSignal<usize>, made: RwSignal<usize>, busy: RwSignal<bool>) -> Memo<Listed> {
    let (typed, links) = (use_address(), use_links());
    let shown = RwSignal::new(untrack(|| Listed::now(present)));
    let turn = StoredValue::new(0_usize);
    Effect::new(move |_| {
        let listed = Listed::now(present);
        turn.update_value(|turn| *turn += 1);
        let settled = typed.with_untracked(|typed| links.with_untracked(|links| typed.query == links.query));
        if settled || !is_large(&listed.present.explorer) {
            made.set(usize::MAX);
            shown.set(listed);
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
                shown.set(listed);
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
