//! Two reports side by side: which sentences answer each other, and what differs in them word by word.

use super::Rows;
use crate::report::Report;
use crate::text::{Span, Words};

/// What a stretch of two aligned sentences is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EditKind {
    /// In both; the span is of the left report.
    Same,
    /// Only in the left one.
    Left,
    /// Only in the right one; the span is of the right report.
    Right,
}

/// A stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// Where it stands.
    pub kind: EditKind,
    /// Bytes of the source that `kind` tells.
    pub at: Span,
}

/// A sentence of either report, or one of each that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aligned {
    /// Statement of the left report.
    pub left: Option<usize>,
    /// Statement of the right report.
    pub right: Option<usize>,
    /// Word by word, if both are there.
    pub edits: Vec<Edit>,
}

/// Resemblance from which two sentences are laid side by side; lower than for a formula, for the reader sees both.
const SIDE_BY_SIDE: f64 = 0.3;

/// Lays two reports side by side: both in their own order, alike sentences in one row.
pub fn difference(left: &Report, right: &Report) -> Vec<Aligned> {
    let rows = |report: &Report| -> Vec<Rows> {
        report.statements.iter().map(|statement| Rows::of(report, statement.quote.span())).collect()
    };
    let (a, b) = (rows(left), rows(right));
    let same = |i: usize, j: usize| {
        let (x, y) = (left.statements[i].quote.as_str(), right.statements[j].quote.as_str());
        let alike = if x == y { 1.0 } else { a[i].resemblance(&b[j]) };
        if alike >= SIDE_BY_SIDE { alike } else { 0.0 }
    };
    let pairs = longest(a.len(), b.len(), same);
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (to_i, to_j) in pairs.into_iter().chain([(a.len(), b.len())]) {
        out.extend((i..to_i).map(|left| Aligned { left: Some(left), right: None, edits: Vec::new() }));
        out.extend((j..to_j).map(|right| Aligned { left: None, right: Some(right), edits: Vec::new() }));
        if to_i < a.len() && to_j < b.len() {
            let edits = edits(left, left.statements[to_i].quote.span(), right, right.statements[to_j].quote.span());
            out.push(Aligned { left: Some(to_i), right: Some(to_j), edits });
        }
        (i, j) = (to_i + 1, to_j + 1);
    }
    out
}

/// The heaviest chain of pairs that cross no other (Needleman and Wunsch, 1970, without a price for gaps).
fn longest(rows: usize, columns: usize, weight: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let width = columns + 1;
    let mut best = vec![0.0_f64; (rows + 1) * width];
    let mut weights = vec![0.0_f64; rows * columns];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let w = weight(i, j);
            weights[i * columns + j] = w;
            let paired = if w > 0.0 { w + best[(i + 1) * width + j + 1] } else { 0.0 };
            best[i * width + j] = paired.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < rows && j < columns {
        let here = best[i * width + j];
        let w = weights[i * columns + j];
        if here == 0.0 {
            break;
        }
        if w > 0.0 && here == w + best[(i + 1) * width + j + 1] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

fn edits(left: &Report, a: Span, right: &Report, b: Span) -> Vec<Edit> {
    let words = |report: &Report, at: Span| {
        let mut out = Vec::new();
        let mut words = Words::new(report.source.get(at.range()).unwrap_or(""), at.start);
        while let Some((word, at)) = words.read() {
            out.push((word.to_owned(), at));
        }
        out
    };
    let (a, b) = (words(left, a), words(right, b));
    let pairs = longest(a.len(), b.len(), |i, j| if a[i].0 == b[j].0 { 1.0 } else { 0.0 });
    let mut out: Vec<Edit> = Vec::new();
    let mut push = |kind: EditKind, at: Span| match out.last_mut() {
        Some(last) if last.kind == kind => last.at = last.at.join(at),
        _ => out.push(Edit { kind, at }),
    };
    let (mut i, mut j) = (0, 0);
    for (to_i, to_j) in pairs.into_iter().chain([(a.len(), b.len())]) {
        a[i..to_i].iter().for_each(|word| push(EditKind::Left, word.1));
        b[j..to_j].iter().for_each(|word| push(EditKind::Right, word.1));
        if let Some(word) = a.get(to_i) {
            push(EditKind::Same, word.1);
        }
        (i, j) = (to_i + 1, to_j + 1);
    }
    out
}
