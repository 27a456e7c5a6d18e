//! Family names that tell a person's name from a place's.
//!
//! Source: common knowledge; the frequent ones only, since `Hà`, `Thái`, `Sơn` begin places as well.

/// Whether `word`, in lower case, is a family name that seldom begins a second part of a place's name.
pub(crate) fn is_surname(word: &str) -> bool {
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
