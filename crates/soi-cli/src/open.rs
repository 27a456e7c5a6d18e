//! A corpus from a path: files of any format that is read, folders of them, parsed reports, or a built corpus.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use soi::explore::Explorer;
use soi::{Corpus, Report};

use crate::input::How;
use crate::{corrected, input};

/// Reads it and makes it ready to be searched; a built corpus is ready.
///
/// # Errors
/// Why nothing of it can be read, in one line.
pub fn explorer(path: &Path) -> Result<Explorer, String> {
    if path.extension().is_some_and(|x| x == "soi") {
        let failed = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
        let bytes = std::fs::read(path).map_err(|error| failed(&error))?;
        return Explorer::decode(&bytes).map_err(|error| failed(&error));
    }
    Ok(Explorer::new(Arc::new(corpus(&[path.to_owned()], &How::default())?)))
}

/// Reads paths, or one built corpus, to be written as a corpus, with the corrections of some files.
///
/// # Errors
/// Why nothing of them can be read, in one line.
pub fn to_write(paths: &[PathBuf], corrections: &[PathBuf], how: &How) -> Result<Explorer, String> {
    let built = match paths {
        [one] if one.extension().is_some_and(|x| x == "soi") => {
            let failed = |why: &dyn std::fmt::Display| format!("{}: {why}", one.display());
            let bytes = std::fs::read(one).map_err(|error| failed(&error))?;
            Some(Explorer::decode_to_write(&bytes).map_err(|error| failed(&error))?)
        }
        _ => None,
    };
    if corrections.is_empty() {
        return match built {
            Some(explorer) => Ok(explorer),
            None => Ok(Explorer::new(Arc::new(corpus(paths, how)?))),
        };
    }
    let mut reports = match built {
        Some(explorer) => Arc::unwrap_or_clone(explorer.corpus()).reports,
        None => corpus(paths, how)?.reports,
    };
    let mut corrector = corrected::read(corrections)?;
    for (number, report) in reports.iter_mut().enumerate() {
        if corrector.wants(report) {
            *report = corrector.apply(number, report.clone());
        }
    }
    let told = corrected::tell(corrector);
    Ok(Explorer::new_told(Arc::new(Corpus { reports }), &told))
}

/// Reads paths that are no built corpus; what gives no page is told on standard error and left out.
///
/// # Errors
/// Why nothing of them can be read, in one line.
pub fn corpus(paths: &[PathBuf], how: &How) -> Result<Corpus, String> {
    let mut reports = Vec::new();
    for path in paths {
        reports.append(&mut of_path(path, how)?);
    }
    Ok(Corpus { reports })
}

fn of_path(path: &Path, how: &How) -> Result<Vec<Report>, String> {
    let failed = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
    let mut pages = Vec::new();
    input::pages_with(&[path.to_owned()], how, &mut |page| {
        match page {
            Ok(page) => pages.push(page),
            Err(refused) => eprintln!("{refused}"),
        }
        Ok(())
    })
    .map_err(|error| failed(&error))?;
    if pages.is_empty() {
        return Err(failed(&"không có trang nào (no pages)"));
    }
    Ok(parse_all(pages))
}

/// Parses on every core; the order is that of the pages.
fn parse_all(mut pages: Vec<input::Page>) -> Vec<Report> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let part = pages.len().div_ceil(threads).max(1);
    let mut parts = Vec::new();
    while !pages.is_empty() {
        let rest = pages.split_off(part.min(pages.len()));
        parts.push(std::mem::replace(&mut pages, rest));
    }
    std::thread::scope(|scope| {
        let parse = |part: Vec<input::Page>| -> Vec<Report> { part.into_iter().map(input::Page::report).collect() };
        let workers: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || parse(part))).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("parsing never panics")).collect()
    })
}
