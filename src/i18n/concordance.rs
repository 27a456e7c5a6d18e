//! Words of the concordance.

catalogue! { concordance;
    title: "Ngữ cảnh của", "In context:";
    left: "Bên trái", "Left";
    hit: "Từ", "Hit";
    right: "Bên phải", "Right";
    date: "Ngày", "Date";
    report: "Báo cáo", "Report";
    lines: "dòng", "lines";
    first: "Hiện", "The first";
    lines_drawn: "dòng đầu; tệp tải về có đủ.", "are drawn; a download holds all.";
    side_by_side: "Các từ có thể đứng rời nhau. Chỉ lấy chỗ đứng liền:", "The words may stand apart. Only where they stand side by side:";
    nothing_asked: "Nhập từ cần tìm vào ô tìm kiếm, hoặc thử:", "Type a search in the box above, or try:";
    no_line: "Không có chỗ nào khớp trong các báo cáo đang chọn.", "No place in the reports shown matches.";
}
