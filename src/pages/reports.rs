//! The start view: the list of reports, what narrows it, and the corpus at a glance.

use leptos::prelude::*;

use crate::app::use_answer;
use crate::corpus::use_explorer;
use crate::i18n::use_lang;
use crate::navigate::use_address;

/// The list of reports.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let explorer = use_explorer();
    let answer = use_answer();
    let address = use_address();
    let lang = use_lang();
    let total = explorer.corpus().reports.len();
    view! {
        <h1 class="reports-count" aria-live="polite">
            {move || lang.get().reports_of(answer.read().hits.len(), total)}
        </h1>
        <For each=move || answer.read().hits.clone() key=|hit| hit.report let(hit)>
            {
                let report = explorer.report(hit.report);
                let id = report.id.clone();
                view! {
                    <article>
                        <h2>
                            <a href=move || address.read().opening(&id, None).to_string()>{report.title.clone()}</a>
                        </h2>
                    </article>
                }
            }
        </For>
    }
}
