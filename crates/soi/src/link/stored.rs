//! Links as bytes, so that a built corpus need not be linked again.
//!
//! ```text
//! entity = kind: u8, reason: u8, key, name, place, count, member…     kinds in the order of [`Links`], each by key
//! member = report, as a difference from the last member's; entry      every number: LEB128
//! text   = length, UTF-8 bytes                                        no place: length 0
//! ```

use super::{Entity, Links, Member, Reason};
use crate::filter::noted::Noted;
use crate::index::file::{Reader, put, split};

/// What a part of links is called in a built corpus.
pub(crate) const KIND: [u8; 4] = *b"LINK";

const REASONS: [Reason; 8] = [
    Reason::Single,
    Reason::SameName,
    Reason::SameFullName,
    Reason::ReportPlace,
    Reason::SamePost,
    Reason::SameProvince,
    Reason::SameNumber,
    Reason::Told,
];

impl Links {
    /// The parts of a built corpus that hold them.
    pub(crate) fn parts(&self, parts: &mut Vec<([u8; 4], Vec<u8>)>) {
        let entities =
            self.lists().into_iter().enumerate().flat_map(|(kind, list)| list.iter().map(move |e| (kind, e)));
        split(KIND, entities, parts, |out, (kind, entity)| {
            out.push(kind as u8);
            out.push(REASONS.iter().position(|&reason| reason == entity.reason).unwrap_or(0) as u8);
            for text in [&entity.key, &entity.name, entity.place.as_deref().unwrap_or_default()] {
                put(out, text.len() as u32);
                out.extend_from_slice(text.as_bytes());
            }
            put(out, entity.members.len() as u32);
            let mut last = 0;
            for member in &entity.members {
                put(out, (member.report - last) as u32);
                put(out, member.entry as u32);
                last = member.report;
            }
        });
    }

    /// Reads what the parts of a built corpus hold; `None` if they are not those of the reports that were noted. What
    /// comes out holds as [`super::link`] makes it: keys ascend, and every entry of every report is a member of one entity.
    pub(crate) fn read(bytes: &[u8], noted: &Noted) -> Option<Self> {
        let mut lists: [Vec<Entity>; 4] = Default::default();
        let mut free = noted.entries.each_ref().map(|entries| vec![true; entries.all().len()]);
        let mut reader = Reader::of(bytes);
        while reader.more() {
            let kind = usize::from(reader.byte()?);
            let (list, free, entries) = (lists.get_mut(kind)?, free.get_mut(kind)?, noted.entries.get(kind)?);
            let reason = *REASONS.get(usize::from(reader.byte()?))?;
            let [key, name, place] = [reader.text()?, reader.text()?, reader.text()?];
            if list.last().is_some_and(|last| last.key.as_str() >= key) {
                return None;
            }
            let mut members = Vec::new();
            let mut report = 0_usize;
            for _ in 0..reader.number()? {
                report = report.checked_add(reader.number()? as usize)?;
                let entry = reader.number()? as usize;
                if !std::mem::take(free.get_mut(entries.place(report, entry)?)?) {
                    return None;
                }
                members.push(Member { report, entry });
            }
            members.shrink_to_fit();
            let place = (!place.is_empty()).then(|| place.into());
            list.push(Entity { key: key.to_owned(), name: name.to_owned(), place, members, reason });
        }
        let all = free.iter().flatten().all(|free| !free);
        let [organisations, people, directives, places] = lists;
        all.then_some(Self { organisations, people, directives, places })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::link;
    use crate::report::Report;

    #[test]
    fn links_come_back_and_nothing_else_does() {
        let pages = [
            "Tin\n\nTỉnh ủy Sóc Trăng họp ngày 5/7, đồng chí Lâm Văn Mẫn, Bí thư Tỉnh ủy, chủ trì; Chỉ thị 05-CT/TW.",
            "Tin\n\nTại tỉnh Sóc Trăng, Tỉnh ủy kết luận.",
        ];
        let reports: Vec<Report> = pages.iter().enumerate().map(|(i, p)| crate::parse(&format!("r{i}"), p)).collect();
        let links = link(&reports);
        let mut parts = Vec::new();
        links.parts(&mut parts);
        let bytes = parts.remove(0).1;
        let read = |bytes: &[u8], reports: &[Report]| Links::read(bytes, &Noted::of(reports));
        assert_eq!(read(&bytes, &reports).as_ref(), Some(&links));
        assert_eq!(read(&bytes, &reports[..1]), None, "links of other reports");
        assert_eq!(read(&[], &reports), None, "entries of no entity");
        let twice = [&bytes[..], &bytes].concat();
        assert_eq!(read(&twice, &reports), None, "entries of two");
        for at in 0..bytes.len() {
            // Whatever is read of altered bytes, it fits the reports.
            let mut altered = bytes.clone();
            altered[at] ^= 1 << (at % 8);
            for links in [read(&altered, &reports), read(&bytes[..at], &reports)].into_iter().flatten() {
                let members = links.lists().into_iter().flatten().flat_map(|entity| &entity.members);
                assert!(members.into_iter().all(|member| member.report < reports.len()), "byte {at}");
            }
        }
    }
}
