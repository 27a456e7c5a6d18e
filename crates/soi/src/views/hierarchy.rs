//! Where bodies stand: the centre, then province by province; there by level, and below a body those whose name ends
//! with its name.

use std::collections::BTreeMap;

use crate::lexicon::abbreviations::canonical;
use crate::lexicon::provinces::PROVINCES;
use crate::order;
use crate::report::Level;
use crate::text::{collate, lower_text};

/// A body as its name and what is known of it tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Body<'a> {
    /// Fullest name.
    pub name: &'a str,
    /// Its level.
    pub level: Option<Level>,
    /// The province that its bare name was understood by.
    pub province: Option<&'a str>,
    /// The one report that names it, if it is only one.
    pub report: Option<u32>,
}

/// A body and those below it, by their places in the list that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Which body.
    pub body: usize,
    /// In the order of the list.
    pub below: Vec<Node>,
}

/// The bodies of one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// Which; `None` where the report does not tell.
    pub level: Option<Level>,
    /// In the order of the list.
    pub nodes: Vec<Node>,
}

/// The bodies of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// A province; `None` is the centre where `central`, else no known place.
    pub province: Option<String>,
    /// Whether it is the centre.
    pub central: bool,
    /// From the province down.
    pub tiers: Vec<Tier>,
}

/// Levels from the centre down, as a tree shows them.
pub const LEVELS: [Level; 6] =
    [Level::Centre, Level::Province, Level::Bloc, Level::Department, Level::District, Level::Grassroots];

/// The tree of these bodies.
pub fn tree(bodies: &[Body<'_>]) -> Vec<Branch> {
    let words: Vec<Vec<String>> = bodies.iter().map(|body| canonical(body.name)).collect();
    // Each as `canonical` names print it.
    let provinces: Vec<(String, &str)> = PROVINCES
        .iter()
        .map(|province| {
            let kind = if province.central { " thành phố " } else { " tỉnh " };
            ([kind, &lower_text(province.name).replace(" - ", " "), " "].concat(), province.name)
        })
        .collect();
    let stated = |i: usize| {
        let text = [" ", &words[i].join(" "), " "].concat();
        let kinds = text.contains(" tỉnh ") || text.contains(" thành phố ");
        provinces.iter().find(|(words, _)| kinds && text.contains(words.as_str())).map(|&(_, name)| name)
    };
    // Centre, provinces by name, the rest.
    let place = |i: usize, body: &Body<'_>| match body.level {
        Some(Level::Centre) => (0, String::new()),
        _ => match body.province.or_else(|| stated(i)) {
            Some(province) => (1, province.to_owned()),
            None => (2, String::new()),
        },
    };
    let mut places: BTreeMap<(u8, String), Vec<usize>> = BTreeMap::new();
    for (i, body) in bodies.iter().enumerate() {
        places.entry(place(i, body)).or_default().push(i);
    }
    let mut places: Vec<_> = places.into_iter().collect();
    order::by(&mut places, |((rank, a), _), ((other, b), _)| rank.cmp(other).then_with(|| collate(a, b)));
    places.into_iter().map(|((rank, name), members)| branch(bodies, &words, rank, name, &members)).collect()
}

fn branch(bodies: &[Body<'_>], words: &[Vec<String>], rank: u8, name: String, members: &[usize]) -> Branch {
    let words: Vec<&Vec<String>> = members.iter().map(|&i| &words[i]).collect();
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (i, words) in words.iter().enumerate() {
        by_name.entry(words.join(" ")).or_default().push(i);
    }
    // Of several of one name, only that of the same report is known to be the one that a longer name ends with.
    let whose = |child: usize, from: usize| match by_name.get(&words[child][from..].join(" "))?.as_slice() {
        [one] => Some(*one),
        several => {
            let report = bodies[members[child]].report?;
            several.iter().copied().find(|&i| bodies[members[i]].report == Some(report))
        }
    };
    let parents: Vec<Option<usize>> =
        (0..words.len()).map(|child| (1..words[child].len()).find_map(|from| whose(child, from))).collect();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); members.len()];
    for (i, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            below[*parent].push(i);
        }
    }
    let mut tiers: Vec<Tier> = Vec::new();
    for level in LEVELS.into_iter().map(Some).chain([None]) {
        let roots = (0..members.len()).filter(|&i| parents[i].is_none() && bodies[members[i]].level == level);
        let nodes: Vec<Node> = roots.map(|i| node(i, members, &below)).collect();
        if !nodes.is_empty() {
            tiers.push(Tier { level, nodes });
        }
    }
    Branch { province: Some(name).filter(|name| !name.is_empty()), central: rank == 0, tiers }
}

/// A parent's name is shorter than its child's: this ends.
fn node(i: usize, members: &[usize], below: &[Vec<usize>]) -> Node {
    Node { body: members[i], below: below[i].iter().map(|&child| node(child, members, below)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn body(name: &str, level: Level) -> Body<'_> {
        Body { name, level: Some(level), province: None, report: None }
    }

    fn print(bodies: &[Body<'_>]) -> Vec<String> {
        fn lines(bodies: &[Body<'_>], node: &Node, depth: usize, out: &mut Vec<String>) {
            out.push(format!("{}{}", "  ".repeat(depth), bodies[node.body].name));
            node.below.iter().for_each(|node| lines(bodies, node, depth + 1, out));
        }
        let mut out = Vec::new();
        for branch in tree(bodies) {
            out.push(if branch.central { "TW".into() } else { branch.province.unwrap_or_else(|| "?".into()) });
            for tier in branch.tiers {
                tier.nodes.iter().for_each(|node| lines(bodies, node, 1, &mut out));
            }
        }
        out
    }

    #[test]
    fn bodies_stand_under_the_one_whose_name_theirs_ends_with() {
        let bodies = [
            body("Ban Thường vụ Tỉnh ủy Sóc Trăng", Level::Province),
            body("Tỉnh ủy Sóc Trăng", Level::Province),
            body("Bộ Chính trị", Level::Centre),
            body("Sở Y tế", Level::Department),
            body("Đảng bộ Sở Y tế", Level::Department),
        ];
        let want = [
            "TW",
            "  Bộ Chính trị",
            "Sóc Trăng",
            "  Tỉnh ủy Sóc Trăng",
            "    Ban Thường vụ Tỉnh ủy Sóc Trăng",
            "?",
            "  Sở Y tế",
            "    Đảng bộ Sở Y tế",
        ];
        assert_eq!(print(&bodies), want);
    }

    #[test]
    fn of_two_equal_names_that_of_the_same_report_is_the_parent() {
        let of = |name, report| Body { report: Some(report), ..body(name, Level::Province) };
        let bodies = [of("Tỉnh ủy", 1), of("Tỉnh ủy", 2), of("Ban Thường vụ Tỉnh ủy", 2)];
        assert_eq!(print(&bodies), ["?", "  Tỉnh ủy", "  Tỉnh ủy", "    Ban Thường vụ Tỉnh ủy"]);
    }

    #[test]
    fn of_two_equal_names_none_is_taken_for_the_parent() {
        let bodies = [
            body("Tỉnh ủy", Level::Province),
            body("Tỉnh ủy", Level::Province),
            body("Ban Thường vụ Tỉnh ủy", Level::Province),
        ];
        assert_eq!(print(&bodies), ["?", "  Tỉnh ủy", "  Tỉnh ủy", "  Ban Thường vụ Tỉnh ủy"]);
    }

    #[test]
    fn levels_follow_one_another_and_the_place_of_a_bare_name_counts() {
        let bodies = [
            Body { province: Some("Hà Tĩnh"), ..body("Chi bộ Văn phòng", Level::Grassroots) },
            Body { province: Some("Hà Tĩnh"), ..body("Đảng ủy Khối", Level::Bloc) },
        ];
        assert_eq!(print(&bodies), ["Hà Tĩnh", "  Đảng ủy Khối", "  Chi bộ Văn phòng"]);
    }
}
