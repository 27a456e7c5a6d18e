//! A table as a spreadsheet: numbers are numbers, dates are dates, links are links, and the heading stays in sight.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError};
use serde::Deserialize;

use crate::is_absolute;

/// A cell holds no longer text.
const TEXT_MAX: usize = 32_767;
/// Nor a longer link.
const LINK_MAX: usize = 2_079;
/// A worksheet holds no more links.
const LINKS_MAX: usize = 65_000;
/// Widths of columns, in digits.
const WIDTHS: (usize, usize) = (8, 60);

/// A table and where it comes from.
#[derive(Debug, Clone, Deserialize, Default)]
pub struct Book {
    /// What the table shows.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
    /// Search, filters, corpus, date, link: each a name and what it says.
    pub origin: Vec<(String, String)>,
    /// What the worksheet of the origin is called.
    pub source: String,
}

/// A column.
#[derive(Debug, Clone, Deserialize, Default)]
pub struct Column {
    /// What stands above it.
    pub label: String,
    /// Whether it holds numbers.
    #[serde(default)]
    pub numeric: bool,
}

/// A cell.
#[derive(Debug, Clone, Deserialize, Default)]
pub struct Cell {
    /// What it says on the page.
    #[serde(rename = "t", default)]
    pub text: String,
    /// Its number.
    #[serde(rename = "v", default)]
    pub value: Option<f64>,
    /// Its ISO date, of any precision.
    #[serde(rename = "d", default)]
    pub date: Option<String>,
    /// Where it leads.
    #[serde(rename = "l", default)]
    pub link: Option<String>,
}

/// The bytes of the spreadsheet.
///
/// # Errors
/// If it has more rows or columns than a worksheet holds.
pub fn book(table: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(&table.title));
    let source = sheet_name(if table.source.is_empty() { "Soi" } else { &table.source });
    let mut name = sheet_name(&table.title);
    if name.is_empty() || name.to_lowercase() == source.to_lowercase() {
        name = "Soi 1".to_owned();
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    rows(sheet, table)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(source)?;
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_column_width(0, 14)?;
    sheet.set_column_width(1, 90)?;
    for (row, (name, text)) in (0..).zip(&table.origin) {
        sheet.write_string_with_format(row, 0, cut(name), &bold)?;
        if is_absolute(text) && text.len() <= LINK_MAX {
            sheet.write_url(row, 1, Url::new(text))?;
        } else {
            sheet.write_string_with_format(row, 1, cut(text), &wrapped)?;
        }
    }
    workbook.save_to_buffer()
}

fn rows(sheet: &mut Worksheet, table: &Book) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let top = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let day = Format::new().set_num_format("d-m-yyyy").set_align(FormatAlign::Top).set_align(FormatAlign::Left);
    for (at, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, cut(&column.label), &head)?;
        let texts = table.rows.iter().take(1_000).filter_map(|row| row.get(usize::from(at)));
        let longest = texts.map(|cell| cell.text.chars().count()).chain([column.label.chars().count()]).max();
        let width = longest.unwrap_or_default().clamp(WIDTHS.0, WIDTHS.1) + 2;
        sheet.set_column_width(at, width as f64)?;
    }
    let mut links = 0;
    for (row, cells) in (1..).zip(&table.rows) {
        for (at, cell) in (0..).zip(cells) {
            let link = cell.link.as_deref().filter(|link| is_absolute(link) && link.len() <= LINK_MAX);
            let link = link.filter(|_| links < LINKS_MAX && !cell.text.is_empty());
            if let Some(link) = link {
                // What is written over it below keeps the link.
                sheet.write_url(row, at, Url::new(link).set_text(cut(&cell.text)))?;
                links += 1;
            }
            let linked = |format: &Format| if link.is_some() { as_link(format) } else { format.clone() };
            if let Some(value) = cell.value {
                let format = Format::new().set_num_format(number_format(value, &cell.text)).set_align(FormatAlign::Top);
                sheet.write_number_with_format(row, at, value, &linked(&format))?;
            } else if let Some(date) = cell.date.as_deref().and_then(whole_day) {
                sheet.write_datetime_with_format(row, at, &date, &linked(&day))?;
            } else if !cell.text.is_empty() && link.is_none() {
                sheet.write_string_with_format(row, at, cut(&cell.text), &top)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if let (Some(last), Ok(rows)) = (table.columns.len().checked_sub(1), u32::try_from(table.rows.len()))
        && let Ok(last) = u16::try_from(last)
        && rows > 0
    {
        sheet.autofilter(0, 0, rows, last)?;
    }
    sheet.set_landscape().set_paper_size(9).set_repeat_rows(0, 0)?;
    Ok(())
}

fn as_link(format: &Format) -> Format {
    format.clone().set_font_color(0x0005_63C1).set_underline(rust_xlsxwriter::FormatUnderline::Single)
}

/// The format that shows `value` as the page's `text` does, with its decimals, percent sign or unit: `67,77 %`.
fn number_format(value: f64, text: &str) -> String {
    let mut decimals = 0;
    let mut rest = (value.abs() * 1e6).round() as u128 % 1_000_000;
    let mut place = 100_000;
    for i in 1..=6 {
        if rest >= place {
            decimals = i;
            rest %= place;
        }
        place /= 10;
    }
    let point = if decimals == 0 { String::new() } else { [".", &"0".repeat(decimals)].concat() };
    let number = ["#,##0", &point].concat();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else { return number };
    let end = text[start..].find(|c: char| !is_number(c)).map_or(text.len(), |length| start + length);
    let (before, after) = (&text[..start], &text[end..]);
    // A text of two numbers is no format of one.
    if after.contains(|c: char| c.is_ascii_digit()) || before.chars().chain(after.chars()).count() > 60 {
        return number;
    }
    let before = before.trim_start_matches(['-', '−']);
    let quoted = |text: &str| {
        let text = text.replace('"', "'");
        if text.is_empty() { text } else { ["\"", &text, "\""].concat() }
    };
    [quoted(before), number, quoted(after)].concat()
}

/// A date that names its day; a spreadsheet has no date without one.
fn whole_day(iso: &str) -> Option<ExcelDateTime> {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// What a worksheet may be called: 31 signs, some of them not.
fn sheet_name(title: &str) -> String {
    let clean: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control()).collect();
    // The length counts UTF-16.
    let mut name = String::new();
    for c in clean.trim().chars() {
        if name.encode_utf16().count() + c.len_utf16() > 31 {
            break;
        }
        name.push(c);
    }
    name.trim().to_owned()
}

fn cut(text: &str) -> &str {
    match text.char_indices().nth(TEXT_MAX / 2) {
        Some((at, _)) if text.encode_utf16().count() > TEXT_MAX => &text[..at],
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut text = String::new();
        archive.by_name(name).expect("the part").read_to_string(&mut text).expect("UTF-8");
        text
    }

    fn cell(text: &str) -> Cell {
        Cell { text: text.to_owned(), ..Cell::default() }
    }

    #[test]
    fn numbers_and_dates_are_cells_of_their_kind_and_links_lead_out() {
        let link = |cell: Cell, to: &str| Cell { link: Some(to.to_owned()), ..cell };
        let table = Book {
            title: "Số liệu: [tất cả]".to_owned(),
            columns: vec![
                Column { label: "Giá trị".to_owned(), numeric: true },
                Column { label: "Ngày".to_owned(), ..Column::default() },
                Column { label: "Câu".to_owned(), ..Column::default() },
            ],
            rows: vec![
                vec![
                    link(Cell { value: Some(67.77), ..cell("67,77 %") }, "https://soi.example/?report=a&at=1"),
                    Cell { date: Some("2018-06-21".to_owned()), ..cell("21-6-2018") },
                    link(cell("=1+1 & <sâu>"), "?report=a"),
                ],
                vec![
                    Cell { value: Some(2397.0), ..cell("2.397") },
                    Cell { date: Some("2018-06".to_owned()), ..cell("6-2018") },
                    link(cell("câu"), "https://soi.example/?report=b"),
                ],
            ],
            origin: vec![("link".to_owned(), "https://soi.example/?q=x".to_owned())],
            source: "Nguồn".to_owned(),
        };
        let bytes = book(&table).expect("a book");
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains("<v>67.77</v>") && sheet.contains("<v>2397</v>"), "{sheet}");
        assert!(sheet.contains("<v>43272</v>"), "21-6-2018 as Excel counts days: {sheet}");
        assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:C3\""), "{sheet}");
        assert!(sheet.contains("<hyperlink ref=\"A2\"") && sheet.contains("<hyperlink ref=\"C3\""), "{sheet}");
        assert!(!sheet.contains("<hyperlink ref=\"C2\"") && !sheet.contains("<f>"), "{sheet}");
        let styles = part(&bytes, "xl/styles.xml");
        assert!(styles.contains("#,##0.00&quot; %&quot;") && styles.contains("d-m-yyyy"), "{styles}");
        let words = part(&bytes, "xl/sharedStrings.xml");
        assert!(words.contains("=1+1 &amp; &lt;sâu&gt;") && words.contains("6-2018"), "{words}");
        let names = part(&bytes, "xl/workbook.xml");
        assert!(names.contains("name=\"Số liệu tất cả\"") && names.contains("name=\"Nguồn\""), "{names}");
    }

    #[test]
    fn a_number_looks_as_on_the_page() {
        let table = [
            (67.77, "67,77 %", "#,##0.00\" %\""),
            (2397.0, "2.397 đảng viên", "#,##0\" đảng viên\""),
            (-0.5, "−0,5", "#,##0.0"),
            (12.0, "+12", "\"+\"#,##0"),
            (5.0, "5–7", "#,##0"),
            (5.0, "", "#,##0"),
        ];
        for (value, text, want) in table {
            assert_eq!(number_format(value, text), want, "{text}");
        }
    }

    #[test]
    fn an_empty_table_and_long_texts_make_a_book() {
        assert!(book(&Book::default()).is_ok());
        let long = "ă".repeat(40_000);
        let column = Column { label: long.clone(), ..Column::default() };
        let table =
            Book { title: long.clone(), columns: vec![column], rows: vec![vec![cell(&long)]], ..Book::default() };
        assert!(book(&table).is_ok());
    }
}
