//! The filtered set on one page: what there is of everything, against the whole corpus.

use leptos::prelude::*;
use soi::annotate::FactKind;
use soi::explore::ReportId;
use soi::filter::{Date, DateRange, Facet};
use soi::geometry::axis::{Axis, Span, rows};
use soi::report::{Area, Measure, Role};

use crate::address::View;
use crate::figure::Scene;
use crate::figure::picture::{Mark, Picture, Shape};
use crate::figure::table::{Cell, Column, Table};
use crate::pages::about::{fitting, ids, name_of};
use crate::parts::figure::{figure, table_figure};
use crate::parts::stages::{stage, stages};

/// Bars of a list of names.
const MOST_BARS: usize = 8;

/// Rows of the largest measures.
const MOST_MEASURES: usize = 10;

/// The least room of a list of bars beside another, and what lies between them.
const HALF: u32 = 360;
const GAP: u32 = 40;

/// Past so many reports, years are columns without dots.
const MOST_DOTS: usize = 150;

/// Nor are there dots in more rows than that: a tower over one year.
const MOST_ROWS: usize = 10;

/// A bar with its words: the set's count over the corpus'.
pub struct Bar {
    /// Its words.
    pub label: String,
    /// In the set.
    pub count: usize,
    /// In the corpus.
    pub total: usize,
    /// Where it leads.
    pub href: String,
    /// Kind of fact or role, for its colour.
    pub kind: Option<&'static str>,
    /// Whether it is chosen.
    pub current: bool,
}

/// Everything at a glance.
pub fn show(scene: &Scene) -> AnyView {
    let words = scene.lang.overview();
    let changed = if scene.is_narrowed() { words.changed } else { words.whole };
    let named = [
        (Facet::Directive, "directives", words.directives, "directive"),
        (Facet::Organisation, "bodies", words.bodies, "organisation"),
        (Facet::Person, "people", words.people, "person"),
    ];
    // Where there is room, lists of bars stand two abreast.
    let wide = scene.room >= 2 * HALF + GAP;
    let half = if wide { Scene { room: (scene.room - GAP) / 2, ..scene.clone() } } else { scene.clone() };
    let [directives, bodies, people] =
        named.map(|(facet, key, title, kind)| stage(&half, move |scene| names(scene, facet, key, title, kind)));
    let all = vec![
        stage(scene, over_time),
        stage(&half, kinds),
        directives,
        stage(scene, matrix),
        bodies,
        people,
        stage(scene, measures),
    ];
    view! {
        <p class="set-intro">{changed}</p>
        <div class="overview" data-wide=wide.then_some("")>{stages(scene, all)}</div>
    }
    .into_any()
}

/// Draws bars from a corner on, the words above each where there is little room; gives where they end.
pub fn bars(scene: &Scene, list: &[Bar], (x, top): (f64, f64), room: f64, marks: &mut Vec<Mark>) -> f64 {
    let above = room < 560.0;
    let (head, pitch, lead) = if above { (0.0, 44.0, 18.0) } else { ((room * 0.4).min(300.0), 28.0, 0.0) };
    let track = room - head - 84.0;
    let most = list.iter().map(|bar| bar.total).max().unwrap_or_default().max(1) as f64;
    let mut y = top;
    for bar in list {
        let shape = |count: usize| {
            let width = if count == 0 { 0.0 } else { (count as f64 / most * track).max(2.0) };
            Shape::Box { x: x + head, y: y + lead + 6.0, width, height: 14.0, round: 1.0 }
        };
        let count = match bar.count == bar.total {
            true => scene.lang.number(bar.count),
            false => [&scene.lang.number(bar.count), " / ", &scene.lang.number(bar.total)].concat(),
        };
        let name = [&bar.label, ": ", &count].concat();
        // The whole row is the target.
        let row = Shape::Box { x, y, width: room, height: pitch - 2.0, round: 2.0 };
        let target = Mark { current: bar.current, ..Mark::new("mark-target", row) };
        marks.push(target.named(name).to(&bar.href));
        let place = if above { (x, y + 14.0) } else { (x, y + 17.0) };
        let class = if bar.current { "mark-bold mark-over" } else { "mark-over" };
        marks.push(Mark::text(class, place.0, place.1, "start", fitting(&bar.label, if above { room } else { head })));
        marks.push(Mark { kind: bar.kind, ..Mark::new("mark-faint mark-over", shape(bar.total)) });
        marks.push(Mark { kind: bar.kind, ..Mark::new("mark-over", shape(bar.count)) });
        marks.push(Mark::text("mark-soft mark-over", x + room, y + lead + 17.0, "end", count));
        y += pitch;
    }
    y
}

/// A figure of bars and its table.
fn bar_figure(scene: &Scene, hint: &str, (key, title, head): (&'static str, &str, &str), list: &[Bar]) -> AnyView {
    let words = scene.lang.overview();
    let room = f64::from(scene.room);
    let mut marks = Vec::new();
    let height = bars(scene, list, (0.0, 0.0), room, &mut marks);
    let row = |bar: &Bar| {
        let name = Cell { kind: bar.kind, ..Cell::text(&bar.label).to(&bar.href) };
        let count = Cell::count(bar.count, scene.lang).led_by(&name);
        vec![name, count, Cell::count(bar.total, scene.lang)]
    };
    let columns =
        vec![Column::quoted("name", head), Column::number("count", words.count), Column::number("total", words.total)];
    let table = Table { key, title: title.to_owned(), columns, rows: list.iter().map(row).collect() };
    figure(scene, hint, Picture { width: room, height, marks }, table)
}

/// Reports by year, each at its own precision.
fn over_time(scene: &Scene) -> Option<AnyView> {
    let words = scene.lang.overview();
    let mut inside: Vec<u32> = scene.answer.hits.iter().map(|hit| hit.report.0).collect();
    soi::order::natural(&mut inside);
    let is_in = |id: ReportId| inside.binary_search(&id.0).is_ok();
    let all = (0..scene.explorer.len() as u32).map(ReportId);
    let mut dated: Vec<(ReportId, Date)> = all.filter_map(|id| Some((id, scene.explorer.date(id)?))).collect();
    soi::order::by_key(&mut dated, |(id, date)| (date.first_day(), date.last_day(), id.0));
    let span = dated.iter().map(|&(_, date)| Span::of(date)).reduce(Span::with)?;
    let shown = Span { from: span.from.floor(), to: span.to.ceil() };
    let width = f64::from(scene.room);
    let axis = Axis { shown, width: width - 1.0 };
    let ticks = axis.ticks(26.0);
    let counts: Vec<(usize, usize)> = ticks
        .iter()
        .map(|&(from, to)| {
            let range = DateRange::new(Some(from), Some(to));
            let here = dated.iter().filter(|(_, date)| range.is_some_and(|range| range.holds(*date)));
            (here.clone().filter(|(id, _)| is_in(*id)).count(), here.count())
        })
        .collect();
    const DOT: f64 = 12.0;
    let mut placed = Vec::new();
    for &(id, date) in dated.iter().filter(|_| dated.len() <= MOST_DOTS) {
        let Some((from, to)) = axis.place(Span::of(date)) else { continue };
        let spare = (DOT - (to - from)).max(0.0) / 2.0;
        let from = (from - spare).clamp(0.0, axis.width - DOT);
        placed.push((from, (to + spare).max(from + DOT).min(axis.width), id, date));
    }
    let stretches: Vec<(f64, f64)> = placed.iter().map(|dot| (dot.0, dot.1)).collect();
    let rows = rows(&stretches, DOT);
    let tallest = rows.iter().max().map_or(0, |row| row + 1);
    let dots = dated.len() <= MOST_DOTS && tallest <= MOST_ROWS;
    let mut marks = Vec::new();
    let most = counts.iter().map(|count| count.1).max().unwrap_or_default().max(1) as f64;
    let mut base = 110.0;
    let mut over = Vec::new();
    if dots {
        base = tallest.max(2) as f64 * 24.0 + 12.0;
        for ((from, to, id, date), row) in placed.into_iter().zip(rows) {
            let y = base - 8.0 - DOT - row as f64 * 24.0;
            let shape = Shape::Box { x: from, y, width: to - from, height: DOT, round: DOT / 2.0 };
            let range = DateRange::from(date);
            let name = [&scene.lang.dates(range), " · ", scene.title(id)].concat();
            let mark = Mark::new(if is_in(id) { "" } else { "mark-faint" }, shape).named(name);
            let href = scene.address.within(range).to_string();
            over.push(Mark { current: scene.address.dates == Some(range), ..mark.to(href) });
        }
    }
    for (&(from, to), &(count, total)) in ticks.iter().zip(&counts) {
        let Some((left, right)) = axis.place(Span::between(from, to)) else { continue };
        let column = |height: f64| Shape::Box {
            x: left + 2.0,
            y: base - height,
            width: (right - left - 4.0).max(1.0),
            height,
            round: 1.0,
        };
        marks.push(Mark::new("mark-rule", Shape::Line { x1: left, y1: 0.0, x2: left, y2: base }));
        let range = DateRange::new(Some(from), Some(to)).unwrap_or_else(|| from.into());
        let label = match (from == to, right - left) {
            (true, wide) if wide >= 34.0 => from.to_string(),
            (true, _) => ["’", &from.to_string()[2..]].concat(),
            (false, _) => [&from.to_string()[2..], "–", &to.to_string()[2..]].concat(),
        };
        let target = Shape::Box { x: left + 1.0, y: base + 2.0, width: right - left - 2.0, height: 24.0, round: 2.0 };
        if total > 0 {
            let name = [&scene.lang.dates(range), ": ", &scene.lang.reports_of(count, total)].concat();
            let current = scene.address.dates == Some(range);
            let href = scene.address.within(range).to_string();
            if !dots {
                let height = |count: usize| (count as f64 / most * (base - 4.0)).max(1.0);
                marks.push(Mark::new("mark-faint", column(height(total))));
                let bar = Mark::new("", column(if count > 0 { height(count) } else { 0.0 }));
                marks.push(bar.named(name.clone()).to(href.clone()));
            }
            marks.push(Mark { current, ..Mark::new("mark-empty", target).named(name).to(href) });
        }
        let class = if total > 0 { "mark-bold mark-over" } else { "mark-soft mark-over" };
        marks.push(Mark::text(class, (left + right) / 2.0, base + 18.0, "middle", label));
    }
    marks.push(Mark::new("mark-axis", Shape::Line { x1: 0.0, y1: base, x2: width, y2: base }));
    marks.append(&mut over);
    let rows = ticks.iter().zip(&counts).filter(|(_, count)| count.1 > 0).map(|(&(from, to), &(count, total))| {
        let range = DateRange::new(Some(from), Some(to)).unwrap_or_else(|| from.into());
        let year = Cell::text(scene.lang.dates(range)).to(scene.address.within(range).to_string());
        let count = Cell::count(count, scene.lang).led_by(&year);
        vec![year, count, Cell::count(total, scene.lang)]
    });
    let columns = vec![
        Column::words("year", words.year),
        Column::number("count", words.count),
        Column::number("total", words.total),
    ];
    let table = Table { key: "overview-years", title: words.years.to_owned(), columns, rows: rows.collect() };
    let hint = if dots { words.years_hint } else { words.years_hint_columns };
    Some(figure(scene, hint, Picture { width, height: base + 30.0, marks }, table))
}

fn kinds(scene: &Scene) -> Option<AnyView> {
    let words = scene.lang.overview();
    let list = FactKind::ALL.map(|kind| Bar {
        label: scene.lang.fact(kind).to_owned(),
        count: scene.answer.hits.iter().map(|hit| scene.explorer.facts(hit.report, kind)).sum(),
        total: (0..scene.explorer.len() as u32).map(|report| scene.explorer.facts(ReportId(report), kind)).sum(),
        href: scene.address.toggled(Facet::Fact, kind.as_str(), false).to_string(),
        kind: Some(kind.as_str()),
        current: scene.address.chosen(Facet::Fact, kind.as_str()) == Some(false),
    });
    Some(bar_figure(scene, scene.lang.words().by_kind_hint, ("overview-kinds", words.kinds, words.kind), &list))
}

/// Bodies, people or instruments that most reports name.
fn names(scene: &Scene, facet: Facet, key: &'static str, title: &'static str, kind: &'static str) -> Option<AnyView> {
    let words = scene.lang.overview();
    let ids: Vec<ReportId> = ids(scene).collect();
    let found = scene.explorer.entities_of(facet, &ids);
    let bar = |(identity, count): &(soi::explore::Identity<'_>, usize)| Bar {
        label: name_of(scene, *identity),
        count: *count,
        total: identity.total(),
        href: scene.address.toggled(facet, identity.key(), false).to_string(),
        kind: Some(kind),
        current: scene.address.chosen(facet, identity.key()) == Some(false),
    };
    let list: Vec<Bar> = found.iter().take(MOST_BARS).map(bar).collect();
    let mut hint = words.named_hint.to_owned();
    hint.push_str(&crate::pages::about::capped(scene, list.len(), found.len()));
    (!list.is_empty()).then(|| bar_figure(scene, &hint, (key, title, words.name), &list))
}

/// Sentences by work area and role.
fn matrix(scene: &Scene) -> Option<AnyView> {
    let words = scene.lang.overview();
    let lang = scene.lang;
    let mut counts = vec![vec![0_usize; Role::ALL.len()]; Area::ALL.len()];
    for (_, report) in scene.reports() {
        for statement in &report.statements {
            statement.areas.iter().for_each(|area| counts[area.index()][statement.role.index()] += 1);
        }
    }
    let most = counts.iter().flatten().copied().max().unwrap_or_default().max(1) as f32;
    let base = if View::Statements.is_open() { scene.address.showing(View::Statements) } else { scene.address.list() };
    let href = |area: Area, role: Role| {
        base.choosing(&[(Facet::Area, area.as_str()), (Facet::Role, role.as_str())]).to_string()
    };
    let width = f64::from(scene.room).min(720.0);
    let narrow = width < 520.0;
    // On a narrow page the area's name stands above its row.
    let (head, pitch, lead) = if narrow { (0.0, 46.0, 18.0) } else { (180.0, 28.0, 0.0) };
    let cell = (width - head) / Role::ALL.len() as f64;
    let mut marks = Vec::new();
    for (i, &role) in Role::ALL.iter().enumerate() {
        let x = head + (i as f64 + 0.5) * cell;
        marks.push(Mark::text("mark-soft", x, 14.0, "middle", fitting(lang.role(role), cell)));
    }
    for (j, &area) in Area::ALL.iter().enumerate() {
        let y = 24.0 + j as f64 * pitch;
        marks.push(Mark::text("", 0.0, if narrow { y + 13.0 } else { y + 18.0 }, "start", lang.area(area)));
        for (i, &role) in Role::ALL.iter().enumerate() {
            let (x, y, count) = (head + i as f64 * cell, y + lead, counts[j][i]);
            let shape = Shape::Box { x: x + 1.0, y: y + 1.0, width: cell - 2.0, height: 26.0, round: 2.0 };
            if count == 0 {
                marks.push(Mark::new("mark-empty", shape));
                continue;
            }
            let strength = 0.12 + 0.45 * count as f32 / most;
            let name = [lang.area(area), ", ", lang.role(role), ": ", &lang.number(count)].concat();
            let chosen = [(Facet::Area, area.as_str()), (Facet::Role, role.as_str())];
            let current = chosen.iter().all(|(facet, value)| scene.address.chosen(*facet, value) == Some(false));
            let mark = Mark::new("", shape).named(name).to(href(area, role)).of(role.as_str());
            marks.push(Mark { strength: Some(strength), current, ..mark });
            marks.push(Mark::text("mark-over", x + cell / 2.0, y + 18.0, "middle", lang.number(count)));
        }
    }
    let rows = Area::ALL.iter().zip(&counts).map(|(&area, counts)| {
        let cells = Role::ALL.iter().zip(counts).map(|(&role, &count)| {
            let cell = Cell::count(count, lang);
            if count > 0 { cell.to(href(area, role)) } else { cell }
        });
        std::iter::once(Cell::text(lang.area(area))).chain(cells).collect::<Vec<Cell>>()
    });
    let mut columns = vec![Column::words("area", words.area)];
    columns.extend(Role::ALL.iter().map(|&role| Column::number(role.as_str(), lang.role(role))));
    let table = Table { key: "overview-matrix", title: words.matrix.to_owned(), columns, rows: rows.collect() };
    let height = 28.0 + Area::ALL.len() as f64 * pitch;
    Some(figure(scene, words.matrix_hint, Picture { width, height, marks }, table))
}

/// The largest numbers of the set.
fn measures(scene: &Scene) -> Option<AnyView> {
    let words = scene.lang.overview();
    let names = scene.lang.measures();
    let mut found: Vec<(ReportId, &Measure)> = Vec::new();
    for (id, report) in scene.reports() {
        let counted = report.measures.iter().filter(|measure| measure.unit.as_deref() != Some("%"));
        found.extend(counted.map(|measure| (id, measure)));
    }
    soi::order::by(&mut found, |a, b| b.1.value.total_cmp(&a.1.value));
    let rows = found.into_iter().take(MOST_MEASURES).map(|(id, measure)| {
        vec![
            Cell { value: Some(measure.value), ..Cell::text(scene.lang.measure(measure)) }
                .to(scene.to_quote(id, &measure.quote))
                .of("measure"),
            Cell::text(measure.subject.as_deref().unwrap_or_default()),
            Cell::text(scene.lang.measure_role(measure.role)),
            Cell::text(scene.title(id)).to(scene.to_report(id)),
        ]
    });
    let columns = vec![
        Column::number("value", names.value),
        Column::quoted("subject", names.subject),
        Column::words("role", names.role),
        Column::quoted("report", names.report),
    ];
    let table = Table { key: "overview-measures", title: words.measures.to_owned(), columns, rows: rows.collect() };
    (!table.rows.is_empty()).then(|| table_figure(scene, words.measures_hint, table))
}
