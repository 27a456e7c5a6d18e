//! The lines of review sheets as a table: a row for each sentence, measure and instrument that a sheet shows, with its
//! place and its link.

use soi::report::{Quote, Report};
use soi::text::Span;
use soi::views::sheet::{Line, Sheet, body, main_event};

use super::date_of;
use super::sheet_text::{columns as columns_of, directive, row_name, squeeze, subject};
use super::table::{Cell, Column};
use crate::address::Lang;

/// The columns.
pub fn columns(lang: Lang) -> Vec<Column> {
    let (words, sheet, measures) = (lang.about(), lang.sheet(), lang.measures());
    vec![
        Column::quoted("id", sheet.id),
        Column::quoted("title", sheet.title),
        Column::words("date", words.date),
        Column::quoted("body", words.body),
        Column::words("period", lang.words().meeting_period),
        Column::words("area", lang.facet(soi::filter::Facet::Area)),
        Column::words("part", sheet.part),
        Column::words("role", measures.role),
        Column::quoted("subject", measures.subject),
        Column::words("comparator", measures.comparator),
        Column::number("value", measures.value),
        Column::quoted("unit", measures.unit),
        Column::quoted("text", sheet.text),
        Column::words("place", sheet.place),
        Column::words("also", sheet.also),
    ]
}

/// What tells a line from another of its report.
#[derive(Default)]
struct Said {
    area: &'static str,
    part: &'static str,
    role: String,
    subject: String,
    /// Comparator, value and unit.
    measured: [Cell; 3],
    /// Whether the sheet quotes the sentence in another row.
    also: bool,
}

/// The lines of a sheet, in its order; `link` gives the link to a piece of the report, `?…`.
pub fn rows(lang: Lang, report: &Report, sheet: &Sheet, link: &dyn Fn(Span) -> String) -> Vec<Vec<Cell>> {
    let words = lang.sheet();
    let event = main_event(report);
    let date = date_of(report);
    let day = date.map(|date| date.split('T').next().unwrap_or(date));
    let period = event.and_then(|event| event.period.as_deref());
    let head = [
        Cell::text(&*report.id),
        Cell::text(report.title.as_deref().unwrap_or(lang.words().untitled)),
        Cell { sort: date.map(str::to_owned), ..Cell::date(day, lang) },
        Cell::text(body(report).unwrap_or_default()),
        Cell { sort: period.map(str::to_owned), ..Cell::text(period.map(|it| lang.interval(it)).unwrap_or_default()) },
    ];
    let mut out = Vec::new();
    let mut put = |quote: &Quote, said: Said| {
        let place = lang.place_in(report, quote.span());
        let [comparator, value, unit] = said.measured;
        let mut row = head.to_vec();
        row.extend([Cell::text(said.area), Cell::text(said.part), Cell::text(said.role), Cell::text(said.subject)]);
        row.extend([comparator, value, unit]);
        row.push(Cell::text(squeeze(quote.as_str())).to(link(quote.span())));
        row.extend([Cell::text(place), Cell::text(if said.also { words.elsewhere } else { "" })]);
        out.push(row);
    };
    let sentence = |line: &Line| Some((&report.statements.get(line.statement)?.quote, !line.quoted));
    for row in &sheet.rows {
        let area = row_name(lang, row);
        for (role, lines) in columns_of(row) {
            for (quote, also) in lines.iter().filter_map(sentence) {
                put(quote, Said { area, part: lang.role(role), also, ..Said::default() });
            }
        }
        for group in &row.measures {
            let subject = squeeze(subject(report, group).unwrap_or_default());
            for measure in group.all().filter_map(|i| report.measures.get(i)) {
                let value = Cell { text: lang.measure(measure), value: Some(measure.value), ..Cell::default() };
                let comparator = Cell::text(lang.comparator(measure.comparator));
                let unit = Cell::text(measure.unit.as_deref().unwrap_or_default());
                let role = lang.measure_role(measure.role).to_owned();
                let (part, subject, measured) = (words.measures, subject.clone(), [comparator, value, unit]);
                put(&measure.quote, Said { area, part, role, subject, measured, also: false });
            }
        }
        for cited in row.directives.iter().filter_map(|&i| report.directives.get(i)) {
            let (role, subject) = (lang.directive(cited.kind).to_owned(), directive(lang, cited));
            put(&cited.quote, Said { area, part: words.directives, role, subject, ..Said::default() });
        }
    }
    for direction in &sheet.directions {
        let Some(person) = report.people.get(direction.person) else { continue };
        let acts = person.acts.iter().map(|&act| lang.act(act)).collect::<Vec<_>>().join(", ");
        for (lines, role) in [(&direction.named, acts.as_str()), (&direction.set, words.set)] {
            for (quote, also) in lines.iter().filter_map(sentence) {
                let (role, subject) = (role.to_owned(), person.name.clone());
                put(quote, Said { part: words.directed, role, subject, also, ..Said::default() });
            }
        }
    }
    for period in sheet.next_periods.iter().filter_map(|&i| report.periods.get(i)) {
        put(&period.quote, Said { part: words.next, role: words.next_period.to_owned(), ..Said::default() });
    }
    for (quote, also) in sheet.next.iter().filter_map(sentence) {
        put(quote, Said { part: words.next, also, ..Said::default() });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_its_area_its_part_its_place_and_its_link() {
        let page = "Tin\n\nNgày 5/7/2018, Đảng bộ Sở Tư pháp tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2018.\n\
            6 tháng qua, Đảng bộ đã kết nạp 30 đảng viên. Tuy nhiên, công tác kiểm tra, giám sát còn chậm.\n\
            Thời gian tới, tăng cường công tác kiểm tra, giám sát theo Chỉ thị 05-CT/TW.";
        let report = soi::parse("r", page);
        let link = |at: Span| ["?at=", &at.start.to_string()].concat();
        let columns = columns(Lang::Vi);
        let rows = rows(Lang::Vi, &report, &soi::views::sheet::sheet(&report), &link);
        let at = |key: &str| columns.iter().position(|column| column.key == key).expect("a column");
        let said = |part: &str, key: &str| -> Vec<&str> {
            let found = rows.iter().filter(|row| row[at("part")].text == part);
            found.map(|row| row[at(key)].text.as_str()).collect()
        };
        assert!(rows.iter().all(|row| row.len() == columns.len() && row[at("text")].href.is_some()), "{rows:?}");
        assert_eq!(said("Hạn chế", "text"), ["Tuy nhiên, công tác kiểm tra, giám sát còn chậm."]);
        assert_eq!(said("Hạn chế", "area"), ["Kiểm tra"]);
        assert_eq!(said("Hạn chế", "place"), ["câu 3"]);
        assert_eq!(said("Số liệu", "role"), ["kết quả"]);
        assert_eq!(said("Văn bản", "subject"), ["Chỉ thị 05-CT/TW"]);
        let measure = rows.iter().find(|row| row[at("part")].text == "Số liệu").expect("a measure");
        assert_eq!((measure[at("value")].value, measure[at("unit")].text.as_str()), (Some(30.0), "đảng viên"));
        assert_eq!(measure[at("body")].text, "Đảng bộ Sở Tư pháp");
    }
}
