//! `soi index INPUT… -o FILE.soi`: a corpus built once, to be searched often.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::input::How;
use crate::open;

const USAGE: &str = "usage: soi index INPUT… -o FILE.soi

  INPUT   files or a folder of any format that `soi parse` takes
  -o      the file to write; the search commands take it as CORPUS
  --corrections FILE   what a reader corrected, as the page exports it; may be given several times
";

pub fn run(args: &[OsString]) -> ExitCode {
    let mut inputs = Vec::new();
    let (mut output, mut corrections) = (None, Vec::new());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("-o") => match args.next() {
                Some(file) => output = Some(PathBuf::from(file)),
                None => return usage(),
            },
            Some("--corrections") => match args.next() {
                Some(file) => corrections.push(PathBuf::from(file)),
                None => return usage(),
            },
            Some(text) if text.starts_with('-') => return usage(),
            _ => inputs.push(PathBuf::from(arg)),
        }
    }
    let (Some(output), false) = (output, inputs.is_empty()) else { return usage() };
    // The other commands know a built corpus by its name.
    if output.extension().is_none_or(|x| x != "soi") {
        eprintln!("{}: tên tệp phải tận cùng bằng .soi (the name must end in .soi)", output.display());
        return ExitCode::from(2);
    }
    let explorer = match open::to_write(&inputs, &corrections, &How::default()) {
        Ok(explorer) => explorer,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let bytes = explorer.encode();
    // Written beside it and renamed, so that a file of that name is whole.
    let partial = output.with_extension("soi.partial");
    if let Err(error) = std::fs::write(&partial, &bytes).and_then(|()| std::fs::rename(&partial, &output)) {
        eprintln!("{}: không ghi được (cannot write): {error}", output.display());
        return ExitCode::FAILURE;
    }
    let index = explorer.index();
    let written = writeln!(
        io::stdout(),
        "{}: {} báo cáo (reports), {} từ (words), {} byte",
        output.display(),
        index.len(),
        index.words(),
        bytes.len()
    );
    super::end(written, false)
}

fn usage() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(2)
}
