//! `soi check GOLD…`: how right the extractors are, per kind of fact, against hand-checked reports.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

use crate::score::{self, Score, Spots};

const USAGE: &str = "usage: soi check GOLD… [OPTIONS]

  GOLD                folders of hand-checked reports, <id>.json each
  --sources DIR       the pages, <id>.txt each; else GOLD/docs, else seeds
  --predicted FILE    score these reports (JSON lines) instead of reading the pages
  --misses            list every missed and every spurious fact
  --held ID,…         score these reports apart and never list their misses
  --min F             fail if the macro F1 is below F
  --min-type K=F,…    fail if the F1 of a kind of fact is below F
  --floor FILE        the same from a table: kind, F1, separated by tabs
  --json              the figures as JSON
";

#[derive(Default)]
struct Options {
    gold: Vec<PathBuf>,
    sources: Option<PathBuf>,
    predicted: Option<PathBuf>,
    misses: bool,
    held: Vec<String>,
    floors: Vec<(String, f64)>,
    json: bool,
}

const MACRO: &str = "macro";

pub fn run(args: &[OsString]) -> ExitCode {
    let options = match options(args) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("{error}\n");
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match check(&options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn options(args: &[OsString]) -> Result<Options, String> {
    let mut out = Options::default();
    let mut args = args.iter().map(|arg| arg.to_str().ok_or("an argument is not UTF-8"));
    while let Some(arg) = args.next() {
        let arg = arg?;
        let mut value = || args.next().unwrap_or(Err("a value is missing")).map_err(|error| format!("{arg}: {error}"));
        match arg {
            "--sources" => out.sources = Some(value()?.into()),
            "--predicted" => out.predicted = Some(value()?.into()),
            "--misses" => out.misses = true,
            "--json" => out.json = true,
            "--held" => out.held.extend(value()?.split(',').map(str::to_owned)),
            "--min" => out.floors.push((MACRO.to_owned(), value()?.parse().map_err(|_| "--min: not a number")?)),
            "--min-type" => {
                for pair in value()?.split(',') {
                    let (kind, floor) = pair.split_once('=').ok_or_else(|| format!("--min-type: {pair}?"))?;
                    out.floors.push(floor_of(kind, floor)?);
                }
            }
            "--floor" => {
                let path = PathBuf::from(value()?);
                let table = read(&path)?;
                for line in table.lines().skip(1).filter(|line| !line.is_empty()) {
                    let (kind, floor) = line.split_once('\t').ok_or_else(|| format!("{}: {line}?", path.display()))?;
                    out.floors.push(floor_of(kind, floor)?);
                }
            }
            _ if arg.starts_with('-') => return Err(format!("{arg}: no such option")),
            _ => out.gold.push(arg.into()),
        }
    }
    if out.gold.is_empty() { Err("no GOLD folder".to_owned()) } else { Ok(out) }
}

fn floor_of(kind: &str, floor: &str) -> Result<(String, f64), String> {
    let known = kind == MACRO || score::KINDS.contains(&kind);
    match floor.trim().parse() {
        Ok(floor) if known => Ok((kind.to_owned(), floor)),
        _ => Err(format!("{kind}={floor}: no floor")),
    }
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Whether every floor holds.
fn check(options: &Options) -> Result<bool, String> {
    let mut golds = BTreeMap::new();
    let mut spots = Spots::new();
    let mut pages = BTreeMap::new();
    for folder in &options.gold {
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .map_err(|error| format!("{}: {error}", folder.display()))?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|x| x == "json"))
            .collect();
        files.sort();
        for path in files {
            let id = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
            let gold: Value = serde_json::from_str(&read(&path)?).map_err(|e| format!("{}: {e}", path.display()))?;
            let sources = options.sources.clone().unwrap_or_else(|| {
                let beside = folder.join("docs");
                if beside.is_dir() { beside } else { PathBuf::from("seeds") }
            });
            pages.insert(id.clone(), sources.join(format!("{id}.txt")));
            golds.insert(id, gold);
        }
        let optional = folder.join("optional.tsv");
        if optional.is_file() {
            spots.extend(score::spots(&read(&optional)?)?);
        }
    }
    if golds.is_empty() {
        return Err("no gold reports".to_owned());
    }
    let predicted = predicted(options, &pages)?;
    let bad: Vec<String> = faults(options, &predicted, &pages);
    if !bad.is_empty() {
        return Err(format!("{}\n{} quotes do not match their source", bad.join("\n"), bad.len()));
    }

    let (held, shown): (BTreeMap<_, _>, BTreeMap<_, _>) =
        golds.into_iter().partition(|(id, _)| options.held.contains(id));
    let score = score::score(&shown, &predicted, &spots);
    let mut out = String::new();
    if options.json {
        let mut figures = score.to_json();
        figures["reports"] = shown.len().into();
        let _ = writeln!(out, "{figures:#}");
    } else {
        print(&score, &mut out);
        if options.misses {
            print_misses(&score, &mut out);
        }
    }
    if !held.is_empty() {
        let _ = writeln!(out, "\nheld out: {} reports", held.len());
        print(&score::score(&held, &predicted, &spots), &mut out);
    }
    // A reader that has seen enough (`soi check … | head`) is no error.
    let _ = io::stdout().lock().write_all(out.as_bytes());
    let mut holds = true;
    for (kind, floor) in &options.floors {
        let f1 = if kind == MACRO { Some(score.macro_f1()) } else { score.f1(kind) };
        if f1.is_some_and(|f1| f1 + 1e-9 < *floor) {
            eprintln!("{kind}: F1 {:.4} is below {floor}", f1.unwrap_or(0.0));
            holds = false;
        }
    }
    Ok(holds)
}

fn predicted(options: &Options, pages: &BTreeMap<String, PathBuf>) -> Result<BTreeMap<String, Value>, String> {
    let mut out = BTreeMap::new();
    if let Some(path) = &options.predicted {
        for line in read(path)?.lines().filter(|line| !line.trim().is_empty()) {
            let report: Value = serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display()))?;
            let id = report["id"].as_str().unwrap_or_default().to_owned();
            if out.insert(id.clone(), report).is_some() {
                return Err(format!("{}: report {id} comes twice", path.display()));
            }
        }
        return Ok(out);
    }
    for (id, path) in pages {
        let report = soi::parse(id, &read(path)?).to_json();
        out.insert(id.clone(), serde_json::from_str(&report).map_err(|error| format!("{id}: {error}"))?);
    }
    Ok(out)
}

fn faults(options: &Options, predicted: &BTreeMap<String, Value>, pages: &BTreeMap<String, PathBuf>) -> Vec<String> {
    let mut out = Vec::new();
    for (id, report) in predicted {
        let beside = options.sources.as_ref().map(|sources| sources.join(format!("{id}.txt")));
        match pages.get(id).or(beside.as_ref()).map(|path| read(path)) {
            Some(Ok(source)) => out.extend(score::faults(report, &source)),
            Some(Err(error)) => out.push(error),
            None => {}
        }
    }
    out
}

fn print(score: &Score, out: &mut String) {
    let figure = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"));
    let _ = writeln!(out, "{:<16}{:>6}{:>6}{:>6}{:>8}{:>8}{:>8}", "type", "tp", "pred", "gold", "prec", "rec", "f1");
    for (kind, t) in &score.tallies {
        let (precision, recall, f1) = (figure(t.precision()), figure(t.recall()), figure(t.f1()));
        let _ = writeln!(out, "{kind:<16}{:>6}{:>6}{:>6}{precision:>8}{recall:>8}{f1:>8}", t.hits, t.predicted, t.gold);
    }
    let _ = writeln!(out, "{:<16}{:>42.3}\n", MACRO, score.macro_f1());
    for (name, right, of) in &score.accuracy {
        let accuracy = figure((*of > 0).then(|| *right as f64 / *of as f64));
        let _ = writeln!(out, "{name:<24}{right:>4} of {of:<4}{accuracy:>6}");
    }
}

fn print_misses(score: &Score, out: &mut String) {
    out.push('\n');
    for miss in &score.misses {
        let _ = writeln!(out, "{:<9}{:<14}{}  {}", miss.how, miss.kind, miss.report, score::show(&miss.fact));
    }
}
