//! Words of the comparison of two reports.

catalogue! { compare;
    too_few: "Cần hai báo cáo để so sánh; hãy bớt một bộ lọc.", "It takes two reports to compare; try fewer filters.";
    pick_left: "Chọn báo cáo bên trái", "Choose the left report";
    pick_right: "Chọn báo cáo bên phải", "Choose the right report";
    left_out: "báo cáo khác; lọc hoặc tìm để thu hẹp", "more reports; filter or search to narrow";
    swap: "Đổi bên ⇄", "Swap sides ⇄";
    measures: "Số liệu cùng đối tượng và đơn vị", "Measures of the same subject and unit";
    subject: "Đối tượng", "Subject";
    left: "Bên trái", "Left";
    right: "Bên phải", "Right";
    change: "Thay đổi", "Change";
    changed: "khác", "changed";
    same: "như nhau", "the same";
    copy_number: "Chép số liệu", "Copy number";
    about: "Đối tượng, mặt công tác", "Subject, area of work";
    alone: "chỉ một bên", "one side only";
    sets_link: "So sánh hai tập báo cáo", "Compare two sets of reports";
    reports_link: "So sánh hai báo cáo", "Compare two reports";
    sets_hint: "Bên trái là các báo cáo đang chọn: lọc, tìm là đổi bên trái. Bên phải giữ nguyên.",
        "On the left are the reports shown: filters and search change it. The right side stays.";
    keep_right: "Giữ các báo cáo đang chọn làm bên phải", "Keep the reports shown as the right side";
    right_all: "Đổi bên phải thành toàn kho", "Make the right side the whole corpus";
    whole_corpus: "Toàn kho", "The whole corpus";
    empty_side: "Bên phải không có báo cáo nào.", "No report is on the right side.";
    overlap: "Báo cáo có ở cả hai bên không đối chiếu câu:", "Reports of both sides are not set against themselves:";
    set_counts: "Số câu theo vai và mặt công tác", "Sentences by role and area of work";
    set_measures: "Số liệu hai bên cùng có", "Measures that both have";
    set_sentences_hint: "Câu hai bên cùng dùng màu nhạt; con số khác được gạch chân và dẫn về chỗ của nó.",
        "Sentences that both use are grey; numbers that differ are underlined and lead to their place.";
    more_sentences: "câu nữa", "more sentences";
    unit: "Đơn vị", "Unit";
    least: "nhỏ nhất", "least";
    most: "lớn nhất", "most";
    set_words: "Từ riêng của mỗi bên", "Distinctive words of each side";
    set_words_hint: "Âm tiết mà bên này dùng nhiều hơn hẳn bên kia (số lần : số lần bên kia), G² từ 3,84.",
        "Syllables that one side uses clearly more than the other (times : times in the other), G² of 3.84 or more.";
    distinctive: "Từ riêng của mỗi báo cáo", "Distinctive words of each";
    distinctive_hint: "Từ mà báo cáo này dùng nhiều hơn hẳn báo cáo kia (số lần : số lần bên kia).",
        "Words that one report uses clearly more than the other (times : times in the other).";
    sentences: "Các câu theo mặt công tác", "Sentences by area of work";
    sentences_hint: "Câu lặp lại màu nhạt; phần mới được tô; con số thay đổi được gạch chân và dẫn về chỗ của nó.",
        "Carried-over sentences are grey; new text is marked; changed numbers are underlined and lead to their place.";
}
