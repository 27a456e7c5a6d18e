//! Asks which column of a table is the text, the title, the date: where their names leave it open.

use leptos::html::{Form, Select};
use leptos::prelude::*;

use crate::i18n::use_lang;
use crate::lazy::part;
use crate::opened::{ROLES, use_opening};

/// So many columns are listed.
const SHOWN: usize = 80;

/// The form, while a table is asked about.
#[component]
pub fn OpenColumns() -> impl IntoView {
    let opening = use_opening();
    let words = use_lang().get_untracked().open();
    part(move || {
        let asked = opening.asked().get()?;
        let fields: [NodeRef<Select>; ROLES] = std::array::from_fn(|_| NodeRef::new());
        let missing = RwSignal::new(false);
        // In the worker's order; shown with what matters most first.
        let names = [words.ask_id, words.ask_heading, words.ask_text, words.ask_date, words.ask_url];
        let selects = [2, 1, 3, 4, 0].map(|role: usize| {
            let guess = asked.guess[role].clone();
            let options = asked.columns.iter().take(SHOWN).map(|column| {
                let selected = guess.as_ref() == Some(column);
                view! {
                    <option value=column.clone() selected=selected>
                        {column.clone()}
                    </option>
                }
            });
            view! {
                <label class="open-columns-role">
                    <span>{names[role]}</span>
                    <select node_ref=fields[role]>
                        <option value="">{words.ask_none}</option>
                        {options.collect_view()}
                    </select>
                </label>
            }
        });
        let rows = asked.columns.iter().take(SHOWN).enumerate().map(|(at, column)| {
            let samples = asked.rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.trim().is_empty());
            let samples = samples.map(|cell| view! { <li>{cell.clone()}</li> }).collect_view();
            view! {
                <tr>
                    <th scope="row">{column.clone()}</th>
                    <td>
                        <ul>{samples}</ul>
                    </td>
                </tr>
            }
        });
        let form = NodeRef::<Form>::new();
        // A question must be found by who does not see it come.
        Effect::new(move || {
            if let Some(first) = form.get().and_then(|_| fields[2].get()) {
                let _ = first.focus();
            }
        });
        let columns = asked.columns.clone();
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let chosen = fields.map(|field| {
                let value = field.get_untracked().map(|field| field.value()).unwrap_or_default();
                Some(value).filter(|value| !value.is_empty() && columns.contains(value))
            });
            if chosen[1].is_none() && chosen[2].is_none() {
                return missing.set(true);
            }
            opening.choose(Some(chosen));
        };
        Some(
            view! {
                <form class="open-columns" node_ref=form on:submit=submit aria-labelledby="open-columns-title">
                    <h2 id="open-columns-title">{words.ask_title} " " <span class="open-columns-file">{asked.name.clone()}</span></h2>
                    <p>{words.ask_intro}</p>
                    <div class="open-columns-roles">{selects.collect_view()}</div>
                    <p class="open-columns-missing" role="alert">
                        {move || missing.get().then_some(words.ask_needed)}
                    </p>
                    <p class="open-columns-buttons">
                        <button type="submit">{words.ask_read}</button>
                        <button type="button" on:click=move |_| opening.choose(None)>
                            {words.ask_skip}
                        </button>
                    </p>
                    <div class="open-columns-samples" tabindex="0" role="region" aria-label=words.ask_samples>
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{words.ask_column}</th>
                                    <th scope="col">{words.ask_samples}</th>
                                </tr>
                            </thead>
                            <tbody>{rows.collect_view()}</tbody>
                        </table>
                    </div>
                </form>
            }
            .into_any(),
        )
    })
}
