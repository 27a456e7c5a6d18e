//! Tables of documents: CSV and TSV (RFC 4180), read with the crate csv.

use csv::{ByteRecord, ReaderBuilder};

use crate::fault::Reason;
use crate::json::Columns;
use crate::{Document, Encoding, Format, decode};

/// So many rows show what a column is.
const SAMPLE: usize = 20;

/// A table being read.
pub(crate) struct Table {
    reader: csv::Reader<std::io::Cursor<Vec<u8>>>,
    names: Vec<String>,
    columns: Columns,
    /// The first row, where it holds a document and no names.
    first: Option<ByteRecord>,
    format: Format,
    encoding: Encoding,
}

/// What a table holds, for asking which column is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The table's name.
    pub name: String,
    /// The columns' names; their numbers where the table has none.
    pub names: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// What each column seems to be.
    pub guess: Columns,
}

impl Preview {
    /// What the first objects of JSON hold; `None` where these are no objects.
    pub(crate) fn of_objects<'a>(name: &str, objects: impl Iterator<Item = &'a serde_json::Value>) -> Option<Self> {
        let objects: Vec<_> = objects.take(SAMPLE).filter_map(serde_json::Value::as_object).collect();
        let mut names: Vec<String> = Vec::new();
        for fields in &objects {
            for (name, value) in *fields {
                if !names.contains(name) && crate::json::text(value).is_some() {
                    names.push(name.clone());
                }
            }
        }
        let cell = |fields: &serde_json::Map<String, serde_json::Value>, name: &String| {
            fields.get(name).and_then(crate::json::text).unwrap_or_default()
        };
        let rows = objects.iter().map(|fields| names.iter().map(|name| cell(fields, name)).collect());
        Self::of(name, names.clone(), rows.collect())
    }

    /// `None` where there is nothing to choose from.
    fn of(name: &str, names: Vec<String>, rows: Vec<Vec<String>>) -> Option<Self> {
        let guess = Columns::guess(&names, &rows);
        (!names.is_empty() && !rows.is_empty()).then(|| Self { name: name.to_owned(), names, rows, guess })
    }

    /// Whether its names leave open which column is the text.
    pub fn is_open(&self) -> bool {
        !Columns::are_sure(&self.names)
    }
}

impl Table {
    /// What its first rows hold; `None` where it has none.
    pub(crate) fn preview(name: &str, bytes: &[u8], format: Format) -> Option<Preview> {
        // A choice that names nothing, so that a table that nobody understands is there to look at.
        let any = Columns { title: Some(String::new()), ..Columns::default() };
        let mut table = Self::new(bytes, format, &any).ok()?;
        let rows = std::iter::from_fn(|| table.record()?.ok().map(|record| cells(&record))).take(SAMPLE).collect();
        Preview::of(name, std::mem::take(&mut table.names), rows)
    }

    pub(crate) fn new(bytes: &[u8], format: Format, columns: &Columns) -> Result<Self, Reason> {
        let decoded = decode(bytes)?;
        let text = decoded.text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return Err(Reason::Empty);
        }
        let delimiter = if format == Format::Tsv { b'\t' } else { delimiter(text) };
        let build = |text: &str| {
            ReaderBuilder::new()
                .delimiter(delimiter)
                .has_headers(false)
                .flexible(true)
                .from_reader(std::io::Cursor::new(text.as_bytes().to_vec()))
        };
        let mut ahead = build(&text[..sample_end(text)]).into_byte_records();
        let head = ahead.next().and_then(Result::ok).map(|record| cells(&record)).unwrap_or_default();
        let rows: Vec<Vec<String>> = ahead.take(SAMPLE).flatten().map(|record| cells(&record)).collect();
        // A head is short; a document is not, and it is not named in the lists.
        let named = Columns::guess(&head, &[]);
        let short = head.iter().all(|cell| cell.chars().count() < 40);
        let is_head = named != Columns::default() || !rows.is_empty() && (short || are_labels(&head, &rows));
        let mut reader = build(text);
        let mut first = ByteRecord::new();
        let _ = reader.read_byte_record(&mut first);
        let (names, rows, first) = if is_head {
            (head, rows, None)
        } else {
            let numbers = (1..=head.len()).map(|number| number.to_string()).collect();
            (numbers, [vec![head], rows].concat(), Some(first))
        };
        // A column that was named and is not there: nothing else is meant.
        if columns.body.as_ref().is_some_and(|body| !names.contains(body)) {
            return Err(Reason::NoColumn);
        }
        let columns = columns.or(Columns::guess(&names, &rows));
        if columns.body.is_none() && columns.title.is_none() {
            return Err(Reason::NoColumn);
        }
        Ok(Self { reader, names, columns, first, format, encoding: decoded.encoding })
    }

    /// How much of it was read, from 0 to 1.
    pub(crate) fn share(&self) -> f64 {
        self.reader.position().byte() as f64 / self.reader.get_ref().get_ref().len().max(1) as f64
    }

    fn record(&mut self) -> Option<Result<ByteRecord, Reason>> {
        if let Some(first) = self.first.take() {
            return Some(Ok(first));
        }
        let mut record = ByteRecord::new();
        match self.reader.read_byte_record(&mut record) {
            Ok(false) => None,
            Ok(true) => Some(Ok(record)),
            Err(_) => Some(Err(Reason::Damaged(self.format))),
        }
    }

    /// The next row's document, and the line where the row begins.
    pub(crate) fn next(&mut self) -> Option<(u64, Result<Document, Reason>)> {
        let record = match self.record()? {
            Ok(record) => record,
            Err(reason) => return Some((0, Err(reason))),
        };
        let line = record.position().map_or(1, csv::Position::line);
        let cells = cells(&record);
        let field = |name: &str| {
            let at = self.names.iter().position(|other| other == name)?;
            cells.get(at).cloned()
        };
        Some((line, self.columns.document(&field, self.format, self.encoding)))
    }
}

/// Whether a first row that is not short is still no document: no cell of it is a sentence, and over the column that has
/// the texts stands less than a third of one. `Nội dung tin bài về công tác xây dựng Đảng` names a column.
fn are_labels(head: &[String], rows: &[Vec<String>]) -> bool {
    let plain = |cell: &String| {
        cell.chars().count() < 160 && !cell.trim_end().ends_with(['.', '!', '…']) && !cell.contains(". ")
    };
    let len = |row: &Vec<String>, column: usize| row.get(column).map_or(0, |cell| cell.chars().count());
    let mean = |column: usize| rows.iter().map(|row| len(row, column)).sum::<usize>() / rows.len().max(1);
    let texts = (0..head.len()).max_by_key(|column| mean(*column));
    head.iter().all(plain) && texts.is_some_and(|column| 3 * head[column].chars().count() < mean(column))
}

fn cells(record: &ByteRecord) -> Vec<String> {
    record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
}

/// The end of the rows to look ahead at.
fn sample_end(text: &str) -> usize {
    let mut end = text.len().min(1 << 18);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// Commas, or what Excel puts where the comma is for decimals: what the first line has most of, outside quotes.
fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if !quoted => counts.iter_mut().filter(|(mark, _)| *mark == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0).map_or(b',', |(mark, _)| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8], format: Format) -> Vec<(u64, Result<String, Reason>)> {
        let mut table = match Table::new(bytes, format, &Columns::default()) {
            Ok(table) => table,
            Err(reason) => return vec![(0, Err(reason))],
        };
        std::iter::from_fn(|| table.next()).map(|(line, read)| (line, read.map(|document| document.text))).collect()
    }

    #[test]
    fn rows_are_documents_with_the_lines_where_they_stand() {
        let table = "Tiêu đề;Ngày;Nội dung\nMột;21/6/2018;\"a; b\nc\"\nHai;;d\n";
        assert_eq!(
            texts(table.as_bytes(), Format::Csv),
            [(2, Ok("Một\n21/06/2018\na; b\nc".to_owned())), (4, Ok("Hai\nd".to_owned()))]
        );
        let long = "chữ ".repeat(60);
        assert_eq!(texts(format!("1,{long}\n2,{long}x").as_bytes(), Format::Csv).len(), 2, "a table without names");
        let label = "Toàn văn của tin bài về công tác xây dựng Đảng";
        assert_eq!(
            texts(format!("Số,{label}\n2,{long}").as_bytes(), Format::Csv),
            [(2, Ok(long.clone()))],
            "no document"
        );
        assert_eq!(texts(b"a,b\n1,2\n", Format::Csv), [(0, Err(Reason::NoColumn))]);
    }
}
