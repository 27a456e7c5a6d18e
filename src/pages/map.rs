//! The provinces that the reports name, before and after they were merged on 1 July 2025.

use std::collections::BTreeMap;

use leptos::prelude::*;
use soi::explore::ReportId;
use soi::filter::{Choice, Facet};
use soi::geometry::provinces::{HEIGHT, ISLANDS, Unit, WIDTH, units};

use crate::figure::Scene;
use crate::figure::picture::{Mark, Picture, Shape};
use crate::figure::table::{Cell, Column, Table};
use crate::pages::overview::{Bar, bars};
use crate::pages::set::no_figures;
use crate::parts::figure::figure;
use crate::parts::picture::px;

/// The map is no wider, in pixels.
const MOST_WIDTH: f64 = 460.0;

/// Bars beside it or below.
const MOST_BARS: usize = 12;

/// What is counted of a province.
struct Row {
    unit: Unit,
    /// Reports of the set that name it.
    count: usize,
    /// Reports of the corpus that do.
    total: usize,
    /// Keys of the places that stand for it.
    keys: Vec<String>,
}

/// The map of the filtered set.
pub fn show(scene: &Scene) -> AnyView {
    let words = scene.lang.map();
    let rows = rows(scene);
    if rows.iter().all(|row| row.total == 0) {
        return no_figures(scene);
    }
    let merged = if scene.address.mode() == "after" { words.merged } else { "" };
    let hint = [words.hint, merged, words.source].join(" ");
    figure(scene, &hint, drawing(scene, &rows), table(scene, &rows))
}

fn rows(scene: &Scene) -> Vec<Row> {
    // By code: the reports that name it and the keys that it has among the places.
    let mut named: BTreeMap<String, (Vec<u32>, Vec<String>)> = BTreeMap::new();
    for id in 0..scene.explorer.len() as u32 {
        let report = scene.explorer.seen(ReportId(id));
        for (entry, place) in report.places.iter().enumerate() {
            let Some(code) = place.code.as_deref() else { continue };
            let (reports, keys) = named.entry(code.to_owned()).or_default();
            if reports.last() != Some(&id) {
                reports.push(id);
            }
            if let Some(place) = scene.explorer.entity_of(Facet::Place, ReportId(id), entry)
                && !keys.iter().any(|key| key == place.key())
            {
                keys.push(place.key().to_owned());
            }
        }
    }
    let mut inside: Vec<u32> = scene.answer.hits.iter().map(|hit| hit.report.0).collect();
    soi::order::natural(&mut inside);
    let row = |unit: Unit| {
        let parts = unit.members.iter().filter_map(|&code| named.get(code));
        let mut reports: Vec<u32> = parts.clone().flat_map(|(reports, _)| reports.iter().copied()).collect();
        soi::order::natural(&mut reports);
        reports.dedup();
        let count = reports.iter().filter(|report| inside.binary_search(report).is_ok()).count();
        let keys = parts.flat_map(|(_, keys)| keys.iter().cloned()).collect();
        Row { unit, count, total: reports.len(), keys }
    };
    units(scene.address.mode() == "after").into_iter().map(row).collect()
}

/// Whether the places of a province are what is chosen.
fn is_current(scene: &Scene, row: &Row) -> bool {
    !row.keys.is_empty() && row.keys.iter().all(|key| scene.address.chosen(Facet::Place, key) == Some(false))
}

/// The set of the reports that name the province; where that is chosen, the set without this choice.
fn href(scene: &Scene, row: &Row) -> Option<String> {
    let mut next = scene.address.set();
    next.choices.retain(|choice| choice.facet != Facet::Place);
    if !is_current(scene, row) {
        let choice = |value: &String| Choice { facet: Facet::Place, value: value.clone(), exclude: false };
        next.choices.extend(row.keys.iter().map(choice));
    }
    (!row.keys.is_empty()).then(|| next.to_string())
}

fn drawing(scene: &Scene, rows: &[Row]) -> Picture {
    let room = f64::from(scene.room);
    let beside = room >= 720.0;
    let width = room.min(MOST_WIDTH);
    let scale = width / WIDTH;
    let most = rows.iter().map(|row| row.count).max().unwrap_or_default().max(1) as f32;
    let mut marks = Vec::new();
    for row in rows {
        let mut d = String::new();
        for ring in &row.unit.rings {
            for (i, &(x, y)) in ring.iter().enumerate() {
                let (x, y) = (f64::from(x) * scale, f64::from(y) * scale);
                d.push_str(&[if i == 0 { "M" } else { "L" }, &px(x), " ", &px(y)].concat());
            }
            d.push('Z');
        }
        let class = if row.count > 0 { "mark-land" } else { "mark-sea" };
        let name = [row.unit.name, ": ", &scene.lang.reports_of(row.count, row.total)].concat();
        let mark = Mark::new(class, Shape::Path { d });
        marks.push(Mark {
            kind: (row.count > 0).then_some("place"),
            strength: (row.count > 0).then(|| 0.35 + 0.65 * row.count as f32 / most),
            name: Some(name),
            href: href(scene, row),
            current: is_current(scene, row),
            ..mark
        });
    }
    for islands in ISLANDS {
        let Some(row) = rows.iter().find(|row| row.unit.code == islands.province) else { continue };
        let (x, y, width, height) = islands.frame;
        let (x, y, width, height) = (x * scale, y * scale, width * scale, height * scale);
        // What the reports say of the province holds for its islands: no report names a place more exactly.
        let name = [islands.name, " (", row.unit.name, "): ", &scene.lang.reports_of(row.count, row.total)].concat();
        let frame = Mark::new("mark-frame", Shape::Box { x, y, width, height, round: 2.0 });
        let (href, current) = (href(scene, row), is_current(scene, row));
        marks.push(Mark { name: Some(name), href, current, ..frame });
        marks.push(Mark::text("mark-over", x + width / 2.0, y + 14.0, "middle", islands.name));
        for (x, y) in islands.dots() {
            let dot = Mark::new("mark-over", Shape::Dot { x: x * scale, y: y * scale, radius: 2.0 });
            marks.push(if row.count > 0 { dot.of("place") } else { dot });
        }
    }
    // The numbers come last, above all land.
    for row in rows.iter().filter(|row| row.count > 0) {
        let (x, y) = row.unit.middle();
        let text = scene.lang.number(row.count);
        marks.push(Mark::text("mark-bold mark-over", x * scale, y * scale + 4.0, "middle", text));
    }
    let mut height = HEIGHT * scale;
    let mut named: Vec<&Row> = rows.iter().filter(|row| row.total > 0).collect();
    soi::order::by(&mut named, |a, b| b.count.cmp(&a.count).then(b.total.cmp(&a.total)));
    let list = named.iter().take(MOST_BARS).map(|row| Bar {
        label: row.unit.name.to_owned(),
        count: row.count,
        total: row.total,
        href: href(scene, row).unwrap_or_default(),
        kind: Some("place"),
        current: is_current(scene, row),
    });
    let list: Vec<Bar> = list.collect();
    let (x, y, bar_room) = if beside { (width + 32.0, 28.0, room - width - 32.0) } else { (0.0, height + 36.0, room) };
    marks.push(Mark::text("mark-bold", x, y - 8.0, "start", scene.lang.map().most));
    let below = bars(scene, &list, (x, y), bar_room, &mut marks);
    height = height.max(below) + 4.0;
    Picture { width: room, height, marks }
}

fn table(scene: &Scene, rows: &[Row]) -> Table {
    let (lang, words) = (scene.lang, scene.lang.map());
    let merged = scene.address.mode() == "after";
    let names: BTreeMap<&str, &str> = units(false).iter().map(|unit| (unit.code, unit.name)).collect();
    let mut sorted: Vec<&Row> = rows.iter().collect();
    soi::order::by_key(&mut sorted, |row| std::cmp::Reverse((row.count, row.total)));
    let lines = sorted.into_iter().map(|row| {
        let name = Cell { href: href(scene, row), ..Cell::text(row.unit.name).of("place") };
        let count = Cell::count(row.count, lang).led_by(&name);
        let mut cells = vec![name, count, Cell::count(row.total, lang)];
        if merged {
            let members = row.unit.members.iter().filter_map(|code| names.get(code).copied());
            cells.push(Cell::text(members.collect::<Vec<_>>().join(", ")));
        }
        cells
    });
    let mut columns = vec![
        Column::quoted("province", words.province),
        Column::number("reports", words.count),
        Column::number("total", words.total),
    ];
    if merged {
        columns.push(Column::quoted("members", words.members));
    }
    Table { key: "map", title: words.title.to_owned(), rows: lines.collect(), columns }
}
