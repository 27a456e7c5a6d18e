//! Family names that tell a person's name from a place's.
//!
//! Source: common knowledge; the frequent ones only, since `Hà`, `Thái`, `Sơn` begin places as well.

use soi_words::numbered;

use crate::text::Word;

/// Whether `word`, in lower case, is a family name that seldom begins a second part of a place's name.
#[numbered]
pub(crate) fn is_surname(word: Word) -> bool {
    matches!(
        word,
        "nguyễn"
            | "trần"
            | "lê"
            | "phạm"
            | "hoàng"
            | "huỳnh"
            | "phan"
            | "vũ"
            | "võ"
            | "đặng"
            | "bùi"
            | "đỗ"
            | "hồ"
            | "ngô"
            | "dương"
            | "lý"
            | "đinh"
            | "đoàn"
            | "trịnh"
            | "đào"
            | "lương"
            | "trương"
            | "tạ"
            | "chu"
            | "lưu"
    )
}

/// Whether `word` may be a family name, though it begins places and ordinary names too (`Hà`, `Mai`, `Thái`).
#[numbered]
pub(crate) fn may_be_surname(word: Word) -> bool {
    is_surname(word)
        || matches!(
            word,
            "hà" | "mai"
                | "cao"
                | "thái"
                | "tô"
                | "lâm"
                | "châu"
                | "tống"
                | "kiều"
                | "quách"
                | "la"
                | "nông"
                | "phùng"
                | "triệu"
                | "vương"
                | "thân"
                | "thạch"
                | "lò"
                | "vi"
                | "hứa"
                | "âu"
                | "bạch"
                | "doãn"
                | "nghiêm"
                | "đàm"
                | "lục"
                | "mạc"
                | "khổng"
                | "từ"
                | "tăng"
                | "điểu"
                | "giàng"
                | "quàng"
                | "cầm"
                | "sùng"
                | "lại"
                | "ninh"
                | "viên"
                | "khúc"
                | "thiều"
                | "ngọ"
                | "tòng"
                | "hoàn"
                | "giáp"
                | "khuất"
                | "cù"
                | "phí"
                | "chử"
        )
}
