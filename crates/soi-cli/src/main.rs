//! The command `soi`.

mod cmd;

use std::process::ExitCode;

const USAGE: &str = "usage: soi parse PATH… [-o FILE]";

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let command = args.next();
    let rest: Vec<_> = args.collect();
    match command.as_deref().and_then(|c| c.to_str()) {
        Some("parse") => cmd::parse::run(&rest),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
