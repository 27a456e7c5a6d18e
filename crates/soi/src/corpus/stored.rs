//! Reports that stay bytes until someone asks for one: of thousands that are open, a reader looks at a few.
//!
//! ```text
//! report  = id, then what `Corpus::encode` writes after the source      the source stands apart, for reports share it
//! ```
//! Every report is decoded once when it comes, and what is noted of it then is what lists, facets and search need;
//! so a damaged one is told at once, and decoding it later cannot fail.

use std::sync::{Arc, OnceLock};

use super::{Corpus, Error, Reader, body};
use crate::gather::Gather;
use crate::report::{BlockKind, Measure, Report, Role};
use crate::text::Span;

/// Reports as bytes. A copy shares them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stored {
    /// What several corpora had, one after the other.
    parts: Vec<Arc<[u8]>>,
    reports: Vec<One>,
}

#[derive(Debug, Clone)]
struct One {
    source: Arc<str>,
    /// Which of the parts, and where in it.
    part: u32,
    at: u32,
    measures: Mark,
    statements: Mark,
    report: OnceLock<Arc<Report>>,
}

/// Where a list begins.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mark {
    /// The byte, counted from the report's first.
    at: u32,
    /// Start of the last span before.
    last: u32,
}

impl Stored {
    /// Takes in the reports of a corpus and passes each to `note`; behind one that is damaged none is taken.
    pub fn push(&mut self, bytes: &[u8], mut note: impl FnMut(&Report)) -> Result<(), Error> {
        let mut reader = Reader::new(body(bytes)?);
        let part = self.parts.len() as u32;
        let mut kept = Vec::new();
        let mut read = || -> Result<(), Error> {
            for _ in 0..reader.count() {
                let at = kept.len();
                let from = reader.bytes;
                let id = reader.text();
                kept.extend_from_slice(&from[..from.len() - reader.bytes.len()]);
                reader.source = Arc::from(reader.str());
                let from = reader.bytes;
                let head = kept.len() - at;
                let report = reader.facts(id);
                reader.check()?;
                kept.extend_from_slice(&from[..from.len() - reader.bytes.len()]);
                let mark = |mark: (usize, u32)| Mark { at: (head + from.len() - mark.0) as u32, last: mark.1 };
                let [measures, statements] = reader.marks.map(mark);
                note(&report);
                let source = Arc::clone(&report.source);
                self.reports.push(One { source, part, at: at as u32, measures, statements, report: OnceLock::new() });
            }
            reader.check()?;
            if reader.bytes.is_empty() { Ok(()) } else { Err(Error::Damaged) }
        };
        let told = read();
        self.parts.push(kept.into());
        told
    }

    pub fn len(&self) -> usize {
        self.reports.len()
    }

    /// All of them, one after the other; none stays.
    pub fn decoded(&self) -> impl Iterator<Item = Report> + '_ {
        (0..self.len()).map(|number| self.decode(number))
    }

    /// Puts a report in the place of another, if there is one.
    fn replace(&mut self, number: usize, report: Report) {
        let told = self.push(&Corpus { reports: vec![report] }.encode(), |_| {});
        if let (Ok(()), Some(one)) = (told, self.reports.pop())
            && let Some(old) = self.reports.get_mut(number)
        {
            *old = one;
        }
    }

    /// Keeps the first of them.
    pub fn truncate(&mut self, len: usize) {
        self.reports.truncate(len);
    }

    /// Gives back the room that it does not use.
    pub fn shrink(&mut self) {
        self.reports.shrink_to_fit();
    }

    fn reader(&self, one: &One, mark: Mark) -> Reader<'_> {
        let mut reader = Reader::new(&self.parts[one.part as usize][(one.at + mark.at) as usize..]);
        reader.source = Arc::clone(&one.source);
        reader.last = mark.last;
        reader
    }

    /// The blocks and statements of a report, if there is one of that number.
    pub fn outline(&self, number: usize) -> Option<Outline<'_>> {
        self.reports.get(number).map(|one| self.outline_of(one))
    }

    fn outline_of<'a>(&'a self, one: &'a One) -> Outline<'a> {
        let mut reader = self.reader(one, Mark::default());
        reader.str();
        reader.skip_head();
        let blocks = reader.list(|r| (r.one_of(BlockKind::ALL), r.span()));
        let mut reader = self.reader(one, one.statements);
        let statements = reader.list(|r| {
            let of = (r.one_of(Role::ALL), r.span());
            for _ in 0..r.count() {
                r.number();
            }
            of
        });
        Outline { source: &one.source, blocks, statements }
    }

    fn decode(&self, number: usize) -> Report {
        let one = &self.reports[number];
        let mut reader = self.reader(one, Mark::default());
        let id = reader.text();
        // It was decoded when it came, and nothing in it was broken.
        reader.facts(id)
    }
}

/// The reports of an explorer.
#[derive(Debug)]
pub(crate) enum Reports {
    /// As they were parsed.
    Whole(Arc<Corpus>),
    /// As they were written.
    Stored(Stored),
}

/// A report to look at: one that was decoded before, or one that is let go afterwards.
#[derive(Debug)]
pub enum Seen<'a> {
    /// It stays.
    Kept(&'a Report),
    /// It goes.
    Passing(Box<Report>),
}

impl std::ops::Deref for Seen<'_> {
    type Target = Report;

    fn deref(&self) -> &Report {
        match self {
            Self::Kept(report) => report,
            Self::Passing(report) => report,
        }
    }
}

impl Seen<'_> {
    /// It as one's own: a copy only of what stays.
    pub(crate) fn into_report(self) -> Report {
        match self {
            Self::Kept(report) => report.clone(),
            Self::Passing(report) => *report,
        }
    }
}

impl Reports {
    pub fn len(&self) -> usize {
        match self {
            Self::Whole(corpus) => corpus.reports.len(),
            Self::Stored(stored) => stored.reports.len(),
        }
    }

    /// A report, decoded if it was not yet; it stays so.
    pub fn get(&self, number: usize) -> &Report {
        match self {
            Self::Whole(corpus) => &corpus.reports[number],
            Self::Stored(stored) => stored.reports[number].report.get_or_init(|| Arc::new(stored.decode(number))),
        }
    }

    /// A report for a moment: a walk over all of them leaves none behind.
    pub fn seen(&self, number: usize) -> Seen<'_> {
        match self {
            Self::Whole(corpus) => Seen::Kept(&corpus.reports[number]),
            Self::Stored(stored) => match stored.reports[number].report.get() {
                Some(report) => Seen::Kept(report),
                None => Seen::Passing(Box::new(stored.decode(number))),
            },
        }
    }

    pub fn source(&self, number: usize) -> &Arc<str> {
        match self {
            Self::Whole(corpus) => &corpus.reports[number].source,
            Self::Stored(stored) => &stored.reports[number].source,
        }
    }

    pub fn id(&self, number: usize) -> &str {
        match self {
            Self::Whole(corpus) => &corpus.reports[number].id,
            Self::Stored(stored) => stored.reader(&stored.reports[number], Mark::default()).str(),
        }
    }

    /// All of them as a corpus.
    pub fn corpus(&self) -> Arc<Corpus> {
        match self {
            Self::Whole(corpus) => Arc::clone(corpus),
            Self::Stored(_) => {
                Arc::new(Corpus { reports: (0..self.len()).map(|number| self.seen(number).into_report()).collect() })
            }
        }
    }

    /// The same with others at some places.
    pub fn with(&self, replaced: Vec<(usize, Report)>) -> Self {
        match self {
            Self::Whole(corpus) => {
                let mut reports = corpus.reports.clone();
                for (number, report) in replaced {
                    if let Some(old) = reports.get_mut(number) {
                        *old = report;
                    }
                }
                Self::Whole(Arc::new(Corpus { reports }))
            }
            Self::Stored(stored) => {
                let mut stored = stored.clone();
                replaced.into_iter().for_each(|(number, report)| stored.replace(number, report));
                Self::Stored(stored)
            }
        }
    }

    /// The blocks and statements of a report.
    pub fn outline(&self, number: usize) -> Outline<'_> {
        match self {
            Self::Whole(corpus) => Outline::of(&corpus.reports[number]),
            Self::Stored(stored) => stored.outline_of(&stored.reports[number]),
        }
    }

    /// Passes the measures of a report to `each`.
    pub fn measures(&self, number: usize, each: &mut dyn FnMut(&Measured<'_>)) {
        match self {
            Self::Whole(corpus) => corpus.reports[number].measures.iter().for_each(|m| each(&Measured::of(m))),
            Self::Stored(stored) => {
                let one = &stored.reports[number];
                let mut reader = stored.reader(one, one.measures);
                for _ in 0..reader.count() {
                    each(&reader.measured());
                }
            }
        }
    }
}

/// What search needs of a report's text: cheap to read from bytes.
#[derive(Debug)]
pub(crate) struct Outline<'a> {
    pub source: &'a str,
    pub blocks: Vec<(BlockKind, Span)>,
    pub statements: Vec<(Role, Span)>,
}

impl<'a> Outline<'a> {
    pub fn of(report: &'a Report) -> Self {
        Self {
            source: &report.source,
            blocks: report.blocks.iter().map(|block| (block.kind, block.quote.span())).gather(),
            statements: report.statements.iter().map(|statement| (statement.role, statement.quote.span())).gather(),
        }
    }

    /// The statement that holds the first byte of a span, if a sentence of the body does.
    pub fn statement_at(&self, at: Span) -> Option<usize> {
        let after = self.statements.partition_point(|statement| statement.1.start <= at.start);
        let last = after.checked_sub(1)?;
        (at.start < self.statements[last].1.end).then_some(last)
    }
}

/// What a query may ask of a measure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured<'a> {
    pub at: Span,
    pub value: f64,
    pub value_max: Option<f64>,
    pub unit: Option<&'a str>,
    pub subject: Option<&'a str>,
}

impl<'a> Measured<'a> {
    pub fn of(measure: &'a Measure) -> Self {
        Self {
            at: measure.quote.span(),
            value: measure.value,
            value_max: measure.value_max,
            unit: measure.unit.as_deref(),
            subject: measure.subject.as_deref(),
        }
    }
}
