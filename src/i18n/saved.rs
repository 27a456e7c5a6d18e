//! Words of saved views and notes.

catalogue! { saved;
    save: "Lưu góc nhìn", "Save view";
    saved: "Đã lưu", "Saved view";
    views: "Góc nhìn", "Views";
    notes: "Ghi chú", "Notes";
    no_view: "Chưa lưu góc nhìn nào. Mỗi trang có nút “Lưu góc nhìn”.", "No view is saved yet. Every page has a button “Save view”.";
    no_note: "Chưa có ghi chú. Mở một câu trong báo cáo để ghi chú.", "No notes yet. Open a sentence of a report to write one.";
    rename: "Đổi tên", "Rename";
    delete: "Xóa", "Delete";
    absent: "Kho này không có báo cáo", "This corpus does not hold report";
    export: "Xuất tệp", "Export a file";
    import: "Nhập tệp", "Import a file";
    unreadable: "Không đọc được tệp đó.", "That file cannot be read.";
    taken: "Đã nhập", "Imported:";
    left_out: "bỏ qua số dòng lạ:", "strange lines left out:";
    refused: "Trình duyệt không cho lưu; những gì giữ lại chỉ còn đến khi đóng trang.",
        "The browser refuses to store; what you keep lasts until the page is closed.";
    note: "Ghi chú của tôi về câu này", "My note on this sentence";
}
