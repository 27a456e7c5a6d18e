//! Words of the view of measures.

catalogue! { measures;
    title: "Bảng số liệu", "Table of measures";
    value: "Giá trị", "Value";
    subject: "Đối tượng", "Subject";
    role: "Vai", "Role";
    period: "Kỳ", "Period";
    report: "Báo cáo", "Report";
}
