//! Bodies, people, instruments and places across reports: one identity each, however the reports write it.
//!
//! What is one and what stays two is decided in [`crate::link`]; here it is read. The same identities are the values of
//! the facets of names, so an identity's key is what a link holds, and choosing it finds the reports listed here.
//!
//! ```
//! use std::sync::Arc;
//! use soi::{Corpus, explore::Explorer, filter::Facet, parse};
//!
//! let pages = ["Tin\n\nTỉnh ủy Sóc Trăng họp.", "Tin\n\nTại tỉnh Sóc Trăng, Tỉnh ủy kết luận."];
//! let reports = pages.iter().enumerate().map(|(i, page)| parse(&format!("r{i}"), page)).collect();
//! let explorer = Explorer::new(Arc::new(Corpus { reports }));
//! let body = explorer.entity(Facet::Organisation, "tinh-uy-tinh-soc-trang").unwrap();
//! assert_eq!(body.label(), "Tỉnh ủy Sóc Trăng");
//! assert_eq!(body.forms().iter().map(|form| form.text).collect::<Vec<_>>(), ["Tỉnh ủy", "Tỉnh ủy Sóc Trăng"]);
//! for mention in body.mentions() {
//!     let source = &explorer.report(mention.report).source;
//!     assert!(source[mention.at.range()].starts_with("Tỉnh ủy"));
//! }
//! ```

use super::{Explorer, Note, ReportId};
use crate::annotate::{Fact, statement_at};
use crate::filter::Facet;
use crate::filter::table::{Names, Table, fact_kind};
use crate::link::Reason;
use crate::order;
use crate::text::write::squeezed;
use crate::text::{Span, collate, lower_text};

/// A body, person, instrument or place in all its reports. Cheap to copy; what it tells is looked up when asked for.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    explorer: &'a Explorer,
    facet: Facet,
    table: &'a Table,
    names: &'a Names,
    value: u32,
}

/// A way in which reports write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form<'a> {
    /// As printed where it first stands.
    pub text: &'a str,
    /// How many mentions are written so; capitals and white space are not minded.
    pub count: usize,
}

/// A place in a report where it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Which report.
    pub report: ReportId,
    /// Which entry of the report's list of its kind: `report.people[entry]`.
    pub entry: usize,
    /// Bytes of the report's source.
    pub at: Span,
    /// The sentence of the body that it stands in.
    pub statement: Option<usize>,
}

impl<'a> Identity<'a> {
    /// Which facet it is a value of: [`Facet::Organisation`], `Person`, `Directive` or `Place`.
    pub const fn facet(self) -> Facet {
        self.facet
    }

    /// Stable name for addresses: ASCII letters, digits and `-`.
    pub fn key(self) -> &'a str {
        self.table.key(self.value)
    }

    /// Name to show: the fullest that a report prints. Two may have the same; then a [`Self::note`] tells them apart.
    pub fn label(self) -> &'a str {
        self.table.label(self.value)
    }

    /// What tells it from others of that name.
    pub fn note(self) -> Option<&'a Note> {
        self.names.note(self.value)
    }

    /// Why its entries are taken for one; the weakest reason of several. [`Reason::explain`] says it in words.
    pub fn reason(self) -> Reason {
        self.names.reason(self.value)
    }

    /// In how many reports it is named.
    pub fn total(self) -> usize {
        self.table.total(self.value)
    }

    /// The reports that name it, in the order of the corpus. Looks through all reports.
    pub fn reports(self) -> Vec<ReportId> {
        let all = 0..self.explorer.len() as u32;
        all.filter(|&report| self.table.of(report).contains(&self.value)).map(ReportId).collect()
    }

    /// Its entries: the report, and the place in the report's list of its kind (`report.people[entry]`).
    pub fn entries(self) -> Vec<(ReportId, usize)> {
        let mut out = Vec::new();
        for report in self.reports() {
            let entries = self.names.entries(report.0).iter().enumerate();
            out.extend(entries.filter(|(_, value)| **value == self.value).map(|(entry, _)| (report, entry)));
        }
        out
    }

    /// Every place where it is named, in the order of the corpus and of the text.
    pub fn mentions(self) -> Vec<Mention> {
        let Some(kind) = fact_kind(self.facet) else { return Vec::new() };
        let mut out = Vec::new();
        for (id, entry) in self.entries() {
            let report = self.explorer.report(id);
            let from = out.len();
            for quote in (Fact { kind, entry }).quotes(report) {
                let at = quote.span();
                out.push(Mention { report: id, entry, at, statement: statement_at(report, at) });
            }
            order::by_key(&mut out[from..], |mention| mention.at.start);
        }
        out
    }

    /// Every way in which its mentions are written, the most frequent first.
    pub fn forms(self) -> Vec<Form<'a>> {
        let mut forms: Vec<(String, Form<'a>)> = Vec::new();
        for mention in self.mentions() {
            let text = &self.explorer.report(mention.report).source[mention.at.range()];
            let same = lower_text(&squeezed(text));
            match forms.iter_mut().find(|form| form.0 == same) {
                Some((_, form)) => form.count += 1,
                None => forms.push((same, Form { text, count: 1 })),
            }
        }
        order::by(&mut forms, |a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
        forms.into_iter().map(|(_, form)| form).collect()
    }
}

impl Explorer {
    /// Every identity of a facet of names, in the order of their keys; none for another facet.
    pub fn entities(&self, facet: Facet) -> impl Iterator<Item = Identity<'_>> {
        let count = self.names(facet).map_or(0, |(table, _)| table.len() as u32);
        (0..count).filter_map(move |value| self.identity(facet, value))
    }

    /// The identities that some of these reports name, with how many of them do; the most frequent first.
    pub fn entities_of(&self, facet: Facet, reports: &[ReportId]) -> Vec<(Identity<'_>, usize)> {
        let Some((table, _)) = self.names(facet) else { return Vec::new() };
        let mut counts = vec![0_usize; table.len()];
        for report in reports {
            table.of(report.0).iter().for_each(|&value| counts[value as usize] += 1);
        }
        let named = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let mut out: Vec<_> =
            named.filter_map(|(value, &count)| Some((self.identity(facet, value as u32)?, count))).collect();
        order::by(&mut out, |a, b| b.1.cmp(&a.1).then_with(|| collate(a.0.label(), b.0.label())));
        out
    }

    /// The identity with that key; for a name that some report prints, the one that most reports call so.
    pub fn entity(&self, facet: Facet, key: &str) -> Option<Identity<'_>> {
        let (table, _) = self.names(facet)?;
        let values = table.values(key);
        // The first of those with equal totals.
        let value = values.into_iter().rev().max_by_key(|&value| table.total(value))?;
        self.identity(facet, value)
    }

    /// The identity that an entry of a report's list is: of `report.people[entry]` for [`Facet::Person`].
    pub fn entity_of(&self, facet: Facet, report: ReportId, entry: usize) -> Option<Identity<'_>> {
        let (_, names) = self.names(facet)?;
        let value = *names.entries(report.0).get(entry)?;
        self.identity(facet, value)
    }

    fn names(&self, facet: Facet) -> Option<(&Table, &Names)> {
        let table = self.tables.table(facet)?;
        Some((table, table.names()?))
    }

    fn identity(&self, facet: Facet, value: u32) -> Option<Identity<'_>> {
        let (table, names) = self.names(facet)?;
        Some(Identity { explorer: self, facet, table, names, value })
    }
}
