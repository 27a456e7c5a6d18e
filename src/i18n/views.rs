//! Names of the views and what each is for, for the bar, the headings and the window's title.

use crate::address::{Lang, View};

impl Lang {
    /// Its name in the bar and above the page.
    pub const fn view(self, view: View) -> &'static str {
        let (vi, en) = match view {
            View::Reports => ("Báo cáo", "Reports"),
            View::Report => ("Một báo cáo", "One report"),
            View::Overview => ("Tổng quan", "Overview"),
            View::Sheet => ("Phiếu tổng hợp", "Review sheet"),
            View::Statements => ("Nhận định", "Statements"),
            View::Measures => ("Số liệu", "Measures"),
            View::Directives => ("Văn bản", "Directives"),
            View::People => ("Nhân sự", "People"),
            View::Bodies => ("Tổ chức", "Bodies"),
            View::Time => ("Thời gian", "Time"),
            View::Map => ("Bản đồ", "Map"),
            View::Concordance => ("Ngữ cảnh", "Concordance"),
            View::Words => ("Từ ngữ", "Words"),
            View::Compare => ("So sánh", "Compare"),
            View::Network => ("Mạng lưới", "Network"),
            View::Saved => ("Đã lưu", "Saved"),
            View::Open => ("Mở tài liệu", "Open documents"),
        };
        self.pick(vi, en)
    }

    /// One sentence on what it shows, under its name; empty where the page speaks for itself.
    pub const fn view_intro(self, view: View) -> &'static str {
        let (vi, en) = match view {
            View::Reports | View::Report | View::Open => ("", ""),
            View::Overview => (
                "Các báo cáo đang chọn trong một trang; mỗi vạch, thanh, ô là một bộ lọc hoặc dẫn về câu gốc.",
                "The reports shown on one page; every mark, bar and cell filters or leads to its sentences.",
            ),
            View::Sheet => (
                "Mỗi báo cáo như bộ máy mà nó mô tả: kết quả, hạn chế, nhiệm vụ, chỉ tiêu và văn bản theo từng mặt công tác.",
                "Each report as the machine it describes: results, shortcomings, tasks, targets and directives by area of work.",
            ),
            View::Statements => (
                "Các câu theo vai và mặt công tác; chọn một ô để đọc các câu của ô đó.",
                "Sentences by role and area of work; choose a cell to read its sentences.",
            ),
            View::Measures => (
                "Mọi con số nêu kết quả, chỉ tiêu hoặc quy mô, mỗi số dẫn về câu của nó.",
                "Every number that states a result, a target or a size; each leads to its sentence.",
            ),
            View::Directives => (
                "Các văn bản được viện dẫn: ai viện dẫn, khi nào, trong câu nào.",
                "The instruments cited: by whom, when, in which sentence.",
            ),
            View::People => (
                "Những người được nêu tên, chức vụ theo thời gian và việc họ làm tại các cuộc họp.",
                "The people named, their posts over time, and what they did at the meetings.",
            ),
            View::Bodies => (
                "Các tổ chức được nêu tên và vị trí trong hệ thống.",
                "The bodies named, and where they stand in the hierarchy.",
            ),
            View::Time => (
                "Ngày đăng, cuộc họp, kỳ được xem xét và nhiệm kỳ trên một trục; mốc không rõ ngày là một khoảng.",
                "Publications, meetings, periods reviewed and terms on one axis; an imprecise date is a span.",
            ),
            View::Map => (
                "Các tỉnh, thành phố được nêu trong báo cáo, theo đơn vị hành chính cũ hoặc từ 1‑7‑2025.",
                "The provinces named in the reports, as they were or as of 1 July 2025.",
            ),
            View::Concordance => (
                "Mọi chỗ có từ đang tìm, trong ngữ cảnh trái và phải.",
                "Every place of the searched words, in its left and right context.",
            ),
            View::Words => (
                "Tần suất, cụm từ, từ đi cùng và từ khóa của các báo cáo đang chọn so với phần còn lại.",
                "Frequencies, n-grams, collocates, and the keywords of the reports shown against the rest.",
            ),
            View::Compare => (
                "Hai báo cáo hoặc hai tập báo cáo cạnh nhau theo mặt công tác: phần lặp lại, phần mới, con số thay đổi.",
                "Two reports, or two sets, side by side by area of work: what was carried over, what is new, which numbers changed.",
            ),
            View::Network => (
                "Người, tổ chức, văn bản được nêu cùng nhau trong một câu.",
                "People, bodies and directives named together in one sentence.",
            ),
            View::Saved => {
                ("Góc nhìn và ghi chú đã lưu trong trình duyệt này.", "Views and notes kept in this browser.")
            }
        };
        self.pick(vi, en)
    }

    /// A way to show a view, of [`View::modes`]; empty for one that it does not have.
    pub const fn mode(self, view: View, mode: &str) -> &'static str {
        let (vi, en) = match (view, mode.as_bytes()) {
            (View::Sheet, b"body") => ("Theo tổ chức", "By body"),
            (View::Sheet, b"kind") => ("Theo loại cuộc họp", "By kind of meeting"),
            (View::Words, b"frequency") => ("Tần suất", "Frequencies"),
            (View::Words, b"ngrams") => ("Cụm từ", "N-grams"),
            (View::Words, b"collocates") => ("Từ đi cùng", "Collocates"),
            (View::Words, b"keyness") => ("Từ khóa", "Keywords"),
            (View::Network, b"all") => ("Tất cả", "Everything"),
            (View::Network, b"people") => ("Người", "People"),
            (View::Network, b"bodies") => ("Tổ chức", "Bodies"),
            (View::Network, b"directives") => ("Văn bản và tổ chức", "Directives and bodies"),
            (View::Network, b"meetings") => ("Cuộc họp", "Meetings"),
            (View::Map, b"before") => ("63 tỉnh, thành", "63 provinces"),
            (View::Map, b"after") => ("34 tỉnh, thành (từ 1‑7‑2025)", "34 provinces (from 1 July 2025)"),
            _ => ("", ""),
        };
        self.pick(vi, en)
    }
}
