//! Abbreviations in the names of bodies, and the one form that all spellings of a name share.
//!
//! Source: the abbreviations that Party and state texts use; expansions from the bodies' own names.

use super::provinces::{NAMES, PROVINCES};
use crate::text::letter::lower_text;
use crate::text::{Case, Text, TokenKind, tokens};

/// Abbreviation and expansion, both in lower case, sorted.
const EXPANSIONS: &[(&str, &str)] = &[
    ("BCH T.Ư Hội NDVN", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"),
    ("Công an Hà Tĩnh", "Công an tỉnh Hà Tĩnh"),
    ("Sở Lao động- Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
    ("Thành ủy TP.HCM", "Thành ủy TP Hồ Chí Minh"),
    ("Thường vụ Tỉnh ủy", "BTV Tỉnh ủy"),
    ("UBND tỉnh Hà Tĩnh", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
    ("Vụ Địa phương III", "Vụ Địa phương 3"),
    ("bch", "ban chấp hành"),
    ("bcsđ", "ban cán sự đảng"),
    ("bdv", "ban dân vận"),
    ("bhxh", "bảo hiểm xã hội"),
    ("btc", "ban tổ chức"),
    ("btg", "ban tuyên giáo"),
    ("btv", "ban thường vụ"),
    ("bv", "bệnh viện"),
    ("bđbp", "bộ đội biên phòng"),
    ("ccb", "cựu chiến binh"),
    ("ccq", "các cơ quan"),
    ("ccq&dn", "các cơ quan và doanh nghiệp"),
    ("chqs", "chỉ huy quân sự"),
    ("cp", "cổ phần"),
    ("cq", "cơ quan"),
    ("csgt", "cảnh sát giao thông"),
    ("csđt", "cảnh sát điều tra"),
    ("cty", "công ty"),
    ("dn", "doanh nghiệp"),
    ("gd&đt", "giáo dục và đào tạo"),
    ("gd-đt", "giáo dục và đào tạo"),
    ("gdđt", "giáo dục và đào tạo"),
    ("gtvt", "giao thông vận tải"),
    ("hcm", "hồ chí minh"),
    ("htx", "hợp tác xã"),
    ("hđnd", "hội đồng nhân dân"),
    ("hđqt", "hội đồng quản trị"),
    ("kh&cn", "khoa học và công nghệ"),
    ("kh&đt", "kế hoạch và đầu tư"),
    ("kh-đt", "kế hoạch và đầu tư"),
    ("khcn", "khoa học và công nghệ"),
    ("khkt", "khoa học và kỹ thuật"),
    ("khđt", "kế hoạch và đầu tư"),
    ("ksnd", "kiểm sát nhân dân"),
    ("ksndtc", "kiểm sát nhân dân tối cao"),
    ("lhpn", "liên hiệp phụ nữ"),
    ("lhtn", "liên hiệp thanh niên"),
    ("lđ-tb&xh", "lao động thương binh và xã hội"),
    ("lđ-tbxh", "lao động thương binh và xã hội"),
    ("lđlđ", "liên đoàn lao động"),
    ("lđtb&xh", "lao động thương binh và xã hội"),
    ("lđtbxh", "lao động thương binh và xã hội"),
    ("mttq", "mặt trận tổ quốc"),
    ("mttqvn", "mặt trận tổ quốc việt nam"),
    ("mtv", "một thành viên"),
    ("nct", "người cao tuổi"),
    ("nd", "nông dân"),
    ("ndvn", "nông dân việt nam"),
    ("nhcsxh", "ngân hàng chính sách xã hội"),
    ("nhnn", "ngân hàng nhà nước"),
    ("nn", "nông nghiệp"),
    ("nn&ptnt", "nông nghiệp và phát triển nông thôn"),
    ("nnptnt", "nông nghiệp và phát triển nông thôn"),
    ("nxb", "nhà xuất bản"),
    ("ptnt", "phát triển nông thôn"),
    ("tand", "tòa án nhân dân"),
    ("tandtc", "tòa án nhân dân tối cao"),
    ("thcs", "trung học cơ sở"),
    ("thpt", "trung học phổ thông"),
    ("tmcp", "thương mại cổ phần"),
    ("tn", "thanh niên"),
    ("tn&mt", "tài nguyên và môi trường"),
    ("tn-mt", "tài nguyên và môi trường"),
    ("tncs", "thanh niên cộng sản"),
    ("tnhh", "trách nhiệm hữu hạn"),
    ("tnmt", "tài nguyên và môi trường"),
    ("tp", "thành phố"),
    ("tphcm", "thành phố hồ chí minh"),
    ("tt&tt", "thông tin và truyền thông"),
    ("tttt", "thông tin và truyền thông"),
    ("tw", "trung ương"),
    ("tư", "trung ương"),
    ("ub", "ủy ban"),
    ("ubkt", "ủy ban kiểm tra"),
    ("ubmttq", "ủy ban mặt trận tổ quốc"),
    ("ubmttqvn", "ủy ban mặt trận tổ quốc việt nam"),
    ("ubnd", "ủy ban nhân dân"),
    ("ubtvqh", "ủy ban thường vụ quốc hội"),
    ("ubtw", "ủy ban trung ương"),
    ("ubtư", "ủy ban trung ương"),
    ("vh-tt&dl", "văn hóa thể thao và du lịch"),
    ("vhtt&dl", "văn hóa thể thao và du lịch"),
    ("vhttdl", "văn hóa thể thao và du lịch"),
    ("vks", "viện kiểm sát"),
    ("vksnd", "viện kiểm sát nhân dân"),
    ("vksndtc", "viện kiểm sát nhân dân tối cao"),
    ("vn", "việt nam"),
    ("đbqh", "đại biểu quốc hội"),
    ("đh", "đại học"),
    ("đh&cđ", "đại học và cao đẳng"),
    ("đuk", "đảng ủy khối"),
];

/// The words of a body's name in the one form that its spellings share: small letters, no marks, abbreviations
/// written out, `tỉnh` before a province's name, Roman numbers as digits.
pub(crate) fn canonical(name: &str) -> Vec<String> {
    let text = Text::new(name);
    let lower = text.lower();
    let parts = tokens(text.norm());
    let mut words: Vec<String> = Vec::with_capacity(parts.len());
    let mut at = 0;
    while at < parts.len() {
        if let Some(hit) = NAMES.longest(lower, &parts, at, parts.len()) {
            let province = &PROVINCES[usize::from(hit.value)];
            let kind = if province.central { "phố" } else { "tỉnh" };
            let city = words.last().is_some_and(|w| w == "phố");
            // `Đoàn TNCS Hồ Chí Minh` is no province's.
            let man =
                parts[at].span.len() != 3 && lower.get(parts[at].span.range()).unwrap_or_default() == "hồ" && !city;
            if !man {
                if words.last().is_none_or(|w| w != kind && w != "phố" && w != "huyện" && w != "xã") {
                    words.extend((if province.central { "thành phố" } else { "tỉnh" }).split(' ').map(str::to_owned));
                }
                words.extend(lower_text(province.name).split(' ').filter(|w| *w != "-").map(str::to_owned));
                at = hit.tokens.end;
                continue;
            }
        }
        // `GD&ĐT`, `LĐ-TB&XH`: one abbreviation, though its marks cut it in tokens.
        let mut to = at + 1;
        while to + 1 < parts.len()
            && matches!(lower.get(parts[to].span.range()), Some("&" | "-"))
            && !parts[to].spaced
            && !parts[to + 1].spaced
        {
            to += 2;
        }
        if to > at + 1
            && let Some(words_out) =
                expand(lower.get(parts[at].span.join(parts[to - 1].span).range()).unwrap_or_default())
        {
            words.extend(words_out.split(' ').map(str::to_owned));
            at = to;
            continue;
        }
        let word = lower.get(parts[at].span.range()).unwrap_or_default();
        let next = parts.get(at + 1).and_then(|t| lower.get(t.span.range()));
        let third = parts.get(at + 2).and_then(|t| lower.get(t.span.range()));
        if word == "&" && parts[at].spaced {
            // `Sở Tài nguyên & Môi trường`
            words.push("và".to_owned());
            at += 1;
        } else if parts[at].kind == TokenKind::Mark || word == "của" {
            at += 1;
        } else if word == "t" && next == Some(".") && matches!(third, Some("ư" | "w")) {
            words.extend(["trung", "ương"].map(str::to_owned));
            at += 3;
        } else if let Some(long) = expand(word).filter(|_| word != "tư" || parts[at].case == Case::Upper) {
            words.extend(long.split(' ').map(str::to_owned));
            at += 1;
        } else {
            words.push(roman(word).map_or_else(|| word.to_owned(), str::to_owned));
            at += 1;
        }
    }
    // `Huyện ủy huyện Thường Xuân`
    for kind in [&["huyện"][..], &["quận"], &["thị", "xã"], &["thành", "phố"]] {
        let seat = words.windows(2).position(|w| w[0] == kind[0] && w[1] == "ủy").map(|at| at + 2);
        if let Some(at) =
            seat.filter(|&at| words[at..].iter().take(kind.len()).map(String::as_str).eq(kind.iter().copied()))
        {
            words.drain(at..at + kind.len());
        }
    }
    // `Thường vụ Tỉnh ủy` is its Ban Thường vụ, and a branch is the bank's body in that place.
    let starts = |with: [&str; 3]| words.iter().take(3).map(String::as_str).eq(with);
    if starts(["thường", "vụ", "quốc"]) {
        words.splice(0..0, ["ủy", "ban"].map(str::to_owned));
    } else if words.starts_with(&["thường".to_owned(), "vụ".to_owned()]) {
        words.insert(0, "ban".to_owned());
    } else if words == ["trung", "ương", "đảng"] {
        // `Ủy viên Trung ương Đảng` is a member of its Ban Chấp hành.
        words.splice(0..0, ["ban", "chấp", "hành"].map(str::to_owned));
    } else if words.len() > 3 && words.starts_with(&["chi".to_owned(), "nhánh".to_owned()]) {
        words.drain(..2);
    }
    words
}

/// What an abbreviation in small letters stands for.
fn expand(short: &str) -> Option<&'static str> {
    EXPANSIONS.binary_search_by(|(known, _)| (*known).cmp(short)).ok().map(|found| EXPANSIONS[found].1)
}

/// A small Roman number as digits: `Vụ Địa phương III` is `Vụ Địa phương 3`.
fn roman(word: &str) -> Option<&'static str> {
    Some(match word {
        "i" => "1",
        "ii" => "2",
        "iii" => "3",
        "iv" => "4",
        "v" => "5",
        "vi" => "6",
        "vii" => "7",
        "viii" => "8",
        "ix" => "9",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_body_share_a_form() {
        assert!(EXPANSIONS.windows(2).all(|pair| pair[0].0 < pair[1].0), "sorted for the binary search");
        for (one, other) in [
            ("UBND tỉnh Hà Tĩnh", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
            ("BCH T.Ư Hội NDVN", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"),
            ("Thường vụ Tỉnh ủy", "BTV Tỉnh ủy"),
            ("Vụ Địa phương III", "Vụ Địa phương 3"),
            ("Công an Hà Tĩnh", "Công an tỉnh Hà Tĩnh"),
            ("Sở Lao động- Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"),
            ("Huyện ủy Thường Xuân", "Huyện ủy huyện Thường Xuân"),
            ("Thành ủy TP.HCM", "Thành ủy TP Hồ Chí Minh"),
        ] {
            assert_eq!(canonical(one), canonical(other));
        }
        assert_eq!(canonical("Sở Kế hoạch và Đầu tư").join(" "), "sở kế hoạch và đầu tư");
        assert_ne!(canonical("Tỉnh ủy Hà Nam"), canonical("Tỉnh ủy Hà Tĩnh"));
    }
}
