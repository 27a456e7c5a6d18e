//! Areas: the phrases of a sentence, less names and those concerned.

use soi_words::numbered;

use super::roles::{Signs, Trait, any};
use crate::lexicon::areas::{AREAS, Areas, BY_NAME, DISCIPLINE, GENERAL, MOBILISATION, OF_A_MEETING, OF_A_PERSON};
use crate::parse::doc::{Doc, Sentence};
use crate::report::{Area, Organisation, Role};
use crate::text::token::token;
use crate::text::{Case, Span, TokenKind, sort};

/// Reads the areas of every sentence of the body.
pub(super) fn read(
    doc: &Doc,
    body: &[&Sentence],
    roles: &[Role],
    signs: &[Signs],
    bodies: &[Organisation],
) -> Vec<Areas> {
    let mut named: Vec<Span> = bodies.iter().flat_map(|body| &body.mentions).map(|mention| mention.span()).collect();
    sort::by_key(&mut named, |span| u64::from(span.start));
    // `việc triển khai Chỉ thị này` on a page that speaks of no other.
    let ours = body.iter().filter(|sentence| campaign(doc, sentence, false) != 0).count() >= 3;
    let mut out = Vec::with_capacity(body.len());
    let mut before = None;
    for ((sentence, &role), signs) in body.iter().zip(roles).zip(signs) {
        let areas = own(doc, sentence, role, signs, before, (&named, ours));
        if role != Role::Other {
            before = Some((role, areas));
        }
        out.push(areas);
    }
    // A page about offences: one that is told in plain verbs is a matter of discipline too.
    let disciplined = out.iter().filter(|areas| **areas & DISCIPLINE != 0).count();
    if disciplined * 2 >= out.iter().filter(|areas| **areas != 0).count() {
        for ((areas, role), signs) in out.iter_mut().zip(roles).zip(signs) {
            if *areas == 0 && *role == Role::Shortcoming && signs.traits.contains(&Trait::OffencePage) {
                *areas = DISCIPLINE;
            }
        }
    }
    // A page about one area: what it says without naming it is of that area too.
    let offences = signs.iter().any(|signs| signs.traits.contains(&Trait::OffencePage));
    // What is said of the Party's building in general has no area; what is inspected has one of its own.
    if let Some(theme) = theme(&out).filter(|theme| *theme & GENERAL == 0 || *theme == DISCIPLINE && offences) {
        for (areas, role) in out.iter_mut().zip(roles) {
            if *areas == 0 && matches!(role, Role::Result | Role::Shortcoming | Role::Task) {
                *areas = theme;
            }
        }
    }
    out
}

/// The area that most sentences with areas share, where there are enough of them.
fn theme(all: &[Areas]) -> Option<Areas> {
    let said = all.iter().filter(|areas| **areas != 0).count();
    let shared = |area: &Areas| all.iter().filter(|areas| *areas & area != 0).count() * 10 >= said * 8;
    (said >= 5).then(|| Area::ALL.iter().map(|area| 1 << area.index()).find(shared)).flatten()
}

/// The areas of one sentence; `before` are the role and the areas of the sentence before it.
#[numbered]
fn own(
    doc: &Doc,
    sentence: &Sentence,
    role: Role,
    signs: &Signs,
    before: Option<(Role, Areas)>,
    (named, ours): (&[Span], bool),
) -> Areas {
    if role == Role::Other {
        return 0;
    }
    let range = sentence.tokens.clone();
    let mut areas = 0;
    for hit in AREAS.find(doc.text.lower(), &doc.tokens, range.clone()) {
        if names(doc, range.start, hit.tokens.start) || is_inspected(doc, range.start, hit.tokens.start) {
            continue;
        }
        // `6 tháng cuối năm 2017, Đảng bộ phường` counts none.
        if doc.kind(hit.tokens.start) == TokenKind::Number && doc.id(hit.tokens.start + 1) == "," {
            continue;
        }
        // `Chi cục Quản lý đất đai` is a name; a union's or the front's tells of its work.
        let within = hit.value & BY_NAME == 0 && {
            let at = doc.text.source_span(doc.span(hit.tokens.clone()));
            named.iter().any(|body| body.start <= at.start && at.end <= body.end)
        };
        if !within {
            areas |= hit.value;
        }
    }
    areas |= campaign(doc, sentence, ours) | movement(doc, sentence);
    let sanctioned = signs.said.all & any![Personnel, Sanction] != 0;
    if role == Role::Result && areas & DISCIPLINE != 0 && sanctioned && signs.traits.contains(&Trait::OffencePage) {
        // `cách chức …, điều động sang đơn vị khác` is discipline alone.
        areas &= !OF_A_PERSON;
    }
    if role == Role::Context {
        areas &= !MOBILISATION;
    }
    if role == Role::Context && tells_who_met(signs) {
        // `Ban Bí thư đã họp, xem xét thi hành kỷ luật`
        let on_persons = signs.said.all & any![Personnel, Offence] != 0;
        areas &= if on_persons { OF_A_MEETING | DISCIPLINE } else { OF_A_MEETING };
    }
    if areas == 0
        && let Some((role_before, areas_before)) = before
        && (role_before == role && goes_on(doc, sentence, signs)
            || role_before != Role::Context && takes_up(doc, sentence))
    {
        return areas_before;
    }
    areas
}

/// The areas of a set, in the order of the contract.
pub(super) fn list(areas: Areas) -> Vec<Area> {
    Area::ALL.iter().copied().filter(|area| areas & (1 << area.index()) != 0).collect()
}

/// Whether the phrase at `at` is part of a name: `Ban Kiểm tra`, `Bộ Giáo dục và Đào tạo`, but not `công tác Dân vận`.
#[numbered]
fn names(doc: &Doc, first: usize, at: usize) -> bool {
    if at == first || doc.case(at) == Case::Lower {
        return false;
    }
    let before = if doc.id(at - 1) == "và" && at >= first + 2 { at - 2 } else { at - 1 };
    let token = *token(&doc.tokens, before);
    before >= first && token.kind == TokenKind::Word && token.case != Case::Lower && before != first
        || matches!(doc.id(at - 1), "ban" | "bộ" | "sở" | "cục" | "vụ" | "phòng" | "viện" | "ngành" | "trường" | "khoa")
}

/// `đã kiểm tra 3.500 đảng viên (tăng 1.831 đảng viên)`, `thi hành kỷ luật 12 đảng viên`: who was inspected, and no work
/// with members.
#[numbered]
fn is_inspected(doc: &Doc, first: usize, at: usize) -> bool {
    if doc.kind(at) != TokenKind::Number {
        return false;
    }
    // The last verb before the number tells.
    let verbs = (first..at).rev().take(40).take_while(|&i| doc.id(i) != ";");
    let last = verbs.filter_map(|i| match (doc.id(i), doc.id(i + 1)) {
        ("kiểm", "tra") | ("giám", "sát") | ("kỷ", "luật") => Some(true),
        ("kết", "nạp") | ("phát", "triển") | ("xếp" | "phân", "loại") | ("hoàn", "thành") | ("trao" | "tặng", _) => {
            Some(false)
        }
        _ => None,
    });
    last.into_iter().next().unwrap_or(false)
}

/// `Chỉ thị 05`, `Chỉ thị 03, 05` are the campaign to follow Hồ Chí Minh, whatever else is said of them.
/// With `ours`, so is every directive without a number of its own.
#[numbered]
fn campaign(doc: &Doc, sentence: &Sentence, ours: bool) -> Areas {
    let range = sentence.tokens.clone();
    let cited = range.clone().any(|i| {
        if doc.id(i) != "chỉ" || doc.id(i + 1) != "thị" {
            return false;
        }
        let number = if doc.id(i + 2) == "số" { i + 3 } else { i + 2 };
        (number < range.end && matches!(doc.id(number), "03" | "05" | "06"))
            || ours && matches!(doc.id(i + 2), "này" | "," | "." | "gắn" | "của")
    });
    if cited { 1 << Area::Ideology.index() } else { 0 }
}

/// `phong trào “Ba xây và ba chống”` is one that units compete in, unless all the people are called to it.
#[numbered]
fn movement(doc: &Doc, sentence: &Sentence) -> Areas {
    let range = sentence.tokens.clone();
    let named = |i: usize| doc.id(i) == "phong" && doc.id(i + 1) == "trào" && matches!(doc.id(i + 2), "“" | "\"" | "‘");
    if !range.clone().any(named) {
        return 0;
    }
    let people =
        range.clone().any(|i| matches!((doc.id(i), doc.id(i + 1)), ("toàn", "dân") | ("nhân" | "nông", "dân")));
    1 << if people { Area::Mobilisation } else { Area::Emulation }.index()
}

/// Who met and when, which gives no area to the subject of the meeting.
fn tells_who_met(signs: &Signs) -> bool {
    signs.said.all & any![Attendance, Meeting] != 0 || signs.said.near & any![Date] != 0
}

/// `Hiện nay, công tác này vẫn còn qua loa` names the work of the sentence before.
#[numbered]
fn takes_up(doc: &Doc, sentence: &Sentence) -> bool {
    sentence.tokens.clone().take(6).any(|i| {
        doc.id(i) == "này"
            && i > sentence.tokens.start
            && matches!(doc.id(i - 1), "tác" | "việc" | "vụ" | "dung" | "đề")
    })
}

/// Whether the sentence speaks of the same thing as the one before: a cause, or `công tác này`.
#[numbered]
fn goes_on(doc: &Doc, sentence: &Sentence, signs: &Signs) -> bool {
    signs.said.head & any![Cause, Hence] != 0
        || sentence.tokens.clone().any(|i| {
            matches!(doc.id(i), "này" | "trên" | "đó")
                && i > sentence.tokens.start
                && matches!(doc.id(i - 1), "tác" | "việc" | "dung" | "động" | "trình" | "vụ" | "nêu" | "thị" | "quyết")
        })
}
