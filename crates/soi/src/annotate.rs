//! A page cut for reading: each block in pieces that know their sentence, their facts and whether a search hit them.

use crate::order;
use crate::report::{Quote, Report};
use crate::text::Span;

/// The lists of a report that highlight a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// `events`
    Event,
    /// `people`
    Person,
    /// `organisations`
    Organisation,
    /// `directives`
    Directive,
    /// `measures`
    Measure,
    /// `periods`
    Period,
    /// `places`
    Place,
}

impl FactKind {
    /// Every kind, in the order of a legend.
    pub const ALL: [Self; 7] =
        [Self::Event, Self::Person, Self::Organisation, Self::Directive, Self::Measure, Self::Period, Self::Place];

    /// Name for style sheets and addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Directive => "directive",
            Self::Measure => "measure",
            Self::Period => "period",
            Self::Place => "place",
        }
    }

    /// How many entries a report has of it.
    pub fn count(self, report: &Report) -> usize {
        match self {
            Self::Event => report.events.len(),
            Self::Person => report.people.len(),
            Self::Organisation => report.organisations.len(),
            Self::Directive => report.directives.len(),
            Self::Measure => report.measures.len(),
            Self::Period => report.periods.len(),
            Self::Place => report.places.len(),
        }
    }
}

/// An entry of one of a report's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fact {
    /// Which list.
    pub kind: FactKind,
    /// Which entry of it.
    pub entry: usize,
}

impl Fact {
    /// Every fact of a report, by kind and then in the order of the list.
    pub fn all(report: &Report) -> impl Iterator<Item = Self> {
        FactKind::ALL.into_iter().flat_map(|kind| (0..kind.count(report)).map(move |entry| Self { kind, entry }))
    }

    /// Where it stands in the text: one quote, or all mentions. Empty for an entry that the report has not.
    pub fn quotes(self, report: &Report) -> &[Quote] {
        fn one<T>(list: &[T], entry: usize, quote: impl Fn(&T) -> &Quote) -> &[Quote] {
            list.get(entry).map_or(&[], |item| std::slice::from_ref(quote(item)))
        }
        let entry = self.entry;
        match self.kind {
            FactKind::Event => one(&report.events, entry, |fact| &fact.quote),
            FactKind::Directive => one(&report.directives, entry, |fact| &fact.quote),
            FactKind::Measure => one(&report.measures, entry, |fact| &fact.quote),
            FactKind::Period => one(&report.periods, entry, |fact| &fact.quote),
            FactKind::Person => report.people.get(entry).map_or(&[], |fact| &fact.mentions),
            FactKind::Organisation => report.organisations.get(entry).map_or(&[], |fact| &fact.mentions),
            FactKind::Place => report.places.get(entry).map_or(&[], |fact| &fact.mentions),
        }
    }
}

/// A piece of a block within which nothing begins or ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in the source.
    pub at: Span,
    /// The sentence that it is part of.
    pub statement: Option<usize>,
    /// The facts that it is part of, each with the quote that covers the piece; the shortest quote first.
    pub facts: Vec<(Span, Fact)>,
    /// Whether it is part of a search hit.
    pub hit: bool,
}

/// The statement that holds the first byte of a span, if a sentence of the body does.
pub fn statement_at(report: &Report, at: Span) -> Option<usize> {
    let after = report.statements.partition_point(|statement| statement.quote.span().start <= at.start);
    let last = after.checked_sub(1)?;
    (at.start < report.statements[last].quote.span().end).then_some(last)
}

/// The facts quoted in a statement, in the order of the text.
pub fn facts_in(report: &Report, statement: usize) -> Vec<Fact> {
    let Some(statement) = report.statements.get(statement) else { return Vec::new() };
    let mut facts: Vec<(Span, Fact)> = Fact::all(report)
        .filter_map(|fact| {
            let quoted = fact.quotes(report).iter().find(|quote| statement.quote.span().overlaps(quote.span()))?;
            Some((quoted.span(), fact))
        })
        .collect();
    order::natural(&mut facts);
    facts.into_iter().map(|(_, fact)| fact).collect()
}

/// Every block of a report in pieces, in the order of `report.blocks`.
///
/// `hits` are byte spans of the source, those that split a character are left out; joined, the pieces of a block are the block.
pub fn pieces(report: &Report, hits: &[Span]) -> Vec<Vec<Piece>> {
    let mut quoted: Vec<(Span, Fact)> = Fact::all(report)
        .flat_map(|fact| fact.quotes(report).iter().map(move |quote| (quote.span(), fact)))
        .filter(|(at, _)| !at.is_empty())
        .collect();
    order::by_key(&mut quoted, |&(at, fact)| (at.len(), at, fact));
    report
        .blocks
        .iter()
        .map(|block| {
            let block = block.quote.span();
            let facts: Vec<_> = quoted.iter().filter(|(at, _)| block.overlaps(*at)).collect();
            let hits: Vec<_> =
                hits.iter().filter(|hit| block.overlaps(**hit) && report.source.get(hit.range()).is_some()).collect();
            let sentences = report.statements.iter().map(|statement| statement.quote.span());
            let mut cuts: Vec<u32> = facts
                .iter()
                .map(|(at, _)| *at)
                .chain(hits.iter().map(|hit| **hit))
                .chain(sentences.filter(|at| block.overlaps(*at)))
                .flat_map(|at| [at.start, at.end])
                .filter(|cut| block.start < *cut && *cut < block.end)
                .chain([block.start, block.end])
                .collect();
            order::natural(&mut cuts);
            cuts.dedup();
            cuts.windows(2)
                .map(|ends| {
                    let at = Span::new(ends[0], ends[1]);
                    Piece {
                        at,
                        statement: statement_at(report, at),
                        facts: facts.iter().filter(|(quote, _)| quote.covers(at)).map(|quoted| **quoted).collect(),
                        hit: hits.iter().any(|hit| hit.covers(at)),
                    }
                })
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Report;

    fn gold(id: &str) -> Report {
        let read = |path: String| std::fs::read_to_string(path).expect("the file is in the project");
        let root = env!("CARGO_MANIFEST_DIR");
        let mut report: Report = serde_json::from_str(&read(format!("{root}/../../tests/gold/{id}.json")))
            .expect("gold follows the contract");
        report.source = read(format!("{root}/../../seeds/{id}.txt")).into();
        report
    }

    #[test]
    fn pieces_join_to_their_block_and_know_every_fact() {
        let report = gold("000_faaa068ce8db232c");
        let hits = [Span::new(26, 35), Span::new(30, 40), Span::new(1720, 1726)];
        let pieces = pieces(&report, &hits);
        for (block, pieces) in report.blocks.iter().zip(&pieces) {
            let joined: String = pieces.iter().map(|piece| &report.source[piece.at.range()]).collect();
            assert_eq!(joined, block.quote.as_str());
        }
        for fact in Fact::all(&report) {
            for quote in fact.quotes(&report) {
                let marked: usize = pieces
                    .iter()
                    .flatten()
                    .filter(|p| p.facts.contains(&(quote.span(), fact)))
                    .map(|p| p.at.len())
                    .sum();
                assert_eq!(marked, quote.span().len(), "{quote:?}");
            }
        }
        let hit: usize = pieces.iter().flatten().filter(|piece| piece.hit).map(|piece| piece.at.len()).sum();
        assert_eq!(hit, "Đảng b".len() + "305 đ".len());
    }

    #[test]
    fn a_number_and_its_sentence_point_at_each_other() {
        let report = gold("000_faaa068ce8db232c");
        for (entry, measure) in report.measures.iter().enumerate() {
            let statement =
                statement_at(&report, measure.quote.span()).expect("measures of this page stand in sentences");
            assert!(facts_in(&report, statement).contains(&Fact { kind: FactKind::Measure, entry }));
        }
    }
}
