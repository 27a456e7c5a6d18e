//! What the reader selected in a report: its own link, and its quotation.

use leptos::prelude::*;
use soi::annotate::statement_at;
use soi::text::Span;

use crate::i18n::{t, use_lang};
use crate::lazy::part;
use crate::navigate::{absolute, use_links};
use crate::pages::report::Open;
use crate::parts::copy_button::CopyButton;
use crate::parts::report_panel::{cite, pinned};

/// Copies the selected stretch, or the link that points at it; nothing while nothing is selected.
#[component]
pub fn SelectionCard(
    /// The report.
    open: Open,
    /// The stretch of its source.
    selected: RwSignal<Option<Span>>,
) -> impl IntoView {
    let words = t();
    let lang = use_lang().get_untracked();
    let links = use_links();
    part(move || {
        let at = selected.get()?;
        let report = open.report();
        let text = report.source.get(at.range())?;
        let link = absolute(&pinned(links.read().opening_at(&report.id, statement_at(report, at), at)));
        let citation = cite(report, text, lang, &link);
        let card = view! {
            <section class="sentence-card" aria-label=words.selection>
                <p class="sentence-card-head">
                    <strong>{words.selection}</strong>
                </p>
                <p class="sentence-card-actions">
                    <CopyButton label=words.copy_quote text=citation />
                    <CopyButton label=words.copy_link text=link />
                </p>
            </section>
        };
        Some(card.into_any())
    })
}
