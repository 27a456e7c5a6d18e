//! Stand-in for `soi::explore` until it lands: lists every report.

use std::sync::Arc;

use soi::text::Span;
use soi::{Corpus, Report};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    Meeting,
    Year,
    Organisation,
    Person,
    Place,
    Directive,
    Area,
    Role,
}

impl Facet {
    pub const ALL: &'static [Self] = &[
        Self::Meeting,
        Self::Year,
        Self::Organisation,
        Self::Person,
        Self::Place,
        Self::Directive,
        Self::Area,
        Self::Role,
    ];

    pub const fn as_str(self) -> &'static str {
        ["kind", "year", "org", "person", "place", "directive", "area", "role"][self as usize]
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|facet| facet.as_str() == name)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub facet: Facet,
    pub value: String,
    pub exclude: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Relevance,
    Newest,
    Oldest,
    Longest,
    Shortest,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Selection {
    pub query: String,
    pub choices: Vec<Choice>,
    pub sort: Option<Sort>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReportId(pub u32);

#[derive(Debug, Clone, PartialEq)]
pub struct Snippet {
    pub at: Span,
    pub statement: Option<usize>,
    pub marks: Vec<Span>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub report: ReportId,
    pub score: f32,
    pub snippet: Snippet,
    pub matches: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FacetValue {
    pub key: String,
    pub label: String,
    pub count: usize,
    pub total: usize,
    pub chosen: Option<bool>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FacetCounts {
    pub facet: Facet,
    pub values: Vec<FacetValue>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    pub hits: Vec<Hit>,
    pub facets: Vec<FacetCounts>,
    pub statements: usize,
    pub query_error: Option<()>,
}

pub struct Explorer(Arc<Corpus>);

impl Explorer {
    pub fn new(corpus: Arc<Corpus>) -> Self {
        Self(corpus)
    }

    pub fn corpus(&self) -> &Corpus {
        &self.0
    }

    pub fn answer(&self, _: &Selection) -> Answer {
        let hits = self.0.reports.iter().enumerate().map(|(i, report)| Hit {
            report: ReportId(i as u32),
            score: 0.0,
            snippet: Snippet {
                at: report.statements.first().map_or(Span::new(0, 0), |s| s.quote.span()),
                statement: (!report.statements.is_empty()).then_some(0),
                marks: Vec::new(),
            },
            matches: 0,
        });
        Answer { hits: hits.collect(), ..Answer::default() }
    }

    pub fn highlights(&self, _: ReportId, _: &str) -> Vec<Span> {
        Vec::new()
    }

    pub fn find(&self, id: &str) -> Option<ReportId> {
        self.0.reports.iter().position(|report| report.id == id).map(|i| ReportId(i as u32))
    }

    pub fn facet_label(&self, _: Facet, _: &str) -> Option<&str> {
        None
    }

    pub fn report(&self, id: ReportId) -> &Report {
        &self.0.reports[id.0 as usize]
    }
}
