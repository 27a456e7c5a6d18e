//! What the benchmark's page asks of the engine, and of a program without one, to be weighed beside it. Texts cross to the
//! page as one string, so that what is measured is the engine and not the crossing.

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "search")]
use soi::explore::{Explorer, ReportId, Snippet};
#[cfg(feature = "search")]
use soi::filter::Selection;
#[cfg(feature = "search")]
use soi::index::file::Opening;
#[cfg(feature = "corpus")]
use soi::index::file::parts;
#[cfg(feature = "search")]
use soi::query;
#[cfg(feature = "search")]
use soi::text::Span;
#[cfg(feature = "corpus")]
use soi::{Corpus, Report};

/// A built corpus on its way in, then open.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    #[cfg(feature = "search")]
    opening: Opening,
    #[cfg(feature = "search")]
    explorer: Option<Explorer>,
    held: Vec<u8>,
    #[cfg(feature = "corpus")]
    reports: Vec<Report>,
}

#[wasm_bindgen]
impl Engine {
    /// Of nothing yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The next bytes of the file, of which the reports are to be listed.
    pub fn hold(&mut self, bytes: &[u8]) {
        self.held.extend_from_slice(bytes);
    }
}

/// What lists and shows reports.
#[cfg(feature = "corpus")]
#[wasm_bindgen]
impl Engine {
    /// Decodes the reports of what is held.
    pub fn decode(&mut self) {
        for part in parts(&self.held).expect("a built corpus").iter().filter(|part| part.kind == *b"REPO") {
            self.reports.extend(Corpus::decode(part.bytes).expect("reports").reports);
        }
    }

    /// The reports, a line each.
    #[must_use]
    pub fn list(&self) -> String {
        let mut out = String::new();
        for report in &self.reports {
            let title = report.title.as_deref().unwrap_or_default();
            out.extend([&report.id, "\t", report.published.as_deref().unwrap_or_default(), "\t", title, "\n"]);
        }
        out
    }

    /// The lines of a report, and after each how many facts it has in all.
    #[must_use]
    pub fn show(&self, number: usize) -> String {
        let Some(report) = self.reports.get(number) else { return String::new() };
        let facts = report.people.len() + report.organisations.len() + report.measures.len() + report.events.len();
        report.blocks.iter().flat_map(|block| [block.quote.as_str(), if facts > 0 { " *\n" } else { "\n" }]).collect()
    }
}

#[cfg(feature = "search")]
#[wasm_bindgen]
impl Engine {
    /// The next bytes of the file.
    pub fn push(&mut self, bytes: &[u8]) {
        self.opening.push(bytes).expect("a built corpus");
    }

    /// Opens what was pushed.
    pub fn open(&mut self) {
        self.explorer = std::mem::take(&mut self.opening).finish().ok();
    }

    fn explorer(&self) -> &Explorer {
        self.explorer.as_ref().expect("the page opens the corpus first")
    }

    /// The ids of all reports, a line each.
    #[must_use]
    pub fn ids(&self) -> String {
        let reports = 0..self.explorer().len() as u32;
        let ids: Vec<&str> = reports.map(|report| self.explorer().id(ReportId(report))).collect();
        ids.join("\n")
    }

    /// The best hits.
    #[must_use]
    pub fn top(&self, query: &str, limit: usize) -> Vec<u32> {
        let node = query::parse_typing(query).0;
        self.explorer().top(&node, &[], None, limit).0.into_iter().map(|hit| hit.report.0).collect()
    }

    /// The excerpts of the best hits with their marks, a line each.
    #[must_use]
    pub fn snippets(&self, typed: &str, limit: usize) -> String {
        let explorer = self.explorer();
        let node = explorer.read(typed).0;
        let cutter = explorer.cutter(&node, &[]);
        let mut out = String::new();
        for hit in explorer.top(&node, &[], None, limit).0 {
            marked(explorer.source(hit.report), &explorer.snippet(hit.report, &cutter), &mut out);
        }
        out
    }

    /// All hits and the counts of every facet; how many hits there are.
    #[must_use]
    pub fn answer(&self, query: &str) -> usize {
        let answer = self.explorer().answer(&Selection { query: query.to_owned(), ..Selection::default() });
        answer.hits.len() + answer.facets.len()
    }

    /// The suggestions at a keystroke; how many there are.
    #[must_use]
    pub fn suggest(&self, typed: &str) -> usize {
        self.explorer().suggest(typed, 8).len()
    }

    /// What sets the hits of a query apart from the rest.
    #[must_use]
    pub fn keyness(&self, query: &str) -> usize {
        self.explorer().keyness(&query::parse_typing(query).0, &[], 100).len()
    }

    /// What stands beside the hits of a query.
    #[must_use]
    pub fn collocates(&self, query: &str) -> usize {
        self.explorer().collocates(&query::parse_typing(query).0, &[], 5, 5, 100).len()
    }
}

#[cfg(feature = "search")]
fn marked(source: &str, snippet: &Snippet, out: &mut String) {
    let mut done = snippet.at.start;
    let copy = |from: u32, to: u32, out: &mut String| out.push_str(Span::new(from, to).piece(source));
    for mark in &snippet.marks {
        copy(done, mark.start, out);
        out.push_str("<mark>");
        copy(mark.start, mark.end, out);
        out.push_str("</mark>");
        done = mark.end;
    }
    copy(done, snippet.at.end, out);
    out.push('\n');
}
