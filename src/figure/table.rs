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
    /// The rows in an order; those with nothing in the column come last. An unknown column leaves them as they are.
    #[must_use]
    pub fn sorted(mut self, by: Option<&Order>) -> Self {
        let Some(by) = by else { return self };
        let Some(column) = self.columns.iter().position(|column| column.key == by.column) else { return self };
        let mut keyed: Vec<(usize, Vec<Cell>)> = self.rows.into_iter().enumerate().collect();
        order::by(&mut keyed, |a, b| {
            let places = a.0.cmp(&b.0);
            let (Some(a), Some(b)) = (a.1.get(column), b.1.get(column)) else { return places };
            let emptiness = a.is_empty().cmp(&b.is_empty());
            let values = compare(a, b);
            emptiness.then(if by.descending { values.reverse() } else { values }).then(places)
        });
        self.rows = keyed.into_iter().map(|(_, row)| row).collect();
        self
    }
}

fn compare(a: &Cell, b: &Cell) -> Ordering {
    if let (Some(a), Some(b)) = (a.value, b.value) {
        return a.total_cmp(&b);
    }
    // In normal form: a page may write a letter and its mark one by one.
    let text = |cell: &Cell| normalise(cell.sort.as_ref().unwrap_or(&cell.text));
    collate(&text(a), &text(b))
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

    fn names(table: &Table) -> Vec<&str> {
        table.rows.iter().map(|row| row[0].text.as_str()).collect()
    }

    #[test]
    fn numbers_sort_by_value_and_what_has_none_comes_last_both_ways() {
        let order = |text| Order::read(text);
        assert_eq!(names(&table().sorted(order("value").as_ref())), ["dung", "Định", "Ánh", "An"]);
        assert_eq!(names(&table().sorted(order("-value").as_ref())), ["Ánh", "Định", "dung", "An"]);
    }

    #[test]
    fn words_sort_by_the_alphabet() {
        assert_eq!(names(&table().sorted(Order::read("name").as_ref())), ["An", "Ánh", "dung", "Định"]);
        assert_eq!(names(&table().sorted(Order::read("-name").as_ref())), ["Định", "dung", "Ánh", "An"]);
    }

    #[test]
    fn an_unknown_column_changes_nothing() {
        assert_eq!(table().sorted(Order::read("colour").as_ref()), table());
        assert_eq!(table().sorted(None), table());
    }
}
