//! The values of each facet and which reports and statements have them.

use std::collections::BTreeMap;

use super::set::Set;
use super::{Choice, Date, Facet};
use crate::annotate::FactKind;
use crate::order;
use crate::report::{Area, Directive, EventKind, Report, Role};
use crate::text::fold::fold_char;

/// A list of lists in two vectors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    fn new() -> Self {
        Self { starts: vec![0], items: Vec::new() }
    }

    fn push(&mut self, list: &[u32]) {
        self.items.extend_from_slice(list);
        self.starts.push(self.items.len() as u32);
    }

    /// The list with that number.
    pub fn get(&self, i: u32) -> &[u32] {
        let i = i as usize;
        &self.items[self.starts[i] as usize..self.starts[i + 1] as usize]
    }
}

/// The values of a facet over reports.
#[derive(Debug)]
pub struct Table {
    /// Key of each value, also its label.
    keys: Vec<String>,
    /// Search key of each, one after the other, and where each begins.
    folded: String,
    folded_starts: Vec<u32>,
    /// Values by key.
    by_key: BTreeMap<String, u32>,
    /// Reports with each value.
    totals: Vec<u32>,
    /// Values of each report, sorted.
    of_report: Lists,
}

impl Table {
    fn new() -> Self {
        Self {
            keys: Vec::new(),
            folded: String::new(),
            folded_starts: vec![0],
            by_key: BTreeMap::new(),
            totals: Vec::new(),
            of_report: Lists::new(),
        }
    }

    fn add(&mut self, keys: impl IntoIterator<Item = String>) {
        let mut values: Vec<u32> = keys
            .into_iter()
            .map(|key| {
                *self.by_key.entry(key).or_insert_with_key(|key| {
                    self.keys.push(key.clone());
                    self.folded.extend(key.chars().map(fold_char));
                    self.folded_starts.push(self.folded.len() as u32);
                    self.totals.push(0);
                    self.keys.len() as u32 - 1
                })
            })
            .collect();
        order::natural(&mut values);
        values.dedup();
        for &value in &values {
            self.totals[value as usize] += 1;
        }
        self.of_report.push(&values);
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// The key of a value.
    pub fn key(&self, value: u32) -> &str {
        &self.keys[value as usize]
    }

    /// The search key of a value's name.
    pub fn folded(&self, value: u32) -> &str {
        let value = value as usize;
        &self.folded[self.folded_starts[value] as usize..self.folded_starts[value + 1] as usize]
    }

    /// The value with that key.
    pub fn value(&self, key: &str) -> Option<u32> {
        self.by_key.get(key).copied()
    }

    /// Reports with a value.
    pub fn total(&self, value: u32) -> usize {
        self.totals[value as usize] as usize
    }

    /// Values of a report.
    pub fn of(&self, report: u32) -> &[u32] {
        self.of_report.get(report)
    }
}

/// Facet values of all reports.
#[derive(Debug)]
pub struct Tables {
    /// In the order of [`Facet::ALL`], without the two of statements.
    tables: Vec<Table>,
    /// Role and areas (a bit each) of every statement.
    statements: Vec<(Role, u16)>,
    /// By report, and one more: its first statement.
    starts: Vec<u32>,
    /// Reports with a statement of each role, of each area.
    totals: [[u32; 16]; 2],
    /// By report: its date.
    dates: Vec<Option<Date>>,
}

/// What a statement must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatementTest {
    /// A bit for each role that will do.
    pub roles: u16,
    /// A bit for each area of which one must be there; none: any statement will do.
    pub areas: u16,
    /// A bit for each area that must not be there.
    pub not_areas: u16,
}

impl StatementTest {
    /// Any statement.
    pub const ANY: Self = Self { roles: u16::MAX, areas: 0, not_areas: 0 };

    /// Whether a statement of that role with these areas will do.
    pub fn holds(self, role: Role, areas: u16) -> bool {
        self.roles >> role.index() & 1 == 1
            && (self.areas == 0 || self.areas & areas != 0)
            && self.not_areas & areas == 0
    }
}

impl Tables {
    pub fn new() -> Self {
        let tables = Facet::ALL.iter().filter(|facet| !facet.of_statements()).map(|_| Table::new()).collect();
        Self { tables, statements: Vec::new(), starts: vec![0], totals: [[0; 16]; 2], dates: Vec::new() }
    }

    /// Adds the values of a report.
    pub fn add(&mut self, report: &Report) {
        for (table, facet) in self.tables.iter_mut().zip(Facet::ALL) {
            table.add(keys(report, facet));
        }
        self.dates.push(date(report));
        self.statements.extend(report.statements.iter().map(|statement| {
            let areas = statement.areas.iter().fold(0, |bits, area| bits | 1 << area.index());
            (statement.role, areas)
        }));
        self.starts.push(self.statements.len() as u32);
        let mut seen = [0_u16; 2];
        for &(role, areas) in self.statements(self.len() as u32 - 1) {
            seen[0] |= 1 << role.index();
            seen[1] |= areas;
        }
        for (totals, seen) in self.totals.iter_mut().zip(seen) {
            for (i, total) in totals.iter_mut().enumerate() {
                *total += u32::from(seen >> i & 1);
            }
        }
    }

    /// Reports with a statement of each value of role or area.
    pub fn statement_totals(&self, facet: Facet) -> &[u32; 16] {
        &self.totals[usize::from(facet == Facet::Area)]
    }

    /// The values of a facet over reports; `None` for the two over statements.
    pub fn table(&self, facet: Facet) -> Option<&Table> {
        Facet::ALL.iter().position(|&f| f == facet).and_then(|i| self.tables.get(i))
    }

    /// Role and areas of the statements of a report.
    pub fn statements(&self, report: u32) -> &[(Role, u16)] {
        let i = report as usize;
        &self.statements[self.starts[i] as usize..self.starts[i + 1] as usize]
    }

    /// The date of each report.
    pub fn dates(&self) -> &[Option<Date>] {
        &self.dates
    }

    /// How many reports there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The reports of `within` that have one of `values`.
    pub fn with_any(&self, facet: Facet, mut values: Vec<u32>, within: &Set) -> Set {
        let mut out = Set::empty(self.len());
        let Some(table) = self.table(facet) else { return out };
        order::natural(&mut values);
        for report in within.iter() {
            if table.of(report).iter().any(|value| values.binary_search(value).is_ok()) {
                out.insert(report);
            }
        }
        out
    }

    /// The reports of `within` that have a statement which is all that is asked.
    pub fn with_statement(&self, tests: &[StatementTest], within: &Set) -> Set {
        let mut out = Set::empty(self.len());
        for report in within.iter() {
            if self.statements(report).iter().any(|&(role, areas)| tests.iter().all(|test| test.holds(role, areas))) {
                out.insert(report);
            }
        }
        out
    }
}

/// What the choices of role and area ask of a statement, without those of `ignored`; `None`: nothing.
pub fn statement_test(choices: &[Choice], ignored: Option<Facet>) -> Option<StatementTest> {
    let mut test = StatementTest { roles: 0, ..StatementTest::ANY };
    let mut not_roles = 0;
    let mut asked = false;
    for choice in choices.iter().filter(|choice| Some(choice.facet) != ignored) {
        match (choice.facet, Role::from_name(&choice.value), Area::from_name(&choice.value)) {
            (Facet::Role, Some(role), _) if choice.exclude => not_roles |= 1 << role.index(),
            (Facet::Role, Some(role), _) => test.roles |= 1 << role.index(),
            (Facet::Area, _, Some(area)) if choice.exclude => test.not_areas |= 1 << area.index(),
            (Facet::Area, _, Some(area)) => test.areas |= 1 << area.index(),
            _ => continue,
        }
        asked = true;
    }
    if test.roles == 0 {
        test.roles = u16::MAX;
    }
    test.roles &= !not_roles;
    asked.then_some(test)
}

/// The date that a report belongs to: of its publication, else of its main meeting, else the year in which the period
/// under review ends, for a term is reviewed when it ends.
pub fn date(report: &Report) -> Option<Date> {
    report.published.as_deref().and_then(Date::parse).or_else(|| {
        let main = report.events.iter().find(|event| event.main)?;
        main.date.as_deref().and_then(Date::parse).or_else(|| {
            let end = Date::parse(main.period.as_deref()?.split('/').nth(1)?)?;
            Date::new(end.year(), None, None)
        })
    })
}

/// Key and label of a cited instrument: `chỉ thị 05`, `nghị quyết Đại hội …`.
fn directive_key(directive: &Directive) -> String {
    let which = directive.number.as_ref().or(directive.topic.as_ref()).or(directive.issuer.as_ref());
    match which {
        Some(which) => format!("{} {which}", directive.kind),
        None => directive.kind.as_str().to_owned(),
    }
}

fn keys(report: &Report, facet: Facet) -> Vec<String> {
    match facet {
        Facet::Meeting => {
            let main: Vec<EventKind> = report.events.iter().filter(|e| e.main).map(|e| e.kind).collect();
            main.iter().map(|kind| kind.as_str().to_owned()).collect()
        }
        Facet::Year => date(report).iter().map(|date| date.year().to_string()).collect(),
        Facet::Organisation => report.organisations.iter().map(|body| body.name.clone()).collect(),
        Facet::Person => report.people.iter().map(|person| person.name.clone()).collect(),
        Facet::Place => report.places.iter().map(|place| place.name.clone()).collect(),
        Facet::Directive => report.directives.iter().map(directive_key).collect(),
        Facet::Fact => {
            let held = FactKind::ALL.iter().filter(|kind| kind.count(report) > 0);
            held.map(|kind| kind.as_str().to_owned()).collect()
        }
        Facet::Area | Facet::Role => Vec::new(),
    }
}
