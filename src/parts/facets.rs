//! The side column: every facet with its values and counts; a value is chosen or excluded by a link.

use leptos::prelude::*;
use soi::text::{fold::fold, normalise};

use crate::address::Lang;
use crate::app::{provide_later_answer, use_answer, use_present};
use crate::i18n::use_lang;
use crate::lazy::{flag, part, switch, text, word};
use crate::navigate::{use_address, use_links};
use crate::parts::each::each;
use crate::parts::stages::{is_drawn, once_drawn};
use soi::explore::{Explorer, FacetCounts, FacetValue, Note};
use soi::filter::Facet;

/// Values shown before "more"; a facet with many more also gets a field to narrow them.
const TOP: usize = 5;

/// The closed lists of the contract are shown whole: which areas have nothing to show says something too.
const fn top(facet: Facet) -> usize {
    if is_closed(facet) { 11 } else { TOP }
}

/// Values shown at most after "more": past that, the field is the way.
const MOST: usize = 200;

/// The facets of the column; kinds of fact are chosen in the strip.
const COLUMN: [Facet; 8] = [
    Facet::Meeting,
    Facet::Year,
    Facet::Area,
    Facet::Role,
    Facet::Organisation,
    Facet::Person,
    Facet::Directive,
    Facet::Place,
];

/// All facets; on a narrow page behind a button.
#[component]
pub fn Facets() -> impl IntoView {
    let address = use_address();
    let words = use_lang().get_untracked().words();
    let open = RwSignal::new(false);
    let chosen = move || address.read().choices.len();
    let answer = use_answer();
    // A list that is drawn in pieces has its first cards before the first facet.
    let groups = COLUMN.into_iter().enumerate().map(|(place, facet)| {
        let is_drawn = is_drawn(place / 2 + 1);
        part(move || {
            is_drawn.get().then(|| {
                provide_later_answer(once_drawn(answer, place / 2 + 1));
                FacetGroup(FacetGroupProps { facet }).into_any()
            })
        })
    });
    let label = word(move || if open.get() { words.filters_hide } else { words.filters_show });
    view! {
        <section class="facets" data-open=text(move || open.get().to_string()) aria-label=words.filters>
            <button
                type="button"
                class="facets-toggle"
                aria-expanded=text(move || open.get().to_string())
                aria-controls="facets"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {label}
                {text(move || match chosen() {
                    0 => String::new(),
                    count => [" (", &count.to_string(), ")"].concat(),
                })}
            </button>
            <div id="facets" class="facets-list">
                {groups.collect_view()}
            </div>
        </section>
    }
}

/// Names stay as written, whatever the language of the interface.
pub const fn written_in(facet: Facet) -> Option<&'static str> {
    if is_closed(facet) || matches!(facet, Facet::Year) { None } else { Some("vi") }
}

/// What tells a value from others of its name, in words.
pub fn told_apart(lang: Lang, explorer: &Explorer, note: Note) -> Option<String> {
    match note {
        Note::Province(name) => Some(name.to_string()),
        Note::Report(report) => explorer.date(report).map(|date| lang.date(&date.to_string())),
    }
}

const fn is_closed(facet: Facet) -> bool {
    matches!(facet, Facet::Meeting | Facet::Area | Facet::Role | Facet::Fact)
}

/// One facet.
#[component]
fn FacetGroup(
    /// Which.
    facet: Facet,
) -> impl IntoView {
    let answer = use_answer();
    let lang = use_lang().get_untracked();
    let words = lang.words();
    let all = RwSignal::new(false);
    let wanted = RwSignal::new(String::new());

    let values = Memo::new(move |_| {
        let answer = answer.read();
        let counts = answer.facets.iter().find(|counts| counts.facet == facet);
        counts.map(Row::all).unwrap_or_default()
    });
    let fitting = Memo::new(move |_| {
        let wanted = fold(&normalise(wanted.read().trim()));
        let fits = |value: &&Row| {
            wanted.is_empty() || fold(&normalise(&lang.value(facet, &value.key, &value.label))).contains(&wanted)
        };
        values.read().iter().filter(fits).cloned().collect::<Vec<_>>()
    });
    let shown = Memo::new(move |_| {
        let limit = if all.get() || !wanted.read().is_empty() { MOST } else { top(facet) };
        let fitting = fitting.read();
        // A chosen value is never behind "more".
        let top = fitting.iter().enumerate().filter(|(i, value)| *i < limit || value.chosen.is_some());
        top.map(|(_, value)| value.clone()).collect::<Vec<_>>()
    });
    // What no report of the corpus has is no question to ask.
    let exists = Memo::new(move |_| {
        answer.read().facets.iter().any(|counts| counts.facet == facet && counts.values.iter().any(|v| v.total > 0))
    });
    let is_long = Memo::new(move |_| values.read().len() > top(facet));
    let hidden = Memo::new(move |_| fitting.read().len().saturating_sub(top(facet)));
    let name = lang.facet(facet);

    let narrow = part(move || {
        (is_long.get() && (all.get() || values.read().len() > 2 * TOP)).then(|| {
            view! {
                <input
                    class="facet-narrow"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words.narrow
                    aria-label=[words.narrow, ": ", name].concat()
                    prop:value=wanted
                    on:input:target=move |event| wanted.set(event.target().value())
                />
            }
            .into_any()
        })
    });
    let more = part(move || {
        (hidden.get() > 0 && wanted.read().is_empty()).then(|| {
            view! {
                <button
                    type="button"
                    class="facet-more"
                    aria-expanded=text(move || all.get().to_string())
                    on:click=move |_| all.update(|all| *all = !*all)
                >
                    {text(move || {
                        if all.get() {
                            words.fewer.to_owned()
                        } else {
                            [words.more, " (", &lang.number(hidden.get()), ")"].concat()
                        }
                    })}
                    <span class="visually-hidden">": " {name}</span>
                </button>
            }
            .into_any()
        })
    });
    let empty =
        part(move || shown.read().is_empty().then(|| view! { <p class="facet-empty">{words.no_value}</p> }.into_any()));

    let keys = move || shown.read().iter().map(row_key).collect();
    let rows = each(keys, move |key| {
        let value = shown.with_untracked(|values| values.iter().find(|value| row_key(value) == key).cloned());
        value.map(|value| FacetRow(FacetRowProps { facet, value, shown })).into_any()
    });

    view! {
        <details class="facet" id=["facet-", facet.as_str()].concat() open=true hidden=switch(move || !exists.get())>
            <summary>
                <h2 class="facet-name">{name}</h2>
            </summary>
            {narrow}
            <ul>
                {rows}
            </ul>
            {empty}
            {more}
        </details>
    }
}

/// A value that is listed.
#[derive(Clone, PartialEq)]
struct Row {
    key: String,
    label: String,
    note: Option<Note>,
    count: usize,
    chosen: Option<bool>,
}

impl Row {
    /// Those that some hit has or that are chosen.
    fn all(counts: &FacetCounts) -> Vec<Self> {
        let listed = counts.values.iter().filter(|value| value.count > 0 || value.chosen.is_some());
        let row = |value: &FacetValue| Self {
            key: counts.key(value).to_owned(),
            label: counts.label(value).to_owned(),
            note: value.note.clone(),
            count: value.count,
            chosen: value.chosen,
        };
        listed.map(row).collect()
    }
}

/// A row is made anew where its value is called otherwise, or is to be told from another: a corpus may grow.
fn row_key(value: &Row) -> String {
    [value.key.as_str(), if value.note.is_some() { "\n*" } else { "\n" }, &value.label].concat()
}

/// One value: a link that chooses it, a link that excludes it.
#[component]
fn FacetRow(
    /// Of which facet.
    facet: Facet,
    /// The value when the row was made.
    value: Row,
    /// The values of now, with their counts.
    shown: Memo<Vec<Row>>,
) -> impl IntoView {
    let links = use_links();
    let lang = use_lang().get_untracked();
    let words = lang.words();
    let label = lang.value(facet, &value.key, &value.label);
    let note = value.note.and_then(|note| told_apart(lang, &use_present().read_untracked().explorer, note));
    let key = StoredValue::new(value.key);
    let now = Memo::new(move |_| {
        let shown = shown.read();
        let value = key.with_value(|key| shown.iter().find(|value| value.key == *key));
        value.map(|value| (value.count, value.chosen)).unwrap_or_default()
    });
    let state = flag(move || match now.get().1 {
        Some(true) => Some("excluded"),
        Some(false) => Some("chosen"),
        None => None,
    });
    let link = move |exclude: bool| key.with_value(|key| links.read().toggled(facet, key, exclude).to_string());
    view! {
        <li class="facet-row" data-state=state>
            <a
                class="facet-value"
                href=text(move || link(now.get().1 == Some(true)))
                aria-current=flag(move || now.get().1.map(|_| "true"))
            >
                <span class="facet-box" aria-hidden="true"></span>
                <span class="facet-label" lang=written_in(facet)>{label.clone()}</span>
                {note.map(|note| view! { <span class="facet-note">" (" {note} ")"</span> })}
                <span class="visually-hidden">
                    {text(move || match now.get().1 {
                        Some(true) => [" (", words.excluded, ")"].concat(),
                        _ => String::new(),
                    })}
                </span>
                <span class="facet-count">{text(move || lang.number(now.get().0))}</span>
            </a>
            <a
                class="facet-exclude"
                href=text(move || link(true))
                title=words.exclude
                aria-label=[words.exclude, ": ", &label].concat()
            >
                <span aria-hidden="true">"−"</span>
            </a>
        </li>
    }
}
