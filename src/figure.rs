//! What a view shows, as plain data: tables and pictures that the parts draw and the exports write. No signals, no
//! browser: a view makes them from a [`Scene`], and tests look at them.

pub mod export;
pub mod markup;
pub mod office;
pub mod picture;
pub mod sheet_table;
pub mod sheet_text;
pub mod shelf;
pub mod table;

use std::sync::Arc;

use soi::annotate::statement_at;
use soi::explore::{Answer, Explorer, ReportId};
use soi::report::{Quote, Report};
use soi::text::Span;

use crate::address::{Address, Lang};

/// Everything that a view is made from: a snapshot, made anew when one of them changes.
#[derive(Clone)]
pub struct Scene {
    /// The corpus and the engine over it.
    pub explorer: Arc<Explorer>,
    /// What the present search and choices bring.
    pub answer: Arc<Answer>,
    /// The present address, without a search that is still being typed: what links start from.
    pub address: Address,
    /// Language of the interface.
    pub lang: Lang,
    /// CSS pixels that the content may be wide, from 280 on.
    pub room: u32,
}

/// Whether so many reports are shown that what is made of them comes in steps.
pub fn is_large(explorer: &Explorer) -> bool {
    explorer.len() > 200
}

impl Scene {
    /// The reports of the filtered set, in the order of the answer.
    pub fn reports(&self) -> impl Iterator<Item = (ReportId, &Report)> {
        self.answer.hits.iter().map(|hit| (hit.report, self.explorer.report(hit.report)))
    }

    /// Whether the filtered set is less than the corpus.
    pub fn is_narrowed(&self) -> bool {
        self.answer.hits.len() < self.explorer.len()
    }

    /// Whether the corpus is so large that a view of it is made in steps, and waits for the typing to rest. One of fewer
    /// reports is made in one go, with the frame after the one that answers what was pressed.
    pub fn is_large(&self) -> bool {
        is_large(&self.explorer)
    }

    /// The link to a piece of a report, and the statement that holds it.
    pub fn to_piece(&self, report: ReportId, at: Span) -> String {
        let page = self.explorer.report(report);
        self.address.opening_at(&page.id, statement_at(page, at), at).to_string()
    }

    /// The link to a quoted fact.
    pub fn to_quote(&self, report: ReportId, quote: &Quote) -> String {
        self.to_piece(report, quote.span())
    }

    /// The link to a statement, counted from 0.
    pub fn to_statement(&self, report: ReportId, statement: usize) -> String {
        self.address.opening(self.explorer.id(report), Some(statement)).to_string()
    }

    /// The link to a report.
    pub fn to_report(&self, report: ReportId) -> String {
        self.address.opening(self.explorer.id(report), None).to_string()
    }

    /// A report's title, or the word for none.
    pub fn title(&self, report: ReportId) -> &str {
        self.explorer.report(report).title.as_deref().unwrap_or(self.lang.words().untitled)
    }

    /// The date that a report is filed under: of publication, else of its main meeting. ISO, of any precision.
    pub fn date(&self, report: ReportId) -> Option<&str> {
        self.explorer.printed_date(report)
    }

    /// Who and when, to cite a report in a line: `Báo X, 21-6-2018`.
    pub fn byline(&self, report: ReportId) -> String {
        let page = self.explorer.report(report);
        let date = self.date(report).map(|date| self.lang.date(date));
        let signed = page.publisher.clone().or_else(|| page.byline.clone());
        [signed, date].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// The date that a report is filed under: of publication, else of its main meeting. ISO, of any precision.
pub fn date_of(report: &Report) -> Option<&str> {
    let main = report.events.iter().find(|event| event.main);
    report.published.as_deref().or_else(|| main.and_then(|event| event.date.as_deref()))
}
