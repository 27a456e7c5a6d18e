//! Publications, meetings, periods and terms on one axis; a year or a month of the axis zooms in by the filter of dates.

use leptos::prelude::*;
use soi::explore::ReportId;
use soi::filter::{Date, DateRange};
use soi::geometry::axis::{Axis, Span, rows};
use soi::report::PeriodKind;

use crate::figure::Scene;
use crate::figure::picture::{Mark, Picture, Shape};
use crate::figure::table::{Cell, Column, Table};
use crate::pages::about::fitting;
use crate::pages::set::no_figures;
use crate::parts::figure::figure;

/// Past so many in the window, a lane is drawn as columns.
const MOST_MARKS: usize = 60;

/// Rows of marks without words, at most.
const MOST_ROWS: usize = 8;

/// Up to so many, each says what it is.
const MOST_LABELS: usize = 16;

/// Height of a row with words and of one without.
const ROWS: [f64; 2] = [34.0, 24.0];

/// The narrowest mark, a dot.
const DOT: f64 = 10.0;

/// Something on the axis.
struct Item {
    lane: usize,
    from: Date,
    to: Date,
    label: String,
    name: String,
    href: String,
    report: ReportId,
    /// Drawn; a period that another mention drew already stands in the table alone.
    drawn: bool,
}

/// The kinds of fact of the lanes, for their colour.
const LANES: [Option<&str>; 4] = [None, Some("event"), Some("period"), Some("period")];

/// The axis of the filtered set.
pub fn show(scene: &Scene) -> AnyView {
    let items = items(scene);
    let Some(shown) = window(scene, &items) else { return no_figures(scene) };
    let words = scene.lang.time();
    let axis = Axis { shown, width: f64::from(scene.room) - 1.0 };
    let full = (0..LANES.len()).any(|lane| crowded(axis, &of_lane(&items, lane, shown).collect::<Vec<_>>()));
    let hint = if full { [words.hint, " ", words.bars_hint].concat() } else { words.hint.to_owned() };
    view! {
        {zoom(scene)}
        {figure(scene, &hint, drawing(scene, &items, shown), table(scene, &items))}
    }
    .into_any()
}

/// All dated things of the set, by their begin.
fn items(scene: &Scene) -> Vec<Item> {
    let lang = scene.lang;
    let mut items = Vec::new();
    for (id, report) in scene.reports() {
        if let Some(date) = report.published.as_deref().and_then(Date::parse) {
            let day = lang.date(&date.to_string());
            let title = scene.title(id);
            let name = [&day, " · ", title].concat();
            let href = scene.to_report(id);
            items.push(Item { lane: 0, from: date, to: date, label: day, name, href, report: id, drawn: true });
        }
        for event in &report.events {
            let Some(date) = event.date.as_deref().and_then(Date::parse) else { continue };
            let kind = lang.meeting(event.kind);
            let organiser = event.organiser.as_deref().unwrap_or_default();
            let day = lang.date(&date.to_string());
            let name = [kind, " · ", &day, if organiser.is_empty() { "" } else { " · " }, organiser].concat();
            let href = scene.to_quote(id, &event.quote);
            items.push(Item { lane: 1, from: date, to: date, label: kind.into(), name, href, report: id, drawn: true });
        }
        for period in &report.periods {
            let ends = [&period.start, &period.end].map(|end| end.as_deref().and_then(Date::parse));
            let [Some(from), Some(to)] = ends else { continue };
            let lane = if period.kind == PeriodKind::Term { 3 } else { 2 };
            let label = period.quote.as_str().to_owned();
            let name = [&label, " · ", &lang.between(&from.to_string(), Some(&to.to_string()))].concat();
            let href = scene.to_quote(id, &period.quote);
            items.push(Item { lane, from, to, label, name, href, report: id, drawn: true });
        }
    }
    soi::order::by_key(&mut items, |item| (item.from.first_day(), item.to.last_day(), item.lane, item.report.0));
    // One bar for all mentions of a period; the table has each.
    let mut first: Option<usize> = None;
    let mut counts = vec![1_usize; items.len()];
    for i in 0..items.len() {
        let same = first.filter(|&f| {
            let (a, b) = (&items[f], &items[i]);
            b.lane >= 2 && (a.lane, a.from, a.to) == (b.lane, b.from, b.to)
        });
        match same {
            Some(f) => {
                counts[f] += 1;
                items[i].drawn = false;
            }
            None => first = Some(i),
        }
    }
    let mentions = lang.time().mentions;
    for (item, count) in items.iter_mut().zip(counts).filter(|(_, count)| *count > 1) {
        item.name.push_str(&[" · ", &lang.number(count), " ", mentions].concat());
    }
    items
}

/// What the axis shows: the dates that are filtered by, else all; what a term reaches beyond the reports is cut.
fn window(scene: &Scene, items: &[Item]) -> Option<Span> {
    const BEFORE: f64 = 12.0;
    const AFTER: f64 = 6.0;
    let span = |item: &Item| Span::between(item.from, item.to);
    let all = items.iter().map(span).reduce(Span::with)?;
    let dated = items.iter().filter(|item| item.lane < 2).map(span).reduce(Span::with).unwrap_or(all);
    let from = all.from.max(dated.from - BEFORE).floor();
    let to = all.to.min(dated.to + AFTER).ceil();
    let whole = Span { from, to: to.max(from + 1.0) };
    let asked = scene.address.dates.map(|dates| Span {
        from: dates.start().map_or(whole.from, |date| Span::of(date).from),
        to: dates.end().map_or(whole.to, |date| Span::of(date).to),
    });
    Some(asked.filter(|asked| asked.years() > 0.0).unwrap_or(whole))
}

/// The way back from near to far: the month's year, its decade, all.
fn zoom(scene: &Scene) -> Option<AnyView> {
    let dates = scene.address.dates?;
    let (lang, words) = (scene.lang, scene.lang.time());
    let mut steps = vec![(words.all.to_owned(), scene.address.of_all_time().to_string())];
    if let (Some(from), Some(to)) = (dates.start(), dates.end())
        && from.year() / 10 == to.year() / 10
    {
        let first = from.year() / 10 * 10;
        let decade = DateRange::new(Date::new(first, None, None), Date::new(first + 9, None, None));
        let year = Date::new(from.year(), None, None).filter(|_| from.year() == to.year()).map(DateRange::from);
        let wider = [decade, year].into_iter().flatten().filter(|range| *range != dates);
        steps.extend(wider.map(|range| (lang.dates(range), scene.address.within(range).to_string())));
    }
    let items = steps.into_iter().map(|(label, href)| view! { <li><a href=href>{label}</a></li> }).collect_view();
    let here = lang.dates(dates);
    Some(
        view! {
            <nav class="modes" aria-label=words.zoom>
                <ul>{items} <li><a href=scene.address.to_string() aria-current="true">{here}</a></li></ul>
            </nav>
        }
        .into_any(),
    )
}

fn of_lane(items: &[Item], lane: usize, shown: Span) -> impl Iterator<Item = &Item> {
    let axis = Axis { shown, width: 1.0 };
    let inside = move |item: &&Item| axis.place(Span::between(item.from, item.to)).is_some();
    items.iter().filter(move |item| item.lane == lane && item.drawn).filter(inside)
}

/// Whether marks would be a smear, or a tower over one year.
fn crowded(axis: Axis, here: &[&Item]) -> bool {
    if here.len() <= MOST_LABELS || here.len() > MOST_MARKS {
        return here.len() > MOST_MARKS;
    }
    let mut stretches: Vec<(f64, f64)> = here
        .iter()
        .filter_map(|item| axis.place(Span::between(item.from, item.to)))
        .map(|(from, to)| (from, to.max(from + DOT)))
        .collect();
    soi::order::by(&mut stretches, |a, b| a.0.total_cmp(&b.0));
    rows(&stretches, 14.0).into_iter().any(|row| row >= MOST_ROWS)
}

fn drawing(scene: &Scene, items: &[Item], shown: Span) -> Picture {
    let words = scene.lang.time();
    let names = [words.published, words.meetings, words.periods, words.terms];
    let width = f64::from(scene.room);
    let axis = Axis { shown, width: width - 1.0 };
    let ticks = axis.ticks(44.0);
    let mut marks = Vec::new();
    let mut y = 28.0;
    for (lane, name) in names.into_iter().enumerate() {
        let here: Vec<&Item> = of_lane(items, lane, shown).collect();
        if here.is_empty() {
            continue;
        }
        marks.push(Mark::text("mark-bold", 0.0, y + 14.0, "start", name));
        y += 24.0;
        y = match crowded(axis, &here) {
            true => columns(scene, axis, &ticks, &here, lane, y, &mut marks),
            false => stack(axis, &here, lane, y, &mut marks),
        } + 10.0;
        marks.push(Mark::new("mark-rule", Shape::Line { x1: 0.0, y1: y - 4.0, x2: width, y2: y - 4.0 }));
    }
    // The ticks stand behind the marks, and again at the foot for a long picture.
    let mut back = Vec::new();
    for &(from, to) in &ticks {
        let Some((left, right)) = axis.place(Span::between(from, to)) else { continue };
        let range = DateRange::new(Some(from), Some(to)).unwrap_or_else(|| from.into());
        let text = match (from == to, from.month()) {
            (true, Some(_)) => scene.lang.day(&from.to_string()).unwrap_or_default(),
            (true, None) => from.to_string(),
            (false, _) => [&from.to_string(), "–", &to.to_string()[2..]].concat(),
        };
        back.push(Mark::new("mark-rule", Shape::Line { x1: left, y1: 0.0, x2: left, y2: y }));
        let text = if text.len() as f64 * 7.0 > right - left { String::new() } else { text };
        let target = Shape::Box { x: left + 1.0, y: 0.0, width: right - left - 2.0, height: 24.0, round: 2.0 };
        let current = scene.address.dates == Some(range);
        let href = scene.address.within(range).to_string();
        let target = Mark { current, ..Mark::new("mark-empty", target).named(scene.lang.dates(range)).to(href) };
        back.push(target);
        back.push(Mark::text("mark-bold mark-over", (left + right) / 2.0, 16.0, "middle", text));
    }
    back.append(&mut marks);
    Picture { width, height: y, marks: back }
}

/// Marks in rows, with their words above them where they are few; gives where the lane ends.
fn stack(axis: Axis, here: &[&Item], lane: usize, top: f64, marks: &mut Vec<Mark>) -> f64 {
    let labelled = here.len() <= MOST_LABELS;
    let pitch = ROWS[usize::from(!labelled)];
    let mut placed: Vec<(f64, f64, bool, String, &Item)> = Vec::new();
    for item in here {
        let Some((from, to)) = axis.place(Span::between(item.from, item.to)) else { continue };
        let spare = (DOT - (to - from)).max(0.0) / 2.0;
        let from = (from - spare).clamp(0.0, axis.width - DOT);
        let to = (to + spare).max(from + DOT).min(axis.width);
        let label = if labelled { fitting(&item.label, axis.width.min(220.0)) } else { String::new() };
        let long = label.chars().count() as f64 * 6.6;
        placed.push((from, to, from + long > axis.width, label, item));
    }
    let stretch = |&(from, to, flipped, ref label, _): &(f64, f64, bool, String, &Item)| {
        let long = label.chars().count() as f64 * 6.6;
        if flipped { (from.min(to - long), to) } else { (from, to.max(from + long)) }
    };
    soi::order::by(&mut placed, |a, b| stretch(a).0.total_cmp(&stretch(b).0));
    let stretches: Vec<(f64, f64)> = placed.iter().map(stretch).collect();
    let rows = rows(&stretches, if labelled { 8.0 } else { 14.0 });
    let count = rows.iter().max().map_or(0, |row| row + 1);
    for ((from, to, flipped, label, item), row) in placed.into_iter().zip(rows) {
        let y = top + row as f64 * pitch + if labelled { 16.0 } else { 4.0 };
        if !label.is_empty() {
            let (x, anchor) = if flipped { (to, "end") } else { (from, "start") };
            marks.push(Mark::text("mark-soft", x, y - 4.0, anchor, label));
        }
        let shape = Shape::Box { x: from, y, width: to - from, height: DOT, round: DOT / 2.0 };
        marks.push(Mark { kind: LANES[lane], ..Mark::new("", shape) }.named(&item.name).to(&item.href));
    }
    top + count as f64 * pitch
}

/// Columns that count by tick; each zooms to its tick.
fn columns(
    scene: &Scene,
    axis: Axis,
    ticks: &[(Date, Date)],
    here: &[&Item],
    lane: usize,
    top: f64,
    marks: &mut Vec<Mark>,
) -> f64 {
    const HEIGHT: f64 = 88.0;
    let count = |&(from, to): &(Date, Date)| {
        let range = DateRange::new(Some(from), Some(to));
        here.iter().filter(|item| range.is_some_and(|range| range.holds(item.from))).count()
    };
    let counts: Vec<usize> = ticks.iter().map(count).collect();
    let most = counts.iter().copied().max().unwrap_or_default().max(1) as f64;
    for (&(from, to), count) in ticks.iter().zip(counts).filter(|(_, count)| *count > 0) {
        let Some((left, right)) = axis.place(Span::between(from, to)) else { continue };
        let range = DateRange::new(Some(from), Some(to)).unwrap_or_else(|| from.into());
        let height = (count as f64 / most * (HEIGHT - 18.0)).max(2.0);
        let shape =
            Shape::Box { x: left + 2.0, y: top + HEIGHT - height, width: right - left - 4.0, height, round: 1.0 };
        let name = [&scene.lang.dates(range), ": ", &scene.lang.number(count)].concat();
        let href = scene.address.within(range).to_string();
        marks.push(Mark { kind: LANES[lane], ..Mark::new("", shape) }.named(name).to(href));
        let label = scene.lang.number(count);
        let y = top + HEIGHT - height - 4.0;
        marks.push(Mark::text("mark-soft", (left + right) / 2.0, y, "middle", label));
    }
    top + HEIGHT
}

fn table(scene: &Scene, items: &[Item]) -> Table {
    let (lang, words) = (scene.lang, scene.lang.time());
    let lanes = [words.published, words.meetings, words.periods, words.terms];
    let row = |item: &Item| {
        let cell = Cell::text(&item.label).to(&item.href);
        let date = |date: Date| Cell::date(Some(&date.to_string()), lang);
        vec![
            Cell::text(lanes[item.lane]),
            Cell { kind: LANES[item.lane], ..cell },
            date(item.from),
            date(item.to),
            Cell::text(scene.title(item.report)).to(scene.to_report(item.report)),
        ]
    };
    let columns = vec![
        Column::words("lane", words.lane),
        Column::quoted("what", words.what),
        Column::words("from", words.from),
        Column::words("to", words.to),
        Column::quoted("report", words.report),
    ];
    Table { key: "time", title: words.title.to_owned(), columns, rows: items.iter().map(row).collect() }
}
