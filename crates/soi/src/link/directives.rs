//! Directives: kind, number and issuer's level; numbers repeat every term, so a year tells two of one number apart.

use crate::text::letter::{lower_text, upper};
use crate::text::write::squeezed;
use std::collections::{BTreeMap, BTreeSet};

use super::{Candidate, Context, Entity, Member, Reason, join, own, province_words};
use crate::lexicon::abbreviations::canonical;
use crate::report::{Directive, DirectiveKind as Kind, Report};

/// Central instruments that reports cite by their bare number, with the year: what makes `Chỉ thị 05` of 2018 that of 2016.
///
/// Source: their dates on public pages. A number that came again stands twice.
const KNOWN: &[(Kind, u16, u16)] = &[
    (Kind::Directive, 1, 2021),
    (Kind::Directive, 3, 2011),
    (Kind::Directive, 5, 2016),
    (Kind::Directive, 6, 2006),
    (Kind::Directive, 35, 2019),
    (Kind::Directive, 35, 2024),
    (Kind::Directive, 45, 2020),
    (Kind::Directive, 45, 2025),
    (Kind::Resolution, 12, 2012),
    (Kind::Resolution, 15, 2007),
    (Kind::Resolution, 35, 2018),
    (Kind::Conclusion, 1, 2021),
    (Kind::Conclusion, 21, 2021),
];

/// Who issued an instrument, as far as its citation tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    Central,
    Local,
    Unsaid,
}

pub(super) fn link(reports: &[Report], contexts: &[Context]) -> Vec<Entity> {
    let mut out = Vec::new();
    // Central numbers of the corpus, for citations that do not say whose they are.
    let mut central: BTreeMap<(Kind, String), BTreeSet<Option<u16>>> = BTreeMap::new();
    let each = || {
        reports.iter().zip(contexts).enumerate().flat_map(|(report, (page, context))| {
            page.directives.iter().enumerate().map(move |(entry, d)| (Member { report, entry }, page, context, d))
        })
    };
    for (_, _, context, directive) in each() {
        if let (Some((ordinal, suffix)), Rank::Central) = (number(directive), rank(directive)) {
            let year = year(directive, &ordinal, context);
            central.entry((directive.kind, full(&ordinal, &suffix))).or_default().insert(year);
        }
    }
    for (member, page, context, directive) in each() {
        let name = name(directive);
        let mut candidate =
            Candidate { member, identity: String::new(), name, reason: Reason::SameNumber, place: None };
        candidate.identity = match number(directive) {
            Some((ordinal, suffix)) => {
                let numbered = full(&ordinal, &suffix);
                let base = format!("{} {numbered}", directive.kind);
                let mut stated = year(directive, &ordinal, context);
                match rank(directive) {
                    Rank::Local => match context.province {
                        Some(province) => {
                            candidate.place = Some(province);
                            candidate.reason = Reason::ReportPlace;
                            let year = stated.map_or_else(String::new, |y| format!(" {y}"));
                            format!("{base} {}{year}", province_words(province))
                        }
                        None => own(page, &base),
                    },
                    rank => {
                        let years = central.get(&(directive.kind, numbered));
                        // The only dated one of that number, where the citation has no date.
                        let dated: Vec<u16> = years.into_iter().flatten().flatten().copied().collect();
                        if stated.is_none() && dated.len() == 1 {
                            stated = Some(dated[0]);
                        }
                        let known = years.is_some() || stated.is_some();
                        if rank == Rank::Unsaid && !known {
                            own(page, &base)
                        } else {
                            stated.map_or(base.clone(), |y| format!("{base} {y}"))
                        }
                    }
                }
            }
            None => {
                // By its plenum, congress or title: `Nghị quyết Trung ương 4 (khóa XII)`.
                candidate.reason = Reason::SameName;
                let topic = directive.topic.as_deref().unwrap_or(candidate.name.as_str());
                let words = plenum(canonical(topic), context.year).join(" ");
                let national = words.contains("khóa") || words.contains("toàn quốc") || directive.kind == Kind::Law;
                let base = format!("{} {words}", directive.kind);
                if national { base } else { own(page, &base) }
            }
        };
        out.push(candidate);
    }
    // `Chỉ thị 05-CT/TW` says more than `Chỉ thị 05`; a longer title does not.
    join(out, Reason::SameNumber, |name| usize::from(name.contains('/')))
}

/// A plenum by its number and term: `Trung ương 4 (khóa XII) về …` is `trung ương 4 khóa xii`.
fn plenum(mut words: Vec<String>, year: Option<u16>) -> Vec<String> {
    let numbered =
        words.len() > 2 && words[0] == "trung" && words[1] == "ương" && words[2].bytes().all(|b| b.is_ascii_digit());
    if !numbered {
        return words;
    }
    if let Some(term) = words.iter().position(|w| w == "khóa") {
        words.truncate(term + 2);
        words.drain(3..term.min(words.len()));
    } else if let (true, Some(year)) = (words[2] == "4", year) {
        // The fourth plenum is the one that pages cite without its term: January 2012, October 2016, October 2021.
        let term = match year {
            ..2012 => return words,
            2012..2017 => "xi",
            2017..2022 => "xii",
            _ => "xiii",
        };
        words.truncate(3);
        words.extend(["khóa", term].map(str::to_owned));
    }
    words
}

/// Kind and number, or the citation as printed.
fn name(directive: &Directive) -> String {
    match &directive.number {
        Some(number) => {
            let kind = directive.kind.as_str();
            let mut chars = kind.chars();
            let kind: String = chars.next().into_iter().map(upper).chain(chars).collect();
            format!("{kind} {number}")
        }
        None => squeezed(directive.quote.as_str()),
    }
}

/// Ordinal without leading zeros, and what follows it in small letters: `05-CT/TW` is `5` and `-ct/tw`.
fn number(directive: &Directive) -> Option<(String, String)> {
    let number = directive.number.as_deref()?.trim();
    let digits = number.len() - number.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (ordinal, suffix) = number.split_at(digits);
    let ordinal = ordinal.trim_start_matches('0');
    (digits > 0).then(|| (ordinal.to_owned(), lower_text(suffix)))
}

/// The number as far as it identifies: the year of `90/2020/NĐ-CP` does, the code of `05-CT/TW` does not.
fn full(ordinal: &str, suffix: &str) -> String {
    let year = suffix.split('/').find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit()));
    let commission = suffix.rsplit('/').next().filter(|i| i.len() > 2 && i.ends_with("tw"));
    match (year, commission) {
        (Some(year), _) => format!("{ordinal} {year}"),
        // `06-KL/BTCTW` is the commission's own series.
        (None, Some(issuer)) => format!("{ordinal} {issuer}"),
        _ => ordinal.to_owned(),
    }
}

fn rank(directive: &Directive) -> Rank {
    let suffix = number(directive).map(|(_, suffix)| suffix).unwrap_or_default();
    let issuer = directive.issuer.as_deref().map(|i| canonical(i).join(" ")).unwrap_or_default();
    let code = suffix.rsplit(['/', '-']).next().unwrap_or("");
    if matches!(code, "tw" | "tư" | "cp" | "ttg" | "qh13" | "qh14" | "qh15") || code.ends_with("tw") && code.len() > 2
    {
        return Rank::Central;
    }
    if matches!(code, "tu" | "hu" | "thu" | "đu" | "đuk" | "ub" | "ubnd" | "hđnd" | "qu") {
        return Rank::Local;
    }
    let says = |marks: &[&str]| marks.iter().any(|mark| issuer.contains(mark));
    if says(&["tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy", "ủy ban nhân dân", "hội đồng nhân dân", "sở "])
    {
        Rank::Local
    } else if says(&["bộ chính trị", "ban bí thư", "trung ương", "chính phủ", "thủ tướng", "quốc hội"])
    {
        Rank::Central
    } else {
        Rank::Unsaid
    }
}

/// The year of an instrument: stated, in its number, or that of the latest known one not after the report.
fn year(directive: &Directive, ordinal: &str, context: &Context) -> Option<u16> {
    if let Some(year) = directive.date.as_deref().and_then(|date| date.get(..4)?.parse().ok()) {
        return Some(year);
    }
    if rank(directive) == Rank::Local {
        return None;
    }
    let ordinal: u16 = ordinal.parse().ok()?;
    let mut known = KNOWN.iter().filter(|(kind, number, _)| *kind == directive.kind && *number == ordinal).map(|k| k.2);
    match context.year {
        Some(now) => known.filter(|&year| year <= now).max(),
        // Without a date only a number that came once tells.
        None => {
            let first = known.next()?;
            known.next().is_none().then_some(first)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::link::link;
    use crate::parse;

    #[test]
    fn numbers_meet_across_codes_and_stay_apart_across_terms_and_provinces() {
        let bodies = [
            "Ngày 20/6/2018 thực hiện Chỉ thị 05 của Bộ Chính trị.",
            "Ngày 20/6/2018 thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị.",
            "Tại tỉnh Quảng Bình, thực hiện Chỉ thị số 16-CT/TU của Tỉnh ủy.",
            "Tại tỉnh Hà Tĩnh, thực hiện Chỉ thị số 16-CT/TU của Tỉnh ủy.",
        ];
        let reports: Vec<_> =
            bodies.iter().enumerate().map(|(n, body)| parse(&format!("r{n}"), &format!("Tin\n\n{body}\n"))).collect();
        let found: Vec<_> = link(&reports)
            .directives
            .into_iter()
            .map(|e| (e.key, e.members.iter().map(|m| m.report).collect::<Vec<_>>()))
            .collect();
        assert_eq!(
            found,
            [
                ("chi-thi-16-tinh-ha-tinh".to_owned(), vec![3]),
                ("chi-thi-16-tinh-quang-binh".to_owned(), vec![2]),
                ("chi-thi-5-2016".to_owned(), vec![0, 1]),
            ]
        );
    }
}
