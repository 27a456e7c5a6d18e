//! Words that name a meeting, and where its name ends.
//!
//! Source: own list, from reports of the genre.

use crate::report::EventKind;
use crate::text::phrases::phrases;
use crate::text::set::{Words, words};

phrases! {
    /// What a meeting's name begins with.
    MEETING_HEADS: EventKind, stepping over "", = &[
        (EventKind::InterimReview, &[
            "hội nghị sơ kết", "hội nghị trực tuyến sơ kết", "lễ sơ kết", "buổi sơ kết", "sơ kết",
            "hội nghị báo cáo viên sơ kết", "hội nghị đánh giá giữa nhiệm kỳ", "hội nghị sơ , tổng kết",
            "cuộc họp sơ kết", "họp sơ kết",
        ]),
        (EventKind::FinalReview, &[
            "hội nghị tổng kết", "hội nghị trực tuyến tổng kết", "lễ tổng kết", "buổi tổng kết", "tổng kết",
            "hội nghị toàn quốc tổng kết", "hội nghị cán bộ tổng kết", "cuộc họp tổng kết", "họp tổng kết",
        ]),
        (EventKind::SelfCriticism, &["hội nghị kiểm điểm", "cuộc họp kiểm điểm", "họp kiểm điểm", "hội nghị tự phê bình", "hội nghị kiểm điểm tự phê bình", "buổi kiểm điểm"]),
        (EventKind::Coordination, &["hội nghị giao ban", "buổi giao ban", "cuộc họp giao ban", "họp giao ban", "hội nghị trực tuyến giao ban", "giao ban"]),
        (EventKind::Congress, &["đại hội"]),
        (EventKind::Meeting, &["hội nghị", "hội thảo", "tọa đàm", "phiên họp", "cuộc họp", "kỳ họp", "đại hội đồng", "hội nghị trực tuyến"]),
        (EventKind::Ceremony, &["lễ", "đại lễ", "buổi lễ", "mít tinh", "lễ mít tinh"]),
        (EventKind::Training, &[
            "lớp học", "lớp tập huấn", "lớp bồi dưỡng", "hội nghị tập huấn", "hội nghị bồi dưỡng", "khóa tập huấn",
            "lớp đào tạo", "khóa bồi dưỡng", "lễ khai giảng lớp", "lễ bế giảng lớp", "khai giảng lớp",
            "bế giảng lớp",
        ]),
    ];
}

/// What a ceremony is held for; `lễ` alone is a feast or a custom.
pub(crate) const CEREMONIES: Words = words![
    "phát động",
    "kỷ niệm",
    "trao",
    "công bố",
    "khai mạc",
    "bế mạc",
    "khai giảng",
    "khánh thành",
    "khởi công",
    "ký kết",
    "ký",
    "ra mắt",
    "ra quân",
    "tuyên dương",
    "tôn vinh",
    "đón nhận",
    "đón",
    "bàn giao",
    "mít tinh",
    "giao nhận",
    "viếng",
    "truy điệu",
    "dâng hương",
    "động thổ",
    "thông xe",
    "thành lập",
    "tưởng niệm",
    "cầu siêu",
    "vinh danh",
    "kết nạp",
    "tuyên thệ",
    "khen thưởng",
    "hưởng ứng",
    "bế giảng",
    "gặp mặt",
    "hợp long",
];

phrases! {
    /// Where the name of a meeting ends.
    NAME_ENDS: (), stepping over "", = &[((), &[
        "và triển khai", "và phương hướng", "và đề ra", "và bàn", "và quán triệt", "với", "đã", "sẽ", "được", "nhằm",
        "đối với", "nên", "ra mắt", "đã bầu", "để", "do", "dưới", "theo", "cho", "có", "tại", "ở", "diễn ra", "là", "thực hiện nghị quyết",
        "thực hiện các", "cùng", "khi", "vào", "từ", "trong", "nhấn mạnh", "đánh giá", "thảo luận", "thì",
        "đồng thời", "tới", "đến", "trước", "vừa", "cũng", "bằng", "nghe", "thông qua", "đề ra", "còn", "đang",
        "như", "năm nay", "mới đây", "vừa qua", "dự kiến", "tổ chức tại", "hôm nay", "hôm qua", "ngày", "sáng",
        "chiều", "bàn",
    ])];
}

phrases! {
    /// Verbs that hold a meeting, right before its name.
    HOLDS: (), stepping over "", = &[((), &[
        "tổ chức", "đã tổ chức", "tổ chức thành công", "tiến hành", "khai mạc", "diễn ra", "đã diễn ra",
        "vừa diễn ra", "tham dự", "dự", "chủ trì", "triệu tập", "long trọng tổ chức", "phối hợp tổ chức", "bế mạc",
        "mở", "tổ chức khai mạc", "họp", "chủ trì tổ chức", "dự và chỉ đạo", "đến dự", "tới dự", "chủ trì buổi",
        "tổ chức buổi",
    ])];
}
