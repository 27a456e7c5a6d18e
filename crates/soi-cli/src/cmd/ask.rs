//! What `soi search` and `soi stats` have in common: reading options, and a corpus with a question to it.

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::slice::Iter;

use soi::explore::Explorer;
use soi::filter::{Choice, Facet};
use soi::query::{self, Node, QueryError};

use crate::open;

/// The arguments that are left, and the option that was read last.
pub struct Args<'a> {
    left: Iter<'a, OsString>,
    option: String,
}

impl<'a> Args<'a> {
    pub fn new(args: &'a [OsString]) -> Self {
        Self { left: args.iter(), option: String::new() }
    }

    /// The next argument.
    pub fn read(&mut self) -> Option<&'a OsString> {
        let arg = self.left.next()?;
        self.option = arg.to_string_lossy().into_owned();
        Some(arg)
    }

    /// The value of the option that was just read, as `read` understands it.
    pub fn value<T>(&mut self, read: impl FnOnce(&str) -> Option<T>) -> Result<T, String> {
        let option = &self.option;
        let value = self.left.next().and_then(|value| value.to_str());
        let value = value.ok_or_else(|| format!("{option}: thiếu giá trị (no value)\n"))?;
        read(value).ok_or_else(|| format!("{option} {value}: không hiểu (not understood)\n"))
    }

    /// The value of the option that was just read, a number.
    pub fn number<T: std::str::FromStr>(&mut self) -> Result<T, String> {
        self.value(|value| value.parse().ok())
    }

    /// Why the option that was just read is none.
    pub fn unknown(&self) -> String {
        format!("{}: không có tùy chọn này (no such option)\n", self.option)
    }
}

/// What `--facet` asks for.
#[derive(Default)]
pub struct Facets {
    pub choices: Vec<Choice>,
    /// Ranges of dates, years and figures, which are no values of a facet: they are asked as the query asks them.
    ranges: Vec<Node>,
}

impl Facets {
    /// Takes `key=value` or `key!=value`; `None` if it is neither.
    pub fn add(&mut self, text: &str) -> Option<()> {
        let (key, value) = text.split_once('=')?;
        let (key, exclude) = key.strip_suffix('!').map_or((key, false), |key| (key, true));
        let value = soi::text::normalise(value);
        let is_range = value.contains("..") || value.starts_with(['<', '>']);
        if matches!(key, "date" | "measure") || key == "year" && is_range {
            let node = query::parse(&format!("{key}:{value}")).ok()?;
            self.ranges.push(if exclude { Node::Not(Box::new(node)) } else { node });
        } else {
            self.choices.push(Choice { facet: Facet::from_name(key)?, value, exclude });
        }
        Some(())
    }
}

/// Reads the query, then the corpus: a mistake in the query must not wait for the corpus. What is wrong is told.
pub fn open(
    corpus: &Path,
    query: &str,
    options: query::Options,
    facets: &Facets,
) -> Result<(Explorer, Node), ExitCode> {
    let mut node = query::parse_with(query, options).map_err(|error| query_error(query, &error))?;
    if !facets.ranges.is_empty() {
        node = Node::And(std::iter::once(node).chain(facets.ranges.iter().cloned()).collect());
    }
    let explorer = open::explorer(corpus).map_err(|why| {
        eprintln!("{why}");
        ExitCode::FAILURE
    })?;
    for choice in &facets.choices {
        if explorer.facet_label(choice.facet, &choice.value).is_none() {
            eprintln!("{}={}: không có trong kho (not in the corpus)", choice.facet.as_str(), choice.value);
        }
    }
    Ok((explorer, node))
}

/// Tells what in a query cannot be read, pointing at it.
fn query_error(query: &str, error: &QueryError) -> ExitCode {
    let from = query[..error.at.start as usize].chars().count();
    let len = query[error.at.range()].chars().count().max(1);
    eprintln!("câu tìm: {} ({error})", error.vietnamese());
    eprintln!("  {query}\n  {}{}", " ".repeat(from), "^".repeat(len));
    ExitCode::from(2)
}
