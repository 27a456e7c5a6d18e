//! `cargo xtask sizes`: the weight of a first visit, held against the committed figures.

use super::dist::{APP, OFFICE, PDF, READER, WHOLE, brotli, file};
use crate::paths;
use crate::step::{Outcome, step};
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

/// No first visit downloads more than this, brotli -q 11.
const LIMIT: usize = 250_000;
/// A part may grow by this much before someone must look and accept it.
const JUMP_PERCENT: usize = 5;
/// A jump of a few bytes in a small part is no jump.
const JUMP_FLOOR: usize = 400;

pub fn run(args: &[String]) -> Outcome {
    match args {
        [] => check(false),
        [accept] if accept == "--accept" => check(true),
        _ => Err("takes only --accept".into()),
    }
}

/// Prints the sizes of `dist/`; an error on a jump or over the limit, unless `accept` commits the new figures.
pub fn check(accept: bool) -> Outcome {
    step("sizes", || {
        let rows = measure()?;
        let committed = paths::tests().join("sizes.tsv");
        let before = fs::read_to_string(&committed).unwrap_or_default();
        let mut faults = Vec::new();
        println!("    {:<8} {:>9} {:>9} {:>10}   brotli -q 11", "part", "bytes", "brotli", "committed");
        for (name, raw, small) in &rows {
            let was = figure(&before, name);
            let shown = was.map_or_else(|| "-".into(), |was| was.to_string());
            println!("    {name:<8} {raw:>9} {small:>9} {shown:>10}");
            if let Some(was) = was
                && !matches!(*name, "reader" | "whole" | "office" | "pdf")
                && *small > was + JUMP_FLOOR
                && small * 100 > was * (100 + JUMP_PERCENT)
            {
                faults.push(format!("{name} grew from {was} to {small} bytes"));
            }
        }
        let total = rows.iter().find(|row| row.0 == "total").map_or(0, |row| row.2);
        if accept {
            let lines: String = rows.iter().map(|(name, _, small)| format!("{name}\t{small}\n")).collect();
            fs::write(&committed, lines).map_err(|e| format!("{}: {e}", committed.display()))?;
            faults.clear();
        }
        if total > LIMIT {
            faults.push(format!("a first visit downloads {total} bytes, the limit is {LIMIT}"));
        }
        if faults.is_empty() {
            return Ok(());
        }
        Err(format!("{}; if it is worth it: cargo xtask sizes --accept", faults.join("; ")))
    })
}

/// Name, bytes, compressed bytes of each part. `corpus` is inside `wasm`, `code` the rest of it, `total` a first visit.
fn measure() -> Outcome<Vec<(&'static str, usize, usize)>> {
    let dist = paths::dist();
    let js = file(&dist, APP, ".js")?;
    let parts = [("html", dist.join("index.html")), ("js", js), ("wasm", file(&dist, APP, "_bg.wasm")?)];
    let mut rows = Vec::new();
    let mut total = (0, 0);
    for (name, path) in parts {
        let (raw, small) = (bytes(&path)?, brotli(&path)?);
        total = (total.0 + raw, total.1 + small);
        rows.push((name, raw, small));
    }
    if let Some(corpus) = corpus() {
        let (raw, small) = (bytes(&corpus)?, brotli(&corpus)?);
        let wasm = rows.iter().find(|row| row.0 == "wasm").map_or((0, 0), |row| (row.1, row.2));
        rows.push(("corpus", raw, small));
        rows.push(("code", wasm.0.saturating_sub(raw), wasm.1.saturating_sub(small)));
    }
    rows.push(("total", total.0, total.1));
    // Fetched only when somebody asks for another view or for the parser, so in no first visit.
    for (part, name) in [("whole", WHOLE), ("reader", READER), ("office", OFFICE), ("pdf", PDF)] {
        let (glue, wasm) = (file(&dist, name, ".js")?, file(&dist, name, "_bg.wasm")?);
        rows.push((part, bytes(&glue)? + bytes(&wasm)?, brotli(&glue)? + brotli(&wasm)?));
    }
    Ok(rows)
}

fn bytes(file: &PathBuf) -> Outcome<usize> {
    let length = fs::metadata(file).map_err(|e| format!("{}: {e}", file.display()))?.len();
    usize::try_from(length).map_err(|e| e.to_string())
}

/// The corpus that the last release build embedded.
fn corpus() -> Option<PathBuf> {
    let builds = fs::read_dir(paths::target().join("wasm32-unknown-unknown/release/build")).ok()?;
    let age = |file: &PathBuf| fs::metadata(file).and_then(|m| m.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    builds.flatten().map(|entry| entry.path().join("out/corpus.soi")).filter(|file| file.is_file()).max_by_key(age)
}

fn figure(table: &str, name: &str) -> Option<usize> {
    table.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t')?.trim().parse().ok())
}
