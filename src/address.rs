//! What is shown, as a query string on one page and back. `ADDRESS.md` documents it as a public format.
//!
//! Pure: the browser is `navigate.rs`, the check against the corpus is [`Address::settle`].

use std::fmt::{self, Display, Write};

use soi::explore::Explorer;
use soi::filter::{Choice, Facet, Selection, Sort};
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
}

/// Language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
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

names!(View { Reports = "reports", Report = "report" });
names!(Lang { Vi = "vi", En = "en" });
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
    /// Order of the list; `None` is by relevance with a search, else the newest first.
    pub sort: Option<Sort>,
    /// Id of the open report.
    pub report: Option<String>,
    /// The statement pointed at, counted from 0 in the report's `statements`.
    pub statement: Option<usize>,
    /// The piece of text pointed at: bytes of the report's source.
    pub at: Option<Span>,
    /// Language, where the link states one.
    pub lang: Option<Lang>,
    /// Theme, where the link states one.
    pub theme: Option<Theme>,
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
            } else if TRACKERS.contains(&name.as_str()) || name.starts_with("utm_") {
                None
            } else if seen.contains(&name) {
                Some(Why::Repeated)
            } else {
                seen.push(name.clone());
                match name.as_str() {
                    "view" => keep(&mut view, View::from_name(&value)),
                    "q" => {
                        address.query.clone_from(&value);
                        None
                    }
                    "sort" => keep(&mut address.sort, Sort::from_name(&value)),
                    "report" => keep(&mut address.report, Some(value.clone()).filter(|id| !id.is_empty())),
                    // A person counts the first sentence as 1.
                    "statement" => {
                        keep(&mut address.statement, value.parse::<usize>().ok().and_then(|n| n.checked_sub(1)))
                    }
                    "at" => keep(&mut address.at, read_span(&value)),
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
        self.choices.retain(|choice| {
            let known = explorer.facet_label(choice.facet, &choice.value).is_some();
            if !known {
                let sign = if choice.exclude { "-" } else { "" };
                let name = format!("{sign}{}", choice.facet.as_str());
                dropped.push(Dropped { name, value: choice.value.clone(), why: Why::Absent });
            }
            known
        });
        let found = self.report.as_deref().and_then(|id| explorer.find(id));
        if let Some(id) = self.report.take_if(|_| found.is_none()) {
            dropped.push(Dropped { name: "report".into(), value: id, why: Why::Absent });
            self.statement = None;
            self.at = None;
            self.view = View::Reports;
        }
        if let Some(report) = found {
            let source = &explorer.report(report).source;
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
        Selection { query: self.query.clone(), choices: self.choices.clone(), sort: self.sort, ..Selection::default() }
    }

    /// Whether a facet value is chosen: `Some(true)` when it is excluded.
    pub fn chosen(&self, facet: Facet, value: &str) -> Option<bool> {
        self.choices.iter().find(|c| c.facet == facet && c.value == value).map(|c| c.exclude)
    }

    /// Whether anything narrows the list.
    pub fn is_narrowed(&self) -> bool {
        !self.choices.is_empty() || !self.query.trim().is_empty()
    }

    /// The list, with a facet value chosen or excluded; the same choice again takes it back.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str, exclude: bool) -> Self {
        let mut next = self.list();
        next.choices.retain(|c| c.facet != facet || c.value != value);
        if self.chosen(facet, value) != Some(exclude) {
            next.choices.push(Choice { facet, value: value.to_owned(), exclude });
        }
        next
    }

    /// The list without search and choices.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { query: String::new(), choices: Vec::new(), ..self.list() }
    }

    /// The list, with search and choices as they are.
    #[must_use]
    pub fn list(&self) -> Self {
        Self { view: View::Reports, report: None, statement: None, at: None, ..self.clone() }
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
        Self { view: View::Report, report: Some(report.to_owned()), statement, at: None, ..self.clone() }
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
