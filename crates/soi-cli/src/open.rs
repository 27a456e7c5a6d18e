//! A corpus from a path: files of any format that is read, folders of them, parsed reports, or a built corpus.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use soi::explore::Explorer;
use soi::link::{Told, ToldById};
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
    let (corpus, told) = corpus(&[path.to_owned()], &How::default())?;
    Ok(Explorer::new_told(Arc::new(corpus), &told))
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
    // What was told before holds with what is told now, which comes after it.
    let (Corpus { mut reports }, mut told) = match built {
        Some(explorer) if corrections.is_empty() => return Ok(explorer),
        Some(explorer) => {
            let told = explorer.told();
            (Arc::unwrap_or_clone(explorer.corpus()), told)
        }
        None => corpus(paths, how)?,
    };
    let mut corrector = corrected::read(corrections)?;
    for (number, report) in reports.iter_mut().enumerate() {
        if corrector.wants(report) {
            *report = corrector.apply(number, report.clone());
        }
    }
    told.extend(corrected::tell(corrector));
    Ok(Explorer::new_told(Arc::new(Corpus { reports }), &told))
}

/// Reads paths, with what readers told of names in built corpora among them; what gives no page is told on standard error
/// and left out.
///
/// # Errors
/// Why nothing of them can be read, in one line.
fn corpus(paths: &[PathBuf], how: &How) -> Result<(Corpus, Vec<Told>), String> {
    let (mut reports, mut all) = (Vec::new(), Vec::new());
    for path in paths {
        let (mut more, told) = of_path(path, how)?;
        let before = reports.len();
        for mut told in ToldById::of(&told, &more) {
            told.a.report += before;
            told.b.report += before;
            all.push(told);
        }
        reports.append(&mut more);
    }
    Ok((Corpus { reports }, all))
}

fn of_path(path: &Path, how: &How) -> Result<(Vec<Report>, Vec<ToldById>), String> {
    let failed = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
    let mut pages = Vec::new();
    let told = input::pages_with(&[path.to_owned()], how, &mut |page| {
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
    Ok((parse_all(pages), told))
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
