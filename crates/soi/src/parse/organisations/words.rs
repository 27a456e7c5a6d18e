//! Words as such: what looks like a syllable, and small words that are never part of a name.

use soi_words::numbered;

use super::super::doc::Doc;
use crate::text::Word;
use crate::text::find::holds_any;
use crate::text::fold::fold;

/// Whether a word has the shape of a Vietnamese syllable: one group of vowels, and an end that the language has.
pub(super) fn is_syllable(word: &str) -> bool {
    let plain = fold(word);
    let vowel = |c: char| core::matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let Some(rime) = plain.find(vowel).and_then(|first| plain.get(first..)) else { return false };
    let end = rime.trim_start_matches(vowel);
    plain.len() < 8
        && !holds_any(&plain, "fjwz")
        && matches!(end, "" | "c" | "ch" | "m" | "n" | "ng" | "nh" | "p" | "t")
        && rime.len() - end.len() < 4
}

/// Small words that follow a name and are no part of it.
#[numbered]
pub(super) fn is_function_word(word: Word) -> bool {
    matches!(
        word,
        "đã" | "sẽ"
            | "là"
            | "và"
            | "có"
            | "cho"
            | "về"
            | "vừa"
            | "cũng"
            | "phối"
            | "tại"
            | "đến"
            | "ở"
            | "để"
            | "được"
            | "trong"
            | "ngày"
            | "của"
            | "nói"
            | "khẳng"
            | "tổ"
            | "yêu"
            | "đề"
            | "tiếp"
            | "ký"
            | "nhận"
            | "với"
            | "vào"
            | "do"
            | "từ"
            | "không"
            | "phải"
            | "cần"
            | "chỉ"
            | "đang"
            | "mới"
            | "này"
            | "đó"
            | "khi"
            | "sau"
            | "trước"
            | "năm"
            | "lần"
            | "theo"
            | "bị"
            | "thì"
            | "mà"
            | "hay"
            | "hoặc"
            | "như"
            | "nên"
            | "còn"
            | "cùng"
            | "ra"
            | "lên"
            | "trên"
            | "dưới"
            | "các"
            | "những"
            | "một"
            | "hai"
            | "ba"
            | "chủ"
            | "thông"
            | "công"
            | "xác"
            | "tuyên"
            | "trao"
            | "trả"
            | "mở"
            | "họp"
            | "làm"
            | "đưa"
            | "gửi"
            | "giao"
            | "lập"
            | "vẫn"
            | "nhấn"
            | "trình"
            | "gồm"
            | "tỉnh"
            | "huyện"
            | "xã"
            | "thành"
            | "cấp"
            | "khóa"
            | "quận"
            | "phường"
            | "nhiệm"
            | "tham"
            | "dự"
            | "phát"
            | "qua"
            | "rồi"
            | "rằng"
            | "nhưng"
            | "song"
            | "nay"
            | "thuộc"
            | "bằng"
            | "nhằm"
            | "luôn"
            | "từng"
            | "việt"
    )
}

/// Pairs that after a name are rather what the body does: `Sở Y tế tổ chức`.
#[numbered]
pub(super) fn is_verb(doc: &Doc, at: usize) -> bool {
    matches!(
        (doc.id(at), doc.id(at + 1)),
        ("tổ", "chức")
            | ("chỉ", _)
            | ("kiểm", _)
            | ("giám", _)
            | ("xây", _)
            | ("phát", _)
            | ("quản", _)
            | ("bảo", _)
            | ("hướng", _)
            | ("vận", "động" | "hành")
            | ("tuyên", _)
            | ("chăm", _)
            | ("hỗ", _)
            | ("khai", _)
            | ("điều", _)
            | ("thẩm", _)
            | ("xử", _)
            | ("giải", _)
            | ("bồi", _)
            | ("đào", _)
            | ("nghiên", _)
            | ("hợp", _)
            | ("phòng", _)
            | ("thanh", "tra")
            | ("sản", _)
            | ("kinh", "doanh")
            | ("đầu", _)
            | ("tìm", _)
            | ("triển", _)
            | ("xúc", _)
            | ("tư", "vấn")
            | ("khen", _)
            | ("thi", _)
            | ("huấn", _)
            | ("đăng", _)
            | ("công", "tác" | "nghệ")
            | ("tổng", _)
            | ("thiết", "kế")
            | ("quy", "hoạch")
            | ("liên", _)
            | ("thống", _)
            | ("đại", "diện")
            | ("dự", "báo")
            | ("xuất", _)
            | ("tham", "mưu")
            | ("giới", _)
            | ("tuyển", _)
            | ("vệ", _)
            | ("chuyển", _)
            | ("biểu", _)
            | ("tiếp", _)
    )
}
