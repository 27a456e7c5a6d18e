//! `cargo xtask language CODE`: the file of a third language, with every English text of the catalogue to be translated.

use crate::literals::literals;
use crate::paths;
use crate::step::Outcome;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

const SETTINGS: [(&str, &str); 5] =
    [("@name", "English"), ("@thousands", ","), ("@decimal", "."), ("@dates", "/"), ("@one", "1")];

/// A file that is there keeps what it says; what the catalogue no longer has goes.
pub fn run(args: &[String]) -> Outcome {
    let [code] = args else { return Err("takes the code of a language, as in <html lang>".into()) };
    if code.is_empty() || !code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return Err(format!("{code} is no code of a language"));
    }
    let folder = paths::root().join("src/i18n");
    let mut sources = vec![paths::root().join("src/i18n.rs")];
    let entries = fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    sources.extend(
        entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "rs")),
    );
    sources.sort();
    let mut english = Vec::new();
    for path in sources {
        let source = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        english.extend(texts(&source));
    }
    let file: PathBuf = folder.join(format!("{code}.tsv"));
    let there = fs::read_to_string(&file).unwrap_or_default();
    let said: BTreeMap<&str, &str> = there.lines().filter_map(|line| line.split_once('\t')).collect();
    let mut out = String::new();
    let mut line = |key: &str, text: &str| out.extend([key, "\t", said.get(key).unwrap_or(&text), "\n"]);
    for (key, text) in SETTINGS {
        line(key, text);
    }
    english.sort_unstable();
    english.dedup();
    for text in &english {
        line(text, text);
    }
    fs::write(&file, out).map_err(|e| format!("{}: {e}", file.display()))?;
    let new = english.iter().filter(|text| !said.contains_key(text.as_str())).count();
    println!("    {}: {} texts, {new} of them not translated yet", file.display(), english.len());
    Ok(())
}

/// The English texts of a file of the catalogue: of literals side by side the second is English (`"Tổng quan", "Overview"`),
/// of three the third too (`"câu", "sentence", "sentences"`), in a longer row each; one alone is where it follows `=>`.
fn texts(source: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut literals = literals(source).into_iter().peekable();
    while let Some((before, first)) = literals.next() {
        let mut row = vec![first];
        while let Some((_, text)) = literals.next_if(|(between, _)| between.trim() == ",") {
            row.push(text);
        }
        let english = match row.len() {
            1 if !before.trim_end().ends_with("=>") => &[][..],
            2 | 3 => &row[1..],
            _ => &row[..],
        };
        // `\"` is the one escape that words need.
        out.extend(english.iter().filter(|text| !text.is_empty()).map(|text| text.replace("\\\"", "\"")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_of_a_catalogue_is_found() {
        let source = r#"
            catalogue! { map;
                // A "remark".
                title: "Báo cáo theo tỉnh", "Reports by province";
                most: "Được nêu \"nhiều\" nhất",
                    "Named \"most\"";
            }
            fn words(self) { out.push('"'); self.counted(count, "câu", "sentence", "sentences");
                match act { "date" => Some(1), Act::Chairs => "chaired", _ => "" } }
            const MONTHS: [&str; 4] = ["January", "February", "March", "April"];
            #[cfg(test)] "a", "b"
        "#;
        let found = texts(source);
        let wanted = [
            "Reports by province",
            "Named \"most\"",
            "sentence",
            "sentences",
            "chaired",
            "January",
            "February",
            "March",
            "April",
        ];
        assert_eq!(found, wanted);
    }
}
