//! What is noted of reports as they pass by: all that facets, lists and dates need, so that no report need stay.

use super::table::{Lists, Texts, date, entry_name, fact_kind};
use super::{Date, Facet};
use crate::annotate::FactKind;
use crate::corpus::Outline;
use crate::gather::Gather;
use crate::index::dictionary::Dictionary;
use crate::report::{PlaceKind, Report, Role};
use crate::snippet;
use crate::text::Span;
use crate::text::letter::lower_text;
use crate::text::write::padded;

/// The facets of names, in the order of [`crate::link::Links`].
pub const NAMED: [Facet; 4] = [Facet::Organisation, Facet::Person, Facet::Directive, Facet::Place];

/// Notes on reports, in their order.
#[derive(Debug, Clone)]
pub struct Noted {
    /// Every name that a report gives something, in lower case.
    pub forms: Dictionary,
    /// By facet of names, by report: the form of each entry.
    pub entries: [Lists; 4],
    /// By entry of places.
    pub place_kinds: Vec<PlaceKind>,
    /// By report: a bit for each kind of its main meetings.
    pub meetings: Vec<u16>,
    /// By report: how many facts of each kind it has.
    pub facts: Vec<[u32; FactKind::ALL.len()]>,
    /// By report: its date.
    pub dates: Vec<Option<Date>>,
    /// By report: the date of its publication as printed, else of its main meeting; empty for none.
    pub printed: Texts,
    /// By report: when it was published as printed, else the year of its date; empty for none.
    pub aged: Texts,
    /// Role and areas (a bit each) of every statement.
    pub statements: Vec<(Role, u16)>,
    /// By report, and one more: its first statement.
    pub starts: Vec<u32>,
    /// By report: what is shown of it where no word is asked for, and which statement that is.
    pub openings: Vec<(Span, Option<u32>)>,
}

impl Default for Noted {
    fn default() -> Self {
        Self {
            forms: Dictionary::default(),
            entries: std::array::from_fn(|_| Lists::new()),
            place_kinds: Vec::new(),
            meetings: Vec::new(),
            facts: Vec::new(),
            dates: Vec::new(),
            printed: Texts::new(),
            aged: Texts::new(),
            statements: Vec::new(),
            starts: vec![0],
            openings: Vec::new(),
        }
    }
}

impl Noted {
    /// Of some reports.
    pub fn of<'a>(reports: impl IntoIterator<Item = &'a Report>) -> Self {
        let mut noted = Self::default();
        reports.into_iter().for_each(|report| noted.add(report));
        noted
    }

    /// Of the next report.
    pub fn add(&mut self, report: &Report) {
        for (facet, entries) in NAMED.into_iter().zip(&mut self.entries) {
            let count = fact_kind(facet).map_or(0, |kind| kind.count(report));
            let form = |entry| self.forms.intern(&lower_text(&entry_name(report, facet, entry)));
            entries.push((0..count).map(form));
        }
        report.places.iter().map(|place| place.kind).gather_into(&mut self.place_kinds);
        let main = || report.events.iter().filter(|event| event.main);
        self.meetings.push(main().fold(0, |bits, event| bits | 1 << event.kind.index()));
        self.facts.push(FactKind::ALL.map(|kind| kind.count(report) as u32));
        let date = date(report);
        self.dates.push(date);
        let published = report.published.as_deref();
        let year = date.map(|date| padded(date.year(), 4));
        self.aged.push(published.or(year.as_deref()).unwrap_or_default());
        let printed = published.or_else(|| main().next()?.date.as_deref());
        self.printed.push(printed.unwrap_or_default());
        for statement in &report.statements {
            let areas = statement.areas.iter().fold(0, |bits, area| bits | 1 << area.index());
            self.statements.push((statement.role, areas));
        }
        self.starts.push(self.statements.len() as u32);
        let (at, statement) = snippet::opening(&Outline::of(report), None);
        self.openings.push((at, statement.map(|i| i as u32)));
    }

    /// How many reports there are notes on.
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Keeps the notes on the first reports.
    pub fn truncate(&mut self, len: usize) {
        self.entries.iter_mut().for_each(|entries| entries.truncate(len));
        self.place_kinds.truncate(self.entries[3].all().len());
        self.meetings.truncate(len);
        self.facts.truncate(len);
        self.dates.truncate(len);
        self.printed.truncate(len);
        self.aged.truncate(len);
        self.starts.truncate(len + 1);
        self.statements.truncate(self.starts.last().map_or(0, |&end| end as usize));
        self.openings.truncate(len);
    }
}
