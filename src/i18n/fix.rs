//! Words for correcting what was read of a report.

use crate::address::Lang;

catalogue! { fix;
    title: "Sửa dữ kiện", "Correct the facts";
    hint: "Chọn một dữ kiện hay một câu, hoặc bôi đen một đoạn chữ, rồi sửa ở đây. Bản gốc không bị đổi; mọi sửa đổi nằm riêng trong trình duyệt này.",
        "Choose a fact or a sentence, or select words of the text, then correct it here. The text itself stays as it is; corrections are kept apart, in this browser.";
    wrong: "Sai, bỏ đi", "Wrong, remove";
    wrong_here: "Chỉ sai ở chỗ này", "Wrong here only";
    change: "Đổi", "Change";
    change_done: "Ghi thay đổi", "Save changes";
    names: "Tên này là của ai?", "Whose name is this?";
    same: "Là một với", "The same as";
    same_do: "Là một", "They are one";
    apart: "Không phải là", "Not the one in";
    apart_do: "Là khác", "They are two";
    apart_here: "Ở đây là tên khác", "Here it is another";
    choose: "(chọn)", "(choose)";
    guess: "(tự đoán)", "(guess)";
    none: "(không có)", "(none)";
    add: "Thêm dữ kiện bị sót", "Add a missing fact";
    add_words: "Đúng như chữ trong bài", "The words as they stand in the text";
    add_kind: "Là", "It is";
    add_do: "Thêm", "Add";
    not_found: "Không thấy đoạn chữ này trong bài.", "These words are not in the text.";
    lines: "Loại của từng dòng", "What each line is";
    about: "Ngày và tiêu đề của báo cáo", "The report's date and title";
    mine: "Đã sửa trong báo cáo này", "Corrected in this report";
    all: "Dữ kiện đã sửa", "Corrected facts";
    none_yet: "Chưa sửa dữ kiện nào. Mở một báo cáo rồi chọn “Sửa dữ kiện”.", "Nothing is corrected yet. Open a report and choose “Correct the facts”.";
    undo: "Bỏ sửa đổi này", "Undo";
    failed: "Không mở được bộ đọc nên chưa áp dụng được các sửa đổi.", "The reader could not be opened, so the corrections are not applied.";
    corrected: "đã sửa", "corrected";
    sentence: "câu", "sentence";
    a_report: "báo cáo", "report";
    strange: "Dòng lạ", "Strange line";
}

impl Lang {
    /// What a correction did.
    pub fn deed(self, deed: &str) -> &'static str {
        match deed {
            "block" => self.pick("loại dòng", "kind of line"),
            "remove" => self.pick("bỏ", "removed"),
            "unmention" => self.pick("bỏ ở đây", "removed here"),
            "set" => self.pick("đổi", "changed"),
            "add" => self.pick("thêm", "added"),
            "same" => self.pick("là một với", "the same as"),
            "apart" => self.pick("khác với", "not the same as"),
            _ => self.fix().strange,
        }
    }

    /// Why a correction does not hold; nothing of one that does, but for what there is to know.
    pub fn outcome(self, outcome: &str) -> Option<&'static str> {
        Some(match outcome {
            "applied" => return None,
            "moved" => {
                self.pick("đoạn chữ đã dời chỗ, vẫn áp dụng", "its words moved; it is applied where they are now")
            }
            "idle" => self.pick("báo cáo nay đã đúng như vậy", "the report says so by itself now"),
            "missing" => self
                .pick("không còn khớp: ở đó không có dữ kiện này nữa", "no longer fits: there is no such fact there"),
            "bad" => self.pick("giá trị không hợp lệ", "not a valid value"),
            "gone" => self
                .pick("không còn khớp: đoạn chữ không còn trong bài", "no longer fits: its words are not in the text"),
            "absent" => self.pick("báo cáo không có trong kho đang xem", "its report is not in the corpus shown"),
            _ => self.pick("không đọc được dòng này", "this line cannot be read"),
        })
    }

    /// A field of a fact.
    pub fn field(self, key: &str) -> &'static str {
        match key {
            "name" => self.pick("Tên", "Name"),
            "positions" => self.pick("Chức vụ (cách nhau bằng ;)", "Posts (with ; between)"),
            "acts" => self.pick("Việc làm tại cuộc họp", "What they did there"),
            "kind" => self.pick("Loại", "Kind"),
            "level" => self.pick("Cấp", "Level"),
            "number" => self.pick("Số hiệu", "Number"),
            "issuer" => self.pick("Nơi ban hành", "Issued by"),
            "date" => self.pick("Ngày (2018-07-01)", "Date (2018-07-01)"),
            "topic" => self.pick("Về việc", "About"),
            "value" => self.pick("Giá trị", "Value"),
            "value_max" => self.pick("Đến", "Up to"),
            "unit" => self.pick("Đơn vị", "Unit"),
            "comparator" => self.pick("So sánh", "Compared"),
            "subject" => self.pick("Của cái gì", "Of what"),
            "action" => self.pick("Việc", "Action"),
            "role" => self.pick("Vai trò", "Role"),
            "areas" => self.pick("Lĩnh vực", "Areas"),
            "period" => self.pick("Kỳ (2018-01-01/2018-12-31)", "Period (2018-01-01/2018-12-31)"),
            "start" => self.pick("Từ ngày", "From"),
            "end" => self.pick("Đến ngày", "To"),
            "code" => self.pick("Mã tỉnh", "Code of the province"),
            "place" => self.pick("Nơi họp", "Place"),
            "organiser" => self.pick("Nơi tổ chức", "Organiser"),
            "main" => self.pick("Là cuộc họp chính của báo cáo", "The report is about it"),
            "title" => self.pick("Tiêu đề", "Title"),
            "publisher" => self.pick("Báo", "Publisher"),
            "published" => self.pick("Ngày đăng (2018-07-01)", "Published (2018-07-01)"),
            "byline" => self.pick("Người viết", "Byline"),
            _ => self.pick("Khác", "Other"),
        }
    }

    /// What a line of the page is.
    pub fn line_kind(self, kind: soi::report::BlockKind) -> &'static str {
        use soi::report::BlockKind;
        match kind {
            BlockKind::Title => self.pick("Tiêu đề", "Headline"),
            BlockKind::Section => self.pick("Chuyên mục", "Section"),
            BlockKind::Dateline => self.pick("Ngày đăng", "Date line"),
            BlockKind::Lede => self.pick("Sa-pô", "Lede"),
            BlockKind::Paragraph => self.pick("Đoạn văn", "Paragraph"),
            BlockKind::Caption => self.pick("Chú thích ảnh", "Caption"),
            BlockKind::Byline => self.pick("Ký tên", "Byline"),
            BlockKind::Chrome => self.pick("Phần của trang web", "The site's own"),
            BlockKind::Repeat => self.pick("Lặp lại", "Repeated"),
        }
    }

    /// `Đã sửa 3 chỗ` beside the card's name.
    pub fn corrections(self, count: usize) -> String {
        self.counted(count, "sửa đổi", "correction", "corrections")
    }
}
