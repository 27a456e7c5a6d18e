//! `cargo xtask journeys`: what a person does with the site, done in real browsers on the built site.

use super::setup::{self, Need};
use crate::paths;
use crate::server::{Server, Site};
use crate::step::{Outcome, cargo, execute, step};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

/// A host's sub-path as people have them: not only the root must work.
const SUB_PATH: &str = "/a/b/soi/";

/// Where the journeys run.
pub const BROWSERS: [&str; 2] = ["chromium", "firefox"];

pub fn run(args: &[String]) -> Outcome {
    let (browsers, files): (Vec<&String>, Vec<&String>) = args.iter().partition(|a| BROWSERS.contains(&a.as_str()));
    setup::run_for(Need::Test)?;
    let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
    let mut faults = Vec::new();
    for browser in BROWSERS {
        if browsers.is_empty() || browsers.iter().any(|b| *b == browser) {
            faults.extend(drive(browser, &files).err());
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("; ")) }
}

/// Runs the journeys in `browser` on the `dist/` that is there; all of them where `files` names none.
pub fn drive(browser: &str, files: &[PathBuf]) -> Outcome {
    step(&format!("journeys in {browser}"), || {
        execute(cargo().args(["build", "--quiet", "--package", "soi-cli"]))?;
        let program = match browser {
            "firefox" => paths::firefox(),
            _ => paths::chromium(),
        };
        let program = program.ok_or_else(|| format!("{browser} is missing; {}", crate::step::SETUP))?;
        let mut node = node()?;
        node.args(["--test", "--test-reporter=spec"]).env("SOI_BROWSER", browser).env("SOI_BROWSER_PROGRAM", program);
        if files.is_empty() {
            node.args(all()?)
        } else {
            node.args(files)
        };
        execute(&mut node)
    })
}

/// A node that finds the built site, served at the root and at a sub-path, and the command `soi`.
pub fn node() -> Outcome<Command> {
    let mut node = Command::new("node");
    node.current_dir(paths::root())
        .env("SOI_URL", serve("/")?)
        .env("SOI_SUB_PATH_URL", serve(SUB_PATH)?)
        .env("SOI_FILE", paths::dist().join("soi.html"))
        .env("SOI_CLI", paths::target().join("debug/soi"));
    Ok(node)
}

/// Serves `dist/` until this program ends.
fn serve(prefix: &str) -> Outcome<String> {
    if !paths::dist().join("soi.html").is_file() {
        return Err("dist/ is not built; run `cargo xtask dist`".into());
    }
    serve_folder(paths::dist(), prefix)
}

/// Serves `folder` below `prefix` until this program ends.
pub fn serve_folder(folder: PathBuf, prefix: &str) -> Outcome<String> {
    let server = Server::bind(Site { folder, prefix: prefix.into() }, 0).map_err(|e| format!("cannot listen: {e}"))?;
    let url = server.url().map_err(|e| e.to_string())?;
    thread::spawn(|| server.run());
    Ok(url)
}

fn all() -> Outcome<Vec<PathBuf>> {
    let folder = paths::tests().join("journeys");
    let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    Ok(files)
}
