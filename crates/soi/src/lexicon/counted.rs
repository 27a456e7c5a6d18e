//! What numbers count: the nouns of the genre that stand after a number, where they end, and words that make
//! a number something else than a measure.
//!
//! Source: own list, from reading the seeds and about sixty press reports of Party organisations; abbreviations from
//! the project's table of abbreviations.

use crate::text::phrases::phrases;

/// What a counted noun is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Noun {
    /// A body of the Party, the state or a union, and other units that a body is made of.
    Body,
    /// People.
    Person,
    /// Things, works, occasions.
    Thing,
    /// A unit of measure or money.
    Unit,
    /// A classifier that takes the next noun with it: `lượt người`.
    Joining,
    /// Points of a plan, which are no measure: `8 nhóm nhiệm vụ`.
    Task,
    /// Time, age and rank, which are no measure.
    Time,
}

phrases! {
    /// Nouns after a number; the unit of a measure is the longest one.
    NOUNS: Noun, stepping over ",", = &[
        (Noun::Body, &[

            "khoa", "khoa phòng", "khoa ban bộ phận", "lđlđ", "cđ", "kcn", "kcx", "kcn kcx", "đơn vị doanh nghiệp", "đơn vị cá nhân", "tổ phụ nữ", "tổ hội", "chi tổ hội", "chi tổ phụ nữ", "liên đội", "chi đội", "mái ấm", "mái ấm tình thương", "hãng", "hãng thông tấn", "cơ quan thông tấn", "văn phòng", "văn phòng đại diện", "viện", "học viện", "đại học", "trường đại học", "trường thpt", "trường thcs", "trạm biến áp", "đồn", "trạm gác", "đội văn nghệ", "dòng họ tự quản", "tổ tàu thuyền", "nghiệp đoàn", "mặt trận", "ban chủ nhiệm", "tiểu ban", "hội đồng", "đoàn đại biểu", "đoàn thể", "ban vận động", "hộ thành viên", "hộ hội viên", "hộ kinh doanh cá thể", "nhà xuất bản", "tòa soạn", "báo", "tạp chí", "đài", "tổ liên kết", "chuỗi", "chuỗi liên kết", "vùng chuyên canh", "cánh đồng", "cánh đồng lớn", "cánh đồng mẫu lớn", "cụm công nghiệp", "khu đô thị", "khu tái định cư", "cơ sở thờ tự", "chùa", "nhà thờ", "xứ đạo", "đồng bào dân tộc", "trung tâm học tập cộng đồng", "huyện ủy thị ủy thành ủy", "tổ dân vận", "khối dân vận", "chi bộ tổ dân phố", "chi bộ thôn",             "tổ chức cơ sở đảng", "tổ chức đảng", "tccs đảng", "tccsđ", "tccs", "tổ chức cơ sở", "tổ chức",
            "tổ chức chính trị xã hội", "tổ chức đoàn thể", "tổ chức đoàn", "tổ chức hội", "tổ chức công đoàn",
            "tổ chức quần chúng", "tổ chức cá nhân", "tổ chức tôn giáo",
            "chi bộ", "chi bộ cơ sở", "chi đảng bộ", "chi đảng bộ cơ sở", "đảng bộ", "đảng bộ cơ sở",
            "đảng bộ bộ phận", "chi bộ đảng bộ", "đảng bộ chi bộ", "đảng bộ chi bộ cơ sở", "đảng ủy",
            "đảng ủy cơ sở", "đảng ủy chi bộ", "cấp ủy", "tổ đảng", "tỉnh ủy", "huyện ủy", "huyện thị thành ủy",
            "tỉnh ủy thành ủy", "ban tổ chức", "ban chỉ đạo", "ban đảng", "ban xây dựng đảng", "ban ngành", "ban",
            "ban quản lý", "ban cán sự", "ban cán sự đảng", "đảng đoàn", "ban chấp hành", "ban thanh tra nhân dân",
            "ban công tác mặt trận", "cơ quan", "cơ quan đơn vị", "cơ quan báo chí", "cơ quan ban ngành", "đơn vị",
            "đơn vị cơ sở", "đơn vị sự nghiệp", "đơn vị sự nghiệp công lập", "đơn vị hành chính", "đơn vị trực thuộc",
            "cơ sở", "cơ sở sản xuất", "cơ sở kinh doanh", "cơ sở đoàn", "cơ sở hội", "cơ sở giáo dục", "cơ sở y tế",
            "phòng ban", "phòng", "sở", "sở ngành", "sở ban ngành", "bộ ngành", "ngành", "bộ phận", "đầu mối",
            "địa phương", "tỉnh", "tỉnh thành phố", "tỉnh thành", "quốc gia", "nước", "huyện", "huyện thị",
            "huyện thị xã", "huyện thị xã thành phố", "huyện thành phố", "huyện thị thành phố", "quận", "quận huyện",
            "quận huyện thị xã", "xã", "xã phường", "xã phường thị trấn", "xã thị trấn", "phường xã",
            "phường xã thị trấn", "phường thị trấn",
            "phường", "thị trấn", "thị xã", "thành phố", "thôn", "thôn bản", "thôn buôn", "thôn làng", "thôn xóm",
            "thôn khối phố", "thôn khu phố", "thôn tổ dân phố", "thôn ấp", "bản", "bản làng", "buôn", "xóm", "ấp", "làng",
            "làng nghề", "khu dân cư", "khu phố", "khối phố", "khóm", "tổ dân phố", "tổ", "tổ nhóm", "cụm", "cụm dân cư",
            "cụm thi đua", "khối", "khối thi đua", "khu", "khu công nghiệp", "khu vực", "vùng", "đoàn", "đoàn công tác",
            "đoàn kiểm tra", "đoàn giám sát", "đoàn thanh tra", "tổ công tác", "tổ kiểm tra", "tổ giám sát", "đội",
            "đội tuyển", "chi hội", "chi đoàn", "chi đoàn cơ sở", "đoàn cơ sở", "hội cơ sở", "hội", "liên đoàn",
            "công đoàn cơ sở", "cđcs", "công đoàn", "tổ công đoàn", "câu lạc bộ", "clb", "tổ hợp tác", "tổ hợp",
            "tổ vay vốn", "tổ tiết kiệm và vay vốn", "tổ tự quản", "hợp tác xã", "htx", "doanh nghiệp",
            "doanh nghiệp nhà nước", "dnnn", "dn", "công ty", "tập đoàn", "tập đoàn tổng công ty", "tổng công ty",
            "xí nghiệp", "nhà máy", "ngân hàng", "hiệp hội", "chi nhánh", "phòng giao dịch", "trang trại", "gia trại",
            "trường", "trường học", "trường mầm non", "trường tiểu học", "trường công lập", "trung tâm", "trạm",
            "trạm y tế", "bệnh viện", "phòng khám", "nhà văn hóa", "nhà trường", "lớp học", "nhóm trẻ", "đồn biên phòng",
            "tập thể", "tập thể cá nhân", "hộ", "hộ dân", "hộ gia đình", "hộ nghèo", "hộ cận nghèo", "hộ nông dân",
            "hộ kinh doanh", "hộ dân tộc thiểu số", "hộ đồng bào", "gia đình", "gia đình chính sách",
            "gia đình văn hóa", "dòng họ", "dân tộc", "ủy ban nhân dân", "hội đồng nhân dân", "tiểu đoàn", "trung đội",
            "đại đội", "quân chủng",
        ]),
        (Noun::Person, &[
            "cnv", "cbcnv", "hv", "hvnd", "lđ", "đvtn", "đvcđ", "tn", "nd", "pn", "hs", "sv", "hssv", "gv", "bn",
            "chị em", "chị em phụ nữ", "vđv", "hlv", "cn", "cnlđ", "cnvc", "cbcnvc", "cbnv", "cán bộ công nhân viên chức", "phó đoàn", "lãnh đội", "trọng tài", "nam", "nữ", "gương mặt", "điển hình", "điển hình tiên tiến", "gương", "gương điển hình", "gương điển hình tiên tiến", "tấm gương", "chủ nhà trọ", "chủ hộ", "chủ trang trại", "biên tập viên", "phóng viên biên tập viên", "hướng dẫn viên", "nhà giáo", "nhà giáo cán bộ", "thầy thuốc", "thầy giáo", "cô giáo", "thầy cô", "dược sĩ", "điều dưỡng", "nữ hộ sinh", "chị", "anh", "ông", "bà", "mẹ", "bà mẹ", "thân nhân", "thân nhân liệt sĩ", "cựu tù", "lão thành cách mạng", "người tham gia", "người lao động nghèo", "nguyên lãnh đạo", "cử tri và nhân dân", "cán bộ chủ chốt", "cán bộ công đoàn", "cán bộ đoàn", "cán bộ hội", "cán bộ chiến sĩ công an", "bí thư đoàn", "đối tượng nghiện", "người nghiện", "người cai nghiện", "hạt nhân", "nòng cốt", "hòa giải viên", "đoàn viên nghiệp đoàn", "hội viên cựu chiến binh", "hội viên ccb", "hội viên phụ nữ nghèo", "ủy viên ban thường vụ", "ủy viên bch", "ứng cử viên", "người ứng cử", "kiểm lâm viên", "học sinh nghèo", "học sinh giỏi", "trẻ em nghèo", "bạn", "bạn trẻ", "bạn đọc", "khán giả", "lao động nông thôn", "thanh niên xung phong", "dân công", "việt kiều", "kiều bào", "chuyên viên", "chiến sĩ công an", "nạn nhân chất độc da cam", "trưởng phòng", "phó phòng", "trưởng khoa", "trưởng ban", "cán sự",             "đảng viên", "đv", "quần chúng", "cán bộ", "cb", "cán bộ đảng viên", "cán bộ chiến sĩ", "cán bộ chiến sỹ",
            "cbcs", "cán bộ công chức", "cán bộ công chức viên chức", "cán bộ công chức viên chức và người lao động",
            "cán bộ công chức viên chức người lao động", "cán bộ công chức viên chức lao động", "cán bộ viên chức",
            "cán bộ công nhân viên", "cán bộ nhân viên", "cán bộ đảng viên và nhân dân",
            "cán bộ đảng viên công chức viên chức", "cán bộ đoàn viên", "cán bộ hội viên", "cán bộ lãnh đạo",
            "cán bộ quản lý", "cán bộ lãnh đạo quản lý", "cbđv", "cbcc", "cbccvc", "cnvclđ", "nlđ", "công chức",
            "công chức viên chức", "viên chức", "biên chế", "công nhân", "công nhân lao động", "công nhân viên",
            "công nhân viên chức", "công nhân viên chức lao động", "nhân viên", "lao động", "người lao động", "người",
            "người dân", "người nghèo", "người có công", "nhân dân", "nhân khẩu", "khẩu", "dân", "cử tri", "hội viên",
            "hội viên nông dân", "hội viên phụ nữ", "đoàn viên", "đoàn viên thanh niên", "đoàn viên hội viên",
            "đoàn viên công đoàn", "đoàn viên ưu tú", "thanh niên", "thanh thiếu niên", "thiếu nhi", "thiếu niên",
            "phụ nữ", "nông dân", "ngư dân", "cựu chiến binh", "ccb", "học sinh", "sinh viên", "học sinh sinh viên",
            "học viên", "giáo viên", "giảng viên", "thầy cô giáo", "bác sĩ", "bác sỹ", "y bác sĩ", "y bác sỹ",
            "bệnh nhân", "nghệ nhân", "nghệ sĩ", "nghệ sỹ", "diễn viên", "vận động viên", "huấn luyện viên",
            "tình nguyện viên", "cộng tác viên", "tuyên truyền viên", "báo cáo viên", "phóng viên", "chiến sĩ", "chiến sỹ",
            "chiến sĩ mới", "quân nhân", "dân quân", "tân binh", "sĩ quan", "liệt sĩ", "liệt sỹ", "thương binh",
            "thương bệnh binh", "thương binh bệnh binh", "bà mẹ việt nam anh hùng", "mẹ việt nam anh hùng",
            "anh hùng", "nạn nhân", "đối tượng", "đối tượng chính sách", "trẻ em", "trẻ", "cháu", "cháu nhỏ", "em",
            "em học sinh", "cụ", "đồng chí", "đ c", "đại biểu", "đại biểu quốc hội", "đại biểu chính thức", "ủy viên",
            "đảng ủy viên", "cấp ủy viên", "ủy viên ban chấp hành", "thành viên", "đại diện", "lãnh đạo",
            "tỉnh ủy viên", "bí thư", "bí thư chi bộ", "phó bí thư", "trưởng thôn", "chủ tịch", "phó chủ tịch", "giám đốc",
            "phó giám đốc", "giáo dân", "tín đồ", "chức sắc", "đồng bào", "du khách", "hành khách", "khách",
            "khách du lịch", "khách quốc tế", "khách nội địa", "thí sinh", "tác giả", "cá nhân", "người cao tuổi",
            "hộ lý", "tiến sĩ", "thạc sĩ", "kỹ sư", "cử nhân", "giáo sư", "phó giáo sư", "chuyên gia", "doanh nhân",
            "thuyền viên", "thủ khoa", "vị", "bị can", "bị cáo", "anh em", "thẩm phán", "luật sư", "cổ đông",
            "tiểu thương", "phụ huynh", "công dân", "người khuyết tật", "phi công", "nhà khoa học", "nhà báo",
            "nhà đầu tư", "chủ tàu", "công an", "tù nhân", "phạm nhân", "hộ khẩu", "nghệ sỹ diễn viên",
        ]),
        (Noun::Thing, &[

            "nhà phân phối", "nhà thầu", "bóng đèn", "bóng điện", "bóng đèn chiếu sáng", "quạt", "quạt điện", "nồi cơm điện", "đồ dùng", "chăn", "chăn ấm", "áo ấm", "áo", "quần áo", "bộ quần áo", "vé", "vé xe", "vé máy bay", "vé tàu", "vé tàu xe", "bộ sách", "bộ sách giáo khoa", "bộ bàn ghế", "chiếc quạt điện", "chiếc xe đạp", "chiếc áo", "kỷ niệm chương", "kỹ thuật", "kỹ thuật mới", "thiết chế", "máy bay", "kiện hàng", "án", "án tử hình", "bậc", "tòa", "tòa nhà", "trường đoạn", "tiết mục", "chương trình nghệ thuật", "ca mổ", "ca phẫu thuật", "ca mắc", "tour", "tour du lịch", "điểm du lịch", "khu du lịch", "điểm di tích", "cơ sở lưu trú", "tiêu chí nông thôn mới", "bài báo", "bài thi", "bài tham dự", "tác phẩm báo chí", "lượt bài", "chuyên mục", "chuyên trang", "số báo", "bản tin", "pano", "panô", "băng zôn", "cờ phướn", "áp phích", "phóng sự", "đĩa", "video", "buổi tuyên truyền", "đơn khiếu nại", "đơn tố cáo", "đơn thư tố cáo", "lượt đơn", "đơn vị thi công", "thủ tục hành chính cấp", "tàu vỏ thép", "tàu vỏ gỗ", "cống", "kênh", "đập", "bể", "bể nước", "đường", "con đường hoa", "hố xí", "nhà vệ sinh", "nhà tiêu", "công trình vệ sinh", "công trình thanh niên", "công trình thủy lợi", "chuồng", "chuồng trại", "nhà kính", "vườn", "vườn mẫu", "khu dân cư kiểu mẫu", "khu dân cư nông thôn mới", "cây ăn quả", "cây cam", "cây dừa", "cây bóng mát", "cây lâm nghiệp", "bầu", "hom", "con tôm", "con cá", "con hươu", "con bò sữa", "đàn", "đàn ong", "mũi tiêm", "liều", "liều vắc xin", "viên thuốc", "túi máu", "thùng rác", "camera", "mắt camera", "cột điện", "trụ điện", "đồng hồ", "tivi", "ti vi", "bộ máy tính", "dàn máy", "tủ thuốc", "giá sách", "phòng máy", "phần thưởng", "cặp vợ chồng", "đám cưới", "đám tang", "nhát", "phát súng", "khẩu súng", "quả bom", "quả mìn", "vụ cháy rừng", "vụ khiếu kiện", "vụ vi phạm", "vụ va chạm", "vụ ma túy", "chuyên án", "ổ nhóm", "băng nhóm", "bài học đạo đức", "ý tưởng", "giải pháp sáng tạo", "đề tài khoa học", "đề tài sáng kiến", "đề tài nghiên cứu khoa học", "sáng kiến kinh nghiệm", "bằng lao động sáng tạo", "bằng sáng chế", "luận án", "giáo trình", "ngành nghề", "nghề", "mã ngành", "chuyên ngành", "môn thể thao", "huy chương các loại", "nước trên thế giới", "văn kiện", "lượt văn bản", "thỏa thuận", "biên bản ghi nhớ", "hiệp định", "cuộc thanh tra kiểm tra", "cuộc kiểm tra giám sát", "cuộc tiếp xúc", "cuộc tiếp xúc cử tri", "cuộc vận động", "phiên tòa", "lệnh", "giấy phép", "giấy phép xây dựng", "dự án luật", "nghị định", "thông tư", "phiếu khảo sát", "mẫu thực phẩm", "mẫu nước", "lô hàng", "container", "xe container", "chuyến xe", "chuyến bay", "chuyến biển", "chuyến hàng", "cổ phiếu", "cổ phần", "tài khoản", "thuê bao", "hộp quà", "túi quà", "suất ăn", "suất cơm", "phần cơm", "bữa ăn", "nhà dân", "ngôi trường", "ngôi chùa", "gian nhà", "nhà nhân ái", "nhà khăn quàng đỏ", "nhà bán trú", "nhà công vụ", "nhà mái ấm", "phòng học kiên cố", "công trình nước sạch", "giếng khoan",             "chỉ tiêu", "tiêu chí", "chuyên đề", "mô hình", "công trình", "công trình phần việc", "phần việc", "dự án",
            "đề án", "đề tài", "sáng kiến", "giải pháp kỹ thuật", "sản phẩm", "tác phẩm", "ấn phẩm", "bài viết",
            "bài tham luận", "tham luận", "bài", "tin", "tin bài", "bài dự thi", "ý kiến", "ý kiến phát biểu",
            "lượt ý kiến", "kiến nghị", "phản ánh", "báo cáo", "nghị quyết", "chỉ thị", "kế hoạch", "văn bản",
            "quyết định", "quy định", "hướng dẫn", "kết luận", "chương trình", "chương trình hành động", "hồ sơ", "đơn",
            "đơn thư", "đơn thư khiếu nại", "thư", "phiếu", "hợp đồng", "thủ tục", "thủ tục hành chính", "dịch vụ",
            "dịch vụ công", "hội nghị", "hội thảo", "hội thi", "cuộc họp", "cuộc", "cuộc thi", "đợt", "buổi", "lớp",
            "lớp tập huấn", "lớp bồi dưỡng", "kỳ họp", "phiên họp", "kỳ", "phiên", "phiên chợ", "hoạt động", "phong trào",
            "sự kiện", "trận", "trận đánh", "chuyến", "lần", "ca", "ca bệnh", "vụ", "vụ việc", "vụ án", "vụ cháy",
            "vụ tai nạn", "vụ phạm pháp", "trường hợp", "sai phạm", "vi phạm", "cuộc kiểm tra", "cuộc giám sát",
            "cuộc thanh tra", "cây", "cây xanh", "cây giống", "cây hoa", "con", "con bò", "con lợn", "con trâu", "con gà",
            "con vịt", "con giống", "con dê", "gia súc", "gia cầm", "căn", "căn nhà", "căn hộ", "ngôi nhà", "ngôi mộ",
            "ngôi", "nhà", "nhà ở", "nhà tình nghĩa", "nhà tình thương", "nhà đại đoàn kết", "nhà tạm", "phòng học",
            "giường", "giường bệnh", "suất", "suất quà", "suất học bổng", "phần", "phần quà", "xuất quà", "học bổng",
            "món quà", "quà", "sổ", "sổ tiết kiệm", "thẻ", "thẻ bảo hiểm y tế", "thẻ bhyt", "giấy", "giấy khen",
            "giấy chứng nhận", "bằng", "bằng khen", "huy hiệu", "huy hiệu đảng", "huân chương", "huy chương",
            "huy chương vàng", "huy chương bạc", "huy chương đồng", "cờ", "cờ thi đua", "danh hiệu", "giải", "giải thưởng",
            "giải nhất", "giải nhì", "giải ba", "giải khuyến khích", "cúp", "chiếc", "cái", "cuốn", "cuốn sách", "quyển",
            "đầu sách", "bản sách", "tài liệu", "bộ", "bộ tài liệu", "máy", "máy tính", "máy bơm", "xe", "xe máy", "xe ô tô",
            "xe đạp", "ô tô", "tàu", "tàu cá", "con tàu", "chiếc tàu", "chiếc xe", "chiếc thuyền", "thuyền", "tàu thuyền",
            "phương tiện", "tuyến", "tuyến đường", "tuyến phố", "đoạn", "đoạn đường", "con đường", "cầu", "cây cầu",
            "chợ", "điểm", "điểm cầu", "điểm trường", "điểm sạt lở", "địa điểm", "vị trí", "khu di tích", "di tích",
            "di sản", "thửa", "thửa đất", "lô đất", "lô", "hạng mục", "gói thầu", "gói", "tầng", "căn cứ", "hài cốt",
            "bộ hài cốt", "mộ", "quả", "tấm", "bức", "bức tranh", "bức ảnh", "hiện vật", "ảnh", "pa nô", "băng rôn",
            "khẩu hiệu", "tờ rơi", "tờ", "trang", "chữ ký", "cặp", "đôi", "mét nước", "vòm cầu", "chỗ", "chỗ ngồi",
            "gian hàng", "làn xe", "thùng", "bao", "hộp", "chai", "túi", "viên", "lóng gỗ", "lồng bè", "lồng", "bè",
            "ao", "giếng", "hồ", "hồ chứa", "trạm bơm", "công tơ", "việc làm", "đầu việc", "vị trí việc làm",
            "chức danh", "vị trí công tác", "cấp phó", "tội danh", "câu hỏi", "mũi", "mâm", "hòm thư", "tủ sách",
            "nhóm", "nhóm lớp", "cơ số", "đơn vị máu", "ml máu", "ngày công", "giờ học", "tiết", "môn", "môn học",
            "tín chỉ", "cột mốc", "mốc giới", "mẫu ruộng", "phiếu bầu", "phiếu thuận", "phiếu chống", "phiếu tín nhiệm",
            "đại hội", "nguồn", "dòng sản phẩm", "nhãn hiệu", "thương hiệu", "sân bay", "biệt thự", "móng biệt thự",
        ]),
        (Noun::Unit, &[

            "tỷ đô la", "bảng anh", "yên", "won", "kí", "kilogam", "kilômét", "ki lô mét", "cây vàng", "lượng vàng", "chỉ vàng", "bao lúa", "kwp", "mwp", "dặm", "inch", "hải lý",             "đồng", "đ", "vnđ", "vnd", "usd", "đô la", "đô la mỹ", "euro", "ndt", "nhân dân tệ", "ha", "hecta", "héc ta",
            "hec ta", "km", "km 2", "km2", "km²", "cây số", "m", "m2", "m²", "m3", "m³", "mét", "mét vuông", "mét khối", "cm",
            "mm", "kg", "ký", "tấn", "tạ", "yến", "gram", "gam", "lạng", "lít", "kw", "mw", "kv", "kwh", "mva", "sào", "mẫu",
            "công đất", "độ", "độ c", "ca lo", "gb", "mb", "tấn hàng hóa", "tỷ lệ",
        ]),
        (Noun::Joining, &["lượt", "đầu"]),
        (Noun::Task, &[

            "dân số", "chương", "loại hình", "chức năng nhiệm vụ", "thế hệ trẻ", "cuộc kháng chiến", "cuộc chiến tranh", "cuộc cách mạng", "chỉ số", "nhóm vấn đề lớn", "nhóm lĩnh vực", "khía cạnh", "nhân tố", "thách thức", "kịch bản", "tầm nhìn", "kiến nghị lớn", "loại hình báo chí", "chiến lược", "lần thứ", "hạng", "chữ", "từ", "mối quan hệ", "điều kiện", "tình huống", "trách nhiệm", "lời hứa", "nhu cầu", "hành vi", "điều kiện cần", "câu", "vế", "dòng", "giai đoạn", "kỳ vọng", "khâu đột phá chiến lược", "đột phá chiến lược", "chương trình hành động lớn", "nhóm giải pháp lớn", "nhóm công việc",             "nhiệm vụ", "nhóm nhiệm vụ", "giải pháp", "nhóm giải pháp", "nội dung", "nhóm nội dung", "vấn đề",
            "nhóm vấn đề", "mục tiêu", "nguyên tắc", "bước", "khâu", "khâu đột phá", "bài học", "bài học kinh nghiệm",
            "kinh nghiệm", "lĩnh vực", "quan điểm", "phương châm", "yêu cầu", "hình thức", "lý do", "nguyên nhân", "yếu tố",
            "hướng", "trụ cột", "tiêu chuẩn", "điều", "mặt", "loại", "cấp", "việc", "thói quen", "chương trình trọng tâm",
            "chương trình công tác", "chương trình đột phá", "chương trình lớn", "đột phá", "trọng tâm", "nhóm chỉ tiêu",
            "phương án", "phương thức", "biện pháp", "thế mạnh", "chức năng", "đức tính", "phẩm chất", "biểu hiện",
            "nơi", "bên", "chiều", "mức", "tháng tuổi", "phía", "tội", "không", "nhất", "thành phần", "tại chỗ",
        ]),
        (Noun::Time, &[
            "tiếng", "tiếng đồng hồ", "hôm", "buổi tối", "vòng đấu",
            "năm", "tháng", "ngày", "tuần", "giờ", "phút", "giây", "tuổi", "quý", "thế kỷ", "thập kỷ", "thập niên", "đêm",
            "h", "nhiệm kỳ", "kỳ đại hội", "thế hệ", "mùa", "mùa xuân", "năm tuổi đảng", "tuổi đảng", "buổi sáng", "ngày đêm",
            "khóa", "triều đại", "âm lịch", "xuân",
        ]),
    ];
}

/// The full form of an abbreviated unit, in small letters.
pub(crate) fn expanded(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "tccs đảng" | "tccsđ" => "tổ chức cơ sở đảng",
        "tccs" => "tổ chức cơ sở",
        "đv" => "đảng viên",
        "cb" => "cán bộ",
        "cbđv" => "cán bộ, đảng viên",
        "cbcc" => "cán bộ, công chức",
        "cbccvc" => "cán bộ, công chức, viên chức",
        "cbcs" => "cán bộ, chiến sĩ",
        "cnvclđ" => "công nhân, viên chức, lao động",
        "nlđ" => "người lao động",
        "cđcs" => "công đoàn cơ sở",
        "htx" => "hợp tác xã",
        "dnnn" => "doanh nghiệp nhà nước",
        "dn" => "doanh nghiệp",
        "ccb" => "cựu chiến binh",
        "clb" => "câu lạc bộ",
        "cn" => "công nhân",
        "cnlđ" => "công nhân lao động",
        "cnvc" => "công nhân, viên chức",
        "cnv" => "công nhân viên",
        "cbcnv" => "cán bộ, công nhân viên",
        "cbcnvc" => "cán bộ, công nhân, viên chức",
        "cbnv" => "cán bộ, nhân viên",
        "lđ" => "lao động",
        "lđlđ" => "Liên đoàn Lao động",
        "cđ" => "Công đoàn",
        "hv" => "hội viên",
        "hvnd" => "hội viên nông dân",
        "đvtn" => "đoàn viên, thanh niên",
        "đvcđ" => "đoàn viên công đoàn",
        "tn" => "thanh niên",
        "nd" => "nông dân",
        "pn" => "phụ nữ",
        "hs" => "học sinh",
        "sv" => "sinh viên",
        "hssv" => "học sinh, sinh viên",
        "gv" => "giáo viên",
        "vđv" => "vận động viên",
        "hlv" => "huấn luyện viên",
        "bn" => "bệnh nhân",
        "kcn" => "khu công nghiệp",
        "kcx" => "khu chế xuất",
        "ubnd" => "Ủy ban nhân dân",
        "hđnd" => "Hội đồng nhân dân",
        "thẻ bhyt" => "thẻ bảo hiểm y tế",
        _ => return None,
    })
}
