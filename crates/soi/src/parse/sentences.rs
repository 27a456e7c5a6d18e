//! Where sentences end: at `.`, `!` or `?` as printed, whether or not a space or a capital follows.
//!
//! A signature run into the end of the body is no sentence, nor is the mark of the paper at its head.

use std::ops::Range;

use super::doc::{Line, Sentence};
use super::signature;
use crate::lexicon::stops;
use crate::report::BlockKind;
use crate::text::letter::{is_capital, is_small};
use crate::text::phrases::Phrases;
use crate::text::token::{span_of, token};
use crate::text::{Case, Span, Text, Token, TokenKind};

/// The tokens of the longest sentence: what goes on beyond is no prose, and rules that look at a whole sentence stay
/// fast on it. The longest that was met in print has about 600.
const LONGEST: usize = 2_000;

/// Cuts every fact-bearing block into sentences; gives also the signature that runs into the end of the body.
pub(super) fn read(text: &Text, blocks: &[Line], tokens: &[Token]) -> (Vec<Sentence>, Option<Range<usize>>) {
    let mut out = Vec::new();
    let mut signature = None;
    let unsigned = !blocks.iter().any(|line| line.kind == BlockKind::Byline);
    let last_body = blocks.iter().rposition(|line| line.kind.is_body());
    for (i, line) in blocks.iter().enumerate().filter(|(_, line)| line.kind.holds_facts()) {
        let mut range = tokens_in(tokens, line);
        range.start += signature::mark(text, tokens, range.clone()).map_or(0, |mark| mark.len());
        let mut all = cut(text, tokens, range.clone(), usize::MAX);
        if unsigned && Some(i) == last_body {
            signature = signature::at_end(text, tokens, &all);
            if let Some(signature) = &signature {
                range.end -= signature.len();
                all = cut(text, tokens, range, usize::MAX);
            }
        }
        // `… của đất nước. /.`: a stray mark is no sentence.
        let says = |at: &Range<usize>| {
            tokens.get(at.clone()).unwrap_or_default().iter().any(|token| token.kind != TokenKind::Mark)
        };
        out.extend(all.into_iter().filter(says).map(|tokens_at| Sentence {
            span: span_of(tokens, &tokens_at),
            block: line.kind,
            tokens: tokens_at,
        }));
    }
    (out, signature)
}

/// The tokens of a block.
pub(super) fn tokens_in(tokens: &[Token], line: &Line) -> Range<usize> {
    let first = tokens.partition_point(|t| t.span.start < line.span.start);
    first..tokens.partition_point(|t| t.span.end <= line.span.end).max(first)
}

/// The sentences of a range of tokens, each a range, at most so many; all of them cover it.
pub(super) fn cut(text: &Text, tokens: &[Token], range: Range<usize>, most: usize) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let reader = Reader { text, tokens, end: range.end };
    let (mut from, mut at) = (range.start, range.start);
    while at < range.end && out.len() < most {
        match reader.stop(from, at) {
            Some(next) => {
                out.push(from..next);
                (from, at) = (next, next);
            }
            None if reader.opens(from, at) || at - from >= LONGEST => {
                out.push(from..at);
                (from, at) = (at, at + 1);
            }
            None => at += 1,
        }
    }
    if from < range.end && out.len() < most {
        out.push(from..range.end);
    }
    out
}

struct Reader<'a> {
    text: &'a Text,
    tokens: &'a [Token],
    end: usize,
}

impl Reader<'_> {
    fn norm(&self, at: usize) -> &str {
        if at < self.end { self.text.norm().get(token(self.tokens, at).span.range()).unwrap_or_default() } else { "" }
    }

    fn lower(&self, at: usize) -> &str {
        if at < self.end { self.text.lower().get(token(self.tokens, at).span.range()).unwrap_or_default() } else { "" }
    }

    fn is(&self, at: usize, kind: TokenKind) -> bool {
        at < self.end && token(self.tokens, at).kind == kind
    }

    /// Whether a token is a word of a list.
    fn is_of(&self, list: &'static Phrases<()>, at: usize) -> bool {
        list.longest(self.text.lower(), self.tokens, at, self.end.min(at + 1)).is_some()
    }

    /// Whether a token follows the one before it without white space.
    fn glued(&self, at: usize) -> bool {
        at < self.end && !token(self.tokens, at).spaced
    }

    fn starts_small(&self, at: usize) -> bool {
        self.norm(at).chars().next().is_some_and(is_small)
    }

    /// If a sentence that began at `from` ends with the mark at `at`: the token after its last.
    fn stop(&self, from: usize, at: usize) -> Option<usize> {
        if !self.is(at, TokenKind::Mark) {
            return None;
        }
        let mark = self.norm(at);
        if !matches!(mark, "." | "!" | "?" | "…") || at == from && mark == "…" {
            return None;
        }
        // The first mark of a run speaks for it.
        if at > from && self.glued(at) && matches!(self.norm(at - 1), "." | "!" | "?" | "…") {
            return None;
        }
        let mut next = at + 1;
        let mut trails = mark == "…";
        while matches!(self.norm(next), "." | "!" | "?" | "…") && self.glued(next) {
            trails |= self.norm(next) == "…" || self.norm(next - 1) == "." && self.norm(next) == ".";
            next += 1;
        }
        // The press ends an article with `./.`
        if next == at + 1 && mark == "." && self.norm(next) == "/" && self.glued(next) && self.norm(next + 1) == "." {
            next += 2;
        } else if next == at + 1 && mark == "." && self.inside(from, at) {
            return None;
        }
        let quoted = next;
        while matches!(self.norm(next), "”" | "’" | "»" | ")" | "]") || self.norm(next) == "\"" && self.glued(next)
        {
            next += 1;
        }
        // `… của người Việt Nam…”, Chủ tịch nhấn mạnh`; `rừng phòng hộ… và`
        let goes_on = match self.norm(next) {
            "," | ";" | ":" => true,
            "-" | "–" | "—" => quoted < next || trails,
            _ => (trails || quoted < next) && self.starts_small(next),
        };
        (!goes_on).then_some(next)
    }

    /// Whether a sentence opens at `at` without a stop before it: a heading or a caption runs into the body.
    fn opens(&self, from: usize, at: usize) -> bool {
        let capital = at < self.end && token(self.tokens, at).case == Case::Capital && token(self.tokens, at).spaced;
        if !capital {
            return false;
        }
        // A credit is short: `Ảnh Thành Duy Tại cuộc làm việc, …`
        let least = if self.lower(from) == "ảnh" { 3 } else { 4 };
        if at < from + least || !(self.is(at - 1, TokenKind::Word) || self.norm(at - 1) == ")") {
            return false;
        }
        // `của cấp ủy, chính quyền các cấp  Tiếp tục triển khai`
        let gap = Span::new(token(self.tokens, at - 1).span.end, token(self.tokens, at).span.start);
        if gap.len() == 2
            && token(self.tokens, at - 1).case == Case::Lower
            && self.text.source_span(gap).piece(self.text.source()) == "  "
        {
            return true;
        }
        let small = self.is(at + 1, TokenKind::Word) && token(self.tokens, at + 1).case == Case::Lower;
        let opener = small
            && stops::OPENERS.longest(self.text.lower(), self.tokens, at, (at + 2).min(self.end)).is_some()
            || self.is(at + 1, TokenKind::Number) && self.is_of(&stops::TIMES, at)
            || self.lower(at) == "ảnh" && self.norm(at + 1) == ":"
            || self.names_person(from, at)
            || small && self.ends_credit(from, at);
        // `Ủy ban Về các vấn đề xã hội`, `Bộ Thông tin & Truyền thông` are names.
        let named = matches!(
            (self.lower(at - 1), self.lower(at)),
            ("ban", "về") | ("bộ" | "sở" | "cục" | "phòng" | "viện", "thông")
        );
        let opener = opener && !named;
        // The title of a campaign may hold such a word: `“Phụ nữ giúp nhau Trong khó khăn”`.
        let near = from.max(at.saturating_sub(40));
        let open = || (near..at).rev().map(|i| self.norm(i)).find(|mark| matches!(*mark, "“" | "”" | "(" | ")"));
        (opener || self.lower(at) == "ở") && !matches!(open(), Some("“" | "("))
    }

    /// `… chỉ đạo hội nghị Đồng chí Võ Thị Dung, …`: a person opens a sentence, not `của Ông Nguyễn Văn A`.
    fn names_person(&self, from: usize, at: usize) -> bool {
        let name = match self.lower(at) {
            "đồng" if self.lower(at + 1) == "chí" => at + 2,
            "ông" | "bà" => at + 1,
            _ => return false,
        };
        let named = |at: usize| self.is(at, TokenKind::Word) && token(self.tokens, at).case == Case::Capital;
        named(name)
            && named(name + 1)
            && (token(self.tokens, at - 1).case == Case::Lower || self.norm(at - 1) == ")" || self.lower(from) == "ảnh")
            && !self.is_of(&stops::BEFORE_A_PERSON, at - 1)
    }

    /// A credit holds names alone: after `Ảnh: Lê Hà/TTXVN` a capital before a small word opens a sentence.
    fn ends_credit(&self, from: usize, at: usize) -> bool {
        let credit = self.lower(from) == "ảnh" && self.norm(from + 1) == ":";
        credit && at <= from + 12 && !self.is_of(&stops::CREDITED, at) && token(self.tokens, at - 1).case != Case::Lower
    }

    /// Whether a single stop is part of something longer.
    fn inside(&self, from: usize, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= from) else { return true };
        let glued = self.glued(at + 1) && !self.is(at + 1, TokenKind::Mark);
        if before == from && self.norm(before).len() <= 4 && !glued && at + 1 < self.end {
            let word = self.norm(before);
            // A list counts `1.`, `a.`, `II.`
            let counts = self.is(before, TokenKind::Number) && word.len() <= 2
                || word.chars().count() == 1
                || word.chars().all(|c| core::matches!(c, 'I' | 'V' | 'X'));
            if counts {
                return true;
            }
        }
        if !self.is(before, TokenKind::Word) || !self.glued(at) {
            return false;
        }
        let (word, lower) = (self.norm(before), self.lower(before));
        // `UVT.Ư Đảng`
        if glued && word.ends_with('T') && matches!(self.norm(at + 1), "Ư" | "W") {
            return true;
        }
        if stops::ABBREVIATIONS.contains(lower) && at + 1 < self.end {
            // `sự phát triển chung của TP. Bí thư yêu cầu …` ends; `TP. Sóc Trăng` does not.
            let speaks = matches!((self.lower(at + 1), self.lower(at + 2)), ("bí", "thư") | ("đồng", "chí"));
            return !(lower == "tp" && speaks && token(self.tokens, at + 1).case == Case::Capital);
        }
        // `Ảnh: N.D. Đến cuối năm …`: the initials of a credit end it before a sentence.
        let opens = self.is(at + 2, TokenKind::Word) && token(self.tokens, at + 2).case == Case::Lower;
        if self.lower(from) == "ảnh" && self.norm(from + 1) == ":" && !glued && opens {
            return false;
        }
        if lower == "v" && (glued || self.starts_small(at + 1)) {
            return true;
        }
        if glued {
            // `dangcongsan.vn`, `VOV.VN`
            if word.is_ascii() && stops::DOMAINS.contains(self.lower(at + 1)) {
                return true;
            }
            // `nhiệm vụ trọng tâm quý IV.2015`
            if before > from && self.lower(before - 1) == "quý" && self.is(at + 1, TokenKind::Number) {
                return true;
            }
            let letters = word.chars().count();
            // `T.Ư`, `H.Thủy`, `v.v`; `Th.Dương`, but not `43-CT/TW.Công tác`
            let number = before > from && (self.norm(before - 1) == "/" || letters > 1 && self.norm(before - 1) == "-");
            let initial = letters == 1 || letters <= 3 && !lower.chars().any(is_vowel) && !self.starts_small(before);
            return initial && !number;
        }
        // `lần thứ V. Đồng chí đề nghị` and `ông Nguyễn Văn A. Sau đó` end; `Q. Tân Bình` does not.
        let single = word.chars().count() == 1 && word.chars().all(is_capital);
        let ordinal = before > from
            && (self.is_of(&stops::ORDINALS, before - 1) || token(self.tokens, before - 1).case == Case::Capital);
        single && !ordinal && at + 1 < self.end
    }
}

fn is_vowel(lower: char) -> bool {
    crate::text::Letter::of(lower).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    /// The sentences of a text, cut at `|`.
    #[track_caller]
    fn check(marked: &str) {
        let source = marked.replace('|', "");
        let text = Text::new(&source);
        let tokens = tokens(&text);
        let mut cut_at: Vec<usize> = cut(&text, &tokens, 0..tokens.len(), usize::MAX)
            .iter()
            .map(|s| text.source_span(tokens[s.start].span).start as usize)
            .skip(1)
            .collect();
        let mut found = source.clone();
        while let Some(at) = cut_at.pop() {
            found.insert(at, '|');
        }
        assert_eq!(found, marked);
    }

    #[test]
    fn a_stop_ends_a_sentence_as_printed() {
        for marked in [
            "tổ chức sinh hoạt.|Công tác kiểm tra được chú trọng.",
            "đạt 95% trở lên. |tiếp tục triển khai",
            "Trong 6 tháng đầu năm 2017. |Đảng bộ sở đã tập trung",
            "đạt 97,6%. |Tỷ lệ vào các trường",
            "Đảng bộ Khối lần thứ V. |Đồng chí đề nghị",
            "kết luận quý I. |Đảng ủy đề ra",
            "của ông Nguyễn Văn A. |Sau đó",
            "sự phát triển chung của TP. |Bí thư yêu cầu",
            "theo Chỉ thị 05-CT/TW.|Công tác dân vận",
            "đạt kết quả! |Vậy cần làm gì? |Cần làm ngay.",
            "đề ra. |100% chi bộ hoàn thành",
            "Đó là điều đáng mừng. |“Cần làm tốt hơn”. |Hội nghị bế mạc./.",
        ] {
            check(marked);
        }
    }

    #[test]
    fn a_stop_inside_something_longer_ends_nothing() {
        for marked in [
            "tại TP. Sóc Trăng, T.Ư Hội và TP.Vinh có PGS.TS. Lê Văn và ThS. Trần Thị",
            "kết nạp 2.397 đảng viên ngày 17.07.2017 tại xã",
            "trên trang dangcongsan.vn và VOV.VN đã đăng",
            "1. Về công tác tư tưởng",
            "II. Nhiệm vụ trọng tâm",
            "báo cáo của H.Thủy và Th.Dương gửi",
            "tại Q. Tân Bình và P. Bến Nghé",
            "bia, rượu, v.v. tiếp tục",
            "nhiệm vụ trọng tâm quý IV.2015 và tổng kết",
        ] {
            check(marked);
        }
    }

    #[test]
    fn a_heading_or_caption_run_into_the_body_ends_where_a_sentence_opens() {
        check("tại xã Kỳ Tây (Kỳ Anh) |Ở Ban chỉ huy huyện, việc học tập");
        check("Nâng tỷ lệ đảng viên trong thôn |Để nâng cao chất lượng");
        check("đồng thuận của chính quyền các cấp  |Tiếp tục triển khai");
        check("Hội đồng Thi đua - Khen thưởng \u{a0}Ban Tổ chức tới dự");
        check("Ảnh: Lê Hà Vân |Theo đó, xã đã");
        check("Ảnh: Lê Hà/TTXVN |Đồng chí cũng thông báo");
        check("Ảnh: Báo Tiền phong |Theo đó");
        check("Ảnh: N.D. |Đến cuối năm, bà Linh");
        check("Ảnh Lê Hà |Tại cuộc làm việc, các đồng chí");
        check("Tiến hành kiểm điểm công tác cán bộ của tỉnh |Ngày 25-5, đoàn kiểm tra đã họp");
        check("Lễ hội thu hút nhiều khách |Ảnh: LÊ HÀ |Về vấn đề môi trường, sở cho biết");
        check("Phó Bí thư Lê Hà phát biểu tại hội nghị |Đồng chí Lê Hà, Phó Bí thư, chủ trì");
        check("Hội nghị bày tỏ lòng biết ơn với Đồng chí Lê Hà và kỷ niệm 55 năm Ngày thành lập");
        check("phong trào “Phụ nữ giúp nhau Trong khó khăn”");
    }

    #[test]
    fn dots_that_trail_off_end_a_sentence_before_a_capital_only() {
        check("lãng phí… đảm bảo ổn định... nhưng còn; rừng …|Qua đó, góp phần. |Phấn đấu...");
        check("“thói quen của người Việt Nam…”, Chủ tịch nhấn mạnh.");
        check("“Không hổ danh là hậu duệ!” – ông nói. |“Cần làm ngay.” |Hội nghị");
    }
}
