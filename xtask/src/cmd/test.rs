//! `cargo xtask test`: everything a commit must pass. Every step runs, whatever failed before it, as far as what it
//! needs was built; the end names those that failed.

use super::journeys::drive;
use super::setup::{self, Need};
use super::{dist, sizes};
use crate::paths;
use crate::step::{Outcome, cargo, execute, seconds, step};
use std::time::{Duration, Instant};

pub fn run(args: &[String]) -> Outcome {
    if !args.is_empty() {
        return Err("takes no arguments".into());
    }
    setup::run_for(Need::Test)?;
    let mut report = Report::default();
    let run_cargo = |args: &[&str]| execute(cargo().args(args));
    report.step("format", || run_cargo(&["fmt", "--all", "--check"]));
    report.step("clippy on this machine", || {
        run_cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"])
    });
    report.step("clippy for the browser", || {
        let web = ["--package", "soi-web", "--target", "wasm32-unknown-unknown"];
        execute(cargo().args(["clippy", "--locked"]).args(web).args(["--", "-D", "warnings"]))
    });
    report.step("unit and property tests", || run_cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]));
    if paths::root().join("tests/gold/floor.tsv").is_file() {
        report.step("gold scores", || {
            let check = ["check", "tests/gold", "--sources", "seeds", "--floor", "tests/gold/floor.tsv"];
            execute(cargo().args(["run", "--locked", "--quiet", "--package", "soi-cli", "--"]).args(check))
        });
    }
    report.step("wasm tests", wasm_tests);
    if report.step("the site", dist::build) {
        report.step("weight", || sizes::check(false));
        for browser in ["chromium", "firefox"] {
            report.step(&format!("{browser} journeys"), || drive(browser, &[]));
        }
    }
    report.end()
}

/// The tests of `tests/wasm.rs`, as wasm in Chromium. The runner came with `wasm-bindgen`.
fn wasm_tests() -> Outcome {
    let driver = paths::program(&["chromedriver"]).ok_or("no chromedriver")?;
    let test = ["test", "--locked", "--package", "soi-web", "--test", "wasm", "--target", "wasm32-unknown-unknown"];
    let runner = ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    // A debug build parses slowly on a loaded machine; the runner gives up after 20 seconds unless told.
    let patience = ("WASM_BINDGEN_TEST_TIMEOUT", "300");
    execute(cargo().args(test).env("CHROMEDRIVER", driver).envs([runner, patience]))
}

#[derive(Default)]
struct Report {
    steps: Vec<(String, Duration, Option<String>)>,
}

impl Report {
    /// Runs one step; whether it passed.
    fn step(&mut self, name: &str, work: impl FnOnce() -> Outcome) -> bool {
        let start = Instant::now();
        let fault = step(name, work).err();
        let passed = fault.is_none();
        self.steps.push((name.to_owned(), start.elapsed(), fault));
        passed
    }

    fn end(self) -> Outcome {
        println!("\n==> summary");
        for (name, time, fault) in &self.steps {
            let result = if fault.is_none() { "ok" } else { "FAILED" };
            println!("    {result:<7} {:>12}  {name}", seconds(*time));
        }
        let failed: Vec<String> =
            self.steps.iter().filter_map(|(name, _, fault)| Some(format!("{name}: {}", fault.as_ref()?))).collect();
        println!("steps: {} passed, {} failed", self.steps.len() - failed.len(), failed.len());
        if failed.is_empty() { Ok(()) } else { Err(format!("\n  {}", failed.join("\n  "))) }
    }
}
