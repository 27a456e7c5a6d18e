//! The bar of views: the same filtered set, seen another way.

use leptos::prelude::*;

use crate::address::View;
use crate::i18n::use_lang;
use crate::lazy::{flag, text};
use crate::navigate::{use_address, use_links};

/// A link for each view.
#[component]
pub fn ViewBar() -> impl IntoView {
    let address = use_address();
    let links = use_links();
    let lang = use_lang();
    let current = Memo::new(move |_| match address.read().view {
        View::Report => View::Reports,
        view => view,
    });
    let items = View::BAR
        .iter()
        .map(|&view| {
            let href = text(move || links.read().showing(view).to_string());
            view! {
                <li>
                    <a href=href aria-current=flag(move || (current.get() == view).then_some("page"))>
                        {move || lang.get().view(view)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="view-bar" aria-label=move || lang.get().words().views>
            <ul>{items}</ul>
        </nav>
    }
}
