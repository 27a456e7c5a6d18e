//! What a page says that no rule read: the places to look at next, and an honest layer over a report.

use crate::corpus::Reports;
use crate::index::file::{Reader, put};
use crate::order;
use crate::report::{Block, BlockKind, DirectiveKind, Quote, Report};
use crate::text::{Case, Span, Text, Token, TokenKind, date, tokens};

/// What sort of thing was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// A short line of the body that is neither heading, caption nor furniture for sure.
    Line,
    /// A number in no measure, period, date, name or directive.
    Number,
    /// `đồng chí`, `ông`, `bà` and a capital, but no person.
    Honorific,
    /// `chỉ thị 16` and the like, but no directive.
    Instrument,
}

impl Gap {
    /// Its name in English, as the command prints it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Number => "number",
            Self::Honorific => "honorific",
            Self::Instrument => "instrument",
        }
    }
}

/// A piece of a page that was not understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Unread {
    /// What sort of thing it is.
    pub gap: Gap,
    /// Where it stands.
    pub quote: Quote,
}

/// What was not understood of each report, as bytes: per report a count; then each one's kind, start as a difference from
/// the last one's, and length. All numbers are LEB128.
pub(crate) fn write(out: &mut Vec<u8>, report: &Report) {
    let pieces = unread(report);
    put(out, pieces.len() as u32);
    let mut last = 0;
    for piece in pieces {
        let span = piece.quote.span();
        for number in [piece.gap as u32, span.start - last, span.end - span.start] {
            put(out, number);
        }
        last = span.start;
    }
}

/// Reads what [`write`] wrote of these reports; `None` if the bytes are not that.
pub(crate) fn read(bytes: &[u8], reports: &Reports) -> Option<Vec<Vec<Unread>>> {
    let mut reader = Reader::of(bytes);
    let mut all = Vec::with_capacity(reports.len());
    for source in (0..reports.len()).map(|number| reports.source(number)) {
        let mut pieces = Vec::new();
        let mut last = 0_u32;
        for _ in 0..reader.number()? {
            let gap = *GAPS.get(reader.number()? as usize)?;
            last = last.checked_add(reader.number()?)?;
            let end = last.checked_add(reader.number()?)?;
            pieces.push(Unread { gap, quote: Quote::checked(source, Span::new(last, end))? });
        }
        all.push(pieces);
    }
    Some(all)
}

/// By number.
const GAPS: [Gap; 4] = [Gap::Line, Gap::Number, Gap::Honorific, Gap::Instrument];

/// What was not understood of a report that still has its source, in the order of the page.
///
/// ```
/// let report = soi::parse("a", "Đảng bộ họp\nHội nghị bầu 17 vào lúc này. Ông Nam về dự.\nHội nghị kết thúc.");
/// assert!(soi::unread::unread(&report).iter().all(|piece| !piece.quote.as_str().is_empty()));
/// ```
pub fn unread(report: &Report) -> Vec<Unread> {
    let text = Text::new(&report.source);
    let tokens = tokens(&text);
    let page = Page { text: &text, tokens: &tokens, known: known(report) };
    let mut out = Vec::new();
    for block in report.blocks.iter().filter(|block| block.kind.holds_facts()) {
        page.read(block, &mut out);
    }
    order::by_key(&mut out, |piece| (piece.quote.span().start, piece.gap));
    out
}

/// What the facts of a report cover.
struct Known {
    people: Vec<Span>,
    /// Kind and number: a later mention is the same instrument.
    directives: Vec<(DirectiveKind, Option<String>)>,
    /// Everything that may hold a number.
    numbers: Vec<Span>,
}

fn known(report: &Report) -> Known {
    let mentions = |lists: &[&Vec<Quote>]| lists.iter().flat_map(|l| l.iter().map(Quote::span)).collect::<Vec<_>>();
    let mut numbers = mentions(&report.organisations.iter().map(|o| &o.mentions).collect::<Vec<_>>());
    numbers.extend(mentions(&report.places.iter().map(|p| &p.mentions).collect::<Vec<_>>()));
    numbers.extend(report.measures.iter().map(|m| m.quote.span()));
    numbers.extend(report.periods.iter().map(|p| p.quote.span()));
    numbers.extend(report.directives.iter().map(|d| d.quote.span()));
    order::natural(&mut numbers);
    let directives = report.directives.iter().map(|d| (d.kind, d.number.clone())).collect();
    let mut people = mentions(&report.people.iter().map(|p| &p.mentions).collect::<Vec<_>>());
    order::natural(&mut people);
    Known { people, directives, numbers }
}

struct Page<'a> {
    text: &'a Text,
    tokens: &'a [Token],
    known: Known,
}

impl Page<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| &self.text.lower()[t.span.range()])
    }

    fn source(&self, from: usize, to: usize) -> Span {
        self.text.source_span(self.tokens[from].span.join(self.tokens[to].span))
    }

    fn read(&self, block: &Block, out: &mut Vec<Unread>) {
        let span = block.quote.span();
        let first = self.tokens.partition_point(|t| self.text.source_span(t.span).start < span.start);
        let end = self.tokens.partition_point(|t| self.text.source_span(t.span).end <= span.end);
        if first >= end {
            return;
        }
        let mut push = |gap, from: usize, to: usize| {
            out.push(Unread { gap, quote: self.text.quote(self.tokens[from].span.join(self.tokens[to].span)) });
        };
        let stopped = matches!(self.word(end - 1), "." | "!" | "?" | "…" | "”" | ";" | ":");
        let numbered = self.tokens[first].kind == TokenKind::Number || matches!(self.word(first), "-" | "+" | "*");
        if block.kind == BlockKind::Paragraph && !stopped && !numbered && end - first <= 8 {
            push(Gap::Line, first, end - 1);
        }
        let dates = date::find_in(self.text, self.tokens, first..end);
        let mut cited = first;
        for at in first..end {
            if let Some(name) = self.person_after_honorific(at, end) {
                push(Gap::Honorific, at, name);
            }
            if let Some((number, known)) = self.instrument(at, end) {
                cited = number + 1;
                if !known {
                    push(Gap::Instrument, at, number);
                }
            }
            let dated = dates.iter().any(|(_, range)| range.contains(&at));
            if self.tokens[at].kind == TokenKind::Number && at >= cited && !dated && !self.is_ordinal(at) {
                let here = self.source(at, at);
                if !covered(&self.known.numbers, here) {
                    push(Gap::Number, at, at);
                }
            }
        }
    }

    /// The capital after an honorific, if no person stands there.
    fn person_after_honorific(&self, at: usize, end: usize) -> Option<usize> {
        let name = match self.word(at) {
            "đồng" if self.word(at + 1) == "chí" => at + 2,
            "đ" if self.word(at + 1) == "/" && self.word(at + 2) == "c" => at + 3,
            "ông" | "bà" => at + 1,
            _ => return None,
        };
        let capital = name < end && self.tokens[name].kind == TokenKind::Word && self.tokens[name].case != Case::Lower;
        // `các đồng chí Ủy viên` names nobody.
        let post = ["ủy", "bí", "phó", "trưởng", "chủ", "tổng", "giám", "thường", "chánh", "tỉnh", "huyện", "đảng"];
        let capital = capital && !post.contains(&self.word(name));
        (capital && !covered(&self.known.people, self.source(name, name))).then_some(name)
    }

    /// The number of an instrument, and whether the report has it.
    fn instrument(&self, at: usize, end: usize) -> Option<(usize, bool)> {
        let kind = DirectiveKind::ALL.iter().find(|kind| {
            let mut words = kind.as_str().split(' ');
            (at..).zip(&mut words).all(|(i, word)| self.word(i) == word)
        })?;
        let mut number = at + kind.as_str().split(' ').count();
        if self.word(number) == "số" {
            number += 1;
        }
        if number >= end || self.tokens[number].kind != TokenKind::Number {
            return None;
        }
        let digits = self.word(number).trim_start_matches('0');
        let known = self.known.directives.iter().any(|(known, cited)| {
            let cited = cited.as_deref().unwrap_or("").trim_start_matches('0');
            known == kind && cited.split(|c: char| !c.is_ascii_digit()).next() == Some(digits)
        });
        Some((number, known))
    }

    /// `thứ 5`, `lần thứ 10`, `Điều 3`, `1.` of a list.
    fn is_ordinal(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        matches!(before, "thứ" | "lần" | "điều" | "khoản" | "mục" | "bài" | "số") || before == "\n" || before.is_empty()
    }
}

fn covered(sorted: &[Span], here: Span) -> bool {
    sorted.iter().any(|span| span.overlaps(here))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(Gap, &str)]) {
        let mut report = crate::parse("a", source);
        // What the extractors read is theirs to test: here nothing was read.
        report.measures.clear();
        report.people.clear();
        report.directives.clear();
        let found = unread(&report);
        let found: Vec<(Gap, &str)> = found.iter().map(|piece| (piece.gap, piece.quote.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_no_rule_read_is_listed_in_the_order_of_the_page() {
        check(
            "Đảng bộ họp\nNgày 20/6, đồng chí Nam đã báo cáo 17 kết quả. Các đại biểu nhất trí.\nVề công tác cán bộ\nĐảng bộ thực hiện chỉ thị 16 và nhiệm vụ năm 2017 tốt hơn.",
            &[
                (Gap::Honorific, "đồng chí Nam"),
                (Gap::Number, "17"),
                (Gap::Line, "Về công tác cán bộ"),
                (Gap::Instrument, "chỉ thị 16"),
            ],
        );
    }
}
