//! The review sheet: a report as the machine that it describes. For each area of work what was achieved, what fell
//! short and what is to be done, with the measures and the instruments of policy that stand there; then who directed
//! what, and what comes next. Everything is a place in the report: a sheet holds numbers of entries, never text.

use std::collections::BTreeMap;

use crate::annotate::statement_at;
use crate::explore::{Explorer, ReportId};
use crate::filter::Facet;
use crate::order;
use crate::report::{Act, Area, Event, MeasureRole, Quote, Report, Role};
use crate::text::fold::fold;
use crate::text::normalise;

/// A sentence in a place of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its place in `report.statements`.
    pub statement: usize,
    /// Whether the sheet quotes it here; else it speaks of this area too, and is quoted in another row.
    pub quoted: bool,
}

/// Measures of one subject in one unit, each as its place in `report.measures`, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measured {
    /// What was to be achieved.
    pub targets: Vec<usize>,
    /// What was achieved.
    pub results: Vec<usize>,
    /// How big something is.
    pub sizes: Vec<usize>,
}

impl Measured {
    /// All of them, targets first.
    pub fn all(&self) -> impl Iterator<Item = usize> + '_ {
        self.targets.iter().chain(&self.results).chain(&self.sizes).copied()
    }
}

/// What the report says of an area of work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Which; `None` for what is said of the work as a whole.
    pub area: Option<Area>,
    /// What was done or achieved.
    pub results: Vec<Line>,
    /// What fell short.
    pub shortcomings: Vec<Line>,
    /// What is to be done.
    pub tasks: Vec<Line>,
    /// Targets beside results.
    pub measures: Vec<Measured>,
    /// Instruments first cited in the row's sentences: places in `report.directives`.
    pub directives: Vec<usize>,
}

impl Row {
    fn is_empty(&self) -> bool {
        let lines = self.results.is_empty() && self.shortcomings.is_empty() && self.tasks.is_empty();
        lines && self.measures.is_empty() && self.directives.is_empty()
    }
}

/// What a person did to direct the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Direction {
    /// Place in `report.people`.
    pub person: usize,
    /// The sentences that name the person.
    pub named: Vec<Line>,
    /// Tasks in the sentences that follow a naming, before anyone else is named.
    pub set: Vec<Line>,
}

/// A report as a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Place of the main meeting in `report.events`.
    pub meeting: Option<usize>,
    /// Who chaired it: places in `report.people`.
    pub chairs: Vec<usize>,
    /// By area of work, in the order of [`Area::ALL`]; what has no area comes first.
    pub rows: Vec<Row>,
    /// Who directed, concluded or spoke.
    pub directions: Vec<Direction>,
    /// Tasks of no area: what comes next as a whole.
    pub next: Vec<Line>,
    /// Periods named in tasks, later than what was reviewed: places in `report.periods`, each start and end once.
    pub next_periods: Vec<usize>,
}

/// The meeting that a report is about.
pub fn main_event(report: &Report) -> Option<&Event> {
    report.events.iter().find(|event| event.main)
}

/// The body whose work is reviewed: the main meeting's organiser, else who published the page.
pub fn body(report: &Report) -> Option<&str> {
    main_event(report).and_then(|event| event.organiser.as_deref()).or(report.publisher.as_deref())
}

/// The sheet of a report.
pub fn sheet(report: &Report) -> Sheet {
    let homes = homes(report);
    let mut quoted = vec![false; report.statements.len()];
    let mut rows: Vec<Row> = std::iter::once(None)
        .chain(Area::ALL.iter().copied().map(Some))
        .map(|area| Row { area, ..Row::default() })
        .collect();
    let mut next = Vec::new();
    for (i, statement) in report.statements.iter().enumerate() {
        if !matches!(statement.role, Role::Result | Role::Shortcoming | Role::Task) {
            continue;
        }
        quoted[i] = true;
        if statement.areas.is_empty() && statement.role == Role::Task {
            next.push(Line { statement: i, quoted: true });
            continue;
        }
        let areas: Vec<Option<Area>> = match statement.areas.as_slice() {
            [] => vec![None],
            areas => areas.iter().copied().map(Some).collect(),
        };
        for area in areas {
            let line = Line { statement: i, quoted: area == homes[i] };
            let row = &mut rows[place(area)];
            match statement.role {
                Role::Shortcoming => row.shortcomings.push(line),
                Role::Task => row.tasks.push(line),
                _ => row.results.push(line),
            }
        }
    }
    let home = |quote: &Quote| statement_at(report, quote.span()).and_then(|i| homes[i]);
    for group in measured(report) {
        // A target is looked for where its result is told.
        let first = group.results.iter().chain(&group.targets).chain(&group.sizes).next();
        if let Some(measure) = first.and_then(|&i| report.measures.get(i)) {
            rows[place(home(&measure.quote))].measures.push(group);
        }
    }
    for (i, directive) in report.directives.iter().enumerate() {
        rows[place(home(&directive.quote))].directives.push(i);
    }
    rows.retain(|row| !row.is_empty());
    let chairs = people_who(report, |act| act == Act::Chairs);
    let directions = people_who(report, |act| matches!(act, Act::Directs | Act::Concludes | Act::Speaks))
        .into_iter()
        .map(|person| direction(report, person, &mut quoted))
        .collect();
    let meeting = report.events.iter().position(|event| event.main);
    Sheet { meeting, chairs, rows, directions, next, next_periods: next_periods(report) }
}

fn place(area: Option<Area>) -> usize {
    area.map_or(0, |area| area.index() + 1)
}

/// The row in which each statement is quoted: of its areas the one that the report speaks least of. `tổ chức` goes
/// along with nearly everything, and its row would swallow the sheet.
pub(super) fn homes(report: &Report) -> Vec<Option<Area>> {
    let mut counts = vec![0_usize; Area::ALL.len()];
    for area in report.statements.iter().flat_map(|statement| &statement.areas) {
        counts[area.index()] += 1;
    }
    let home = |areas: &[Area]| areas.iter().copied().min_by_key(|area| (counts[area.index()], *area));
    report.statements.iter().map(|statement| home(&statement.areas)).collect()
}

/// The measures of a report by subject and unit, in the order of the text. Those without a subject stay alone, and sizes
/// told in passing, of who came, are left out.
pub fn measured(report: &Report) -> Vec<Measured> {
    let mut groups: Vec<Measured> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (i, measure) in report.measures.iter().enumerate() {
        let role = statement_at(report, measure.quote.span()).map(|at| report.statements[at].role);
        if measure.role == MeasureRole::Size && !matches!(role, Some(Role::Result | Role::Shortcoming | Role::Task)) {
            continue;
        }
        let group = match super::measures::key(measure) {
            Some(key) => *known.entry(key).or_insert(groups.len()),
            None => groups.len(),
        };
        if group == groups.len() {
            groups.push(Measured::default());
        }
        let group = &mut groups[group];
        match measure.role {
            MeasureRole::Result => group.results.push(i),
            MeasureRole::Target => group.targets.push(i),
            MeasureRole::Size => group.sizes.push(i),
        }
    }
    groups
}

fn people_who(report: &Report, did: impl Fn(Act) -> bool) -> Vec<usize> {
    let people = report.people.iter().enumerate();
    people.filter(|(_, person)| person.acts.iter().any(|&act| did(act))).map(|(i, _)| i).collect()
}

fn direction(report: &Report, person: usize, quoted: &mut [bool]) -> Direction {
    let mut line = |statement: usize| {
        let first = !std::mem::replace(&mut quoted[statement], true);
        Line { statement, quoted: first }
    };
    let mut named: Vec<usize> = places_of(report, person);
    order::natural(&mut named);
    named.dedup();
    let names_another = |statement: usize| {
        (0..report.people.len()).any(|other| other != person && places_of(report, other).contains(&statement))
    };
    let mut set = Vec::new();
    for &from in &named {
        let after = from + 1..report.statements.len();
        set.extend(after.take_while(|&i| report.statements[i].role == Role::Task && !names_another(i)));
    }
    set.retain(|statement| !named.contains(statement));
    order::natural(&mut set);
    set.dedup();
    Direction { person, named: named.into_iter().map(&mut line).collect(), set: set.into_iter().map(line).collect() }
}

/// The statements that name a person.
fn places_of(report: &Report, person: usize) -> Vec<usize> {
    let mentions = report.people.get(person).map_or(&[][..], |person| &person.mentions);
    mentions.iter().filter_map(|mention| statement_at(report, mention.span())).collect()
}

fn next_periods(report: &Report) -> Vec<usize> {
    let reviewed =
        main_event(report).and_then(|event| event.period.as_deref()).and_then(|period| period.split('/').nth(1));
    let told = reviewed.or(main_event(report).and_then(|event| event.date.as_deref())).or(report.published.as_deref());
    let Some(told) = told.and_then(|date| date.split('T').next()) else { return Vec::new() };
    let mut out: Vec<usize> = Vec::new();
    for (i, period) in report.periods.iter().enumerate() {
        let task = statement_at(report, period.quote.span()).is_some_and(|at| report.statements[at].role == Role::Task);
        let later = period.start.as_deref().is_some_and(|start| start > told);
        let known = out.iter().any(|&other| {
            let other = &report.periods[other];
            (&other.start, &other.end) == (&period.start, &period.end)
        });
        if task && later && !known {
            out.push(i);
        }
    }
    out
}

/// By what sheets follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Series {
    /// Sheets of the same body together.
    #[default]
    Body,
    /// Sheets of the same kind of meeting together.
    Kind,
}

/// Reports in series, each period by period: by the end of what was reviewed, else by date. Series with more reports come
/// first, and what has neither body nor kind comes last.
pub fn series(explorer: &Explorer, reports: &[ReportId], by: Series) -> Vec<Vec<ReportId>> {
    let mut keyed: Vec<(String, String, ReportId)> =
        reports.iter().map(|&id| (key_of(explorer, id, by), moment(explorer, id), id)).collect();
    order::natural(&mut keyed);
    let mut groups: Vec<(String, Vec<ReportId>)> = Vec::new();
    for (key, _, id) in keyed {
        match groups.last_mut() {
            Some((last, group)) if *last == key => group.push(id),
            _ => groups.push((key, vec![id])),
        }
    }
    order::by(&mut groups, |a, b| {
        let nameless = a.0.is_empty().cmp(&b.0.is_empty());
        nameless.then(b.1.len().cmp(&a.1.len())).then_with(|| a.0.cmp(&b.0))
    });
    groups.into_iter().map(|(_, group)| group).collect()
}

fn key_of(explorer: &Explorer, id: ReportId, by: Series) -> String {
    let report = explorer.report(id);
    match by {
        Series::Kind => main_event(report).map(|event| event.kind.as_str().to_owned()).unwrap_or_default(),
        Series::Body => {
            let organiser = main_event(report).and_then(|event| event.organiser.as_deref());
            let entry = organiser.and_then(|name| report.organisations.iter().position(|body| body.name == name));
            let identity = entry.and_then(|entry| explorer.entity_of(Facet::Organisation, id, entry));
            let name = || body(report).map(|name| fold(&normalise(name))).unwrap_or_default();
            // Bodies of one name that are not known to be one stand side by side.
            identity.map_or_else(name, |identity| [&fold(&normalise(identity.label())), " ", identity.key()].concat())
        }
    }
}

/// When a report stands in its series.
fn moment(explorer: &Explorer, id: ReportId) -> String {
    let report = explorer.report(id);
    let main = main_event(report);
    let reviewed = main.and_then(|event| event.period.as_deref()).and_then(|period| period.split('/').nth(1));
    let date = reviewed.or(main.and_then(|event| event.date.as_deref())).or(report.published.as_deref());
    date.unwrap_or("~").to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::Corpus;

    fn seeds() -> Vec<Report> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds");
        let mut names: Vec<_> = std::fs::read_dir(folder).expect("seeds").map(|e| e.expect("entry").path()).collect();
        names.retain(|path| path.extension().is_some_and(|end| end == "txt"));
        names.sort();
        let read = |path: &std::path::PathBuf| {
            let id = path.file_stem().expect("stem").to_string_lossy().into_owned();
            crate::parse(&id, &std::fs::read_to_string(path).expect("text"))
        };
        names.iter().map(read).collect()
    }

    #[test]
    fn every_result_shortcoming_and_task_is_quoted_once() {
        for report in seeds() {
            let sheet = sheet(&report);
            let lines = sheet.rows.iter().flat_map(|row| row.results.iter().chain(&row.shortcomings).chain(&row.tasks));
            let directed = sheet.directions.iter().flat_map(|direction| direction.named.iter().chain(&direction.set));
            let all = lines.chain(&sheet.next).chain(directed);
            let mut quoted: Vec<usize> = all.filter(|line| line.quoted).map(|line| line.statement).collect();
            quoted.sort_unstable();
            let once = quoted.len();
            quoted.dedup();
            assert_eq!(once, quoted.len(), "{}", report.id);
            for (i, statement) in report.statements.iter().enumerate() {
                if matches!(statement.role, Role::Result | Role::Shortcoming | Role::Task) {
                    assert!(quoted.contains(&i), "{}: {i}", report.id);
                }
            }
        }
    }

    #[test]
    fn every_measure_of_a_result_or_target_stands_in_one_row() {
        for report in seeds() {
            let sheet = sheet(&report);
            let mut placed: Vec<usize> = sheet.rows.iter().flat_map(|r| &r.measures).flat_map(Measured::all).collect();
            placed.sort_unstable();
            let wanted =
                report.measures.iter().enumerate().filter(|(_, m)| m.role != MeasureRole::Size).map(|(i, _)| i);
            let placed: Vec<usize> =
                placed.into_iter().filter(|&i| report.measures[i].role != MeasureRole::Size).collect();
            assert_eq!(placed, wanted.collect::<Vec<_>>(), "{}", report.id);
        }
    }

    #[test]
    fn a_target_stands_beside_its_result() {
        let report = seeds().into_iter().find(|report| report.id.starts_with("002")).expect("a seed");
        let sheet = sheet(&report);
        let groups: Vec<&Measured> = sheet.rows.iter().flat_map(|row| &row.measures).collect();
        let paired: Vec<_> = groups.iter().filter(|g| !g.targets.is_empty() && !g.results.is_empty()).collect();
        assert!(!paired.is_empty(), "{groups:?}");
        let chair = sheet.chairs.first().map(|&i| report.people[i].name.as_str());
        assert_eq!(chair, Some("Đặng Hồng Sơn"));
        let next: Vec<_> = sheet.next_periods.iter().map(|&i| report.periods[i].start.as_deref()).collect();
        assert!(next.contains(&Some("2017-07-01")) || next.is_empty(), "{next:?}");
    }

    #[test]
    fn a_leader_is_followed_by_the_tasks_that_were_set() {
        let report = seeds().into_iter().find(|report| report.id.starts_with("000")).expect("a seed");
        let sheet = sheet(&report);
        let leader =
            sheet.directions.iter().find(|d| report.people[d.person].name == "Lê Thị Thanh Hà").expect("named");
        let set: Vec<usize> = leader.set.iter().map(|line| line.statement).collect();
        assert_eq!(set, [20, 21, 22, 23, 24, 25]);
        assert!(leader.set.iter().all(|line| !line.quoted), "they are quoted in their rows");
    }

    #[test]
    fn sheets_of_a_body_follow_one_another_period_by_period() {
        let page = |year: u32| {
            format!(
                "Tin\n\nNgày 5/7/{year}, Đảng bộ tỉnh Sóc Trăng tổ chức hội nghị sơ kết công tác 6 tháng đầu năm {year}. \
                 Kết nạp 5 đảng viên."
            )
        };
        let other =
            "Tin\n\nNgày 6/7/2018, Đảng bộ tỉnh Quảng Bình tổ chức hội nghị tổng kết năm 2018. Kết nạp 5 đảng viên.";
        let pages = [page(2019), other.to_owned(), page(2017), page(2018)];
        let reports = pages.iter().enumerate().map(|(i, page)| crate::parse(&format!("r{i}"), page)).collect();
        let explorer = Explorer::new(Arc::new(Corpus { reports }));
        let all: Vec<ReportId> = (0..4).map(ReportId).collect();
        let places = |by| -> Vec<Vec<u32>> {
            let series = series(&explorer, &all, by);
            series.iter().map(|group| group.iter().map(|id| id.0).collect()).collect()
        };
        assert_eq!(places(Series::Body), [vec![2, 3, 0], vec![1]]);
        assert_eq!(places(Series::Kind), [vec![2, 3, 0], vec![1]]);
    }
}
