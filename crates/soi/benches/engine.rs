//! The engine over a built corpus: `cargo bench -p soi --bench engine -- FILE.soi [PART…]`.
//!
//! Parts: `build`, `size` (writes FILE.index beside it for a compressor), `top`, `answer`, `keys`; all if none is named.
//! Each query runs several times and its median counts; a class of queries then has its median and 95th percentile.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot read its input has failed")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use soi::explore::Explorer;
use soi::filter::{Choice, Facet, Selection};
use soi::index::{Index, file};
use soi::query;

/// Queries by class, as a reader of the press types them.
const CLASSES: [(&str, &[&str]); 8] = [
    ("one word", &["đảng ", "bộ ", "khối ", "nghị ", "giáo ", "bóng ", "kinh ", "quyết "]),
    ("unmarked", &["dang ", "bo ", "khoi ", "nghi ", "cong ", "dang bo ", "hoc sinh ", "kinh te "]),
    ("words", &["đảng bộ ", "hội nghị tổng kết ", "học sinh giỏi ", "đội tuyển việt nam ", "giá vàng "]),
    ("phrase", &["\"đảng bộ\" ", "\"dang bo\" ", "\"hội nghị\" ", "\"việt nam\" ", "\"thành phố hồ chí minh\" "]),
    ("NEAR", &["đảng NEAR/3 viên ", "hội NEAR/5 nghị ", "kinh GẦN/2 tế ", "cong NEAR/4 an "]),
    ("names", &["nguyễn xuân phúc ", "nguyen phu trong ", "sơn tùng ", "công phượng ", "người:trọng "]),
    ("numbers", &["2017 ", "100 ", "6x36 ", "1.000 ", "số liệu:>50% "]),
    ("none", &[""]),
];

const PREFIXES: [&str; 14] =
    ["d", "đ", "t", "c", "n", "h", "đả", "dan", "đảng b", "dang b", "hội ng", "nguyễn x", "kinh tế v", "\"dang b"];

/// Middle time of some runs, in milliseconds.
fn time(runs: usize, mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..runs)
        .map(|_| {
            let from = Instant::now();
            work();
            from.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn tell(name: &str, mut times: Vec<(f64, &str)>) {
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |share: f64| times[((times.len() as f64 * share).ceil() as usize).clamp(1, times.len()) - 1];
    let (worst, query) = at(1.0);
    println!("{name:24} p50 {:7.3}  p95 {:7.3}  most {worst:7.3} ms  {query:?}", at(0.5).0, at(0.95).0);
}

/// Writes FILE.soi from lines of pages, as `soi index` does.
fn write(path: &str) {
    let lines = std::fs::read_to_string(path).unwrap();
    let page = |line: &str| {
        let page: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| page[key].as_str().unwrap_or_default().to_owned();
        soi::parse(&text("id"), &[text("title"), text("body")].join("\n"))
    };
    let reports = lines.lines().map(page).collect();
    let explorer = Explorer::new(Arc::new(soi::Corpus { reports }));
    std::fs::write(path.replace(".jsonl", ".soi"), explorer.encode()).unwrap();
}

fn main() {
    let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    let Some(path) = args.next() else {
        eprintln!("usage: cargo bench -p soi --bench engine -- FILE.soi [build|size|top|answer|keys]…");
        return;
    };
    let wanted: Vec<String> = args.collect();
    let wants = |part: &str| wanted.is_empty() || wanted.iter().any(|w| w == part);
    if path.ends_with(".jsonl") {
        write(&path);
        return;
    }
    let bytes = std::fs::read(&path).unwrap();
    let from = Instant::now();
    let explorer = Explorer::decode(&bytes).unwrap();
    println!("read in {:.2} s", from.elapsed().as_secs_f64());
    if wants("build") {
        let corpus = explorer.corpus();
        println!(
            "index built in {:.0} ms",
            time(3, || {
                let mut index = Index::new();
                index.extend(&corpus.reports);
                black_box(index.bytes());
            })
        );
        println!(
            "explorer built in {:.0} ms",
            time(3, || {
                black_box(Explorer::new(Arc::clone(&corpus)));
            })
        );
        println!(
            "links found in {:.0} ms",
            time(3, || {
                black_box(soi::link::link(&corpus.reports));
            })
        );
    }
    if wants("size") {
        let mut sizes: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
        let mut index = Vec::new();
        for part in file::parts(&bytes).unwrap() {
            *sizes.entry(String::from_utf8_lossy(&part.kind).into_owned()).or_default() += part.bytes.len();
            if !matches!(&part.kind, b"REPO" | b"LINK") {
                index.extend_from_slice(part.bytes);
            }
        }
        println!("{sizes:?}: index {} bytes", index.len());
        std::fs::write(format!("{path}.index"), index).unwrap();
    }
    let selection = |query: &str, choices: &[Choice]| Selection {
        query: query.to_owned(),
        choices: choices.to_vec(),
        ..Selection::default()
    };
    if wants("top") {
        for (name, queries) in CLASSES {
            let of = |&query: &&'static str| {
                let node = query::parse_typing(query).0;
                (time(9, || drop(black_box(explorer.top(&node, &[], None, 20)))), query)
            };
            tell(&format!("top 20: {name}"), queries.iter().map(of).collect());
        }
    }
    if wants("answer") {
        let role = Choice { facet: Facet::Role, value: "result".to_owned(), exclude: false };
        let year = Choice { facet: Facet::Year, value: "2017".to_owned(), exclude: false };
        let mut all = Vec::new();
        for (name, queries) in CLASSES {
            let of =
                |&query: &&'static str| (time(9, || drop(black_box(explorer.answer(&selection(query, &[]))))), query);
            let times: Vec<_> = queries.iter().map(of).collect();
            all.extend(times.iter().copied());
            tell(&format!("answer: {name}"), times);
        }
        for (name, choice) in [("role chosen", role), ("year chosen", year)] {
            let queries = ["", "dang ", "đảng bộ ", "d", "\"việt nam\" "];
            let of = |query| {
                let selection = selection(query, std::slice::from_ref(&choice));
                (time(9, || drop(black_box(explorer.answer(&selection)))), query)
            };
            let times: Vec<_> = queries.into_iter().map(of).collect();
            all.extend(times.iter().copied());
            tell(&format!("answer: {name}"), times);
        }
        let of = |query| (time(9, || drop(black_box(explorer.answer(&selection(query, &[]))))), query);
        let times: Vec<_> = PREFIXES.into_iter().map(of).collect();
        all.extend(times.iter().copied());
        tell("answer: prefixes", times);
        tell("answer: all", all);
    }
    if wants("keys") {
        let of = |query| {
            let node = query::parse_typing(query).0;
            (time(9, || drop(black_box(explorer.top(&node, &[], None, 20)))), query)
        };
        tell("top 20: prefixes", PREFIXES.into_iter().map(of).collect());
        let of = |query| (time(9, || drop(black_box(explorer.suggest(query, 8)))), query);
        tell("suggestions", PREFIXES.into_iter().map(of).collect());
    }
}
