//! A button under a long list that draws the next portion of it.

use leptos::prelude::*;

use crate::lazy::{Lazy, part};

/// The button, while fewer than `total` things are `shown`; each press shows `portion` more.
pub fn more(shown: RwSignal<usize>, total: usize, portion: usize, label: &'static str) -> Lazy<Option<AnyView>> {
    part(move || {
        (shown.get() < total).then(|| {
            view! {
                <button type="button" class="table-more" on:click=move |_| shown.update(|shown| *shown += portion)>
                    {label}
                </button>
            }
            .into_any()
        })
    })
}
