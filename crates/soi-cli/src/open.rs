//! A corpus from a path: a folder of pages, a page, JSON lines of pages or of parsed reports, or a built corpus.

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use soi::explore::Explorer;
use soi::{Corpus, Report};

use crate::input;

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
    Ok(Explorer::new(Arc::new(corpus(&[path.to_owned()])?)))
}

/// Reads paths that are no built corpus; what gives no page is told on standard error and left out.
///
/// # Errors
/// Why nothing of them can be read, in one line.
pub fn corpus(paths: &[PathBuf]) -> Result<Corpus, String> {
    let mut reports = Vec::new();
    for path in paths {
        reports.append(&mut of_path(path)?);
    }
    Ok(Corpus { reports })
}

fn of_path(path: &Path) -> Result<Vec<Report>, String> {
    let failed = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
    if input::is_lines(path)
        && let Some(reports) = parsed(path)?
    {
        return Ok(reports);
    }
    let mut pages = Vec::new();
    input::pages(&[path.to_owned()], &mut |page| {
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
    Ok(parse_all(&pages))
}

/// Parses on every core; the order is that of the pages.
fn parse_all(pages: &[input::Page]) -> Vec<Report> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let parts = pages.chunks(pages.len().div_ceil(threads).max(1));
    std::thread::scope(|scope| {
        let parse = |part: &'_ [input::Page]| -> Vec<Report> {
            part.iter().map(|page| soi::parse(&page.id, &page.text)).collect()
        };
        let workers: Vec<_> = parts.map(|part| scope.spawn(move || parse(part))).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("parsing never panics")).collect()
    })
}

/// The reports of a file that `soi parse` wrote; `None` if its first line is none.
fn parsed(path: &Path) -> Result<Option<Vec<Report>>, String> {
    let failed = |number: usize, why: &dyn std::fmt::Display| format!("{}:{number}: {why}", path.display());
    let from = input::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut reports = Vec::new();
    for (i, line) in from.lines().enumerate() {
        let line = line.map_err(|error| failed(i + 1, &error))?;
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Report>(&line) {
            Ok(report) => reports.push(with_source(report)),
            Err(_) if reports.is_empty() => return Ok(None),
            Err(error) => return Err(failed(i + 1, &error)),
        }
    }
    Ok(Some(reports))
}

/// The contract leaves the source out; its blocks give back every line with content, in its place.
fn with_source(mut report: Report) -> Report {
    let len = report.blocks.iter().map(|block| block.quote.span().end as usize).max().unwrap_or(0);
    let mut bytes = vec![b'\n'; len];
    for block in &report.blocks {
        if let Some(place) = bytes.get_mut(block.quote.span().range()) {
            place.copy_from_slice(block.quote.as_str().as_bytes());
        }
    }
    report.source = Arc::from(String::from_utf8(bytes).unwrap_or_default());
    report
}
