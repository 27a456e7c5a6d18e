//! `soi search CORPUS QUERY`: the reports that match, or every hit in its context.

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};
use soi::concordance::Order;
use soi::explore::{Explorer, Hit, Snippet};
use soi::filter::Sort;
use soi::query::{self, Node};
use soi::report::{Report, Statement};
use soi::text::Span;

use super::ask::{self, Args, Facets};

const USAGE: &str = "usage: soi search CORPUS QUERY [OPTIONS]

  CORPUS             files or a folder of any format that `soi parse` takes, or a .soi file
  QUERY              words, \"phrases\", prefix*, AND OR NOT -, ( ), NEAR/n, field:value
                     fields: person org directive place area role year date measure kind title body
                     (người, tổ chức, văn bản, nơi, mặt, vai, năm, ngày, số liệu, họp, tiêu đề, nội dung)
  --facet KEY=VALUE  only reports with it; KEY!=VALUE without it; who is named goes by key or name; keys: kind year org person place
                     directive area role; several values of a key are alternatives
                     ranges: date=2018-06..2018-12, year=2016..2018, measure='>50%'
  --statements       the sentences that say it, under role and area too, in place of the reports
  --sort ORDER       relevance, newest, oldest, longest, shortest
  --limit N          so many hits, 20 if not said; 0 for all
  --kwic             every hit with the words around it
  --order ORDER      of --kwic: text, left, right, hit
  --width N          words on either side with --kwic, 8 if not said
  --iy               kĩ also stands for kỹ, quí for quý
  --explain          what each score is made of
  --json             one JSON object: {\"total\", \"hits\": [{\"id\", \"score\", \"snippets\"}]}

exit: 0 also without a hit, 1 if the corpus cannot be read, 2 if the query cannot
";

/// What was asked for on the command line.
struct Options {
    corpus: PathBuf,
    query: String,
    facets: Facets,
    sort: Option<Sort>,
    limit: usize,
    kwic: bool,
    statements: bool,
    order: Order,
    width: usize,
    same_i_y: bool,
    explain: bool,
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
    let read = query::Options { same_i_y: options.same_i_y };
    let (explorer, node) = match ask::open(&options.corpus, &options.query, read, &options.facets) {
        Ok(asked) => asked,
        Err(exit) => return exit,
    };
    let out = BufWriter::new(io::stdout().lock());
    let printed = match (options.kwic, options.statements) {
        (true, _) => kwic(&explorer, &node, &options, out),
        (false, true) => statements(&explorer, &node, &options, out),
        (false, false) => hits(&explorer, &node, &options, out),
    };
    super::end(printed, false)
}

fn options(args: &[OsString]) -> Result<Options, String> {
    let mut plain = Vec::new();
    let mut options = Options {
        corpus: PathBuf::new(),
        query: String::new(),
        facets: Facets::default(),
        sort: None,
        limit: 20,
        kwic: false,
        statements: false,
        order: Order::Text,
        width: 8,
        same_i_y: false,
        explain: false,
        json: false,
    };
    let mut args = Args::new(args);
    let mut only_plain = false;
    while let Some(arg) = args.read() {
        let text = arg.to_str().unwrap_or("");
        match text {
            _ if only_plain => plain.push(arg.clone()),
            "--" => only_plain = true,
            "--kwic" => options.kwic = true,
            "--iy" => options.same_i_y = true,
            "--explain" => options.explain = true,
            "--json" => options.json = true,
            "--facet" => args.value(|text| options.facets.add(text))?,
            "--statements" => options.statements = true,
            "--sort" => options.sort = Some(args.value(Sort::from_name)?),
            "--order" => options.order = args.value(Order::from_name)?,
            "--limit" => options.limit = args.number()?,
            "--width" => options.width = args.number()?,
            // A query may begin with `-`, but no option is called `-word`.
            _ if text.starts_with("--") => return Err(args.unknown()),
            _ => plain.push(arg.clone()),
        }
    }
    let [corpus, query] = plain.try_into().map_err(|_| String::new())?;
    options.corpus = PathBuf::from(corpus);
    options.query = query.into_string().map_err(|_| "QUERY: không phải UTF-8 (not UTF-8)\n".to_owned())?;
    Ok(options)
}

fn limited(limit: usize) -> usize {
    if limit == 0 { usize::MAX - 1 } else { limit }
}

fn hits(explorer: &Explorer, node: &Node, options: &Options, mut out: impl Write) -> io::Result<()> {
    let choices = &options.facets.choices;
    let (hits, total) = explorer.top(node, choices, options.sort, limited(options.limit));
    let cutter = explorer.cutter(node, choices);
    if options.json {
        let told = |hit: &Hit| hit_json(explorer, node, hit, &explorer.snippet(hit.report, &cutter), options.explain);
        let hits: Vec<Value> = hits.iter().map(told).collect();
        return writeln!(out, "{}", json!({ "total": total, "hits": hits }));
    }
    let marks = if io::stdout().is_terminal() { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    writeln!(out, "{total} báo cáo (reports)")?;
    for hit in &hits {
        let report = explorer.report(hit.report);
        let published = report.published.as_deref().unwrap_or("-");
        let title = report.title.as_deref().unwrap_or("");
        writeln!(out, "\n{}  {published}  {}× {:.2}\n  {title}", report.id, hit.matches, hit.score)?;
        writeln!(out, "  {}", marked(&report.source, &explorer.snippet(hit.report, &cutter), marks))?;
        if let Some(score) = explorer.explain(node, hit.report).filter(|_| options.explain) {
            writeln!(
                out,
                "  words {:.2} + neighbours {:.2} + titles {:.2} + as typed {:.2}",
                score.words, score.neighbours, score.titles, score.as_typed
            )?;
        }
    }
    out.flush()
}

fn statements(explorer: &Explorer, node: &Node, options: &Options, mut out: impl Write) -> io::Result<()> {
    let found = explorer.statements_parsed(node, &options.facets.choices);
    let shown = found.iter().take(limited(options.limit)).filter_map(|&(id, i)| {
        let report = explorer.report(id);
        report.statements.get(i).map(|statement| (report, i, statement))
    });
    if options.json {
        let row = |(report, i, statement): (&Report, usize, &Statement)| {
            let span = statement.quote.span();
            json!({
                "id": report.id,
                "statement": i,
                "role": statement.role,
                "areas": statement.areas,
                "quote": statement.quote.as_str(),
                "at": [span.start, span.end],
            })
        };
        let rows: Vec<Value> = shown.map(row).collect();
        return writeln!(out, "{}", json!({ "total": found.len(), "statements": rows }));
    }
    writeln!(out, "{} câu (statements)", found.len())?;
    for (report, _, statement) in shown {
        let areas: Vec<&str> = statement.areas.iter().map(|area| area.as_str()).collect();
        writeln!(out, "{}  {}  {}\n  {}", report.id, statement.role, areas.join(", "), statement.quote.as_str())?;
    }
    out.flush()
}

fn hit_json(explorer: &Explorer, node: &Node, hit: &Hit, snippet: &Snippet, explain: bool) -> Value {
    let report = explorer.report(hit.report);
    let pair = |span: &Span| json!([span.start, span.end]);
    let snippet = json!({
        "quote": &report.source[snippet.at.range()],
        "at": pair(&snippet.at),
        "marks": snippet.marks.iter().map(pair).collect::<Vec<_>>(),
    });
    let mut value = json!({
        "id": report.id,
        "score": round(hit.score),
        "title": report.title,
        "published": report.published,
        "matches": hit.matches,
        "snippets": [snippet],
    });
    if let Some(score) = explorer.explain(node, hit.report).filter(|_| explain) {
        value["explain"] = json!({
            "words": round(score.words),
            "neighbours": round(score.neighbours),
            "titles": round(score.titles),
            "as_typed": round(score.as_typed),
        });
    }
    value
}

/// Four decimals: what single precision holds.
fn round(score: f32) -> f64 {
    (f64::from(score) * 1e4).round() / 1e4
}

/// The excerpt in one line, its marks between two strings.
fn marked(source: &str, snippet: &Snippet, (before, after): (&str, &str)) -> String {
    let mut out = String::new();
    let mut at = snippet.at.start as usize;
    for mark in &snippet.marks {
        out.push_str(&source[at..mark.start as usize]);
        out.push_str(before);
        out.push_str(&source[mark.range()]);
        out.push_str(after);
        at = mark.end as usize;
    }
    out.push_str(&source[at..snippet.at.end as usize]);
    out.replace(['\n', '\r'], " ")
}

fn kwic(explorer: &Explorer, node: &Node, options: &Options, mut out: impl Write) -> io::Result<()> {
    let lines = explorer.concordance(node, &options.facets.choices, options.width, options.order);
    let shown = &lines[..lines.len().min(limited(options.limit))];
    let text = |line: &soi::concordance::Line, span: Span| {
        explorer.source(line.report)[span.range()].replace(['\n', '\r', '\u{a0}'], " ")
    };
    if options.json {
        let line_json = |line: &soi::concordance::Line| {
            json!({
                "id": explorer.id(line.report),
                "at": [line.hit.start, line.hit.end],
                "left": text(line, line.left).trim_end(),
                "hit": text(line, line.hit),
                "right": text(line, line.right).trim_start(),
            })
        };
        let hits: Vec<Value> = shown.iter().map(line_json).collect();
        return writeln!(out, "{}", json!({ "total": lines.len(), "hits": hits }));
    }
    writeln!(out, "{} chỗ (hits)", lines.len())?;
    let width = shown.iter().map(|line| text(line, line.left).trim().chars().count()).max().unwrap_or(0);
    for line in shown {
        let left = text(line, line.left);
        let left = left.trim();
        let pad = " ".repeat(width - left.chars().count());
        writeln!(
            out,
            "{pad}{left} [{}] {}  ({})",
            text(line, line.hit),
            text(line, line.right).trim(),
            explorer.id(line.report)
        )?;
    }
    out.flush()
}
