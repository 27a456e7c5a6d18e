//! An explorer that grows: reports come a few at a time, and what is there can be explored meanwhile.

use std::sync::Arc;

use super::Explorer;
use crate::corpus::Corpus;
use crate::index::{Index, file};
use crate::link::{self, Links, ToldById};
use crate::report::Report;

/// Reports on their way into an [`Explorer`]. Each is indexed when it comes; who is who is told at the end.
#[derive(Debug, Clone)]
pub struct Builder {
    reports: Vec<Report>,
    index: Index,
    told: Vec<ToldById>,
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// Of no reports.
    pub fn new() -> Self {
        Self { reports: Vec::new(), index: Index::new(), told: Vec::new() }
    }

    /// Takes a report in.
    pub fn add(&mut self, report: Report) {
        self.index.add(&report);
        self.reports.push(report);
    }

    /// Hears what a reader said of the names in reports that it holds or will hold.
    pub fn tell(&mut self, told: impl IntoIterator<Item = ToldById>) {
        self.told.extend(told);
    }

    fn links(&self) -> Links {
        let mut links = link::link(&self.reports);
        links.tell(&self.reports, &ToldById::of(&self.told, &self.reports));
        links
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

    /// Index and links of what there is so far, as a file without the reports: with them
    /// [`join`](crate::index::file::join) makes the explorer elsewhere.
    pub fn findings(&self) -> Vec<u8> {
        let mut index = self.index.clone();
        index.extend([]);
        file::findings(&index, &self.links())
    }

    /// All of it.
    pub fn finish(mut self) -> Explorer {
        self.index.extend([]);
        let links = self.links();
        let explorer = Explorer::with_index(Arc::new(Corpus { reports: self.reports }), self.index, &links);
        if links.are_told() { explorer.with_links(links) } else { explorer }
    }
}

#[cfg(test)]
mod tests {
    use std::task::{Context, Poll, Waker};

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
            let mut pauses = 0;
            let findings = builder.findings();
            let mut arrived = file::Arrived::default();
            arrived.push(&Corpus { reports: reports[..=i].to_vec() }.encode()).expect("just encoded");
            let mut joined = Box::pin(file::join(arrived, &findings, async || pauses += 1));
            let Poll::Ready(joined) = joined.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
                panic!("nothing waits")
            };
            assert_eq!(joined.expect("joins").encode(), at_once.encode(), "{i}");
        }
    }
}
