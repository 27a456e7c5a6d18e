//! Words for links that carry their documents.

use crate::address::Lang;

catalogue! { carried;
    name: "Liên kết", "Link";
    title: "Liên kết mang theo tài liệu", "A link that carries the documents";
    intro: "Văn bản được nén vào chính liên kết, sau dấu #: ai mở liên kết thì đọc được, không qua máy chủ nào. Chỉ hợp với vài văn bản.",
        "The texts are packed into the link itself, behind the #: whoever opens it reads them, and no server is told. For a few texts only.";
    make: "Tạo liên kết", "Make the link";
    making: "Đang nén", "Packing";
    the_link: "Liên kết", "Link";
    too_long: "Quá dài cho một liên kết; hãy lọc bớt, hoặc gửi tệp .soi.",
        "Too long for a link; filter the set, or send the .soi file.";
    unable: "Trình duyệt này không nén được; hãy gửi tệp .soi.", "This browser cannot pack it; send the .soi file.";
    fits: "Ngắn hơn 2.000 ký tự: qua được mọi ứng dụng nhắn tin và mã QR.",
        "Under 2,000 characters: every messenger and a QR code takes it.";
    long: "Dài hơn 2.000 ký tự: Discord cắt ở 2.000, Telegram ở 4.096 ký tự. Hãy gửi bằng thư, hoặc đặt vào một trang.",
        "Over 2,000 characters: Discord cuts at 2,000, Telegram at 4,096. Send it by e-mail, or put it on a page.";
    very_long: "Dài hơn 8.000 ký tự: phần lớn ứng dụng nhắn tin và nhiều hộp thư cắt liên kết. Hãy đặt vào một trang hay tệp, hoặc gửi tệp .soi.",
        "Over 8,000 characters: most messengers and many mail programs cut it. Put it on a page or in a file, or send the .soi file.";
    huge: "Dài hơn 64.000 ký tự: đừng trông vào ứng dụng nhắn tin nào, và thanh địa chỉ không hiện hết. Nên gửi tệp .soi.",
        "Over 64,000 characters: count on no messenger, and the address bar does not show all of it. Better send the .soi file.";
    on_disk: "Trang này mở từ tệp trên máy: liên kết chỉ mở được nơi có cùng tệp ấy.",
        "This page was opened from a file: the link opens only where the same file lies.";
}

impl Lang {
    /// `3 văn bản · 1.234 ký tự`.
    pub fn carried_size(self, documents: usize, characters: usize) -> String {
        let documents = self.counted(documents, "văn bản", "document", "documents");
        let characters = self.counted(characters, "ký tự", "character", "characters");
        [&documents, " · ", &characters].concat()
    }

    /// What a link of so many characters goes through.
    pub fn carried_limits(self, characters: usize) -> &'static str {
        let words = self.carried();
        match characters {
            0..=2_000 => words.fits,
            2_001..=8_000 => words.long,
            8_001..=64_000 => words.very_long,
            _ => words.huge,
        }
    }
}
