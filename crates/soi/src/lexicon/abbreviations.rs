//! Abbreviations in the names of bodies, and the one form that all spellings of a name share.
//!
//! Source: the abbreviations that Party and state texts use; expansions from the bodies' own names.

use super::provinces::{NAMES, PROVINCES};
use crate::text::letter::lower_text;
use crate::text::set::meaning;
use crate::text::token::{span_of, token};
use crate::text::{Case, Text, TokenKind, tokens};

/// The words of a body's name in the one form that its spellings share: small letters, no marks, abbreviations
/// written out, `tỉnh` before a province's name, Roman numbers as digits.
pub(crate) fn canonical(name: &str) -> Vec<String> {
    let text = Text::new(name);
    let lower = text.lower();
    let parts = tokens(&text);
    let mut words: Vec<String> = Vec::with_capacity(parts.len());
    let mut at = 0;
    while at < parts.len() {
        if let Some(hit) = NAMES.longest(lower, &parts, at, parts.len()) {
            let province = &PROVINCES[usize::from(hit.value)];
            let kind = if province.central { "phố" } else { "tỉnh" };
            let city = words.last().is_some_and(|w| w == "phố");
            // `Đoàn TNCS Hồ Chí Minh` is no province's.
            let man = token(&parts, at).span.len() != 3
                && lower.get(token(&parts, at).span.range()).unwrap_or_default() == "hồ"
                && !city;
            if !man {
                if words.last().is_none_or(|w| w != kind && w != "phố" && w != "huyện" && w != "xã") {
                    push(&mut words, if province.central { "thành phố" } else { "tỉnh" });
                }
                push(&mut words, &lower_text(province.name));
                at = hit.tokens.end;
                continue;
            }
        }
        // `GD&ĐT`, `LĐ-TB&XH`: one abbreviation, though its marks cut it in tokens.
        let mut to = at + 1;
        while to + 1 < parts.len()
            && matches!(lower.get(token(&parts, to).span.range()), Some("&" | "-"))
            && !token(&parts, to).spaced
            && !token(&parts, to + 1).spaced
        {
            to += 2;
        }
        if to > at + 1
            && let Some(words_out) = expand(lower.get(span_of(&parts, &(at..to)).range()).unwrap_or_default())
        {
            push(&mut words, words_out);
            at = to;
            continue;
        }
        let word = lower.get(token(&parts, at).span.range()).unwrap_or_default();
        let next = parts.get(at + 1).and_then(|t| lower.get(t.span.range()));
        let third = parts.get(at + 2).and_then(|t| lower.get(t.span.range()));
        if word == "&" && token(&parts, at).spaced {
            // `Sở Tài nguyên & Môi trường`
            push(&mut words, "và");
            at += 1;
        } else if token(&parts, at).kind == TokenKind::Mark || word == "của" {
            at += 1;
        } else if word == "t" && next == Some(".") && matches!(third, Some("ư" | "w")) {
            push(&mut words, "trung ương");
            at += 3;
        } else if let Some(long) = expand(word).filter(|_| word != "tư" || token(&parts, at).case == Case::Upper) {
            push(&mut words, long);
            at += 1;
        } else {
            words.push(roman(word).unwrap_or(word).to_owned());
            at += 1;
        }
    }
    // `Huyện ủy huyện Thường Xuân`
    for kind in ["huyện", "quận", "thị xã", "thành phố"] {
        let first = kind.split(' ').next();
        let seat = words.windows(2).position(|w| Some(w[0].as_str()) == first && w[1] == "ủy").map(|at| at + 2);
        if let Some(at) = seat.filter(|&at| stands(&words, at, kind)) {
            words.drain(at..at + kind.split(' ').count());
        }
    }
    // `Thường vụ Tỉnh ủy` is its Ban Thường vụ, and a branch is the bank's body in that place.
    let before = if stands(&words, 0, "thường vụ quốc") {
        "ủy ban"
    } else if stands(&words, 0, "thường vụ") {
        "ban"
    } else if words.len() == 3 && stands(&words, 0, "trung ương đảng") {
        // `Ủy viên Trung ương Đảng` is a member of its Ban Chấp hành.
        "ban chấp hành"
    } else {
        if words.len() > 3 && stands(&words, 0, "chi nhánh") {
            words.drain(..2);
        }
        return words;
    };
    let mut out = Vec::new();
    push(&mut out, before);
    out.append(&mut words);
    out
}

/// Whether some words stand among others from `at` on.
fn stands(words: &[String], at: usize, some: &str) -> bool {
    some.split(' ').enumerate().all(|(i, word)| words.get(at + i).is_some_and(|other| other == word))
}

/// Adds the words of a text, without its dashes.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn push(words: &mut Vec<String>, text: &str) {
    words.extend(text.split(' ').filter(|word| *word != "-").map(str::to_owned));
}

/// What an abbreviation in small letters stands for.
fn expand(short: &str) -> Option<&'static str> {
    meaning!(
        short,
        "bch" => "ban chấp hành",
        "bcsđ" => "ban cán sự đảng",
        "bdv" => "ban dân vận",
        "bhxh" => "bảo hiểm xã hội",
        "btc" => "ban tổ chức",
        "btg" => "ban tuyên giáo",
        "btv" => "ban thường vụ",
        "bv" => "bệnh viện",
        "bđbp" => "bộ đội biên phòng",
        "ccb" => "cựu chiến binh",
        "ccq" => "các cơ quan",
        "ccq&dn" => "các cơ quan và doanh nghiệp",
        "chqs" => "chỉ huy quân sự",
        "cp" => "cổ phần",
        "cq" => "cơ quan",
        "csgt" => "cảnh sát giao thông",
        "csđt" => "cảnh sát điều tra",
        "cty" => "công ty",
        "dn" => "doanh nghiệp",
        "gd&đt" => "giáo dục và đào tạo",
        "gd-đt" => "giáo dục và đào tạo",
        "gdđt" => "giáo dục và đào tạo",
        "gtvt" => "giao thông vận tải",
        "hcm" => "hồ chí minh",
        "htx" => "hợp tác xã",
        "hđnd" => "hội đồng nhân dân",
        "hđqt" => "hội đồng quản trị",
        "kh&cn" => "khoa học và công nghệ",
        "kh&đt" => "kế hoạch và đầu tư",
        "kh-đt" => "kế hoạch và đầu tư",
        "khcn" => "khoa học và công nghệ",
        "khkt" => "khoa học và kỹ thuật",
        "khđt" => "kế hoạch và đầu tư",
        "ksnd" => "kiểm sát nhân dân",
        "ksndtc" => "kiểm sát nhân dân tối cao",
        "lhpn" => "liên hiệp phụ nữ",
        "lhtn" => "liên hiệp thanh niên",
        "lđ-tb&xh" => "lao động thương binh và xã hội",
        "lđ-tbxh" => "lao động thương binh và xã hội",
        "lđlđ" => "liên đoàn lao động",
        "lđtb&xh" => "lao động thương binh và xã hội",
        "lđtbxh" => "lao động thương binh và xã hội",
        "mttq" => "mặt trận tổ quốc",
        "mttqvn" => "mặt trận tổ quốc việt nam",
        "mtv" => "một thành viên",
        "nct" => "người cao tuổi",
        "nd" => "nông dân",
        "ndvn" => "nông dân việt nam",
        "nhcsxh" => "ngân hàng chính sách xã hội",
        "nhnn" => "ngân hàng nhà nước",
        "nn" => "nông nghiệp",
        "nn&ptnt" => "nông nghiệp và phát triển nông thôn",
        "nnptnt" => "nông nghiệp và phát triển nông thôn",
        "nxb" => "nhà xuất bản",
        "ptnt" => "phát triển nông thôn",
        "tand" => "tòa án nhân dân",
        "tandtc" => "tòa án nhân dân tối cao",
        "thcs" => "trung học cơ sở",
        "thpt" => "trung học phổ thông",
        "tmcp" => "thương mại cổ phần",
        "tn" => "thanh niên",
        "tn&mt" => "tài nguyên và môi trường",
        "tn-mt" => "tài nguyên và môi trường",
        "tncs" => "thanh niên cộng sản",
        "tnhh" => "trách nhiệm hữu hạn",
        "tnmt" => "tài nguyên và môi trường",
        "tp" => "thành phố",
        "tphcm" => "thành phố hồ chí minh",
        "tt&tt" => "thông tin và truyền thông",
        "tttt" => "thông tin và truyền thông",
        "tw" => "trung ương",
        "tư" => "trung ương",
        "ub" => "ủy ban",
        "ubkt" => "ủy ban kiểm tra",
        "ubmttq" => "ủy ban mặt trận tổ quốc",
        "ubmttqvn" => "ủy ban mặt trận tổ quốc việt nam",
        "ubnd" => "ủy ban nhân dân",
        "ubtvqh" => "ủy ban thường vụ quốc hội",
        "ubtw" => "ủy ban trung ương",
        "ubtư" => "ủy ban trung ương",
        "vh-tt&dl" => "văn hóa thể thao và du lịch",
        "vhtt&dl" => "văn hóa thể thao và du lịch",
        "vhttdl" => "văn hóa thể thao và du lịch",
        "vks" => "viện kiểm sát",
        "vksnd" => "viện kiểm sát nhân dân",
        "vksndtc" => "viện kiểm sát nhân dân tối cao",
        "vn" => "việt nam",
        "đbqh" => "đại biểu quốc hội",
        "đh" => "đại học",
        "đh&cđ" => "đại học và cao đẳng",
        "đuk" => "đảng ủy khối",
    )
}

/// A small Roman number as digits: `Vụ Địa phương III` is `Vụ Địa phương 3`.
fn roman(word: &str) -> Option<&'static str> {
    meaning!(
        word,
        "i" => "1",
        "ii" => "2",
        "iii" => "3",
        "iv" => "4",
        "v" => "5",
        "vi" => "6",
        "vii" => "7",
        "viii" => "8",
        "ix" => "9",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_body_share_a_form() {
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
