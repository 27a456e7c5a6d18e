//! Every hit with the words around it (keyword in context), in an order that shows usage.

use crate::corpus::Outline;
use crate::explore::{Explorer, ReportId};
use crate::filter::Choice;
use crate::order;
use crate::query::Node;
use crate::snippet::Page;
use crate::text::fold::fold;
use crate::text::letter::lower_text;
use crate::text::{Span, normalise};

/// How the lines are ordered; equal lines stand in the order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// As the hits stand in the corpus, report by report.
    #[default]
    Text,
    /// By the words before the hit, the nearest first.
    Left,
    /// By the words after the hit, the nearest first.
    Right,
    /// By the hit itself.
    Hit,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Text, Self::Left, Self::Right, Self::Hit];

    /// Name for addresses and the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Left => "left",
            Self::Right => "right",
            Self::Hit => "hit",
        }
    }

    /// The order of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.as_str() == name)
    }
}

/// One hit; all spans are bytes of the report's source, `left`, `hit` and `right` one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it stands.
    pub report: ReportId,
    /// The statement that it stands in, if it stands in the body.
    pub statement: Option<usize>,
    /// Up to `width` words before it, within its line of the page.
    pub left: Span,
    /// The word or phrase.
    pub hit: Span,
    /// Up to `width` words after it, within its line of the page.
    pub right: Span,
}

/// How many words are compared when lines are ordered by their context.
const COMPARED: usize = 4;

impl Explorer {
    /// Every hit of a parsed query under choices, with `width` words on either side.
    pub fn concordance(&self, node: &Node, choices: &[Choice], width: usize, order: Order) -> Vec<Line> {
        let mut lines: Vec<(Vec<String>, Line)> = Vec::new();
        for report in self.matching(node, choices).iter() {
            lines.extend(of_report(&self.outline(report), ReportId(report), node, width, order));
        }
        if order != Order::Text {
            order::by(&mut lines, |a, b| a.0.cmp(&b.0));
        }
        lines.into_iter().map(|(_, line)| line).collect()
    }
}

fn of_report(report: &Outline<'_>, id: ReportId, node: &Node, width: usize, order: Order) -> Vec<(Vec<String>, Line)> {
    let page = Page::read(report, node, true);
    let mut stretches: Vec<(u32, u32)> = page.asked.iter().flat_map(|node| page.stretches(node)).collect();
    order::natural(&mut stretches);
    stretches.dedup();
    let line = |stretch: (u32, u32)| {
        let [before, inside, after] = page.around(stretch);
        let before = &before[before.len().saturating_sub(width)..];
        let after = &after[..after.len().min(width)];
        let hit = page.span(stretch);
        let statement = report.statements.partition_point(|statement| statement.1.end <= hit.start);
        let stands = report.statements.get(statement).is_some_and(|s| s.1.start <= hit.start);
        let mut key = Vec::new();
        let mut compare = |&(_, at): &(u32, Span)| {
            // By key, then by spelling: đ stands beside d, and each toning in a row of its own.
            let spelling = lower_text(&normalise(&report.source[at.range()]));
            key.extend([fold(&spelling), spelling]);
        };
        match order {
            Order::Text => {}
            Order::Left => before.iter().rev().take(COMPARED).for_each(&mut compare),
            Order::Right => after.iter().take(COMPARED).for_each(&mut compare),
            Order::Hit => inside.iter().for_each(&mut compare),
        }
        let line = Line {
            report: id,
            statement: stands.then_some(statement),
            left: Span::new(before.first().map_or(hit.start, |word| word.1.start), hit.start),
            hit,
            right: Span::new(hit.end, after.last().map_or(hit.end, |word| word.1.end)),
        };
        (key, line)
    };
    stretches.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Corpus, query};

    #[test]
    fn every_hit_stands_in_its_context_in_the_order_asked_for() {
        let pages = ["Tin\nChi bộ tốt. Đảng bộ huyện họp.", "Tin\nĐảng bộ xã và chi bộ cơ quan."];
        let reports = pages.iter().enumerate().map(|(i, p)| crate::parse(&format!("{i}"), p)).collect();
        let explorer = Explorer::new(Arc::new(Corpus { reports }));
        let lines = |order| -> Vec<String> {
            let node = query::parse("bộ").expect("parses");
            let text = |line: &Line| {
                let source = &explorer.report(line.report).source;
                [line.left, line.hit, line.right].map(|span| source[span.range()].trim()).join("|")
            };
            explorer.concordance(&node, &[], 2, order).iter().map(text).collect()
        };
        let by_text = ["Chi|bộ|tốt. Đảng", "tốt. Đảng|bộ|huyện họp", "Đảng|bộ|xã và", "và chi|bộ|cơ quan"];
        assert_eq!(lines(Order::Text), by_text);
        assert_eq!(lines(Order::Left), [by_text[0], by_text[3], by_text[2], by_text[1]]);
        assert_eq!(lines(Order::Right), [by_text[3], by_text[1], by_text[0], by_text[2]]);
    }
}
