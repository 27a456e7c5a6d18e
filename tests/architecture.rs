//! The invariants of ARCHITECTURE.md that no compiler checks: who may depend on what, and who may touch what.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder of the project, with its text; paths relative to the project.
fn sources(folder: &str) -> Vec<(String, String)> {
    fn walk(path: PathBuf, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())) {
            let path = entry.expect("an entry of the folder").path();
            if path.is_dir() {
                walk(path, out);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                out.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(root().join(folder), &mut paths);
    assert!(!paths.is_empty(), "{folder} holds sources");
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a source is UTF-8");
            let name = path.strip_prefix(root()).expect("below the project").to_string_lossy().into_owned();
            (name, text)
        })
        .collect()
}

/// Only the `allowed` files below `folder` may hold one of `words`.
#[track_caller]
fn only(folder: &str, allowed: &[&str], words: &[&str]) {
    for (name, text) in sources(folder) {
        // Comments may name what the code must not use.
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for word in words {
            assert!(
                allowed.contains(&name.as_str()) || !code.contains(word),
                "{name} holds `{word}`, which belongs in {allowed:?}"
            );
        }
    }
}

#[test]
fn the_core_depends_on_no_web_crate() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--package", "soi", "--edges", "normal", "--prefix", "none"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8_lossy(&tree.stdout);
    assert!(tree.starts_with("soi "), "{tree}");
    for web in ["leptos", "wasm-bindgen", "web-sys", "js-sys", "gloo", "regex"] {
        assert!(!tree.lines().any(|line| line.starts_with(web)), "the core depends on {web}");
    }
}

#[test]
fn the_core_does_no_input_or_output_and_asks_no_clock() {
    // Their tests read the seeds.
    let tested = ["crates/soi/src/annotate.rs", "crates/soi/src/views/sheet.rs"];
    only("crates/soi/src", &tested, &["std::fs", "std::net", "std::env"]);
    only(
        "crates/soi/src",
        &[],
        &["std::time", "Instant::now", "SystemTime", "println!", "static mut", "thread_local!"],
    );
}

#[test]
fn only_the_contract_derives_serde() {
    only("crates/soi/src", &["crates/soi/src/report.rs"], &["derive(Serialize", "Deserialize)]", "use serde::"]);
}

#[test]
fn one_file_each_touches_the_url_and_the_storage() {
    only("src", &["src/navigate.rs"], &[".location()", ".history()", "push_state"]);
    only("src", &["src/prefs.rs"], &["gloo::storage", "local_storage", "LocalStorage::"]);
    only("src", &["src/corpus.rs"], &["include_bytes!", "Corpus::decode"]);
}

#[test]
fn no_text_becomes_markup() {
    // But what `Markup` has escaped.
    only("src", &["src/parts/drawn.rs"], &["inner_html"]);
    only("src", &[], &["innerHTML", "set_inner_html", "insert_adjacent_html", "document.write"]);
    // What is written in JavaScript, and what a site's settings put into its page.
    let words = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "createContextualFragment",
        "DOMParser",
        "srcdoc",
        "eval(",
        "new Function",
        "setTimeout(\"",
    ];
    let scripts = [
        "src/boot.mjs",
        "src/offline.mjs",
        "crates/soi-element/npm/soi-explorer.js",
        "crates/soi-cli/src/site.rs",
        "index.html",
    ];
    for name in scripts {
        let text = fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        for word in words {
            assert!(!text.contains(word), "{name} holds `{word}`");
        }
    }
}
