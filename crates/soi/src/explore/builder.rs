//! An explorer that grows: reports come a few at a time, and what is there can be explored meanwhile.

use std::sync::Arc;

use super::Explorer;
use crate::corpus::Corpus;
use crate::index::Index;
use crate::link;
use crate::report::Report;

/// Reports on their way into an [`Explorer`]. Each is indexed when it comes; who is who is told at the end.
#[derive(Debug, Clone)]
pub struct Builder {
    reports: Vec<Report>,
    index: Index,
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// Of no reports.
    pub fn new() -> Self {
        Self { reports: Vec::new(), index: Index::new() }
    }

    /// Takes a report in.
    pub fn add(&mut self, report: Report) {
        self.index.add(&report);
        self.reports.push(report);
    }

    /// Those that it holds.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// How many it holds.
    pub fn len(&self) -> usize {
        self.reports.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.reports.is_empty()
    }

    /// What there is so far; it costs a copy of it all.
    pub fn snapshot(&self) -> Explorer {
        self.clone().finish()
    }

    /// All of it.
    pub fn finish(mut self) -> Explorer {
        self.index.extend([]);
        let links = link::link(&self.reports);
        Explorer::with_index(Arc::new(Corpus { reports: self.reports }), self.index, &links)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::Selection;

    #[test]
    fn what_grew_answers_as_what_was_built_at_once() {
        let reports: Vec<Report> =
            ["Đảng bộ Khối sơ kết\nĐảng bộ họp.", "Đảng ủy tổng kết\nKết nạp 30 đảng viên.", "Trang ba"]
                .iter()
                .enumerate()
                .map(|(i, page)| crate::parse(&i.to_string(), page))
                .collect();
        let mut builder = Builder::new();
        for (i, report) in reports.iter().enumerate() {
            builder.add(report.clone());
            let at_once = Explorer::new(Arc::new(Corpus { reports: reports[..=i].to_vec() }));
            let grown = builder.snapshot();
            for query in ["", "dang bo", "30", "tổng*"] {
                let selection = Selection { query: query.to_owned(), ..Selection::default() };
                assert_eq!(grown.answer(&selection), at_once.answer(&selection), "{i} {query}");
            }
            assert_eq!(grown.encode(), at_once.encode(), "{i}");
        }
    }
}
