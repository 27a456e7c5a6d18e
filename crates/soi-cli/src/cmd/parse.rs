//! `soi parse PATH… [-o FILE]`: one JSON object per report.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};
use soi::Explained;
use soi_files::Columns;

use crate::input::How;
use crate::{corrected, input};

const USAGE: &str = "usage: soi parse PATH… [-o FILE] [--columns LIST] [--corrections FILE | --explain [--json]]
       soi parse --rules

  PATH   a file or a folder of them: .txt .md .html .mhtml .docx .pdf, tables .csv .tsv .json .jsonl with a text per
         row, a corpus .soi, and all of these in .zip .gz .zst; UTF-8, UTF-16, windows-1258, TCVN3, VNI or VIQR
  -o     write there instead of standard output
  --corrections  apply what a reader corrected, lines of JSON as the page exports them; may be given several times
  --columns  which column or field of tables is what: title=…,text=…,date=…,url=…,id=…; what is not said is guessed
  --explain  in place of the reports one line per fact, tabs between: id, list, bytes, rule, the words that made it
             fire (- where they are the fact's own), the fact shortened, and of statements what gave role and areas
  --json     with --explain: each fact as a JSON object, with the rule of its every mention
  --rules    every rule, and what it reads
";

pub fn run(args: &[OsString]) -> ExitCode {
    let mut paths = Vec::new();
    let mut output = None;
    let (mut explain, mut json) = (false, false);
    let mut corrections = Vec::new();
    let mut how = How::default();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if arg == "-o" {
            match args.next() {
                Some(file) => output = Some(PathBuf::from(file)),
                None => return usage(),
            }
        } else if arg == "--corrections" {
            match args.next() {
                Some(file) => corrections.push(PathBuf::from(file)),
                None => return usage(),
            }
        } else if arg == "--columns" {
            match args.next().and_then(|list| Columns::parse(list.to_str()?)) {
                Some(columns) => how.columns = columns,
                None => return usage(),
            }
        } else if arg == "--explain" {
            explain = true;
        } else if arg == "--json" {
            json = true;
        } else if arg == "--rules" && args.len() == 0 {
            return rules();
        } else if arg.to_str().is_some_and(|arg| arg.starts_with('-')) {
            return usage();
        } else {
            paths.push(PathBuf::from(arg));
        }
    }
    if paths.is_empty() || json && !explain || explain && !corrections.is_empty() {
        return usage();
    }
    let mut corrector = match corrected::read(&corrections) {
        Ok(corrector) => corrector,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let mut number = 0;
    let out: Box<dyn Write> = match &output {
        Some(path) => match File::create(path) {
            Ok(file) => Box::new(file),
            Err(error) => {
                eprintln!("{}: không ghi được (cannot write): {error}", path.display());
                return ExitCode::FAILURE;
            }
        },
        None => Box::new(io::stdout().lock()),
    };
    let mut out = BufWriter::new(out);
    let mut failed = false;
    let written = input::pages_with(&paths, &how, &mut |page| match page {
        Ok(page) if explain => {
            let (report, facts) = page.explained();
            if facts.is_empty() {
                eprintln!("{}: không có văn bản gốc (comes without its text)", report.id);
            }
            facts.iter().try_for_each(|fact| match json {
                true => writeln!(out, "{}", as_json(&report.id, fact)),
                false => writeln!(out, "{}", as_line(&report.id, fact)),
            })
        }
        Ok(page) => {
            let report = corrector.apply(number, page.report());
            number += 1;
            writeln!(out, "{}", report.to_json())
        }
        Err(refused) => {
            eprintln!("{refused}");
            failed = true;
            Ok(())
        }
    })
    .and_then(|_| out.flush());
    corrected::tell(corrector);
    super::end(written, failed)
}

/// A fact on one line.
fn as_line(id: &str, fact: &Explained) -> String {
    let at = fact.quote.span();
    let cue = fact.cue.as_ref().map_or_else(|| "-".to_owned(), |cue| short(cue.as_str()));
    let quote = short(fact.quote.as_str());
    let mut line = format!("{id}\t{}\t{}..{}\t{}\t{cue}\t{quote}", fact.list, at.start, at.end, fact.rule);
    if !fact.note.is_empty() {
        line += "\t";
        line += &fact.note;
    }
    line
}

/// The same with nothing shortened.
fn as_json(id: &str, fact: &Explained) -> Value {
    let at = |span: soi::text::Span| json!([span.start, span.end]);
    let mentions = fact.mentions.iter().map(|(span, rule)| json!({ "at": at(*span), "rule": rule }));
    json!({
        "id": id,
        "list": fact.list,
        "nth": fact.nth,
        "at": at(fact.quote.span()),
        "quote": fact.quote.as_str(),
        "rule": fact.rule,
        "cue": fact.cue.as_ref().map(|cue| json!({ "quote": cue.as_str(), "at": at(cue.span()) })),
        "note": fact.note,
        "mentions": mentions.collect::<Vec<_>>(),
    })
}

/// White space made one space, and the middle of what is long left out.
fn short(text: &str) -> String {
    const WHOLE: usize = 60;
    let text = soi::text::printed(text);
    let count = text.chars().count();
    if count <= WHOLE {
        return text;
    }
    let head: String = text.chars().take(WHOLE / 2 + 9).collect();
    let tail: String = text.chars().skip(count - WHOLE / 2 + 10).collect();
    format!("{}…{}", head.trim_end(), tail.trim_start())
}

fn rules() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let written =
        soi::RULES.iter().try_for_each(|(id, reads)| writeln!(out, "{id}\t{reads}")).and_then(|()| out.flush());
    super::end(written, false)
}

fn usage() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(2)
}
