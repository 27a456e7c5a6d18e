//! Corrections as a list: what each did, whether it still fits, and the way back.

use leptos::prelude::*;
use leptos::web_sys;
use soi::annotate::statement_at;

use crate::address::Lang;
use crate::corpus::use_explorer;
use crate::fixes::{Fixes, Row, use_fixes};
use crate::i18n::use_lang;
use crate::lazy::part;
use crate::navigate::use_links;
use crate::save::{picked, save_text, text_of};

/// The rows. `with_report` names each one's report.
pub fn rows_view(rows: Vec<Row>, with_report: bool, fixes: Fixes, lang: Lang) -> AnyView {
    let words = lang.fix();
    let explorer = use_explorer();
    let links = use_links();
    let items: Vec<AnyView> = rows
        .into_iter()
        .enumerate()
        .map(|(i, row)| {
            let report = explorer.find(&row.report).map(|id| explorer.report(id));
            let shown = if row.quote.is_empty() { words.a_report.to_owned() } else { squeeze(&row.quote) };
            let href = report.map(|report| {
                let links = links.read_untracked();
                match row.quote.is_empty() {
                    true => links.opening(&report.id, None).to_string(),
                    false => links.opening_at(&report.id, statement_at(report, row.at), row.at).to_string(),
                }
            });
            let place = match href {
                Some(href) => view! { <a href=href lang="vi">{shown.clone()}</a> }.into_any(),
                None => view! { <span lang="vi">{shown.clone()}</span> }.into_any(),
            };
            let said: Vec<String> = row
                .said
                .iter()
                .map(|(key, value)| match row.deed.as_str() {
                    "set" | "add" => [lang.field(key).split(" (").next().unwrap_or_default(), ": ", value].concat(),
                    _ => value.clone(),
                })
                .collect();
            let said = [lang.deed(&row.deed), if said.is_empty() { "" } else { " " }, &said.join(", ")].concat();
            let outcome = lang.outcome(&row.outcome);
            let name = with_report.then(|| {
                let title = report.and_then(|report| report.title.clone()).unwrap_or_else(|| row.report.clone());
                view! { <span class="fix-row-report">{title}</span> }
            });
            let holds = row.holds();
            let id = ["fix-undo-", &(i + 1).to_string()].concat();
            let line = row.line.clone();
            view! {
                <li class="fix-row" data-unfit=(!holds).then_some("true")>
                    <span class="fix-row-what">{place} " " {said}</span>
                    {name}
                    {outcome.map(|outcome| view! { <span class="fix-row-why">{outcome}</span> })}
                    <button
                        type="button"
                        id=id
                        aria-label=[words.undo, ": ", &shown].concat()
                        on:click=move |_| fixes.undo(std::slice::from_ref(&line))
                    >
                        {words.undo}
                    </button>
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="fix-rows">{items}</ul> }.into_any()
}

fn squeeze(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() {
        0..=12 => words.join(" "),
        _ => [&words[..12].join(" "), "…"].concat(),
    }
}

/// All corrections, with a file to carry them elsewhere; on the page of what the reader keeps.
#[component]
pub fn FixList() -> impl IntoView {
    let fixes = use_fixes();
    let lang = use_lang().get_untracked();
    let (words, saved) = (lang.fix(), lang.saved());
    let said = RwSignal::new(String::new());
    let list = part(move || {
        let rows = fixes.rows().get();
        Some(match rows.is_empty() {
            true => view! { <p class="saved-empty">{words.none_yet}</p> }.into_any(),
            false => rows_view(rows, true, fixes, lang),
        })
    });
    let failed = part(move || fixes.failed().get().then(|| view! { <p role="alert">{words.failed}</p> }.into_any()));
    let import = move |event: web_sys::Event| {
        let Some(file) = picked(&event) else { return };
        leptos::task::spawn_local(async move {
            let Some(text) = text_of(file).await else {
                said.set(saved.unreadable.to_owned());
                return;
            };
            let lines: Vec<String> = text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect();
            let taken = fixes.add(&lines);
            said.set([saved.taken, " ", &lang.number(taken), "."].concat());
        });
    };
    view! {
        <section class="fix-all" aria-labelledby="fix-all">
            <h2 id="fix-all">{words.all}</h2>
            {failed}
            {list}
            <p class="saved-files">
                <button
                    type="button"
                    id="fix-export"
                    on:click=move |_| save_text("soi-corrections.jsonl", "application/x-ndjson", &fixes.file())
                >
                    {saved.export}
                </button>
                <label class="saved-pick">
                    <input
                        class="visually-hidden"
                        type="file"
                        id="fix-import"
                        accept=".jsonl,application/x-ndjson,text/plain"
                        on:change=import
                    />
                    {saved.import}
                </label>
            </p>
            <p role="status">{said}</p>
        </section>
    }
}
