//! How bodies are called: head words, fields of work, and the words that a name goes on with in small letters.
//!
//! Source: the Party's and the state's own names for their bodies, and the press; written down from memory.

use crate::report::{Level, OrganisationKind as Kind};
use crate::text::phrases::phrases;

/// What must follow a head word before it names one body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Nothing: `Bộ Chính trị`.
    Whole,
    /// Nothing, or a place: `Tỉnh ủy Sóc Trăng`.
    Seat,
    /// A level or a place: `UBND tỉnh`.
    Territory,
    /// The same, but at the province it is one of the departments: `Công an tỉnh`.
    Agency,
    /// The body whose part it is: `Ban Thường vụ Tỉnh ủy`.
    Organ,
    /// A level, a body, the bloc or a name: `Đảng bộ xã`, `Chi bộ Tổ chức - Khiếu tố`.
    Party,
    /// A field of work: `Sở Nội vụ`.
    Field,
    /// Nothing, or whatever tells where: `Hội Nông dân tỉnh`.
    Association,
    /// A name of its own or a number: `Công ty Licogi 14`, `Trung đoàn 841`.
    Proper,
}

/// A head word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    /// What sort of body.
    pub kind: Kind,
    /// Its level, where the head word alone tells it.
    pub level: Option<Level>,
    /// What must follow.
    pub form: Form,
}

const fn head(kind: Kind, level: Option<Level>, form: Form) -> Head {
    Head { kind, level, form }
}

const CENTRE: Option<Level> = Some(Level::Centre);
const PROVINCE: Option<Level> = Some(Level::Province);
const DISTRICT: Option<Level> = Some(Level::District);

phrases! {
    /// Head words in lower case.
    HEADS: Head, stepping over "", = &[
        (head(Kind::Committee, CENTRE, Form::Whole), &[
            "bộ chính trị", "trung ương đảng", "t . ư đảng", "tw đảng", "tư đảng", "quân ủy trung ương",
            "quân ủy t . ư", "quân ủy tw",
        ]),
        (head(Kind::Committee, CENTRE, Form::Seat), &["ban bí thư"]),
        (head(Kind::Government, CENTRE, Form::Whole), &[
            "chính phủ", "quốc hội", "ủy ban thường vụ quốc hội", "ubtv quốc hội", "ubtvqh", "văn phòng chính phủ",
            "văn phòng quốc hội", "văn phòng chủ tịch nước", "thanh tra chính phủ", "kiểm toán nhà nước",
            "hội đồng bầu cử quốc gia", "hội đồng dân tộc của quốc hội", "ủy ban chứng khoán nhà nước",
            "ngân hàng nhà nước việt nam", "ngân hàng nhà nước", "nhnn", "ban cơ yếu chính phủ", "thường vụ quốc hội",
            "bộ tổng tham mưu", "vksndtc", "viện ksndtc", "vksnd tối cao", "tandtc",
        ]),
        (head(Kind::Committee, PROVINCE, Form::Seat), &["tỉnh ủy"]),
        (head(Kind::Committee, None, Form::Seat), &["thành ủy"]),
        (head(Kind::Committee, DISTRICT, Form::Seat), &["huyện ủy", "quận ủy", "thị ủy"]),
        (head(Kind::MassOrganisation, PROVINCE, Form::Seat), &["tỉnh đoàn", "tỉnh hội"]),
        (head(Kind::MassOrganisation, None, Form::Seat), &["thành đoàn"]),
        (head(Kind::MassOrganisation, DISTRICT, Form::Seat), &["huyện đoàn", "quận đoàn", "thị đoàn"]),
        (head(Kind::Committee, None, Form::Organ), &[
            "ban thường vụ", "btv", "thường vụ", "ban chấp hành", "bch", "thường trực", "đảng đoàn", "ban cán sự đảng",
            "bcsđ", "đoàn chủ tịch", "ban thường trực",
        ]),
        (head(Kind::Commission, None, Form::Organ), &[
            "ban tổ chức", "btc", "ban tuyên giáo", "btg", "ban dân vận", "bdv", "ban nội chính", "ban kinh tế",
            "ban đối ngoại", "ban tuyên huấn", "ủy ban kiểm tra", "ubkt", "ub kiểm tra", "văn phòng", "ban kiểm tra",
            "ban bảo vệ , chăm sóc sức khỏe cán bộ", "ban tuyên giáo và dân vận", "ban chính sách , chiến lược",
            "ban xây dựng đảng", "cơ quan ủy ban kiểm tra", "cơ quan ubkt", "hội đồng lý luận",
        ]),
        (head(Kind::MassOrganisation, None, Form::Organ), &["đoàn"]),
        (head(Kind::MassOrganisation, CENTRE, Form::Association), &["trung ương đoàn", "t . ư đoàn", "tw đoàn", "tư đoàn"]),
        (head(Kind::MassOrganisation, CENTRE, Form::Organ), &[
            "ubtư", "ubtw", "ub tw",
            "trung ương", "t . ư", "tw", "tư", "ủy ban trung ương", "ủy ban t . ư", "ub t . ư", "ủy ban tw", "ủy ban tư",
            "ub tư", "ub trung ương",
        ]),
        (head(Kind::Government, None, Form::Organ), &[
            "ban pháp chế", "ban kinh tế - ngân sách", "ban kinh tế ngân sách", "ban văn hóa - xã hội", "ban đô thị",
            "ban giám đốc", "ban lãnh đạo"]),
        (head(Kind::Other, None, Form::Organ), &[
            "ban giám hiệu", "chi nhánh", "phòng giao dịch", "hội sở", "ban đại diện hđqt", "ban đại diện hội đồng quản trị",
            "hội đồng quản trị", "hđqt", "hội đồng thành viên", "ban điều hành", "hội đồng thi đua - khen thưởng",
            "hội đồng thi đua khen thưởng", "hội đồng thi đua , khen thưởng", "hội đồng khoa học",
            "hội đồng trường", "ban tổng giám đốc", "cơ quan", "tổ công tác",
        ]),
        (head(Kind::PartyCommittee, Some(Level::Bloc), Form::Seat), &["đuk"]),
        (head(Kind::PartyOrganisation, None, Form::Party), &["đảng bộ", "đảng bộ cơ sở", "đảng bộ bộ phận"]),
        (head(Kind::PartyCommittee, None, Form::Party), &["đảng ủy"]),
        (head(Kind::Cell, Some(Level::Grassroots), Form::Party), &["chi bộ", "chi bộ cơ sở", "chi ủy", "ban chi ủy"]),
        (head(Kind::Government, None, Form::Territory), &[
            "ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân", "văn phòng ubnd", "văn phòng hđnd",
            "văn phòng ủy ban nhân dân", "văn phòng hội đồng nhân dân", "thường trực hđnd",
            "thường trực hội đồng nhân dân", "thường trực ubnd", "ủy ban hành chính", "ubhc",
        ]),
        (head(Kind::MassOrganisation, None, Form::Territory), &[
            "ủy ban mặt trận tổ quốc", "ubmttq", "ủy ban mttq", "ub mttq",
        ]),
        (head(Kind::Government, None, Form::Agency), &[
            "công an", "viện kiểm sát nhân dân", "viện kiểm sát", "vksnd", "viện ksnd", "vks", "tòa án nhân dân",
            "tòa án", "tand", "kho bạc nhà nước", "kbnn", "bảo hiểm xã hội", "bhxh", "cơ quan cảnh sát điều tra",
            "cơ quan csđt",
            "thanh tra", "cục thuế", "chi cục thuế", "cục hải quan", "cục thống kê", "cục thi hành án dân sự",
            "chi cục thi hành án dân sự", "chi cục kiểm lâm", "ban dân tộc", "chi cục hải quan", "hạt kiểm lâm", "cục thads",
            "ban tôn giáo", "ban tiếp công dân",
        ]),
        (head(Kind::Other, None, Form::Agency), &[
            "bộ chỉ huy quân sự", "bộ chqs", "ban chỉ huy quân sự", "ban chqs", "bộ chỉ huy bộ đội biên phòng",
            "bộ chỉ huy bđbp", "bộ đội biên phòng", "bđbp", "trường chính trị", "trường đảng",             "trung tâm bồi dưỡng chính trị", "trung tâm chính trị", "trạm y tế", "bchqs", "bộ chỉ huy",
            "ban an toàn giao thông", "ban atgt", "quân sự",
        ]),
        (head(Kind::Other, None, Form::Territory), &["đoàn đại biểu quốc hội", "đoàn đbqh"]),
        (head(Kind::Other, None, Form::Association), &["giáo hội phật giáo", "ban trị sự giáo hội phật giáo"]),
        // The departments of the Party's own Ban Tổ chức.
        (head(Kind::Commission, CENTRE, Form::Proper), &["vụ địa phương"]),
        (head(Kind::Government, None, Form::Proper), &["đội quản lý thị trường", "chi nhánh văn phòng đăng ký đất đai"]),
        (head(Kind::Commission, CENTRE, Form::Whole), &["vụ cơ sở đảng , đảng viên", "vụ cơ sở đảng"]),
        (head(Kind::Government, CENTRE, Form::Field), &["bộ", "tổng cục", "vụ", "cục", "ủy ban"]),
        (head(Kind::Government, Some(Level::Department), Form::Field), &["sở", "chi cục"]),
        (head(Kind::Government, None, Form::Field), &["phòng"]),
        (head(Kind::MassOrganisation, None, Form::Association), &[
            "mặt trận tổ quốc", "mttq", "mttqvn", "ubmttqvn", "liên hiệp các hội khoa học và kỹ thuật",
            "liên hiệp các hội kh & kt", "liên hiệp các hội khkt", "liên hiệp hội kh & kt", "liên hiệp hội khoa học và kỹ thuật",
            "hội văn học - nghệ thuật", "liên hiệp các hội văn học nghệ thuật", "liên hiệp các hội văn học - nghệ thuật", "ủy ban mttqvn", "ub mttqvn", "liên đoàn lao động", "lđlđ",
            "tổng liên đoàn lao động", "tổng lđlđ", "công đoàn", "đoàn thanh niên", "đoàn tncs", "đoàn thanh niên cộng sản",
            "đoàn tn", "hội nông dân", "hội nd", "hội ndvn", "hội liên hiệp phụ nữ", "hội lhpn", "hội phụ nữ",
            "hội cựu chiến binh", "hội ccb", "hội liên hiệp thanh niên", "hội lhtn", "hội chữ thập đỏ",
            "hội người cao tuổi", "hội nct", "hội nhà báo", "hội khuyến học", "hội luật gia", "hội sinh viên",
            "hội cựu thanh niên xung phong", "hội đông y", "hội doanh nghiệp", "hội văn học nghệ thuật",
            "hội nhà văn", "liên hiệp các tổ chức hữu nghị", "hội nạn nhân chất độc da cam", "công đoàn viên chức", "công đoàn các khu công nghiệp", "công đoàn các khu kinh tế", "công đoàn ngành giáo dục",
            "công đoàn giáo dục", "công đoàn ngành y tế",
            "hội đồng đội", "đội thiếu niên tiền phong", "hội cựu giáo chức", "liên minh hợp tác xã", "liên minh htx",
            "liên hiệp hội phụ nữ", "hội cựu công an nhân dân",
        ]),
        (head(Kind::Other, None, Form::Proper), &[
            "cty", "cty tnhh", "cty tnhh mtv", "cty cp", "cty cổ phần", "cty tnhh một thành viên",
            "công ty", "công ty cổ phần", "công ty cp", "công ty tnhh", "công ty tnhh mtv", "công ty tnhh một thành viên",
            "công ty trách nhiệm hữu hạn", "công ty trách nhiệm hữu hạn một thành viên", "xí nghiệp", "nhà máy", "nông trường", "lâm trường",
            "hợp tác xã", "htx", "trường thpt", "trường thcs", "trường tiểu học", "trường mầm non", "trường trung học phổ thông",
            "trường trung học cơ sở", "trường mẫu giáo", "trường tiểu học và thcs", "bệnh viện đa khoa", "bv đa khoa",
            "doanh nghiệp tư nhân", "dntn", "trường", "bệnh viện", "bv", "trung tâm y tế", "trung tâm",
        ]),
        (head(Kind::Other, None, Form::Proper), &[
            "tập đoàn", "tổng công ty", "ngân hàng", "ngân hàng tmcp", "ngân hàng thương mại cổ phần", "trường đại học",
            "đại học", "trường đh", "trường cao đẳng", "trường trung cấp", "học viện", "viện", "quỹ", "báo", "đài",
            "đài phát thanh và truyền hình", "đài phát thanh - truyền hình", "đài pt - th", "đài ptth", "đài truyền hình",
            "đài tiếng nói", "tạp chí", "nhà xuất bản", "nxb", "câu lạc bộ", "clb", "trung đoàn", "sư đoàn", "lữ đoàn",
            "tiểu đoàn", "quân khu", "quân đoàn", "quân chủng", "binh đoàn", "binh chủng", "đồn biên phòng", "hải đoàn",
            "bộ tư lệnh", "ban chỉ đạo", "ban quản lý", "ban qlda", "hiệp hội", "liên đoàn", "hội đồng", "hội", "thông tấn xã",
            "kênh truyền hình", "liên hiệp hội", "liên hiệp", "tổng hội", "liên minh", "ban thư ký", "thư viện", "bảo tàng", "trại giam", "ban",
            "đội cảnh sát", "tổng lãnh sự quán", "đại sứ quán", "quân y viện", "tòa soạn", "phòng thương mại", "phòng thương mại và công nghiệp", "phòng thương mại & công nghiệp",
        ]),
    ];
}

phrases! {
    /// Fields of work of ministries and departments, in lower case; `–` and `&` between their words do not matter.
    FIELDS: (), stepping over ",-–&", = &[((), &[
        "nội vụ", "tài chính", "kế hoạch và đầu tư", "kế hoạch đầu tư", "công thương", "công an", "quốc phòng",
        "ngoại giao", "tư pháp", "xây dựng", "giao thông vận tải", "giao thông và vận tải", "giao thông",
        "nông nghiệp và phát triển nông thôn", "nông nghiệp phát triển nông thôn", "nông nghiệp",
        "nông nghiệp và môi trường", "tài nguyên và môi trường", "tài nguyên môi trường", "tài nguyên",
        "thông tin và truyền thông", "thông tin truyền thông", "thông tin", "lao động thương binh và xã hội",
        "lao động thương binh xã hội", "lao động", "văn hóa thể thao và du lịch", "văn hóa thể thao du lịch",
        "văn hóa thể thao", "văn hóa và thể thao", "văn hóa thông tin", "văn hóa và thông tin", "văn hóa", "du lịch",
        "giáo dục và đào tạo", "giáo dục đào tạo", "giáo dục", "khoa học và công nghệ", "khoa học công nghệ", "y tế",
        "dân tộc", "dân tộc và tôn giáo", "dân tộc tôn giáo", "quy hoạch kiến trúc", "quy hoạch và kiến trúc", "ngoại vụ",
        "thương mại", "thủy sản", "công nghiệp", "khoa học công nghệ và môi trường", "ngoại thương", "nội thương",
        "thủy lợi", "lâm nghiệp", "năng lượng", "thương binh và xã hội", "cựu chiến binh", "đại học", "gtvt", "gd đt", "gdđt", "lđtbxh", "lđ tb xh", "lđ tbxh", "lđtb xh",
        "nn ptnt", "nnptnt", "nn và ptnt", "nông nghiệp và ptnt", "nông nghiệp ptnt", "kh và đt", "tn và mt",
        "gd và đt", "kh và cn", "tt và tt", "vh tt và dl", "vhtt và dl", "lđ tb và xh", "lđtb và xh", "văn hóa tt và dl", "kh đt", "khđt", "kh cn", "khcn", "tn mt", "tnmt", "tt tt", "tttt", "vh tt dl", "vhtt dl",
        "vhttdl", "vhtt", "vh tt", "ct", "vh thể thao và du lịch", "tài chính kế hoạch", "kinh tế", "kinh tế hạ tầng",
        "kinh tế và hạ tầng", "quản lý đô thị", "tổ chức cán bộ", "tổ chức", "địa phương", "thuế", "hải quan", "thống kê",
        "kế toán tài vụ", "dân số", "dân số kế hoạch hóa gia đình", "thi đua khen thưởng", "tôn giáo",
    ])];
}

phrases! {
    /// Two-syllable words that begin with a capital inside a name, the second syllable small (`Cục Quản lý thị trường`).
    PAIRS: (), stepping over "", = &[((), &[
        "đoàn thể", "bia - rượu - nước giải khát", "than - khoáng sản", "công nghiệp nhẹ", "kế hoạch hóa gia đình", "đổi mới", "nước giải khát",
        "khu kinh tế", "khu công nghiệp", "khu công nghệ cao", "khu di tích", "khu du lịch", "khu bảo tồn",         "sức khỏe", "bà mẹ",         "doanh nhân", "nghị viện", "châu á",         "kho bạc", "giáo hội", "hội phật", "chống tham", "bột giấy",         "an ninh", "an toàn", "biên phòng", "biên tập", "bách khoa", "báo chí", "bình đẳng", "bình ổn",
        "bóng đèn", "bưu chính", "bưu điện", "bạn đọc", "bảo dưỡng", "bảo hiểm", "bảo lãnh", "bảo trợ",
        "bảo tàng", "bảo tồn", "bảo vệ", "bảo đảm", "bất động", "bầu cử", "bệnh nhiệt", "bồi dưỡng",
        "bồi thường", "bộ đội", "cao cấp", "cao niên", "cao su", "cao đẳng", "chi nhánh", "chiến lược",
        "chiếu sáng", "chuyên nghiệp", "chuyên ngành", "chuyển giao", "chè búp", "chính pháp",
        "chính quyền", "chính sách", "chính trị", "chăm sóc", "chăn nuôi", "chất lượng", "chất độc",
        "chế biến", "chỉ huy", "chỉ đạo", "chỉnh hình", "chống độc", "chứng khoán", "chữ thập", "chữa cháy",
        "cách mạng", "cán bộ", "cây xanh", "công binh", "công chức", "công dân", "công giáo", "công nghiệp",
        "công nghệ", "công sản", "công trình", "công tác", "công viên", "công đoàn", "cơ khí", "cơ quan",
        "cơ sở", "cơ yếu", "cạnh tranh", "cải cách", "cảnh sát", "cấp cao", "cấp cứu", "cấp nước",
        "cổ phần", "cộng sản", "cờ đỏ", "cứu hộ", "cứu nạn", "cứu trợ", "cựu chiến", "cựu thanh", "da liễu",
        "di sản", "di tích", "dinh dưỡng", "doanh nghiệp", "du lịch", "dân chính", "dân chủ", "dân dụng",
        "dân nguyện", "dân quyền", "dân quân", "dân số", "dân sự", "dân trí", "dân tộc", "dân vận",
        "dược phẩm", "dạy nghề", "dầu khí", "dệt may", "dịch vụ", "dự báo", "dự phòng", "dự trữ", "dự án",
        "gang thép", "gia đình", "giao dịch", "giao thông", "giám sát", "giám định", "giám đốc", "giáo dục",
        "giáo lý", "giáo viên", "giải phóng", "giải quyết", "giải trí", "giải tỏa", "giống cây",
        "giới thiệu", "hoạt động", "huyết học", "huấn luyện", "hàn lâm", "hàng hải", "hàng không",
        "hành chính", "hòa giải", "hóa chất", "hóa dầu", "hướng dẫn", "hạ tầng", "hạt nhân", "hải quan",
        "hải quân", "hậu cần", "học sinh", "hồi giáo", "hồi sức", "hỗ trợ", "hội nhập", "hội thánh",
        "hợp tác", "hợp tác xã", "hữu nghị", "khai thác", "khen thưởng", "khiếu tố", "khoa học",
        "khoáng sản", "khu vực", "khuyến học", "khuyến nông", "khuyết tật", "khách hàng", "khách sạn",
        "khám bệnh", "khí tượng", "không gian", "khảo thí", "kinh doanh", "kinh tế", "kiến trúc",
        "kiểm dịch", "kiểm lâm", "kiểm nghiệm", "kiểm ngư", "kiểm soát", "kiểm sát", "kiểm toán",
        "kiểm tra", "kiểm định", "kế hoạch", "kế toán", "kỷ luật", "kỹ nghệ", "kỹ thuật", "lai tạo",
        "lao động", "liên doanh", "liên hiệp", "luật gia", "luật sư", "làm vườn", "lâm nghiệp", "lâm sản",
        "lão khoa", "lý luận", "lưu ký", "lưu trữ", "lương thực", "lễ hội", "lễ tân", "lịch sử", "miền núi",
        "máy tính", "mía đường", "môi giới", "môi sinh", "môi trường", "mầm non", "mắt trung", "mặt bằng",
        "mặt trận", "mỏ địa", "mỹ nghệ", "mỹ phẩm", "mỹ thuật", "nghiên cứu", "nghiệp vụ", "nghề cá",
        "nghệ thuật", "ngoại ngữ", "ngoại thương", "ngoại vụ", "ngân hàng", "ngân sách", "ngôn ngữ",
        "người cao", "người mù", "người tàn", "người việt", "nhi khoa", "nhi đồng", "nhiệt điện",
        "nhiệt đới", "nhà báo", "nhà giáo", "nhà nước", "nhà văn", "nhân dân", "nhân lực", "nhân văn",
        "nhân đạo", "nhập khẩu", "nông dân", "nông lâm", "nông nghiệp", "nông sản", "nông thôn",
        "năng lượng", "nước sạch", "nạn nhân", "nội chính", "nội tiết", "nội trú", "nội vụ", "nội địa",
        "phong trào", "pháp chế", "pháp luật", "pháp y", "phát hành", "phát thanh", "phát triển",
        "phòng cháy", "phòng chống", "phòng không", "phật giáo", "phổ thông", "phụ huynh", "phụ nữ",
        "phụ sản", "phục hồi", "quan trắc", "quy hoạch", "quân khu", "quân sự", "quân y", "quân đội",
        "quản lý", "quản trị", "quốc gia", "quốc phòng", "quốc tế", "răng hàm", "rượu bia", "sinh học",
        "sinh viên", "sinh vật", "sân khấu", "sư phạm", "sản xuất", "sở hữu", "sự nghiệp", "tem bưu",
        "tham mưu", "thanh niên", "thanh tra", "thi hành", "thi đua", "thiết bị", "thiết kế", "thiếu niên",
        "thoát nước", "thuốc lá", "thông tin", "thú y", "thương binh", "thương mại", "thẩm định",
        "thế giới", "thể dục", "thể thao", "thị trường", "thống kê", "thủ công", "thủ tục", "thủ đô",
        "thủy lợi", "thủy nông", "thủy sản", "thủy văn", "thủy điện", "thực phẩm", "tim mạch", "tin học",
        "tin lành", "tiêu chuẩn", "tiếng nói", "tiếp công", "tiền phong", "tiền tệ", "tiểu học", "toàn cầu",
        "toán học", "triển lãm", "trung cấp", "trung học", "truyền hình", "truyền máu", "truyền thông",
        "truyền tải", "trí tuệ", "trật tự", "trẻ em", "trị sự", "trọng tài", "trồng trọt", "tuyên giáo",
        "tuyên truyền", "tuyển sinh", "tuổi trẻ", "tài chính", "tài nguyên", "tàu thủy", "tác chiến",
        "tái định", "tâm lý", "tâm thần", "tìm kiếm", "tình báo", "tín dụng", "tòa án", "tôn giáo",
        "tư pháp", "tư tưởng", "tư vấn", "tập đoàn", "tổ chức", "tổ quốc", "tổng hợp", "tổng tham",
        "từ thiện", "tự nhiên", "ung bướu", "ung thư", "viễn thông", "việc làm", "việt kiều", "vàng bạc",
        "văn hóa", "văn học", "văn nghệ", "văn phòng", "vũ khí", "vũ trang", "vận hành", "vận tải",
        "vận động", "vật liệu", "vật lý", "vật tư", "vệ sinh", "xung phong", "xuất bản", "xuất khẩu",
        "xuất nhập", "xây dựng", "xây dựng đảng", "xây lắp", "xã hội", "xúc tiến", "xăng dầu", "xơ sợi",
        "xổ số", "xử lý", "y dược", "y học", "y khoa", "y tế", "âm nhạc", "đa khoa", "điều dưỡng",
        "điều hành", "điều phối", "điều tra", "điện lực", "điện tử", "điện ảnh", "đo lường", "đo đạc",
        "đào tạo", "đá quý", "đóng tàu", "đô thị", "đăng kiểm", "đăng ký", "đường bộ", "đường sắt",
        "đại biểu", "đại diện", "đại học", "đảng viên", "đảng ủy viên", "đất đai", "đấu giá", "đấu thầu",
        "đầu tư", "địa chính", "địa chất", "địa phương", "địa ốc", "đối ngoại", "động vật", "ứng dụng",
    ])];
}

phrases! {
    /// How a name goes on in small letters.
    TAILS: (), stepping over "", = &[((), &[
        "quyền tác giả", "tác giả", "âm nhạc", "quỹ đất", "truy nã tội phạm", "pháp lý", "việc làm",
        "giới thiệu việc làm", "dịch vụ việc làm", "xúc tiến đầu tư", "nước sạch", "hỗ trợ doanh nghiệp", "di tích",
        "ô tô", "biểu diễn",         "sức khỏe", "bà mẹ", "vừa",         "châu á", "châu âu", "cơ sở hạ tầng", "hạ tầng", "nữ",         "nhũng",         "biên phòng", "bưu chính", "bảo vệ", "bất động sản", "bệnh", "cao cấp", "cao tuổi", "chi", "chuyên",
        "chuyên nghiệp", "chính trị", "chất lượng", "chữa cháy", "các dự án", "các khu công nghiệp",
        "cán bộ", "công chức", "công cộng", "công nghiệp", "công nghệ", "công sản", "công trình", "cơ sở",
        "cơ động", "cổ phần", "cứu hộ", "cứu nạn", "cửa khẩu", "da cam", "dân dụng", "dân sự", "dân tộc",
        "dầu khí", "dịch vụ", "dự án", "dự án đầu tư xây dựng", "giao", "giao thông", "giáo dục",
        "hoạt động", "hàng hải", "hàng không", "hành chính", "hành chính công", "hình sự", "học",
        "khoa học", "khu công nghiệp", "khu kinh tế", "khu vực", "khuyết tật", "không lưu", "kinh doanh",
        "kinh tế", "kinh tế và chức vụ", "ký đất đai", "kỹ nghệ", "kỹ thuật", "ma túy", "màu da cam",
        "môi trường", "mù", "mặt bằng", "mỏ", "một thành viên", "nghề", "ngân sách", "nhà nước", "nhân dân",
        "nông nghiệp", "nông thôn", "nội bộ", "nội trú", "nội địa", "pháp luật", "phòng", "phòng cháy",
        "phòng cháy chữa cháy", "phòng chống tham nhũng", "phòng hộ", "phổ thông", "quy hoạch", "quân đội",
        "quản lý", "quốc gia", "quốc tế", "rừng phòng hộ", "sinh thái", "sông", "sản", "sản xuất",
        "tham mưu", "tham nhũng", "thi hành án", "thiên tai", "thành viên", "thông", "thông tin", "thú y",
        "thương mại", "thường vụ", "thị trường", "thực phẩm", "thực vật", "tin học", "trung ương",
        "truyền thống", "trú", "trật tự", "trật tự xã hội", "trẻ em", "tài chính", "tài sản", "tàn tật",
        "tư pháp", "tối cao", "tổng hợp", "tội phạm", "tử", "viên chức", "viễn thông", "việt", "việt nam",
        "và chức vụ", "và chữa cháy", "và cứu nạn cứu hộ", "và ma túy", "vũ trang", "vận hành", "vận tải",
        "về kinh tế", "về ma túy", "về tham nhũng", "về trật tự xã hội", "về tội phạm", "vệ sinh",
        "xuất nhập khẩu", "xây dựng đảng", "xã hội", "y tế", "đa khoa", "đai", "điện toán", "điện tử",
        "đo lường", "đô thị", "đường bộ", "đường sắt", "đường thủy", "đạc", "đại biểu", "đảng viên",
        "đầu tư", "đầu tư xây dựng", "đặc dụng", "địa phương", "định cư", "đối ngoại",
    ])];
}
