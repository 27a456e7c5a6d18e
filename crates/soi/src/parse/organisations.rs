//! Organisations: named bodies, one entry each, with every mention.
//!
//! `grammar` reads one body at one place (`cluster` those that compete together); this file walks the page, lets bodies share what tells whose they are
//! (`HĐND, UBND xã Lê Hồng`), and joins the mentions of one body under its fullest name.

mod cluster;
mod grammar;
mod words;

use std::ops::Range;

use soi_words::numbered;

use super::doc::Doc;
use crate::lexicon::abbreviations::canonical;
use crate::lexicon::bodies::Form;
use crate::report::{Level, Organisation, OrganisationKind as Kind};
use crate::text::letter::upper;
use crate::text::write::{joined, squeezed};
use crate::text::{Case, Span, sort};
use grammar::{Alias, Body, Reader};

/// One mention of a body.
#[derive(Debug, Clone)]
struct Mention {
    at: Span,
    name: String,
    key: Vec<String>,
    /// How many words it has, abbreviations written out.
    fullness: usize,
    kind: Kind,
    level: Option<Level>,
    /// The name stands in a line all in capitals.
    shouted: bool,
    /// Bodies that a name alone does not make one: `Chính phủ` and `Chính phủ Nhật Bản`.
    whole: bool,
}

pub(super) fn read(doc: &Doc) -> Vec<Organisation> {
    let city = grammar::city_level(doc);
    let mut aliases = Vec::new();
    let mut mentions = Vec::new();
    for range in doc.fact_ranges() {
        scan(doc, range, city, &mut aliases, &mut mentions);
    }
    sort::by_key(&mut mentions, |m: &Mention| sort::pair(m.at.start, m.at.end));
    join(doc, mentions)
}

/// The mentions in one block.
#[numbered]
fn scan(doc: &Doc, range: Range<usize>, city: Level, aliases: &mut Vec<Alias>, out: &mut Vec<Mention>) {
    let mut at = range.start;
    // Where the last of many ended: `các Quận ủy, Huyện ủy`.
    let mut many = usize::MAX;
    while at < range.end {
        let reader = Reader { doc, start: range.start, end: range.end, aliases, city };
        let Some(body) = reader.may_begin(at).then(|| reader.body(at)).flatten() else {
            at += 1;
            continue;
        };
        at = body.end.max(at + 1);
        if reader.is_plural(body.start) && !(body.head.form == Form::Field && body.complete) {
            // `các chi bộ`, `các Phòng giao dịch NHCSXH huyện`; but `các Sở Nội vụ, Tài chính` names two.
            many = body.end;
            continue;
        }
        if body.start == many.saturating_add(1)
            && matches!(doc.id(many), "," | "và")
            && body.head.form == Form::Seat
            && body.end == body.head_end
        {
            many = body.end;
            continue;
        }
        if reader.is_of_many(body.end) {
            continue;
        }
        let mut body = body;
        body.level = reader.level_of_office(&body);
        if body.complete {
            doc.fired(|| (body.rule(), body.start..body.end, body.start..body.head_end));
            out.push(mention(doc, &body, None, body.start..body.end, &reader));
            for (complement, end) in reader.further(&body) {
                doc.fired(|| ("organisation.list", body.start..end, body.start..body.head_end));
                out.push(mention(doc, &body, Some(complement), body.start..end, &reader));
                at = end;
            }
            let bracket = reader.bracket(body.end);
            if let Some((words, end)) = bracket {
                doc.fired(|| ("organisation.bracket", body.end + 1..end - 1, body.end..end));
                let last = out.last().expect("a mention was just added");
                let alias = Alias { words, key: last.key.clone(), kind: last.kind, level: last.level };
                out.push(Mention {
                    at: doc.span(body.end + 1..end - 1),
                    name: doc.norm(doc.span(body.end + 1..end - 1)).to_owned(),
                    ..last.clone()
                });
                aliases.push(alias);
                at = end;
            }
        } else if let Some((complement, end, level, of)) = reader.shared(&body) {
            let mut body = body;
            (body.kind, body.level) = grammar::classify(&body.head, level, of, city);
            doc.fired(|| ("organisation.shared", body.start..end, body.start..body.head_end));
            out.push(mention(doc, &body, Some(complement), body.start..end, &reader));
        }
    }
}

#[numbered]
fn mention(doc: &Doc, body: &Body, complement: Option<Range<usize>>, tokens: Range<usize>, reader: &Reader) -> Mention {
    let squeeze = |tokens: Range<usize>| squeezed(doc.norm(doc.span(tokens)));
    let name = match complement {
        Some(complement) => joined(&[&squeeze(body.start..body.head_end), r" ", &squeeze(complement)]),
        None if doc.id(body.head_end) == "(" && body.head_end + 3 < body.end => {
            // A bracketed abbreviation is no part of the name.
            joined(&[&squeeze(body.start..body.head_end), r" ", &squeeze(body.head_end + 3..body.end)])
        }
        None => squeeze(body.start..body.end),
    };
    let mut key = canonical(&name);
    if let Some(alias) = body.alias.map(|n| &reader.aliases[n]) {
        let head = canonical(&squeeze(body.start..body.head_end)).len();
        let mut whole = alias.key.clone();
        if key.len() > head && whole.ends_with(&[r"việt".to_owned(), r"nam".to_owned()]) {
            whole.truncate(whole.len() - 2);
        }
        whole.extend(key.drain(head.min(key.len())..));
        key = whole;
    }
    let shouted = (body.start..body.end).all(|i| doc.case(i) != Case::Capital && doc.case(i) != Case::Lower);
    Mention {
        at: doc.span(tokens),
        name: capitalised(&name),
        // `Trung ương Đảng` is joined with its Ban Chấp hành, but says less.
        fullness: if body.head.form == Form::Whole { name.split_whitespace().count() } else { key.len() },
        key,
        kind: body.kind,
        level: body.level,
        shouted,
        whole: body.head.form == Form::Whole,
    }
}

/// `ban Kinh tế Trung ương`, read out of `Trưởng ban Kinh tế Trung ương`, is called `Ban Kinh tế Trung ương`.
fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| std::iter::once(upper(first)).chain(chars).collect())
}

/// An entry in the making.
struct Entry {
    key: Vec<String>,
    kind: Kind,
    level: Option<Level>,
    whole: bool,
    mentions: Vec<Mention>,
}

/// Joins the mentions of one body: equal names first, then short forms to the longer one that they stand for.
fn join(doc: &Doc, mentions: Vec<Mention>) -> Vec<Organisation> {
    let mut entries: Vec<Entry> = Vec::new();
    for mention in mentions {
        match entries.iter_mut().find(|e| e.key == mention.key) {
            Some(entry) => entry.mentions.push(mention),
            None => entries.push(Entry {
                key: mention.key.clone(),
                kind: mention.kind,
                level: mention.level,
                whole: mention.whole,
                mentions: vec![mention],
            }),
        }
    }
    // Shortest first, so that what joins a longer form may go on with it to a still longer one.
    let mut order: Vec<usize> = (0..entries.len()).collect();
    sort::by_key(&mut order, |&n| entries[n].key.len() as u64);
    for n in order {
        let Some(longer) = longer_form(&entries, n) else { continue };
        let moved = std::mem::take(&mut entries[n].mentions);
        entries[longer].mentions.extend(moved);
    }
    entries.retain(|e| !e.mentions.is_empty());
    for entry in &mut entries {
        sort::by_key(&mut entry.mentions, |m| sort::pair(m.at.start, m.at.end));
    }
    sort::by_key(&mut entries, |e| u64::from(e.mentions[0].at.start));
    entries
        .into_iter()
        .map(|entry| {
            let fullest = entry
                .mentions
                .iter()
                .enumerate()
                .max_by_key(|(n, m)| (m.fullness, !m.shouted, m.name.split_whitespace().count(), std::cmp::Reverse(*n)))
                .map_or_else(String::new, |(_, m)| m.name.clone());
            Organisation {
                name: fullest,
                kind: entry.kind,
                level: entry.level,
                mentions: entry.mentions.iter().map(|m| doc.text.quote(m.at)).collect(),
            }
        })
        .collect()
}

/// `Đảng ủy Cục` says whose it is, but not at which level.
fn is_party_unit(kind: Kind) -> bool {
    matches!(kind, Kind::PartyOrganisation | Kind::PartyCommittee | Kind::Cell)
}

/// The entry that the name of entry `n` is a short form of.
fn longer_form(entries: &[Entry], n: usize) -> Option<usize> {
    let short = &entries[n];
    if short.whole || short.level.is_none() && short.kind == Kind::MassOrganisation {
        return None;
    }
    let from = short.mentions.first()?.at.start;
    entries
        .iter()
        .enumerate()
        .filter(|(m, long)| {
            *m != n
                && !long.mentions.is_empty()
                && long.kind == short.kind
                && (long.level == short.level
                    || is_party_unit(long.kind)
                    // `Tập đoàn Hóa chất` is `Tập đoàn Hóa chất Việt Nam`
                    || short.level.is_none() && short.kind == Kind::Other)
                && long.key.len() > short.key.len()
                && long.key.starts_with(&short.key)
        })
        .min_by_key(|(_, long)| {
            // `Đảng bộ Khối` is rather that of `các cơ quan tỉnh` than of `các cơ quan Dân Chính Đảng tỉnh`;
            // of equals, the one named last before it.
            let before = long.mentions.iter().filter(|m| m.at.start < from).map(|m| from - m.at.start).min();
            (long.key.len(), before.is_none(), before, long.mentions[0].at.start)
        })
        .map(|(m, _)| m)
}

#[cfg(test)]
mod tests {
    use crate::parse;

    /// Name, kind, level and the quotes of each body in a page of one paragraph.
    #[track_caller]
    fn check(body: &str, expected: &[(&str, &str, Option<&str>, &[&str])]) {
        let report = parse("x", &format!("Tin trong tỉnh\n\n{body}\n"));
        let found: Vec<_> = report
            .organisations
            .iter()
            .map(|o| {
                let quotes: Vec<_> = o.mentions.iter().map(|m| m.as_str()).collect();
                (o.name.as_str(), o.kind.as_str(), o.level.map(|l| l.as_str()), quotes)
            })
            .collect();
        let expected: Vec<_> = expected.iter().map(|&(n, k, l, q)| (n, k, l, q.to_vec())).collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn short_forms_are_mentions_of_the_longer_name() {
        check(
            "Tỉnh ủy Sóc Trăng họp. Ban Tổ chức Tỉnh ủy Sóc Trăng và Tỉnh ủy báo cáo.",
            &[
                ("Tỉnh ủy Sóc Trăng", "cấp ủy", Some("tỉnh"), &["Tỉnh ủy Sóc Trăng", "Tỉnh ủy"]),
                ("Ban Tổ chức Tỉnh ủy Sóc Trăng", "ban đảng", Some("tỉnh"), &["Ban Tổ chức Tỉnh ủy Sóc Trăng"]),
            ],
        );
        check(
            "Trung ương Hội Nông dân Việt Nam (T.Ư Hội NDVN) họp; T.Ư Hội NDVN kết luận.",
            &[(
                "Trung ương Hội Nông dân Việt Nam",
                "đoàn thể",
                Some("trung ương"),
                &["Trung ương Hội Nông dân Việt Nam", "T.Ư Hội NDVN", "T.Ư Hội NDVN"],
            )],
        );
    }

    #[test]
    fn bodies_that_share_a_word_are_quoted_with_it() {
        check(
            "Ban Chấp hành, Ban Thường vụ Đảng ủy Khối họp.",
            &[
                ("Ban Chấp hành Đảng ủy Khối", "cấp ủy", Some("khối"), &["Ban Chấp hành, Ban Thường vụ Đảng ủy Khối"]),
                ("Ban Thường vụ Đảng ủy Khối", "cấp ủy", Some("khối"), &["Ban Thường vụ Đảng ủy Khối"]),
            ],
        );
        check(
            "Đảng bộ và nhân dân xã Lê Hồng được HĐND, UBND huyện khen.",
            &[
                ("Đảng bộ xã Lê Hồng", "đảng bộ", Some("cơ sở"), &["Đảng bộ và nhân dân xã Lê Hồng"]),
                ("HĐND huyện", "chính quyền", Some("huyện"), &["HĐND, UBND huyện"]),
                ("UBND huyện", "chính quyền", Some("huyện"), &["UBND huyện"]),
            ],
        );
    }

    #[test]
    fn the_front_of_a_province_shares_its_place_and_not_the_country() {
        check(
            "HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh Lào Cai dự.",
            &[
                ("HĐND tỉnh Lào Cai", "chính quyền", Some("tỉnh"), &["HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh Lào Cai"]),
                ("UBND tỉnh Lào Cai", "chính quyền", Some("tỉnh"), &["UBND, Ủy ban MTTQ Việt Nam tỉnh Lào Cai"]),
                ("Ủy ban MTTQ Việt Nam tỉnh Lào Cai", "đoàn thể", Some("tỉnh"), &["Ủy ban MTTQ Việt Nam tỉnh Lào Cai"]),
            ],
        );
    }

    #[test]
    fn a_city_before_a_person_and_what_a_committee_steers() {
        check("Phó Chủ tịch UBND TP Lê Hồng Sơn dự.", &[("UBND TP", "chính quyền", Some("tỉnh"), &["UBND TP"])]);
        check(
            "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực họp.",
            &[(
                "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực",
                "khác",
                Some("trung ương"),
                &["Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực"],
            )],
        );
    }

    #[test]
    fn kind_words_plurals_and_posts_name_no_body() {
        check("Đảng ủy và các chi bộ, Tỉnh ủy viên, UBND các huyện, Mặt trận Tổ quốc các cấp dự.", &[]);
    }

    #[test]
    fn names_go_on_in_small_letters_and_stop_before_a_person() {
        check(
            "Phó Vụ trưởng Vụ Tổ chức cán bộ, Giám đốc Sở Lao động- Thương binh và Xã hội Nguyễn Văn Nam tổ chức họp.",
            &[
                ("Vụ Tổ chức cán bộ", "chính quyền", Some("trung ương"), &["Vụ Tổ chức cán bộ"]),
                (
                    "Sở Lao động- Thương binh và Xã hội",
                    "chính quyền",
                    Some("sở ngành"),
                    &["Sở Lao động- Thương binh và Xã hội"],
                ),
            ],
        );
    }
}
