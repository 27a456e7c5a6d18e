//! The command `soi`.

mod cmd;
mod corrected;
mod input;
mod markup;
mod open;
mod score;
mod site;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

const USAGE: &str = "usage: soi COMMAND …

  parse PATH… [-o FILE]     read pages; one JSON report per line; --explain: which rule made each fact
  check GOLD… [OPTIONS]     read pages again and compare with hand-checked facts
  unread PATH…              list what no rule read
  index INPUT… -o FILE.soi  build a corpus once, to be searched often
  build INPUT… -o SITE      a static site over a corpus, or one file, from the released app
  watch INPUT… -o SITE      the same, again whenever an input changes
  search CORPUS QUERY …     find reports, or every hit in its context
  stats KIND CORPUS …       words in numbers: words, runs, terms, collocates, keyness
  reuse CORPUS …            what reports share, or two of them side by side
";

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let command = args.next();
    let rest: Vec<OsString> = args.collect();
    match command.as_deref().and_then(|c| c.to_str()) {
        Some("parse") => cmd::parse::run(&rest),
        Some("check") => cmd::check::run(&rest),
        Some("unread") => cmd::unread::run(&rest),
        Some("build") => cmd::build::run(&rest),
        Some("watch") => cmd::build::watch(&rest),
        Some("index") => cmd::index::run(&rest),
        Some("search") => cmd::search::run(&rest),
        Some("stats") => cmd::stats::run(&rest),
        Some("reuse") => cmd::reuse::run(&rest),
        Some("help" | "--help" | "-h") => {
            let mut out = std::io::stdout().lock();
            cmd::end(out.write_all(USAGE.as_bytes()), false)
        }
        _ => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
