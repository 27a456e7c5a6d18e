//! Posts: the words that a post begins with, and those that cannot be part of one.
//!
//! Sources: reports of the genre and the Party statutes' names for offices; abbreviations as the press prints them.

use soi_words::numbered;

use crate::text::phrases::phrases;
use crate::text::word::Set;

/// How far a post's own body may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Post {
    /// Head of a body: a comma ends the post.
    Head,
    /// Head of a part of a body, whose parent body may follow a comma: `Phó Vụ Trưởng Vụ Địa phương 3, Ban Tổ chức …`.
    Part,
}

phrases! {
    /// Words that a post begins with.
    POSTS: Post, stepping over "", = &[
        (Post::Head, &[
            "tổng bí thư", "phó bí thư", "bí thư", "phó chủ tịch", "chủ tịch", "đồng chủ tịch", "phó chủ nhiệm",
            "chủ nhiệm", "chủ tịch nước", "phó chủ tịch nước", "phó ct", "pct", "pbt", "ủy viên", "uvtv", "tuv",
            "huv", "uvttbtv", "uvbtv", "uvbch", "uvtw", "uvtwđ", "uv", "ủy viên thường trực", "tỉnh ủy viên",
            "thành ủy viên", "uv btv", "uv bch", "huyện ủy viên", "quận ủy viên", "thị ủy viên", "đảng ủy viên",
            "chi ủy viên", "trưởng ban", "phó trưởng ban", "phó ban", "trưởng đoàn", "phó trưởng đoàn", "phó đoàn",
            "trưởng tiểu ban", "phó trưởng tiểu ban", "giám đốc", "phó giám đốc", "tổng giám đốc",
            "phó tổng giám đốc", "phó tgđ", "tgđ", "pgđ", "gđ", "phó gđ", "bộ trưởng", "thứ trưởng", "thủ tướng",
            "phó thủ tướng", "tổng thống", "phó tổng thống", "ngoại trưởng", "thống đốc", "phó thống đốc", "đại sứ",
            "tổng lãnh sự", "thị trưởng", "phó thị trưởng", "thư ký", "tổng thư ký", "phó tổng thư ký",
            "tổng biên tập", "phó tổng biên tập", "phó tbt", "tổng thanh tra", "phó tổng thanh tra",
            "tổng kiểm toán", "chánh án", "phó chánh án", "tư lệnh", "phó tư lệnh", "chính ủy", "phó chính ủy",
            "tổng tham mưu trưởng", "phó tổng tham mưu trưởng", "chỉ huy trưởng", "phó chỉ huy trưởng",
            "thường trực ban bí thư", "đại biểu quốc hội", "đbqh", "đại biểu hđnd", "người phát ngôn",
            "phát ngôn viên", "hiệu trưởng", "phó hiệu trưởng", "hiệu phó", "viện trưởng", "phó viện trưởng",
            "viện phó", "tổng tư lệnh", "trưởng thôn", "trưởng bản", "trưởng ấp", "trưởng khu", "trưởng xóm",
            "trưởng làng", "trưởng công an", "phó trưởng công an", "phó công an", "hội trưởng", "phó hội trưởng",
            "phó trưởng thôn", "xóm trưởng", "phó ban thường trực", "cố vấn", "trợ lý", "nhà lãnh đạo",
            "đặc phái viên", "tỉnh trưởng", "thủ trưởng", "phó thủ trưởng", "phó tỉnh trưởng", "ceo", "nhà sáng lập",
            "đồng sáng lập", "kế toán trưởng", "tổng cục trưởng", "phó tổng cục trưởng", "chánh tòa", "cục phó",
            "tham tán", "bí thư thứ nhất", "cảnh sát trưởng", "trợ lý ngoại trưởng",
            "chánh thanh tra", "phó chánh thanh tra", "chủ tịch kiêm tổng giám đốc", "tổng đạo diễn",
            "phó trưởng", "phó chánh", "trung đoàn trưởng", "phó trung đoàn trưởng", "sư đoàn trưởng",
            "phó sư đoàn trưởng", "lữ đoàn trưởng", "tiểu đoàn trưởng", "phó tiểu đoàn trưởng", "đại đội trưởng",
            "trung đội trưởng", "đồn trưởng", "phó đồn trưởng", "chính trị viên", "chính trị viên phó", "chủ tọa",
            "thành viên hđqt", "thành viên hội đồng", "trưởng trạm", "trạm trưởng", "phó trạm",
            "trưởng tàu", "quản đốc", "trưởng ga", "thường trực tỉnh ủy", "chủ tịch hội đồng",
            "chủ tịch hđqt", "chủ tịch hđtv", "phó trưởng ban thường trực", "trưởng ban thường trực",
            "xã đội trưởng", "huyện đội trưởng", "tỉnh đội trưởng", "chi hội trưởng", "phó chi hội trưởng",
            "quyền giám đốc", "quyền chủ tịch", "quyền bộ trưởng", "phó đội trưởng thường trực",
            "phó giám đốc thường trực", "trưởng đại diện", "phó trưởng đại diện", "giám đốc điều hành",
            "giám đốc kinh doanh", "giám đốc kỹ thuật", "thẩm phán tandtc", "trưởng văn phòng", "trưởng chi nhánh",
            "trưởng nhóm", "giám thị", "bí thư đoàn", "phó bí thư đoàn",
            "phó chủ tịch thường trực", "phó bí thư thường trực", "phó thường trực", "trưởng khối", "phó trưởng khối",
            "trưởng khối thi đua", "phó trưởng khối thi đua", "cụm trưởng", "phó cụm trưởng", "cụm phó", "trưởng cụm", "phó trưởng cụm", "trưởng cụm thi đua",
            "phó trưởng cụm thi đua", "phụ trách văn phòng", "phụ trách phòng", "phụ trách ban", "báo cáo viên",
        ]),
        (Post::Part, &[
            "trưởng phòng", "phó trưởng phòng", "phó phòng", "vụ trưởng", "phó vụ trưởng", "vụ phó", "cục trưởng",
            "phó cục trưởng", "chi cục trưởng", "phó chi cục trưởng", "phó cục", "phó vụ", "trưởng khoa",
            "phó trưởng khoa", "phó khoa", "trưởng bộ môn", "tổ trưởng", "tổ phó", "phó tổ trưởng", "đội trưởng",
            "đội phó", "phó đội trưởng", "chánh văn phòng", "phó chánh văn phòng", "phó văn phòng", "cvp",
            "tham mưu trưởng", "phó tham mưu trưởng", "chủ nhiệm chính trị", "chuyên viên", "kế toán", "thủ quỹ",
            "công chức", "cán bộ địa chính", "cán bộ tư pháp", "cán bộ văn phòng", "cán bộ văn hóa", "cán bộ phòng",
            "cán bộ sở", "cán bộ ban", "cán bộ tổ chức", "nhân viên", "văn thư", "giáo viên", "giảng viên",
            "phóng viên", "công an viên", "kiểm tra viên", "thanh tra viên", "kiểm lâm viên", "điều dưỡng viên",
            "nghiên cứu viên", "trưởng tổ", "trưởng kíp", "điều dưỡng trưởng", "trưởng bộ phận",
            "phó trưởng bộ phận",
        ]),
    ];
}

phrases! {
    /// Words that end a post, or that no post holds: what the person does, where, when, with whom.
    POST_ENDS: bool, stepping over "", = &[(true, &[
        "đối với", "thiếu", "chịu", "nhiệt liệt", "vi phạm", "đã", "đang", "sẽ", "vừa", "cũng", "được", "bị", "là",
        "làm", "thay mặt", "cho biết", "cho hay", "cho rằng", "cho", "nói", "chia sẻ", "khẳng định", "nhấn mạnh",
        "phát biểu", "chủ trì", "dự", "tới", "đến", "tham dự", "về", "trao", "tặng", "yêu cầu", "đề nghị", "đề xuất",
        "kêu gọi", "ghi nhận", "đánh giá", "biểu dương", "chỉ rõ", "lưu ý", "mong muốn", "mong", "trình bày",
        "báo cáo", "kết luận", "công bố", "khai mạc", "bế mạc", "trả lời", "giải thích", "bày tỏ", "bức xúc",
        "tâm sự", "kể", "nhận định", "phân tích", "xác nhận", "thừa nhận", "thông tin thêm", "ký", "cảnh báo",
        "tuyên bố", "ban hành", "tham gia", "chúc mừng", "chúc", "thăm", "làm việc", "gặp", "cùng", "với", "tại",
        "trong", "ngoài", "khi", "từ", "để", "nhằm", "thì", "mà", "này", "đó", "nêu", "có", "không", "chưa", "sau",
        "trước", "trên", "dưới", "theo", "do", "bởi", "vì", "nên", "như", "rằng", "hiện", "nay", "lại", "luôn",
        "nhiệm kỳ", "khóa", "năm", "giai đoạn", "tiếp tục", "giữ", "thống nhất", "chủ", "vẫn", "càng", "rất", "đều",
        "phải", "cần", "nhận", "đưa", "gửi", "dẫn", "đọc", "tiếp", "vui", "cảm ơn", "hoan nghênh", "cam kết",
        "khuyên", "gồm", "quê", "cầm đầu", "gồm có", "bao gồm", "những", "các đồng chí", "nhiều", "mọi", "một số",
        "ấy", "kia", "thông báo", "tiết lộ", "phản ánh", "trăn trở", "bộc bạch", "thuộc", "ủng hộ", "sinh năm",
        "sinh ngày", "thẳng thắn", "đồng tình", "đồng ý", "bổ sung", "nhắc", "nhìn nhận", "lý giải", "hướng dẫn",
        "tổ chức lễ", "gợi ý", "cho ý kiến", "bàn giao", "thăm hỏi", "trực tiếp", "phụ trách", "cắt băng",
        "động viên", "đón", "ghi", "chỉ ra", "hy vọng", "tin tưởng", "xin", "quán triệt", "biết", "cho thấy",
        "thông qua", "nghe", "thay", "muốn", "hứa", "tỏ ra", "quan tâm", "mời", "chỉ thị", "nhất trí", "phê duyệt",
        "đồng thời", "bên", "ngay", "qua", "bước", "rồi", "lên", "xuống", "vào", "ra", "đi", "chào mừng", "chào",
        "khen", "nguyên", "hôm", "sáng", "chiều", "tối", "phát lệnh", "đánh trống", "dâng", "thắp", "nhưng", "hoặc",
        "hay", "bằng", "chứ", "thế", "xem", "chứng kiến", "thực hiện", "chỉ đạo hội nghị", "chỉ đạo :", "ước",
        "kiểm tra thực", "khảo sát", "dặn", "căn dặn", "phê", "hỏi", "chất vấn", "đăng đàn", "tán thành", "tỏ",
        "tái đắc cử", "đắc cử", "trúng cử", "mất", "qua đời", "lo ngại", "băn khoăn", "than thở", "buồn", "ước tính",
        "lập luận", "viết", "phản đối", "nguyên là", "gọi", "biểu quyết", "lĩnh", "ở", "thường xuyên", "còn", "vốn",
        "từng", "nhờ", "khiến", "đòi", "giới thiệu", "phấn khởi", "nhắn nhủ", "nhắn", "quê quán", "chỉ đạo các",
        "chỉ đạo toàn", "phân công", "tức", "chính thức", "cung cấp", "kiến nghị", "đại diện cho",
        "đại diện lãnh đạo", "khánh thành", "chỉ", "tố cáo", "bị tố", "truyền đạt", "phổ biến", "ôn lại", "ôn", "điều hành", "điểm lại", "đồng chủ trì", "đồng chủ tọa", "đồng chỉ đạo", "bật cười", "thảo luận", "tái cử", "thôi", "rời", "tuyên", "bỏ", "kết thúc",
        "triển khai", "góp ý", "giải trình", "làm rõ", "tập trung", "gắn", "phát động", "giao nhiệm vụ", "tham luận",
        "phối hợp", "tiến hành", "giải đáp", "đề cập", "trao đổi", "thị sát", "chủ tọa",
    ]), (false, &[
        "giáo dục thường xuyên", "ủy ban về", "ub về", "giao thông", "thông tin", "bạn đọc", "tiếp dân", "thường trực", "thế giới",
        "thiết bị", "dự án", "dự bị", "dự khuyết", "dự báo", "dự trữ", "dự phòng", "dự toán", "việc làm",
        "nguồn vốn", "khen thưởng", "tài nguyên", "nguyên liệu", "nước ngoài", "tin tức", "sáng tạo", "chiếu sáng",
        "tuyên giáo", "tuyên truyền", "trong sạch", "trung ương", "ban chỉ đạo", "quản lý", "đại hội", "báo chí",
        "chăm sóc", "ngoài nhà nước", "tiếp thị", "tiếp nhận", "khuyến nông", "điều dưỡng", "tổ chức", "công tác",
        "văn phòng", "giới thiệu việc làm", "phòng chống", "năm châu", "từ thiện", "như xuân", "lại giang",
        "mặt bằng", "sáng lập", "giám đốc điều hành", "ban điều hành", "phổ biến giáo dục", "khiếu nại tố cáo", "khiếu nại , tố cáo", "với cách mạng", "ra đa",
        "ban chỉ đạo triển khai", "ban chỉ đạo phát động", "ban chỉ đạo phối hợp", "chỉ huy", "chỉ đạo",
    ])];
}

phrases! {
    /// Verbs that give a post, or take it, before the post.
    GIVES_POST: (), stepping over "", = &[((), &[
        "giữ chức", "giữ chức vụ", "giữ các chức vụ", "giữ chức danh", "đảm nhiệm chức vụ", "đảm nhiệm các chức vụ",
        "đảm nhận chức vụ", "đảm nhận các chức vụ", "đảm nhiệm cương vị", "giữ cương vị", "giữ vị trí",
        "giữ các vị trí", "được bầu làm", "được bổ nhiệm làm", "được bầu là", "cách chức", "cách các chức vụ",
        "cách chức vụ", "chức danh", "các chức vụ", "các chức danh", "chức vụ", "cương vị", "trở thành",
        "được cử làm", "bầu làm", "bầu giữ chức", "bầu giữ chức vụ", "bầu vào chức vụ", "bổ nhiệm làm",
        "bổ nhiệm giữ chức", "bổ nhiệm giữ chức vụ", "cử làm", "cử giữ chức", "cử giữ chức vụ",
        "phân công làm", "phân công giữ chức", "phân công giữ chức vụ", "điều động làm", "chỉ định làm",
        "chỉ định giữ chức", "chỉ định giữ chức vụ", "luân chuyển làm", "luân chuyển giữ chức",
        "luân chuyển giữ chức vụ", "cương vị công tác", "làm", "là", "hiện là", "từng là", "nguyên là",
    ])];
}

/// Words that a parent body begins with, after the comma of a [`Post::Part`].
#[numbered]
pub(crate) const BODY_HEADS: Set = Set(&[
    "ban",
    "bộ",
    "sở",
    "tổng",
    "cục",
    "vụ",
    "viện",
    "trường",
    "đại",
    "học",
    "bệnh",
    "công",
    "tập",
    "ubnd",
    "ủy",
    "hđnd",
    "tỉnh",
    "thành",
    "huyện",
    "quận",
    "văn",
    "trung",
    "chi",
    "tòa",
    "hội",
    "đoàn",
    "đài",
    "báo",
    "ngân",
    "cty",
    "bv",
    "đh",
    "ubmttq",
    "mttq",
    "phòng",
    "bchqs",
    "khối",
    "đảng",
    "thanh",
    "kho",
    "liên",
    "quân",
]);
