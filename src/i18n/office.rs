//! Words of files that an office opens.

catalogue! { office;
    docx: "Tải Word", "Download Word";
    docx_all: "Tải Word: tất cả các phiếu", "Download Word: all sheets";
    making: "Đang tạo tệp…", "Making the file…";
    failed: "Không tạo được tệp", "The file could not be made";
    source: "Nguồn", "Where this comes from";
}
