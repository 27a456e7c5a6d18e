//! Tables as files. Pure: the browser's part is `parts/figure.rs`.

use super::table::Table;

/// Where an export comes from, in its head: title, query and filters, date, link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Lines for the head of the file.
    pub lines: Vec<String>,
}

/// Comma-separated values (RFC 4180) with a byte order mark, which makes Excel read UTF-8. Numbers are plain: `67.77`.
pub fn csv(table: &Table, origin: &Origin) -> String {
    let mut out = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (i, cell) in cells.enumerate() {
            if i > 0 {
                out.push(',');
            }
            if cell.contains([',', '"', '\n', '\r']) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(&cell);
            }
        }
        out.push_str("\r\n");
    };
    line(&mut table.columns.iter().map(|column| column.label.clone()));
    for row in &table.rows {
        line(&mut row.iter().map(|cell| cell.value.map_or_else(|| cell.text.clone(), |value| value.to_string())));
    }
    for text in &origin.lines {
        line(&mut std::iter::once(text.clone()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::table::{Cell, Column};
    use super::*;
    use crate::address::Lang;

    #[test]
    fn csv_quotes_what_needs_it_and_keeps_numbers_plain() {
        let table = Table {
            key: "t",
            title: String::new(),
            columns: vec![Column::words("a", "Tên, gọi"), Column::number("b", "Số")],
            rows: vec![vec![Cell::text("nói \"vậy\""), Cell::number(67.77, Lang::Vi)]],
        };
        let origin = Origin { lines: vec!["Soi".into()] };
        assert_eq!(csv(&table, &origin), "\u{feff}\"Tên, gọi\",Số\r\n\"nói \"\"vậy\"\"\",67.77\r\nSoi\r\n");
    }
}
