//! `soi parse` on pages good and bad: what is wrong is said in one line, the rest is read, nothing panics.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for one test.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a temporary folder");
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).expect("a temporary file");
    }
    folder
}

fn soi(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_soi")).args(args).output().expect("the command runs")
}

fn parse(path: &Path) -> Output {
    soi(&["parse", &path.to_string_lossy()])
}

fn ids(output: &Output) -> Vec<String> {
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    text.lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON")["id"].as_str().unwrap_or("").to_owned()
        })
        .collect()
}

fn errors(output: &Output) -> Vec<String> {
    String::from_utf8(output.stderr.clone()).expect("UTF-8").lines().map(str::to_owned).collect()
}

#[test]
fn what_is_no_page_is_told_in_one_line_each_and_the_others_are_read() {
    let folder = folder(
        "bad",
        &[
            ("empty.txt", b""),
            ("blank.txt", "\u{feff}\r\n \u{a0}\n".as_bytes()),
            ("latin.txt", b"Caf\xe9 \xa9 na\xefve"),
            ("nul.txt", b"H\0i"),
            ("good.txt", "Đảng bộ họp\nHội nghị đã họp. Tốt.\nCác đại biểu thảo luận.".as_bytes()),
            ("other.doc", b"not read"),
        ],
    );
    let output = parse(&folder);
    assert_eq!(ids(&output), ["good"]);
    let errors = errors(&output);
    assert_eq!(errors.len(), 4, "{errors:#?}");
    for (error, (file, why)) in errors.iter().zip([
        ("blank.txt", "(empty)"),
        ("empty.txt", "(empty)"),
        ("latin.txt", "(unknown encoding)"),
        ("nul.txt", "(NUL byte, not a text)"),
    ]) {
        assert!(error.contains(file) && error.ends_with(why), "{error}");
    }
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn paths_that_give_no_page_are_told() {
    let folder = folder("none", &[("a.doc", b"x")]);
    let output = parse(&folder);
    assert!(errors(&output)[0].contains("no file of a known format"));
    assert_eq!(output.status.code(), Some(1));
    let output = parse(&folder.join("missing.txt"));
    assert!(errors(&output)[0].contains("no such file"));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(soi(&["parse"]).status.code(), Some(2));
    assert_eq!(soi(&["parse", "x", "-o"]).status.code(), Some(2));
}

#[test]
fn byte_order_mark_and_dos_line_ends_are_fine_and_spans_hold() {
    let source = "\u{feff}Đảng bộ họp\r\n\r\nNgày 20/6, Đảng bộ họp. Hội nghị tốt.\r\nCác đại biểu thảo luận.\r\n";
    let folder = folder("bom", &[("a.txt", source.as_bytes())]);
    let output = parse(&folder);
    assert!(output.status.success(), "{:?}", errors(&output));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one report");
    let quotes: Vec<&str> =
        report["blocks"].as_array().expect("blocks").iter().filter_map(|b| b["quote"].as_str()).collect();
    assert_eq!(quotes, ["Đảng bộ họp", "Ngày 20/6, Đảng bộ họp. Hội nghị tốt.", "Các đại biểu thảo luận."]);
    for block in report["blocks"].as_array().expect("blocks") {
        let at = |i: usize| block["at"][i].as_u64().expect("an offset") as usize;
        assert_eq!(&source[at(0)..at(1)], block["quote"].as_str().expect("a quote"));
    }
}

#[test]
fn a_line_without_end_is_read() {
    // A debug build takes its time: less shows the same.
    let bytes = if cfg!(debug_assertions) { 200_000 } else { 5_000_000 };
    let sentence = "Đảng ủy Khối các cơ quan tỉnh tổ chức hội nghị với 305 đảng viên (tăng 2%), ";
    let source = format!("Tiêu đề\n{}", sentence.repeat(bytes / sentence.len()));
    let folder = folder("long", &[("a.txt", source.as_bytes())]);
    let output = parse(&folder);
    assert!(output.status.success(), "{:?}", errors(&output));
    assert_eq!(ids(&output), ["a"]);
}

#[test]
fn json_lines_are_read_one_by_one() {
    let lines = "{\"id\":\"1\",\"title\":\"Đảng bộ họp\",\"body\":\"Hội nghị tốt.\\nRất tốt.\"}\n\nnot json\n{\"id\":2,\"title\":\"\",\"body\":\"\"}\n{\"title\":\"x\"}\n{\"id\":\"3\",\"body\":\"Một dòng.\"}\n";
    let folder = folder("lines", &[("a.jsonl", lines.as_bytes())]);
    let output = parse(&folder.join("a.jsonl"));
    assert_eq!(ids(&output), ["1", "a-5", "3"], "a line without an id is called by its number");
    let errors = errors(&output);
    assert_eq!(errors.len(), 2);
    assert!(errors[0].contains("a.jsonl:3") && errors[1].contains("a.jsonl:4"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_damaged_zstd_file_is_told() {
    let folder = folder("zst", &[("a.jsonl.zst", b"no zstd at all")]);
    let output = parse(&folder.join("a.jsonl.zst"));
    assert_eq!(errors(&output).len(), 1);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn reports_are_written_where_told_and_twice_the_same() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let out = folder("out", &[]).join("reports.jsonl");
    let output = soi(&["parse", &seeds.to_string_lossy(), "-o", &out.to_string_lossy()]);
    assert!(output.status.success() && output.stdout.is_empty());
    let written = fs::read(&out).expect("the file");
    assert_eq!(written, parse(&seeds).stdout);
    assert_eq!(written.iter().filter(|b| **b == b'\n').count(), 5);
    let output = soi(&["parse", &seeds.to_string_lossy(), "-o", "/no/such/folder/x"]);
    assert_eq!((output.status.code(), errors(&output).len()), (Some(1), 1));
}

#[test]
fn what_was_not_understood_is_listed_with_its_place() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let output = soi(&["unread", &seeds.to_string_lossy()]);
    assert!(output.status.success());
    for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let source = fs::read_to_string(seeds.join(format!("{}.txt", fields[0]))).expect("a seed");
        let at: usize = fields[1].parse().expect("a byte");
        let first = fields[3].split(' ').next().unwrap_or_default();
        assert!(source[at..].starts_with(first), "{line}");
        assert!(["line", "number", "honorific", "instrument"].contains(&fields[2]), "{line}");
    }
    assert_eq!(soi(&["unread"]).status.code(), Some(2));
}

#[test]
fn every_fact_is_explained_by_a_documented_rule_and_the_reports_stay_the_same() {
    let seeds = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
    let rules = String::from_utf8(soi(&["parse", "--rules"]).stdout).expect("UTF-8");
    let rules: Vec<&str> = rules.lines().filter_map(|line| line.split('\t').next()).collect();
    let documented = include_str!("../../../docs/rules.md");
    let mut listed: Vec<&str> =
        documented.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    listed.retain(|id| id.contains('.'));
    assert_eq!(listed, rules, "docs/rules.md");

    let reports = String::from_utf8(soi(&["parse", seeds]).stdout).expect("UTF-8");
    let json = String::from_utf8(soi(&["parse", seeds, "--explain", "--json"]).stdout).expect("UTF-8");
    let facts: Vec<serde_json::Value> = json.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let text = String::from_utf8(soi(&["parse", seeds, "--explain"]).stdout).expect("UTF-8");
    assert_eq!(text.lines().count(), facts.len(), "one line per fact");
    let lists =
        ["blocks", "events", "people", "organisations", "directives", "measures", "periods", "places", "statements"];
    let fields = ["title", "section", "publisher", "published", "byline", "views"];
    for line in reports.lines() {
        let report: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let id = &report["id"];
        for list in lists {
            let all = report[list].as_array().expect("a list");
            let told: Vec<_> = facts.iter().filter(|fact| fact["id"] == *id && fact["list"] == list).collect();
            assert_eq!(told.len(), all.len(), "{id} {list}");
            for (fact, explained) in all.iter().zip(told) {
                let at = if fact["mentions"].is_array() { &fact["mentions"][0]["at"] } else { &fact["at"] };
                assert_eq!(explained["at"], *at, "{id} {list}");
                let mentions = fact["mentions"].as_array().map_or(0, |mentions| mentions.len() - 1);
                assert_eq!(explained["mentions"].as_array().map(Vec::len), Some(mentions), "{id} {list}");
                let of_mentions = explained["mentions"].as_array().into_iter().flatten();
                for rule in of_mentions.chain([explained]).map(|said| said["rule"].as_str().unwrap_or("")) {
                    assert!(rules.contains(&rule), "{id}: {explained}: no such rule");
                }
            }
        }
        let known = fields.iter().filter(|field| !report[**field].is_null()).count();
        assert_eq!(facts.iter().filter(|f| f["id"] == *id && f["list"] == "metadata").count(), known, "{id}");
    }
}

#[test]
fn corrections_are_applied_and_those_that_do_not_fit_are_told() {
    let page = "Tin\n\nĐồng chí Lê Văn Ân dự. Kết nạp 30 đảng viên.";
    let at = page.find("Lê Văn Ân").expect("the name");
    let place = format!("\"report\":\"a\",\"at\":[{at},{}],\"quote\":\"Lê Văn Ân\"", at + "Lê Văn Ân".len());
    let lines = [
        format!("{{{place},\"do\":\"set\",\"list\":\"people\",\"fields\":{{\"name\":\"Lê Ân\"}}}}"),
        "{\"report\":\"a\",\"at\":[0,3],\"quote\":\"Tít\",\"do\":\"remove\",\"list\":\"people\"}".to_owned(),
        "xyz".to_owned(),
    ];
    let folder = folder("corrected", &[("a.txt", page.as_bytes()), ("known", lines.join("\n").as_bytes())]);
    let (text, known) = (folder.join("a.txt"), folder.join("known"));
    let [text, known] = [&text, &known].map(|path| path.to_string_lossy().into_owned());
    let output = soi(&["parse", &text, "--corrections", &known]);
    assert!(output.status.success());
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["people"][0]["name"], "Lê Ân");
    assert_eq!(report["people"][0]["mentions"][0]["quote"], "Lê Văn Ân");
    let errors = errors(&output);
    assert_eq!(errors.len(), 2, "{errors:#?}");
    assert!(errors[0].ends_with("known:3: không phải dòng sửa lỗi (not a correction)"), "{errors:#?}");
    assert!(errors[1].starts_with("a 0..3 “Tít” remove: không còn khớp"), "{errors:#?}");
    let built = folder.join("kho.soi").to_string_lossy().into_owned();
    assert!(soi(&["index", &text, "--corrections", &known, "-o", &built]).status.success());
    let again = soi(&["parse", &built]);
    assert!(String::from_utf8_lossy(&again.stdout).contains("\"name\":\"Lê Ân\""));
}
