//! A stretch of a page with the search hits in it marked.

use leptos::prelude::*;
use soi::text::Span;

use crate::figure::markup::Markup;

/// `source[at]`, with `<mark>` around what of `marks` (in order, apart from each other) lies in it.
pub fn marked(source: &str, at: Span, marks: &[Span]) -> AnyView {
    let mut views = Vec::new();
    let mut from = at.start;
    for mark in marks.iter().filter(|mark| mark.overlaps(at)) {
        let (start, end) = (mark.start.max(from), mark.end.min(at.end));
        if start >= end {
            continue;
        }
        views.push(piece(source, from, start).into_any());
        views.push(view! { <mark>{piece(source, start, end)}</mark> }.into_any());
        from = end;
    }
    views.push(piece(source, from, at.end).into_any());
    views.into_any()
}

/// The same as markup.
pub fn write_marked(source: &str, at: Span, marks: &[Span], out: &mut Markup) {
    let mut from = at.start;
    for mark in marks.iter().filter(|mark| mark.overlaps(at)) {
        let (start, end) = (mark.start.max(from), mark.end.min(at.end));
        if start >= end {
            continue;
        }
        out.text(&piece(source, from, start));
        out.raw("<mark>").text(&piece(source, start, end)).raw("</mark>");
        from = end;
    }
    out.text(&piece(source, from, at.end));
}

fn piece(source: &str, start: u32, end: u32) -> String {
    // White space inside a line is squeezed by the browser; a span that is none shows nothing.
    source.get(Span::new(start, end.max(start)).range()).unwrap_or_default().to_owned()
}
