//! `soi reuse CORPUS`: what reports share, or two of them side by side.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};
use soi::explore::ReportId;
use soi::reuse::{Aligned, EditKind, difference, reuse};
use soi::{Corpus, Report};

use crate::open;

const USAGE: &str = "usage: soi reuse CORPUS [OPTIONS]

  CORPUS          files or a folder of any format that `soi parse` takes, or a .soi file
  --limit N       so many clusters of alike sentences, 20 if not said; 0 for all
  --between A B   the reports with ids A and B side by side: - only in A, + only in B, ~ alike, with what differs
  --json          one JSON object: {\"clusters\", \"shares\"}, or {\"aligned\"} with --between
";

pub fn run(args: &[OsString]) -> ExitCode {
    let mut corpus = None;
    let mut between: Option<(String, String)> = None;
    let (mut limit, mut json) = (20, false);
    let mut args = args.iter().map(|arg| arg.to_string_lossy().into_owned());
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--json" => json = true,
            "--limit" => match args.next().and_then(|n| n.parse::<usize>().ok()) {
                Some(n) => limit = n,
                None => return usage(),
            },
            "--between" => match (args.next(), args.next()) {
                (Some(a), Some(b)) => between = Some((a, b)),
                _ => return usage(),
            },
            _ if arg.starts_with('-') || corpus.is_some() => return usage(),
            _ => corpus = Some(PathBuf::from(arg)),
        }
    }
    let Some(corpus) = corpus else { return usage() };
    let corpus = match open::explorer(&corpus) {
        Ok(explorer) => explorer.corpus(),
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let printed = match between {
        Some((a, b)) => {
            let find = |id: &str| corpus.reports.iter().find(|report| report.id == id);
            match (find(&a), find(&b)) {
                (Some(a), Some(b)) => side_by_side(a, b, json, &mut out),
                (found, _) => {
                    let missing = if found.is_none() { a } else { b };
                    eprintln!("{missing}: không có báo cáo này (no such report)");
                    return ExitCode::from(2);
                }
            }
        }
        None => shared(&corpus, if limit == 0 { usize::MAX } else { limit }, json, &mut out),
    };
    super::end(printed.and_then(|()| out.flush()), false)
}

fn usage() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(2)
}

fn shared(corpus: &Corpus, limit: usize, json: bool, out: &mut impl Write) -> io::Result<()> {
    let found = reuse(&corpus.reports);
    let report = |id: ReportId| &corpus.reports[id.0 as usize];
    let short = |share: f64| (share * 1e4).round() / 1e4;
    if json {
        let clusters: Vec<Value> = found
            .clusters
            .iter()
            .take(limit)
            .map(|cluster| {
                let passage = |passage: &soi::reuse::Passage| {
                    let report = report(passage.report);
                    let quote = &report.statements[passage.statement].quote;
                    let at = quote.span();
                    json!({ "id": report.id, "quote": quote.as_str(), "at": [at.start, at.end] })
                };
                let passages: Vec<Value> = cluster.passages.iter().map(passage).collect();
                json!({ "reports": cluster.reports, "passages": passages })
            })
            .collect();
        let shares: Vec<Value> = found
            .shares
            .iter()
            .map(|share| {
                json!({
                    "id": report(share.report).id,
                    "shared": short(share.shared),
                    "carried": short(share.carried),
                    "from": share.from.map(|id| report(id).id.as_str()),
                })
            })
            .collect();
        return writeln!(out, "{}", json!({ "total": found.clusters.len(), "clusters": clusters, "shares": shares }));
    }
    writeln!(out, "{} công thức (clusters of alike sentences)", found.clusters.len())?;
    for cluster in found.clusters.iter().take(limit) {
        writeln!(out, "\n{} báo cáo (reports)", cluster.reports)?;
        for passage in cluster.passages.iter().take(3) {
            let report = report(passage.report);
            let quote = report.statements[passage.statement].quote.as_str().replace(['\n', '\r'], " ");
            writeln!(out, "  {}: {quote}", report.id)?;
        }
    }
    writeln!(out, "\nphần chung và phần lấy lại của mỗi báo cáo (shared and carried-over share of each report)")?;
    for share in found.shares.iter().filter(|share| share.shared > 0.0) {
        let from = share.from.map_or("", |id| report(id).id.as_str());
        let id = &report(share.report).id;
        writeln!(out, "  {id}  {:.0} %  {:.0} %  {from}", 100.0 * share.shared, 100.0 * share.carried)?;
    }
    Ok(())
}

fn side_by_side(a: &Report, b: &Report, json: bool, out: &mut impl Write) -> io::Result<()> {
    let aligned = difference(a, b);
    let statement = |report: &Report, i: usize| report.statements[i].quote.as_str().replace(['\n', '\r'], " ");
    if json {
        let row = |row: &Aligned| {
            let edit = |edit: &soi::reuse::Edit| {
                let (kind, report) = match edit.kind {
                    EditKind::Same => ("same", a),
                    EditKind::Left => ("left", a),
                    EditKind::Right => ("right", b),
                };
                json!({ "kind": kind, "quote": &report.source[edit.at.range()], "at": [edit.at.start, edit.at.end] })
            };
            json!({
                "left": row.left.map(|i| a.statements[i].quote.as_str()),
                "right": row.right.map(|i| b.statements[i].quote.as_str()),
                "edits": row.edits.iter().map(edit).collect::<Vec<_>>(),
            })
        };
        return writeln!(out, "{}", json!({ "aligned": aligned.iter().map(row).collect::<Vec<_>>() }));
    }
    for row in &aligned {
        match (row.left, row.right) {
            (Some(_), Some(_)) => {
                let edit = |edit: &soi::reuse::Edit| match edit.kind {
                    EditKind::Same => a.source[edit.at.range()].to_owned(),
                    EditKind::Left => format!("[-{}-]", &a.source[edit.at.range()]),
                    EditKind::Right => format!("{{+{}+}}", &b.source[edit.at.range()]),
                };
                let edits: Vec<String> = row.edits.iter().map(edit).collect();
                writeln!(out, "~ {}", edits.join(" ").replace(['\n', '\r'], " "))?;
            }
            (Some(i), None) => writeln!(out, "- {}", statement(a, i))?,
            (None, Some(j)) => writeln!(out, "+ {}", statement(b, j))?,
            (None, None) => {}
        }
    }
    Ok(())
}
