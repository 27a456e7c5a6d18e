//! A corpus: parsed reports in the order of reading, and the compact binary that the app embeds.
//!
//! ```text
//! "SOIC"  version: u8  checksum: u32 LE (FNV-1a of the body)  body
//! body    = count, report…                      count and every other number: LEB128
//! report  = id, source, title?, section?, publisher?, published?, byline?, views?, then one list per kind of fact
//! text    = length, UTF-8 bytes                 an optional one is length + 1, or 0
//! span    = start as a zigzag difference from the last span's start, length
//! ```
//! Quotes are not stored: a span and the source give them back. The format is private to one version of Soi.

mod stored;

use std::sync::Arc;

use crate::fnv;
use crate::report::{
    Act, Area, Block, BlockKind, Comparator, Directive, DirectiveKind, Event, EventKind, Level, Measure, MeasureRole,
    Organisation, OrganisationKind, Period, PeriodKind, Person, Place, PlaceKind, Quote, Report, Role, Statement,
};
use crate::text::Span;

pub use stored::Seen;
pub(crate) use stored::{Measured, Outline, Reports, Stored};

const MAGIC: &[u8; 4] = b"SOIC";
const VERSION: u8 = 1;
const HEADER_LEN: usize = 9;

/// Parsed reports; a report's place in the list is its number.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Corpus {
    /// In the order of reading.
    pub reports: Vec<Report>,
}

/// Why bytes are no corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// The bytes do not begin as a corpus does.
    NotACorpus,
    /// Written by another version of Soi; the version is given.
    OtherVersion(u8),
    /// The bytes are cut short or altered.
    Damaged,
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotACorpus => f.write_str("not a Soi corpus"),
            Self::OtherVersion(version) => write!(f, "corpus format {version}, this Soi reads format {VERSION}"),
            Self::Damaged => f.write_str("the corpus is damaged"),
        }
    }
}

impl std::error::Error for Error {}

impl Corpus {
    /// The compact binary.
    pub fn encode(&self) -> Vec<u8> {
        let mut body = Writer::default();
        body.list(&self.reports, Writer::report);
        let mut out = Vec::with_capacity(HEADER_LEN + body.bytes.len());
        out.extend_from_slice(MAGIC);
        out.push(VERSION);
        out.extend_from_slice(&checksum(&body.bytes).to_le_bytes());
        out.append(&mut body.bytes);
        out
    }

    /// Reads what [`Self::encode`] wrote.
    ///
    /// # Errors
    /// If the bytes are none of its making, of another version, cut short or altered.
    pub fn decode(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(body(bytes)?);
        let reports = reader.list(Reader::report);
        reader.check()?;
        if reader.bytes.is_empty() { Ok(Self { reports }) } else { Err(Error::Damaged) }
    }
}

/// What stands behind the head of a corpus, whose checksum it fits.
fn body(bytes: &[u8]) -> Result<&[u8], Error> {
    let Some((magic, rest)) = bytes.split_at_checked(MAGIC.len()) else { return Err(Error::NotACorpus) };
    if magic != MAGIC {
        return Err(Error::NotACorpus);
    }
    let Some((&version, rest)) = rest.split_first() else { return Err(Error::Damaged) };
    if version != VERSION {
        return Err(Error::OtherVersion(version));
    }
    let Some((sum, body)) = rest.split_first_chunk::<4>() else { return Err(Error::Damaged) };
    if u32::from_le_bytes(*sum) == checksum(body) { Ok(body) } else { Err(Error::Damaged) }
}

fn checksum(bytes: &[u8]) -> u32 {
    fnv::hash32(bytes.iter().copied())
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    /// Start of the last span.
    last: u32,
}

impl Writer {
    fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.number(items.len() as u64);
        for item in items {
            write(self, item);
        }
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn optional(&mut self, text: &Option<String>) {
        match text {
            Some(text) => {
                self.number(text.len() as u64 + 1);
                self.bytes.extend_from_slice(text.as_bytes());
            }
            None => self.number(0),
        }
    }

    fn float(&mut self, value: f64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn quote(&mut self, quote: &Quote) {
        let Span { start, end } = quote.span();
        let step = i64::from(start) - i64::from(self.last);
        self.number(((step << 1) ^ (step >> 63)) as u64);
        self.number(u64::from(end - start));
        self.last = start;
    }

    fn quotes(&mut self, quotes: &[Quote]) {
        self.list(quotes, Self::quote);
    }

    fn index(&mut self, index: usize) {
        self.number(index as u64);
    }

    fn report(&mut self, report: &Report) {
        self.last = 0;
        self.text(&report.id);
        self.text(&report.source);
        for text in [&report.title, &report.section, &report.publisher, &report.published, &report.byline] {
            self.optional(text);
        }
        self.number(report.views.map_or(0, |views| views.saturating_add(1)));
        self.list(&report.blocks, |w, block| {
            w.index(block.kind.index());
            w.quote(&block.quote);
        });
        self.list(&report.events, |w, event| {
            w.index(event.kind.index() * 2 + usize::from(event.main));
            w.quote(&event.quote);
            for text in [&event.date, &event.place, &event.organiser, &event.period] {
                w.optional(text);
            }
        });
        self.list(&report.people, |w, person| {
            w.text(&person.name);
            w.list(&person.positions, |w, position| w.text(position));
            w.list(&person.acts, |w, act| w.index(act.index()));
            w.quotes(&person.mentions);
        });
        self.list(&report.organisations, |w, body| {
            w.text(&body.name);
            w.index(body.kind.index());
            w.index(body.level.map_or(0, |level| level.index() + 1));
            w.quotes(&body.mentions);
        });
        self.list(&report.directives, |w, directive| {
            w.index(directive.kind.index());
            for text in [&directive.number, &directive.issuer, &directive.date, &directive.topic] {
                w.optional(text);
            }
            w.quote(&directive.quote);
        });
        self.list(&report.measures, |w, measure| {
            w.quote(&measure.quote);
            w.float(measure.value);
            w.index(usize::from(measure.value_max.is_some()));
            if let Some(value_max) = measure.value_max {
                w.float(value_max);
            }
            w.index(measure.comparator.index());
            w.index(measure.role.index());
            for text in [&measure.unit, &measure.subject, &measure.action, &measure.period] {
                w.optional(text);
            }
        });
        self.list(&report.periods, |w, period| {
            w.index(period.kind.index());
            w.quote(&period.quote);
            w.optional(&period.start);
            w.optional(&period.end);
        });
        self.list(&report.places, |w, place| {
            w.text(&place.name);
            w.index(place.kind.index());
            w.optional(&place.code);
            w.quotes(&place.mentions);
        });
        self.list(&report.statements, |w, statement| {
            w.index(statement.role.index());
            w.quote(&statement.quote);
            w.list(&statement.areas, |w, area| w.index(area.index()));
        });
    }
}

/// Reads what [`Writer`] wrote. What cannot be read is told at the end: an error behind each of hundreds of fields would
/// be a third of the reader.
struct Reader<'a> {
    bytes: &'a [u8],
    /// Start of the last span.
    last: u32,
    source: Arc<str>,
    /// Bytes left and last span's start before the measures, and before the statements, of the last report.
    marks: [(usize, u32); 2],
    /// Whether something could not be read; from there on all is nothing.
    broken: bool,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, last: 0, source: Arc::default(), marks: [(0, 0); 2], broken: false }
    }

    /// Whether all was read so far.
    fn check(&self) -> Result<(), Error> {
        if self.broken { Err(Error::Damaged) } else { Ok(()) }
    }

    /// What was read; nothing, and so is all behind it, where it cannot be.
    fn sure<T>(&mut self, read: Option<T>) -> Option<T> {
        if read.is_none() {
            self.broken = true;
            self.bytes = &[];
        }
        read
    }

    fn number(&mut self) -> u64 {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let Some((&byte, rest)) = self.bytes.split_first() else { break };
            self.bytes = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return value;
            }
        }
        self.sure::<()>(None);
        0
    }

    /// A number that counts bytes or items: no more than there are bytes left.
    fn count(&mut self) -> usize {
        let count = usize::try_from(self.number()).ok().filter(|&count| count <= self.bytes.len());
        self.sure(count).unwrap_or(0)
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut list = Vec::new();
        for _ in 0..self.count() {
            if self.broken {
                break;
            }
            list.push(read(self));
        }
        // It would keep room for more than it has.
        list.shrink_to_fit();
        list
    }

    fn bytes(&mut self, len: usize) -> &'a str {
        let text = self.bytes.split_at_checked(len).and_then(|(text, rest)| {
            self.bytes = rest;
            std::str::from_utf8(text).ok()
        });
        self.sure(text).unwrap_or_default()
    }

    fn str(&mut self) -> &'a str {
        let len = self.count();
        self.bytes(len)
    }

    fn text(&mut self) -> String {
        self.str().to_owned()
    }

    fn optional_str(&mut self) -> Option<&'a str> {
        let len = self.number().checked_sub(1)?;
        // One that is too long is of no text.
        Some(self.bytes(usize::try_from(len).unwrap_or(usize::MAX)))
    }

    fn optional(&mut self) -> Option<String> {
        self.optional_str().map(str::to_owned)
    }

    fn float(&mut self) -> f64 {
        let bytes = self.bytes.split_first_chunk().map(|(bytes, rest)| {
            self.bytes = rest;
            f64::from_le_bytes(*bytes)
        });
        self.sure(bytes).unwrap_or(0.0)
    }

    fn span(&mut self) -> Span {
        let step = self.number();
        let step = (step >> 1) as i64 ^ -((step & 1) as i64);
        let len = self.number();
        let start = i64::from(self.last).checked_add(step).and_then(|start| u32::try_from(start).ok());
        let span = start.and_then(|start| Some(Span::new(start, start.checked_add(u32::try_from(len).ok()?)?)));
        let span = self.sure(span).unwrap_or_default();
        self.last = span.start;
        span
    }

    fn quote(&mut self) -> Quote {
        let span = self.span();
        let quote = Quote::checked(&self.source, span);
        self.sure(quote).unwrap_or_else(|| Quote::at(&self.source, Span::default()))
    }

    fn quotes(&mut self) -> Vec<Quote> {
        self.list(Self::quote)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        let index = usize::try_from(self.number()).ok().filter(|&index| index < all.len());
        all[self.sure(index).unwrap_or(0)]
    }

    fn report(&mut self) -> Report {
        let id = self.text();
        self.source = Arc::from(self.str());
        self.facts(id)
    }

    /// What comes before the blocks.
    fn skip_head(&mut self) {
        for _ in 0..5 {
            self.optional_str();
        }
        self.last = 0;
        self.number();
    }

    /// Where the reader stands, for coming back.
    fn mark(&self) -> (usize, u32) {
        (self.bytes.len(), self.last)
    }

    /// What comes after the source.
    fn facts(&mut self, id: String) -> Report {
        self.last = 0;
        Report {
            id,
            title: self.optional(),
            section: self.optional(),
            publisher: self.optional(),
            published: self.optional(),
            byline: self.optional(),
            views: self.number().checked_sub(1),
            blocks: self.list(|r| Block { kind: r.one_of(BlockKind::ALL), quote: r.quote() }),
            events: self.list(Self::event),
            people: self.list(|r| Person {
                name: r.text(),
                positions: r.list(Self::text),
                acts: r.list(|r| r.one_of(Act::ALL)),
                mentions: r.quotes(),
            }),
            organisations: self.list(Self::organisation),
            directives: self.list(|r| Directive {
                kind: r.one_of(DirectiveKind::ALL),
                number: r.optional(),
                issuer: r.optional(),
                date: r.optional(),
                topic: r.optional(),
                quote: r.quote(),
            }),
            measures: {
                self.marks[0] = self.mark();
                self.list(Self::measure)
            },
            periods: self.list(|r| Period {
                kind: r.one_of(PeriodKind::ALL),
                quote: r.quote(),
                start: r.optional(),
                end: r.optional(),
            }),
            places: self.list(|r| Place {
                name: r.text(),
                kind: r.one_of(PlaceKind::ALL),
                code: r.optional(),
                mentions: r.quotes(),
            }),
            statements: {
                self.marks[1] = self.mark();
                self.list(|r| Statement {
                    role: r.one_of(Role::ALL),
                    quote: r.quote(),
                    areas: r.list(|r| r.one_of(Area::ALL)),
                })
            },
            source: Arc::clone(&self.source),
        }
    }

    fn event(&mut self) -> Event {
        let tag = self.number();
        let kind = usize::try_from(tag / 2).ok().and_then(|kind| EventKind::ALL.get(kind)).copied();
        Event {
            kind: self.sure(kind).unwrap_or(EventKind::Meeting),
            main: tag % 2 == 1,
            quote: self.quote(),
            date: self.optional(),
            place: self.optional(),
            organiser: self.optional(),
            period: self.optional(),
        }
    }

    fn organisation(&mut self) -> Organisation {
        let name = self.text();
        let kind = self.one_of(OrganisationKind::ALL);
        let level = match self.number() {
            0 => None,
            level => {
                let level = usize::try_from(level - 1).ok().and_then(|level| Level::ALL.get(level)).copied();
                self.sure(level)
            }
        };
        Organisation { name, kind, level, mentions: self.quotes() }
    }

    fn measure(&mut self) -> Measure {
        let quote = self.quote();
        let (value, value_max) = self.values();
        Measure {
            quote,
            value,
            value_max,
            comparator: self.one_of(Comparator::ALL),
            role: self.one_of(MeasureRole::ALL),
            unit: self.optional(),
            subject: self.optional(),
            action: self.optional(),
            period: self.optional(),
        }
    }

    fn values(&mut self) -> (f64, Option<f64>) {
        let value = self.float();
        (value, if self.number() == 0 { None } else { Some(self.float()) })
    }

    /// What a query asks of a measure, with nothing copied.
    fn measured(&mut self) -> Measured<'a> {
        let at = self.span();
        let (value, value_max) = self.values();
        self.number();
        self.number();
        let [unit, subject, ..] = [self.optional_str(), self.optional_str(), self.optional_str(), self.optional_str()];
        Measured { at, value, value_max, unit, subject }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus() -> Corpus {
        let gold = include_str!("../../../tests/gold/001_99fad078a6312a8a.json");
        let mut report: Report = serde_json::from_str(gold).expect("gold follows the contract");
        // Gold has its quotes apart from the source; the corpus wants them from it.
        report.source = include_str!("../../../seeds/001_99fad078a6312a8a.txt").into();
        Corpus { reports: vec![report.clone(), crate::parse("b", "Một dòng."), report] }
    }

    #[test]
    fn every_field_of_a_report_survives() {
        let corpus = corpus();
        let decoded = Corpus::decode(&corpus.encode()).expect("just encoded");
        for (before, after) in corpus.reports.iter().zip(&decoded.reports) {
            assert_eq!(before.to_json(), after.to_json());
            assert_eq!(before.source, after.source);
        }
        assert_eq!(corpus.reports.len(), decoded.reports.len());
    }

    #[test]
    fn damage_is_an_error_and_never_a_wrong_report() {
        let bytes = corpus().encode();
        assert_eq!(Corpus::decode(b""), Err(Error::NotACorpus));
        assert_eq!(Corpus::decode(b"PK\x03\x04 something else"), Err(Error::NotACorpus));
        for len in 0..bytes.len().min(3000) {
            assert!(Corpus::decode(&bytes[..len]).is_err(), "cut at {len}");
        }
        for at in (0..bytes.len()).step_by(13) {
            let mut altered = bytes.clone();
            altered[at] ^= 0x41;
            assert!(Corpus::decode(&altered).is_err(), "altered at {at}");
        }
    }

    #[test]
    fn a_body_that_lies_about_itself_does_not_panic() {
        let bytes = corpus().encode();
        // With a fitting checksum only the reader's own checks are left.
        for at in (HEADER_LEN..bytes.len()).step_by(3) {
            for change in [0x01, 0x80, 0xff] {
                let mut altered = bytes.clone();
                altered[at] ^= change;
                let sum = checksum(&altered[HEADER_LEN..]).to_le_bytes();
                altered[5..9].copy_from_slice(&sum);
                let _ = Corpus::decode(&altered);
            }
        }
    }
}
