//! Draws a table: headings that sort, cells that lead somewhere, rows in portions.

use std::sync::Arc;

use leptos::prelude::*;

use crate::figure::Scene;
use crate::figure::markup::Markup;
use crate::figure::table::{Cell, Column, Table};
use crate::parts::drawn::drawn;
use crate::parts::more::more;

/// Rows drawn at first and by each "more": a long table costs no more than a short one.
const PORTION: usize = 50;

/// Bytes of the longest text of a column that stays on one line: `1-1-2017 – 30-6-2017`, `26 September 2023`.
const SHORT: usize = 26;

/// The table; `sortable` lets its headings change the address's `order`, for the one table that a view sorts by it.
pub fn data_table(scene: &Scene, table: Arc<Table>, sortable: bool) -> AnyView {
    let words = scene.lang.words();
    let order = scene.address.order.as_ref().filter(|_| sortable);
    let places = table.order_by(order);
    let (id, name) = ([table.key, "-table"].concat(), table.title.clone());
    let mut head = Markup::default();
    head.raw("<table class=\"table\"").attribute("id", &id).raw("><caption class=\"visually-hidden\">");
    head.text(&table.title).raw("</caption><thead><tr>");
    for column in &table.columns {
        let now = order.filter(|order| order.column == column.key);
        head.raw("<th scope=\"col\"");
        head.maybe("aria-sort", now.map(|now| if now.descending { "descending" } else { "ascending" }));
        head.maybe("data-number", column.numeric.then_some("")).raw(">");
        // Numbers are asked for from the largest on.
        let descending = now.map_or(column.numeric, |now| !now.descending);
        let href = sortable.then(|| scene.address.ordered(column.key, descending).to_string());
        head.link(&[], href.as_deref(), &column.label).raw("</th>");
    }
    head.raw("</tr></thead><tbody>");
    let total = places.len();
    // A column of dates, periods or roles is not broken over lines to make room for long titles.
    let fits = |column: usize| table.rows.iter().all(|row| row.get(column).is_none_or(|cell| cell.text.len() <= SHORT));
    let short: Vec<bool> =
        table.columns.iter().enumerate().map(|(i, column)| !column.numeric && !column.quoted && fits(i)).collect();
    let shown = RwSignal::new(PORTION);
    let rows = move || {
        let mut out = head.clone();
        let rows = places.iter().take(shown.get()).filter_map(|&place| table.rows.get(place));
        rows.for_each(|row| write_row(row, &table.columns, &short, &mut out));
        out.raw("</tbody></table>");
        drawn("table-rows", out)
    };
    let more = more(shown, total, PORTION, words.rows_more);
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=name>
            {rows}
        </div>
        {more}
    }
    .into_any()
}

fn write_row(row: &[Cell], columns: &[Column], short: &[bool], out: &mut Markup) {
    out.raw("<tr>");
    for ((cell, column), &short) in row.iter().zip(columns).zip(short) {
        // On a narrow page a row may be a card.
        out.raw("<td").attribute("data-label", &column.label);
        out.maybe("data-number", column.numeric.then_some("")).maybe("data-short", short.then_some(""));
        out.maybe("lang", column.quoted.then_some("vi")).maybe("data-kind", cell.kind).raw(">");
        out.link(&[], cell.href.as_deref(), &cell.text).raw("</td>");
    }
    out.raw("</tr>");
}
