//! Makes a link that carries the documents of the filtered set, and says how long it is and what takes it.

use leptos::prelude::*;
use soi::Report;

use crate::app::use_answer;
use crate::corpus::use_explorer;
use crate::i18n::{t, use_lang};
use crate::lazy::part;
use crate::navigate::{is_on_disk, use_links};
use crate::opened::carried;
use crate::parts::copy_button::CopyButton;

#[derive(Clone, PartialEq)]
enum Link {
    None,
    Making,
    /// The link, and how many documents it carries.
    Made(String, usize),
    TooLong,
    Unable,
}

/// The button, and what came of it.
#[component]
pub fn OpenLink() -> impl IntoView {
    let lang = use_lang().get_untracked();
    let words = lang.carried();
    let explorer = use_explorer();
    let answer = use_answer();
    let links = use_links();
    let link = RwSignal::new(Link::None);
    let make = move |_| {
        let chosen = answer.get_untracked();
        let reports = || chosen.hits.iter().map(|hit| explorer.report(hit.report));
        if reports().map(|report| report.source.len()).sum::<usize>() > carried::TEXT_MOST {
            return link.set(Link::TooLong);
        }
        let reports: Vec<Report> = reports().cloned().collect();
        // What chose the set is not needed where only the set is.
        let here = links.get_untracked();
        let query = crate::address::Address { lang: here.lang, ..Default::default() }.to_query();
        link.set(Link::Making);
        leptos::task::spawn_local(async move {
            let count = reports.len();
            link.try_set(match carried::link(reports, query).await {
                Ok(made) if made.len() > carried::LONGEST => Link::TooLong,
                Ok(made) => Link::Made(made, count),
                Err(_) => Link::Unable,
            });
        });
    };
    let made = part(move || {
        let view = match link.get() {
            Link::None => return None,
            Link::Making => view! { <p>{words.making}</p> }.into_any(),
            Link::TooLong => view! { <p class="open-link-warning">{words.too_long}</p> }.into_any(),
            Link::Unable => view! { <p class="open-link-warning">{words.unable}</p> }.into_any(),
            Link::Made(link, count) => {
                let length = link.chars().count();
                let warning = if length > 2_000 { "open-link-warning" } else { "open-note" };
                let disk = is_on_disk().then(|| view! { <p class="open-link-warning">{words.on_disk}</p> });
                view! {
                    <p class="open-link-size">{lang.carried_size(count, length)}</p>
                    <p class=warning>{lang.carried_limits(length)}</p>
                    {disk}
                    <p class="open-link-made">
                        <input type="text" readonly=true aria-label=words.the_link value=link.clone() />
                        <CopyButton label=t().copy_link text=link />
                    </p>
                }
                .into_any()
            }
        };
        Some(view)
    });
    view! {
        <section class="open-link">
            <h2>{words.title}</h2>
            <p class="open-note">{words.intro}</p>
            <p>
                <button type="button" on:click=make>
                    {words.make}
                    " ("
                    {lang.reports(answer.get_untracked().hits.len())}
                    ")"
                </button>
            </p>
            <div role="status">{made}</div>
        </section>
    }
}
