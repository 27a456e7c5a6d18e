//! `cargo xtask release`: everything that a release hands out, in `target/release-artifacts`.

use super::dist;
use super::journeys::serve_folder;
use super::setup::{self, Need};
use crate::step::{Outcome, cargo, execute, output, step};
use crate::{paths, supply, zip};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The texts of the licences, a choice of which goes with every copy.
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

pub fn run(args: &[String]) -> Outcome {
    if !args.is_empty() {
        return Err("takes no arguments".into());
    }
    setup::run_for(Need::Build)?;
    dist::build()?;
    let out = paths::target().join("release-artifacts");
    let _ = fs::remove_dir_all(&out);
    make(&out)?;
    let version = supply::version()?;
    step("release: the site", || {
        let site = zip::of_folder(&paths::dist(), &format!("soi-{version}"))?;
        write(&out.join(format!("soi-{version}-site.zip")), &site)?;
        copy(&paths::dist().join("soi.html"), &out.join(format!("soi-{version}.html")))
    })?;
    step("release: the command", || {
        execute(cargo().args(["build", "--locked", "--profile", "native", "--package", "soi-cli"]))?;
        let name = format!("soi{}", std::env::consts::EXE_SUFFIX);
        let machine = format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS);
        let to = format!("soi-{version}-{machine}{}", std::env::consts::EXE_SUFFIX);
        copy(&paths::target().join("native").join(name), &out.join(to))
    })?;
    step("release: the element", || element(&out, &version))?;
    write(&out.join(format!("soi-{version}.cdx.json")), supply::bill()?.as_bytes())?;
    for name in ["CHANGELOG.md", LICENCES[0], LICENCES[1]] {
        copy(&paths::root().join(name), &out.join(name))?;
    }
    sums(&out)
}

/// The npm package of `<soi-explorer>`: the engine as a wasm, the element, its types.
fn element(out: &Path, version: &str) -> Outcome {
    let wasm = "wasm32-unknown-unknown";
    let build = ["build", "--locked", "--release", "--package", "soi-element", "--target", wasm];
    execute(cargo().args(build).env("CARGO_ENCODED_RUSTFLAGS", dist::rust_flags().join("\u{1f}")))?;
    let package = paths::target().join("xtask/soi-explorer");
    let _ = fs::remove_dir_all(&package);
    make(&package)?;
    let built = paths::target().join(wasm).join("release/soi_element.wasm");
    execute(
        Command::new("wasm-bindgen")
            .arg(built)
            .args(["--target", "web", "--out-name", "soi_element", "--out-dir"])
            .arg(&package),
    )?;
    let whole = package.join("soi_element_bg.wasm");
    dist::lighten(&whole, &whole)?;
    let sources = paths::root().join("crates/soi-element/npm");
    for name in ["soi-explorer.js", "soi-explorer.d.ts", "README.md"] {
        copy(&sources.join(name), &package.join(name))?;
    }
    for name in LICENCES {
        copy(&paths::root().join(name), &package.join(name))?;
    }
    let manifest = serde_json::json!({
        "name": "soi-explorer",
        "version": version,
        "description": "A corpus of Vietnamese reports as the custom element <soi-explorer>",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "soi-explorer.js",
        "types": "soi-explorer.d.ts",
        "files": ["*.js", "*.ts", "*.wasm"],
    });
    let manifest = serde_json::to_string_pretty(&manifest).map_err(|e| e.to_string())?;
    write(&package.join("package.json"), manifest.as_bytes())?;
    step("release: the element in Chromium", || works(&package))?;
    execute(Command::new("npm").args(["pack", "--silent", "--pack-destination"]).arg(out).current_dir(&package))
}

/// Runs `tests/element.mjs` on the package, in a page with a strict policy.
fn works(package: &Path) -> Outcome {
    let Some(chromium) = paths::chromium() else {
        println!("    no Chromium here: not tried");
        return Ok(());
    };
    let page = paths::target().join("xtask/soi-explorer-page");
    let _ = fs::remove_dir_all(&page);
    make(&page)?;
    for entry in fs::read_dir(package).map_err(|e| format!("{}: {e}", package.display()))?.flatten() {
        copy(&entry.path(), &page.join(entry.file_name()))?;
    }
    copy(&paths::tests().join("element.html"), &page.join("index.html"))?;
    copy(&paths::tests().join("corpora/v3.soi"), &page.join("v3.soi"))?;
    let mut node = Command::new("node");
    node.arg("tests/element.mjs").current_dir(paths::root()).env("SOI_BROWSER_PROGRAM", chromium);
    execute(node.env("SOI_ELEMENT_URL", serve_folder(page, "/")?))
}

/// `SHA256SUMS`, as `sha256sum -c` reads it.
fn sums(out: &Path) -> Outcome {
    use sha2::{Digest, Sha256};
    let entries = fs::read_dir(out).map_err(|e| format!("{}: {e}", out.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut lines = String::new();
    for file in &files {
        let bytes = fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        println!("    {:>10} bytes  {name}", bytes.len());
        lines.push_str(&format!("{sum}  {name}\n"));
    }
    if let Some(commit) = output(Command::new("git").args(["rev-parse", "HEAD"]).current_dir(paths::root())) {
        println!("    of commit {}", commit.trim());
    }
    write(&out.join("SHA256SUMS"), lines.as_bytes())
}

fn make(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(|_| ()).map_err(|e| format!("{} to {}: {e}", from.display(), to.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    fs::write(file, bytes).map_err(|e| format!("{}: {e}", file.display()))
}
