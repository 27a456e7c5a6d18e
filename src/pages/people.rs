//! People: their posts over time, what they did at meetings, and who was there.

use std::collections::BTreeMap;

use leptos::prelude::*;
use soi::explore::ReportId;
use soi::filter::Facet;
use soi::order;
use soi::report::Person;
use soi::views::members::{Member, members};

use crate::address::View;
use crate::figure::Scene;
use crate::figure::table::{Cell, Column, Table};
use crate::pages::about::{
    capped, cells, date_cell, extent, facts, head, identity_cell, ids, main_meeting, meeting_cell, missing, name_of,
    organiser_cell, report_cell, sentences, table_where, told_cells, values,
};
use crate::pages::set::no_figures;
use crate::parts::figure::table_figure;

/// Rows of the directory.
const MOST: usize = 1_000;

/// The directory, or the page of one person.
pub fn show(scene: &Scene) -> AnyView {
    let all = members(&scene.explorer, Facet::Person, ids(scene));
    let inside = match scene.address.of.as_deref() {
        None if all.is_empty() => no_figures(scene),
        None => directory(scene, &all),
        Some(of) => match scene.explorer.entity(Facet::Person, of) {
            Some(identity) => match all.iter().find(|member| member.identity.key() == identity.key()) {
                Some(member) => one(scene, member, &all),
                None => missing(scene),
            },
            None => missing(scene),
        },
    };
    view! { <div class="cards">{inside}</div> }.into_any()
}

fn entry(scene: &Scene, (report, entry): (ReportId, usize)) -> &Person {
    &scene.explorer.report(report).people[entry]
}

/// From early to late.
fn dated(scene: &Scene, member: &Member<'_>) -> Vec<(ReportId, usize)> {
    let mut entries = member.entries.clone();
    order::by_key(&mut entries, |&at| (scene.date(at.0).unwrap_or_default().to_owned(), at));
    entries
}

/// Where the report first names the person.
fn to_first(scene: &Scene, at: (ReportId, usize)) -> String {
    match entry(scene, at).mentions.first() {
        Some(quote) => scene.to_quote(at.0, quote),
        None => scene.to_report(at.0),
    }
}

fn acts(scene: &Scene, person: &Person) -> String {
    person.acts.iter().map(|&act| scene.lang.act(act)).collect::<Vec<_>>().join(", ")
}

fn directory(scene: &Scene, all: &[Member<'_>]) -> AnyView {
    let (lang, words) = (scene.lang, scene.lang.about());
    let rows = all.iter().take(MOST).map(|member| {
        let entries = dated(scene, member);
        let last = entries.iter().rev().find(|&&at| !entry(scene, at).positions.is_empty());
        let post = match last {
            Some(&at) => Cell::text(entry(scene, at).positions.join("; ")).to(to_first(scene, at)),
            None => Cell::default(),
        };
        let doing = values(entries.iter().flat_map(|&at| entry(scene, at).acts.iter().map(|&act| lang.act(act))));
        let there = entries.iter().filter(|&&at| !entry(scene, at).acts.is_empty()).count();
        let last = entries.last().map(|&at| date_cell(scene, at.0)).unwrap_or_default();
        let name = identity_cell(scene, member.identity);
        let [there, reports] = [there, member.reports].map(|count| Cell::count(count, lang).led_by(&name));
        vec![name, post, Cell::text(doing.join(", ")), there, reports, last]
    });
    let columns = vec![
        Column::quoted("name", words.name),
        Column::quoted("post", words.post),
        Column::words("act", words.act),
        Column::number("meetings", words.meetings),
        Column::number("reports", words.reports),
        Column::words("date", words.date),
    ];
    let table = Table { key: "people", title: words.people.to_owned(), columns, rows: rows.collect() };
    table_figure(scene, &capped(scene, all.len().min(MOST), all.len()), table)
}

fn one(scene: &Scene, member: &Member<'_>, all: &[Member<'_>]) -> AnyView {
    let words = scene.lang.about();
    let entries = dated(scene, member);
    let mut said = Vec::new();
    for &at in &entries {
        let report = scene.explorer.report(at.0);
        let mentions = entry(scene, at).mentions.iter();
        said.extend(mentions.filter_map(|quote| Some((at.0, soi::annotate::statement_at(report, quote.span())?))));
    }
    said.dedup();
    let keep = scene.address.showing(View::Reports).choosing(&[(Facet::Person, member.identity.key())]).to_string();
    let around = ["person:", member.identity.key()].concat();
    let around = scene.address.showing(View::Network).about(Some(&around)).to_string();
    let forms = member.identity.forms().into_iter().map(|form| form.text).take(6).collect();
    let rows = vec![
        (words.reports, vec![Cell::text(extent(scene, member.reports, said.len())), Cell::text(words.keep).to(keep)]),
        (words.forms, cells(forms)),
        (words.reason, told_cells(scene, member.identity)),
        (words.network, vec![Cell::text(words.open_page).to(around)]),
    ];
    view! {
        {head(scene, &name_of(scene, member.identity), Some("person"))}
        {facts(rows)}
        {table_where(scene, "", posts(scene, &entries))}
        {table_where(scene, "", attended(scene, &entries))}
        {table_where(scene, words.company_hint, company(scene, member, all))}
        {sentences(scene, said)}
    }
    .into_any()
}

/// One row for each post that a report tells.
fn posts(scene: &Scene, entries: &[(ReportId, usize)]) -> Table {
    let words = scene.lang.about();
    let rows = entries.iter().flat_map(|&at| {
        let link = to_first(scene, at);
        let posts = entry(scene, at).positions.iter();
        posts.map(move |post| {
            vec![date_cell(scene, at.0), Cell::text(post).to(link.clone()).of("person"), report_cell(scene, at.0)]
        })
    });
    let columns = vec![
        Column::words("date", words.date),
        Column::quoted("post", words.post),
        Column::quoted("report", words.report),
    ];
    Table { key: "posts", title: words.posts.to_owned(), columns, rows: rows.collect() }
}

/// One row for each meeting where the person did something.
fn attended(scene: &Scene, entries: &[(ReportId, usize)]) -> Table {
    let words = scene.lang.about();
    let there = entries.iter().filter(|&&at| !entry(scene, at).acts.is_empty());
    let rows = there.map(|&at| {
        let place = main_meeting(scene, at.0).and_then(|event| event.place.as_deref()).unwrap_or_default();
        vec![
            date_cell(scene, at.0),
            meeting_cell(scene, at.0),
            organiser_cell(scene, at.0),
            Cell::text(place),
            Cell::text(acts(scene, entry(scene, at))).to(to_first(scene, at)),
            report_cell(scene, at.0),
        ]
    });
    let columns = vec![
        Column::words("date", words.date),
        Column::words("meeting", words.meeting),
        Column::quoted("body", words.body),
        Column::quoted("place", words.place),
        Column::words("act", words.act),
        Column::quoted("report", words.report),
    ];
    Table { key: "attended", title: words.attended.to_owned(), columns, rows: rows.collect() }
}

/// Who did something at the same meetings.
fn company(scene: &Scene, member: &Member<'_>, all: &[Member<'_>]) -> Table {
    let (lang, words) = (scene.lang, scene.lang.about());
    let there = |at: &(ReportId, usize)| !entry(scene, *at).acts.is_empty();
    let mine: BTreeMap<ReportId, ()> =
        member.entries.iter().filter(|at| there(at)).map(|&(report, _)| (report, ())).collect();
    let mut rows = Vec::new();
    for other in all.iter().filter(|other| other.identity.key() != member.identity.key()) {
        let shared = other.entries.iter().filter(|at| mine.contains_key(&at.0) && there(at));
        let shared: Vec<(ReportId, usize)> = shared.copied().collect();
        let Some(&last) = shared.last() else { continue };
        rows.push(vec![
            identity_cell(scene, other.identity),
            Cell::text(entry(scene, last).positions.join("; ")),
            Cell::text(acts(scene, entry(scene, last))).to(to_first(scene, last)),
            Cell::count(shared.len(), lang).to(to_first(scene, last)),
        ]);
    }
    order::by(&mut rows, |a, b| b[3].value.unwrap_or_default().total_cmp(&a[3].value.unwrap_or_default()));
    rows.truncate(100);
    let columns = vec![
        Column::quoted("name", words.name),
        Column::quoted("post", words.post),
        Column::words("act", words.act),
        Column::number("meetings", words.meetings),
    ];
    Table { key: "company", title: words.company.to_owned(), columns, rows }
}
