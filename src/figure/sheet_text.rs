//! A review sheet in words: the parts that its page shares with its file, and the file, which is Markdown.

use soi::report::{Directive, Quote, Report, Role};
use soi::text::Span;
use soi::views::sheet::{Line, Measured, Row, Sheet, body};

use crate::address::Lang;

/// The head of a sheet: name and value of each line, with the place that it was read from.
pub fn head(lang: Lang, report: &Report, sheet: &Sheet) -> Vec<(&'static str, String, Option<Span>)> {
    let words = lang.words();
    let event = sheet.meeting.and_then(|i| report.events.get(i));
    let at = event.map(|event| event.quote.span());
    let mut out = Vec::new();
    let mut put = |name: &'static str, value: Option<String>, at: Option<Span>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            out.push((name, value, at));
        }
    };
    put(words.meeting_organiser, body(report).map(str::to_owned), at);
    put(words.meeting_kind, event.map(|event| lang.meeting(event.kind).to_owned()), at);
    let date = event.and_then(|event| event.date.as_deref());
    put(words.meeting_date, date.map(|date| lang.date(date)), at);
    put(words.meeting_place, event.and_then(|event| event.place.clone()), at);
    for &chair in &sheet.chairs {
        if let Some(person) = report.people.get(chair) {
            put(lang.sheet().chairs, Some(person.name.clone()), person.mentions.first().map(Quote::span));
        }
    }
    let period = event.and_then(|event| event.period.as_deref());
    put(words.meeting_period, period.map(|period| lang.interval(period)), at);
    let published = report.published.as_deref().map(|date| lang.date(date));
    let signed = report.publisher.clone().or_else(|| report.byline.clone());
    let source = [signed, published].into_iter().flatten().collect::<Vec<_>>().join(", ");
    put(lang.sheet().source, Some(source), None);
    out
}

/// The columns of a row, those with nothing in them too.
pub fn columns(row: &Row) -> [(Role, &[Line]); 3] {
    [(Role::Result, &row.results), (Role::Shortcoming, &row.shortcomings), (Role::Task, &row.tasks)]
}

/// The name of a row.
pub fn row_name(lang: Lang, row: &Row) -> &'static str {
    row.area.map_or(lang.sheet().whole, |area| lang.area(area))
}

/// What a group of measures is of.
pub fn subject<'a>(report: &'a Report, group: &Measured) -> Option<&'a str> {
    group.all().find_map(|i| report.measures.get(i)?.subject.as_deref())
}

/// What an instrument is called: kind and number, else as it is cited.
pub fn directive(lang: Lang, directive: &Directive) -> String {
    match &directive.number {
        Some(number) => [lang.directive(directive.kind), " ", number].concat(),
        None => squeeze(directive.quote.as_str()),
    }
}

/// A sentence on one line.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A sheet as Markdown; `link` gives the link to a piece of the report, and that to the report for `None`.
pub fn markdown(lang: Lang, report: &Report, sheet: &Sheet, link: &dyn Fn(Option<Span>) -> String) -> String {
    let words = lang.sheet();
    let mut out = String::new();
    let mut put = |parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));
    let title = report.title.as_deref().unwrap_or(lang.words().untitled);
    put(&["# [", &plain(title), "](", &link(None), ")\n\n"]);
    for (name, value, at) in head(lang, report, sheet) {
        put(&["- **", name, "**: "]);
        match at {
            Some(at) => put(&["[", &plain(&value), "](", &link(Some(at)), ")\n"]),
            None => put(&[&plain(&value), "\n"]),
        }
    }
    let sentence = |line: &Line| -> Option<String> {
        let quote = &report.statements.get(line.statement)?.quote;
        let place = ["[", &lang.sentence(line.statement), "](", &link(Some(quote.span())), ")"].concat();
        match line.quoted {
            true => Some(["- “", &plain(quote.as_str()), "” ", &place, "\n"].concat()),
            false => Some(["- ", words.also, " ", &place, "\n"].concat()),
        }
    };
    for row in &sheet.rows {
        put(&["\n## ", row_name(lang, row), "\n"]);
        for (role, lines) in columns(row) {
            if !lines.is_empty() {
                put(&["\n### ", lang.role(role), "\n\n"]);
                lines.iter().filter_map(sentence).for_each(|line| put(&[&line]));
            }
        }
        if !row.measures.is_empty() {
            put(&["\n### ", words.measures, "\n\n"]);
        }
        for group in &row.measures {
            let named = [(words.target, &group.targets), (words.result, &group.results), (words.size, &group.sizes)];
            let parts = named.iter().filter(|(_, entries)| !entries.is_empty()).map(|(name, entries)| {
                let values = entries.iter().filter_map(|&i| report.measures.get(i)).map(|measure| {
                    ["[", &plain(&lang.measure(measure)), "](", &link(Some(measure.quote.span())), ")"].concat()
                });
                [name, " ", &values.collect::<Vec<_>>().join(", ")].concat()
            });
            let parts = parts.collect::<Vec<_>>().join("; ");
            match subject(report, group) {
                Some(subject) => put(&["- ", &plain(subject), ": ", &parts, "\n"]),
                None => put(&["- ", &parts, "\n"]),
            }
        }
        if !row.directives.is_empty() {
            put(&["\n### ", words.directives, "\n\n"]);
        }
        for cited in row.directives.iter().filter_map(|&i| report.directives.get(i)) {
            put(&["- [", &plain(&directive(lang, cited)), "](", &link(Some(cited.quote.span())), ")"]);
            if let Some(topic) = &cited.topic {
                put(&[" – ", &plain(topic)]);
            }
            put(&["\n"]);
        }
    }
    if !sheet.directions.is_empty() {
        put(&["\n## ", words.directed, "\n"]);
    }
    for direction in &sheet.directions {
        let Some(person) = report.people.get(direction.person) else { continue };
        let acts = person.acts.iter().map(|&act| lang.act(act)).collect::<Vec<_>>().join(", ");
        put(&["\n### ", &plain(&person.name), " – ", &acts, "\n\n"]);
        direction.named.iter().chain(&direction.set).filter_map(sentence).for_each(|line| put(&[&line]));
    }
    if !sheet.next.is_empty() || !sheet.next_periods.is_empty() {
        put(&["\n## ", words.next, "\n\n"]);
    }
    for period in sheet.next_periods.iter().filter_map(|&i| report.periods.get(i)) {
        put(&["- ", words.next_period, ": [", &plain(period.quote.as_str()), "]("]);
        put(&[&link(Some(period.quote.span())), ")\n"]);
    }
    sheet.next.iter().filter_map(sentence).for_each(|line| put(&[&line]));
    out
}

/// A text on one line, with what Markdown would read as its own signs escaped.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in squeeze(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_as_markdown_quotes_with_places() {
        let page = "Tin\n\nNgày 5/7/2018, Đảng bộ Sở Tư pháp tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2018.\n\
            6 tháng qua, Đảng bộ đã kết nạp 30 đảng viên. Tuy nhiên, công tác kiểm tra, giám sát còn chậm.\n\
            Thời gian tới, tăng cường công tác kiểm tra, giám sát.";
        let report = soi::parse("r", page);
        let sheet = soi::views::sheet::sheet(&report);
        let link = |at: Option<Span>| at.map_or("?".to_owned(), |at| at.start.to_string());
        let text = markdown(Lang::Vi, &report, &sheet, &link);
        assert!(text.contains("\n## Kiểm tra\n"), "{text}");
        assert!(
            text.contains("### Hạn chế\n\n- “Tuy nhiên, công tác kiểm tra, giám sát còn chậm.” [câu 3]("),
            "{text}"
        );
        assert!(text.contains("- **Cuộc họp**: [Sơ kết]("), "{text}");
    }
}
