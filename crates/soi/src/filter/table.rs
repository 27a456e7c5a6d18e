//! The values of each facet and which reports and statements have them.

use crate::text::letter::lower_text;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::set::Set;
use super::{Choice, Date, Facet};
use crate::annotate::FactKind;
use crate::explore::ReportId;
use crate::link::{Entity, Links, Member, Reason};
use crate::order;
use crate::report::{Area, Directive, Report, Role};
use crate::text::fold::fold_char;
use crate::text::normalise;

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

    fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.items.extend(list);
        self.starts.push(self.items.len() as u32);
    }

    /// The list with that number.
    pub fn get(&self, i: u32) -> &[u32] {
        let i = i as usize;
        &self.items[self.starts[i] as usize..self.starts[i + 1] as usize]
    }
}

/// Many short texts in one.
#[derive(Debug)]
struct Texts {
    text: String,
    starts: Vec<u32>,
}

impl Texts {
    fn new() -> Self {
        Self { text: String::new(), starts: vec![0] }
    }

    fn push(&mut self, text: impl Iterator<Item = char>) {
        self.text.extend(text);
        self.starts.push(self.text.len() as u32);
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn get(&self, i: u32) -> &str {
        let i = i as usize;
        &self.text[self.starts[i] as usize..self.starts[i + 1] as usize]
    }

    /// Where `wanted` stands or would stand among texts that are sorted.
    fn place(&self, wanted: &str) -> u32 {
        let (mut from, mut to) = (0, self.len() as u32);
        while from < to {
            let middle = (from + to) / 2;
            if self.get(middle) < wanted { from = middle + 1 } else { to = middle }
        }
        from
    }
}

/// The values of a facet over reports, in the order of their keys.
#[derive(Debug)]
pub struct Table {
    keys: Texts,
    /// Reports with each value.
    totals: Vec<u32>,
    /// Values of each report, sorted.
    of_report: Lists,
    /// Where the values are identities, what they are called.
    names: Option<Names>,
}

/// What identities are called, and where.
#[derive(Debug)]
pub struct Names {
    /// By value: the name to show.
    labels: Texts,
    /// Every name that a report gives one of them, in lower case, sorted; a name that several have stands as often.
    forms: Texts,
    /// Search key of each form.
    folded: Texts,
    /// By form: the value.
    values: Vec<u32>,
    /// By report: the value of each entry.
    entries: Lists,
    /// By value: what joins its entries.
    reasons: Vec<Reason>,
    /// By value: what tells it from others with its label.
    notes: Vec<Option<Note>>,
}

/// What tells an identity from others of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Reports print its bare name only; it is understood as that of this province, which they are about.
    Province(Arc<str>),
    /// The one report that names it does not tell whose it is; other reports have one of that name, perhaps the same.
    Report(ReportId),
}

impl Table {
    fn of_facet(facet: Facet, reports: &[Report], links: &Links) -> Self {
        match facet {
            Facet::Organisation => Self::of_entities(reports, facet, &links.organisations),
            Facet::Person => Self::of_entities(reports, facet, &links.people),
            Facet::Directive => Self::of_entities(reports, facet, &links.directives),
            Facet::Place => Self::of_entities(reports, facet, &links.places),
            _ => Self::of_keys(reports.iter().map(|report| keys(report, facet)).collect()),
        }
    }

    /// Of keys by report.
    fn of_keys(keys: Vec<Vec<String>>) -> Self {
        let mut all: Vec<&String> = keys.iter().flatten().collect();
        order::natural(&mut all);
        all.dedup();
        let values = keys.iter().map(|keys| keys.iter().filter_map(|key| all.binary_search(&key).ok()));
        let values: Vec<Vec<u32>> = values.map(|values| values.map(|value| value as u32).collect()).collect();
        Self::new(all.iter().map(|key| key.as_str()), &values)
    }

    /// Of keys in their order, and the values of each report.
    fn new<'a>(keys: impl Iterator<Item = &'a str>, values: &[Vec<u32>]) -> Self {
        let mut table = Self { keys: Texts::new(), totals: Vec::new(), of_report: Lists::new(), names: None };
        keys.for_each(|key| table.keys.push(key.chars()));
        table.totals = vec![0; table.keys.len()];
        for values in values {
            let mut values = values.clone();
            order::natural(&mut values);
            values.dedup();
            values.iter().for_each(|&value| table.totals[value as usize] += 1);
            table.of_report.push(values);
        }
        table
    }

    /// Of identities; `names` gives what the entry of a report is called: how it is shown first, then other ways.
    fn of_entities(reports: &[Report], facet: Facet, entities: &[Entity]) -> Self {
        let mut values: Vec<Vec<u32>> = reports.iter().map(|report| vec![u32::MAX; entries(report, facet)]).collect();
        for (value, entity) in entities.iter().enumerate() {
            for member in &entity.members {
                values[member.report][member.entry] = value as u32;
            }
        }
        // Every entry is a member of one entity.
        debug_assert!(values.iter().flatten().all(|&value| value != u32::MAX));
        let mut table = Self::new(entities.iter().map(|entity| entity.key.as_str()), &values);
        let mut names = Names {
            labels: Texts::new(),
            forms: Texts::new(),
            folded: Texts::new(),
            values: Vec::new(),
            entries: Lists::new(),
            reasons: entities.iter().map(|entity| entity.reason).collect(),
            notes: Vec::new(),
        };
        values.into_iter().for_each(|values| names.entries.push(values));
        let mut forms: BTreeSet<(String, u32)> = BTreeSet::new();
        let mut bearers: BTreeMap<String, u32> = BTreeMap::new();
        for (value, entity) in entities.iter().enumerate() {
            forms.insert((lower_text(&entity.name), value as u32));
            for member in &entity.members {
                let name = entry_name(&reports[member.report], facet, member.entry);
                forms.insert((lower_text(&name), value as u32));
            }
            *bearers.entry(lower_text(&entity.name)).or_default() += 1;
        }
        for (form, value) in &forms {
            names.forms.push(form.chars());
            names.folded.push(form.chars().map(fold_char));
            names.values.push(*value);
        }
        for entity in entities {
            let shared = bearers.get(&lower_text(&entity.name)).is_some_and(|&bearers| bearers > 1);
            let first = entity.members.first();
            let alone = |member: &Member| entity.members.iter().all(|other| other.report == member.report);
            names.notes.push(match (&entity.place, first) {
                (Some(province), _) => Some(Note::Province(Arc::clone(province))),
                (None, Some(member)) if shared && facet != Facet::Place && alone(member) => {
                    Some(Note::Report(ReportId(member.report as u32)))
                }
                _ => None,
            });
            // `Sóc Trăng` is a province and its city.
            let kind =
                first.filter(|_| shared && facet == Facet::Place).and_then(|m| reports[m.report].places.get(m.entry));
            let kind = kind.map_or("", |place| place.kind.as_str());
            let space = if kind.is_empty() { "" } else { " " };
            names.labels.push(kind.chars().chain(space.chars()).chain(entity.name.chars()));
        }
        table.names = Some(names);
        table
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// The key of a value.
    pub fn key(&self, value: u32) -> &str {
        self.keys.get(value)
    }

    /// The name of a value to show.
    pub fn label(&self, value: u32) -> &str {
        self.names.as_ref().map_or_else(|| self.key(value), |names| names.labels.get(value))
    }

    /// What identities are called; `None` where the values are none.
    pub fn names(&self) -> Option<&Names> {
        self.names.as_ref()
    }

    /// The value with that key.
    pub fn value(&self, key: &str) -> Option<u32> {
        let place = self.keys.place(key);
        ((place as usize) < self.len() && self.keys.get(place) == key).then_some(place)
    }

    /// The values that a link may mean by a key: the one that has it, else the identities that some report calls so,
    /// as links named them before there were keys of identities.
    pub fn values(&self, key: &str) -> Vec<u32> {
        if let Some(value) = self.value(key) {
            return vec![value];
        }
        let Some(names) = &self.names else { return Vec::new() };
        let form = lower_text(&normalise(key));
        let from = names.forms.place(&form);
        let same = (from..names.forms.len() as u32).take_while(|&at| names.forms.get(at) == form);
        same.map(|at| names.values[at as usize]).collect()
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

impl Names {
    /// Every name with its search key and its value.
    pub fn forms(&self) -> impl Iterator<Item = (&str, &str, u32)> {
        let form = |at: u32| (self.forms.get(at), self.folded.get(at), self.values[at as usize]);
        (0..self.forms.len() as u32).map(form)
    }

    /// The value of each entry of a report.
    pub fn entries(&self, report: u32) -> &[u32] {
        self.entries.get(report)
    }

    /// What joins the entries of a value.
    pub fn reason(&self, value: u32) -> Reason {
        self.reasons[value as usize]
    }

    /// What tells a value from others with its label.
    pub fn note(&self, value: u32) -> Option<&Note> {
        self.notes[value as usize].as_ref()
    }
}

/// Facet values of all reports.
#[derive(Debug)]
pub struct Tables {
    /// In the order of [`Facet::ALL`], without the two of statements.
    tables: Vec<Table>,
    /// Role and areas (a bit each) of every statement.
    statements: Vec<(Role, u16)>,
    /// By role: its statements, numbered over all reports.
    by_role: Vec<Set>,
    /// By area: its statements.
    by_area: Vec<Set>,
    /// By report, and one more: its first statement.
    starts: Vec<u32>,
    /// Reports with a statement of each role, of each area.
    totals: [[u32; 16]; 2],
    /// By report: a bit for each role, for each area, that a statement has.
    held: Vec<[u16; 2]>,
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
    /// The tables of reports.
    pub fn new(reports: &[Report], links: &Links) -> Self {
        let facets = Facet::ALL.into_iter().filter(|facet| !facet.of_statements());
        Self::of_tables(facets.map(|facet| Table::of_facet(facet, reports, links)).collect(), reports)
    }

    /// The same with a pause after each table.
    pub(crate) async fn new_slowly(reports: &[Report], links: &Links, pause: &mut impl AsyncFnMut()) -> Self {
        let mut tables = Vec::new();
        for facet in Facet::ALL.into_iter().filter(|facet| !facet.of_statements()) {
            tables.push(Table::of_facet(facet, reports, links));
            pause().await;
        }
        let tables = Self::of_tables(tables, reports);
        pause().await;
        tables
    }

    fn of_tables(tables: Vec<Table>, reports: &[Report]) -> Self {
        let mut tables = Self {
            tables,
            statements: Vec::new(),
            by_role: Vec::new(),
            by_area: Vec::new(),
            starts: vec![0],
            totals: [[0; 16]; 2],
            held: Vec::new(),
            dates: reports.iter().map(date).collect(),
        };
        reports.iter().for_each(|report| tables.add(report));
        let empty = Set::empty(tables.statements.len());
        tables.by_role = vec![empty.clone(); Role::ALL.len()];
        tables.by_area = vec![empty; Area::ALL.len()];
        for (i, &(role, areas)) in tables.statements.iter().enumerate() {
            tables.by_role[role.index()].insert(i as u32);
            let held = tables.by_area.iter_mut().enumerate().filter(|(area, _)| areas >> area & 1 == 1);
            held.for_each(|(_, set)| set.insert(i as u32));
        }
        tables
    }

    /// Adds the statements of a report.
    fn add(&mut self, report: &Report) {
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
        self.held.push(seen);
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

    /// A bit for each value of role or area that some statement of a report has.
    pub fn held(&self, facet: Facet, report: u32) -> u16 {
        self.held[report as usize][usize::from(facet == Facet::Area)]
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

    /// The statements of a report, numbered over all reports: the first, and one past the last.
    pub fn range(&self, report: u32) -> (u32, u32) {
        let i = report as usize;
        (self.starts[i], self.starts[i + 1])
    }

    /// How many statements there are.
    pub fn all_statements(&self) -> usize {
        self.statements.len()
    }

    /// By value of role or area: its statements.
    pub fn statements_by(&self, facet: Facet) -> &[Set] {
        if facet == Facet::Role { &self.by_role } else { &self.by_area }
    }

    /// The statements that a test holds for.
    pub fn tested(&self, test: StatementTest) -> Set {
        let len = self.statements.len();
        let of = |sets: &[Set], bits: u16| {
            let mut set = Set::empty(len);
            let chosen = sets.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1);
            chosen.for_each(|(_, other)| set.or(other));
            set
        };
        let every = (1 << Role::ALL.len()) - 1;
        let mut set = if test.roles & every == every { Set::full(len) } else { of(&self.by_role, test.roles) };
        if test.areas != 0 {
            set.and(&of(&self.by_area, test.areas));
        }
        if test.not_areas != 0 {
            set.and_not(&of(&self.by_area, test.not_areas));
        }
        set
    }

    /// The statements of some reports.
    pub fn statements_of(&self, reports: &Set) -> Set {
        let mut set = Set::empty(self.statements.len());
        for report in reports.iter() {
            let (from, to) = self.range(report);
            set.insert_between(from, to);
        }
        set
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

/// How many entries a report has in the list that a facet of names is over.
pub fn entries(report: &Report, facet: Facet) -> usize {
    fact_kind(facet).map_or(0, |kind| kind.count(report))
}

/// The list that a facet of names is over.
pub const fn fact_kind(facet: Facet) -> Option<FactKind> {
    match facet {
        Facet::Organisation => Some(FactKind::Organisation),
        Facet::Person => Some(FactKind::Person),
        Facet::Directive => Some(FactKind::Directive),
        Facet::Place => Some(FactKind::Place),
        _ => None,
    }
}

/// What a report calls an entry; empty for one that it has not.
pub fn entry_name(report: &Report, facet: Facet, entry: usize) -> String {
    let name = match facet {
        Facet::Organisation => report.organisations.get(entry).map(|body| body.name.clone()),
        Facet::Person => report.people.get(entry).map(|person| person.name.clone()),
        Facet::Place => report.places.get(entry).map(|place| place.name.clone()),
        Facet::Directive => report.directives.get(entry).map(directive_name),
        _ => None,
    };
    name.unwrap_or_default()
}

/// A cited instrument by what is known of it: `chỉ thị 05`, `nghị quyết Đại hội …`.
fn directive_name(directive: &Directive) -> String {
    let which = directive.number.as_ref().or(directive.topic.as_ref()).or(directive.issuer.as_ref());
    match which {
        Some(which) => format!("{} {which}", directive.kind),
        None => directive.kind.as_str().to_owned(),
    }
}

fn keys(report: &Report, facet: Facet) -> Vec<String> {
    match facet {
        Facet::Meeting => {
            let main = report.events.iter().filter(|event| event.main);
            main.map(|event| event.kind.as_str().to_owned()).collect()
        }
        Facet::Year => date(report).iter().map(|date| date.year().to_string()).collect(),
        Facet::Fact => {
            let held = FactKind::ALL.iter().filter(|kind| kind.count(report) > 0);
            held.map(|kind| kind.as_str().to_owned()).collect()
        }
        _ => Vec::new(),
    }
}
