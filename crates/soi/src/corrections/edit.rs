//! Editing a report in the words of its contract, so that what a correction says is checked as JSON of it is.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{List, Outcome, What, quote};
use crate::annotate::{Fact, FactKind};
use crate::lexicon::provinces::PROVINCES;
use crate::report::{DirectiveKind, EventKind, OrganisationKind, PeriodKind, PlaceKind, Report, Role};
use crate::text::{Span, lower_text, number, printed};

/// Fields that say where an entry stands.
const PLACES: [&str; 3] = ["at", "quote", "mentions"];

/// What a correction may change of the report itself.
const OF_REPORT: [&str; 6] = ["title", "section", "publisher", "published", "byline", "views"];

/// A report that is being edited.
pub struct Edited {
    report: Report,
    source: Arc<str>,
}

/// The entry of a list that stands at these bytes.
pub fn entry_at(report: &Report, list: List, at: Span) -> Option<usize> {
    let kind = match list {
        List::Report => return None,
        List::Statements => return report.statements.iter().position(|statement| statement.quote.span() == at),
        List::Events => FactKind::Event,
        List::People => FactKind::Person,
        List::Organisations => FactKind::Organisation,
        List::Directives => FactKind::Directive,
        List::Measures => FactKind::Measure,
        List::Periods => FactKind::Period,
        List::Places => FactKind::Place,
    };
    let stands = |entry: &usize| Fact { kind, entry: *entry }.quotes(report).iter().any(|quote| quote.span() == at);
    (0..kind.count(report)).find(stands)
}

impl Edited {
    pub fn new(report: Report) -> Self {
        let source = Arc::clone(&report.source);
        Self { report, source }
    }

    pub fn report(&self) -> &Report {
        &self.report
    }

    pub fn finish(self) -> Report {
        self.report
    }

    /// Applies what stands at these bytes; `other` is the other place where it is in this report too. `None` where the
    /// other is in another report.
    pub fn apply(&mut self, what: &What, at: Span, other: Option<Span>) -> Option<Outcome> {
        let entry = |list: &List| entry_at(&self.report, *list, at);
        Some(match what {
            What::Block(_) => return None,
            // What is not there need not be removed.
            What::Remove(list) => match entry(list) {
                Some(entry) => self.edit(*list, |entries| drop(entries.remove(entry))),
                None => Outcome::Idle,
            },
            What::Unmention(list) => match entry(list) {
                Some(entry) => self.edit(*list, |entries| {
                    take_mention(&mut entries[entry], at);
                    if mentions(&entries[entry]).is_empty() {
                        entries.remove(entry);
                    }
                }),
                None => Outcome::Idle,
            },
            What::Set(List::Report, fields) => self.set_report(fields),
            What::Set(list, fields) => match entry(list) {
                Some(_) if !are_dates(fields) => Outcome::Bad,
                Some(entry) => {
                    let mut known = true;
                    let outcome = self.edit(*list, |entries| known = set(&mut entries[entry], fields));
                    if known { outcome } else { Outcome::Bad }
                }
                None => Outcome::Missing,
            },
            What::Add(list, fields) => self.add(*list, at, fields),
            What::Same(list, _) => {
                let other = entry_at(&self.report, *list, other?);
                match (entry(list), other) {
                    (Some(a), Some(b)) if a == b => Outcome::Idle,
                    (Some(a), Some(b)) => self.edit(*list, |entries| join(entries, a.min(b), a.max(b))),
                    _ => Outcome::Missing,
                }
            }
            What::Apart(list, _) => {
                let place = other?;
                let other = entry_at(&self.report, *list, place);
                match (entry(list), other) {
                    (Some(a), Some(b)) if a == b && at != place && list.has_mentions() => {
                        self.edit(*list, |entries| split(entries, a, place))
                    }
                    // Two entries that the corpus may take for one all the same.
                    (Some(_), Some(_)) => return None,
                    _ => Outcome::Missing,
                }
            }
        })
    }

    /// Edits a list as JSON. What then is no list of the contract leaves the report as it was.
    fn edit(&mut self, list: List, edit: impl FnOnce(&mut Vec<Value>)) -> Outcome {
        self.edit_all(|whole| {
            if let Some(Value::Array(entries)) = whole.get_mut(list.as_str()) {
                edit(entries);
            }
        })
    }

    fn edit_all(&mut self, edit: impl FnOnce(&mut Map<String, Value>)) -> Outcome {
        let Ok(Value::Object(mut whole)) = serde_json::to_value(&self.report) else { return Outcome::Bad };
        edit(&mut whole);
        let Ok(mut report) = serde_json::from_value::<Report>(Value::Object(whole)) else { return Outcome::Bad };
        self.bind(&mut report);
        if report == self.report {
            return Outcome::Idle;
        }
        self.report = report;
        Outcome::Applied
    }

    /// Quotes of the source itself in place of copies.
    fn bind(&self, report: &mut Report) {
        report.source = Arc::clone(&self.source);
        let all = report.blocks.iter_mut().map(|x| &mut x.quote);
        let all = all.chain(report.events.iter_mut().map(|x| &mut x.quote));
        let all = all.chain(report.directives.iter_mut().map(|x| &mut x.quote));
        let all = all.chain(report.measures.iter_mut().map(|x| &mut x.quote));
        let all = all.chain(report.periods.iter_mut().map(|x| &mut x.quote));
        let all = all.chain(report.statements.iter_mut().map(|x| &mut x.quote));
        let all = all.chain(report.people.iter_mut().flat_map(|x| &mut x.mentions));
        let all = all.chain(report.organisations.iter_mut().flat_map(|x| &mut x.mentions));
        let all = all.chain(report.places.iter_mut().flat_map(|x| &mut x.mentions));
        all.for_each(|held| *held = quote(&self.source, held));
    }

    fn set_report(&mut self, fields: &Map<String, Value>) -> Outcome {
        if !are_dates(fields) || !fields.keys().all(|key| OF_REPORT.contains(&key.as_str())) {
            return Outcome::Bad;
        }
        self.edit_all(|whole| whole.extend(fields.clone()))
    }

    /// A fact that the parser missed. One of that name gets a further mention.
    fn add(&mut self, list: List, at: Span, fields: &Map<String, Value>) -> Outcome {
        let in_line = self.report.blocks.iter().any(|block| block.quote.span().covers(at));
        if at.is_empty() || !in_line || !are_dates(fields) {
            return Outcome::Bad;
        }
        let words = &self.source[at.range()];
        let Some(mut new) = template(list, words, at) else { return Outcome::Bad };
        if !set(&mut new, fields) {
            return Outcome::Bad;
        }
        if let Some(entry) = entry_at(&self.report, list, at) {
            return self.edit(list, |entries| {
                set(&mut entries[entry], fields);
            });
        }
        let source = Arc::clone(&self.source);
        self.edit(list, |entries| {
            let same = |entry: &&mut Value| {
                list.has_mentions()
                    && entry["name"] == new["name"]
                    && (list != List::Places || entry["kind"] == new["kind"])
            };
            if let Some(entry) = entries.iter_mut().find(same) {
                add_mentions(entry, mentions(&new).to_vec());
                set(entry, fields);
                return;
            }
            if list == List::Statements {
                make_room(entries, at, &source);
            }
            let after = entries.iter().position(|entry| first(entry) > at.start).unwrap_or(entries.len());
            entries.insert(after, new);
        })
    }
}

/// Sets fields that the entry has; whether it has them all.
fn set(entry: &mut Value, fields: &Map<String, Value>) -> bool {
    let Some(entry) = entry.as_object_mut() else { return false };
    if !fields.keys().all(|key| entry.contains_key(key) && !PLACES.contains(&key.as_str())) {
        return false;
    }
    entry.extend(fields.clone());
    true
}

/// Whether what ought to be a date or an interval looks like one.
fn are_dates(fields: &Map<String, Value>) -> bool {
    let is_date = |text: &str| {
        let lens: Vec<usize> = text.split('-').map(str::len).collect();
        text.bytes().all(|b| b.is_ascii_digit() || b == b'-') && matches!(lens[..], [4] | [4, 2] | [4, 2, 2])
    };
    fields.iter().all(|(key, value)| match (key.as_str(), value.as_str()) {
        ("date" | "start" | "end" | "published", Some(text)) => is_date(text),
        ("period", Some(text)) => text.split_once('/').is_some_and(|(start, end)| is_date(start) && is_date(end)),
        _ => true,
    })
}

fn mentions(entry: &Value) -> &[Value] {
    entry["mentions"].as_array().map_or(&[], Vec::as_slice)
}

/// The bytes of a quote.
fn span(quoted: &Value) -> Span {
    let number = |i: usize| quoted["at"][i].as_u64().unwrap_or_default() as u32;
    Span::new(number(0), number(1))
}

/// Where an entry first stands.
fn first(entry: &Value) -> u32 {
    mentions(entry).iter().map(|mention| span(mention).start).min().unwrap_or_else(|| span(entry).start)
}

fn quoted(words: &str, at: Span) -> Value {
    json!({ "quote": words, "at": [at.start, at.end] })
}

/// Adds mentions where none of the entry stands, in the order of the text.
fn add_mentions(entry: &mut Value, more: Vec<Value>) {
    let Some(mentions) = entry["mentions"].as_array_mut() else { return };
    for new in more {
        let at = span(&new);
        if !mentions.iter().any(|mention| span(mention).overlaps(at)) {
            let after = mentions.iter().position(|mention| span(mention).start > at.start).unwrap_or(mentions.len());
            mentions.insert(after, new);
        }
    }
}

fn take_mention(entry: &mut Value, at: Span) {
    if let Some(mentions) = entry["mentions"].as_array_mut() {
        mentions.retain(|mention| span(mention) != at);
    }
}

/// Two entries become the first of them: the fuller name, the posts and acts of both, all mentions.
fn join(entries: &mut Vec<Value>, a: usize, b: usize) {
    let other = entries.remove(b);
    let entry = &mut entries[a];
    add_mentions(entry, mentions(&other).to_vec());
    let words = |value: &Value| value.as_str().map_or(0, |name| name.split_whitespace().count());
    if words(&other["name"]) > words(&entry["name"]) {
        entry["name"] = other["name"].clone();
    }
    let Value::Object(other) = other else { return };
    for (key, value) in other {
        match (&mut entry[&key], value) {
            (Value::Array(own), Value::Array(more)) if !PLACES.contains(&key.as_str()) => {
                own.extend(more.into_iter().filter(|value| !own.contains(value)).collect::<Vec<_>>());
            }
            (own @ Value::Null, value) => *own = value,
            _ => {}
        }
    }
}

/// One mention becomes an entry of its own.
fn split(entries: &mut Vec<Value>, entry: usize, at: Span) {
    let mut own = entries[entry].clone();
    if let Some(mentions) = own["mentions"].as_array_mut() {
        mentions.retain(|mention| span(mention) == at);
    }
    for list in ["positions", "acts"] {
        if own.get(list).is_some() {
            own[list] = json!([]);
        }
    }
    take_mention(&mut entries[entry], at);
    let after = entries.iter().position(|entry| first(entry) > at.start).unwrap_or(entries.len());
    entries.insert(after, own);
}

/// Sentences give way to a new one: what is left of them before and behind it stays.
fn make_room(entries: &mut Vec<Value>, at: Span, source: &str) {
    let mut out = Vec::with_capacity(entries.len() + 1);
    for entry in entries.drain(..) {
        let own = span(&entry);
        if !own.overlaps(at) {
            out.push(entry);
            continue;
        }
        for (start, end) in [(own.start, at.start), (at.end, own.end)] {
            let Some(rest) = source.get(start as usize..end.max(start) as usize) else { continue };
            let start = start as usize + (rest.len() - rest.trim_start().len());
            let rest = rest.trim();
            if !rest.is_empty() {
                let mut part = entry.clone();
                part["quote"] = json!(rest);
                part["at"] = json!([start, start + rest.len()]);
                out.push(part);
            }
        }
    }
    *entries = out;
}

/// An entry of what can be told from the words alone.
fn template(list: List, words: &str, at: Span) -> Option<Value> {
    let name = printed(words);
    let lower = lower_text(&name);
    /// The value whose name the words begin with.
    fn begins<T: Copy>(all: &[T], name: fn(T) -> &'static str, words: &str) -> Option<&'static str> {
        let named =
            |&&kind: &&T| words.strip_prefix(name(kind)).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        all.iter().find(named).map(|&kind| name(kind))
    }
    let here = quoted(words, at);
    let mut new = match list {
        List::Report => return None,
        List::Events => json!({
            "kind": begins(EventKind::ALL, EventKind::as_str, &lower).unwrap_or("hội nghị"),
            "date": null, "place": null, "organiser": null, "period": null, "main": false,
        }),
        List::People => json!({ "name": name, "positions": [], "acts": [], "mentions": [here] }),
        List::Organisations => json!({
            "name": name, "kind": begins(OrganisationKind::ALL, OrganisationKind::as_str, &lower).unwrap_or("khác"),
            "level": null, "mentions": [here],
        }),
        List::Directives => {
            let kind = begins(DirectiveKind::ALL, DirectiveKind::as_str, &lower);
            let numbered = name.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
            let number = numbered.map(|word| word.trim_end_matches([',', '.', ';', ')']));
            json!({
                "kind": kind.unwrap_or("nghị quyết"), "number": number, "issuer": null, "date": null, "topic": null,
            })
        }
        List::Measures => {
            let from = words.find(|c: char| c.is_ascii_digit());
            let digits = from.map(|from| {
                let rest = &words[from..];
                let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
                rest[..end].trim_end_matches(['.', ','])
            });
            let percent = words.contains('%').then_some("%");
            json!({
                "value": digits.and_then(number::decimal), "value_max": null, "unit": percent, "comparator": "=",
                "subject": null, "action": null, "role": "result", "period": null,
            })
        }
        List::Periods => json!({
            "kind": begins(PeriodKind::ALL, PeriodKind::as_str, &lower).unwrap_or("năm"), "start": null, "end": null,
        }),
        List::Places => {
            let kind = begins(PlaceKind::ALL, PlaceKind::as_str, &lower);
            // The name is bare: `tỉnh Sóc Trăng` is Sóc Trăng.
            let bare = match kind {
                Some(kind) => name.split_whitespace().skip(kind.split(' ').count()).collect::<Vec<_>>().join(" "),
                None => name.clone(),
            };
            let province = PROVINCES.iter().find(|province| province.name == bare);
            let code = province.filter(|_| kind.is_none_or(|kind| kind == "tỉnh" || kind == "thành phố"));
            json!({
                "name": bare, "kind": kind.unwrap_or(if code.is_some() { "tỉnh" } else { "xã" }),
                "code": code.map(|province| province.code), "mentions": [here],
            })
        }
        List::Statements => json!({ "role": Role::Other.as_str(), "areas": [] }),
    };
    if !list.has_mentions()
        && let (Value::Object(new), Value::Object(here)) = (&mut new, here)
    {
        new.extend(here);
    }
    Some(new)
}
