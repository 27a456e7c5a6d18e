//! A figure: a picture with its heading, the same as a table, and what can be done with it.

use std::sync::Arc;

use leptos::prelude::*;
use soi::explore::{Explorer, ReportId};

use crate::address::Address;

use crate::figure::Scene;
use crate::figure::export::{self, Format, Origin};
use crate::figure::office::{Kind, book};
use crate::figure::picture::Picture;
use crate::figure::table::Table;
use crate::i18n::t;
use crate::navigate::{absolute, page_address, use_navigator};
use crate::parts::copy_button::CopyButton;
use crate::parts::data_table::data_table;
use crate::parts::drawer::drawer;
use crate::parts::office_button::office_button;
use crate::parts::picture::picture;
use crate::save::{save_png, save_svg, save_text, today};

/// A picture under its table's title, with the table behind it, which is drawn when it is first opened.
pub fn figure(scene: &Scene, hint: &str, drawn: Picture, table: Table) -> AnyView {
    let words = scene.lang.words();
    let (title, id, hint) = (table.title.clone(), table.key, hint.to_owned());
    let table = Arc::new(table);
    let tools = tools(scene, &title, of_all(&table), Some(id));
    let scene = scene.clone();
    let behind = drawer("figure-table", words.as_table, Box::new(move || data_table(&scene, table, false)));
    view! {
        <figure class="figure" id=id>
            <figcaption class="figure-head">
                <h2 class="figure-title">{title.clone()}</h2>
                <p class="figure-hint">{hint}</p>
            </figcaption>
            {picture(&drawn, &title, &[id, "-picture"].concat())}
            {behind}
            {tools}
        </figure>
    }
    .into_any()
}

/// A table made when somebody asks for it.
pub type Whole = Box<dyn Fn() -> Table + Send + Sync>;

/// A table as the figure itself; its headings sort.
pub fn table_figure(scene: &Scene, hint: &str, table: Table) -> AnyView {
    let table = Arc::new(table);
    let whole = of_all(&table);
    table_section(scene, hint, table, whole)
}

/// The table itself is all there is to export.
fn of_all(table: &Arc<Table>) -> Whole {
    let whole = Arc::clone(table);
    Box::new(move || Table::clone(&whole))
}

/// The same with fewer rows drawn than an export holds: `whole` makes them all.
pub fn table_figure_of(scene: &Scene, hint: &str, table: Table, whole: Whole) -> AnyView {
    table_section(scene, hint, Arc::new(table), whole)
}

fn table_section(scene: &Scene, hint: &str, table: Arc<Table>, whole: Whole) -> AnyView {
    let tools = tools(scene, &table.title, whole, None);
    let (id, title, hint) = (table.key, table.title.clone(), hint.to_owned());
    view! {
        <section class="figure" id=id>
            <div class="figure-head">
                <h2 class="figure-title">{title}</h2>
                <p class="figure-hint">{hint}</p>
            </div>
            {data_table(scene, table, true)}
            {tools}
        </section>
    }
    .into_any()
}

/// What can be done with a table: copy the link to it, save it, show it in another page.
pub fn tools(scene: &Scene, title: &str, whole: Whole, picture_of: Option<&'static str>) -> AnyView {
    let words = scene.lang.words();
    let address = scene.address.clone();
    let link = Signal::derive(move || absolute(&address));
    let (scene, title) = (scene.clone(), title.to_owned());
    let inside = move || {
        let embedded = absolute(&Address { bare: true, ..scene.address.clone() });
        let embed =
            ["<iframe src=\"", &embedded.replace('&', "&amp;"), "\" width=\"100%\" height=\"600\"></iframe>"].concat();
        let pictures = picture_of.map(|id| {
            view! {
                <button type="button" on:click=move |_| save_svg(id)>
                    "SVG"
                </button>
                <button type="button" on:click=move |_| save_png(id)>
                    "PNG"
                </button>
            }
        });
        view! {
            <p>
                {table_files(&scene, &title, whole, &Format::ALL)} {pictures}
                <CopyButton label=words.copy_embed text=embed />
            </p>
        }
        .into_any()
    };
    view! {
        <div class="figure-tools">
            <CopyButton label=words.copy_link text=link />
            {drawer("figure-export", words.download, Box::new(inside))}
        </div>
    }
    .into_any()
}

/// Buttons that save a table: in each of the formats, and as a spreadsheet.
pub fn table_files(scene: &Scene, title: &str, whole: Whole, formats: &[Format]) -> AnyView {
    // Where it comes from is said of every byte of the corpus: not before somebody saves it.
    let made = StoredValue::new((scene.clone(), title.to_owned(), whole));
    let file = |&format: &Format| {
        let save = move |_| {
            made.with_value(|(scene, title, whole)| {
                let table = whole();
                let name = ["soi-", table.key, ".", format.ending()].concat();
                save_text(&name, format.media_type(), &format.write(&table, &origin(scene, title), &page_address()));
            });
        };
        view! {
            <button type="button" on:click=save>
                {format.name()}
            </button>
        }
    };
    let spreadsheet = move || {
        made.with_value(|(scene, title, whole)| {
            let table = whole();
            (["soi-", table.key].concat(), book(scene.lang, &table, &origin(scene, title), &page_address()))
        })
    };
    let spreadsheet = office_button("XLSX", Kind::Xlsx, Box::new(spreadsheet));
    view! { {formats.iter().map(file).collect_view()} " " {spreadsheet} }.into_any()
}

/// The filtered set, or one report of it, as files; a first visit has the references and fetches the rest.
pub fn files(explorer: &Arc<Explorer>, address: &Address, ids: Vec<ReportId>) -> AnyView {
    let navigator = use_navigator();
    view! {
        <div class="figure-tools">
            {references(explorer, address, ids)}
            <button type="button" on:click=move |_| navigator.fetch(FILES)>
                {t().tables}
            </button>
        </div>
    }
    .into_any()
}

/// The `id` of what saves a set as files.
pub const FILES: &str = "files";

/// Reports as references: one for a reference manager each.
pub fn references(explorer: &Arc<Explorer>, address: &Address, ids: Vec<ReportId>) -> AnyView {
    let words = t();
    let page = page_address();
    let held = StoredValue::new((Arc::clone(explorer), address.clone(), ids));
    let save = move |name: &'static str, media_type: &'static str, write: fn(&[(&soi::Report, String)]) -> String| {
        let page = page.clone();
        move |_| {
            held.with_value(|(explorer, address, ids)| {
                let reports: Vec<_> = ids
                    .iter()
                    .map(|&id| explorer.report(id))
                    .map(|report| (report, [page.as_str(), &address.opening(&report.id, None).to_string()].concat()))
                    .collect();
                save_text(name, media_type, &write(&reports));
            });
        }
    };
    view! {
        <details class="figure-export">
            <summary>{words.references}</summary>
            <p>
                <button type="button" on:click=save("soi.bib", "application/x-bibtex", export::bibtex)>
                    "BibTeX"
                </button>
                <button type="button" on:click=save("soi.ris", "application/x-research-info-systems", export::ris)>
                    "RIS"
                </button>
            </p>
        </details>
    }
    .into_any()
}

/// Where a figure comes from, for the foot of an export.
pub fn origin(scene: &Scene, title: &str) -> Origin {
    let words = scene.lang.words();
    let choices = scene.address.choices.iter().map(|choice| {
        let label = scene.explorer.facet_label(choice.facet, &choice.value).unwrap_or(&choice.value);
        let sign = if choice.exclude { [words.not, " "].concat() } else { String::new() };
        [scene.lang.facet(choice.facet), ": ", &sign, &scene.lang.value(choice.facet, &choice.value, label)].concat()
    });
    let dates = scene.address.dates.map(|dates| [words.meeting_date, ": ", &scene.lang.dates(dates)].concat());
    let choices = choices.chain(dates).collect::<Vec<_>>().join("; ");
    let version = [&scene.lang.reports(scene.explorer.len()), ", ", &digest(&scene.explorer)].concat();
    let lines = [
        ("soi", title.to_owned()),
        ("query", scene.address.query.clone()),
        ("filters", choices),
        ("reports", scene.lang.reports(scene.answer.hits.len())),
        ("corpus", version),
        ("date", today()),
        ("link", absolute(&scene.address)),
    ];
    Origin { lines: lines.into_iter().filter(|(_, text)| !text.is_empty()).collect() }
}

/// Tells one state of a corpus from another: FNV-1a over ids and texts.
fn digest(explorer: &Explorer) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let reports = (0..explorer.len() as u32).map(ReportId);
    let bytes = reports.flat_map(|report| explorer.id(report).bytes().chain(explorer.source(report).bytes()));
    let sum = soi::fnv::hash32(bytes);
    (0..8).rev().map(|i| char::from(HEX[(sum >> (4 * i)) as usize & 15])).collect()
}
