//! What a phrase says of the role of its sentence.
//!
//! Source: read off by hand from the seeds and from some seventy Baomoi articles about Party organisations; only
//! formulas of the genre, each met in several of them or of the same pattern as such.

use crate::report::Role;
use crate::text::phrases::phrases;

/// What a phrase tells about the sentence that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// Joins the sentence to the one before; the cue that counts as the head comes after it.
    Link,
    /// When the thing reported took place: `ngày 20/6`, `sáng nay`.
    Date,
    /// A meeting is held.
    Meeting,
    /// Who came, who chaired.
    Attendance,
    /// Debate, reports heard.
    Debate,
    /// Those who debate.
    Delegates,
    /// Visits, flowers, gifts.
    Visit,
    /// A speech opens.
    Speech,
    /// Somebody says.
    Saying,
    /// Praise of what was done.
    Praise,
    /// Somebody asks for something.
    Request,
    /// Hopes for something, or points to it.
    Hope,
    /// Must.
    Must,
    /// Will, strives to.
    Will,
    /// Continue, more strongly than before.
    Onward,
    /// The time to come.
    Ahead,
    /// Tasks and directions by their name.
    Plan,
    /// The time under review.
    Behind,
    /// Done.
    Done,
    /// Achieved: the words of success.
    Success,
    /// Made so by somebody: `được triển khai`.
    Passive,
    /// As it stands now.
    Now,
    /// As a consequence.
    Hence,
    /// Verbs and adverbs that open a subjectless sentence.
    Imperative,
    /// The turn to what went wrong.
    Turn,
    /// What went wrong, said plainly.
    Fault,
    /// Weak signs of it.
    Lack,
    /// Causes.
    Cause,
    /// Offences of persons.
    Offence,
    /// Decisions on persons: discipline, appointment.
    Personnel,
    /// Prizes.
    Prize,
    /// Words under or beside a picture.
    Picture,
    /// How many belong to a body.
    Size,
    /// A life, a history, a definition.
    Background,
    /// Puts right, or talks over, the fault that it names: `khắc phục hạn chế`.
    Remedy,
    /// A purpose, when it opens the sentence: `Để hoàn thành …`.
    Aim,
    /// A verb that tells no role.
    Verb,
    /// The nouns of organised work, by which the genre is known.
    Work,
    /// A sanction that was imposed: `bị kỷ luật cảnh cáo`.
    Sanction,
    /// Says nothing; keeps a shorter phrase inside it from being found.
    Nothing,
}

impl Cue {
    /// Whether the phrase is or holds a verb, so that its sentence states something.
    pub(crate) const fn is_predicate(self) -> bool {
        !matches!(
            self,
            Self::Link
                | Self::Nothing
                | Self::Work
                | Self::Date
                | Self::Behind
                | Self::Ahead
                | Self::Plan
                | Self::Now
                | Self::Picture
                | Self::Prize
                | Self::Size
                | Self::Hence
                | Self::Aim
        )
    }

    /// Whether it belongs to the language of organised work.
    pub(crate) const fn is_work(self) -> bool {
        matches!(
            self,
            Self::Work
                | Self::Imperative
                | Self::Success
                | Self::Plan
                | Self::Onward
                | Self::Remedy
                | Self::Fault
                | Self::Request
                | Self::Offence
                | Self::Sanction
        )
    }
}

use Cue::*;

phrases! {
    /// The cues.
    CUES: Cue, stepping over ",“”\"'‘’", = &[
        (Link, &[
            "đồng thời", "bên cạnh đó", "đặc biệt", "đặc biệt là", "ngoài ra", "cùng với đó", "cùng đó",
            "trong đó", "trong khi đó", "theo đó", "cụ thể", "cụ thể là", "mặt khác", "trước hết", "riêng", "một là", "hai là",
            "ba là", "bốn là", "năm là", "sáu là", "bảy là", "thứ nhất", "thứ hai", "thứ ba", "thứ tư",
            "thứ năm", "nhất là", "đáng chú ý", "đáng lưu ý", "tiếp đó", "đó là",
            "song song",
        ]),
        (Date, &[
            "ngày #", "sáng ngày", "chiều ngày", "tối ngày", "sáng #", "chiều #", "tối #", "trưa #", "sáng nay", "sáng qua", "chiều qua", "tối qua",
            "chiều nay", "tối nay", "hôm nay", "hôm qua", "vừa qua", "mới đây", "cùng ngày", "trước đó",
            "sau đó", "chiều cùng ngày", "sáng cùng ngày", "tối cùng ngày", "vào sáng", "vào chiều",
            "năm # là năm đầu", "năm # là năm có ý nghĩa", "năm # là năm bản lề", "năm # là năm thứ", "năm # là năm cuối",
            "trong ngày #", "trong # ngày", "trong hai ngày", "trong các ngày", "trong buổi sáng",
            "vào hồi # giờ", "nhân dịp", "nhân kỷ niệm", "chào mừng", "trong khuôn khổ",
        ]),
        (Meeting, &[
            "tổ chức hội nghị", "tổ chức sơ kết", "tổ chức tổng kết", "tổ chức lễ", "tổ chức kiểm điểm",
            "tổ chức gặp mặt", "tổ chức đại hội", "tổ chức buổi", "tổ chức cuộc", "tổ chức kỷ niệm",
            "tổ chức họp", "tổ chức giao ban", "tổ chức phiên", "tổ chức trọng thể", "tổ chức khai mạc",
            "tổ chức trao", "tổ chức công bố", "khai mạc", "bế mạc", "diễn ra", "đã diễn ra", "họp phiên",
            "tổ chức kỳ họp", "hội nghị sơ kết", "hội nghị tổng kết", "hội nghị giao ban", "hội nghị kiểm điểm",
            "hội nghị triển khai", "buổi lễ", "mở hội nghị", "mở lớp", "tổ chức hội thảo", "tổ chức tọa đàm",
            "tổ chức lớp", "tiến hành đại hội", "tổ chức thành công hội nghị", "lễ công bố", "lễ phát động",
            "lễ kỷ niệm", "lễ trao", "họp báo", "ra mắt", "hội nghị trực tuyến", "tổ chức chương trình",
            "đã họp", "phiên họp", "hội nghị lần thứ", "kỳ họp thứ",
        ]),
        (Attendance, &[
            "tham dự", "dự hội nghị", "đến dự", "về dự", "tới dự", "cùng dự", "dự và", "dự lễ", "dự buổi",
            "dự đại hội", "dự họp", "chủ trì", "đồng chủ trì", "cùng đi", "về phía", "tham gia đoàn",
            "dự phiên", "có mặt", "về dự và chỉ đạo", "dự và chỉ đạo", "dự có", "tham gia hội nghị",
            "điều hành hội nghị", "điều hành phiên", "chủ tọa", "làm trưởng đoàn", "đã dự", "cùng tham dự", "cùng tham dự có",
            "tham dự có", "tham dự còn có", "đại biểu tham dự", "cùng chủ trì", "đã đến dự",
        ]),
        (Delegates, &[
            "đã có buổi", "có buổi", "đã có chuyến", "có chuyến", "đã có cuộc", "các đại biểu", "các ý kiến", "ý kiến phát biểu", "tham luận", "các tham luận", "nhiều ý kiến",
            "các đồng chí đại biểu", "hội nghị đã nghe", "hội nghị nghe",
            "hội nghị đã thảo luận", "hội nghị đã dành", "đại hội đã nghe",
            "hội nghị bàn", "hội nghị có ý nghĩa", "hội nghị nhằm", "hội nghị tập trung", "hội nghị cũng", "hội nghị cũng đã", "hội nghị đã triển khai", "hội nghị tán thành", "hội nghị đã tán thành", "hội nghị thống nhất", "hội nghị đã thống nhất", "hội nghị còn", "hội nghị đã thông qua", "hội nghị được nghe", "hội nghị đã được nghe", "hội nghị đã tiến hành", "đại hội đã thảo luận", "đại hội đã thông qua", "nhằm thảo luận",
            "là dịp", "hội nghị đã được quán triệt", "hội nghị được quán triệt",
            "hội nghị thảo luận", "hội nghị đã tập trung thảo luận",
        ]),
        (Debate, &[
            "thảo luận", "nghe báo cáo", "được nghe", "đã được nghe", "đã nghe", "trao đổi", "góp ý", "cho ý kiến",
            "đóng góp ý kiến", "tham gia ý kiến", "biểu quyết", "báo cáo tại", "trình bày", "kiến nghị đề xuất",
            "giải đáp", "đề xuất giải pháp", "thống nhất đánh giá", "làm rõ thêm", "chia sẻ kinh nghiệm",
            "tập trung thảo luận", "công bố", "quán triệt các nội dung", "truyền đạt", "giới thiệu", "xem xét",
            "thông qua", "đặt ra nhiều câu hỏi", "đặt câu hỏi", "nêu vấn đề", "bày tỏ lòng biết ơn", "gửi lời",
            "ôn lại", "tiếp thu những ý kiến", "trân trọng tiếp thu", "nêu nhiều vấn đề", "cũng nêu", "đề cập",
            "thông báo một số nét", "lắng nghe", "báo cáo kết quả", "đọc quyết định", "đọc tờ trình", "gợi mở", "chứng kiến", "cảm ơn",
        ]),
        (Visit, &[
            "đến thăm", "chúc mừng tân", "tặng hoa chúc mừng", "thăm và làm việc", "làm việc với", "gặp mặt", "dâng hương", "dâng hoa",
            "trồng cây lưu niệm", "tham quan", "chúc tết", "thắp hương", "tưởng niệm", "viếng", "trò chuyện",
            "gặp gỡ", "chụp ảnh", "thị sát", "tiếp xúc", "hội kiến", "hội đàm", "ký kết", "dẫn đầu đoàn",
            "thăm làm việc", "thăm", "tặng", "trao quà", "trao quyết định", "trao cờ", "trả lời báo chí",
            "bắt tay", "với các đại biểu", "cùng các đại biểu", "các đại biểu dự", "các đại biểu tham dự",
        ]),
        (Speech, &[
            "phát biểu chỉ đạo", "phát biểu kết luận", "phát biểu khai mạc", "phát biểu bế mạc",
            "kết luận hội nghị", "phát biểu chào mừng", "thay mặt", "phát biểu", "kết luận buổi làm việc",
            "bế mạc hội nghị", "kết luận tại",
        ]),
        (Saying, &[
            "cho biết", "khẳng định", "nhấn mạnh", "nhất trí với", "nêu rõ", "cho rằng", "chia sẻ", "cho hay", "bày tỏ",
            "đánh giá", "nói", "thông tin", "nhận định", "chỉ rõ", "phân tích rõ", "xác định", "trao đổi với",
            "theo ông", "theo bà", "theo đồng chí", "báo cáo với", "nêu bật", "trả lời", "lý giải", "nhận thấy",
            "kết luận", "được biết",
        ]),
        (Praise, &[
            "đánh giá cao", "ghi nhận", "biểu dương", "hoan nghênh", "chúc mừng", "khen ngợi",
            "nhiệt liệt", "vui mừng", "phấn khởi", "những kết quả đạt được",
            "kết quả đã đạt được", "thành tích xuất sắc",
        ]),
        (Request, &[
            "đề nghị", "yêu cầu", "kêu gọi", "nhắc nhở", "chỉ đạo các", "giao cho", "đồng thời đề nghị",
            "đồng thời yêu cầu", "cũng yêu cầu", "cũng đề nghị", "đồng thời chỉ đạo", "trân trọng đề nghị",
            "kính đề nghị", "quán triệt yêu cầu", "tập trung vào một số nội dung",
            "đề xuất các", "đề xuất với",
            "chỉ đạo huyện", "chỉ đạo ngành", "chỉ đạo sở", "chỉ đạo ubnd", "chỉ đạo lãnh đạo", "giao các", "giao sở", "giao ubnd", "giao bộ",
        ]),
        (Hope, &[
            "lưu ý", "mong muốn", "mong rằng", "gợi ý", "kiến nghị", "tin tưởng", "hy vọng",
            "bày tỏ tin tưởng", "đồng thời lưu ý", "cũng lưu ý",
            "gửi gắm", "bày tỏ mong muốn",
        ]),
        (Must, &[
            "cần", "phải", "còn phải", "hãy", "cần tiếp tục", "cần tập trung", "phải tiếp tục",
            "phải tập trung", "cần quan tâm", "cần chú trọng", "cần thực hiện", "cần tăng cường",
            "cần đẩy mạnh", "cần làm tốt", "cần nâng cao", "phải thực hiện", "phải gắn", "cần xác định",
            "cần chủ động", "phải chủ động", "đòi hỏi", "không được", "cần có", "phải có", "trước hết cần",
            "phải được", "cần được", "đặc biệt chú trọng", "cần nghiên cứu", "phải đặc biệt", "cần khắc phục",
            "sẽ xem xét", "sẽ có hình thức", "sẽ được xem xét", "sẽ căn cứ", "sẽ bị xử lý",
        ]),
        (Will, &[
            "sẽ", "dự kiến", "phấn đấu", "quyết tâm", "sẽ tiếp tục", "tiếp tục phấn đấu", "phấn đấu đạt",
            "phấn đấu hoàn thành", "nỗ lực phấn đấu", "sẽ tập trung", "xin hứa", "hứa sẽ",
            "khắc phục mọi khó khăn", "hoàn thành thắng lợi", "hoàn thành xuất sắc nhiệm vụ được",
            "đề ra mục tiêu", "đặt mục tiêu",
            "hoàn thành trước", "xong trước", "chậm nhất", "trước ngày #",
        ]),
        (Onward, &[
            "tiếp tục", "hơn nữa", "nhiều hơn nữa", "tốt hơn nữa", "tăng cường hơn nữa", "cao hơn nữa",
            "mạnh mẽ hơn nữa",
        ]),
        (Ahead, &[
            "mục tiêu đến", "thời gian tới", "trong thời gian tới", "# tháng cuối năm", "sáu tháng cuối năm",
            "những tháng cuối năm", "năm tới", "những năm tới", "trong những năm tới", "từ nay đến",
            "nhiệm kỳ tới", "quý tới", "tháng tới", "thời gian còn lại", "nhiệm kỳ còn lại",
            "trong # tháng cuối năm", "nửa nhiệm kỳ còn lại", "giai đoạn tới", "trong giai đoạn tới",
            "đến cuối năm", "trong nhiệm kỳ tới", "trong năm tới", "nửa cuối nhiệm kỳ", "sắp tới", "tới đây",
            "thời gian sắp tới", "những tháng còn lại", "các tháng còn lại", "tháng còn lại của năm",
        ]),
        (Plan, &[
            "nhiệm vụ trọng tâm", "phương hướng nhiệm vụ", "phương hướng", "nhiệm vụ # tháng cuối năm",
            "nhiệm vụ giải pháp", "nhiệm vụ trọng tâm là", "một số nhiệm vụ", "các nhiệm vụ trọng tâm",
            "đề ra các giải pháp", "giải pháp trọng tâm", "một số nội dung", "nhiệm vụ thời gian tới",
            "các giải pháp", "đề ra phương hướng", "đề ra nhiệm vụ", "nhiệm vụ sau", "nhiệm vụ cụ thể",
            "triển khai nhiệm vụ", "triển khai phương hướng", "nhiệm vụ đặt ra", "như sau", "các nội dung sau",
            "năm # tiếp tục", "mục tiêu được", "mục tiêu là",
        ]),
        (Behind, &[
            "thời gian qua", "trong thời gian qua", "# tháng đầu năm", "sáu tháng đầu năm",
            "trong # tháng đầu năm", "năm qua", "những năm qua", "trong những năm qua", "nhiều năm qua",
            "nhiệm kỳ qua", "trong nhiệm kỳ", "trong nửa đầu nhiệm kỳ", "nửa đầu nhiệm kỳ", "qua # năm",
            "sau # năm", "# năm qua", "# tháng qua", "trong # năm qua", "trong quý", "trong năm", "hằng năm",
            "hàng năm", "những năm gần đây", "trong năm qua", "trong # năm", "từ đầu năm đến nay",
            "từ đầu nhiệm kỳ đến nay", "so với cùng kỳ", "trong quá trình", "qua sơ kết", "qua tổng kết",
            "qua thực hiện", "nhìn lại", "từ năm #", "vừa qua các", "quý # năm #", "trước đây", "so với năm #",
            "năm trước", "cùng kỳ năm trước", "cùng kỳ năm #", "nhiều năm liền", "trung bình hằng năm",
            "về kết quả", "nhìn chung", "qua báo cáo", "nhờ",
        ]),
        (Done, &[
            "đã", "đã được", "vừa", "đều đã", "cũng đã", "đã có", "đã từng bước", "xong", "trồng được",
            "kết nạp được", "kết nạp mới", "kết nạp thêm", "kết nạp #", "ban hành #", "đã hoàn thành", "đã đạt", "đã đạt được", "đã góp phần", "đã giúp",
            "đã tạo", "xây dựng được",
            "đã hạn chế", "đã chỉ đạo", "đã giao các", "đã lãnh đạo chỉ đạo các", "đã tập trung chỉ đạo các", "đã kịp thời chỉ đạo các",
        ]),
        (Success, &[
            "đạt", "đạt được", "hoàn thành", "được nâng lên", "được nâng cao", "được cải thiện",
            "được giữ vững", "được củng cố", "được kiện toàn", "được tăng cường", "được đẩy mạnh",
            "được quan tâm", "được chú trọng", "được đổi mới", "được đảm bảo", "được bảo đảm", "được phát huy",
            "được chăm lo", "được mở rộng", "được duy trì", "được ổn định", "được thực hiện", "được triển khai",
            "được coi trọng", "được nhân dân", "tiếp tục được", "luôn được", "từng bước được", "ngày càng",
            "ngày càng được", "góp phần", "chuyển biến", "chuyển biến tích cực", "có nhiều chuyển biến",
            "có chuyển biến", "kết quả tích cực", "kết quả quan trọng", "nhiều kết quả",
            "nhiều kết quả tích cực", "đi vào nền nếp", "nền nếp", "có hiệu quả", "hiệu quả hơn",
            "vượt chỉ tiêu", "vượt kế hoạch", "vượt #", "tăng #", "giảm #", "tăng trưởng", "phát triển mạnh",
            "thành công", "thắng lợi", "thành tích", "thành tựu", "nhiều tiến bộ", "luôn", "luôn quan tâm",
            "thường xuyên quan tâm", "tạo sự đồng thuận", "tạo được", "xuất hiện nhiều", "nhiều mô hình",
            "vững mạnh trở lên", "trong sạch vững mạnh", "được công nhận", "ổn định", "đúng quy định",
            "kịp thời", "giúp cho", "giúp", "làm tốt", "chiếm # %", "# %", "trở thành", "nổi bật là", "nổi bật",
            "đáp ứng", "mang lại", "thu hút", "tăng lên", "cơ bản", "có những bước", "bước phát triển",
            "bước tiến", "có bước", "khả quan", "đáng mừng", "khởi sắc", "thấm sâu", "đi vào cuộc sống",
            "tin cậy", "lan tỏa", "rõ rệt", "chu đáo", "chặt chẽ", "bài bản", "đúng nguyên tắc", "đúng tiến độ", "phát huy hiệu quả",
        ]),
        (Passive, &["được"]),
        (Now, &[
            "hiện nay", "đến nay", "tính đến", "đến thời điểm hiện tại", "cho đến nay", "đến thời điểm này",
            "đến hết", "đến tháng #", "hiện toàn", "hiện đang",
        ]),
        (Hence, &[
            "qua đó", "nhờ đó", "từ đó", "nhờ vậy", "do đó", "vì vậy", "do vậy", "vì thế", "bởi vậy",
            "chính vì vậy", "trên cơ sở đó", "chính vì thế", "có như vậy", "có được kết quả",
        ]),
        (Imperative, &[
            "khẩn trương", "tuyệt đối", "kiên quyết", "nghiêm túc", "phối hợp chặt chẽ",
            "tăng cường", "nâng cao", "đẩy mạnh", "chú trọng",
            "thực hiện có hiệu quả", "thực hiện hiệu quả", "thực hiện", "triển khai",
            "triển khai có hiệu quả", "triển khai thực hiện", "tập trung", "chủ động", "tích cực", "quan tâm",
            "phát huy", "xây dựng", "rà soát", "coi trọng", "tham mưu", "tổ chức", "quyết liệt",
            "chỉ đạo", "lãnh đạo", "đổi mới", "củng cố", "kiện toàn", "phối hợp", "thường xuyên", "bảo đảm",
            "đảm bảo", "phát triển", "nắm chắc", "giữ vững", "kiểm tra", "giám sát", "phân công", "vận động",
            "tuyên truyền", "bồi dưỡng", "đào tạo", "sắp xếp", "hướng dẫn", "đôn đốc", "chấp hành",
            "quán triệt", "nghiên cứu", "kết hợp", "huy động", "chăm lo", "tiến hành", "nêu cao", "mở rộng",
            "chuẩn bị", "làm cho", "hoàn thiện", "quản lý", "thực hành", "học tập", "sửa đổi",
            "bổ sung", "thúc đẩy", "đề cao", "tạo điều kiện", "khuyến khích", "động viên", "quy hoạch",
            "cải cách", "nhân rộng", "cụ thể hóa", "làm tốt công tác",
            "thực hiện chặt chẽ", "kịp thời nắm bắt", "bám sát", "bảo vệ", "trồng", "tham gia", "duy trì", "không ngừng",
            "chủ trì phối hợp",
        ]),
        (Turn, &[
            "tuy nhiên", "tuy vậy", "dù vậy", "mặc dù", "song", "thế nhưng", "bên cạnh những kết quả",
            "bên cạnh kết quả", "bên cạnh những kết quả đạt được", "bên cạnh những thành tích",
            "bên cạnh những thành tựu", "bên cạnh những ưu điểm", "nhưng",
            "một số hạn chế", "vẫn còn", "còn một số", "còn những hạn chế", "còn có những", "còn tồn tại",
            "còn có tình trạng", "vậy mà", "dẫu vậy", "bên cạnh kết quả đạt được", "cũng còn",
            "còn bộc lộ",
        ]),
        (Fault, &[
            "chỉ ra những mặt", "chỉ ra những tồn tại", "chỉ ra những hạn chế", "chỉ ra một số tồn tại", "chỉ ra một số hạn chế", "chỉ rõ những tồn tại",
            "chỉ rõ những hạn chế", "thấp hơn chỉ tiêu", "thấp hơn kế hoạch", "chỉ đạt #", "chưa hoàn thành", "quá hạn", "trễ hạn", "không chấp hành", "sai quy trình", "thất thoát", "hạn chế", "còn hạn chế", "yếu kém", "tồn tại", "còn chậm", "chậm trễ", "bất cập", "lúng túng",
            "còn lúng túng", "nể nang", "buông lỏng", "chưa cao", "chưa đạt", "chưa tốt", "chưa thường xuyên",
            "chưa kịp thời", "chưa thực sự", "chưa thật sự", "chưa nghiêm", "chưa chặt chẽ", "chưa sâu",
            "chưa đồng bộ", "chưa quyết liệt", "chưa đầy đủ", "chưa đúng", "chưa đáp ứng", "chưa hiệu quả",
            "chưa rõ", "chưa quan tâm", "chưa đều", "chưa phát huy", "chưa tương xứng", "chưa sát", "chưa mạnh",
            "chưa chủ động", "chưa thực hiện", "chưa được", "chưa coi trọng", "hiệu quả chưa cao",
            "chất lượng chưa cao", "còn thấp", "còn ít", "còn yếu", "còn thiếu", "còn hình thức",
            "còn nhiều hạn chế", "còn gặp", "còn gặp nhiều khó khăn", "còn nhiều khó khăn", "còn bị động",
            "còn nặng", "còn mang tính", "còn để xảy ra", "còn lỏng lẻo", "còn tình trạng", "còn biểu hiện",
            "không kịp thời", "không đạt", "chưa chuyển biến", "chậm được", "chậm đổi mới", "thiếu chủ động",
            "thiếu quyết liệt", "thiếu kiểm tra", "thiếu giám sát", "sơ sài", "qua loa", "xem nhẹ", "suy giảm",
            "giảm sút", "trì trệ", "quan liêu", "hách dịch", "sách nhiễu", "gây phiền hà", "né tránh",
            "đùn đẩy", "chung chung", "bao che", "những hạn chế", "không bảo đảm", "không đúng", "sai quy định",
            "không tích cực", "còn khó khăn", "còn tiềm ẩn", "khâu yếu", "còn nhiều vấn đề", "đáng tiếc",
            "chạy theo thành tích", "còn bất cập", "chưa bền vững",
            "thiếu sâu sát", "chỉ trích", "gây bức xúc", "gây khó khăn", "gây lãng phí", "gây dư luận không tốt", "dư luận không tốt", "thiếu nghiêm túc", "còn sơ hở", "chưa nhiều", "thiếu thống nhất", "còn lãng phí", "còn chồng chéo", "tự phát",
            "thiếu hiệu quả", "cầm chừng", "tai tiếng", "chưa chuyên nghiệp", "tồn đọng", "chưa hợp lý", "thiếu gương mẫu", "thiếu chặt chẽ", "thiếu đồng bộ", "không thường xuyên",
            "khó khăn nhất", "khó khăn lớn nhất", "vướng mắc lớn nhất", "bộc lộ nhiều", "còn bộc lộ nhiều",
            "còn rất chậm", "rất chậm", "quá chậm",
        ]),
        (Lack, &[
            "chỉ đạt", "chưa", "thiếu", "chậm", "khó khăn", "vướng mắc", "một số nơi", "một số chi bộ", "một số đơn vị",
            "một số cấp ủy", "một bộ phận", "có nơi", "có lúc", "từng lúc", "thiệt hại", "nghiêm trọng",
            "phức tạp", "bị", "một số địa phương", "một số cán bộ", "chưa có", "nhiều nơi", "ô nhiễm",
            "hậu quả", "vẫn chưa", "rất ít", "đã phải",
        ]),
        (Cause, &[
            "nguyên nhân", "là do", "một phần do", "chủ yếu do", "dẫn đến", "dẫn tới", "nguyên nhân là",
        ]),
        (Offence, &[
            "đã có vi phạm", "có nhiều vi phạm", "đã có nhiều vi phạm", "đã có sai phạm", "đã có nhiều sai phạm",
            "vi phạm", "sai phạm", "không hợp pháp", "bất hợp pháp", "không đúng sự thật", "cửa quyền", "khuyết điểm", "dấu hiệu vi phạm", "những vi phạm", "tham ô", "nhận hối lộ",
            "đánh bài", "sai phép", "trái quy định", "trái phép", "thiếu trách nhiệm", "tố cáo", "tiêu cực",
            "lợi dụng", "thiếu tu dưỡng", "ảnh hưởng đến uy tín", "khởi tố", "chiếm giữ", "sử dụng bằng",
            "bằng giả", "gian dối", "ảnh hưởng xấu", "ảnh hưởng nghiêm trọng", "lừa đảo", "đánh bạc", "hành vi",
            "đánh nhau", "quan hệ bất chính", "sai trái", "bất chính", "thất thiệt", "kê khai không trung thực",
            "không trung thực",
            "làm khó", "gây khó dễ", "là sai", "đe dọa", "gây thương tích", "xô xát", "hành hung", "làm giả", "đánh bài ăn tiền", "ăn tiền", "gây rối", "náo loạn",
        ]),
        (Personnel, &[
            "hình thức xử lý", "thôi nhiệm vụ", "kỷ luật", "thi hành kỷ luật", "cảnh cáo", "khiển trách", "cách chức", "khai trừ", "bổ nhiệm",
            "điều động", "được chỉ định", "chỉ định", "luân chuyển", "phân công giữ chức", "giữ chức",
            "được bầu", "đã bầu", "miễn nhiệm", "thôi giữ chức", "cho thôi", "xử lý kỷ luật",
            "hình thức kỷ luật", "bầu bổ sung", "phê chuẩn", "xử lý nghiêm", "bầu làm",
            "bổ nhiệm làm", "điều chuyển", "hạ bậc",
            "tạm đình chỉ", "đình chỉ công tác",
        ]),
        (Prize, &[
            "bằng khen", "giấy khen", "huân chương", "huy hiệu", "cờ thi đua", "trao tặng", "được tặng",
            "khen thưởng", "tuyên dương", "tặng thưởng", "vinh dự", "danh hiệu", "được trao",
        ]),
        (Picture, &[
            "ảnh", "toàn cảnh", "quang cảnh", "trong ảnh", "một góc", "trụ sở", "các đại biểu tham dự hội nghị",
            "các đại biểu dự hội nghị", "các đại biểu tại hội nghị", "đại biểu dự hội nghị",
            "đại biểu tham dự hội nghị",
        ]),
        (Size, &[
            "gồm", "trực thuộc", "hiện có", "hiện quản lý", "bao gồm", "có # đảng viên", "có # chi bộ",
            "với # đảng viên", "gồm có", "trong đó có #", "tổ chức cơ sở đảng trực thuộc", "sinh hoạt tại",
        ]),
        (Background, &[
            "sinh năm", "trải qua nhiều cương vị", "giữ các chức vụ", "đã về hưu", "đã có quá trình", "có # năm làm", "quê quán", "đảm nhiệm", "là một trong những", "tiền thân", "được thành lập",
            "thành lập năm", "có vị trí", "nằm ở", "nằm về", "truyền thống", "ý nghĩa", "là tỉnh", "là xã",
            "là năm", "lịch sử", "khởi công", "là sự kiện", "theo quy định", "quy định", "chúng ta", "chúng tôi",
            "bác hồ", "vai trò", "nhằm mục đích", "trình độ", "từng", "đã từng", "kháng chiến",
            "cách đây # năm", "dựng nước", "đế quốc", "thực dân", "mục tiêu của dự án", "tổng mức đầu tư",
            "chủ đầu tư", "quê ở", "thương binh", "tuổi đời", "là người con", "nguyên là", "sinh ra", "thời kỳ",
            "tiềm năng", "lợi thế", "tài nguyên", "diện tích", "điều kiện tự nhiên", "khái quát", "hình tượng",
            "âm hưởng",
            "như đã thông tin", "như chúng tôi đã thông tin", "như đã đưa tin", "như đã phản ánh", "liên quan đến bài viết",
            "từ năm # đến năm #", "từ tháng # đến tháng #", "từng là", "từng làm", "từng bị", "từng tham gia",
        ]),
        (Remedy, &[
            "khắc phục", "ngăn chặn", "đẩy lùi", "xử lý", "đấu tranh", "tháo gỡ", "giải quyết", "sửa chữa",
            "làm rõ", "chỉ ra", "nêu lên", "phân tích", "hạn chế tình trạng", "chống", "giải quyết kịp thời",
            "xóa", "rút kinh nghiệm", "vượt qua", "không để", "giảm thiểu", "chấn chỉnh", "nhìn nhận",
            "đánh giá đúng", "kiểm tra phát hiện", "phát hiện và xử lý", "phòng", "vượt", "chia sẻ với",
            "hỗ trợ", "giúp đỡ",
        ]),
        (Aim, &["để", "nhằm", "với mục tiêu", "muốn"]),
        (Work, &[
            "công tác", "nhiệm vụ", "chất lượng", "hiệu quả", "kế hoạch", "nghị quyết", "chỉ thị", "phong trào",
            "chương trình", "mô hình", "chỉ tiêu", "cấp ủy", "chi bộ", "đảng viên", "chính quyền", "đoàn thể",
            "hội viên", "đoàn viên", "quần chúng", "nội dung", "phương thức", "biện pháp", "giải pháp",
            "chủ trương", "chính sách", "mục tiêu", "cơ quan đơn vị", "địa phương đơn vị", "hoạt động",
            "đội ngũ cán bộ", "cuộc vận động", "lĩnh vực", "cơ sở đảng", "nguồn lực", "tiêu chí",
            "khi có dấu hiệu vi phạm", "kiểm tra dấu hiệu vi phạm", "thi hành kỷ luật trong đảng",
            "thi hành kỷ luật đảng", "thi hành kỷ luật của đảng", "giám sát và thi hành kỷ luật", "giám sát thi hành kỷ luật",
        ]),
        (Verb, &[
            "tăng", "giảm", "có", "là", "đến", "cho", "thuộc", "nằm", "tạo", "gặp", "về", "ra", "vào", "diễn",
            "lấy", "nhận", "đi", "học", "mở", "bắt đầu", "làm", "đưa", "gắn", "nắm", "biết", "thấy", "xảy ra",
            "cùng", "bằng", "qua", "chỉ đạo tổ chức",
        ]),
        (Sanction, &[
            "đã phát hiện #", "bị kỷ luật", "bị cách chức", "bị khai trừ", "bị khiển trách", "bị cảnh cáo", "đã kỷ luật", "vừa kỷ luật",
            "thi hành kỷ luật khiển trách", "thi hành kỷ luật cảnh cáo", "thi hành kỷ luật cách chức",
            "kỷ luật khiển trách", "kỷ luật cảnh cáo", "nhất trí kỷ luật", "bị kỷ luật khiển trách",
            "bị kỷ luật cảnh cáo", "đã bị kỷ luật", "đã bị cách chức", "quyết định cách", "quyết định kỷ luật",
            "vừa thi hành kỷ luật", "đã thi hành kỷ luật", "quyết định thi hành kỷ luật", "bỏ phiếu kín", "các quyết định xử lý kỷ luật", "quyết định xử lý kỷ luật",
            "các quyết định thi hành kỷ luật", "cách hết các chức vụ",
            "đưa ra hình thức kỷ luật", "thống nhất hình thức kỷ luật", "bị xử lý kỷ luật",
        ]),
        (Nothing, &[
            "phải thu", "vụ việc phải giải quyết", "không phải", "cần cù", "cần thiết", "nói riêng", "nói chung", "nói đi đôi với làm", "ban tổ chức",
            "ban chỉ đạo", "tổ chức cơ sở đảng", "tổ chức đảng", "các tổ chức", "tổ chức chính trị",
            "tổ chức quần chúng", "ủy ban kiểm tra", "bộ xây dựng", "thông tin và truyền thông",
            "thông tin truyền thông", "hội đồng thi đua khen thưởng", "thi đua khen thưởng",
            "phát triển nông thôn", "tổ chức đoàn thể", "phải chăng", "vừa và nhỏ", "đúng đắn", "thể hiện",
            "cán bộ tổ chức", "vùng khó khăn", "hoàn cảnh khó khăn", "ban tuyên giáo", "tòa án", "đã qua",
            "chất lượng tổ chức", "công tác tổ chức", "viện kiểm sát", "thông tin tuyên truyền",
            "nghị quyết đại hội", "ủy viên", "yêu cầu về", "đảm bảo yêu cầu", "bảo đảm yêu cầu",
            "đáp ứng yêu cầu", "nhấn mạnh yêu cầu", "so yêu cầu", "theo yêu cầu", "yêu cầu nhiệm vụ",
            "đề nghị công nhận", "được đề nghị", "đơn đề nghị", "hiện đại", "biểu hiện", "xuất hiện", "phát hiện", "còn lại",
            "phải gương mẫu", "không chỉ", "kết quả thực hiện", "các đề xuất kiến nghị", "đề xuất kiến nghị",
            "kiến nghị của", "đề nghị của", "yêu cầu của", "tin tưởng tuyệt đối", "yêu cầu mới",
            "phải gánh chịu", "tâm tư nguyện vọng",
            "đã đến lúc", "nội dung cơ bản", "vấn đề cơ bản", "nét cơ bản", "xây dựng cơ bản", "thi đua - khen thưởng", "nhằm hạn chế",
            "công nghệ thông tin",
            "hậu cần", "cần thơ", "cần giuộc", "cần đước", "cần giờ", "chuyên cần", "bên phải", "tay phải", "mắc phải", "vấp phải", "gặp phải", "lẽ phải", "vừa phải", "thiết bị", "trang bị", "dự bị", "thiếu tướng", "thiếu tá", "thiếu úy", "thiếu nhi", "thiếu niên", "thanh thiếu nhi", "thanh thiếu niên", "song phương", "song hành", "các kiến nghị", "những kiến nghị", "giải quyết kiến nghị", "ý kiến kiến nghị", "phản ánh kiến nghị", "kiến nghị phản ánh", "kiến nghị cử tri", "khiếu nại kiến nghị", "các yêu cầu", "những yêu cầu", "mục đích yêu cầu", "yêu cầu đề ra", "yêu cầu đặt ra", "do yêu cầu", "xuất phát từ yêu cầu", "yêu cầu cao", "yêu cầu công tác", "đáp ứng tốt yêu cầu", "đáp ứng các yêu cầu", "hồ sơ đề nghị", "tờ trình đề nghị", "phòng ban", "phòng nội vụ", "phòng giáo dục", "phòng tài chính", "thăm dò",
            "chuyến thăm", "lời thăm hỏi",
        ]),
    ];
}

phrases! {
    /// How headings inside the body begin, with the role of what stands under them; `Other` where they tell none.
    SECTIONS: Role, stepping over ",", = &[
        (Role::Result, &[
            "kết quả", "những kết quả", "một số kết quả", "ưu điểm", "những ưu điểm", "tình hình thực hiện",
            "đánh giá kết quả", "kết quả thực hiện", "thành tích",
        ]),
        (Role::Shortcoming, &[
            "tồn tại", "những tồn tại", "một số tồn tại", "hạn chế", "những hạn chế", "một số hạn chế", "khuyết điểm",
            "những khuyết điểm", "nguyên nhân", "khó khăn", "những khó khăn", "yếu kém", "về hạn chế", "về tồn tại",
        ]),
        (Role::Task, &[
            "nhiệm vụ", "phương hướng", "mục tiêu", "giải pháp", "một số nhiệm vụ", "các nhiệm vụ", "những nhiệm vụ",
            "các giải pháp", "một số giải pháp", "nhiệm vụ trọng tâm", "chỉ tiêu", "về nhiệm vụ", "kiến nghị",
        ]),
        (Role::Other, &["công tác", "về công tác", "đánh giá chung", "lĩnh vực", "bài học kinh nghiệm"]),
    ];
}
