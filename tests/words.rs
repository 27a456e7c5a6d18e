//! No word of the interface stands outside the catalogue (`src/i18n.rs`, `src/i18n/`): what is outside is in one language.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../xtask/src/literals.rs"]
mod literals;

use literals::literals;
use std::fs;
use std::path::{Path, PathBuf};

/// What looks like words and is none of the interface's, and why.
const ALLOWED: [(&str, &[&str]); 6] = [
    ("the program's own name", &["Soi"]),
    (
        "names of keys, as browsers and keyboards tell them",
        &["ArrowDown", "ArrowUp", "Escape", "Enter", "Esc", "Tab", "Alt + ←"],
    ),
    ("what a browser calls dragged files", &["Files"]),
    ("names of formats, the same in every language", &["Markdown", "BibTeX"]),
    (
        "for the console, where developers read",
        &[
            "the address bar cannot follow",
            "a page without a body",
            "{name} could not be saved",
            "{id} could not be saved",
            "printing refused",
            "no picture",
            "no canvas",
        ],
    ),
    (
        "searches to try, in the language of the reports",
        &[
            "kiểm tra",
            "\\\"sinh hoạt chi bộ\\\"",
            "hạn che",
            "đảng NEAR/3 viên",
            "số liệu:>=90%",
            "số liệu:=100%",
            "số liệu:<90%",
            "số liệu:>=1000",
        ],
    ),
];

fn rust_files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|end| end == "rs") {
            out.push(path);
        }
    }
    out.sort();
}

/// A Vietnamese letter, a capitalised word, or two plain words side by side: what a reader would read.
fn is_words(text: &str) -> bool {
    let plain = |word: &&str| {
        let word = word.trim_end_matches(['.', ',', ':', '…', '?', '!']);
        word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
    };
    let words: Vec<&str> = text.split(' ').collect();
    let mut letters = text.trim_start().chars();
    text.chars().any(|c| soi::text::Letter::of(c).is_some_and(|_| !c.is_ascii()) || matches!(c, 'đ' | 'Đ'))
        || words.windows(2).any(|pair| pair.iter().all(plain))
        || letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

#[test]
fn no_word_of_the_interface_stands_outside_the_catalogue() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    let (mut faults, mut seen, mut met) = (Vec::new(), 0, Vec::new());
    for file in &files {
        let name = file.strip_prefix(root).expect("below the project").to_string_lossy().into_owned();
        if name.starts_with("src/i18n") {
            continue;
        }
        for (before, text) in literals(&fs::read_to_string(file).expect("UTF-8")) {
            seen += 1;
            // Reasons of invariants; classes of elements.
            if before.ends_with("expect(") || before.ends_with("class=") || !is_words(&text) {
                continue;
            }
            match ALLOWED.iter().any(|(_, texts)| texts.contains(&text.as_str())) {
                true => met.push(text),
                false => faults.push(format!("{name}: {text:?}")),
            }
        }
    }
    assert!(seen > 500, "only {seen} literals were found: the reader of literals is broken");
    assert!(faults.is_empty(), "words outside the catalogue:\n  {}", faults.join("\n  "));
    for (why, texts) in ALLOWED {
        for text in texts {
            assert!(met.iter().any(|met| met == text), "{text:?} ({why}) is allowed and nowhere used");
        }
    }
}

#[test]
fn the_scan_tells_words_from_names() {
    for words in ["Tải về", "Download", "no report matches", "No", "đ", "Search:"] {
        assert!(is_words(words), "{words}");
    }
    for name in ["mark-bold mark-over", "data-kind", "UTF-8", "soi.theme", "?q=", "", " · ", "PNG", "text/plain"] {
        assert!(!is_words(name), "{name}");
    }
    let source = "// \"Not this\"\nlet a = ('\"', \"b \\\" c\"); x.expect(\"d\");\n#[cfg(test)] \"No\"";
    let found: Vec<String> = literals(source).into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, ["b \\\" c", "d"]);
}

/// Before the app runs there is no catalogue: the page carries both languages itself.
#[test]
fn what_stands_before_the_app_is_in_both_languages() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).expect("UTF-8");
    let count = |lang: &str| ["<p lang=", "<span lang="].map(|tag| page.matches(&format!("{tag}\"{lang}\"")).count());
    assert!(count("vi").iter().sum::<usize>() > 2, "the page says something");
    assert_eq!(count("vi"), count("en"));
}
