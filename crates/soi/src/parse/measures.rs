//! Measures: numbers that state a target or a result, with what they count.
//!
//! A number is a measure when a unit stands after it (`%`, `tỷ đồng`, a counted noun of the genre) and nothing before it
//! makes it a name or an ordinal (`số 5`, `lần thứ 30`). Days, periods and citations are taken out first.

mod context;

use std::ops::Range;

use soi_words::numbered;

use self::context::Goals;
use super::doc::Doc;
use super::periods::{Found, Review};
use crate::lexicon::counted::{NOUNS, Noun, expanded};
use crate::report::{BlockKind, Comparator, Measure, Statement};
use crate::text::find::holds_any;
use crate::text::letter::{is_capital, is_letter};
use crate::text::number::{decimal, grouped_by_comma, roman};
use crate::text::token::token;
use crate::text::word::Set;
use crate::text::write::joined;
use crate::text::{Case, TokenKind, Word};

/// Every measure, in order.
pub(super) fn read(
    doc: &Doc,
    statements: &[Statement],
    cited: &[Range<usize>],
    periods: &[Found],
    review: Option<&Review>,
) -> Vec<Measure> {
    let mut taken = vec![false; doc.tokens.len()];
    let mut take = |tokens: Range<usize>| taken[tokens].fill(true);
    for citation in cited {
        take(citation.clone());
    }
    for period in periods {
        take(period.tokens.clone());
    }
    for sentence in &doc.sentences {
        for (_, tokens) in doc.dates_in(sentence.tokens.clone()) {
            take(tokens.clone());
        }
    }
    let mut out: Vec<Measure> = Vec::new();
    let mut goals = Goals::default();
    for sentence in &doc.sentences {
        let reader = Reader { doc, start: sentence.tokens.start, end: sentence.tokens.end, block: sentence.block };
        let first = out.len();
        let ahead = goals.go_on(&reader, sentence.span);
        let mut ended = sentence.tokens.start;
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let figure = if taken[at] {
                None
            } else {
                reader.figure(at).or_else(|| reader.bare_level(at, out[first..].last().zip(Some(ended))))
            };
            let Some(figure) = figure else {
                at = if taken[at] { at + 1 } else { reader.past_number(at) };
                continue;
            };
            let before = out[first..].last();
            let role = reader.role(&figure, before.map(|m| m.role), ahead, statements, periods, review);
            let next = figure.tokens.end;
            doc.fired(|| (figure.rule(), figure.tokens.clone(), figure.counted.clone()));
            at = next.max(at + 1);
            out.push(Measure {
                quote: doc.text.quote(doc.span(figure.tokens.clone())),
                value: figure.value,
                value_max: figure.value_max,
                comparator: figure.comparator,
                subject: reader.subject(&figure, role, before.and_then(|m| Some((m.subject.as_deref()?, ended)))),
                action: reader.action(&figure),
                role,
                period: reader.period(&figure, role, periods, review),
                unit: figure.unit,
            });
            ended = next;
        }
    }
    out
}

/// A measure as it stands in the text.
struct Figure {
    /// With comparator, word of change and unit.
    tokens: Range<usize>,
    value: f64,
    value_max: Option<f64>,
    unit: Option<String>,
    comparator: Comparator,
    noun: Option<Noun>,
    /// The counted noun.
    counted: Range<usize>,
    /// Whether a word of change leads it: `tăng 96`.
    change: bool,
    /// `7/9`
    share: bool,
}

impl Figure {
    /// The rule of `explain::RULES` that reads such a one.
    fn rule(&self) -> &'static str {
        match (self.unit.as_deref(), self.noun) {
            (None, _) => "measure.change",
            (Some("%"), _) => "measure.percent",
            (_, Some(Noun::Unit)) => "measure.unit",
            (_, Some(_)) => "measure.noun",
            (_, None) if self.counted.is_empty() => "measure.magnitude",
            (_, None) => "measure.guess",
        }
    }
}

/// A number in digits or words, perhaps a range or a share.
struct Numeral {
    value: f64,
    value_max: Option<f64>,
    /// The token after it.
    next: usize,
    /// `7/9`
    share: bool,
    in_words: bool,
}

/// Reads the measures of one sentence.
struct Reader<'a> {
    doc: &'a Doc,
    start: usize,
    end: usize,
    block: BlockKind,
}

/// Words before a number that make it a name or an ordinal, whatever follows.
#[rustfmt::skip]
#[numbered]
const NAMED: Set = Set(&[
    "số", "thứ", "khóa", "điều", "khoản", "lộ", "ql", "mùng", "mồng", "hạng", "ngõ", "ngách", "hẻm", "vtv", "tháng", "năm",
    "chương", "trang", "top", "kênh", "sinh", "tuổi", "lớp", "bậc", "binh", "điểm", "kỷ", "kỉ",
]);

/// Words that do so unless a unit of measure follows or the word before them counts (`mỗi tổ 5 người`).
#[rustfmt::skip]
#[numbered]
const ORDINAL: Set = Set(&[
    "quận", "phường", "thôn", "xóm", "ấp", "bản", "tổ", "khu", "khối", "đội", "cụm", "đoàn", "vòng", "bảng", "phòng", "lô",
    "thửa", "tập", "phần", "bài", "mục", "đường", "phố", "tầng", "cầu", "loại", "cấp", "nhóm", "đợt", "lần", "kỳ", "đoạn",
    "hội", "chi", "trường", "ty", "vùng", "kíp", "hình", "biểu", "lục", "km", "nhà",
]);

#[numbered]
impl<'a> Reader<'a> {
    fn word(&self, at: usize) -> Word {
        self.doc.id_before(self.end, at)
    }

    /// The same as letters.
    fn small(&self, at: usize) -> &'a str {
        self.doc.word_before(self.end, at)
    }

    /// The word `back` tokens before `at`, inside the sentence.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn before(&self, at: usize, back: usize) -> Word {
        if at >= self.start + back { self.doc.id(at - back) } else { "" }
    }

    fn is_number(&self, at: usize) -> bool {
        at < self.end && self.doc.kind(at) == TokenKind::Number
    }

    fn is_word(&self, at: usize) -> bool {
        at < self.end && self.doc.kind(at) == TokenKind::Word
    }

    fn is_glued(&self, at: usize) -> bool {
        at < self.end && !self.doc.spaced(at)
    }

    /// Past a number that is no measure, with what is joined to it: `24/24`, `14:30`, `2.4.2017`.
    fn past_number(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.is_number(at) {
            while matches!(self.word(next), "/" | ":" | "-") && self.is_glued(next) && self.is_number(next + 1) {
                next += 2;
            }
        }
        next
    }

    fn numeral(&self, at: usize) -> Option<Numeral> {
        if !self.is_number(at) {
            let (value, words) = self.doc.spelled(self.end, at).filter(|_| self.word(at) != "năm")?;
            return Some(Numeral {
                value: value.into(),
                value_max: None,
                next: at + words,
                share: false,
                in_words: true,
            });
        }
        // A phone number or a code: `0123456789`.
        if self.small(at).starts_with('0') && self.small(at).len() > 3 && !holds_any(self.small(at), ",.") {
            return None;
        }
        let value = decimal(self.small(at))?;
        let mut numeral = Numeral { value, value_max: None, next: at + 1, share: false, in_words: false };
        let joined = self.is_glued(at + 1) && self.is_glued(at + 2) && self.is_number(at + 2);
        if self.word(at + 1) == "/" && joined {
            // `7/9 chỉ tiêu` counts 7; `24/24/7` nothing.
            if self.word(at + 3) == "/" && self.is_glued(at + 3) {
                return None;
            }
            return Some(Numeral { next: at + 3, share: true, ..numeral });
        }
        let to = matches!(self.word(at + 1), "-" | "–" | "đến" | "tới");
        if to
            && self.is_number(at + 2)
            && let Some(max) = decimal(self.small(at + 2))
            && max > value
        {
            (numeral.value_max, numeral.next) = (Some(max), at + 3);
        }
        Some(numeral)
    }

    /// The measure whose number begins at `at`.
    fn figure(&self, at: usize) -> Option<Figure> {
        let mut numeral = self.numeral(at)?;
        if !numeral.in_words && self.is_glued(at) && at > self.start && !self.opens_number(at) {
            return None;
        }
        let Some(mut unit) = self.unit(numeral.next, numeral.share) else {
            return self.apart(at, &numeral).or_else(|| self.bare_change(at, &numeral));
        };
        // `5% - 7%`, `300 triệu đến 350 triệu đồng`
        let to = matches!(self.word(unit.end), "-" | "–") || self.word(unit.end) == "đến";
        if to
            && numeral.value_max.is_none()
            && !numeral.share
            && self.is_number(unit.end + 1)
            && let Some(max) = decimal(self.small(unit.end + 1)).filter(|max| *max > numeral.value)
            && let Some(second) = self.unit(unit.end + 2, false)
            && (second.text == unit.text || second.text.starts_with(&unit.text))
        {
            numeral.value_max = Some(max);
            unit = second;
        }
        // `566 tỷ 384 triệu đồng` is one amount, in the larger unit.
        if matches!(unit.text.as_str(), r"tỷ" | r"tỉ" | r"triệu")
            && self.is_number(unit.end)
            && let Some(rest) = decimal(self.small(unit.end)).filter(|rest| *rest < 1000.0)
            && let Some(second) = self.unit(unit.end + 1, false)
            && let Some(currency) = second.text.strip_prefix("triệu ").or_else(|| second.text.strip_prefix("nghìn "))
            && numeral.value_max.is_none()
            && numeral.value.fract() == 0.0
        {
            // By way of whole numbers, so that 566.384 is what the text says to the last bit.
            if rest.fract() == 0.0 {
                numeral.value = (numeral.value * 1000.0 + rest) / 1000.0;
            }
            unit = Unit { text: joined(&[&unit.text, r" ", currency]), ..second };
        }
        if self.is_name(at, &unit, numeral.share) {
            return None;
        }
        let mut lead = self.lead(at);
        // `thu hoạch trên một đơn vị diện tích` says where; `ông An 3 lần đi nước ngoài` is no result, `tăng 2,6 lần` is.
        if numeral.in_words && numeral.value < 2.0 && lead.comparator == Comparator::Greater {
            return None;
        }
        if unit.text == r"lần" && !lead.change && lead.comparator == Comparator::Equal && !self.is_done(at) {
            return None;
        }
        if unit.text.ends_with(r"đồng") && self.in_offence(at) {
            return None;
        }
        // `và 2030 phấn đấu`: a bare year.
        let bare = self.small(at);
        if unit.guessed && bare.len() == 4 && (bare.starts_with(r"19") || bare.starts_with(r"20")) {
            return None;
        }
        // `hai bài học`, `một trong những` count nothing; `ít nhất hai`, `hai mươi xã`, `ba tỷ đồng` do.
        let counts = unit.magnitude || (numeral.value >= 10.0 && unit.noun.is_some() && !unit.guessed);
        // `Ngôi nhà một trăm đồng”` names something.
        if numeral.in_words
            && (!counts && lead.comparator == Comparator::Equal || matches!(self.word(unit.end), "”" | "\""))
        {
            return None;
        }
        if let (Some(Noun::Body | Noun::Person | Noun::Thing | Noun::Joining), false) = (unit.noun, unit.magnitude)
            && numeral.value.fract() != 0.0
            && let Some(value) = grouped_by_comma(self.small(at))
        {
            numeral.value = value;
        }
        let mut end = unit.end;
        // `98% quần chúng trở lên`: the noun stands between the number and the comparator.
        let mut last = end;
        let hit = self.doc.longest(&NOUNS, end, self.end).filter(|_| unit.text == r"%");
        if let Some(hit) = &hit {
            last = hit.tokens.end;
        }
        for after in [end, last] {
            match (self.word(after), self.word(after + 1)) {
                ("trở", "lên") => (lead.comparator, end) = (Comparator::AtLeast, after + 2),
                ("trở", "xuống") => (lead.comparator, end) = (Comparator::AtMost, after + 2),
                _ => {}
            }
        }
        if end > last
            && let Some(hit) = hit
        {
            (unit.noun, unit.counted) = (Some(hit.value), hit.tokens);
        }
        // `từ 80 đảng viên mới trở lên`, `từ 75% kế hoạch năm trở lên`, but in `từ 80% chi bộ hoàn thành tốt nhiệm vụ trở lên`
        // it is of the grade.
        if self.before(lead.begin, 1) == "từ" && lead.comparator == Comparator::Equal {
            let up = (end..end + 4)
                .take_while(|&i| self.is_word(i) && !matches!(self.word(i), "hoàn" | "đạt" | "xếp" | "có" | "được"))
                .find(|&i| (self.word(i), self.word(i + 1)) == ("trở", "lên"));
            if let Some(up) = up {
                (lead.comparator, end) = (Comparator::AtLeast, up + 2);
            }
        }
        let begin = if self.before(lead.begin, 1) == "từ" && lead.comparator == Comparator::AtLeast {
            lead.begin - 1
        } else {
            lead.begin
        };
        Some(Figure {
            tokens: begin..end,
            value: numeral.value,
            value_max: numeral.value_max,
            unit: Some(unit.text),
            comparator: lead.comparator,
            noun: unit.noun,
            counted: unit.counted,
            change: lead.change,
            share: numeral.share,
        })
    }

    /// A number that stands apart from its noun: `47/56 (đạt 84%) đơn vị`, `77 trong tổng số 108 trưởng thôn`,
    /// `tăng từ 5 lên 12 xã`.
    fn apart(&self, at: usize, numeral: &Numeral) -> Option<Figure> {
        let next = numeral.next;
        if numeral.in_words || numeral.value_max.is_some() {
            return None;
        }
        let mut end = next;
        let unit = if numeral.share && self.word(next) == "(" {
            let close = (next..self.end.min(next + 8)).find(|&i| self.word(i) == ")")?;
            self.unit(close + 1, true)
                .filter(|unit| matches!(unit.noun, Some(Noun::Body | Noun::Person | Noun::Thing)))?
        } else {
            let levels = self.before(at, 1) == "từ" && matches!(self.word(next), "lên" | "xuống");
            let total = match (self.word(next), self.word(next + 1), self.word(next + 2)) {
                ("trong" | "trên", "tổng", "số") => next + 3,
                ("trong" | "trên", "số", _) => next + 2,
                ("lên" | "xuống", "còn", _) if levels => next + 2,
                ("lên" | "xuống", _, _) if levels => next + 1,
                _ => return None,
            };
            let unit = self.numeral(total).filter(|whole| !whole.in_words).and_then(|w| self.unit(w.next, false))?;
            if !levels {
                end = unit.end;
            }
            unit
        };
        if self.is_name(at, &unit, true) {
            return None;
        }
        let lead = self.lead(at);
        self.doc.fired(|| ("measure.apart", lead.begin..end, unit.counted.clone()));
        Some(Figure {
            tokens: lead.begin..end,
            value: numeral.value,
            value_max: None,
            unit: Some(unit.text),
            comparator: lead.comparator,
            noun: unit.noun,
            counted: unit.counted,
            change: lead.change,
            share: true,
        })
    }

    /// `từ 349 đầu mối xuống còn 268`: a level in the unit of the one before it.
    fn bare_level(&self, at: usize, before: Option<(&Measure, usize)>) -> Option<Figure> {
        let (earlier, ended) = before?;
        let numeral = self.numeral(at).filter(|n| !n.in_words && !n.share && n.value_max.is_none())?;
        let lead = self.lead(at);
        let led = (ended..lead.begin).len() <= 2
            && (ended..lead.begin).all(|i| matches!(self.word(i), "lên" | "xuống" | "còn"))
            && ended < lead.begin;
        let closed = matches!(self.word(numeral.next), "," | "." | ";" | ")" | "(" | "");
        if led && closed {
            self.doc.fired(|| ("measure.level", lead.begin..numeral.next, ended..lead.begin));
        }
        (led && closed).then(|| Figure {
            tokens: lead.begin..numeral.next,
            value: numeral.value,
            value_max: None,
            unit: earlier.unit.clone(),
            comparator: lead.comparator,
            noun: None,
            counted: numeral.next..numeral.next,
            change: false,
            share: false,
        })
    }

    /// `2.397 đảng viên, tăng 96 so với đầu nhiệm kỳ`: a change without a unit.
    fn bare_change(&self, at: usize, numeral: &Numeral) -> Option<Figure> {
        let lead = self.lead(at);
        let closed = matches!(self.word(numeral.next), "so" | "," | "." | ";" | ")" | "");
        let plain = !numeral.in_words && !numeral.share && numeral.value_max.is_none();
        if !lead.change || !closed || !plain || self.before(at, 1) == "bằng" {
            return None;
        }
        Some(Figure {
            tokens: lead.begin..numeral.next,
            value: numeral.value,
            value_max: None,
            unit: None,
            comparator: lead.comparator,
            noun: None,
            counted: numeral.next..numeral.next,
            change: true,
            share: false,
        })
    }

    /// Whether what is joined to a number on its left leaves it a number: `(12 xã`, `“5`.
    fn opens_number(&self, at: usize) -> bool {
        let digits = |word: &str| word.bytes().any(|b| b.is_ascii_digit());
        let letters = if at >= self.start + 2 { self.small(at - 2) } else { r"" };
        if matches!(self.before(at, 1), "," | ".") && digits(letters) {
            return false;
        }
        // `Q.12`, `P.7`, `TP.3`
        if self.before(at, 1) == "." && letters.chars().count() <= 2 {
            return false;
        }
        matches!(self.before(at, 1), "(" | "“" | "\"" | "," | "." | ":" | ";" | "'" | "‘" | "…" | "[")
    }

    /// Whether the words before a number make it a name, an ordinal or an address.
    fn is_name(&self, at: usize, unit: &Unit, share: bool) -> bool {
        let before = self.before(at, 1);
        let two = self.before(at, 2);
        let measured = unit.text == r"%" || unit.magnitude || unit.noun == Some(Noun::Unit);
        let counting = matches!(two, "mỗi" | "một" | "từng" | "mọi");
        let capital = |back: usize| at >= self.start + back && self.doc.case(at - back) != Case::Lower;
        match (two, before) {
            // A citation that tells no instrument, `Vụ Địa phương 3`, but not `giải quyết 14 đơn thư`.
            ("nghị", "quyết" | "định") | ("chỉ", "thị") | ("thông", "tư") | ("trung", "ương") => {
                return !measured;
            }
            ("quy" | "quyết", "định")
            | ("kết", "luận")
            | ("kế", "hoạch")
            | ("chương", "trình")
            | ("địa", "phương")
            | ("thông", "báo")
                if capital(2) =>
            {
                return !measured;
            }
            // `giải quyết dứt điểm 6 vụ việc`, `đến thời điểm 12 xã`
            ("dứt" | "thời" | "trọng" | "khuyết" | "ưu", "điểm") => return false,
            // `nâng cấp 9 công trình`, `yêu cầu 12 xã`, `xếp loại 25 đảng viên`: these words name nothing.
            ("nâng" | "cung" | "trợ" | "phát", "cấp")
            | ("yêu" | "nhu", "cầu")
            | ("xếp" | "phân", "loại")
            | ("góp" | "cổ", "phần")
            | ("mô" | "tình", "hình")
            // `tổ chức đại hội 45 chi bộ`, `xuất bản 52 ấn phẩm`
            | ("đại" | "xã", "hội")
            | ("xuất", "bản")
            // `trong năm 35 đảng viên được kết nạp`, `hằng năm 95% chi bộ`
            | ("trong" | "mỗi" | "hằng" | "hàng" | "cả" | "toàn", "năm" | "tháng" | "khóa")
            | ("tiêu" | "đại", "biểu")
            // `tăng so với cùng kỳ 01 đơn`
            | ("cùng", "kỳ")
            | ("học", "tập") => return false,
            // `đề ra 15 chỉ tiêu chủ yếu` counts what a plan has, `đạt 15 chỉ tiêu` what was reached.
            (_, "ra" | "nhất" | "qua" | "định" | "với") if unit.text == "chỉ tiêu" && !share => return true,
            // `xếp 14/63 tỉnh, thành phố` is a rank, `một trong 10 thành phố` too.
            (_, "xếp" | "đứng" | "trí") if share => return true,
            // `Ban Chỉ đạo 389 quốc gia`, `phương châm 4 tại chỗ`
            ("một", "trong") | ("phương", "châm") => return true,
            ("chỉ", "đạo") if self.before(at, 3) == "ban" => return true,
            _ => {}
        }
        if NAMED.contains(before) {
            // `tổng số 53 đảng viên`, `trong số 12 xã`, `dân số 150.000 người`
            let total = before == "số" && matches!(two, "tổng" | "trong" | "với" | "có" | "còn" | "dân" | "quân");
            let counted = matches!(before, "tuổi" | "điểm" | "lớp") && (measured || counting);
            // `Doanh thu 6 tháng 134 tỷ đồng`
            let ended = before == "tháng" && measured && at > self.start + 1 && self.is_number(at - 2);
            return !total && !counted && !ended;
        }
        if ORDINAL.contains(before) {
            return !measured && !counting && unit.noun != Some(Noun::Person);
        }
        // `Bệnh viện Quân y 354 Bệnh viện Quân y`: a name begins after the number, no count.
        let capitalised = |i: usize| i < self.end && self.doc.case(i) == Case::Capital;
        if unit.noun == Some(Noun::Body) && capitalised(unit.counted.start) && capitalised(unit.counted.end) {
            return true;
        }
        // `Licogi 14 tổ chức lễ`: a number after a name is part of it.
        let named = at > self.start + 1
            && self.is_word(at - 1)
            && self.doc.norm(self.doc.place(at - 1)).chars().any(is_capital)
            // `Đặc điểm: Có 32 khoa`, `Đồng chí An 3 lần được khen`
            && !NOT_COUNTED.contains(before)
            // `kiểm tra tài chính Đảng 01 tổ chức đảng`
            && !matches!(before, "trao" | "tặng" | "bầu" | "kết" | "mở" | "hơn" | "hỗ" | "đảng")
            && unit.text != r"lần"
            // In a line of capitals they tell nothing: `KẾT NẠP 305 ĐẢNG VIÊN`.
            && !(self.is_upper(at - 1) && !unit.guessed && self.is_upper(unit.counted.start));
        named && !measured && (unit.guessed || unit.noun != Some(Noun::Person))
    }

    fn is_upper(&self, at: usize) -> bool {
        at < self.end && self.doc.case(at) == Case::Upper
    }

    /// Whether `trên` before a number says where: `triển khai trên 3 xã`, not `trên 800 chuyên đề`.
    fn is_where(&self, at: usize) -> bool {
        let exact = self.is_number(at)
            && decimal(self.small(at)).is_some_and(|value| value < 100.0 && (value / 5.0).fract() != 0.0);
        exact
            && matches!(
                self.word(at + 1),
                "xã" | "phường"
                    | "huyện"
                    | "tỉnh"
                    | "thôn"
                    | "địa"
                    | "tuyến"
                    | "vùng"
                    | "khu"
                    | "nước"
                    | "mặt"
                    | "kênh"
            )
    }

    /// Comparator and word of change before a number.
    fn lead(&self, at: usize) -> Lead {
        let mut lead = Lead { begin: at, comparator: Comparator::Equal, change: false };
        for _ in 0..3 {
            let i = lead.begin;
            let (two, one) = (self.before(i, 2), self.before(i, 1));
            let (comparator, words) = match (two, one) {
                ("ít" | "tối", "nhất" | "thiểu") => (Some(Comparator::AtLeast), 2),
                // `ít nhất là 10 con sông`
                ("nhất" | "thiểu", "là") if matches!(self.before(i, 3), "ít" | "tối") => {
                    (Some(Comparator::AtLeast), 3)
                }
                ("không", "dưới") => (Some(Comparator::AtLeast), 2),
                ("không", "quá") | ("tối", "đa") => (Some(Comparator::AtMost), 2),
                // `ở mức không vượt quá 40%`
                ("vượt", "quá") if self.before(i, 3) == "không" => (Some(Comparator::AtMost), 3),
                ("chưa", "đến" | "tới" | "đầy") => (Some(Comparator::Less), 2),
                ("xấp", "xỉ") => (Some(Comparator::About), 2),
                ("ước", "chừng" | "khoảng") => (Some(Comparator::About), 2),
                ("cao" | "thấp" | "nhiều" | "ít" | "lớn" | "kém" | "nhanh" | "chậm", "hơn") => {
                    lead.change = true;
                    (None, 2)
                }
                ("tăng" | "giảm", "thêm") => {
                    lead.change = true;
                    (None, 2)
                }
                (_, "trên") if self.is_where(at) => break,
                (_, "trên" | "hơn") => (Some(Comparator::Greater), 1),
                (_, "dưới") => (Some(Comparator::Less), 1),
                (_, "gần" | "khoảng" | "chừng") => (Some(Comparator::About), 1),
                (_, "tăng" | "giảm" | "vượt" | "gấp") => {
                    lead.change = true;
                    (None, 1)
                }
                // `bằng 105% kế hoạch`, not `bằng 3 hình thức`
                (_, "bằng") if self.is_number(at) && matches!(self.word(at + 1), "%" | "lần") => {
                    lead.change = true;
                    (None, 1)
                }
                _ => break,
            };
            // Of `khoảng hơn 300` the nearest word says how.
            if lead.comparator == Comparator::Equal
                && let Some(comparator) = comparator
            {
                lead.comparator = comparator;
            }
            lead.begin = i - words;
            if lead.change {
                break;
            }
        }
        lead
    }

    /// The unit that begins at `at`.
    fn unit(&self, at: usize, share: bool) -> Option<Unit> {
        if self.word(at) == "%" || (self.word(at), self.word(at + 1)) == ("phần", "trăm") {
            let end = at + if self.word(at) == "%" { 1 } else { 2 };
            return Some(Unit {
                text: r"%".to_owned(),
                end,
                noun: None,
                counted: at..end,
                magnitude: false,
                guessed: false,
            });
        }
        // Joined to a number only a unit of measure stands: `700ha`, not `6A`.
        let glued = self.is_glued(at);
        let mut i = at;
        while matches!(self.word(i), "nghìn" | "ngàn" | "vạn" | "triệu" | "tỷ" | "tỉ" | "trăm" | "chục")
            // `một tỷ lệ lớn`, `đợt 2 triệu tập`
            && !matches!(self.word(i + 1), "lệ" | "số" | "trọng" | "suất" | "giá" | "tập")
        {
            i += 1;
        }
        let magnitude = i > at;
        let mut counted = i..i;
        let mut noun = None;
        if let Some(hit) = self.doc.longest(&NOUNS, i, self.end) {
            noun = Some(hit.value);
            counted = hit.tokens;
            if hit.value == Noun::Joining
                && let Some(next) = self.doc.longest(&NOUNS, counted.end, self.end)
                && matches!(next.value, Noun::Person | Noun::Thing | Noun::Body)
            {
                counted.end = next.tokens.end;
            }
        }
        // `30 thương binh, bệnh binh`, `40 phụ nữ, trẻ em`: people of several kinds counted at once.
        while noun == Some(Noun::Person)
            && self.word(counted.end) == ","
            && let Some(next) = self.doc.longest(&NOUNS, counted.end + 1, self.end)
            && next.value == Noun::Person
            && !matches!(self.word(counted.end + 1), "ông" | "bà" | "anh" | "chị" | "đồng" | "em")
            // `đảng viên nữ là 359 đồng chí, đảng viên là người có đạo 5 đồng chí`: these are not kinds of people.
            && !matches!(self.doc.lower(self.doc.span(counted.clone())), "đồng chí" | r"người" | r"em" | r"cháu" | r"bạn")
            && self.doc.case(counted.end + 1) == Case::Lower
        {
            counted.end = next.tokens.end;
        }
        // `5.000 héc-ta`, `128 đ/c`
        match (self.word(i), self.word(i + 1), self.word(i + 2)) {
            ("héc", "-", "ta") => (noun, counted) = (Some(Noun::Unit), i..i + 3),
            ("đ", "/", "c") => (noun, counted) = (Some(Noun::Person), i..i + 3),
            _ => {}
        }
        // `16 lớp học tập, quán triệt`
        if self.word(counted.end) == "tập" && counted.len() > 1 && self.word(counted.end - 1) == "học" {
            counted.end -= 1;
        }
        // `thương binh, gia đình liệt sỹ, người có công`: families among people.
        while noun == Some(Noun::Person)
            && (self.word(counted.end), self.word(counted.end + 1), self.word(counted.end + 2)) == (",", "gia", "đình")
            && let Some(next) = self.doc.longest(&NOUNS, counted.end + 1, self.end)
        {
            counted.end = next.tokens.end;
            let more = self.doc.longest(&NOUNS, counted.end + 1, self.end);
            if self.word(counted.end) == ","
                && let Some(more) = more.filter(|more| more.value == Noun::Person)
            {
                counted.end = more.tokens.end;
            }
        }
        // `cán bộ, công chức và người lao động`, `lượt cán bộ, đảng viên và người lao động`
        if matches!(noun, Some(Noun::Person | Noun::Joining))
            && self.word(counted.end) == "và"
            && counted.clone().any(|i| self.word(i) == ",")
            && let Some(last) = self.doc.longest(&NOUNS, counted.end + 1, self.end)
            && last.value == Noun::Person
        {
            counted.end = last.tokens.end;
        }
        match noun {
            Some(Noun::Time) if !magnitude => return None,
            // `đạt 5 tỷ năm 2016`, but `2 triệu năm` is a length.
            Some(Noun::Time) if !self.is_number(i + 1) => return None,
            Some(Noun::Time) => (noun, counted) = (None, i..i),
            // `giao cho các sở, ngành 979 nhiệm vụ`, `giải quyết được 177 việc`: a plan does not have so many.
            Some(Noun::Task)
                if matches!(self.doc.lower(self.doc.span(counted.clone())), "nhiệm vụ" | r"việc")
                    && self.is_number(at - 1)
                    && decimal(self.small(at - 1)).is_some_and(|count| count >= 50.0) => {}
            Some(Noun::Task) if !share || self.word(i) == "dân" => return None,
            _ => {}
        }
        let mut guessed = false;
        let countable = !magnitude || matches!(self.word(i - 1), "nghìn" | "ngàn" | "vạn");
        if noun.is_none()
            && !share
            && !glued
            && countable
            && let Some(end) = self.guess(i)
        {
            (noun, counted, guessed) = (Some(Noun::Thing), i..end, true);
        }
        if noun.is_none() && !magnitude {
            return None;
        }
        // `3.004tổ chức đảng` has lost its space.
        if glued && !(noun == Some(Noun::Unit) || magnitude || counted.len() > 2) {
            return None;
        }
        let mut end = counted.end.max(i);
        let mut text = self.doc.norm(self.doc.span(at..end)).to_owned();
        if !counted.is_empty()
            && let Some(full) = expanded(self.doc.lower(self.doc.span(counted.clone())))
        {
            text = full.to_owned();
            if magnitude {
                text.insert(0, ' ');
                text.insert_str(0, self.doc.norm(self.doc.span(at..i)));
            }
        }
        // `triệu đồng/người/năm`, `tạ/ha`
        while matches!(noun, Some(Noun::Unit | Noun::Thing | Noun::Person))
            && self.word(end) == "/"
            && self.is_word(end + 1)
            && self.is_glued(end + 1)
        {
            text.push('/');
            text.push_str(self.doc.norm(self.doc.place(end + 1)));
            end += 2;
        }
        Some(Unit { text, end, noun, counted, magnitude, guessed })
    }

    /// The end of a counted noun that no list has: two syllables unless the second cannot belong to a noun.
    fn guess(&self, at: usize) -> Option<usize> {
        // `32 đảng viên (31 chính thức, 01 dự bị)`
        let quality = matches!((self.word(at), self.word(at + 1)), ("chính", "thức") | ("dự", "bị"));
        if !self.is_word(at) || quality || NOT_COUNTED.contains(self.word(at)) {
            return None;
        }
        let token = *token(&self.doc.tokens, at);
        match token.case {
            // `20 VĐV`, `50 KCN`
            Case::Upper => {
                let letters = self.doc.norm(token.span);
                return (roman(letters).is_none() && letters.chars().all(is_letter)).then_some(at + 1);
            }
            Case::Capital | Case::Mixed => return None,
            Case::Lower => {}
        }
        let second = at + 1;
        let joins = self.is_word(second)
            && self.doc.case(second) == Case::Lower
            && !NOT_COUNTED.contains(self.word(second))
            && !NOT_SECOND.contains(self.word(second));
        Some(if joins { second + 1 } else { second })
    }
}

/// The words before a number.
struct Lead {
    begin: usize,
    comparator: Comparator,
    change: bool,
}

/// What a number counts.
struct Unit {
    text: String,
    end: usize,
    noun: Option<Noun>,
    counted: Range<usize>,
    /// `nghìn`, `triệu`, `tỷ`
    magnitude: bool,
    /// Whether the noun is in no list.
    guessed: bool,
}

/// Words after a number that begin no counted noun: function words, verbs, adjectives.
#[rustfmt::skip]
#[numbered]
const NOT_COUNTED: Set = Set(&[
    "và", "của", "đến", "đã", "là", "để", "với", "sẽ", "được", "có", "cho", "trong", "tại", "trên", "cũng", "chỉ",
    "bị", "thì", "vừa", "lúc", "về", "từ", "nhưng", "mà", "tới", "do", "ở", "theo", "đạt", "chưa", "này", "sau",
    "phải", "vào", "nêu", "đi", "đang", "không", "khi", "hoặc", "hay", "thuộc", "đều", "vẫn", "lại", "còn", "rồi",
    "nữa", "như", "nếu", "vì", "bởi", "nên", "gồm", "trước", "giữa", "dưới", "ngoài", "so", "tăng", "giảm", "xuống",
    "lên", "ra", "qua", "mới", "cùng", "nhất", "nhằm", "gắn", "khiến", "làm", "gây", "xếp", "ký", "xử", "diễn", "trở",
    "tiếp", "triển", "thực", "đối", "liên", "bằng", "nhờ", "trừ", "kể", "tính", "trung", "bình", "bao", "cách", "lần",
    "nay", "đây", "đó", "kia", "ấy", "năm", "tháng", "ngày", "giờ", "phút", "tuổi", "tết", "sáng", "trưa", "chiều",
    "tối", "đêm", "âm", "dương", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "x", "phần", "mỗi", "các", "những", "một",
    "hai", "ba", "bốn", "rưỡi", "khác", "cả", "toàn", "tổ", "đứng", "nằm", "thành", "gửi", "cần", "muốn", "nói",
    "biết", "hơn", "gần", "khoảng", "trụ", "vươn", "tiến", "góp", "đóng", "tạo", "giúp", "phát", "quy", "ban",
    "thông", "chuyển", "sạch", "mấy", "luôn", "hiện", "sắp", "ngay", "dù", "chúng", "ăn", "mình", "thời", "nửa",
    "đầu", "giây", "tích", "kịp", "thường", "quyết", "phấn", "tổng", "dân", "đẩy", "đưa", "mang", "hoàn", "tham",
    "phối", "chấp", "nhận", "yêu", "đề", "chất", "quan", "tốt",
]);

/// Words that may begin a counted noun but not end one.
#[rustfmt::skip]
#[numbered]
const NOT_SECOND: Set = Set(&[
    "nghèo", "lớn", "nhỏ", "tốt", "đẹp", "trẻ", "già", "cũ", "dài", "rộng", "cao", "thấp", "sâu", "chính", "riêng", "chung",
    "xuất", "tiêu", "hiến", "tặng", "trao", "đăng", "vượt", "thi", "bán", "mua", "chạy", "ăn", "học", "dự", "chịu", "gặp",
    "xây", "sửa", "trồng", "nuôi", "hưởng", "nhiễm", "chiếm", "loại", "đầu", "cuối", "trị", "trực", "tự", "tình", "thoát",
    "hoạt", "sản", "kinh", "vi", "sai", "trái", "đúng", "khó", "dễ", "thừa", "thiếu", "nổi", "ngồi", "đỗ", "ưu", "xanh", "ấm",
]);

#[cfg(test)]
mod tests {
    use crate::parse::parse;
    use crate::report::Measure;

    fn measures(body: &str) -> Vec<Measure> {
        let page = format!(
            "Hội nghị của cơ quan\nNgày: 17.07.2017\nĐảng bộ cơ quan đã họp.\n{body}\nCác đại biểu đã thảo luận."
        );
        parse("page", &page).measures
    }

    /// The measures of a sentence, each as `quote | comparator value[-max] unit`.
    #[track_caller]
    fn check(body: &str, expected: &[&str]) {
        let found: Vec<String> = measures(body)
            .iter()
            .map(|m| {
                let max = m.value_max.map_or(String::new(), |max| format!("-{max}"));
                let unit = m.unit.as_deref().unwrap_or("?");
                format!("{} | {} {}{max} {unit}", m.quote.as_str(), m.comparator, m.value)
            })
            .collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn values_units_and_comparators() {
        for (body, expected) in [
            ("Đảng bộ đã kết nạp 305 đảng viên mới.", "305 đảng viên | = 305 đảng viên"),
            ("Đảng bộ Khối có 53 TCCS Đảng.", "53 TCCS Đảng | = 53 tổ chức cơ sở đảng"),
            ("Dự án cần 5.000 héc-ta đất.", "5.000 héc-ta | = 5000 héc-ta"),
            ("Ủy ban đã giao các sở 979 nhiệm vụ.", "979 nhiệm vụ | = 979 nhiệm vụ"),
            ("Thành phố có ít nhất là 10 con sông.", "ít nhất là 10 con | >= 10 con"),
            ("Tỷ lệ này đạt 67,77% chỉ tiêu.", "67,77% | = 67.77 %"),
            ("Cụm có gần 2.000 đảng viên.", "gần 2.000 đảng viên | ~ 2000 đảng viên"),
            ("Trung bình trên 800 chuyên đề được đăng ký.", "trên 800 chuyên đề | > 800 chuyên đề"),
            ("Nghị quyết được quán triệt cho 98% quần chúng trở lên học tập.", "98% quần chúng trở lên | >= 98 %"),
            ("Phấn đấu đạt từ 95% trở lên.", "từ 95% trở lên | >= 95 %"),
            ("Chi bộ kiểm tra ít nhất hai đảng viên.", "ít nhất hai đảng viên | >= 2 đảng viên"),
            ("Tỷ lệ hộ nghèo không quá 5% ở xã.", "không quá 5% | <= 5 %"),
            ("Tỷ lệ này còn dưới 2% ở xã.", "dưới 2% | < 2 %"),
            ("Phấn đấu kết nạp từ 40 quần chúng ưu tú trở lên.", "từ 40 quần chúng ưu tú trở lên | >= 40 quần chúng"),
            ("Các sở đạt từ 60% dự toán năm trở lên.", "từ 60% dự toán năm trở lên | >= 60 %"),
            ("Có từ 70% chi đoàn hoàn thành tốt nhiệm vụ trở lên.", "70% | = 70 %"),
            ("Toàn huyện có 15 trong tổng số 40 bí thư là nữ.", "15 trong tổng số 40 bí thư | = 15 bí thư"),
            ("Thu nhập tăng 2,6 lần so với đầu nhiệm kỳ.", "tăng 2,6 lần | = 2.6 lần"),
            ("Ban đã mở 12 lớp học tập nghị quyết.", "12 lớp | = 12 lớp"),
            ("Khen thưởng 41 tập thể và cá nhân.", "41 tập thể và cá nhân | = 41 tập thể và cá nhân"),
            (
                "Có 900 lượt cán bộ, đảng viên và người lao động học tập.",
                "900 lượt cán bộ, đảng viên và người lao động | = 900 lượt cán bộ, đảng viên và người lao động",
            ),
            (
                "Trao quà cho 30 thương binh, gia đình liệt sỹ, người có công.",
                "30 thương binh, gia đình liệt sỹ, người có công | = 30 thương binh, gia đình liệt sỹ, người có công",
            ),
            ("Có 11,250 lượt hội viên dự học.", "11,250 lượt hội viên | = 11250 lượt hội viên"),
            (
                "Các chi đoàn hiến máu, quyên góp, với trên 3.500 lượt người tham gia; nhân dân ủng hộ.",
                "trên 3.500 lượt người | > 3500 lượt người",
            ),
            ("Đoàn tặng 9.000 khẩu trang.", "9.000 khẩu trang | = 9000 khẩu trang"),
            ("Xã đã nâng cấp 09 công trình.", "09 công trình | = 9 công trình"),
            ("Sở giảm 35 trưởng phòng, ban sau sắp xếp.", "giảm 35 trưởng phòng, ban | = 35 trưởng phòng, ban"),
            ("Huyện bổ nhiệm 16 phó trưởng phòng.", "16 phó trưởng phòng | = 16 phó trưởng phòng"),
            ("Vốn ủy thác tăng 1.888 tỷ đồng.", "tăng 1.888 tỷ đồng | = 1888 tỷ đồng"),
            ("Vốn ủy thác tăng hơn 20% so với trước.", "tăng hơn 20% | > 20 %"),
            ("Tỷ lệ thấp hơn 3% so với trước.", "thấp hơn 3% | = 3 %"),
            ("Toàn xã trồng hơn 700ha rừng.", "hơn 700ha | > 700 ha"),
            ("Xã đạt 7/9 chỉ tiêu đề ra.", "7/9 chỉ tiêu | = 7 chỉ tiêu"),
            ("Tỉnh đón 6,1 triệu khách du lịch.", "6,1 triệu khách du lịch | = 6.1 triệu khách du lịch"),
            (
                "Mỗi đợt khoảng 50-70 cán bộ, chiến sỹ xuống thôn.",
                "khoảng 50-70 cán bộ, chiến sỹ | ~ 50-70 cán bộ, chiến sỹ",
            ),
            ("Huyện hỗ trợ từ 3 đến 5 xã.", "3 đến 5 xã | = 3-5 xã"),
            ("Tổng số tiền 566 tỷ 384 triệu đồng.", "566 tỷ 384 triệu đồng | = 566.384 tỷ đồng"),
            ("Thu nhập đạt 26,5 triệu đồng/người/năm.", "26,5 triệu đồng/người/năm | = 26.5 triệu đồng/người/năm"),
            ("Sở giải quyết 14 đơn thư khiếu nại.", "14 đơn thư | = 14 đơn thư"),
            ("Quỹ hỗ trợ hơn 300 lượt hội viên.", "hơn 300 lượt hội viên | > 300 lượt hội viên"),
            ("Trao quà cho 1,250 hộ nghèo.", "1,250 hộ nghèo | = 1250 hộ nghèo"),
            ("Cụm gồm 11 ban tổ chức tỉnh ủy.", "11 ban tổ chức | = 11 ban tổ chức"),
            ("Ngành rà soát 120 TTHC ở xã.", "120 TTHC | = 120 thủ tục hành chính"),
            ("Chi bộ mở 3 đợt ra quân.", "3 đợt | = 3 đợt"),
            ("Mô hình triển khai trên 3 xã.", "3 xã | = 3 xã"),
            ("Bệnh viện hạng 1: Có 32 phòng.", "32 phòng | = 32 phòng"),
            (
                "Công ty có 1.200 cán bộ, công chức và người lao động.",
                "1.200 cán bộ, công chức và người lao động | = 1200 cán bộ, công chức và người lao động",
            ),
            ("Quỹ giúp 40 phụ nữ, trẻ em nghèo.", "40 phụ nữ, trẻ em | = 40 phụ nữ, trẻ em"),
            ("Số vụ giảm 12 so với cùng kỳ.", "giảm 12 | = 12 ?"),
            ("Kiểm tra tài chính Đảng 01 tổ chức đảng.", "01 tổ chức đảng | = 1 tổ chức đảng"),
            ("Đảng bộ xã có 128 đ/c.", "128 đ/c | = 128 đồng chí"),
            ("Kiểm tra 1.204tổ chức đảng về thu, chi.", "1.204tổ chức đảng | = 1204 tổ chức đảng"),
            ("Cục đã giải quyết 180 việc.", "180 việc | = 180 việc"),
            ("Ban Thường vụ khen thưởng 84 cá nhân, tập thể.", "84 cá nhân, tập thể | = 84 cá nhân, tập thể"),
            ("Đảng viên đã ký 900 bản cam kết.", "900 bản cam kết | = 900 bản cam kết"),
            ("Liên đoàn có 12 CĐ cơ sở.", "12 CĐ cơ sở | = 12 công đoàn cơ sở"),
            ("Thành lập 3 chi bộ cơ sở đảng.", "3 chi bộ cơ sở đảng | = 3 chi bộ cơ sở đảng"),
            ("Dư nợ ở mức không vượt quá 40% tổng thu.", "không vượt quá 40% | <= 40 %"),
            ("Chi bộ có 32 đảng viên (31 chính thức, 01 dự bị).", "32 đảng viên | = 32 đảng viên"),
            ("Doanh thu 6 tháng 134 tỷ đồng.", "134 tỷ đồng | = 134 tỷ đồng"),
            ("Trong năm 35 đảng viên được kết nạp.", "35 đảng viên | = 35 đảng viên"),
            ("Hằng năm 95% chi bộ đạt loại tốt.", "95% | = 95 %"),
            ("Các xã đã tổ chức đại hội 45 chi bộ.", "45 chi bộ | = 45 chi bộ"),
            ("Ban đã xuất bản 52 ấn phẩm.", "52 ấn phẩm | = 52 ấn phẩm"),
            ("Toàn ngành có 63 ban tuyên giáo.", "63 ban tuyên giáo | = 63 ban tuyên giáo"),
            ("Xã lắp 20 chiếu nghỉ ở chợ.", "20 chiếu nghỉ | = 20 chiếu nghỉ"),
        ] {
            check(body, &[expected]);
        }
    }

    #[test]
    fn numbers_apart_from_what_they_count() {
        for (body, expected) in [
            ("Kiểm tra tại 12/15 (đạt 80%) đơn vị trực thuộc.", &["12/15 | = 12 đơn vị", "80% | = 80 %"][..]),
            (
                "Sáp nhập từ 60 đầu mối xuống còn 41; các khối ổn định.",
                &["60 đầu mối | = 60 đầu mối", "41 | = 41 đầu mối"],
            ),
            ("Nhận 4 đơn, tăng so với cùng kỳ 01 đơn.", &["4 đơn | = 4 đơn", "01 đơn | = 1 đơn"]),
            ("Số xã đạt chuẩn tăng từ 5 lên 12 xã.", &["5 | = 5 xã", "12 xã | = 12 xã"]),
            (
                "Trong đó nữ là 30 đồng chí, đảng viên có đạo 5 đồng chí.",
                &["30 đồng chí | = 30 đồng chí", "5 đồng chí | = 5 đồng chí"],
            ),
        ] {
            check(body, expected);
        }
    }

    #[test]
    fn what_is_no_measure() {
        for body in [
            "Cụm thi đua số 5 họp ngày 20/6.",
            "Vụ Địa phương 3 dự họp lúc 14 giờ 30 phút.",
            "Thực hiện 8 nhóm nhiệm vụ và 5 giải pháp.",
            "Qua 5 năm thực hiện Chỉ thị 05 của Bộ Chính trị.",
            "Đại hội lần thứ 30 bầu ông Nguyễn Văn An, 47 tuổi.",
            "Kỷ niệm 70 năm Ngày Thương binh (27/7/1947-27/7/2017).",
            "Công ty Licogi 14 tổ chức lễ tại phường 12, quận 5.",
            "Trong nghị quyết có 1/3 dân số; tỉnh xếp 14/63 tỉnh, thành phố.",
            "Xây dựng “Gia đình 5 không, 3 sạch”.",
            "Nhà ở Q.12 theo Điều 25 của luật.",
            "Giá trị thu hoạch trên một đơn vị diện tích khá cao.",
            "Ông An đã 3 lần đi nước ngoài.",
            "Ngành cần khắc phục 7 tồn tại, hạn chế và thực hiện 2 bộ quy tắc ứng xử.",
            "Hai nhân viên chiếm giữ riêng với số tiền 15 triệu đồng.",
            "Đoàn có mô hình “Ngôi nhà một trăm đồng”.",
            "Huyện triển khai 5 chương trình trọng điểm.",
            "Đây là một trong 10 thành phố bị ngập nhiều nhất.",
            "Ban Chỉ đạo 389 tỉnh họp; thực hiện phương châm 4 tại chỗ.",
        ] {
            check(body, &[]);
        }
    }

    #[test]
    fn targets_and_sizes_go_on_in_a_list() {
        let roles = |body: &str| measures(body).iter().map(|m| m.role.as_str()).collect::<Vec<_>>();
        assert_eq!(roles("Đảng bộ có 68 TCCSĐ (35 đảng bộ cơ sở, 33 chi bộ cơ sở) với 5.234 đảng viên."), ["size"; 4]);
        assert_eq!(roles("Phấn đấu kết nạp 150 đảng viên; trên 90% chi bộ đạt tốt; giảm 4% hộ nghèo."), ["target"; 3]);
        assert_eq!(
            roles("Đảng bộ có tổng số 350 đảng viên, sinh hoạt tại 12 chi bộ (trong đó: 8 chi bộ cơ sở)."),
            ["size"; 3]
        );
        assert_eq!(roles("Tổng số tổ chức đảng là 95 (trong đó 49 chi bộ và 46 đảng bộ cơ sở)."), ["size"; 2]);
        assert_eq!(roles("Họp cấp ủy cụm III gồm 4 xã An Bình, Hòa Lạc, Tân Mai."), ["size"]);
        assert_eq!(
            roles(
                "Liên đoàn Lao động tỉnh quản lý và chỉ đạo 9 công đoàn ngành, với 900 đoàn viên sinh hoạt tại 15 CĐCS."
            ),
            ["size"; 3]
        );
        assert_eq!(roles("Đảng ủy Khối tinh giản biên chế 15 cán bộ, công chức."), ["result"]);
        assert_eq!(roles("Khối thi đua số 3 với 10 đơn vị thành viên đã đẩy mạnh thi đua."), ["size"]);
        assert_eq!(roles("Huy hiệu 60 năm tuổi Đảng có 12 đồng chí."), ["result"]);
        assert_eq!(roles("Các đại biểu đại diện cho hơn 2.000 đoàn viên toàn tỉnh."), ["size"]);
        assert_eq!(roles("Đảng ủy thi hành kỷ luật 6 đảng viên, trong đó có 2 cấp ủy viên."), ["result"; 2]);
        assert_eq!(roles("Một số chỉ tiêu cụ thể như: thu nhập đạt 36 triệu đồng; giảm 5% hộ nghèo."), ["target"; 2]);
        assert_eq!(
            roles("Đại hội đã thông qua 16 chỉ tiêu. Cụ thể, thu nhập đạt 70 triệu đồng. Tỷ lệ tham gia đạt 100%."),
            ["target"; 2]
        );
        assert_eq!(
            roles("Phấn đấu hộ nghèo còn 3%. Tỷ lệ dùng nước sạch trên 90%. Năm qua, xã đã trồng 20 ha rừng."),
            ["target", "target", "result"]
        );
        assert_eq!(roles("Đến năm 2020, có 12 xã đạt chuẩn; tỷ lệ hộ nghèo còn 4%."), ["target"; 2]);
        assert_eq!(roles("Đến năm 2016, có 12 xã đạt chuẩn."), ["result"]);
        assert_eq!(roles("Để về đích, những tháng cuối năm thành phố phải tăng trên 9,5%."), ["target"]);
        assert_eq!(roles("Các đơn vị đạt nhiều chỉ tiêu: doanh thu đạt 14 tỷ đồng, tăng 5%."), ["result"; 2]);
        assert_eq!(roles("Phấn đấu kết nạp 150 đảng viên; đến nay đã kết nạp 80 đảng viên."), ["target", "result"]);
    }

    #[test]
    fn a_target_is_told_from_what_was_reached_of_it() {
        let roles = |body: &str| measures(body).iter().map(|m| m.role.as_str()).collect::<Vec<_>>();
        for (body, expected) in [
            ("Chỉ tiêu kết nạp 120 đảng viên, đã kết nạp 80 đồng chí, đạt 66,7%.", &["target", "result", "result"][..]),
            ("Kết nạp đạt 3,2%, vượt 0,2% so với chỉ tiêu đề ra là 3%.", &["result", "result", "target"]),
            ("Tỷ lệ dự học chỉ đạt 78%, thấp hơn chỉ tiêu đề ra (90%).", &["result", "target"]),
            ("Có 12 chỉ tiêu đạt và vượt, 8 chỉ tiêu đạt trên 80%.", &["result"; 3]),
            ("Muốn cả năm đạt được tăng trưởng 6%, quý IV phải đạt được tăng trưởng 7%.", &["result", "target"]),
            ("Dự kiến cần 230 tỷ đồng, tuy nhiên chỉ bố trí được 50 tỷ đồng.", &["target", "result"]),
            ("Phấn đấu 50% số xã đạt chuẩn (hiện nay là trên 26%).", &["target", "result"]),
            ("Đã đưa ra các chỉ tiêu cụ thể qua các năm: kết nạp 59 đảng viên; thu 62 tỷ đồng.", &["target"; 2]),
            ("Tuyển quân đạt 100% chỉ tiêu (120 thanh niên).", &["result"; 2]),
            ("Đại hội đã thông qua nghị quyết với các chỉ tiêu: kết nạp 5 đảng viên; thu 2 tỷ đồng.", &["target"; 2]),
            ("Đại hội đề ra 20 chỉ tiêu, đến nay có 12 chỉ tiêu hoàn thành.", &["result"]),
            ("Một số nơi chưa đạt chỉ tiêu (03 chi bộ chưa kết nạp được đảng viên).", &["result"]),
            ("Nhờ sự nỗ lực phấn đấu của các cấp, thu ngân sách đạt 45 tỷ đồng.", &["result"]),
            ("Nhờ sự phấn đấu của các ngành. Tỷ lệ tham gia tăng lên 63%.", &["result"]),
            ("Đã có chương trình phấn đấu 100% cơ sở đoàn tổ chức hội nghị; hỗ trợ 50 thanh niên.", &["target"; 2]),
            ("Phấn đấu hoàn thành các chỉ tiêu đã đề ra, kết nạp 40 đảng viên.", &["target"]),
            ("Phấn đấu đạt được 90% chi bộ sinh hoạt chuyên đề.", &["target"]),
            ("Phấn đấu hộ nghèo còn 3%. Có 80% hộ dân thực hiện tốt quy ước.", &["target"; 2]),
            ("Thu nhập bình quân đạt 32 triệu đồng (Nghị quyết 40 triệu đồng).", &["result", "target"]),
            ("Kết nạp đạt 60% chỉ tiêu cả năm là 150 đảng viên.", &["result", "target"]),
            ("Với mục tiêu nâng cao nhận thức, công đoàn mở 3 lớp tập huấn.", &["result"]),
        ] {
            assert_eq!(roles(body), expected, "{body}");
        }
    }

    #[test]
    fn how_big_a_body_is_may_be_told_in_many_ways() {
        let roles = |body: &str| measures(body).iter().map(|m| m.role.as_str()).collect::<Vec<_>>();
        for (body, count) in [
            ("Đảng bộ huyện có 5.120 đảng viên, trong đó có 1.800 đảng viên nữ, 95 đảng viên dự bị.", 3),
            ("Toàn huyện có 35 tổ chức cơ sở đảng, trong đó 20 đảng bộ, 15 chi bộ cơ sở.", 3),
            ("Đảng bộ gồm 12 chi bộ, tổng số 215 đảng viên, trong đó nữ 102 đồng chí.", 3),
            ("Huyện có 21 xã, thị trấn, diện tích 300 km2, dân số 150.000 người.", 3),
            ("Với 52 tổ chức cơ sở đảng và 3.150 đảng viên, Đảng bộ Khối luôn chú trọng công tác kiểm tra.", 2),
            ("Công đoàn ngành quản lý trực tiếp 45 công đoàn cơ sở với 4.500 đoàn viên.", 2),
            ("Tổng số cán bộ, công chức của sở là 1.250 người.", 1),
            ("Cụm thi đua số 2 gồm 7 đơn vị: Sở Nội vụ, Sở Tư pháp.", 1),
            ("Bệnh viện hiện có 600 giường bệnh, 32 khoa, phòng với 450 cán bộ.", 3),
        ] {
            assert_eq!(roles(body), vec!["size"; count], "{body}");
        }
        assert_eq!(roles("Dự hội nghị có 150 đại biểu."), ["result"]);
        assert_eq!(roles("Tổng số đảng viên mới kết nạp là 25 đồng chí."), ["result"]);
        assert_eq!(roles("Có ít nhất 2 công ty ở tỉnh xin nghỉ."), ["result"]);
    }

    #[test]
    fn a_review_of_a_year_has_the_next_one_ahead() {
        let page = "Đảng ủy Khối tổng kết công tác năm 2018, triển khai nhiệm vụ năm 2019\nNgày: 17.01.2019\n\
                    Sáng 15/1, Đảng ủy Khối đã họp.\nĐảng bộ đã kết nạp 185 đảng viên.\n\
                    Tỷ lệ nước sạch từ 5,6% năm 2011 lên 63%.\nNăm 2019, các chi bộ kết nạp 150 đảng viên.";
        let found = parse("page", page).measures;
        let found: Vec<_> = found.iter().map(|m| (m.role.as_str(), m.period.as_deref())).collect();
        assert_eq!(found[0], ("result", Some("2018-01-01/2018-12-31")));
        assert_eq!(found[1].0, "result");
        assert_eq!(found[2], ("result", Some("2011-01-01/2011-12-31")));
        assert_eq!(found[3], ("target", Some("2019-01-01/2019-12-31")));
    }

    #[test]
    fn the_sentence_tells_role_subject_verb_and_period() {
        let one = |body: &str| {
            let m = measures(body).remove(0);
            let part = |part: Option<String>| part.unwrap_or("-".to_owned());
            format!("{} | {} | {} | {}", m.role, part(m.subject), part(m.action), part(m.period))
        };
        for (body, expected) in [
            ("Năm 2016, đảng bộ đã kết nạp 305 đảng viên.", "result | đảng viên | kết nạp | 2016-01-01/2016-12-31"),
            ("Hằng năm, 100% TCCS Đảng xếp loại tốt.", "result | TCCS Đảng | - | -"),
            ("Đảng bộ Khối các cơ quan tỉnh có 53 chi bộ.", "size | Đảng bộ Khối các cơ quan tỉnh | - | -"),
            ("Năm 2018, phấn đấu trồng được 800 cây xanh.", "target | cây xanh | trồng | 2018-01-01/2018-12-31"),
            ("Tỷ lệ hộ nghèo giảm còn 24,6%.", "result | Tỷ lệ hộ nghèo | - | -"),
            ("Toàn xã có 24 em thi đỗ đại học.", "result | em | - | -"),
            ("Có 85% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ.", "result | tổ chức cơ sở đảng | - | -"),
            ("Chỉ số giá cả tăng 3,8%.", "result | Chỉ số giá cả | tăng | -"),
            ("Tổng sản phẩm (GRDP) tăng 7,6%.", "result | Tổng sản phẩm | tăng | -"),
            ("Xã phấn đấu thu ngân sách vượt 5%.", "target | Xã phấn đấu thu ngân sách | vượt | -"),
            ("Việc nâng cấp đường xã dài 30 mét.", "result | Việc nâng cấp đường xã dài | - | -"),
            ("Tỷ lệ dùng nước sạch đạt 63,7% năm 2011.", "result | Tỷ lệ dùng nước sạch | đạt | 2011-01-01/2011-12-31"),
            ("100% các tổ chức đoàn thể trực thuộc đều vững mạnh.", "result | các tổ chức đoàn thể trực thuộc | - | -"),
        ] {
            assert_eq!(one(body), expected, "{body}");
        }
    }
}
