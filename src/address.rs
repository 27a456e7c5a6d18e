//! What is shown, as a query string on one page and back. `ADDRESS.md` documents it as a public format.
//!
//! Pure: the browser is `navigate.rs`, the check against the corpus is [`Address::settle`].

use std::fmt::{self, Display, Write};

use soi::explore::Explorer;
use soi::filter::{Choice, DateRange, Facet, Selection, Sort};
use soi::text::Span;

/// The version of the format that this code writes. A reader of version 1 skips what it does not know.
pub const VERSION: u32 = 1;

/// Parameters that messengers and mail tools add to a link on its way; they say nothing about the view.
const TRACKERS: &[&str] = &["fbclid", "gclid", "zarsrc", "mc_cid", "mc_eid", "igshid"];

/// Which page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// The list of reports: the start view.
    #[default]
    Reports,
    /// One report.
    Report,
    /// The whole filtered set on one page.
    Overview,
    /// Reports as the machine that they describe: targets, results, shortcomings, tasks by work area.
    Sheet,
    /// Sentences by role and work area.
    Statements,
    /// Numbers with their units and subjects.
    Measures,
    /// Instruments of policy and who cites them.
    Directives,
    /// People, their posts and meetings.
    People,
    /// Bodies and their hierarchy.
    Bodies,
    /// Meetings, periods and publications on one axis.
    Time,
    /// Provinces.
    Map,
    /// Every hit of the search in its context.
    Concordance,
    /// Frequencies, n-grams, collocates, keyness.
    Words,
    /// Two reports side by side.
    Compare,
    /// Who and what is named together.
    Network,
    /// Saved views and notes.
    Saved,
    /// The reader's own documents: opening, and those kept.
    Open,
}

/// Language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
    /// The language of the file `src/i18n/CODE.tsv`, if there is one.
    #[cfg(third_language)]
    Third,
}

/// Colour theme; absent means the system's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

macro_rules! names {
    ($name:ident { $($variant:ident = $text:literal),+ }) => {
        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in an address.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The value of that name in an address.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

names!(View {
    Reports = "reports",
    Report = "report",
    Overview = "overview",
    Sheet = "sheet",
    Statements = "statements",
    Measures = "measures",
    Directives = "directives",
    People = "people",
    Bodies = "bodies",
    Time = "time",
    Map = "map",
    Concordance = "concordance",
    Words = "words",
    Compare = "compare",
    Network = "network",
    Saved = "saved",
    Open = "open"
});

impl View {
    /// The views of the bar, in its order; one that is not ready yet is not there, and no address leads to it.
    pub const BAR: &'static [Self] = &[
        Self::Overview,
        Self::Reports,
        Self::Sheet,
        Self::Statements,
        Self::Measures,
        Self::Directives,
        Self::People,
        Self::Bodies,
        Self::Time,
        Self::Map,
        Self::Concordance,
        Self::Words,
        Self::Compare,
        Self::Network,
        Self::Saved,
    ];

    /// Whether an address may name it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Report | Self::Open) || Self::BAR.contains(&self)
    }

    /// Whether a first visit's program shows it.
    pub const fn is_first(self) -> bool {
        matches!(self, Self::Reports | Self::Report)
    }

    /// The ways in which it can be shown, the default first: values of the parameter `by`. None if there is one way.
    pub const fn modes(self) -> &'static [&'static str] {
        match self {
            Self::Sheet => &["body", "kind"],
            Self::Words => &["frequency", "ngrams", "collocates", "keyness"],
            Self::Map => &["before", "after"],
            Self::Network => &["all", "people", "bodies", "directives", "meetings"],
            _ => &[],
        }
    }

    /// Whether it shows what an address or the reader names, rather than a filtered set.
    pub const fn is_of_reports(self) -> bool {
        matches!(self, Self::Report | Self::Saved | Self::Open)
    }

    /// Whether it shows the filtered set beside its facets, as all do but the list, which has a page of its own.
    pub const fn is_of_set(self) -> bool {
        !self.is_of_reports() && !self.is_first()
    }
}
#[cfg(not(third_language))]
names!(Lang { Vi = "vi", En = "en" });
#[cfg(third_language)]
impl Lang {
    /// Every value.
    pub const ALL: &'static [Self] = &[Self::Vi, Self::En, Self::Third];

    /// The name in an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
            Self::Third => crate::i18n::third::CODE,
        }
    }

    /// The value of that name in an address.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|lang| lang.as_str() == name)
    }
}
names!(Theme { Light = "light", Dark = "dark" });

/// Everything that a link restores.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Address {
    /// Which page.
    pub view: View,
    /// The search as typed.
    pub query: String,
    /// Facet values, in the order in which they were chosen.
    pub choices: Vec<Choice>,
    /// Only reports whose date may lie in it.
    pub dates: Option<DateRange>,
    /// Order of the list; `None` is by relevance with a search, else the newest first.
    pub sort: Option<Sort>,
    /// Id of the open report.
    pub report: Option<String>,
    /// The statement pointed at, counted from 0 in the report's `statements`.
    pub statement: Option<usize>,
    /// The piece of text pointed at: bytes of the report's source.
    pub at: Option<Span>,
    /// The report that the open one is compared with.
    pub with: Option<String>,
    /// How the view is shown, one of [`View::modes`]; `None` is the first.
    pub by: Option<String>,
    /// What the view is about: the key of a person, a body, a directive, a subject. Its page says what it knows of it.
    pub of: Option<String>,
    /// The order of the view's table; `None` is the table's own.
    pub order: Option<Order>,
    /// Whether the view stands alone, without the frame around it: in another page.
    pub bare: bool,
    /// Language, where the link states one.
    pub lang: Option<Lang>,
    /// Theme, where the link states one.
    pub theme: Option<Theme>,
}

/// By which column a table is sorted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Order {
    /// The column's key: small letters and `-`; one that the table lacks changes nothing.
    pub column: String,
    /// From the largest on.
    pub descending: bool,
}

impl Order {
    /// `value`, or `-value` from the largest on.
    pub fn read(text: &str) -> Option<Self> {
        let column = text.strip_prefix('-').unwrap_or(text);
        let fits = !column.is_empty() && column.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'_');
        let fits = fits && !column.starts_with('-');
        fits.then(|| Self { column: column.to_owned(), descending: column.len() < text.len() })
    }
}

impl Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.descending {
            f.write_char('-')?;
        }
        f.write_str(&self.column)
    }
}

/// Why a part of an address was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No parameter of that name.
    Unknown,
    /// The parameter cannot have that value.
    Malformed,
    /// A second value where one is possible, or the same facet value chosen and excluded.
    Repeated,
    /// The corpus does not hold it.
    Absent,
    /// Written by a later version of the format.
    Newer,
}

/// A part of an address that could not be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// Name of the parameter, decoded.
    pub name: String,
    /// Its value, decoded.
    pub value: String,
    /// What was wrong with it.
    pub why: Why,
}

impl Address {
    /// Reads the part of a URL from `?` on, as the browser gives it, still encoded. Total: what cannot be read is listed.
    pub fn parse(raw_search: &str) -> (Self, Vec<Dropped>) {
        let mut address = Self::default();
        let mut dropped = Vec::new();
        let mut view = None;
        let mut seen: Vec<String> = Vec::new();
        for part in raw_search.strip_prefix('?').unwrap_or(raw_search).split('&').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let (name, value) = (decode(name), decode(value));
            let choice = name.strip_prefix('-').unwrap_or(&name);
            let why = if let Some(facet) = Facet::from_name(choice) {
                address.take(Choice { facet, value: value.clone(), exclude: choice.len() < name.len() })
            // `corpus` says what the rest is about: the browser's side of it is `navigate.rs`.
            } else if name == "corpus" || TRACKERS.contains(&name.as_str()) || name.starts_with("utm_") {
                None
            } else if seen.contains(&name) {
                Some(Why::Repeated)
            } else {
                seen.push(name.clone());
                match name.as_str() {
                    "view" => keep(&mut view, View::from_name(&value).filter(|view| view.is_open())),
                    "q" => {
                        address.query.clone_from(&value);
                        None
                    }
                    "date" => keep(&mut address.dates, DateRange::parse(&value)),
                    "sort" => keep(&mut address.sort, Sort::from_name(&value)),
                    "report" => keep(&mut address.report, Some(value.clone()).filter(|id| !id.is_empty())),
                    // A person counts the first sentence as 1.
                    "statement" => {
                        keep(&mut address.statement, value.parse::<usize>().ok().and_then(|n| n.checked_sub(1)))
                    }
                    "at" => keep(&mut address.at, read_span(&value)),
                    "with" => keep(&mut address.with, Some(value.clone()).filter(|id| !id.is_empty())),
                    "by" => keep(&mut address.by, Some(value.clone()).filter(|by| !by.is_empty())),
                    "of" => keep(&mut address.of, Some(value.clone()).filter(|of| !of.is_empty())),
                    "order" => keep(&mut address.order, Order::read(&value)),
                    "frame" => match value.as_str() {
                        "off" => {
                            address.bare = true;
                            None
                        }
                        "on" => None,
                        _ => Some(Why::Malformed),
                    },
                    "lang" => keep(&mut address.lang, Lang::from_name(&value)),
                    "theme" => keep(&mut address.theme, Theme::from_name(&value)),
                    "v" => match value.parse::<u32>() {
                        Ok(version) if (1..=VERSION).contains(&version) => None,
                        Ok(version) if version > VERSION => Some(Why::Newer),
                        _ => Some(Why::Malformed),
                    },
                    _ => Some(Why::Unknown),
                }
            };
            if let Some(why) = why {
                dropped.push(Dropped { name, value, why });
            }
        }
        address.view = view.unwrap_or(address.implied_view());
        if address.view == View::Report && address.report.is_none() {
            dropped.push(Dropped { name: "view".into(), value: "report".into(), why: Why::Malformed });
            address.view = View::Reports;
        }
        let fits = |by: &String| address.view.modes().contains(&by.as_str());
        if let Some(by) = address.by.take_if(|by| !fits(by)) {
            dropped.push(Dropped { name: "by".into(), value: by, why: Why::Malformed });
        }
        if address.report.is_none()
            && let Some(statement) = address.statement.take()
        {
            dropped.push(Dropped { name: "statement".into(), value: (statement + 1).to_string(), why: Why::Malformed });
        }
        if address.report.is_none()
            && let Some(at) = address.at.take()
        {
            dropped.push(Dropped { name: "at".into(), value: span_text(at), why: Why::Malformed });
        }
        (address, dropped)
    }

    /// Adds a choice read from an address.
    fn take(&mut self, choice: Choice) -> Option<Why> {
        if choice.value.is_empty() {
            return Some(Why::Malformed);
        }
        match self.chosen(choice.facet, &choice.value) {
            Some(exclude) if exclude == choice.exclude => None,
            Some(_) => Some(Why::Repeated),
            None => {
                self.choices.push(choice);
                None
            }
        }
    }

    /// Removes what the corpus does not hold, and says so: a link outlives the corpus that it was made on.
    pub fn settle(&mut self, explorer: &Explorer) -> Vec<Dropped> {
        let mut dropped = Vec::new();
        // A name in an older link becomes the key of what it means, where it means one thing.
        for choice in &mut self.choices {
            if let [resolved] = explorer.resolve(choice).as_slice() {
                choice.clone_from(resolved);
            }
        }
        self.choices.retain(|choice| {
            let known = explorer.facet_label(choice.facet, &choice.value).is_some();
            if !known {
                let sign = if choice.exclude { "-" } else { "" };
                let name = format!("{sign}{}", choice.facet.as_str());
                dropped.push(Dropped { name, value: choice.value.clone(), why: Why::Absent });
            }
            known
        });
        if let Some(id) = self.with.take_if(|id| explorer.find(id).is_none()) {
            dropped.push(Dropped { name: "with".into(), value: id, why: Why::Absent });
        }
        let found = self.report.as_deref().and_then(|id| explorer.find(id));
        if let Some(id) = self.report.take_if(|_| found.is_none()) {
            dropped.push(Dropped { name: "report".into(), value: id, why: Why::Absent });
            self.statement = None;
            self.at = None;
            if self.view == View::Report {
                self.view = View::Reports;
            }
        }
        if let Some(report) = found {
            let source = explorer.source(report);
            if let Some(at) = self.at.take_if(|at| source.get(at.range()).is_none()) {
                dropped.push(Dropped { name: "at".into(), value: span_text(at), why: Why::Absent });
            }
            let statements = explorer.report(report).statements.len();
            if let Some(statement) = self.statement.take_if(|statement| *statement >= statements) {
                let value = (statement + 1).to_string();
                dropped.push(Dropped { name: "statement".into(), value, why: Why::Absent });
            }
        }
        dropped
    }

    /// The view where the address names none.
    const fn implied_view(&self) -> View {
        if self.report.is_some() { View::Report } else { View::Reports }
    }

    /// What the list shows.
    pub fn selection(&self) -> Selection {
        let Self { query, choices, dates, sort, .. } = self;
        Selection { query: query.clone(), choices: choices.clone(), dates: *dates, sort: *sort }
    }

    /// Whether a facet value is chosen: `Some(true)` when it is excluded.
    pub fn chosen(&self, facet: Facet, value: &str) -> Option<bool> {
        self.choices.iter().find(|c| c.facet == facet && c.value == value).map(|c| c.exclude)
    }

    /// Whether anything narrows the list.
    pub fn is_narrowed(&self) -> bool {
        !self.choices.is_empty() || self.dates.is_some() || !self.query.trim().is_empty()
    }

    /// The filtered set, with a facet value chosen or excluded; the same choice again takes it back.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str, exclude: bool) -> Self {
        let mut next = self.set();
        next.choices.retain(|c| c.facet != facet || c.value != value);
        if self.chosen(facet, value) != Some(exclude) {
            next.choices.push(Choice { facet, value: value.to_owned(), exclude });
        }
        next
    }

    /// The filtered set with exactly these choices more: for a mark of a picture that stands for several.
    #[must_use]
    pub fn choosing(&self, wanted: &[(Facet, &str)]) -> Self {
        let mut next = self.set();
        for &(facet, value) in wanted {
            next.choices.retain(|c| c.facet != facet);
            next.choices.push(Choice { facet, value: value.to_owned(), exclude: false });
        }
        next
    }

    /// The filtered set, of some dates only; the same dates again take them back.
    #[must_use]
    pub fn within(&self, dates: DateRange) -> Self {
        Self { dates: Some(dates).filter(|_| self.dates != Some(dates)), ..self.set() }
    }

    /// The filtered set of any date.
    #[must_use]
    pub fn of_all_time(&self) -> Self {
        Self { dates: None, ..self.set() }
    }

    /// The filtered set without search, choices and dates.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { query: String::new(), choices: Vec::new(), dates: None, ..self.set() }
    }

    /// The filtered set, with search and choices as they are: this view, or the list where it is of single reports.
    #[must_use]
    pub fn set(&self) -> Self {
        if self.view.is_of_reports() { self.list() } else { Self { statement: None, at: None, ..self.clone() } }
    }

    /// The list, with search and choices as they are.
    #[must_use]
    pub fn list(&self) -> Self {
        self.showing(View::Reports)
    }

    /// Another view of the same set, as it first appears.
    #[must_use]
    pub fn showing(&self, view: View) -> Self {
        Self {
            view,
            query: self.query.clone(),
            choices: self.choices.clone(),
            dates: self.dates,
            sort: self.sort,
            lang: self.lang,
            theme: self.theme,
            bare: self.bare,
            ..Self::default()
        }
    }

    /// This view, about one person, body, directive or subject, or about none.
    #[must_use]
    pub fn about(&self, of: Option<&str>) -> Self {
        Self { of: of.map(str::to_owned), ..self.set() }
    }

    /// This view, shown in another of its ways.
    #[must_use]
    pub fn shown_by(&self, by: &str) -> Self {
        let by = Some(by).filter(|by| self.view.modes().first() != Some(by));
        Self { by: by.map(str::to_owned), order: None, ..self.set() }
    }

    /// The way in which the view is shown; empty if it has but one.
    pub fn mode(&self) -> &str {
        self.by.as_deref().or(self.view.modes().first().copied()).unwrap_or_default()
    }

    /// This view with its table in another order.
    #[must_use]
    pub fn ordered(&self, column: &str, descending: bool) -> Self {
        Self { order: Some(Order { column: column.to_owned(), descending }), ..self.clone() }
    }

    /// The list in another order.
    #[must_use]
    pub fn sorted(&self, sort: Option<Sort>) -> Self {
        Self { sort, ..self.list() }
    }

    /// With another search, on the same page.
    #[must_use]
    pub fn searching(&self, query: &str) -> Self {
        Self { query: query.to_owned(), ..self.clone() }
    }

    /// A report, at one of its statements or at its head; search and choices stay for the way back.
    #[must_use]
    pub fn opening(&self, report: &str, statement: Option<usize>) -> Self {
        Self { report: Some(report.to_owned()), statement, ..self.showing(View::Report) }
    }

    /// A report at a piece of its text, and at the statement that holds it.
    #[must_use]
    pub fn opening_at(&self, report: &str, statement: Option<usize>, at: Span) -> Self {
        Self { at: Some(at), ..self.opening(report, statement) }
    }

    /// The same in another language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self { lang: Some(lang), ..self.clone() }
    }

    /// The same in another theme; `None` follows the system.
    #[must_use]
    pub fn in_theme(&self, theme: Option<Theme>) -> Self {
        Self { theme, ..self.clone() }
    }

    /// The query string, empty for the start view; a parameter that has its default value is left out.
    pub fn to_query(&self) -> String {
        let mut out = String::new();
        let mut put = |name: &str, value: &str| {
            out.push(if out.is_empty() { '?' } else { '&' });
            encode(name, &mut out);
            out.push('=');
            encode(value, &mut out);
        };
        if self.view != self.implied_view() {
            put("view", self.view.as_str());
        }
        if !self.query.is_empty() {
            put("q", &self.query);
        }
        for choice in &self.choices {
            let name = choice.facet.as_str();
            if choice.exclude { put(&format!("-{name}"), &choice.value) } else { put(name, &choice.value) }
        }
        if let Some(dates) = self.dates {
            put("date", &dates.to_string());
        }
        if let Some(sort) = self.sort {
            put("sort", sort.as_str());
        }
        if let Some(report) = &self.report {
            put("report", report);
        }
        if let Some(statement) = self.statement {
            put("statement", &(statement + 1).to_string());
        }
        if let Some(at) = self.at {
            put("at", &span_text(at));
        }
        if let Some(with) = &self.with {
            put("with", with);
        }
        if let Some(by) = &self.by {
            put("by", by);
        }
        if let Some(of) = &self.of {
            put("of", of);
        }
        if let Some(order) = &self.order {
            put("order", &order.to_string());
        }
        if self.bare {
            put("frame", "off");
        }
        if let Some(lang) = self.lang {
            put("lang", lang.as_str());
        }
        if let Some(theme) = self.theme {
            put("theme", theme.as_str());
        }
        out
    }
}

/// A link to it: relative to the page, so it works on any host, sub-path or `file://`.
impl Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_query() {
            // An empty `href` would keep the present query.
            query if query.is_empty() => f.write_char('?'),
            query => f.write_str(&query),
        }
    }
}

/// `1720-1737`: start and end of a span with something in it.
pub fn read_span(text: &str) -> Option<Span> {
    let (start, end) = text.split_once('-')?;
    let span = Span::new(start.parse().ok()?, end.parse().ok()?);
    Some(span).filter(|span| !span.is_empty())
}

/// What [`read_span`] reads.
pub fn span_text(span: Span) -> String {
    format!("{}-{}", span.start, span.end)
}

fn keep<T>(place: &mut Option<T>, value: Option<T>) -> Option<Why> {
    match value {
        Some(value) => {
            *place = Some(value);
            None
        }
        None => Some(Why::Malformed),
    }
}

/// Percent-encodes all but letters, digits, `-`, `_` and `~`; a space is `+`. The stop is encoded too: a messenger that
/// makes a link of running text leaves a last stop out.
fn encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'~' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

/// Decodes once. A `%` that starts no pair stands for itself; bytes that are no UTF-8 become U+FFFD.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let pair = match (byte, bytes.get(at + 1), bytes.get(at + 2)) {
            (b'%', Some(high), Some(low)) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match pair {
            Some((high, low)) => {
                out.push(high << 4 | low);
                at += 3;
            }
            None => {
                out.push(if byte == b'+' { b' ' } else { byte });
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

const fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
