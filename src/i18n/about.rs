//! Words that the pages about one person, body, instrument or subject share.

catalogue! { about;
    all: "Tất cả", "All:";
    missing: "Các báo cáo đang chọn không nêu đối tượng này.", "The reports shown do not name this.";
    drawn: "Hiện", "Shown:";
    sentences: "Các câu", "Sentences";
}
