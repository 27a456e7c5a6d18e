//! Sentences by role and area of work, and the chosen ones side by side by report.

use leptos::prelude::*;
use soi::explore::ReportId;
use soi::filter::{Choice, Facet, Selection};
use soi::report::{Area, Role};
use soi::views::statements::{Matrix, OfReport, OfYear, ROLES, by_year, without_statement_facets};

use crate::address::{Address, View};
use crate::figure::Scene;
use crate::figure::picture::{Mark, Picture, Shape};
use crate::figure::table::{Cell, Column, Table};
use crate::parts::figure::figure;
use crate::parts::more::more;
use crate::parts::quotes::quote_of_report;
use crate::parts::stages::{stage, stages};

/// Sentences drawn at first and by each "more", up to the end of a report.
const PORTION: usize = 60;

/// `of` where sentences of no area are asked for: no value of a facet says so.
const NO_AREA: &str = "no-area";

/// The matrix, and below it the sentences of what is chosen.
pub fn show(scene: &Scene) -> AnyView {
    let all = of_any_role(scene);
    let drawn = {
        let matrix = Matrix::of(&scene.explorer, &all);
        stage(scene, move |scene| {
            let (picture, table) = (picture(scene, &matrix), table(scene, &matrix));
            Some(figure(scene, scene.lang.statements().matrix_hint, picture, table))
        })
    };
    let below = stage(scene, move |scene| Some(said(scene, all)));
    stages(scene, vec![drawn, below]).into_any()
}

/// The sentences of the set, of whichever role and area.
pub(super) fn of_any_role(scene: &Scene) -> Vec<(ReportId, usize)> {
    let choices = without_statement_facets(&scene.address.choices);
    scene.explorer.statements(&Selection { choices, ..scene.address.selection() })
}

/// The sentences by year and report.
fn said(scene: &Scene, all: Vec<(ReportId, usize)>) -> AnyView {
    let words = scene.lang.statements();
    let (chosen, name, hint) = chosen(scene, all);
    let count = chosen.len();
    let years = by_year(&scene.explorer, &chosen);
    let title = [name, " · ", &scene.lang.sentences(count)].concat();
    let below = if years.is_empty() { view! { <p>{words.none}</p> }.into_any() } else { years_view(scene, years) };
    view! {
        <section class="said" id="said">
            <h2 class="figure-title" aria-live="polite">{title}</h2>
            <p class="figure-hint">{hint}</p>
            {below}
        </section>
    }
    .into_any()
}

/// The sentences to read: those chosen, else the shortcomings, which nobody should have to look for.
fn chosen(scene: &Scene, all: Vec<(ReportId, usize)>) -> (Vec<(ReportId, usize)>, &'static str, &'static str) {
    let words = scene.lang.statements();
    let statement = |&(report, at): &(ReportId, usize)| scene.explorer.report(report).statements.get(at);
    let narrowed = scene.address.choices.iter().any(|choice| matches!(choice.facet, Facet::Role | Facet::Area));
    let without_area = scene.address.of.as_deref() == Some(NO_AREA);
    if !narrowed && !without_area {
        let short = |at: &(ReportId, usize)| statement(at).is_some_and(|found| found.role == Role::Shortcoming);
        let name = scene.lang.role(Role::Shortcoming);
        return (all.into_iter().filter(short).collect(), name, words.choose_first);
    }
    let mut found = scene.explorer.statements(&scene.address.selection());
    if without_area {
        found.retain(|at| statement(at).is_some_and(|found| found.areas.is_empty()));
    }
    (found, words.chosen, words.chosen_hint)
}

/// The view with just this role and area chosen.
pub(super) fn to(scene: &Scene, role: Option<Role>, area: Option<Option<Area>>) -> String {
    let mut choices = without_statement_facets(&scene.address.choices);
    let mut put = |facet, value: &str| choices.push(Choice { facet, value: value.to_owned(), exclude: false });
    if let Some(role) = role {
        put(Facet::Role, role.as_str());
    }
    if let Some(Some(area)) = area {
        put(Facet::Area, area.as_str());
    }
    let of = (area == Some(None)).then(|| NO_AREA.to_owned());
    Address { choices, of, ..scene.address.showing(View::Statements) }.to_string()
}

/// Whether exactly this is chosen.
fn is_chosen(scene: &Scene, role: Option<Role>, area: Option<Option<Area>>) -> bool {
    let values = |facet| scene.address.choices.iter().filter(move |choice| choice.facet == facet);
    let just = |facet, wanted: Option<&str>| match wanted {
        None => values(facet).count() == 0,
        Some(wanted) => values(facet).count() == 1 && values(facet).all(|c| c.value == wanted && !c.exclude),
    };
    let without_area = scene.address.of.as_deref() == Some(NO_AREA);
    just(Facet::Role, role.map(Role::as_str))
        && just(Facet::Area, area.flatten().map(Area::as_str))
        && without_area == (area == Some(None))
}

/// So many sentences of a role and an area, leading to them.
pub(super) fn count_cell(scene: &Scene, count: usize, role: Role, area: Option<Area>) -> Cell {
    let cell = Cell::count(count, scene.lang);
    if count == 0 { cell } else { cell.to(to(scene, Some(role), Some(area))).of(role.as_str()) }
}

/// The rows: every area, then none.
pub(super) fn areas() -> impl Iterator<Item = Option<Area>> {
    Area::ALL.iter().copied().map(Some).chain([None])
}

pub(super) fn area_name(scene: &Scene, area: Option<Area>) -> &'static str {
    area.map_or(scene.lang.statements().no_area, |area| scene.lang.area(area))
}

fn percent(count: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { (count as f64 * 100.0 / of as f64).round() }
}

/// A share in whole per cent: `12 %`.
fn share(scene: &Scene, count: usize, of: usize) -> String {
    [&scene.lang.decimal(percent(count, of)), " %"].concat()
}

fn picture(scene: &Scene, matrix: &Matrix) -> Picture {
    const ROW: f64 = 30.0;
    let (lang, words) = (scene.lang, scene.lang.statements());
    let room = f64::from(scene.room).min(760.0);
    let label = if room < 480.0 { 150.0 } else { 190.0 };
    let width = (room - label) / ROLES.len() as f64;
    let roomy = width >= 90.0;
    // Narrow columns have their headings in two lines in turn.
    let head = if roomy { 26.0 } else { 42.0 };
    let most = matrix.most().max(1) as f64;
    let (mut marks, mut empty) = (Vec::new(), Vec::new());
    let mut linked = |mark: Mark, role, area, name: String| {
        let current = is_chosen(scene, role, area);
        let href = if current { to(scene, None, None) } else { to(scene, role, area) };
        marks.push(Mark { current, ..mark.named(name).to(href) });
    };
    for (column, &role) in ROLES.iter().enumerate() {
        let x = label + width * (column as f64 + 0.5);
        let name = lang.role(role);
        let said = [name, ": ", &lang.sentences(matrix.totals[column])].concat();
        let y = if roomy || column % 2 == 0 { head - 9.0 } else { head - 25.0 };
        linked(Mark::text("mark-bold", x, y, "middle", name), Some(role), None, said);
    }
    for (row, area) in areas().enumerate() {
        let y = head + ROW * row as f64;
        let name = area_name(scene, area);
        let mark = Mark::text("", 0.0, y + ROW / 2.0 + 4.0, "start", name);
        linked(mark, None, Some(area), name.to_owned());
        for (column, &role) in ROLES.iter().enumerate() {
            let count = matrix.cells[row][column];
            let x = label + width * column as f64;
            let shape = Shape::Box { x: x + 1.0, y: y + 1.0, width: width - 2.0, height: ROW - 2.0, round: 2.0 };
            if count == 0 {
                empty.push(Mark::new("mark-empty", shape));
                continue;
            }
            let strength = 0.08 + 0.4 * (count as f64 / most).sqrt();
            let mark = Mark { strength: Some(strength as f32), ..Mark::new("mark-heat", shape).of(role.as_str()) };
            let part = share(scene, count, matrix.totals[column]);
            let said =
                [name, ", ", lang.role(role), ": ", &lang.sentences(count), ", ", &part, " ", words.share].concat();
            linked(mark, Some(role), Some(area), said);
        }
    }
    marks.append(&mut empty);
    for (row, cells) in matrix.cells.iter().enumerate() {
        for (column, &count) in cells.iter().enumerate() {
            let x = label + width * (column as f64 + 0.5);
            let y = head + ROW * (row as f64 + 0.5) + 4.0;
            let text = match (count, roomy) {
                (0, _) => "–".to_owned(),
                (_, true) => [&lang.number(count), " · ", &share(scene, count, matrix.totals[column])].concat(),
                (_, false) => lang.number(count),
            };
            let class = if count == 0 { "mark-still mark-soft" } else { "mark-still" };
            marks.push(Mark::text(class, x, y, "middle", text));
        }
    }
    Picture { width: room, height: head + ROW * matrix.cells.len() as f64 + 2.0, marks }
}

fn table(scene: &Scene, matrix: &Matrix) -> Table {
    let (lang, words) = (scene.lang, scene.lang.statements());
    const KEYS: [(&str, &str); 4] = [
        ("result", "result-share"),
        ("shortcoming", "shortcoming-share"),
        ("task", "task-share"),
        ("context", "context-share"),
    ];
    let mut columns = vec![Column::words("area", words.area)];
    for (&role, (key, share)) in ROLES.iter().zip(KEYS) {
        columns.push(Column::number(key, lang.role(role)));
        columns.push(Column::number(share, ["% ", words.share].concat()));
    }
    let mut rows = Vec::new();
    for (row, area) in areas().enumerate() {
        let mut cells = vec![Cell::text(area_name(scene, area)).to(to(scene, None, Some(area)))];
        for (column, &role) in ROLES.iter().enumerate() {
            let count = matrix.cells[row][column];
            let cell = count_cell(scene, count, role, area);
            let share = Cell {
                value: Some(percent(count, matrix.totals[column])),
                ..Cell::text(share(scene, count, matrix.totals[column])).led_by(&cell)
            };
            cells.extend([cell, share]);
        }
        rows.push(cells);
    }
    let mut totals = vec![Cell::text(words.total)];
    for (column, &role) in ROLES.iter().enumerate() {
        totals.push(Cell::count(matrix.totals[column], lang).to(to(scene, Some(role), None)));
        totals.push(Cell::default());
    }
    rows.push(totals);
    Table { key: "statements", title: words.matrix.to_owned(), columns, rows }
}

/// The sentences by year and report.
fn years_view(scene: &Scene, years: Vec<OfYear>) -> AnyView {
    let total: usize = years.iter().map(OfYear::count).sum();
    let shown = RwSignal::new(PORTION);
    let words = scene.lang.words();
    let scene = scene.clone();
    let items = move || {
        let mut left = shown.get();
        let mut out = Vec::new();
        for of in &years {
            if left == 0 {
                break;
            }
            let mut reports = Vec::new();
            for of in &of.reports {
                if left == 0 {
                    break;
                }
                left = left.saturating_sub(of.statements.len());
                reports.push(report_view(&scene, of));
            }
            let year = of.year.clone().unwrap_or_else(|| scene.lang.statements().no_year.to_owned());
            let count = scene.lang.sentences(of.count());
            out.push(
                view! {
                    <section class="said-year">
                        <h3>{year} <span class="said-count">{count}</span></h3>
                        <div class="said-reports">{reports}</div>
                    </section>
                }
                .into_any(),
            );
        }
        out
    };
    let more = more(shown, total, PORTION, words.more);
    view! {
        {items}
        {more}
    }
    .into_any()
}

fn report_view(scene: &Scene, of: &OfReport) -> AnyView {
    let quotes: Vec<AnyView> = of.statements.iter().filter_map(|&at| quote_of_report(scene, of.report, at)).collect();
    view! {
        <section class="said-report">
            <h4 lang="vi">
                <a href=scene.to_report(of.report)>{scene.title(of.report).to_owned()}</a>
            </h4>
            <p class="said-byline">{scene.byline(of.report)}</p>
            <ol class="quotes">{quotes}</ol>
        </section>
    }
    .into_any()
}
