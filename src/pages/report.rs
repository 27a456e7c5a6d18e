//! One report.

use leptos::prelude::*;

use crate::corpus::use_explorer;
use crate::navigate::use_address;

/// The open report.
#[component]
pub fn ReportPage() -> impl IntoView {
    let explorer = use_explorer();
    let report = use_address().read().report.as_deref().and_then(|id| explorer.find(id));
    let title = report.map(|id| explorer.report(id).title.clone());
    view! { <h1>{title}</h1> }
}
