//! The reader of pages: `cargo bench --profile native -p soi --bench parse [-- FILE.jsonl]`.
//!
//! Megabytes a second for the normal form, its tokens and the whole parse, over the seeds or over the `title` and `body`
//! of each line of a file. Every figure is the best of seven rounds, with the middle one: the machine is never idle.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot read its input has failed")]

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use soi::text::{Text, tokens};

const ROUNDS: usize = 7;

fn main() {
    let pages = pages(std::env::args().skip(1).find(|arg| arg != "--bench"));
    let bytes: usize = pages.iter().map(String::len).sum();
    println!("{} pages, {:.2} MB", pages.len(), bytes as f64 / 1e6);
    // Short inputs are read often enough to be measured.
    let times = (2_000_000 / bytes.max(1)).max(1);
    let rate = |name: &str, work: &dyn Fn(&str)| {
        let mut rounds: Vec<f64> = (0..ROUNDS)
            .map(|_| {
                let from = Instant::now();
                for _ in 0..times {
                    pages.iter().for_each(|page| work(page));
                }
                (bytes * times) as f64 / 1e6 / from.elapsed().as_secs_f64()
            })
            .collect();
        rounds.sort_by(f64::total_cmp);
        println!("{name:12} best {:7.2}  middle {:7.2} MB/s", rounds[ROUNDS - 1], rounds[ROUNDS / 2]);
    };
    rate("normalise", &|page| drop(black_box(Text::new(page))));
    rate("tokens", &|page| drop(black_box(tokens(&Text::new(page)))));
    rate("parse", &|page| drop(black_box(soi::parse("page", page))));
    rate("parse, JSON", &|page| drop(black_box(soi::parse("page", page).to_json())));
}

fn pages(file: Option<String>) -> Vec<String> {
    if let Some(file) = file {
        let lines = std::fs::read_to_string(file).unwrap();
        let page = |line: &str| {
            let page: serde_json::Value = serde_json::from_str(line).unwrap();
            format!("{}\n{}", page["title"].as_str().unwrap_or(""), page["body"].as_str().unwrap_or(""))
        };
        return lines.lines().map(page).collect();
    }
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut files: Vec<_> = std::fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}
