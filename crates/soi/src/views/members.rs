//! The identities that reports name, each with its entries there.

use std::collections::BTreeMap;

use crate::explore::{Explorer, Identity, ReportId};
use crate::filter::Facet;
use crate::filter::table::fact_kind;
use crate::order;

/// An identity in some reports.
#[derive(Debug, Clone)]
pub struct Member<'a> {
    /// Who or what.
    pub identity: Identity<'a>,
    /// The reports, and the places in the report's list of its kind; in the order of the reports given.
    pub entries: Vec<(ReportId, usize)>,
    /// How many reports they are.
    pub reports: usize,
}

/// The identities that these reports name, those in most reports first. One pass: no identity is looked up by itself.
pub fn members(explorer: &Explorer, facet: Facet, reports: impl Iterator<Item = ReportId>) -> Vec<Member<'_>> {
    let Some(kind) = fact_kind(facet) else { return Vec::new() };
    let mut found: BTreeMap<&str, Member<'_>> = BTreeMap::new();
    for id in reports {
        for entry in 0..explorer.facts(id, kind) {
            let Some(identity) = explorer.entity_of(facet, id, entry) else { continue };
            let empty = || Member { identity, entries: Vec::new(), reports: 0 };
            let member = found.entry(identity.key()).or_insert_with(empty);
            member.reports += usize::from(member.entries.last().is_none_or(|&(last, _)| last != id));
            member.entries.push((id, entry));
        }
    }
    let mut found: Vec<Member<'_>> = found.into_values().collect();
    // The map is in the order of keys, which are names without marks.
    order::by_key(&mut found, |member| std::cmp::Reverse(member.reports));
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Corpus, parse};

    #[test]
    fn an_identity_has_its_entries_in_the_reports_asked_for() {
        let pages = [
            "Tin\n\nThực hiện Chỉ thị 05 của Bộ Chính trị.",
            "Tin\n\nTiếp tục thực hiện Chỉ thị 05 và Nghị quyết 35.",
            "Tin\n\nThực hiện Chỉ thị 05.",
        ];
        let reports = pages.iter().enumerate().map(|(i, page)| parse(&format!("r{i}"), page)).collect();
        let explorer = Explorer::new(Arc::new(Corpus { reports }));
        let found = members(&explorer, Facet::Directive, [ReportId(0), ReportId(1)].into_iter());
        let shape: Vec<(&str, usize, usize)> =
            found.iter().map(|m| (m.identity.label(), m.reports, m.entries.len())).collect();
        assert_eq!(shape.len(), 2, "{shape:?}");
        assert_eq!((shape[0].1, shape[0].2), (2, 2), "{shape:?}");
        assert_eq!(shape[1].1, 1, "{shape:?}");
    }
}
