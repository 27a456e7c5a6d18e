//! Gives [`Markup`] to the page, here and nowhere else.

use leptos::prelude::*;

use crate::figure::markup::Markup;

/// What is written, in an element of a class.
pub fn drawn(class: &'static str, markup: Markup) -> AnyView {
    view! { <div class=class inner_html=markup.into_string()></div> }.into_any()
}
