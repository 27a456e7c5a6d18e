//! What each line of the page is.

use super::doc::Line;
use crate::report::BlockKind;
use crate::text::{Span, Text};

/// Every line with content, in order.
pub(super) fn read(text: &Text) -> Vec<Line> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.norm().split('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let at = start + (line.len() - line.trim_start().len());
            let kind = if out.is_empty() { BlockKind::Title } else { BlockKind::Paragraph };
            out.push(Line { kind, span: Span::of(at, at + trimmed.len()) });
        }
        start += line.len() + 1;
    }
    out
}
