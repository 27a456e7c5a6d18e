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
    distinctive: "Từ riêng của mỗi báo cáo", "Distinctive words of each";
    distinctive_hint: "Từ mà báo cáo này dùng nhiều hơn hẳn báo cáo kia (số lần : số lần bên kia).",
        "Words that one report uses clearly more than the other (times : times in the other).";
    sentences: "Các câu theo mặt công tác", "Sentences by area of work";
    sentences_hint: "Câu lặp lại màu nhạt; phần mới được tô; con số thay đổi được gạch chân và dẫn về chỗ của nó.",
        "Carried-over sentences are grey; new text is marked; changed numbers are underlined and lead to their place.";
}
