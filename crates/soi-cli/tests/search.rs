//! The command line of `soi search` and `soi stats`, on the seeds.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its input has failed")]

use std::process::{Command, Output};

use serde_json::Value;

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");

fn soi(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_soi")).args(args).output().unwrap()
}

fn json(args: &[&str]) -> Value {
    let output = soi(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn search_prints_one_object_with_total_and_hits() {
    let found = json(&["search", SEEDS, "\"dang bo khoi\"", "--json", "--limit", "1"]);
    assert!(found["total"].as_u64().unwrap() >= 2);
    let hits = found["hits"].as_array().unwrap();
    assert_eq!(hits.len(), 1);
    assert!(hits[0]["score"].as_f64().unwrap() > 0.0);
    let snippet = &hits[0]["snippets"][0];
    assert!(snippet["quote"].as_str().unwrap().contains("Đảng bộ Khối"), "{snippet}");
    let none = json(&["search", SEEDS, "khôngcóđâu", "--json"]);
    assert_eq!(none, serde_json::json!({ "total": 0, "hits": [] }));
}

#[test]
fn limit_zero_means_all_and_a_facet_narrows() {
    let all = json(&["search", SEEDS, "đảng OR dang", "--json", "--limit", "0"]);
    assert_eq!(all["hits"].as_array().unwrap().len() as u64, all["total"].as_u64().unwrap());
    let year = json(&["search", SEEDS, "", "--facet", "year=2018", "--json"]);
    let without = json(&["search", SEEDS, "", "--facet", "year!=2018", "--json"]);
    assert_eq!(year["total"].as_u64().unwrap() + without["total"].as_u64().unwrap(), 5);
    assert_eq!(year["total"], 1);
}

#[test]
fn a_query_that_does_not_parse_is_pointed_at() {
    let output = soi(&["search", SEEDS, "đảng AND (bộ"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = message.lines().collect();
    assert_eq!(lines[1].chars().nth(lines[2].find('^').unwrap()), Some('('), "{message}");
    assert_eq!(soi(&["search", SEEDS]).status.code(), Some(2));
    assert_eq!(soi(&["search", "no such folder", "đảng"]).status.code(), Some(1));
}

#[test]
fn every_hit_is_exported_in_its_context() {
    let lines = json(&["search", SEEDS, "đảng", "--kwic", "--json", "--limit", "0", "--order", "right"]);
    let hits = lines["hits"].as_array().unwrap();
    assert_eq!(hits.len() as u64, lines["total"].as_u64().unwrap());
    assert!(hits.iter().all(|hit| hit["hit"].as_str().unwrap().to_lowercase() == "đảng"));
    let words = json(&["stats", "words", SEEDS, "--json", "--limit", "0"]);
    let counted = words["rows"].as_array().unwrap().iter().find(|row| row["words"] == "đảng").unwrap();
    assert_eq!(counted["count"], lines["total"], "two ways to count the same");
}

#[test]
fn parsed_reports_and_pages_give_the_same_hits() {
    let folder = std::env::temp_dir().join(format!("soi-search-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let parsed = folder.join("seeds.jsonl");
    assert!(soi(&["parse", SEEDS, "-o", parsed.to_str().unwrap()]).status.success());
    for query in ["dang bo", "vai:task mặt:\"kiểm tra\"", "người:hà"] {
        let from_pages = json(&["search", SEEDS, query, "--json", "--limit", "0"]);
        assert_eq!(json(&["search", parsed.to_str().unwrap(), query, "--json", "--limit", "0"]), from_pages, "{query}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_built_corpus_answers_as_its_pages_and_a_damaged_one_does_not() {
    let folder = std::env::temp_dir().join(format!("soi-index-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let built = folder.join("seeds.soi");
    let built_arg = built.to_str().unwrap();
    assert!(soi(&["index", SEEDS, "-o", built_arg]).status.success());
    for query in ["dang bo", "\"Đảng bộ Khối\"", "vai:task", "năm:2017-2018"] {
        let from_pages = json(&["search", SEEDS, query, "--json", "--limit", "0"]);
        assert_eq!(json(&["search", built_arg, query, "--json", "--limit", "0"]), from_pages, "{query}");
    }
    let mut bytes = std::fs::read(&built).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    std::fs::write(&built, bytes).unwrap();
    let output = soi(&["search", built_arg, "đảng"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty() && String::from_utf8_lossy(&output.stderr).contains("damaged"));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_facet_goes_by_key_and_by_name() {
    let total = |facet: &str| json(&["search", SEEDS, "", "--facet", facet, "--json"])["total"].as_u64().unwrap();
    assert_eq!(total("directive=chi-thi-5-2016"), 3);
    assert_eq!(total("directive=chỉ thị 05"), 3);
    assert_eq!(total("directive!=chi-thi-5-2016"), 2);
    assert_eq!(total("org=Bộ Chính trị"), total("org=bo-chinh-tri"));
    let absent = soi(&["search", SEEDS, "", "--facet", "org=Huyện ủy Không Đâu", "--json"]);
    assert!(absent.status.success() && String::from_utf8_lossy(&absent.stderr).contains("not in the corpus"));
    for bad in ["colour=red", "year"] {
        let output = soi(&["search", SEEDS, "", "--facet", bad]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).starts_with(&format!("--facet {bad}:")), "{bad}");
    }
    let rows = json(&["stats", "words", SEEDS, "--facet", "year=2018", "--json"]);
    assert!(rows["rows"].as_array().unwrap().iter().all(|row| row["reports"] == 1));
}

#[test]
fn an_explained_score_is_the_sum_of_its_parts() {
    let found = json(&["search", SEEDS, "đảng bộ khối", "--explain", "--json"]);
    for hit in found["hits"].as_array().unwrap() {
        let parts = hit["explain"].as_object().unwrap();
        let sum: f64 =
            ["words", "neighbours", "titles", "as_typed"].iter().map(|part| parts[*part].as_f64().unwrap()).sum();
        assert!((sum - hit["score"].as_f64().unwrap()).abs() < 0.001, "{hit}");
    }
    let text = String::from_utf8(soi(&["search", SEEDS, "đảng bộ khối", "--explain"]).stdout).unwrap();
    let hits = found["hits"].as_array().unwrap().len();
    assert_eq!(text.lines().filter(|line| line.starts_with("  words ")).count(), hits);
}

#[test]
fn hits_in_context_stand_under_each_other() {
    let text = String::from_utf8(soi(&["search", SEEDS, "kiểm tra", "--kwic", "--width", "3"]).stdout).unwrap();
    let columns: Vec<usize> = text.lines().skip(1).map(|line| line.chars().position(|c| c == '[').unwrap()).collect();
    assert!(columns.len() > 1 && columns.iter().all(|column| *column == columns[0]), "{text}");
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    use std::process::Stdio;
    for args in [
        &["help"][..],
        &["parse", SEEDS],
        &["search", SEEDS, "đảng", "--kwic", "--limit", "0", "--json"],
        &["stats", "words", SEEDS, "--limit", "0"],
        &["reuse", SEEDS],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_soi"));
        let mut child = command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    }
}

#[test]
fn ranges_of_dates_and_figures_narrow_reports_and_statements() {
    let count = |facets: &[&str], statements: bool| {
        let mut args = vec!["search", SEEDS, "", "--json", "--limit", "0"];
        facets.iter().for_each(|facet| args.extend(["--facet", facet]));
        args.extend(statements.then_some("--statements"));
        json(&args)["total"].as_u64().unwrap()
    };
    for statements in [false, true] {
        let all = count(&[], statements);
        // Each seed has a date, so a range and what lies outside make up all.
        let years = count(&["year=2018..2019"], statements);
        assert_eq!(years, count(&["date=2018..2019"], statements), "{statements}");
        assert_eq!(years + count(&["year!=2018..2019"], statements), all, "{statements}");
        assert!(years > 0 && years < all, "{statements}: {years} of {all}");
        let percent = count(&["measure=>=50%"], statements);
        assert!(percent > 0 && percent <= all, "{statements}: {percent}");
        assert!(count(&["measure=>=90%"], statements) <= percent, "{statements}");
        assert!(count(&["measure=>=50%", "year=2018..2019"], statements) <= percent.min(years), "{statements}");
        assert_eq!(count(&["date=..1990"], statements), 0, "{statements}");
    }
    // What a statement says is asked of the statement: a figure that a report has is in some of its sentences only.
    let said = json(&["search", SEEDS, "", "--facet", "measure=>=50%", "--statements", "--json", "--limit", "0"]);
    for row in said["statements"].as_array().unwrap() {
        assert!(row["quote"].as_str().unwrap().contains('%'), "{row}");
    }
    for bad in ["date=2018-13", "measure=", "date"] {
        assert_eq!(soi(&["search", SEEDS, "", "--facet", bad]).status.code(), Some(2), "{bad}");
    }
}
