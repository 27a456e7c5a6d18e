//! What the pages about one person, body, instrument or subject share.

use leptos::prelude::*;
use soi::explore::{Identity, Note, ReportId};
use soi::filter::Facet;
use soi::link::Reason;
use soi::report::Event;
use soi::text::lower_text;

use crate::address::View;
use crate::figure::Scene;
use crate::figure::picture::{Mark, Picture, Shape};
use crate::figure::table::{Cell, Table};
use crate::parts::figure::table_figure;
use crate::parts::quotes::quotes;
use crate::timeline;

/// The view that has a page for each identity of a facet.
pub const fn view_of(facet: Facet) -> View {
    match facet {
        Facet::Person => View::People,
        Facet::Directive => View::Directives,
        _ => View::Bodies,
    }
}

/// `data-kind` of an identity.
pub const fn kind_of(facet: Facet) -> &'static str {
    match facet {
        Facet::Person => "person",
        Facet::Directive => "directive",
        Facet::Place => "place",
        _ => "organisation",
    }
}

/// The link to the page of an identity; search and filters stay.
pub fn to_identity(scene: &Scene, identity: Identity<'_>) -> String {
    scene.address.showing(view_of(identity.facet())).about(Some(identity.key())).to_string()
}

/// Its name, and what tells it from others of that name.
pub fn name_of(scene: &Scene, identity: Identity<'_>) -> String {
    let note = match identity.note() {
        Some(Note::Province(province)) => province.to_string(),
        Some(&Note::Report(report)) => scene.date(report).map(|date| scene.lang.date(day(date))).unwrap_or_default(),
        None => String::new(),
    };
    if note.is_empty() { identity.label().to_owned() } else { [identity.label(), " (", &note, ")"].concat() }
}

/// That a reader says which of its names are one, where that is so.
pub fn told_cells(scene: &Scene, identity: Identity<'_>) -> Vec<Cell> {
    let told = (identity.reason() == Reason::Told).then(|| scene.lang.about().told);
    cells(told.into_iter().collect())
}

/// A cell with the name of an identity, leading to its page.
pub fn identity_cell(scene: &Scene, identity: Identity<'_>) -> Cell {
    Cell::text(name_of(scene, identity)).to(to_identity(scene, identity)).of(kind_of(identity.facet()))
}

/// The meeting that a report is about.
pub fn main_meeting(scene: &Scene, report: ReportId) -> Option<&Event> {
    scene.explorer.report(report).events.iter().find(|event| event.main)
}

/// The body that held the meeting that a report is about: whose figures and doings it reports.
pub fn organiser(scene: &Scene, report: ReportId) -> Option<Identity<'_>> {
    let name = main_meeting(scene, report)?.organiser.as_deref()?;
    let bodies = &scene.explorer.report(report).organisations;
    let entry = bodies.iter().position(|body| body.name == name)?;
    scene.explorer.entity_of(Facet::Organisation, report, entry)
}

/// A cell with the body that held the report's meeting.
pub fn organiser_cell(scene: &Scene, report: ReportId) -> Cell {
    organiser(scene, report).map(|body| identity_cell(scene, body)).unwrap_or_default()
}

/// `kiểm điểm, 20-6-2018`: the meeting that a report is about, leading to where it is named.
pub fn meeting_cell(scene: &Scene, report: ReportId) -> Cell {
    let Some(event) = main_meeting(scene, report) else { return Cell::default() };
    let date = event.date.as_deref().map(|date| scene.lang.date(date));
    let text = [Some(scene.lang.meeting(event.kind).to_owned()), date].into_iter().flatten().collect::<Vec<_>>();
    Cell { sort: event.date.clone(), ..Cell::text(text.join(", ")) }
        .to(scene.to_quote(report, &event.quote))
        .of("event")
}

/// A cell with a report's title, leading to it.
pub fn report_cell(scene: &Scene, report: ReportId) -> Cell {
    Cell::text(scene.title(report)).to(scene.to_report(report))
}

/// A cell with a report's date, to the day.
pub fn date_cell(scene: &Scene, report: ReportId) -> Cell {
    Cell { sort: scene.date(report).map(str::to_owned), ..Cell::date(scene.date(report).map(day), scene.lang) }
}

/// An ISO date without its time.
fn day(iso: &str) -> &str {
    iso.split('T').next().unwrap_or(iso)
}

/// Name of what the page is about, and the way back to all.
pub fn head(scene: &Scene, title: &str, kind: Option<&'static str>) -> AnyView {
    let back = scene.address.about(None).to_string();
    let all = [scene.lang.about().all, " ", &lower_text(scene.lang.view(scene.address.view))].concat();
    let title = title.to_owned();
    view! {
        <div class="about-head" data-kind=kind>
            <a class="about-back" href=back>
                "← "
                {all}
            </a>
            <h2 class="about-title" lang="vi">
                {title}
            </h2>
        </div>
    }
    .into_any()
}

/// A list of terms, each with what is said of it; those of which nothing is said are left out.
pub fn facts(rows: Vec<(&'static str, Vec<Cell>)>) -> AnyView {
    let rows: Vec<AnyView> = rows
        .into_iter()
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.text.is_empty()))
        .map(|(name, cells)| {
            let cells: Vec<AnyView> = cells
                .into_iter()
                .filter(|cell| !cell.text.is_empty())
                .map(|cell| match cell.href {
                    Some(href) => view! {
                        <dd>
                            <a href=href>{cell.text}</a>
                        </dd>
                    }
                    .into_any(),
                    None => view! { <dd>{cell.text}</dd> }.into_any(),
                })
                .collect();
            view! {
                <div>
                    <dt>{name}</dt>
                    {cells}
                </div>
            }
            .into_any()
        })
        .collect();
    view! { <dl class="about-facts">{rows}</dl> }.into_any()
}

/// What the page says where the corpus has no such thing, or the filtered set does not name it.
pub fn missing(scene: &Scene) -> AnyView {
    let back = scene.address.about(None).to_string();
    let words = scene.lang.about();
    view! {
        <div class="reports-empty">
            <p>
                {words.missing} " " <a href=back>{words.all} " " {lower_text(scene.lang.view(scene.address.view))}</a>
            </p>
        </div>
    }
    .into_any()
}

/// As much of a text as fits into so many pixels of the pictures' letters.
pub fn fitting(text: &str, room: f64) -> String {
    let most = (room / 6.4).max(4.0) as usize;
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut out: String = text.chars().take(most - 1).collect();
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// `30 / 412`, for the hint of a figure that draws but the first; empty where it draws all.
pub fn capped(scene: &Scene, drawn: usize, all: usize) -> String {
    if drawn >= all {
        return String::new();
    }
    let words = scene.lang.about();
    [" ", words.drawn, " ", &scene.lang.number(drawn), " / ", &scene.lang.number(all), "."].concat()
}

/// The ids of the filtered set.
pub fn ids(scene: &Scene) -> impl Iterator<Item = ReportId> {
    scene.answer.hits.iter().map(|hit| hit.report)
}

/// One or several values of an instrument or a body, each once, the most frequent first.
pub fn values<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for value in all {
        match counts.iter_mut().find(|(other, _)| lower_text(other) == lower_text(value)) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    soi::order::by_key(&mut counts, |&(_, count)| std::cmp::Reverse(count));
    counts.into_iter().map(|(value, _)| value).collect()
}

/// Cells without links.
pub fn cells(texts: Vec<&str>) -> Vec<Cell> {
    texts.into_iter().map(Cell::text).collect()
}

/// The reports on an axis of years, each as wide as its date is imprecise and leading where it is said to.
pub fn times(scene: &Scene, items: &[(ReportId, String, String)], kind: &'static str) -> Picture {
    const ROW: f64 = 24.0;
    let width = f64::from(scene.room);
    let (from, length) = (12.0, width - 24.0);
    let dates = items.iter().map(|&(report, ..)| scene.date(report));
    let axis = timeline::lay_out(dates, (ROW / length * 10_000.0) as u32);
    let at = |share: u32| from + f64::from(share) / 10_000.0 * length;
    let bottom = axis.rows.max(1) as f64 * ROW + 8.0;
    let mut marks = vec![Mark::new("mark-axis", Shape::Line { x1: from, y1: bottom, x2: from + length, y2: bottom })];
    // So many years that their names stand apart.
    let every = (axis.years * 44).div_ceil(length as u32).max(1);
    for year in (0..axis.years).step_by(every as usize) {
        let x = at((u64::from(year) * 10_000 / u64::from(axis.years.max(1))) as u32);
        marks.push(Mark::new("mark-rule", Shape::Line { x1: x, y1: 4.0, x2: x, y2: bottom + 4.0 }));
        let name = (axis.first_year + year as i32).to_string();
        marks.push(Mark::text("mark-soft", x + 4.0, bottom + 16.0, "start", name));
    }
    for mark in &axis.marks {
        let (_, name, href) = &items[mark.index];
        let y = bottom - (mark.row as f64 + 0.5) * ROW;
        let long = f64::from(mark.width) / 10_000.0 * length;
        let middle = at(mark.left) + long / 2.0;
        let seen = match long > 10.0 {
            true => Shape::Box { x: at(mark.left), y: y - 4.0, width: long, height: 8.0, round: 4.0 },
            false => Shape::Dot { x: middle, y, radius: 5.0 },
        };
        marks.push(Mark::new("", seen).of(kind));
        let over = long.max(ROW);
        let over = Shape::Box { x: middle - over / 2.0, y: y - ROW / 2.0, width: over, height: ROW, round: 2.0 };
        marks.push(Mark::new("mark-hit", over).named(name.clone()).to(href.clone()));
    }
    Picture { width, height: bottom + 24.0, marks }
}

/// `2 báo cáo, 3 câu`.
pub fn extent(scene: &Scene, reports: usize, sentences: usize) -> String {
    let lang = scene.lang;
    let sentences = [&lang.number(sentences), " ", lang.about().sentences_count].concat();
    [&lang.reports(reports), ", ", sentences.trim_start()].concat()
}

/// The sentences under their heading.
pub fn sentences(scene: &Scene, statements: Vec<(ReportId, usize)>) -> AnyView {
    if statements.is_empty() {
        return ().into_any();
    }
    let title = [scene.lang.about().sentences, " (", &scene.lang.number(statements.len()), ")"].concat();
    view! {
        <section class="about-quotes">
            <h3 class="about-sentences">{title}</h3>
            {quotes(scene, statements)}
        </section>
    }
    .into_any()
}

/// A table that stands only where it has rows.
pub fn table_where(scene: &Scene, hint: &str, table: Table) -> AnyView {
    if table.rows.is_empty() { ().into_any() } else { table_figure(scene, hint, table) }
}
