//! The values of each facet and which reports and statements have them.

use crate::text::letter::lower_text;
use std::borrow::Cow;
use std::sync::Arc;

use super::noted::{NAMED, Noted};
use super::set::Set;
use super::{Choice, Date, Facet};
use crate::annotate::FactKind;
use crate::explore::ReportId;
use crate::gather::Gather;
use crate::index::dictionary::{Dictionary, TermId};
use crate::link::{Entity, Links, Member, Reason};
use crate::order;
use crate::report::{Area, Directive, EventKind, Report, Role};
use crate::text::write::{joined, padded};
use crate::text::{Span, normalise, piece};

/// The age of a report without a date.
pub const UNDATED: u32 = u32::MAX;

/// A list of lists in two vectors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    pub(super) fn new() -> Self {
        Self { starts: vec![0], items: Vec::new() }
    }

    pub(super) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        list.into_iter().gather_into(&mut self.items);
        self.starts.push(self.items.len() as u32);
    }

    /// The list with that number.
    pub fn get(&self, i: u32) -> &[u32] {
        let i = i as usize;
        &self.items[self.starts[i] as usize..self.starts[i + 1] as usize]
    }

    /// The items of all lists.
    pub fn all(&self) -> &[u32] {
        &self.items
    }

    /// The place among [`Self::all`] of an item of a list; `None` if there is none.
    pub fn place(&self, list: usize, item: usize) -> Option<usize> {
        let (from, to) = (*self.starts.get(list)?, *self.starts.get(list + 1)?);
        (item < (to - from) as usize).then(|| from as usize + item)
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.starts.truncate(len + 1);
        self.items.truncate(self.starts.last().map_or(0, |&end| end as usize));
    }
}

/// Many short texts in one.
#[derive(Debug, Clone)]
pub struct Texts {
    text: String,
    starts: Vec<u32>,
}

impl Texts {
    pub(super) fn new() -> Self {
        Self { text: String::new(), starts: vec![0] }
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.starts.push(self.text.len() as u32);
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The text with that number.
    pub fn get(&self, i: u32) -> &str {
        let i = i as usize;
        piece(&self.text, self.starts[i] as usize, self.starts[i + 1] as usize)
    }

    pub(super) fn truncate(&mut self, len: usize) {
        self.starts.truncate(len + 1);
        self.text.truncate(self.starts.last().map_or(0, |&end| end as usize));
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
    /// Every name that a report gives something, in lower case.
    dictionary: Arc<Dictionary>,
    /// Every name that one of them has, and which; sorted. A name that several have stands as often.
    forms: Vec<(TermId, u32)>,
    /// By report: the value of each entry.
    entries: Lists,
    /// By value: what joins its entries.
    reasons: Vec<Reason>,
    /// What tells a value from others with its label, by value, for those few that need it.
    notes: Vec<(u32, Note)>,
    /// Which have one: most of those that are listed have none, and are not looked for.
    noted: Set,
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
    /// The table of a facet; of one of names, `forms` takes the names of identities too.
    pub(crate) fn of_facet(facet: Facet, noted: &Noted, forms: &mut Dictionary, links: &Links) -> Self {
        let entities = match facet {
            Facet::Organisation => &links.organisations,
            Facet::Person => &links.people,
            Facet::Directive => &links.directives,
            Facet::Place => &links.places,
            _ => return Self::of_keys(noted, facet),
        };
        let which = NAMED.iter().position(|&named| named == facet).unwrap_or(0);
        Self::of_entities(noted, which, forms, entities)
    }

    /// Of the keys of each report, of which there are few different ones.
    fn of_keys(noted: &Noted, facet: Facet) -> Self {
        let mut all: Vec<Cow<'static, str>> = Vec::new();
        let mut found = Lists::new();
        for report in 0..noted.len() {
            let here = keys(noted, report, facet).into_iter().map(|key| {
                let known = all.iter().position(|other| *other == key);
                known.unwrap_or_else(|| {
                    all.push(key);
                    all.len() - 1
                }) as u32
            });
            found.push(here);
        }
        let mut sorted = (0..all.len()).gather();
        order::by(&mut sorted, |&a, &b| all[a].cmp(&all[b]));
        let mut places = vec![0; all.len()];
        for (&key, place) in sorted.iter().zip(0..) {
            places[key] = place;
        }
        let mut table = Self::empty();
        sorted.iter().for_each(|&key| table.keys.push(&all[key]));
        found.items.iter_mut().for_each(|key| *key = places[*key as usize]);
        table.with_values(&found)
    }

    fn empty() -> Self {
        Self { keys: Texts::new(), totals: Vec::new(), of_report: Lists::new(), names: None }
    }

    /// With the values of each report, its keys being there.
    fn with_values(mut self, values: &Lists) -> Self {
        self.totals = vec![0; self.keys.len()];
        for report in 0..values.starts.len() as u32 - 1 {
            let mut here = values.get(report).to_vec();
            order::numbers(&mut here);
            here.dedup();
            here.iter().for_each(|&value| self.totals[value as usize] += 1);
            self.of_report.push(here);
        }
        self
    }

    /// Of identities; the facet is the one with that number among those of names.
    fn of_entities(noted: &Noted, which: usize, dictionary: &mut Dictionary, entities: &[Entity]) -> Self {
        let noted_forms = &noted.entries[which];
        let is_place = NAMED[which] == Facet::Place;
        let mut entries = noted_forms.clone();
        let mut forms: Vec<(TermId, u32)> = Vec::new();
        let mut names: Vec<TermId> = Vec::new();
        for (entity, value) in entities.iter().zip(0..) {
            let from = forms.len();
            let name = dictionary.intern(&lower_text(&entity.name));
            names.push(name);
            forms.push((name, value));
            // Every entry is a member of one entity.
            for place in entity.members.iter().filter_map(|member| noted_forms.place(member.report, member.entry)) {
                forms.push((noted_forms.items[place], value));
                entries.items[place] = value;
            }
            order::pairs(&mut forms[from..]);
            let mut kept = from;
            for at in from..forms.len() {
                if kept == from || forms[kept - 1] != forms[at] {
                    forms[kept] = forms[at];
                    kept += 1;
                }
            }
            forms.truncate(kept);
        }
        order::pairs(&mut forms);
        let mut table = Self::empty();
        entities.iter().for_each(|entity| table.keys.push(&entity.key));
        let mut table = table.with_values(&entries);
        let mut bearers = vec![0_u32; dictionary.len()];
        names.iter().for_each(|&name| bearers[name as usize] += 1);
        let mut labels = Texts::new();
        let mut notes = Vec::new();
        for ((entity, &name), value) in entities.iter().zip(&names).zip(0..) {
            let shared = bearers[name as usize] > 1;
            let first = entity.members.first();
            let alone = |member: &Member| entity.members.iter().all(|other| other.report == member.report);
            let note = match (&entity.place, first) {
                (Some(province), _) => Some(Note::Province(Arc::clone(province))),
                (None, Some(member)) if shared && !is_place && alone(member) => {
                    Some(Note::Report(ReportId(member.report as u32)))
                }
                _ => None,
            };
            if let Some(note) = note {
                notes.push((value, note));
            }
            // `Sóc Trăng` is a province and its city.
            let first = first.filter(|_| shared && is_place).and_then(|m| entries.place(m.report, m.entry));
            let kind = first.map_or("", |place| noted.place_kinds[place].as_str());
            let space = if kind.is_empty() { "" } else { " " };
            labels.push(&joined(&[kind, space, &entity.name]));
        }
        notes.shrink_to_fit();
        let mut with_note = Set::empty(entities.len());
        notes.iter().for_each(|note: &(u32, Note)| with_note.insert(note.0));
        let reasons = entities.iter().map(|entity| entity.reason).collect();
        table.names =
            Some(Names { labels, dictionary: Arc::default(), forms, entries, reasons, notes, noted: with_note });
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
        let Some(form) = names.dictionary.get(&lower_text(&normalise(key))) else { return Vec::new() };
        let from = names.forms.partition_point(|&(other, _)| other < form);
        names.forms[from..].iter().take_while(|&&(other, _)| other == form).map(|&(_, value)| value).gather()
    }

    /// Reports with a value.
    pub fn total(&self, value: u32) -> usize {
        self.totals[value as usize] as usize
    }

    /// Where each report's values begin, and one more; and the values of all.
    pub fn values_by_report(&self) -> (&[u32], &[u32]) {
        (&self.of_report.starts, &self.of_report.items)
    }

    /// Values of a report.
    pub fn of(&self, report: u32) -> &[u32] {
        self.of_report.get(report)
    }
}

impl Names {
    /// Every name with its search key and its value.
    pub fn forms(&self) -> impl Iterator<Item = (&str, &str, u32)> {
        let form = |&(form, value): &(TermId, u32)| (self.dictionary.spelling(form), self.dictionary.key(form), value);
        self.forms.iter().map(form)
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
        if !self.noted.contains(value) {
            return None;
        }
        let place = self.notes.binary_search_by_key(&value, |note| note.0).ok()?;
        Some(&self.notes[place].1)
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
    /// By report: how many facts of each kind it has.
    facts: Vec<[u32; FactKind::ALL.len()]>,
    /// By report: its date.
    dates: Vec<Option<Date>>,
    /// By report: that of its publication, else of its main meeting, as printed; empty for none.
    printed: Texts,
    /// By report: see [`Self::opening`].
    openings: Vec<(Span, Option<u32>)>,
    /// By report: see [`Self::age`].
    ages: Vec<u32>,
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
    /// The tables of the reports that were noted.
    pub fn new(mut noted: Noted, links: &Links) -> Self {
        let mut forms = std::mem::take(&mut noted.forms);
        let facets = Facet::ALL.iter().filter(|facet| !facet.of_statements());
        let tables = facets.map(|&facet| Table::of_facet(facet, &noted, &mut forms, links)).gather();
        Self::of_tables(tables, forms, noted)
    }

    /// The same with a pause after each table.
    pub(crate) async fn new_slowly(mut noted: Noted, links: &Links, pause: &mut impl AsyncFnMut()) -> Self {
        let mut forms = std::mem::take(&mut noted.forms);
        let mut tables = Vec::new();
        for facet in Facet::ALL.into_iter().filter(|facet| !facet.of_statements()) {
            tables.push(Table::of_facet(facet, &noted, &mut forms, links));
            pause().await;
        }
        let tables = Self::of_tables(tables, forms, noted);
        pause().await;
        tables
    }

    fn of_tables(mut tables: Vec<Table>, mut forms: Dictionary, noted: Noted) -> Self {
        forms.shrink();
        let forms = Arc::new(forms);
        tables
            .iter_mut()
            .filter_map(|table| table.names.as_mut())
            .for_each(|names| names.dictionary = Arc::clone(&forms));
        let Noted { facts, dates, printed, aged, statements, starts, openings, .. } = noted;
        let ages = ages(&aged);
        let empty = Set::empty(statements.len());
        let mut tables = Self {
            tables,
            by_role: vec![empty.clone(); Role::ALL.len()],
            by_area: vec![empty; Area::ALL.len()],
            statements,
            starts,
            totals: [[0; 16]; 2],
            held: Vec::with_capacity(facts.len()),
            facts,
            dates,
            printed,
            openings,
            ages,
        };
        for report in 0..tables.len() as u32 {
            let mut seen = [0_u16; 2];
            for &(role, areas) in tables.statements(report) {
                seen[0] |= 1 << role.index();
                seen[1] |= areas;
            }
            tables.held.push(seen);
            for (totals, seen) in tables.totals.iter_mut().zip(seen) {
                for (i, total) in totals.iter_mut().enumerate() {
                    *total += u32::from(seen >> i & 1);
                }
            }
        }
        for (i, &(role, areas)) in tables.statements.iter().enumerate() {
            tables.by_role[role.index()].insert(i as u32);
            let held = tables.by_area.iter_mut().enumerate().filter(|(area, _)| areas >> area & 1 == 1);
            held.for_each(|(_, set)| set.insert(i as u32));
        }
        tables
    }

    /// How many facts of a kind a report has.
    pub fn facts(&self, report: u32, kind: FactKind) -> usize {
        self.facts[report as usize][kind as usize] as usize
    }

    /// The date that a report's publication, else its main meeting is printed with.
    pub fn printed(&self, report: u32) -> Option<&str> {
        Some(self.printed.get(report)).filter(|date| !date.is_empty())
    }

    /// What is shown of a report where no word is asked for, and which statement that is.
    pub fn opening(&self, report: u32) -> (Span, Option<usize>) {
        let (at, statement) = self.openings[report as usize];
        (at, statement.map(|i| i as usize))
    }

    /// A report's place among all when the latest comes first; equal dates share one.
    pub fn age(&self, report: u32) -> u32 {
        self.ages[report as usize]
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

    /// By report, and one more: its first statement.
    pub fn starts(&self) -> &[u32] {
        &self.starts
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
        reports.each(|report| {
            let (from, to) = self.range(report);
            set.insert_between(from, to);
        });
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
        order::numbers(&mut values);
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
            let end = Date::parse(main.period.as_deref()?.split_once('/')?.1)?;
            Date::new(end.year(), None, None)
        })
    })
}

/// How many different dates are later than each report's.
fn ages(dates: &Texts) -> Vec<u32> {
    let date = |report: u32| dates.get(report);
    let mut dated = (0..dates.len() as u32).filter(|&report| !date(report).is_empty()).gather();
    order::by(&mut dated, |&a, &b| date(b).cmp(date(a)));
    let mut ages = vec![UNDATED; dates.len()];
    for (age, same) in dated.chunk_by(|&a, &b| date(a) == date(b)).enumerate() {
        same.iter().for_each(|&report| ages[report as usize] = age as u32);
    }
    ages
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
        Some(which) => joined(&[directive.kind.as_str(), " ", which]),
        None => directive.kind.as_str().to_owned(),
    }
}

fn keys(noted: &Noted, report: usize, facet: Facet) -> Vec<Cow<'static, str>> {
    let mut keys = Vec::new();
    match facet {
        Facet::Meeting => {
            let bits = noted.meetings[report];
            let held = EventKind::ALL.iter().filter(|kind| bits >> kind.index() & 1 == 1);
            held.for_each(|kind| keys.push(kind.as_str().into()));
        }
        Facet::Fact => {
            let held = FactKind::ALL.iter().filter(|&&kind| noted.facts[report][kind as usize] > 0);
            held.for_each(|kind| keys.push(kind.as_str().into()));
        }
        Facet::Year => {
            if let Some(date) = noted.dates[report] {
                keys.push(padded(date.year(), 4).into());
            }
        }
        _ => {}
    }
    keys
}
