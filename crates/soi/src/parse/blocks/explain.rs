//! Which rule made each line what it is.

use super::{Page, rows};
use crate::parse::doc::Line;
use crate::report::BlockKind;
use crate::text::{Text, Token};

/// The rule of each line, in order.
pub(in crate::parse) fn rules(text: &Text, tokens: &[Token], lines: &[Line]) -> Vec<&'static str> {
    let rows = rows(text, tokens);
    let page = Page { text, tokens, rows: &rows };
    let last = lines.iter().rposition(|line| line.kind.is_body()).unwrap_or(0);
    lines
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let row = rows.partition_point(|row| row.span.end < line.span.end).min(rows.len().saturating_sub(1));
            match line.kind {
                BlockKind::Title => "block.title",
                BlockKind::Section => "block.section",
                BlockKind::Dateline => "block.date",
                BlockKind::Lede => "block.lede",
                BlockKind::Paragraph => "block.text",
                BlockKind::Caption if page.is_picture(row) => "block.picture",
                BlockKind::Caption => "block.caption",
                BlockKind::Byline => "block.signature",
                BlockKind::Repeat => "block.repeat",
                BlockKind::Chrome if page.furniture(row).is_some() => "block.furniture",
                BlockKind::Chrome if page.is_masthead(row) => "block.masthead",
                BlockKind::Chrome if n > last || page.is_tail(row) || page.is_form(row) => "block.tail",
                BlockKind::Chrome => "block.furniture",
            }
        })
        .collect()
}
