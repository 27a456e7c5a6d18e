//! Places: a province is its code; below it the report's province tells two of one name apart.

use super::{Candidate, Context, Entity, Member, Reason, join, own, province_words, words};
use crate::report::{PlaceKind, Report};
use crate::text::letter::lower_text;

pub(super) fn link(reports: &[Report], contexts: &[Context]) -> Vec<Entity> {
    let mut out = Vec::new();
    for (report, (page, context)) in reports.iter().zip(contexts).enumerate() {
        for (entry, place) in page.places.iter().enumerate() {
            let name = lower_text(&place.name);
            let base = format!("{} {name}", place.kind);
            let (identity, reason, understood) = match (place.kind, context.province.as_ref()) {
                (PlaceKind::Province, _) | (PlaceKind::City, _) => (base, Reason::SameName, None),
                (_, Some(province)) => {
                    (format!("{base} {}", province_words(province)), Reason::ReportPlace, Some(*province))
                }
                // Communes of one name are many; districts of one name are two or three, which is too many as well.
                (_, None) => (own(page, &base), Reason::SameName, None),
            };
            let member = Member { report, entry };
            out.push(Candidate { member, identity, name: place.name.clone(), reason, place: understood });
        }
    }
    join(out, Reason::SameName, words)
}
