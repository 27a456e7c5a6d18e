//! Which areas of work a phrase speaks of.
//!
//! Source: read off by hand from the seeds and from Baomoi articles about Party organisations, with the usual headings
//! of the Party's work; a group of no area keeps names and those concerned (`cán bộ, đảng viên`) from being taken.

use crate::report::Area;
use crate::text::phrases::phrases;

/// Areas as bits, by [`Area::index`].
pub(crate) type Areas = u16;

const T: Areas = 1 << Area::Ideology.index();
const O: Areas = 1 << Area::Organisation.index();
const C: Areas = 1 << Area::Cadres.index();
const M: Areas = 1 << Area::Members.index();
const K: Areas = 1 << Area::Inspection.index();
const D: Areas = 1 << Area::Mobilisation.index();
const H: Areas = 1 << Area::MassOrganisations.index();
const I: Areas = 1 << Area::InternalProtection.index();
const P: Areas = 1 << Area::AntiCorruption.index();
const E: Areas = 1 << Area::Emulation.index();
const G: Areas = 1 << Area::Government.index();

/// What stays of a sentence that only tells who met: appointments and prizes.
pub(crate) const OF_A_MEETING: Areas = C | E;

/// The work of discipline, which a meeting that decides on persons does.
pub(crate) const DISCIPLINE: Areas = K;

/// The areas that a whole page does not have by having them often.
pub(crate) const GENERAL: Areas = O | K | E;

/// Work among the people, which no background tells of: `toàn dân`, `đồng bào` are those concerned.
pub(crate) const MOBILISATION: Areas = D;

/// The areas that a body's name tells: unions, youth, the front.
pub(crate) const BY_NAME: Areas = H;

/// What a sanction on a person says by the way: the post that is taken, the person's membership.
pub(crate) const OF_A_PERSON: Areas = C | M;

phrases! {
    /// The phrases.
    AREAS: Areas, stepping over ",“”\"'‘’-–", = &[
        (T, &[
            "tư tưởng", "giáo dục chính trị", "tuyên truyền", "học bác", "lý luận chính trị",
            "truyền thống cách mạng", "giáo dục truyền thống", "đạo đức hồ chí minh", "phong cách hồ chí minh",
            "tấm gương đạo đức", "nêu gương", "học tập nghị quyết", "học tập các nghị quyết",
            "học tập quán triệt", "nghiên cứu học tập", "quan điểm sai trái",
            "thế lực thù địch", "diễn biến hòa bình", "dư luận xã hội", "báo chí", "tuyên giáo",
            "lời dạy của bác", "đạo đức cách mạng", "giáo dục đạo đức", "công tác chính trị",
            "phổ biến giáo dục pháp luật", "tin bài", "phóng sự", "xây dựng đạo đức", "đạo đức tác phong",
            "quán triệt các nghị quyết", "quán triệt nghị quyết", "quán triệt các chỉ thị",
            "quán triệt các chủ trương", "học tập tiếp thu", "nghiên cứu quán triệt", "tổ chức quán triệt",
            "gương sáng", "điển hình tiêu biểu", "chuyên đề năm #", "làm theo", "báo cáo viên", "lịch sử đảng",
            "giữ gìn phẩm chất", "xứng danh bộ đội cụ hồ",
        ]),
        (O, &[
            "năng lực lãnh đạo", "sức chiến đấu", "sinh hoạt chi bộ", "sinh hoạt đảng", "sinh hoạt cấp ủy",
            "sinh hoạt chuyên đề", "sinh hoạt định kỳ", "nội dung sinh hoạt", "chất lượng sinh hoạt",
            "duy trì sinh hoạt", "tổ chức bộ máy", "bộ máy tổ chức", "tinh gọn bộ máy", "sắp xếp tổ chức",
            "vị trí việc làm", "quy chế làm việc", "quy chế hoạt động", "đại hội đảng bộ", "đại hội chi bộ",
            "đại hội đảng các cấp", "tổ chức đại hội", "công tác tổ chức", "tổ chức xây dựng đảng",
            "tự phê bình", "kiểm điểm tập thể", "kiểm điểm phê bình", "phương thức lãnh đạo",
            "hạt nhân chính trị", "hạt nhân lãnh đạo", "xây dựng hệ thống chính trị",
            "hệ thống chính trị ở cơ sở", "hệ thống chính trị cơ sở", "xây dựng tổ chức đảng",
            "củng cố tổ chức", "kiện toàn tổ chức", "kiện toàn cấp ủy", "kiện toàn bộ máy",
            "loại hình tổ chức cơ sở", "loại hình tccsđ", "loại hình chi bộ", "tập trung dân chủ",
            "thành lập chi bộ", "thành lập tổ chức đảng", "thành lập đảng bộ", "# tổ chức cơ sở đảng",
            "# tccs đảng", "# tccsđ", "# chi bộ", "# đảng bộ", "chất lượng tổ chức cơ sở đảng",
            "chất lượng tổ chức đảng", "xếp loại tổ chức đảng", "xếp loại tổ chức cơ sở đảng",
            "phân loại tổ chức cơ sở đảng", "đảng bộ trong sạch", "chi bộ trong sạch",
            "trong sạch vững mạnh", "đại hội đại biểu", "hệ thống tổ chức", "biên chế", "cơ cấu tổ chức",
            "cấp ủy viên", "mối quan hệ giữa bí thư", "công tác xây dựng tổ chức",
            "chức năng nhiệm vụ của các loại hình", "nguyên tắc tổ chức", "tổ chức sinh hoạt",
            "nghị quyết chuyên đề", "vai trò của cấp ủy", "# % tccs đảng",
            "# % tổ chức cơ sở đảng", "# % chi bộ", "sắp xếp lại bộ máy",
            "kiện toàn sắp xếp", "chuẩn bị đại hội", "chỉ đạo đại hội",
            "sinh hoạt thường kỳ", "buổi sinh hoạt", "tổ chức chi bộ",
            "báo cáo kiểm điểm",
        ]),
        (C, &[
            "công tác cán bộ", "quy hoạch cán bộ", "quy hoạch nguồn", "quy hoạch cấp ủy", "quy hoạch bổ nhiệm", "quy hoạch luân chuyển", "quy hoạch đào tạo", "quy hoạch chức danh", "bổ sung quy hoạch", "luân chuyển", "điều động", "bổ nhiệm", "đề bạt",
            "giới thiệu ứng cử", "nhân sự", "đánh giá cán bộ", "đội ngũ cán bộ", "đào tạo bồi dưỡng",
            "bồi dưỡng cán bộ", "đào tạo cán bộ", "cán bộ lãnh đạo quản lý",
            "cá nhân lãnh đạo quản lý", "chất lượng cán bộ", "nguồn cán bộ", "tuyển dụng", "xây dựng lực lượng",
            "chính sách cán bộ", "chính sách đối với cán bộ", "giữ chức", "chỉ định", "bầu bổ sung", "được bầu làm", "được bầu giữ", "thôi nhiệm vụ", "thôi làm nhiệm vụ", "đã bầu",
            "công chức viên chức theo lộ trình", "cơ cấu lại đội ngũ", "cán bộ trẻ", "cán bộ nữ", "miễn nhiệm",
            "chức danh", "thi tuyển", "cán bộ công đoàn", "cán bộ đoàn", "cán bộ kiểm tra",
            "cán bộ chịu tác động", "đội ngũ lãnh đạo", "xét tuyển công chức", "phân công công tác",
            "cán bộ diện", "đội ngũ cấp ủy",
        ]),
        (M, &[
            "phát triển đảng", "kết nạp", "quản lý đảng viên", "đảng viên mới", "đảng viên xếp loại",
            "phân loại đảng viên", "xếp loại đảng viên", "đảng viên hoàn thành", "chất lượng đảng viên",
            "quần chúng ưu tú", "# đảng viên", "thẻ đảng", "công tác đảng viên", "đảng viên dự bị",
            "đội ngũ đảng viên", "rèn luyện đảng viên", "giáo dục đảng viên", "đảng viên đi làm ăn xa",
            "hồ sơ đảng viên", "đảng viên đi nước ngoài",
            "là đảng viên", "phân công đảng viên", "số đảng viên", "bồi dưỡng nhận thức về đảng",
            "nguồn đảng viên",
        ]),
        (O | M, &[
            "tổ chức cơ sở đảng và đảng viên", "tổ chức đảng và đảng viên",
            "chất lượng tổ chức cơ sở đảng đảng viên", "tổ chức đảng đảng viên", "tccsđ và đảng viên",
            "tổ chức đảng và chất lượng đảng viên", "tổ chức cơ sở đảng đảng viên",
            "tổ chức cơ sở đảng và chất lượng đảng viên",
        ]),
        (O | C, &["công tác tổ chức cán bộ", "tổ chức cán bộ"]),
        (C | M, &["đội ngũ cán bộ đảng viên", "chất lượng cán bộ đảng viên"]),
        (K, &[
            "kiểm tra", "giám sát", "kỷ luật", "vi phạm", "sai phạm", "khiếu nại", "tố cáo", "đơn thư",
            "kỷ cương", "kiểm soát quyền lực", "cảnh cáo", "khiển trách", "cách chức", "khai trừ",
            "thanh tra", "kiểm điểm trách nhiệm", "xử lý trách nhiệm",
            "kết luận của ủy ban kiểm tra", "báo cáo của ủy ban kiểm tra", "không trung thực",
            "bằng cấp giả", "bằng giả", "xử lý nghiêm", "hình thức xử lý", "điều đảng viên không được làm",
        ]),
        (D, &[
            "dân vận", "vận động nhân dân", "vận động quần chúng", "đại đoàn kết", "giúp dân",
            "bà con nhân dân", "quy chế dân chủ ở cơ sở", "dân chủ cơ sở", "đối thoại với nhân dân",
            "đối thoại trực tiếp với nhân dân", "tiếp xúc đối thoại", "an ninh tổ quốc", "công tác tôn giáo",
            "công tác dân tộc", "lòng dân", "sát dân", "gần dân", "lắng nghe dân",
            "quyền làm chủ của nhân dân", "đồng bào dân tộc",
            "trong lòng nhân dân", "mối quan hệ mật thiết",
            "nhân dân tham gia", "giúp bà con", "cùng bà con", "với bà con", "phong trào quần chúng",
            "người dân tham gia", "sự đồng thuận của nhân dân", "chính sách dân tộc",
            "chính sách tôn giáo", "coi thường quần chúng",
            "phong trào trồng cây", "toàn dân", "nông dân", "công tác tiếp dân", "phát huy dân chủ",
            "khiếu nại tố cáo của công dân", "khiếu nại tố cáo của người dân", "khiếu nại tố cáo của nhân dân",
            "đối thoại với dân", "tiếp xúc với nhân dân", "tiếp công dân", "quyên góp", "vận động ủng hộ", "hội viên ủng hộ", "nhân dân ủng hộ", "tương thân tương ái", "nguyện vọng của nhân dân", "đồng bào các dân tộc", "đồng bào có đạo", "tập hợp các tầng lớp nhân dân",
            "ức hiếp quần chúng", "niềm tin của dân", "niềm tin của nhân dân", "góp ý của nhân dân",
        ]),
        (H, &[
            "đoàn thể", "đoàn viên", "hội viên", "công đoàn", "cựu chiến binh", "hội nông dân",
            "mặt trận tổ quốc", "mttq", "đoàn tncs", "tổ chức quần chúng", "đại hội đoàn", "cơ sở đoàn",
            "tổ chức đoàn", "công tác đoàn", "hoạt động đoàn", "thanh thiếu nhi", "các cấp bộ đoàn", "tuổi trẻ",
            "thanh niên", "ban chấp hành đoàn", "công tác hội",
            "giám sát và phản biện xã hội", "tổ chức hội", "các cấp hội", "phụ nữ",
            "bình đẳng giới", "cnvc lđ", "cnvclđ", "cđ cơ sở", "tổ chức cđ", "các cấp cđ", "cán bộ hội",
            "đoàn kết tập hợp", "chi đoàn", "thanh niên quân đội", "tuổi trẻ quân đội", "công trình phần việc", "giám sát phản biện", "công tác mặt trận", "mặt trận các cấp", "phản biện", "lđlđ", "thành đoàn", "đại hội cđ",
        ]),
        (C | H, &["cán bộ cđ"]),
        (I, &[
            "chính trị nội bộ", "tiêu chuẩn chính trị", "lịch sử chính trị", "bảo vệ nội bộ", "bí mật nhà nước",
            "bảo vệ bí mật",
        ]),
        (P, &[
            "tham nhũng", "lãng phí", "suy thoái", "suy thoái về tư tưởng", "suy thoái tư tưởng",
            "suy thoái về chính trị tư tưởng", "suy thoái chính trị tư tưởng", "tự diễn biến", "tự chuyển hóa",
            "quan liêu", "kê khai tài sản", "nhũng nhiễu", "lợi ích nhóm", "tham ô", "hối lộ",
            "thực hành tiết kiệm",
        ]),
        (E, &[
            "thi đua", "khen thưởng", "bằng khen", "giấy khen", "huân chương", "tuyên dương", "huy hiệu đảng", "huy hiệu # năm tuổi đảng", "huy hiệu # năm", "danh hiệu anh hùng",
            "biểu dương và nhân rộng", "điển hình tiên tiến", "gương điển hình", "huy chương", "phần thưởng",
            "anh hùng lao động", "trao tặng danh hiệu", "các danh hiệu", "nhân rộng các điển hình",
            "nhân rộng điển hình", "tiền thưởng", "giải khuyến khích", "giải thưởng",
        ]),
        (G, &[
            "nhiệm vụ chính trị", "kt xh", "kinh tế", "nhiệm vụ chuyên môn", "chuyên môn nghiệp vụ",
            "cải cách hành chính", "thủ tục hành chính", "an ninh trật tự", "quốc phòng",
            "trật tự an toàn xã hội", "giảm nghèo", "xóa đói", "sản xuất", "kinh doanh", "nông nghiệp",
            "chăn nuôi", "thủy sản", "công nghiệp", "dịch vụ", "thương mại", "du lịch", "giáo dục và đào tạo",
            "học sinh", "trường đại học", "y tế", "khám chữa bệnh", "chăm sóc sức khỏe", "trồng cây", "đất đai",
            "thu hút đầu tư", "đầu tư xây dựng", "môi trường đầu tư", "doanh nghiệp", "ngân sách", "tín dụng",
            "vốn", "thu nhập", "tăng trưởng", "hạ tầng", "giao thông", "công trình", "xây dựng cơ bản",
            "văn hóa xã hội", "công vụ", "cchc", "tthc", "ttxh", "quản lý nhà nước", "hộ nghèo", "an sinh xã hội", "việc làm",
            "thiên tai", "quân sự", "sẵn sàng chiến đấu", "huấn luyện", "tội phạm", "tệ nạn", "xuất khẩu",
            "tỷ đồng", "triệu đồng", "tỉ đồng", "lúa", "cây trồng", "vật nuôi", "sản lượng",
            "đời sống nhân dân", "đời sống của nhân dân", "đời sống vật chất", "chuyển đổi số",
            "khoa học công nghệ", "quy hoạch phát triển", "đô thị", "giải phóng mặt bằng",
            "chỉ tiêu nghị quyết của ngành", "kế hoạch của từng cơ quan", "nhiệm vụ của ngành", "cổ phần hóa",
            "dự án", "nhà máy", "người có công", "chính sách xã hội", "cải cách tư pháp", "xây dựng pháp luật",
            "đối ngoại", "hội nhập quốc tế", "chủ quyền", "thanh toán", "chi trả", "xét duyệt",
            "công tác chuyên môn", "văn hóa thể thao", "rừng", "phòng chống úng lụt", "dịch bệnh", "thủy lợi",
            "nông thôn", "giáo dục đào tạo", "ttatxh", "anqg", "antt", "tntg", "anct", "khởi nghiệp",
            "năng suất lao động", "tham mưu cho cấp ủy chính quyền", "nước sạch", "điện lực", "xăng dầu",
            "hợp tác xã", "tái cơ cấu", "chính sách pháp luật lao động", "chất lượng phục vụ", "pci",
            "cải cách thủ tục", "ntm", "bảo vệ tổ quốc", "đền ơn đáp nghĩa", "chính trị ổn định",
        ]),
        (G, &[
            "kết quả phát triển", "bảo vệ môi trường", "ô nhiễm môi trường", "vệ sinh môi trường", "gieo trồng",
            "quân đội", "huấn luyện sức chiến đấu", "toàn quân", "lực lượng vũ trang", "thoát nước", "biến đổi khí hậu", "phạm pháp hình sự",
            "phân cấp", "giải ngân", "trật tự xây dựng", "vi phạm trật tự xây dựng", "xây dựng thể chế", "thu hoạch",
            "mất mùa", "đời sống bà con", "thi hành án", "thụ lý", "bệnh nhân", "khám bệnh", "cứu chữa", "phẫu thuật", "nghiên cứu khoa học", "sáng kiến", "công tác hậu cần", "xét xử", "truy tố", "nợ xấu", "thất thu", "công tác tư pháp", "bê tông hóa", "trường học", "chất lượng dạy",
        ]),
        // Names, those concerned, and what only sounds like an area.
        (0, &[
            "thanh niên xung phong", "thanh niên nhập ngũ", "xây dựng đảng trong sạch vững mạnh",
            "chỉ định thầu", "vốn góp", "sự giám sát của", "huy động vốn",
            "cho đội ngũ cán bộ đảng viên", "cụm thi đua", "hội đồng thi đua khen thưởng", "ủy ban kiểm tra",
            "ban tuyên giáo", "ban dân vận", "ngành tổ chức xây dựng đảng", "kiểm tra đôn đốc",
            "chính quyền đoàn thể", "ngành đoàn thể", "chính quyền mặt trận tổ quốc và các đoàn thể",
            "ủy ban mặt trận tổ quốc", "chủ tịch công đoàn", "chủ tịch lđlđ", "bí thư thành đoàn",
            "cụm văn hóa xã hội", "vụ tổ chức cán bộ", "phòng tổ chức cán bộ", "thanh tra chính phủ",
            "sơ kết công tác thi đua", "tổng kết công tác thi đua",
            "giao ban công tác thi đua", "khối thi đua", "nghị quyết đại hội",
            "chi bộ doanh nghiệp", "chi bộ trường học", "đảng bộ doanh nghiệp",
            "đơn vị doanh nghiệp", "doanh nghiệp ngoài nhà nước", "doanh nghiệp ngoài khu vực nhà nước", "ngân hàng chính sách xã hội", "cơ quan báo chí",
            "ban kinh tế trung ương", "bộ nông nghiệp và phát triển nông thôn",
            "tổ chức hội nghị", "tổ chức hội thảo", "tổ chức hội thi", "tổ chức hội thao",
            "tổ chức đoàn công tác", "tổ chức đoàn đến", "trả lời báo chí", "với báo chí",
            "một số đảng viên", "một số cán bộ đảng viên", "vi phạm pháp luật",
            "phát huy dân chủ đoàn kết", "dự án luật", "dự án công trình", "kháng chiến và", "học sinh trường", "sinh viên trường",
            "lịch sử đảng bộ", "đại hội đại biểu toàn quốc lần thứ", "vốn có", "vốn là", "kiểm tra khi",
            "phát triển đảng bộ", "xét xử lý", "chỉ huy quân sự", "quân đội nhân dân", "trong quân đội", "kết nạp đảng năm #",
            "toàn đảng toàn dân", "toàn dân và toàn quân", "toàn đảng toàn dân và toàn quân", "toàn đảng toàn dân toàn quân",
            "dân giám sát", "khối đảng đoàn thể",
        ]),
    ];
}
