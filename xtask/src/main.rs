//! `cargo xtask <command>`: everything that builds, serves, tests and measures Soi.
//! Each command is one file of `cmd/`; the rest is what several of them share.

mod cmd;
mod icon;
mod literals;
mod names;
mod order;
mod page;
mod paths;
mod server;
mod step;
mod supply;
mod wasm;
mod zip;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <command>

  setup                         install what is missing: wasm target, trunk, wasm-bindgen, wasm-opt, browsers
  serve [--port N] [--no-open]  build the release and serve it on this machine
  dist [--check]                build dist/ (any static host, any sub-path) and dist/soi.html (one file)
  release                       what a release hands out, into target/release-artifacts
  sizes [--accept]              what a first visit downloads, against tests/sizes.tsv
  language CODE                 the file of a third language, to be filled in: src/i18n/CODE.tsv
  licences                      looks at the licences of all crates and writes the list that the app shows
  test                          everything a commit must pass
  journeys [BROWSER] [FILE…]    only the browser journeys, on the dist/ that is there
  soak [MINUTES]                random use in Chromium, 30 minutes unless named: heap and nodes must come back
  bench                         time to the first list, beside an empty app, and from a keystroke to its results
  bench parser PAGES.jsonl      what the parser weighs and how fast it reads, native and in Chromium
  bench peers CORPUS            the engine beside other search engines (benches/)";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("", &[][..]),
    };
    let result = match command {
        "setup" => cmd::setup::run(rest),
        "serve" => cmd::serve::run(rest),
        "dist" => cmd::dist::run(rest),
        "release" => cmd::release::run(rest),
        "soak" => cmd::soak::run(rest),
        "sizes" => cmd::sizes::run(rest),
        "language" => cmd::language::run(rest),
        "licences" => supply::run(rest),
        "test" => cmd::test::run(rest),
        "journeys" => cmd::journeys::run(rest),
        "bench" => cmd::bench::run(rest),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {command}: {error}");
            ExitCode::FAILURE
        }
    }
}
