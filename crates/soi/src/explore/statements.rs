//! Statements as hits: the sentences that say what is asked for.

use super::evaluate::{Evaluator, Stretch, combined, named, statement_test};
use super::{Explorer, Parts, ReportId};
use crate::annotate::{Fact, statement_at};
use crate::filter::set::Set;
use crate::filter::table::{StatementTest, Tables, fact_kind};
use crate::filter::{Choice, Selection};
use crate::gather::Gather;
use crate::query::{Node, Test, Word};
use crate::snippet::near;

impl Explorer {
    /// The statements that a selection finds, each as its report and its place in the report's list, in the order of
    /// the corpus.
    ///
    /// They stand in the reports that [`Explorer::answer`] gives, have the chosen role and areas, and hold by
    /// themselves what the query asks for: all its words, its phrases, NEAR within the sentence, a measure that is
    /// compared, a mention of who or what is named. What is asked of a report (its title, date, meeting, and any
    /// facet but role and area) is asked of the report only. A report may thus have no such statement, where its words
    /// are spread over several.
    pub fn statements(&self, selection: &Selection) -> Vec<(ReportId, usize)> {
        self.statements_parsed(&self.asked(selection).0, &selection.choices)
    }

    /// The same for a parsed query under choices.
    pub fn statements_parsed(&self, node: &Node, choices: &[Choice]) -> Vec<(ReportId, usize)> {
        let evaluator = self.evaluator();
        let found = evaluator.set(node);
        let parts = Parts::new(&self.tables, choices);
        let matching = parts.restrict(&self.tables, &found, None);
        let mut said = Said::new(&evaluator, node, &matching).under(&self.tables, parts.statement(None));
        said.and(&self.tables.statements_of(&matching));
        let mut out = Vec::new();
        let mut report = 0;
        for statement in said.iter() {
            while self.tables.range(report).1 <= statement {
                report += 1;
            }
            out.push((ReportId(report), (statement - self.tables.range(report).0) as usize));
        }
        out
    }
}

/// The statements that say what a query asks for; of reports that do not match, perhaps some that do not.
pub(super) struct Said(Set);

impl Said {
    /// Looks into the statements of `within`.
    pub fn new(evaluator: &Evaluator<'_>, node: &Node, within: &Set) -> Self {
        Self(said(evaluator, node, within))
    }

    /// Those that a test holds for.
    pub fn under(&self, tables: &Tables, test: Option<StatementTest>) -> Set {
        let mut set = self.0.clone();
        if let Some(test) = test.filter(|test| *test != StatementTest::ANY) {
            set.and(&tables.tested(test));
        }
        set
    }
}

fn said(evaluator: &Evaluator<'_>, node: &Node, within: &Set) -> Set {
    let tables = evaluator.tables;
    let len = tables.all_statements();
    match node {
        Node::Word(word) => holding_word(evaluator, word, within),
        // Those of other reports do no harm: the statements of `within` alone are counted.
        Node::Phrase(_) => holding(evaluator, &evaluator.standing(node)),
        Node::Near(nodes) => {
            if let Some(pairs) = evaluator.paired(node) {
                let sentences = &evaluator.index.sentences;
                let mut set = Set::empty(len);
                for &(a, b) in pairs.iter() {
                    let statement = sentences.of(a).filter(|&statement| sentences.of(b) == Some(statement));
                    statement.into_iter().for_each(|statement| set.insert(statement));
                }
                return set;
            }
            // A word lies wholly in what it lies in; most have no neighbour, and are not asked.
            let whole = |&(from, to): &Stretch| to - from == 1 || whole(evaluator, from, to).is_some();
            let sentences = &evaluator.index.sentences;
            let together = |a, b| sentences.of(a).is_some_and(|here| sentences.of(b) == Some(here));
            let part = |node| evaluator.stretches(node, within).into_iter().filter(whole).gather();
            let parts = nodes.iter().map(|(node, _)| part(node)).gather();
            holding(evaluator, &near(parts, nodes, &together))
        }
        Node::And(nodes) => {
            // Words that stand together are ranked by it: their places are wanted again.
            let mut words: Vec<&Word> = Vec::new();
            for node in nodes {
                if let Node::Word(word) = node {
                    words.push(word);
                }
            }
            evaluator.place(&words, within);
            combined(node, len, &|node| said(evaluator, node, within))
        }
        Node::All | Node::Or(_) | Node::Not(_) => combined(node, len, &|node| said(evaluator, node, within)),
        Node::Field(Test::Role(_) | Test::Area(_)) => tables.tested(statement_test(node).unwrap_or(StatementTest::ANY)),
        Node::Field(Test::Text { title: false, node }) => said(evaluator, node, within),
        Node::Field(Test::Measure(test)) => {
            let mut set = Set::empty(len);
            for report in within.iter() {
                let mut outline = None;
                evaluator.reports.measures(report as usize, &mut |measure| {
                    if test.holds(measure) {
                        let outline = outline.get_or_insert_with(|| evaluator.reports.outline(report as usize));
                        let place = outline.statement_at(measure.at);
                        place.into_iter().for_each(|place| set.insert(tables.range(report).0 + place as u32));
                    }
                });
            }
            set
        }
        Node::Field(Test::Name { facet, node }) => {
            let mut set = Set::empty(len);
            let table = tables.table(*facet);
            let Some((table, names, kind)) = table.and_then(|t| Some((t, t.names()?, fact_kind(*facet)?))) else {
                return set;
            };
            let mut wanted = Set::empty(table.len());
            named(table, node).into_iter().for_each(|value| wanted.insert(value));
            for report in within.iter().filter(|&report| table.of(report).iter().any(|&v| wanted.contains(v))) {
                let page = &*evaluator.reports.seen(report as usize);
                let entries = names.entries(report).iter().enumerate().filter(|(_, value)| wanted.contains(**value));
                let quotes = entries.flat_map(|(entry, _)| (Fact { kind, entry }).quotes(page));
                let places = quotes.filter_map(|quote| statement_at(page, quote.span()));
                places.for_each(|place| set.insert(tables.range(report).0 + place as u32));
            }
            set
        }
        Node::Field(test) => tables.statements_of(&evaluator.field(test, node)),
    }
}

/// The statements that hold a word.
fn holding_word(evaluator: &Evaluator<'_>, word: &Word, within: &Set) -> Set {
    if let Some(found) = evaluator.known(word) {
        return found.statements.clone();
    }
    let sentences = &evaluator.index.sentences;
    let mut set = Set::empty(evaluator.tables.all_statements());
    evaluator.each_place(word, within, &mut |place| {
        sentences.of(place).into_iter().for_each(|statement| set.insert(statement));
    });
    set
}

/// The statements that hold a whole stretch; the stretches are sorted.
fn holding(evaluator: &Evaluator<'_>, stretches: &[Stretch]) -> Set {
    let mut set = Set::empty(evaluator.tables.all_statements());
    stretches.iter().filter_map(|&(from, to)| whole(evaluator, from, to)).for_each(|statement| set.insert(statement));
    set
}

/// The statement that holds a stretch from end to end.
fn whole(evaluator: &Evaluator<'_>, from: u32, to: u32) -> Option<u32> {
    let sentences = &evaluator.index.sentences;
    sentences.of(from).filter(|&statement| sentences.of(to - 1) == Some(statement))
}
