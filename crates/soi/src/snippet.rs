//! Excerpts: the sentence that shows best why a report was found, with the exact places of the words.

use crate::index::is_searched;
use crate::query::{Node, Word};
use crate::report::{BlockKind, Report, Role};
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
}

/// A statement longer than this many bytes is cut to a window; about three lines of Vietnamese.
const WINDOW_MAX: usize = 420;
/// Bytes of a window before its first mark.
const LEAD: u32 = 120;

/// A word of a report.
pub(crate) struct Found {
    pub spelling: String,
    pub at: Span,
    pub block: usize,
}

/// A place where something that was asked for stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    at: Span,
    /// Which of what was asked for.
    asked: usize,
}

/// Where the words and phrases of a query stand in a report: sorted, disjoint.
pub(crate) fn marks(report: &Report, node: &Node) -> Vec<Span> {
    disjoint(&find(report, node))
}

/// The best excerpt of a report for a query.
pub(crate) fn cut(report: &Report, node: &Node) -> Snippet {
    let marks = find(report, node);
    let best = report
        .statements
        .iter()
        .enumerate()
        .filter_map(|(i, statement)| {
            let span = statement.quote.span();
            let from = marks.partition_point(|mark| mark.at.start < span.start);
            let inside = &marks[from..from + marks[from..].partition_point(|mark| mark.at.start < span.end)];
            let mut asked: Vec<usize> = inside.iter().map(|mark| mark.asked).collect();
            asked.sort_unstable();
            asked.dedup();
            // More of the words first, then words side by side, then more mentions, then the earlier statement.
            let beside =
                inside.windows(2).filter(|w| w[1].at.start <= w[0].at.end + 1 && w[0].asked != w[1].asked).count();
            (!asked.is_empty()).then_some((asked.len(), beside, inside.len(), std::cmp::Reverse(i)))
        })
        .max();
    if let Some((.., std::cmp::Reverse(i))) = best {
        let statement = report.statements[i].quote.span();
        let inside: Vec<Span> = disjoint(&marks).into_iter().filter(|mark| statement.covers(*mark)).collect();
        let at = window(report, statement, &inside);
        let marks = inside.into_iter().filter(|mark| at.covers(*mark)).collect();
        return Snippet { at, statement: Some(i), marks };
    }
    let first = report.statements.iter().position(|statement| statement.role == Role::Context);
    if let Some(i) = first.or_else(|| (!report.statements.is_empty()).then_some(0)) {
        let at = window(report, report.statements[i].quote.span(), &[]);
        return Snippet { at, statement: Some(i), marks: Vec::new() };
    }
    let block = report.blocks.iter().find(|block| block.kind != BlockKind::Chrome);
    Snippet { at: block.map_or(Span::default(), |block| block.quote.span()), statement: None, marks: Vec::new() }
}

/// A part of a long statement around most of its marks, cut between words.
fn window(report: &Report, statement: Span, marks: &[Span]) -> Span {
    if statement.len() <= WINDOW_MAX {
        return statement;
    }
    let reach = WINDOW_MAX as u32;
    let densest = marks.iter().enumerate().max_by_key(|&(i, mark)| {
        let inside = marks[i..].iter().take_while(|other| other.end <= mark.start + reach - LEAD).count();
        (inside, std::cmp::Reverse(i))
    });
    let from = densest.map_or(statement.start, |(_, mark)| mark.start.saturating_sub(LEAD).max(statement.start));
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

fn disjoint(marks: &[Mark]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for mark in marks {
        match out.last_mut() {
            Some(last) if mark.at.start < last.end => last.end = last.end.max(mark.at.end),
            _ => out.push(mark.at),
        }
    }
    out
}

/// Every place of what was asked for, sorted.
fn find(report: &Report, node: &Node) -> Vec<Mark> {
    let mut asked = Vec::new();
    node.wanted(&mut |node| asked.push(node));
    let mut marks = Vec::new();
    if asked.is_empty() {
        return marks;
    }
    let found = words(report);
    for (i, node) in asked.into_iter().enumerate() {
        marks.extend(
            stretches(node, &found)
                .into_iter()
                .map(|(from, to)| Mark { at: found[from].at.join(found[to - 1].at), asked: i }),
        );
    }
    marks.sort_unstable();
    marks
}

pub(crate) fn words(report: &Report) -> Vec<Found> {
    let mut found = Vec::new();
    for (block, line) in report.blocks.iter().enumerate().filter(|(_, line)| is_searched(line.kind)) {
        let mut words = Words::new(line.quote.as_str(), line.quote.span().start);
        while let Some((spelling, at)) = words.read() {
            found.push(Found { spelling: spelling.to_owned(), at, block });
        }
    }
    found
}

/// Ranges of words where a node stands.
pub(crate) fn stretches(node: &Node, found: &[Found]) -> Vec<(usize, usize)> {
    match node {
        Node::Word(word) => {
            (0..found.len()).filter(|&i| word.matches(&found[i].spelling)).map(|i| (i, i + 1)).collect()
        }
        Node::Phrase(words) => {
            let stands = |window: &[Found]| {
                window.first().map(|f| f.block) == window.last().map(|f| f.block)
                    && words.iter().zip(window).all(|(word, found): (&Word, _)| word.matches(&found.spelling))
            };
            let windows = found.windows(words.len()).enumerate();
            windows.filter(|(_, window)| stands(window)).map(|(i, _)| (i, i + words.len())).collect()
        }
        Node::Or(nodes) => {
            let mut all: Vec<_> = nodes.iter().flat_map(|node| stretches(node, found)).collect();
            all.sort_unstable();
            all.dedup();
            all
        }
        Node::Near(nodes) => {
            let mut parts: Vec<Vec<(usize, usize)>> = nodes.iter().map(|(node, _)| stretches(node, found)).collect();
            let beside = |a: (usize, usize), b: (usize, usize), gap: u32| {
                let between = if b.1 <= a.0 { Some(a.0 - b.1) } else { b.0.checked_sub(a.1) };
                found[a.0].block == found[b.0].block && between.is_some_and(|between| between <= gap as usize)
            };
            let last = parts.len();
            let there = (1..last).map(|i| (i, i - 1, i));
            let back = (1..last).rev().map(|i| (i - 1, i, i));
            for (this, that, gap) in there.chain(back) {
                let others = std::mem::take(&mut parts[that]);
                parts[this].retain(|&a| others.iter().any(|&b| beside(a, b, nodes[gap].1)));
                parts[that] = others;
            }
            let mut all: Vec<_> = parts.into_iter().flatten().collect();
            all.sort_unstable();
            all.dedup();
            all
        }
        _ => Vec::new(),
    }
}
