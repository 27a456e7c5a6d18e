//! Words of the view of time.

catalogue! { time;
    title: "Dòng thời gian", "Time";
    hint: "Mỗi vạch rộng bằng độ chính xác của mốc; chọn năm hoặc tháng trên trục để xem gần.",
        "Each mark is as wide as its date is imprecise; a year or month of the axis zooms in.";
    bars_hint: "Làn có quá nhiều vạch thì vẽ thành cột.", "A lane of too many marks is drawn as columns.";
    published: "Ngày đăng", "Published";
    meetings: "Cuộc họp", "Meetings";
    periods: "Kỳ được xem xét", "Periods";
    terms: "Nhiệm kỳ", "Terms";
    zoom: "Phạm vi", "Range";
    all: "Toàn bộ", "All time";
    lane: "Làn", "Lane";
    what: "Nội dung", "What";
    from: "Từ", "From";
    to: "Đến", "To";
    report: "Báo cáo", "Report";
    mentions: "lần nêu", "mentions";
}
