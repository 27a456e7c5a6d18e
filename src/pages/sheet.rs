//! Reports as review sheets: the body, what it reviewed, and by area of work what came of it.

use leptos::prelude::*;
use soi::annotate::statement_at;
use soi::explore::ReportId;
use soi::filter::Facet;
use soi::report::Area;
use soi::text::Span;
use soi::views::sheet::{Line, Measured, Row, Series, Sheet, body, main_event, series, sheet};

use crate::address::{Address, View};
use crate::figure::Scene;
use crate::figure::export::Format;
use crate::figure::markup::Markup;
use crate::figure::office::{self, Kind};
use crate::figure::sheet_table;
use crate::figure::sheet_text::{columns, directive, head, markdown, row_name, subject};
use crate::figure::table::Table;
use crate::navigate::page_address;
use crate::pages::about::ids;
use crate::parts::copy_button::CopyButton;
use crate::parts::drawer::drawer;
use crate::parts::drawn::drawn;
use crate::parts::figure::{origin, table_files};
use crate::parts::marked::write_marked;
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
    let body = lines.body(&sheet);
    let empty = sheet.rows.is_empty() && sheet.next.is_empty();
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
            {drawn("sheet-body", body)}
            {empty.then(|| view! { <p>{words.no_lines}</p> })}
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
    let (scene, title) = (scene.clone(), title.to_owned());
    let label = scene.lang.sheet().save_lines;
    let inside = move || {
        view! { <p>{table_files(&scene, &title, Box::new(whole), &[Format::Csv, Format::Jsonl])}</p> }.into_any()
    };
    drawer("figure-export", label, Box::new(inside))
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

/// Sentences of one report. A sheet has some hundred elements: they are written as markup.
struct Lines<'a> {
    scene: &'a Scene,
    id: ReportId,
    marks: &'a [Span],
}

impl Lines<'_> {
    /// The head, the rows and what stands below them.
    fn body(&self, sheet: &Sheet) -> Markup {
        let (scene, id) = (self.scene, self.id);
        let (lang, words) = (scene.lang, scene.lang.sheet());
        let report = scene.explorer.report(id);
        let mut out = Markup::default();
        out.raw("<dl class=\"sheet-head\">");
        for (name, value, at) in head(lang, report, sheet) {
            out.raw("<div><dt>").text(name).raw("</dt><dd>");
            out.link(&[], at.map(|at| scene.to_piece(id, at)).as_deref(), &value).raw("</dd></div>");
        }
        out.raw("</dl>");
        for row in &sheet.rows {
            self.row(sheet, row, &mut out);
        }
        self.directed(sheet, &mut out);
        let mut periods = sheet.next_periods.iter().filter_map(|&i| report.periods.get(i)).peekable();
        if !sheet.next.is_empty() || periods.peek().is_some() {
            named_row(words.next, &mut out);
            out.raw("<div data-role=\"task\">");
            self.list(&sheet.next, false, &mut out);
            out.raw("</div>");
            if periods.peek().is_some() {
                facts(words.next_period, &mut out);
                for period in periods {
                    let href = scene.to_quote(id, &period.quote);
                    out.link(&fact("period", None), Some(&href), period.quote.as_str());
                }
                out.raw("</p>");
            }
            out.raw("</section>");
        }
        out
    }

    /// An area of work.
    fn row(&self, sheet: &Sheet, row: &Row, out: &mut Markup) {
        let (scene, id) = (self.scene, self.id);
        let (lang, words) = (scene.lang, scene.lang.sheet());
        let report = scene.explorer.report(id);
        out.raw("<section class=\"sheet-row\"><h3 class=\"sheet-area\">");
        let to = |area: Area| scene.address.showing(View::Sheet).toggled(Facet::Area, area.as_str(), false).to_string();
        out.link(&[], row.area.map(to).as_deref(), row_name(lang, row));
        // Rows have the columns that any row of the sheet has, so that they stay below one another.
        let filled = |column: usize| sheet.rows.iter().any(|row| !columns(row)[column].1.is_empty());
        // What stands alone in its row has the whole width.
        let alone = columns(row).iter().filter(|(_, found)| !found.is_empty()).count() < 2;
        let is_shown = |column: usize, found: &[Line]| if alone { !found.is_empty() } else { filled(column) };
        let cells = columns(row).into_iter().enumerate();
        let cells: Vec<_> = cells.filter(|&(column, (_, found))| is_shown(column, found)).collect();
        out.raw("</h3><div class=\"sheet-cells\"").attribute("data-columns", &cells.len().to_string()).raw(">");
        for (_, (role, found)) in cells {
            out.raw("<div class=\"sheet-cell\"").attribute("data-role", role.as_str());
            out.maybe("data-empty", found.is_empty().then_some(""));
            out.raw("><h4 class=\"sheet-role\">").text(lang.role(role)).raw("</h4>");
            self.list(found, true, out);
            if found.iter().any(|line| !line.quoted) {
                out.raw("<p class=\"sheet-also\">").text(words.also).raw(" ");
                self.places(found, out);
                out.raw("</p>");
            }
            out.raw("</div>");
        }
        out.raw("</div>");
        if !row.measures.is_empty() {
            facts(words.measures, out);
            row.measures.iter().for_each(|group| self.measured(group, out));
            out.raw("</p>");
        }
        let mut cited = row.directives.iter().filter_map(|&i| report.directives.get(i)).peekable();
        if cited.peek().is_some() {
            facts(words.directives, out);
            for cited in cited {
                let href = scene.to_quote(id, &cited.quote);
                out.link(&fact("directive", cited.topic.as_deref()), Some(&href), &directive(lang, cited));
            }
            out.raw("</p>");
        }
        out.raw("</section>");
    }

    /// Who directed what.
    fn directed(&self, sheet: &Sheet, out: &mut Markup) {
        let (scene, id) = (self.scene, self.id);
        let (lang, words) = (scene.lang, scene.lang.sheet());
        let report = scene.explorer.report(id);
        let people = sheet.directions.iter().filter_map(|found| Some((found, report.people.get(found.person)?)));
        let mut people = people.peekable();
        if people.peek().is_none() {
            return;
        }
        named_row(words.directed, out);
        out.raw("<ul class=\"sheet-directions\">");
        for (direction, person) in people {
            out.raw("<li class=\"sheet-direction\"><p>");
            let href = person.mentions.first().map(|quote| scene.to_quote(id, quote));
            let with = [("class", Some("sheet-person")), ("lang", Some("vi")), ("data-kind", Some("person"))];
            out.link(&with, href.as_deref(), &person.name);
            out.raw("<span class=\"sheet-acts\">");
            for (i, &act) in person.acts.iter().enumerate() {
                out.raw(if i > 0 { ", " } else { "" }).text(lang.act(act));
            }
            out.raw("</span><span class=\"sheet-post\" lang=\"vi\">");
            out.text(person.positions.first().map_or("", String::as_str)).raw("</span>");
            self.places(&direction.named, out);
            out.raw("</p>");
            self.list(&direction.named, true, out);
            if !direction.set.is_empty() {
                out.raw("<p class=\"sheet-set\">").text(words.set).raw(": ");
                self.places(&direction.set, out);
                out.raw("</p>");
                self.list(&direction.set, true, out);
            }
            out.raw("</li>");
        }
        out.raw("</ul></section>");
    }

    /// The measures of a subject: target beside result.
    fn measured(&self, group: &Measured, out: &mut Markup) {
        let (lang, words) = (self.scene.lang, self.scene.lang.sheet());
        let report = self.scene.explorer.report(self.id);
        out.raw("<span class=\"sheet-fact\" data-kind=\"measure\">");
        if let Some(subject) = subject(report, group) {
            out.raw("<span lang=\"vi\">").text(subject).raw("</span> ");
        }
        for (name, entries) in
            [(words.target, &group.targets), (words.result, &group.results), (words.size, &group.sizes)]
        {
            if entries.is_empty() {
                continue;
            }
            out.raw("<span class=\"sheet-values\"><span class=\"sheet-value-role\">").text(name).raw("</span> ");
            for measure in entries.iter().filter_map(|&i| report.measures.get(i)) {
                let href = self.scene.to_quote(self.id, &measure.quote);
                out.link(&[("lang", Some("vi"))], Some(&href), &lang.measure(measure));
            }
            out.raw("</span>");
        }
        out.raw("</span>");
    }

    /// Those that are quoted here, each with its place; nothing for none.
    fn list(&self, lines: &[Line], only_quoted: bool, out: &mut Markup) {
        let report = self.scene.explorer.report(self.id);
        let shown = lines.iter().filter(|line| line.quoted || !only_quoted);
        let shown = shown.filter_map(|line| Some((line.statement, &report.statements.get(line.statement)?.quote)));
        let mut shown = shown.peekable();
        if shown.peek().is_none() {
            return;
        }
        out.raw("<ul class=\"sheet-lines\" lang=\"vi\">");
        for (statement, quote) in shown {
            out.raw("<li><a class=\"sheet-quote\"");
            out.attribute("href", &self.scene.to_statement(self.id, statement)).raw(">");
            write_marked(&report.source, quote.span(), self.marks, out);
            out.raw("<sup>").text(&(statement + 1).to_string()).raw("</sup></a></li>");
        }
        out.raw("</ul>");
    }

    /// Links to those that are quoted elsewhere, by their numbers.
    fn places(&self, lines: &[Line], out: &mut Markup) {
        for line in lines.iter().filter(|line| !line.quoted) {
            let href = self.scene.to_statement(self.id, line.statement);
            out.link(&[("class", Some("sheet-place"))], Some(&href), &self.scene.lang.sentence(line.statement));
        }
    }
}

/// Begins a row under a name.
fn named_row(name: &str, out: &mut Markup) {
    out.raw("<section class=\"sheet-row\"><h3 class=\"sheet-area\">").text(name).raw("</h3>");
}

/// Begins a line of facts.
fn facts(label: &str, out: &mut Markup) {
    out.raw("<p class=\"sheet-facts\"><span class=\"sheet-label\">").text(label).raw("</span> ");
}

/// The attributes of a fact.
fn fact<'a>(kind: &'a str, topic: Option<&'a str>) -> [(&'static str, Option<&'a str>); 4] {
    [("class", Some("sheet-fact")), ("lang", Some("vi")), ("data-kind", Some(kind)), ("title", topic)]
}
