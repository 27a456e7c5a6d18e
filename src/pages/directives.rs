//! Instruments of policy: who cites them, when, in which sentence, and what is cited with them.

use std::collections::BTreeMap;

use leptos::prelude::*;
use soi::explore::{Identity, ReportId};
use soi::filter::Facet;
use soi::order;
use soi::report::Directive;
use soi::views::citations;
use soi::views::members::{Member, members};

use crate::address::View;
use crate::figure::Scene;
use crate::figure::table::{Cell, Column, Table};
use crate::pages::about::{
    capped, cells, date_cell, extent, facts, head, identity_cell, ids, meeting_cell, missing, name_of, organiser_cell,
    report_cell, sentences, table_where, times, told_cells, values,
};
use crate::pages::set::no_figures;
use crate::parts::figure::{figure, table_figure};

/// Rows of the directory.
const MOST: usize = 1_000;

/// The directory, or the page of one instrument.
pub fn show(scene: &Scene) -> AnyView {
    let all = members(&scene.explorer, Facet::Directive, ids(scene));
    let inside = match scene.address.of.as_deref() {
        None if all.is_empty() => no_figures(scene),
        None => directory(scene, &all),
        Some(of) => match scene.explorer.entity(Facet::Directive, of) {
            Some(identity) => match all.iter().find(|member| member.identity.key() == identity.key()) {
                Some(member) => one(scene, member, &all),
                None => missing(scene),
            },
            None => missing(scene),
        },
    };
    view! { <div class="cards">{inside}</div> }.into_any()
}

fn entry(scene: &Scene, (report, entry): (ReportId, usize)) -> &Directive {
    &scene.explorer.report(report).directives[entry]
}

/// Every sentence that cites it.
fn cited(scene: &Scene, entries: &[(ReportId, usize)]) -> Vec<(ReportId, usize)> {
    let mut out = Vec::new();
    for &at in entries {
        let found = citations::sentences(scene.explorer.report(at.0), entry(scene, at));
        out.extend(found.into_iter().map(|statement| (at.0, statement)));
    }
    out.dedup();
    out
}

fn stated<'a>(scene: &'a Scene, member: &Member<'_>, what: fn(&Directive) -> Option<&str>) -> Vec<&'a str> {
    values(member.entries.iter().filter_map(|&at| what(entry(scene, at))))
}

fn directory(scene: &Scene, all: &[Member<'_>]) -> AnyView {
    let (lang, words) = (scene.lang, scene.lang.about());
    let rows = all.iter().take(MOST).map(|member| {
        let first = |what: fn(&Directive) -> Option<&str>| stated(scene, member, what).first().copied();
        let text = |what: fn(&Directive) -> Option<&str>| Cell::text(first(what).unwrap_or_default());
        let kind = member.entries.first().map(|&at| lang.directive(entry(scene, at).kind)).unwrap_or_default();
        let name = identity_cell(scene, member.identity);
        let counts = [cited(scene, &member.entries).len(), member.reports];
        let [citations, reports] = counts.map(|count| Cell::count(count, lang).led_by(&name));
        vec![
            name,
            Cell::text(kind),
            text(|d| d.number.as_deref()),
            text(|d| d.issuer.as_deref()),
            Cell::date(first(|d| d.date.as_deref()), lang),
            text(|d| d.topic.as_deref()),
            citations,
            reports,
        ]
    });
    let columns = vec![
        Column::quoted("name", words.name),
        Column::words("kind", words.kind),
        Column::quoted("number", words.number),
        Column::quoted("issuer", words.issuer),
        Column::words("date", words.date),
        Column::quoted("topic", words.topic),
        Column::number("citations", words.citations),
        Column::number("reports", words.reports),
    ];
    let table = Table { key: "directives", title: words.directives.to_owned(), columns, rows: rows.collect() };
    table_figure(scene, &capped(scene, all.len().min(MOST), all.len()), table)
}

fn one(scene: &Scene, member: &Member<'_>, all: &[Member<'_>]) -> AnyView {
    let (lang, words) = (scene.lang, scene.lang.about());
    let said = cited(scene, &member.entries);
    let kind = member.entries.first().map(|&at| lang.directive(entry(scene, at).kind)).unwrap_or_default();
    let dates = stated(scene, member, |d| d.date.as_deref()).into_iter().map(|date| Cell::date(Some(date), lang));
    let forms = member.identity.forms().into_iter().map(|form| form.text).take(6).collect();
    let keep = scene.address.showing(View::Reports).choosing(&[(Facet::Directive, member.identity.key())]).to_string();
    let around = ["directive:", member.identity.key()].concat();
    let around = scene.address.showing(View::Network).about(Some(&around)).to_string();
    let rows = vec![
        (words.kind, vec![Cell::text(kind)]),
        (words.number, cells(stated(scene, member, |d| d.number.as_deref()))),
        (words.issuer, cells(stated(scene, member, |d| d.issuer.as_deref()))),
        (words.date, dates.collect()),
        (words.topic, cells(stated(scene, member, |d| d.topic.as_deref()))),
        (words.forms, cells(forms)),
        (words.reason, told_cells(scene, member.identity)),
        (words.citations, vec![Cell::text(extent(scene, member.reports, said.len())), Cell::text(words.keep).to(keep)]),
        (words.network, vec![Cell::text(words.open_page).to(around)]),
    ];
    let items: Vec<(ReportId, String, String)> = member
        .entries
        .iter()
        .map(|&at| {
            let when = scene.date(at.0).map(|date| lang.date(date)).unwrap_or_default();
            (at.0, [&when, ": ", scene.title(at.0)].concat(), scene.to_quote(at.0, &entry(scene, at).quote))
        })
        .collect();
    let cited = who(scene, member, &said);
    let timeline = Table { key: "timeline", title: words.timeline.to_owned(), ..cited.clone() };
    view! {
        {head(scene, &name_of(scene, member.identity), Some("directive"))}
        {facts(rows)}
        {figure(scene, words.timeline_hint, times(scene, &items, "directive"), timeline)}
        {table_where(scene, "", cited)}
        {table_where(scene, "", with(scene, member, all, &said))}
        {sentences(scene, said)}
    }
    .into_any()
}

/// One row for each report that cites it, from early to late.
fn who(scene: &Scene, member: &Member<'_>, said: &[(ReportId, usize)]) -> Table {
    let (lang, words) = (scene.lang, scene.lang.about());
    let mut entries = member.entries.clone();
    order::by_key(&mut entries, |&at| (scene.date(at.0).unwrap_or_default().to_owned(), at));
    let rows = entries.into_iter().map(|at| {
        let here = said.iter().filter(|(report, _)| *report == at.0).count();
        vec![
            date_cell(scene, at.0),
            organiser_cell(scene, at.0),
            meeting_cell(scene, at.0),
            Cell::text(entry(scene, at).quote.as_str())
                .to(scene.to_quote(at.0, &entry(scene, at).quote))
                .of("directive"),
            Cell::count(here, lang).to(scene.to_quote(at.0, &entry(scene, at).quote)),
            report_cell(scene, at.0),
        ]
    });
    let columns = vec![
        Column::words("date", words.date),
        Column::quoted("body", words.body),
        Column::words("meeting", words.meeting),
        Column::quoted("form", words.forms),
        Column::number("citations", words.citations),
        Column::quoted("report", words.report),
    ];
    Table { key: "cited", title: words.cited.to_owned(), columns, rows: rows.collect() }
}

/// Instruments in the same reports, those of the same sentences first.
fn with(scene: &Scene, member: &Member<'_>, all: &[Member<'_>], said: &[(ReportId, usize)]) -> Table {
    let (lang, words) = (scene.lang, scene.lang.about());
    let reports: BTreeMap<ReportId, ()> = member.entries.iter().map(|&(report, _)| (report, ())).collect();
    let mut found: Vec<(usize, usize, Identity<'_>, String)> = Vec::new();
    for other in all.iter().filter(|other| other.identity.key() != member.identity.key()) {
        let shared: Vec<(ReportId, usize)> =
            other.entries.iter().copied().filter(|(report, _)| reports.contains_key(report)).collect();
        let Some(&first) = shared.first() else { continue };
        let there = cited(scene, &shared);
        let same: Vec<_> = there.into_iter().filter(|at| said.contains(at)).collect();
        let href = match same.first() {
            Some(&(report, statement)) => scene.to_statement(report, statement),
            None => scene.to_quote(first.0, &entry(scene, first).quote),
        };
        let mut count: Vec<ReportId> = shared.iter().map(|&(report, _)| report).collect();
        count.dedup();
        found.push((same.len(), count.len(), other.identity, href));
    }
    order::by_key(&mut found, |found| {
        (std::cmp::Reverse(found.0), std::cmp::Reverse(found.1), found.2.key().to_owned())
    });
    let rows = found.into_iter().take(100).map(|(same, reports, identity, href)| {
        let (same, reports) = (Cell::count(same, lang), Cell::count(reports, lang));
        // The number that says something leads to what it counts.
        let (same, reports) = if same.value > Some(0.0) { (same.to(href), reports) } else { (same, reports.to(href)) };
        vec![identity_cell(scene, identity), same, reports]
    });
    let columns = vec![
        Column::quoted("name", words.name),
        Column::number("sentence", words.sentence),
        Column::number("together", words.together),
    ];
    Table { key: "company", title: words.cited_with.to_owned(), columns, rows: rows.collect() }
}
