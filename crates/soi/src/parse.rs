//! Text in, [`Report`] out. One file per kind of fact; each reads the [`Doc`] and what was read before it.

#[macro_use]
mod among;

mod blocks;
mod directives;
mod doc;
mod events;
#[cfg(feature = "explain")]
pub(crate) mod explain;
mod measures;
mod metadata;
mod organisations;
mod people;
mod periods;
mod places;
mod sentences;
mod signature;
mod statements;

use crate::report::{Block, BlockKind, Report};
use crate::text::{Span, Text, tokens};
use doc::Doc;

/// Reads one page. Total: any string gives a report, whose source is `source` untouched.
pub fn parse(id: &str, source: &str) -> Report {
    read(id, source, &[], false).0
}

/// Reads one page whose lines at these bytes are known to be of these kinds.
pub(crate) fn with_kinds(id: &str, source: &str, kinds: &[(Span, BlockKind)]) -> Report {
    read(id, source, kinds, false).0
}

/// The report, and the page that it was read from, which keeps what [`explain`](mod@explain) asks for.
fn read(id: &str, source: &str, kinds: &[(Span, BlockKind)], explained: bool) -> (Report, Doc) {
    let text = Text::new(source);
    let tokens = tokens(&text);
    let mut lines = blocks::read(&text, &tokens);
    for (at, kind) in kinds {
        lines.iter_mut().filter(|line| text.quote(line.span).span() == *at).for_each(|line| line.kind = *kind);
    }
    let (sentences, signature) = sentences::read(&text, &lines, &tokens);
    let metadata = metadata::read(&text, &tokens, &lines, signature);
    #[cfg_attr(not(feature = "explain"), expect(unused_mut))]
    let mut doc = Doc::new(text, tokens, lines, sentences, metadata.published.as_deref());
    #[cfg(feature = "explain")]
    {
        doc.trace = explained.then(Default::default);
    }
    #[cfg(not(feature = "explain"))]
    let _ = explained;

    let cited = directives::scan(&doc);
    let cited_at: Vec<_> = cited.iter().map(|citation| citation.tokens.clone()).collect();
    let directives = directives::read(&doc, cited);
    let found = periods::scan(&doc);
    let review = periods::under_review(&doc, &found);
    let periods = periods::read(&doc, &found);
    let places = places::read(&doc);
    let organisations = organisations::read(&doc);
    let events = events::read(&doc, &organisations, &directives, &periods);
    let people = people::read(&doc, &events);
    let statements = statements::read(&doc, &organisations, review.as_ref());
    let measures = measures::read(&doc, &statements, &cited_at, &found, review.as_ref());
    let report = Report {
        id: id.to_owned(),
        title: metadata.title,
        section: metadata.section,
        publisher: metadata.publisher,
        published: metadata.published,
        byline: metadata.byline,
        views: metadata.views,
        blocks: doc.blocks.iter().map(|line| Block { kind: line.kind, quote: doc.text.quote(line.span) }).collect(),
        events,
        people,
        organisations,
        directives,
        measures,
        periods,
        places,
        statements,
        source: std::sync::Arc::clone(doc.text.source()),
    };
    (report, doc)
}
