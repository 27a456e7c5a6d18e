//! Parses `seeds/` with the core and writes the compact corpus that the app embeds, and who is who in it.
//!
//! A page that cannot be read is named in a warning and fails the build after all pages were looked at.

use std::path::Path;
use std::sync::Arc;
use std::{env, fs};

use soi::source::page;

fn main() {
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
