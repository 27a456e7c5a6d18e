//! Who and what is named together in a sentence.

use std::collections::BTreeMap;

use crate::annotate::statement_at;
use crate::explore::{Explorer, ReportId};
use crate::filter::Facet;
use crate::order;
use crate::report::{Quote, Report};

/// What a node stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A person.
    Person,
    /// A body.
    Organisation,
    /// An instrument of policy.
    Directive,
    /// The meeting that a report is about.
    Meeting,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Directive, Self::Meeting];

    /// The name of the kind, which a key begins with.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Directive => "directive",
            Self::Meeting => "event",
        }
    }

    /// The facet whose identities they are; meetings are no facet's.
    pub const fn facet(self) -> Option<Facet> {
        match self {
            Self::Person => Some(Facet::Person),
            Self::Organisation => Some(Facet::Organisation),
            Self::Directive => Some(Facet::Directive),
            Self::Meeting => None,
        }
    }
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub kind: Kind,
    /// Key of the identity, or id of the report whose meeting it is.
    pub key: String,
    /// Its name; empty for a meeting.
    pub label: String,
    /// In how many sentences it is named.
    pub sentences: usize,
    /// The report where it is first named.
    pub report: ReportId,
}

impl Node {
    /// Kind and key: stable name for addresses.
    pub fn address(&self) -> String {
        [self.kind.as_str(), ":", &self.key].concat()
    }
}

/// Two nodes that a sentence names together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// One node, by its place.
    pub a: usize,
    /// The other, further on.
    pub b: usize,
    /// In how many sentences.
    pub weight: usize,
    /// The first of them: report and statement.
    pub first: (ReportId, usize),
}

/// Nodes and their ties.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// Those with a tie.
    pub nodes: Vec<Node>,
    /// The strongest first.
    pub ties: Vec<Tie>,
    /// How many nodes there were to choose from.
    pub nodes_total: usize,
    /// How many ties there were to choose from.
    pub ties_total: usize,
}

/// How much of a network is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Nodes at most.
    pub nodes: usize,
    /// Ties at most.
    pub ties: usize,
}

/// So many times more nodes than kept are candidates: ties are counted among them only, not between all names.
const CANDIDATES: usize = 6;

/// The network of some reports: nodes of these kinds, around one node where `of` names it by [`Node::address`].
pub fn graph(
    explorer: &Explorer,
    reports: impl Iterator<Item = ReportId>,
    kinds: &[Kind],
    of: Option<&str>,
    limits: Limits,
) -> Graph {
    let (mut nodes, sentences) = sentences(explorer, reports, kinds);
    let centre = of.and_then(|of| nodes.iter().position(|node| node.address() == of));
    if of.is_some() && centre.is_none() {
        return Graph::default();
    }
    let near = |sentence: &&Sentence| centre.is_none_or(|centre| sentence.named.contains(&centre));
    nodes.iter_mut().for_each(|node| node.sentences = 0);
    for sentence in sentences.iter().filter(near) {
        sentence.named.iter().for_each(|&i| nodes[i].sentences += 1);
    }
    let mut ranked: Vec<usize> = (0..nodes.len()).filter(|&i| nodes[i].sentences > 0).collect();
    let nodes_total = ranked.len();
    order::by_key(&mut ranked, |&i| (std::cmp::Reverse(nodes[i].sentences), nodes[i].kind, nodes[i].key.clone()));
    ranked.truncate(limits.nodes * CANDIDATES);
    let mut candidate = vec![false; nodes.len()];
    ranked.iter().for_each(|&i| candidate[i] = true);
    let mut ties: BTreeMap<(usize, usize), Tie> = BTreeMap::new();
    for sentence in sentences.iter().filter(near) {
        let named: Vec<usize> = sentence.named.iter().copied().filter(|&i| candidate[i]).collect();
        for (i, &a) in named.iter().enumerate() {
            for &b in &named[i + 1..] {
                let tie = ties.entry((a, b)).or_insert(Tie { a, b, weight: 0, first: sentence.at });
                tie.weight += 1;
            }
        }
    }
    let mut ties: Vec<Tie> = ties.into_values().collect();
    let ties_total = ties.len();
    // Of many ties one sentence is chance.
    if ties.iter().filter(|tie| tie.weight > 1).count() >= limits.ties / 2 {
        ties.retain(|tie| tie.weight > 1);
    }
    let of_centre = |tie: &Tie| centre.is_some_and(|centre| tie.a == centre || tie.b == centre);
    let both = |tie: &Tie| nodes[tie.a].sentences + nodes[tie.b].sentences;
    order::by_key(&mut ties, |tie| {
        (!of_centre(tie), std::cmp::Reverse(tie.weight), std::cmp::Reverse(both(tie)), tie.a, tie.b)
    });
    let mut place: Vec<Option<usize>> = vec![None; nodes.len()];
    let (mut kept, mut out): (Vec<usize>, Vec<Tie>) = (Vec::new(), Vec::new());
    for tie in ties {
        let new = usize::from(place[tie.a].is_none()) + usize::from(place[tie.b].is_none());
        if out.len() == limits.ties || kept.len() + new > limits.nodes {
            continue;
        }
        let mut at = |i: usize| {
            *place[i].get_or_insert_with(|| {
                kept.push(i);
                kept.len() - 1
            })
        };
        let (a, b) = (at(tie.a), at(tie.b));
        out.push(Tie { a: a.min(b), b: a.max(b), ..tie });
    }
    order::by(&mut out, |a, b| b.weight.cmp(&a.weight).then((a.a, a.b).cmp(&(b.a, b.b))));
    Graph { nodes: kept.into_iter().map(|i| nodes[i].clone()).collect(), ties: out, nodes_total, ties_total }
}

/// What a sentence names: sorted, each once.
struct Sentence {
    at: (ReportId, usize),
    named: Vec<usize>,
}

fn sentences(
    explorer: &Explorer,
    reports: impl Iterator<Item = ReportId>,
    kinds: &[Kind],
) -> (Vec<Node>, Vec<Sentence>) {
    let mut nodes: Vec<Node> = Vec::new();
    let mut known: BTreeMap<(Kind, String), usize> = BTreeMap::new();
    let mut out: Vec<Sentence> = Vec::new();
    for id in reports {
        let report = explorer.report(id);
        let mut named: Vec<Vec<usize>> = vec![Vec::new(); report.statements.len()];
        for &kind in kinds {
            for (entry, quotes) in quotes(report, kind).into_iter().enumerate() {
                let (key, label) = match kind.facet() {
                    Some(facet) => match explorer.entity_of(facet, id, entry) {
                        Some(identity) => (identity.key().to_owned(), identity.label()),
                        None => continue,
                    },
                    None if report.events[entry].main => (report.id.clone(), ""),
                    None => continue,
                };
                let node = *known.entry((kind, key)).or_insert_with_key(|(kind, key)| {
                    let (kind, key) = (*kind, key.clone());
                    nodes.push(Node { kind, key, label: label.to_owned(), sentences: 0, report: id });
                    nodes.len() - 1
                });
                for quote in quotes {
                    if let Some(named) = statement_at(report, quote.span()).and_then(|i| named.get_mut(i)) {
                        named.push(node);
                    }
                }
            }
        }
        for (statement, mut named) in named.into_iter().enumerate() {
            order::natural(&mut named);
            named.dedup();
            if !named.is_empty() {
                out.push(Sentence { at: (id, statement), named });
            }
        }
    }
    (nodes, out)
}

/// The mentions of each entry of a kind.
fn quotes(report: &Report, kind: Kind) -> Vec<&[Quote]> {
    match kind {
        Kind::Person => report.people.iter().map(|person| person.mentions.as_slice()).collect(),
        Kind::Organisation => report.organisations.iter().map(|body| body.mentions.as_slice()).collect(),
        Kind::Directive => report.directives.iter().map(|directive| std::slice::from_ref(&directive.quote)).collect(),
        Kind::Meeting => report.events.iter().map(|event| std::slice::from_ref(&event.quote)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Corpus, parse};

    fn explorer() -> Explorer {
        let pages = [
            "Tin\n\nTỉnh ủy Hà Tĩnh triển khai Chỉ thị 05 của Bộ Chính trị. Tỉnh ủy Hà Tĩnh họp.",
            "Tin\n\nTỉnh ủy Hà Tĩnh quán triệt Chỉ thị 05. Tỉnh ủy Sóc Trăng học Nghị quyết 35.",
        ];
        let reports = pages.iter().enumerate().map(|(i, page)| parse(&format!("r{i}"), page)).collect();
        Explorer::new(Arc::new(Corpus { reports }))
    }

    fn named(graph: &Graph) -> Vec<(&str, &str, usize)> {
        let label = |i: usize| graph.nodes[i].label.as_str();
        graph.ties.iter().map(|tie| (label(tie.a), label(tie.b), tie.weight)).collect()
    }

    #[test]
    fn ties_count_the_sentences_that_name_both() {
        let explorer = explorer();
        let all = || [ReportId(0), ReportId(1)].into_iter();
        let limits = Limits { nodes: 40, ties: 80 };
        let whole = graph(&explorer, all(), &Kind::ALL, None, limits);
        let first = named(&whole)[0];
        assert_eq!(first.2, 2, "{whole:?}");
        assert!(first.0.contains("Tỉnh ủy Hà Tĩnh") || first.1.contains("Tỉnh ủy Hà Tĩnh"), "{whole:?}");
        assert_eq!(whole.ties[0].first, (ReportId(0), 0));

        let around = graph(&explorer, all(), &Kind::ALL, Some("organisation:tinh-uy-tinh-soc-trang"), limits);
        assert_eq!(around.nodes.len(), 2, "{around:?}");
        assert_eq!(graph(&explorer, all(), &Kind::ALL, Some("person:nobody"), limits), Graph::default());
        assert!(graph(&explorer, all(), &[Kind::Directive], None, limits).ties.is_empty());
    }

    #[test]
    fn limits_hold() {
        let graph =
            graph(&explorer(), [ReportId(0), ReportId(1)].into_iter(), &Kind::ALL, None, Limits { nodes: 2, ties: 5 });
        assert_eq!((graph.nodes.len(), graph.ties.len()), (2, 1));
        assert!(graph.nodes_total > 2 && graph.ties_total > 1);
    }
}
