//! Finding: a selection in; hits, facet counts and excerpts out.

mod builder;
mod corrected;
mod evaluate;
mod identity;
mod score;
mod statements;
mod suggest;

use std::sync::{Arc, Mutex};

use crate::annotate::FactKind;
use crate::corpus::{Corpus, Outline, Reports};
use crate::filter::noted::Noted;
use crate::filter::set::Set;
use crate::filter::table::{StatementTest, Tables, UNDATED, statement_test};
use crate::filter::{Choice, Date, Facet, Selection, Sort};
use crate::gather::Gather;
use crate::index::Index;
use crate::link::{self, Links};
use crate::order;
use crate::query::{self, Node, QueryError, Test};
use crate::report::{Area, EventKind, Report, Role};
use crate::snippet;
use crate::text::Span;
use crate::unread::Unread;
use evaluate::Evaluator;

pub use crate::corpus::Seen;
pub use crate::filter::table::Note;
pub use crate::snippet::{Cutter, Snippet};
pub use builder::Builder;
pub use identity::{Form, Identity, Mention};
pub use score::Score;
pub use suggest::Suggestion;

/// A report's place in the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReportId(pub u32);

/// A corpus made ready to be searched. Built once; it stays as it is, so it needs no signal.
#[derive(Debug)]
pub struct Explorer {
    reports: Reports,
    index: Index,
    tables: Tables,
    /// By report: what was not understood, where the corpus came with it.
    unread: Option<Vec<Vec<Unread>>>,
    /// Links that are not found again, for a reader told some of them.
    told: Option<Box<Links>>,
    /// The last query that was read, and whether its last word is a beginning: marks are asked for sentence by sentence.
    begun: Mutex<(String, bool)>,
}

/// What a selection gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// All reports that match, in order.
    pub hits: Vec<Hit>,
    /// One per [`Facet::ALL`].
    pub facets: Vec<FacetCounts>,
    /// How many statements [`Explorer::statements`] gives.
    pub statements: usize,
    /// What in the query cannot be read; the rest of it was applied.
    pub query_error: Option<QueryError>,
    /// For [`Explorer::snippet`]: excerpts are cut for those hits only that are shown.
    pub cutter: Cutter,
}

/// A report that matches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Which one.
    pub report: ReportId,
    /// Higher is better; 0 without words to find.
    pub score: f32,
    /// How often the words and phrases stand in it.
    pub matches: usize,
}

impl Hit {
    fn of(report: u32, score: Score) -> Self {
        Self { report: ReportId(report), score: score.total(), matches: score.matches as usize }
    }
}

/// The values of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which facet.
    pub facet: Facet,
    /// Most frequent first, of equals those that most reports of the corpus have, then by key, places by label; years
    /// latest first, roles and areas in the contract's order. Where there are more than [`VALUES_MAX`], so many that
    /// hits have, and the chosen ones.
    pub values: Vec<FacetValue>,
    /// The keys and labels of all: few of them are shown, so they are not copied one by one.
    names: String,
}

impl FacetCounts {
    /// The stable name of one of the values for addresses.
    pub fn key(&self, value: &FacetValue) -> &str {
        value.key.piece(&self.names)
    }

    /// The name of one of the values to show.
    pub fn label(&self, value: &FacetValue) -> &str {
        value.label.piece(&self.names)
    }

    fn put(&mut self, name: &str) -> Span {
        let start = self.names.len();
        self.names.push_str(name);
        Span::of(start, self.names.len())
    }
}

/// A value of a facet; [`FacetCounts`] tells how it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    key: Span,
    label: Span,
    /// What tells it from others of that name.
    pub note: Option<Note>,
    /// Reports that would match with this value alone chosen here, under the query and all other facets.
    pub count: usize,
    /// Statements that [`Explorer::statements`] would give with this value alone chosen here.
    pub statements: usize,
    /// Reports with it in the whole corpus.
    pub total: usize,
    /// `Some(false)`: included, `Some(true)`: excluded.
    pub chosen: Option<bool>,
}

/// So many values of a facet are listed besides the chosen ones; a corpus of thousands has tens of thousands of names.
pub const VALUES_MAX: usize = 300;

impl Explorer {
    /// Builds index and facets over a corpus.
    pub fn new(corpus: Arc<Corpus>) -> Self {
        let mut index = Index::new();
        index.extend(&corpus.reports);
        let links = link::link(&corpus.reports);
        Self::with_index(corpus, index, &links)
    }

    /// With an index that was built before.
    pub(crate) fn with_index(corpus: Arc<Corpus>, index: Index, links: &Links) -> Self {
        let tables = Tables::new(Noted::of(&corpus.reports), links);
        Self::of(Reports::Whole(corpus), index, tables)
    }

    /// Of what was made before.
    pub(crate) fn of(reports: Reports, index: Index, tables: Tables) -> Self {
        Self { reports, index, tables, unread: None, told: None, begun: Mutex::default() }
    }

    /// How many reports there are.
    pub fn len(&self) -> usize {
        self.reports.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All reports as they were parsed; of a corpus that came as bytes a copy, which is large.
    pub fn corpus(&self) -> Arc<Corpus> {
        self.reports.corpus()
    }

    /// The index behind it.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// With what was not understood of each report.
    pub(crate) fn with_unread(self, unread: Option<Vec<Vec<Unread>>>) -> Self {
        Self { unread, ..self }
    }

    /// What was not understood of a report, if the corpus came with it; else [`crate::unread::unread`] finds it.
    pub fn unread(&self, report: ReportId) -> Option<&[Unread]> {
        Some(self.unread.as_ref()?.get(report.0 as usize)?)
    }

    /// The report with that id.
    pub fn find(&self, id: &str) -> Option<ReportId> {
        (0..self.len()).position(|number| self.reports.id(number) == id).map(|i| ReportId(i as u32))
    }

    /// The label of a facet's value, also by a name that links had for a key before; `None` if the corpus has no such
    /// value.
    pub fn facet_label(&self, facet: Facet, key: &str) -> Option<&str> {
        match facet {
            Facet::Role => Role::from_name(key).map(Role::as_str),
            Facet::Area => Area::from_name(key).map(Area::as_str),
            _ => {
                let table = self.tables.table(facet)?;
                table.values(key).first().map(|&value| table.label(value))
            }
        }
    }

    /// What a choice means: itself where the corpus has its key; where its value is a name, as links had it before
    /// there were keys of identities, a choice of each identity that is called so; nothing if the corpus has none.
    /// Together they select what the choice selects: the values of a facet are alternatives.
    pub fn resolve(&self, choice: &Choice) -> Vec<Choice> {
        match self.tables.table(choice.facet) {
            Some(table) => {
                let values = table.values(&choice.value);
                let of = |&value: &u32| Choice { value: table.key(value).to_owned(), ..choice.clone() };
                values.iter().map(of).collect()
            }
            None => self.facet_label(choice.facet, &choice.value).map(|_| choice.clone()).into_iter().collect(),
        }
    }

    /// A query as far as it is typed, as this corpus has it: every word is whole. Only where no report has what is
    /// asked for is the last one, if nothing follows it, the beginning of a longer word.
    ///
    /// Everything that takes a query as typed (hits, concordance, figures, statements, marks) reads it so: a link means
    /// the same in every view.
    pub fn read(&self, query: &str) -> (Node, Option<QueryError>) {
        self.read_with(&self.evaluator(), query)
    }

    /// The same; what the evaluator found out about the other words stays with it.
    fn read_with(&self, evaluator: &Evaluator<'_>, query: &str) -> (Node, Option<QueryError>) {
        let (whole, error) = query::parse_typing(query);
        let Some(begun) = query::parse_begun(query) else { return (whole, error) };
        let known = self.begun.lock().ok().filter(|last| last.0 == query).map(|last| last.1);
        let is_begun = known.unwrap_or_else(|| match &whole {
            Node::Word(word) => evaluator.terms(word).is_empty(),
            whole => evaluator.set(whole).is_empty(),
        });
        if let (None, Ok(mut last)) = (known, self.begun.lock()) {
            *last = (query.to_owned(), is_begun);
        }
        if !is_begun {
            return (whole, error);
        }
        evaluator.forget(query.len() as u32);
        (begun, error)
    }

    /// What a selection asks for but its choices: its query, within its dates. What takes a parsed query and choices
    /// (concordance, figures, statements) so takes the dates too.
    pub fn asked(&self, selection: &Selection) -> (Node, Option<QueryError>) {
        self.asked_with(&self.evaluator(), selection)
    }

    fn asked_with(&self, evaluator: &Evaluator<'_>, selection: &Selection) -> (Node, Option<QueryError>) {
        let (node, error) = self.read_with(evaluator, &selection.query);
        let node = match selection.dates {
            Some(dates) => Node::And(vec![node, Node::Field(Test::Dates(dates))]),
            None => node,
        };
        (node, error)
    }

    /// Answers a selection; meant for every keystroke.
    pub fn answer(&self, selection: &Selection) -> Answer {
        let evaluator = self.evaluator();
        let (node, query_error) = self.asked_with(&evaluator, selection);
        Answer { query_error, ..self.answer_with(evaluator, &node, &selection.choices, selection.sort) }
    }

    /// Answers a parsed query under choices: all hits, facets and counts.
    pub fn answer_parsed(&self, node: &Node, choices: &[Choice], sort: Option<Sort>) -> Answer {
        self.answer_with(self.evaluator(), node, choices, sort)
    }

    fn answer_with(&self, evaluator: Evaluator<'_>, node: &Node, choices: &[Choice], sort: Option<Sort>) -> Answer {
        let found = evaluator.set(node);
        let parts = Parts::new(&self.tables, choices);
        let matching = parts.restrict(&self.tables, &found, None);
        let wanted = wanted(node);
        // What is read for the statements, the ranking reads no second time.
        let said = statements::Said::new(&evaluator, node, &found);
        let hits = self.rank(&evaluator, node, &wanted, &matching, sort);
        let cutter = self.cutter_with(&evaluator, node, choices);
        let here = said.under(&self.tables, parts.statement(None));
        let of_hits = self.tables.statements_of(&matching);
        let statements = here.count_both(&of_hits);
        let mut counted = vec![0_u32; self.tables.len()];
        found.each(|report| {
            let (from, to) = self.tables.range(report);
            counted[report as usize] = here.count_between(from, to) as u32;
        });
        let count = |facet: &Facet| self.count(*facet, &parts, &found, &said, &counted, &of_hits);
        let facets = Facet::ALL.iter().map(count).gather();
        Answer { hits, facets, statements, query_error: None, cutter }
    }

    /// The first hits of a parsed query, and how many there are in all: no facets are counted.
    pub fn top(&self, node: &Node, choices: &[Choice], sort: Option<Sort>, limit: usize) -> (Vec<Hit>, usize) {
        let evaluator = self.evaluator();
        let matching = Parts::new(&self.tables, choices).restrict(&self.tables, &evaluator.set(node), None);
        (self.best(&evaluator, node, &matching, sort, limit), matching.count())
    }

    /// The reports that match a parsed query under choices.
    pub(crate) fn matching(&self, node: &Node, choices: &[Choice]) -> Set {
        Parts::new(&self.tables, choices).restrict(&self.tables, &self.evaluator().set(node), None)
    }

    /// Where what a parsed query asks for stands under choices, counted over all reports: sorted, each once.
    pub(crate) fn stretches(&self, node: &Node, choices: &[Choice]) -> Vec<(u32, u32)> {
        order::each_once(self.evaluator().places(&wanted(node), &self.matching(node, choices)))
    }

    /// For walking over the blocks of all reports.
    pub(crate) fn block_cursor(&self) -> BlockCursor<'_> {
        BlockCursor { index: &self.index, report: 0 }
    }

    /// Why a report stands where it does in the answer to a parsed query; `None` if it does not match.
    pub fn explain(&self, node: &Node, report: ReportId) -> Option<Score> {
        let evaluator = self.evaluator();
        let matching = evaluator.set(node);
        let row = matching.iter().position(|other| other == report.0)?;
        score::score(&evaluator, node, &wanted(node), &matching).get(row).copied()
    }

    /// The first `limit` of what [`Self::rank`] gives.
    fn best(
        &self,
        evaluator: &Evaluator<'_>,
        node: &Node,
        matching: &Set,
        sort: Option<Sort>,
        limit: usize,
    ) -> Vec<Hit> {
        let wanted = wanted(node);
        if wanted.is_empty() || !matches!(sort, None | Some(Sort::Relevance)) {
            let mut ranked = self.rank(evaluator, node, &wanted, matching, sort);
            ranked.truncate(limit);
            return ranked;
        }
        let best = score::best(evaluator, node, &wanted, matching, limit).into_iter();
        best.map(|(report, score)| Hit::of(report, score)).gather()
    }

    fn rank(
        &self,
        evaluator: &Evaluator<'_>,
        node: &Node,
        wanted: &[&Node],
        matching: &Set,
        sort: Option<Sort>,
    ) -> Vec<Hit> {
        let scored = score::score(evaluator, node, wanted, matching).into_iter();
        let mut ranked = matching.iter().zip(scored).map(|(report, score)| Hit::of(report, score)).gather();
        self.sort(&mut ranked, sort.unwrap_or(if wanted.is_empty() { Sort::Newest } else { Sort::Relevance }));
        ranked
    }

    /// What excerpts for a parsed query under choices are cut for.
    pub fn cutter(&self, node: &Node, choices: &[Choice]) -> Cutter {
        self.cutter_with(&self.evaluator(), node, choices)
    }

    fn cutter_with(&self, evaluator: &Evaluator<'_>, node: &Node, choices: &[Choice]) -> Cutter {
        Cutter::new(&self.index, node, statement_test(choices, None), &|word| evaluator.meant(word))
    }

    /// The best excerpt of a report: where role or areas are chosen from a statement that has them, if there is one.
    ///
    /// # Panics
    /// If the place is of another corpus.
    pub fn snippet(&self, report: ReportId, cutter: &Cutter) -> Snippet {
        if cutter.is_plain() {
            let (at, statement) = self.tables.opening(report.0);
            return Snippet { at, statement, marks: Vec::new(), title_marks: Vec::new() };
        }
        let statements = self.tables.statements(report.0);
        let holds =
            |i: usize| cutter.test.zip(statements.get(i)).is_some_and(|(test, &(role, areas))| test.holds(role, areas));
        let wanted: Option<&dyn Fn(usize) -> bool> = if cutter.test.is_some() { Some(&holds) } else { None };
        snippet::cut(&self.index, report.0, &self.outline(report.0), cutter, wanted)
    }

    /// Where the words and phrases of a query stand in a report: bytes of its source, sorted, disjoint.
    pub fn highlights(&self, report: ReportId, query: &str) -> Vec<Span> {
        snippet::marks(&self.outline(report.0), &self.read(query).0)
    }

    /// The report at that place. One that came as bytes is decoded when it is first asked for, and stays.
    ///
    /// # Panics
    /// If the place is of another corpus.
    pub fn report(&self, report: ReportId) -> &Report {
        self.reports.get(report.0 as usize)
    }

    /// The same for a moment: what walks over all reports leaves none of them decoded.
    ///
    /// # Panics
    /// If the place is of another corpus.
    pub fn seen(&self, report: ReportId) -> Seen<'_> {
        self.reports.seen(report.0 as usize)
    }

    /// The text of a report.
    ///
    /// # Panics
    /// If the place is of another corpus.
    pub fn source(&self, report: ReportId) -> &Arc<str> {
        self.reports.source(report.0 as usize)
    }

    /// How many facts of a kind a report has.
    ///
    /// # Panics
    /// If the place is of another corpus.
    pub fn facts(&self, report: ReportId, kind: FactKind) -> usize {
        self.tables.facts(report.0, kind)
    }

    /// The date that a report is filed under as it is printed: of its publication, else of its main meeting.
    ///
    /// # Panics
    /// If the place is of another corpus.
    pub fn printed_date(&self, report: ReportId) -> Option<&str> {
        self.tables.printed(report.0)
    }

    #[cfg(test)]
    pub(crate) fn reports(&self) -> &Reports {
        &self.reports
    }

    pub(crate) fn outline(&self, report: u32) -> Outline<'_> {
        self.reports.outline(report as usize)
    }

    /// The date that a report belongs to, as precise as the page tells it: of its publication, else of its main
    /// meeting, else the year in which the period under review ends. What [`Selection::dates`] is held against.
    pub fn date(&self, report: ReportId) -> Option<Date> {
        self.tables.dates().get(report.0 as usize).copied().flatten()
    }

    fn evaluator(&self) -> Evaluator<'_> {
        Evaluator::new(&self.index, &self.tables, &self.reports)
    }

    fn sort(&self, hits: &mut Vec<Hit>, sort: Sort) {
        let places = |id: ReportId| self.index.places(id.0);
        // Hits come in the order of the corpus, and equal ones stay so. The bits of positive floats are in their order.
        order::by_number(hits, |&Hit { report: id, score, .. }| match (sort, self.tables.age(id.0)) {
            (Sort::Relevance, _) => !score.max(0.0).to_bits(),
            (Sort::Newest, age) => age,
            (Sort::Oldest, UNDATED) => UNDATED,
            (Sort::Oldest, age) => UNDATED - 1 - age,
            (Sort::Longest, _) => !places(id),
            (Sort::Shortest, _) => places(id),
        });
    }

    fn count(
        &self,
        facet: Facet,
        parts: &Parts<'_>,
        found: &Set,
        said: &statements::Said,
        counted: &[u32],
        of_hits: &Set,
    ) -> FacetCounts {
        let choices = parts.choices;
        let base = parts.restrict(&self.tables, found, Some(facet));
        let chosen = |key: &str| {
            choices.iter().find(|choice| choice.facet == facet && choice.value == key).map(|choice| choice.exclude)
        };
        let mut told = FacetCounts { facet, values: Vec::new(), names: String::new() };
        match facet {
            Facet::Role | Facet::Area => {
                let test = parts.statement(Some(facet)).unwrap_or(StatementTest::ANY);
                let counts = self.count_statement_values(facet, test, &base);
                let totals = self.tables.statement_totals(facet);
                let mut here = said.under(&self.tables, Some(test));
                if choices.is_empty() {
                    here.and(of_hits);
                } else {
                    here.and(&self.tables.statements_of(&base));
                }
                let by_value = self.tables.statements_by(facet);
                for (i, having) in by_value.iter().enumerate() {
                    let key = match facet {
                        Facet::Role => Role::ALL[i].as_str(),
                        _ => Area::ALL[i].as_str(),
                    };
                    let (total, chosen) = (totals[i] as usize, chosen(key));
                    if total > 0 || chosen.is_some() {
                        let key = told.put(key);
                        told.values.push(FacetValue {
                            key,
                            label: key,
                            note: None,
                            count: counts[i],
                            statements: here.count_both(having),
                            total,
                            chosen,
                        });
                    }
                }
            }
            _ => {
                let Some(table) = self.tables.table(facet) else { return told };
                // By value: reports in the lower half, statements in the upper.
                let mut counts = vec![0_u64; table.len()];
                let counts = counts.as_mut_slice();
                let (starts, all) = table.values_by_report();
                base.each(|report| {
                    let report = report as usize;
                    let both = u64::from(counted[report]) << 32 | 1;
                    let values = &all[starts[report] as usize..starts[report + 1] as usize];
                    values.iter().for_each(|&value| counts[value as usize] += both);
                });
                // A few are listed though no hit has them.
                let mut order = if table.len() <= VALUES_MAX { (0..table.len() as u32).gather() } else { most(counts) };
                match facet {
                    Facet::Year => order::by(&mut order, |&a, &b| table.key(b).cmp(table.key(a))),
                    Facet::Fact => order::by_key(&mut order, |&v| {
                        FactKind::ALL.iter().position(|kind| kind.as_str() == table.key(v))
                    }),
                    Facet::Meeting => order::by_key(&mut order, |&v| EventKind::from_name(table.key(v))),
                    _ => {
                        // Of equals those that most reports have, then by their keys, as they come.
                        order::by_number(&mut order, |&v| !(table.total(v) as u32));
                        order::by_number(&mut order, |&v| !(counts[v as usize] as u32));
                        if facet == Facet::Place {
                            // Their keys begin with what they are, which is not shown of most.
                            let counts = |v: u32| (counts[v as usize] as u32, table.total(v));
                            for same in order.chunk_by_mut(|&a, &b| counts(a) == counts(b)) {
                                order::by(same, |&a, &b| table.label(a).cmp(table.label(b)));
                            }
                        }
                    }
                }
                // What is chosen is listed in any case, by whatever name.
                let mut chosen: Vec<(u32, bool)> = Vec::new();
                for choice in choices.iter().filter(|choice| choice.facet == facet) {
                    for value in table.values(&choice.value) {
                        if !order.contains(&value) {
                            order.push(value);
                        }
                        chosen.push((value, choice.exclude));
                    }
                }
                told.values.reserve_exact(order.len());
                for value in order {
                    let key = told.put(table.key(value));
                    let label = table.names().map_or(key, |_| told.put(table.label(value)));
                    let count = counts[value as usize];
                    told.values.push(FacetValue {
                        key,
                        label,
                        note: table.names().and_then(|names| names.note(value).cloned()),
                        count: (count as u32) as usize,
                        statements: (count >> 32) as usize,
                        total: table.total(value),
                        chosen: chosen.iter().find(|chosen| chosen.0 == value).map(|chosen| chosen.1),
                    });
                }
            }
        }
        told
    }

    /// By value of role or area: reports of `within` with such a statement that `test` holds for.
    fn count_statement_values(&self, facet: Facet, test: StatementTest, within: &Set) -> [usize; 16] {
        // Reports by what they have: there are few different sets of roles or areas.
        let mut with = vec![0_usize; 1 << Area::ALL.len()];
        for report in within.iter() {
            let mut seen = 0_u16;
            if test == StatementTest::ANY {
                seen = self.tables.held(facet, report);
            } else {
                for &(role, areas) in self.tables.statements(report) {
                    if test.holds(role, areas) {
                        seen |= if facet == Facet::Role { 1 << role.index() } else { areas };
                    }
                }
            }
            with[seen as usize] += 1;
        }
        let mut counts = [0; 16];
        for (seen, reports) in with.into_iter().enumerate().filter(|(_, reports)| *reports > 0) {
            for (i, count) in counts.iter_mut().enumerate() {
                *count += if seen >> i & 1 == 1 { reports } else { 0 };
            }
        }
        counts
    }
}

/// The [`VALUES_MAX`] values with the highest counts, which are in the lower halves; of equals at the border those that
/// come first, and none that has no report.
fn most(counts: &[u64]) -> Vec<u32> {
    let mut highest = 0;
    counts.iter().for_each(|&count| highest = highest.max(count as u32));
    let mut with = vec![0_usize; highest as usize + 1];
    counts.iter().for_each(|&count| with[(count as u32) as usize] += 1);
    let (mut least, mut above) = (highest, 0);
    while least > 1 && above + with[least as usize] < VALUES_MAX {
        above += with[least as usize];
        least -= 1;
    }
    let mut room = VALUES_MAX - above;
    let mut values = Vec::new();
    for (&count, value) in counts.iter().zip(0..) {
        let count = count as u32;
        if count >= least.max(1) && (count > least || room > 0) {
            room -= usize::from(count == least);
            values.push(value);
        }
    }
    values
}

/// The words, phrases and neighbourhoods that a query asks for.
fn wanted(node: &Node) -> Vec<&Node> {
    let mut out = Vec::new();
    node.wanted(&mut |node| out.push(node));
    out
}

/// Finds the block of one place after the other; the places come sorted.
pub(crate) struct BlockCursor<'a> {
    index: &'a Index,
    report: u32,
}

impl BlockCursor<'_> {
    /// First place of the block that holds `place`, and one past its last word.
    pub fn around(&mut self, place: u32) -> (u32, u32) {
        let bases = &self.index.bases;
        while bases.get(self.report as usize + 1).is_some_and(|&end| end <= place) {
            self.report += 1;
        }
        let base = bases[self.report as usize];
        let blocks = self.index.blocks(self.report);
        let next = blocks.partition_point(|&(first, _)| base + first <= place);
        let first = blocks.get(next.wrapping_sub(1)).map_or(base, |block| base + block.0);
        let end = blocks.get(next).map_or(base + self.index.places(self.report), |block| base + block.0);
        // The place before the next block belongs to none.
        (first, end - 1)
    }
}

/// The choices as sets, each facet apart.
struct Parts<'a> {
    /// Facet, reports with one of its included values.
    included: Vec<(Facet, Set)>,
    /// Facet, reports with one of its excluded values.
    excluded: Vec<(Facet, Set)>,
    /// All of them.
    choices: &'a [Choice],
}

impl<'a> Parts<'a> {
    fn new(tables: &Tables, choices: &'a [Choice]) -> Self {
        let all = Set::full(tables.len());
        let mut parts = Self { included: Vec::new(), excluded: Vec::new(), choices };
        for facet in Facet::ALL {
            let Some(table) = tables.table(facet) else { continue };
            for exclude in [false, true] {
                // An unknown value excludes nothing; alone it includes nothing.
                let mut values: Option<Vec<u32>> = None;
                for choice in choices.iter().filter(|c| c.facet == facet && c.exclude == exclude) {
                    values.get_or_insert_default().append(&mut table.values(&choice.value));
                }
                let Some(values) = values else { continue };
                let set = tables.with_any(facet, values, &all);
                if exclude { parts.excluded.push((facet, set)) } else { parts.included.push((facet, set)) }
            }
        }
        parts
    }

    fn statement(&self, ignored: Option<Facet>) -> Option<StatementTest> {
        statement_test(self.choices, ignored)
    }

    /// The reports of `found` under all choices but those of `ignored`.
    fn restrict(&self, tables: &Tables, found: &Set, ignored: Option<Facet>) -> Set {
        let mut set = found.clone();
        for (_, included) in self.included.iter().filter(|(facet, _)| Some(*facet) != ignored) {
            set.and(included);
        }
        for (_, excluded) in self.excluded.iter().filter(|(facet, _)| Some(*facet) != ignored) {
            set.and_not(excluded);
        }
        match self.statement(ignored) {
            Some(test) => tables.with_statement(&[test], &set),
            None => set,
        }
    }
}

#[cfg(test)]
mod tests;
