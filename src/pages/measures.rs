//! Every number that states a result, a target or a size; those of one subject and unit on one axis.

use leptos::prelude::*;
use soi::geometry::scale::Scale;
use soi::order;
use soi::report::{Comparator, Measure, MeasureRole};
use soi::text::lower_text;
use soi::views::measures::{Reading, Series, asked, key, series};

use crate::figure::Scene;
use crate::figure::picture::{Mark, Picture, Shape};
use crate::figure::table::{Cell, Column, Table};
use crate::i18n::measures::Words;
use crate::pages::about::{capped, date_cell, fitting, head, ids, missing, organiser, organiser_cell, report_cell};
use crate::pages::set::no_figures;
use crate::parts::figure::{figure, table_figure, table_figure_of};
use crate::parts::stages::{stage, stages};

/// Lines of a picture.
const MOST: usize = 40;

/// Rows of the table; an export holds all.
const ROWS: usize = 500;

/// Searches by number that a reader may start from.
const TESTS: [(&str, &str); 4] = [
    ("≥ 90 %", "số liệu:>=90%"),
    ("100 %", "số liệu:=100%"),
    ("< 90 %", "số liệu:<90%"),
    ("≥ 1.000", "số liệu:>=1000"),
];

/// The measures of the filtered set, or of one subject and unit.
pub fn show(scene: &Scene) -> AnyView {
    let inside = match scene.address.of.as_deref() {
        Some(of) => one(scene, of),
        None => all(scene),
    };
    view! { <div class="cards">{inside}</div> }.into_any()
}

fn all(scene: &Scene) -> AnyView {
    let words = scene.lang.measures();
    let node = scene.explorer.read(&scene.address.query).0;
    let mut readings = Vec::new();
    for (report, page) in scene.reports() {
        let wanted = page.measures.iter().enumerate().filter(|(_, measure)| asked(&node, measure));
        readings.extend(wanted.map(|(entry, _)| Reading { report, entry }));
    }
    if readings.is_empty() {
        return no_figures(scene);
    }
    let tests = TESTS.map(|(text, query)| {
        let href = scene.address.searching(query).to_string();
        view! { <a href=href>{text}</a> }.into_any()
    });
    let tests =
        view! { <p class="measures-tests">{words.hint} {tests.collect_view()} {words.hint_open}</p> }.into_any();
    let listed = stage(scene, move |scene| Some(listed(scene, readings)));
    stages(scene, vec![stage(scene, comparable), stage(scene, |_| Some(tests)), listed]).into_any()
}

/// Those of one subject and unit, a line for each.
fn comparable(scene: &Scene) -> Option<AnyView> {
    let words = scene.lang.measures();
    let mut comparable = series(&scene.explorer, ids(scene));
    comparable.retain(|series| series.readings.len() > 1);
    let (all, drawn) = (comparable.len(), comparable.len().min(MOST));
    let hint = [words.comparable_hint, &capped(scene, drawn, all)].concat();
    (all > 0).then(|| {
        let picture = overview(scene, &comparable[..drawn]);
        let table = overview_table(scene, &comparable[..all.min(ROWS)]);
        view! { {legend(words)} {figure(scene, &hint, picture, table)} }.into_any()
    })
}

/// All in a table.
fn listed(scene: &Scene, readings: Vec<Reading>) -> AnyView {
    let rows = first(scene, &readings);
    let hint = capped(scene, rows.len(), readings.len());
    let table_of_first = table(scene, &rows);
    let scene_of_all = scene.clone();
    let whole = Box::new(move || table(&scene_of_all, &readings));
    table_figure_of(scene, &hint, table_of_first, whole)
}

/// The readings that the table draws: the first in its order. A corpus of thousands has tens of thousands of numbers,
/// and a row with its links costs more than its place in the order.
fn first(scene: &Scene, readings: &[Reading]) -> Vec<Reading> {
    if readings.len() <= ROWS {
        return readings.to_vec();
    }
    let Some(by) = &scene.address.order else { return readings[..ROWS].to_vec() };
    let text = |text: Option<&str>| Cell::text(text.unwrap_or_default());
    let key = |reading: Reading| {
        let measure = measure_of(scene, reading);
        match by.column.as_str() {
            "comparator" => Cell::text(scene.lang.comparator(measure.comparator)),
            "value" => Cell { value: Some(measure.value), ..Cell::default() },
            "unit" => text(measure.unit.as_deref()),
            "subject" => text(measure.subject.as_deref()),
            "action" => text(measure.action.as_deref()),
            "role" => Cell::text(scene.lang.measure_role(measure.role)),
            "period" => period_cell(scene, measure),
            "body" => text(organiser(scene, reading.report).map(|body| body.label())),
            _ => Cell::text(scene.title(reading.report)),
        }
    };
    let rows = readings.iter().map(|&reading| vec![key(reading)]);
    let columns = table(scene, &[]).columns.into_iter().filter(|column| column.key == by.column);
    let sorted = Table { columns: columns.collect(), rows: rows.collect(), ..Table::default() }.order_by(Some(by));
    sorted.into_iter().take(ROWS).map(|place| readings[place]).collect()
}

fn one(scene: &Scene, of: &str) -> AnyView {
    let words = scene.lang.measures();
    let found = series(&scene.explorer, ids(scene)).into_iter().find(|found| found.key == of);
    let Some(found) = found else { return missing(scene) };
    let mut readings = found.readings.clone();
    order::by_key(&mut readings, |&reading| (when(scene, reading), reading));
    let title = named(&found);
    let shown = &readings[..readings.len().min(MOST)];
    let hint = [words.readings_hint, &capped(scene, shown.len(), readings.len())].concat();
    let mut table = table(scene, &readings);
    table.title = words.title.to_owned();
    let pairs = pairs(scene, &readings);
    let drawn = Table { title: title.clone(), ..pairs };
    view! {
        {head(scene, &title, Some("measure"))}
        {legend(words)}
        {figure(scene, &hint, plot(scene, shown), drawn)}
        {table_figure(scene, "", table)}
    }
    .into_any()
}

/// `đảng viên (%)`.
fn named(series: &Series) -> String {
    match series.unit.as_str() {
        "" => series.subject.clone(),
        unit if lower_text(unit) == lower_text(&series.subject) => series.subject.clone(),
        unit => [&series.subject, " (", unit, ")"].concat(),
    }
}

fn measure_of(scene: &Scene, reading: Reading) -> &Measure {
    &scene.explorer.report(reading.report).measures[reading.entry]
}

/// The period that a measure speaks of, else the date of its report.
fn when(scene: &Scene, reading: Reading) -> String {
    let period = measure_of(scene, reading).period.as_deref();
    period.or_else(|| scene.date(reading.report)).unwrap_or_default().to_owned()
}

fn value_cell(scene: &Scene, reading: Reading) -> Cell {
    let measure = measure_of(scene, reading);
    let cell = Cell { value: Some(measure.value), ..Cell::text(scene.lang.measure(measure)) };
    cell.to(scene.to_quote(reading.report, &measure.quote)).of("measure")
}

fn period_cell(scene: &Scene, measure: &Measure) -> Cell {
    let text = measure.period.as_deref().map(|period| scene.lang.interval(period));
    Cell { sort: measure.period.clone(), ..Cell::text(text.unwrap_or_default()) }
}

/// One row for each measure.
fn table(scene: &Scene, readings: &[Reading]) -> Table {
    let (lang, words) = (scene.lang, scene.lang.measures());
    let row = |&reading: &Reading| {
        let measure = measure_of(scene, reading);
        let value = match measure.value_max {
            Some(most) => [&lang.decimal(measure.value), "–", &lang.decimal(most)].concat(),
            None => lang.decimal(measure.value),
        };
        let subject = Cell::text(measure.subject.as_deref().unwrap_or_default());
        let subject = match key(measure) {
            Some(key) => subject.to(scene.address.about(Some(&key)).to_string()),
            None => subject,
        };
        vec![
            Cell::text(lang.comparator(measure.comparator)),
            Cell { text: value, ..value_cell(scene, reading) },
            Cell::text(measure.unit.as_deref().unwrap_or_default()),
            subject,
            Cell::text(measure.action.as_deref().unwrap_or_default()),
            Cell::text(lang.measure_role(measure.role)),
            period_cell(scene, measure),
            organiser_cell(scene, reading.report),
            report_cell(scene, reading.report),
        ]
    };
    let columns = vec![
        Column::words("comparator", words.comparator),
        Column::number("value", words.value),
        Column::quoted("unit", words.unit),
        Column::quoted("subject", words.subject),
        Column::quoted("action", words.action),
        Column::words("role", words.role),
        Column::words("period", words.period),
        Column::quoted("body", words.body),
        Column::quoted("report", words.report),
    ];
    Table { key: "measures", title: words.title.to_owned(), columns, rows: readings.iter().map(row).collect() }
}

/// Targets beside results: a row for each body and period.
fn pairs(scene: &Scene, readings: &[Reading]) -> Table {
    let words = scene.lang.measures();
    let mut rows: Vec<((String, String), Vec<Cell>)> = Vec::new();
    for &reading in readings {
        let measure = measure_of(scene, reading);
        let body = organiser_cell(scene, reading.report);
        let whose = (body.text.clone(), when(scene, reading));
        let role = match measure.role {
            MeasureRole::Target => 2,
            MeasureRole::Result => 3,
            MeasureRole::Size => 4,
        };
        // The next measure of a role in one period has a row of its own: each leads to its sentence.
        let free = rows.iter_mut().find(|(other, row)| *other == whose && row[role].text.is_empty());
        if let Some((_, row)) = free {
            row[role] = value_cell(scene, reading);
            continue;
        }
        let period = period_cell(scene, measure);
        let mut row = vec![body, period, Cell::default(), Cell::default(), Cell::default()];
        row[role] = value_cell(scene, reading);
        row.push(date_cell(scene, reading.report));
        row.push(report_cell(scene, reading.report));
        rows.push((whose, row));
    }
    order::by(&mut rows, |a, b| a.0.cmp(&b.0));
    let columns = vec![
        Column::quoted("body", words.body),
        Column::words("period", words.period),
        Column::number("target", words.legend_target),
        Column::number("result", words.legend_result),
        Column::number("size", words.legend_size),
        Column::words("date", words.date),
        Column::quoted("report", words.report),
    ];
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Table { key: "pairs", title: words.pairs.to_owned(), columns, rows }
}

/// The least and the greatest value of a series.
pub(super) fn ends(scene: &Scene, series: &Series) -> [Cell; 2] {
    let mut readings = series.readings.clone();
    order::by(&mut readings, |&a, &b| measure_of(scene, a).value.total_cmp(&measure_of(scene, b).value));
    [readings.first(), readings.last()].map(|end| end.map(|&reading| value_cell(scene, reading)).unwrap_or_default())
}

fn overview_table(scene: &Scene, comparable: &[Series]) -> Table {
    let (lang, words) = (scene.lang, scene.lang.measures());
    let rows = comparable.iter().map(|series| {
        let [least, most] = ends(scene, series);
        let subject = Cell::text(&series.subject).to(scene.address.about(Some(&series.key)).to_string());
        let count = Cell::count(series.readings.len(), lang).led_by(&subject);
        vec![subject, Cell::text(&series.unit), count, least, most]
    });
    let columns = vec![
        Column::quoted("subject", words.subject),
        Column::quoted("unit", words.unit),
        Column::number("count", words.count),
        Column::number("least", words.least),
        Column::number("most", words.most),
    ];
    Table { key: "comparable", title: words.comparable.to_owned(), columns, rows: rows.collect() }
}

/// Where labels, marks and values of a picture's lines stand.
struct Lines {
    width: f64,
    /// Marks from here to there.
    from: f64,
    to: f64,
    height: f64,
    /// Labels stand above the marks: there is no room beside them.
    stacked: bool,
}

impl Lines {
    fn of(scene: &Scene) -> Self {
        let width = f64::from(scene.room);
        let stacked = width < 600.0;
        let (from, to) = if stacked { (8.0, width - 110.0) } else { ((width * 0.42).min(400.0), width - 130.0) };
        Self { width, from, to, height: if stacked { 48.0 } else { 26.0 }, stacked }
    }

    /// Middle of a line's marks.
    fn middle(&self, line: usize) -> f64 {
        let top = line as f64 * self.height + 8.0;
        if self.stacked { top + 32.0 } else { top + self.height / 2.0 }
    }

    /// A line: its label, its end, and the box over both that leads somewhere.
    fn line(
        &self,
        marks: &mut Vec<Mark>,
        line: usize,
        label: &str,
        end: &str,
        glyphs: Vec<Mark>,
        to: (String, String),
    ) {
        let y = self.middle(line);
        let (label_y, room) = if self.stacked { (y - 16.0, self.width) } else { (y + 4.0, self.from - 16.0) };
        marks.push(Mark::text("mark-label", 0.0, label_y, "start", fitting(label, room)));
        let (x1, x2) = (self.from, self.to);
        marks.push(Mark::new("mark-rule", Shape::Line { x1, y1: y, x2, y2: y }));
        marks.extend(glyphs);
        marks.push(Mark::text("mark-soft", self.width, y + 4.0, "end", fitting(end, self.width - self.to - 8.0)));
        let top = line as f64 * self.height + 8.0;
        let over = Shape::Box { x: 0.0, y: top, width: self.width, height: self.height, round: 2.0 };
        marks.push(Mark::new("mark-hit", over).named(to.0).to(to.1));
    }
}

/// The mark of a measure: its form says the role, an arrow or a bar that it is no single value.
fn glyph(measure: &Measure, scale: Scale, y: f64, ends: (f64, f64)) -> Vec<Mark> {
    let role = match measure.role {
        MeasureRole::Result => "result",
        MeasureRole::Target => "task",
        MeasureRole::Size => "context",
    };
    let mut out = Vec::new();
    let x = scale.at(measure.value);
    let n = crate::parts::picture::px;
    let arrow = |to: f64| {
        let back = if to > x { to - 6.0 } else { to + 6.0 };
        let d = ["M", &n(x), " ", &n(y), "H", &n(to), "M", &n(back), " ", &n(y - 4.0), "L", &n(to), " ", &n(y), "L"];
        Mark::new("mark-line", Shape::Path { d: [&d.concat(), n(back).as_str(), " ", &n(y + 4.0)].concat() }).of(role)
    };
    match measure.comparator {
        Comparator::Greater | Comparator::AtLeast => out.push(arrow(ends.1.max(x + 14.0))),
        Comparator::Less | Comparator::AtMost => out.push(arrow(ends.0.min(x - 14.0))),
        Comparator::About => {
            let around = Shape::Box { x: x - 12.0, y: y - 3.0, width: 24.0, height: 6.0, round: 3.0 };
            out.push(Mark::new("mark-faint", around).of(role));
        }
        Comparator::Equal => {}
    }
    if let Some(most) = measure.value_max {
        let to = scale.at(most);
        let bar = Shape::Box { x, y: y - 3.0, width: (to - x).max(2.0), height: 6.0, round: 3.0 };
        out.push(Mark::new("mark-faint", bar).of(role));
        out.push(point(measure.role, to, y, "").of(role));
    }
    // Strictly above or below: the value itself does not belong.
    let class = match measure.comparator {
        Comparator::Greater | Comparator::Less => "mark-hollow",
        _ => "",
    };
    out.push(point(measure.role, x, y, class).of(role));
    out
}

/// A dot, a diamond or a square.
fn point(role: MeasureRole, x: f64, y: f64, class: &'static str) -> Mark {
    let n = crate::parts::picture::px;
    let shape = match role {
        MeasureRole::Result => Shape::Dot { x, y, radius: 5.0 },
        MeasureRole::Target => {
            let corners = [(x, y - 6.5), (x + 6.5, y), (x, y + 6.5), (x - 6.5, y)];
            let corners = corners.map(|(x, y)| [n(x), n(y)].join(" "));
            Shape::Path { d: ["M", &corners.join("L"), "Z"].concat() }
        }
        MeasureRole::Size => Shape::Box { x: x - 4.5, y: y - 4.5, width: 9.0, height: 9.0, round: 0.0 },
    };
    Mark::new(class, shape)
}

/// The values that an axis must hold; percentages are seen against 0 and 100.
fn values<'a>(measures: impl Iterator<Item = &'a Measure>) -> Vec<f64> {
    let mut out = Vec::new();
    for measure in measures {
        out.extend([measure.value, measure.value_max.unwrap_or(measure.value)]);
        if measure.unit.as_deref() == Some("%") {
            out.push(100.0);
        }
    }
    out
}

/// One line for each series, its measures on it.
fn overview(scene: &Scene, comparable: &[Series]) -> Picture {
    let (lang, words) = (scene.lang, scene.lang.measures());
    let lines = Lines::of(scene);
    let mut marks = Vec::new();
    for (i, series) in comparable.iter().enumerate() {
        let measures = || series.readings.iter().map(|&reading| measure_of(scene, reading));
        // Hundreds of dots in one line are a smear: as many as one tells apart. A result that meets its target lies on
        // it and is smaller.
        let mut drawn: Vec<&Measure> = measures().take(60).collect();
        order::by_key(&mut drawn, |measure| measure.role != MeasureRole::Target);
        let scale = Scale::over(values(measures()).into_iter(), 5, lines.from + 8.0, lines.to - lines.from - 24.0);
        let glyphs = drawn
            .into_iter()
            .flat_map(|measure| glyph(measure, scale, lines.middle(i), (lines.from + 2.0, lines.to - 4.0)));
        let (least, most) = measures().fold((f64::MAX, f64::MIN), |(least, most), measure| {
            (least.min(measure.value), most.max(measure.value_max.unwrap_or(measure.value)))
        });
        let unit = if series.unit == "%" { " %" } else { "" };
        let end = if least < most {
            [&lang.decimal(least), "–", &lang.decimal(most), unit].concat()
        } else {
            [&lang.decimal(least), unit].concat()
        };
        let count = lang.number(series.readings.len());
        let name = [&named(series), ": ", &count, " ", &lower_text(words.count), ", ", &end].concat();
        let label = [&named(series), " · ", &count].concat();
        let href = scene.address.about(Some(&series.key)).to_string();
        lines.line(&mut marks, i, &label, &end, glyphs.collect(), (name, href));
    }
    Picture { width: lines.width, height: comparable.len() as f64 * lines.height + 16.0, marks }
}

/// One line for each measure, all on one axis.
fn plot(scene: &Scene, readings: &[Reading]) -> Picture {
    let lang = scene.lang;
    let lines = Lines::of(scene);
    let values = values(readings.iter().map(|&reading| measure_of(scene, reading)));
    let ticks = if lines.stacked { 3 } else { 5 };
    let scale = Scale::over(values.into_iter(), ticks, lines.from + 8.0, lines.to - lines.from - 24.0);
    let mut marks = Vec::new();
    let bottom = readings.len() as f64 * lines.height + 12.0;
    for tick in scale.ticks() {
        let x = scale.at(tick);
        marks.push(Mark::new("mark-rule", Shape::Line { x1: x, y1: 8.0, x2: x, y2: bottom }));
        marks.push(Mark::text("mark-soft", x, bottom + 16.0, "middle", lang.decimal(tick)));
    }
    for (i, &reading) in readings.iter().enumerate() {
        let measure = measure_of(scene, reading);
        let time = match &measure.period {
            Some(period) => lang.interval(period),
            None => scene.date(reading.report).map(|date| lang.date(date)).unwrap_or_default(),
        };
        let whose = organiser(scene, reading.report).map_or_else(|| scene.title(reading.report), |body| body.label());
        let action = measure.action.as_deref().unwrap_or_default();
        let label = [action, &time, whose].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let end = lang.measure(measure);
        let role = lang.measure_role(measure.role);
        let sign = lang.comparator(measure.comparator);
        let name = [role, ": ", sign, " ", &end, ", ", &label].concat();
        let glyphs = glyph(measure, scale, lines.middle(i), (lines.from + 2.0, lines.to - 4.0));
        lines.line(&mut marks, i, &label, &end, glyphs, (name, scene.to_quote(reading.report, &measure.quote)));
    }
    Picture { width: lines.width, height: bottom + 24.0, marks }
}

/// What the forms of the marks say.
fn legend(words: &'static Words) -> AnyView {
    let forms = [
        ("result", "M2 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z", "mark", words.legend_result),
        ("task", "M7 1.5L13.5 8L7 14.5L.5 8Z", "mark", words.legend_target),
        ("context", "M2.5 3.5H11.5V12.5H2.5Z", "mark", words.legend_size),
        ("result", "M2 8H20M15 4L20 8L15 12", "mark mark-line", words.legend_open),
        ("result", "M2 5H20V11H2Z", "mark mark-faint", words.legend_range),
    ];
    let items = forms.map(|(role, d, class, name)| {
        view! {
            <li>
                <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
                    <path class=class data-role=role d=d></path>
                </svg>
                {name}
            </li>
        }
    });
    view! { <ul class="measures-legend">{items.collect_view()}</ul> }.into_any()
}
