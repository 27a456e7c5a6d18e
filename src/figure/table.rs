//! A table as data: typed columns, cells with their text, their number and their link.

use std::cmp::Ordering;

use soi::order;
use soi::text::{collate, normalise};

use crate::address::{Lang, Order};

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Names the file of an export: small letters and `-`.
    pub key: &'static str,
    /// What it shows, for its caption.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Stable name, for the address and for exports: small letters and `-`.
    pub key: &'static str,
    /// What stands above it.
    pub label: String,
    /// Whether it holds numbers, set flush right.
    pub numeric: bool,
    /// Whether its text is the reports', in Vietnamese whatever the interface speaks.
    pub quoted: bool,
}

impl Column {
    /// A column of words of the interface.
    pub fn words(key: &'static str, label: impl Into<String>) -> Self {
        Self { key, label: label.into(), numeric: false, quoted: false }
    }

    /// A column of names and sentences of the reports.
    pub fn quoted(key: &'static str, label: impl Into<String>) -> Self {
        Self { quoted: true, ..Self::words(key, label) }
    }

    /// A column of numbers.
    pub fn number(key: &'static str, label: impl Into<String>) -> Self {
        Self { numeric: true, ..Self::words(key, label) }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// What it says, in the reader's language and number format.
    pub text: String,
    /// Its number, to sort by and to export exactly.
    pub value: Option<f64>,
    /// What it is sorted by where that is neither the number nor the text: an ISO date.
    pub sort: Option<String>,
    /// Where it leads.
    pub href: Option<String>,
    /// `data-kind` of the fact or `data-role` of the sentence that it is, for its colour.
    pub kind: Option<&'static str>,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A whole number.
    pub fn count(count: usize, lang: Lang) -> Self {
        Self { text: lang.number(count), value: Some(count as f64), ..Self::default() }
    }

    /// A number with decimals.
    pub fn number(value: f64, lang: Lang) -> Self {
        Self { text: lang.decimal(value), value: Some(value), ..Self::default() }
    }

    /// An ISO date of any precision, or nothing.
    pub fn date(iso: Option<&str>, lang: Lang) -> Self {
        let text = iso.map(|iso| lang.date(iso)).unwrap_or_default();
        Self { text, sort: iso.map(str::to_owned), ..Self::default() }
    }

    /// Leading somewhere.
    #[must_use]
    pub fn to(self, href: impl Into<String>) -> Self {
        Self { href: Some(href.into()), ..self }
    }

    /// Leading where another leads: a number, to what it counts.
    #[must_use]
    pub fn led_by(self, other: &Self) -> Self {
        Self { href: other.href.clone(), ..self }
    }

    /// Of a kind of fact or a role.
    #[must_use]
    pub fn of(self, kind: &'static str) -> Self {
        Self { kind: Some(kind), ..self }
    }

    fn is_empty(&self) -> bool {
        self.value.is_none() && self.text.is_empty()
    }
}

impl Table {
    /// The places of the rows in an order; those with nothing in the column come last. An unknown column leaves them
    /// as they are.
    pub fn order_by(&self, by: Option<&Order>) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.rows.len()).collect();
        let Some(by) = by else { return places };
        let Some(column) = self.columns.iter().position(|column| column.key == by.column) else { return places };
        // Each text once in normal form: a page may write a letter and its mark one by one.
        let keys: Vec<Option<(Option<f64>, String)>> = self
            .rows
            .iter()
            .map(|row| row.get(column).filter(|cell| !cell.is_empty()))
            .map(|cell| cell.map(|cell| (cell.value, normalise(cell.sort.as_ref().unwrap_or(&cell.text)))))
            .collect();
        order::by(&mut places, |&a, &b| {
            let of_rows = match (&keys[a], &keys[b]) {
                (Some(a), Some(b)) if by.descending => compare(b, a),
                (Some(a), Some(b)) => compare(a, b),
                (a, b) => a.is_none().cmp(&b.is_none()),
            };
            of_rows.then(a.cmp(&b))
        });
        places
    }
}

fn compare(a: &(Option<f64>, String), b: &(Option<f64>, String)) -> Ordering {
    match (a.0, b.0) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        _ => collate(&a.1, &b.1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let row = |name: &str, value: Option<f64>| {
            vec![Cell::text(name), value.map_or_else(Cell::default, |value| Cell::number(value, Lang::Vi))]
        };
        Table {
            key: "t",
            title: String::new(),
            columns: vec![Column::quoted("name", "Tên"), Column::number("value", "Số")],
            rows: vec![row("Định", Some(10.0)), row("An", None), row("dung", Some(9.0)), row("Ánh", Some(100.0))],
        }
    }

    fn names(order: &str) -> Vec<String> {
        let table = table();
        let places = table.order_by(Order::read(order).as_ref());
        places.into_iter().map(|place| table.rows[place][0].text.clone()).collect()
    }

    #[test]
    fn numbers_sort_by_value_and_what_has_none_comes_last_both_ways() {
        assert_eq!(names("value"), ["dung", "Định", "Ánh", "An"]);
        assert_eq!(names("-value"), ["Ánh", "Định", "dung", "An"]);
    }

    #[test]
    fn words_sort_by_the_alphabet() {
        assert_eq!(names("name"), ["An", "Ánh", "dung", "Định"]);
        assert_eq!(names("-name"), ["Định", "dung", "Ánh", "An"]);
    }

    #[test]
    fn an_unknown_column_changes_nothing() {
        assert_eq!(names("colour"), ["Định", "An", "dung", "Ánh"]);
        assert_eq!(table().order_by(None), [0, 1, 2, 3]);
    }
}
