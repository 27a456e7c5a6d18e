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

use std::sync::Arc;

use super::Index;
use super::dictionary::TermId;
use super::postings::Postings;
use crate::corpus::{self, Corpus};
use crate::explore::Explorer;
use crate::fnv;
use crate::link::Links;
use crate::report::{BlockKind, Report};
use crate::unread;

const MAGIC: &[u8; 4] = b"SOIX";
const VERSION: u8 = 3;
/// A static host serves whole files, so a part is what a browser fetches at once.
const PART_MAX: usize = 1_000_000;
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
    reports: Vec<Report>,
    /// The parts that are read together, at the end.
    parts: Vec<([u8; 4], Vec<u8>)>,
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
            entries.reverse();
            self.entries = Some(entries);
            at = len;
        }
        while let Some(entry) = self.entries.as_mut().and_then(|e| e.pop_if(|entry| entry.len <= self.held.len() - at))
        {
            let part = entry.check(&self.held[at..at + entry.len])?;
            if part.kind == REPORTS {
                self.reports.append(&mut Corpus::decode(part.bytes)?.reports);
            } else {
                self.parts.push((part.kind, part.bytes.to_vec()));
            }
            at += entry.len;
        }
        self.held.drain(..at);
        Ok(())
    }

    /// The explorer, when all has come.
    ///
    /// # Errors
    /// If something is missing or left over.
    pub fn finish(mut self) -> Result<Explorer, FileError> {
        if !self.held.is_empty() || self.entries.is_none_or(|entries| !entries.is_empty()) {
            return Err(FileError::Damaged);
        }
        self.reports.shrink_to_fit();
        let parts: Vec<Part<'_>> = self.parts.iter().map(|(kind, bytes)| Part { kind: *kind, bytes }).collect();
        open(self.reports, &parts)
    }
}

/// The explorer of reports and of the other parts of a file.
fn open(reports: Vec<Report>, parts: &[Part<'_>]) -> Result<Explorer, FileError> {
    let has = |kind: [u8; 4]| parts.iter().any(|part| part.kind == kind);
    let index = if has(*b"KIND") {
        Index::decode(parts).filter(|index| index.len() == reports.len()).ok_or(FileError::Damaged)?
    } else {
        let mut index = Index::new();
        index.extend(&reports);
        index
    };
    let links = Links::read(parts, &reports).ok_or(FileError::Damaged)?;
    let unread = match has(GAPS) {
        true => Some(unread::read(&mut Reader::new(parts, &GAPS), &reports).ok_or(FileError::Damaged)?),
        false => None,
    };
    Ok(Explorer::with_index(Arc::new(Corpus { reports }), index, &links).with_unread(unread))
}

impl Explorer {
    /// The corpus and its index as one file.
    pub fn encode(&self) -> Vec<u8> {
        let mut parts = self.reports_and_links();
        self.index().encode(&mut parts);
        file(&parts)
    }

    /// As a page carries it: what was not understood is told, so that the page needs no reader to say so; and it has
    /// the index only if `indexed`, for few reports are indexed as they are read.
    pub fn encode_for_page(&self, indexed: bool) -> Vec<u8> {
        let mut parts = self.reports_and_links();
        if indexed {
            self.index().encode(&mut parts);
        }
        split(GAPS, self.corpus().reports.iter(), &mut parts, unread::write);
        file(&parts)
    }

    fn reports_and_links(&self) -> Vec<([u8; 4], Vec<u8>)> {
        let mut parts = Vec::new();
        reports(&self.corpus().reports, &mut parts);
        self.links().parts(&mut parts);
        parts
    }

    /// Reads what [`Self::encode`] or [`Self::encode_for_page`] wrote, without indexing again what was.
    ///
    /// # Errors
    /// If the bytes are no built corpus, of another version, cut short or altered.
    pub fn decode(bytes: &[u8]) -> Result<Self, FileError> {
        let parts = parts(bytes)?;
        let mut reports = Vec::new();
        for part in parts.iter().filter(|part| part.kind == REPORTS) {
            reports.append(&mut Corpus::decode(part.bytes)?.reports);
        }
        open(reports, &parts)
    }

    /// The same for what will be written again: links that a reader told are kept as they are.
    ///
    /// # Errors
    /// As of [`Self::decode`].
    pub fn decode_to_write(bytes: &[u8]) -> Result<Self, FileError> {
        let explorer = Self::decode(bytes)?;
        let links = Links::read(&parts(bytes)?, &explorer.corpus().reports).ok_or(FileError::Damaged)?;
        Ok(explorer.with_links(links))
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
pub async fn join(reports: Vec<Report>, findings: &[u8], mut pause: impl AsyncFnMut()) -> Result<Explorer, FileError> {
    let parts = parts(findings)?;
    pause().await;
    let mut decoding = Decoding::new(&parts).ok_or(FileError::Damaged)?;
    pause().await;
    while decoding.report().ok_or(FileError::Damaged)? {
        if decoding.index.len().is_multiple_of(32) {
            pause().await;
        }
    }
    let index = decoding.finish().filter(|index| index.len() == reports.len()).ok_or(FileError::Damaged)?;
    pause().await;
    let links = Links::read(&parts, &reports).ok_or(FileError::Damaged)?;
    pause().await;
    Ok(Explorer::with_index_slowly(Arc::new(Corpus { reports }), index, &links, pause).await)
}

/// What was not understood, report by report.
const GAPS: [u8; 4] = *b"GAPS";

/// Parts as a file.
fn file(parts: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.push(VERSION);
    out.extend_from_slice(&(parts.len() as u32).to_le_bytes());
    for (kind, bytes) in parts {
        out.extend_from_slice(kind);
        out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        out.extend_from_slice(&checksum(bytes).to_le_bytes());
    }
    out.extend_from_slice(&checksum(&out).to_le_bytes());
    parts.iter().for_each(|(_, bytes)| out.extend_from_slice(bytes));
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

/// Reads numbers and texts from the parts of one kind.
pub(crate) struct Reader<'a> {
    parts: Vec<&'a [u8]>,
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(parts: &[Part<'a>], kind: &[u8; 4]) -> Self {
        let mut parts: Vec<&[u8]> = parts.iter().filter(|part| part.kind == *kind).map(|part| part.bytes).collect();
        parts.reverse();
        Self { parts, bytes: &[] }
    }

    /// Whether something is left.
    pub(crate) fn more(&mut self) -> bool {
        while self.bytes.is_empty() {
            let Some(part) = self.parts.pop() else { return false };
            self.bytes = part;
        }
        true
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        self.more();
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
        self.more();
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
            for &(first, end) in statements {
                // One in no searched block comes after all words, or where the next begins.
                put(out, first.wrapping_sub(last));
                put(out, end - first);
                last = end;
            }
        });
    }

    fn decode(parts: &[Part<'_>]) -> Option<Self> {
        let mut decoding = Decoding::new(parts)?;
        while decoding.report()? {}
        decoding.finish()
    }
}

/// An index that is read report by report.
struct Decoding<'a> {
    index: Index,
    kinds: Reader<'a>,
    text: Reader<'a>,
    spans: Reader<'a>,
}

impl<'a> Decoding<'a> {
    fn new(parts: &[Part<'a>]) -> Option<Self> {
        let mut index = Index::new();
        let mut words = Reader::new(parts, b"WORD");
        while words.more() {
            index.dictionary.intern(words.text()?);
        }
        index.dictionary.settle();
        let [kinds, text, spans] = [b"KIND", b"TEXT", b"SPAN"].map(|kind| Reader::new(parts, kind));
        Some(Self { index, kinds, text, spans })
    }

    /// Reads the next; `false` if there is none.
    fn report(&mut self) -> Option<bool> {
        let Self { index, kinds, text, spans } = self;
        if !kinds.more() {
            return Some(false);
        }
        let mut found = std::mem::take(&mut index.found);
        found.clear();
        let mut titles = Vec::new();
        let mut place = 0;
        for _ in 0..kinds.number()? {
            let kind = *BlockKind::ALL.get(kinds.byte()? as usize)?;
            let from = place;
            index.blocks.push((from, kind));
            loop {
                match text.term()? {
                    0 => break,
                    number if number <= index.terms() => {
                        index.running.push(number - 1);
                        found.push((number - 1, place));
                        place += 1;
                    }
                    _ => return None,
                }
            }
            index.running.push_gap();
            if kind == BlockKind::Title {
                titles.push((from, place));
            }
            index.words += u64::from(place - from);
            place += 1;
        }
        let mut last = 0_u32;
        for _ in 0..spans.number()? {
            let first = last.wrapping_add(spans.number()?);
            last = first.checked_add(spans.number()?).filter(|&end| end <= place)?;
            index.statements.push((first, last));
        }
        index.finish(found, place, &titles);
        Some(true)
    }

    fn finish(mut self) -> Option<Index> {
        self.index.postings.iter_mut().for_each(Postings::shrink);
        self.index.running.shrink();
        (!self.text.more() && !self.spans.more()).then_some(self.index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
