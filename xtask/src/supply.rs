//! What the project is made of: the crates and npm tools of the lock files, their licences, and the bill of materials.

use crate::paths;
use crate::step::{Outcome, cargo, output};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The target that the page is built for; its crates are what a reader runs.
const WASM: &str = "wasm32-unknown-unknown";

/// Programs of the page, whose crates the licences page lists.
const PAGE: [&str; 4] = ["soi-web", "soi-reader", "soi-office", "soi-pdf"];

/// Where crates may come from besides this repository.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Licences that ask for no more than their own text and the authors' names.
const PERMISSIVE: [&str; 10] =
    ["MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "ISC", "Unicode-3.0", "Zlib"];

/// Crates that are there in two versions, and whose doing it is. A new one must be looked at.
#[cfg(test)]
const TWICE: [(&str, &str); 9] = [
    ("block-buffer", "sha2"),
    ("convert_case", "leptos 0.8 and its config crate"),
    ("crypto-common", "sha2"),
    ("digest", "sha2"),
    ("gloo-utils", "gloo 0.12 and leptos's gloo-net"),
    ("sha2", "leptos's server functions on 0.10 with xtask, a build script on 0.11"),
    ("syn", "procedural macros, at build time only"),
    ("thiserror", "leptos's crates on 2, older ones on 1"),
    ("thiserror-impl", "thiserror"),
];

/// A crate of the lock file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crate {
    pub name: String,
    pub version: String,
    /// An SPDX expression, as the crate's manifest gives it.
    pub licence: String,
    /// `None` for our own.
    pub source: Option<String>,
    /// Whether a program of the page is built with it.
    pub in_page: bool,
}

/// Every crate of the workspace and what it needs, by name and version.
pub fn crates() -> Outcome<Vec<Crate>> {
    let asked = ["metadata", "--format-version", "1", "--locked", "--offline"];
    let whole = output(cargo().args(asked)).ok_or("cargo metadata fails; run `cargo fetch --locked`")?;
    let page = output(cargo().args(asked).args(["--filter-platform", WASM])).ok_or("cargo metadata fails")?;
    let read = |text: &str| serde_json::from_str::<Value>(text).map_err(|e| format!("cargo metadata: {e}"));
    let (whole, page) = (read(&whole)?, read(&page)?);
    let in_page = reached(&page);
    let mut out: Vec<Crate> = list(&whole, "packages")
        .map(|package| Crate {
            name: text(package, "name"),
            version: text(package, "version"),
            licence: text(package, "license"),
            source: package["source"].as_str().map(str::to_owned),
            in_page: in_page.contains(&text(package, "id")),
        })
        .collect();
    out.sort();
    Ok(out)
}

/// The ids of what the page's programs need to run, procedural macros among them.
fn reached(metadata: &Value) -> BTreeSet<String> {
    let nodes: BTreeMap<String, &Value> =
        list(&metadata["resolve"], "nodes").map(|node| (text(node, "id"), node)).collect();
    let roots = list(metadata, "packages").filter(|package| PAGE.contains(&text(package, "name").as_str()));
    let mut waiting: Vec<String> = roots.map(|package| text(package, "id")).collect();
    let mut out = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let Some(node) = nodes.get(&id).filter(|_| out.insert(id.clone())) else { continue };
        let normal = |dependency: &&Value| list(dependency, "dep_kinds").any(|kind| kind["kind"].is_null());
        waiting.extend(list(node, "deps").filter(normal).map(|dependency| text(dependency, "pkg")));
    }
    out
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// An SPDX expression in today's spelling: old manifests write `/` for `OR`.
fn spdx(licence: &str) -> String {
    licence.replace('/', " OR ")
}

/// Whether an SPDX expression leaves a choice of permissive licences only.
fn is_permissive(licence: &str) -> bool {
    let spaced = spdx(licence).replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at) && at == words.len()
}

fn either(words: &[&str], at: &mut usize) -> bool {
    let mut fits = both(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        fits |= both(words, at);
    }
    fits
}

fn both(words: &[&str], at: &mut usize) -> bool {
    let mut fits = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fits &= one(words, at);
    }
    fits
}

fn one(words: &[&str], at: &mut usize) -> bool {
    let word = words.get(*at).copied().unwrap_or_default();
    *at += 1;
    if word == "(" {
        let fits = either(words, at);
        *at += 1;
        return fits;
    }
    // An exception only ever allows more.
    if words.get(*at) == Some(&"WITH") {
        *at += 2;
    }
    PERMISSIVE.contains(&word)
}

/// What is wrong with a list of crates: a licence that binds, a source that is not the registry.
fn faults(crates: &[Crate]) -> Vec<String> {
    let mut out = Vec::new();
    for one in crates {
        let name = format!("{} {}", one.name, one.version);
        if !is_permissive(&one.licence) {
            out.push(format!("{name}: the licence “{}”", one.licence));
        }
        if one.source.as_deref().is_some_and(|source| source != REGISTRY) {
            out.push(format!("{name}: comes from {}", one.source.as_deref().unwrap_or_default()));
        }
    }
    out
}

/// The crates of the page as the app shows them: `name<tab>version<tab>licence`, our own left out.
fn licences(crates: &[Crate]) -> String {
    let foreign = crates.iter().filter(|one| one.in_page && one.source.is_some());
    foreign.map(|one| format!("{}\t{}\t{}\n", one.name, one.version, spdx(&one.licence))).collect()
}

/// `cargo xtask licences`: writes the list that the app shows, after a look at what is in it.
pub fn run(args: &[String]) -> Outcome {
    if !args.is_empty() {
        return Err("takes no arguments".into());
    }
    let crates = crates()?;
    let faults = faults(&crates);
    if !faults.is_empty() {
        return Err(faults.join("; "));
    }
    let file = paths::root().join("src/licences.tsv");
    fs::write(&file, licences(&crates)).map_err(|e| format!("{}: {e}", file.display()))
}

/// The version of the app.
pub fn version() -> Outcome<String> {
    let crates = crates()?;
    let app = crates.into_iter().find(|one| one.name == PAGE[0]);
    app.map(|one| one.version).ok_or_else(|| format!("no {} in the workspace", PAGE[0]))
}

/// The bill of materials, CycloneDX 1.5: crates with the checksums of the lock file, and the npm tools of the build and
/// the tests. It names no time and no machine, so that the same sources give the same bytes.
pub fn bill() -> Outcome<String> {
    let crates = crates()?;
    let lock = fs::read_to_string(paths::root().join("Cargo.lock")).map_err(|e| format!("Cargo.lock: {e}"))?;
    let sums = checksums(&lock);
    let npm = fs::read_to_string(paths::tests().join("package-lock.json")).map_err(|e| format!("package-lock: {e}"))?;
    let npm: Value = serde_json::from_str(&npm).map_err(|e| format!("package-lock: {e}"))?;
    let own = version()?;
    let mut parts: Vec<Value> = crates.iter().map(|one| component(one, &sums)).collect();
    let tools: Map<String, Value> = npm["packages"].as_object().cloned().unwrap_or_default();
    parts.extend(tools.iter().filter(|(path, _)| !path.is_empty()).map(|(path, tool)| npm_component(path, tool)));
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": { "type": "application", "bom-ref": "soi", "name": "soi", "version": own } },
        "components": parts,
    });
    serde_json::to_string_pretty(&bill).map(|text| text + "\n").map_err(|e| e.to_string())
}

fn component(one: &Crate, sums: &BTreeMap<(String, String), String>) -> Value {
    let address = format!("pkg:cargo/{}@{}", one.name, one.version);
    let mut out = json!({
        "type": "library",
        "bom-ref": address,
        "name": one.name,
        "version": one.version,
        // `required` is what a reader runs; the rest builds or tests it.
        "scope": if one.in_page { "required" } else { "excluded" },
        "licenses": [{ "expression": spdx(&one.licence) }],
        "purl": address,
    });
    if let Some(sum) = sums.get(&(one.name.clone(), one.version.clone())) {
        out["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    out
}

fn npm_component(path: &str, tool: &Value) -> Value {
    let name = path.rsplit("node_modules/").next().unwrap_or(path);
    let version = text(tool, "version");
    let address = format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
    let mut out = json!({
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "scope": "excluded",
        "purl": address,
    });
    if let Some(licence) = tool["license"].as_str() {
        out["licenses"] = json!([{ "expression": licence }]);
    }
    out
}

/// Name and version of each crate of `Cargo.lock` with its checksum.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let value = |part: &str, key: &str| {
        let line = part.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'));
        line.map(str::to_owned)
    };
    let parts = lock.split("[[package]]");
    parts.filter_map(|part| Some(((value(part, "name")?, value(part, "version")?), value(part, "checksum")?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_is_permissive_and_from_the_registry() {
        let crates = crates().expect("the crates were fetched");
        assert!(crates.len() > 100, "{} crates only", crates.len());
        assert_eq!(faults(&crates), Vec::<String>::new());
    }

    #[test]
    fn no_crate_is_there_twice_but_those_that_were_looked_at() {
        let crates: Vec<Crate> = crates().expect("fetched").into_iter().filter(|one| one.in_page).collect();
        let twice: BTreeSet<&str> =
            crates.windows(2).filter(|pair| pair[0].name == pair[1].name).map(|pair| pair[0].name.as_str()).collect();
        assert_eq!(twice, TWICE.map(|(name, _)| name).into_iter().collect());
    }

    #[test]
    fn the_licences_that_the_app_shows_are_those_of_the_lock_file() {
        let shown = fs::read_to_string(paths::root().join("src/licences.tsv")).expect("src/licences.tsv");
        assert!(shown == licences(&crates().expect("fetched")), "out of date: cargo xtask licences");
    }

    /// The page, its reader, what makes files for an office, what reads PDFs: a library of each.
    #[test]
    fn the_licences_name_a_library_of_every_program() {
        let shown = fs::read_to_string(paths::root().join("src/licences.tsv")).expect("src/licences.tsv");
        for name in ["leptos", "html5gum", "rust_xlsxwriter", "lopdf"] {
            assert!(shown.lines().any(|line| line.starts_with(&format!("{name}\t"))), "{name}");
        }
    }

    /// Neither more nor less than the lock file, and what comes from the registry with its checksum.
    #[test]
    fn the_bill_is_the_lock_file() {
        let lock = fs::read_to_string(paths::root().join("Cargo.lock")).expect("Cargo.lock");
        let quoted =
            |line: &str, key: &str| Some(line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')?.to_owned());
        let mut locked: Vec<(String, Option<String>)> = Vec::new();
        for part in lock.split("[[package]]").skip(1) {
            let field = |key: &str| part.lines().find_map(|line| quoted(line, key));
            let (name, version) = (field("name").expect("a name"), field("version").expect("a version"));
            locked.push((format!("pkg:cargo/{name}@{version}"), field("checksum")));
        }
        let bill: Value = serde_json::from_str(&bill().expect("a bill")).expect("JSON");
        let mut billed: Vec<(String, Option<String>)> = list(&bill, "components")
            .map(|part| (text(part, "purl"), part["hashes"][0]["content"].as_str().map(str::to_owned)))
            .filter(|(purl, _)| purl.starts_with("pkg:cargo/"))
            .collect();
        locked.sort();
        billed.sort();
        assert_eq!(billed, locked);
        // What the app lists is what the bill calls required, but for our own.
        let shown = fs::read_to_string(paths::root().join("src/licences.tsv")).expect("src/licences.tsv");
        let required =
            list(&bill, "components").filter(|part| part["scope"] == "required" && !part["hashes"].is_null());
        assert_eq!(required.count(), shown.lines().count());
    }

    #[test]
    fn an_expression_is_permissive_if_a_choice_is() {
        for fits in ["MIT", "GPL-3.0 OR MIT", "Apache-2.0/MIT", "(MIT OR Apache-2.0) AND Unicode-3.0", "MIT AND (Zlib)"]
        {
            assert!(is_permissive(fits), "{fits}");
        }
        assert!(is_permissive("Apache-2.0 WITH LLVM-exception"));
        for binds in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND AGPL-3.0", "MIT Zlib", "(MIT"] {
            assert!(!is_permissive(binds), "{binds}");
        }
    }

    #[test]
    fn a_crate_from_elsewhere_is_refused() {
        let one = |licence: &str, source: &str| Crate {
            name: "x".into(),
            version: "1.0.0".into(),
            licence: licence.into(),
            source: Some(source.into()),
            in_page: true,
        };
        assert_eq!(faults(&[one("MIT", REGISTRY)]).len(), 0);
        assert_eq!(faults(&[one("AGPL-3.0", REGISTRY), one("MIT", "git+https://example.org/x")]).len(), 2);
    }

    #[test]
    fn the_bill_names_every_crate_and_tool_and_is_the_same_twice() {
        let bill = bill().expect("a bill");
        assert_eq!(bill, super::bill().expect("a bill"));
        let read: Value = serde_json::from_str(&bill).expect("JSON");
        let names: Vec<&str> = list(&read, "components").filter_map(|part| part["purl"].as_str()).collect();
        let has = |start: &str| names.iter().any(|name| name.starts_with(start));
        assert!(has("pkg:cargo/leptos@") && has("pkg:cargo/soi@") && has("pkg:npm/puppeteer-core@"), "{names:?}");
        let without = list(&read, "components").filter(|part| part["licenses"].is_null() || part["version"] == "");
        assert_eq!(without.filter_map(|part| part["purl"].as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
