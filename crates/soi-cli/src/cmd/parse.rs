//! `soi parse PATH… [-o FILE]`: one JSON object per report.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

pub fn run(args: &[OsString]) -> ExitCode {
    let mut paths = Vec::new();
    let mut output = None;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        if arg == "-o" { output = args.next().map(PathBuf::from) } else { paths.push(PathBuf::from(arg)) }
    }
    let mut files = Vec::new();
    for path in paths {
        match fs::read_dir(&path) {
            Ok(entries) => {
                files.extend(entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|x| x == "txt")))
            }
            Err(_) => files.push(path),
        }
    }
    files.sort();
    let mut out = String::new();
    let mut failed = false;
    for file in files {
        let id = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        match fs::read_to_string(&file) {
            Ok(source) => {
                out.push_str(&soi::parse(&id, &source).to_json());
                out.push('\n');
            }
            Err(error) => {
                eprintln!("{}: {error}", file.display());
                failed = true;
            }
        }
    }
    let written = match output {
        Some(path) => fs::write(&path, out).map_err(|e| format!("{}: {e}", path.display())),
        None => std::io::Write::write_all(&mut std::io::stdout().lock(), out.as_bytes()).map_err(|e| e.to_string()),
    };
    if let Err(error) = written {
        eprintln!("{error}");
        failed = true;
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
