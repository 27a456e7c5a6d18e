//! A list whose items stay when others come and go: a row keeps its focus while its list changes.

use std::sync::Arc;

use leptos::prelude::*;

/// The item of each key, in their order; `item` is asked once for a key, when it comes.
///
/// The framework's own list is made anew for every type of key and of item; here it is made once.
pub fn each(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    item: impl Fn(&str) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    list(Box::new(keys), Arc::new(item))
}

fn list(keys: Box<dyn Fn() -> Vec<String> + Send + Sync>, item: Arc<dyn Fn(&str) -> AnyView + Send + Sync>) -> AnyView {
    view! { <For each=keys key=String::clone children=move |key: String| item(&key) /> }.into_any()
}
