//! What people did at the meeting: verbs before a list of guests, before a comma, and after their subject.

use std::ops::Range;

use soi_words::numbered;

use super::names::Sighting;
use crate::lexicon::posts::POSTS;
use crate::lexicon::speech::{MEETINGS, VERBS, Verb};
use crate::parse::doc::{Doc, Sentence};
use crate::report::{Act, BlockKind};
use crate::text::find::holds;
use crate::text::{Case, TokenKind, sort};

/// A verb in a sentence.
type Found = (Range<usize>, Verb);

struct Reader<'a> {
    doc: &'a Doc,
    /// Whether the page is about a meeting.
    meeting: bool,
    acts: Vec<Vec<Act>>,
    /// Entries that told something, which counts once they did something else.
    told: Vec<bool>,
    /// Whose closing words are being reported: what that person says is `kết luận` alone.
    concluding: Option<usize>,
    /// Who spoke last: `Đồng chí đề nghị …` goes on.
    speaker: Option<usize>,
    /// What the guests of the last sentence's list do; a list may go on in the next.
    carried: Vec<Act>,
    /// Whether those who met have the floor: what is told then is told there.
    floor: bool,
}

/// The acts of each entry; `owner` tells whose a sighting is.
pub(super) fn read(
    doc: &Doc,
    sightings: &[Sighting],
    owner: &[Option<usize>],
    entries: usize,
    meeting: bool,
) -> Vec<Vec<Act>> {
    let mut reader = Reader {
        doc,
        meeting: meeting || opens_with_meeting(doc),
        acts: vec![Vec::new(); entries],
        told: vec![false; entries],
        concluding: None,
        speaker: None,
        carried: Vec::new(),
        floor: false,
    };
    let mut from = 0;
    for sentence in &doc.sentences {
        let people: Vec<(usize, &Sighting)> = sightings[from..]
            .iter()
            .zip(&owner[from..])
            .take_while(|(s, _)| s.name.start < sentence.tokens.end)
            .filter(|(s, _)| s.name.start >= sentence.tokens.start)
            .filter_map(|(s, owner)| Some(((*owner)?, s)))
            .collect();
        from += sightings[from..].iter().take_while(|s| s.name.start < sentence.tokens.end).count();
        reader.sentence(sentence, &people);
    }
    for (acts, told) in reader.acts.iter_mut().zip(reader.told) {
        if told && !acts.is_empty() && !acts.contains(&Act::Speaks) && !acts.contains(&Act::Concludes) {
            acts.push(Act::Speaks);
        }
        sort::by_key(acts, |act| act.index() as u64);
    }
    reader.acts
}

/// Whether the opening of the page holds a meeting of any kind, also one that is no event: `chủ trì cuộc làm việc`.
#[numbered]
fn opens_with_meeting(doc: &Doc) -> bool {
    // A headline that names it, or `Hội nghị được nghe đồng chí …`
    let named = doc.sentences.iter().filter(|s| !s.block.is_body()).take(2).any(|s| {
        s.block == BlockKind::Title
            && ["hội nghị", "sơ kết", "tổng kết", "giao ban"].iter().any(|w| holds(doc.lower(s.span), w))
    });
    let opens =
        || {
            doc.sentences.iter().filter(|s| s.block.is_body()).take(12).any(|s| {
                doc.lower(s.span).starts_with("hội nghị ") || doc.lower(s.span).starts_with("tham gia hội nghị")
            })
        };
    if named || opens() {
        return true;
    }
    doc.sentences.iter().filter(|s| s.block.is_body()).take(12).any(|sentence| {
        sentence.tokens.clone().any(|i| {
            let held = matches!(doc.id(i), "dự" | "trì" | "chức" | "mạc" | "ra" | "tại")
                || doc.id(i) == "có" && doc.id(i + 1) == "buổi"
                // `tổ chức trao tặng huy hiệu Đảng và hội nghị sơ kết`
                || (doc.id(i), doc.id(i + 1), doc.id(i + 2)) == ("và", "hội", "nghị");
            let visit = (doc.id(i), doc.id(i + 1)) == ("làm", "việc")
                && matches!(doc.id(i.wrapping_sub(1)), "và" | "," | "thăm" | "đến" | "buổi" | "đã")
                // `lo cho con vào học trường … và làm việc tại cơ quan …` is no visit.
                && (sentence.tokens.start.max(i.saturating_sub(8))..i).any(|before| {
                    matches!(doc.id(before), "thăm" | "đến" | "buổi" | "đã" | "kiểm" | "khảo" | "gặp" | "đoàn" | "tra")
                })
                && matches!(doc.id(i + 2), "với" | "tại");
            visit || held && doc.longest(&MEETINGS, i + 1, sentence.tokens.end).is_some()
        })
    })
}

#[numbered]
impl Reader<'_> {
    fn sentence(&mut self, sentence: &Sentence, people: &[(usize, &Sighting)]) {
        let Range { start, end } = sentence.tokens;
        let local = self.meets(start..end);
        let press = self.is_to_press(start..end);
        let said_here = (self.meeting || local) && !press;
        // `Tại phiên bế mạc hội nghị, các đại biểu đã góp ý dự thảo báo cáo. Theo Bí thư Tỉnh Đoàn …, … cho biết`
        let lower = self.doc.lower(sentence.span);
        let debate = || ["thảo luận", "góp ý", "tham luận", "ý kiến"].iter().any(|word| holds(lower, word));
        self.floor = !press && (self.floor || local && holds(lower, "đại biểu") && debate());
        if people.is_empty() {
            self.anaphor(start, end, said_here);
            return;
        }
        let mut at = start;
        // `Các đồng chí Phó Chánh Văn phòng: A, B.` after a sentence of guests.
        let goes_on = matches!(self.doc.id(start), "các" | "cùng") && self.verbs(start..end).is_empty();
        let carried = std::mem::take(&mut self.carried);
        let mut listed: Vec<Act> = if goes_on { carried } else { Vec::new() };
        let mut n = 0;
        while n < people.len() {
            // People joined by `,`, `;`, `và` share a predicate.
            let mut last = n;
            while last + 1 < people.len() && self.joins(people[last].1, people[last + 1].1) {
                last += 1;
            }
            let gap = at..people[n].1.lead.max(at);
            let (opening, lists) = self.before(gap.clone(), at == start);
            if lists {
                listed = opening.clone();
            } else if at > start && (self.breaks_list(gap.clone()) || gap.clone().any(|i| self.doc.id(i) == "là")) {
                listed.clear();
            }
            let group: Vec<usize> = people[n..=last].iter().map(|(owner, _)| *owner).collect();
            if !lists {
                self.add(people[n].0, &opening, said_here);
            }
            for &who in &group {
                self.add(who, &listed, true);
            }
            let until = people.get(last + 1).map_or(end, |(_, next)| next.lead.max(people[last].1.end));
            let closing = !lists && opening.contains(&Act::Concludes);
            if closing {
                self.concluding = Some(people[n].0);
            }
            let subject = self.is_subject(start, people[n].1.lead);
            // `Sau khi nghe đồng chí X thông tin …`: those who met heard it.
            let heard =
                (start.max(people[n].1.lead.saturating_sub(4))..people[n].1.lead).any(|i| self.doc.id(i) == "nghe");
            self.predicate(people[last].1.end..until, &group, said_here, local || heard || self.floor, subject);
            at = people[last].1.end.max(at);
            n = last + 1;
        }
        self.speaker = Some(people[0].0);
        self.carried = listed;
    }

    /// Whether a clause begins where a person is named: after nothing, a mark, `do`; not after `Ngày sinh`, `tặng`.
    fn is_subject(&self, start: usize, lead: usize) -> bool {
        lead <= start || {
            let before = lead - 1;
            self.doc.kind(before) != TokenKind::Word
                || matches!(
                    self.doc.id(before),
                    "và" | "do"
                        | "khi"
                        | "sau"
                        | "có"
                        | "là"
                        | "rằng"
                        | "thì"
                        | "nay"
                        | "đó"
                        | "này"
                        | "nghị"
                        | "lễ"
                        | "các"
                        | "cùng"
                        | "mạc"
                        | "họp"
                        | "qua"
                        | "vị"
                        | "trên"
                        | "nghe"
                        | "gồm"
                        | "như"
                        | "hội"
                        | "báo"
                        | "ảnh"
                )
        }
    }

    /// `Đồng chí đề nghị …`, `Ông cũng yêu cầu …`: the last speaker goes on.
    fn anaphor(&mut self, start: usize, end: usize, said_here: bool) {
        let Some(speaker) = self.speaker else { return };
        let after = match (self.doc.id(start), self.doc.id(start + 1)) {
            ("đồng", "chí") => start + 2,
            ("ông" | "bà", _) => start + 1,
            _ => return,
        };
        if self.doc.tokens.get(after).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower) {
            self.predicate(after..end, &[speaker], said_here, false, true);
        }
    }

    /// The verbs before a person, and whether they open a list (`Dự và chỉ đạo hội nghị có …`, `dưới sự chủ trì của …`).
    fn before(&self, gap: Range<usize>, opens: bool) -> (Vec<Act>, bool) {
        let doc = self.doc;
        let Some(last) = gap.clone().next_back() else { return (Vec::new(), false) };
        let mut end = gap.end;
        // The honorific's plural and its colon are not part of the clause: `có các đồng chí:`.
        while end > gap.start && matches!(doc.id(end - 1), ":" | "các" | "ông" | "bà" | "đồng" | "chí" | "vị")
        {
            end -= 1;
        }
        let mut verbs = self.verbs(gap.start..end);
        // `Về phía Quân khu 4 có …`
        if opens && self.meeting && (doc.id(gap.start), doc.id(gap.start + 1)) == ("về", "phía") && verbs.is_empty()
        {
            verbs.push((gap.start..gap.start + 2, Verb::Act(Act::Attends)));
        }
        let closing = if end > gap.start { doc.id(end - 1) } else { "" };
        // `Tới dự có các đồng chí lãnh đạo tỉnh như: …`, `Dự hội nghị có đại diện các sở; đồng chí …`
        let opening = verbs.first().is_some_and(|(tokens, verb)| {
            let heads =
                tokens.start == gap.start || tokens.start == gap.start + 1 || doc.case(tokens.start) == Case::Capital;
            let has = (tokens.end..end).find(|&i| doc.id(i) == "có" && doc.id(i + 1) != "liên");
            heads
                && *verb == Verb::Act(Act::Attends)
                && has.is_some_and(|has| !verbs.iter().any(|(other, verb)| other.start > has && *verb != Verb::Other))
        });
        let guests = verbs.first().is_some_and(|(tokens, verb)| {
            matches!(verb, Verb::Act(Act::Attends | Act::Chairs)) && tokens.start <= gap.start + 2
        });
        let lists = matches!(closing, "có" | "gồm" | "là") || (doc.id(last) == ":" && guests) || opening;
        if lists || closing == "của" {
            // Only the clause that the word closes.
            let stop = (gap.start..end).rev().find(|&i| matches!(doc.id(i), ";" | "."));
            let from = if opening { gap.start } else { stop.map_or(gap.start, |i| i + 1) };
            let mut acts = Vec::new();
            for (tokens, verb) in verbs.iter().filter(|(tokens, _)| tokens.start >= from) {
                if let Verb::Act(act) = verb {
                    // `dưới sự chủ trì của`, `ý kiến chỉ đạo của`
                    if closing == "của" && !opening && tokens.end + 1 != end {
                        continue;
                    }
                    // `với sự tham dự của`
                    let noun = tokens.start > gap.start && doc.id(tokens.start - 1) == "sự";
                    if closing != "của" || opening || noun || matches!(act, Act::Directs | Act::Speaks | Act::Concludes)
                    {
                        acts.push(*act);
                    }
                }
                if let Verb::Both(a, b) = verb {
                    acts.extend([*a, *b]);
                }
            }
            // `ý kiến tham luận của các đồng chí: …` is everyone's, `đã nghe tham luận của đồng chí A, đồng chí B` too.
            let many = (end..=gap.end).any(|i| doc.id(i) == "các")
                || (gap.start..end).any(|i| doc.id(i) == "nghe" && matches!(doc.id(i + 1), "tham" | "ý"));
            let attended =
                closing == "của" && (many || acts.iter().any(|act| matches!(act, Act::Attends | Act::Chairs)));
            let lists = (lists || attended) && !acts.is_empty();
            return (acts, lists);
        }
        // `Phát biểu tại hội nghị, đồng chí X`: the verb begins the sentence or the clause.
        // `Kết luận hội nghị đ/c X yêu cầu …` has lost its comma.
        let commaless = opens
            && gap.len() <= 8
            && verbs.first().is_some_and(|(tokens, verb)| {
                tokens.start == gap.start
                    && matches!(verb, Verb::Act(Act::Concludes | Act::Speaks) | Verb::Both(..))
                    && (tokens.end == end
                        || MEETINGS
                            .find(doc.text.lower(), &doc.tokens, tokens.end..end)
                            .any(|hit| hit.tokens.end == end))
            });
        if doc.id(last) != "," && !(opens && doc.id(last) == ":") && !commaless {
            return (Vec::new(), false);
        }
        let mut acts = Vec::new();
        let mut reach = None;
        for (tokens, verb) in &verbs {
            let before = if tokens.start > gap.start { doc.id(tokens.start - 1) } else { "" };
            let heads = match reach {
                // `Phát biểu và kết luận hội nghị, …`
                Some(_) => matches!(before, "và" | ","),
                None => {
                    (opens && tokens.start == gap.start)
                        // `Đối với Báo cáo kiểm điểm, đồng chí X yêu cầu`
                        || doc.case(tokens.start) == Case::Capital && !matches!(before, "với" | "về" | "của" | "theo" | "trong")
                        || (matches!(before, "," | ";" | "khi" | "–" | "-")
                            && *verb != Verb::Act(Act::Directs)
                            && doc.id(last) == ",")
                }
            };
            if !heads {
                continue;
            }
            match verb {
                Verb::Act(act) => acts.push(*act),
                Verb::Both(a, b) => acts.extend([*a, *b]),
                Verb::Speech if opens && tokens.start == gap.start => acts.push(Act::Speaks),
                _ => continue,
            }
            reach = Some(tokens.end);
        }
        (acts, false)
    }

    /// The verbs after a subject, as far as they are its own.
    fn predicate(&mut self, clause: Range<usize>, group: &[usize], said_here: bool, local: bool, subject: bool) {
        let doc = self.doc;
        let verbs = self.verbs(clause.clone());
        let mut acts: Vec<Act> = Vec::new();
        let (mut speech, mut told) = (false, false);
        let mut reach = clause.start;
        // `Trưởng Tiểu ban … (nhiệm kỳ 2020-2025) chủ trì phiên họp`
        if doc.id(reach) == "("
            && let Some(close) = clause.clone().take(14).find(|&i| doc.id(i) == ")")
        {
            reach = close + 1;
        }
        let first = reach;
        // Once the content of a speech has begun, only `đồng thời` comes back to the speaker.
        let mut content = false;
        for (tokens, verb) in verbs {
            // `Sở Giao thông`, `…, Phát biểu` of another sentence run on, but `Chủ tịch UBND phường Báo cáo kết quả`
            let joined = tokens.start == first
                && tokens.len() > 1
                && doc.case(first + 1) == Case::Lower
                && matches!(verb, Verb::Act(_) | Verb::Both(..));
            if doc.case(tokens.start) != Case::Lower && !joined {
                continue;
            }
            let before = if tokens.start > clause.start { doc.id(tokens.start - 1) } else { "" };
            let again = before == "thời" || (before == "cũng" && !content);
            // `đồng chí X, TP Kinh tế phát biểu tại Hội nghị`: a post that no list knows stands between.
            let post = subject
                && reach == first
                && matches!(doc.id(reach), "," | "-" | "–")
                && doc.case(reach + 1) != Case::Lower
                && doc.kind(reach + 1) == TokenKind::Word
                && matches!(verb, Verb::Act(Act::Speaks | Act::Chairs | Act::Concludes) | Verb::Both(..))
                && tokens.start <= reach + 8
                && (reach + 1..tokens.start).all(|i| {
                    doc.kind(i) == TokenKind::Word
                        && !matches!(doc.id(i), "đã" | "được" | "có" | "cho" | "và" | "là" | "của" | "trong" | "do")
                });
            let own = if content {
                again
            } else if post {
                true
            } else if reach == first {
                let light =
                    self.is_light(reach..tokens.start) && (subject || !matches!(doc.id(reach), "," | ";" | "và"));
                // `ông X là Thị ủy viên nên đơn vị đã báo cáo …`: the clause has its own subject.
                let other = (reach..tokens.start).any(|i| matches!(doc.id(i), "nên" | "thì" | "rằng" | "vì"));
                light || (subject && !other && (again || matches!(before, "và" | "," | ";" | "đã" | "mặt")))
            } else {
                tokens.start == reach || matches!(before, "và" | "," | ";" | "đã" | "đến" | "tới" | "cùng") || again
            };
            // `Báo cáo do đồng chí X trình bày nêu rõ`: the report does.
            let report = acts.last() == Some(&Act::Presents)
                && verb == Verb::Speech
                && !(reach..tokens.start).any(|i| matches!(doc.id(i), "," | "và"))
                && tokens.start <= reach + 3;
            // `…; Tham dự hội nghị có các đồng chí …` begins another list.
            let list = matches!(before, ";" | ".")
                && (tokens.end..clause.end.min(tokens.end + 5)).any(|i| matches!(doc.id(i), "có" | "gồm"));
            // `sẽ tham dự` is not done yet.
            let future = (clause.start.max(tokens.start.saturating_sub(3))..tokens.start).any(|i| doc.id(i) == "sẽ");
            // `dự hội nghị công bố quyết định …`: what the meeting is for.
            let name =
                matches!(verb, Verb::Act(Act::Presents | Act::Awards)) && matches!(before, "nghị" | "lễ" | "họp");
            let own =
                !future && !name && (own || self.follows_guests(clause.start..tokens.start, verb)) && !report && !list;
            if !own {
                if reach == first && matches!(verb, Verb::Speech | Verb::Telling) {
                    content = true;
                }
                continue;
            }
            match verb {
                Verb::Act(act) => acts.push(act),
                Verb::Both(a, b) => acts.extend([a, b]),
                Verb::Speech => {
                    speech = true;
                    content = true;
                }
                // `Tại hội nghị, ông X cho biết` is said there.
                Verb::Telling if local => {
                    speech = true;
                    content = true;
                }
                Verb::Telling => {
                    told = true;
                    content = true;
                }
                Verb::Other => {}
            }
            reach = tokens.end;
        }
        // What one directs in the middle of a talk to the paper is no act.
        if !said_here {
            let meets = self.meets(clause.clone());
            acts.retain(|act| match act {
                Act::Awards => true,
                Act::Attends | Act::Chairs | Act::Speaks => meets,
                _ => false,
            });
            speech = false;
            told = false;
        }
        let explicit = acts.contains(&Act::Speaks);
        for &who in group {
            if acts.contains(&Act::Concludes) {
                self.concluding = (!explicit).then_some(who);
            } else if self.concluding.is_some_and(|other| other != who) && (speech || explicit) {
                self.concluding = None;
            }
            self.add(who, &acts, true);
            if speech && self.concluding != Some(who) {
                self.add(who, &[Act::Speaks], true);
            }
            if told && self.concluding != Some(who) {
                self.told[who] = true;
            }
        }
    }

    fn add(&mut self, who: usize, acts: &[Act], said_here: bool) {
        for &act in acts {
            if said_here && !self.acts[who].contains(&act) {
                self.acts[who].push(act);
            }
        }
    }

    fn verbs(&self, within: Range<usize>) -> Vec<Found> {
        VERBS.find(self.doc.text.lower(), &self.doc.tokens, within).map(|hit| (hit.tokens, hit.value)).collect()
    }

    /// Whether the words between a subject and its verb leave the verb its own: `đã đến`, `cũng`, `thay mặt …`.
    fn is_light(&self, between: Range<usize>) -> bool {
        let mut words = between.clone().map(|i| self.doc.id(i));
        // `thay mặt Tỉnh ủy ký văn bản đề nghị` is no speech.
        let represents = between.clone().any(|i| self.doc.id(i) == "thay" && self.doc.id(i + 1) == "mặt")
            && !between.clone().any(|i| matches!(self.doc.id(i), "ký" | "gửi"));
        represents
            || words.all(|word| {
                matches!(
                    word,
                    "đã" | "đang"
                        | "sẽ"
                        | "vừa"
                        | "cũng"
                        | "đến"
                        | "tới"
                        | "về"
                        | "còn"
                        | "và"
                        | ","
                        | "-"
                        | "–"
                        | "—"
                        | "cùng"
                        | "trực"
                        | "tiếp"
                        | "đồng"
                        | "thời"
                        | "lên"
                        | "có"
                        | "mong"
                        | "tục"
                        | "rất"
                        | "nhiệt"
                        | "liệt"
                        | "luôn"
                        | "ủy"
                        | "quyền"
                        | "thừa"
                        | "thẳng"
                        | "thắn"
                        | "trong"
                        | "bài"
                        | "ý"
                        | "kiến"
                        | ")"
                        | "("
                        | "đều"
                        | "chủ"
                        | "động"
                        | "cho"
                        | "biết"
                )
            })
    }

    /// `Đồng chí X, …; lãnh đạo Vụ … và đại diện Hội đồng … tới dự`: guests without names between subject and verb.
    fn follows_guests(&self, between: Range<usize>, verb: Verb) -> bool {
        let word = |i: usize| if i < between.end { self.doc.id(i) } else { "" };
        let separated = matches!(word(between.start), ";" | "," | "và" | "cùng");
        verb == Verb::Act(Act::Attends)
            && separated
            && (between.start..between.start + 3).any(|i| {
                matches!(word(i), "lãnh" | "đại" | "đoàn" | "các" | "cùng" | "đông" | "thường" | "nguyên" | "toàn")
            })
            && !between
                .clone()
                .any(|i| matches!(word(i), "được" | "có" | "cho") || (word(i) == "đã" && i + 1 < between.end))
    }

    /// Whether two people stand in one list: only separators, honorifics and posts between them.
    fn joins(&self, one: &Sighting, other: &Sighting) -> bool {
        // `vụ Nguyễn Văn A, Tổng Bí thư nhấn mạnh`: a post alone begins its own clause.
        let bare = self.doc.longest(&POSTS, other.name.start, other.name.end).is_some();
        !bare
            && (one.end..other.lead).all(|i| {
                matches!(
                    self.doc.id(i),
                    "," | ";" | "và" | "cùng" | "các" | "đồng" | "chí" | "ông" | "bà" | "với" | "là" | "–" | "-"
                )
            })
    }

    /// Whether a finite verb between two people ends a list of guests.
    fn breaks_list(&self, gap: Range<usize>) -> bool {
        // `đại diện Sở Thông tin và Truyền thông` has no verb.
        let small = |tokens: &Range<usize>| self.doc.case(tokens.start) == Case::Lower;
        gap.clone().any(|i| matches!(self.doc.id(i), "đã" | "sẽ" | "được" | "cho"))
            || self.verbs(gap).iter().any(|(tokens, verb)| small(tokens) && *verb != Verb::Other)
    }

    /// Whether a sentence names the meeting as the place: `tại hội nghị`.
    fn meets(&self, within: Range<usize>) -> bool {
        within.clone().any(|i| {
            matches!(
                self.doc.id(i),
                "tại" | "dự" | "gia" | "trì" | "trong" | "biểu" | "khai" | "mạc" | "ở" | "luận" | "đạo"
            ) && self.doc.longest(&MEETINGS, i + 1, within.end).is_some()
        })
    }

    /// Whether a sentence is said to the paper: `trao đổi với phóng viên`, `trả lời báo chí`.
    fn is_to_press(&self, within: Range<usize>) -> bool {
        within.clone().any(|i| {
            matches!(
                (self.doc.id(i), self.doc.id(i + 1)),
                ("phóng", "viên") | ("báo", "chí") | ("trả", "lời") | ("pv", _) | ("phỏng", "vấn")
            )
        })
    }
}
