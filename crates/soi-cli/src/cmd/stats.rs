//! `soi stats KIND CORPUS [QUERY]`: words in numbers.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};
use soi::explore::Explorer;
use soi::query::{self, Node};

use super::ask::{self, Args, Facets};

const USAGE: &str = "usage: soi stats KIND CORPUS [QUERY] [OPTIONS]

  KIND               words       how often each word stands in the reports, per 1,000 words, and how evenly
                     runs        rows of words (--length N, 2 if not said)
                     terms       rows of two to five words that are more than their parts, by C-value
                     collocates  words near the hits of QUERY (--window N, 5 if not said), by logDice
                     keyness     words that set the reports of QUERY or --facet apart from the rest, by log-likelihood
  QUERY              only the reports that match; for collocates the hits themselves
  --facet KEY=VALUE  only reports with it; KEY!=VALUE without it; ranges: date=2018-06.., year=2016..2018, measure='>50%'
  --least N          runs and terms that stand there at least N times, 2 if not said
  --limit N          so many rows, 50 if not said; 0 for all
  --json             one JSON object: {\"rows\": [{…, \"query\"}]}; the query opens the hits behind the row
";

struct Options {
    kind: String,
    corpus: PathBuf,
    query: String,
    facets: Facets,
    limit: usize,
    length: usize,
    window: u32,
    least: u32,
    json: bool,
}

pub fn run(args: &[OsString]) -> ExitCode {
    let options = match options(args) {
        Ok(options) => options,
        Err(why) => {
            eprint!("{why}{USAGE}");
            return ExitCode::from(2);
        }
    };
    let asked = ask::open(&options.corpus, &options.query, query::Options::default(), &options.facets);
    let (explorer, node) = match asked {
        Ok(asked) => asked,
        Err(exit) => return exit,
    };
    let rows = rows(&explorer, &node, &options);
    let mut out = BufWriter::new(io::stdout().lock());
    let printed = if options.json {
        writeln!(out, "{}", json!({ "rows": rows }))
    } else {
        rows.iter().try_for_each(|row| print(row, &mut out))
    };
    super::end(printed.and_then(|()| out.flush()), false)
}

/// One row as columns: the words first, then each figure with its name.
fn print(row: &Value, out: &mut impl Write) -> io::Result<()> {
    let Some(fields) = row.as_object() else { return Ok(()) };
    write!(out, "{:24}", fields.get("words").and_then(Value::as_str).unwrap_or(""))?;
    for (name, value) in fields.iter().filter(|(name, _)| !matches!(name.as_str(), "words" | "query")) {
        write!(out, "  {name} {value}")?;
    }
    writeln!(out)
}

/// Two decimals for what is no count.
fn short(figure: f64) -> f64 {
    (figure * 100.0).round() / 100.0
}

fn rows(explorer: &Explorer, node: &Node, options: &Options) -> Vec<Value> {
    let limit = if options.limit == 0 { usize::MAX } else { options.limit };
    let choices = &options.facets.choices;
    match options.kind.as_str() {
        "words" => {
            let row = |f: &soi::stats::Frequency| {
                json!({
                    "words": f.word, "query": f.query, "count": f.count, "reports": f.reports,
                    "rate": short(f.rate), "dispersion": short(f.dispersion),
                })
            };
            explorer.frequencies(node, choices, limit).iter().map(row).collect()
        }
        "runs" => {
            let row = |r: &soi::stats::Run| json!({ "words": r.words, "query": r.query, "count": r.count, "reports": r.reports });
            explorer.runs(node, choices, options.length, options.least, limit).iter().map(row).collect()
        }
        "terms" => {
            let row = |t: &soi::stats::Term| {
                json!({
                    "words": t.run.words, "query": t.run.query, "count": t.run.count, "reports": t.run.reports,
                    "c_value": short(t.c_value),
                })
            };
            explorer.terms(node, choices, options.least, limit).iter().map(row).collect()
        }
        "collocates" => {
            let row = |c: &soi::stats::Collocate| {
                let query = format!("({}) NEAR/{} {}", options.query, options.window.saturating_sub(1), c.query);
                json!({
                    "words": c.word, "query": query, "together": c.together, "count": c.count,
                    "log_likelihood": short(c.log_likelihood), "log_dice": short(c.log_dice),
                })
            };
            explorer.collocates(node, choices, options.window, options.window, limit).iter().map(row).collect()
        }
        _ => {
            let row = |k: &soi::stats::Key| {
                json!({
                    "words": k.word, "query": k.query, "count": k.count, "rest": k.rest, "rate": short(k.rate),
                    "rest_rate": short(k.rest_rate), "log_likelihood": short(k.log_likelihood),
                    "effect": short(k.effect),
                })
            };
            explorer.keyness(node, choices, limit).iter().map(row).collect()
        }
    }
}

fn options(args: &[OsString]) -> Result<Options, String> {
    let mut plain = Vec::new();
    let mut facets = Facets::default();
    let (mut limit, mut length, mut window, mut least, mut json) = (50, 2, 5, 2, false);
    let mut args = Args::new(args);
    while let Some(arg) = args.read() {
        let text = arg.to_str().ok_or("không phải UTF-8 (not UTF-8)\n")?;
        match text {
            "--json" => json = true,
            "--facet" => args.value(|text| facets.add(text))?,
            "--limit" => limit = args.number()?,
            "--length" => length = args.number()?,
            "--window" => window = args.number()?,
            "--least" => least = args.number()?,
            _ if text.starts_with("--") => return Err(args.unknown()),
            _ => plain.push(text.to_owned()),
        }
    }
    let mut plain = plain.into_iter();
    let (Some(kind), Some(corpus), query, None) = (plain.next(), plain.next(), plain.next(), plain.next()) else {
        return Err(String::new());
    };
    if !["words", "runs", "terms", "collocates", "keyness"].contains(&kind.as_str()) {
        return Err(format!("{kind}: không có loại này (no such kind)\n"));
    }
    let query = query.unwrap_or_default();
    Ok(Options { kind, corpus: PathBuf::from(corpus), query, facets, limit, length, window, least, json })
}
