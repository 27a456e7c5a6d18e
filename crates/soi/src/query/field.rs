//! Fields of the query language: their names and how their values are read.

use super::{Node, QueryErrorKind};
use crate::corpus::Measured;
use crate::filter::{DateRange, Facet};
use crate::report::{Area, EventKind, Measure, Role};
use crate::text::fold::fold;
use crate::text::{Words, normalise, number, piece};

/// What stands before the colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Words in the name of a value: person, body, instrument, place.
    Name(Facet),
    /// Role of a statement.
    Role,
    /// Work area of a statement.
    Area,
    /// Kind of the main meeting.
    Meeting,
    /// Years.
    Year,
    /// Dates.
    Date,
    /// Measures by value and unit.
    Measure,
    /// Words in titles only.
    Title,
    /// Words in the body only.
    Body,
}

/// Field names by search key; a space in a name may be left out.
const NAMES: &[(&str, Field)] = &[
    ("to chuc", Field::Name(Facet::Organisation)),
    ("organisation", Field::Name(Facet::Organisation)),
    ("organization", Field::Name(Facet::Organisation)),
    ("org", Field::Name(Facet::Organisation)),
    ("nguoi", Field::Name(Facet::Person)),
    ("person", Field::Name(Facet::Person)),
    ("van ban", Field::Name(Facet::Directive)),
    ("directive", Field::Name(Facet::Directive)),
    ("noi dung", Field::Body),
    ("noi", Field::Name(Facet::Place)),
    ("place", Field::Name(Facet::Place)),
    ("mat", Field::Area),
    ("area", Field::Area),
    ("vai", Field::Role),
    ("role", Field::Role),
    ("nam", Field::Year),
    ("year", Field::Year),
    ("ngay", Field::Date),
    ("date", Field::Date),
    ("so lieu", Field::Measure),
    ("measure", Field::Measure),
    ("hop", Field::Meeting),
    ("kind", Field::Meeting),
    ("tieu de", Field::Title),
    ("title", Field::Title),
    ("body", Field::Body),
];

impl Field {
    /// The field that `text` begins with, and the bytes of its name and colon.
    pub fn at_start(text: &str) -> Option<(Self, usize)> {
        // The longest name has twelve letters, each of at most a letter, two combining marks.
        let colon = text.char_indices().take(40).find(|&(_, c)| c == ':')?.0;
        let key = fold(&normalise(piece(text, 0, colon)));
        let key = key.trim_end();
        NAMES
            .iter()
            .find(|(name, _)| *name == key || name.chars().filter(|&c| c != ' ').eq(key.chars()))
            .map(|&(_, field)| (field, colon + 1))
    }
}

/// A bound of a range; the number itself belongs to it or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound {
    /// The number.
    pub value: f64,
    /// Whether it belongs to the range.
    pub closed: bool,
}

/// A test of something other than running words.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// Words in the name of one value of the facet.
    Name {
        /// Which facet.
        facet: Facet,
        /// Words and phrases, perhaps joined by operators.
        node: Box<Node>,
    },
    /// Words in titles, or in the body.
    Text {
        /// Titles rather than body.
        title: bool,
        /// Words and phrases, perhaps joined by operators.
        node: Box<Node>,
    },
    /// A statement of one of these roles.
    Role(Vec<Role>),
    /// A statement of one of these areas.
    Area(Vec<Area>),
    /// A main meeting of one of these kinds.
    Meeting(Vec<EventKind>),
    /// From the first year to the last.
    Years(u16, u16),
    /// A date in the range.
    Dates(DateRange),
    /// A measure.
    Measure(MeasureTest),
}

/// What a measure must be.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureTest {
    /// At least.
    pub low: Option<Bound>,
    /// At most.
    pub high: Option<Bound>,
    /// Whether the unit must be `%`.
    pub percent: bool,
    /// Words that unit and subject together must hold, all of them.
    pub words: Vec<super::Word>,
}

impl MeasureTest {
    /// Whether a measure is meant. Of a measure that is a range, one number in it suffices.
    pub fn matches(&self, measure: &Measure) -> bool {
        self.holds(&Measured::of(measure))
    }

    pub(crate) fn holds(&self, measure: &Measured<'_>) -> bool {
        let (least, most) = (measure.value, measure.value_max.unwrap_or(measure.value));
        let above = self.low.is_none_or(|low| most > low.value || low.closed && most == low.value);
        let below = self.high.is_none_or(|high| least < high.value || high.closed && least == high.value);
        if !above || !below || self.percent && measure.unit != Some("%") {
            return false;
        }
        let has = |text: Option<&str>, word: &super::Word| {
            let Some(text) = text else { return false };
            let mut words = Words::new(text, 0);
            while let Some((spelling, _)) = words.read() {
                if word.matches(spelling) {
                    return true;
                }
            }
            false
        };
        self.words.iter().all(|word| has(measure.unit, word) || has(measure.subject, word))
    }
}

/// Reads the comparison of `year:` and `measure:` at the start of `text`: bounds and the bytes read.
///
/// `>50`, `>=50`, `<50`, `<=50`, `=50`, `50`, `50..60`, `50-60`, `≥50`, `≤50`; numbers as the press prints them.
pub fn comparison(text: &str) -> Result<(Option<Bound>, Option<Bound>, usize), QueryErrorKind> {
    let found = operator(text.trim_start());
    let (low, high, closed, rest) = found.unwrap_or((true, true, true, text));
    let rest = rest.trim_start();
    let Some((value, len)) = number(rest) else {
        if found.is_none() {
            return Ok((None, None, 0));
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        return Err(QueryErrorKind::BadNumber(piece(rest, 0, end).to_owned()));
    };
    let rest = piece(rest, len, rest.len());
    let (mut least, mut most, mut left) = (value, value, rest.len());
    if found.is_none()
        && let Some(after) = ["..", "-", "–"].into_iter().find_map(|dash| rest.strip_prefix(dash))
        && let Some((to, len)) = number(after)
    {
        (least, most, left) = (value.min(to), value.max(to), after.len() - len);
    }
    let bound = |is: bool, value| is.then_some(Bound { value, closed });
    Ok((bound(low, least), bound(high, most), text.len() - left))
}

/// What a comparison at the start of `text` asks for, and what stands after it: a lower bound, an upper one, whether the bound
/// itself will do.
pub(crate) fn operator(text: &str) -> Option<(bool, bool, bool, &str)> {
    let mut chars = text.chars();
    let (low, high, mut closed) = match chars.next()? {
        '>' => (true, false, false),
        '≥' => (true, false, true),
        '<' => (false, true, false),
        '≤' => (false, true, true),
        '=' => (true, true, true),
        _ => return None,
    };
    let mut rest = chars.as_str();
    if !closed && let Some(after) = rest.strip_prefix('=') {
        (closed, rest) = (true, after);
    }
    Some((low, high, closed, rest))
}

/// A number as the press prints it (`2.397`, `67,77`) at the start of `text`, and its bytes.
fn number(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    while digit(len) || len > 0 && matches!(bytes.get(len), Some(b'.' | b',')) && digit(len + 1) {
        len += 1;
    }
    let printed = text.get(..len).filter(|printed| !printed.is_empty())?;
    // A point groups thousands if three digits follow each time; else it is an English decimal point.
    let mut groups = printed.split(',').next()?.split('.');
    let first = groups.next()?;
    let grouped = first.len() <= 3 && groups.all(|group| group.len() == 3);
    let groups = grouped || printed.contains(',');
    let mut plain = String::new();
    for c in printed.chars().filter(|&c| c != '.' || !groups) {
        plain.push(if c == ',' { '.' } else { c });
    }
    number::plain(&plain).map(|value| (value, len))
}

/// The values of a closed list that begin with `typed`, marks not minded; English names too.
pub fn choices(all: &[[&str; 2]], typed: &str) -> Vec<usize> {
    let key = fold(&normalise(typed));
    let key = key.trim();
    let (mut same, mut begin) = (Vec::new(), Vec::new());
    for (value, names) in all.iter().enumerate() {
        let named = |is: &dyn Fn(&str) -> bool| names.iter().any(|name| is(&fold(name)));
        if named(&|name| name == key) {
            same.push(value);
        }
        if named(&|name| name.starts_with(key)) {
            begin.push(value);
        }
    }
    if same.is_empty() && !key.is_empty() { begin } else { same }
}

/// The names of [`Role::ALL`] in both languages.
pub const ROLES: &[[&str; 2]; Role::ALL.len()] = &[
    ["context", "bối cảnh"],
    ["result", "kết quả"],
    ["shortcoming", "hạn chế"],
    ["task", "nhiệm vụ"],
    ["other", "khác"],
];

/// The names of [`Area::ALL`] in both languages.
pub const AREAS: &[[&str; 2]; Area::ALL.len()] = &[
    ["tư tưởng", "ideology"],
    ["tổ chức", "organisation"],
    ["cán bộ", "cadres"],
    ["đảng viên", "members"],
    ["kiểm tra", "inspection"],
    ["dân vận", "mobilisation"],
    ["đoàn thể", "mass organisations"],
    ["nội bộ", "internal protection"],
    ["phòng chống tham nhũng", "anti-corruption"],
    ["thi đua", "emulation"],
    ["chính quyền", "government"],
];

/// The names of [`EventKind::ALL`] in both languages.
pub const MEETINGS: &[[&str; 2]; EventKind::ALL.len()] = &[
    ["sơ kết", "interim review"],
    ["tổng kết", "final review"],
    ["kiểm điểm", "self-criticism"],
    ["giao ban", "coordination"],
    ["đại hội", "congress"],
    ["hội nghị", "meeting"],
    ["lễ", "ceremony"],
    ["lớp học", "training"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_where_its_value_does() {
        let named = |value: &str, names: &[&str; 2]| assert!(names.contains(&value), "{value}: {names:?}");
        Role::ALL.iter().zip(ROLES).for_each(|(role, names)| named(role.as_str(), names));
        Area::ALL.iter().zip(AREAS).for_each(|(area, names)| named(area.as_str(), names));
        EventKind::ALL.iter().zip(MEETINGS).for_each(|(kind, names)| named(kind.as_str(), names));
    }
}
