//! Parsing, index, queries by class, facets, words in numbers, reuse.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use soi::Corpus;
use soi::explore::Explorer;
use soi::filter::{Choice, Facet, Selection};
use soi::index::Index;
use soi::query::parse_typing;
use soi_bench_criterion::pages;

const CLASSES: [(&str, &[&str]); 8] = [
    ("one word", &["đảng ", "bộ ", "khối ", "nghị "]),
    ("words", &["đảng bộ ", "hội nghị tổng kết ", "kinh tế xã hội "]),
    ("phrase", &["\"đảng bộ\" ", "\"dang bo\" ", "\"thành phố hồ chí minh\" "]),
    ("NEAR", &["đảng NEAR/3 viên ", "hội NEAR/5 nghị ", "cong NEAR/4 an "]),
    ("unaccented", &["dang ", "dang bo ", "hoc sinh "]),
    ("names", &["nguyễn xuân phúc ", "người:trọng "]),
    ("numbers", &["2017 ", "1.000 ", "số liệu:>50% "]),
    ("being typed", &["d", "đả", "dang b", "hội ng"]),
];

fn parser(c: &mut Criterion) {
    let pages = pages();
    let bytes = pages.iter().map(|(_, page)| page.len() as u64).sum();
    let mut group = c.benchmark_group("pages");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("parse", |b| {
        b.iter(|| pages.iter().for_each(|(id, page)| drop(black_box(soi::parse(id, page)))));
    });
    group.finish();
}

fn engine(c: &mut Criterion) {
    let reports: Vec<_> = pages().iter().map(|(id, page)| soi::parse(id, page)).collect();
    c.bench_function("index", |b| {
        b.iter(|| {
            let mut index = Index::new();
            index.extend(&reports);
            black_box(index.bytes())
        });
    });
    let corpus = Arc::new(Corpus { reports });
    c.bench_function("explorer", |b| b.iter(|| black_box(Explorer::new(Arc::clone(&corpus)))));
    let explorer = Explorer::new(Arc::clone(&corpus));
    for (class, queries) in CLASSES {
        let nodes: Vec<_> = queries.iter().map(|query| parse_typing(query).0).collect();
        c.bench_function(&format!("top 20 with excerpts/{class}"), |b| {
            b.iter(|| {
                for node in &nodes {
                    let cutter = explorer.cutter(node, &[]);
                    for hit in explorer.top(node, &[], None, 20).0 {
                        black_box(explorer.snippet(hit.report, &cutter));
                    }
                }
            });
        });
        c.bench_function(&format!("all hits and facets/{class}"), |b| {
            b.iter(|| nodes.iter().for_each(|node| drop(black_box(explorer.answer_parsed(node, &[], None)))));
        });
    }
    let choices = vec![Choice { facet: Facet::Role, value: "result".to_owned(), exclude: false }];
    let selection = Selection { query: "đảng ".to_owned(), choices, ..Selection::default() };
    c.bench_function("all hits and facets/a role chosen", |b| b.iter(|| black_box(explorer.answer(&selection))));
    c.bench_function("suggestions", |b| b.iter(|| black_box(explorer.suggest("đảng b", 8))));
    let node = parse_typing("đảng ").0;
    c.bench_function("keyness", |b| b.iter(|| black_box(explorer.keyness(&node, &[], 100))));
    c.bench_function("collocates", |b| b.iter(|| black_box(explorer.collocates(&node, &[], 5, 5, 100))));
    c.bench_function("reuse", |b| b.iter(|| black_box(soi::reuse::reuse(&corpus.reports))));
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = parser, engine
}
criterion_main!(benches);
