//! The legend of a report: what each colour means, and the switch of each.

use leptos::prelude::*;
use soi::annotate::FactKind;

use crate::i18n::{t, use_lang};
use crate::pages::report::{Layers, Open};

/// Switches of the fact kinds that the report has, of sentence roles and of the page's residue.
#[component]
pub fn Legend(
    /// The report.
    open: Open,
    /// What is switched on.
    layers: Layers,
    /// How many lines of the page are furniture or repeats.
    residue_count: usize,
) -> impl IntoView {
    let words = t();
    let lang = use_lang().get_untracked();
    let kinds = FactKind::ALL
        .into_iter()
        .filter(|kind| kind.count(open.report()) > 0)
        .map(|kind| {
            let flip = move |_| layers.kinds.update(|kinds| *kinds ^= 1 << kind as u8);
            view! {
                <button
                    type="button"
                    class="legend-switch"
                    data-kind=kind.as_str()
                    aria-pressed=move || layers.shows(kind).to_string()
                    on:click=flip
                >
                    {lang.fact(kind)}
                    <span class="legend-count">{lang.number(kind.count(open.report()))}</span>
                </button>
            }
        })
        .collect_view();
    let residue = (residue_count > 0).then(|| {
        view! {
            <button
                type="button"
                class="legend-switch"
                aria-pressed=move || layers.residue.get().to_string()
                on:click=move |_| layers.residue.update(|on| *on = !*on)
            >
                {words.residue}
                <span class="legend-count">{lang.number(residue_count)}</span>
            </button>
        }
    });
    let unread_count = open.unread.len();
    let unread = (unread_count > 0).then(|| {
        view! {
            <button
                type="button"
                class="legend-switch"
                title=words.unread_hint
                aria-pressed=move || layers.unread.get().to_string()
                on:click=move |_| layers.unread.update(|on| *on = !*on)
            >
                {words.unread}
                <span class="legend-count">{lang.number(unread_count)}</span>
            </button>
        }
    });
    view! {
        <div class="legend" role="group" aria-label=words.legend>
            {kinds}
            <button
                type="button"
                class="legend-switch"
                aria-pressed=move || layers.roles.get().to_string()
                on:click=move |_| layers.roles.update(|on| *on = !*on)
            >
                {words.roles}
            </button>
            {residue} {unread}
        </div>
    }
}
