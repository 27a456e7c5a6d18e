//! `soi parse PATH… [-o FILE]`: one JSON object per report.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::input;

const USAGE: &str = "usage: soi parse PATH… [-o FILE]

  PATH   a file or a folder of them: .txt .md .html .mhtml .docx .pdf, tables .csv .tsv .json .jsonl with a text per
         row, a corpus .soi, and all of these in .zip .gz .zst; UTF-8, UTF-16, windows-1258, TCVN3, VNI or VIQR
  -o     write there instead of standard output
";

pub fn run(args: &[OsString]) -> ExitCode {
    let mut paths = Vec::new();
    let mut output = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if arg == "-o" {
            match args.next() {
                Some(file) => output = Some(PathBuf::from(file)),
                None => return usage(),
            }
        } else if arg.to_str().is_some_and(|arg| arg.starts_with('-')) {
            return usage();
        } else {
            paths.push(PathBuf::from(arg));
        }
    }
    if paths.is_empty() {
        return usage();
    }
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
    let written = input::pages(&paths, &mut |page| match page {
        Ok(page) => writeln!(out, "{}", page.report().to_json()),
        Err(refused) => {
            eprintln!("{refused}");
            failed = true;
            Ok(())
        }
    })
    .and_then(|()| out.flush());
    super::end(written, failed)
}

fn usage() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(2)
}
