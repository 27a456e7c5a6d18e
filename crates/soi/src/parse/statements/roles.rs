//! Roles: the signs of a sentence vote, and the role of the sentence before carries on.
//!
//! The signs are the cues of the lexicon, told apart by where they stand, and a few traits of the sentence. Every sign
//! has a weight for each role; what a sentence adds to the best reading of those before it decides, so that a turn
//! (`Tuy nhiên`, `Thời gian tới`) holds for the subjectless sentences that follow it.

use soi_words::numbered;

use super::weights;
use crate::lexicon::cues::{CUES, Cue, SECTIONS};
use crate::parse::doc::{Doc, Sentence};
use crate::report::{BlockKind, Role};
use crate::text::date::year_of;
use crate::text::{Case, TokenKind, Word};

/// Where a cue stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It opens the sentence, after words that only join it to the one before.
    Head,
    /// Among the first words.
    Early,
    /// After them.
    Late,
}

/// What a sentence shows besides its cues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trait {
    /// Every sentence has this one.
    Any,
    /// The first of the body.
    First,
    /// At most ten words.
    Short,
    /// At most twenty-six.
    Medium,
    /// No predicate that the lexicon knows.
    NoVerb,
    /// The same, and short.
    NoVerbShort,
    /// The same, and not long.
    NoVerbMedium,
    /// Short, no predicate, and words for a time or for tasks: `Nhiệm vụ 6 tháng cuối năm:`.
    Heading,
    /// No final stop.
    NoStop,
    /// The same, and short.
    NoStopShort,
    /// Asks.
    Question,
    /// No final stop, and the line goes on: a caption or a heading run into the body.
    Glued,
    /// A credit (`Ảnh: …`) follows, or words that only a picture has: `(bìa trái)`.
    Credited,
    /// Holds a number.
    Number,
    /// A person, a verb of posing, and nothing told.
    Caption,
    /// Short or not long, mostly names and posts, and nothing told.
    Names,
    /// The same, no predicate that the lexicon knows.
    NamesNoVerb,
    /// Opens with a word for pictures, short.
    PictureShort,
    /// The same, not long.
    PictureMedium,
    /// Praise that leads to tasks.
    PraiseAndRequest,
    /// Somebody says what must be done.
    SayingAndMust,
    /// A decision on persons, taken.
    Decided,
    /// None of the words of organised work.
    Bare,
    /// Few of them.
    Thin,
    /// Many of them.
    Dense,
    /// A page without them: news, a portrait, a trial.
    BarePage,
    /// A page with few of them.
    ThinPage,
    /// A page full of them: the genre.
    DensePage,
    /// On a page with such words: what must be done, said early.
    Urged,
    /// On such a page: what fell short, said early.
    Faulted,
    /// Opens with a quotation mark: somebody speaks.
    Quoted,
    /// Somebody tells what was done.
    SayingAndDone,
    /// A page about offences, where they are told in plain verbs.
    OffencePage,
    /// On such a page: an offence in the sentence.
    OffenceThere,
    /// The first sentence orders, without a subject: `Tập trung …; đẩy mạnh …`.
    OrderOnTop,
    /// `đã đưa ra nhiều giải pháp nhưng việc triển khai chưa quyết liệt`
    ButFaulty,
    /// Somebody says or judges something, and asks.
    SayingAndRequest,
    /// `Mặc dù gặp nhiều khó khăn, Đảng bộ đã hoàn thành …`: the fault is granted, not stated.
    Granted,
    /// Told as done, with nothing that looks ahead.
    Told,
    /// `phải` in a tale: no word of work, nobody who says so.
    IdleMust,
    /// `Hội nghị cũng nhìn nhận một số hạn chế như: …`, `đã chỉ ra một số tồn tại là …`: the faults are told one by one.
    FaultsListed,
    /// `Chi bộ hiện có 19 đảng viên`: how big a body is, and nothing done.
    SizeOnly,
    /// What goes on at the meeting, which it opens with.
    Proceeding,
}

/// What opens a sentence, as far as it matters for carrying on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// Anything else: a subject.
    Plain,
    /// A subjectless verb.
    Imperative,
    /// `Qua đó`.
    Hence,
    /// `Đồng thời`.
    Link,
    /// `Tiếp tục`.
    Onward,
    /// `Hoàn thành`.
    Success,
    /// Anything that settles the role by itself.
    Settled,
}

/// The cues of a sentence as bits, by [`Cue`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said {
    /// Wherever they stand.
    pub all: u64,
    /// At the head or among the first words.
    pub near: u64,
    pub head: u64,
}

impl Said {
    fn of(cues: &[(Cue, Place)]) -> Self {
        let mut said = Self::default();
        for (cue, place) in cues {
            let bit = bit(*cue);
            said.all |= bit;
            if *place != Place::Late {
                said.near |= bit;
            }
            if *place == Place::Head {
                said.head |= bit;
            }
        }
        said
    }
}

/// A cue as a bit.
const fn bit(cue: Cue) -> u64 {
    1 << cue as u64
}

/// Cues as bits.
macro_rules! any {
    ($($cue:ident),+ $(,)?) => { $(1 << $crate::lexicon::cues::Cue::$cue as u64)|+ };
}
pub(super) use any;

/// Those that a sentence with them reports, which a caption does not.
#[rustfmt::skip]
const TOLD: u64 = any![
    Done, Must, Request, Hope, Will, Praise, Passive, Fault, Saying, Date, Behind, Ahead, Attendance, Success, Debate, Delegates,
];

/// Those that tell what goes on at a meeting.
const PROCEEDING: u64 = any![Meeting, Debate, Visit, Attendance, Speech];

/// What one sentence shows.
#[derive(Debug)]
pub(super) struct Signs {
    pub cues: Vec<(Cue, Place)>,
    pub said: Said,
    pub traits: Vec<Trait>,
    pub opening: Opening,
    /// A heading that opens a section, with the role of what follows it; `Other` where it tells none.
    pub section: Option<Role>,
    /// Words of organised work, and words.
    work: (usize, usize),
}

#[numbered]
impl Signs {
    fn of(doc: &Doc, sentence: &Sentence, next: Option<&Sentence>, first: bool, reviewed: Option<u16>) -> Self {
        let lower = doc.text.lower();
        let tokens = &doc.tokens;
        let range = sentence.tokens.clone();
        let here = tokens.get(range.clone()).unwrap_or_default();
        let mut traits = vec![Trait::Any];
        let mut linked = false;
        let mut head = range.start;
        while head < range.end {
            let numbered = doc.kind(head) == TokenKind::Number && matches!(doc.id(head + 1), "." | ")" | "-");
            if doc.kind(head) == TokenKind::Mark || numbered {
                head += 1;
                continue;
            }
            match CUES.longest(lower, tokens, head, range.end) {
                Some(hit) if hit.value == Cue::Link => {
                    linked = true;
                    head = hit.tokens.end;
                }
                _ => break,
            }
        }

        let mut cues: Vec<(Cue, Place)> = Vec::new();
        // A bullet states something, however tersely: `- Nội bộ đoàn kết.`
        let mut verb = matches!(doc.id(range.start), "-" | "+" | "•" | "–");
        let mut work = 0;
        // Names and posts are long: only words in small letters count for how far a cue stands from the head.
        let (mut counted, mut small) = (head, 0);
        let mut remedied = 0;
        let mut met = 0;
        let (mut needed, mut posted) = (false, false);
        // What is striven for was not achieved: `phấn đấu kết nạp 150 đảng viên, 90% chi bộ hoàn thành tốt nhiệm vụ`.
        let looks_ahead = reviewed.is_some_and(|year| names_next_year(doc, sentence, year));
        // `Chỉ tiêu năm 2020: kết nạp 95 đảng viên`
        let goal = |i: usize| looks_ahead && i < range.start + 3 && doc.id(i + 1) == "tiêu";
        let striving = range.clone().find(|&i| doc.strives(i) || goal(i)).unwrap_or(range.end);
        let mut hits = CUES.find(lower, tokens, head..range.end).peekable();
        while let Some(hit) = hits.next() {
            while counted < hit.tokens.start {
                small += usize::from(doc.kind(counted) == TokenKind::Word && doc.case(counted) == Case::Lower);
                counted += 1;
            }
            let place = match hit.tokens.start {
                at if at == head => Place::Head,
                _ if small < 14 => Place::Early,
                _ => Place::Late,
            };
            if doc.id(hit.tokens.end - 1) == "phục" {
                // `cần khắc phục vướng mắc`
                remedied = hit.tokens.end + 8;
            }
            verb |= hit.value.is_predicate();
            posted |= hit.value == Cue::Personnel && hit.tokens.clone().any(|i| doc.id(i) == "chức");
            needed |= hit.value == Cue::Must && matches!(doc.id(hit.tokens.start), "cần");
            work += usize::from(hit.value.is_work());
            if hit.value == Cue::Meeting {
                met = hit.tokens.end;
            }
            let counts = match hit.value {
                Cue::Nothing | Cue::Verb | Cue::Work => false,
                // `tổ chức hội nghị gặp mặt, biểu dương, khen thưởng tập thể, cá nhân`: what the meeting is for.
                Cue::Praise | Cue::Prize if met > 0 && hit.tokens.start < met + 7 => false,
                Cue::Success | Cue::Passive if hit.tokens.start > striving => false,
                Cue::Done if hit.tokens.start > striving && doc.id(hit.tokens.start) != "đã" => false,
                // `đã nỗ lực phấn đấu`
                Cue::Will if hit.tokens.clone().any(|i| doc.id(i) == "phấn" && !doc.strives(i)) => false,
                // `hoàn thành các mục tiêu đã đề ra.`
                Cue::Done
                    if matches!(doc.id(hit.tokens.end), "đề" | "đặt")
                        && doc.kind(hit.tokens.end + 2) == TokenKind::Mark =>
                {
                    false
                }
                // `Lãnh đạo Bộ Công Thương phát biểu`: who leads.
                Cue::Imperative
                    if hit.tokens.len() == 2
                        && doc.id(hit.tokens.start) == "lãnh"
                        && (doc.case(hit.tokens.end) != Case::Lower
                            || matches!(doc.id(hit.tokens.end), "tỉnh" | "huyện" | "sở" | "bộ" | "ngành")) =>
                {
                    false
                }
                Cue::Imperative | Cue::Link | Cue::Aim => place == Place::Head,
                Cue::Remedy => {
                    remedied = hit.tokens.end + 8;
                    place == Place::Head
                }
                // `các đại biểu đã thảo luận, chỉ ra những hạn chế`: who debates.
                Cue::Fault if doc.id(hit.tokens.start) == "chỉ" && Said::of(&cues).all & PROCEEDING != 0 => false,
                // `khắc phục những hạn chế` admits none.
                Cue::Fault | Cue::Lack | Cue::Offence | Cue::Cause => {
                    // `thu hồi các dự án chậm tiến độ` under a headline that names them: the subject, no judgement.
                    let subject = hit.value == Cue::Lack
                        && place != Place::Head
                        && doc.sentences.first().is_some_and(|title| {
                            title.block == BlockKind::Title
                                && title.tokens.clone().any(|i| {
                                    doc.word(i) == doc.word(hit.tokens.start)
                                        && doc.word(i + 1) == doc.word(hit.tokens.end)
                                })
                        });
                    hit.tokens.start >= remedied && !subject
                }
                // `mong muốn các ý kiến góp ý phải bám sát thực tiễn`: who is asked, not who debates.
                Cue::Debate | Cue::Delegates => {
                    // `sẽ thường xuyên trao đổi kinh nghiệm`, `tiếp tục giới thiệu doanh nghiệp`
                    let shared = matches!(doc.id(hit.tokens.start), "trao" | "giới" | "chia");
                    !cues.iter().any(|(cue, place)| match cue {
                        Cue::Request | Cue::Hope => *place != Place::Late,
                        Cue::Must | Cue::Will | Cue::Onward => shared,
                        _ => false,
                    })
                }
                // `đã tổ chức hội nghị`, `đã thảo luận` tell what took place, not what was achieved.
                Cue::Done => !hits
                    .peek()
                    .is_some_and(|next| next.tokens.start <= hit.tokens.end + 1 && bit(next.value) & PROCEEDING != 0),
                _ => true,
            };
            // `Năm 2020, huyện phấn đấu: …` tells what must be done.
            if hit.tokens.contains(&striving) && !cues.contains(&(Cue::Must, place)) {
                cues.push((Cue::Must, place));
            }
            if counts && !cues.contains(&(hit.value, place)) {
                cues.push((hit.value, place));
            }
        }

        let mut said = Said::of(&cues);
        let mut drop = 0;
        // `Để nâng cao chất lượng, cấp ủy đã cụ thể hóa đề án`: the purpose of what was done.
        if said.all & any![Done] != 0 && said.all & any![Must, Will, Request, Hope, Ahead] == 0 {
            drop |= any![Aim];
        }
        // `Tuy nhiên, đồng chí đề nghị …` asks, and finds no fault.
        if said.near & any![Request, Hope] != 0 && said.all & any![Fault, Lack, Offence, Cause] == 0 {
            drop |= any![Turn];
        }
        let turned = looks_ahead && said.all & any![Done] == 0;
        if turned {
            drop |= any![Behind];
        }
        // `sẽ kiểm tra việc quy hoạch và luân chuyển cán bộ`: what is worked on, no decision; but
        // `sẽ thôi giữ chức Trưởng ban` is one.
        if said.all & any![Done, Passive] == 0 && !posted && (turned || said.all & any![Will, Ahead] != 0) {
            drop |= any![Personnel, Prize];
        }
        cues.retain(|(cue, _)| bit(*cue) & drop == 0);
        if turned {
            // `Năm 2020, cấp ủy tiếp tục …` turns to it at once.
            let first = doc.id(range.start) == "năm";
            cues.push((Cue::Ahead, if first { Place::Head } else { Place::Early }));
        }
        said = Said::of(&cues);

        let has = |set: u64| said.all & set != 0;
        let heads = |cue: Cue| said.head & bit(cue) != 0;
        let words = here.iter().filter(|t| t.kind != TokenKind::Mark).count();
        let (short, medium) = (words <= 10, (11..=26).contains(&words));
        let ends = |marks: &[Word], last: usize| range.clone().rev().take(last).any(|i| marks.contains(&doc.id(i)));
        let stopped = ends(&[".", "!", "?", "…"], 3);
        let capital = tokens.get(head).is_some_and(|t| t.case != Case::Lower);
        let told = said.head != 0 || said.all & TOLD != 0;
        // `Đồng chí … phát biểu tham luận tại hội nghị` without a stop is a picture's.
        let talking = said.head == 0 && said.all & TOLD & !any![Delegates, Debate] == 0;
        let posed = has(any![Speech, Visit, Prize]);
        let picture = heads(Cue::Picture);
        let capitals = here.iter().filter(|t| t.kind == TokenKind::Word && t.case != Case::Lower).count();
        let names = (short || medium) && capitals * 5 >= words * 2 && !told && !linked;
        for (sign, holds) in [
            (Trait::First, first),
            (
                Trait::OrderOnTop,
                first && heads(Cue::Imperative) && !has(any![Done]) && range.clone().any(|i| doc.id(i) == ";"),
            ),
            (
                Trait::ButFaulty,
                !heads(Cue::Delegates)
                    && cues
                        .iter()
                        .skip_while(|(cue, _)| *cue != Cue::Turn)
                        .any(|(cue, _)| matches!(cue, Cue::Fault | Cue::Lack)),
            ),
            (
                Trait::Granted,
                !has(any![Must, Request, Will])
                    && range.clone().any(|i| {
                        // `trong điều kiện còn nhiều khó khăn, Đảng bộ đã đạt nhiều kết quả`
                        doc.id(i) == "trong"
                            && matches!(doc.id(i + 1), "điều" | "bối")
                            && (i + 2..i + 8).any(|j| doc.id(j) == "khó")
                            || matches!(doc.id(i), "tuy" | "dù")
                                && !matches!(doc.id(i + 1), "nhiên" | "vậy" | "thế" | "là")
                    })
                    && cues
                        .iter()
                        .rev()
                        .find(|(cue, _)| matches!(cue, Cue::Done | Cue::Success | Cue::Fault | Cue::Lack | Cue::Cause))
                        .is_some_and(|(cue, _)| matches!(cue, Cue::Done | Cue::Success)),
            ),
            (
                Trait::Told,
                has(any![Success, Done, Passive])
                    && !heads(Cue::Imperative)
                    && !heads(Cue::Success)
                    && !has(any![Must, Will, Request, Hope, Onward, Ahead, Plan, Aim, Remedy]),
            ),
            (Trait::SayingAndRequest, has(any![Saying]) && has(any![Request])),
            (Trait::FaultsListed, lists_faults(doc, range.clone())),
            (
                Trait::SizeOnly,
                has(any![Size])
                    && here.iter().any(|t| t.kind == TokenKind::Number)
                    && !has(any![Done, Success, Passive, Praise, Request, Must, Will, Lack, Fault, Saying, Personnel])
                    && !range.clone().any(|i| matches!(doc.id(i), "tăng" | "giảm" | "nạp" | "đạt" | "loại" | "được"))
                    && doc.id(range.start) != "trong",
            ),
            // `Để đạt mục tiêu đề ra cần phải tìm những giải pháp thiết thực`
            (
                Trait::Urged,
                needed
                    && work > 0
                    && !has(any![Done, Behind, Turn, Fault, Lack, Offence, Cause, Background, Debate])
                    && said.near & (PROCEEDING | any![Must, Request]) == 0,
            ),
            // `Tại hội nghị, thay mặt lãnh đạo Tập đoàn, ông X đã báo cáo kết quả`
            (
                Trait::Proceeding,
                doc.id(range.start) == "tại"
                    && matches!(doc.id(range.start + 1), "hội" | "buổi" | "đại" | "phiên" | "cuộc" | "lễ" | "kỳ")
                    && said.near & any![Debate, Delegates, Speech] != 0
                    && !has(any![Saying, Praise, Request, Hope, Must])
                    && said.near & any![Done, Success, Fault, Lack] == 0,
            ),
            (Trait::IdleMust, has(any![Must]) && work == 0 && !has(any![Saying, Request])),
            (Trait::Short, short),
            (Trait::Medium, medium),
            (Trait::NoVerb, !verb),
            (Trait::NoVerbShort, !verb && short),
            (Trait::NoVerbMedium, !verb && medium),
            (Trait::Heading, !verb && short && has(any![Plan, Ahead, Behind])),
            (Trait::NoStop, !stopped),
            (Trait::NoStopShort, !stopped && short),
            (Trait::Glued, !stopped && tokens.get(range.end).is_some_and(|t| t.kind != TokenKind::Break)),
            (Trait::Credited, credited(doc, range.clone(), next)),
            (Trait::Quoted, matches!(doc.id(range.start), "“" | "\"" | "‘")),
            (Trait::SayingAndDone, has(any![Saying]) && has(any![Done])),
            (Trait::Question, ends(&["?"], 4)),
            (Trait::Number, here.iter().any(|t| t.kind == TokenKind::Number)),
            (Trait::Caption, capital && words <= 32 && posed && !(told && (stopped || !talking)) && !linked),
            (Trait::Names, names),
            (Trait::NamesNoVerb, names && !verb),
            (Trait::PictureShort, picture && short),
            (Trait::PictureMedium, picture && medium),
            // `đánh giá cao …, đồng chí lưu ý …; phải tập trung …`
            (
                Trait::PraiseAndRequest,
                has(any![Praise])
                    // `Hội nghị nhằm thảo luận những kết quả đạt được và nhiệm vụ 6 tháng cuối năm`
                    && (has(any![Request])
                        || !heads(Cue::Delegates) && (has(any![Ahead]) || has(any![Hope]) && has(any![Must, Onward]))),
            ),
            (Trait::SayingAndMust, has(any![Saying]) && has(any![Must])),
            (Trait::Decided, has(any![Personnel]) && has(any![Done, Passive]) && !has(any![Must, Request])),
            // `đồng chí ghi nhận, biểu dương những kết quả đạt được` speaks of work.
            (
                Trait::Bare,
                work == 0
                    && !(has(any![Praise]) && range.clone().any(|i| (doc.id(i), doc.id(i + 1)) == ("kết", "quả"))),
            ),
            (Trait::Thin, work > 0 && work * 20 < words),
            (Trait::Dense, work * 10 >= words),
        ] {
            if holds {
                traits.push(sign);
            }
        }
        let opening = match cues.iter().find(|(_, place)| *place == Place::Head) {
            Some((Cue::Imperative, _)) => Opening::Imperative,
            Some((Cue::Hence, _)) => Opening::Hence,
            Some((Cue::Onward, _)) => Opening::Onward,
            Some((Cue::Success, _)) => Opening::Success,
            Some((Cue::Turn | Cue::Ahead | Cue::Behind | Cue::Date | Cue::Attendance | Cue::Speech, _)) => {
                Opening::Settled
            }
            _ if linked => Opening::Link,
            _ => Opening::Plain,
        };
        let bullet = matches!(doc.id(range.start), "-" | "+" | "•" | "–");
        let alone = range.start == 0 || doc.kind(range.start - 1) == TokenKind::Break;
        let heads_section = words <= 14 && !bullet && !has(any![Done]) && (alone && !stopped || short && !verb);
        let section = if heads_section {
            SECTIONS.longest(lower, tokens, heading_start(doc, range.clone()), range.end).map(|hit| hit.value)
        } else {
            None
        };
        Self { cues, said, traits, opening, section, work: (work, words) }
    }

    /// The votes of the sentence by itself, in the order of [`Role::ALL`].
    pub fn votes(&self) -> [i32; 5] {
        let mut votes = [0; 5];
        let cues = self.cues.iter().map(|&(cue, place)| &weights::CUES[cue as usize][place as usize]);
        let traits = self.traits.iter().map(|&sign| &weights::TRAITS[sign as usize]);
        for weight in cues.chain(traits) {
            add(&mut votes, weight);
        }
        votes
    }

    /// What the last role (context, result, shortcoming or task) adds.
    fn carried(&self, last: Option<Role>, votes: &mut [i32; 5]) {
        let last = last.map_or(4, Role::index);
        add(votes, &weights::AFTER[last]);
        if self.opening != Opening::Settled {
            add(votes, &weights::AFTER_OPENING[last][self.opening as usize]);
        }
        let faults = any![Fault, Lack, Cause, Offence];
        if last == Role::Shortcoming.index() && self.said.all & faults != 0 {
            add(votes, &weights::MORE_FAULTS);
        }
    }
}

fn add(votes: &mut [i32; 5], weight: &[i8; 5]) {
    for (vote, weight) in votes.iter_mut().zip(weight) {
        *vote += i32::from(*weight);
    }
}

/// Past the number of a heading: `II. Tồn tại`, `1. Công tác …`.
#[numbered]
fn heading_start(doc: &Doc, range: std::ops::Range<usize>) -> usize {
    let marks = |i: usize| matches!(doc.id(i), "." | ")" | "-" | "/" | ":");
    if range.len() > 2 && marks(range.start + 1) { range.start + 2 } else { range.start }
}

/// Whether a credit follows (`Ảnh: …`, `(Ảnh: …`, `Ảnh Thành Duy.`) or the sentence points at those in a picture.
#[numbered]
fn credited(doc: &Doc, range: std::ops::Range<usize>, next: Option<&Sentence>) -> bool {
    let pointed = |i: usize| {
        let side = matches!(doc.id(i + 1), "trái" | "phải");
        match doc.id(i) {
            "bìa" => side,
            "(" => side || matches!(doc.id(i + 1), "giữa" | "áo"),
            "từ" => side && matches!(doc.id(i + 2), "sang" | "qua" | ")" | ","),
            "ảnh" => doc.id(i + 1) == ":" && i > range.start + 3,
            _ => false,
        }
    };
    next.is_some_and(|next| doc.kind(range.end) != TokenKind::Break && is_credit(doc, next))
        || range.clone().any(pointed)
}

/// `Ảnh: Lê Hà.`, `(Ảnh: TTXVN)`, `Ảnh tư liệu.`
#[numbered]
fn is_credit(doc: &Doc, sentence: &Sentence) -> bool {
    let range = sentence.tokens.clone();
    let mark = usize::from(matches!(doc.id(range.start), "(" | "-" | "–"));
    let at = range.start + mark;
    at < range.end
        && matches!(doc.id(at), "ảnh" | "clip" | "video")
        && doc.case(at) != Case::Lower
        && (doc.id(at + 1) == ":" || range.len() <= 7)
}

/// Whether what fell short is named and a list of it follows.
#[numbered]
fn lists_faults(doc: &Doc, range: std::ops::Range<usize>) -> bool {
    range.clone().any(|i| {
        matches!((doc.id(i), doc.id(i + 1)), ("hạn", "chế") | ("tồn", "tại") | ("khuyết", "điểm") | ("yếu", "kém"))
            && (i + 2..i + 9).any(|j| j + 8 < range.end && matches!(doc.id(j), "như" | ":"))
            && !matches!(doc.id(i.wrapping_sub(1)), "phục" | "không")
    })
}

/// The year after the one under review, as a time of its own: `trong năm 2017, Đảng bộ xã tiếp tục …`.
#[numbered]
fn names_next_year(doc: &Doc, sentence: &Sentence, reviewed: u16) -> bool {
    sentence.tokens.clone().take(24).any(|i| {
        let opens =
            i == sentence.tokens.start || matches!(doc.id(i - 1), "trong" | "," | "bước" | "sang" | "vào" | "tiêu");
        opens && doc.id(i) == "năm" && doc.word(i + 1).parse() == Ok(reviewed + 1)
    })
}

/// The year under review: as the head tells, else the one that the body speaks of most, if more than once.
#[numbered]
fn reviewed_year(doc: &Doc, body: &[&Sentence], reviewed: Option<&str>) -> Option<u16> {
    if let Some(year) = reviewed.and_then(year_of) {
        return Some(year);
    }
    let mut years: Vec<(u16, u16)> = Vec::new();
    let titles = doc.sentences.iter().filter(|sentence| sentence.block == BlockKind::Title);
    for i in body.iter().copied().chain(titles).flat_map(|sentence| sentence.tokens.clone()) {
        let year = if doc.id(i) == "năm" { doc.word(i + 1).parse().ok() } else { None };
        let Some(year) = year.filter(|year| (1900..2100).contains(year)) else { continue };
        match years.iter_mut().find(|known| known.1 == year) {
            Some(known) => known.0 += 1,
            None => years.push((1, year)),
        }
    }
    let often = years.into_iter().filter(|known| known.0 > 1).max_by_key(|known| (known.0, u16::MAX - known.1));
    // `Năm 2019, công tác kiểm tra … Năm 2020, cấp ủy tiếp tục …`: each is named but once, one after the other.
    let heads = body.iter().filter_map(|sentence| {
        let at = sentence.tokens.start + usize::from(doc.id(sentence.tokens.start) == "trong");
        if doc.id(at) == "năm" { doc.word(at + 1).parse().ok() } else { None }
    });
    let heads: Vec<u16> = heads.collect();
    let next = || heads.windows(2).find(|pair| pair[0] + 1 == pair[1]).map(|pair| pair[0]);
    often.map(|known| known.1).or_else(next)
}

/// The signs of every sentence of the body.
pub(super) fn signs(doc: &Doc, body: &[&Sentence], reviewed: Option<&str>) -> Vec<Signs> {
    let reviewed = reviewed_year(doc, body, reviewed);
    let mut out: Vec<Signs> = body
        .iter()
        .enumerate()
        .map(|(i, sentence)| Signs::of(doc, sentence, body.get(i + 1).copied(), i == 0, reviewed))
        .collect();
    let (work, words) = out.iter().fold((0, 0), |sum, signs| (sum.0 + signs.work.0, sum.1 + signs.work.1));
    let page = match () {
        () if work * 20 < words => Trait::BarePage,
        () if work * 11 < words => Trait::ThinPage,
        () => Trait::DensePage,
    };
    let offends = |signs: &Signs| signs.said.all & any![Offence, Sanction] != 0;
    let offence_page = out.len() >= 4 && out.iter().filter(|signs| offends(signs)).count() * 3 >= out.len();
    for signs in &mut out {
        signs.traits.push(page);
        if offence_page {
            signs.traits.push(Trait::OffencePage);
            if offends(signs) {
                signs.traits.push(Trait::OffenceThere);
            }
        }
        let early = |wanted: u64| page != Trait::BarePage && signs.said.near & wanted != 0;
        // `Hà Nội và Lào Cai sẽ tiếp tục hỗ trợ doanh nghiệp hai địa phương`
        let reported =
            PROCEEDING | any![Done, Must, Request, Delegates, Fault, Lack, Offence, Background, Date, Saying];
        let intended = page == Trait::DensePage
            && !signs.traits.contains(&Trait::Question)
            && signs.said.near & any![Will] != 0
            && signs.said.all & reported == 0;
        let (urged, faulted) = (early(any![Must, Request]), early(any![Fault]));
        if urged || intended {
            signs.traits.push(Trait::Urged);
        }
        if faulted {
            signs.traits.push(Trait::Faulted);
        }
    }
    out
}

/// The roles of sentences with these signs: the reading of the whole body with the most votes.
pub(super) fn read(body: &[Signs]) -> Vec<Role> {
    // Best votes for each last role, index 4 for none yet; and how that reading was reached: (role, last role before).
    let mut best: [Option<i32>; 5] = [None, None, None, None, Some(0)];
    let mut steps: Vec<[(Role, usize); 5]> = Vec::with_capacity(body.len());
    for signs in body {
        let own = signs.votes();
        let mut next = [None; 5];
        let mut step = [(Role::Other, 4); 5];
        for (last, score) in best.iter().enumerate() {
            let Some(score) = score else { continue };
            if let Some(section) = signs.section {
                // `II. Tồn tại, hạn chế` states nothing itself and settles what the lines below it are.
                let to = if section == Role::Other { last } else { section.index() };
                if next[to].is_none_or(|known| known < *score) {
                    next[to] = Some(*score);
                    step[to] = (Role::Other, last);
                }
                continue;
            }
            let mut votes = own;
            signs.carried(Role::ALL.get(last).copied().filter(|r| *r != Role::Other), &mut votes);
            for (role, vote) in Role::ALL.iter().zip(votes) {
                // A caption between two sentences does not interrupt them.
                let to = if *role == Role::Other { last } else { role.index() };
                if next[to].is_none_or(|known| known < score + vote) {
                    next[to] = Some(score + vote);
                    step[to] = (*role, last);
                }
            }
        }
        best = next;
        steps.push(step);
    }
    let mut at = (0..5).max_by_key(|&last| (best[last], std::cmp::Reverse(last))).unwrap_or(4);
    let mut roles = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        let Some((role, before)) = step.get(at) else { break };
        roles.push(*role);
        at = *before;
    }
    roles.reverse();
    roles
}
