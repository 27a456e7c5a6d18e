//! Tables as files, and reports as references. Pure: the browser's part is `parts/figure.rs`.

use super::table::{Cell, Table};
use soi::Report;

use super::date_of;

/// Where an export comes from: title, search and filters, corpus, date, link; each a name and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// In the order of the file.
    pub lines: Vec<(&'static str, String)>,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values, which spreadsheets open.
    Csv,
    /// One JSON object a line.
    Jsonl,
    /// A table of Markdown.
    Markdown,
}

impl Format {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Jsonl, Self::Markdown];

    /// The ending of its name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Markdown => "md",
        }
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Jsonl => "JSONL",
            Self::Markdown => "Markdown",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Jsonl => "application/x-ndjson",
            Self::Markdown => "text/markdown",
        }
    }

    /// The table in it. `page` is the address of the page without its query, to make links whole.
    pub fn write(self, table: &Table, origin: &Origin, page: &str) -> String {
        match self {
            Self::Csv => csv(table, origin, page),
            Self::Jsonl => jsonl(table, origin, page),
            Self::Markdown => markdown(table, origin, page),
        }
    }
}

/// RFC 4180 with a byte order mark, which makes Excel read UTF-8. Numbers are plain: `67.77`. The last column is the
/// link of the row's first linked cell. The origin stands under the rows.
fn csv(table: &Table, origin: &Origin, page: &str) -> String {
    let mut out = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (i, cell) in cells.enumerate() {
            if i > 0 {
                out.push(',');
            }
            // A spreadsheet would run a text that begins like a formula; an apostrophe before it makes it text there.
            // Some take the wide signs of East Asia for the same.
            let formula = cell.starts_with(['=', '+', '@', '\t', '\r', '＝', '＋', '－', '＠'])
                || (cell.starts_with('-') && !is_number(&cell));
            if formula || cell.contains([',', '"', '\n', '\r']) {
                out.push('"');
                if formula {
                    out.push('\'');
                }
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(&cell);
            }
        }
        out.push_str("\r\n");
    };
    let linked = table.rows.iter().flatten().any(|cell| cell.href.is_some());
    let heads = table.columns.iter().map(|column| column.label.clone());
    line(&mut heads.chain(linked.then(|| "link".to_owned())));
    for row in &table.rows {
        let link = linked
            .then(|| row.iter().find_map(|cell| cell.href.as_deref()).map_or_else(String::new, |h| whole(page, h)));
        line(&mut row.iter().map(plain).chain(link));
    }
    line(&mut std::iter::empty());
    for (name, text) in &origin.lines {
        line(&mut [(*name).to_owned(), text.clone()].into_iter());
    }
    out
}

/// All facts of reports: the origin as the first object, then a report a line, exactly the contract.
pub fn facts<'a>(reports: impl Iterator<Item = &'a Report>, origin: &Origin) -> String {
    let mut out = jsonl(&Table::default(), origin, "");
    for report in reports {
        out.push_str(&report.to_json());
        out.push('\n');
    }
    out
}

/// The origin as the first object, `{"soi": {…}}`, then one object a row, by the columns' keys; links beside the cells
/// that have one, as `key_link`.
fn jsonl(table: &Table, origin: &Origin, page: &str) -> String {
    let mut out = String::from("{\"soi\":{");
    for (i, (name, text)) in origin.lines.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        json_string(name, &mut out);
        out.push(':');
        json_string(text, &mut out);
    }
    out.push_str("}}\n");
    for row in &table.rows {
        out.push('{');
        for (i, (column, cell)) in table.columns.iter().zip(row).enumerate() {
            if i > 0 {
                out.push(',');
            }
            json_string(column.key, &mut out);
            out.push(':');
            match (cell.value, &cell.sort) {
                (Some(value), _) => out.push_str(&decimal(value)),
                // An ISO date or interval says more than its print.
                (None, Some(sort)) if !column.quoted => json_string(sort, &mut out),
                (None, _) if cell.text.is_empty() => out.push_str("null"),
                (None, _) => json_string(&cell.text, &mut out),
            }
            if cell.value.is_some() && cell.text != decimal(cell.value.unwrap_or_default()) {
                out.push(',');
                json_string(&[column.key, "_text"].concat(), &mut out);
                out.push(':');
                json_string(&cell.text, &mut out);
            }
            if let Some(href) = &cell.href {
                out.push(',');
                json_string(&[column.key, "_link"].concat(), &mut out);
                out.push(':');
                json_string(&whole(page, href), &mut out);
            }
        }
        out.push_str("}\n");
    }
    out
}

fn markdown(table: &Table, origin: &Origin, page: &str) -> String {
    let clean = |text: &str| {
        let mut out = String::new();
        for c in text.chars() {
            match c {
                '\n' | '\r' => out.push(' '),
                '|' | '[' | ']' | '*' | '_' | '`' | '<' | '\\' => out.extend(['\\', c]),
                _ => out.push(c),
            }
        }
        out
    };
    let mut out = ["# ", &clean(&table.title), "\n\n|"].concat();
    for column in &table.columns {
        out.push_str(&[" ", &clean(&column.label), " |"].concat());
    }
    out.push_str("\n|");
    for column in &table.columns {
        out.push_str(if column.numeric { " ---: |" } else { " --- |" });
    }
    for row in &table.rows {
        out.push_str("\n|");
        for cell in row {
            let text = clean(&cell.text);
            match &cell.href {
                Some(href) if !text.is_empty() => {
                    out.push_str(&[" [", &text, "](", &whole(page, href), ") |"].concat());
                }
                _ => out.push_str(&[" ", &text, " |"].concat()),
            }
        }
    }
    out.push('\n');
    for (name, text) in &origin.lines {
        out.push_str(&["\n- ", name, ": ", &clean(text)].concat());
    }
    out.push('\n');
    out
}

/// The reports as BibTeX entries. `link` gives the whole link of each.
pub fn bibtex(reports: &[(&Report, String)]) -> String {
    let clean = |text: &str| text.replace(['{', '}', '\\'], "").replace('\n', " ");
    let mut out = String::new();
    for (report, link) in reports {
        let field = |name: &str, value: Option<&str>| {
            value.map(|value| ["  ", name, " = {", &clean(value), "},\n"].concat()).unwrap_or_default()
        };
        let date = date_of(report);
        out.push_str(&["@misc{", &report.id, ",\n"].concat());
        out.push_str(&field("title", report.title.as_deref()));
        out.push_str(&field("author", report.byline.as_deref()));
        out.push_str(&field("howpublished", report.publisher.as_deref()));
        out.push_str(&field("year", date.and_then(|date| date.get(..4))));
        out.push_str(&field("date", date.map(day)));
        out.push_str(&field("language", Some("vietnamese")));
        out.push_str(&["  url = {", link, "}\n}\n\n"].concat());
    }
    out
}

/// The reports as RIS records.
pub fn ris(reports: &[(&Report, String)]) -> String {
    let mut out = String::new();
    for (report, link) in reports {
        let mut field = |tag: &str, value: Option<&str>| {
            if let Some(value) = value {
                out.push_str(&[tag, "  - ", &value.replace(['\n', '\r'], " "), "\r\n"].concat());
            }
        };
        let date = date_of(report);
        field("TY", Some("NEWS"));
        field("ID", Some(&report.id));
        field("TI", report.title.as_deref());
        field("AU", report.byline.as_deref());
        field("PB", report.publisher.as_deref());
        field("PY", date.and_then(|date| date.get(..4)));
        field("DA", date.map(|date| day(date).replace('-', "/")).as_deref());
        field("LA", Some("vi"));
        field("UR", Some(link));
        field("ER", Some(""));
    }
    out
}

/// An ISO date without its time.
fn day(iso: &str) -> &str {
    iso.split('T').next().unwrap_or(iso)
}

/// A link that starts with `?`, made whole.
pub fn whole(page: &str, href: &str) -> String {
    if href.starts_with('?') { [page, href].concat() } else { href.to_owned() }
}

fn plain(cell: &Cell) -> String {
    cell.value.map_or_else(|| cell.text.clone(), decimal)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'))
}

/// A number with a point and six decimals at most: printing a float in full costs the browser some ten kilobytes.
pub fn decimal(value: f64) -> String {
    const MILLION: u128 = 1_000_000;
    let millionths = (value.abs() * MILLION as f64).round() as u128;
    let fraction = (MILLION + millionths % MILLION).to_string();
    let fraction = fraction[1..].trim_end_matches('0');
    let sign = if value < 0.0 && millionths > 0 { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    [sign, &(millionths / MILLION).to_string(), point, fraction].concat()
}

/// Writes a JSON string.
pub fn json_string(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                out.push_str("\\u00");
                out.push(char::from(HEX[(c as usize >> 4) & 15]));
                out.push(char::from(HEX[c as usize & 15]));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::super::table::Column;
    use super::*;
    use crate::address::Lang;

    fn table() -> Table {
        Table {
            key: "t",
            title: "Bảng".into(),
            columns: vec![Column::words("a", "Tên, gọi"), Column::number("b", "Số"), Column::words("c", "Ngày")],
            rows: vec![
                vec![
                    Cell::text("nói \"vậy\"").to("?q=a"),
                    Cell::number(67.77, Lang::Vi),
                    Cell::date(Some("2018-06-21"), Lang::Vi),
                ],
                vec![Cell::text("=1+1|x"), Cell::number(-2397.0, Lang::Vi), Cell::default()],
            ],
        }
    }

    fn origin() -> Origin {
        Origin { lines: vec![("query", "a, b".into())] }
    }

    #[test]
    fn csv_quotes_what_needs_it_keeps_numbers_plain_and_runs_no_formula() {
        let want = "\u{feff}\"Tên, gọi\",Số,Ngày,link\r\n\"nói \"\"vậy\"\"\",67.77,21-6-2018,http://x/?q=a\r\n\
                    \"'=1+1|x\",-2397,,\r\n\r\nquery,\"a, b\"\r\n";
        assert_eq!(Format::Csv.write(&table(), &origin(), "http://x/"), want);
    }

    #[test]
    fn a_cell_that_begins_like_a_formula_is_text_in_csv_and_no_markup_in_markdown() {
        for text in ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠SUM(1)", "=\"a\",1"]
        {
            let mut table = table();
            table.rows[0][0].text = text.to_owned();
            let csv = Format::Csv.write(&table, &origin(), "http://x/");
            let cell = ["\r\n\"'", &text.replace('"', "\"\""), "\","].concat();
            assert!(csv.contains(&cell), "{text:?}: {csv}");
        }
        for text in ["<script>x</script>", "[x](javascript:x)", "![x](//evil.test)", "`</code><b>`", "a | b\n| c"] {
            let mut table = table();
            table.rows[0][0].text = text.to_owned();
            let markdown = Format::Markdown.write(&table, &origin(), "http://x/");
            let escaped = |sign: char| markdown.matches(sign).count() == markdown.matches(&format!("\\{sign}")).count();
            assert!(escaped('<') && escaped('`') && !markdown.contains("[x]"), "{markdown}");
        }
    }

    #[test]
    fn json_lines_read_back_as_json_with_iso_dates_and_links() {
        let text = Format::Jsonl.write(&table(), &origin(), "http://x/");
        let lines: Vec<serde_json::Value> = text.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
        assert_eq!(lines[0]["soi"]["query"], "a, b");
        assert_eq!(lines[1]["a"], "nói \"vậy\"");
        assert_eq!(lines[1]["a_link"], "http://x/?q=a");
        assert_eq!(lines[1]["b"], 67.77);
        assert_eq!(lines[1]["c"], "2018-06-21");
        assert_eq!(lines[2]["b_text"], "−2.397");
        assert!(lines[2]["c"].is_null());
    }

    #[test]
    fn markdown_keeps_its_columns_whatever_a_cell_holds() {
        let text = Format::Markdown.write(&table(), &origin(), "http://x/");
        let row = text.lines().find(|line| line.contains("=1+1")).expect("the row");
        assert_eq!(row, "| =1+1\\|x | −2.397 |  |");
        assert!(text.contains("[nói \"vậy\"](http://x/?q=a)"));
    }

    #[test]
    fn references_hold_title_date_and_link() {
        let report = soi::parse("one", "Hội nghị sơ kết\n\nNgày 20/6/2018, Đảng bộ tổ chức hội nghị sơ kết.\n");
        let reports = [(&report, "http://x/?report=one".to_owned())];
        let (bib, ris) = (bibtex(&reports), ris(&reports));
        assert!(bib.starts_with("@misc{one,\n  title = {Hội nghị sơ kết},"), "{bib}");
        assert!(bib.contains("url = {http://x/?report=one}"));
        assert!(ris.starts_with("TY  - NEWS\r\nID  - one\r\nTI  - Hội nghị sơ kết\r\n") && ris.ends_with("ER  - \r\n"));
    }
}
