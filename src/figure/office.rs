//! Tables and review sheets as `crates/soi-office` is told of them: JSON. Pure: the browser's part is
//! `parts/office_button.rs`.

use soi::report::{Report, Role};
use soi::text::Span;
use soi::views::sheet::{Line, Sheet};

use super::export::{Origin, decimal, json_string, whole};
use super::sheet_text::{columns, directive, head, row_name, squeeze, subject};
use super::table::Table;
use crate::address::Lang;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A spreadsheet.
    Xlsx,
    /// A Word document.
    Docx,
}

impl Kind {
    /// The ending of its name, and what the module that makes it calls it.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// A table for a spreadsheet. `page` is the address of the page without its query, to make links whole.
pub fn book(lang: Lang, table: &Table, origin: &Origin, page: &str) -> String {
    let mut out = String::from("{\"title\":");
    json_string(&table.title, &mut out);
    out.push_str(",\"columns\":[");
    for (i, column) in table.columns.iter().enumerate() {
        out.push_str(if i == 0 { "{\"label\":" } else { ",{\"label\":" });
        json_string(&column.label, &mut out);
        out.push_str(if column.numeric { ",\"numeric\":true}" } else { "}" });
    }
    out.push_str("],\"rows\":[");
    for (i, row) in table.rows.iter().enumerate() {
        out.push_str(if i == 0 { "[" } else { ",[" });
        for (i, cell) in row.iter().enumerate() {
            out.push_str(if i == 0 { "{\"t\":" } else { ",{\"t\":" });
            json_string(&cell.text, &mut out);
            if let Some(value) = cell.value {
                out.push_str(&[",\"v\":", &decimal(value)].concat());
            }
            if let Some(sort) = &cell.sort {
                out.push_str(",\"d\":");
                json_string(sort, &mut out);
            }
            if let Some(href) = &cell.href {
                out.push_str(",\"l\":");
                json_string(&whole(page, href), &mut out);
            }
            out.push('}');
        }
        out.push(']');
    }
    out.push(']');
    end(lang, origin, &mut out);
    out
}

/// A Word document of `blocks`, each as [`sheet`] gives them.
pub fn paper(lang: Lang, title: &str, blocks: &str, origin: &Origin) -> String {
    let mut out = String::from("{\"title\":");
    json_string(title, &mut out);
    out.push_str(if lang == Lang::En { ",\"lang\":\"en\"" } else { ",\"lang\":\"vi\"" });
    out.push_str(&[",\"blocks\":[", blocks.trim_end_matches(','), "]"].concat());
    end(lang, origin, &mut out);
    out
}

/// Where a file comes from, and the end of its object.
fn end(lang: Lang, origin: &Origin, out: &mut String) {
    out.push_str(",\"source\":");
    json_string(lang.office().source, out);
    out.push_str(",\"origin\":[");
    for (i, (name, text)) in origin.lines.iter().enumerate() {
        out.push_str(if i == 0 { "[" } else { ",[" });
        json_string(name, out);
        out.push(',');
        json_string(text, out);
        out.push(']');
    }
    out.push_str("]}");
}

/// A review sheet as blocks of a Word document, each with a comma behind it; `link` gives the link to a piece of the
/// report, and that to the report for `None`.
pub fn sheet(lang: Lang, report: &Report, sheet: &Sheet, link: &dyn Fn(Option<Span>) -> String, out: &mut String) {
    let words = lang.sheet();
    let title = report.title.as_deref().unwrap_or(lang.words().untitled);
    block("head\":[1,", &[linked(title, &link(None))], out);
    for (name, value, at) in head(lang, report, sheet) {
        let value = at.map_or_else(|| run(&value, ""), |at| linked(&value, &link(Some(at))));
        block("para\":", &[soft(&[name, ": "].concat()), value], out);
    }
    let sentence = |line: &Line| -> Option<[String; 2]> {
        let quote = &report.statements.get(line.statement)?.quote;
        let place = lang.sentence(line.statement);
        let text = match line.quoted {
            true => run(&["“", &squeeze(quote.as_str()), "” "].concat(), ""),
            false => soft(&[words.also, " "].concat()),
        };
        Some([text, linked(&place, &link(Some(quote.span())))])
    };
    let items = |lines: &[Line], out: &mut String| {
        lines.iter().filter_map(sentence).for_each(|runs| block("item\":", &runs, out));
    };
    for row in &sheet.rows {
        block("head\":[2,", &[run(row_name(lang, row), "")], out);
        let found = columns(row);
        // What stands alone in its row has the whole width.
        let alone = found.iter().filter(|(_, lines)| !lines.is_empty()).count() < 2;
        let drawn: Vec<&(Role, &[Line])> = found.iter().filter(|(_, lines)| !alone || !lines.is_empty()).collect();
        if !drawn.iter().all(|(_, lines)| lines.is_empty()) {
            out.push_str("{\"columns\":[");
            for (i, (role, lines)) in drawn.into_iter().enumerate() {
                out.push_str(if i == 0 { "[" } else { ",[" });
                json_string(lang.role(*role), out);
                let mut inside = String::new();
                items(lines, &mut inside);
                out.push_str(&[",[", inside.trim_end_matches(','), "]]"].concat());
            }
            out.push_str("]},");
        }
        if !row.measures.is_empty() {
            block("head\":[4,", &[run(words.measures, "")], out);
        }
        for group in &row.measures {
            let mut runs = Vec::new();
            if let Some(subject) = subject(report, group) {
                runs.push(run(&[&squeeze(subject), ": "].concat(), ""));
            }
            let named = [(words.target, &group.targets), (words.result, &group.results), (words.size, &group.sizes)];
            for (name, entries) in named.into_iter().filter(|(_, entries)| !entries.is_empty()) {
                let between = if runs.len() > 1 { "; " } else { "" };
                runs.push(soft(&[between, name, " "].concat()));
                for (i, measure) in entries.iter().filter_map(|&i| report.measures.get(i)).enumerate() {
                    if i > 0 {
                        runs.push(run(", ", ""));
                    }
                    runs.push(linked(&lang.measure(measure), &link(Some(measure.quote.span()))));
                }
            }
            block("item\":", &runs, out);
        }
        if !row.directives.is_empty() {
            block("head\":[4,", &[run(words.directives, "")], out);
        }
        for cited in row.directives.iter().filter_map(|&i| report.directives.get(i)) {
            let topic = cited.topic.as_ref().map(|topic| [" – ", &squeeze(topic)].concat()).unwrap_or_default();
            let named = linked(&directive(lang, cited), &link(Some(cited.quote.span())));
            block("item\":", &[named, run(&topic, "")], out);
        }
    }
    if !sheet.directions.is_empty() {
        block("head\":[2,", &[run(words.directed, "")], out);
    }
    for direction in &sheet.directions {
        let Some(person) = report.people.get(direction.person) else { continue };
        let acts = person.acts.iter().map(|&act| lang.act(act)).collect::<Vec<_>>().join(", ");
        block("para\":", &[run(&person.name, ",\"b\":true"), soft(&[" – ", &acts].concat())], out);
        items(&direction.named, out);
        items(&direction.set, out);
    }
    if !sheet.next.is_empty() || !sheet.next_periods.is_empty() {
        block("head\":[2,", &[run(words.next, "")], out);
    }
    for period in sheet.next_periods.iter().filter_map(|&i| report.periods.get(i)) {
        let named = linked(&squeeze(period.quote.as_str()), &link(Some(period.quote.span())));
        block("para\":", &[soft(&[words.next_period, ": "].concat()), named], out);
    }
    items(&sheet.next, out);
}

/// A block whose object begins so; a heading is an array of its level and its words.
fn block(start: &str, runs: &[String], out: &mut String) {
    out.push_str(&["{\"", start, "[", &runs.join(","), "]"].concat());
    out.push_str(if start.ends_with(',') { "]}," } else { "}," });
}

fn run(text: &str, look: &str) -> String {
    let mut out = String::from("{\"t\":");
    json_string(text, &mut out);
    out.push_str(look);
    out.push('}');
    out
}

fn soft(text: &str) -> String {
    run(text, ",\"s\":true")
}

fn linked(text: &str, link: &str) -> String {
    let mut look = String::from(",\"l\":");
    json_string(link, &mut look);
    run(text, &look)
}

#[cfg(test)]
mod tests {
    use super::super::table::{Cell, Column};
    use super::*;

    #[test]
    fn a_table_as_json_has_numbers_dates_and_whole_links() {
        let table = Table {
            key: "t",
            title: "Bảng".into(),
            columns: vec![Column::words("a", "Tên"), Column::number("b", "Số")],
            rows: vec![vec![
                Cell::date(Some("2018-06-21"), Lang::Vi).to("?q=a"),
                Cell { text: "67,77 %".into(), ..Cell::number(67.77, Lang::Vi) },
            ]],
        };
        let origin = Origin { lines: vec![("query", "a".into())] };
        let json: serde_json::Value =
            serde_json::from_str(&book(Lang::Vi, &table, &origin, "http://x/")).expect("JSON");
        assert_eq!(json["rows"][0][0]["d"], "2018-06-21");
        assert_eq!(json["rows"][0][0]["l"], "http://x/?q=a");
        assert_eq!(json["rows"][0][1]["v"], 67.77);
        assert_eq!(json["columns"][1]["numeric"], true);
        assert_eq!(json["origin"][0][1], "a");
    }

    #[test]
    fn a_sheet_as_json_has_columns_side_by_side_and_places() {
        let page = "Tin\n\nNgày 5/7/2018, Đảng bộ Sở Tư pháp tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2018.\n\
            6 tháng qua, Đảng bộ đã kết nạp 30 đảng viên. Tuy nhiên, công tác kiểm tra, giám sát còn chậm.\n\
            Thời gian tới, tăng cường công tác kiểm tra, giám sát.";
        let report = soi::parse("r", page);
        let link = |at: Option<Span>| at.map_or("?".to_owned(), |at| at.start.to_string());
        let mut blocks = String::new();
        sheet(Lang::Vi, &report, &soi::views::sheet::sheet(&report), &link, &mut blocks);
        let json = paper(Lang::Vi, "Phiếu", &blocks, &Origin::default());
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let blocks = json["blocks"].as_array().expect("blocks");
        assert_eq!(blocks[0]["head"][0], 1);
        let columns = blocks.iter().filter_map(|block| block["columns"].as_array()).max_by_key(|all| all.len());
        let columns = columns.expect("columns side by side");
        assert_eq!(columns.len(), 3, "{json}");
        let text = json.to_string();
        assert!(
            text.contains("“Tuy nhiên, công tác kiểm tra, giám sát còn chậm.” ") && text.contains("câu 3"),
            "{text}"
        );
    }
}
