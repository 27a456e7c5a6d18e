//! Periods: terms, years, half-years, quarters, months and lengths of time, each mention as its longest phrase.
//!
//! Three passes: read the phrases, give the years that are left out, turn both into dates.

use std::ops::Range;

use soi_words::numbered;

use super::doc::Doc;
use crate::report::{BlockKind, Period, PeriodKind};
use crate::text::date;
use crate::text::number::roman;
use crate::text::write::{iso_day, joined};
use crate::text::{Case, TokenKind, Word};

/// Every mention of a period, in order.
pub(super) fn read(doc: &Doc, found: &[Found]) -> Vec<Period> {
    found
        .iter()
        .map(|found| {
            doc.fired(|| (found.rule(doc), found.tokens.clone(), found.tokens.start..found.tokens.start + 1));
            let (start, end) = found.bounds(doc);
            Period { quote: doc.text.quote(doc.span(found.tokens.clone())), kind: found.kind, start, end }
        })
        .collect()
}

/// The period that the report looks back on and the one after it, as ISO intervals. A term is none.
///
/// It is the first half-year, quarter or month that the title, the lede or a review (`sơ kết … 6 tháng đầu năm 2020`)
/// names, else the year of a review that the head tells of (`tổng kết công tác năm 2018`) or that one of its sentences
/// begins with (`Năm 2016 là năm đầu …`).
#[numbered]
pub(super) fn under_review(doc: &Doc, found: &[Found]) -> Option<Review> {
    let head = doc.sentences.iter().take_while(|s| !matches!(s.block, BlockKind::Paragraph)).count() + 2;
    let head_end = doc.sentences.get(head.min(doc.sentences.len()).checked_sub(1)?)?.tokens.end;
    let named = |found: &Found| {
        (found.tokens.start.saturating_sub(8)..found.tokens.start)
            .any(|i| matches!((doc.id(i), doc.id(i + 1)), ("sơ" | "tổng", "kết")))
    };
    let reviewed = |found: &&Found| {
        matches!(found.when, When::Months { year: Some(_), .. }) && (found.tokens.end <= head_end || named(found))
    };
    if let Some(first) = found.iter().find(reviewed) {
        let When::Months { year: Some(year), from, to } = first.when else { return None };
        let length = to + 1 - from;
        // After a half-year the other half, after nine months the last three.
        let next = match (from, to) {
            (_, 12) => Found::months(year + 1, 1, length),
            (1, _) => Found::months(year, to + 1, if length == 6 || length == 9 { 12 } else { (to + length).min(12) }),
            _ => Found::months(year, to + 1, (to + length).min(12)),
        };
        return Some(Review { this: first.interval(doc)?, next });
    }
    let opens = |found: &&Found| {
        let begins = doc.sentences.iter().take(head).any(|s| {
            s.tokens.start == found.tokens.start
                || (s.tokens.start + 1 == found.tokens.start && doc.id(s.tokens.start) == "trong")
        });
        found.kind == PeriodKind::Year && (begins || found.tokens.end <= head_end && named(found))
    };
    let first = found.iter().find(opens)?;
    let When::Years(year, _) = first.when else { return None };
    Some(Review { this: first.interval(doc)?, next: Found::months(year + 1, 1, 12) })
}

/// The report's period under review and the one after it, as ISO intervals.
pub(super) struct Review {
    pub this: String,
    pub next: String,
}

/// A period as it stands in the text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The phrase, as a range of tokens.
    pub tokens: Range<usize>,
    pub kind: PeriodKind,
    when: When,
}

/// What the phrase says of its place in time.
#[derive(Debug, Clone, Copy)]
enum When {
    /// From a year to a year.
    Years(u16, u16),
    /// From a year to now.
    Since(u16, u8),
    /// From a month to a month; the year may be left out.
    Months { year: Option<u16>, from: u8, to: u8 },
    /// From a month of one year to a month of another.
    Across { from: (u16, u8), to: (u16, u8) },
    /// The whole months before the report's date.
    LastMonths(u8),
    /// A length.
    Length,
}

#[numbered]
impl Found {
    fn bounds(&self, doc: &Doc) -> (Option<String>, Option<String>) {
        let month = |(year, month): (u16, u8), last: bool| {
            let day = if last { days_in(year, month) } else { 1 };
            Some(iso_day(year, month, day))
        };
        match self.when {
            When::Years(from, to) => (month((from, 1), false), month((to, 12), true)),
            When::Since(year, from) => (month((year, from), false), None),
            When::Months { year: Some(year), from, to } => (month((year, from), false), month((year, to), true)),
            When::Across { from, to } => (month(from, false), month(to, true)),
            When::LastMonths(count) => match doc.published.as_deref().and_then(year_and_month) {
                Some((year, this)) => {
                    let back = |months: u8| {
                        let all = i32::from(year) * 12 + i32::from(this) - 1 - i32::from(months);
                        ((all / 12) as u16, (all % 12) as u8 + 1)
                    };
                    (month(back(count), false), month(back(1), true))
                }
                None => (None, None),
            },
            When::Months { year: None, .. } | When::Length => (None, None),
        }
    }

    /// Both ends as an ISO interval.
    pub fn interval(&self, doc: &Doc) -> Option<String> {
        match self.bounds(doc) {
            (Some(start), Some(end)) => Some(joined(&[&start, r"/", &end])),
            _ => None,
        }
    }

    fn months(year: u16, from: u8, to: u8) -> String {
        joined(&[&iso_day(year, from, 1), r"/", &iso_day(year, to, days_in(year, to))])
    }

    /// The year that the phrase names, if it names one.
    fn year(&self) -> Option<u16> {
        match self.when {
            When::Months { year, .. } => year,
            _ => None,
        }
    }

    /// The rule of [`super::explain::RULES`] that reads such a phrase.
    fn rule(&self, doc: &Doc) -> &'static str {
        match (doc.id(self.tokens.start), self.kind) {
            (_, PeriodKind::Term) => "period.term",
            ("từ", _) => "period.since",
            ("giai" | "thời" | "niên", _) => "period.stretch",
            (_, PeriodKind::Quarter) => "period.quarter",
            ("năm", _) => "period.year",
            _ if matches!(self.when, When::LastMonths(_) | When::Length) => "period.length",
            (_, PeriodKind::HalfYear | PeriodKind::Month) => "period.months",
            _ => "period.years",
        }
    }

    fn lacks_year(&self) -> bool {
        matches!(self.when, When::Months { year: None, .. })
    }
}

fn year_and_month(iso: &str) -> Option<(u16, u8)> {
    Some((iso.get(..4)?.parse().ok()?, iso.get(5..7)?.parse().ok()?))
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Every period with its year resolved.
pub(super) fn scan(doc: &Doc) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for sentence in &doc.sentences {
        let first = out.len();
        let reader = Reader { doc, end: sentence.tokens.end };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if let Some((_, next)) = date::read(&doc.text, &doc.tokens, at) {
                at = next;
                continue;
            }
            match reader.read(at, &mut out) {
                Some(next) => at = next,
                None => at += 1,
            }
        }
        pair_years(&mut out[first..]);
    }
    // On a page without a date the year is that of the period under review; `tháng 3 vừa qua` alone has none.
    let otherwise = doc.published.as_deref().and_then(date::year_of).or_else(|| {
        let review = under_review(doc, &out)?;
        date::year_of(&review.this)
    });
    for found in &mut out {
        if let When::Months { year: year @ None, .. } = &mut found.when {
            *year = otherwise;
        }
    }
    out
}

/// `6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2017`: the year is that of the period it is paired with.
fn pair_years(sentence: &mut [Found]) {
    for i in 0..sentence.len() {
        if !sentence[i].lacks_year() {
            continue;
        }
        let after = sentence[i + 1..].iter().find_map(Found::year);
        let before = sentence[..i].iter().rev().find_map(Found::year);
        if let When::Months { year, .. } = &mut sentence[i].when {
            *year = after.or(before);
        }
    }
}

/// Reads the phrases of one sentence.
struct Reader<'a> {
    doc: &'a Doc,
    end: usize,
}

#[numbered]
impl<'a> Reader<'a> {
    /// The word at a token; none after the sentence.
    fn word(&self, at: usize) -> Word {
        self.doc.id_before(self.end, at)
    }

    /// The same as letters.
    fn small(&self, at: usize) -> &'a str {
        self.doc.word_before(self.end, at)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn before(&self, at: usize, back: usize) -> Word {
        at.checked_sub(back).map_or("", |i| self.doc.id(i))
    }

    /// A whole number of at most `digits` digits.
    fn number(&self, at: usize, digits: usize) -> Option<u16> {
        if self.doc.kind(at) != TokenKind::Number {
            return None;
        }
        let word = self.small(at);
        if word.len() <= digits { word.parse().ok() } else { None }
    }

    fn year(&self, at: usize) -> Option<u16> {
        self.number(at, 4).filter(|year| (1900..2100).contains(year))
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–" | "—")
    }

    /// `2015-2020`, `2015 đến 2020`, or one year twice; and the token after it.
    fn years(&self, at: usize) -> Option<(u16, u16, usize)> {
        let from = self.year(at)?;
        let skip = match self.word(at + 1) {
            "-" | "–" | "—" | "đến" | "tới" => 1 + usize::from(self.word(at + 2) == "năm"),
            _ => return Some((from, from, at + 1)),
        };
        match self.year(at + 1 + skip) {
            // `năm 2014-2015/2016` and a dash before an unrelated number are left alone.
            Some(to) if to >= from => Some((from, to, at + 2 + skip)),
            _ => Some((from, from, at + 1)),
        }
    }

    /// A small number in digits or words.
    fn count(&self, at: usize) -> Option<(u16, usize)> {
        if let Some(number) = self.number(at, 3) {
            return Some((number, at + 1));
        }
        let (value, words) = self.doc.spelled(self.end, at)?;
        // `năm năm qua` is five years; `năm` alone is no numeral.
        if self.word(at) == "năm" && self.word(at + words) != "năm" {
            return None;
        }
        Some((value as u16, at + words))
    }

    /// Reads the period that begins at `at`, pushes it and those that share its words, and gives the token after them.
    fn read(&self, at: usize, out: &mut Vec<Found>) -> Option<usize> {
        match self.word(at) {
            "nhiệm" if self.word(at + 1) == "kỳ" => self.span_of_years(at, at + 2, PeriodKind::Term, out),
            "nk" => self.span_of_years(at, at + 1, PeriodKind::Term, out),
            "giai" if self.word(at + 1) == "đoạn" => self.span_of_years(at, at + 2, PeriodKind::Years, out),
            "thời" if matches!(self.word(at + 1), "kỳ" | "gian") => {
                self.span_of_years(at, at + 2, PeriodKind::Years, out)
            }
            "niên" if self.word(at + 1) == "khóa" => self.span_of_years(at, at + 2, PeriodKind::Years, out),
            "từ" => self.since(at, out),
            "năm" => self.named_year(at, out).or_else(|| self.length(at, out)),
            "quý" | "quí" => self.quarter(at, out),
            "tháng" => self.month(at, out),
            _ => self.bare_years(at, out).or_else(|| self.months_of_year(at, out)).or_else(|| self.length(at, out)),
        }
    }

    fn push(&self, out: &mut Vec<Found>, tokens: Range<usize>, kind: PeriodKind, when: When) -> Option<usize> {
        let next = tokens.end;
        out.push(Found { tokens, kind, when });
        Some(next)
    }

    /// `nhiệm kỳ 2015-2020`, `giai đoạn 2016 – 2020`.
    fn span_of_years(&self, at: usize, mut i: usize, kind: PeriodKind, out: &mut Vec<Found>) -> Option<usize> {
        if self.word(i) == "từ" {
            i += 1;
        }
        if self.word(i) == "năm" {
            i += 1;
        }
        if self.word(i) == "(" {
            i += 1;
        }
        let (from, to, mut next) = self.years(i)?;
        // `giai đoạn từ năm 2013 đến nay`
        if self.is_to(next) && self.word(next + 1) == "nay" {
            return self.push(out, at..next + 2, kind, When::Since(from, 1));
        }
        self.push(out, at..next, kind, When::Years(from, to));
        // `nhiệm kỳ 2010-2015, 2015-2020`: each further one is the shortest phrase with the shared word.
        while matches!(self.word(next), "," | "và")
            && let Some((from, to, after)) = self.years(next + 1)
            && from < to
        {
            next = after;
            self.push(out, at..next, kind, When::Years(from, to));
        }
        Some(next)
    }

    fn is_to(&self, at: usize) -> bool {
        matches!(self.word(at), "đến" | "tới") || self.is_dash(at)
    }

    /// `từ năm 2013 đến nay`, `từ năm 2011 đến năm 2015`, `từ tháng 1/2016 đến tháng 6/2017`.
    fn since(&self, at: usize, out: &mut Vec<Found>) -> Option<usize> {
        let (from, i) = self.point(at + 1)?;
        let mut next = i;
        if self.word(next) == "cho" {
            next += 1;
        }
        if !self.is_to(next) {
            return None;
        }
        if self.word(next + 1) == "nay" {
            let Point { year: Some(year), from, .. } = from else { return None };
            return self.push(out, at..next + 2, PeriodKind::Years, When::Since(year, from));
        }
        let (to, end) = self.point(next + 1)?;
        let year = from.year.or(to.year);
        let months = from.is_month && to.is_month;
        match (year, to.year) {
            (Some(first), Some(last)) if first < last && !months => {
                self.push(out, at..end, PeriodKind::Years, When::Years(first, last))
            }
            (Some(first), Some(last)) if (first, from.from) < (last, to.to) => {
                let kind = if months { PeriodKind::Month } else { PeriodKind::Years };
                self.push(out, at..end, kind, When::Across { from: (first, from.from), to: (last, to.to) })
            }
            (first, None) if months && from.from < to.to => {
                self.push(out, at..end, PeriodKind::Month, When::Months { year: first, from: from.from, to: to.to })
            }
            _ => None,
        }
    }

    /// A year or a month as one end of a stretch: `năm 2013`, `đầu năm 2017`, `tháng 6/2017`, `2013`.
    fn point(&self, at: usize) -> Option<(Point, usize)> {
        let mut i = at;
        if matches!(self.word(i), "đầu" | "giữa" | "cuối") {
            i += 1;
        }
        if self.word(i) == "tháng" {
            let (month, year, next) = self.month_and_year(i + 1)?;
            return Some((Point { year, from: month, to: month, is_month: true }, next));
        }
        if self.word(i) == "năm" {
            i += 1;
        }
        Some((Point { year: Some(self.year(i)?), from: 1, to: 12, is_month: false }, i + 1))
    }

    /// `năm 2019`, `năm 2015, 2016`, `các năm 2015, 2016 và 2017`, `năm học 2016-2017`.
    fn named_year(&self, at: usize, out: &mut Vec<Found>) -> Option<usize> {
        let mut i = at + 1;
        if matches!(self.word(i), "học") {
            i += 1;
        }
        let (from, to, mut next) = self.years(i)?;
        let kind = |from, to| if from == to { PeriodKind::Year } else { PeriodKind::Years };
        self.push(out, at..next, kind(from, to), When::Years(from, to));
        while matches!(self.word(next), "," | "và")
            && let Some((from, to, after)) = self.years(next + 1)
        {
            next = after;
            self.push(out, at..next, kind(from, to), When::Years(from, to));
        }
        Some(next)
    }

    /// `2011-2015` without a word before it.
    fn bare_years(&self, at: usize, out: &mut Vec<Found>) -> Option<usize> {
        self.year(at)?;
        let (from, to, next) = self.years(at)?;
        // `(1904 – 1997)`, `(1947-2017)`: a life or an anniversary.
        if from == to || to - from > 20 || matches!(self.word(next), "/" | "-") {
            return None;
        }
        self.push(out, at..next, PeriodKind::Years, When::Years(from, to))
    }

    /// A year after a period: `/2020`, `-2020`, `năm 2020`, `, năm 2020`, ` 2020`.
    fn year_after(&self, at: usize) -> Option<(u16, usize)> {
        let i = match self.word(at) {
            "/" | "-" | "–" | "." => at + 1 + usize::from(self.word(at + 1) == "năm"),
            "năm" => at + 1,
            "của" | "," if self.word(at + 1) == "năm" => at + 2,
            _ => at,
        };
        Some((self.year(i)?, i + 1))
    }

    /// `6 tháng đầu năm 2020`, `9 tháng đầu năm`, `ba tháng qua`, `6 tháng năm 2017`.
    fn months_of_year(&self, at: usize, out: &mut Vec<Found>) -> Option<usize> {
        let (count, i) = self.count(at)?;
        if self.word(i) != "tháng" || !(1..=12).contains(&count) {
            return None;
        }
        let count = count as u8;
        let kind = if count == 6 { PeriodKind::HalfYear } else { PeriodKind::Month };
        let head = matches!(self.word(i + 1), "đầu");
        let tail = matches!(self.word(i + 1), "cuối" | "còn");
        let mut next = i + 1 + usize::from(head || tail);
        if self.word(i + 1) == "còn" {
            next += usize::from(self.word(next) == "lại");
        }
        let (from, to) = if tail { (13 - count, 12) } else { (1, count) };
        if self.word(next) == "của" && self.word(next + 1) == "năm" {
            next += 1;
        }
        if let Some((year, end)) = self.year_after(next) {
            return self.push(out, at..end, kind, When::Months { year: Some(year), from, to });
        }
        if (head || tail) && !matches!(self.word(next), "nhiệm" | "thực") {
            next += usize::from(self.word(next) == "năm");
            return self.push(out, at..next, kind, When::Months { year: None, from, to });
        }
        if matches!(self.word(i + 1), "qua") || (self.word(i + 1) == "vừa" && self.word(i + 2) == "qua") {
            let next = i + 2 + usize::from(self.word(i + 1) == "vừa");
            return self.push(out, at..next, kind, When::LastMonths(count));
        }
        None
    }

    /// `quý III`, `quý 3/2023`, `quý III năm 2023`, `quý I, II`.
    fn quarter(&self, at: usize, out: &mut Vec<Found>) -> Option<usize> {
        let quarter = |i: usize| {
            let token = self.doc.tokens.get(i)?;
            let value = match token.kind {
                TokenKind::Word if token.case != Case::Lower => roman(self.doc.norm(token.span))?,
                _ => self.number(i, 1)?.into(),
            };
            (i < self.end && (1..=4).contains(&value)).then_some(value as u8)
        };
        let when = |year, quarter: u8| When::Months { year, from: quarter * 3 - 2, to: quarter * 3 };
        let first = quarter(at + 1)?;
        let mut listed = vec![(first, at + 2)];
        let mut next = at + 2;
        while matches!(self.word(next), "," | "và" | "-" | "–")
            && let Some(value) = quarter(next + 1)
        {
            next += 2;
            listed.push((value, next));
        }
        let year = self.year_after(next);
        let last = listed.len() - 1;
        for (i, (value, end)) in listed.into_iter().enumerate() {
            let end = if i == last { year.map_or(end, |(_, end)| end) } else { end };
            self.push(out, at..end, PeriodKind::Quarter, when(year.map(|(year, _)| year), value));
        }
        Some(year.map_or(next, |(_, end)| end))
    }

    /// `7`, `7/2020`, `7-2020`, `7.2020`, `7 năm 2020` after `tháng`.
    fn month_and_year(&self, at: usize) -> Option<(u8, Option<u16>, usize)> {
        let valid = |month: u16| (1..=12).contains(&month).then_some(month as u8);
        if let Some((month, year)) = self.small(at).split_once('.') {
            let year = year.parse().ok().filter(|year| (1900..2100).contains(year))?;
            return Some((valid(month.parse().ok()?)?, Some(year), at + 1));
        }
        let month = valid(self.number(at, 2)?)?;
        Some(match self.year_after(at + 1) {
            Some((year, next)) => (month, Some(year), next),
            None => (month, None, at + 1),
        })
    }

    /// `tháng 7`, `tháng 7/2020`, `tháng 3 và 4/2017`.
    fn month(&self, at: usize, out: &mut Vec<Found>) -> Option<usize> {
        let (month, year, next) = self.month_and_year(at + 1)?;
        // `tháng 1/2004 - 5/2010`, `tháng 1 đến tháng 6`
        if self.is_to(next) {
            let after = next + 1 + usize::from(self.word(next + 1) == "tháng");
            if let Some((last, end_year, end)) = self.month_and_year(after)
                && let Some((from, to)) = Some((year.or(end_year), end_year.or(year)))
                && (from, month) < (to, last)
            {
                let when = match (from, to) {
                    (Some(from), Some(to)) => When::Across { from: (from, month), to: (to, last) },
                    _ => When::Months { year: None, from: month, to: last },
                };
                return self.push(out, at..end, PeriodKind::Month, when);
            }
        }
        let when = |year, month| When::Months { year, from: month, to: month };
        if matches!(self.word(next), "," | "và")
            && year.is_none()
            && let Some((second, year, end)) = self.month_and_year(next + 1)
            && (year.is_some() || matches!(self.word(end), "," | "." | ";" | ""))
        {
            self.push(out, at..next, PeriodKind::Month, when(year, month));
            return self.push(out, at..end, PeriodKind::Month, when(year, second));
        }
        self.push(out, at..next, PeriodKind::Month, when(year, month))
    }

    /// `Huy hiệu 50 năm, 60 năm và 70 năm tuổi Đảng`: whether a list of years of membership goes on at `at`.
    fn is_badge(&self, at: usize) -> bool {
        let mut i = at;
        while matches!(self.word(i), "," | "và" | ";")
            && self.number(i + 1, 2).is_some()
            && matches!(self.word(i + 2), "năm" | ",")
        {
            i += 2 + usize::from(self.word(i + 2) == "năm");
        }
        i > at && self.word(i) == "tuổi"
    }

    /// `5 năm`, `hai năm`, `5 năm (2017 - 2021)`, `3 tháng`.
    fn length(&self, at: usize, out: &mut Vec<Found>) -> Option<usize> {
        let (count, mut i) = self.count(at)?;
        // `2-3 năm`, `hai, ba năm`
        if self.is_dash(i) && self.number(i + 1, 3).is_some() {
            i += 2;
        }
        let kind = match self.word(i) {
            "năm" => PeriodKind::Years,
            "tháng" => PeriodKind::Month,
            _ => return None,
        };
        let next = i + 1;
        let named = self.number(next, 4).is_some() && self.year(next).is_none();
        let before = (self.before(at, 2), self.before(at, 1));
        let skipped = named
            || count == 0
            || is_anniversary(before, self.doc, next)
            || matches!(self.word(next), "tuổi" | "tù" | "ngày" | "thành" | "giam" | "thứ" | "một" | "đầu" | "cuối" | "lương")
            || self.is_badge(next)
            // `ngày 6 tháng chạp`, `lần thứ 3 năm`
            || matches!(before.1, "ngày" | "thứ" | "mùng" | "mồng" | "số" | "/" | "lợi" | "ích")
            || (kind == PeriodKind::Month && matches!(self.word(next), "giêng" | "chạp" | "âm" | "/"))
            || (matches!(before.1, "mỗi" | "từng" | "kỳ" | "tuổi"));
        if skipped {
            return None;
        }
        // `một năm` is a length only where something was done in it.
        if self.word(at) == "một" && !matches!(self.word(next), "thực" | "triển" | "qua" | "hoạt" | "nhìn") {
            return None;
        }
        let open = usize::from(self.word(next) == "(");
        if let Some((from, to, mut end)) = self.years(next + open)
            && from < to
        {
            end += usize::from(open == 1 && self.word(end) == ")");
            return self.push(out, at..end, PeriodKind::Years, When::Years(from, to));
        }
        self.push(out, at..next, kind, When::Length)
    }
}

/// `Kỷ niệm 70 năm Ngày …`, `chào mừng 40 năm …`: no period.
#[numbered]
fn is_anniversary(before: (Word, Word), doc: &Doc, next: usize) -> bool {
    matches!(before, ("kỷ" | "kỉ", "niệm") | ("chào", "mừng") | ("lễ", "mừng"))
        || (doc.id(next) == "ngày" && doc.case(next) == Case::Capital)
}

/// One end of a stretch of time.
struct Point {
    year: Option<u16>,
    from: u8,
    to: u8,
    is_month: bool,
}

#[cfg(test)]
mod tests {
    use crate::parse::parse;

    /// The periods of a sentence on a page of 17 July 2017, each as `quote = start/end`, `?` for an open end.
    #[track_caller]
    fn check(sentence: &str, expected: &[&str]) {
        check_page(
            &format!("Hội nghị của cơ quan\nNgày: 17.07.2017\n{sentence}\nCác đại biểu đã thảo luận."),
            sentence,
            expected,
        );
    }

    #[track_caller]
    fn check_page(page: &str, label: &str, expected: &[&str]) {
        let open = |end: &Option<String>| end.clone().unwrap_or("?".to_owned());
        let found: Vec<String> = parse("page", page)
            .periods
            .iter()
            .map(|p| format!("{} = {}/{}", p.quote.as_str(), open(&p.start), open(&p.end)))
            .collect();
        assert_eq!(found, expected, "{label}");
    }

    #[test]
    fn each_form_has_its_bounds() {
        for (sentence, expected) in [
            ("Kết quả nhiệm kỳ 2015-2020 của khối.", "nhiệm kỳ 2015-2020 = 2015-01-01/2020-12-31"),
            ("Kết quả nhiệm kỳ 2015 – 2020 của khối.", "nhiệm kỳ 2015 – 2020 = 2015-01-01/2020-12-31"),
            ("Kế hoạch giai đoạn 2016-2020 của tỉnh.", "giai đoạn 2016-2020 = 2016-01-01/2020-12-31"),
            ("Kết quả 6 tháng đầu năm 2016 của khối.", "6 tháng đầu năm 2016 = 2016-01-01/2016-06-30"),
            ("Nhiệm vụ sáu tháng cuối năm của khối.", "sáu tháng cuối năm = 2017-07-01/2017-12-31"),
            ("Kết quả 9 tháng đầu năm của khối.", "9 tháng đầu năm = 2017-01-01/2017-09-30"),
            ("Giao ban quý III của cụm.", "quý III = 2017-07-01/2017-09-30"),
            ("Giao ban quý 4/2016 của cụm.", "quý 4/2016 = 2016-10-01/2016-12-31"),
            ("Đại hội xong vào cuối tháng 7 này.", "tháng 7 = 2017-07-01/2017-07-31"),
            ("Hội thi mở từ tháng 2.2016 tại sở.", "tháng 2.2016 = 2016-02-01/2016-02-29"),
            ("Công tác năm 2016 của sở.", "năm 2016 = 2016-01-01/2016-12-31"),
            ("Từ năm 2013 đến nay, sở đã đổi mới.", "Từ năm 2013 đến nay = 2013-01-01/?"),
            ("Kết quả từ năm 2011 đến năm 2015 của sở.", "từ năm 2011 đến năm 2015 = 2011-01-01/2015-12-31"),
            (
                "Sai phạm từ tháng 1-2004 đến tháng 5-2010 ở đó.",
                "từ tháng 1-2004 đến tháng 5-2010 = 2004-01-01/2010-05-31",
            ),
            ("Vốn vay trong 5 năm (2017 - 2021) ở đó.", "5 năm (2017 - 2021) = 2017-01-01/2021-12-31"),
            ("Ba tháng qua, sở đã đổi mới.", "Ba tháng qua = 2017-04-01/2017-06-30"),
            ("Qua 5 năm thực hiện chỉ thị, sở đã đổi mới.", "5 năm = ?/?"),
            ("Sau hai năm triển khai, sở đã đổi mới.", "hai năm = ?/?"),
        ] {
            check(sentence, &[expected]);
        }
    }

    #[test]
    fn periods_share_words_and_years() {
        check(
            "Sơ kết 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2018.",
            &["6 tháng đầu năm = 2018-01-01/2018-06-30", "6 tháng cuối năm 2018 = 2018-07-01/2018-12-31"],
        );
        check(
            "Chương trình kiểm tra năm 2015, 2016 của chi nhánh.",
            &["năm 2015 = 2015-01-01/2015-12-31", "năm 2015, 2016 = 2016-01-01/2016-12-31"],
        );
        check(
            "Thu ngân sách quý I, II năm 2016 của tỉnh.",
            &["quý I = 2016-01-01/2016-03-31", "quý I, II năm 2016 = 2016-04-01/2016-06-30"],
        );
    }

    #[test]
    fn days_anniversaries_ages_and_counts_are_no_periods() {
        for sentence in [
            "Ngày 11 tháng 7 năm 2017, sở họp.",
            "Kỷ niệm 70 năm Ngày Thương binh - Liệt sĩ (27/7/1947-27/7/2017).",
            "Đồng chí nhận Huy hiệu 50 năm, 60 năm tuổi Đảng.",
            "Nửa đầu nhiệm kỳ, đảng bộ đã kết nạp nhiều đảng viên.",
            "Hằng năm, các chi bộ đều đạt.",
            "Cơ quan vì lợi ích mười năm trồng cây.",
            "Bị cáo chịu án 12 năm tù ở đó.",
            "Đây là năm thứ 2 thực hiện nghị quyết.",
            "Quý vị đại biểu đã dự.",
            "Nhà báo Trần Văn (1904 – 1997) sinh ở đó.",
        ] {
            check(sentence, &[]);
        }
    }

    #[test]
    fn without_a_date_the_year_is_that_of_the_review() {
        check_page(
            "Sơ kết công tác 6 tháng đầu năm 2019\nĐảng bộ họp.\nNhiệm vụ 6 tháng cuối năm rất nặng.",
            "half-year",
            &["6 tháng đầu năm 2019 = 2019-01-01/2019-06-30", "6 tháng cuối năm = 2019-07-01/2019-12-31"],
        );
        check_page(
            "Kỷ luật một cán bộ\nBan Thường vụ họp.\nVào tháng 3 vừa qua, cán bộ này sai phạm như năm 2009.",
            "no review",
            &["tháng 3 = ?/?", "năm 2009 = 2009-01-01/2009-12-31"],
        );
    }
}
