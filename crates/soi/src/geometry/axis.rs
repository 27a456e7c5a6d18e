//! An axis of time: days on a line, spans that would cover each other in rows.

use crate::filter::Date;

/// A stretch of time, as years with their part: June 2018 is 2018.41 to 2018.5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Its begin.
    pub from: f64,
    /// Its end.
    pub to: f64,
}

impl Span {
    /// All days that a date may be.
    pub fn of(date: Date) -> Self {
        Self::between(date, date)
    }

    /// From the first day of a date to the last of another.
    pub fn between(from: Date, to: Date) -> Self {
        let (from, to) = (place(from.first_day()), place(to.next().first_day()));
        Self { from, to: to.max(from) }
    }

    /// Both, and what lies between.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), to: self.to.max(other.to) }
    }

    /// Its length in years.
    pub fn years(self) -> f64 {
        self.to - self.from
    }
}

/// A day of a year; every month is as long as the next, so that the ticks of months are even.
const DAY: f64 = 1.0 / 372.0;

/// Where a day `20180601` stands.
fn place(day: u32) -> f64 {
    let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100);
    f64::from(year) + f64::from(month.saturating_sub(1)) / 12.0 + f64::from(day.saturating_sub(1)) * DAY
}

/// A stretch of time laid on a line of some pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// What is shown.
    pub shown: Span,
    /// How long the line is.
    pub width: f64,
}

impl Axis {
    /// The pixels of a span, cut off at the ends of the axis; `None` for one outside.
    pub fn place(self, span: Span) -> Option<(f64, f64)> {
        if span.to <= self.shown.from || span.from >= self.shown.to {
            return None;
        }
        let at = |time: f64| (time - self.shown.from) / self.shown.years().max(DAY) * self.width;
        Some((at(span.from.max(self.shown.from)), at(span.to.min(self.shown.to))))
    }

    /// Ticks at least `room` pixels apart: years, months, decades or centuries, as first and last date.
    pub fn ticks(self, room: f64) -> Vec<(Date, Date)> {
        let most = (self.width / room).max(1.0);
        let (first, last) = (self.shown.from.floor() as u16, (self.shown.to - DAY / 2.0).floor() as u16);
        let year = |year: u16| Date::new(year, None, None);
        if self.shown.years() * 12.0 <= most {
            let months = (first..=last).flat_map(|y| (1..=12).filter_map(move |m| Date::new(y, Some(m), None)));
            return months.filter(|&m| self.place(Span::of(m)).is_some()).map(|m| (m, m)).collect();
        }
        let step = [1_u16, 10, 100].into_iter().find(|&step| self.shown.years() / f64::from(step) <= most);
        let step = step.unwrap_or(1_000);
        let starts = (first / step..=last / step).map(|n| n * step);
        starts.filter_map(|start| Some((year(start.max(1_000))?, year(start + step - 1)?))).collect()
    }
}

/// A row for each stretch of pixels, so that none covers another of its row; they come sorted by their begin.
pub fn rows(stretches: &[(f64, f64)], gap: f64) -> Vec<usize> {
    let mut ends: Vec<f64> = Vec::new();
    let mut out = Vec::with_capacity(stretches.len());
    for &(from, to) in stretches {
        let row = ends.iter().position(|end| end + gap <= from).unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(end) => *end = to,
            None => ends.push(to),
        }
        out.push(row);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(iso: &str) -> Date {
        Date::parse(iso).expect("a date")
    }

    fn axis(from: &str, to: &str, width: f64) -> Axis {
        Axis { shown: Span::between(date(from), date(to)), width }
    }

    #[test]
    fn an_imprecise_date_is_a_span_and_never_its_first_day() {
        let axis = axis("2018", "2019", 744.0);
        for (iso, from, to) in
            [("2018", 0.0, 372.0), ("2018-06", 155.0, 186.0), ("2018-01-01", 0.0, 1.0), ("2019-12-31", 743.0, 744.0)]
        {
            let (a, b) = axis.place(Span::of(date(iso))).expect("on the axis");
            assert!((a - from).abs() < 0.1 && (b - to).abs() < 0.1, "{iso}: {a}..{b}");
        }
    }

    #[test]
    fn what_reaches_beyond_the_axis_is_cut_and_what_lies_outside_is_not_drawn() {
        let axis = axis("2018", "2018", 100.0);
        assert_eq!(axis.place(Span::between(date("2015"), date("2020"))), Some((0.0, 100.0)));
        assert_eq!(axis.place(Span::of(date("2017-12-31"))), None);
        assert_eq!(axis.place(Span::of(date("2019"))), None);
    }

    #[test]
    fn ticks_are_as_fine_as_there_is_room() {
        let ticks = |from, to, width| -> Vec<String> {
            let ticks = axis(from, to, width).ticks(40.0);
            ticks.iter().map(|(a, b)| if a == b { a.to_string() } else { format!("{a}..{b}") }).collect()
        };
        assert_eq!(ticks("2018", "2018", 480.0).len(), 12);
        assert_eq!(ticks("2018", "2020", 480.0), ["2018", "2019", "2020"]);
        assert_eq!(ticks("1998", "2023", 320.0), ["1990..1999", "2000..2009", "2010..2019", "2020..2029"]);
    }

    #[test]
    fn what_would_cover_another_goes_to_the_next_row() {
        assert_eq!(rows(&[(0.0, 10.0), (5.0, 15.0), (12.0, 20.0), (13.0, 14.0)], 2.0), [0, 1, 0, 2]);
    }
}
