//! `cargo xtask dist`: the site as a folder, and as one file.

use super::setup::{self, Need};
use crate::page;
use crate::paths;
use crate::step::{self, Outcome, execute, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What Rust's own wasm target uses; wasm-opt refuses what it is not told of.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

pub fn run(args: &[String]) -> Outcome {
    match args {
        [] => setup::run_for(Need::Build).and_then(|()| build()),
        _ => Err("takes no arguments".into()),
    }
}

/// Builds `dist/` and `dist/soi.html`; the tools must be there.
pub fn build() -> Outcome {
    step("dist: the app", || trunk(paths::root(), &paths::dist()))?;
    step("dist: smaller wasm", || optimise(&paths::dist()))?;
    step("dist: one page, one file", || bundle(&paths::dist()))
}

/// A release build by trunk of the app in `project` into `dist`.
pub fn trunk(project: &Path, dist: &Path) -> Outcome {
    execute(
        Command::new("trunk")
            .args(["build", "--release", "--offline", "--locked", "--skip-version-check", "--dist"])
            .arg(dist)
            .current_dir(project)
            .env("CARGO_TARGET_DIR", paths::target())
            .env_remove("NO_COLOR"),
    )
}

/// The one file of `dist` whose name ends in `end`.
pub fn file(dist: &Path, end: &str) -> Outcome<PathBuf> {
    let entries = fs::read_dir(dist).map_err(|e| format!("{}: {e}; run `cargo xtask dist`", dist.display()))?;
    let mut found: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.to_string_lossy().ends_with(end)).collect();
    match (found.pop(), found.is_empty()) {
        (Some(file), true) => Ok(file),
        (None, _) => Err(format!("{} has no …{end}", dist.display())),
        (Some(_), false) => Err(format!("{} has several …{end}", dist.display())),
    }
}

/// Runs wasm-opt on the wasm of `dist`, or takes what it made of the same bytes last time.
pub fn optimise(dist: &Path) -> Outcome {
    let wasm = file(dist, "_bg.wasm")?;
    let cache = paths::target().join("xtask");
    fs::create_dir_all(&cache).map_err(|e| format!("{}: {e}", cache.display()))?;
    let name = wasm.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = name.split('-').next().unwrap_or("app");
    let (before, after) = (cache.join(format!("{stem}-before.wasm")), cache.join(format!("{stem}-after.wasm")));
    let built = read(&wasm)?;
    let same = fs::read(&before).is_ok_and(|there| there == built) && after.is_file();
    if !same {
        let _ = fs::remove_file(&before);
        execute(Command::new(paths::wasm_opt()).arg("-Oz").args(FEATURES).arg(&wasm).arg("-o").arg(&after))?;
        write(&before, &built)?;
    }
    let small = read(&after)?;
    println!("    {} bytes of wasm, {} before wasm-opt", small.len(), built.len());
    write(&wasm, &small)
}

/// Inlines the styles into the page, and everything into `soi.html`.
fn bundle(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let wasm = read(&file(dist, "_bg.wasm")?)?;
    let glue = text(&file(dist, ".js")?)?;
    if dist.join("snippets").exists() {
        return Err("a crate brings JS snippets, which the single file cannot carry".into());
    }
    let inside = |href: &str| dist.join(href.trim_start_matches("./"));
    let html = page::inline_styles(&text(&index)?, |href| text(&inside(href)))?;
    let html = page::with_wasm_size(&html, wasm.len());
    for entry in fs::read_dir(dist).map_err(|e| e.to_string())?.flatten().map(|e| e.path()) {
        if entry.extension().is_some_and(|e| e == "css") {
            fs::remove_file(&entry).map_err(|e| format!("{}: {e}", entry.display()))?;
        }
    }
    let single = page::single(&html, &glue, &wasm, |href| read(&inside(href)))?;
    println!("    soi.html: {} bytes", single.len());
    write(&dist.join("soi.html"), single.as_bytes())?;
    write(&index, html.as_bytes())
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|e| format!("{}: {e}", file.display()))
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes).map_err(|e| format!("{}: {e}", file.display()))
}

/// What `brotli -q 11` makes of `file`, in bytes.
pub fn brotli(file: &Path) -> Outcome<usize> {
    let out = Command::new("brotli").args(["-q", "11", "--stdout"]).arg(file).output();
    match out {
        Ok(out) if out.status.success() => Ok(out.stdout.len()),
        Ok(out) => Err(format!("brotli {}: {}", file.display(), out.status)),
        Err(error) => Err(format!("brotli: {error}; {}", step::SETUP)),
    }
}
