//! What follows a name: verbs of speech, birth and address.
//!
//! Source: the genre's reports and 100 press articles read beside the output.

use crate::text::phrases::phrases;

phrases! {
    /// Words right after a name that show that a person was named.
    AFTER_NAMES: (), stepping over "", = &[((), &[
        "cho biết", "cho hay", "cho rằng", "chia sẻ", "nói", "khẳng định", "tâm sự", "kể", "thừa nhận", "khai", "sn",
        "sinh năm", "sinh ngày", "trú tại", "trú", "ngụ", "quê", "bày tỏ", "nhấn mạnh", "phát biểu", "trả lời",
        "tuổi", "thường trú", "hktt", "nhận định", "chủ trì", "giải thích", "nguyên là", "bìa trái", "bìa phải",
        "giữa", "thứ hai", "đứng giữa", "trái", "phải", "áo", "ảnh", "sinh", "tiết lộ", "cảnh báo", "tuyên bố",
        "nhớ lại", "đề nghị", "yêu cầu",
    ])];
}
