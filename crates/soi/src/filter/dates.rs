//! Days, months and years, and ranges of them.

use crate::query::operator;
use crate::text::find::find;
use crate::text::piece;
use std::fmt::{self, Display, Write};

/// A day, a month or a year: as precise as it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    /// 0: the whole year.
    month: u8,
    /// 0: the whole month.
    day: u8,
}

impl Date {
    /// A year, a month (from 1) of it, a day of that; `None` if there is no such day.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let date = Self { year, month: month.unwrap_or(0), day: day.unwrap_or(0) };
        let month_is = month.is_none_or(|month| (1..=12).contains(&month));
        let day_is = day.is_none_or(|day| month.is_some() && day >= 1 && day <= date.days_of_month());
        ((1000..=9999).contains(&year) && month_is && day_is).then_some(date)
    }

    /// Reads ISO 8601 at any precision: `2018`, `2018-06`, `2018-06-21`, `2020-07-26T22:08`; a clock is left out.
    pub fn parse(iso: &str) -> Option<Self> {
        let (parts, count, rest) = read_parts(iso, b"-")?;
        let ends = rest.is_empty() || rest.starts_with('T');
        ends.then(|| date_of(parts.get(..count)?)).flatten()
    }

    /// Its year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Its month from 1, if it has one.
    pub fn month(self) -> Option<u8> {
        Some(self.month).filter(|&month| month > 0)
    }

    /// Its day from 1, if it has one.
    pub fn day(self) -> Option<u8> {
        Some(self.day).filter(|&day| day > 0)
    }

    /// Its first day as a number that grows with time: `20180601` for June 2018.
    pub fn first_day(self) -> u32 {
        u32::from(self.year) * 10_000 + u32::from(self.month.max(1)) * 100 + u32::from(self.day.max(1))
    }

    /// Its last day as such a number: `20180630` for June 2018.
    pub fn last_day(self) -> u32 {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { Self { month, ..self }.days_of_month() } else { self.day };
        u32::from(self.year) * 10_000 + u32::from(month) * 100 + u32::from(day)
    }

    /// The next one of its precision: July 2018 after June 2018.
    #[must_use]
    pub fn next(self) -> Self {
        match (self.month, self.day) {
            (0, _) => Self { year: self.year + 1, ..self },
            (12, 0) => Self { year: self.year + 1, month: 1, day: 0 },
            (month, 0) => Self { month: month + 1, ..self },
            (_, day) if day < self.days_of_month() => Self { day: day + 1, ..self },
            _ => Self { day: 1, ..Self { day: 0, ..self }.next() },
        }
    }

    /// The one before it of its precision.
    #[must_use]
    pub fn before(self) -> Self {
        match (self.month, self.day) {
            (0, _) => Self { year: self.year - 1, ..self },
            (1, 0) => Self { year: self.year - 1, month: 12, day: 0 },
            (month, 0) => Self { month: month - 1, ..self },
            (_, 1) => {
                let month = Self { day: 0, ..self }.before();
                Self { day: month.days_of_month(), ..month }
            }
            (_, day) => Self { day: day - 1, ..self },
        }
    }

    fn days_of_month(self) -> u8 {
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

/// ISO 8601: `2018`, `2018-06`, `2018-06-21`.
impl Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let two = |f: &mut fmt::Formatter<'_>, n: u16| {
            f.write_char(char::from(b'0' + (n / 10 % 10) as u8))?;
            f.write_char(char::from(b'0' + (n % 10) as u8))
        };
        two(f, self.year / 100)?;
        two(f, self.year)?;
        for part in [self.month, self.day].into_iter().take_while(|&part| part > 0) {
            f.write_char('-')?;
            two(f, part.into())?;
        }
        Ok(())
    }
}

/// Days from the first of one date to the last of another; an end that is open reaches to all time.
///
/// A report is in it unless its date rules that out: its day, month or year, as precise as the page tells it, shares a
/// day with the range. A report of `2018` is in `2018-06..2018-12`, one of `2018-05` is not; one without a date is in
/// no range. Its date is that of its publication, else of its main meeting, else the year in which the period under
/// review ends, so that the range of a year holds what the facet of years calls that year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateRange {
    from: Option<Date>,
    to: Option<Date>,
}

impl DateRange {
    /// From one date to another, both inclusive, whichever is earlier; `None` if both ends are open.
    pub fn new(from: Option<Date>, to: Option<Date>) -> Option<Self> {
        match (from, to) {
            (None, None) => None,
            (Some(a), Some(b)) if a.first_day() > b.last_day() => Some(Self { from: to, to: from }),
            _ => Some(Self { from, to }),
        }
    }

    /// Reads `2018-06..2018-12`, `2018-06..`, `..2018`, or one date: `2018-06-12`.
    ///
    /// ```
    /// use soi::filter::DateRange;
    /// for text in ["2018-06..2018-12", "2018-06..", "..2018", "2018-06-12"] {
    ///     assert_eq!(DateRange::parse(text).unwrap().to_string(), text);
    /// }
    /// assert_eq!(DateRange::parse("2018-13"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        match find(text, "..").and_then(|at| Some((text.get(..at)?, text.get(at + 2..)?))) {
            None => Date::parse(text).map(Self::from),
            Some((from, to)) => {
                let end = |text: &str| if text.is_empty() { Some(None) } else { Date::parse(text).map(Some) };
                Self::new(end(from)?, end(to)?)
            }
        }
    }

    /// The earlier end.
    pub const fn start(self) -> Option<Date> {
        self.from
    }

    /// The later end.
    pub const fn end(self) -> Option<Date> {
        self.to
    }

    /// Whether a date shares a day with it.
    pub fn holds(self, date: Date) -> bool {
        self.from.is_none_or(|from| from.first_day() <= date.last_day())
            && self.to.is_none_or(|to| date.first_day() <= to.last_day())
    }
}

impl From<Date> for DateRange {
    fn from(date: Date) -> Self {
        Self { from: Some(date), to: Some(date) }
    }
}

/// What [`DateRange::parse`] reads.
impl Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => from.fmt(f),
            (from, to) => {
                if let Some(from) = from {
                    from.fmt(f)?;
                }
                f.write_str("..")?;
                if let Some(to) = to {
                    to.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

/// The dates of `ngày:` at the start of `text`, and the bytes read: ISO, or as the press prints them (`21/6/2018`,
/// `6/2018`); a range with `..`; or one after `>`, `>=`, `<`, `<=`, `≥`, `≤`, `=`.
pub(crate) fn read_range(text: &str) -> Option<(DateRange, usize)> {
    if let Some((low, high, closed, rest)) = operator(text) {
        let (date, rest) = read_date(rest.trim_start())?;
        let from = if closed { date } else { date.next() };
        let to = if closed { date } else { date.before() };
        let range = DateRange::new(low.then_some(from), high.then_some(to))?;
        return Some((range, text.len() - rest.len()));
    }
    let (from, rest) = read_date(text).map_or((None, text), |(date, rest)| (Some(date), rest));
    let Some(rest) = rest.strip_prefix("..") else { return Some((from?.into(), text.len() - rest.len())) };
    let (to, rest) = read_date(rest).map_or((None, rest), |(date, rest)| (Some(date), rest));
    Some((DateRange::new(from, to)?, text.len() - rest.len()))
}

/// A number and how many digits it was written with.
type Part = (u16, usize);

/// A date at the start of `text`, and what stands after it.
fn read_date(text: &str) -> Option<(Date, &str)> {
    let (mut parts, count, rest) = read_parts(text, b"-/.")?;
    let parts = parts.get_mut(..count)?;
    // `21/6/2018`, `17.07.2017`
    if parts.last().is_some_and(|last| last.1 == 4) {
        parts.reverse();
    }
    Some((date_of(parts)?, rest))
}

/// Numbers at the start of `text` with one of some signs between, each with how many digits it has; how many they are; and
/// what stands after them. `..` is no such sign.
fn read_parts<'a>(text: &'a str, signs: &[u8]) -> Option<([Part; 4], usize, &'a str)> {
    let mut parts = [Part::default(); 4];
    let mut count = 1;
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        if byte.is_ascii_digit() {
            let part = parts.get_mut(count - 1)?;
            *part = (part.0.wrapping_mul(10).wrapping_add(u16::from(byte - b'0')), part.1 + 1);
        } else if signs.contains(byte) && !rest.starts_with(b"..") {
            count += 1;
        } else {
            break;
        }
        rest = after;
    }
    Some((parts, count, piece(text, text.len() - rest.len(), text.len())))
}

/// The date of a year, perhaps a month, perhaps a day, each with how many digits it was written with.
fn date_of(parts: &[Part]) -> Option<Date> {
    let part = |i: usize| parts.get(i).map(|part| part.0 as u8);
    let written = parts.iter().zip([4, 2, 2]).all(|(part, most)| (1..=most).contains(&part.1));
    (written && parts.len() <= 3).then(|| Date::new(parts.first()?.0, part(1), part(2))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> DateRange {
        DateRange::parse(text).expect("a range")
    }

    #[test]
    fn a_date_is_in_a_range_unless_that_is_ruled_out() {
        for (text, inside, outside) in [
            ("2018", &["2018", "2018-06", "2018-12-31T23:59", "2018-01-01"][..], &["2017-12-31", "2019"][..]),
            ("2018-06..2018-12", &["2018", "2018-06-01", "2018-12-31"], &["2018-05", "2018-05-31", "2019-01-01"]),
            ("2018-06-12", &["2018-06-12T08:00", "2018-06"], &["2018-06-11", "2018-07"]),
            ("2018-06..", &["2018-06-30", "2023"], &["2018-05-31", "2017"]),
            ("..2018-06", &["2018-06-30", "1999", "2018"], &["2018-07-01", "2019"]),
        ] {
            for (dates, expected) in [(inside, true), (outside, false)] {
                for date in dates {
                    assert_eq!(range(text).holds(Date::parse(date).expect("a date")), expected, "{date} in {text}");
                }
            }
        }
    }

    #[test]
    fn ranges_are_printed_as_they_are_read() {
        for text in ["2018", "2018-06", "2018-06-12", "2018-06..2018-12", "2018..2018-06", "2018..", "..2018-06-01"] {
            assert_eq!(range(text).to_string(), text);
        }
        assert_eq!(range("2018-12..2018-06").to_string(), "2018-06..2018-12");
        for text in ["", "..", "18", "2018-13", "2018-02-29", "2018-00", "2018-06..x", "2018-", "2018...2019", "x"] {
            assert_eq!(DateRange::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn dates_are_read_as_typed() {
        for (typed, expected) in [
            ("21/6/2018 họp", "2018-06-21"),
            ("06/2018", "2018-06"),
            ("17.07.2017", "2017-07-17"),
            ("17-7-2017 x", "2017-07-17"),
            ("1/6/2018..30/6/2018", "2018-06-01..2018-06-30"),
            (">2018-12", "2019-01.."),
            (">=2018", "2018.."),
            ("< 1/3/2020", "..2020-02-29"),
            ("<2018", "..2017"),
            ("≤2018-06)", "..2018-06"),
            ("..2018", "..2018"),
            ("2018.. họp", "2018.."),
        ] {
            assert_eq!(read_range(typed).map(|r| r.0.to_string()).as_deref(), Some(expected), "{typed:?}");
        }
        for typed in ["", "hôm qua", "31/2/2018", "13/2018", "6/18", "1/2/3/2018"] {
            assert_eq!(read_range(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn the_next_day_and_the_day_before_know_the_calendar() {
        let date = |text| Date::parse(text).expect("a date");
        for (one, other) in
            [("2020-02-28", "2020-02-29"), ("2019-12-31", "2020-01-01"), ("2019-12", "2020-01"), ("2019", "2020")]
        {
            assert_eq!(date(one).next(), date(other));
            assert_eq!(date(other).before(), date(one));
        }
    }
}
