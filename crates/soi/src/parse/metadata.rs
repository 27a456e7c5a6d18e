//! Title, section, publisher, date, byline, views.

use std::ops::Range;

use super::blocks;
use super::doc::Line;
use super::sentences::tokens_in;
use super::signature;
use crate::report::BlockKind;
use crate::text::find::find;
use crate::text::token::span_of;
use crate::text::write::push_word;
use crate::text::{Text, Token, date, printed};

/// The fields of a report that are not lists.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub title: Option<String>,
    pub section: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
    pub byline: Option<String>,
    pub views: Option<u64>,
}

/// `at_end` is the signature that runs into the end of the body.
pub(super) fn read(text: &Text, tokens: &[Token], lines: &[Line], at_end: Option<Range<usize>>) -> Metadata {
    let of = |kind: BlockKind| lines.iter().filter(move |line| line.kind == kind);
    let quoted = |line: &Line| printed(text.quote(line.span).as_str());
    let titles: Vec<String> = of(BlockKind::Title).map(quoted).collect();
    let said = |range: Range<usize>| {
        let span = span_of(tokens, &range);
        printed(text.quote(span).as_str())
    };

    let mut metadata = Metadata {
        title: (!titles.is_empty()).then(|| {
            let mut title = String::new();
            titles.iter().for_each(|words| push_word(&mut title, words));
            title
        }),
        section: of(BlockKind::Section).next().map(quoted),
        published: of(BlockKind::Dateline).find_map(|line| date::stamp(text, tokens, tokens_in(tokens, line))),
        views: of(BlockKind::Chrome).chain(of(BlockKind::Dateline)).find_map(|line| views(text, line)),
        ..Metadata::default()
    };
    let body: Vec<&Line> = lines.iter().filter(|line| line.kind.is_body()).collect();
    for line in body.iter().take(2) {
        if let Some(mark) = signature::mark(text, tokens, tokens_in(tokens, line)) {
            metadata.publisher = Some(said(signature::mark_name(text, tokens, mark)));
            break;
        }
    }

    let mut signed = None;
    for line in of(BlockKind::Byline) {
        match signature::read(text, tokens, tokens_in(tokens, line), true) {
            Some(found) => {
                signed = Some(found);
                break;
            }
            None => metadata.byline = metadata.byline.or_else(|| Some(quoted(line))),
        }
    }
    if signed.is_none() && metadata.byline.is_none() {
        signed = at_end.and_then(|range| signature::read(text, tokens, range, false));
    }
    if signed.is_none() && metadata.byline.is_none() {
        // `Cập nhật: 10/07/2015 | Tác giả: Minh Tâm`
        signed = of(BlockKind::Dateline).find_map(|line| {
            let range = tokens_in(tokens, line);
            let label = range.clone().find(|at| {
                let rest = tokens.get(*at).and_then(|token| text.norm().get(token.span.start as usize..));
                rest.is_some_and(|rest| rest.starts_with("Tác giả"))
            })?;
            signature::read(text, tokens, label..range.end, true)
        });
    }
    if let Some(signed) = signed {
        metadata.byline = signed.byline.map(&said).or(metadata.byline);
        metadata.publisher = metadata.publisher.or(signed.publisher.map(&said));
    }
    metadata
}

/// `1,353 lượt xem`, `Lượt xem: 1.353`: either sign may group the thousands.
fn views(text: &Text, line: &Line) -> Option<u64> {
    let lower = text.lower().get(line.span.range()).unwrap_or_default();
    if !blocks::is_counter(lower, lower.split_whitespace().count()) {
        return None;
    }
    let from = find(lower, "xem:").or(find(lower, "đọc:")).unwrap_or(0);
    let digits = |s: &str| -> Option<u64> {
        let start = s.find(|c: char| c.is_ascii_digit())?;
        let run: String = s
            .get(start..)?
            .chars()
            .take_while(|c| c.is_ascii_digit() || core::matches!(c, '.' | ','))
            .filter(char::is_ascii_digit)
            .collect();
        run.parse().ok()
    };
    lower.get(from..).and_then(digits).or_else(|| digits(lower))
}
