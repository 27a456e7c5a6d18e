//! Words of the view of measures.

use soi::report::Comparator;

use crate::address::Lang;

catalogue! { measures;
    title: "Bảng số liệu", "Table of measures";
    hint: "Chọn tiêu đề cột để sắp xếp. Lọc theo số:", "Choose a heading to sort. Filter by number:";
    hint_open: "hoặc tìm “số liệu:>=90%”.", "or search “measure:>=90%”.";
    comparable: "Số liệu so sánh được", "Comparable measures";
    comparable_hint: "Mỗi dòng là một đối tượng và một đơn vị có từ hai số liệu; chọn dòng để xem từng số. Tỷ lệ phần trăm trên trục 0–100, các số khác mỗi dòng một thang.",
        "Each line is one subject in one unit with two measures or more; choose it to see each. Percentages on an axis from 0 to 100, other lines each on a scale of its own.";
    readings_hint: "Mỗi dòng là một số liệu; chọn để đọc câu của nó.",
        "Each line is one measure; choose it to read its sentence.";
    pairs: "Chỉ tiêu và kết quả", "Targets against results";
    pairs_hint: "Theo tổ chức và kỳ.", "By body and period.";
    legend_result: "kết quả", "result";
    legend_target: "chỉ tiêu", "target";
    legend_size: "quy mô", "size";
    legend_open: "trên, trở lên", "above, at least";
    legend_range: "khoảng từ – đến", "range";
    count: "Số lần", "Measures";
    least: "Nhỏ nhất", "Smallest";
    most: "Lớn nhất", "Largest";
    value: "Giá trị", "Value";
    comparator: "So sánh", "Comparator";
    unit: "Đơn vị", "Unit";
    subject: "Đối tượng", "Subject";
    action: "Việc", "Action";
    role: "Vai", "Role";
    period: "Kỳ", "Period";
    body: "Tổ chức", "Body";
    report: "Báo cáo", "Report";
    date: "Ngày", "Date";
    exactly: "=", "=";
    above: "trên", "above";
    at_least: "ít nhất", "at least";
    below: "dưới", "below";
    at_most: "không quá", "at most";
    about: "khoảng", "about";
}

impl Lang {
    /// How a measure stands to its value.
    pub const fn comparator(self, comparator: Comparator) -> &'static str {
        let words = self.measures();
        match comparator {
            Comparator::Equal => words.exactly,
            Comparator::Greater => words.above,
            Comparator::AtLeast => words.at_least,
            Comparator::Less => words.below,
            Comparator::AtMost => words.at_most,
            Comparator::About => words.about,
        }
    }
}
