//! People: equal full names, and a post or a province in common.

use crate::text::letter::lower_text;
use std::collections::{BTreeMap, BTreeSet};

use super::{Candidate, Context, Entity, Member, Reason, join, own, words};
use crate::lexicon::abbreviations::canonical;
use crate::lexicon::provinces::Province;
use crate::report::Report;

/// A person of one report.
struct Sighting {
    member: Member,
    name: String,
    posts: BTreeSet<String>,
    /// The words of every post, also of those that tell no body.
    said: Vec<BTreeSet<String>>,
    province: Option<&'static Province>,
}

/// Whether two people of one name and one province may be one: they hold like posts, or one report says none and the
/// name is no common one (`Nguyễn Văn Nam`).
fn may_be_one(name: &str, one: &Sighting, other: &Sighting) -> bool {
    if one.said.is_empty() || other.said.is_empty() {
        let words: Vec<&str> = name.split_whitespace().collect();
        return !(words.len() == 3 && matches!(words[1], "văn" | "thị"));
    }
    one.said.iter().any(|a| {
        other.said.iter().any(|b| {
            let common = a.intersection(b).count();
            common >= 2 && 2 * common >= a.len().min(b.len())
        })
    })
}

pub(super) fn link(reports: &[Report], contexts: &[Context]) -> Vec<Entity> {
    let mut by_name: BTreeMap<String, Vec<Sighting>> = BTreeMap::new();
    for (report, (page, context)) in reports.iter().zip(contexts).enumerate() {
        for (entry, person) in page.people.iter().enumerate() {
            let posts =
                person.positions.iter().map(|post| canonical(post).join(" ")).filter(|p| tells_whose(p)).collect();
            by_name.entry(lower_text(&person.name)).or_default().push(Sighting {
                member: Member { report, entry },
                name: person.name.clone(),
                posts,
                said: person.positions.iter().map(|post| canonical(post).into_iter().collect()).collect(),
                province: context.province,
            });
        }
    }
    let mut out = Vec::new();
    for (name, sightings) in by_name {
        // One or two syllables are too many people's name.
        let full = name.split_whitespace().count() > 2;
        let groups = groups(&name, &sightings, full);
        // A group is known by its first report in the order of ids, so that its key does not depend on the list.
        let first = |group: &[usize]| {
            group.iter().map(|&n| &reports[sightings[n].member.report]).min_by(|a, b| a.id.cmp(&b.id))
        };
        // The one that most reports are about has the bare name for a key.
        let main = groups
            .iter()
            .enumerate()
            .max_by_key(|(_, (group, _))| (group.len(), std::cmp::Reverse(first(group).map(|page| &page.id))))
            .map(|(n, _)| n);
        for (nth, (group, reason)) in groups.iter().enumerate() {
            let identity = match first(group) {
                Some(page) if main != Some(nth) => own(page, &name),
                _ => name.clone(),
            };
            let reason = *reason;
            for &n in group {
                let Sighting { member, name, .. } = &sightings[n];
                out.push(Candidate {
                    member: *member,
                    identity: identity.clone(),
                    name: name.clone(),
                    reason,
                    place: None,
                });
            }
        }
    }
    join(out, Reason::SamePost, words)
}

/// Whether a post names the body that it is held in: `bí thư tỉnh ủy tỉnh yên bái`, not `phó giám đốc`.
fn tells_whose(post: &str) -> bool {
    let words = post.split(' ').count();
    words > 5 || words > 3 && ["trung ương", "bộ chính trị", "chính phủ", "quốc hội"].iter().any(|b| post.contains(b))
}

/// Sightings that are one person, and why; every sighting is in one group.
fn groups(name: &str, sightings: &[Sighting], full: bool) -> Vec<(Vec<usize>, Reason)> {
    let mut group_of: Vec<usize> = (0..sightings.len()).collect();
    let mut reasons = vec![Reason::SameName; sightings.len()];
    if full {
        for b in 1..sightings.len() {
            for a in 0..b {
                let (one, other) = (&sightings[a], &sightings[b]);
                let post = one.posts.intersection(&other.posts).next().is_some();
                let province = one.province.is_some() && one.province == other.province && may_be_one(name, one, other);
                if !post && !province {
                    continue;
                }
                let (to, from) = (group_of[a], group_of[b]);
                let reason = if post { Reason::SamePost } else { Reason::SameProvince };
                for group in group_of.iter_mut().filter(|group| **group == from) {
                    *group = to;
                }
                reasons[to] = reasons[to].max(reasons[from]).max(reason);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, group) in group_of.iter().enumerate() {
        groups.entry(*group).or_default().push(n);
    }
    groups.into_iter().map(|(group, members)| (members, reasons[group])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::provinces::PROVINCES;

    #[test]
    fn a_name_alone_joins_nobody() {
        let sighting = |report, post: &str, province: Option<&str>| Sighting {
            member: Member { report, entry: 0 },
            name: "Nguyễn Văn Nam".to_owned(),
            posts: [post.to_owned()].into_iter().filter(|p| tells_whose(p)).collect(),
            said: vec![post.split(' ').map(str::to_owned).collect()],
            province: province.and_then(|code| PROVINCES.iter().find(|p| p.code == code)),
        };
        let list = [
            sighting(0, "bí thư tỉnh ủy tỉnh yên bái", None),
            sighting(1, "bí thư tỉnh ủy tỉnh yên bái", Some("VN-06")),
            sighting(2, "giám đốc", Some("VN-06")),
            sighting(3, "giám đốc", None),
            sighting(4, "bí thư tỉnh ủy", Some("VN-06")),
        ];
        let name = "nguyễn văn nam";
        // The director of the same province is another man.
        assert_eq!(
            groups(name, &list, true),
            [(vec![0, 1, 4], Reason::SameProvince), (vec![2], Reason::SameName), (vec![3], Reason::SameName)]
        );
        assert_eq!(groups(name, &list, false).len(), 5);
    }
}
