//! Where dates stand on an axis of years: pure geometry, in hundredths of a percent of the axis.

/// The whole axis.
const FULL: u32 = 10_000;

/// Days of a year on the axis, leap or not.
const YEAR: u32 = 366;

/// A report on the axis; as wide as its date is imprecise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Place in the list of dates that was given.
    pub index: usize,
    /// Distance of its start from the axis' start.
    pub left: u32,
    /// Its length; a day's is next to nothing and drawn as a dot.
    pub width: u32,
    /// Row above the axis, from 0.
    pub row: usize,
}

/// Dated reports on their axis.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// First year on the axis.
    pub first_year: i32,
    /// Years on the axis, at least 1 when there is a mark.
    pub years: u32,
    /// The reports with a date, from early to late.
    pub marks: Vec<Mark>,
    /// Rows that the marks take; one more than [`MOST_ROWS`] where those are too few.
    pub rows: usize,
}

/// So many marks may stand one above the other; where a year's reports are all of a day or two they would be a tower.
pub const MOST_ROWS: usize = 12;

/// Puts ISO dates of any precision on one axis; what is no date is left out. Each mark keeps `room` for itself in its
/// row, half of it on either side, as long as there are rows.
pub fn lay_out<'a>(dates: impl Iterator<Item = Option<&'a str>>, room: u32) -> Timeline {
    let mut spans: Vec<(Days, usize)> =
        dates.enumerate().filter_map(|(index, date)| Some((days(date?)?, index))).collect();
    soi::order::natural(&mut spans);
    let Some(first_year) = spans.iter().map(|(days, _)| days.year).min() else { return Timeline::default() };
    let last_year = spans.iter().map(|(days, _)| days.year).max().unwrap_or(first_year);
    let years = (last_year - first_year) as u32 + 1;
    let mut ends: Vec<u32> = Vec::new();
    let mut marks = Vec::with_capacity(spans.len());
    for (days, index) in spans {
        let passed = (days.year - first_year) as u32 * YEAR;
        let at = |day: u32| (u64::from(passed + day) * u64::from(FULL) / u64::from(YEAR * years)) as u32;
        let (left, right) = (at(days.first), at(days.last + 1));
        let spare = room.saturating_sub(right - left) / 2;
        let start = left.saturating_sub(spare);
        let end = right + spare;
        let row = ends.iter().position(|end| *end <= start).unwrap_or(ends.len()).min(MOST_ROWS);
        match ends.get_mut(row) {
            Some(last) => *last = end,
            None => ends.push(end),
        }
        marks.push(Mark { index, left, width: right - left, row });
    }
    Timeline { first_year, years, marks, rows: ends.len() }
}

/// Days of one year that a date may mean, both inclusive, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Days {
    year: i32,
    first: u32,
    last: u32,
}

fn days(iso: &str) -> Option<Days> {
    // Days before each month of a leap year.
    const BEFORE: [u32; 13] = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366];
    let day = iso.split('T').next().unwrap_or(iso);
    let mut parts = day.split('-');
    let year = parts.next()?.parse().ok().filter(|year| (1..10_000).contains(year))?;
    let Some(month) = parts.next() else { return Some(Days { year, first: 0, last: 365 }) };
    let month = month.parse::<usize>().ok().filter(|month| (1..=12).contains(month))?;
    let (start, end) = (BEFORE[month - 1], BEFORE[month]);
    let Some(date) = parts.next() else { return Some(Days { year, first: start, last: end - 1 }) };
    let first = start + date.parse::<u32>().ok().filter(|date| (1..=31).contains(date))? - 1;
    Some(Days { year, first, last: first })
}

/// `12.34%`, for a style.
pub fn percent(hundredths: u32) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let zero = if rest < 10 { "0" } else { "" };
    [&whole.to_string(), ".", zero, &rest.to_string(), "%"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dates: &[&str], want: &[(usize, u32, u32, usize)]) {
        let line = lay_out(dates.iter().map(|date| Some(*date)), 220);
        let got: Vec<_> = line.marks.iter().map(|m| (m.index, m.left, m.width, m.row)).collect();
        assert_eq!(got, want, "{dates:?}");
    }

    #[test]
    fn an_imprecise_date_is_a_span_and_not_the_first_of_january() {
        check(&["2018"], &[(0, 0, 10_000, 0)]);
        check(&["2018-01"], &[(0, 0, 846, 0)]);
        check(&["2018-01-01"], &[(0, 0, 27, 0)]);
        check(&["2019", "2018-12-31T09:30"], &[(1, 4_986, 14, 0), (0, 5_000, 5_000, 1)]);
    }

    #[test]
    fn what_is_no_date_is_left_out() {
        for date in ["", "2018-13", "2018-00-01", "abc", "0"] {
            check(&[date], &[]);
        }
        assert_eq!(lay_out([None, None].into_iter(), 220), Timeline::default());
    }

    #[test]
    fn reports_of_one_day_are_no_tower() {
        let line = lay_out(std::iter::repeat_n(Some("2026-11-27"), 5_000), 220);
        assert_eq!((line.marks.len(), line.years, line.rows), (5_000, 1, MOST_ROWS + 1));
    }

    #[test]
    fn marks_that_would_cover_each_other_are_stacked() {
        let line = lay_out(["2018-06-21", "2018-06-22", "2018-06-23"].iter().map(|d| Some(*d)), 220);
        assert_eq!(line.marks.iter().map(|m| m.row).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(line.rows, 3);
    }

    #[test]
    fn percents_keep_two_digits() {
        assert_eq!([percent(5), percent(1_234), percent(10_000)], ["0.05%", "12.34%", "100.00%"]);
    }
}
