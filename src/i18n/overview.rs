//! Words of the overview.

catalogue! { overview;
    count: "Đang chọn", "Shown";
    total: "Cả kho", "Whole corpus";
    whole: "Toàn bộ kho báo cáo.", "The whole corpus.";
    changed: "Thanh đậm là các báo cáo đang chọn, thanh nhạt là cả kho.",
        "Full bars are the reports shown, faint bars the whole corpus.";
    years: "Báo cáo theo năm", "Reports by year";
    years_hint_columns: "Mỗi cột đếm báo cáo của một năm; chọn cột để lọc.", "Each column counts the reports of a year; choose one to filter.";
    years_hint: "Mỗi chấm là một báo cáo, rộng bằng độ chính xác của ngày; chọn chấm hoặc năm để lọc.",
        "Each dot is a report, as wide as its date is imprecise; a dot or a year filters.";
    kinds: "Dữ kiện theo loại", "Facts by kind";
    kind: "Loại", "Kind";
    matrix: "Câu theo mặt công tác và vai", "Sentences by work area and role";
    matrix_hint: "Mỗi ô là số câu; chọn ô để xem các câu đó.", "Each cell counts sentences; choose one to keep them.";
    area: "Mặt công tác", "Work area";
    directives: "Văn bản được viện dẫn nhiều nhất", "Most cited directives";
    bodies: "Tổ chức có mặt nhiều nhất", "Most present bodies";
    people: "Người có mặt nhiều nhất", "Most present people";
    named_hint: "Số báo cáo nêu tên; chọn một thanh để lọc.", "Reports that name it; a bar filters.";
    name: "Tên", "Name";
    year: "Năm", "Year";
    measures: "Số liệu lớn nhất", "Largest measures";
    measures_hint: "Không kể tỷ lệ phần trăm; mỗi số dẫn về câu của nó.", "Percentages left out; each number leads to its sentence.";
}
