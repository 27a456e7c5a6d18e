//! `soi unread PATH…`: what was not understood, one piece per line.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::input;

const USAGE: &str = "usage: soi unread PATH…

  lists what no rule read: id, byte, sort (line, number, honorific, instrument) and words, separated by tabs
";

pub fn run(args: &[OsString]) -> ExitCode {
    let paths: Vec<PathBuf> = args.iter().map(PathBuf::from).collect();
    if paths.is_empty() {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let mut failed = false;
    let written = input::pages(&paths, &mut |page| match page {
        Ok(page) => {
            let report = page.report();
            soi::unread::unread(&report).iter().try_for_each(|piece| {
                let words = soi::text::printed(piece.quote.as_str());
                writeln!(out, "{}\t{}\t{}\t{words}", report.id, piece.quote.span().start, piece.gap.as_str())
            })
        }
        Err(refused) => {
            eprintln!("{refused}");
            failed = true;
            Ok(())
        }
    })
    .and_then(|()| out.flush());
    super::end(written, failed)
}
