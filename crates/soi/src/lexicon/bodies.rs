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
            "ngân hàng nhà nước việt nam", "ngân hàng nhà nước", "nhnn", "ban cơ yếu chính phủ",
        ]),
        (head(Kind::Committee, PROVINCE, Form::Seat), &["tỉnh ủy"]),
        (head(Kind::Committee, None, Form::Seat), &["thành ủy"]),
        (head(Kind::Committee, DISTRICT, Form::Seat), &["huyện ủy", "quận ủy", "thị ủy"]),
        (head(Kind::MassOrganisation, PROVINCE, Form::Seat), &["tỉnh đoàn", "tỉnh hội"]),
        (head(Kind::MassOrganisation, None, Form::Seat), &["thành đoàn"]),
        (head(Kind::MassOrganisation, DISTRICT, Form::Seat), &["huyện đoàn", "quận đoàn", "thị đoàn"]),
        (head(Kind::Committee, None, Form::Organ), &[
            "ban thường vụ", "btv", "thường vụ", "ban chấp hành", "bch", "thường trực", "đảng đoàn", "ban cán sự đảng",
            "bcsđ", "đoàn chủ tịch",
        ]),
        (head(Kind::Commission, None, Form::Organ), &[
            "ban tổ chức", "btc", "ban tuyên giáo", "btg", "ban dân vận", "bdv", "ban nội chính", "ban kinh tế",
            "ban đối ngoại", "ban tuyên huấn", "ủy ban kiểm tra", "ubkt", "văn phòng", "ban kiểm tra",
            "ban bảo vệ , chăm sóc sức khỏe cán bộ", "ban tuyên giáo và dân vận", "ban chính sách , chiến lược",
            "ban xây dựng đảng", "cơ quan ủy ban kiểm tra", "cơ quan ubkt", "hội đồng lý luận",
        ]),
        (head(Kind::MassOrganisation, None, Form::Organ), &["đoàn"]),
        (head(Kind::MassOrganisation, CENTRE, Form::Organ), &[
            "trung ương", "t . ư", "tw", "tư", "ủy ban trung ương", "ủy ban t . ư", "ub t . ư", "ủy ban tw", "ub tw",
        ]),
        (head(Kind::Government, None, Form::Organ), &["ban giám đốc", "ban lãnh đạo"]),
        (head(Kind::Other, None, Form::Organ), &[
            "ban giám hiệu", "chi nhánh", "phòng giao dịch", "hội sở", "ban đại diện hđqt", "ban đại diện hội đồng quản trị",
            "hội đồng quản trị", "hđqt", "hội đồng thành viên", "ban điều hành", "hội đồng thi đua - khen thưởng",
            "hội đồng thi đua khen thưởng", "hội đồng thi đua , khen thưởng", "hội đồng khoa học",
            "hội đồng trường", "ban tổng giám đốc", "cơ quan", "tổ công tác",
        ]),
        (head(Kind::PartyOrganisation, None, Form::Party), &["đảng bộ"]),
        (head(Kind::PartyCommittee, None, Form::Party), &["đảng ủy"]),
        (head(Kind::Cell, Some(Level::Grassroots), Form::Party), &["chi bộ", "chi ủy", "ban chi ủy"]),
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
            "cơ quan csđt", "phòng cảnh sát giao thông", "phòng csgt", "phòng cảnh sát hình sự", "phòng cảnh sát kinh tế",
            "thanh tra", "cục thuế", "chi cục thuế", "cục hải quan", "cục thống kê", "cục thi hành án dân sự",
            "chi cục thi hành án dân sự", "chi cục kiểm lâm", "ban dân tộc", "chi cục hải quan", "thuế", "cục thads",
            "ban tôn giáo", "ban tiếp công dân",
        ]),
        (head(Kind::Other, None, Form::Agency), &[
            "bộ chỉ huy quân sự", "bộ chqs", "ban chỉ huy quân sự", "ban chqs", "bộ chỉ huy bộ đội biên phòng",
            "bộ chỉ huy bđbp", "bộ đội biên phòng", "bđbp", "trường chính trị", "trường đảng", "đoàn đại biểu quốc hội",
            "đoàn đbqh", "trung tâm bồi dưỡng chính trị", "trung tâm chính trị", "trạm y tế", "bchqs", "bộ chỉ huy",
            "ban an toàn giao thông", "ban atgt", "quân sự",
        ]),
        (head(Kind::Government, CENTRE, Form::Field), &["bộ", "tổng cục", "vụ", "cục", "ủy ban"]),
        (head(Kind::Government, Some(Level::Department), Form::Field), &["sở", "chi cục"]),
        (head(Kind::Government, None, Form::Field), &["phòng"]),
        (head(Kind::MassOrganisation, None, Form::Association), &[
            "mặt trận tổ quốc", "mttq", "mttqvn", "ủy ban mttqvn", "ub mttqvn", "liên đoàn lao động", "lđlđ",
            "tổng liên đoàn lao động", "tổng lđlđ", "công đoàn", "đoàn thanh niên", "đoàn tncs", "đoàn thanh niên cộng sản",
            "đoàn tn", "hội nông dân", "hội nd", "hội ndvn", "hội liên hiệp phụ nữ", "hội lhpn", "hội phụ nữ",
            "hội cựu chiến binh", "hội ccb", "hội liên hiệp thanh niên", "hội lhtn", "hội chữ thập đỏ",
            "hội người cao tuổi", "hội nct", "hội nhà báo", "hội khuyến học", "hội luật gia", "hội sinh viên",
            "hội cựu thanh niên xung phong", "hội đông y", "hội doanh nghiệp", "hội văn học nghệ thuật",
            "hội nhà văn", "liên hiệp các tổ chức hữu nghị", "hội nạn nhân chất độc da cam", "công đoàn viên chức",
            "hội đồng đội", "đội thiếu niên tiền phong", "hội cựu giáo chức", "liên minh hợp tác xã", "liên minh htx",
            "liên hiệp hội phụ nữ", "hội cựu công an nhân dân",
        ]),
        (head(Kind::Other, Some(Level::Grassroots), Form::Proper), &[
            "công ty", "công ty cổ phần", "công ty cp", "công ty tnhh", "công ty tnhh mtv", "công ty tnhh một thành viên",
            "công ty trách nhiệm hữu hạn", "công ty trách nhiệm hữu hạn một thành viên", "xí nghiệp", "nhà máy",
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
            "kênh truyền hình", "liên hiệp hội", "liên hiệp", "tổng hội", "thư viện", "bảo tàng", "trại giam", "ban",
            "đội cảnh sát", "tổng lãnh sự quán", "đại sứ quán", "quân y viện", "tòa soạn",
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
        "dân tộc", "dân tộc và tôn giáo", "quy hoạch kiến trúc", "quy hoạch và kiến trúc", "ngoại vụ",
        "thương mại", "thủy sản", "công nghiệp", "gtvt", "gd đt", "gdđt", "lđtbxh", "lđ tb xh", "lđ tbxh", "lđtb xh",
        "nn ptnt", "nnptnt", "kh đt", "khđt", "kh cn", "khcn", "tn mt", "tnmt", "tt tt", "tttt", "vh tt dl", "vhtt dl",
        "vhttdl", "vhtt", "vh tt", "ct", "vh thể thao và du lịch", "tài chính kế hoạch", "kinh tế", "kinh tế hạ tầng",
        "kinh tế và hạ tầng", "quản lý đô thị", "tổ chức cán bộ", "tổ chức", "địa phương", "thuế", "hải quan", "thống kê",
        "dân số", "dân số kế hoạch hóa gia đình", "thi đua khen thưởng", "tôn giáo",
    ])];
}

phrases! {
    /// Two-syllable words that begin with a capital inside a name, the second syllable small (`Cục Quản lý thị trường`).
    PAIRS: (), stepping over "", = &[((), &[
        "an ninh", "an toàn", "bảo hiểm", "bảo tàng", "bảo trợ", "bảo vệ", "bất động", "biên phòng", "bưu chính", "bưu điện",
        "cán bộ", "cảnh sát", "cao cấp", "cao đẳng", "cấp cao", "chăm sóc", "chăn nuôi", "chế biến", "chi nhánh",
        "chính quyền", "chính sách", "chính trị", "chỉ đạo", "chỉ huy", "chuyên ngành", "công binh", "công chức",
        "công dân", "công nghệ", "công nghiệp", "công đoàn", "công trình", "công tác", "cổ phần", "cơ quan", "cơ yếu",
        "cứu hộ", "cứu nạn", "cựu chiến", "da liễu", "dân chính", "dân dụng", "dân quân", "dân số", "dân sự", "dân tộc", "dân vận",
        "dịch vụ", "doanh nghiệp", "du lịch", "dự án", "dự trữ", "dược phẩm", "đa khoa", "đại học", "đại diện", "đào tạo",
        "đăng kiểm", "đầu tư", "địa chất", "địa chính", "địa phương", "điện lực", "điện tử", "điều dưỡng", "điều tra", "đối ngoại",
        "đô thị", "đường bộ", "đường sắt", "gang thép", "giám đốc", "giám định", "giám sát", "giao dịch", "giao thông",
        "giáo dục", "hàng hải", "hàng không", "hành chính", "hạ tầng", "hải quan", "hải quân", "hóa chất", "hòa giải",
        "hợp tác", "hợp tác xã", "hướng dẫn", "kế hoạch", "kế toán", "khách sạn", "khai thác", "khám bệnh", "khen thưởng",
        "khiếu tố", "khoa học", "khoáng sản", "khu vực", "khuyến học", "khuyến nông", "kiểm dịch", "kiểm lâm", "kiểm nghiệm",
        "kiểm sát", "kiểm soát", "kiểm tra", "kiểm toán", "kiến trúc", "kinh doanh", "kinh tế", "kỹ thuật", "lao động",
        "lâm nghiệp", "liên doanh", "liên hiệp", "luật gia", "lương thực", "lý luận", "máy tính", "miền núi", "mỏ địa", "môi giới",
        "môi trường", "mỹ thuật", "năng lượng", "nghệ thuật", "nghiên cứu", "nghiệp vụ", "ngoại ngữ", "ngoại thương",
        "ngoại vụ", "ngân hàng", "nhà nước", "nhân dân", "nhân lực", "nhập khẩu", "nhi đồng", "nội chính", "nội trú", "nội vụ",
        "nông dân", "nông lâm", "nông nghiệp", "nông thôn", "nước sạch", "phát thanh", "phát triển", "phòng cháy", "phòng chống",
        "phụ nữ", "phụ sản", "phục hồi", "quản lý", "quản trị", "quân khu", "quân sự", "quân y", "quốc gia", "quốc phòng",
        "quốc tế", "quy hoạch", "sản xuất", "sinh viên", "sư phạm", "sự nghiệp", "tài chính", "tài nguyên", "tâm thần", "tập đoàn",
        "thanh niên", "thanh tra", "thẩm định", "thể dục", "thể thao", "thi đua", "thi hành", "thị trường", "thiết bị", "thiết kế",
        "thiếu niên", "thông tin", "thống kê", "thú y", "thủy lợi", "thủy nông", "thủy sản", "thuốc lá", "thương binh", "thương mại", "tiền phong",
        "tiếp công", "tín dụng", "tòa án", "tổ chức", "tổng hợp", "tôn giáo", "trật tự", "trồng trọt", "trung cấp", "trung học", "truyền hình",
        "truyền thông", "truyền tải", "tuyên giáo", "tuyên truyền", "tư pháp", "tư tưởng", "tư vấn", "văn hóa", "văn học", "văn phòng", "vận hành", "vận tải",
        "vật liệu", "vật tư", "vệ sinh", "viễn thông", "việc làm", "vũ trang", "xã hội", "xăng dầu", "xây dựng", "xây lắp", "xổ số", "xuất bản", "xuất khẩu",
        "xuất nhập", "xúc tiến", "y dược", "y học", "y tế", "bồi dưỡng", "bảo đảm", "chất lượng", "chiến lược", "cứu trợ", "đo lường", "giải phóng", "hội nhập",
        "khách hàng", "lễ tân", "lưu trữ", "mầm non", "ngôn ngữ", "pháp chế", "pháp luật", "pháp y", "sở hữu", "tác chiến", "tham mưu", "tim mạch", "tiểu học", "trí tuệ", "ung bướu",
        "vận động", "y khoa", "chuyên nghiệp", "hỗ trợ", "điện ảnh", "sân khấu", "thủ đô", "cây xanh", "chiếu sáng", "thoát nước", "cấp nước", "môi sinh", "giống cây", "bảo dưỡng",
    ])];
}

phrases! {
    /// How a name goes on in small letters.
    TAILS: (), stepping over "", = &[((), &[
        "nhân dân", "cán bộ", "xã hội", "nông thôn", "vận tải", "điện tử", "đô thị", "pháp luật", "dân dụng", "quốc tế",
        "nhà nước", "thị trường", "tội phạm", "hình sự", "kinh tế", "ma túy", "cơ động", "giao thông", "đường bộ",
        "đường sắt", "biên phòng", "công nghệ", "kỹ thuật", "thực phẩm", "thú y", "dự án", "đầu tư", "công trình", "dân sự",
        "về kinh tế", "về ma túy", "về trật tự xã hội", "về tham nhũng", "chính trị", "tổng hợp", "đa khoa", "cổ phần",
        "một thành viên", "thành viên", "tử", "cao cấp", "quốc gia", "phòng", "trú", "trung ương", "khu vực", "vũ trang",
        "dầu khí", "tối cao", "nội trú", "dân tộc", "xây dựng đảng", "học", "thông", "phổ thông", "cơ sở", "sông", "mỏ", "sản",
        "công chức", "viên chức", "tham nhũng", "phòng chống tham nhũng", "thường vụ", "nông nghiệp", "công nghiệp", "thương mại", "dịch vụ",
    ])];
}
