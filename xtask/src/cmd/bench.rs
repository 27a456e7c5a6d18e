//! `cargo xtask bench`: how long a reader waits, in Chromium on this machine, beside an empty Leptos app.
//! `cargo xtask bench inp [CORPUS.soi]`: from a click or key to the next paint, in every view.
//! `cargo xtask bench parser PAGES.jsonl`: what the parser weighs and how fast it reads, native and in Chromium.
//! `cargo xtask bench weight`: what the engine adds to a program; `peers` tells it, too.
//! `cargo xtask bench peers CORPUS`: the engine beside other search engines, over the first articles of a corpus.

use super::journeys::{node, serve_folder};
use super::setup::{self, Need};
use super::{dist, journeys};
use crate::paths;
use crate::step::{Outcome, SETUP, cargo, execute, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const USAGE: &str = "\
usage: cargo xtask bench
       cargo xtask bench inp [CORPUS.soi]
       cargo xtask bench parser PAGES.jsonl [--pages N]
       cargo xtask bench peers [CORPUS.jsonl[.zst]] [--sizes N,…] [--engines NAME,…]
       cargo xtask bench weight

  PAGES    lines of {\"title\", \"body\"}
  --pages  how many of its first pages; 2000 if it is not given
  CORPUS   lines of {\"id\", \"title\", \"body\"}; SOI_CORPUS if it is not given
  --sizes  how many of its first articles; 1000,10000,35356 if it is not given
  --engines  of soi, minisearch, flexsearch, orama, sqlite, pagefind, tantivy-native; all if it is not given";

pub fn run(args: &[String]) -> Outcome {
    match args.split_first() {
        None => page(),
        Some((inp, rest)) if inp == "inp" => run_inp(rest),
        Some((parser, rest)) if parser == "parser" => run_parser(rest),
        Some((peers, rest)) if peers == "peers" => run_peers(rest),
        Some((weight, [])) if weight == "weight" => {
            setup::run_for(Need::Test)?;
            let page = paths::target().join("bench-page");
            step("the engine as a wasm, and the same program without it", || {
                weigh(&paths::root().join("benches/page"), &page)
            })
        }
        Some(_) => Err(USAGE.into()),
    }
}

fn page() -> Outcome {
    setup::run_for(Need::Test)?;
    dist::build()?;
    let empty = paths::target().join("empty-app-dist");
    step("an empty app, built the same way", || {
        dist::trunk(&paths::tests().join("empty-app"), &empty)?;
        dist::optimise(&empty, "empty-app")
    })?;
    step("bench", || {
        let chromium = paths::chromium().ok_or_else(|| format!("chromium is missing; {SETUP}"))?;
        let mut node = node()?;
        node.arg(paths::tests().join("bench.mjs"))
            .env("SOI_BROWSER", journeys::BROWSERS[0])
            .env("SOI_BROWSER_PROGRAM", chromium)
            .env("SOI_EMPTY_URL", serve_folder(empty, "/")?);
        execute(&mut node)
    })
}

/// Interaction to next paint, over the seeds or over a corpus that `soi index` wrote.
fn run_inp(args: &[String]) -> Outcome {
    const NAME: &str = "bench-inp.soi";
    let corpus = match args {
        [] => None,
        [path] if !path.starts_with('-') => Some(path),
        _ => return Err(USAGE.into()),
    };
    setup::run_for(Need::Test)?;
    dist::build()?;
    let beside = paths::dist().join(NAME);
    if let Some(corpus) = corpus {
        fs::copy(corpus, &beside).map_err(|e| format!("{corpus}: {e}"))?;
    }
    let measured = step("bench: interaction to next paint", || {
        let chromium = paths::chromium().ok_or_else(|| format!("chromium is missing; {SETUP}"))?;
        let mut node = node()?;
        node.arg(paths::tests().join("inp.mjs"))
            .env("SOI_BROWSER", journeys::BROWSERS[0])
            .env("SOI_BROWSER_PROGRAM", chromium)
            .env("SOI_CORPUS_HREF", corpus.map_or("", |_| NAME));
        execute(&mut node)
    });
    // The site must not carry what was only measured.
    if corpus.is_some() {
        fs::remove_file(&beside).map_err(|e| format!("{}: {e}", beside.display()))?;
    }
    measured
}

/// The parser alone: its weight beside an empty program, and its speed over the first pages of a file.
fn run_parser(args: &[String]) -> Outcome {
    let (file, pages) = match args {
        [file] => (file, "2000"),
        [file, option, pages] if option == "--pages" => (file, pages.as_str()),
        _ => return Err(USAGE.into()),
    };
    let count: usize = pages.parse().map_err(|_| USAGE)?;
    setup::run_for(Need::Test)?;
    let project = paths::root().join("benches/parser");
    let (out, empty) = (paths::target().join("bench-parser"), paths::target().join("bench-parser-empty"));
    let name = "soi_bench_parser";
    step("parser: as a wasm, and the same program without it", || {
        wasm(&project, &empty, name, &["--no-default-features"])?;
        wasm(&project, &out, name, &[])?;
        let weigh = |folder: &Path| dist::brotli(&folder.join(format!("{name}_bg.wasm")));
        let (whole, rest) = (weigh(&out)?, weigh(&empty)?);
        println!("    brotli: {whole} bytes, {rest} without the parser: it adds {}", whole - rest);
        Ok(())
    })?;
    let lines = fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
    let few = out.join("pages.jsonl");
    let some: String = lines.split_inclusive('\n').take(count).collect();
    fs::write(&few, some).map_err(|e| format!("{}: {e}", few.display()))?;
    step("parser: native", || {
        let bench = ["bench", "--quiet", "--profile", "native", "--package", "soi", "--bench", "parse", "--"];
        execute(cargo().args(bench).arg(&few))
    })?;
    step("parser: in Chromium", || {
        let chromium = paths::chromium().ok_or_else(|| format!("chromium is missing; {SETUP}"))?;
        let mut node = Command::new("node");
        node.arg(project.join("run.mjs")).arg(&out).arg(&few).env("SOI_BROWSER_PROGRAM", chromium);
        execute(&mut node)
    })
}

/// What the peers are measured with. The folders lie outside the workspace: no test builds or installs them.
fn run_peers(args: &[String]) -> Outcome {
    let mut corpus = std::env::var_os("SOI_CORPUS").map(PathBuf::from);
    let mut options: Vec<(&str, &String)> = Vec::new();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--sizes" => options.push(("SOI_SIZES", args.next().ok_or(USAGE)?)),
            "--engines" => options.push(("SOI_ENGINES", args.next().ok_or(USAGE)?)),
            option if option.starts_with('-') => return Err(USAGE.into()),
            path => corpus = Some(PathBuf::from(path)),
        }
    }
    let corpus = corpus.ok_or(USAGE)?;
    let corpus = corpus.canonicalize().map_err(|e| format!("{}: {e}", corpus.display()))?;
    setup::run_for(Need::Test)?;
    let benches = paths::root().join("benches");
    let (peers, work) = (benches.join("peers"), paths::target().join("bench-peers"));
    fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
    step("peers: npm packages", || {
        execute(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&peers))
    })?;
    let native = paths::target().join("bench-native");
    step("peers: tantivy and Soi, native", || {
        execute(
            cargo()
                .args(["build", "--release", "--locked"])
                .current_dir(benches.join("native"))
                .env("CARGO_TARGET_DIR", &native),
        )
    })?;
    let page = paths::target().join("bench-page");
    step("peers: Soi's engine as a wasm, and the same program without it", || weigh(&benches.join("page"), &page))?;
    step("peers", || {
        let chromium = paths::chromium().ok_or_else(|| format!("chromium is missing; {SETUP}"))?;
        let mut node = Command::new("node");
        node.arg(peers.join("run.mjs"))
            .envs(options)
            .env("SOI_CORPUS", &corpus)
            .env("SOI_WORK", &work)
            .env("SOI_NATIVE", native.join("release/soi-bench-native"))
            .env("SOI_PAGE", &page)
            .env("SOI_BROWSER_PROGRAM", chromium);
        execute(&mut node)
    })
}

/// What the engine adds to a program: the one that is measured beside one that opens the same file, decodes its reports and
/// lists and shows them, and beside an empty one. It is built last, so that it is what lies in `out`.
fn weigh(project: &Path, out: &Path) -> Outcome {
    const NAME: &str = "soi_bench_page";
    let bytes = |features: &[&str]| {
        wasm(project, out, NAME, features)?;
        dist::brotli(&out.join(format!("{NAME}_bg.wasm")))
    };
    let empty = bytes(&["--no-default-features"])?;
    let listing = bytes(&["--no-default-features", "--features", "corpus"])?;
    let whole = bytes(&[])?;
    println!("    brotli: {whole} bytes; {listing} without search: it adds {}", whole - listing);
    println!("    brotli: {empty} of an empty program: search and reading a corpus are {}", whole - empty);
    Ok(())
}

/// Builds the package in `project`, whose library has that name, as the site's wasm is built, into `out`.
fn wasm(project: &Path, out: &Path, name: &str, features: &[&str]) -> Outcome {
    let target = ["--target", "wasm32-unknown-unknown"];
    let built = paths::target().join(target[1]).join("release").join(format!("{name}.wasm"));
    execute(
        cargo()
            .args(["build", "--release", "--locked"])
            .args(features)
            .args(target)
            .current_dir(project)
            .env("CARGO_TARGET_DIR", paths::target()),
    )?;
    let bindgen = ["--target", "web", "--no-typescript", "--out-dir"];
    execute(Command::new("wasm-bindgen").args(bindgen).arg(out).arg(built))?;
    dist::optimise(out, name)
}
