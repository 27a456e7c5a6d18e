//! What narrows the list at the moment; each chip is a link that takes its part back.

use leptos::prelude::*;

use crate::app::use_present;
use crate::i18n::use_lang;
use crate::lazy::text;
use crate::navigate::{use_address, use_links};
use crate::parts::facets::written_in;

/// The active search and choices, and one link that clears them all.
#[component]
pub fn Chips() -> impl IntoView {
    let present = use_present();
    let address = use_address();
    let links = use_links();
    let lang = use_lang();
    let narrowing = Memo::new(move |_| {
        let address = address.read();
        (address.query.trim().to_owned(), address.choices.clone(), address.dates)
    });
    move || {
        let (query, choices, dates) = narrowing.get();
        if query.is_empty() && choices.is_empty() && dates.is_none() {
            return None;
        }
        let explorer = present.get().explorer;
        let lang = lang.get();
        let words = lang.words();
        let search = (!query.is_empty()).then(|| {
            let query = if query.contains(['"', '“']) { query } else { ["“", &query, "”"].concat() };
            view! {
                <li>
                    <a class="chip" href=text(move || links.read().set().searching("").to_string())>
                        <span class="visually-hidden">{words.remove} " "</span>
                        {query}
                        <span class="chip-cross" aria-hidden="true">"×"</span>
                    </a>
                </li>
            }
        });
        let chosen = choices
            .into_iter()
            .map(|choice| {
                let label = explorer.facet_label(choice.facet, &choice.value).unwrap_or(&choice.value);
                let label = lang.value(choice.facet, &choice.value, label);
                let href = {
                    let choice = choice.clone();
                    text(move || links.read().toggled(choice.facet, &choice.value, choice.exclude).to_string())
                };
                view! {
                    <li>
                        <a class="chip" data-excluded=choice.exclude.then_some("true") href=href>
                            <span class="visually-hidden">{words.remove} " "</span>
                            <span class="chip-facet">
                                {lang.facet(choice.facet)} ": " {choice.exclude.then(|| [words.not, " "].concat())}
                            </span>
                            <span class="chip-label" lang=written_in(choice.facet)>{label}</span>
                            <span class="chip-cross" aria-hidden="true">"×"</span>
                        </a>
                    </li>
                }
            })
            .collect_view();
        let dates = dates.map(|dates| {
            view! {
                <li>
                    <a class="chip" href=text(move || links.read().of_all_time().to_string())>
                        <span class="visually-hidden">{words.remove} " "</span>
                        <span class="chip-facet">{words.meeting_date} ": "</span>
                        <span class="chip-label">{lang.dates(dates)}</span>
                        <span class="chip-cross" aria-hidden="true">"×"</span>
                    </a>
                </li>
            }
        });
        Some(view! {
            <nav class="chips" aria-label=words.active>
                <ul>
                    {search} {chosen} {dates} <li>
                        <a class="chips-clear" href=text(move || links.read().cleared().to_string())>
                            {words.clear_all}
                        </a>
                    </li>
                </ul>
            </nav>
        })
    }
}
