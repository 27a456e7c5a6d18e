//! Soi.

use std::sync::Arc;

use soi::explore::{Explorer, Hit};
use soi::filter::Selection;
use soi::index::Index;
use soi::query;

use crate::{Doc, Engine, Query};

/// A built corpus.
pub struct Soi(Explorer);

/// Seconds of processor that this process has used.
fn cpu() -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name, which is in parentheses: the state, ten numbers, then user and system.
    let after = stat.rsplit(") ").next().unwrap_or_default();
    let ticks = after.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS_A_SECOND
}

/// Parses, indexes and writes; what parsing and indexing took each goes to `OUT.seconds`.
pub fn build(docs: impl Iterator<Item = Doc>, out: &str) {
    let from = cpu();
    let reports: Vec<_> = docs.map(|doc| soi::parse(&doc.id, &[doc.title, doc.body].join("\n"))).collect();
    let parsed = cpu();
    let mut index = Index::new();
    index.extend(&reports);
    let indexed = cpu();
    drop(index);
    let explorer = Explorer::new(Arc::new(soi::Corpus { reports }));
    let bytes = explorer.encode();
    let parts = soi::index::file::parts(&bytes).expect("a file just written");
    // Neither the reports nor who is who.
    let of_index = |p: &&soi::index::file::Part<'_>| !matches!(&p.kind, b"REPO" | b"LINK");
    let index: Vec<u8> = parts.iter().filter(of_index).flat_map(|p| p.bytes.iter().copied()).collect();
    std::fs::write(format!("{out}.index"), index).expect("the index is written");
    std::fs::write(format!("{out}.seconds"), format!("{} {}", parsed - from, indexed - parsed))
        .expect("the time is written");
    std::fs::write(out, bytes).expect("the file is written");
}

impl Soi {
    /// Reads a built corpus.
    pub fn open(path: &str) -> Self {
        Self(Explorer::decode(&std::fs::read(path).expect("the file")).expect("a built corpus"))
    }
}

fn ask(query: &Query) -> String {
    match query.kind.as_str() {
        "phrase" => format!("\"{}\" ", query.words.join(" ")),
        "near" => format!("{} NEAR/{} {} ", query.words[0], query.gap, query.words[1]),
        _ => format!("{} ", query.typed),
    }
}

impl Engine for Soi {
    fn search(&self, query: &Query, limit: usize) -> Vec<String> {
        let node = query::parse_typing(&ask(query)).0;
        let limit = if limit == 0 { usize::MAX } else { limit };
        let hits = self.0.top(&node, &[], None, limit).0;
        hits.into_iter().map(|hit| self.0.id(hit.report).to_owned()).collect()
    }

    fn keystroke(&self, typed: &str) -> Vec<String> {
        let node = self.0.read(typed).0;
        let cutter = self.0.cutter(&node, &[]);
        let excerpt = |hit: &Hit| {
            let snippet = self.0.snippet(hit.report, &cutter);
            self.0.source(hit.report)[snippet.at.range()].to_owned()
        };
        self.0.top(&node, &[], None, 10).0.iter().map(excerpt).collect()
    }

    fn answer(&self, query: &Query) -> bool {
        let selection = Selection { query: ask(query), ..Selection::default() };
        std::hint::black_box(self.0.answer(&selection));
        true
    }
}
