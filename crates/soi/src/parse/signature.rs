//! Who signs a page, and which paper marks it: at the end of a line (`Trần Tĩnh (TTXVN)`) and at the head of the
//! body (`(QBĐT) -`).

use std::ops::Range;

use crate::lexicon::{furniture, outlets};
use crate::text::find::holds_any;
use crate::text::set::{Words, words};
use crate::text::token::{span_of, token};
use crate::text::{Case, Text, Token, TokenKind};

/// What a signature says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Signed {
    pub byline: Option<Range<usize>>,
    pub publisher: Option<Range<usize>>,
}

/// The mark of the paper at the head of a block: `(QBĐT) -`, with its dash if it has one.
pub(super) fn mark(text: &Text, tokens: &[Token], range: Range<usize>) -> Option<Range<usize>> {
    let reader = Reader { text, tokens, range: range.clone() };
    let dash = |at: usize| matches!(reader.lower(at), "-" | "–" | "—");
    let (at, stands_apart) = match reader.lower(range.start) {
        "(" => {
            let close = (range.start + 1..range.end.min(range.start + 9)).find(|at| reader.lower(*at) == ")")?;
            (close + 1, true)
        }
        _ => (range.start + 1, false),
    };
    // `(NTO) Theo Ban Tổ chức Tỉnh ủy`, `(BL-HL) Chiều 26/4`: capitals in brackets do without one.
    let letters = |i: usize| token(tokens, i).case == Case::Upper && token(tokens, i).span.len() > 1;
    let bare = stands_apart
        && at > range.start + 2
        && (range.start + 1..at - 1).all(|i| letters(i) || dash(i))
        && letters(range.start + 1)
        && at + 1 < range.end
        && token(tokens, at).spaced
        && token(tokens, at).case == Case::Capital;
    if bare {
        return Some(range.start..at);
    }
    if !dash(at) || at + 1 >= range.end {
        return None;
    }
    // Without brackets a mark is known, or a sentence opens after it: `HĐND - UBND huyện` is none.
    const OPENS: Words =
        words!["sáng", "chiều", "tối", "ngày", "trong", "hôm", "vừa", "thực", "nhân", "tại", "theo", "từ", "sau"];
    let capitals = token(tokens, range.start).case == Case::Upper && token(tokens, range.start).span.len() >= 3;
    let known = stands_apart
        || reader.is_outlet(range.start..at)
        || capitals && token(tokens, at).spaced && OPENS.contains(reader.lower(at + 1));
    (known && at > range.start + usize::from(stands_apart) * 2).then_some(range.start..at + 1)
}

/// The words inside such a mark.
pub(super) fn mark_name(text: &Text, tokens: &[Token], mark: Range<usize>) -> Range<usize> {
    let word = |at: usize| text.norm().get(token(tokens, at).span.range()).unwrap_or_default();
    let inset = usize::from(word(mark.start) == "(");
    // A mark in brackets may have no dash.
    let dash = usize::from(word(mark.end - 1) != ")");
    mark.start + inset..mark.end - dash - inset
}

/// The signature that runs into the end of a body: `… trong toàn dân. Công Danh`.
/// Of its sentences the last, if it is one.
pub(super) fn at_end(text: &Text, tokens: &[Token], sentences: &[Range<usize>]) -> Option<Range<usize>> {
    let [_, .., last] = sentences else { return None };
    let reader = Reader { text, tokens, range: last.clone() };
    reader.signed(false).map(|_| last.clone())
}

/// Reads a range of tokens that may be a signature as a whole; `alone` if it has its line to itself.
pub(super) fn read(text: &Text, tokens: &[Token], range: Range<usize>, alone: bool) -> Option<Signed> {
    Reader { text, tokens, range }.signed(alone)
}

struct Reader<'a> {
    text: &'a Text,
    tokens: &'a [Token],
    range: Range<usize>,
}

impl Reader<'_> {
    fn lower(&self, at: usize) -> &str {
        if self.range.contains(&at) {
            self.text.lower().get(token(self.tokens, at).span.range()).unwrap_or_default()
        } else {
            ""
        }
    }

    fn lower_of(&self, range: Range<usize>) -> &str {
        if range.is_empty() {
            return "";
        }
        let span = span_of(self.tokens, &range);
        self.text.lower().get(span.range()).unwrap_or_default()
    }

    fn is_outlet(&self, range: Range<usize>) -> bool {
        let lower = self.lower_of(range);
        let bare = lower.strip_prefix("báo ").unwrap_or(lower);
        outlets::OUTLETS.contains(lower) || outlets::OUTLETS.contains(bare) || {
            let first = bare.split(['/', ' ', '.']).next().unwrap_or("");
            let domain = !holds_any(bare, " /,:") && words![".vn", ".com", ".net"].iter().any(|d| bare.ends_with(d));
            matches!(first, "ttxvn" | "vov" | "vtv") || domain
        }
    }

    fn signed(&self, alone: bool) -> Option<Signed> {
        let Range { mut start, mut end } = self.range.clone();
        while start < end && matches!(self.lower(start), "*" | "-" | "–" | "…") {
            start += 1;
        }
        while start < end && matches!(self.lower(end - 1), "-" | "–" | "." | "," | ";" | "*" | "/" | "|") {
            end -= 1;
        }
        if start == end || end - start > 24 {
            return None;
        }
        // `(Theo TTXVN)`, `(Nguồn: Reuters)`
        if self.lower(start) == "(" && self.lower(end - 1) == ")" {
            let inside = Reader { range: start + 1..end - 1, ..*self };
            return inside.source_named().map(|source| inside.source(source));
        }
        // `(còn nữa) THIỆN VĂN`, `(Tổng hợp) Vũ Hạnh`
        if self.lower(start) == "("
            && let Some(close) = (start..end.min(start + 10)).find(|at| self.lower(*at) == ")")
        {
            start = close + 1;
        }
        // `Tổng hợp Hoàng Yên`
        if self.lower_of(start..end.min(start + 2)) == "tổng hợp" && end > start + 3 {
            start += 2;
        }
        // `SỸ ĐÔNG thực hiện`
        for closing in ["thực hiện", "lược ghi", "ghi"] {
            let words = closing.split(' ').count();
            if end >= start + 2 + words && self.lower_of(end - words..end) == closing {
                end -= words;
            }
        }
        let inside = Reader { range: start..end, ..*self };
        // `Theo Anh Minh/VnExpress`, `Theo Tất Định (Dân Việt)`
        if self.lower(start) == "theo"
            && let Some(signed) = (Reader { range: start + 1..end, ..*self }).name_and_source(false, alone)
            && signed.publisher.is_some()
            && signed.byline.is_some()
        {
            return Some(signed);
        }
        if let Some(source) = inside.source_named() {
            return Some(inside.source(source));
        }
        let labelled = inside.label();
        let from = labelled.unwrap_or(start);
        let inside = Reader { range: from..end, ..*self };
        inside.name_and_source(labelled.is_some(), alone)
    }

    /// A source is a paper, unless it is an office: `Nguồn: Phòng Tổ chức`.
    fn source(&self, source: Range<usize>) -> Signed {
        if self.is_office(source.start) {
            Signed { byline: Some(source), publisher: None }
        } else {
            Signed { byline: None, publisher: Some(source) }
        }
    }

    /// Whether an office begins at a token: `Văn phòng Sở`.
    fn is_office(&self, at: usize) -> bool {
        let rest = self.lower_of(at..self.range.end);
        furniture::OFFICES.iter().any(|office| rest.strip_prefix(office).is_some_and(|rest| rest.starts_with(' ')))
    }

    /// `Theo TTXVN`, `Nguồn: Người Lao Động`
    fn source_named(&self) -> Option<Range<usize>> {
        let Range { mut start, end } = self.range.clone();
        match self.lower(start) {
            "theo" => start += 1,
            "nguồn" => start += 1,
            _ => return self.is_outlet(start..end).then_some(start..end),
        }
        if self.lower(start) == ":" {
            start += 1;
        }
        let short = start < end && end - start <= 8;
        (short && (self.is_capitalised(start) || end - start == 1 || self.is_outlet(start..end))).then_some(start..end)
    }

    /// The token after `Tin và ảnh:`, `Bài, ảnh:`.
    fn label(&self) -> Option<usize> {
        let Range { start, end } = self.range.clone();
        let colon = (start + 1..end.min(start + 8)).find(|at| self.lower(*at) == ":")?;
        let label = self.lower_of(start..colon);
        (furniture::SIGNED.contains(label) && colon + 1 < end).then_some(colon + 1)
    }

    fn is_capitalised(&self, at: usize) -> bool {
        self.range.contains(&at)
            && token(self.tokens, at).kind == TokenKind::Word
            && token(self.tokens, at).case != Case::Lower
    }

    /// Names, then what may follow them: `/KD&PL`, `(TTXVN)`, `- Dân Trí`, `(tổng hợp)`.
    fn name_and_source(&self, labelled: bool, alone: bool) -> Option<Signed> {
        let Range { start, end } = self.range.clone();
        let mut at = start;
        let mut words = 0;
        let mut publisher = None;
        let mut name_end = start;
        while at < end {
            match self.lower(at) {
                "," | "-" | "–" | "&" | "và" if at > start && self.is_capitalised(at + 1) => {
                    if matches!(self.lower(at), "-" | "–") && self.is_outlet(at + 1..end) {
                        publisher = Some(at + 1..end);
                        at = end;
                        break;
                    }
                    // `Minh Tâm - Văn phòng Sở`
                    if alone && self.is_office(at + 1) {
                        at = end;
                        name_end = end;
                        break;
                    }
                    at += 1;
                    words = 0;
                }
                // `H.Thủy`, `T.S`
                "." if at > start && !token(self.tokens, at).spaced => at += 1,
                // `Đ/c Trần Văn Bé dự và trao quà` is no signature.
                "/" if at > start && at + 1 < end && (self.lower(at - 1), self.lower(at + 1)) != ("đ", "c") => {
                    let stop = (at + 1..end).find(|i| self.lower(*i) == "(").unwrap_or(end);
                    publisher = Some(at + 1..stop);
                    at = stop;
                    break;
                }
                "(" => break,
                "theo" if at > start => {
                    let source = Reader { range: at..end, ..*self };
                    publisher = Some(source.source_named()?);
                    at = end;
                    break;
                }
                // `Bài, ảnh: Dạ khánh`: after a label small letters are a slip.
                _ if self.is_capitalised(at)
                    || labelled && at > start && token(self.tokens, at).kind == TokenKind::Word =>
                {
                    words += 1;
                    at += 1;
                    name_end = at;
                }
                _ => return None,
            }
            if words > 5 {
                return None;
            }
        }
        if name_end == start {
            return None;
        }
        let mut byline = start..name_end;
        if self.lower(at) == "(" {
            let close = (at..end).find(|i| self.lower(*i) == ")")?;
            if self.is_outlet(at + 1..close) {
                publisher = Some(at + 1..close);
            } else if let Some(source) = (Reader { range: at + 1..close, ..*self }).source_named() {
                publisher = Some(source);
            } else if publisher.is_none() {
                // `Kim Thanh (tổng hợp)` stays whole.
                byline.end = close + 1;
            }
        }
        let bare = publisher.is_none() && byline.end == name_end && !labelled;
        // A lone word is rather a cell of a table or the last word of a text than who wrote it, unless it is `PV`.
        // `TVB` alone on the last line
        let consonants = alone
            && token(self.tokens, start).case == Case::Upper
            && (2..=4).contains(&token(self.tokens, start).span.len())
            && !holds_any(self.lower(start), "aeiouy");
        let initials = consonants || matches!(self.lower(start), "pv" | "p.v" | "ctv" | "bbt" | "vp");
        if bare && name_end - start == 1 && !initials {
            return None;
        }
        // `Xuân Đinh Dậu` at the end of a heading is no name, but nothing here can tell: only length can.
        if bare && name_end - start > 14 {
            return None;
        }
        Some(Signed { byline: Some(byline), publisher })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, tokens};

    fn said(text: &Text, tokens: &[Token], range: Option<Range<usize>>) -> Option<String> {
        let range = range?;
        let span: Span = tokens[range.start].span.join(tokens[range.end - 1].span);
        Some(text.norm()[span.range()].to_owned())
    }

    #[test]
    fn signatures_tell_the_writer_and_the_paper() {
        for (line, byline, publisher) in [
            ("Công Danh", Some("Công Danh"), None),
            ("H.Thủy", Some("H.Thủy"), None),
            ("T.S", Some("T.S"), None),
            ("Đ,Bắc", Some("Đ,Bắc"), None),
            ("Th.Dương", Some("Th.Dương"), None),
            ("THIỆN VĂN", Some("THIỆN VĂN"), None),
            ("Thái Tân/KD&PL", Some("Thái Tân"), Some("KD&PL")),
            ("Trần Tĩnh (TTXVN)", Some("Trần Tĩnh"), Some("TTXVN")),
            ("Hoàng Hoa - Văn Cảnh (TTXVN)", Some("Hoàng Hoa - Văn Cảnh"), Some("TTXVN")),
            ("Thế Kha - Dân Trí", Some("Thế Kha"), Some("Dân Trí")),
            ("Kim Thanh (tổng hợp)", Some("Kim Thanh (tổng hợp)"), None),
            ("Nguyên Trí (Theo Eurosport)", Some("Nguyên Trí"), Some("Eurosport")),
            ("Tin và ảnh: Lê Hà", Some("Lê Hà"), None),
            ("Bài, ảnh: Lê Hà - Minh Tú", Some("Lê Hà - Minh Tú"), None),
            ("Minh Quang -", Some("Minh Quang"), None),
            ("Theo TTXVN", None, Some("TTXVN")),
            ("(Nguồn: Người Lao Động)", None, Some("Người Lao Động")),
            ("Minh Tâm - Văn phòng Sở", Some("Minh Tâm - Văn phòng Sở"), None),
            ("Nguồn: Phòng Tổ chức", Some("Phòng Tổ chức"), None),
            ("Theo Anh Minh/VnExpress", Some("Anh Minh"), Some("VnExpress")),
            ("Theo Tất Định (Dân Việt)", Some("Tất Định"), Some("Dân Việt")),
            ("Bích Lan/VOV.VN", Some("Bích Lan"), Some("VOV.VN")),
            ("(còn nữa) THIỆN VĂN", Some("THIỆN VĂN"), None),
            ("Tổng hợp Hoàng Yên", Some("Hoàng Yên"), None),
            ("SỸ ĐÔNG thực hiện", Some("SỸ ĐÔNG"), None),
            ("Đ.Phú-H.Ánh", Some("Đ.Phú-H.Ánh"), None),
            ("Công Danh (tổng hợp theo báo NĐT, Zing.vn)", Some("Công Danh (tổng hợp theo báo NĐT, Zing.vn)"), None),
            ("TTXVN/Tin Tức", None, Some("TTXVN/Tin Tức")),
        ] {
            let text = Text::new(line);
            let tokens = tokens(&text);
            let signed = read(&text, &tokens, 0..tokens.len(), true).unwrap_or_default();
            assert_eq!(said(&text, &tokens, signed.byline).as_deref(), byline, "{line}");
            assert_eq!(said(&text, &tokens, signed.publisher).as_deref(), publisher, "{line}");
        }
    }

    #[test]
    fn a_signature_may_run_into_the_end_of_a_text() {
        let found = |body: &str| {
            let text = Text::new(body);
            let tokens = tokens(&text);
            let sentences = super::super::sentences::cut(&text, &tokens, 0..tokens.len(), usize::MAX);
            at_end(&text, &tokens, &sentences)
        };
        for body in [
            "Hội nghị bế mạc. Công Danh",
            "Chỉ tiêu đạt 97%. H.Thủy",
            "Cần nêu gương. Đ.Phú-H.Ánh",
            "Như thế là tốt./. PV Đình Thi/VOV miền Trung",
        ] {
            assert!(found(body).is_some(), "{body}");
        }
        for body in ["Công Danh", "Hội nghị bế mạc. Tiếp tục thực hiện", "Cần nêu gương. Học Bác"]
        {
            assert_eq!(found(body).is_some(), body.ends_with("Học Bác"), "{body}: only capitals can tell");
        }
    }

    #[test]
    fn the_mark_of_a_paper_opens_the_body() {
        for (body, name) in [
            ("(QBĐT) - Ngày 31-10, Đảng ủy", Some("QBĐT")),
            ("(Dân trí) – Sáng nay", Some("Dân trí")),
            ("TTXVN - Sáng nay", Some("TTXVN")),
            ("BQN - Sáng 8-1, Huyện ủy", Some("BQN")),
            ("HĐND - UBND huyện họp", None),
            ("(Ngày 20/6) Đảng ủy họp", None),
            ("(NTO) Theo Ban Tổ chức Tỉnh ủy", Some("NTO")),
            ("(BL-HL) Chiều 26/4, Đảng ủy Khối", Some("BL-HL")),
            ("(TNXP) tỉnh tổ chức hội nghị", None),
        ] {
            let text = Text::new(body);
            let tokens = tokens(&text);
            let found = mark(&text, &tokens, 0..tokens.len()).map(|mark| mark_name(&text, &tokens, mark));
            assert_eq!(said(&text, &tokens, found).as_deref(), name, "{body}");
        }
    }
}
