//! Words of the view of statements.

catalogue! { statements;
    matrix: "Câu theo vai và mặt công tác", "Sentences by role and area of work";
    matrix_hint: "Mỗi ô là số câu; chọn một ô để đọc, chọn lại để bỏ. Một câu có thể thuộc nhiều mặt.",
        "Each cell counts sentences; choose one to read them, again to take it back. A sentence may have several areas.";
    area: "Mặt công tác", "Work area";
    no_area: "Không rõ mặt", "No area";
    total: "Tổng số câu", "All sentences";
    share: "trong vai", "of the role";
    chosen: "Các câu đang chọn", "The sentences chosen";
    chosen_hint: "Theo năm, mới nhất trước; mỗi báo cáo một cột.", "By year, the latest first; each report in its own column.";
    choose_first: "Chọn một ô của bảng để đọc các câu của ô đó. Dưới đây là các hạn chế được nêu.",
        "Choose a cell to read its sentences. Below are the shortcomings that were named.";
    none: "Không có câu nào như vậy.", "There is no such sentence.";
    no_year: "Không rõ năm", "Year unknown";
}
