//! One file per subcommand.

mod ask;
pub mod build;
pub mod check;
pub mod index;
pub mod parse;
pub mod reuse;
pub mod search;
pub mod stats;
pub mod unread;

use std::io;
use std::process::ExitCode;

/// The exit status of a command that wrote its output, after saying what hindered it.
pub fn end(written: io::Result<()>, failed: bool) -> ExitCode {
    match written {
        Ok(()) if failed => ExitCode::FAILURE,
        // A reader that has seen enough (`soi search … | head`) got what it wanted.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("không ghi được (cannot write): {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
