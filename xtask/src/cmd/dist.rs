//! `cargo xtask dist`: the site as a folder, and as one file.

use super::setup::{self, Need};
use crate::icon;
use crate::names;
use crate::order;
use crate::page::{self, Carrier, Program};
use crate::paths;
use crate::step::{self, Outcome, execute, step};
use crate::supply;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the names of a first visit's files begin: the JS and the wasm of the list and the reports.
pub const APP: &str = "soi-start";
/// How those of the whole app begin, fetched for any other view.
pub const WHOLE: &str = "soi-web";
/// How those of the parser begin, fetched when it is asked for.
pub const READER: &str = "soi-reader";
/// How those of the module begin that makes files for an office, fetched when one is saved.
pub const OFFICE: &str = "soi-office";
/// How those of the reader of PDFs begin, fetched when one is opened.
pub const PDF: &str = "soi-pdf";

/// The worker that keeps the site (`src/offline.mjs`); its name stays, so that a browser finds the next one.
const OFFLINE: &str = "soi-offline.js";

/// What Rust's own wasm target uses; wasm-opt refuses what it is not told of.
pub const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];
/// What makes a program light once it is compressed, which is not what makes it short: after `-Oz` it is 4 % shorter and
/// half a kilobyte heavier than after `-Os`. Control flow is made anew first. Nothing of Rust's lies in the first
/// kilobyte, which is the far end of the stack; a long function that has one caller stays one, for a moved one compresses
/// worse; and so does what is computed once and kept for the second time.
const LIGHTER: &[&str] = &[
    "--flatten",
    "--rereloop",
    "-Os",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=100",
    "--skip-pass=local-cse",
    "-Os",
];

/// What `.cargo/config.toml` gives every build for the browser; a test holds the two together.
const FLAGS: &[&str] = &["--cfg", "erase_components"];

pub fn run(args: &[String]) -> Outcome {
    match args {
        [] => setup::run_for(Need::Build).and_then(|()| build()),
        [check] if check == "--check" => again(),
        _ => Err("takes only --check".into()),
    }
}

/// Builds what git tracks once more, in another folder and from nothing, and holds it against the `dist/` that is there:
/// byte for byte. It takes as long as a first build.
fn again() -> Outcome {
    let other = paths::target().join("xtask/again/soi");
    let _ = fs::remove_dir_all(&other);
    step("dist: the sources in another folder", || {
        let tracked = step::output(Command::new("git").args(["ls-files", "-z"]).current_dir(paths::root()));
        let tracked = tracked.ok_or("git ls-files fails: is this a git checkout?")?;
        for name in tracked.split('\0').filter(|name| paths::root().join(name).is_file()) {
            let to = other.join(name);
            let folder = to.parent().unwrap_or(&other);
            fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
            fs::copy(paths::root().join(name), &to).map_err(|e| format!("{name}: {e}"))?;
        }
        Ok(())
    })?;
    step("dist: once more", || {
        let target = other.join("target");
        execute(step::cargo().args(["xtask", "dist"]).current_dir(&other).env("CARGO_TARGET_DIR", target))
    })?;
    step("dist: the same bytes", || {
        let (ours, theirs) = (listed(&paths::dist())?, listed(&other.join("dist"))?);
        if ours.iter().map(|file| &file.0).ne(theirs.iter().map(|file| &file.0)) {
            return Err(format!("other files: {:?} and {:?}", names_of(&ours), names_of(&theirs)));
        }
        let differ: Vec<&str> =
            ours.iter().zip(&theirs).filter(|(a, b)| a.1 != b.1).map(|(a, _)| a.0.as_str()).collect();
        println!("    {} files, {} differ", ours.len(), differ.len());
        if differ.is_empty() { Ok(()) } else { Err(format!("differ: {}", differ.join(", "))) }
    })
}

/// The files of a folder, sorted, with their bytes.
fn listed(folder: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(|path| path.is_file()).collect();
    files.sort();
    let name = |file: &Path| file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files.iter().map(|file| Ok((name(file), read(file)?))).collect()
}

fn names_of(files: &[(String, Vec<u8>)]) -> Vec<&str> {
    files.iter().map(|file| file.0.as_str()).collect()
}

/// Refuses a site that tells in which folder it was built.
fn tells_no_folder(dist: &Path) -> Outcome {
    let folders = [paths::root().to_path_buf(), paths::target(), paths::cargo_home()];
    for (name, bytes) in listed(dist)? {
        for folder in &folders {
            let told = folder.to_string_lossy();
            if bytes.windows(told.len()).any(|window| window == told.as_bytes()) {
                return Err(format!("{name} names {told}"));
            }
        }
    }
    Ok(())
}

/// Builds `dist/` and `dist/soi.html`; the tools must be there.
pub fn build() -> Outcome {
    step("dist: the app", || trunk(paths::root(), &paths::dist()))?;
    step("dist: smaller wasm", || {
        optimise(&paths::dist(), APP)?;
        optimise(&paths::dist(), WHOLE)?;
        optimise(&paths::dist(), READER)?;
        optimise(&paths::dist(), OFFICE)?;
        optimise(&paths::dist(), PDF)
    })?;
    step("dist: one page, one file", || bundle(&paths::dist()))?;
    step("dist: no folder of this machine is told", || tells_no_folder(&paths::dist()))
}

/// A release build by trunk of the app in `project` into `dist`.
pub fn trunk(project: &Path, dist: &Path) -> Outcome {
    execute(
        Command::new("trunk")
            .args(["build", "--release", "--offline", "--locked", "--skip-version-check", "--dist"])
            .arg(dist)
            .current_dir(project)
            .env("CARGO_TARGET_DIR", paths::target())
            .env("CARGO_ENCODED_RUSTFLAGS", rust_flags().join("\u{1f}"))
            .env_remove("NO_COLOR"),
    )
}

/// The flags of `.cargo/config.toml`, which what is set here replaces, and short names for the folders of this machine:
/// the places that a panic names would otherwise tell where the build stood, and differ from machine to machine.
pub fn rust_flags() -> Vec<String> {
    let mut flags: Vec<String> = FLAGS.iter().map(|&flag| flag.to_owned()).collect();
    let mut name = |folder: &Path, short: &str| flags.push(format!("--remap-path-prefix={}={short}", folder.display()));
    // The last that fits counts: from the outer folder to the inner one.
    name(paths::root(), "soi");
    name(&paths::target(), "target");
    let home = paths::cargo_home();
    name(&home, "cargo");
    let indexes = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let mut indexes: Vec<PathBuf> = indexes.map(|entry| entry.path()).collect();
    indexes.sort();
    for index in &indexes {
        name(index, "crates");
    }
    if let Some(sysroot) = step::output(Command::new("rustc").args(["--print", "sysroot"])) {
        name(Path::new(sysroot.trim()), "rust");
    }
    flags
}

/// The one file of `dist` with that beginning and end.
pub fn file(dist: &Path, start: &str, end: &str) -> Outcome<PathBuf> {
    let entries = fs::read_dir(dist).map_err(|e| format!("{}: {e}; run `cargo xtask dist`", dist.display()))?;
    let fits = |path: &PathBuf| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|n| n.starts_with(start) && n.ends_with(end))
    };
    let mut found: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(fits).collect();
    match (found.pop(), found.is_empty()) {
        (Some(file), true) => Ok(file),
        (None, _) => Err(format!("{} has no {start}…{end}", dist.display())),
        (Some(_), false) => Err(format!("{} has several {start}…{end}", dist.display())),
    }
}

/// Gives a program of `dist` short names and runs wasm-opt on it, or takes what it made of the same bytes last time.
pub fn optimise(dist: &Path, name: &str) -> Outcome {
    let wasm = file(dist, name, "_bg.wasm")?;
    let cache = paths::target().join("xtask");
    fs::create_dir_all(&cache).map_err(|e| format!("{}: {e}", cache.display()))?;
    let (before, after) = (cache.join(format!("{name}-before")), cache.join(format!("{name}-after.wasm")));
    let glue = file(dist, name, ".js")?;
    let (built, short) = names::shorten(&read(&wasm)?, &text(&glue)?)?;
    write(&glue, short.as_bytes())?;
    write(&wasm, &built)?;
    // The recipe belongs to what was made from.
    let from = [&built[..], include_bytes!("dist.rs"), include_bytes!("../order.rs"), include_bytes!("../wasm.rs")];
    let from = from.concat();
    let same = fs::read(&before).is_ok_and(|there| there == from) && after.is_file();
    if !same {
        // Were this stopped half-way, the old pair must not be taken for a new one.
        let _ = fs::remove_file(&before);
        lighten(&wasm, &after)?;
        write(&before, &from)?;
    }
    let small = read(&after)?;
    println!("    {name}: {} bytes of wasm, {} before wasm-opt", small.len(), built.len());
    write(&wasm, &small)
}

/// Runs wasm-opt on a program and puts functions that are alike side by side.
pub fn lighten(wasm: &Path, to: &Path) -> Outcome {
    let opt = |flags: &[&str], from: &Path| {
        execute(Command::new(paths::wasm_opt()).args(FEATURES).args(flags).arg(from).arg("-o").arg(to))
    };
    opt(LIGHTER, wasm)?;
    write(to, &order::named_by_likeness(&read(to)?)?)?;
    opt(&["--reorder-functions-by-name"], to)
}

/// Inlines the styles into the page, and everything into `soi.html`.
fn bundle(dist: &Path) -> Outcome {
    if dist.join("snippets").exists() {
        return Err("a crate brings JS snippets, which the single file cannot carry".into());
    }
    let index = dist.join("index.html");
    let inside = |href: &str| dist.join(href.trim_start_matches("./"));
    let (mut html, style) = page::inline_styles(&text(&index)?, |href| text(&inside(href)))?;
    html = page::with_small_script(&html, text(&paths::root().join("src/boot.mjs"))?.trim_end());
    let (app, whole, reader) = (program(dist, APP)?, program(dist, WHOLE)?, program(dist, READER)?);
    let (office, pdf) = (program(dist, OFFICE)?, program(dist, PDF)?);
    html = page::with_size(&html, app.wasm.len());
    html = page::with_size(&html, whole.wasm.len());
    let carrying = page::with_more_style(&html, &style);
    let carried = [("app", &whole), ("reader", &reader), ("office", &office), ("pdf", &pdf)];
    let single = page::single(&carrying, &carried, |href| read(&inside(href)))?;
    let single = page::with_policy(&single, Carrier::File)?;
    println!("    soi.html: {} bytes", single.len());
    write(&dist.join("soi.html"), single.as_bytes())?;

    for entry in fs::read_dir(dist).map_err(|e| e.to_string())?.flatten().map(|e| e.path()) {
        if entry.extension().is_some_and(|e| e == "css") {
            fs::remove_file(&entry).map_err(|e| format!("{}: {e}", entry.display()))?;
        }
    }
    let sheet = format!("{WHOLE}-{:016x}.css", hash(&[style.as_bytes()]));
    html = page::with_style(&html, &format!("{WHOLE}_bg.wasm"), &sheet);
    write(&dist.join(sheet), style.as_bytes())?;

    // Trunk gives only the first program a hash; without one, a cache could hand an old program to a new page.
    for (name, program) in [(WHOLE, &whole), (READER, &reader), (OFFICE, &office), (PDF, &pdf)] {
        let hash = hash(&[program.glue.as_bytes(), &program.wasm]);
        for end in [".js", "_bg.wasm"] {
            let (plain, hashed) = (format!("{name}{end}"), format!("{name}-{hash:016x}{end}"));
            fs::rename(dist.join(&plain), dist.join(&hashed)).map_err(|e| format!("{plain}: {e}"))?;
            html = html.replace(&plain, &hashed);
        }
    }
    html = page::with_manifest(&html);
    write(&index, page::with_policy(&html, Carrier::Folder)?.as_bytes())?;
    offline(dist)?;
    // After it: who is offline needs no bill of materials.
    write(&dist.join("soi.cdx.json"), supply::bill()?.as_bytes())
}

/// What a system installs the site by: icons, a manifest, and the worker that keeps every file of the folder.
fn offline(dist: &Path) -> Outcome {
    let svg = text(&paths::root().join("style/icon.svg"))?;
    write(&dist.join("soi-icon.svg"), svg.as_bytes())?;
    let mut icons = vec!["{\"src\":\"soi-icon.svg\",\"type\":\"image/svg+xml\",\"sizes\":\"any\"}".to_owned()];
    for (name, side, cut) in [("soi-192", 192, false), ("soi-512", 512, false), ("soi-maskable", 512, true)] {
        write(&dist.join(format!("{name}.png")), &icon::png(&svg, side, cut)?)?;
        let purpose = if cut { "maskable" } else { "any" };
        icons.push(format!(
            "{{\"src\":\"{name}.png\",\"type\":\"image/png\",\"sizes\":\"{side}x{side}\",\"purpose\":\"{purpose}\"}}"
        ));
    }
    let manifest = format!(
        "{{\"name\":\"Soi\",\"short_name\":\"Soi\",\"lang\":\"vi\",\"start_url\":\"./\",\"scope\":\"./\",\
         \"display\":\"standalone\",\"background_color\":\"#fbf9f4\",\"theme_color\":\"#a3341f\",\"icons\":[{}]}}\n",
        icons.join(",")
    );
    write(&dist.join("soi.webmanifest"), manifest.as_bytes())?;

    let entries = fs::read_dir(dist).map_err(|e| e.to_string())?.flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    // The single file needs no keeping; a worker that kept itself would never change.
    names.retain(|name| name != "soi.html" && name != OFFLINE);
    names.sort();
    let kept = names.iter().map(|name| read(&dist.join(name))).collect::<Outcome<Vec<_>>>()?;
    let build = hash(&kept.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let files: Vec<String> =
        names.iter().map(|name| format!("\"./{}\"", if name == "index.html" { "" } else { name })).collect();
    let worker = page::squeeze_js(&text(&paths::root().join("src/offline.mjs"))?)
        .replacen("BUILD = \"\"", &format!("BUILD = \"{build:016x}\""), 1)
        .replacen("FILES = []", &format!("FILES = [{}]", files.join(",")), 1);
    write(&dist.join(OFFLINE), worker.as_bytes())
}

/// A program of `dist`, its JS made small there too.
fn program(dist: &Path, name: &str) -> Outcome<Program> {
    let file = |end| file(dist, name, end);
    let glue = page::squeeze_js(&text(&file(".js")?)?);
    write(&file(".js")?, glue.as_bytes())?;
    Ok(Program { glue, wasm: read(&file("_bg.wasm")?)? })
}

/// FNV-1a, to tell one build from another.
fn hash(parts: &[&[u8]]) -> u64 {
    let bytes = parts.iter().copied().flatten();
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_are_those_of_every_other_build() {
        let config = fs::read_to_string(paths::root().join(".cargo/config.toml")).expect("the configuration");
        let line = config.lines().find_map(|line| line.strip_prefix("rustflags = [")).expect("it has flags");
        let flags: Vec<&str> =
            line.trim_end_matches(']').split(',').map(|flag| flag.trim().trim_matches('"')).collect();
        assert_eq!(flags, FLAGS);
    }
}
