//! Excerpts: the sentence that shows best why a report was found, with the exact places of the words.

use crate::corpus::Outline;
use crate::filter::set::Set;
use crate::filter::table::StatementTest;
use crate::gather::Gather;
use crate::index::{Index, is_searched};
use crate::order;
use crate::query::{Node, Word};
use crate::report::{BlockKind, Role};
use crate::text::{Span, Words};

/// A piece of a report to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// Bytes of the source: a statement, or a window of one that is long.
    pub at: Span,
    /// Which statement it is or lies in.
    pub statement: Option<usize>,
    /// Bytes of the source within `at` to mark: sorted, disjoint.
    pub marks: Vec<Span>,
    /// Bytes of the source within the headline to mark: sorted, disjoint.
    pub title_marks: Vec<Span>,
}

/// A statement longer than this many bytes is cut to a window; about three lines of Vietnamese.
const WINDOW_MAX: usize = 420;
/// Bytes of a window before its first mark.
const LEAD: u32 = 120;

/// A stretch of places where something that was asked for stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    at: (u32, u32),
    /// Which of what was asked for.
    asked: usize,
}

/// Where the words and phrases of a query stand in a report: sorted, disjoint.
pub(crate) fn marks(report: &Outline<'_>, node: &Node) -> Vec<Span> {
    let page = Page::read(report, node, false);
    disjoint(&page.marks()).into_iter().map(|stretch| page.span(stretch)).gather()
}

/// What the excerpts of an answer are cut for: the words of its query, and the role and areas that are chosen.
#[derive(Debug, Clone)]
pub struct Cutter {
    node: Node,
    /// By word: the spellings that it stands for.
    meant: Vec<Set>,
    /// The spellings that any of them stands for.
    any: Set,
    /// What is asked of the statement.
    pub(crate) test: Option<StatementTest>,
}

/// Equal are those that ask for the same: spellings have other numbers in another index.
impl PartialEq for Cutter {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node && self.test == other.test
    }
}

impl Cutter {
    /// `meant` gives the spellings that a word stands for.
    pub(crate) fn new(index: &Index, node: &Node, test: Option<StatementTest>, meant: &dyn Fn(&Word) -> Set) -> Self {
        let meant = asked(node).1.into_iter().map(meant).gather();
        let mut any = Set::empty(index.terms() as usize);
        meant.iter().for_each(|set| any.or(set));
        Self { node: node.clone(), meant, any, test }
    }

    /// Whether nothing is asked for: reports are shown by their openings.
    pub(crate) fn is_plain(&self) -> bool {
        self.meant.is_empty() && self.test.is_none()
    }

    /// Where they stand in a report, as the index has it: nothing is read.
    fn page(&self, index: &Index, number: u32) -> Page<'_> {
        let (nodes, words) = asked(&self.node);
        let mut page = Page::of(nodes, words);
        if page.asked.is_empty() {
            return page;
        }
        index.blocks(number).iter().map(|block| block.0).gather_into(&mut page.blocks);
        let base = index.bases[number as usize];
        for place in 0..index.places(number) {
            let Some(term) = index.running.get(base + place).filter(|&term| self.any.contains(term)) else { continue };
            for (meant, places) in self.meant.iter().zip(&mut page.places) {
                if meant.contains(term) {
                    places.push(place);
                }
            }
        }
        page
    }
}

/// The words, phrases and neighbourhoods that a query asks for, and every word in them.
fn asked(node: &Node) -> (Vec<&Node>, Vec<&Word>) {
    let mut nodes = Vec::new();
    node.wanted(&mut |node| nodes.push(node));
    let mut words = Vec::new();
    nodes.iter().for_each(|node| node.words(&mut words));
    (nodes, words)
}

/// The best excerpt of a report for a query, from a statement that `wanted` (by index) wants where one has a hit.
pub(crate) fn cut(
    index: &Index,
    number: u32,
    report: &Outline<'_>,
    cutter: &Cutter,
    wanted: Option<&dyn Fn(usize) -> bool>,
) -> Snippet {
    let page = cutter.page(index, number);
    let marks = page.marks();
    let merged = disjoint(&marks);
    let mut title_marks = Vec::new();
    let searched = report.blocks.iter().filter(|block| is_searched(block.0));
    let starts = index.blocks(number);
    for (i, block) in searched.enumerate().filter(|(_, block)| block.0 == BlockKind::Title) {
        let from = starts.get(i).map_or(0, |start| start.0);
        // The place before the next block belongs to none.
        let to = starts.get(i + 1).map_or(index.places(number), |next| next.0).saturating_sub(1);
        title_marks.append(&mut spans(report, block.1, (from, to), &merged));
    }
    let is_wanted = |i: usize| wanted.is_none_or(|wanted| wanted(i));
    let looked_at = if marks.is_empty() { Vec::new() } else { index.statements(number) };
    let mut best: Option<(usize, [usize; 4])> = None;
    let mut seen = Vec::new();
    for (i, &(first, end)) in looked_at.iter().enumerate() {
        let from = marks.partition_point(|mark| mark.at.0 < first);
        let inside = &marks[from..from + marks[from..].partition_point(|mark| mark.at.0 < end)];
        let (mut different, mut beside) = (0, 0);
        seen.clear();
        seen.resize(page.asked.len(), false);
        for (at, mark) in inside.iter().enumerate() {
            if let Some(seen) = seen.get_mut(mark.asked) {
                different += usize::from(!*seen);
                *seen = true;
            }
            let next = inside.get(at + 1);
            beside += usize::from(next.is_some_and(|next| next.at.0 <= mark.at.1 && next.asked != mark.asked));
        }
        // What the facets ask for first, then more of the words, then words side by side, then more mentions, then the earlier statement.
        let worth = [usize::from(is_wanted(i)), different, beside, inside.len()];
        if !inside.is_empty() && best.is_none_or(|best| worth > best.1) {
            best = Some((i, worth));
        }
    }
    if let Some((i, _)) = best {
        let statement = report.statements[i].1;
        let inside = spans(report, statement, looked_at[i], &merged);
        let at = window(report, statement, &inside);
        let marks = inside.into_iter().filter(|mark| at.covers(*mark)).gather();
        return Snippet { at, statement: Some(i), marks, title_marks };
    }
    let (at, statement) = opening(report, wanted);
    Snippet { at, statement, marks: Vec::new(), title_marks }
}

/// Without a hit: a statement that `wanted` wants, else the opening; and which statement that is.
pub(crate) fn opening(report: &Outline<'_>, wanted: Option<&dyn Fn(usize) -> bool>) -> (Span, Option<usize>) {
    let chosen = wanted.and_then(|wanted| (0..report.statements.len()).find(|&i| wanted(i)));
    let context = || report.statements.iter().position(|statement| statement.0 == Role::Context);
    if let Some(i) = chosen.or_else(context).or_else(|| (!report.statements.is_empty()).then_some(0)) {
        return (window(report, report.statements[i].1, &[]), Some(i));
    }
    let block = report.blocks.iter().find(|block| block.0 != BlockKind::Chrome);
    (block.map_or(Span::default(), |block| block.1), None)
}

/// The bytes of those of some stretches, sorted and disjoint, that lie in a piece of a report with the places `within`.
fn spans(report: &Outline<'_>, piece: Span, within: (u32, u32), stretches: &[(u32, u32)]) -> Vec<Span> {
    let from = stretches.partition_point(|stretch| stretch.0 < within.0);
    let inside = stretches[from..].iter().take_while(|stretch| stretch.0 < within.1);
    let inside = inside.copied().filter(|stretch| stretch.1 <= within.1).gather();
    if inside.is_empty() {
        return Vec::new();
    }
    let mut words = Words::new(piece.piece(report.source), piece.start);
    let mut at: Vec<Span> = Vec::new();
    while let Some((_, span)) = words.read() {
        at.push(span);
    }
    if at.len() != (within.1 - within.0) as usize {
        // A piece that begins or ends within a word counts them otherwise than its block.
        let page = Page::read(report, &Node::All, true);
        return inside.into_iter().map(|stretch| page.span(stretch)).gather();
    }
    let span = |(from, to): (u32, u32)| at[(from - within.0) as usize].join(at[(to - 1 - within.0) as usize]);
    inside.into_iter().map(span).gather()
}

/// A part of a long statement around most of its marks, cut between words.
fn window(report: &Outline<'_>, statement: Span, marks: &[Span]) -> Span {
    if statement.len() <= WINDOW_MAX {
        return statement;
    }
    let reach = WINDOW_MAX as u32;
    // Before the first of those that have most others in reach.
    let (mut from, mut most) = (statement.start, 0);
    for (i, mark) in marks.iter().enumerate() {
        let inside = 1 + marks[i..].iter().take_while(|other| other.end <= mark.start + reach - LEAD).count();
        if inside > most {
            (from, most) = (mark.start.saturating_sub(LEAD).max(statement.start), inside);
        }
    }
    let from = from.min(statement.end - reach);
    let mut at = Span::new(from, from + reach);
    let source = report.source.as_bytes();
    // Outwards to the next space, so that no word is cut.
    while at.start > statement.start && source.get(at.start as usize - 1) != Some(&b' ') {
        at.start -= 1;
    }
    while at.end < statement.end && source.get(at.end as usize) != Some(&b' ') {
        at.end += 1;
    }
    at
}

/// Stretches that begin at some places, all of one length.
pub(crate) fn stretches_from(places: &[u32], len: u32) -> Vec<(u32, u32)> {
    places.iter().map(|&place| (place, place + len)).gather()
}

/// The stretches of all parts that belong to a chain of neighbours: sorted, each once, as the parts are. `nodes` tell how many
/// words may lie between each part and the one before, `together` whether two places lie in one unit: a block, a statement.
pub(crate) fn near(
    mut parts: Vec<Vec<(u32, u32)>>,
    nodes: &[(Node, u32)],
    together: &dyn Fn(u32, u32) -> bool,
) -> Vec<(u32, u32)> {
    for i in 1..parts.len() {
        parts[i] = beside(&parts[i], &parts[i - 1], nodes[i].1, together);
    }
    for i in (1..parts.len()).rev() {
        parts[i - 1] = beside(&parts[i - 1], &parts[i], nodes[i].1, together);
    }
    let mut all = Vec::new();
    parts.iter_mut().for_each(|part| all.append(part));
    order::each_once(all)
}

/// The stretches of `these` that have one of `those` in the same unit with at most `gap` words between.
fn beside(
    these: &[(u32, u32)],
    those: &[(u32, u32)],
    gap: u32,
    together: &dyn Fn(u32, u32) -> bool,
) -> Vec<(u32, u32)> {
    let mut longest = 0;
    those.iter().for_each(|stretch| longest = longest.max(stretch.1 - stretch.0));
    let mut from = 0;
    let mut out = Vec::new();
    for &this in these {
        let reach = this.0.saturating_sub(gap.saturating_add(longest));
        while those.get(from).is_some_and(|that| that.0 < reach) {
            from += 1;
        }
        let near = those[from..].iter().take_while(|that| that.0 <= this.1.saturating_add(gap));
        for that in near {
            let between = if that.1 <= this.0 { Some(this.0 - that.1) } else { that.0.checked_sub(this.1) };
            if between.is_some_and(|between| between <= gap) && together(this.0, that.0) {
                out.push(this);
                break;
            }
        }
    }
    out
}

fn disjoint(marks: &[Mark]) -> Vec<(u32, u32)> {
    let mut out: Vec<(u32, u32)> = Vec::new();
    for mark in marks {
        match out.last_mut() {
            Some(last) if mark.at.0 < last.1 => last.1 = last.1.max(mark.at.1),
            _ => out.push(mark.at),
        }
    }
    out
}

/// The words of one report that a query asks for. Places are counted as in the index.
pub(crate) struct Page<'a> {
    /// The words, phrases and neighbourhoods that are asked for.
    pub asked: Vec<&'a Node>,
    /// Every word in them.
    words: Vec<&'a Word>,
    /// By word: its places.
    places: Vec<Vec<u32>>,
    /// The places that were kept, with their bytes in the source.
    pub kept: Vec<(u32, Span)>,
    /// First place of each block.
    blocks: Vec<u32>,
}

impl<'a> Page<'a> {
    fn of(asked: Vec<&'a Node>, words: Vec<&'a Word>) -> Self {
        let places = words.iter().map(|_| Vec::new()).gather();
        Self { asked, words, places, kept: Vec::new(), blocks: Vec::new() }
    }

    /// Every stretch of what was asked for, sorted.
    fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (asked, node) in self.asked.iter().enumerate() {
            self.stretches(node).into_iter().map(|at| Mark { at, asked }).gather_into(&mut marks);
        }
        // Those of one are in order.
        if self.asked.len() > 1 {
            order::natural(&mut marks);
        }
        marks
    }

    /// Reads a report; keeps all its words or only those that are asked for.
    pub fn read(report: &Outline<'_>, node: &'a Node, all: bool) -> Self {
        let (nodes, words) = asked(node);
        let mut page = Self::of(nodes, words);
        if page.asked.is_empty() && !all {
            return page;
        }
        let mut place = 0;
        for &(_, at) in report.blocks.iter().filter(|block| is_searched(block.0)) {
            page.blocks.push(place);
            let mut text = Words::new(at.piece(report.source), at.start);
            while let Some((spelling, at)) = text.read() {
                let mut keep = all;
                for (word, places) in page.words.iter().zip(&mut page.places) {
                    if word.matches(spelling) {
                        places.push(place);
                        keep = true;
                    }
                }
                if keep {
                    page.kept.push((place, at));
                }
                place += 1;
            }
            place += 1;
        }
        page
    }

    /// The bytes of the source from the first word of a stretch to its last.
    pub fn span(&self, (from, to): (u32, u32)) -> Span {
        self.at(from).join(self.at(to - 1))
    }

    fn at(&self, place: u32) -> Span {
        self.kept.binary_search_by_key(&place, |kept| kept.0).map_or(Span::default(), |i| self.kept[i].1)
    }

    fn block(&self, place: u32) -> usize {
        self.blocks.partition_point(|&first| first <= place)
    }

    /// Places of a word of the query.
    fn places_of(&self, word: &Word) -> &[u32] {
        self.words.iter().position(|other| other.at == word.at).map_or(&[], |i| &self.places[i])
    }

    /// Where a node stands: first place, and one past the last.
    pub fn stretches(&self, node: &Node) -> Vec<(u32, u32)> {
        match node {
            Node::Word(word) => stretches_from(self.places_of(word), 1),
            Node::Phrase(words) => {
                let follows = |start: u32| {
                    words
                        .iter()
                        .zip(start..)
                        .skip(1)
                        .all(|(word, place)| self.places_of(word).binary_search(&place).is_ok())
                };
                let first = words.first().map_or(&[][..], |word| self.places_of(word));
                let starts = first.iter().copied().filter(|&start| follows(start)).gather();
                stretches_from(&starts, words.len() as u32)
            }
            Node::Or(nodes) => {
                let mut all = Vec::new();
                nodes.iter().for_each(|node| all.append(&mut self.stretches(node)));
                order::each_once(all)
            }
            Node::Near(nodes) => {
                let parts = nodes.iter().map(|(node, _)| self.stretches(node)).gather();
                near(parts, nodes, &|a, b| self.block(a) == self.block(b))
            }
            _ => Vec::new(),
        }
    }

    /// The kept words of the block that a stretch lies in: before it, in it, after it.
    pub fn around(&self, (from, to): (u32, u32)) -> [&[(u32, Span)]; 3] {
        let block = self.block(from);
        let first = self.blocks.get(block.wrapping_sub(1)).copied().unwrap_or(0);
        let end = self.blocks.get(block).copied().unwrap_or(u32::MAX);
        let index = |place: u32| self.kept.partition_point(|kept| kept.0 < place);
        [(first, from), (from, to), (to, end)].map(|(a, b)| &self.kept[index(a)..index(b)])
    }
}
