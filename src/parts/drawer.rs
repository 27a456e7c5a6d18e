//! What few people open: drawn when it is first opened, so that a view with many of them costs none of it.

use leptos::html::Details;
use leptos::prelude::*;

use crate::lazy::part;

/// What is inside, made once.
pub type Inside = Box<dyn FnOnce() -> AnyView + Send>;

/// `<details>` of a class, under its label.
pub fn drawer(class: &'static str, label: &'static str, inside: Inside) -> AnyView {
    let details = NodeRef::<Details>::new();
    let opened = RwSignal::new(false);
    let mut inside = Some(inside);
    let inside = part(move || match opened.get() {
        true => inside.take().map(|inside| inside()),
        false => None,
    });
    let open = move || {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    view! {
        <details
            class=class
            node_ref=details
            // Opened by a search of the browser's own, or before a page is printed.
            on:toggle=move |_| {
                if details.get_untracked().is_some_and(|details| details.open()) {
                    open();
                }
            }
        >
            <summary on:click=move |_| open()>{label}</summary>
            {inside}
        </details>
    }
    .into_any()
}
