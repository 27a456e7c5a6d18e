//! `cargo xtask bench`: how long a reader waits, in Chromium on this machine, beside an empty Leptos app.

use super::journeys::{node, serve_folder};
use super::setup::{self, Need};
use super::{dist, journeys};
use crate::paths;
use crate::step::{Outcome, SETUP, execute, step};

pub fn run(args: &[String]) -> Outcome {
    if !args.is_empty() {
        return Err("takes no arguments".into());
    }
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
