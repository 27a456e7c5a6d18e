//! Sentences by what they do and the area of work that they speak of, and the chosen ones by year and report.

use crate::explore::{Explorer, ReportId};
use crate::filter::{Choice, Facet};
use crate::order;
use crate::report::{Area, Role};
use crate::views::sheet::main_event;

/// The roles of the matrix, in the order of its columns.
pub const ROLES: [Role; 4] = [Role::Result, Role::Shortcoming, Role::Task, Role::Context];

/// How many sentences have each role and area.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// By area in the order of [`Area::ALL`], then one row for sentences of no area; by role as [`ROLES`].
    pub cells: Vec<[usize; ROLES.len()]>,
    /// Sentences by role, each once however many areas it has.
    pub totals: [usize; ROLES.len()],
}

impl Matrix {
    /// Counts statements, each its report and its place there.
    pub fn of(explorer: &Explorer, statements: &[(ReportId, usize)]) -> Self {
        let mut matrix = Self { cells: vec![[0; ROLES.len()]; Area::ALL.len() + 1], ..Self::default() };
        for &(report, at) in statements {
            let Some(statement) = explorer.report(report).statements.get(at) else { continue };
            let Some(role) = ROLES.iter().position(|&role| role == statement.role) else { continue };
            matrix.totals[role] += 1;
            if statement.areas.is_empty() {
                matrix.cells[Area::ALL.len()][role] += 1;
            }
            statement.areas.iter().for_each(|area| matrix.cells[area.index()][role] += 1);
        }
        matrix
    }

    /// The largest cell.
    pub fn most(&self) -> usize {
        self.cells.iter().flatten().copied().max().unwrap_or(0)
    }
}

/// Choices without those of role and area: what the matrix stands for.
pub fn without_statement_facets(choices: &[Choice]) -> Vec<Choice> {
    let kept = choices.iter().filter(|choice| !matches!(choice.facet, Facet::Role | Facet::Area));
    kept.cloned().collect()
}

/// The sentences of a report, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfReport {
    /// Which report.
    pub report: ReportId,
    /// Places in its `statements`.
    pub statements: Vec<usize>,
}

/// The reports of a year with their sentences, the earliest first; the year is `None` where none is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfYear {
    /// Of the meeting, else of the publication.
    pub year: Option<String>,
    /// Its reports.
    pub reports: Vec<OfReport>,
}

impl OfYear {
    /// How many sentences.
    pub fn count(&self) -> usize {
        self.reports.iter().map(|of| of.statements.len()).sum()
    }
}

/// Statements by year, the latest first, then by report.
pub fn by_year(explorer: &Explorer, statements: &[(ReportId, usize)]) -> Vec<OfYear> {
    let mut reports: Vec<OfReport> = Vec::new();
    for &(report, statement) in statements {
        match reports.last_mut() {
            Some(last) if last.report == report => last.statements.push(statement),
            _ => reports.push(OfReport { report, statements: vec![statement] }),
        }
    }
    let mut dated: Vec<(String, OfReport)> =
        reports.into_iter().map(|of| (date_of(explorer, of.report).unwrap_or_default().to_owned(), of)).collect();
    order::by(&mut dated, |a, b| {
        // A year's reports run forward, so that the story of a year is read in its order.
        year_of(&b.0).cmp(year_of(&a.0)).then_with(|| a.0.cmp(&b.0)).then(a.1.report.cmp(&b.1.report))
    });
    let mut years: Vec<OfYear> = Vec::new();
    for (date, of) in dated {
        let year = Some(year_of(&date)).filter(|year| !year.is_empty()).map(str::to_owned);
        match years.last_mut() {
            Some(last) if last.year == year => last.reports.push(of),
            _ => years.push(OfYear { year, reports: vec![of] }),
        }
    }
    years
}

fn date_of(explorer: &Explorer, id: ReportId) -> Option<&str> {
    let report = explorer.report(id);
    main_event(report).and_then(|event| event.date.as_deref()).or(report.published.as_deref())
}

fn year_of(date: &str) -> &str {
    date.get(..4).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::Corpus;
    use crate::filter::Selection;

    fn explorer() -> Explorer {
        let page = |day: &str, year: u32| {
            format!(
                "Tin\n\nNgày {day}/{year}, Đảng bộ Sở Tư pháp tổ chức hội nghị tổng kết công tác năm {year}.\n\
                 Trong năm, công tác kiểm tra, giám sát được tăng cường.\n\
                 Tuy nhiên, công tác kiểm tra, giám sát ở một số chi bộ còn chậm."
            )
        };
        let pages = [page("5/7", 2017), page("9/9", 2019), page("1/1", 2019), "Tin\n\nKhông có gì.".to_owned()];
        let reports = pages.iter().enumerate().map(|(i, page)| crate::parse(&format!("r{i}"), page)).collect();
        Explorer::new(Arc::new(Corpus { reports }))
    }

    #[test]
    fn a_cell_counts_what_choosing_it_finds() {
        let explorer = explorer();
        let all = explorer.statements(&Selection::default());
        let matrix = Matrix::of(&explorer, &all);
        for (row, area) in Area::ALL.iter().enumerate() {
            for (column, role) in ROLES.iter().enumerate() {
                let choice = |facet, value: &str| Choice { facet, value: value.to_owned(), exclude: false };
                let choices = vec![choice(Facet::Area, area.as_str()), choice(Facet::Role, role.as_str())];
                let found = explorer.statements(&Selection { choices, ..Selection::default() });
                assert_eq!(matrix.cells[row][column], found.len(), "{area} {role}");
            }
        }
        assert_eq!(matrix.cells[Area::Inspection.index()][1], 3);
        assert!(matrix.most() >= 3);
    }

    #[test]
    fn the_latest_year_comes_first_and_runs_forward() {
        let explorer = explorer();
        let years = by_year(&explorer, &explorer.statements(&Selection::default()));
        let told: Vec<_> = years.iter().map(|of| of.year.as_deref()).collect();
        assert_eq!(told, [Some("2019"), Some("2017"), None]);
        let first: Vec<u32> = years[0].reports.iter().map(|of| of.report.0).collect();
        assert_eq!(first, [2, 1]);
    }
}
