//! Tables that do not say which column is the text: asked about once, where somebody can answer.

mod made;

use soi_files::{Columns, Item, Options, Preview, Reading};

const TEXT: &str = "Chi bộ A họp sơ kết. Toàn chi bộ kết nạp 30 đảng viên mới.";

fn columns(title: Option<&str>, body: Option<&str>) -> Columns {
    let own = |name: Option<&str>| name.map(str::to_owned);
    Columns { title: own(title), body: own(body), ..Columns::default() }
}

/// What files give, each question answered by `answer`; questions are told as `? name: columns`.
fn outcomes(files: &[(&str, Vec<u8>)], answer: &mut dyn FnMut(&Preview) -> Option<Columns>) -> Vec<String> {
    let mut reading = Reading::new(Options { ask: true, ..Options::default() });
    for (name, bytes) in files {
        reading.add(name, bytes.clone());
    }
    let mut out = Vec::new();
    while let Some(outcome) = reading.next() {
        assert!(out.len() < 50, "it asks without end: {out:?}");
        out.push(match outcome {
            Ok(Item::Document(document)) => document.text,
            Ok(Item::Report(report)) => format!("report {}", report.id),
            Ok(Item::Columns(preview)) => {
                let told = format!("? {}: {}", preview.name, preview.names.join(" "));
                let columns = answer(&preview);
                reading.choose(preview.names, columns);
                told
            }
            Ok(Item::Pdf { .. }) => "pdf".to_owned(),
            Err(fault) => format!("!{}", fault.reason.key()),
        });
    }
    out
}

#[test]
fn every_kind_of_table_is_asked_about_once() {
    let row = format!("x,y\nChi bộ A,{TEXT}\n").into_bytes();
    let line = serde_json::json!({ "x": "Chi bộ A", "y": TEXT }).to_string() + "\n";
    let expected = format!("Chi bộ A\n{TEXT}");
    for (name, bytes) in [
        ("a.csv", row.clone()),
        ("a.tsv", format!("x\ty\nChi bộ A\t{TEXT}\n").into_bytes()),
        ("a.json", format!("[{}]", line.trim()).into_bytes()),
        ("a.jsonl", line.clone().into_bytes()),
        ("b.json", line.repeat(2).into_bytes()),
        ("a.csv.gz", made::gzip(&row)),
        ("a.jsonl.zst", made::zstd(line.as_bytes())),
        ("a.zip", made::zip(&[("in.jsonl", line.as_bytes())])),
    ] {
        let read = outcomes(&[(name, bytes.clone()), (name, bytes)], &mut |preview| {
            assert_eq!(preview.rows[0], ["Chi bộ A", TEXT], "{name}");
            Some(columns(Some("x"), Some("y")))
        });
        assert!(read[0].starts_with("? ") && read[0].ends_with(": x y"), "{name}: {read:?}");
        assert!(read.len() >= 3 && read[1..].iter().all(|text| *text == expected), "{name}: {read:?}");
    }
}

/// Over the columns stand words, some of them long: they are asked about by these words, and none is a document.
#[test]
fn a_long_head_that_nobody_knows_is_no_document() {
    let label = "Toàn văn của tin bài về công tác xây dựng Đảng ở cơ sở";
    let long = TEXT.repeat(4);
    let files = [("a.csv", format!("Cột một,{label}\nChi bộ A,{long}\nChi bộ B,{long} Chi bộ B.\n").into_bytes())];
    let read = outcomes(&files, &mut |preview| {
        assert_eq!(preview.guess.body.as_deref(), Some(label));
        Some(columns(Some("Cột một"), Some(label)))
    });
    assert_eq!(read[0], format!("? a.csv: Cột một {label}"));
    assert_eq!(read.len(), 3, "{read:?}");
    assert!(read[1].starts_with("Chi bộ A\n"));
}

#[test]
fn a_choice_is_all_that_counts() {
    let table = format!("title2,y\nChi bộ A,{TEXT}\n").into_bytes();
    let files = [("a.csv", table)];
    assert_eq!(
        outcomes(&files, &mut |_| Some(columns(None, Some("y"))))[1],
        TEXT,
        "what was not chosen is not guessed"
    );
    assert_eq!(outcomes(&files, &mut |_| Some(columns(Some("title2"), None)))[1], "Chi bộ A");
    assert_eq!(outcomes(&files, &mut |_| Some(columns(None, Some("none"))))[1], "!no-column");
    assert_eq!(outcomes(&files, &mut |_| None)[1], "!no-column", "left out");
}

#[test]
fn what_says_its_columns_is_not_asked_about() {
    let report = soi::parse("a", TEXT).to_json() + "\n";
    let never = &mut |preview: &Preview| -> Option<Columns> { panic!("{preview:?}") };
    assert_eq!(outcomes(&[("a.csv", format!("id,text\n1,{TEXT}\n").into_bytes())], never), [TEXT]);
    assert_eq!(outcomes(&[("a.jsonl", made::json_line("1", TEXT).into_bytes())], never), [TEXT]);
    assert_eq!(outcomes(&[("a.jsonl", report.into_bytes())], never), ["report a"]);
    assert_eq!(outcomes(&[("a.json", b"[1,2]".to_vec())], never), ["!no-column", "!no-column"]);
    assert_eq!(outcomes(&[("a.json", b"{".to_vec()), ("a.csv", Vec::new())], never), ["!bad-json", "!empty"]);
}
