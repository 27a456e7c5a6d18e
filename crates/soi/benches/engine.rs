//! The engine over a built corpus: `cargo bench -p soi --bench engine -- FILE.soi [PART…]`.
//!
//! Parts: `build`, `size` (writes FILE.index beside it for a compressor), `top`, `answer`, `keys`; all if none is named.
//! `asked=ASKED.json` asks instead what `cargo xtask bench peers` asked (it leaves the file in its work folder) and names
//! what takes longest; `dump=FILE` writes what is found, to be compared with what another build finds.
//! Each query runs several times and its median counts; a class of queries then has its median and 95th percentile.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot read its input has failed")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use soi::explore::{Answer, Explorer};
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

/// Of so many hits of each answer the excerpts are told.
const EXCERPTS: usize = 60;

/// The first hits of a query as far as it is typed, each with its excerpt.
fn shown(explorer: &Explorer, typed: &str, limit: usize) {
    let node = explorer.read(typed).0;
    let cutter = explorer.cutter(&node, &[]);
    for hit in explorer.top(&node, &[], None, limit).0 {
        black_box(explorer.snippet(hit.report, &cutter));
    }
}

/// Times of some runs in milliseconds, sorted.
fn times(runs: usize, mut work: impl FnMut()) -> Vec<f64> {
    let run = |_| {
        let from = Instant::now();
        work();
        from.elapsed().as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = (0..runs).map(run).collect();
    times.sort_by(f64::total_cmp);
    times
}

/// The middle one.
fn time(runs: usize, work: impl FnMut()) -> f64 {
    times(runs, work)[runs / 2]
}

/// The best one, as the peers have it: other programs only ever add to a time.
fn best(work: impl FnMut()) -> f64 {
    times(7, work)[0]
}

fn tell(name: &str, mut times: Vec<(f64, &str)>) {
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |share: f64| times[((times.len() as f64 * share).ceil() as usize).clamp(1, times.len()) - 1];
    let (worst, query) = at(1.0);
    println!("{name:24} p50 {:7.3}  p95 {:7.3}  most {worst:7.3} ms  {query:?}", at(0.5).0, at(0.95).0);
}

/// What the peers are asked.
#[derive(serde::Deserialize)]
struct Asked {
    queries: Vec<Query>,
    keystrokes: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Query {
    class: String,
    kind: String,
    words: Vec<String>,
    typed: String,
    #[serde(default)]
    gap: u32,
}

impl Query {
    fn text(&self) -> String {
        match self.kind.as_str() {
            "phrase" => format!("\"{}\" ", self.words.join(" ")),
            "near" => format!("{} NEAR/{} {} ", self.words[0], self.gap, self.words[1]),
            _ => format!("{} ", self.typed),
        }
    }
}

fn of_peers(explorer: &Explorer, asked: &Asked) {
    let queries: Vec<String> = asked.queries.iter().map(Query::text).collect();
    let selection = |query: &str| Selection { query: query.to_owned(), ..Selection::default() };
    let mut classes: Vec<&str> = asked.queries.iter().map(|query| query.class.as_str()).collect();
    classes.dedup();
    let top = |query: &String| best(|| drop(black_box(explorer.top(&query::parse_typing(query).0, &[], None, 20))));
    let times: Vec<(f64, &str)> = queries.iter().map(|query| (top(query), query.as_str())).collect();
    for class in classes {
        let of_class = asked.queries.iter().zip(&times).filter(|(query, _)| query.class == class);
        tell(&format!("top 20: {class}"), of_class.map(|(_, time)| *time).collect());
    }
    slowest(&times);
    tell("top 20: all classes", times);
    let keys = |typed: &String| best(|| shown(explorer, typed, 10));
    let times: Vec<(f64, &str)> = asked.keystrokes.iter().map(|typed| (keys(typed), typed.as_str())).collect();
    slowest(&times);
    tell("keystroke", times);
    let answer = |query: &String| best(|| drop(black_box(explorer.answer(&selection(query)))));
    let all = queries.iter().chain(&asked.keystrokes);
    let times: Vec<(f64, &str)> = all.map(|query| (answer(query), query.as_str())).collect();
    slowest(&times);
    tell("all hits, all facets", times);
}

fn slowest(times: &[(f64, &str)]) {
    let mut times = times.to_vec();
    times.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (time, query) in times.iter().take(12) {
        println!("    {time:7.3} ms  {query:?}");
    }
}

/// Everything that the answers hold.
fn dump(explorer: &Explorer, asked: &Asked, out: &str) {
    let mut text = String::new();
    for query in asked.queries.iter().map(Query::text).chain(asked.keystrokes.iter().cloned()) {
        let (node, _) = explorer.read(&query);
        let answer = explorer.answer(&Selection { query, ..Selection::default() });
        for limit in [1, 20, 300] {
            let first = explorer.top(&node, &[], None, limit).0;
            assert!(first.iter().eq(answer.hits.iter().take(limit)), "{node:?}: the first {limit}");
        }
        let Answer { hits, facets, statements, query_error, cutter } = answer;
        text.push_str(&format!("{hits:?} {facets:?} {statements} {query_error:?}\n"));
        for hit in hits.iter().take(EXCERPTS) {
            text.push_str(&format!("{:?}\n", explorer.snippet(hit.report, &cutter)));
        }
    }
    std::fs::write(out, text).unwrap();
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
    let file = |part: &str| wanted.iter().find_map(|word| word.strip_prefix(part)?.strip_prefix('='));
    if let Some(asked) = file("asked") {
        let asked: Asked = serde_json::from_str(&std::fs::read_to_string(asked).unwrap()).unwrap();
        if let Some(out) = file("dump") {
            dump(&explorer, &asked, out);
            return;
        }
        of_peers(&explorer, &asked);
        return;
    }
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
        let of = |query| (time(9, || shown(&explorer, query, 20)), query);
        tell("top 20: prefixes", PREFIXES.into_iter().map(of).collect());
        let of = |query| (time(9, || drop(black_box(explorer.suggest(query, 8)))), query);
        tell("suggestions", PREFIXES.into_iter().map(of).collect());
    }
}
