//! A built corpus as one file whose parts can be read apart.
//!
//! ```text
//! "SOIX"  version: u8  parts: u32  { kind: 4 bytes, len: u32, checksum: u64 }…  checksum of all this: u64   body
//! body  = the parts one after the other, each of at most a megabyte unless a single report is longer
//! REPO    reports, in order: a corpus as `Corpus::encode` writes it
//! WORD    spellings, the most frequent first: { length, UTF-8 }…
//! KIND    by report: searched blocks, { kind }…
//! TEXT    by block: { spelling }…, 0
//! SPAN    by report: statements, { places since the end of the last, words }…
//! spelling = its number + 1: below 160 one byte, below 24,480 two (160 + the higher, the lower), else 255 and three
//! ```
//! The lists of places are made anew from the running text, which takes a tenth of a second per ten thousand articles:
//! a text of numbers is what a general compressor (brotli, as hosts apply it) makes smallest, for it finds again the
//! words of several syllables that lists by spelling tear apart.
//!
//! Fixed numbers are little-endian, all others LEB128; checksums are FNV-1a, 64 bits. Parts of one kind go on from
//! each other in order, so a reader that wants the words needs no report, and one report needs no other part.

use super::dictionary::TermId;
use super::postings::{Postings, Size};
use super::{Index, is_searched};
use crate::corpus::{self, Corpus, Reports, Stored};
use crate::explore::Explorer;
use crate::filter::noted::Noted;
use crate::filter::table::Tables;
use crate::fnv;
use crate::link::Links;
use crate::link::stored::KIND as LINKS;
use crate::report::{BlockKind, Report};
use crate::unread;

const MAGIC: &[u8; 4] = b"SOIX";
const VERSION: u8 = 3;
/// A static host serves whole files, so a part is what a browser fetches at once.
const PART_MAX: usize = 1_000_000;
/// So many bytes of texts are made room for before they come: those of a hundred thousand articles.
const TEXT_MAX: usize = 1 << 27;
/// The kind of the parts that hold reports.
const REPORTS: [u8; 4] = *b"REPO";
/// Kind, length and checksum of a part.
const ENTRY_LEN: usize = 16;

/// Why bytes are no built corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// They do not begin as one.
    NotACorpus,
    /// Written by another version of Soi; the version is given.
    OtherVersion(u8),
    /// Cut short or altered.
    Damaged,
}

impl std::fmt::Display for FileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotACorpus => f.write_str("không phải kho của Soi (not a built corpus)"),
            Self::OtherVersion(version) => {
                write!(f, "kho ở định dạng {version}, bản Soi này đọc định dạng {VERSION} (other format version)")
            }
            Self::Damaged => f.write_str("kho bị hỏng hoặc bị cắt (damaged or cut short)"),
        }
    }
}

impl std::error::Error for FileError {}

impl From<corpus::Error> for FileError {
    fn from(_: corpus::Error) -> Self {
        Self::Damaged
    }
}

/// A part of a file: its kind and its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// Four letters.
    pub kind: [u8; 4],
    /// What it holds.
    pub bytes: &'a [u8],
}

/// What the head of a file says of a part.
#[derive(Debug, Clone, Copy)]
struct Entry {
    kind: [u8; 4],
    len: usize,
    sum: u64,
}

impl Entry {
    fn check<'a>(&self, bytes: &'a [u8]) -> Result<Part<'a>, FileError> {
        if self.sum == checksum(bytes) { Ok(Part { kind: self.kind, bytes }) } else { Err(FileError::Damaged) }
    }
}

/// The head of a file and how long it is; `None` if these bytes are not all of it.
fn head(bytes: &[u8]) -> Result<Option<(Vec<Entry>, usize)>, FileError> {
    let magic = bytes.len().min(MAGIC.len());
    if bytes[..magic] != MAGIC[..magic] {
        return Err(FileError::NotACorpus);
    }
    let Some((&version, rest)) = bytes.get(MAGIC.len()..).and_then(<[u8]>::split_first) else { return Ok(None) };
    if version != VERSION {
        return Err(FileError::OtherVersion(version));
    }
    let Some((count, rest)) = rest.split_first_chunk::<4>() else { return Ok(None) };
    let table_len = (u32::from_le_bytes(*count) as usize).checked_mul(ENTRY_LEN).ok_or(FileError::Damaged)?;
    let Some((table, rest)) = rest.split_at_checked(table_len) else { return Ok(None) };
    let Some((sum, _)) = rest.split_first_chunk::<8>() else { return Ok(None) };
    let head_len = MAGIC.len() + 1 + 4 + table_len;
    if u64::from_le_bytes(*sum) != checksum(&bytes[..head_len]) {
        return Err(FileError::Damaged);
    }
    let mut entries = Vec::new();
    for entry in table.chunks_exact(ENTRY_LEN) {
        let (kind, entry) = entry.split_first_chunk::<4>().ok_or(FileError::Damaged)?;
        let (len, entry) = entry.split_first_chunk::<4>().ok_or(FileError::Damaged)?;
        let sum = entry.first_chunk::<8>().ok_or(FileError::Damaged)?;
        entries.push(Entry { kind: *kind, len: u32::from_le_bytes(*len) as usize, sum: u64::from_le_bytes(*sum) });
    }
    Ok(Some((entries, head_len + 8)))
}

/// The parts of a file, each checked.
///
/// # Errors
/// If the bytes are no built corpus, of another version, cut short or altered.
pub fn parts(bytes: &[u8]) -> Result<Vec<Part<'_>>, FileError> {
    let cut_short = if bytes.starts_with(MAGIC) { FileError::Damaged } else { FileError::NotACorpus };
    let (entries, head_len) = head(bytes)?.ok_or(cut_short)?;
    let mut body = &bytes[head_len..];
    let mut parts = Vec::new();
    for entry in entries {
        let (part, rest) = body.split_at_checked(entry.len).ok_or(FileError::Damaged)?;
        parts.push(entry.check(part)?);
        body = rest;
    }
    if body.is_empty() { Ok(parts) } else { Err(FileError::Damaged) }
}

/// A file that comes piece by piece: a part is read when it is whole, and its bytes are let go, so that file and
/// explorer never lie side by side.
#[derive(Debug, Default)]
pub struct Opening {
    /// Came but not yet read.
    held: Vec<u8>,
    /// Of the parts still to come, the last first; `None` before the head is whole.
    entries: Option<Vec<Entry>>,
    loading: Loading,
}

impl Opening {
    /// Takes the next bytes.
    ///
    /// # Errors
    /// If they are of no built corpus, of another version or altered.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        self.held.extend_from_slice(bytes);
        let mut at = 0;
        if self.entries.is_none()
            && let Some((mut entries, len)) = head(&self.held)?
        {
            self.loading.expect(entries.iter().map(|entry| (entry.kind, entry.len)));
            entries.reverse();
            self.entries = Some(entries);
            at = len;
        }
        while let Some(entry) = self.entries.as_mut().and_then(|e| e.pop_if(|entry| entry.len <= self.held.len() - at))
        {
            self.loading.take(entry.check(&self.held[at..at + entry.len])?)?;
            at += entry.len;
        }
        self.held.drain(..at);
        Ok(())
    }

    /// The explorer, when all has come.
    ///
    /// # Errors
    /// If something is missing or left over.
    pub fn finish(self) -> Result<Explorer, FileError> {
        if !self.held.is_empty() || self.entries.is_none_or(|entries| !entries.is_empty()) {
            return Err(FileError::Damaged);
        }
        drop(self.held);
        self.loading.finish(false)
    }
}

/// Reports that came as bytes, on their way to an explorer: each was decoded once and noted, and stays bytes.
#[derive(Debug, Clone, Default)]
pub struct Arrived {
    stored: Stored,
    noted: Noted,
}

impl Arrived {
    /// Takes in the reports of a corpus as [`Corpus::encode`] wrote it.
    ///
    /// # Errors
    /// If the bytes are no corpus, of another version, cut short or altered; then none of its reports is taken.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), corpus::Error> {
        let before = self.len();
        let told = self.stored.push(bytes, |report| self.noted.add(report));
        if told.is_err() {
            *self = std::mem::take(self).first(before);
        }
        told
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.noted.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first of them.
    #[must_use]
    pub fn first(mut self, count: usize) -> Self {
        self.stored.truncate(count);
        self.noted.truncate(count);
        self
    }

    /// All of them, decoded.
    pub fn reports(&self) -> impl Iterator<Item = Report> + '_ {
        self.stored.decoded()
    }
}

/// What came of a file.
#[derive(Debug)]
struct Loading {
    arrived: Arrived,
    index: Index,
    /// Whether the file has an index: else the reports are indexed as they come.
    indexed: bool,
    /// Whether it tells what was not understood.
    told: bool,
    /// Of parts that are read at the end.
    kinds: Vec<u8>,
    spans: Vec<u8>,
    links: Vec<u8>,
    gaps: Vec<u8>,
    /// How much of `kinds` was read.
    kinds_read: usize,
}

impl Default for Loading {
    fn default() -> Self {
        Self {
            arrived: Arrived::default(),
            index: Index::new(),
            indexed: false,
            told: false,
            kinds: Vec::new(),
            spans: Vec::new(),
            links: Vec::new(),
            gaps: Vec::new(),
            kinds_read: 0,
        }
    }
}

impl Loading {
    /// What a whole file holds.
    fn of(bytes: &[u8]) -> Result<Self, FileError> {
        let parts = parts(bytes)?;
        let mut loading = Self::default();
        loading.expect(parts.iter().map(|part| (part.kind, part.bytes.len())));
        for part in parts {
            loading.take(part)?;
        }
        Ok(loading)
    }

    /// Hears what parts will come, with their lengths.
    fn expect(&mut self, parts: impl Iterator<Item = ([u8; 4], usize)>) {
        let mut text = 0;
        for (kind, len) in parts {
            self.indexed |= kind == *b"KIND";
            self.told |= kind == GAPS;
            text += if kind == *b"TEXT" { len } else { 0 };
        }
        // A place takes a byte at least. What the head claims was not seen yet, and is not believed without end.
        self.index.running.reserve(text.min(TEXT_MAX));
    }

    /// Takes the next part.
    fn take(&mut self, part: Part<'_>) -> Result<(), FileError> {
        let mut bytes = part.bytes;
        match &part.kind {
            &REPORTS => {
                let Arrived { stored, noted } = &mut self.arrived;
                let (indexed, index) = (self.indexed, &mut self.index);
                stored.push(bytes, |report| {
                    noted.add(report);
                    if !indexed {
                        index.add(report);
                    }
                })?;
            }
            b"WORD" => {
                let mut words = Reader::of(bytes);
                while words.more() {
                    self.index.dictionary.intern(words.text().ok_or(FileError::Damaged)?);
                }
            }
            b"KIND" => self.kinds.extend_from_slice(bytes),
            b"TEXT" => self.texts(&mut bytes, usize::MAX).ok_or(FileError::Damaged)?,
            b"SPAN" => self.spans.extend_from_slice(bytes),
            &LINKS => self.links.extend_from_slice(bytes),
            &GAPS => self.gaps.extend_from_slice(bytes),
            _ => {}
        }
        Ok(())
    }

    /// Reads the texts of at most so many reports; what is left of a part is left in `bytes`. The words and the kinds of
    /// blocks are there: they come before.
    fn texts(&mut self, bytes: &mut &[u8], most: usize) -> Option<()> {
        let Self { index, kinds, kinds_read, .. } = self;
        let len = kinds.len();
        let mut kinds = Reader::of(kinds.get(*kinds_read..)?);
        let mut text = Reader::of(bytes);
        let mut left = most;
        while left > 0 && text.more() && kinds.more() {
            left -= 1;
            index.read_text(&mut kinds, &mut text)?;
        }
        *kinds_read = len - kinds.bytes.len();
        *bytes = text.bytes;
        // A text of no block is nobody's.
        (bytes.is_empty() || left == 0).then_some(())
    }

    /// Reads what comes after the texts.
    fn rest(&mut self) -> Option<()> {
        let mut kinds = Reader::of(self.kinds.get(self.kinds_read..)?);
        while kinds.more() {
            // Reports without a searched block have no text.
            self.index.read_text(&mut kinds, &mut Reader::of(&[]))?;
        }
        self.index.sentences.reserve(self.index.all_places());
        let mut spans = Reader::of(&self.spans);
        for report in 0..self.index.len() as u32 {
            self.index.read_statements(report, &mut spans)?;
        }
        let fits = !spans.more() && self.index.len() == self.arrived.stored.len();
        fits.then(|| self.index.shrink())
    }

    /// The links; their bytes are let go.
    fn links(&mut self) -> Option<Links> {
        Links::read(&std::mem::take(&mut self.links), &self.arrived.noted)
    }

    /// Whether the index has the blocks of a report: one of other reports would point at what is not there.
    fn fits(&self, report: u32) -> bool {
        let Some(outline) = self.arrived.stored.outline(report as usize) else { return false };
        let searched = outline.blocks.iter().map(|block| block.0).filter(|&kind| is_searched(kind));
        searched.eq(self.index.blocks(report).iter().map(|block| block.1))
    }

    /// The explorer; each report [fits](Self::fits).
    fn explorer(mut self, tables: Tables) -> Result<Explorer, FileError> {
        self.arrived.stored.shrink();
        let reports = Reports::Stored(self.arrived.stored);
        if self.index.statement_starts != tables.starts() {
            return Err(FileError::Damaged);
        }
        let unread = match self.told {
            true => Some(unread::read(&self.gaps, &reports).ok_or(FileError::Damaged)?),
            false => None,
        };
        Ok(Explorer::of(reports, self.index, tables).with_unread(unread))
    }

    /// The explorer of it all, with its links if `keep`, for they are to be written again, or if a reader had a say in
    /// them, for they are not found again. What is large for a while
    /// comes first, so that what stays takes its room.
    fn finish(mut self, keep: bool) -> Result<Explorer, FileError> {
        let links = self.links().ok_or(FileError::Damaged)?;
        let tables = Tables::new(std::mem::take(&mut self.arrived.noted), &links);
        let kept = (keep || links.are_told()).then_some(links);
        if self.indexed {
            self.rest().ok_or(FileError::Damaged)?;
            let reports = 0..self.index.len() as u32;
            let mut sizes = Vec::new();
            reports.clone().for_each(|report| self.index.measure(report, &mut sizes));
            self.index.make_room(sizes);
            reports.for_each(|report| self.index.fill(report));
        }
        self.index.extend([]);
        if !(0..self.index.len() as u32).all(|report| self.fits(report)) {
            return Err(FileError::Damaged);
        }
        let explorer = self.explorer(tables)?;
        Ok(match kept {
            Some(links) => explorer.with_links(links),
            None => explorer,
        })
    }
}

impl Explorer {
    /// The corpus and its index as one file.
    pub fn encode(&self) -> Vec<u8> {
        let mut parts = self.reports_and_links(&self.corpus());
        self.index().encode(&mut parts);
        file(&parts)
    }

    /// As a page carries it: what was not understood is told, so that the page needs no reader to say so; and it has
    /// the index only if `indexed`, for few reports are indexed as they are read.
    pub fn encode_for_page(&self, indexed: bool) -> Vec<u8> {
        let corpus = self.corpus();
        let mut parts = self.reports_and_links(&corpus);
        if indexed {
            self.index().encode(&mut parts);
        }
        split(GAPS, corpus.reports.iter(), &mut parts, unread::write);
        file(&parts)
    }

    fn reports_and_links(&self, corpus: &Corpus) -> Vec<([u8; 4], Vec<u8>)> {
        let mut parts = Vec::new();
        reports(&corpus.reports, &mut parts);
        self.links().parts(&mut parts);
        parts
    }

    /// Reads what [`Self::encode`] or [`Self::encode_for_page`] wrote, without indexing again what was.
    ///
    /// # Errors
    /// If the bytes are no built corpus, of another version, cut short or altered.
    pub fn decode(bytes: &[u8]) -> Result<Self, FileError> {
        Loading::of(bytes)?.finish(false)
    }

    /// The same for what will be written again: its links are kept as they are.
    ///
    /// # Errors
    /// As of [`Self::decode`].
    pub fn decode_to_write(bytes: &[u8]) -> Result<Self, FileError> {
        Loading::of(bytes)?.finish(true)
    }
}

/// What was found out about reports, as one file without them: their index and their links.
pub(crate) fn findings(index: &Index, links: &Links) -> Vec<u8> {
    let mut parts = Vec::new();
    links.parts(&mut parts);
    index.encode(&mut parts);
    file(&parts)
}

/// The explorer of reports and of what [`Builder::findings`](crate::explore::Builder::findings) wrote of them, made in
/// small pieces of work: `pause` is asked for after each, so that a page can do something else meanwhile.
///
/// # Errors
/// If the bytes are of other reports, of another version, cut short or altered.
pub async fn join(arrived: Arrived, findings: &[u8], mut pause: impl AsyncFnMut()) -> Result<Explorer, FileError> {
    const AT_ONCE: usize = 32;
    let parts = parts(findings)?;
    pause().await;
    let mut loading = Loading { arrived, ..Loading::default() };
    loading.expect(parts.iter().map(|part| (part.kind, part.bytes.len())));
    if !loading.indexed {
        return Err(FileError::Damaged);
    }
    for mut part in parts {
        while part.kind == *b"TEXT" && !part.bytes.is_empty() {
            loading.texts(&mut part.bytes, AT_ONCE).ok_or(FileError::Damaged)?;
            pause().await;
        }
        loading.take(part)?;
        pause().await;
    }
    let links = loading.links().ok_or(FileError::Damaged)?;
    pause().await;
    let tables = Tables::new_slowly(std::mem::take(&mut loading.arrived.noted), &links, &mut pause).await;
    let told = links.are_told().then_some(links);
    loading.rest().ok_or(FileError::Damaged)?;
    pause().await;
    let mut sizes = Vec::new();
    for report in 0..loading.index.len() as u32 {
        loading.index.measure(report, &mut sizes);
        if report as usize % AT_ONCE == AT_ONCE - 1 {
            pause().await;
        }
    }
    loading.index.make_room(sizes);
    pause().await;
    for report in 0..loading.index.len() as u32 {
        loading.index.fill(report);
        if report as usize % AT_ONCE == AT_ONCE - 1 {
            pause().await;
        }
    }
    loading.index.extend([]);
    pause().await;
    for report in 0..loading.index.len() as u32 {
        if !loading.fits(report) {
            return Err(FileError::Damaged);
        }
        if report as usize % AT_ONCE == AT_ONCE - 1 {
            pause().await;
        }
    }
    let explorer = loading.explorer(tables)?;
    Ok(match told {
        Some(links) => explorer.with_links(links),
        None => explorer,
    })
}

/// A built corpus from pieces of it: reports, each piece as [`Corpus::encode`] wrote it, and what
/// [`Builder::findings`](crate::explore::Builder::findings) wrote of them.
///
/// # Errors
/// If the findings are none.
pub fn assemble(reports: &[Vec<u8>], findings: &[u8]) -> Result<Vec<u8>, FileError> {
    let mut all: Vec<([u8; 4], &[u8])> = reports.iter().map(|bytes| (REPORTS, bytes.as_slice())).collect();
    all.extend(parts(findings)?.iter().map(|part| (part.kind, part.bytes)));
    Ok(file(&all))
}

/// What was not understood, report by report.
const GAPS: [u8; 4] = *b"GAPS";

/// Parts as a file.
fn file<B: AsRef<[u8]>>(parts: &[([u8; 4], B)]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.push(VERSION);
    out.extend_from_slice(&(parts.len() as u32).to_le_bytes());
    for (kind, bytes) in parts {
        let bytes = bytes.as_ref();
        out.extend_from_slice(kind);
        out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        out.extend_from_slice(&checksum(bytes).to_le_bytes());
    }
    out.extend_from_slice(&checksum(&out).to_le_bytes());
    parts.iter().for_each(|(_, bytes)| out.extend_from_slice(bytes.as_ref()));
    out
}

/// Reports in corpora of at most [`PART_MAX`] bytes.
fn reports(reports: &[Report], parts: &mut Vec<([u8; 4], Vec<u8>)>) {
    let mut from = 0;
    while from < reports.len() {
        // Facts and text together are about three times the text.
        let mut to = from + 1;
        let mut len = reports[from].source.len();
        while to < reports.len() && 3 * (len + reports[to].source.len()) < PART_MAX {
            len += reports[to].source.len();
            to += 1;
        }
        loop {
            let bytes = Corpus { reports: reports[from..to].to_vec() }.encode();
            if bytes.len() <= PART_MAX || to == from + 1 {
                parts.push((REPORTS, bytes));
                break;
            }
            to = from + (to - from).div_ceil(2);
        }
        from = to;
    }
}

fn checksum(bytes: &[u8]) -> u64 {
    fnv::hash64(bytes.iter().copied())
}

pub(crate) fn put(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// One item after the other in parts of at most [`PART_MAX`] bytes.
pub(crate) fn split<T>(
    kind: [u8; 4],
    items: impl Iterator<Item = T>,
    parts: &mut Vec<([u8; 4], Vec<u8>)>,
    mut write: impl FnMut(&mut Vec<u8>, T),
) {
    let mut bytes = Vec::new();
    for item in items {
        let before = bytes.len();
        write(&mut bytes, item);
        if bytes.len() > PART_MAX && before > 0 {
            let rest = bytes.split_off(before);
            parts.push((kind, std::mem::replace(&mut bytes, rest)));
        }
    }
    parts.push((kind, bytes));
}

/// Reads numbers and texts.
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Of the bytes of one part, or of several of one kind one after the other.
    pub(crate) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Whether something is left.
    pub(crate) fn more(&self) -> bool {
        !self.bytes.is_empty()
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let (&byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).ok();
            }
        }
        None
    }

    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(len)?;
        self.bytes = rest;
        Some(taken)
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(byte)
    }

    /// A length and as many bytes of text.
    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let len = self.number()? as usize;
        std::str::from_utf8(self.take(len)?).ok()
    }

    /// A number of a spelling, written by [`put_term`].
    fn term(&mut self) -> Option<u32> {
        match self.byte()? {
            first @ 0..ONE_BYTE => Some(first.into()),
            u8::MAX => {
                let bytes = [self.byte()?, self.byte()?, self.byte()?];
                Some(u32::from_be_bytes([0, bytes[0], bytes[1], bytes[2]]))
            }
            first => Some(u32::from(ONE_BYTE) + u32::from(first - ONE_BYTE) * 256 + u32::from(self.byte()?)),
        }
    }
}

/// Numbers below it take one byte.
const ONE_BYTE: u8 = 160;

/// The most frequent spellings in one byte, nearly all others in two.
fn put_term(out: &mut Vec<u8>, number: u32) {
    let one = u32::from(ONE_BYTE);
    if number < one {
        out.push(number as u8);
    } else if number < one + (255 - one) * 256 {
        out.push(ONE_BYTE + ((number - one) >> 8) as u8);
        out.push((number - one) as u8);
    } else {
        out.push(u8::MAX);
        out.extend_from_slice(&number.to_be_bytes()[1..]);
    }
}

impl Index {
    fn encode(&self, parts: &mut Vec<([u8; 4], Vec<u8>)>) {
        let mut order: Vec<TermId> = (0..self.terms()).collect();
        let places = |term: TermId| self.postings[term as usize].places();
        crate::order::by(&mut order, |&a, &b| {
            places(b).cmp(&places(a)).then_with(|| self.dictionary.spelling(a).cmp(self.dictionary.spelling(b)))
        });
        let mut numbers = vec![0; order.len()];
        for (&term, number) in order.iter().zip(0..) {
            numbers[term as usize] = number;
        }
        let spellings = order.iter().map(|&term| self.dictionary.spelling(term));
        split(*b"WORD", spellings, parts, |out, spelling| {
            put(out, spelling.len() as u32);
            out.extend_from_slice(spelling.as_bytes());
        });
        let reports = || 0..self.len() as u32;
        split(*b"KIND", reports(), parts, |out, report| {
            let blocks = self.blocks(report);
            put(out, blocks.len() as u32);
            out.extend(blocks.iter().map(|block| block.1.index() as u8));
        });
        split(*b"TEXT", reports(), parts, |out, report| {
            for place in self.bases[report as usize]..self.bases[report as usize + 1] {
                put_term(out, self.running.get(place).map_or(0, |term| numbers[term as usize] + 1));
            }
        });
        split(*b"SPAN", reports(), parts, |out, report| {
            let statements = self.statements(report);
            put(out, statements.len() as u32);
            let mut last = 0;
            for (first, end) in statements {
                // One in no searched block comes after all words, or where the next begins.
                put(out, first.wrapping_sub(last));
                put(out, end - first);
                last = end;
            }
        });
    }

    /// Reads the blocks and the text of the next report.
    fn read_text(&mut self, kinds: &mut Reader<'_>, text: &mut Reader<'_>) -> Option<()> {
        let mut place = 0;
        for _ in 0..kinds.number()? {
            let kind = *BlockKind::ALL.get(kinds.byte()? as usize)?;
            let from = place;
            self.blocks.push((from, kind));
            loop {
                match text.term()? {
                    0 => break,
                    number if number <= self.terms() => {
                        self.running.push(number - 1);
                        place += 1;
                    }
                    _ => return None,
                }
            }
            self.running.push_gap();
            self.words += u64::from(place - from);
            place += 1;
        }
        self.end_text(place);
        Some(())
    }

    /// Reads the statements of a report, the one after the last that was read.
    fn read_statements(&mut self, report: u32, spans: &mut Reader<'_>) -> Option<()> {
        let mut last = 0_u32;
        let mut told = Vec::new();
        for _ in 0..spans.number()? {
            let first = last.wrapping_add(spans.number()?);
            last = first.checked_add(spans.number()?).filter(|&end| end <= self.places(report))?;
            told.push((first, last));
        }
        self.tell_statements(&told);
        Some(())
    }

    /// Measures what the lists of a report's terms will need, in order.
    fn measure(&mut self, report: u32, sizes: &mut Vec<Size>) {
        sizes.resize(self.dictionary.len(), Size::default());
        self.list(report, &mut |term, step, here| match step {
            None => sizes[term as usize].push(report, here.count, here.in_title),
            Some(step) => sizes[term as usize].push_place(step, here.bits),
        });
    }

    /// Makes the lists that were measured, each with the room that it will fill.
    fn make_room(&mut self, sizes: Vec<Size>) {
        self.postings.resize_with(self.dictionary.len(), Postings::default);
        self.postings.iter_mut().zip(&sizes).for_each(|(list, size)| list.reserve(size));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::explore::{ReportId, Seen};
    use crate::filter::Selection;

    fn explorer() -> Explorer {
        let pages = [
            "Hội nghị sơ kết\nNgày 11/7, Đảng bộ Khối họp. Toàn Đảng bộ kết nạp 30 đảng viên.",
            "Tin trong tỉnh\nCác dạng bộ máy mới. Đảng uỷ họp.",
            "Trang khác\nKhông có gì.",
        ];
        let reports = pages.iter().enumerate().map(|(i, p)| crate::parse(&format!("{i}"), p)).collect();
        Explorer::new(Arc::new(Corpus { reports }))
    }

    #[test]
    fn a_file_answers_as_what_it_was_made_of() {
        let built = explorer();
        let bytes = built.encode();
        let read = Explorer::decode(&bytes).expect("reads");
        assert_eq!(read.encode(), bytes, "twice is once");
        for piece in [1, 7, 1000] {
            let mut opening = Opening::default();
            bytes.chunks(piece).for_each(|piece| opening.push(piece).expect("reads"));
            assert_eq!(opening.finish().expect("opens").encode(), bytes, "in pieces of {piece}");
        }
        for cut in [0, 3, 20, bytes.len() - 1] {
            let mut opening = Opening::default();
            opening.push(&bytes[..cut]).expect("so far it is a corpus");
            assert_eq!(opening.finish().err(), Some(FileError::Damaged), "cut at {cut}");
        }
        for query in ["dang bo ", "\"Đảng bộ\"", "khối NEAR/3 họp", "đản", "30 -tin", ""] {
            let selection = Selection { query: query.to_owned(), ..Selection::default() };
            assert_eq!(read.answer(&selection), built.answer(&selection), "{query:?}");
        }
    }

    #[test]
    fn a_page_s_corpus_says_what_was_not_understood_and_answers_alike() {
        let built = explorer();
        for indexed in [false, true] {
            let read = Explorer::decode(&built.encode_for_page(indexed)).expect("reads");
            for number in 0..3 {
                let report = crate::explore::ReportId(number);
                assert_eq!(read.unread(report), Some(&unread::unread(built.report(report))[..]));
                assert_eq!(built.unread(report), None);
            }
            let selection = Selection { query: "dang bo".to_owned(), ..Selection::default() };
            assert_eq!(read.answer(&selection), built.answer(&selection));
        }
    }

    #[test]
    fn a_damaged_file_is_an_error_and_never_an_answer() {
        let bytes = explorer().encode();
        let error = |bytes: &[u8]| Explorer::decode(bytes).err();
        assert_eq!(error(b"SOIC\x01"), Some(FileError::NotACorpus));
        assert_eq!(error(&[b"SOIX\x09", &bytes[5..]].concat()), Some(FileError::OtherVersion(9)));
        for at in 5..bytes.len() {
            let mut altered = bytes.clone();
            altered[at] ^= 1 << (at % 8);
            assert_eq!(error(&altered), Some(FileError::Damaged), "byte {at}");
            assert_eq!(error(&bytes[..at]), Some(FileError::Damaged), "cut at {at}");
        }
        assert_eq!(error(&[&bytes[..], b"x"].concat()), Some(FileError::Damaged));
    }
    /// Pages with facts of every kind.
    fn full() -> Explorer {
        let pages = [
            "Hội nghị sơ kết công tác đảng năm 2017\n\nNgày: 21/6/2018\n\nNgày 11/7/2017, tại tỉnh Sóc Trăng, Đảng bộ \
             Khối các cơ quan họp. Đồng chí Lâm Văn Mẫn, Bí thư Tỉnh ủy, chủ trì. Đã kết nạp 30 đảng viên, đạt 120% chỉ \
             tiêu; thực hiện Chỉ thị 05-CT/TW.\n\nTuy nhiên, công tác kiểm tra còn chậm.\n\nPhóng viên A",
            "Tin\n\nTỉnh ủy Sóc Trăng họp với 12 chi bộ.",
            "",
        ];
        let reports = pages.iter().enumerate().map(|(i, p)| crate::parse(&format!("r{i}"), p)).collect();
        Explorer::new(Arc::new(Corpus { reports }))
    }

    #[test]
    fn a_report_that_stays_bytes_is_told_as_it_was_parsed() {
        let built = full();
        let read = Explorer::decode(&built.encode()).expect("reads");
        for id in (0..built.len() as u32).map(ReportId) {
            let (before, number) = (built.report(id), id.0 as usize);
            assert!(matches!(read.seen(id), Seen::Passing(_)), "nobody asked for it yet");
            assert_eq!((read.id(id), read.source(id)), (before.id.as_str(), &before.source));
            assert_eq!(read.find(&before.id), Some(id));
            let (there, here) = (built.outline(id.0), read.outline(id.0));
            assert_eq!((&here.blocks, &here.statements), (&there.blocks, &there.statements));
            let measures = |explorer: &Explorer| {
                let mut all = Vec::new();
                explorer.reports().measures(number, &mut |measure| all.push(format!("{measure:?}")));
                all
            };
            assert_eq!(measures(&read), measures(&built));
            assert_eq!(read.seen(id).to_json(), before.to_json());
            assert_eq!(read.report(id).to_json(), before.to_json());
            assert!(matches!(read.seen(id), Seen::Kept(_)), "it stays");
        }
        assert_eq!(read.corpus().reports.len(), 3);
        assert!(measures_of(&read, "số liệu:>100%") && !measures_of(&read, "số liệu:>130%"));
    }

    fn measures_of(explorer: &Explorer, query: &str) -> bool {
        !explorer.statements(&Selection { query: query.to_owned(), ..Selection::default() }).is_empty()
    }

    /// Asks for all that an explorer tells.
    fn ask(explorer: &Explorer) {
        for query in ["", "dang bo ", "\"chi bộ\"", "họp NEAR/5 khối", "số liệu:>5", "người:lam", "-khối", "đ"]
        {
            let selection = Selection { query: query.to_owned(), ..Selection::default() };
            explorer.answer(&selection);
            explorer.statements(&selection);
            explorer.suggest(query, 5);
            let node = explorer.asked(&selection).0;
            explorer.concordance(&node, &[], 5, crate::concordance::Order::Right);
            explorer.keyness(&node, &[], 5);
            explorer.runs(&node, &[], 2, 1, 5);
        }
        for id in (0..explorer.len() as u32).map(ReportId) {
            explorer.report(id);
            explorer.unread(id);
        }
        explorer.encode();
    }

    #[test]
    fn whatever_a_part_says_is_an_error_or_is_held_by_all_the_others() {
        let bytes = full().encode_for_page(true);
        let parts: Vec<([u8; 4], Vec<u8>)> =
            parts(&bytes).expect("whole").into_iter().map(|part| (part.kind, part.bytes.to_vec())).collect();
        let mut refused = std::collections::BTreeMap::new();
        for (which, (kind, part)) in parts.iter().enumerate() {
            // The head of a corpus is told by its own test; here its checksum is made to fit.
            let from = if kind == &REPORTS { 9 } else { 0 };
            for at in from..part.len() {
                for change in [0x01, 0x80, 0x55] {
                    let mut altered = parts.clone();
                    altered[which].1[at] ^= change;
                    if kind == &REPORTS {
                        let part = &mut altered[which].1;
                        let sum = fnv::hash32(part[9..].iter().copied());
                        part[5..9].copy_from_slice(&sum.to_le_bytes());
                    }
                    let file = file(&altered);
                    let mut opening = Opening::default();
                    let opened = opening.push(&file).and_then(|()| opening.finish());
                    assert_eq!(opened.is_ok(), Explorer::decode(&file).is_ok(), "{which} {at}");
                    let of_kind: &mut (usize, usize) = refused.entry(*kind).or_default();
                    match opened {
                        Ok(explorer) if at % 7 == 0 || kind == b"KIND" => ask(&explorer),
                        Ok(_) => {}
                        Err(_) => of_kind.1 += 1,
                    }
                    of_kind.0 += 1;
                }
            }
            let mut without = parts.clone();
            without.remove(which);
            assert_eq!(Explorer::decode(&file(&without)).is_ok(), *kind == GAPS, "{kind:?}");
        }
        assert_eq!(refused.len(), 7, "every kind of part: {refused:?}");
        assert!(refused.values().all(|&(tried, refused)| refused > tried / 10), "{refused:?}");
    }

    #[test]
    fn reports_that_come_damaged_are_not_taken() {
        let explorer = full();
        let whole = explorer.corpus().encode();
        let mut arrived = Arrived::default();
        arrived.push(&whole).expect("just encoded");
        for cut in [0, 8, whole.len() / 2, whole.len() - 1] {
            assert!(arrived.push(&whole[..cut]).is_err());
            assert_eq!(arrived.len(), 3, "cut at {cut}");
        }
        let told = |arrived: &Arrived| arrived.reports().map(|report| report.to_json()).collect::<Vec<_>>();
        assert_eq!(told(&arrived.clone().first(2)), told(&arrived)[..2]);
        assert_eq!(told(&arrived), explorer.corpus().reports.iter().map(Report::to_json).collect::<Vec<_>>());
    }
}
