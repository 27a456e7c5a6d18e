//! Every number that states a result, a target or a size.

use leptos::prelude::*;

use crate::figure::Scene;
use crate::figure::table::{Cell, Column, Table};
use crate::pages::set::no_figures;
use crate::parts::figure::table_figure;

/// The table of measures of the filtered set.
pub fn show(scene: &Scene) -> AnyView {
    let table = table(scene);
    if table.rows.is_empty() { no_figures(scene) } else { table_figure(scene, "", table) }
}

/// One row for each measure.
fn table(scene: &Scene) -> Table {
    let lang = scene.lang;
    let words = lang.measures();
    let mut rows = Vec::new();
    for (id, report) in scene.reports() {
        for measure in &report.measures {
            rows.push(vec![
                Cell { value: Some(measure.value), ..Cell::text(lang.measure(measure)) }
                    .to(scene.to_quote(id, &measure.quote))
                    .of("measure"),
                Cell::text(measure.subject.as_deref().unwrap_or_default()),
                Cell::text(lang.measure_role(measure.role)),
                Cell {
                    sort: measure.period.clone(),
                    ..Cell::text(measure.period.as_deref().map(|p| lang.interval(p)).unwrap_or_default())
                },
                Cell::text(scene.title(id)).to(scene.to_report(id)),
            ]);
        }
    }
    let columns = vec![
        Column::number("value", words.value),
        Column::quoted("subject", words.subject),
        Column::words("role", words.role),
        Column::words("period", words.period),
        Column::quoted("report", words.report),
    ];
    Table { key: "measures", title: words.title.to_owned(), columns, rows }
}
