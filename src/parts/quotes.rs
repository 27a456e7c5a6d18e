//! Sentences quoted from reports, each with its place and a way to copy it.

use leptos::prelude::*;
use soi::explore::ReportId;

use crate::figure::Scene;
use crate::navigate::absolute;
use crate::parts::copy_button::CopyButton;
use crate::parts::marked::marked;
use crate::parts::more::more;

/// Sentences drawn at first and by each "more".
const PORTION: usize = 50;

/// Statements, each by its report and its place there from 0; hits of the search are marked.
pub fn quotes(scene: &Scene, statements: Vec<(ReportId, usize)>) -> AnyView {
    let words = scene.lang.words();
    let total = statements.len();
    let shown = RwSignal::new(PORTION);
    let scene = scene.clone();
    let items = move || {
        let taken = statements.iter().take(shown.get());
        taken.filter_map(|&(report, statement)| quote(&scene, report, statement)).collect::<Vec<_>>()
    };
    let more = more(shown, total, PORTION, words.more);
    view! {
        <ol class="quotes">{items}</ol>
        {more}
    }
    .into_any()
}

/// One statement; `None` if the report has no such.
pub fn quote(scene: &Scene, report: ReportId, statement: usize) -> Option<AnyView> {
    quote_view(scene, report, statement, true)
}

/// The same where the report is named above it.
pub fn quote_of_report(scene: &Scene, report: ReportId, statement: usize) -> Option<AnyView> {
    quote_view(scene, report, statement, false)
}

fn quote_view(scene: &Scene, report: ReportId, statement: usize, cited: bool) -> Option<AnyView> {
    let words = scene.lang.words();
    let page = scene.explorer.report(report);
    let found = page.statements.get(statement)?;
    let marks = scene.explorer.highlights(report, &scene.address.query);
    let text = marked(&page.source, found.quote.span(), &marks);
    let href = scene.to_statement(report, statement);
    let cite = [scene.title(report), " – ", &scene.byline(report)].concat();
    let copied = {
        let address = scene.address.opening(&page.id, Some(statement));
        let (sentence, cite) = (found.quote.as_str().to_owned(), cite.clone());
        ["“", &sentence, "”\n", &cite, "\n", &absolute(&address)].concat()
    };
    let role = scene.lang.role(found.role);
    let areas = found.areas.iter().map(|&area| scene.lang.area(area)).collect::<Vec<_>>().join(", ");
    Some(
        view! {
            <li class="quote" data-role=found.role.as_str()>
                <blockquote class="quote-text" lang="vi">
                    <a href=href>{text}</a>
                </blockquote>
                <p class="quote-cite">
                    <span class="quote-role">{role}</span>
                    {(!areas.is_empty()).then(|| view! { <span class="quote-areas">{areas}</span> })}
                    {cited.then(|| view! { <span lang="vi">{cite}</span> })}
                    <CopyButton label=words.copy_quote text=copied />
                </p>
            </li>
        }
        .into_any(),
    )
}
