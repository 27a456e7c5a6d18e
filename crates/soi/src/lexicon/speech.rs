//! What follows a name: verbs of speech, birth and address.
//!
//! Source: the genre's reports and 100 press articles read beside the output.

use crate::report::Act;
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

/// What a verb says of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    /// One of the acts by its own name.
    Act(Act),
    /// Two acts in one: `phát biểu chỉ đạo`, `phát biểu kết luận`.
    Both(Act, Act),
    /// To speak at the meeting, what is said following: `nhấn mạnh`, `yêu cầu`.
    Speech,
    /// The same, but as often to the paper: `cho biết`.
    Telling,
    /// No act, though a word of it looks like one: `dự án`, `trao đổi`.
    Other,
}

phrases! {
    /// Verbs whose subject did something at a meeting.
    VERBS: Verb, stepping over "", = &[
        (Verb::Act(Act::Attends), &[
            "dự", "tham dự", "tới dự", "có mặt tại", "tham gia hội nghị", "tham gia buổi làm việc",
            "tham gia buổi lễ", "tham gia buổi sinh hoạt", "tham gia sinh hoạt", "cùng tham gia", "tham gia đoàn công tác", "đã có mặt tại", "đến dự", "về dự",
            "cùng dự", "cùng tham dự", "dự và", "đến tham dự", "tới tham dự", "về tham dự", "dự khai mạc", "tham dự khai mạc",
            "tới dự khai mạc", "dự lễ khai mạc", "dự bế mạc", "dự lễ", "dự hội nghị",
        ]),
        (Verb::Act(Act::Directs), &["chỉ đạo", "cho ý kiến chỉ đạo", "chỉ đạo hội nghị"]),
        (Verb::Act(Act::Chairs), &["chủ trì", "đồng chủ trì", "cùng chủ trì", "chủ tọa", "làm chủ tọa", "chủ tọa điều hành", "điều hành phiên họp", "điều hành hội nghị"]),
        (Verb::Act(Act::Speaks), &[
            "phát biểu", "phát biểu ý kiến", "có bài phát biểu", "phát biểu khai mạc", "phát biểu bế mạc",
            "phát biểu chào mừng", "phát biểu tham luận", "có ý kiến phát biểu", "tham luận", "đọc diễn văn",
            "khai mạc", "phát biểu giải trình", "phát biểu cảm ơn", "phát biểu đáp từ", "phát biểu nhận nhiệm vụ",
            "phát biểu thảo luận", "phát biểu góp ý", "diễn thuyết", "đáp từ",
        ]),
        (Verb::Both(Act::Speaks, Act::Directs), &[
            "phát biểu chỉ đạo", "phát biểu ý kiến chỉ đạo", "có bài phát biểu chỉ đạo",
            "phát biểu định hướng chỉ đạo", "phát biểu khai mạc và chỉ đạo",
        ]),
        (Verb::Both(Act::Speaks, Act::Concludes), &[
            "phát biểu kết luận", "phát biểu bế mạc và kết luận", "phát biểu tổng kết và kết luận",
            "phát biểu ý kiến kết luận",
        ]),
        (Verb::Act(Act::Concludes), &["kết luận", "kết luận hội nghị"]),
        (Verb::Act(Act::Presents), &[
            "trình bày", "báo cáo", "công bố", "báo cáo tóm tắt", "trình bày báo cáo", "thông qua báo cáo",
            "quán triệt nội dung", "truyền đạt", "phổ biến", "giới thiệu nội dung", "báo cáo chuyên đề",
            "đọc báo cáo", "thông qua dự thảo báo cáo", "thông qua dự thảo", "trình bày dự thảo", "báo cáo tổng kết",
            "thuyết trình", "đọc quyết định", "đọc tờ trình", "báo cáo kết quả", "thừa ủy quyền công bố",
        ]),
        (Verb::Act(Act::Awards), &["trao", "trao tặng", "trao quyết định", "thừa ủy quyền trao", "đã trao"]),
        (Verb::Speech, &[
            "nhấn mạnh", "khẳng định", "yêu cầu", "đề nghị", "đánh giá cao", "đánh giá", "lưu ý", "ghi nhận",
            "kêu gọi", "biểu dương", "đề xuất", "chỉ rõ", "nêu rõ", "bày tỏ", "hoan nghênh", "mong muốn",
            "tin tưởng", "quán triệt", "gợi ý", "chỉ ra", "gợi mở", "cảm ơn", "nhận định", "phân tích", "giải trình",
            "biểu dương và đánh giá cao", "kiến nghị", "làm rõ", "hy vọng", "nhắc nhở", "căn dặn", "cam kết",
            "cảm ơn sâu sắc", "đề cập", "góp ý", "hứa", "đồng tình", "giao nhiệm vụ", "giao", "phát động", "nêu",
            "tuyên bố", "giới thiệu khái quát", "khen ngợi", "phê bình", "mong", "chỉ đạo rõ", "thống nhất với",
            "nhất trí với", "nhất trí", "trân trọng", "nhìn nhận", "ôn lại", "cảnh báo", "kiểm điểm", "có ý kiến",
        ]),
        (Verb::Telling, &["cho biết", "cho hay", "cho rằng", "nói", "chia sẻ", "thông tin", "thông báo", "giải thích", "trao đổi", "tâm sự", "giới thiệu", "thừa nhận", "trả lời", "nói thêm", "cho biết thêm", "giải đáp", "bộc bạch", "phản ánh"]),
        (Verb::Other, &[
            "dự án", "giao thông", "thông tin truyền thông", "thông tin và truyền thông", "giới thiệu việc làm",
            "nêu gương", "giao lưu", "giao dịch", "giao quân", "nói chung", "nói riêng", "kiểm điểm tập thể",
            "trao giải thưởng", "dự kiến", "dự báo", "dự thảo", "dự toán", "dự phòng", "dự khuyết", "dự bị",
            "dự trữ", "dự thi", "dự đoán", "dự định", "dự tính", "dự luật", "dự chi", "trao đổi với",
            "trao đổi thông tin", "trao giải", "ban chỉ đạo", "sự chỉ đạo", "báo cáo viên", "được trao",
            "báo cáo của", "kết luận số", "kết luận của", "kết luận thanh tra", "báo cáo số", "kết luận điều tra",
            "trao đổi , thảo luận", "công bố dịch", "lãnh đạo , chỉ đạo", "lãnh , chỉ đạo", "lãnh đạo và chỉ đạo",
            "lãnh đạo chỉ đạo", "điều hành , chỉ đạo", "chỉ đạo điều hành", "chỉ đạo , điều hành",
        ]),
    ];
}

phrases! {
    /// Words for the meeting itself, after `tại`, `trong`, `của`.
    MEETINGS: (), stepping over "", = &[((), &[
        "hội nghị", "đại hội", "buổi lễ", "lễ", "cuộc họp", "phiên họp", "kỳ họp", "buổi làm việc", "cuộc làm việc",
        "hội thảo", "tọa đàm", "buổi gặp mặt", "buổi tọa đàm", "buổi gặp", "cuộc gặp", "buổi tiếp", "diễn đàn",
        "phiên thảo luận", "phiên giải trình", "buổi giao ban", "hội đàm", "buổi tổng kết", "buổi sơ kết", "lớp học",
        "lớp bồi dưỡng", "buổi công bố", "buổi kiểm tra", "họp báo", "buổi họp báo", "cuộc họp báo", "buổi đối thoại", "buổi tiếp xúc", "chương trình gặp mặt",
        "gặp mặt", "họp", "họp bàn", "buổi sinh hoạt", "sinh hoạt chuyên đề", "sinh hoạt chi bộ", "buổi họp mặt",
        "họp mặt", "hội thi",
    ])];
}
