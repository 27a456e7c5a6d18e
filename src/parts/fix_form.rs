//! Fields of a fact as a form, and what was changed in it as JSON.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys;
use soi::annotate::FactKind;
use soi::report::{
    Act, Area, Comparator, DirectiveKind, EventKind, Level, MeasureRole, OrganisationKind, PeriodKind, PlaceKind,
    Report, Role,
};

use crate::address::Lang;
use crate::fixes::json;

/// What a field takes.
pub enum Takes {
    /// A text; an empty one is none.
    Text,
    /// A number.
    Number,
    /// Texts with `;` between.
    Texts,
    /// One of these values, each with its name.
    One(Vec<(&'static str, &'static str)>),
    /// The same, or none of them.
    OneOrNone(Vec<(&'static str, &'static str)>),
    /// Some of these values.
    Some(Vec<(&'static str, &'static str)>),
    /// Yes or no.
    Flag,
}

/// A field.
pub struct Field {
    /// Its name in the contract.
    key: &'static str,
    takes: Takes,
    /// What it holds, as the page's field shows it.
    holds: String,
}

/// Called with the changed fields, a JSON object.
pub type Send = Box<dyn Fn(String)>;

fn field(key: &'static str, takes: Takes, holds: impl Into<String>) -> Field {
    Field { key, takes, holds: holds.into() }
}

fn text(key: &'static str, holds: Option<&String>) -> Field {
    field(key, Takes::Text, holds.cloned().unwrap_or_default())
}

fn all<T: Copy>(
    all: &[T],
    name: fn(T) -> &'static str,
    label: impl Fn(T) -> &'static str,
) -> Vec<(&'static str, &'static str)> {
    all.iter().map(|&value| (name(value), label(value))).collect()
}

/// The fields of an entry of a report; of none, those of such a fact.
pub fn of_fact(report: &Report, kind: FactKind, entry: Option<usize>, lang: Lang) -> Vec<Field> {
    let at = entry.unwrap_or(usize::MAX);
    match kind {
        FactKind::Event => {
            let fact = report.events.get(at);
            vec![
                one(
                    "kind",
                    all(EventKind::ALL, EventKind::as_str, |kind| lang.meeting(kind)),
                    fact.map(|f| f.kind.as_str()),
                ),
                text("date", fact.and_then(|f| f.date.as_ref())),
                text("place", fact.and_then(|f| f.place.as_ref())),
                text("organiser", fact.and_then(|f| f.organiser.as_ref())),
                text("period", fact.and_then(|f| f.period.as_ref())),
                field("main", Takes::Flag, if fact.is_some_and(|f| f.main) { "true" } else { "" }),
            ]
        }
        FactKind::Person => {
            let fact = report.people.get(at);
            let acts: Vec<_> = fact.map_or(&[][..], |f| &f.acts).iter().map(|act| act.as_str()).collect();
            vec![
                text("name", fact.map(|f| &f.name)),
                field("positions", Takes::Texts, fact.map(|f| f.positions.join("; ")).unwrap_or_default()),
                field("acts", Takes::Some(all(Act::ALL, Act::as_str, |act| lang.act(act))), acts.join(";")),
            ]
        }
        FactKind::Organisation => {
            let fact = report.organisations.get(at);
            vec![
                text("name", fact.map(|f| &f.name)),
                one(
                    "kind",
                    all(OrganisationKind::ALL, OrganisationKind::as_str, |kind| lang.organisation(kind)),
                    fact.map(|f| f.kind.as_str()),
                ),
                field(
                    "level",
                    Takes::OneOrNone(all(Level::ALL, Level::as_str, |level| lang.level(level))),
                    fact.and_then(|f| f.level).map(Level::as_str).unwrap_or_default(),
                ),
            ]
        }
        FactKind::Directive => {
            let fact = report.directives.get(at);
            vec![
                one(
                    "kind",
                    all(DirectiveKind::ALL, DirectiveKind::as_str, |kind| lang.directive(kind)),
                    fact.map(|f| f.kind.as_str()),
                ),
                text("number", fact.and_then(|f| f.number.as_ref())),
                text("issuer", fact.and_then(|f| f.issuer.as_ref())),
                text("date", fact.and_then(|f| f.date.as_ref())),
                text("topic", fact.and_then(|f| f.topic.as_ref())),
            ]
        }
        FactKind::Measure => {
            let fact = report.measures.get(at);
            let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
            vec![
                field("value", Takes::Number, number(fact.map(|f| f.value))),
                field("value_max", Takes::Number, number(fact.and_then(|f| f.value_max))),
                text("unit", fact.and_then(|f| f.unit.as_ref())),
                one(
                    "comparator",
                    all(Comparator::ALL, Comparator::as_str, Comparator::as_str),
                    fact.map(|f| f.comparator.as_str()),
                ),
                text("subject", fact.and_then(|f| f.subject.as_ref())),
                text("action", fact.and_then(|f| f.action.as_ref())),
                one(
                    "role",
                    all(MeasureRole::ALL, MeasureRole::as_str, |role| lang.measure_role(role)),
                    fact.map(|f| f.role.as_str()),
                ),
                text("period", fact.and_then(|f| f.period.as_ref())),
            ]
        }
        FactKind::Period => {
            let fact = report.periods.get(at);
            vec![
                one(
                    "kind",
                    all(PeriodKind::ALL, PeriodKind::as_str, PeriodKind::as_str),
                    fact.map(|f| f.kind.as_str()),
                ),
                text("start", fact.and_then(|f| f.start.as_ref())),
                text("end", fact.and_then(|f| f.end.as_ref())),
            ]
        }
        FactKind::Place => {
            let fact = report.places.get(at);
            vec![
                text("name", fact.map(|f| &f.name)),
                one(
                    "kind",
                    all(PlaceKind::ALL, PlaceKind::as_str, |kind| lang.place(kind)),
                    fact.map(|f| f.kind.as_str()),
                ),
                text("code", fact.and_then(|f| f.code.as_ref())),
            ]
        }
    }
}

/// The fields of a sentence.
pub fn of_statement(report: &Report, statement: Option<usize>, lang: Lang) -> Vec<Field> {
    let fact = statement.and_then(|statement| report.statements.get(statement));
    let areas: Vec<_> = fact.map_or(&[][..], |f| &f.areas).iter().map(|area| area.as_str()).collect();
    vec![
        one("role", all(Role::ALL, Role::as_str, |role| lang.role(role)), fact.map(|f| f.role.as_str())),
        field("areas", Takes::Some(all(Area::ALL, Area::as_str, |area| lang.area(area))), areas.join(";")),
    ]
}

/// The fields of the report itself.
pub fn of_report(report: &Report) -> Vec<Field> {
    vec![
        text("title", report.title.as_ref()),
        text("published", report.published.as_ref()),
        text("publisher", report.publisher.as_ref()),
        text("byline", report.byline.as_ref()),
    ]
}

fn one(key: &'static str, values: Vec<(&'static str, &'static str)>, holds: Option<&'static str>) -> Field {
    field(key, Takes::One(values), holds.unwrap_or_default())
}

/// The form. `empty` is what a field of a closed list shows where it holds nothing.
pub fn form(
    id: String,
    fields: Vec<Field>,
    empty: &'static str,
    submit: &'static str,
    lang: Lang,
    send: Send,
) -> AnyView {
    let inputs: Vec<AnyView> = fields.iter().map(|field| input(&id, field, empty, lang)).collect();
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(form) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return };
        let mut changed = Vec::new();
        for field in &fields {
            let after = read(&form, field);
            if after != literal(&field.holds, &field.takes) {
                changed.push([&json(field.key), ":", &after].concat());
            }
        }
        send(["{", &changed.join(","), "}"].concat());
    };
    view! {
        <form class="fix-form" on:submit=submitted>
            {inputs}
            <button type="submit" id=[&id, "-do"].concat()>
                {submit}
            </button>
        </form>
    }
    .into_any()
}

fn input(id: &str, field: &Field, empty: &'static str, lang: Lang) -> AnyView {
    let label = lang.field(field.key);
    let key = field.key;
    let holds = field.holds.clone();
    let own = [id, "-", key].concat();
    match &field.takes {
        Takes::Some(values) => {
            let held: Vec<&str> = field.holds.split(';').collect();
            let boxes: Vec<AnyView> = values
                .iter()
                .map(|&(value, name)| {
                    let checked = held.contains(&value);
                    view! {
                        <label class="fix-check">
                            <input type="checkbox" name=key value=value prop:checked=checked />
                            " "
                            {name}
                        </label>
                    }
                    .into_any()
                })
                .collect();
            view! {
                <fieldset>
                    <legend>{label}</legend>
                    {boxes}
                </fieldset>
            }
            .into_any()
        }
        Takes::Flag => {
            let checked = holds == "true";
            view! {
                <label class="fix-check">
                    <input type="checkbox" name=key prop:checked=checked />
                    " "
                    {label}
                </label>
            }
            .into_any()
        }
        Takes::One(values) | Takes::OneOrNone(values) => {
            let may_be_none = holds.is_empty() || matches!(field.takes, Takes::OneOrNone(_));
            let options: Vec<AnyView> = std::iter::once(("", empty))
                .chain(values.iter().copied())
                // What is always one of the list need not offer none.
                .filter(|(value, _)| !value.is_empty() || may_be_none)
                .map(|(value, name)| {
                    let selected = value == holds;
                    view! { <option value=value selected=selected>{name}</option> }.into_any()
                })
                .collect();
            view! {
                <label for=own.clone()>{label}</label>
                <select id=own name=key>
                    {options}
                </select>
            }
            .into_any()
        }
        _ => view! {
            <label for=own.clone()>{label}</label>
            <input id=own name=key type="text" autocomplete="off" spellcheck="false" value=holds />
        }
        .into_any(),
    }
}

/// What a field of the form holds, as JSON.
fn read(form: &web_sys::Element, field: &Field) -> String {
    let Ok(found) = form.query_selector_all(&["[name=", field.key, "]"].concat()) else { return "null".to_owned() };
    let get = |element: &JsValue, key: &str| js_sys::Reflect::get(element, &key.into()).unwrap_or(JsValue::NULL);
    let mut texts = Vec::new();
    for i in 0..found.length() {
        let Some(element) = found.item(i) else { continue };
        let value = get(&element, "value").as_string().unwrap_or_default();
        let checked = get(&element, "checked").as_bool().unwrap_or_default();
        if matches!(field.takes, Takes::Flag) {
            return checked.to_string();
        }
        if get(&element, "type").as_string().as_deref() != Some("checkbox") || checked {
            texts.push(value);
        }
    }
    literal(&texts.join(";"), &field.takes)
}

/// What people write, as JSON.
fn literal(written: &str, takes: &Takes) -> String {
    let written = written.trim();
    if matches!(takes, Takes::Flag) {
        return (written == "true").to_string();
    }
    if matches!(takes, Takes::Texts | Takes::Some(_)) {
        let parts = written.split(';').map(str::trim).filter(|part| !part.is_empty()).map(json);
        return ["[", &parts.collect::<Vec<_>>().join(","), "]"].concat();
    }
    if written.is_empty() {
        return "null".to_owned();
    }
    // What is no number is told to be a bad value by who applies it.
    match (matches!(takes, Takes::Number), written.replace(',', ".").parse::<f64>()) {
        (true, Ok(value)) if value.is_finite() => value.to_string(),
        _ => json(written),
    }
}

#[cfg(test)]
mod tests {
    use super::{Takes, literal};

    #[test]
    fn what_people_write_becomes_json() {
        let check = |written, takes: Takes, expected| assert_eq!(literal(written, &takes), expected);
        check(" Lê \"A\" ", Takes::Text, "\"Lê \\\"A\\\"\"");
        check("", Takes::Text, "null");
        check("67,5", Takes::Number, "67.5");
        check("nhiều", Takes::Number, "\"nhiều\"");
        check("Bí thư; ;Chủ tịch", Takes::Texts, "[\"Bí thư\",\"Chủ tịch\"]");
        check("", Takes::Texts, "[]");
    }
}
