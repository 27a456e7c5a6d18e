//! `soi check` prints the figures of the project's scoring script, and fails below its floors.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn soi(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_soi")).args(args).current_dir(root()).output().expect("the command runs")
}

const SEEDS: [&str; 4] = ["check", "tests/gold", "--sources", "seeds"];

#[track_caller]
fn close(ours: &Value, theirs: &Value, path: &str) {
    match (ours, theirs) {
        (Value::Object(a), Value::Object(_)) => {
            a.iter().for_each(|(k, v)| close(v, &theirs[k], &format!("{path}.{k}")))
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap_or(-1.0), b.as_f64().unwrap_or(-2.0));
            assert!((a - b).abs() < 1e-9, "{path}: {a} and {b}");
        }
        (a, b) => assert_eq!(a, b, "{path}"),
    }
}

#[test]
fn the_figures_are_those_of_the_script_where_it_is_at_hand() {
    let root = root().canonicalize().expect("the project");
    let Some(script) = root.ancestors().map(|dir| dir.join("shared/score.py")).find(|script| script.is_file()) else {
        return;
    };
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("seeds.jsonl");
    assert!(soi(&["parse", "seeds", "-o", &out.to_string_lossy()]).status.success());
    let theirs = Command::new("python3")
        .arg(script)
        .args([&root.join("tests/gold"), &out])
        .args(["--json", "--sources"])
        .arg(root.join("seeds"))
        .output();
    let Ok(theirs) = theirs else { return };
    assert!(theirs.status.success(), "{}", String::from_utf8_lossy(&theirs.stderr));
    let ours = soi(&[&SEEDS[..], &["--json"]].concat());
    let parsed = |bytes: &[u8]| -> Value { serde_json::from_slice(bytes).expect("JSON") };
    close(&parsed(&ours.stdout), &parsed(&theirs.stdout), "");
}

#[test]
fn floors_decide_the_exit_status() {
    assert!(soi(&[&SEEDS[..], &["--min-type", "blocks=0.9,metadata=0.9"]].concat()).status.success());
    let output = soi(&[&SEEDS[..], &["--min-type", "blocks=1.01"]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("blocks: F1"));
    assert_eq!(soi(&[&SEEDS[..], &["--min", "1.1"]].concat()).status.code(), Some(1));
    assert_eq!(soi(&[&SEEDS[..], &["--min-type", "bocks=0.9"]].concat()).status.code(), Some(2));
    assert_eq!(soi(&["check"]).status.code(), Some(2));
}

#[test]
fn what_the_project_promises_holds_on_the_seeds() {
    let output = soi(&[&SEEDS[..], &["--floor", "tests/gold/floor.tsv"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn held_out_reports_are_scored_apart_and_their_misses_stay_unread() {
    let id = "004_0d8b26d40ee660ef";
    let output = soi(&[&SEEDS[..], &["--misses", "--held", id]].concat());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("held out: 1 reports") && !text.contains(id), "{text}");
}
