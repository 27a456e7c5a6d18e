//! The facts of a report beside its text: the sentence pointed at, and every entry with links to where it stands.

use leptos::html::Aside;
use leptos::prelude::*;
use soi::annotate::{Fact, FactKind, facts_in, statement_at};
use soi::report::{Quote, Report};
use soi::text::Span;

use crate::Rest;
use crate::address::{Address, Lang};
use crate::i18n::{t, use_lang};
use crate::lazy::{Lazy, flag, text};
use crate::navigate::{absolute, use_address, use_links};
use crate::pages::report::Open;
use crate::parts::copy_button::CopyButton;
use crate::shelf::use_shelf;

/// The panel.
#[component]
pub fn Panel(
    /// The report.
    open: Open,
    /// The stretch of its source that the reader selected.
    selected: RwSignal<Option<Span>>,
) -> impl IntoView {
    let words = t();
    let lang = use_lang().get_untracked();
    let address = use_address();
    let statement = Memo::new(move |_| address.read().statement);
    let card_open = open.clone();
    let card = move || statement.get().map(|statement| sentence_card(&card_open, statement));

    let kinds = FactKind::ALL
        .into_iter()
        .filter(|kind| kind.count(open.report()) > 0)
        .map(|kind| {
            let entries =
                (0..kind.count(open.report())).map(|entry| fact_view(&open, Fact { kind, entry }, lang)).collect_view();
            view! {
                <details class="panel-kind" data-kind=kind.as_str() open>
                    <summary>
                        {lang.fact(kind)}
                        <span class="legend-count">{lang.number(kind.count(open.report()))}</span>
                    </summary>
                    <ul>{entries}</ul>
                </details>
            }
        })
        .collect_view();
    let element = NodeRef::<Aside>::new();
    Effect::new(move || {
        if address.read().at.is_some() {
            request_animation_frame(move || reveal_current(element));
        }
    });
    let empty = FactKind::ALL.iter().all(|kind| kind.count(open.report()) == 0);
    view! {
        <aside class="panel" node_ref=element aria-label=words.facts>
            {card}
            {use_context::<Rest>().map(|rest| (rest.fix)(&open, selected))}
            {empty.then(|| view! { <p class="panel-empty">{words.no_facts}</p> })}
            {kinds}
        </aside>
    }
}

/// Scrolls the panel, and nothing but the panel, to the entry pointed at.
fn reveal_current(panel: NodeRef<Aside>) {
    let Some(panel) = panel.try_get_untracked().flatten() else { return };
    let Ok(Some(entry)) = panel.query_selector(".panel-fact[aria-current]") else { return };
    let (entry, frame) = (entry.get_bounding_client_rect(), panel.get_bounding_client_rect());
    if entry.top() < frame.top() || entry.bottom() > frame.bottom() {
        let middle = entry.top() - frame.top() - (frame.height() - entry.height()) / 2.0;
        panel.set_scroll_top(panel.scroll_top() + middle as i32);
    }
}

/// The sentence pointed at: its role, its areas, its facts, and what to do with it.
fn sentence_card(open: &Open, index: usize) -> Option<AnyView> {
    let links = use_links();
    let words = t();
    let lang = use_lang().get_untracked();
    let address = use_address();
    let report = open.report();
    let statement = report.statements.get(index)?;
    let step = |to: Option<usize>, label: &'static str| {
        let to = to.filter(|to| *to < report.statements.len())?;
        let id = report.id.clone();
        Some(view! { <a href=text(move || links.read().opening(&id, Some(to)).to_string())>{label}</a> })
    };
    let facts = facts_in(report, index)
        .into_iter()
        .map(|fact| {
            let label = label(report, fact, lang);
            let quote = fact.quotes(report).iter().find(|quote| statement.quote.span().overlaps(quote.span()))?;
            let href = fact_href(report, quote);
            Some(view! {
                <li>
                    <a class="card-fact" data-kind=fact.kind.as_str() href=href>
                        {label}
                    </a>
                </li>
            })
        })
        .collect_view();
    let areas = statement.areas.iter().map(|area| view! { <span class="tag">{lang.area(*area)}</span> }).collect_view();
    let link = {
        let id = report.id.clone();
        Signal::derive(move || absolute(&pinned(address.read().opening(&id, Some(index)))))
    };
    let citing = open.clone();
    let citation = Signal::derive(move || {
        let report = citing.report();
        report.statements.get(index).map_or_else(String::new, |s| cite(report, s.quote.as_str(), lang, &link.read()))
    });
    let card = view! {
        <section class="sentence-card" aria-label=format!("{} {}", words.sentence, index + 1)>
            <p class="sentence-card-head">
                <strong>{words.sentence} " " {index + 1}</strong>
                <span class="tag" data-role=statement.role.as_str()>
                    {lang.role(statement.role)}
                </span>
                {areas}
            </p>
            <ul class="card-facts">{facts}</ul>
            {note_field(report.id.clone(), index)}
            <p class="sentence-card-actions">
                <CopyButton label=words.copy_quote text=citation />
                <CopyButton label=words.copy_link text=link />
                <span class="sentence-card-steps">
                    {step(index.checked_sub(1), words.previous_sentence)} {step(Some(index + 1), words.next_sentence)}
                </span>
            </p>
        </section>
    };
    Some(card.into_any())
}

/// The reader's own note on a sentence, kept in this browser as it is written.
fn note_field(report: String, statement: usize) -> AnyView {
    let kept = use_shelf();
    let label = use_lang().get_untracked().saved().note;
    let text = kept.shelf.with_untracked(|shelf| shelf.note(&report, statement).unwrap_or_default().to_owned());
    let written = !text.is_empty();
    view! {
        <details class="note" open=written>
            <summary class="note-label">{label}</summary>
            <textarea
                class="note-text"
                aria-label=label
                prop:value=text
                on:input:target=move |event| {
                    kept.change(|shelf| shelf.keep_note(&report, statement, &event.target().value()));
                }
            ></textarea>
        </details>
    }
    .into_any()
}

/// A piece of a report as a footnote wants it: quoted, with title, publisher, date and link.
pub fn cite(report: &Report, text: &str, lang: Lang, link: &str) -> String {
    let mut out = format!("“{}”", text.split_whitespace().collect::<Vec<_>>().join(" "));
    let published = report.published.as_deref().map(|date| lang.date(date));
    let parts = [report.title.clone(), report.publisher.clone().or_else(|| report.byline.clone()), published];
    for (i, part) in parts.into_iter().flatten().enumerate() {
        out.push_str(if i == 0 { " — " } else { ", " });
        out.push_str(&part);
    }
    out.push_str(". ");
    out.push_str(link);
    out
}

/// An entry of the panel, with a link to each place where it stands.
fn fact_view(open: &Open, fact: Fact, lang: Lang) -> impl IntoView + use<> {
    let address = use_address();
    let report = open.report();
    let quotes = fact.quotes(report);
    let place = |quote: &Quote| lang.place_in(report, quote.span());
    let places = match quotes {
        [] => None,
        [one] => Some(view! { <span>{place(one)}</span> }.into_any()),
        many => {
            let links = many.iter().map(|quote| {
                let span = quote.span();
                let current = flag(move || (address.read().at == Some(span)).then_some("true"));
                view! {
                    <a href=fact_href(report, quote) aria-current=current>
                        {place(quote)}
                    </a>
                }
            });
            Some(links.collect_view().into_any())
        }
    };
    let name = label(report, fact, lang);
    let name = match quotes.first() {
        Some(first) => view! { <a href=fact_href(report, first)>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    let spans: Vec<_> = quotes.iter().map(Quote::span).collect();
    let current = flag(move || address.read().at.is_some_and(|at| spans.contains(&at)).then_some("true"));
    view! {
        <li class="panel-fact" aria-current=current>
            <span class="panel-fact-name" lang="vi">
                {name}
            </span>
            <span class="panel-fact-detail">{detail(report, fact, lang)}</span>
            <span class="panel-fact-places">{places}</span>
        </li>
    }
}

/// A link to a quote in the open report.
fn fact_href(report: &Report, quote: &Quote) -> Lazy<String> {
    let links = use_links();
    let id = report.id.clone();
    let at = quote.span();
    let statement = statement_at(report, at);
    text(move || links.read().opening_at(&id, statement, at).to_string())
}

/// What an entry is called.
pub fn label(report: &Report, fact: Fact, lang: Lang) -> String {
    let quoted = || fact.quotes(report).first().map_or_else(String::new, |quote| squeeze(quote.as_str()));
    match fact.kind {
        FactKind::Person => report.people[fact.entry].name.clone(),
        FactKind::Organisation => report.organisations[fact.entry].name.clone(),
        FactKind::Place => report.places[fact.entry].name.clone(),
        FactKind::Directive => {
            let directive = &report.directives[fact.entry];
            match &directive.number {
                Some(number) => format!("{} {number}", lang.directive(directive.kind)),
                None => quoted(),
            }
        }
        FactKind::Event | FactKind::Measure | FactKind::Period => quoted(),
    }
}

/// What is known of an entry, in one line.
fn detail(report: &Report, fact: Fact, lang: Lang) -> String {
    let parts: Vec<Option<String>> = match fact.kind {
        FactKind::Event => {
            let event = &report.events[fact.entry];
            vec![
                Some(lang.meeting(event.kind).to_owned()),
                event.date.as_deref().map(|date| lang.date(date)),
                event.place.clone(),
                event.organiser.clone(),
                event.period.as_deref().map(|period| lang.interval(period)),
            ]
        }
        FactKind::Person => {
            let person = &report.people[fact.entry];
            let acts: Vec<_> = person.acts.iter().map(|act| lang.act(*act)).collect();
            vec![
                Some(person.positions.join("; ")).filter(|positions| !positions.is_empty()),
                Some(acts.join(", ")).filter(|acts| !acts.is_empty()),
            ]
        }
        FactKind::Organisation => {
            let body = &report.organisations[fact.entry];
            vec![Some(lang.organisation(body.kind).to_owned()), body.level.map(|level| lang.level(level).to_owned())]
        }
        FactKind::Directive => {
            let directive = &report.directives[fact.entry];
            vec![
                directive.issuer.clone(),
                directive.date.as_deref().map(|date| lang.date(date)),
                directive.topic.clone(),
            ]
        }
        FactKind::Measure => {
            let measure = &report.measures[fact.entry];
            vec![
                Some(lang.measure_role(measure.role).to_owned()),
                Some(lang.measure(measure)),
                measure.subject.clone().filter(|subject| measure.unit.as_ref() != Some(subject)),
                measure.period.as_deref().map(|period| lang.interval(period)),
            ]
        }
        FactKind::Period => {
            let period = &report.periods[fact.entry];
            let dated = period.start.as_deref().map(|start| lang.between(start, period.end.as_deref()));
            vec![dated.or_else(|| Some(lang.words().no_dates.to_owned()))]
        }
        FactKind::Place => {
            let place = &report.places[fact.entry];
            vec![Some(lang.place(place.kind).to_owned()), place.code.clone()]
        }
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without what is a reader's own: a copied link brings no search, no language and no theme along.
pub fn pinned(address: Address) -> Address {
    Address { lang: None, theme: None, query: String::new(), choices: Vec::new(), sort: None, ..address }
}
