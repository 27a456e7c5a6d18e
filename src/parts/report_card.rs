//! A report in the list.

use leptos::prelude::*;
use soi::Report;
use soi::annotate::FactKind;
use soi::report::BlockKind;
use soi::text::Span;

use crate::address::Lang;
use crate::app::use_answer;
use crate::corpus::use_explorer;
use crate::i18n::use_lang;
use crate::lazy::{part, text};
use crate::navigate::use_links;
use crate::parts::marked::marked;
use soi::explore::{ReportId, Snippet};

/// Title, when and by whom, what sort of meeting, an excerpt, and how much was read from it.
#[component]
pub fn ReportCard(
    /// Which report.
    report: ReportId,
) -> impl IntoView {
    let explorer = use_explorer();
    let links = use_links();
    let answer = use_answer();
    let lang = use_lang().get_untracked();
    let words = lang.words();
    let page = explorer.report(report);
    let id = page.id.clone();
    let main = page.events.iter().find(|event| event.main);
    let signed = page.publisher.clone().or_else(|| page.byline.clone());
    let date = page.published.clone().or_else(|| main.and_then(|event| event.date.clone()));

    let hit = Memo::new(move |_| answer.read().hits.iter().find(|hit| hit.report == report).copied());
    let snippet = {
        let explorer = explorer.clone();
        Memo::new(move |_| hit.read().is_some().then(|| explorer.snippet(report, &answer.read().cutter)))
    };
    let title = {
        let explorer = explorer.clone();
        let marks = Memo::new(move |_| snippet.get().map(|snippet| snippet.title_marks).unwrap_or_default());
        move || title_view(explorer.report(report), &marks.read(), lang)
    };
    let open = {
        let id = id.clone();
        text(move || links.read().opening(&id, None).to_string())
    };
    let excerpt = {
        let explorer = explorer.clone();
        move || {
            let snippet = snippet.get()?;
            let id = id.clone();
            let href = text(move || links.read().opening(&id, snippet.statement).to_string());
            let text = excerpt_view(explorer.report(report), &snippet);
            Some(view! {
                <p class="report-card-excerpt" lang="vi">
                    <a href=href>{text}</a>
                </p>
            })
        }
    };
    let matches = part(move || {
        let count = hit.read().as_ref().map_or(0, |hit| hit.matches);
        (count > 0).then(|| {
            view! {
                <li class="report-card-matches">
                    <b>{lang.number(count)}</b>
                    " "
                    <span>{lang.matches(count)}</span>
                </li>
            }
            .into_any()
        })
    });
    let facts = FactKind::ALL.map(|kind| {
        let count = kind.count(page);
        (count > 0).then(|| {
            view! {
                <li data-kind=kind.as_str()>
                    <b>{lang.number(count)}</b>
                    " "
                    <span>{lang.fact(kind)}</span>
                </li>
            }
        })
    });

    view! {
        <article class="report-card">
            <p class="report-card-kicker">
                {main.map(|event| view! { <span class="report-card-kind">{lang.meeting(event.kind)}</span> })} " "
                {match date {
                    Some(date) => view! { <time datetime=date.clone()>{lang.date(&date)}</time> }.into_any(),
                    None => view! { <span>{words.undated}</span> }.into_any(),
                }} " " {signed.map(|name| view! { <span lang="vi">{name}</span> })}
            </p>
            <h2 class="report-card-title" lang="vi">
                <a href=open>{title}</a>
            </h2>
            {excerpt}
            <ul class="report-card-facts" aria-label=words.facts>
                {matches}
                {facts.collect_view()}
            </ul>
        </article>
    }
}

/// The headline as the page prints it, kicker and all, with hits marked.
fn title_view(report: &Report, marks: &[Span], lang: Lang) -> AnyView {
    let lines: Vec<_> = report.blocks.iter().filter(|block| block.kind == BlockKind::Title).collect();
    if lines.is_empty() {
        return report.title.clone().unwrap_or_else(|| lang.words().untitled.to_owned()).into_any();
    }
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| ((i > 0).then_some(" "), marked(&report.source, line.quote.span(), marks)))
        .collect_view()
        .into_any()
}

/// The excerpt, with an ellipsis only where it leaves something out of its sentence.
fn excerpt_view(report: &Report, snippet: &Snippet) -> AnyView {
    let sentence = snippet.statement.and_then(|i| report.statements.get(i)).map(|s| s.quote.span());
    let cut_before = sentence.is_some_and(|sentence| sentence.start < snippet.at.start);
    let cut_after = sentence.is_some_and(|sentence| snippet.at.end < sentence.end);
    (cut_before.then_some("… "), marked(&report.source, snippet.at, &snippet.marks), cut_after.then_some(" …"))
        .into_any()
}
