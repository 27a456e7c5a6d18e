//! Directives: instruments of policy that the text cites so that one can tell which they are.
//!
//! [`scan`] finds every citation, [`read`] makes one entry of those that name the same instrument.

use std::ops::Range;

use soi_words::numbered;

use super::doc::Doc;
use crate::report::{Directive, DirectiveKind};
use crate::text::find::holds;
use crate::text::letter::lower_text;
use crate::text::number::roman;
use crate::text::word::{Set, Word};
use crate::text::write::{joined, push_word};
use crate::text::{Case, TokenKind, date};

/// One entry per instrument, quoted where it is first named.
pub(super) fn read(doc: &Doc, cited: Vec<Citation>) -> Vec<Directive> {
    let mut entries: Vec<Citation> = Vec::new();
    for citation in cited {
        match entries.iter_mut().find(|entry| entry.is_same(&citation)) {
            Some(entry) => entry.learn(citation),
            None => entries.push(citation),
        }
    }
    let year = doc.published.as_deref().and_then(date::year_of);
    entries
        .into_iter()
        .map(|citation| Directive {
            kind: citation.kind,
            quote: doc.text.quote(doc.span(citation.tokens)),
            number: citation.number.map(|number| number.text()),
            issuer: citation.issuer,
            date: citation.date.and_then(|date| date.iso(year)),
            topic: citation.topic,
        })
        .collect()
}

/// An instrument as it is cited in one place.
#[derive(Debug, Clone)]
pub(super) struct Citation {
    /// From the kind word to the end of number, issuer or topic.
    pub tokens: Range<usize>,
    kind: DirectiveKind,
    number: Option<Number>,
    issuer: Option<String>,
    date: Option<date::DayDate>,
    topic: Option<String>,
    /// What tells a congress, a plenum or a law from another.
    title: Option<Title>,
}

/// `05-CT/TW`: `05`, then `-CT/TW`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    ordinal: String,
    code: String,
}

impl Number {
    fn text(&self) -> String {
        joined(&[&self.ordinal, &self.code])
    }

    /// `05` is `5`, and `16` is `16-CT/TU`.
    fn is_same(&self, other: &Number) -> bool {
        let bare = |number: &Number| number.ordinal.trim_start_matches('0').to_owned();
        bare(self) == bare(other) && (self.code == other.code || self.code.is_empty() || other.code.is_empty())
    }
}

/// What an instrument without a number is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Title {
    /// Of a congress: its name in small letters, its number if it has one, whether it is a local one.
    Congress { name: String, ordinal: Option<u32>, local: bool },
    /// Of a plenum: its number and the term of the Central Committee.
    Plenum { ordinal: u32, term: Option<u32> },
    /// By its words, in small letters.
    Words(String),
    /// By its day alone.
    Day,
}

impl Citation {
    fn is_same(&self, other: &Citation) -> bool {
        if self.kind != other.kind {
            return false;
        }
        match (&self.number, &other.number) {
            (Some(own), Some(number)) => own.is_same(number),
            (None, None) => match (&self.title, &other.title) {
                (
                    Some(Title::Congress { name, ordinal, local }),
                    Some(Title::Congress { name: other_name, ordinal: other_ordinal, local: other_local }),
                ) => name == other_name || (ordinal.is_some() && ordinal == other_ordinal && local == other_local),
                (
                    Some(Title::Plenum { ordinal, term }),
                    Some(Title::Plenum { ordinal: other_ordinal, term: other_term }),
                ) => ordinal == other_ordinal && (term == other_term || term.is_none() || other_term.is_none()),
                (Some(Title::Words(words)), Some(Title::Words(other))) => words == other,
                (Some(Title::Day), Some(Title::Day)) => self.date == other.date,
                _ => false,
            },
            // `Quy định số 47-QĐ/TW … “Về những điều đảng viên không được làm”` is named by its title elsewhere.
            (None, Some(_)) => other.is_same(self),
            (Some(_), None) => match (&self.topic, &other.title) {
                (Some(topic), Some(Title::Words(words))) => lower_text(topic) == *words,
                _ => false,
            },
        }
    }

    /// Takes from a later citation what the first leaves out.
    fn learn(&mut self, later: Citation) {
        match (&mut self.number, later.number) {
            (Some(own), Some(number)) if own.code.is_empty() => *own = number,
            (own @ None, Some(number)) => *own = Some(number),
            _ => {}
        }
        if let (Some(Title::Plenum { term: own @ None, .. }), Some(Title::Plenum { term, .. })) =
            (&mut self.title, &later.title)
        {
            *own = *term;
        }
        self.issuer = self.issuer.take().or(later.issuer);
        self.topic = self.topic.take().or(later.topic);
        // A day without a year is known less well than one with it.
        if self.date.is_none_or(|date| date.year.is_none()) {
            self.date = later.date.or(self.date);
        }
    }
}

/// Every citation, in order.
pub(super) fn scan(doc: &Doc) -> Vec<Citation> {
    let mut out = Vec::new();
    for sentence in &doc.sentences {
        let reader = Reader { doc, end: sentence.tokens.end };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let next = reader.kind(at).and_then(|(kind, after)| reader.citation(kind, at, after, &mut out));
            at = next.unwrap_or(at + 1).max(at + 1);
        }
    }
    out
}

/// Words after a number that make it a count: `kế hoạch 5 năm`, `thông báo 3 trường hợp`.
#[numbered]
const COUNTED: Set = Set(&[
    "năm",
    "tháng",
    "ngày",
    "tuần",
    "giờ",
    "người",
    "trường",
    "vụ",
    "đơn",
    "xã",
    "huyện",
    "tỉnh",
    "nội",
    "nhiệm",
    "giải",
    "nhóm",
    "điểm",
    "bước",
    "đảng",
    "cán",
    "chi",
    "tổ",
    "cơ",
    "dự",
    "công",
    "tỷ",
    "tỉ",
    "triệu",
    "nghìn",
    "ngàn",
    "đồng",
    "ha",
    "km",
    "hộ",
    "lượt",
    "lần",
    "đợt",
    "cuộc",
    "mục",
    "chỉ",
    "tiêu",
    "không",
    "có",
    "tập",
    "cá",
    "đồng",
    "đại",
    "phần",
    "môn",
    "bài",
    "ca",
    "phường",
    "thôn",
    "ban",
    "phòng",
    "sở",
    "bộ",
]);

/// Reads the citations of one sentence.
struct Reader<'a> {
    doc: &'a Doc,
    end: usize,
}

#[numbered]
impl<'a> Reader<'a> {
    fn word(&self, at: usize) -> Word {
        self.doc.id_before(self.end, at)
    }

    /// The same as printed, in small letters.
    fn small(&self, at: usize) -> &'a str {
        self.doc.word_before(self.end, at)
    }

    fn printed(&self, at: usize) -> &'a str {
        if at < self.end { self.doc.norm(self.doc.place(at)) } else { r"" }
    }

    fn case(&self, at: usize) -> Case {
        if at < self.end { self.doc.case(at) } else { Case::Lower }
    }

    fn is_number(&self, at: usize) -> bool {
        at < self.end && self.doc.kind(at) == TokenKind::Number
    }

    fn is_word(&self, at: usize) -> bool {
        at < self.end && self.doc.kind(at) == TokenKind::Word
    }

    fn is_spaced(&self, at: usize) -> bool {
        at >= self.end || self.doc.spaced(at)
    }

    /// The words of a range as printed, in normal form.
    fn text(&self, tokens: Range<usize>) -> String {
        let text = self.doc.norm(self.doc.span(tokens));
        let mut out = String::new();
        text.split(' ').filter(|word| !word.is_empty()).for_each(|word| push_word(&mut out, word));
        out
    }

    /// The kind word at `at` and the token after it.
    fn kind(&self, at: usize) -> Option<(DirectiveKind, usize)> {
        use DirectiveKind::*;
        let kind = match (self.word(at), self.word(at + 1)) {
            ("nghị", "quyết") => Resolution,
            ("chỉ", "thị") => Directive,
            ("kết", "luận") => Conclusion,
            ("quy" | "qui", "định") => Regulation,
            ("hướng", "dẫn") => Guidance,
            ("kế", "hoạch") => Plan,
            ("chương", "trình") => Programme,
            ("đề", "án") => Project,
            // `Thông báo Kết luận số 45-TB/TW` is a notice.
            ("thông", "báo") if (self.word(at + 2), self.word(at + 3)) == ("kết", "luận") => {
                return Some((Notice, at + 4));
            }
            ("thông", "báo") => Notice,
            ("quyết", "định") => Decision,
            ("nghị", "định") => Decree,
            ("thông", "tư") => Circular,
            ("bộ", "luật") => return Some((Law, at + 2)),
            ("luật", _) if self.printed(at) == r"Luật" => return Some((Law, at + 1)),
            // `NQ 35`, `NQ TW4`
            ("nq", _) => return Some((Resolution, at + 1)),
            _ => return None,
        };
        Some((kind, at + 2))
    }

    /// Reads the citation whose kind word stands at `at` and ends before `after`; gives the token after it.
    fn citation(&self, kind: DirectiveKind, at: usize, after: usize, out: &mut Vec<Citation>) -> Option<usize> {
        use DirectiveKind::*;
        let first = out.len();
        let (rule, next) = if kind == Law {
            ("directive.law", self.law(at, after, out)?)
        } else if let Some(next) = self.numbered(kind, at, after, out) {
            ("directive.number", next)
        } else if matches!(kind, Resolution | Conclusion | Directive)
            && let Some(next) = self.plenum(kind, at, after, out)
        {
            ("directive.plenum", next)
        } else if kind == Resolution
            && let Some(next) = self.congress(at, after, out)
        {
            ("directive.congress", next)
        } else if let Some(next) = self.titled(kind, at, after, out) {
            ("directive.title", next)
        } else {
            ("directive.day", self.dated(kind, at, after, out)?)
        };
        for citation in out.iter().skip(first) {
            self.doc.fired(|| (rule, citation.tokens.clone(), at..after));
        }
        Some(next)
    }

    /// `Chỉ thị số 35-CT/TW của Bộ Chính trị về …`, `Chỉ thị 03, 05`.
    fn numbered(&self, kind: DirectiveKind, at: usize, after: usize, out: &mut Vec<Citation>) -> Option<usize> {
        let mut i = after;
        // `Chương trình hành động số 15-CTr/TU`, `Thông tư liên tịch số 02`
        if matches!(
            (self.word(i), self.word(i + 1)),
            ("hành", "động")
                | ("phối", "hợp")
                | ("liên", "tịch")
                | ("liên", "ngành")
                | ("chuyên", "đề")
                | ("công", "tác")
        ) && self.word(i + 2) == "số"
        {
            i += 2;
        }
        // `Chỉ thị của Bộ Chính trị số 05-CT/TW`
        let mut issuer = None;
        if self.word(i) == "của"
            && let Some(next) = self.issuer(i + 1)
            && self.word(next) == "số"
        {
            issuer = Some(self.text(i + 1..next));
            i = next;
        }
        let said = self.word(i) == "số";
        if said {
            i += 1 + usize::from(self.word(i + 1) == ":");
        }
        let (number, next) = self.number(i)?;
        if !said && number.code.is_empty() && !self.stands_as_number(kind, at, i, next) {
            return None;
        }
        let first = out.len();
        let mut end = next;
        out.push(self.bare(kind, at..end, Some(number)));
        // `Chỉ thị 03, 05`, `Nghị quyết số 18-NQ/TW, 19-NQ/TW`
        while matches!(self.word(end), "," | "và" | "&" | ";") {
            let mut i = end + 1;
            if self.word(i) == "số" {
                i += 1;
            }
            let Some((number, next)) = self.number(i) else { break };
            if number.code.is_empty()
                && (COUNTED.contains(self.word(next)) || number.ordinal.len() > 3 || self.word(next) == "/")
            {
                break;
            }
            end = next;
            out.push(self.bare(kind, at..end, Some(number)));
        }
        let single = out.len() == first + 1;
        let mut tail = self.tail(end);
        if tail.issuer.is_none() && tail.topic.is_none() && tail.date.is_none() {
            tail.end = end;
        }
        for citation in &mut out[first..] {
            citation.issuer = issuer.clone().or(tail.issuer.clone());
            citation.date = tail.date;
            if single {
                citation.topic = tail.topic.clone();
                citation.tokens.end = tail.end.max(citation.tokens.end);
            }
        }
        Some(if single { tail.end.max(end) } else { end })
    }

    fn bare(&self, kind: DirectiveKind, tokens: Range<usize>, number: Option<Number>) -> Citation {
        Citation { tokens, kind, number, issuer: None, date: None, topic: None, title: None }
    }

    /// Whether a number without `số` and without a code is the instrument's own.
    fn stands_as_number(&self, kind: DirectiveKind, at: usize, i: usize, next: usize) -> bool {
        use DirectiveKind::*;
        let digits = self.small(i);
        if COUNTED.contains(self.word(next)) || matches!(self.word(next), "%" | "/") || digits.len() > 4 {
            return false;
        }
        // A year tells no number: `kế hoạch 2017`.
        if digits.len() == 4 && matches!(digits.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]) {
            return false;
        }
        match kind {
            Resolution | Directive | Regulation | Decree | Circular => true,
            // These are verbs too: `kết luận 5 vụ`, `chương trình 30 phút`.
            _ => {
                self.case(at) != Case::Lower
                    && (digits.starts_with('0')
                        || matches!(self.word(next), "của" | "về" | "ngày" | "khóa" | "," | "." | ";" | "(" | ")" | ""))
            }
        }
    }

    /// A number with its code: `05`, `16 CT/TU`, `40 – CT/TW`, `90/2020/NĐ-CP`, `1458/QĐ-TCHQ`, `30a`.
    fn number(&self, at: usize) -> Option<(Number, usize)> {
        if !self.is_number(at) {
            return None;
        }
        let mut ordinal = self.small(at).to_owned();
        if ordinal.len() > 5 || !ordinal.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mut next = at + 1;
        if !self.is_spaced(next) && matches!(self.word(next), "a" | "b" | "c") {
            ordinal.push_str(self.small(next));
            next += 1;
        }
        let plain = (Number { ordinal: ordinal.clone(), code: String::new() }, next);
        let mut code = String::new();
        let mut i = next;
        match self.word(i) {
            "/" => {
                code.push('/');
                i += 1;
                // The year of a state instrument.
                if self.is_number(i) && self.small(i).len() == 4 && matches!(self.word(i + 1), "/" | "-") {
                    code.push_str(self.small(i));
                    code.push('/');
                    i += 2;
                }
            }
            "-" | "–" | "—" => {
                code.push('-');
                i += 1;
            }
            _ => code.push('-'),
        }
        let Some(letters) = self.code_word(i) else { return Some(plain) };
        // Without a mark between (`16 CT/TU`) only a code that goes on with a slash is one.
        let marked = i > next;
        if !marked && !matches!(self.word(i + 1), "/" | "-" | "–") {
            return Some(plain);
        }
        code.push_str(letters);
        i += 1;
        while matches!(self.word(i), "/" | "-" | "–" | "&")
            && (!self.is_spaced(i) || self.word(i) == "/")
            && let Some(letters) = self.code_word(i + 1)
        {
            code.push(if self.word(i) == "–" { '-' } else { self.small(i).chars().next().unwrap_or('-') });
            code.push_str(letters);
            i += 2;
            // `T.Ư` is three tokens.
            if letters == r"T" && self.word(i) == "." && self.printed(i + 1) == r"Ư" {
                code.push_str(".Ư");
                i += 2;
            }
        }
        Some((Number { ordinal, code }, i))
    }

    /// A part of a code: `CT`, `NQ`, `CTr`, `QĐi`, `BTCTW`, `QH13`.
    fn code_word(&self, at: usize) -> Option<&'a str> {
        (self.is_word(at) && matches!(self.case(at), Case::Upper | Case::Mixed) || self.printed(at) == r"T")
            .then(|| self.printed(at))
    }

    /// What follows a number: day, year, issuer, term, topic, in any order.
    fn tail(&self, mut i: usize) -> Tail {
        let mut tail = Tail { end: i, ..Tail::default() };
        loop {
            let comma = usize::from(self.word(i) == ",");
            if self.word(i + comma) == "ngày"
                && tail.date.is_none()
                && let Some((date, next)) = date::read(&self.doc.text, &self.doc.tokens, i + comma)
            {
                (tail.date, i) = (Some(date), next);
            } else if self.word(i) == "của"
                && tail.issuer.is_none()
                && let Some(next) = self.issuer(i + 1)
            {
                tail.issuer = Some(self.text(i + 1..next));
                i = next;
            } else if let Some((_, next)) = self.term(i) {
                i = next;
            } else if let Some((range, next)) = self.topic(i) {
                tail.topic = Some(self.text(range));
                tail.end = next;
                return tail;
            } else {
                return tail;
            }
            tail.end = i;
        }
    }

    /// `(khóa XII)`, `khóa XII`, `, khóa XII`; gives the terms with the token after each.
    fn term(&self, at: usize) -> Option<(Vec<(u32, usize)>, usize)> {
        let mut i = at + usize::from(matches!(self.word(at), "(" | ","));
        let open = self.word(at) == "(";
        if self.word(i) != "khóa" {
            return None;
        }
        let mut terms = Vec::new();
        i += 1;
        while let Some(term) = self.ordinal(i) {
            i += 1;
            terms.push((term, i));
            match self.word(i) {
                "," | "và" if self.ordinal(i + 1).is_some() => i += 1,
                "," | "và" if self.word(i + 1) == "khóa" && self.ordinal(i + 2).is_some() => i += 2,
                _ => break,
            }
        }
        if terms.is_empty() {
            return None;
        }
        if open && self.word(i) == ")" {
            i += 1;
            if let Some(last) = terms.last_mut() {
                last.1 = i;
            }
        }
        Some((terms, i))
    }

    /// `XII`, `12`.
    fn ordinal(&self, at: usize) -> Option<u32> {
        if self.is_number(at) {
            return (self.small(at).len() <= 2).then(|| self.small(at).parse().ok()).flatten();
        }
        roman(self.printed(at))
    }

    /// The token after the body that issued it.
    fn issuer(&self, at: usize) -> Option<usize> {
        /// Small words inside the name of a body.
        const INSIDE: Set = Set(&[
            "chính",
            "trị",
            "bí",
            "thư",
            "chấp",
            "hành",
            "thường",
            "vụ",
            "trung",
            "ương",
            "đảng",
            "ủy",
            "tỉnh",
            "thành",
            "phố",
            "huyện",
            "xã",
            "quận",
            "thị",
            "khối",
            "cơ",
            "quan",
            "doanh",
            "nghiệp",
            "bộ",
            "tổ",
            "chức",
            "tuyên",
            "giáo",
            "dân",
            "vận",
            "nội",
            "kiểm",
            "tra",
            "nhân",
            "hội",
            "đồng",
            "phủ",
            "thủ",
            "tướng",
            "cục",
            "sở",
            "ban",
        ]);
        let starts = self.is_word(at)
            && (self.case(at) != Case::Lower || matches!((self.word(at), self.word(at + 1)), ("tỉnh", "ủy")));
        if !starts {
            return None;
        }
        let mut i = at + 1;
        loop {
            let word = self.word(i);
            let capital = self.is_word(i) && self.case(i) != Case::Lower;
            if capital && self.kind(i).is_none() || INSIDE.contains(word) {
                i += 1;
                continue;
            }
            // `Khối các cơ quan`, `Bộ Lao động - Thương binh và Xã hội`
            let joins = matches!(word, "và" | "-" | "–")
                && self.case(i + 1) != Case::Lower
                && self.kind(i + 1).is_none()
                && matches!(self.word(at), "bộ" | "sở")
                && self.word(at + 1) != "chính";
            if joins || (word == "các" && self.word(i + 1) == "cơ") {
                i += 2;
            } else {
                return Some(i);
            }
        }
    }

    /// The words that say what it is about, and the token after them; quotation marks are not among the words.
    fn topic(&self, at: usize) -> Option<(Range<usize>, usize)> {
        let colon = usize::from(matches!(self.word(at), ":" | ",") && is_open(self.word(at + 1)));
        let mut i = at + colon;
        let about = self.word(i) == "về";
        if about {
            i += 1 + usize::from(self.word(i + 1) == "việc" && is_open(self.word(i + 2)));
        }
        if is_open(self.word(i)) {
            let from = i + 1 + usize::from(self.word(i + 1) == "về");
            let close = (from..self.end.min(from + 80)).find(|&i| is_close(self.word(i)))?;
            return (close > from).then_some((from..close, close + 1));
        }
        if !about {
            return None;
        }
        let from = i;
        while i < self.end && !self.ends_topic(i, from) {
            i += 1;
        }
        (i > from).then_some((from..i, i))
    }

    fn ends_topic(&self, at: usize, from: usize) -> bool {
        match self.word(at) {
            "." | ";" | ":" | "…" | "!" | "?" | "(" | ")" | "”" | "\"" => true,
            // Pairs that the genre writes with a comma.
            "," => !matches!(
                (self.word(at - 1), self.word(at + 1)),
                ("dựng", "chỉnh")
                    | ("phòng", "chống")
                    | ("tra", "giám")
                    | ("bộ", "đảng" | "công")
                    | ("chức", "viên")
                    | ("tưởng", "đạo")
                    | ("đức", "phong")
                    | ("đẩy", "lùi")
                    | ("chặn", "đẩy")
                    | ("nghiệp", "nông")
                    | ("dân", "nông")
                    | ("giá", "xếp")
                    | ("hướng", "nhiệm")
                    | ("tập", "làm")
                    | ("đạo", "sức")
                    | ("trị", "đạo")
                    | ("chế", "cơ")
                    | ("toàn", "an")
                    | ("cố", "hoàn" | "kiện")
            ),
            "mới" if matches!(self.word(at + 1), "được" | "ban") => true,
            "được" if self.word(at - 1) == "không" => false,
            "đã" | "nhằm" | "để" | "gắn" | "trong" | "do" | "thì" | "là" | "được" if at > from => true,
            "và" => matches!(self.word(at + 1), "cuộc" | "các" | "chỉ" | "nghị" | "kế" | "quy" | "phong"),
            _ => false,
        }
    }

    /// `Nghị quyết Trung ương 4 (khóa XII)`, `Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XI`.
    fn plenum(&self, kind: DirectiveKind, at: usize, after: usize, out: &mut Vec<Citation>) -> Option<usize> {
        let mut i = after + usize::from(self.word(after) == "của");
        let mut meeting = false;
        if (self.word(i), self.word(i + 1)) == ("hội", "nghị") {
            meeting = true;
            i += 2;
        }
        let mut ordinals: Vec<(u32, usize)> = Vec::new();
        if meeting && (self.word(i), self.word(i + 1)) == ("lần", "thứ") {
            let (ordinal, next) = self.counted(i + 2)?;
            ordinals.push((ordinal, next));
            i = self.committee(next)?;
        } else {
            let glued = self.small(i).strip_prefix(r"tw").and_then(|digits| digits.parse().ok());
            if let Some(ordinal) = glued {
                i += 1;
                ordinals.push((ordinal, i));
            } else {
                i = self.committee(i)?;
                if (self.word(i), self.word(i + 1)) == ("lần", "thứ") {
                    i += 2;
                }
                let (ordinal, next) = self.counted(i)?;
                if COUNTED.contains(self.word(next)) {
                    return None;
                }
                ordinals.push((ordinal, next));
                i = next;
            }
            // `Nghị quyết Trung ương 5, 6 khóa XII`
            while matches!(self.word(i), "," | "và")
                && self.is_number(i + 1)
                && let Some((ordinal, next)) = self.counted(i + 1)
                && !COUNTED.contains(self.word(next))
            {
                ordinals.push((ordinal, next));
                i = next;
            }
        }
        let (terms, mut end) = match self.term(i) {
            Some((terms, end)) => (terms, end),
            None => (Vec::new(), i),
        };
        let first = out.len();
        let several = ordinals.len() > 1;
        for (ordinal, next) in ordinals {
            // A term closes the list of plenums, a list of terms shares its plenum.
            if terms.is_empty() {
                self.push_plenum(kind, at..if several { next } else { end }, after, ordinal, None, out);
            }
            for &(term, next) in &terms {
                self.push_plenum(kind, at..next, after, ordinal, Some(term), out);
            }
        }
        if let [citation] = &mut out[first..]
            && let Some((_, next)) = self.topic(end)
        {
            end = next;
            citation.tokens.end = end;
            citation.topic = Some(self.text(after..end));
        }
        Some(end)
    }

    fn push_plenum(
        &self,
        kind: DirectiveKind,
        tokens: Range<usize>,
        after: usize,
        ordinal: u32,
        term: Option<u32>,
        out: &mut Vec<Citation>,
    ) {
        let after = after + usize::from(self.word(after) == "của");
        let topic = Some(self.text(after..tokens.end));
        out.push(Citation { topic, title: Some(Title::Plenum { ordinal, term }), ..self.bare(kind, tokens, None) });
    }

    /// The token after `Trung ương`, `TW`, `T.Ư`, `Ban Chấp hành Trung ương Đảng`.
    fn committee(&self, at: usize) -> Option<usize> {
        let mut i = at;
        match self.word(i) {
            "bch" => i += 1,
            "ban" if self.word(i + 1) == "chấp" => i += 3,
            _ => {}
        }
        match (self.word(i), self.word(i + 1)) {
            ("trung", "ương") => i += 2,
            ("tw" | "tư" | "bchtw", _) => i += 1,
            ("t", ".") if self.word(i + 2) == "ư" => i += 3,
            _ => return None,
        }
        Some(i + usize::from(self.word(i) == "đảng"))
    }

    /// `4`, `IV`, `tư`, `năm`.
    fn counted(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(ordinal) = self.ordinal(at) {
            return Some((ordinal, at + 1));
        }
        if self.word(at) == "tư" {
            return Some((4, at + 1));
        }
        let (value, words) = self.doc.spelled(self.end, at)?;
        Some((value, at + words))
    }

    /// `Nghị quyết Đại hội Đảng bộ Khối lần thứ V, nhiệm kỳ 2015-2020`, `Nghị quyết Đại hội XII của Đảng`.
    fn congress(&self, at: usize, after: usize, out: &mut Vec<Citation>) -> Option<usize> {
        let mut name = after + usize::from(self.word(after) == "của");
        let mut end = None;
        let mut next = name;
        while let Some(found) = self.one_congress(name) {
            next = found.end;
            out.push(Citation {
                topic: Some(self.text(name..found.named)),
                title: Some(found.title),
                ..self.bare(DirectiveKind::Resolution, at..found.end, None)
            });
            end = Some(next);
            // `Nghị quyết Đại hội 12 của Đảng, Đại hội 15 của Đảng bộ thành phố`
            if !matches!(self.word(next), "," | "và") {
                break;
            }
            name = next + 1;
        }
        end.map(|_| next)
    }

    fn one_congress(&self, at: usize) -> Option<Congress> {
        /// Small words inside the name of a congress.
        const INSIDE: Set = Set(&[
            "đại",
            "biểu",
            "toàn",
            "quốc",
            "đảng",
            "bộ",
            "tỉnh",
            "thành",
            "phố",
            "huyện",
            "thị",
            "xã",
            "quận",
            "phường",
            "khối",
            "cơ",
            "quan",
            "doanh",
            "nghiệp",
            "quân",
            "đội",
            "công",
            "an",
            "chi",
            "đoàn",
            "hội",
            "trung",
            "ương",
            "sở",
        ]);
        if (self.word(at), self.word(at + 1)) != ("đại", "hội") {
            return None;
        }
        let mut i = at + 2;
        let mut ordinal = None;
        let mut known = false;
        loop {
            let word = self.word(i);
            if (word, self.word(i + 1)) == ("lần", "thứ")
                && let Some((value, next)) = self.counted(i + 2)
            {
                (ordinal, known, i) = (Some(value), true, next);
            } else if (word, self.word(i + 1)) == ("các", "cấp") {
                known = true;
                i += 2;
            } else if ordinal.is_none()
                && let Some(value) = self.ordinal(i)
            {
                (ordinal, known, i) = (Some(value), true, i + 1);
            } else if word == "của" && matches!(self.word(i + 1), "đảng" | "đoàn" | "hội" | "công") {
                i += 2;
            } else if word == "các" && self.word(i + 1) == "cơ" {
                i += 1;
            } else if INSIDE.contains(word) {
                // `toàn tỉnh` and the like begin the next phrase; `Đại hội Đảng` tells enough.
                known |= word == "đảng";
                i += 1;
            } else if self.is_word(i) && self.case(i) != Case::Lower && self.kind(i).is_none() {
                known = true;
                i += 1;
            } else {
                break;
            }
        }
        let mut named = i;
        let mut end = i;
        let mark = usize::from(matches!(self.word(i), "," | "("));
        if (self.word(i + mark), self.word(i + mark + 1)) == ("nhiệm", "kỳ") && self.is_number(i + mark + 2) {
            end = i + mark + 3;
            if matches!(self.word(end), "-" | "–") && self.is_number(end + 1) {
                end += 2;
            }
            end += usize::from(mark == 1 && self.word(i) == "(" && self.word(end) == ")");
            // `nhiệm kỳ` after a comma says when, without one it says which.
            if mark == 0 {
                named = end;
            }
            known = true;
        }
        if !known {
            return None;
        }
        let name = self.doc.lower(self.doc.span(at..named)).to_owned();
        let local = [r"bộ", r"tỉnh", r"huyện", r"khối"].iter().any(|word| holds(&name, word));
        Some(Congress { named, end, title: Title::Congress { name, ordinal, local } })
    }

    /// `Luật Đất đai 2013`, `Luật Phòng, chống tham nhũng`, `Bộ luật Hình sự năm 2015`.
    fn law(&self, at: usize, after: usize, out: &mut Vec<Citation>) -> Option<usize> {
        // `Luật sư`, `Luật gia`, `Báo Pháp Luật`; a title begins with a capital.
        let before = at.checked_sub(1).map_or("", |i| self.doc.id(i));
        if matches!(before, "pháp" | "khoa" | "trường" | "học" | "văn") {
            return None;
        }
        if self.word(after) == "số" || self.is_number(after) {
            return self.numbered(DirectiveKind::Law, at, after, out);
        }
        let case = self.case(after);
        if case != Case::Capital && !matches!(self.word(after), "phòng" | "đất" | "bầu" | "cán" | "tổ") {
            return None;
        }
        if matches!(self.word(after), "sư" | "gia" | "tp") {
            return None;
        }
        let mut i = after + 1;
        while i < self.end && i < after + 12 {
            match self.word(i) {
                "," if matches!(
                    (self.word(i - 1), self.word(i + 1)),
                    ("phòng", "chống") | ("kiệm", "chống") | ("bộ", "công")
                ) => {}
                "và" if matches!(self.word(i + 1), "gia" | "bảo" | "sử" | "đại" | "cấp" | "phát" | "môi") =>
                    {}
                "và" | "của" | "năm" | "thì" | "để" | "được" | "đã" | "có" | "quy" | "trong" | "theo" | "là"
                | "nếu" | "mà" | "cho" | "khi" | "sẽ" | "không" | "cũng" | "về" | "từ" | "do" | "bằng" | "đến"
                | "này" | "nói" => break,
                "số" if self.is_number(i + 1) => break,
                _ if !self.is_word(i) => break,
                _ if self.case(i) != Case::Lower && self.kind(i).is_some() => break,
                _ => {}
            }
            i += 1;
        }
        let title = self.text(after..i);
        let mut end = i;
        let year = i + usize::from(self.word(i) == "năm");
        let mut number = None;
        if self.word(i) == "số"
            && let Some((own, next)) = self.number(i + 1)
        {
            (number, end) = (Some(own), next);
        } else if self.is_number(year) && self.small(year).len() == 4 {
            end = year + 1;
        }
        out.push(Citation {
            title: Some(Title::Words(self.doc.lower(self.doc.span(after..i)).to_owned())),
            topic: Some(title),
            ..self.bare(DirectiveKind::Law, at..end, number)
        });
        Some(end)
    }

    /// `Đề án “…”`, `Quy định về những điều đảng viên không được làm`.
    fn titled(&self, kind: DirectiveKind, at: usize, after: usize, out: &mut Vec<Citation>) -> Option<usize> {
        use DirectiveKind::*;
        let rule = after + usize::from(self.word(after) == "về");
        if kind == Regulation && (self.word(rule), self.word(rule + 1)) == ("những", "điều") {
            let end = (rule..self.end.min(rule + 10)).find(|&i| self.word(i) == "làm")? + 1;
            out.push(Citation {
                topic: Some(self.text(rule..end)),
                title: Some(Title::Words(self.doc.lower(self.doc.span(rule..end)).to_owned())),
                ..self.bare(kind, at..end, None)
            });
            return Some(end);
        }
        if !matches!(kind, Resolution | Directive | Regulation | Project | Decree) {
            return None;
        }
        // `quy định: “Việc xử lý …”` quotes a rule, `nghị quyết “…”` in small letters may be any.
        if self.case(at) == Case::Lower && kind != Project {
            return None;
        }
        let mut i = after;
        let mut issuer = None;
        if self.word(i) == "của"
            && let Some(next) = self.issuer(i + 1)
        {
            issuer = Some(self.text(i + 1..next));
            i = next;
        }
        let about = self.word(i) == "về" || self.word(i) == ":";
        if !is_open(self.word(i + usize::from(about))) {
            return None;
        }
        let (topic, end) = self.topic(i)?;
        out.push(Citation {
            issuer,
            title: Some(Title::Words(self.doc.lower(self.doc.span(topic.clone())).to_owned())),
            topic: Some(self.text(topic)),
            ..self.bare(kind, at..end, None)
        });
        Some(end)
    }

    /// `Quyết định ngày 6/2/2017 của Ban Bí thư`.
    fn dated(&self, kind: DirectiveKind, at: usize, after: usize, out: &mut Vec<Citation>) -> Option<usize> {
        let mut i = after;
        if self.word(i) == "của" {
            i = self.issuer(i + 1)?;
        }
        i += usize::from(self.word(i) == ",");
        if self.word(i) != "ngày" {
            return None;
        }
        let tail = self.tail(after);
        // `quyết định ngày 6/2` may say when one decided; with an issuer or a capital it is the paper.
        if tail.date.is_none() || (tail.issuer.is_none() && self.case(at) == Case::Lower) {
            return None;
        }
        out.push(Citation {
            issuer: tail.issuer,
            date: tail.date,
            topic: tail.topic,
            title: Some(Title::Day),
            ..self.bare(kind, at..tail.end, None)
        });
        Some(tail.end)
    }
}

/// What follows the number of an instrument.
#[derive(Default)]
struct Tail {
    issuer: Option<String>,
    date: Option<date::DayDate>,
    topic: Option<String>,
    end: usize,
}

/// A congress in a resolution's name.
struct Congress {
    /// The token after its name.
    named: usize,
    /// The token after its term.
    end: usize,
    title: Title,
}

#[numbered]
fn is_open(mark: Word) -> bool {
    matches!(mark, "“" | "\"" | "‘" | "'" | "«")
}

#[numbered]
fn is_close(mark: Word) -> bool {
    matches!(mark, "”" | "\"" | "’" | "'" | "»")
}

#[cfg(test)]
mod tests {
    use crate::parse::parse;

    /// The directives of a text, each as `quote | kind number | issuer | date | topic` without the parts that are absent.
    #[track_caller]
    fn check(body: &str, expected: &[&str]) {
        let page = format!(
            "Hội nghị của cơ quan\nNgày: 17.07.2017\nĐảng bộ cơ quan đã họp.\n{body}\nCác đại biểu đã thảo luận."
        );
        let found: Vec<String> = parse("page", &page)
            .directives
            .iter()
            .map(|d| {
                let number = d.number.as_deref().map_or(d.kind.to_string(), |number| format!("{} {number}", d.kind));
                let parts =
                    [Some(d.quote.as_str()), Some(&number), d.issuer.as_deref(), d.date.as_deref(), d.topic.as_deref()];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
            })
            .collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn numbers_are_normalised_and_the_rest_is_read() {
        for (body, expected) in [
            (
                "Thực hiện chỉ thị số 16 CT/TU của Ban Thường vụ Tỉnh uỷ.",
                "chỉ thị số 16 CT/TU của Ban Thường vụ Tỉnh uỷ | chỉ thị 16-CT/TU | Ban Thường vụ Tỉnh ủy",
            ),
            (
                "Thực hiện Chỉ thị số 40 – CT/TW của Ban Bí thư.",
                "Chỉ thị số 40 – CT/TW của Ban Bí thư | chỉ thị 40-CT/TW | Ban Bí thư",
            ),
            (
                "Theo Quy định 181-QĐ/TW ngày 30/3/2013 của Bộ Chính trị về xử lý kỷ luật đảng viên vi phạm.",
                "Quy định 181-QĐ/TW ngày 30/3/2013 của Bộ Chính trị về xử lý kỷ luật đảng viên vi phạm | quy định 181-QĐ/TW | Bộ Chính trị | 2013-03-30 | xử lý kỷ luật đảng viên vi phạm",
            ),
            (
                "Theo thông báo số 28-TB/ĐUK, ngày 15/3 của Đảng ủy Khối.",
                "thông báo số 28-TB/ĐUK, ngày 15/3 của Đảng ủy Khối | thông báo 28-TB/ĐUK | Đảng ủy Khối | 2017-03-15",
            ),
            (
                "Theo Nghị định số 90/2020/NĐ-CP của Chính phủ.",
                "Nghị định số 90/2020/NĐ-CP của Chính phủ | nghị định 90/2020/NĐ-CP | Chính phủ",
            ),
            (
                "Theo Nghị quyết số 35 của Bộ Chính trị (khóa XII).",
                "Nghị quyết số 35 của Bộ Chính trị (khóa XII) | nghị quyết 35 | Bộ Chính trị",
            ),
            (
                "Thực hiện Chỉ thị 05 của Bộ chính trị về “đẩy mạnh học tập”.",
                "Chỉ thị 05 của Bộ chính trị về “đẩy mạnh học tập” | chỉ thị 05 | Bộ chính trị | đẩy mạnh học tập",
            ),
            (
                "Theo Chương trình hành động số 15-CTr/TU, sở họp.",
                "Chương trình hành động số 15-CTr/TU | chương trình 15-CTr/TU",
            ),
            (
                "Theo Chỉ thị của Bộ Chính trị số 05-CT/TW, sở họp.",
                "Chỉ thị của Bộ Chính trị số 05-CT/TW | chỉ thị 05-CT/TW | Bộ Chính trị",
            ),
            ("Theo Thông báo Kết luận số 45-TB/TW, sở họp.", "Thông báo Kết luận số 45-TB/TW | thông báo 45-TB/TW"),
            ("Theo Luật Đất đai 2013, tỉnh thu hồi.", "Luật Đất đai 2013 | luật | Đất đai"),
            ("Theo Luật Đất đai nói chung, tỉnh thu hồi.", "Luật Đất đai | luật | Đất đai"),
            (
                "Sửa đổi Bộ luật Hình sự số 100/2015/QH13.",
                "Bộ luật Hình sự số 100/2015/QH13 | luật 100/2015/QH13 | Hình sự",
            ),
            (
                "Theo Luật Phòng, chống tham nhũng và quy chế.",
                "Luật Phòng, chống tham nhũng | luật | Phòng, chống tham nhũng",
            ),
        ] {
            check(body, &[expected]);
        }
    }

    #[test]
    fn lists_share_their_kind() {
        check("Làm theo Chỉ thị 03, 05 được chú trọng.", &["Chỉ thị 03 | chỉ thị 03", "Chỉ thị 03, 05 | chỉ thị 05"]);
        check(
            "Theo Quyết định số 217-QĐ/TW và 218-QĐ/TW, sở họp.",
            &[
                "Quyết định số 217-QĐ/TW | quyết định 217-QĐ/TW",
                "Quyết định số 217-QĐ/TW và 218-QĐ/TW | quyết định 218-QĐ/TW",
            ],
        );
        check(
            "Theo Nghị quyết Trung ương 4 (khóa XI, XII), sở họp.",
            &[
                "Nghị quyết Trung ương 4 (khóa XI | nghị quyết | Trung ương 4 (khóa XI",
                "Nghị quyết Trung ương 4 (khóa XI, XII) | nghị quyết | Trung ương 4 (khóa XI, XII)",
            ],
        );
    }

    #[test]
    fn one_instrument_is_one_entry() {
        check(
            "Tổng kết chỉ thị 16 ở cơ sở. Kết quả của chỉ thị 16 CT/TU. Chỉ thị 16-CT/TU, ngày 2/3/2007 của Tỉnh ủy.",
            &["chỉ thị 16 | chỉ thị 16-CT/TU | Tỉnh ủy | 2007-03-02"],
        );
        check(
            "Nghị quyết Đại hội Đảng bộ Khối lần thứ V, nhiệm kỳ 2015-2020. Nghị quyết Đại hội Đảng bộ Khối lần thứ V.",
            &[
                "Nghị quyết Đại hội Đảng bộ Khối lần thứ V, nhiệm kỳ 2015-2020 | nghị quyết | Đại hội Đảng bộ Khối lần thứ V",
            ],
        );
        check(
            "Nghị quyết Đại hội XII của Đảng. Nghị quyết đại hội Đảng bộ tỉnh lần thứ XII.",
            &[
                "Nghị quyết Đại hội XII của Đảng | nghị quyết | Đại hội XII của Đảng",
                "Nghị quyết đại hội Đảng bộ tỉnh lần thứ XII | nghị quyết | đại hội Đảng bộ tỉnh lần thứ XII",
            ],
        );
        check(
            "Nghị quyết Trung ương 4 khóa XII. Nghị quyết T.Ư 4 được học tập. Nghị quyết Trung ương 5 (khóa XII).",
            &[
                "Nghị quyết Trung ương 4 khóa XII | nghị quyết | Trung ương 4 khóa XII",
                "Nghị quyết Trung ương 5 (khóa XII) | nghị quyết | Trung ương 5 (khóa XII)",
            ],
        );
    }

    #[test]
    fn what_does_not_tell_which_one_is_none() {
        for body in [
            "Bám sát nghị quyết của Tỉnh ủy, các chỉ thị của Trung ương.",
            "Hoàn thành kế hoạch 5 năm và thông báo 3 trường hợp.",
            "Xây dựng kế hoạch 2017 của cơ quan.",
            "Đoàn kết luận 5 vụ việc.",
            "Điều lệ quy định: “Đảng viên có trách nhiệm”.",
            "Luật sư và Luật gia dự họp.",
            "Chỉ tiêu nghị quyết đại hội đề ra đã đạt.",
        ] {
            check(body, &[]);
        }
    }
}
