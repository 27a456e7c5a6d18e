//! Words of the review sheet.

catalogue! { sheet;
    chairs: "Chủ trì", "Chaired by";
    source: "Nguồn", "Source";
    whole: "Chung", "The work as a whole";
    measures: "Số liệu", "Measures";
    target: "chỉ tiêu", "target";
    result: "kết quả", "result";
    size: "quy mô", "size";
    directives: "Văn bản", "Directives";
    also: "Xem thêm", "See also";
    directed: "Ai chỉ đạo việc gì", "Who directed what";
    set: "Giao nhiệm vụ", "Set as tasks";
    next: "Thời gian tới", "What comes next";
    next_period: "Kỳ tới", "Next period";
    markdown: "Tải Markdown", "Download Markdown";
    print: "In (A4)", "Print (A4)";
    one: "Chỉ phiếu này", "This sheet alone";
    all: "← Tất cả các phiếu", "← All sheets";
    more: "Thêm phiếu", "More sheets";
    sheets: "phiếu", "sheets";
    lines: "Các dòng của phiếu", "Lines of the sheets";
    save_lines: "Tải bảng các dòng", "Download the lines";
    id: "Mã báo cáo", "Report ID";
    title: "Tiêu đề", "Title";
    part: "Phần", "Part";
    text: "Câu gốc", "Quote";
    place: "Vị trí", "Place";
    elsewhere: "trích ở mặt công tác khác", "quoted under another area";
    no_lines: "Báo cáo này không có câu nào nêu kết quả, hạn chế hay nhiệm vụ.",
        "This report has no sentence that states a result, a shortcoming or a task.";
}
