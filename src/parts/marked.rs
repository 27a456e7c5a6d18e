//! A stretch of a page with the search hits in it marked.

use leptos::prelude::*;
use soi::text::Span;

use crate::figure::markup::Markup;

/// `source[at]`, with `<mark>` around what of `marks` (in order, apart from each other) lies in it.
pub fn marked(source: &str, at: Span, marks: &[Span]) -> AnyView {
    let view = |(text, is_hit): (String, bool)| match is_hit {
        true => view! { <mark>{text}</mark> }.into_any(),
        false => text.into_any(),
    };
    pieces(source, at, marks).into_iter().map(view).collect::<Vec<_>>().into_any()
}

/// The same as markup.
pub fn write_marked(source: &str, at: Span, marks: &[Span], out: &mut Markup) {
    for (text, is_hit) in pieces(source, at, marks) {
        match is_hit {
            true => out.raw("<mark>").text(&text).raw("</mark>"),
            false => out.text(&text),
        };
    }
}

/// The pieces of `source[at]` in order, each with whether it is a hit.
fn pieces(source: &str, at: Span, marks: &[Span]) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    let mut from = at.start;
    for mark in marks.iter().filter(|mark| mark.overlaps(at)) {
        let (start, end) = (mark.start.max(from), mark.end.min(at.end));
        if start >= end {
            continue;
        }
        pieces.extend([(piece(source, from, start), false), (piece(source, start, end), true)]);
        from = end;
    }
    pieces.push((piece(source, from, at.end), false));
    pieces
}

fn piece(source: &str, start: u32, end: u32) -> String {
    // White space inside a line is squeezed by the browser; a span that is none shows nothing.
    source.get(Span::new(start, end.max(start)).range()).unwrap_or_default().to_owned()
}
