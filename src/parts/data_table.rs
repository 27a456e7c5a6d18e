//! Draws a table: headings that sort, cells that lead somewhere, rows in portions.

use std::sync::Arc;

use leptos::prelude::*;

use crate::figure::Scene;
use crate::figure::table::{Cell, Column, Table};
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
    let heads: Vec<AnyView> = table
        .columns
        .iter()
        .map(|column| {
            let now = order.filter(|order| order.column == column.key);
            let label = column.label.clone();
            let head = match sortable {
                // Numbers are asked for from the largest on.
                true => {
                    let descending = now.map_or(column.numeric, |now| !now.descending);
                    let href = scene.address.ordered(column.key, descending).to_string();
                    view! { <a href=href>{label}</a> }.into_any()
                }
                false => label.into_any(),
            };
            let sort = now.map(|now| if now.descending { "descending" } else { "ascending" });
            view! { <th scope="col" aria-sort=sort data-number=column.numeric.then_some("")>{head}</th> }.into_any()
        })
        .collect();
    let total = places.len();
    // A column of dates, periods or roles is not broken over lines to make room for long titles.
    let fits = |column: usize| table.rows.iter().all(|row| row.get(column).is_none_or(|cell| cell.text.len() <= SHORT));
    let short: Vec<bool> =
        table.columns.iter().enumerate().map(|(i, column)| !column.numeric && !column.quoted && fits(i)).collect();
    let (title, name) = (table.title.clone(), table.title.clone());
    let shown = RwSignal::new(PORTION);
    let body = move || {
        let rows = places.iter().take(shown.get()).filter_map(|&place| table.rows.get(place));
        rows.map(|row| row_view(row, &table.columns, &short)).collect::<Vec<_>>()
    };
    let more = more(shown, total, PORTION, words.rows_more);
    view! {
        <div class="table-frame" tabindex="0" role="region" aria-label=name>
            <table class="table">
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

fn row_view(row: &[Cell], columns: &[Column], short: &[bool]) -> AnyView {
    let cells: Vec<AnyView> = row
        .iter()
        .zip(columns)
        .zip(short)
        .map(|((cell, column), &short)| {
            let (numeric, quoted) = (column.numeric, column.quoted);
            // On a narrow page a row may be a card.
            let label = column.label.clone();
            let text = cell.text.clone();
            let inside = match cell.href.clone() {
                Some(href) => view! { <a href=href>{text}</a> }.into_any(),
                None => text.into_any(),
            };
            view! {
                <td data-label=label data-number=numeric.then_some("") data-short=short.then_some("") lang=quoted.then_some("vi") data-kind=cell.kind data-role=cell.kind>
                    {inside}
                </td>
            }
            .into_any()
        })
        .collect();
    view! { <tr>{cells}</tr> }.into_any()
}
