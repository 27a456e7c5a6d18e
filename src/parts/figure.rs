//! A figure: a picture with its heading, the same as a table, and what can be done with it.

use leptos::prelude::*;

use crate::figure::Scene;
use crate::figure::export::{self, Origin};
use crate::figure::picture::Picture;
use crate::figure::table::Table;
use crate::navigate::absolute;
use crate::parts::copy_button::CopyButton;
use crate::parts::data_table::data_table;
use crate::parts::picture::picture;
use crate::save::save_text;

/// A picture under its table's title, with the table behind it.
pub fn figure(scene: &Scene, hint: &str, drawn: Picture, table: Table) -> AnyView {
    let words = scene.lang.words();
    let title = table.title.clone();
    let whole = table.clone();
    let tools = tools(scene, &title, Box::new(move || whole.clone()));
    let (id, hint) = (table.key, hint.to_owned());
    view! {
        <figure class="figure" id=id>
            <figcaption class="figure-head">
                <h2 class="figure-title">{title.clone()}</h2>
                <p class="figure-hint">{hint}</p>
            </figcaption>
            <div class="figure-picture">{picture(drawn, &title)}</div>
            <details class="figure-table">
                <summary>{words.as_table}</summary>
                {data_table(scene, table, false)}
            </details>
            {tools}
        </figure>
    }
    .into_any()
}

/// A table made when somebody asks for it.
pub type Whole = Box<dyn Fn() -> Table + Send + Sync>;

/// A table as the figure itself; its headings sort.
pub fn table_figure(scene: &Scene, hint: &str, table: Table) -> AnyView {
    let whole = table.clone();
    table_figure_of(scene, hint, table, Box::new(move || whole.clone()))
}

/// The same with fewer rows drawn than an export holds: `whole` makes them all.
pub fn table_figure_of(scene: &Scene, hint: &str, table: Table, whole: Whole) -> AnyView {
    let tools = tools(scene, &table.title, whole);
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

/// What can be done with a table: copy the link to it, save it.
fn tools(scene: &Scene, title: &str, whole: Whole) -> AnyView {
    let words = scene.lang.words();
    let link = absolute(&scene.address);
    let origin = origin(scene, title);
    let save = move |_| {
        let table = whole();
        save_text(&[table.key, ".csv"].concat(), "text/csv", &export::csv(&table, &origin));
    };
    view! {
        <p class="figure-tools">
            <CopyButton label=words.copy_link text=link />
            <button type="button" on:click=save>
                "CSV"
            </button>
        </p>
    }
    .into_any()
}

/// Where a figure comes from, for the head of an export.
fn origin(scene: &Scene, title: &str) -> Origin {
    Origin { lines: vec![["Soi: ", title].concat(), absolute(&scene.address)] }
}
