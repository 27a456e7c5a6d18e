//! Two sets of reports side by side: the filtered one on the left, one that the address holds on the right.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;
use soi::explore::ReportId;
use soi::text::Span;
use soi::views::compare::{Alike, Between, Distinctive, Place, between, set_apart};
use soi::views::measures::{Series, series};
use soi::views::statements::{Matrix, ROLES};

use crate::address::{Address, View};
use crate::figure::Scene;
use crate::figure::table::{Cell, Column, Table};
use crate::navigate::absolute;
use crate::pages::about::{capped, ids, table_where};
use crate::pages::compare::{sentence, word_list};
use crate::pages::measures::ends;
use crate::pages::statements::{area_name, areas, count_cell, of_any_role, to};
use crate::parts::copy_button::CopyButton;
use crate::parts::figure::{origin, table_figure};
use crate::parts::stages::{stage, stages};

/// The right side where it is the whole corpus: an address without search and choices.
pub const ALL: &str = "?";

/// Sentences of an area drawn on each side.
const SENTENCES: usize = 8;

/// Rows of measures.
const MEASURES: usize = 300;

/// Distinctive words of each side.
const WORDS: usize = 40;

/// The set on the left against the set that `of`, a query of an address, selects.
pub fn show(scene: &Scene, of: &str) -> AnyView {
    let words = scene.lang.compare();
    let right = right(scene, of);
    let two = scene.address.about(None).to_string();
    let kept = Address { lang: None, theme: None, bare: false, ..scene.address.list() }.to_query();
    let keep = scene.address.about(Some(if kept.is_empty() { ALL } else { &kept })).to_string();
    let all = scene.address.about(Some(ALL)).to_string();
    let empty = right.answer.hits.is_empty().then(|| view! { <p class="reports-empty">{words.empty_side}</p> });
    let pieces = if empty.is_some() {
        Vec::new()
    } else {
        let with = |make: fn(&Scene, &Scene) -> Option<AnyView>| {
            let right = right.clone();
            stage(scene, move |scene| make(scene, &right))
        };
        stages(scene, vec![with(counts), with(measures), with(distinctive), with(sentences)])
    };
    let link = absolute(&scene.address);
    view! {
        <div class="compare">
            <p class="measures-tests"><a href=two>{words.reports_link}</a></p>
            <p class="figure-hint">{words.sets_hint}</p>
            <div class="compare-heads">
                <div class="compare-head">
                    {side(scene)}
                    <a class="compare-swap" href=keep>{words.keep_right}</a>
                </div>
                <div class="compare-head">
                    {side(&right)}
                    {(of != ALL).then(|| view! { <a class="compare-swap" href=all>{words.right_all}</a> })}
                    <CopyButton label=scene.lang.words().copy_link text=link />
                </div>
            </div>
            {empty}
            {pieces}
        </div>
    }
    .into_any()
}

/// The scene of the right side.
fn right(scene: &Scene, of: &str) -> Scene {
    let (mut there, _) = Address::parse(of);
    there.settle(&scene.explorer);
    let Address { query, choices, dates, .. } = there;
    let address = Address { query, choices, dates, ..scene.address.cleared() };
    let answer = Arc::new(scene.explorer.answer(&address.selection()));
    Scene { answer, address, ..scene.clone() }
}

/// What a side holds: what it was searched and filtered by, and how many reports.
fn side(scene: &Scene) -> AnyView {
    let lang = scene.lang;
    let origin = origin(scene, "");
    let said = origin.lines.iter().filter(|(name, _)| matches!(*name, "query" | "filters"));
    let said = said.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("; ");
    let said = if said.is_empty() { lang.compare().whole_corpus.to_owned() } else { said };
    let list = scene.address.list().to_string();
    view! {
        <h2 class="compare-title">
            <a href=list>{said}</a>
        </h2>
        <p class="said-byline">{lang.reports(scene.answer.hits.len())}</p>
    }
    .into_any()
}

/// Sentences by area and role of both sides.
fn counts(left: &Scene, right: &Scene) -> Option<AnyView> {
    const KEYS: [[&str; 2]; ROLES.len()] = [
        ["result-left", "result-right"],
        ["shortcoming-left", "shortcoming-right"],
        ["task-left", "task-right"],
        ["context-left", "context-right"],
    ];
    let (lang, words) = (left.lang, left.lang.compare());
    let matrix = |scene: &Scene| Matrix::of(&scene.explorer, &of_any_role(scene));
    let sides = [(left, matrix(left)), (right, matrix(right))];
    let rows = areas().enumerate().map(|(row, area)| {
        let mut cells = vec![Cell::text(area_name(left, area))];
        for (column, &role) in ROLES.iter().enumerate() {
            cells.extend(sides.iter().map(|(scene, matrix)| count_cell(scene, matrix.cells[row][column], role, area)));
        }
        cells
    });
    let mut columns = vec![Column::words("area", lang.overview().area)];
    for (keys, &role) in KEYS.iter().zip(&ROLES) {
        for (key, side) in keys.iter().zip([words.left, words.right]) {
            columns.push(Column::number(key, [lang.role(role), " · ", side].concat()));
        }
    }
    let table = Table { key: "set-counts", title: words.set_counts.to_owned(), columns, rows: rows.collect() };
    Some(table_figure(left, "", table))
}

/// Measures of one subject and unit that both sides have.
fn measures(left: &Scene, right: &Scene) -> Option<AnyView> {
    let (lang, words) = (left.lang, left.lang.compare());
    let ours = series(&left.explorer, ids(left));
    let theirs = series(&right.explorer, ids(right));
    let theirs: BTreeMap<&str, &Series> = theirs.iter().map(|series| (series.key.as_str(), series)).collect();
    let pairs: Vec<(&Series, &Series)> =
        ours.iter().filter_map(|series| Some((series, *theirs.get(series.key.as_str())?))).collect();
    let half = |scene: &Scene, series: &Series| {
        let [least, most] = ends(scene, series);
        let about = scene.address.showing(View::Measures).about(Some(&series.key)).to_string();
        [Cell::count(series.readings.len(), lang).to(about), least, most]
    };
    let rows = pairs.iter().take(MEASURES).map(|(ours, theirs)| {
        let mut row = vec![Cell::text(&ours.subject), Cell::text(&ours.unit)];
        row.extend(half(left, ours));
        row.extend(half(right, theirs));
        row
    });
    let mut columns = vec![Column::quoted("subject", words.subject), Column::quoted("unit", words.unit)];
    let keys = [["left", "left-least", "left-most"], ["right", "right-least", "right-most"]];
    for (keys, side) in keys.into_iter().zip([words.left, words.right]) {
        columns.push(Column::number(keys[0], side));
        columns.push(Column::number(keys[1], [side, ", ", words.least].concat()));
        columns.push(Column::number(keys[2], [side, ", ", words.most].concat()));
    }
    let table = Table { key: "set-measures", title: words.set_measures.to_owned(), columns, rows: rows.collect() };
    Some(table_where(left, &capped(left, pairs.len().min(MEASURES), pairs.len()), table))
}

/// The words that each side uses more than the other; each opens its list.
fn distinctive(left: &Scene, right: &Scene) -> Option<AnyView> {
    let words = left.lang.compare();
    let frequencies = |scene: &Scene| {
        let selection = scene.address.selection();
        scene.explorer.frequencies(&scene.explorer.asked(&selection).0, &selection.choices, usize::MAX)
    };
    let [ours, theirs] = set_apart(&frequencies(left), &frequencies(right), WORDS);
    if ours.is_empty() && theirs.is_empty() {
        return None;
    }
    let list = |scene: &Scene, found: Vec<Distinctive>| {
        word_list(scene, found, |word| {
            let asked = scene.address.query.trim();
            let query = if asked.is_empty() { word } else { ["(", asked, ") ", &word].concat() };
            Address { query, ..scene.address.showing(View::Concordance) }
        })
    };
    let view = view! {
        <section class="compare-part">
            <h2 class="figure-title">{words.set_words}</h2>
            <p class="figure-hint">{words.set_words_hint}</p>
            <div class="compare-sides">{list(left, ours)} {list(right, theirs)}</div>
        </section>
    };
    Some(view.into_any())
}

/// The sentences by area: what both say, with the numbers that differ, then what one side says alone.
fn sentences(left: &Scene, right: &Scene) -> Option<AnyView> {
    let words = left.lang.compare();
    let (ours, theirs): (Vec<ReportId>, Vec<ReportId>) = (ids(left).collect(), ids(right).collect());
    let there: BTreeSet<ReportId> = theirs.iter().copied().collect();
    let both = ours.iter().filter(|id| there.contains(id)).count();
    let overlap = (both > 0).then(|| {
        let text = [words.overlap, " ", &left.lang.number(both), "."].concat();
        view! { <p class="figure-hint">{text}</p> }
    });
    let found = between(&left.explorer, &ours, &theirs);
    let sections: Vec<AnyView> = found.iter().map(|between| section(left, right, between)).collect();
    let view = view! {
        <section class="compare-part">
            <h2 class="figure-title">{words.sentences}</h2>
            <p class="figure-hint">{words.set_sentences_hint}</p>
            {overlap}
            {sections}
        </section>
    };
    Some(view.into_any())
}

fn section(left: &Scene, right: &Scene, between: &Between) -> AnyView {
    let more = |scene: &Scene, all: usize| {
        (all > SENTENCES).then(|| {
            let text = [&scene.lang.number(all - SENTENCES), " ", scene.lang.compare().more_sentences].concat();
            let href = to(scene, None, Some(between.area));
            view! { <p class="figure-hint"><a href=href>{text}</a></p> }
        })
    };
    let pair = |alike: &Alike| {
        let carried = alike.numbers.is_empty();
        let ours: Vec<(Span, bool)> = alike.numbers.iter().map(|&(at, _)| (at, true)).collect();
        let theirs: Vec<(Span, bool)> = alike.numbers.iter().map(|&(_, at)| (at, true)).collect();
        view! {
            <div class="compare-sides" data-carried=carried.then_some("")>
                <div class="compare-cell">{sentence(left, alike.left.0, alike.left.1, &ours, carried)}</div>
                <div class="compare-cell">{sentence(right, alike.right.0, alike.right.1, &theirs, carried)}</div>
            </div>
        }
        .into_any()
    };
    let pairs: Vec<AnyView> = between.alike.iter().take(SENTENCES).map(pair).collect();
    let alone = |scene: &Scene, places: &[Place]| {
        let drawn = places.iter().take(SENTENCES);
        let drawn: Vec<AnyView> = drawn.filter_map(|&(id, at)| sentence(scene, id, at, &[], false)).collect();
        view! { <div class="compare-cell">{drawn} {more(scene, places.len())}</div> }.into_any()
    };
    view! {
        <section class="compare-area">
            <h3 class="sheet-area">{area_name(left, between.area)}</h3>
            {pairs}
            {more(left, between.alike.len())}
            <div class="compare-sides">{alone(left, &between.left)} {alone(right, &between.right)}</div>
        </section>
    }
    .into_any()
}
