//! Soi's app: the only place that knows Leptos or the browser.

use leptos::prelude::*;

/// Mounts the app on the page.
pub fn start() {
    console_error_panic_hook::set_once();
    mount_to_body(|| view! { <h1>"Soi"</h1> });
}
