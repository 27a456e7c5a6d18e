//! The corpus that the benchmarks run over.

use std::path::Path;

/// Pages as id and text: `SOI_LIMIT` (1,000 if not said) lines of `{"id", "title", "body"}` of the file `SOI_CORPUS`,
/// else the seeds.
///
/// # Panics
/// If they cannot be read.
#[must_use]
pub fn pages() -> Vec<(String, String)> {
    let limit = std::env::var("SOI_LIMIT").map_or(1000, |limit| limit.parse().expect("SOI_LIMIT is a number"));
    if let Ok(file) = std::env::var("SOI_CORPUS") {
        let text = std::fs::read_to_string(file).expect("SOI_CORPUS can be read");
        let page = |line: &str| {
            let page: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
            let part = |key: &str| page[key].as_str().unwrap_or_default().to_owned();
            (part("id"), [part("title"), part("body")].join("\n"))
        };
        return text.lines().take(limit).map(page).collect();
    }
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let entries = std::fs::read_dir(seeds).expect("the seeds are there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a seed").path()).collect();
    files.sort();
    let page = |file: &std::path::PathBuf| {
        (file.display().to_string(), std::fs::read_to_string(file).expect("a seed can be read"))
    };
    files.iter().map(page).collect()
}
