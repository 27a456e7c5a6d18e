//! What the sentence says about a number: its role, its period, the thing counted and the verb that made it.

use std::ops::Range;

use soi_words::numbered;

use super::{Figure, NOT_COUNTED, Reader};
use crate::lexicon::counted::{NOUNS, Noun};
use crate::parse::periods::{Found, Review};
use crate::report::{BlockKind, Comparator, MeasureRole, Role, Statement};
use crate::text::find::ends_with_any;
use crate::text::set::{Words, words};
use crate::text::word::Set;
use crate::text::{Case, Span, TokenKind, Word};

/// Verbs that make a measure, in small letters, two syllables before one.
#[rustfmt::skip]
const ACTIONS: Words = words![
    "kết nạp", "tổ chức", "xây dựng", "xây mới", "hỗ trợ", "kiểm tra", "giám sát", "thanh tra", "xử lý", "kỷ luật", "bồi dưỡng",
    "đào tạo", "giải quyết", "thành lập", "vận động", "thu hút", "quyên góp", "ủng hộ", "khen thưởng", "huy động", "tiếp nhận",
    "phát hiện", "công nhận", "giới thiệu", "luân chuyển", "bổ nhiệm", "tuyên truyền", "tập huấn", "khai trừ", "khiển trách",
    "cảnh cáo", "đóng góp", "tiết kiệm", "trao tặng", "biểu dương", "tuyên dương", "ban hành", "thông qua", "khởi tố", "xét xử",
    "triển khai", "thực hiện", "hoàn thành", "sửa chữa", "nâng cấp", "tư vấn", "giúp đỡ", "thăm hỏi", "cấp phát", "cho vay",
    "giải ngân", "tạo việc", "quản lý", "phát triển", "đăng ký", "đầu tư", "thu nộp", "khám bệnh", "tiếp công", "cử đi",
    "trao", "tặng", "mở", "trồng", "hiến", "xây", "cấp", "thu", "chi", "nộp", "bầu", "đón", "giúp", "lập", "kết nghĩa", "bắt",
    "phạt", "tiếp", "sửa", "mua", "bán", "vay", "nuôi", "đào", "lắp", "đoạt", "giành", "thăm", "đưa", "giao", "đạt", "giảm",
    "tăng", "vượt",
];

/// Words that lead from what is measured to its level, and are no part of its name.
#[rustfmt::skip]
#[numbered]
const LEADING: Set = Set(&[
    "đạt", "là", "ước", "đều", "chiếm", "còn", "lên", "tới", "đến", "khá", "cao", "với", "được", "nay", "hiện", "có", "cũng", "đã",
    "xuống", "tăng", "giảm", "từ", "khoảng", "mức", "ở", "tại", "bằng", "cho", "ngay", "chỉ", "trên", "đột", "biến", "vào", "tính",
    "trong", "đó", "riêng", "thêm",
]);

#[numbered]
impl Reader<'_> {
    /// Result, target or size.
    pub(super) fn role(
        &self,
        figure: &Figure,
        before: Option<MeasureRole>,
        ahead: bool,
        statements: &[Statement],
        periods: &[Found],
        review: Option<&Review>,
    ) -> MeasureRole {
        if self.is_size(figure, before) {
            return MeasureRole::Size;
        }
        // `đạt từ 70 - 75% đến năm 2020`
        let due = periods.iter().find(|found| found.tokens.start > figure.tokens.end);
        if let Some(due) = due.map(|found| found.tokens.clone())
            && matches!(self.before(due.start, 1), "đến" | "vào")
            && due.start <= figure.tokens.end + 4
            && due.end <= self.end
            && (figure.tokens.end..due.start).all(|i| self.is_word(i) && !matches!(self.word(i), "kế" | "tiêu" | "so"))
            && self.lies_ahead(due.end - 1, periods, review)
        {
            return MeasureRole::Target;
        }
        // `gần 600 dự án đang triển khai`
        if (figure.tokens.end..figure.tokens.end + 3).any(|i| self.word(i) == "đang") {
            return MeasureRole::Result;
        }
        // The last cue before the number decides: `phấn đấu … đạt 95%`, `đã kết nạp 305 đảng viên`.
        let mut clause = true;
        for i in (self.start..figure.tokens.start).rev() {
            let two = (self.word(i), self.word(i + 1));
            clause &= !matches!(two.0, "," | ":");
            let near = figure.tokens.start - i <= 12;
            match two {
                // What is said after a semicolon has its own verb, but targets go on.
                (";", _) if ahead || before == Some(MeasureRole::Target) => return MeasureRole::Target,
                (";", _) => break,
                ("phấn", "đấu") if self.doc.strives(i) => return MeasureRole::Target,
                ("dự", "kiến") | ("kêu", "gọi") | ("muốn", "đạt") => return MeasureRole::Target,
                // `chỉ tiêu kết nạp 120 đảng viên`, `chưa đạt chỉ tiêu đề ra là 90%`, but `8 chỉ tiêu đạt trên 80%`,
                // `đạt 67% chỉ tiêu (305 đảng viên)`
                ("chỉ", "tiêu") if clause && self.names_goal(i, figure.tokens.start) => return MeasureRole::Target,
                // `đạt 95,2% (Nghị quyết 90%)`
                ("(", "kế" | "nghị" | "kh" | "nq") if clause => return MeasureRole::Target,
                // `hoàn thành mục tiêu giảm nghèo đạt 5%`, but `hoàn thành mục tiêu hằng năm kết nạp từ 3% trở lên`;
                // `Với mục tiêu nâng cao nhận thức, công đoàn mở 3 lớp`
                ("mục", "tiêu")
                    if !(matches!(self.before(i, 1), "thành" | "đạt" | "vượt")
                        || !clause && matches!(self.before(i, 1), "với" | "hiện"))
                        || figure.comparator == Comparator::AtLeast =>
                {
                    return MeasureRole::Target;
                }
                ("sẽ" | "hãy", _) | ("phải", "đạt" | "tăng" | "giảm") if near => return MeasureRole::Target,
                // `đã thông qua nghị quyết với các chỉ tiêu: …`, not `đề ra 20 chỉ tiêu, có 12 chỉ tiêu đạt`
                ("chỉ", "tiêu") if !self.is_number(i.saturating_sub(1)) && self.lists_goals(i) => {
                    return MeasureRole::Target;
                }
                // `15 chỉ tiêu chủ yếu năm 2020: …` in a review of 2019.
                _ if self.lies_ahead(i, periods, review) => return MeasureRole::Target,
                // `muốn đạt được tăng trưởng 6,7%`
                ("đạt", "được") if matches!(self.before(i, 1), "muốn" | "để" | "phải" | "đấu") => {
                    return MeasureRole::Target;
                }
                // `hoàn thành các mục tiêu đã đề ra, kết nạp 50 đảng viên`
                ("đã", "đề" | "đặt") => {}
                ("đã", _) | ("ước", "đạt") | ("đạt", "được") | ("đến", "nay") | ("tuy", "nhiên") => {
                    return MeasureRole::Result;
                }
                // `hiện nay còn 1,5 triệu trẻ em`, `Sau khi sáp nhập 24 ban quản lý, … yêu cầu`
                ("hiện", "nay" | "có" | "còn") if self.before(i, 1) != "với" => return MeasureRole::Result,
                ("sau", "khi") if near && clause => return MeasureRole::Result,
                // `Năm 2016, thu ngân sách đạt 45 tỷ đồng` under a passage of targets.
                _ if self.lies_behind(i, periods, review) => return MeasureRole::Result,
                _ => {}
            }
        }
        if ahead {
            return MeasureRole::Target;
        }
        let at = self.doc.text.source_span(self.doc.place(figure.tokens.start));
        let task = statements.iter().any(|s| s.role == Role::Task && s.quote.span().covers(at));
        if task { MeasureRole::Target } else { MeasureRole::Result }
    }

    /// Whether `chỉ tiêu` at `at` is the target that is told before `to`.
    fn names_goal(&self, at: usize, to: usize) -> bool {
        let counted = self.is_number(at.saturating_sub(1))
            || matches!(self.before(at, 1), "%" | "vượt" | "thành" | "các" | "những" | "nhiều" | "số");
        let told = (at..to).any(|i| matches!(self.word(i), "đạt" | "vượt" | "đều" | "được" | "có" | ")"));
        // `một số nơi chưa đạt chỉ tiêu (03 chi bộ)`
        let missed = self.before(at, 1) == "đạt" && self.before(to, 1) == "(";
        // `đạt 60% chỉ tiêu cả năm là 150 đảng viên`
        !(counted && self.before(to, 1) != "là" || told || missed)
    }

    /// Whether `chỉ tiêu` at `at` announces targets: `Một số chỉ tiêu cụ thể như:`, `đã thông qua 16 chỉ tiêu`,
    /// not `đạt nhiều chỉ tiêu: …`.
    fn lists_goals(&self, at: usize) -> bool {
        let reached =
            |i: usize| matches!(self.word(i), "đạt" | "vượt" | "thành" | "quả" | "hiện") && self.word(i + 1) != "nghị";
        if (self.start..at).any(reached) {
            return false;
        }
        let set = (self.start..at).any(|i| {
            matches!(
                (self.word(i), self.word(i + 1)),
                ("thông", "qua") | ("đề" | "đặt", "ra") | ("xác", "định") | ("thống", "nhất")
            )
        });
        // `đã đưa ra các chỉ tiêu cụ thể`
        let set = set || (self.before(at, 3), self.before(at, 2)) == ("đưa", "ra");
        let closed = (at + 2..self.end.min(at + 6))
            .take_while(|&i| !reached(i))
            .any(|i| matches!(self.word(i), ":" | "như" | "là" | "gồm"));
        set || closed || (at < self.start + 4 && matches!(self.word(at + 2), "chủ" | "cụ" | "phấn" | "chính"))
    }

    /// Whether the sentence itself lists the targets that it announces, from its head on.
    fn heads_goals(&self) -> bool {
        (self.start..self.end.min(self.start + 6))
            .any(|i| matches!((self.word(i), self.word(i + 1)), ("chỉ" | "mục", "tiêu")) && self.lists_goals(i))
    }

    /// Whether a period that begins after the one under review ends at `at`.
    fn lies_ahead(&self, at: usize, periods: &[Found], review: Option<&Review>) -> bool {
        // Without a period under review the day of publication tells what lies ahead: `đến năm 2020`.
        let reviewed = review.and_then(|review| review.this.split_once('/')).map(|(_, end)| end);
        let Some(ended) = reviewed.or(self.doc.published.as_deref()) else { return false };
        self.period_that_ends(at, periods).is_some_and(|interval| interval.as_str() > ended)
    }

    /// Whether a period that was over before the one under review began ends at `at`: `từ 5,6% năm 1993 lên 63,7%`.
    fn lies_behind(&self, at: usize, periods: &[Found], review: Option<&Review>) -> bool {
        let Some((began, _)) = review.and_then(|review| review.this.split_once('/')) else { return false };
        self.period_that_ends(at, periods)
            .is_some_and(|interval| interval.split_once('/').is_some_and(|(_, end)| end < began))
    }

    fn period_that_ends(&self, at: usize, periods: &[Found]) -> Option<String> {
        periods.iter().find(|found| found.tokens.end == at + 1)?.interval(self.doc)
    }

    /// `Đảng bộ Khối có 53 TCCS Đảng, với 2.397 đảng viên`, not `toàn xã có 24 em thi đỗ` nor `có 39 xã đạt chuẩn`.
    fn is_size(&self, figure: &Figure, before: Option<MeasureRole>) -> bool {
        if figure.change || figure.share || self.block == BlockKind::Title {
            return false;
        }
        let mut at = figure.tokens.start;
        // `Đảng bộ Khối có tổng số 5.356 đảng viên`
        if (self.before(at, 2), self.before(at, 1)) == ("tổng", "số") {
            at -= 2;
        }
        let (two, one) = (self.before(at, 2), self.before(at, 1));
        let listed = one == ":" && matches!(two, "đó" | "gồm");
        let goes_on = listed && before == Some(MeasureRole::Size)
            || before == Some(MeasureRole::Size) && matches!(one, "với" | "và" | "," | ";" | "có" | "là" | "gồm" | "(");
        // `có diện tích tự nhiên hơn 1.360 ha`, `dân số trên 12.000 người`, `quy mô 500 giường bệnh`
        if matches!((two, one), ("tự", "nhiên") | ("dân", "số") | ("quy", "mô"))
            // `có 21 xã, thị trấn, diện tích 300 km2`
            || (two, one) == ("diện", "tích") && before == Some(MeasureRole::Size)
            // `biên chế 28 cán bộ`, not `tinh giản biên chế 115 cán bộ`
            || ((two, one) == ("biên", "chế") && !matches!(self.before(at, 3), "giản" | "giảm"))
        {
            return true;
        }
        // `Dự hội nghị có 150 đại biểu` tells who came.
        if (self.start..self.start + 3).any(|i| self.word(i) == "dự") {
            return false;
        }
        // `cả nước có gần 1,2 triệu liệt sĩ`, `tỉnh có 300 hộ nghèo`: these do not make up the body.
        let served = figure
            .counted
            .clone()
            .any(|i| matches!(self.word(i), "nghèo" | "liệt" | "thương" | "bệnh" | "nghiện" | "nạn" | "mẹ" | "khách"));
        // `Bệnh viện có 600 giường bệnh`, `Trường có 35 lớp`
        let of_house = one == "có" && matches!(self.word(figure.counted.start), "giường" | "lớp");
        let of_body = matches!(figure.noun, Some(Noun::Body | Noun::Person)) && !served || of_house;
        if !of_body {
            return goes_on && figure.noun == Some(Noun::Thing) && one != "là" && !served;
        }
        let end = figure.tokens.end;
        let closed = match self.word(end) {
            "" | "." | "," | ";" | ")" | "(" | "/" | "…" | "với" | "và" | "trực" | "thuộc" | "sinh" | "của"
            | "đang" | "cấp" | "trong" | "làm" | "ở" | "tại" | "lao" | "nữ" | "toàn" => true,
            ":" if one == "gồm" => true,
            // `với 10 đơn vị thành viên`
            "thành" if self.word(end + 1) == "viên" => true,
            // `95 đảng viên dự bị`, `40 đảng viên là người dân tộc`
            "dự" | "chính" | "là" | "có"
                if matches!(self.word(end + 1), "bị" | "thức" | "người" | "nữ" | "đoàn" | "trình") =>
            {
                true
            }
            // `gồm 4 xã Văn Lương, Tam Cường`
            _ if one == "gồm" && end < self.end && self.doc.case(end) == Case::Capital => true,
            // `11 ban tổ chức tỉnh ủy, thành ủy`: what follows still names the body.
            _ => self
                .doc
                .longest(&NOUNS, end, self.end)
                .filter(|hit| matches!(hit.value, Noun::Body | Noun::Person))
                // `có 500 hộ nông dân đạt danh hiệu` tells what they did.
                .is_some_and(|hit| {
                    !matches!(self.word(hit.tokens.end), "đạt" | "được" | "đã" | "đăng" | "tham" | "thoát")
                }),
        };
        if !closed {
            return false;
        }
        let opens = at == self.start + 1 && one == "với";
        let lead = match one {
            // `kỷ luật 6 đảng viên, trong đó có 5 cấp ủy viên`
            "có" if two == "đó" => goes_on,
            // `được trao huy hiệu 60 năm tuổi Đảng có 1 đồng chí`
            "có" if (self.before(at, 3), two) == ("tuổi", "đảng") => false,
            "có" => !matches!(two, "đã" | "chỉ" | "mới" | "khi" | "từng" | "còn" | "phải" | "cần" | "không"),
            "gồm" => true,
            // `đảng viên của tỉnh sinh hoạt tại 434 tổ chức cơ sở đảng`
            "tại" | "ở" if matches!(two, "hoạt" | "tác") => true,
            // `Liên đoàn hiện quản lý và chỉ đạo 9 liên đoàn cấp huyện`
            "đạo" if (self.before(at, 5), self.before(at, 4)) == ("quản", "lý") => true,
            // `đại diện cho hơn 85.000 đoàn viên`
            "cho" if two == "diện" => true,
            // `tổng số tổ chức đảng là 95 (trong đó 49 chi bộ …)`
            "đó" if before.is_none() && self.before(at, 3) == "(" => true,
            // `có 35 tổ chức cơ sở đảng, trong đó 20 đảng bộ`, `215 đảng viên, trong đó nữ 102 đồng chí`
            "đó" | "nữ" if matches!(two, "trong" | "đó") => before == Some(MeasureRole::Size),
            "lý" => two == "quản",
            "tiếp" => self.before(at, 3) == "lý",
            // `Tổng số cán bộ của sở là 1.250 người`
            "là" if (self.word(self.start), self.word(self.start + 1)) == ("tổng", "số") => !self.has_verb(at),
            // `Với 52 tổ chức cơ sở đảng và 3.150 đảng viên, Đảng bộ Khối luôn …`
            _ if opens => true,
            "với" => goes_on || (self.names_a_body(at) && !self.has_verb(at)),
            _ => goes_on,
        };
        lead && (goes_on || opens || two == "diện" || self.names_a_body(at))
    }

    /// Whether a verb of doing stands before `at`, so that `với 305 đảng viên` says with whom and not how big.
    fn has_verb(&self, at: usize) -> bool {
        (self.start..at).any(|i| {
            matches!(self.word(i), "đã" | "sẽ" | "được" | "đạt" | "cho" | "đối")
                // `Khối thi đua các tổ chức xã hội với 10 đơn vị`
                || (i + 1 < at && self.before(i, 1) != "các" && self.verb_before(i + 2) == Some(2))
        })
    }

    /// Whether the sentence names a body before `at`.
    fn names_a_body(&self, at: usize) -> bool {
        (self.start..at).any(|i| {
            (i > self.start && self.doc.kind(i) == TokenKind::Word && self.doc.case(i) != Case::Lower)
                || matches!(
                    self.word(i),
                    "đảng"
                        | "chi"
                        | "cụm"
                        | "khối"
                        | "hội"
                        | "đoàn"
                        | "xã"
                        | "huyện"
                        | "tỉnh"
                        | "toàn"
                        | "ty"
                        | "trường"
                        | "viện"
                        | "sở"
                        | "ngành"
                        | "thôn"
                )
        })
    }

    /// The interval that the sentence gives, else the report's.
    pub(super) fn period(
        &self,
        figure: &Figure,
        role: MeasureRole,
        periods: &[Found],
        review: Option<&Review>,
    ) -> Option<String> {
        if role == MeasureRole::Size {
            return None;
        }
        let here = |found: &&Found| self.start <= found.tokens.start && found.tokens.end <= self.end;
        let compared = |found: &Found| {
            (found.tokens.start.saturating_sub(4)..found.tokens.start)
                .any(|i| matches!((self.word(i), self.word(i + 1)), ("so", "với") | ("cùng", "kỳ") | ("cuối", "nhiệm")))
        };
        let dated = periods.iter().filter(here).filter(|found| !compared(found));
        let mut after = None;
        let mut before = None;
        for found in dated {
            let Some(interval) = found.interval(self.doc) else { continue };
            if found.tokens.end <= figure.tokens.start {
                before = Some((found.tokens.end, interval));
            } else if after.is_none() && self.is_close(figure.tokens.end, found.tokens.start) {
                after = Some(interval);
            }
        }
        let now = |from: usize| {
            (from..figure.tokens.start).any(|i| matches!((self.word(i), self.word(i + 1)), ("đến" | "hiện", "nay")))
        };
        if let Some((end, interval)) = before {
            return (!now(end)).then_some(interval);
        }
        let lasting = (self.start..figure.tokens.start).any(|i| {
            matches!(
                (self.word(i), self.word(i + 1)),
                ("hằng" | "hàng" | "mỗi", "năm") | ("nhiệm", "kỳ") | ("đến", "nay")
            )
        });
        if lasting {
            return None;
        }
        after.or_else(|| match role {
            MeasureRole::Target => review.map(|review| review.next.clone()),
            _ => review.map(|review| review.this.clone()),
        })
    }

    /// Whether no mark and few words stand between two places.
    fn is_close(&self, from: usize, to: usize) -> bool {
        to < from + 8 && (from..to).all(|i| self.is_word(i))
    }

    /// What is counted or measured, as written.
    pub(super) fn subject(&self, figure: &Figure, role: MeasureRole, before: Option<(&str, usize)>) -> Option<String> {
        let at = figure.tokens.start;
        let earlier = before.map(|(subject, _)| subject.to_owned());
        if role == MeasureRole::Size {
            return self.sized_body(at).or(earlier);
        }
        let text = |tokens: Range<usize>| (!tokens.is_empty()).then(|| self.doc.norm(self.doc.span(tokens)).to_owned());
        if figure.noun.is_some_and(|noun| noun != Noun::Unit) {
            return text(figure.counted.clone());
        }
        // `đã kết nạp 305 đảng viên đạt 67,77% chỉ tiêu`, `là 1038,5ha, đạt 94,4% kế hoạch năm`, `, tăng 2,3 tỷ đồng`:
        // of what the number before speaks of.
        // `bằng 78% kế hoạch và tăng 9,2%`
        let joins =
            |word: Word| matches!(word, "," | "(" | "và" | "kế" | "hoạch" | "chỉ" | "tiêu" | "dự" | "toán" | "năm");
        let goes_on =
            before.is_some_and(|(_, end)| (end..at).all(|i| joins(self.word(i)) || LEADING.contains(self.word(i))));
        let planned = matches!(
            (self.word(figure.tokens.end), self.word(figure.tokens.end + 1)),
            ("kế", "hoạch") | ("kh", _) | ("chỉ", "tiêu") | ("dự", "toán") | ("so", "với")
        );
        // `giảm từ 32,1% xuống còn 24,6%`
        let levels = matches!(self.before(at, 1), "còn" | "lên" | "xuống");
        if goes_on && (planned || figure.change || levels) {
            return earlier;
        }
        let does = |at: usize| {
            ACTIONS.contains(self.small(at))
                || (at + 1 < self.end && ACTIONS.contains(self.doc.lower(self.doc.span(at..at + 2))))
        };
        let end = figure.tokens.end;
        // `80% chi bộ`, `85% tổ chức cơ sở đảng`: what sounds like a verb is the noun.
        let counted = |at: usize| {
            let hit = self.doc.longest(&NOUNS, at, self.end);
            hit.is_some_and(|hit| hit.tokens.len() > 1 && !matches!(hit.value, Noun::Unit | Noun::Task | Noun::Time))
        };
        if !planned
            && (!does(end) || counted(end))
            && let Some(tokens) = self.phrase_after(end)
        {
            return text(tokens);
        }
        let since = before.map_or(self.start, |(_, end)| end);
        self.phrase_before(at, since).filter(|tokens| self.names_thing(tokens.clone())).and_then(text).or(earlier)
    }

    /// A time, a link or a bare `tỷ lệ` before a number is not what it counts: `năm 2013 lỗ 759 tỉ đồng`, `tương đương
    /// 23.000 tấn`.
    fn names_thing(&self, tokens: Range<usize>) -> bool {
        let words = (self.word(tokens.start), self.word(tokens.start + 1));
        let time = self.is_number(tokens.start)
            || matches!(words.0, "năm" | "tháng" | "quý" | "nhưng" | "khi")
            || matches!(
                words,
                ("cuối" | "đầu" | "giữa", "năm") | ("tương", "đương") | ("đặc", "biệt") | ("cách", "đây")
            );
        !(time || tokens.len() == 2 && words == ("tỷ", "lệ"))
    }

    /// `700ha rừng sản xuất`, `100% các tổ chức đoàn thể trực thuộc đều đạt`.
    fn phrase_after(&self, at: usize) -> Option<Range<usize>> {
        // `35% trở lên trên tổng số đảng viên`
        let from = at + usize::from((self.word(at), self.word(at + 1)) == ("trên", "tổng"));
        let mut i = from;
        if matches!(self.word(i), "các" | "số" | "tổng" | "những") {
            i += 1;
        }
        let listed = self.doc.longest(&NOUNS, i, self.end).filter(|hit| hit.value != Noun::Time);
        let listed = listed.map_or(i, |hit| hit.tokens.end);
        i = listed;
        while i < self.end && i < from + 8 && self.is_word(i) {
            // `các tổ chức đoàn thể trực thuộc` is one phrase.
            let joined = matches!((self.before(i, 1), self.word(i)), ("trực", "thuộc"))
                // `29km đường giao thông`
                || matches!((self.word(i), self.word(i + 1)), ("giao", "thông"))
                || (self.before(i, 1), self.word(i)) == ("giao", "thông");
            if !joined && NOT_COUNTED.contains(self.word(i))
                || matches!(self.word(i), "so" | "xếp" | "đăng" | "tham" | "/")
            {
                break;
            }
            i += 1;
        }
        (i > from && self.is_word(from)).then_some(from..i)
    }

    /// The clause before a number without the words that lead to it.
    fn phrase_before(&self, at: usize, since: usize) -> Option<Range<usize>> {
        let mut end = at;
        while end > since && LEADING.contains(self.word(end - 1)) {
            end -= 1;
        }
        // `Tổng sản phẩm trên địa bàn (GRDP) tăng 7,6%`
        if end > since
            && self.word(end - 1) == ")"
            && let Some(open) = (since..end).rev().take(6).find(|&i| self.word(i) == "(")
        {
            end = open;
        }
        let mut from = end;
        while from > since && end - from < 18 {
            let word = self.word(from - 1);
            if matches!(
                word,
                "," | ";" | ":" | "." | "(" | ")" | "“" | "”" | "…" | "-" | "–" | "đưa" | "nâng" | "là" | "đạt" | "với"
            ) && !(word == "nâng" && matches!(self.word(from), "cấp" | "cao"))
            {
                break;
            }
            from -= 1;
        }
        loop {
            match (self.word(from), self.word(from + 1)) {
                _ if from >= end => break,
                // `Chỉ số CPI`, `chỉ tiêu tăng trưởng`
                ("chỉ", "số" | "tiêu") => break,
                ("phấn", "đấu") => from += 2,
                ("năm" | "tháng" | "và", _) => from += 1,
                (word, _) if LEADING.contains(word) => from += 1,
                _ => break,
            }
        }
        (end > from).then_some(from..end)
    }

    /// The body before `có`, `gồm`: `Đảng bộ Khối các cơ quan tỉnh`.
    fn sized_body(&self, at: usize) -> Option<String> {
        let said = |i: usize| {
            matches!(self.word(i), "có" | "gồm") && self.before(i, 1) != "đó"
                || (self.word(i), self.word(i + 1)) == ("quản", "lý") && i < self.start + 10
        };
        let verb = (self.start..at).rev().find(|&i| said(i))?;
        let mut end = verb;
        while end > self.start
            && matches!(
                self.word(end - 1),
                "hiện" | "nay" | "đang" | "(" | "," | "bao" | "đó" | "trong" | "lãnh" | "đạo" | "chỉ" | "và"
            )
        {
            end -= 1;
        }
        let mut from = end;
        // `Cụm văn hóa, xã hội và giáo dục gồm` has a comma, `Hiện nay, Đảng bộ Khối có` begins after one.
        let opening =
            matches!(self.word(self.start), "hiện" | "đến" | "tính" | "năm" | "trong" | "tại" | "theo" | "ngoài");
        let whole = !opening && end < self.start + 14;
        while from > self.start
            && !matches!(self.word(from - 1), ";" | ":" | "(" | ")" | "." | "-")
            && (whole || self.word(from - 1) != ",")
        {
            from -= 1;
        }
        while from < end && matches!(self.word(from), "hiện" | "nay") {
            from += 1;
        }
        (end > from && (self.doc.case(from) != Case::Lower || self.word(from) == "toàn"))
            .then(|| self.doc.norm(self.doc.span(from..end)).to_owned())
    }

    /// How many syllables the verb of doing has that ends at `end`.
    fn verb_before(&self, end: usize) -> Option<usize> {
        [2, 1].into_iter().find(|&words| {
            end >= self.start + words && ACTIONS.contains(self.doc.lower(self.doc.span(end - words..end)))
        })
    }

    /// Whether a verb of doing stands right before `at`: `tổ chức 12 lần tiếp dân`.
    pub(super) fn is_done(&self, at: usize) -> bool {
        self.verb_before(at).is_some()
    }

    /// Whether an offence is told before `at`, whose amounts are no result of the body:
    /// `chiếm giữ riêng với số tiền 10 triệu đồng`, not `phát hiện tham ô, thu hồi 2 tỷ đồng`.
    pub(super) fn in_offence(&self, at: usize) -> bool {
        let told = (self.start..at).any(|i| {
            matches!(
                (self.word(i), self.word(i + 1)),
                ("chiếm", "giữ" | "đoạt")
                    | ("hối", "lộ")
                    | ("đánh", "bạc" | "bài")
                    | ("bị", "hại")
                    | ("lừa", "đảo")
                    | ("biển", "thủ")
            )
        });
        let answered = (self.start..at).any(|i| {
            matches!(
                (self.word(i), self.word(i + 1)),
                ("thu", "hồi") | ("phát", "hiện") | ("kiến", "nghị") | ("xử", "lý")
            )
        });
        told && !answered
    }

    /// The verb that makes the measure, as written.
    pub(super) fn action(&self, figure: &Figure) -> Option<String> {
        if figure.change {
            let first = self.doc.place(figure.tokens.start);
            return ACTIONS.contains(self.doc.lower(first)).then(|| self.doc.norm(first).to_owned());
        }
        let mut end = figure.tokens.start;
        while end > self.start && matches!(self.word(end - 1), "được" | "cho" | "thêm" | "mới" | "đối" | "với" | "tới")
        {
            end -= 1;
        }
        let words = self.verb_before(end)?;
        Some(self.doc.norm(self.doc.span(end - words..end)).to_owned())
    }
}

/// Whether a passage lists what is to be reached: it is opened by a sentence, and goes on in the same block.
#[derive(Default)]
pub(super) struct Goals {
    /// Where the last sentence of the passage ended.
    until: Option<usize>,
}

#[numbered]
impl Goals {
    /// Whether the next sentence lists targets.
    pub fn go_on(&mut self, reader: &Reader, sentence: Span) -> bool {
        let words = |i: usize| (reader.word(i), reader.word(i + 1));
        let mut opened = false;
        let mut ended = false;
        for i in reader.start..reader.end {
            match words(i) {
                ("phấn", "đấu") if reader.doc.strives(i) => opened = true,
                ("chỉ" | "mục", "tiêu") if reader.lists_goals(i) => opened = true,
                // `các mục tiêu đã đề ra`, `100% chi bộ thực hiện tốt quy chế` are listed as well.
                ("đã", "đề" | "đặt") => {}
                ("đã", _)
                | ("hiện", "nay" | "có" | "còn")
                | ("vừa" | "năm" | "gian" | "kỳ", "qua")
                | ("kết", "quả")
                | ("đạt", "được") => ended = true,
                _ => {}
            }
        }
        // A new line ends it, unless it is an item of the list.
        let item = matches!(reader.word(reader.start), "-" | "–" | "+" | "*" | "•");
        let (text, range) = (reader.doc.text.lower(), sentence.range());
        let before = self.until.take().is_some_and(|until| {
            let listing = text.get(..until).is_some_and(|text| ends_with_any(text, ":;"));
            item || listing || text.get(until..range.start).is_some_and(|between| !between.contains('\n'))
        });
        if !opened && (ended || !before) {
            return false;
        }
        self.until = Some(range.end);
        // Of what opens the passage each number has its own cue.
        before && !ended || opened && reader.heads_goals()
    }
}
