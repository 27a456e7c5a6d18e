//! From a query's tree to reports and places.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::corpus::Reports;
use crate::filter::set::Set;
use crate::filter::table::{StatementTest, Table, Tables};
use crate::filter::{Date, Facet};
use crate::gather::Gather;
use crate::index::Index;
use crate::index::dictionary::TermId;
use crate::index::places::Places;
use crate::index::sentences::Sentences;
use crate::order;
use crate::query::{Node, Test, Word};
use crate::report::{BlockKind, EventKind};
use crate::snippet::{near, stretches_from};
use crate::text::fold::fold;
use crate::text::{Span, Words};

/// A stretch of places, counted over all reports: first, and one past the last.
pub(super) type Stretch = (u32, u32);

/// What was found out for a piece of a query.
enum Kept {
    /// What a word has.
    Tallied(Arc<Tallied>),
    /// Where a phrase or neighbourhood stands in all reports.
    Stood(Rc<[Stretch]>),
    /// The places that a word was found to have, in all reports that matter.
    Placed(Rc<Placed>),
    /// The pairs of two words near each other.
    Paired(Rc<[Stretch]>),
}

/// What a query is evaluated against.
pub(super) struct Evaluator<'a> {
    pub index: &'a Index,
    pub tables: &'a Tables,
    pub reports: &'a Reports,
    /// What was found out so far: the place of its words in the query tells which piece of it it is.
    kept: RefCell<Vec<(Span, Kept)>>,
}

/// A word with so many places has them as a set: what stands beside what is then told by shifting it.
const MANY: u64 = if cfg!(test) { 2 } else { 4_000 };

/// Reading a place of a list takes as long as looking at so many of a text.
const LISTED: u64 = 5;
/// Comparing a place with those of another list takes as long as looking at so many beside it.
const LOOKS: u64 = 12;

/// What a word or phrase has in one report.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub count: u32,
    pub in_title: u32,
    /// 2: spelt as typed, 1: other marks, 0: a longer word.
    pub closeness: u8,
}

/// What a word has in all reports.
#[derive(Debug, Clone)]
pub(super) struct Tallied {
    /// The reports with it.
    pub with: Set,
    /// By report.
    pub tallies: Vec<Tally>,
}

/// The places of a word in all reports that matter, and the statements that hold one.
pub(super) struct Placed {
    pub places: Places,
    pub statements: Set,
}

impl Placed {
    #[inline(always)]
    fn insert(&mut self, place: u32, sentences: &Sentences) {
        self.places.insert(place);
        if let Some(statement) = sentences.of(place) {
            self.statements.insert(statement);
        }
    }
}

impl<'a> Evaluator<'a> {
    pub fn new(index: &'a Index, tables: &'a Tables, reports: &'a Reports) -> Self {
        Self { index, tables, reports, kept: RefCell::default() }
    }

    /// Forgets what the word that ends there was found to have: it is read otherwise from now on.
    pub fn forget(&self, end: u32) {
        self.kept.borrow_mut().retain(|(at, _)| at.end != end);
    }

    fn keep(&self, at: Span, found: Kept) {
        self.kept.borrow_mut().push((at, found));
    }

    /// What was found out for the piece of the query at that place, as far as `which` takes it.
    fn found<T>(&self, at: Span, which: impl Fn(&Kept) -> Option<T>) -> Option<T> {
        self.kept.borrow().iter().find_map(|(other, kept)| if *other == at { which(kept) } else { None })
    }

    /// What a word has; read once for a query.
    pub fn tallied(&self, word: &Word) -> Arc<Tallied> {
        let known =
            self.found(word.at, |kept| if let Kept::Tallied(found) = kept { Some(Arc::clone(found)) } else { None });
        known.unwrap_or_else(|| {
            let found = Arc::new(self.tally(word));
            self.keep(word.at, Kept::Tallied(Arc::clone(&found)));
            found
        })
    }

    /// Reads what a word has.
    pub fn tally(&self, word: &Word) -> Tallied {
        let len = self.index.len();
        let mut found = Tallied { with: Set::empty(len), tallies: vec![Tally::default(); len] };
        let tallies = found.tallies.as_mut_slice();
        for term in self.terms(word) {
            let closeness = closeness(self.index, word, term);
            let mut postings = self.index.postings[term as usize].iter();
            while let Some(posting) = postings.step() {
                found.with.insert(posting.report);
                let tally = &mut tallies[posting.report as usize];
                tally.count += posting.count;
                tally.in_title += posting.in_title;
                tally.closeness = tally.closeness.max(closeness);
            }
        }
        found
    }

    /// The spellings that a word stands for.
    pub fn terms(&self, word: &Word) -> Vec<TermId> {
        let mut terms = self.terms_of(word, &word.spelling, &word.key);
        if let Some(twin) = &word.twin {
            for term in self.terms_of(word, twin, &fold(twin)) {
                if !terms.contains(&term) {
                    terms.push(term);
                }
            }
        }
        terms
    }

    fn terms_of(&self, word: &Word, spelling: &str, key: &str) -> Vec<TermId> {
        let dictionary = &self.index.dictionary;
        match (word.exact, word.prefix) {
            (true, false) => dictionary.get(spelling).into_iter().gather(),
            (false, false) => dictionary.with_key(key).to_vec(),
            (false, true) => dictionary.with_key_prefix(key).to_vec(),
            (true, true) => {
                let terms = dictionary.with_key_prefix(key).iter().copied();
                terms.filter(|&term| dictionary.spelling(term).starts_with(spelling)).gather()
            }
        }
    }

    /// The reports that match.
    pub fn set(&self, node: &Node) -> Set {
        let len = self.index.len();
        match node {
            Node::Word(word) => self.tallied(word).with.clone(),
            Node::Phrase(_) | Node::Near(_) => self.reports_of(&self.standing(node)),
            Node::And(nodes) => {
                let of = |node: &Node| if is_of_statement(node) { Set::full(len) } else { self.set(node) };
                let set = combined(node, len, &of);
                // Role and area in one group are asked of one and the same statement.
                let tests = nodes.iter().filter_map(statement_test).gather();
                if tests.is_empty() { set } else { self.tables.with_statement(&tests, &set) }
            }
            Node::Field(test) => self.field(test, node),
            node => combined(node, len, &|node| self.set(node)),
        }
    }

    pub fn field(&self, test: &Test, node: &Node) -> Set {
        let all = Set::full(self.index.len());
        match test {
            Test::Role(_) | Test::Area(_) => {
                let test = statement_test(node).unwrap_or(StatementTest::ANY);
                self.tables.with_statement(&[test], &all)
            }
            Test::Name { facet, node } => {
                let values = self.tables.table(*facet).map_or_else(Vec::new, |table| named(table, node));
                self.tables.with_any(*facet, values, &all)
            }
            Test::Text { title, node } => self.set_in(node, *title),
            Test::Meeting(kinds) => {
                let value = |kind: &EventKind| self.tables.table(Facet::Meeting)?.value(kind.as_str());
                self.tables.with_any(Facet::Meeting, kinds.iter().filter_map(value).gather(), &all)
            }
            Test::Years(low, high) => self.dated(&|date| *low <= date.year() && date.year() <= *high),
            Test::Dates(range) => self.dated(&|date| range.holds(date)),
            Test::Measure(test) => {
                let mut set = Set::empty(self.index.len());
                for number in 0..self.reports.len() {
                    self.reports.measures(number, &mut |measure| {
                        if test.holds(measure) {
                            set.insert(number as u32);
                        }
                    });
                }
                set
            }
        }
    }

    /// The reports with such a date.
    fn dated(&self, holds: &dyn Fn(Date) -> bool) -> Set {
        let mut set = Set::empty(self.index.len());
        for (i, date) in self.tables.dates().iter().enumerate() {
            if date.is_some_and(holds) {
                set.insert(i as u32);
            }
        }
        set
    }

    /// The reports that match within titles, or within the body.
    fn set_in(&self, node: &Node, title: bool) -> Set {
        let len = self.index.len();
        match node {
            Node::Word(_) | Node::Phrase(_) | Node::Near(_) => {
                let mut stretches = self.standing(node).to_vec();
                stretches.retain(|&stretch| self.is_in(stretch, title));
                self.reports_of(&stretches)
            }
            node => combined(node, len, &|node| self.set_in(node, title)),
        }
    }

    fn is_in(&self, stretch: Stretch, title: bool) -> bool {
        let (_, kind) = self.block_at(stretch.0);
        if title { kind == BlockKind::Title } else { kind.is_body() }
    }

    /// The block that a place lies in: its first place, counted over all reports, and its kind.
    fn block_at(&self, place: u32) -> (u32, BlockKind) {
        let report = self.report_at(place);
        let base = self.index.bases[report as usize];
        let blocks = self.index.blocks(report);
        let block = blocks.partition_point(|&(start, _)| base + start <= place);
        blocks.get(block.wrapping_sub(1)).map_or((base, BlockKind::Chrome), |&(start, kind)| (base + start, kind))
    }

    /// Whether two places lie in one block: no place between them is left out.
    fn in_one_block(&self, a: u32, b: u32) -> bool {
        (a.min(b)..a.max(b)).all(|place| self.index.running.get(place).is_some())
    }

    fn report_at(&self, place: u32) -> u32 {
        self.index.bases.partition_point(|&base| base <= place) as u32 - 1
    }

    /// The reports of stretches, which are sorted.
    fn reports_of(&self, stretches: &[Stretch]) -> Set {
        let mut set = Set::empty(self.index.len());
        let mut end = 0;
        for &(place, _) in stretches {
            if place >= end {
                let report = self.report_at(place);
                set.insert(report);
                end = self.index.bases[report as usize + 1];
            }
        }
        set
    }

    /// Reports that may hold a phrase or a neighbourhood, because they hold its words.
    fn candidates(&self, node: &Node) -> Set {
        let len = self.index.len();
        match node {
            Node::Phrase(words) => {
                let mut set = Set::full(len);
                words.iter().for_each(|word| set.and(&self.tallied(word).with));
                set
            }
            Node::Near(nodes) => {
                let mut set = Set::full(len);
                nodes.iter().for_each(|(node, _)| set.and(&self.candidates(node)));
                set
            }
            Node::Or(_) => combined(node, len, &|node| self.candidates(node)),
            node => self.set(node),
        }
    }

    /// Where a phrase or a neighbourhood stands in all reports: sorted, each once. Looked for once for a query.
    pub fn standing(&self, node: &Node) -> Rc<[Stretch]> {
        let at = at_of(node);
        let known = self.found(at, |kept| if let Kept::Stood(found) = kept { Some(Rc::clone(found)) } else { None });
        known.unwrap_or_else(|| {
            let found: Rc<[Stretch]> = match self.paired(node) {
                Some(pairs) => self.stretches_of(&pairs),
                None => self.stretches(node, &self.candidates(node)),
            }
            .into();
            self.keep(at, Kept::Stood(Rc::clone(&found)));
            found
        })
    }

    /// The pairs of places of two words near each other, in all reports; `None` if it is another node, or if looking
    /// around every place of the rarer word would take longer than comparing the places of both.
    pub fn paired(&self, node: &Node) -> Option<Rc<[Stretch]>> {
        if !matches!(node, Node::Near(_)) {
            return None;
        }
        let at = at_of(node);
        let known = self.found(at, |kept| if let Kept::Paired(found) = kept { Some(Rc::clone(found)) } else { None });
        known.or_else(|| {
            let found: Rc<[Stretch]> = self.pairs(node, &self.candidates(node))?.into();
            self.keep(at, Kept::Paired(Rc::clone(&found)));
            Some(found)
        })
    }

    fn pairs(&self, node: &Node, within: &Set) -> Option<Vec<Stretch>> {
        let Node::Near(nodes) = node else { return None };
        let &[(Node::Word(ref first), _), (Node::Word(ref second), gap)] = nodes.as_slice() else { return None };
        let (mut rarer, mut other) = (first, second);
        if self.count(second) < self.count(first) {
            (rarer, other) = (second, first);
        }
        let looks = self.count(rarer) * u64::from(gap.saturating_add(1));
        if looks > LOOKS * (self.count(rarer) + self.count(other)) {
            return None;
        }
        let meant = self.meant(other);
        let running = &self.index.running;
        let mut pairs = Vec::new();
        self.each_place(rarer, within, &mut |place| {
            running.beside(place, gap.saturating_add(1), &meant, |beside, _| pairs.push((place, beside)));
        });
        Some(pairs)
    }

    /// The places of pairs, each for itself: sorted, each once.
    fn stretches_of(&self, pairs: &[Stretch]) -> Vec<Stretch> {
        let mut places = Places::empty(self.index.all_places());
        for &(a, b) in pairs {
            places.insert(a);
            places.insert(b);
        }
        let mut out = Vec::new();
        places.each(&mut |place| out.push((place, place + 1)));
        out
    }

    /// Where a word, a phrase or a neighbourhood stands in the reports of `within`: sorted, each once.
    pub fn stretches(&self, node: &Node, within: &Set) -> Vec<Stretch> {
        match node {
            Node::Word(word) => stretches_from(&self.word_places(word, within), 1),
            Node::Phrase(words) => {
                // From the rarest word on, its neighbours are looked at where they must stand.
                let (mut rarest, mut least) = (0, u64::MAX);
                for (i, count) in words.iter().map(|word| self.count(word)).enumerate() {
                    if count < least {
                        (rarest, least) = (i, count);
                    }
                }
                let meant = words.iter().map(|word| self.meant(word)).gather();
                let stands = |start: u32| {
                    let mut others = meant.iter().zip(start..).enumerate().filter(|(i, _)| *i != rarest);
                    others.all(|(_, (meant, at))| self.index.running.get(at).is_some_and(|term| meant.contains(term)))
                };
                let mut starts: Vec<u32> = Vec::new();
                if let Some(word) = words.get(rarest) {
                    self.each_place(word, within, &mut |place| {
                        if let Some(start) = place.checked_sub(rarest as u32).filter(|&start| stands(start)) {
                            starts.push(start);
                        }
                    });
                }
                order::numbers(&mut starts);
                stretches_from(&starts, words.len() as u32)
            }
            Node::Or(nodes) => {
                let mut all = Vec::new();
                nodes.iter().for_each(|node| all.append(&mut self.stretches(node, within)));
                order::each_once(all)
            }
            Node::Near(nodes) => {
                if let Some(pairs) = self.pairs(node, within) {
                    return self.stretches_of(&pairs);
                }
                let parts = nodes.iter().map(|(node, _)| self.stretches(node, within)).gather();
                near(parts, nodes, &|a, b| self.in_one_block(a, b))
            }
            _ => Vec::new(),
        }
    }

    /// How many places a word has.
    pub fn count(&self, word: &Word) -> u64 {
        let mut count = 0;
        for term in self.terms(word) {
            count += u64::from(self.index.postings[term as usize].places());
        }
        count
    }

    /// The spellings that a word stands for, as a set.
    pub fn meant(&self, word: &Word) -> Set {
        let mut meant = Set::empty(self.index.terms() as usize);
        self.terms(word).into_iter().for_each(|term| meant.insert(term));
        meant
    }

    /// Finds the places of words in the reports of `within`, and the statements there, once for a query, unless they are few.
    /// Whoever asks for them afterwards asks for reports of `within`.
    pub fn place(&self, words: &[&Word], within: &Set) {
        let is_frequent = |word: &&Word| self.count(word) >= MANY && self.known(word).is_none();
        let words = words.iter().copied().filter(is_frequent).gather();
        let bases = &self.index.bases;
        let listed: u64 = words.iter().map(|word| self.count(word)).sum();
        let all: u64 = within.iter().map(|report| u64::from(self.index.places(report))).sum();
        let (reports, places) = (within.count(), self.index.all_places());
        let new = |word: &&Word| Placed {
            places: Places::empty(places).with_room(self.count(word), reports, all),
            statements: Set::empty(self.tables.all_statements()),
        };
        let sentences = &self.index.sentences;
        let found: Vec<Placed> = if all < LISTED * listed {
            // Their texts are shorter than the lists of the words.
            let meant = words.iter().map(|word| self.meant(word)).gather();
            let mut any = Set::empty(self.index.terms() as usize);
            meant.iter().for_each(|meant| any.or(meant));
            let mut found = words.iter().map(new).gather();
            for report in within.iter() {
                self.index.running.each(bases[report as usize], bases[report as usize + 1], &any, |place, term| {
                    let those = found.iter_mut().zip(&meant).filter(|(_, meant)| meant.contains(term));
                    those.for_each(|(found, _)| found.insert(place, sentences));
                });
            }
            found
        } else {
            let read = |word: &&Word| {
                let mut found = new(word);
                self.every_place(word, within, |place| found.insert(place, sentences));
                found
            };
            words.iter().map(read).gather()
        };
        words.iter().zip(found).for_each(|(word, found)| self.keep(word.at, Kept::Placed(Rc::new(found))));
    }

    /// The places of a word in all reports that matter, if they were [found](Self::place) before.
    pub fn known(&self, word: &Word) -> Option<Rc<Placed>> {
        self.found(word.at, |kept| if let Kept::Placed(found) = kept { Some(Rc::clone(found)) } else { None })
    }

    /// The places of a word in the reports of `within`, sorted.
    pub fn word_places(&self, word: &Word, within: &Set) -> Vec<u32> {
        let mut out = Vec::new();
        if let Some(all) = self.known(word) {
            let bases = &self.index.bases;
            for report in within.iter() {
                all.places.between(bases[report as usize], bases[report as usize + 1], &mut |place| out.push(place));
            }
            return out;
        }
        self.each_place(word, within, &mut |place| out.push(place));
        order::numbers(&mut out);
        out
    }

    /// Passes the places of a word in the reports of `within` to `each`, spelling by spelling.
    pub fn each_place(&self, word: &Word, within: &Set, each: &mut dyn FnMut(u32)) {
        self.every_place(word, within, each);
    }

    /// The same in line, for what most places of most queries go through.
    #[inline(always)]
    fn every_place(&self, word: &Word, within: &Set, mut each: impl FnMut(u32)) {
        // A build for size would call a function for each look into a list that may grow.
        let bases = self.index.bases.as_slice();
        for term in self.terms(word) {
            let postings = &self.index.postings[term as usize];
            let mut reader = postings.place_reader();
            let mut postings = postings.iter();
            while let Some(posting) = postings.step() {
                let (base, end) = (bases[posting.report as usize], bases[posting.report as usize + 1]);
                let wanted = within.contains(posting.report);
                reader.read(posting, end - base, |place| {
                    if wanted {
                        each(base + place);
                    }
                });
            }
        }
    }

    /// Where what was asked for stands in the reports of `within`, in no order.
    pub fn places(&self, wanted: &[&Node], within: &Set) -> Vec<Stretch> {
        let mut all = Vec::new();
        wanted.iter().for_each(|node| all.append(&mut self.stretches(node, within)));
        all
    }
}

/// Where the words of a phrase or a neighbourhood stand in the query.
fn at_of(node: &Node) -> Span {
    let mut words = Vec::new();
    node.words(&mut words);
    words.first().zip(words.last()).map_or(Span::default(), |(first, last)| first.at.join(last.at))
}

/// A set for what joins other nodes; `of` tells theirs.
pub(super) fn combined(node: &Node, len: usize, of: &dyn Fn(&Node) -> Set) -> Set {
    let mut set = Set::full(len);
    match node {
        Node::And(nodes) => nodes.iter().for_each(|node| set.and(&of(node))),
        Node::Or(nodes) => {
            set = Set::empty(len);
            nodes.iter().for_each(|node| set.or(&of(node)));
        }
        Node::Not(node) => set.and_not(&of(node)),
        _ => {}
    }
    set
}

/// 2: spelt as typed, 1: other marks, 0: a longer word.
fn closeness(index: &Index, word: &Word, term: TermId) -> u8 {
    match index.dictionary.spelling(term) == word.spelling {
        true => 2,
        false => u8::from(index.dictionary.key(term) == word.key),
    }
}

fn is_of_statement(node: &Node) -> bool {
    matches!(node, Node::Field(Test::Role(_) | Test::Area(_)))
}

/// What a test of role or area asks of a statement.
pub(super) fn statement_test(node: &Node) -> Option<StatementTest> {
    match node {
        Node::Field(Test::Role(roles)) => {
            let roles = roles.iter().fold(0, |bits, role| bits | 1 << role.index());
            Some(StatementTest { roles, ..StatementTest::ANY })
        }
        Node::Field(Test::Area(areas)) => {
            let areas = areas.iter().fold(0, |bits, area| bits | 1 << area.index());
            Some(StatementTest { areas, ..StatementTest::ANY })
        }
        _ => None,
    }
}

/// The identities of which some name holds the words that are asked for; in no order, and perhaps twice.
pub(super) fn named(table: &Table, node: &Node) -> Vec<u32> {
    let Some(names) = table.names() else { return Vec::new() };
    names.forms().filter(|(form, ..)| name_matches(node, form)).map(|(.., value)| value).gather()
}

/// Whether a name holds the words that are asked for.
pub(super) fn name_matches(node: &Node, name: &str) -> bool {
    let mut spellings: Vec<String> = Vec::new();
    let mut words = Words::new(name, 0);
    while let Some((spelling, _)) = words.read() {
        spellings.push(spelling.to_owned());
    }
    holds(node, &spellings)
}

fn holds(node: &Node, spellings: &[String]) -> bool {
    match node {
        Node::All => true,
        Node::Word(word) => spellings.iter().any(|spelling| word.matches(spelling)),
        Node::Phrase(words) => spellings
            .windows(words.len())
            .any(|window| words.iter().zip(window).all(|(word, spelling)| word.matches(spelling))),
        // A name is short: its words are near each other.
        Node::Near(nodes) => nodes.iter().all(|(node, _)| holds(node, spellings)),
        Node::And(nodes) => nodes.iter().all(|node| holds(node, spellings)),
        Node::Or(nodes) => nodes.iter().any(|node| holds(node, spellings)),
        Node::Not(node) => !holds(node, spellings),
        Node::Field(_) => false,
    }
}
