//! The bar of views: the same filtered set, seen another way.

use leptos::html::Ul;
use leptos::prelude::*;

use crate::address::{Address, View};
use crate::i18n::use_lang;
use crate::lazy::{flag, part, text};
use crate::navigate::{use_address, use_links};
use crate::parts::stages::after_paint;
use crate::shelf::use_shelf;

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
    let kept = use_shelf();
    let here = Memo::new(move |_| {
        let query = Address { lang: None, theme: None, ..links.get() }.to_query();
        let is_saved = kept.shelf.read().views.iter().any(|view| view.query == query);
        (query, is_saved)
    });
    let save = move |_| {
        let (query, _) = here.get_untracked();
        // The window's title says what is open, and last whose site it is.
        let title = document().title();
        let name = title.rfind('·').map_or(title.as_str(), |end| title[..end].trim_end());
        kept.change(|shelf| shelf.keep_view(&query, name));
    };
    let save = part(move || {
        let words = lang.get().saved();
        let is_saved = here.get().1;
        (!matches!(current.get(), View::Saved | View::Open)).then(|| {
            view! {
                <button type="button" class="save-view" aria-pressed=is_saved.to_string() on:click=save>
                    {if is_saved { words.saved } else { words.save }}
                </button>
            }
            .into_any()
        })
    });
    let bar = NodeRef::<Ul>::new();
    // On a narrow page the bar scrolls sideways: the present view stays in sight, without moving the page.
    Effect::new(move || {
        current.track();
        after_paint(Box::new(move || {
            // The app may be off the page by then: the whole one takes the first one's place.
            if let Some(bar) = bar.try_get_untracked().flatten()
                && let Ok(Some(link)) = bar.query_selector("a[aria-current]")
            {
                let (link, frame) = (link.get_bounding_client_rect(), bar.get_bounding_client_rect());
                if link.left() < frame.left() || link.right() > frame.right() {
                    bar.set_scroll_left(bar.scroll_left() + (link.left() - frame.left()) as i32 - 16);
                }
            }
        }));
    });
    view! {
        <nav class="view-bar" aria-label=move || lang.get().words().views>
            <ul node_ref=bar>
                {items}
                <li class="view-bar-open">
                    <a
                        href=text(move || links.read().showing(View::Open).to_string())
                        aria-current=flag(move || (current.get() == View::Open).then_some("page"))
                    >
                        {move || lang.get().view(View::Open)}
                        "…"
                    </a>
                </li>
            </ul>
            {save}
        </nav>
    }
}
