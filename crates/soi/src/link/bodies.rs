//! Bodies: equal when their names are, abbreviations written out and the place of a bare name filled in.

use crate::text::letter::{is_small, lower_text};
use std::collections::{BTreeMap, BTreeSet};

use super::{Candidate, Context, Entity, Member, Reason, join, own, province_words, words};
use crate::lexicon::abbreviations::canonical;
use crate::lexicon::provinces::{PROVINCES, Province};
use crate::report::{Level, Organisation, OrganisationKind as Kind, Report};

pub(super) fn link(reports: &[Report], contexts: &[Context]) -> Vec<Entity> {
    let mut out = Vec::new();
    // Named bodies below the province whose report states no province, for the second look.
    let mut unplaced: Vec<(Candidate, String)> = Vec::new();
    let provinces: Vec<String> = PROVINCES.iter().map(province_words).collect();
    for (report, (page, context)) in reports.iter().zip(contexts).enumerate() {
        for (entry, body) in page.organisations.iter().enumerate() {
            let member = Member { report, entry };
            let words = central(canonical(&body.name));
            let plain = words.join(" ") == lower_text(&body.name);
            let reason = if plain { Reason::SameName } else { Reason::SameFullName };
            let candidate = |identity: String, reason: Reason, place: Option<&'static Province>| Candidate {
                member,
                identity,
                name: body.name.clone(),
                reason,
                place,
            };
            match place_of(body, &words, context, &provinces) {
                Whose::Said => out.push(candidate(words.join(" "), reason, None)),
                Whose::Place(identity, place) => out.push(candidate(identity, Reason::ReportPlace, Some(place))),
                Whose::Named => {
                    let identity = words.join(" ");
                    unplaced.push((candidate(own(page, &identity), reason, None), identity));
                }
                Whose::Unknown => out.push(candidate(own(page, &words.join(" ")), reason, None)),
            }
        }
    }
    // `UBND huyện Đức Thọ` without a province is that of the only province in which a report has one.
    let mut placed: BTreeMap<String, BTreeSet<(String, &'static str)>> = BTreeMap::new();
    for candidate in &out {
        if let Some(place) = &candidate.place
            && let Some(base) = candidate.identity.strip_suffix(province_words(place).as_str())
        {
            placed.entry(base.trim_end().to_owned()).or_default().insert((candidate.identity.clone(), place.code));
        }
    }
    for (mut candidate, base) in unplaced {
        if let Some(found) = placed.get(&base).filter(|found| found.len() == 1)
            && let Some((identity, code)) = found.iter().next()
        {
            // A report that names other provinces alone means another `UBND phường Minh Khai`.
            let mut codes = reports[candidate.member.report].places.iter().filter_map(|p| p.code.as_deref()).peekable();
            if codes.peek().is_none() || codes.any(|named| named == *code) {
                candidate.identity = identity.clone();
            }
        }
        out.push(candidate);
    }
    join(out, Reason::SameName, words)
}

/// How the name of a body tells whose it is.
enum Whose {
    /// By itself: a central body, or one with its province.
    Said,
    /// With the place of the report; the full identity and that place.
    Place(String, &'static Province),
    /// By a name below the province, which several provinces may have.
    Named,
    /// Not at all.
    Unknown,
}

fn place_of(body: &Organisation, words: &[String], context: &Context, provinces: &[String]) -> Whose {
    let text = words.join(" ");
    let national = ["việt nam", "hồ chí minh", "tối cao", "trung ương"].iter().any(|mark| text.contains(mark));
    let kind_said = text.contains("tỉnh ") || text.contains("thành phố ");
    let province_said = kind_said && provinces.iter().any(|province| text.contains(province));
    if province_said || national && body.level != Some(Level::Grassroots) {
        return Whose::Said;
    }
    match (body.level, body.kind) {
        // Every ministry has its `Vụ Tổ chức cán bộ`; only the Party's own `Vụ Địa phương` are one each.
        (Some(Level::Centre), Kind::Government) if words[0] == "vụ" || words[0] == "văn" => {
            return if text.contains(" bộ ") && words[0] == "văn" { Whose::Said } else { Whose::Unknown };
        }
        (Some(Level::Centre), _) => return Whose::Said,
        // A company, a regiment, a school have names of their own, unless the name is a kind word and a number.
        (None, Kind::Other) => {
            return if words.len() > 2 && !is_common(&body.name, words) { Whose::Said } else { Whose::Unknown };
        }
        (None, Kind::Cluster) => return if words.len() > 5 { Whose::Said } else { Whose::Unknown },
        (None, Kind::MassOrganisation) => return Whose::Unknown,
        _ => {}
    }
    let bare = ends_bare(words);
    let local = match bare {
        Some("xã" | "phường" | "trấn") => match &context.commune {
            Some(name) => format!("{text} {name}"),
            None => return Whose::Unknown,
        },
        Some("huyện" | "quận") => match &context.district {
            Some(name) => format!("{text} {name}"),
            None => return Whose::Unknown,
        },
        // `Huyện ủy` names no district itself.
        _ if matches!(text.as_str(), t if t.ends_with("huyện ủy") || t.ends_with("quận ủy") || t.ends_with("thị ủy")) => {
            match &context.district {
                Some(name) => format!("{text} {name}"),
                None => return Whose::Unknown,
            }
        }
        _ => text,
    };
    // A cell's number and a unit of an unnamed department are the report's own.
    if body.kind == Kind::Cell || body.level == Some(Level::Department) && words[0] == "phòng" {
        return Whose::Unknown;
    }
    match context.province {
        Some(province) => {
            let kind = if province.central { " thành phố" } else { " tỉnh" };
            let stem = local.strip_suffix(kind).unwrap_or(&local);
            Whose::Place(format!("{stem} {}", province_words(province)), province)
        }
        None if bare.is_some() || matches!(body.level, Some(Level::Province | Level::Bloc | Level::Department)) => {
            Whose::Unknown
        }
        None => Whose::Named,
    }
}

/// Whether a house has but the words of its kind for a name, as many do: `Công ty Cổ phần Đầu tư`, `Viện Nghiên cứu`.
fn is_common(name: &str, words: &[String]) -> bool {
    let house = matches!(
        words[0].as_str(),
        "công"
            | "viện"
            | "trung"
            | "bệnh"
            | "quỹ"
            | "trường"
            | "nhà"
            | "xí"
            | "hợp"
            | "phòng"
            | "chi"
            | "câu"
            | "ban"
    );
    let small = name.split_whitespace().next_back().is_some_and(|last| last.chars().all(is_small));
    house && small || words.last().is_some_and(|last| last == "ctcp")
}

/// One form for the centre's bodies, which `Trung ương` and `Đảng` may follow or not: `Ban Bí thư Trung ương Đảng`.
fn central(mut words: Vec<String>) -> Vec<String> {
    let starts = |with: &[&str]| words.len() >= with.len() && words.iter().zip(with).all(|(a, b)| a == b);
    if starts(&["ban", "bí", "thư"]) {
        words.truncate(3);
    } else if words.len() == 5 && starts(&["ban", "chấp", "hành", "trung", "ương"]) {
        words.push("đảng".to_owned());
    }
    words
}

/// The level word that a name ends in, without a name after it.
fn ends_bare(words: &[String]) -> Option<&str> {
    let last = words.last()?.as_str();
    matches!(last, "tỉnh" | "huyện" | "xã" | "phường" | "quận" | "trấn" | "phố" | "sở").then_some(last)
}
