//! Parses `seeds/` with the core and writes the compact corpus that the app embeds, and who is who in it; makes tables of
//! the file of a third language, if there is one (`src/i18n/third.rs`).
//!
//! A page that cannot be read is named in a warning and fails the build after all pages were looked at.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::{env, fs};

use soi::source::page;

fn main() {
    third_language();
    println!("cargo:rerun-if-changed=seeds");
    let mut paths: Vec<_> = fs::read_dir("seeds")
        .unwrap_or_else(|error| panic!("seeds: {error}"))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let mut reports = Vec::new();
    let mut faults = 0;
    for path in &paths {
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        match fs::read(path).map_err(|e| e.to_string()).and_then(|bytes| page(bytes).map_err(|e| e.to_string())) {
            Ok(source) => reports.push(soi::parse(&id, &source)),
            Err(why) => {
                println!("cargo:warning={}: {why}", path.display());
                faults += 1;
            }
        }
    }
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let file = Path::new(&out).join("corpus.soi");
    let explorer = soi::explore::Explorer::new(Arc::new(soi::Corpus { reports }));
    fs::write(&file, explorer.encode_for_page(false)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    assert!(faults == 0, "{faults} of {} seeds could not be read, see the warnings", paths.len());
}

/// A fault in the file stops the build with its line.
fn third_language() {
    const FOLDER: &str = "src/i18n";
    println!("cargo:rerun-if-changed={FOLDER}");
    println!("cargo:rustc-check-cfg=cfg(third_language)");
    let mut files: Vec<_> = fs::read_dir(FOLDER)
        .unwrap_or_else(|error| panic!("{FOLDER}: {error}"))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .collect();
    files.sort();
    let Some(path) = files.first() else { return };
    assert!(files.len() == 1, "{FOLDER}: one file of a third language, not {}", files.len());
    let file = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (mut settings, mut texts) = (BTreeMap::new(), BTreeMap::new());
    for (number, line) in file.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let at = format!("{}:{}", path.display(), number + 1);
        let (key, text) = line.split_once('\t').unwrap_or_else(|| panic!("{at}: no tab"));
        let earlier = match key.strip_prefix('@') {
            Some(setting) => settings.insert(setting, text),
            None => texts.insert(key, text),
        };
        assert!(earlier.is_none(), "{at}: a second time");
    }
    let setting = |name: &str| *settings.get(name).unwrap_or_else(|| panic!("{}: no @{name}", path.display()));
    let sign = |name: &str| {
        let text = setting(name);
        text.parse::<char>().unwrap_or_else(|_| panic!("{}: @{name} is one sign, not `{text}`", path.display()))
    };
    let one: Result<Vec<usize>, _> = setting("one").split_whitespace().map(str::parse).collect();
    let one = one.unwrap_or_else(|_| panic!("{}: @one is numbers, `1` or `0 1`", path.display()));
    let code = path.file_stem().unwrap_or_default().to_string_lossy();
    let tables = format!(
        "/// As in an address and in `<html lang>`.\npub const CODE: &str = {code:?};\n\
         /// Its own name.\npub const NAME: &str = {:?};\n\
         /// What stands between thousands, and before decimals.\npub const SEPARATORS: (char, char) = ({:?}, {:?});\n\
         /// What stands between day, month and year.\npub const BETWEEN_DATES: &str = {:?};\n\
         /// After these numbers a noun is singular.\npub const ONE: &[usize] = &{one:?};\n\
         /// English and this language, in the order of the English bytes.\n\
         static TEXTS: [(&str, &str); {}] = {:?};\n",
        setting("name"),
        sign("thousands"),
        sign("decimal"),
        setting("dates"),
        texts.len(),
        texts.iter().collect::<Vec<_>>(),
    );
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("third.rs");
    fs::write(&out, tables).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    println!("cargo:rustc-cfg=third_language");
}
