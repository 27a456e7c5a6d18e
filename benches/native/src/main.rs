//! `soi-bench-native soi|tantivy CORPUS QUERIES.json OUT.json`: builds an index over lines of pages
//! (`{"id", "title", "body"}`), or opens the `.soi` that is named, and asks it what QUERIES.json asks.
//!
//! `build` in place of QUERIES.json only builds, so that the processor time of the program is that of the building.

mod soi_engine;
mod tantivy_engine;

use std::time::Instant;

use serde::{Deserialize, Serialize};

/// A page of the corpus.
#[derive(Deserialize)]
pub struct Doc {
    id: String,
    title: String,
    body: String,
}

/// What is asked; `benches/peers/queries.mjs` tells the kinds.
#[derive(Deserialize)]
pub struct Query {
    kind: String,
    words: Vec<String>,
    #[serde(default)]
    gap: u32,
    typed: String,
}

#[derive(Deserialize)]
struct Asked {
    queries: Vec<Query>,
    keystrokes: Vec<String>,
}

/// An engine under the benchmark.
pub trait Engine {
    /// Ids of the hits: the best `limit`, or all if it is 0.
    fn search(&self, query: &Query, limit: usize) -> Vec<String>;
    /// Excerpts of the best ten while a query is typed.
    fn keystroke(&self, typed: &str) -> Vec<String>;
    /// All hits with facets, where it counts any.
    fn answer(&self, _: &Query) -> bool {
        false
    }
}

#[derive(Serialize, Default)]
struct Told {
    top: Vec<f64>,
    keys: Vec<f64>,
    answers: Vec<f64>,
    found: Vec<Vec<String>>,
    size: u64,
}

/// The best of eleven runs after one that does not count, in milliseconds: other programs only ever add to a time.
fn time(mut work: impl FnMut()) -> f64 {
    work();
    let run = |_| {
        let from = Instant::now();
        work();
        from.elapsed().as_secs_f64() * 1e3
    };
    (0..11).map(run).fold(f64::INFINITY, f64::min)
}

fn docs(path: &str) -> impl Iterator<Item = Doc> {
    let file = std::io::BufReader::new(std::fs::File::open(path).expect("the corpus can be read"));
    std::io::BufRead::lines(file).map(|line| serde_json::from_str(&line.expect("lines")).expect("pages"))
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [name, corpus, queries, out] = args.as_slice() else {
        eprintln!("usage: soi-bench-native soi|tantivy CORPUS QUERIES.json|build OUT");
        std::process::exit(2);
    };
    if queries == "build" {
        match name.as_str() {
            "soi" => soi_engine::build(docs(corpus), out),
            _ => tantivy_engine::build(docs(corpus), out),
        }
        return;
    }
    let asked: Asked = serde_json::from_slice(&std::fs::read(queries).expect("queries")).expect("queries");
    let engine: Box<dyn Engine> = match name.as_str() {
        "soi" => Box::new(soi_engine::Soi::open(corpus)),
        _ => Box::new(tantivy_engine::Tantivy::open(corpus)),
    };
    let mut told = Told::default();
    for query in &asked.queries {
        told.top.push(time(|| drop(engine.search(query, 20))));
        if engine.answer(query) {
            told.answers.push(time(|| {
                std::hint::black_box(engine.answer(query));
            }));
        }
        told.found.push(engine.search(query, 0));
    }
    told.keys = asked.keystrokes.iter().map(|typed| time(|| drop(engine.keystroke(typed)))).collect();
    std::fs::write(out, serde_json::to_vec(&told).expect("figures")).expect("figures are written");
}
