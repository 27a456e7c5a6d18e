//! Reports as review sheets: the body, what it reviewed, and by area of work what came of it.

use leptos::prelude::*;
use soi::annotate::statement_at;
use soi::explore::ReportId;
use soi::filter::Facet;
use soi::text::Span;
use soi::views::sheet::{Line, Measured, Row, Series, Sheet, body, main_event, series, sheet};

use crate::address::{Address, View};
use crate::figure::Scene;
use crate::figure::export::Format;
use crate::figure::office::{self, Kind};
use crate::figure::sheet_table;
use crate::figure::sheet_text::{columns, directive, head, markdown, row_name, subject};
use crate::figure::table::Table;
use crate::navigate::page_address;
use crate::pages::about::ids;
use crate::parts::copy_button::CopyButton;
use crate::parts::figure::{origin, table_files};
use crate::parts::marked::marked;
use crate::parts::more::more;
use crate::parts::office_button::office_button;
use crate::save::save_text;

/// Sheets drawn at first and by each "more".
const PORTION: usize = 5;

/// The sheets of the filtered set, or the one that the address names.
pub fn show(scene: &Scene) -> AnyView {
    let words = scene.lang.sheet();
    let named = scene.address.report.as_deref().and_then(|id| scene.explorer.find(id));
    if let Some(id) = named {
        let all = scene.address.showing(View::Sheet).to_string();
        return view! {
            <p class="sheet-back">
                <a href=all>{words.all}</a>
            </p>
            {sheet_view(scene, id)}
        }
        .into_any();
    }
    let by = if scene.address.mode() == "kind" { Series::Kind } else { Series::Body };
    let reports: Vec<ReportId> = ids(scene).collect();
    // A series is told by a heading where it has more than one sheet.
    let mut sheets: Vec<(Option<String>, ReportId)> = Vec::new();
    for group in series(&scene.explorer, &reports, by) {
        let heading = (group.len() > 1).then(|| heading(scene, by, &group));
        for (i, id) in group.into_iter().enumerate() {
            sheets.push((heading.clone().filter(|_| i == 0), id));
        }
    }
    let total = sheets.len();
    let all: Vec<ReportId> = sheets.iter().map(|&(_, id)| id).collect();
    let saved = scene.clone();
    let made = move || {
        let title = saved.lang.view(View::Sheet);
        ("soi-sheets".to_owned(), document(&saved, title, &all))
    };
    let saved_all = office_button(scene.lang.office().docx_all, Kind::Docx, Box::new(made));
    let lines = lines_files(scene, scene.lang.sheet().lines, sheets.iter().map(|&(_, id)| id).collect());
    let shown = RwSignal::new(PORTION);
    let drawn = scene.clone();
    let items = move || {
        let taken = sheets.iter().take(shown.get());
        taken
            .map(|(heading, id)| {
                let heading = heading.clone().map(|text| view! { <h2 class="sheet-series">{text}</h2> });
                view! { {heading} {sheet_view(&drawn, *id)} }.into_any()
            })
            .collect::<Vec<_>>()
    };
    let more = more(shown, total, PORTION, words.more);
    view! {
        <div class="sheet-tools">{saved_all} {lines}</div>
        <div class="sheets">{items}</div>
        {more}
    }
    .into_any()
}

fn heading(scene: &Scene, by: Series, group: &[ReportId]) -> String {
    let first = group.first().map(|&id| scene.explorer.report(id));
    let name = match by {
        Series::Body => first.and_then(body).map(str::to_owned),
        Series::Kind => first.and_then(main_event).map(|event| scene.lang.meeting(event.kind).to_owned()),
    };
    let name = name.unwrap_or_else(|| scene.lang.words().undated.to_owned());
    [&name, " · ", &scene.lang.number(group.len()), " ", scene.lang.sheet().sheets].concat()
}

/// One sheet.
fn sheet_view(scene: &Scene, id: ReportId) -> AnyView {
    let (lang, words) = (scene.lang, scene.lang.sheet());
    let report = scene.explorer.report(id);
    let sheet = sheet(report);
    let marks = scene.explorer.highlights(id, &scene.address.query);
    let lines = Lines { scene, id, marks: &marks };
    let meeting = head(lang, report, &sheet).into_iter().map(|(name, value, at)| {
        let value = match at {
            Some(at) => view! { <a href=scene.to_piece(id, at)>{value}</a> }.into_any(),
            None => value.into_any(),
        };
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    let meeting = meeting.collect_view();
    let empty = sheet.rows.is_empty() && sheet.next.is_empty();
    let rows = sheet.rows.iter().map(|row| row_view(&lines, &sheet, row)).collect::<Vec<_>>();
    let directions = sheet.directions.iter().filter_map(|direction| {
        let person = report.people.get(direction.person)?;
        let acts = person.acts.iter().map(|&act| lang.act(act)).collect::<Vec<_>>().join(", ");
        let post = person.positions.first().cloned();
        let name = person.name.clone();
        let href = person.mentions.first().map(|quote| scene.to_quote(id, quote));
        let set = (!direction.set.is_empty()).then(|| {
            view! {
                <p class="sheet-set">{words.set} ": " {lines.places(&direction.set)}</p>
                {lines.list(&direction.set, true)}
            }
        });
        Some(view! {
            <li class="sheet-direction">
                <p>
                    <a class="sheet-person" lang="vi" data-kind="person" href=href>
                        {name}
                    </a>
                    <span class="sheet-acts">{acts}</span>
                    <span class="sheet-post" lang="vi">
                        {post}
                    </span>
                    {lines.places(&direction.named)}
                </p>
                {lines.list(&direction.named, true)}
                {set}
            </li>
        })
    });
    let directions: Vec<_> = directions.collect();
    let directed = (!directions.is_empty()).then(|| {
        view! {
            <section class="sheet-row">
                <h3 class="sheet-area">{words.directed}</h3>
                <ul class="sheet-directions">{directions}</ul>
            </section>
        }
    });
    let periods = sheet.next_periods.iter().filter_map(|&i| report.periods.get(i)).map(|period| {
        let text = period.quote.as_str().to_owned();
        view! {
            <a class="sheet-fact" lang="vi" data-kind="period" href=scene.to_quote(id, &period.quote)>
                {text}
            </a>
        }
    });
    let periods: Vec<_> = periods.collect();
    let next = (!sheet.next.is_empty() || !periods.is_empty()).then(|| {
        let periods = (!periods.is_empty()).then(
            || view! { <p class="sheet-facts"><span class="sheet-label">{words.next_period}</span> {periods}</p> },
        );
        view! {
            <section class="sheet-row">
                <h3 class="sheet-area">{words.next}</h3>
                <div data-role="task">{lines.list(&sheet.next, false)}</div>
                {periods}
            </section>
        }
    });
    let alone = Address { report: Some(report.id.clone()), ..scene.address.showing(View::Sheet) };
    let alone_link = crate::navigate::absolute(&alone);
    let saved = {
        let (scene, page) = (scene.clone(), page_address());
        move |_| {
            let report = scene.explorer.report(id);
            let link = |at: Option<Span>| {
                [page.clone(), at.map_or_else(|| scene.to_report(id), |at| scene.to_piece(id, at))].concat()
            };
            let text = markdown(scene.lang, report, &soi::views::sheet::sheet(report), &link);
            save_text(&["soi-", &report.id, ".md"].concat(), "text/markdown", &text);
        }
    };
    let word = {
        let (scene, name) = (Scene { address: alone.clone(), ..scene.clone() }, ["soi-", &report.id].concat());
        office_button(
            lang.office().docx,
            Kind::Docx,
            Box::new(move || (name.clone(), document(&scene, scene.title(id), &[id]))),
        )
    };
    let lines = {
        let title = [words.lines, ": ", scene.title(id)].concat();
        lines_files(&Scene { address: alone.clone(), ..scene.clone() }, &title, vec![id])
    };
    view! {
        <article class="sheet">
            <h2 class="sheet-title" lang="vi">
                <a href=scene.to_report(id)>{scene.title(id).to_owned()}</a>
            </h2>
            <dl class="sheet-head">
                {meeting}
            </dl>
            {empty.then(|| view! { <p>{words.no_lines}</p> })}
            {rows}
            {directed}
            {next}
            <div class="sheet-tools">
                <a href=alone.to_string()>{words.one}</a>
                <CopyButton label=lang.words().copy_link text=alone_link />
                <button type="button" on:click=saved>
                    {words.markdown}
                </button>
                {word}
                <button
                    type="button"
                    on:click=|_| {
                        if window().print().is_err() {
                            leptos::logging::warn!("printing refused");
                        }
                    }
                >
                    {words.print}
                </button>
                {lines}
            </div>
        </article>
    }
    .into_any()
}

/// What saves the lines of the sheets of these reports as a table.
fn lines_files(scene: &Scene, title: &str, ids: Vec<ReportId>) -> AnyView {
    let of = scene.clone();
    let whole = move || {
        let rows = ids.iter().flat_map(|&id| {
            let report = of.explorer.seen(id);
            let link = |at: Span| of.address.opening_at(&report.id, statement_at(&report, at), at).to_string();
            sheet_table::rows(of.lang, &report, &sheet(&report), &link)
        });
        let rows = rows.collect();
        Table {
            key: "sheet-lines",
            title: of.lang.sheet().lines.to_owned(),
            columns: sheet_table::columns(of.lang),
            rows,
        }
    };
    let files = table_files(scene, title, Box::new(whole), &[Format::Csv, Format::Jsonl]);
    let label = scene.lang.sheet().save_lines;
    view! {
        <details class="figure-export">
            <summary>{label}</summary>
            <p>{files}</p>
        </details>
    }
    .into_any()
}

/// The sheets of these reports for Word.
fn document(scene: &Scene, title: &str, ids: &[ReportId]) -> String {
    let page = page_address();
    let mut blocks = String::new();
    for &id in ids {
        let report = scene.explorer.report(id);
        let link = |at: Option<Span>| {
            [page.clone(), at.map_or_else(|| scene.to_report(id), |at| scene.to_piece(id, at))].concat()
        };
        office::sheet(scene.lang, report, &sheet(report), &link, &mut blocks);
    }
    office::paper(scene.lang, title, &blocks, &origin(scene, title))
}

fn row_view(lines: &Lines<'_>, sheet: &Sheet, row: &Row) -> AnyView {
    let (scene, id) = (lines.scene, lines.id);
    let (lang, words) = (scene.lang, scene.lang.sheet());
    let report = scene.explorer.report(id);
    let name = row_name(lang, row);
    let name = match row.area {
        Some(area) => {
            let href = scene.address.showing(View::Sheet).toggled(Facet::Area, area.as_str(), false).to_string();
            view! { <a href=href>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    // Rows have the columns that any row of the sheet has, so that they stay below one another.
    let filled = |column: usize| sheet.rows.iter().any(|row| !columns(row)[column].1.is_empty());
    // What stands alone in its row has the whole width.
    let alone = columns(row).iter().filter(|(_, found)| !found.is_empty()).count() < 2;
    let shown = |column: usize, found: &[Line]| if alone { !found.is_empty() } else { filled(column) };
    let cells = columns(row).into_iter().enumerate().filter(|&(column, (_, found))| shown(column, found)).map(|(_, (role, found))| {
        let empty = found.is_empty().then_some("");
        let places = lines.places(found);
        view! {
            <div class="sheet-cell" data-role=role.as_str() data-empty=empty>
                <h4 class="sheet-role">{lang.role(role)}</h4>
                {lines.list(found, true)}
                {(found.iter().any(|line| !line.quoted)).then(|| view! { <p class="sheet-also">{words.also} " " {places}</p> })}
            </div>
        }
    });
    let cells: Vec<_> = cells.collect();
    let count = cells.len().to_string();
    let measures: Vec<_> = row.measures.iter().map(|group| measured_view(scene, id, group)).collect();
    let measures = (!measures.is_empty()).then(|| {
        view! { <p class="sheet-facts"><span class="sheet-label">{words.measures}</span> {measures}</p> }
    });
    let directives: Vec<_> = row
        .directives
        .iter()
        .filter_map(|&i| report.directives.get(i))
        .map(|cited| {
            let topic = cited.topic.clone();
            view! {
                <a class="sheet-fact" lang="vi" data-kind="directive" href=scene.to_quote(id, &cited.quote) title=topic>
                    {directive(lang, cited)}
                </a>
            }
        })
        .collect();
    let directives = (!directives.is_empty()).then(|| {
        view! { <p class="sheet-facts"><span class="sheet-label">{words.directives}</span> {directives}</p> }
    });
    view! {
        <section class="sheet-row">
            <h3 class="sheet-area">{name}</h3>
            <div class="sheet-cells" data-columns=count>
                {cells}
            </div>
            {measures}
            {directives}
        </section>
    }
    .into_any()
}

/// The measures of a subject: target beside result.
fn measured_view(scene: &Scene, id: ReportId, group: &Measured) -> AnyView {
    let (lang, words) = (scene.lang, scene.lang.sheet());
    let report = scene.explorer.report(id);
    let named = [(words.target, &group.targets), (words.result, &group.results), (words.size, &group.sizes)];
    let parts = named.into_iter().filter(|(_, entries)| !entries.is_empty()).map(|(name, entries)| {
        let values = entries.iter().filter_map(|&i| report.measures.get(i)).map(|measure| {
            view! {
                <a lang="vi" href=scene.to_quote(id, &measure.quote)>
                    {lang.measure(measure)}
                </a>
            }
        });
        view! { <span class="sheet-values"><span class="sheet-value-role">{name}</span> {values.collect_view()}</span> }
    });
    let subject = subject(report, group).map(|subject| {
        let subject = subject.to_owned();
        view! { <span lang="vi">{subject}</span> }
    });
    view! { <span class="sheet-fact" data-kind="measure">{subject} {parts.collect_view()}</span> }.into_any()
}

/// Sentences of one report.
struct Lines<'a> {
    scene: &'a Scene,
    id: ReportId,
    marks: &'a [Span],
}

impl Lines<'_> {
    /// Those that are quoted here, each with its place; nothing for none.
    fn list(&self, lines: &[Line], only_quoted: bool) -> Option<AnyView> {
        let report = self.scene.explorer.report(self.id);
        let items = lines.iter().filter(|line| line.quoted || !only_quoted).filter_map(|line| {
            let quote = &report.statements.get(line.statement)?.quote;
            let text = marked(&report.source, quote.span(), self.marks);
            Some(view! {
                <li>
                    <a class="sheet-quote" href=self.scene.to_statement(self.id, line.statement)>
                        {text}
                        <sup>{line.statement + 1}</sup>
                    </a>
                </li>
            })
        });
        let items: Vec<_> = items.collect();
        (!items.is_empty()).then(|| view! { <ul class="sheet-lines" lang="vi">{items}</ul> }.into_any())
    }

    /// Links to those that are quoted elsewhere, by their numbers.
    fn places(&self, lines: &[Line]) -> Vec<AnyView> {
        let elsewhere = lines.iter().filter(|line| !line.quoted);
        elsewhere
            .map(|line| {
                let href = self.scene.to_statement(self.id, line.statement);
                let name = self.scene.lang.sentence(line.statement);
                view! {
                    <a class="sheet-place" href=href>
                        {name}
                    </a>
                }
                .into_any()
            })
            .collect()
    }
}
