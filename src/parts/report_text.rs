//! The text of a report: every block in order, its sentences with their own links, its facts marked.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
use soi::annotate::{Fact, Piece, pieces, statement_at};
use soi::report::BlockKind;
use soi::text::Span;

use crate::address::{read_span, span_text};
use crate::i18n::{t, use_lang};
use crate::lazy::{flag, text};
use crate::navigate::{use_address, use_links, use_navigator};
use crate::pages::report::{Layers, Open};

/// The page, block by block.
#[component]
pub fn Text(
    /// The report.
    open: Open,
    /// What is switched on.
    layers: Layers,
    /// The stretch of the source that the reader selected.
    selected: RwSignal<Option<Span>>,
) -> impl IntoView {
    let address = use_address();
    let navigator = use_navigator();
    let query = Memo::new(move |_| address.read().query.clone());
    let focus = Memo::new(move |_| (address.read().statement, address.read().at));

    // A click on a marked fact points at it, so that the panel and the link follow.
    let clicked = open.clone();
    let point = move |event: web_sys::MouseEvent| {
        let selecting = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
        let marked = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .filter(|element| element.closest("a").ok().flatten().is_none())
            .and_then(|element| element.closest("[data-at]").ok().flatten())
            .and_then(|element| element.get_attribute("data-at"));
        if let (false, Some(at)) = (selecting, marked.as_deref().and_then(read_span)) {
            let report = clicked.report();
            navigator.go(address.get_untracked().opening_at(&report.id, statement_at(report, at), at));
        }
    };

    let scrolled = open.clone();
    Effect::new(move || {
        let (statement, at) = focus.get();
        let report = scrolled.report();
        let target = match (statement, at) {
            (Some(statement), _) => Some(sentence_id(statement)),
            (None, Some(at)) => report.blocks.iter().position(|block| block.quote.span().overlaps(at)).map(block_id),
            (None, None) => None,
        };
        if let Some(target) = target {
            request_animation_frame(move || show(&target));
        }
    });

    let choosing = open.clone();
    let choose = move || {
        let chosen = window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed());
        selected.set(chosen.and_then(|selection| place(&choosing, &String::from(selection.to_string()), &selection)));
    };

    let touched = choose.clone();

    let blocks = move || {
        let report = open.report();
        let pieces = pieces(report, &open.highlights(&query.read()));
        report
            .blocks
            .iter()
            .zip(pieces)
            .enumerate()
            .map(|(index, (block, pieces))| block_view(&open, layers, focus, index, block.kind, pieces))
            .collect_view()
    };
    view! {
        <div class="report-text" on:click=point on:mouseup=move |_| choose() on:touchend=move |_| touched()>
            {blocks}
        </div>
    }
}

/// The id of a statement's element; counted from 1, as people count.
fn sentence_id(statement: usize) -> String {
    format!("s{}", statement + 1)
}

fn block_id(block: usize) -> String {
    format!("b{}", block + 1)
}

/// Brings an element to the middle of the window.
fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

type Focus = Memo<(Option<usize>, Option<Span>)>;

fn block_view(open: &Open, layers: Layers, focus: Focus, index: usize, kind: BlockKind, pieces: Vec<Piece>) -> AnyView {
    let mut groups: Vec<(Option<usize>, Vec<Piece>)> = Vec::new();
    for piece in pieces {
        match groups.last_mut() {
            Some((statement, group)) if *statement == piece.statement => group.push(piece),
            _ => groups.push((piece.statement, vec![piece])),
        }
    }
    let content = groups
        .into_iter()
        .map(|(statement, group)| match statement {
            Some(statement) => sentence_view(open, layers, focus, statement, group),
            None => group.into_iter().map(|piece| piece_view(open, layers, focus, piece)).collect_view().into_any(),
        })
        .collect_view();
    let id = block_id(index);
    let kicker = open.report().blocks[index].quote.as_str().ends_with(':');
    match kind {
        BlockKind::Title if kicker => view! { <p class="report-kicker" id=id>{content}</p> }.into_any(),
        BlockKind::Title => view! { <h1 class="report-title" id=id>{content}</h1> }.into_any(),
        BlockKind::Section => view! { <p class="report-section" id=id>{content}</p> }.into_any(),
        BlockKind::Dateline => view! { <p class="report-dateline" id=id>{content}</p> }.into_any(),
        BlockKind::Lede => view! { <p class="report-lede" id=id>{content}</p> }.into_any(),
        BlockKind::Paragraph => view! { <p class="report-paragraph" id=id>{content}</p> }.into_any(),
        BlockKind::Caption => view! { <p class="report-caption" id=id>{content}</p> }.into_any(),
        BlockKind::Byline => view! { <p class="report-byline" id=id>{content}</p> }.into_any(),
        BlockKind::Chrome | BlockKind::Repeat => {
            let note = if kind == BlockKind::Chrome { t().residue_chrome } else { t().residue_repeat };
            view! { <p class="report-residue" id=id title=note>{content}</p> }.into_any()
        }
    }
}

fn sentence_view(open: &Open, layers: Layers, focus: Focus, statement: usize, pieces: Vec<Piece>) -> AnyView {
    let words = t();
    let lang = use_lang().get_untracked();
    let report = open.report();
    let role = report.statements[statement].role;
    let id = report.id.clone();
    let links = use_links();
    let href = text(move || links.read().opening(&id, Some(statement)).to_string());
    let current = flag(move || (focus.get().0 == Some(statement)).then_some("true"));
    let pieces = pieces.into_iter().map(|piece| piece_view(open, layers, focus, piece)).collect_view();
    view! {
        <span class="sentence" id=sentence_id(statement) data-role=role.as_str() aria-current=current>
            {pieces}
            <a
                class="sentence-link"
                href=href
                aria-label=format!("{} {}", words.sentence, statement + 1)
                title=lang.role(role)
            >
                {statement + 1}
            </a>
        </span>
        " "
    }
    .into_any()
}

fn piece_view(open: &Open, layers: Layers, focus: Focus, piece: Piece) -> AnyView {
    let words = open.report().source[piece.at.range()].to_owned();
    if piece.facts.is_empty() {
        if piece.hit {
            return view! { <mark class="hit">{words}</mark> }.into_any();
        }
        return match open.unread.iter().any(|gap| gap.quote.span().overlaps(piece.at)) {
            true => with_gaps(open, layers, piece.at),
            false => words.into_any(),
        };
    }
    let at = piece.at;
    let facts: Vec<(Span, Fact)> = piece.facts;
    let shown = Memo::new(move |_| facts.iter().find(|(_, fact)| layers.shows(fact.kind)).copied());
    let kind = flag(move || shown.get().map(|(_, fact)| fact.kind.as_str()));
    let quoted = move || shown.get().map(|(quote, _)| span_text(quote));
    let current = flag(move || focus.get().1.is_some_and(|focus| focus.covers(at)).then_some("true"));
    view! {
        <mark class="fact" class:hit=piece.hit data-kind=kind data-at=quoted aria-current=current>
            {words}
        </mark>
    }
    .into_any()
}

/// Text without facts in which something was not understood.
fn with_gaps(open: &Open, layers: Layers, at: Span) -> AnyView {
    let source = &open.report().source;
    let text = |start: u32, end: u32| source.get(Span::new(start, end).range()).unwrap_or_default().to_owned();
    let lang = use_lang().get_untracked();
    let mut views = Vec::new();
    let mut from = at.start;
    for gap in open.unread.iter().filter(|gap| gap.quote.span().overlaps(at)) {
        let (start, end) = (gap.quote.span().start.max(from), gap.quote.span().end.min(at.end));
        if start >= end {
            continue;
        }
        views.push(text(from, start).into_any());
        let shown = flag(move || layers.unread.get().then_some("true"));
        let words = text(start, end);
        views.push(view! { <span class="unread" data-on=shown title=lang.gap(gap.gap)>{words}</span> }.into_any());
        from = end;
    }
    views.push(text(from, at.end).into_any());
    views.into_any()
}

/// Where selected text stands in the source: looked for in the block that the selection begins in, whatever white space
/// is between the words.
fn place(open: &Open, selected: &str, selection: &web_sys::Selection) -> Option<Span> {
    let start = selection.get_range_at(0).ok()?.start_container().ok()?;
    let element = match start.dyn_ref::<web_sys::Element>() {
        Some(element) => element.clone(),
        None => start.parent_element()?,
    };
    let block = element.closest("[id^='b']").ok().flatten()?;
    let number = block.get_attribute("id")?.get(1..)?.parse::<usize>().ok()?;
    let report = open.report();
    let first = report.blocks.get(number.checked_sub(1)?)?.quote.span();
    let rest = report.source.get(first.start as usize..)?;
    let words: Vec<&str> = selected.split_whitespace().collect();
    let (start, end) = find_words(rest, &words)?;
    Some(Span::new(first.start + start, first.start + end))
}

/// The first stretch of `text` that reads as these words one after the other: its bytes.
pub fn find_words(text: &str, words: &[&str]) -> Option<(u32, u32)> {
    let (first, others) = words.split_first()?;
    text.match_indices(first).find_map(|(start, _)| {
        let mut end = start + first.len();
        for word in others {
            let rest = text.get(end..)?;
            let space = rest.len() - rest.trim_start().len();
            end += space;
            end += text.get(end..)?.starts_with(word).then_some(word.len())?;
        }
        Some((start as u32, end as u32))
    })
}

#[cfg(test)]
mod tests {
    use super::find_words;

    #[test]
    fn selected_words_are_found_whatever_stands_between_them() {
        let text = "chi bộ và\u{a0}chi  bộ\ncơ quan";
        assert_eq!(find_words(text, &["chi", "bộ", "cơ"]), Some((14, 27)));
        assert_eq!(find_words(text, &["bộ", "và"]), Some((4, 12)));
        assert_eq!(find_words(text, &["quan", "cơ"]), None);
        assert_eq!(find_words(text, &[]), None);
    }
}
