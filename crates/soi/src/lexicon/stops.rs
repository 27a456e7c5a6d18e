//! Words after which a full stop ends no sentence.
//!
//! Source: own list, from Vietnamese titles, place words and web addresses in press use.

use crate::text::phrases::phrases;
use crate::text::set::{Words, words};

/// Abbreviations written with a stop, in lower case.
pub(crate) const ABBREVIATIONS: Words = words![
    "tp", "tx", "tt", "ts", "ths", "pgs", "gs", "bs", "bsck", "bsckii", "ks", "cn", "ls", "nsnd", "nsưt", "ngưt",
    "ngnd", "st", "mr", "mrs", "ms", "dr", "nxb", "tr", "đ/c", "đc", "tskh", "ub",
];

/// Ends of web addresses, in lower case.
pub(crate) const DOMAINS: Words =
    words!["vn", "com", "net", "org", "gov", "edu", "info", "html", "htm", "aspx", "php", "pdf", "doc", "docx", "jpg"];

phrases! {
    /// Words whose ordinal may be one capital: `lần thứ V`, `quý I`, `khóa X`.
    ORDINALS: (), stepping over "", = &[((), &[
        "thứ", "quý", "khóa", "hạng", "loại", "nhóm", "kỳ", "số", "phần", "lớp", "cấp", "mục", "bảng", "khối",
        "vitamin",
    ])];
}

phrases! {
    /// Words that open a sentence: with a capital in running text they begin one, though no stop stands before them,
    /// as after a heading or a caption run into the body (`Ảnh: Hà Vân Theo đó, …`). A word after the space must follow.
    OPENERS: (), stepping over "", = &[((), &[
        "theo", "trước", "trong", "tại", "sau", "trao đổi", "phát biểu", "để", "trả lời", "với", "đây là", "đây cũng",
        "ngoài", "bên cạnh", "việc", "qua", "khi", "những", "do", "thời gian", "hai năm", "thực hiện", "như", "dù",
        "mặc dù", "hiện nay", "trên", "tuy nhiên", "cụ thể", "từ năm", "từ khi", "từ đó", "từ đầu", "có những",
        "có được", "vì vậy", "vì thế", "đến nay", "đến năm", "nhằm", "sáng nay", "sáng cùng", "chiều nay",
        "chiều cùng", "tối nay", "tối cùng", "nhờ", "ngay sau", "tính đến", "nếu", "đồng thời", "về", "liên quan",
        "cũng", "nhiều", "một số", "ngay", "mới đây", "vừa qua", "hôm nay", "đến", "tuy vậy", "nhưng", "vì",
        "được biết", "nguyên nhân", "hàng trăm", "hàng loạt", "đáng chú", "hiện tại", "hiện đang", "nhân dịp",
        "tham luận", "thông tin", "kết quả",
    ])];
}

phrases! {
    /// Times that open a sentence when a number follows: `… công tác cán bộ Ngày 25-5, …`.
    TIMES: (), stepping over "", = &[((), &[
        "ngày", "sáng", "chiều", "tối", "năm", "từ", "đến", "hơn", "gần", "khoảng",
    ])];
}

phrases! {
    /// Words of a credit that a small letter may follow: `Ảnh: Báo Tiền phong`, `Ảnh: Cổng thông tin`.
    CREDITED: (), stepping over "", = &[((), &[
        "báo", "đài", "thông", "công", "cổng", "tư", "nhân", "pháp", "tuổi", "thanh", "người", "quân", "tiền", "lao",
        "cảnh", "trang", "ban", "bộ", "sở", "văn", "truyền", "nguồn", "gia", "do", "cung", "tạp", "đại", "kinh",
        "phòng", "ảnh", "tin", "thời", "việt", "sài", "hà", "internet", "facebook", "minh",
    ])];
}

phrases! {
    /// Words after which a person with a capital honorific goes on with the sentence: `của Ông`, `bầu Đồng chí`.
    BEFORE_A_PERSON: (), stepping over "", = &[((), &[
        "của", "và", "các", "cho", "với", "là", "do", "bởi", "cùng", "như", "gồm", "có", "theo", "từ", "về", "thì",
        "được", "bị", "để", "sang", "đến", "kính", "thăm", "mừng", "tặng", "thưa", "hai", "khi", "rằng", "đó", "mời",
        "gặp", "đối", "quyết", "định", "bầu", "cử", "nhiệm", "tới", "tại", "trong", "tiễn", "viếng", "quan", "hay",
        "hoặc", "thay", "chức", "qua", "nhớ", "biết", "ơn", "hỏi", "lời", "trao", "ra", "vào", "mà", "vì", "nhờ",
    ])];
}
