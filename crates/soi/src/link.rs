//! Identity across reports: which entries of different reports mean the same body, person, directive or place.
//!
//! The rule is to rather keep two apart than to join two that differ: a bare `Tỉnh ủy` is that of the report's own
//! province, and where a report states none or several it stays the report's own. Every join has a [`Reason`] to show.

mod bodies;
mod directives;
mod people;
mod places;
pub(crate) mod stored;

use crate::text::letter::lower_text;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::filter::{Facet, table};
use crate::lexicon::provinces::{PROVINCES, Province};
use crate::order;
use crate::report::{PlaceKind, Report};
use crate::text::fold::fold;

/// One entry of one report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// Place of the report in the list that was linked.
    pub report: usize,
    /// Place of the entry in the report's list of its kind.
    pub entry: usize,
}

/// Why entries are taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// There is only one entry.
    Single,
    /// The names are equal.
    SameName,
    /// The names are equal when abbreviations are written out.
    SameFullName,
    /// A short name is that of the province or district that its report is about.
    ReportPlace,
    /// Equal names and a post in common.
    SamePost,
    /// Equal names in reports about one province.
    SameProvince,
    /// Equal kind and number.
    SameNumber,
    /// A reader says so.
    Told,
}

impl Reason {
    /// The reason in words, in Vietnamese.
    pub const fn explain(self) -> &'static str {
        match self {
            Self::Single => "chỉ có trong một tài liệu",
            Self::SameName => "cùng tên gọi",
            Self::SameFullName => "cùng tên khi viết đầy đủ chữ viết tắt",
            Self::ReportPlace => "tên rút gọn, hiểu theo địa phương mà tài liệu nói đến",
            Self::SamePost => "cùng họ tên và cùng chức vụ",
            Self::SameProvince => "cùng họ tên trong tài liệu của cùng một tỉnh",
            Self::SameNumber => "cùng loại văn bản và cùng số hiệu",
            Self::Told => "theo lời người đọc",
        }
    }
}

/// What entries of one or several reports mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// A name for addresses: ASCII letters, digits and `-`; the same as long as the reports say the same.
    pub key: String,
    /// The fullest name that a report prints, of equals the most frequent.
    pub name: String,
    /// The province that its bare name was understood by, when no name states it.
    pub place: Option<Arc<str>>,
    /// Its entries, in the order of the reports.
    pub members: Vec<Member>,
    /// The weakest reason that joins them.
    pub reason: Reason,
}

/// The entities of a corpus, each kind in the order of its keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// Bodies.
    pub organisations: Vec<Entity>,
    /// People.
    pub people: Vec<Entity>,
    /// Instruments of policy.
    pub directives: Vec<Entity>,
    /// Places.
    pub places: Vec<Entity>,
}

/// What a reader says of two entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// One of [`Told::FACETS`].
    pub facet: Facet,
    /// The one.
    pub a: Member,
    /// The other.
    pub b: Member,
    /// Whether the two are one, or the other is another.
    pub same: bool,
}

impl Told {
    /// The facets whose entries are told of.
    pub const FACETS: [Facet; 4] = [Facet::Organisation, Facet::Person, Facet::Directive, Facet::Place];
}

/// The same by the ids of the reports, for another list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldById {
    told: Told,
    a: String,
    b: String,
}

impl ToldById {
    /// What is told of reports with these ids.
    pub fn new(told: Told, ids: &[String]) -> Option<Self> {
        let id = |member: Member| ids.get(member.report).cloned();
        Some(Self { told, a: id(told.a)?, b: id(told.b)? })
    }

    /// What is told of the reports of a list; of those that are not in it, nothing.
    pub fn of(list: &[Self], reports: &[Report]) -> Vec<Told> {
        if list.is_empty() {
            return Vec::new();
        }
        let places: BTreeMap<&str, usize> = reports.iter().enumerate().map(|(n, report)| (&*report.id, n)).collect();
        let find = |id: &str, entry| places.get(id).map(|&report| Member { report, entry });
        let told = |this: &Self| {
            let (a, b) = (find(&this.a, this.told.a.entry)?, find(&this.b, this.told.b.entry)?);
            Some(Told { a, b, ..this.told })
        };
        list.iter().filter_map(told).collect()
    }
}

impl Links {
    fn lists(&self) -> [&Vec<Entity>; 4] {
        [&self.organisations, &self.people, &self.directives, &self.places]
    }

    /// Whether a reader had a say in them.
    pub(crate) fn are_told(&self) -> bool {
        self.lists().into_iter().flatten().any(|entity| entity.reason == Reason::Told)
    }

    /// What a reader must have said of these reports for [`link`] and [`Self::tell`] to give these links.
    pub fn told(&self, reports: &[Report]) -> Vec<Told> {
        let mut out = Vec::new();
        if !self.are_told() {
            return out;
        }
        let plain = link(reports);
        for ((facet, list), plain) in Told::FACETS.into_iter().zip(self.lists()).zip(plain.lists()) {
            let of: BTreeMap<Member, &Entity> =
                plain.iter().flat_map(|entity| entity.members.iter().map(move |member| (*member, entity))).collect();
            for entity in list.iter().filter(|entity| entity.reason == Reason::Told) {
                for &b in &entity.members {
                    // Who was told apart left those who have the key still.
                    let Some(plain) = of.get(&b).filter(|plain| plain.key != entity.key) else { continue };
                    let other = plain.members.iter().find(|&other| entity.members.binary_search(other).is_err());
                    out.extend(other.map(|&a| Told { facet, a, b, same: false }));
                }
                for pair in entity.members.windows(2) {
                    out.push(Told { facet, a: pair[0], b: pair[1], same: true });
                }
            }
        }
        out
    }

    /// With what a reader says, in that order.
    pub fn tell(&mut self, reports: &[Report], told: &[Told]) {
        for told in told {
            let entities = match told.facet {
                Facet::Organisation => &mut self.organisations,
                Facet::Person => &mut self.people,
                Facet::Directive => &mut self.directives,
                Facet::Place => &mut self.places,
                _ => continue,
            };
            let of = |member: Member| entities.iter().position(|entity| entity.members.contains(&member));
            match (of(told.a), of(told.b)) {
                (Some(a), Some(b)) if told.same && a != b => tell_one(entities, a, b),
                (Some(a), Some(b)) if !told.same && a == b => {
                    tell_apart(entities, a, told.b, entry_name(reports, told.facet, told.b));
                }
                _ => {}
            }
        }
    }
}

fn entry_name(reports: &[Report], facet: Facet, member: Member) -> String {
    reports.get(member.report).map_or_else(String::new, |report| table::entry_name(report, facet, member.entry))
}

/// Two entities become one, under the key of the one that is named in more entries.
fn tell_one(entities: &mut Vec<Entity>, a: usize, b: usize) {
    let (kept, gone) = if entities[b].members.len() > entities[a].members.len() { (b, a) } else { (a, b) };
    let gone_entity = entities[gone].clone();
    let entity = &mut entities[kept];
    entity.members.extend(gone_entity.members);
    order::by_key(&mut entity.members, |member| *member);
    if words(&gone_entity.name) > words(&entity.name) {
        entity.name = gone_entity.name;
    }
    if gone_entity.place.is_none() {
        entity.place = None;
    }
    entity.reason = Reason::Told;
    entities.remove(gone);
}

/// An entry leaves its entity for one of its own.
fn tell_apart(entities: &mut Vec<Entity>, of: usize, member: Member, name: String) {
    let entity = &mut entities[of];
    entity.members.retain(|other| *other != member);
    let (base, place) = (entity.key.clone(), entity.place.clone());
    let mut n = 2;
    let key = loop {
        let key = format!("{base}-{n}");
        if entities.iter().all(|entity| entity.key != key) {
            break key;
        }
        n += 1;
    };
    let own = Entity { key, name, place, members: vec![member], reason: Reason::Told };
    let after = entities.partition_point(|entity| entity.key < own.key);
    entities.insert(after, own);
}

/// Finds the entities of a list of reports. The same reports give the same links, in any order of the list.
pub fn link(reports: &[Report]) -> Links {
    let contexts: Vec<Context> = reports.iter().map(Context::of).collect();
    Links {
        organisations: bodies::link(reports, &contexts),
        people: people::link(reports, &contexts),
        directives: directives::link(reports, &contexts),
        places: places::link(reports, &contexts),
    }
}

/// What a report says of where and when it is.
#[derive(Debug)]
struct Context {
    /// The one province that it names.
    province: Option<&'static Province>,
    /// The one district, town or city below the province that it names.
    district: Option<String>,
    /// The one commune that it names.
    commune: Option<String>,
    /// Year of publication.
    year: Option<u16>,
}

impl Context {
    fn of(report: &Report) -> Self {
        let name = |name: &str| lower_text(name);
        let mut provinces = BTreeSet::new();
        let (mut districts, mut communes) = (BTreeSet::new(), BTreeSet::new());
        for place in &report.places {
            match (place.kind, &place.code) {
                // A province's capital stands for the province: both have its code.
                (PlaceKind::Province | PlaceKind::City, Some(code)) => {
                    provinces.insert(code.clone());
                }
                (PlaceKind::City | PlaceKind::District, _) => {
                    districts.insert(name(&place.name));
                }
                (PlaceKind::Commune, _) => {
                    communes.insert(name(&place.name));
                }
                (PlaceKind::Province, None) => {}
            }
        }
        let only = |set: BTreeSet<String>| if set.len() == 1 { set.into_iter().next() } else { None };
        let province = only(provinces).and_then(|code| PROVINCES.iter().find(|p| p.code == code));
        let year = report.published.as_deref().and_then(|date| date.get(..4)?.parse().ok());
        Self { province, district: only(districts), commune: only(communes), year }
    }
}

/// An entry with what identifies it.
struct Candidate {
    member: Member,
    /// Entries with equal identities are one.
    identity: String,
    /// As printed.
    name: String,
    /// How sure the identity is.
    reason: Reason,
    /// The place that it was understood by.
    place: Option<&'static Province>,
}

/// A province as [`canonical`](crate::lexicon::abbreviations::canonical) names print it: `tỉnh quảng bình`.
fn province_words(province: &Province) -> String {
    let kind = if province.central { "thành phố" } else { "tỉnh" };
    format!("{kind} {}", lower_text(province.name).replace(" - ", " "))
}

/// Joins equal identities. `equal_names` is the reason where the printed names are equal too; of the names that
/// `fullness` rates highest the most frequent is the entity's.
fn join(candidates: Vec<Candidate>, equal_names: Reason, fullness: fn(&str) -> usize) -> Vec<Entity> {
    let mut groups: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        groups.entry(candidate.identity.clone()).or_default().push(candidate);
    }
    let mut entities: Vec<Entity> = Vec::with_capacity(groups.len());
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for (identity, mut group) in groups {
        order::by_key(&mut group, |c| c.member);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for candidate in &group {
            *counts.entry(&candidate.name).or_default() += 1;
        }
        let name = counts
            .iter()
            .max_by_key(|(name, count)| (fullness(name), **count, std::cmp::Reverse(**name)))
            .map_or_else(String::new, |(name, _)| (*name).to_owned());
        let reason = if group.len() == 1 {
            Reason::Single
        } else {
            let weakest = group.iter().map(|c| c.reason).max().unwrap_or(equal_names);
            let differ = group.iter().any(|c| lower_text(&c.name) != lower_text(&group[0].name));
            if weakest == Reason::SameName && !differ { equal_names } else { weakest }
        };
        let stated = group.iter().any(|c| c.place.is_none());
        let place = if stated { None } else { group[0].place.map(|p| p.name.into()) };
        // Two names that differ in accents alone get different keys.
        let base = slug(&identity);
        let mut key = base.clone();
        let mut n = 2;
        while !keys.insert(key.clone()) {
            key = format!("{base}-{n}");
            n += 1;
        }
        entities.push(Entity { key, name, place, members: group.iter().map(|c| c.member).collect(), reason });
    }
    order::by(&mut entities, |a, b| a.key.cmp(&b.key));
    entities
}

fn words(name: &str) -> usize {
    name.split_whitespace().count()
}

/// ASCII letters, digits and single `-`.
fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// The identity of what belongs to one report alone.
fn own(report: &Report, identity: &str) -> String {
    format!("{identity} ~ {}", report.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    /// Reports from bodies of one paragraph, in order.
    fn reports(bodies: &[&str]) -> Vec<Report> {
        bodies
            .iter()
            .enumerate()
            .map(|(n, body)| parse(&format!("r{n}"), &format!("Tin địa phương\n\nNgày: 1/7/2018\n\n{body}\n")))
            .collect()
    }

    /// Keys and the reports of their members.
    fn shape(entities: &[Entity]) -> Vec<(String, Vec<usize>)> {
        entities.iter().map(|e| (e.key.clone(), e.members.iter().map(|m| m.report).collect())).collect()
    }

    #[track_caller]
    fn check(found: &[Entity], expected: &[(&str, &[usize])]) {
        let expected: Vec<_> = expected.iter().map(|(key, reports)| ((*key).to_owned(), reports.to_vec())).collect();
        assert_eq!(shape(found), expected);
    }

    #[test]
    fn a_bare_body_is_that_of_the_province_of_its_report() {
        let links = link(&reports(&[
            "Tỉnh ủy Sóc Trăng họp.",
            "Tại tỉnh Sóc Trăng, Tỉnh ủy kết luận.",
            "Tại tỉnh Quảng Bình, Tỉnh ủy kết luận.",
            "Tỉnh ủy kết luận.",
        ]));
        check(
            &links.organisations,
            &[("tinh-uy-r3", &[3]), ("tinh-uy-tinh-quang-binh", &[2]), ("tinh-uy-tinh-soc-trang", &[0, 1])],
        );
        assert_eq!(links.organisations[2].name, "Tỉnh ủy Sóc Trăng");
        assert_eq!(links.organisations[2].reason, Reason::ReportPlace);
        assert_eq!(links.organisations[1].place.as_deref(), Some("Quảng Bình"));
    }

    #[test]
    fn abbreviations_and_central_bodies_meet() {
        let links = link(&reports(&[
            "UBND tỉnh Hà Tĩnh và Bộ Chính trị họp.",
            "Ủy ban nhân dân tỉnh Hà Tĩnh và Bộ Chính trị họp.",
        ]));
        check(&links.organisations, &[("bo-chinh-tri", &[0, 1]), ("uy-ban-nhan-dan-tinh-ha-tinh", &[0, 1])]);
        assert_eq!(links.organisations[0].reason, Reason::SameName);
        assert_eq!(links.organisations[1].reason, Reason::SameFullName);
    }

    #[test]
    fn a_city_and_its_province_are_two_places() {
        let links = link(&reports(&["Tại TP. Sóc Trăng.", "Tại tỉnh Sóc Trăng.", "Ở Sóc Trăng."]));
        check(&links.places, &[("thanh-pho-soc-trang", &[0]), ("tinh-soc-trang", &[1, 2])]);
    }

    #[test]
    fn keys_do_not_depend_on_the_order_of_reports() {
        let mut list = reports(&["Tỉnh ủy Sóc Trăng họp.", "Huyện ủy Đức Thọ họp tại tỉnh Hà Tĩnh.", "Tỉnh ủy họp."]);
        let keys = |links: &Links| shape(&links.organisations).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
        let before = keys(&link(&list));
        list.reverse();
        assert_eq!(keys(&link(&list)), before);
    }
}
