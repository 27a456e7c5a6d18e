//! Places: provinces, cities, districts and communes, with every mention, also inside the names of bodies.
//!
//! A province is known by its name; below it a kind word (`huyện Đức Thọ`) or the list of districts must help.
//! Regions, countries, streets and people who are called like a province are left out.

use std::ops::Range;

use soi_words::numbered;

use super::doc::Doc;
use crate::lexicon::districts::UNITS;
use crate::lexicon::provinces::{NAMES, PROVINCES, Province};
use crate::lexicon::surnames::is_surname;
use crate::report::{Place, PlaceKind};
use crate::text::letter::{is_letter, lower};
use crate::text::token::token;
use crate::text::write::{joined, squeezed};
use crate::text::{Case, TokenKind, Word, sort};

/// A name in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mention {
    /// Tokens of the name alone.
    tokens: Range<usize>,
    /// Where the quote begins: at a short kind word (`TP. Sóc Trăng`, `TP.HCM`), else at the name.
    from: usize,
    kind: PlaceKind,
    name: String,
    code: Option<&'static str>,
}

/// A word that says what the name after it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KindWord {
    /// The token after it.
    pub end: usize,
    /// What it announces.
    pub kind: PlaceKind,
    /// Whether it is printed short (`TP.`, `P.`): such a one means nothing without a name.
    pub short: bool,
}

pub(super) fn read(doc: &Doc) -> Vec<Place> {
    let mut mentions = Vec::new();
    for range in doc.fact_ranges() {
        scan(doc, range, &mut mentions);
    }
    again(doc, &mut mentions);
    sort::by_key(&mut mentions, |m| m.tokens.start as u64);

    let mut places: Vec<Place> = Vec::new();
    for mention in &mentions {
        let quote = doc.text.quote(doc.span(mention.from..mention.tokens.end));
        match places.iter_mut().find(|p| p.kind == mention.kind && p.name == mention.name) {
            Some(place) => place.mentions.push(quote),
            None => places.push(Place {
                name: mention.name.clone(),
                kind: mention.kind,
                code: mention.code.map(str::to_owned),
                mentions: vec![quote],
            }),
        }
    }
    places
}

/// What stands with a kind word, or needs none.
fn scan(doc: &Doc, range: Range<usize>, out: &mut Vec<Mention>) {
    let mut at = range.start;
    while at < range.end {
        if let Some(word) = kind_word(doc, at, range.end) {
            at = listed(doc, at, word, range.end, out).unwrap_or(word.end);
        } else if !capitals(doc, at..at + 1) {
            at += 1;
        } else if let Some((end, province)) = province(doc, at, range.end)
            && doc.longest(&UNITS, at, range.end).is_none_or(|hit| hit.tokens.end <= end)
        {
            if stands_alone(doc, at, end, range.start) {
                doc.fired(|| ("place.province", at..end, at..end));
                out.push(province_mention(at..end, province));
            }
            at = end;
        } else if let Some(mention) = bare_unit(doc, at, range.clone(), out) {
            at = mention.tokens.end;
            doc.fired(|| {
                ("place.known", mention.tokens.clone(), mention.tokens.start.saturating_sub(1)..mention.tokens.end)
            });
            out.push(mention);
        } else {
            at += 1;
        }
    }
}

/// The names after a kind word: one, or several that it governs (`các huyện Cam Lộ, Triệu Phong và Gio Linh`).
#[numbered]
fn listed(doc: &Doc, at: usize, word: KindWord, end: usize, out: &mut Vec<Mention>) -> Option<usize> {
    let plural = at > 0 && is_plural(doc, at - 1);
    let mut from = word.end;
    // `các xã: Kỳ Tây, Kỳ Thượng`, `các huyện (Can Lộc, Thạch Hà)`.
    if plural && matches!(doc.id(from), ":" | "(" | "gồm" | "như" | "là") {
        from += 1;
    }
    let mut last = None;
    while let Some(name_end) = unit_name(doc, from, end, word, at) {
        // A second name needs two syllables or the list: after `các huyện A, B và` comes `Công an tỉnh` too.
        if last.is_some() && name_end - from < 2 && doc.longest(&UNITS, from, end).is_none() {
            break;
        }
        if last.is_some() && kind_word(doc, from, end).is_some_and(|w| unit_name(doc, w.end, end, w, from).is_some()) {
            break;
        }
        let start = if last.is_none() && word.short && word.kind == PlaceKind::City { at } else { from };
        let rule = if last.is_none() { "place.kind-word" } else { "place.list" };
        doc.fired(|| (rule, start..name_end, at..word.end));
        out.push(Mention { from: start, ..named(doc, from..name_end, word.kind) });
        last = Some(name_end);
        if !matches!(doc.id(name_end), "," | "và" | ";") {
            break;
        }
        from = name_end + 1;
        if !plural {
            // `huyện Cam Lộ, Triệu Phong`: without a plural the next name must be a known one of the same kind.
            let known = doc.longest(&UNITS, from, end).filter(|hit| hit.value == word.kind);
            // `phường Đức Xuân, Sông Cầu, thành phố Bắc Kạn`: before the district no other can stand.
            if word.kind == PlaceKind::Commune
                && doc.longest(&UNITS, from, end).is_none()
                && let Some(to) = unit_name(doc, from, end, word, at)
                && to == from + 2
                && doc.id(to) == ","
                && kind_word(doc, to + 1, end)
                    .is_some_and(|next| matches!(next.kind, PlaceKind::District | PlaceKind::City))
                && province(doc, from, end).is_none()
            {
                continue;
            }
            if known.is_none_or(|hit| !capitals(doc, hit.tokens.clone()) || is_capital(doc, hit.tokens.end)) {
                break;
            }
        }
    }
    last
}

/// Whether the token makes the kind word after it a plural: `các`, `hai`, `13`.
#[numbered]
fn is_plural(doc: &Doc, at: usize) -> bool {
    doc.kind(at) == TokenKind::Number
        || matches!(doc.id(at), "các" | "những" | "hai" | "ba" | "bốn" | "năm" | "nhiều" | "số")
}

/// The word that announces a unit, if one stands at `at`.
#[numbered]
pub(super) fn kind_word(doc: &Doc, at: usize, end: usize) -> Option<KindWord> {
    let second = doc.id_before(end, at + 1);
    let (len, kind, short) = match (doc.id(at), second) {
        // `hợp tác xã`
        ("xã", _) if at > 0 && doc.id(at - 1) == "tác" => return None,
        // A capital inside a name: `thôn Nghĩa Xã`, `khu phố Tam Phường Thất Hạng`.
        ("xã" | "phường", _) if at > 0 && doc.case(at) == Case::Capital && doc.case(at - 1) == Case::Capital => {
            return None;
        }
        ("tỉnh", "ủy" | "đoàn" | "đội" | "hội") => (2, PlaceKind::Province, false),
        ("huyện" | "quận", "ủy" | "đoàn" | "đội" | "hội") | ("thị", "ủy" | "đoàn" | "xã") => {
            (2, PlaceKind::District, false)
        }
        ("thành", "ủy" | "đoàn" | "phố") => (2, PlaceKind::City, false),
        ("thị", "trấn") => (2, PlaceKind::Commune, false),
        ("tỉnh", _) => (1, PlaceKind::Province, false),
        ("huyện" | "quận", _) => (1, PlaceKind::District, false),
        ("xã" | "phường", _) => (1, PlaceKind::Commune, false),
        ("tp", ".") => (2, PlaceKind::City, true),
        ("tp", _) => (1, PlaceKind::City, true),
        ("tx", ".") | ("h" | "q", ".") => (2, PlaceKind::District, true),
        ("tx", _) => (1, PlaceKind::District, true),
        ("tt" | "p" | "x", ".") => (2, PlaceKind::Commune, true),
        _ => return None,
    };
    // `H.Thủy` may sign a page: a short kind word of one letter stands apart from its name or at a comma.
    if short && !matches!(doc.case(at), Case::Capital | Case::Upper | Case::Mixed) && len == 1 {
        return (doc.id(at) == "tp").then_some(KindWord { end: at + len, kind, short });
    }
    Some(KindWord { end: at + len, kind, short })
}

/// Where the name after a kind word ends; `None` if no name stands there.
#[numbered]
pub(super) fn unit_name(doc: &Doc, at: usize, end: usize, word: KindWord, word_at: usize) -> Option<usize> {
    // `Thành ủy TP.HCM`: the second kind word has the name.
    if at >= end || matches!(doc.id(at), "tp" | "tx") {
        return None;
    }
    let token = token(&doc.tokens, at);
    if word.kind == PlaceKind::Province {
        return province(doc, at, end).map(|(end, _)| end);
    }
    if word.kind == PlaceKind::City && matches!(doc.id(at), "hồ" | "hcm") {
        if doc.id(at) == "hcm" {
            return Some(at + 1);
        }
        if doc.id(at + 1) == "chí" && doc.id(at + 2) == "minh" && at + 3 <= end {
            return Some(at + 3);
        }
    }
    if token.kind == TokenKind::Number {
        // `quận 1`, `phường 12`; but `quận 1.000 tỷ` or `xã 30a` are none.
        let numbered = matches!(doc.id(word_at), "quận" | "phường" | "q" | "p");
        return (numbered && token.span.len() <= 2).then_some(at + 1);
    }
    // The longest known name, if the text does not go on in capitals.
    let known = [doc.longest(&UNITS, at, end).map(|hit| hit.tokens.end), province(doc, at, end).map(|(end, _)| end)]
        .into_iter()
        .flatten()
        .filter(|&to| capitals(doc, at..to))
        .max();
    let mut run = at;
    while run < end && run < at + 5 && is_capital(doc, run) && (run == at || doc.spaced(run)) {
        run += 1;
    }
    let n = run - at;
    // The cities of the country are all in the list: `thành phố Karachi` lies abroad.
    if n == 0 || known.is_none() && (doc.case(at) == Case::Upper || word.kind == PlaceKind::City) {
        return known;
    }
    if let Some(known) = known
        && (word.kind != PlaceKind::Commune || known >= run || is_surname(doc.id(known)))
    {
        return Some(known);
    }
    // `Chủ tịch UBND xã Nguyễn Văn Nam`: a person follows the post; `phường Trần Hưng Đạo` is a place.
    let person = n >= 3 && is_surname(doc.id(at));
    if person && word_at > 0 && after_body(doc, word_at) {
        return None;
    }
    let length = match n {
        1 | 2 if word.short && doc.place(at).len() == 1 => return None, // `P.H Thức` signs the page
        1 if word.short || is_sentence_word(doc.id(at)) => return None,
        // `huyện Qushtipa`: no syllable of the country's languages is that long.
        // `thị trấn Nhật Bản` of a speech: a country is no place here.
        2 if matches!(
            (doc.id(at), doc.id(at + 1)),
            ("nhật", "bản")
                | ("việt", "nam")
                | ("trung", "quốc")
                | ("hàn", "quốc")
                | ("thái", "lan")
                | ("triều", "tiên")
        ) =>
        {
            return None;
        }
        1 if doc.norm(token.span).is_ascii() && token.span.len() > 6 => return None,
        // `thành phố Hoa Phượng đỏ`, `thành phố Cảng`: what a city is called for its beauty.
        _ if word.kind == PlaceKind::City && matches!(doc.id(at), "hoa" | "cảng" | "anh") => return None,
        1 | 2 => n,
        _ if person => 3,
        3 if is_surname(doc.id(at + 2)) && doc.id(at + 2) != "hà" => 2,
        3 => 3,
        _ => 2 + usize::from(!is_surname(doc.id(at + 2)) && is_surname(doc.id(at + 3))),
    };
    Some(at + length)
}

/// Whether the words before a kind word belong to a body, so that a post may stand before them.
#[numbered]
fn after_body(doc: &Doc, at: usize) -> bool {
    let body = matches!(doc.id(at - 1), "ubnd" | "hđnd" | "dân" | "ủy" | "mttq" | "an" | "hội" | "đoàn" | "bộ");
    // `Đảng ủy phường Lý Thái Tổ` has no post before it, `Bí thư Đảng ủy xã Nguyễn Văn Nam` has.
    let post = |word: Word| matches!(word, "thư" | "tịch" | "trưởng" | "viên" | "nhiệm" | "đốc" | "phó");
    body && (at.saturating_sub(6)..at).any(|i| post(doc.id(i)))
}

/// First words of a sentence that a lost full stop leaves after a kind word (`ở xã. Theo`, `huyện Trong`).
#[numbered]
fn is_sentence_word(word: Word) -> bool {
    matches!(
        word,
        "theo"
            | "trong"
            | "các"
            | "tại"
            | "ngày"
            | "ông"
            | "bà"
            | "đồng"
            | "ảnh"
            | "về"
            | "cũng"
            | "dự"
            | "đến"
            | "với"
            | "từ"
            | "và"
            | "năm"
            | "sau"
            | "khi"
            | "qua"
            | "đảng"
            | "hội"
            | "công"
            | "ban"
            | "cùng"
            | "trên"
            | "nhằm"
            | "mặt"
            | "để"
            | "tuy"
            | "bên"
            | "không"
            | "đây"
            | "đó"
            | "mới"
    )
}

/// The province whose name begins at `at`, in capitals.
#[numbered]
pub(super) fn province(doc: &Doc, at: usize, end: usize) -> Option<(usize, &'static Province)> {
    let hit = doc.longest(&NAMES, at, end)?;
    // `hồ chí minh` alone is the man, and `hcm` is read with its `TP.`.
    let province = &PROVINCES[usize::from(hit.value)];
    if matches!(doc.id(at), "hồ" | "hcm") || !capitals(doc, hit.tokens.clone()) {
        return None;
    }
    // `Công ty Thái Bình Dương`
    let next = hit.tokens.end;
    let ocean = (doc.id(at), doc.id(next)) == ("thái", "dương") && is_capital(doc, next)
        || (doc.id(at), doc.id(at.wrapping_sub(1))) == ("bình", "thái") && doc.id(at + 1) == "dương";
    if ocean {
        return None;
    }
    Some((hit.tokens.end, province))
}

/// Whether a known name that begins at `at` is a place by itself, and not part of a person's, a street's or a longer name.
#[numbered]
fn stands_alone(doc: &Doc, at: usize, end: usize, start: usize) -> bool {
    // The ocean: `Thái Bình Dương`; the old province: `Hà Nam Ninh`; the science: `Hải Dương học`.
    if matches!(
        (doc.id(end - 1), doc.id(end)),
        ("bình", "dương") | ("nam", "ninh") | ("dương", "học" | "vương") | ("biên", "phủ") | ("gòn", "giải")
    ) && doc.tokens.get(end).is_some_and(|t| t.spaced)
    {
        return false;
    }
    let before = |n: usize| (at >= start + n).then(|| at - n).filter(|&i| doc.kind(i) == TokenKind::Word);
    let Some(one) = before(1) else { return true };
    if is_capital(doc, one) {
        let surname = |i: usize| is_surname(doc.id(i)) && doc.case(i) == Case::Capital;
        if surname(one) || before(2).is_some_and(|two| surname(two) && doc.id(one) != "đoàn") {
            return false;
        }
    }
    // `đồng chí Thái Bình`, `anh Hải Dương`; `đường Hà Nam`, `phố Huế`, `cầu Bình Định`.
    !matches!(
        doc.id(one),
        "ông"
            | "bà"
            | "anh"
            | "chị"
            | "em"
            | "cháu"
            | "chí"
            | "cô"
            | "chú"
            | "sĩ"
            | "đường"
            | "phố"
            | "ngõ"
            | "hẻm"
            | "cầu"
            | "sông"
            | "đèo"
            | "lộ"
            | "núi"
    )
}

/// A city that everyone knows, or a district where the words around it say that it is one.
#[numbered]
fn bare_unit(doc: &Doc, at: usize, range: Range<usize>, found: &[Mention]) -> Option<Mention> {
    let hit = doc.longest(&UNITS, at, range.end)?;
    let end = hit.tokens.end;
    if !capitals(doc, at..end) || is_capital(doc, end) || !stands_alone(doc, at, end, range.start) {
        return None;
    }
    let before = if at > range.start { doc.id(at - 1) } else { "" };
    let capital_before = at > range.start && is_capital(doc, at - 1) && doc.spaced(at - 1);
    let famous = hit.value == PlaceKind::City && is_famous(doc.lower(doc.span(at..end)));
    // `xã Kỳ Tây (Kỳ Anh)`, `xã Lê Hồng, Thanh Miện`, `tại Thạch Hà`, `Thanh Miện, Hải Dương`.
    let after_commune = matches!(before, "(" | "," | "-" | "–")
        && found.last().is_some_and(|m| m.kind == PlaceKind::Commune && m.tokens.end + 1 == at);
    let in_province = matches!(doc.id(end), "," | "(" | "-" | "–")
        && province(doc, end + 1, range.end).is_some()
        && matches!(before, "(" | "ở" | "tại" | "," | ".");
    let somewhere = matches!(before, "ở" | "tại") && end - at > 1 && !is_surname(doc.id(at));
    (famous && !(capital_before && doc.case(at - 1) == Case::Capital) || after_commune || in_province || somewhere)
        .then(|| named(doc, at..end, hit.value))
}

/// Cities whose bare name is nobody's and nothing else's.
fn is_famous(name: &str) -> bool {
    matches!(
        name,
        "huế"
            | "đà lạt"
            | "nha trang"
            | "vũng tàu"
            | "biên hòa"
            | "buôn ma thuột"
            | "pleiku"
            | "hạ long"
            | "quy nhơn"
            | "hội an"
            | "đồng hới"
            | "thủ dầu một"
            | "phan thiết"
            | "phan rang"
            | "việt trì"
            | "mỹ tho"
            | "móng cái"
            | "uông bí"
            | "cẩm phả"
            | "tam kỳ"
            | "bảo lộc"
            | "long xuyên"
            | "rạch giá"
            | "sa đéc"
            | "châu đốc"
            | "sầm sơn"
            | "vĩnh yên"
            | "phủ lý"
            | "cam ranh"
    )
}

/// Later mentions without their kind word: `“Đức Thọ có gần 40 ngàn thanh niên”`.
fn again(doc: &Doc, mentions: &mut Vec<Mention>) {
    // By their words, each once.
    let mut names: Vec<(Vec<&str>, &Mention)> = Vec::new();
    for mention in mentions.iter().filter(|m| m.tokens.len() > 1 && m.kind != PlaceKind::Province) {
        let words: Vec<_> = mention.tokens.clone().map(|i| doc.word(i)).collect();
        // A province's own name stays the province's.
        if province(doc, mention.tokens.start, mention.tokens.end).is_none() {
            let place = names.partition_point(|(known, _)| *known < words);
            if names.get(place).is_none_or(|(known, _)| *known != words) {
                names.insert(place, (words, mention));
            }
        }
    }
    let mut more = Vec::new();
    for range in doc.fact_ranges() {
        for at in range.clone().filter(|at| capitals(doc, *at..at + 1)) {
            for (words, mention) in &names {
                let end = at + words.len();
                if end <= range.end
                    && words.iter().enumerate().all(|(n, word)| doc.word(at + n) == *word)
                    && capitals(doc, at..end)
                    && !mentions.iter().any(|m| m.tokens.start < end && at < m.tokens.end)
                    && !(at > range.start && is_capital(doc, at - 1) && doc.case(at - 1) == Case::Capital)
                    && !is_capital(doc, end)
                    && stands_alone(doc, at, end, range.start)
                {
                    doc.fired(|| ("place.again", at..end, at..end));
                    more.push(Mention { tokens: at..end, from: at, ..(*mention).clone() });
                }
            }
        }
    }
    mentions.extend(more);
}

/// A mention whose kind the text states.
#[numbered]
fn named(doc: &Doc, tokens: Range<usize>, kind: PlaceKind) -> Mention {
    if let Some(found) = doc.longest(&NAMES, tokens.start, tokens.end)
        && found.tokens.end == tokens.end
    {
        let province = &PROVINCES[usize::from(found.value)];
        match kind {
            PlaceKind::Province => return province_mention(tokens, province),
            PlaceKind::City => {
                return Mention {
                    from: tokens.start,
                    tokens,
                    kind,
                    name: province.name.to_owned(),
                    code: Some(province.code),
                };
            }
            _ => {}
        }
    }
    let name = squeezed(doc.norm(doc.span(tokens.clone())));
    let number = doc.kind(tokens.start) == TokenKind::Number;
    let name = match (number, tokens.start.checked_sub(1).map_or("", |before| doc.id(before))) {
        (true, "phường" | ".") if kind == PlaceKind::Commune => joined(&["Phường ", &name]),
        (true, _) => joined(&["Quận ", &name]),
        // From a heading in capitals: `HUYỆN ỦY CAN LỘC`.
        _ if tokens.clone().all(|i| doc.case(i) == Case::Upper || doc.kind(i) != TokenKind::Word) => title_case(&name),
        _ => name,
    };
    // Huế bore its province's name in short.
    let code = (kind == PlaceKind::City && name == r"Huế").then_some("VN-26");
    Mention { from: tokens.start, tokens, kind, name, code }
}

/// `CAN LỘC` as a name is printed: `Can Lộc`.
fn title_case(name: &str) -> String {
    let mut first = true;
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if first {
            out.push(c)
        } else {
            out.push(lower(c))
        }
        first = !is_letter(c);
    }
    out
}

fn province_mention(tokens: Range<usize>, province: &'static Province) -> Mention {
    let kind = if province.central { PlaceKind::City } else { PlaceKind::Province };
    Mention { from: tokens.start, tokens, kind, name: province.name.to_owned(), code: Some(province.code) }
}

/// Whether every word of the range begins with a capital.
fn capitals(doc: &Doc, mut tokens: Range<usize>) -> bool {
    tokens.all(|i| doc.kind(i) != TokenKind::Word || doc.case(i) != Case::Lower || after_apostrophe(doc, i))
}

#[numbered]
fn after_apostrophe(doc: &Doc, at: usize) -> bool {
    at > 0 && matches!(doc.id(at - 1), "'" | "’")
}

/// Whether a word in capitals stands at `at`.
pub(super) fn is_capital(doc: &Doc, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower)
}

#[cfg(test)]
mod tests {
    use crate::parse;

    /// Name, kind, code and number of mentions of each place in a body of one paragraph.
    #[track_caller]
    fn check(body: &str, expected: &[(&str, &str, Option<&str>, usize)]) {
        let report = parse("x", &format!("Tin địa phương\n\n{body}\n"));
        let found: Vec<_> = report
            .places
            .iter()
            .map(|p| (p.name.as_str(), p.kind.as_str(), p.code.as_deref(), p.mentions.len()))
            .collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn a_kind_word_tells_a_city_from_its_province() {
        check(
            "Tại TP. Sóc Trăng, Tỉnh ủy Sóc Trăng họp.",
            &[("Sóc Trăng", "thành phố", Some("VN-52"), 1), ("Sóc Trăng", "tỉnh", Some("VN-52"), 1)],
        );
        check("Thành ủy TP.HCM và TP Hồ Chí Minh.", &[("Hồ Chí Minh", "thành phố", Some("VN-SG"), 2)]);
    }

    #[test]
    fn names_below_the_province_end_where_a_person_begins() {
        check("Chủ tịch UBND huyện Đức Thọ Nguyễn Văn Nam dự.", &[("Đức Thọ", "huyện", None, 1)]);
        check("Chủ tịch UBND xã Nguyễn Văn Nam dự.", &[]);
        check("Tại xã Kỳ Tây (Kỳ Anh).", &[("Kỳ Tây", "xã", None, 1), ("Kỳ Anh", "huyện", None, 1)]);
        check("Xã Lê Hồng đã họp. Lê Hồng có 5 chi bộ.", &[("Lê Hồng", "xã", None, 2)]);
    }

    #[test]
    fn one_kind_word_governs_a_list() {
        check(
            "Các huyện Cam Lộ, Triệu Phong và Gio Linh dự.",
            &[("Cam Lộ", "huyện", None, 1), ("Triệu Phong", "huyện", None, 1), ("Gio Linh", "huyện", None, 1)],
        );
        check(
            "Tại xã Nà Pài, Bản Sen, huyện Đức Thọ.",
            &[("Nà Pài", "xã", None, 1), ("Bản Sen", "xã", None, 1), ("Đức Thọ", "huyện", None, 1)],
        );
        check(
            "Tại xã Kỳ Tây, Kỳ Anh, Hà Tĩnh.",
            &[("Kỳ Tây", "xã", None, 1), ("Kỳ Anh", "huyện", None, 1), ("Hà Tĩnh", "tỉnh", Some("VN-23"), 1)],
        );
    }

    #[test]
    fn people_oceans_and_ordinary_words_are_no_places() {
        check("Ông Nguyễn Thái Bình và bà Trần Thị Hòa Bình qua Thái Bình Dương vì hòa bình.", &[]);
        check("Học tập đạo đức Hồ Chí Minh.", &[]);
    }
}
