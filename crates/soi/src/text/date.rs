//! Dates as the press prints them: `20/6`, `31-10`, `17.07.2017`, `ngày 11 tháng 7 năm 2017`, and the stamp of
//! a publication line (`22:8' 26/7/2020`).
//!
//! Days only: months, quarters and terms are periods, which this file leaves alone.

use std::ops::Range;

use super::normalise::Text;
use super::token::{Case, Token, TokenKind};
use crate::text::write::{iso_day, joined, padded};

/// A day, whose year the text may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DayDate {
    pub year: Option<u16>,
    pub month: u8,
    pub day: u8,
}

impl DayDate {
    /// ISO 8601 with its own year, else with `year`; `None` where neither is known.
    pub fn iso(self, year: Option<u16>) -> Option<String> {
        let year = self.year.or(year)?;
        Some(iso_day(year, self.month, self.day))
    }
}

/// The year that an ISO 8601 date begins with.
pub(crate) fn year_of(iso: &str) -> Option<u16> {
    iso.get(..4)?.parse().ok()
}

/// The date that begins at token `at` (on `ngày` or on its number), and the token after it.
///
/// A day and a month alone are a date only after a word that says so: `sáng nay 8/2` is one, `7/9 chỉ tiêu` is none.
/// Of several days (`13-14/7`, `ngày 20 và 21/6`, `27 đến 29/6`) it is the first, and the whole list is read.
#[cfg_attr(not(target_arch = "wasm32"), inline)]
pub(crate) fn read(text: &Text, tokens: &[Token], at: usize) -> Option<(DayDate, usize)> {
    const DAY: &str = "ngày";
    let begins = tokens.get(at)?;
    let named = begins.span.len() == DAY.len() && begins.span.piece(text.lower()) == DAY;
    if named || begins.kind == TokenKind::Number { read_from(text, tokens, at, named) } else { None }
}

/// The same at a number, or at `ngày` where it is `named`.
fn read_from(text: &Text, tokens: &[Token], at: usize, named: bool) -> Option<(DayDate, usize)> {
    let word = |i: usize| tokens.get(i).and_then(|t| text.lower().get(t.span.range())).unwrap_or_default();
    let mut first = at;
    if named {
        first += 1;
        while matches!(word(first), "mùng" | "mồng" | ":" | "(") {
            first += 1;
        }
    }
    // `Thứ 3, 26/09/2023` begins with a weekday.
    let weekday = first.checked_sub(1).is_some_and(|before| word(before) == "thứ");
    if tokens.get(first).is_none_or(|t| t.kind != TokenKind::Number) || weekday {
        return None;
    }
    let said = if first > at { Said::Surely } else { said_before(text, tokens, at) };
    let pieces = pieces(text, tokens, first);
    let (date, used) = day(&pieces, said != Said::Not)?;
    let last = pieces.get(used - 1)?;
    if !last.ends {
        return None;
    }
    let next = last.token + 1;
    // `đến 2/3 số đảng viên` is a share; `đến 30/6 toàn tỉnh có` is a date.
    let shares = tokens.get(next).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
        && !matches!(word(next), "đến" | "tới" | "và" | "năm" | "toàn" | "cả" | "tại" | "đã" | "có" | "nay" | "vừa");
    if said == Said::Perhaps && date.year.is_none() && (shares || word(next) == "%") {
        return None;
    }
    Some((date, next))
}

/// Every date in a range of tokens, with its own range.
pub(crate) fn find_in(text: &Text, tokens: &[Token], range: Range<usize>) -> Vec<(DayDate, Range<usize>)> {
    let mut out = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match read(text, tokens, at) {
            Some((date, next)) => {
                out.push((date, at..next));
                at = next;
            }
            None => at += 1,
        }
    }
    out
}

/// ISO 8601 of a publication line: its date, which has a year, with the clock and the zone if they are there.
pub(crate) fn stamp(text: &Text, tokens: &[Token], range: Range<usize>) -> Option<String> {
    let (date, at) = find_in(text, tokens, range.clone()).into_iter().find(|(date, _)| date.year.is_some())?;
    let mut out = date.iso(None)?;
    let clock = range.clone().filter(|i| !at.contains(i)).find_map(|i| clock(text, tokens, i));
    if let Some((hour, minute, second)) = clock {
        out.push_str(&joined(&["T", &padded(hour.into(), 2), ":", &padded(minute.into(), 2)]));
        if let Some(second) = second {
            out.push_str(&joined(&[":", &padded(second.into(), 2)]));
        }
        if let Some(zone) = range.clone().find_map(|i| zone(text, tokens, i)) {
            out.push_str(&zone);
        }
    }
    Some(out)
}

/// `14:30`, `17:40:09`, `22:8'`, `15h30`, `08 giờ 15`.
fn clock(text: &Text, tokens: &[Token], at: usize) -> Option<(u8, u8, Option<u8>)> {
    let word = |i: usize| tokens.get(i).and_then(|t| text.lower().get(t.span.range())).unwrap_or_default();
    let two = |i: usize, below: u8| {
        let word = word(i);
        (word.len() <= 2).then(|| word.parse::<u8>().ok()).flatten().filter(|n| *n < below)
    };
    let number = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    if matches!(word(at.wrapping_sub(1)), "+" | ":") && number(at.wrapping_sub(2)) {
        return None;
    }
    let hour = two(at, 24)?;
    if matches!(word(at + 1), ":" | "giờ") {
        let second = if word(at + 3) == ":" { two(at + 4, 60) } else { None };
        let after = word(if second.is_some() { at + 5 } else { at + 3 });
        let hour = if matches!(after, "pm" | "ch") && hour < 12 { hour + 12 } else { hour };
        return Some((hour, two(at + 2, 60)?, second));
    }
    // The tokens cut `15h30` before its letter.
    let minute = word(at + 1).strip_prefix('h').filter(|_| !tokens[at + 1].spaced)?;
    let minute =
        if minute.is_empty() { two(at + 2, 60).unwrap_or(0) } else { minute.parse().ok().filter(|n| *n < 60)? };
    Some((hour, minute, None))
}

/// `GMT+7` as `+07:00`.
fn zone(text: &Text, tokens: &[Token], at: usize) -> Option<String> {
    let word = |i: usize| tokens.get(i).and_then(|t| text.lower().get(t.span.range())).unwrap_or_default();
    if !matches!(word(at), "gmt" | "utc") || !matches!(word(at + 1), "+" | "-") {
        return None;
    }
    let hours = word(at + 2).parse::<u8>().ok().filter(|n| *n <= 14)?;
    Some(joined(&[word(at + 1), &padded(hours.into(), 2), ":00"]))
}

/// Whether the words before a number make a day of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Not,
    Perhaps,
    Surely,
}

fn said_before(text: &Text, tokens: &[Token], at: usize) -> Said {
    let word = |back: usize| {
        at.checked_sub(back)
            .and_then(|i| tokens.get(i))
            .and_then(|t| text.lower().get(t.span.range()))
            .unwrap_or_default()
    };
    let near = |word: &str| matches!(word, "nay" | "qua" | "mai");
    match word(1) {
        "sáng" | "trưa" | "chiều" | "tối" | "đêm" | "hôm" | "ngày" => Said::Surely,
        word if near(word) => Said::Surely,
        // `chiều thứ hai 20/6`
        "hai" | "ba" | "tư" | "năm" | "sáu" | "bảy" | "2" | "3" | "4" | "5" | "6" | "7" if word(2) == "thứ" => {
            Said::Surely
        }
        "nhật" if word(2) == "chủ" => Said::Surely,
        // `sáng nay (8/2)`, `hôm nay, 8/2`
        "(" | "," if near(word(2)) && matches!(word(3), "hôm" | "sáng" | "trưa" | "chiều" | "tối" | "ngày") => {
            Said::Surely
        }
        "đến" | "tới" | "từ" | "trước" | "hết" | "dịp" => Said::Perhaps,
        _ => Said::Not,
    }
}

/// A token, or a part of a number with stops in it: `17.07.2017` is five pieces.
struct Piece<'a> {
    word: &'a str,
    /// Whether white space stands before it.
    spaced: bool,
    token: usize,
    /// Whether it ends its token.
    ends: bool,
}

/// Enough pieces for the longest date, from a number on.
fn pieces<'a>(text: &'a Text, tokens: &[Token], first: usize) -> Vec<Piece<'a>> {
    const MOST: usize = 16;
    let mut out = Vec::with_capacity(MOST);
    for (token, t) in tokens.iter().enumerate().skip(first).take(MOST) {
        let mut rest = text.lower().get(t.span.range()).unwrap_or_default();
        let mut spaced = t.spaced;
        while t.kind == TokenKind::Number
            && let Some((before, from)) = rest.find(['.', ',']).and_then(|at| rest.split_at_checked(at))
            && let Some((mark, after)) = from.split_at_checked(1)
        {
            out.push(Piece { word: before, spaced, token, ends: false });
            out.push(Piece { word: mark, spaced: false, token, ends: false });
            rest = after;
            spaced = false;
        }
        out.push(Piece { word: rest, spaced, token, ends: true });
    }
    out
}

/// A date at the head of `pieces` and how many of them it takes; `said` allows one without a year.
fn day(pieces: &[Piece], said: bool) -> Option<(DayDate, usize)> {
    let number = |i: usize, digits: usize| {
        pieces.get(i).filter(|p| p.word.len() <= digits).and_then(|p| p.word.parse::<u16>().ok())
    };
    let word = |i: usize| pieces.get(i).map_or("", |p| p.word);
    let glued = |i: usize| pieces.get(i).is_some_and(|p| !p.spaced);
    let is_mark = |word: &str| matches!(word, "/" | "-" | "–" | ".");
    let first = number(0, 2)?;

    // `11/7/2017`, `31-10`, `17.07.2017`
    if is_mark(word(1))
        && glued(1)
        && glued(2)
        && let Some(month) = number(2, 2)
    {
        let second = word(3);
        let year = (is_mark(second) && glued(3) && glued(4)).then(|| number(4, 4)).flatten().and_then(|year| {
            // Two marks that differ (`5-7/2017`) may be two months, unless a word says that it is a day.
            let same = second == word(1);
            match word(4).len() {
                4 if same || said => Some(year),
                2 if same => Some(if year < 50 { 2000 + year } else { 1900 + year }),
                _ => None,
            }
        });
        if let Some(year) = year {
            return Some((valid(first, month, Some(year))?, 5));
        }
        // `1-2/7` is two days of July, read below.
        let two_days = matches!(word(1), "-" | "–") && matches!(second, "/" | ".") && number(4, 2).is_some();
        if !two_days && let Some(date) = valid(first, month, None) {
            let (date, used) = with_year(pieces, date, 3);
            return (said || date.year.is_some()).then_some((date, used));
        }
    }

    // `11 tháng 7 năm 2017`
    if word(1) == "tháng" {
        let (date, used) = with_year(pieces, valid(first, number(2, 2)?, None)?, 3);
        return (said || date.year.is_some()).then_some((date, used));
    }

    // `20 và 21/6`, `27 đến ngày 29/6`
    if matches!(word(1), "và" | "-" | "–" | "," | "đến" | "tới") {
        let rest = if word(2) == "ngày" { 3 } else { 2 };
        let (last, used) = day(pieces.get(rest..)?, true)?;
        let date = valid(first, last.month.into(), last.year).filter(|date| date.day < last.day)?;
        return (said || rest == 3 || date.year.is_some()).then_some((date, rest + used));
    }
    None
}

/// A year after a day and a month: `năm 2017`, `/2017` after `ngày 11 tháng 7`.
fn with_year(pieces: &[Piece], date: DayDate, at: usize) -> (DayDate, usize) {
    let word = |i: usize| pieces.get(i).map_or("", |p| p.word);
    let at_year = match word(at) {
        "năm" | "/" | "-" => at + 1,
        "," if word(at + 1) == "năm" => at + 2,
        _ => return (date, at),
    };
    match word(at_year).parse::<u16>() {
        Ok(year) if is_year(year) => (DayDate { year: Some(year), ..date }, at_year + 1),
        _ => (date, at),
    }
}

const fn is_year(year: u16) -> bool {
    1900 <= year && year <= 2099
}

fn valid(day: u16, month: u16, year: Option<u16>) -> Option<DayDate> {
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_none_or(|y| y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)) => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    if day == 0 || day > days || year.is_some_and(|y| !is_year(y)) {
        return None;
    }
    Some(DayDate { year, month: month as u8, day: day as u8 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, tokens};

    /// The dates of a text, each as `quote = ISO`, with `????` for a year left out.
    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let text = Text::new(source);
        let tokens = tokens(&text);
        let found: Vec<String> = find_in(&text, &tokens, 0..tokens.len())
            .into_iter()
            .map(|(date, at)| {
                let span: Span = tokens[at.start].span.join(tokens[at.end - 1].span);
                let iso = date.iso(None).unwrap_or(format!("????-{:02}-{:02}", date.month, date.day));
                format!("{} = {iso}", text.quote(span).as_str())
            })
            .collect();
        assert_eq!(found, expected, "{source}");
    }

    #[test]
    fn days_are_read_in_every_form_of_the_press() {
        for (source, expected) in [
            ("Ngày 20/6, Đảng bộ", "Ngày 20/6 = ????-06-20"),
            ("Ngày 31-10, hội nghị", "Ngày 31-10 = ????-10-31"),
            ("Ngày: 17.07.2017", "Ngày: 17.07.2017 = 2017-07-17"),
            ("Ngày 11 tháng 7 năm 2017, sở", "Ngày 11 tháng 7 năm 2017 = 2017-07-11"),
            ("ngày 11 tháng 7/2017", "ngày 11 tháng 7/2017 = 2017-07-11"),
            ("Ngày 25-7-2020, tại", "Ngày 25-7-2020 = 2020-07-25"),
            ("Chiều ngày 26/9, Ban", "ngày 26/9 = ????-09-26"),
            ("sáng nay 8/2, tỉnh", "8/2 = ????-02-08"),
            ("sáng nay (8/2), tỉnh", "8/2 = ????-02-08"),
            ("Sáng nay, ngày 6.2, tức mùng 10 tháng Giêng", "ngày 6.2 = ????-02-06"),
            ("sáng thứ hai 20/6", "20/6 = ????-06-20"),
            ("số 35-CT/TW, ngày 15/3/2017 của", "ngày 15/3/2017 = 2017-03-15"),
            ("Tính đến 31/12/2016, tổng", "31/12/2016 = 2016-12-31"),
            ("Tính đến 30/6, toàn tỉnh", "30/6 = ????-06-30"),
            ("ngày 20/6 năm 2018", "ngày 20/6 năm 2018 = 2018-06-20"),
            ("ngày 6.2.17 tại", "ngày 6.2.17 = 2017-02-06"),
        ] {
            check(source, &[expected]);
        }
    }

    #[test]
    fn of_several_days_the_first_is_the_date() {
        check("Trong hai ngày 13-14/7, tại", &["ngày 13-14/7 = ????-07-13"]);
        check("ngày 1-2/7/2019", &["ngày 1-2/7/2019 = 2019-07-01"]);
        check("ngày 20 và 21/6", &["ngày 20 và 21/6 = ????-06-20"]);
        check("từ 27 đến ngày 29/6/2017", &["27 đến ngày 29/6/2017 = 2017-06-27"]);
        check("ngày 14,15-6-2017", &["ngày 14,15-6-2017 = 2017-06-14"]);
        check("27/7/1947-27/7/2017", &["27/7/1947 = 1947-07-27", "27/7/2017 = 2017-07-27"]);
    }

    #[test]
    fn shares_numbers_and_terms_are_no_dates() {
        for source in [
            "đạt 7/9 chỉ tiêu",
            "đến 2/3 số đảng viên",
            "nhiệm kỳ 2015-2020",
            "tăng 6.2 lần",
            "2.397 đảng viên",
            "ngày 31/2",
            "90/2020/NĐ-CP",
            "quý 2 và 3",
            "trong 6 tháng 7 đơn vị",
            "từ 1-2 lớp",
        ] {
            check(source, &[]);
        }
    }

    #[test]
    fn a_publication_line_gives_its_clock_and_zone() {
        for (line, expected) in [
            ("Thứ 5 Ngày 21/06/2018", Some("2018-06-21")),
            ("22:8' 26/7/2020", Some("2020-07-26T22:08")),
            ("Ngày: 17.07.2017", Some("2017-07-17")),
            ("Cập nhật lúc 14:30, Thứ Tư, 31/10/2012 (GMT+7)", Some("2012-10-31T14:30+07:00")),
            ("Thứ 3, 26/09/2023 | 17:40:09", Some("2023-09-26T17:40:09")),
            ("Đăng lúc: 09:15 PM, Thứ Sáu, 05/07/2019", Some("2019-07-05T21:15")),
            ("14/08/2017 09:30:00 AM", Some("2017-08-14T09:30:00")),
            ("15h30 ngày 2/1/2015", Some("2015-01-02T15:30")),
            ("08 giờ 15 ngày 02 tháng 01 năm 2015", Some("2015-01-02T08:15")),
            ("Ngày 20/6", None),
        ] {
            let text = Text::new(line);
            let tokens = tokens(&text);
            assert_eq!(stamp(&text, &tokens, 0..tokens.len()).as_deref(), expected, "{line}");
        }
    }
}
