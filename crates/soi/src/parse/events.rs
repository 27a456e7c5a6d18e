//! Events: the meeting that the report is about, congresses that it names, other meetings that it dates or names.

use std::ops::Range;

use soi_words::numbered;

use super::doc::Doc;
use crate::lexicon::meetings::{CEREMONIES, HOLDS, MEETING_HEADS, NAME_ENDS};
use crate::report::{BlockKind, Directive, Event, EventKind, Organisation, Period, PeriodKind};
use crate::text::find::{holds, replaced};
use crate::text::letter::is_letter;
use crate::text::token::token;
use crate::text::write::{joined, squeezed};
use crate::text::{Case, Span, TokenKind, date, sort};

/// How many sentences of the body may bring the meeting that the page is about.
const OPENING: usize = 4;

/// No page of the corpus reports a meeting before this year; a day of an earlier one is history.
const RECENT: u16 = 2000;

/// A meeting's name in a sentence.
#[derive(Debug, Clone)]
struct Candidate {
    kind: EventKind,
    /// The name, head to end.
    tokens: Range<usize>,
    /// Of the sentences.
    sentence: usize,
    /// Which one of those of the body.
    nth: usize,
    block: BlockKind,
    /// Whether the name says more than its head.
    told: bool,
    /// Whether its head has a capital inside a sentence.
    capital: bool,
    /// The verb that holds it (`tổ chức`), right before or after.
    held: Option<usize>,
}

impl Candidate {
    /// Its first word, which told that a meeting is named.
    fn cue(&self) -> Range<usize> {
        self.tokens.start..(self.tokens.start + 2).min(self.tokens.end)
    }
}

#[numbered]
pub(super) fn read(
    doc: &Doc,
    organisations: &[Organisation],
    directives: &[Directive],
    periods: &[Period],
) -> Vec<Event> {
    let reader = Reader { doc, organisations, directives, periods };
    let candidates = reader.candidates();
    let mut out: Vec<(Range<usize>, Event)> = Vec::new();
    let main = reader.main(&candidates);
    if let Some(main) = main {
        doc.fired(|| ("event.main", main.tokens.clone(), main.cue()));
        out.push((main.tokens.clone(), reader.event(main, true)));
    }
    let mut congresses: Vec<String> = Vec::new();
    for candidate in &candidates {
        if main.is_some_and(|main| main.tokens == candidate.tokens) {
            continue;
        }
        if candidate.kind == EventKind::Congress {
            // `phục vụ tổ chức Đại hội Đảng bộ thành phố`, whose ordinal the page has told
            let plain = !candidate.tokens.clone().skip(2).any(|i| is_roman(doc, i) || doc.id(i - 1) == "thứ");
            let told = plain && {
                let whose = reader.organisation_in(&candidate.tokens);
                out.iter().any(|(_, event)| event.kind == EventKind::Congress && event.organiser == whose)
            };
            if let Some(key) = reader.congress(candidate).filter(|_| !told)
                && !congresses.contains(&key)
            {
                let ordinal = |key: &str| key.split(' ').next().map(str::to_owned);
                let of_main = main.is_some_and(|m| {
                    m.kind == EventKind::Congress
                        && (candidate.block == BlockKind::Title
                            || reader.congress(m).is_none_or(|k| ordinal(&k) == ordinal(&key)))
                });
                // The headline's form of one that the body names.
                let again = candidate.block == BlockKind::Title
                    && congresses.iter().any(|other| ordinal(other) == ordinal(&key));
                congresses.push(key);
                if !of_main && !again {
                    doc.fired(|| ("event.congress", candidate.tokens.clone(), candidate.cue()));
                    out.push((candidate.tokens.clone(), reader.event(candidate, false)));
                    out.extend(reader.sharing(candidate));
                }
            }
        } else if reader.is_named(candidate, main)
            && !out.iter().any(|(known, event)| reader.is_same(known, event, candidate))
        {
            doc.fired(|| ("event.other", candidate.tokens.clone(), candidate.cue()));
            out.push((candidate.tokens.clone(), reader.event(candidate, false)));
        }
    }
    sort::by_key(&mut out, |(tokens, _)| sort::pair(tokens.start as u32, tokens.end as u32));
    out.into_iter().map(|(_, event)| event).collect()
}

struct Reader<'a> {
    doc: &'a Doc,
    organisations: &'a [Organisation],
    directives: &'a [Directive],
    periods: &'a [Period],
}

#[numbered]
impl Reader<'_> {
    /// Every meeting's name of the body, then of the title.
    fn candidates(&self) -> Vec<Candidate> {
        let doc = self.doc;
        let mut out = Vec::new();
        let mut nth = 0;
        for (n, sentence) in doc.sentences.iter().enumerate() {
            let body = sentence.block.is_body();
            for hit in MEETING_HEADS.find(doc.text.lower(), &doc.tokens, sentence.tokens.clone()) {
                if let Some(candidate) = self.candidate(hit.value, hit.tokens, n, nth) {
                    out.push(candidate);
                }
            }
            nth += usize::from(body);
        }
        sort::by_key(&mut out, |c| sort::pair(u32::from(!c.block.is_body()), c.tokens.start as u32));
        out
    }

    fn candidate(&self, kind: EventKind, head: Range<usize>, sentence: usize, nth: usize) -> Option<Candidate> {
        let doc = self.doc;
        let Range { start, end } = doc.sentences[sentence].tokens;
        let before = |back: usize| if head.start >= start + back { doc.id(head.start - back) } else { "" };
        let word = doc.id(head.start);
        if matches!(
            before(1),
            "các"
                | "những"
                | "nhiều"
                | "mọi"
                | "sau"
                | "trước"
                | "cáo"
                | "ngày"
                | "nghỉ"
                | "dịp"
                | "cấp"
                | "mỗi"
                | "từng"
                | "quốc"
                | "hành"
        ) {
            return None;
        }
        let held = self.held(start, head.start);
        // `sơ kết`, `giao ban` without `hội nghị` are a meeting only where one is held: `tổ chức sơ kết hoạt động`.
        // So they are where a body does it on a day: `Sáng 5/1, Đảng ủy Khối tổng kết công tác năm 2017`.
        let short = matches!(word, "sơ" | "tổng" | "giao");
        let does = short && nth < 2 && self.is_done_by_body(head.start);
        let held = held.or(does.then_some(head.start));
        if short && held.is_none() {
            return None;
        }
        // `tổ chức sơ kết, tổng kết` is a task.
        if matches!(doc.id(head.end), "," | "và") && matches!(doc.id(head.end + 1), "tổng" | "sơ") {
            return None;
        }
        if doc.id(head.end) == "báo" && doc.id(head.end - 1) == "họp" {
            return None;
        }
        // `cuộc họp báo`, `cuộc họp của ông …`, `đại hội đồng` of a firm without a year
        if kind == EventKind::Meeting && matches!(doc.id(head.end), "của" | "giữa" | "kín" | "khẩn") {
            return None;
        }
        if kind == EventKind::Ceremony {
            let reason = CEREMONIES.iter().any(|phrase| starts_with(doc, head.end, phrase));
            if !reason {
                return None;
            }
        }
        let tokens = head.start..self.name_end(kind, head.end, end);
        let kind = if kind == EventKind::Meeting {
            self.review(&tokens).or_else(|| self.review_after(tokens.end, end)).unwrap_or(kind)
        } else {
            kind
        };
        let held = held.or_else(|| self.held_after(tokens.end, end));
        // `Tối 19/5, Lễ kỷ niệm 70 năm … (20/5/1947 - 20/5/2017) và … đã diễn ra tại …`
        let opens = head.start == start
            || matches!(doc.id(head.start - 1), "," | "-" | "–" | ")")
            || doc.kind(head.start - 1) == TokenKind::Number;
        let held = held.or_else(|| {
            let later = (tokens.end..end.min(tokens.end + 60))
                .any(|i| matches!((doc.id(i), doc.id(i + 1)), ("diễn", "ra") | ("được", "tổ") | ("khai", "mạc")));
            (opens && kind != EventKind::Congress && later).then_some(tokens.end)
        });
        let told = tokens.end > head.end || head.len() > 2;
        let first = *token(&doc.tokens, head.start);
        let capital = first.case != Case::Lower && head.start > start;
        Some(Candidate { kind, told, capital, held, sentence, nth, block: doc.sentences[sentence].block, tokens })
    }

    /// What a meeting is for, where its name says it late: `Hội nghị Ban Chấp hành Đảng bộ sơ kết công tác …`.
    fn review(&self, name: &Range<usize>) -> Option<EventKind> {
        name.clone().find_map(|i| match (self.doc.id(i), self.doc.id(i + 1)) {
            ("sơ", "kết") => Some(EventKind::InterimReview),
            ("tổng", "kết") => Some(EventKind::FinalReview),
            ("kiểm", "điểm") => Some(EventKind::SelfCriticism),
            ("giao", "ban") => Some(EventKind::Coordination),
            ("tập", "huấn") => Some(EventKind::Training),
            _ => None,
        })
    }

    /// `Hội nghị Ban Chấp hành lần thứ 15 (mở rộng), sơ kết công tác …`
    fn review_after(&self, at: usize, end: usize) -> Option<EventKind> {
        let mut at = at;
        if self.doc.id(at) == "(" {
            at = (at..end).find(|&i| self.doc.id(i) == ")")? + 1;
        }
        if self.doc.id(at) != "," || at + 2 >= end {
            return None;
        }
        self.review(&(at + 1..at + 2)).filter(|kind| *kind != EventKind::Training)
    }

    /// Whether a body's name ends right before a verb, but for `đã`, `vừa`, `tiến hành`.
    fn is_done_by_body(&self, verb: usize) -> bool {
        let doc = self.doc;
        let mut at = verb;
        while at > 0 && matches!(doc.id(at - 1), "đã" | "vừa" | "tiến" | "hành" | "họp") {
            at -= 1;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        let end = doc.text.source_span(doc.place(before)).end;
        self.organisations.iter().flat_map(|o| &o.mentions).any(|mention| mention.span().end == end)
    }

    /// The verb that holds a meeting, right before its name.
    fn held(&self, start: usize, at: usize) -> Option<usize> {
        (start.max(at.saturating_sub(4))..at)
            .find(|&from| self.doc.longest(&HOLDS, from, at).is_some_and(|hit| hit.tokens.end == at))
    }

    /// `Hội nghị … đã diễn ra`, `… được tổ chức`, `… khai mạc`.
    fn held_after(&self, at: usize, end: usize) -> Option<usize> {
        let mut i = at;
        let light = |i: usize| {
            self.doc.kind(i) == TokenKind::Number
                || matches!(
                    self.doc.id(i),
                    "đã" | "vừa"
                        | "sẽ"
                        | "chính"
                        | "thức"
                        | "được"
                        | "long"
                        | "trọng"
                        | ","
                        | "nhiệm"
                        | "kỳ"
                        | "khóa"
                        | "-"
                        | "–"
                )
        };
        while i < end && i < at + 12 && light(i) {
            i += 1;
        }
        let (one, two) = (self.doc.id(i), self.doc.id(i + 1));
        (i < end
            && matches!(
                (one, two),
                ("diễn", "ra") | ("khai", "mạc") | ("bế", "mạc") | ("tổ", "chức") | ("tiến", "hành")
            ))
        .then_some(at)
    }

    /// Where the name ends: at a comma or a stop, at a word that goes on to something else.
    fn name_end(&self, kind: EventKind, from: usize, end: usize) -> usize {
        let doc = self.doc;
        let mut i = from;
        let mut quoted = false;
        while i < end {
            match doc.id(i) {
                "“" | "\"" if !quoted => quoted = true,
                "”" | "\"" if !quoted => break,
                "”" | "\"" => quoted = false,
                "," | ";" | "." | ":" | "(" | ")" | "?" | "!" | "…" if !quoted => break,
                "-" | "–" if !quoted && doc.spaced(i) && kind != EventKind::Congress => break,
                "của" if i > from && self.ends_directive(from, i - 1) => break,
                // `Lễ kỷ niệm 60 năm ngày Bác Hồ về thăm quê`
                "ngày" if doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Word) => {}
                "nhiệm" if kind == EventKind::Congress && doc.id(i + 1) == "kỳ" => break,
                "thứ" if matches!(doc.id(i + 1), "nhất" | "hai") => {}
                // `hội nghị đánh giá kết quả …`
                "đánh" | "thảo" | "bàn" | "nghe" | "thông" if i == from => {}
                _ if !quoted && doc.longest(&NAME_ENDS, i, end).is_some() => break,
                _ => {}
            }
            i += 1;
        }
        // `5 năm thực hiện Nghị quyết số 5` keeps its directive.
        if doc.id(i) == "thực" && i > from && doc.id(i - 1) == "năm" {
            return self.name_end(kind, i + 2, end);
        }
        i
    }

    /// Whether a directive that begins after `from` ends with a token: `… thực hiện chỉ thị số 16 CT/TU của …`.
    fn ends_directive(&self, from: usize, token: usize) -> bool {
        let name = self.doc.text.source_span(self.doc.span(from..token + 1));
        self.directives.iter().any(|d| name.covers(d.quote.span()) && d.quote.span().end == name.end)
    }

    fn in_directive(&self, token: usize) -> bool {
        let span = self.doc.text.source_span(self.doc.place(token));
        self.directives.iter().any(|d| d.quote.span().covers(span))
    }

    /// The meeting that the page is about.
    fn main<'c>(&self, candidates: &'c [Candidate]) -> Option<&'c Candidate> {
        let titles: Vec<&Candidate> = candidates.iter().filter(|c| c.block == BlockKind::Title).collect();
        let in_title = |kind: EventKind| {
            titles.iter().any(|c| c.kind == kind)
                || self.doc.sentences.iter().filter(|s| s.block == BlockKind::Title).any(|s| {
                    let lower = self.doc.lower(s.span);
                    match kind {
                        EventKind::InterimReview => holds(lower, "sơ kết"),
                        EventKind::FinalReview => holds(lower, "tổng kết"),
                        EventKind::SelfCriticism => holds(lower, "kiểm điểm"),
                        EventKind::Coordination => holds(lower, "giao ban"),
                        EventKind::Congress => holds(lower, "đại hội"),
                        EventKind::Meeting => {
                            ["hội nghị", "hội thảo", "tọa đàm", "kỳ họp"].iter().any(|w| holds(lower, w))
                        }
                        _ => false,
                    }
                })
        };
        let body = || candidates.iter().filter(|c| c.block.is_body() && c.nth < OPENING);
        let is_congress_named = |c: &Candidate| {
            // `Sáng 15/10, Đại hội đại biểu Đảng bộ tỉnh … đã bầu …`
            let opens = self.doc.id(c.tokens.start.wrapping_sub(1)) == ","
                || c.tokens.start == self.doc.sentences[c.sentence].tokens.start;
            let told = opens && in_title(EventKind::Congress) && c.nth == 0 && c.told && self.day(c).is_some();
            c.kind != EventKind::Congress || ((c.held.is_some() || told) && !self.names_resolution(c))
        };
        let dated = |c: &Candidate| self.day(c).is_some() || self.date(c).is_some();
        // What a visitor is to attend on another day is not the page's meeting.
        let coming = |c: &Candidate| self.is_coming(c) && !in_title(c.kind);
        // `Ban Tuyên giáo Thành ủy vừa tổ chức Hội nghị giao ban công tác …`
        let recent = |c: &Candidate| {
            c.nth == 0 && c.told && c.kind != EventKind::Congress && c.tokens.len() >= 5 && self.organiser(c).is_some()
        };
        let fits = |c: &Candidate| {
            let named = c.told && c.tokens.len() >= 5;
            is_congress_named(c)
                && !coming(c)
                && ((c.held.is_some() && (dated(c) || (in_title(c.kind) && c.told) || recent(c)))
                    || (named && dated(c) && (self.at_meeting(c) || in_title(c.kind))))
        };
        let sure = |c: &Candidate| fits(c) && c.told && (in_title(c.kind) || self.organiser(c).is_some() || c.nth == 0);
        body()
            .find(|c| sure(c))
            .or_else(|| body().find(|c| fits(c) && (c.told || self.organiser(c).is_some())))
            .or_else(|| titles.iter().copied().find(|c| c.held.is_some() && c.told && c.kind != EventKind::Congress))
    }

    /// `dự kiến Thủ tướng sẽ dự tọa đàm`
    fn is_coming(&self, candidate: &Candidate) -> bool {
        let start = self.doc.sentences[candidate.sentence].tokens.start;
        (start.max(candidate.tokens.start.saturating_sub(8))..candidate.tokens.start)
            .any(|i| self.doc.id(i) == "sẽ" || (self.doc.id(i), self.doc.id(i + 1)) == ("dự", "kiến"))
            // `Lễ trao giải sẽ được tổ chức nhân dịp …`
            || self.doc.id(candidate.tokens.end) == "sẽ"
    }

    /// `Nghị quyết Đại hội Đảng bộ Khối lần thứ V`: the congress only names a resolution.
    fn names_resolution(&self, candidate: &Candidate) -> bool {
        let doc = self.doc;
        let start = doc.sentences[candidate.sentence].tokens.start;
        (start.max(candidate.tokens.start.saturating_sub(3))..candidate.tokens.start).any(|i| {
            matches!((doc.id(i), doc.id(i + 1)), ("nghị", "quyết") | ("văn", "kiện") | ("nq", _) | ("chỉ", "tiêu"))
        })
    }

    /// What tells a congress from another: its ordinal and whose it is; `None` if it names no single one.
    fn congress(&self, candidate: &Candidate) -> Option<String> {
        let doc = self.doc;
        if self.names_resolution(candidate) || doc.case(candidate.tokens.start) == Case::Lower {
            return None;
        }
        let text = doc.lower(doc.span(candidate.tokens.clone()));
        if holds(text, "các cấp") || holds(text, "cấp cơ sở") {
            return None;
        }
        let ordinal = candidate.tokens.clone().skip(2).find(|&i| is_roman(doc, i) || (doc.id(i - 1) == "thứ"));
        match ordinal {
            Some(at) => {
                // `Đại hội VI`, `Đại hội lần thứ VI` alone are the Party's.
                let bare = candidate
                    .tokens
                    .clone()
                    .all(|i| matches!(doc.id(i), "đại" | "hội" | "biểu" | "lần" | "thứ") || i == at)
                    // `Đảng bộ Văn phòng UBND tỉnh Đại hội lần thứ VIII`
                    && !self.is_done_by_body(candidate.tokens.start)
                    && !(candidate.held.is_some() && self.organiser(candidate).is_some());
                let national = holds(text, "toàn quốc") || holds(text, "của đảng") || bare;
                let union = holds(text, "hội nông dân")
                    || holds(text, r"đoàn")
                    || holds(text, "công đoàn")
                    || holds(text, "phụ nữ");
                let whose = if national && !union {
                    r"đảng".to_owned()
                } else {
                    let text = replaced(&replaced(text, "đại hội", r""), "đại biểu", r"");
                    text.chars().filter(|&c| is_letter(c)).take(20).collect::<String>()
                };
                Some(joined(&[doc.word(at), r" ", &whose]))
            }
            // `Đại hội Đoàn Khối, … nhiệm kỳ 2017-2022`: held, and its body is named.
            None => {
                let capital = doc
                    .tokens
                    .get(candidate.tokens.start + 2)
                    .is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower);
                // `Đại hội Đảng bộ xã Thịnh Sơn nhiệm kỳ 2015 - 2020`
                let term = (doc.id(candidate.tokens.end), doc.id(candidate.tokens.end + 1)) == ("nhiệm", "kỳ")
                    && doc.tokens.get(candidate.tokens.end + 2).is_some_and(|t| t.kind == TokenKind::Number);
                ((candidate.held.is_some() || term) && capital && self.organisation_in(&candidate.tokens).is_some())
                    .then(|| text.to_owned())
            }
        }
    }

    /// `Đại hội Đoàn Khối, Hội Cựu chiến binh Khối …`: congresses that share their first word.
    fn sharing(&self, candidate: &Candidate) -> Vec<(Range<usize>, Event)> {
        let doc = self.doc;
        let end = doc.sentences[candidate.sentence].tokens.end;
        let mut out = Vec::new();
        let mut at = candidate.tokens.end;
        while at + 1 < end && candidate.held.is_some() && matches!(doc.id(at), "," | "và") {
            let from = doc.text.source_span(doc.place(at + 1)).start;
            let other = self.organisations.iter().find_map(|o| {
                o.mentions
                    .iter()
                    .map(|m| m.span())
                    .filter(|span| span.start == from)
                    .max_by_key(|span| span.end)
                    .map(|span| (o, span))
            });
            let Some((organisation, span)) = other else { break };
            let last = (at + 1..end).take_while(|&i| doc.text.source_span(doc.place(i)).end <= span.end).last();
            let tokens = candidate.tokens.start..last.map_or(at + 2, |i| i + 1);
            let event = Event {
                kind: candidate.kind,
                quote: doc.text.quote(doc.span(tokens.clone())),
                date: None,
                place: None,
                organiser: Some(organisation.name.clone()),
                period: self.period(candidate, &tokens),
                main: false,
            };
            at = tokens.end;
            doc.fired(|| ("event.list", tokens.clone(), candidate.cue()));
            out.push((tokens, event));
        }
        out
    }

    /// Whether a meeting that is not the page's own is told well enough to be one.
    fn is_named(&self, candidate: &Candidate, main: Option<&Candidate>) -> bool {
        if !candidate.block.is_body() || !candidate.told || candidate.kind == EventKind::Congress {
            return false;
        }
        let words = candidate.tokens.len();
        let dated = candidate.held.is_some() && self.day(candidate).is_some();
        let named = candidate.capital && words >= 6 && self.at_meeting(candidate);
        match main {
            Some(main) => {
                (dated || named) && candidate.kind != main.kind && candidate.sentence != main.sentence && words >= 5
            }
            None => dated && words >= 4 || named,
        }
    }

    /// `nhấn mạnh … tại Hội nghị tổng kết …`
    fn at_meeting(&self, candidate: &Candidate) -> bool {
        matches!(self.doc.id(candidate.tokens.start.wrapping_sub(1)), "tại" | "dự" | "trong")
    }

    fn is_same(&self, known: &Range<usize>, event: &Event, candidate: &Candidate) -> bool {
        let one = self.doc.lower(self.doc.span(known.clone()));
        let other = self.doc.lower(self.doc.span(candidate.tokens.clone()));
        event.kind == candidate.kind || holds(one, other) || holds(other, one)
    }

    fn event(&self, candidate: &Candidate, main: bool) -> Event {
        let doc = self.doc;
        let mut tokens = candidate.tokens.clone();
        while tokens.len() > 1
            && doc.kind(tokens.end - 1) == TokenKind::Mark
            && !matches!(doc.id(tokens.end - 1), "”" | "\"")
        {
            tokens.end -= 1;
        }
        // `Hội nghị khoa học thường niên 2017 tổ chức tại …`
        if tokens.len() > 4 && (doc.id(tokens.end - 2), doc.id(tokens.end - 1)) == ("tổ", "chức") {
            tokens.end -= 2;
        }
        let own = main || candidate.held.is_some();
        let national = self.congress(candidate).is_some_and(|key| key.ends_with(" đảng"));
        let organiser = match candidate.kind {
            EventKind::Congress if national => None,
            EventKind::Congress => self.organisation_in(&tokens).or_else(|| self.organiser(candidate)),
            _ if own => self.organiser(candidate),
            _ => None,
        };
        Event {
            kind: candidate.kind,
            quote: doc.text.quote(doc.span(tokens.clone())),
            date: if own && candidate.kind != EventKind::Congress || main { self.date(candidate) } else { None },
            place: if own || candidate.kind != EventKind::Congress { self.place(candidate) } else { None },
            organiser,
            period: self.period(candidate, &tokens),
            main,
        }
    }

    /// The first day that the sentence names.
    fn day(&self, candidate: &Candidate) -> Option<(date::DayDate, Range<usize>)> {
        let tokens = self.doc.sentences[candidate.sentence].tokens.clone();
        let outside = |at: &Range<usize>| !self.in_directive(at.start);
        // `35 năm thành lập (8/7/1982 - 8/7/2017)` dates no meeting.
        let number = |i: usize| self.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
        let dash = |i: usize| matches!(self.doc.id(i), "-" | "–");
        let range = |at: &Range<usize>| {
            (dash(at.end) && number(at.end + 1)) || (at.start >= 2 && dash(at.start - 1) && number(at.start - 2))
        };
        self.doc
            .dates_in(tokens)
            .iter()
            .find(|(day, at)| outside(at) && day.year.is_none_or(|year| year >= RECENT) && !range(at))
            .cloned()
    }

    fn date(&self, candidate: &Candidate) -> Option<String> {
        if let Some((day, _)) = self.day(candidate) {
            return day.iso(self.year(day));
        }
        // `Sáng nay, …` on a dated page.
        let tokens = self.doc.sentences[candidate.sentence].tokens.clone();
        let today = tokens
            .clone()
            .take(6)
            .any(|i| matches!(self.doc.id(i), "sáng" | "chiều" | "tối" | "hôm") && self.doc.id(i + 1) == "nay");
        let published = self.doc.published.as_deref()?;
        (today && published.len() >= 10).then(|| published.get(..10).unwrap_or_default().to_owned())
    }

    /// The year of a day that leaves it out: the page's, else that of its full dates or of the years it names.
    fn year(&self, day: date::DayDate) -> Option<u16> {
        if let Some(published) = self.doc.published.as_deref() {
            return date::year_of(published);
        }
        let doc = self.doc;
        let full = doc
            .dates_in(0..doc.tokens.len())
            .iter()
            .filter(|(other, _)| other.month == day.month)
            .filter_map(|(other, _)| other.year)
            // The dates of anniversaries are others.
            .filter(|year| *year >= RECENT);
        let full = sole(full);
        let reviewed = || {
            self.periods
                .iter()
                .filter(|p| matches!(p.kind, PeriodKind::HalfYear | PeriodKind::Quarter | PeriodKind::Month))
                .filter_map(|p| date::year_of(p.start.as_deref()?))
                .find(|year| *year >= RECENT)
        };
        full.or_else(reviewed).or_else(|| {
            // `… xuân Đinh Dậu 2017`; not the year that a headline reviews.
            let title = doc.sentences.iter().filter(|s| s.block == BlockKind::Title).flat_map(|s| s.tokens.clone());
            let years = title
                .filter(|&i| !matches!(doc.id(i + 1), "-" | "–") && !matches!(doc.id(i.wrapping_sub(1)), "-" | "–"))
                .filter(|&i| doc.id(i.wrapping_sub(1)) != "năm")
                .filter_map(|i| doc.word(i).parse().ok())
                .filter(|year| (RECENT..2100).contains(year));
            sole(years)
        })
    }

    /// `tại TP. Sóc Trăng`, `tại Văn Miếu (Vĩnh Phúc)`.
    fn place(&self, candidate: &Candidate) -> Option<String> {
        let doc = self.doc;
        let Range { start, end } = doc.sentences[candidate.sentence].tokens;
        let begin = if doc.id(candidate.tokens.end) == "tại" { candidate.tokens.end } else { start };
        let at = (begin..end).find(|&i| {
            doc.id(i) == "tại"
                && !self.in_directive((i + 1).min(end - 1))
                && i + 1 < end
                && doc.kind(i + 1) == TokenKind::Word
                && (doc.case(i + 1) != Case::Lower
                    || matches!(
                        doc.id(i + 1),
                        "hội" | "trụ" | "thành" | "tỉnh" | "huyện" | "xã" | "nhà" | "trung" | "khách" | "thị"
                    ))
                && doc.longest(&MEETING_HEADS, i + 1, end).is_none()
        })?;
        let near = at < candidate.tokens.start || at <= candidate.tokens.end + 12;
        let mut i = at + 1;
        while i < end {
            let abbreviation = doc.id(i) == "." && i + 1 < end && matches!(doc.id(i - 1), "tp" | "tx" | "tt");
            if matches!(doc.id(i), "," | ";" | ":" | "–") || (doc.id(i) == "." && !abbreviation) {
                break;
            }
            let goes_on = doc.case(i) == Case::Lower && doc.longest(&NAME_ENDS, i, end).is_some();
            if goes_on || doc.longest(&HOLDS, i, end).is_some() {
                break;
            }
            i += 1;
        }
        // A bracket that a comma cut open is left out: `TP Trịnh Châu (tỉnh Hà Nam, Trung Quốc)`.
        if let Some(open) = (at + 1..i).find(|&j| doc.id(j) == "(")
            && !(open..i).any(|j| doc.id(j) == ")")
        {
            i = open;
        }
        (near && i > at + 1 && i - at < 16).then(|| squeezed(doc.norm(doc.span(at + 1..i))))
    }

    /// The body that is the subject of the verb that holds the meeting.
    fn organiser(&self, candidate: &Candidate) -> Option<String> {
        let doc = self.doc;
        let Range { start, end } = doc.sentences[candidate.sentence].tokens;
        let verb = candidate.held.unwrap_or(candidate.tokens.start);
        let mut subjects: Vec<(Span, &Organisation)> = Vec::new();
        let within = doc.text.source_span(doc.span(start..end));
        for organisation in self.organisations {
            for mention in &organisation.mentions {
                if within.covers(mention.span()) {
                    subjects.push((mention.span(), organisation));
                }
            }
        }
        sort::by_key(&mut subjects, |(span, _)| sort::pair(span.start, span.end));
        let starts_at = |i: usize| {
            let from = doc.text.source_span(doc.place(i)).start;
            subjects.iter().position(|(span, _)| span.start == from)
        };
        // A clause begins at the sentence's start and after a comma outside brackets.
        let mut depth = 0;
        let mut found = None;
        for i in start..verb.min(end) {
            match doc.id(i) {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            let opens = i == start
                || matches!(doc.id(i - 1), "," | "-" | "–" | ")" | ";" | ":")
                || doc.kind(i - 1) == TokenKind::Number;
            if depth == 0
                && opens
                && let Some(at) = starts_at(i)
            {
                // `A, B và C tổ chức`: the first of a list.
                let listed = found.is_some_and(|(_, from): (usize, usize)| {
                    !(from..i).any(|j| {
                        matches!(doc.id(j), ":" | ";" | "(")
                            || doc.kind(j) == TokenKind::Number
                            || doc.longest(&NAME_ENDS, j, end).is_some()
                    })
                });
                if !listed {
                    found = Some((at, i));
                }
            }
        }
        // `Hội nghị … do Đảng ủy Khối tổ chức`
        let by = (candidate.tokens.end..end).find(|&i| doc.id(i) == "do").and_then(|i| starts_at((i + 1).min(end - 1)));
        // Who attends a meeting or chairs it is not the body that holds it.
        let attends = matches!(doc.id(verb), "dự" | "tham" | "đến" | "tới")
            || (doc.id(verb) == "chủ" && doc.id(verb + 2) != "tổ");
        let found = found.map(|(at, _)| at).filter(|_| !attends).or(by).or_else(|| {
            if attends {
                return None;
            }
            let from = doc.text.source_span(doc.place(verb)).start;
            subjects.iter().rposition(|(span, _)| span.end <= from && candidate.held.is_some() && span.end + 8 >= from)
        })?;
        Some(subjects[found].1.name.clone())
    }

    /// The body whose congress it is: the one named in the congress's own name.
    fn organisation_in(&self, tokens: &Range<usize>) -> Option<String> {
        let doc = self.doc;
        let name = doc.text.source_span(doc.span(tokens.clone()));
        self.organisations
            .iter()
            .flat_map(|o| o.mentions.iter().map(move |m| (m.span(), o)))
            .filter(|(span, _)| name.covers(*span))
            .min_by_key(|(span, _)| span.start)
            .map(|(_, o)| o.name.clone())
    }

    /// The period in the meeting's name, else the one that its sentence gives a review.
    fn period(&self, candidate: &Candidate, tokens: &Range<usize>) -> Option<String> {
        let doc = self.doc;
        let name = doc.text.source_span(doc.span(tokens.clone()));
        let rest = doc.text.source_span(doc.span(tokens.start..doc.sentences[candidate.sentence].tokens.end));
        let interval = |p: &Period| Some(joined(&[p.start.as_deref()?, r"/", p.end.as_deref()?]));
        if let Some(period) = self.periods.iter().find(|p| name.overlaps(p.quote.span())) {
            return interval(period);
        }
        let reviews = matches!(
            candidate.kind,
            EventKind::InterimReview
                | EventKind::FinalReview
                | EventKind::SelfCriticism
                | EventKind::Coordination
                | EventKind::Congress
        );
        if !reviews {
            return None;
        }
        let near = if candidate.kind == EventKind::Congress { 90 } else { u32::MAX };
        self.periods
            .iter()
            .filter(|p| candidate.kind != EventKind::Congress || p.kind == PeriodKind::Term)
            .find(|p| {
                rest.covers(p.quote.span())
                    && p.start.is_some()
                    && p.quote.span().start - name.end.min(p.quote.span().start) <= near
            })
            .and_then(interval)
    }
}

fn starts_with(doc: &Doc, at: usize, phrase: &str) -> bool {
    phrase.split(' ').enumerate().all(|(n, word)| doc.word(at + n) == word)
}

/// The one value that all are, if they are.
fn sole(mut years: impl Iterator<Item = u16>) -> Option<u16> {
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

fn is_roman(doc: &Doc, at: usize) -> bool {
    let word = doc.norm(doc.place(at));
    !word.is_empty() && word.chars().all(|c| core::matches!(c, 'I' | 'V' | 'X'))
}

#[cfg(test)]
mod tests {
    use crate::report::Event;

    fn events(title: &str, body: &str) -> Vec<Event> {
        crate::parse("page", &format!("{title}\n{body}\nMột đoạn nữa của bài viết để cho đủ dài.")).events
    }

    fn shown(event: &Event) -> String {
        let text = |field: &Option<String>| field.as_deref().unwrap_or("-").to_owned();
        let main = if event.main { "main" } else { "other" };
        format!("{}|{}|{}|{}|{main}", event.kind, event.quote.as_str(), text(&event.date), text(&event.place))
    }

    #[track_caller]
    fn check(title: &str, body: &str, expected: &[&str]) {
        assert_eq!(events(title, body).iter().map(shown).collect::<Vec<_>>(), expected, "{body}");
    }

    #[test]
    fn the_meeting_of_the_page_is_named_dated_and_placed() {
        check(
            "Đảng ủy xã tổng kết năm",
            "Ngày 20/12/2018, tại TP. Vinh, Đảng ủy Khối các cơ quan tỉnh tổ chức hội nghị tổng kết công tác xây dựng Đảng và triển khai nhiệm vụ.",
            &["tổng kết|hội nghị tổng kết công tác xây dựng Đảng|2018-12-20|TP. Vinh|main"],
        );
        check(
            "Tin vắn",
            "Sáng 5/1/2018, Đảng ủy Khối các cơ quan tỉnh tổng kết công tác xây dựng Đảng năm 2017.",
            &["tổng kết|tổng kết công tác xây dựng Đảng năm 2017|2018-01-05|-|main"],
        );
        check(
            "Tin vắn",
            "Sáng 5/6/2017, Đảng ủy Khối các cơ quan tỉnh tổ chức Hội nghị Ban Chấp hành sơ kết công tác quý II.",
            &["sơ kết|Hội nghị Ban Chấp hành sơ kết công tác quý II|2017-06-05|-|main"],
        );
    }

    #[test]
    fn congresses_are_single_ones_and_no_mere_names_of_resolutions() {
        check(
            "Tin vắn",
            "Các chi bộ chuẩn bị đại hội đảng bộ các cấp tiến tới Đại hội XIII của Đảng. Đại hội đại biểu toàn quốc lần thứ XIII của Đảng sắp tới.",
            &["đại hội|Đại hội XIII của Đảng|-|-|other"],
        );
        check("Tin vắn", "Chi bộ thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV.", &[]);
    }

    #[test]
    fn feasts_plans_and_anniversaries_are_no_meetings() {
        for body in [
            "Ngày lễ năm nay, các chi bộ tổ chức sơ kết, tổng kết đúng hạn.",
            "Các hoạt động kỷ niệm 70 năm Ngày thành lập ngành diễn ra sôi nổi.",
            "Cần tổ chức hội nghị chuyên đề về vấn đề này trong thời gian tới.",
        ] {
            check("Tin vắn", body, &[]);
        }
    }
}
