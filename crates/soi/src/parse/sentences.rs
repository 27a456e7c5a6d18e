//! Where sentences end.

use super::doc::{Line, Sentence};
use crate::text::{Span, Text, Token};

/// Cuts every fact-bearing block into sentences.
pub(super) fn read(text: &Text, blocks: &[Line], tokens: &[Token]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for line in blocks.iter().filter(|line| line.kind.holds_facts()) {
        let first = tokens.partition_point(|t| t.span.start < line.span.start);
        let last = tokens.partition_point(|t| t.span.end <= line.span.end);
        let mut from = first;
        for i in first..last {
            let ends = matches!(&text.norm()[tokens[i].span.range()], "." | "!" | "?") || i + 1 == last;
            if ends && from <= i {
                let span: Span = tokens[from].span.join(tokens[i].span);
                out.push(Sentence { span, block: line.kind, tokens: from..i + 1 });
                from = i + 1;
            }
        }
    }
    out
}
