//! The inverted index: for each exact spelling, the reports that hold it and where.
//!
//! A *place* is a word's number in its report: the words of titles, ledes, paragraphs, captions and bylines in page
//! order, with one number left out between two blocks, so that no phrase runs over a line's end.
//! Spellings are sorted by their search key, so a word typed without marks is one range of them.
//! Nothing is ever rebuilt: a further report only appends to the lists of its words.

pub(crate) mod bits;
pub(crate) mod dictionary;
pub mod file;
pub(crate) mod places;
pub(crate) mod postings;
pub(crate) mod running;
pub(crate) mod sentences;

use crate::report::{BlockKind, Report};
use crate::text::Words;
use dictionary::{Dictionary, TermId};
use postings::Postings;
use running::Running;
use sentences::Sentences;

/// Whether the words of a block are found by search: what holds facts, and who signs.
pub fn is_searched(kind: BlockKind) -> bool {
    kind.holds_facts() || kind == BlockKind::Byline
}

/// Words of all reports with their places.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(crate) dictionary: Dictionary,
    /// By term.
    pub(crate) postings: Vec<Postings>,
    /// By place: the term that stands there.
    pub(crate) running: Running,
    /// By report, and one more: the first place of each, counted over all reports.
    pub(crate) bases: Vec<u32>,
    /// By report, and one more: where its blocks begin in `blocks`.
    block_starts: Vec<u32>,
    /// First place of each searched block, counted in its report, and its kind.
    blocks: Vec<(u32, BlockKind)>,
    /// By report, and one more: its first statement, numbered over all reports.
    pub(crate) statement_starts: Vec<u32>,
    /// By place: the statement that it lies in.
    pub(crate) sentences: Sentences,
    /// Words in all.
    words: u64,
    /// By term: what it has in the report that is being added. Kept between reports.
    here: Vec<Here>,
}

/// What a term has in one report.
#[derive(Debug, Clone, Copy, Default)]
struct Here {
    count: u32,
    in_title: u32,
    /// One past its last place so far.
    next: u32,
    /// The parameter of its places.
    bits: u32,
}

impl Index {
    /// An index of nothing.
    pub fn new() -> Self {
        Self { bases: vec![0], block_starts: vec![0], statement_starts: vec![0], ..Self::default() }
    }

    /// Adds reports; each one's number is how many stood before it.
    pub fn extend<'a>(&mut self, reports: impl IntoIterator<Item = &'a Report>) {
        for report in reports {
            self.add(report);
        }
        self.dictionary.settle();
        self.dictionary.forget_slots();
        self.postings.iter_mut().for_each(Postings::shrink);
        self.shrink();
    }

    /// Gives back the room that it does not use, but for the lists of places.
    fn shrink(&mut self) {
        self.running.shrink();
        self.sentences.shrink();
        self.here = Vec::new();
    }

    pub(crate) fn add(&mut self, report: &Report) {
        let mut place = 0;
        let mut statements = report.statements.iter().peekable();
        let mut told: Vec<(u32, u32)> = Vec::new();
        for block in report.blocks.iter().filter(|block| is_searched(block.kind)) {
            let from = place;
            self.blocks.push((from, block.kind));
            let mut open: Option<u32> = None;
            let mut words = Words::new(block.quote.as_str(), block.quote.span().start);
            while let Some((word, at)) = words.read() {
                // A statement holds the words that begin in it.
                while let Some(statement) = statements.peek() {
                    let span = statement.quote.span();
                    if at.start < span.start {
                        break;
                    }
                    if at.start < span.end {
                        open.get_or_insert(place);
                        break;
                    }
                    told.push((open.take().unwrap_or(place), place));
                    statements.next();
                }
                let term = self.dictionary.intern(word);
                self.running.push(term);
                place += 1;
            }
            let end = block.quote.span().end;
            while statements.next_if(|statement| statement.quote.span().end <= end).is_some() {
                told.push((open.take().unwrap_or(place), place));
            }
            self.words += u64::from(place - from);
            self.running.push_gap();
            place += 1;
        }
        // Statements outside every searched block have no words.
        statements.for_each(|_| told.push((place, place)));
        self.end_text(place);
        self.tell_statements(&told);
        self.fill(self.len() as u32 - 1);
    }

    /// Puts the words of a report in the lists; it is the next after the last that was.
    fn fill(&mut self, report: u32) {
        let mut lists = std::mem::take(&mut self.postings);
        if lists.len() < self.dictionary.len() {
            lists.resize_with(self.dictionary.len(), Postings::default);
        }
        self.list(report, &mut |term, step, here| match step {
            None => lists[term as usize].push(report, here.count, here.in_title),
            Some(step) => lists[term as usize].push_place(step, here.bits),
        });
        self.postings = lists;
    }

    /// Ends the text of a report that has so many places.
    fn end_text(&mut self, places: u32) {
        self.bases.push(self.all_places() + places);
        self.block_starts.push(self.blocks.len() as u32);
    }

    /// Passes the words of a report to `each`: each term once, then each place as the steps since the term's last.
    fn list(&mut self, report: u32, each: &mut dyn FnMut(TermId, Option<u32>, &Here)) {
        let mut terms: Vec<TermId> = Vec::new();
        let mut all = std::mem::take(&mut self.here);
        all.resize(self.dictionary.len(), Here::default());
        let base = self.bases[report as usize];
        let len = self.places(report);
        for at in 0..len {
            let Some(term) = self.running.get(base + at) else { continue };
            let here = &mut all[term as usize];
            if here.count == 0 {
                terms.push(term);
            }
            here.count += 1;
        }
        let blocks = self.blocks(report);
        for (i, &(first, _)) in blocks.iter().enumerate().filter(|(_, block)| block.1 == BlockKind::Title) {
            let end = blocks.get(i + 1).map_or(len, |next| next.0);
            let words = (first..end).filter_map(|at| self.running.get(base + at));
            words.for_each(|term| all[term as usize].in_title += 1);
        }
        for &term in &terms {
            let here = &mut all[term as usize];
            here.bits = postings::place_bits(len, here.count);
            each(term, None, here);
        }
        for at in 0..len {
            let Some(term) = self.running.get(base + at) else { continue };
            let here = &mut all[term as usize];
            each(term, Some(at - here.next), here);
            here.next = at + 1;
        }
        terms.iter().for_each(|&term| all[term as usize] = Here::default());
        self.here = all;
    }

    /// How many reports it holds.
    pub fn len(&self) -> usize {
        self.bases.len() - 1
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many words it holds.
    pub fn words(&self) -> u64 {
        self.words
    }

    /// How many spellings it holds.
    pub(crate) fn terms(&self) -> TermId {
        self.dictionary.len() as TermId
    }

    /// How many places all reports have.
    pub(crate) fn all_places(&self) -> u32 {
        self.bases.last().copied().unwrap_or(0)
    }

    /// How many words a report has.
    pub fn report_words(&self, report: u32) -> u32 {
        // One place is left out after each block.
        self.places(report) - self.blocks(report).len() as u32
    }

    /// How many places a report has, the gaps between its blocks included.
    pub(crate) fn places(&self, report: u32) -> u32 {
        self.bases[report as usize + 1] - self.bases[report as usize]
    }

    /// First places and kinds of the searched blocks of a report.
    pub(crate) fn blocks(&self, report: u32) -> &[(u32, BlockKind)] {
        let i = report as usize;
        &self.blocks[self.block_starts[i] as usize..self.block_starts[i + 1] as usize]
    }

    /// Takes in the statements of the next report, the text of which has ended.
    fn tell_statements(&mut self, statements: &[(u32, u32)]) {
        let report = self.statement_starts.len() - 1;
        self.sentences.extend(self.bases[report], self.bases[report + 1], statements);
        let before = self.statement_starts.last().copied().unwrap_or(0);
        self.statement_starts.push(before + statements.len() as u32);
    }

    /// The statements of a report: first place and the place after the last.
    pub(crate) fn statements(&self, report: u32) -> Vec<(u32, u32)> {
        let i = report as usize;
        let (from, to) = (self.statement_starts[i], self.statement_starts[i + 1]);
        self.sentences.between(self.bases[i], self.bases[i + 1], from, to)
    }

    /// Bytes that it takes in memory, lists and dictionary.
    pub fn bytes(&self) -> usize {
        let postings: usize = self.postings.iter().map(Postings::bytes).sum();
        postings
            + self.running.bytes()
            + self.dictionary.bytes()
            + 4 * (self.bases.capacity() + self.block_starts.capacity())
            + 8 * self.blocks.capacity()
            + 4 * self.statement_starts.capacity()
            + self.sentences.bytes()
    }
}
