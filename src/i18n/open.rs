//! Words for the reader's own documents: opening them, how that goes, and what goes wrong with a file.

use crate::address::Lang;

catalogue! { open;
    title: "Mở tài liệu của bạn", "Open your own documents";
    intro: "Kéo tệp hoặc thư mục thả vào trang này. Mọi thứ được đọc ngay trong trình duyệt, không có gì rời khỏi máy của bạn.",
        "Drop files or a folder anywhere on this page. Everything is read inside your browser; nothing leaves your machine.";
    drop_here: "Thả vào đây để đọc", "Drop to read";
    pick_files: "Chọn tệp", "Choose files";
    pick_folder: "Chọn thư mục", "Choose a folder";
    formats: "Đọc được .txt .md .html .mhtml .docx .pdf, bảng .csv .tsv .json .jsonl, kho .soi, và các tệp đó trong .zip .gz .zst; chữ theo UTF-8, UTF-16, windows-1258, TCVN3 (ABC), VNI, VIQR.",
        "Reads .txt .md .html .mhtml .docx .pdf, tables .csv .tsv .json .jsonl, corpora .soi, and all of these in .zip .gz .zst; text in UTF-8, UTF-16, windows-1258, TCVN3 (ABC), VNI or VIQR.";
    paste: "Hoặc dán một văn bản, hay mã HTML của một trang", "Or paste a text, or the HTML of a page";
    paste_read: "Đọc văn bản này", "Read this text";
    pasted: "Văn bản dán", "Pasted text";
    starting: "Đang chuẩn bị", "Getting ready";
    reading: "Đang đọc", "Reading";
    paused: "Tạm dừng", "Paused";
    asking: "Cần bạn cho biết cột nào là văn bản", "Waiting to be told which column is the text";
    ask_link: "Chọn cột", "Choose the columns";
    ask_title: "Cột nào là gì?", "Which column is what?";
    ask_intro: "Tên các cột của bảng này không nói rõ cột nào là văn bản. Hãy chọn; các bảng cùng cột trong lần mở này sẽ được đọc như vậy.",
        "The columns of this table do not say which is the text. Please choose; tables of the same columns opened with it are read alike.";
    ask_text: "Văn bản", "Text";
    ask_heading: "Tiêu đề", "Title";
    ask_date: "Ngày", "Date";
    ask_url: "Địa chỉ trên mạng", "Web address";
    ask_id: "Mã", "Id";
    ask_none: "(không có)", "(none)";
    ask_column: "Cột", "Column";
    ask_samples: "Ví dụ", "Samples";
    ask_read: "Đọc bảng này", "Read this table";
    ask_skip: "Bỏ qua bảng này", "Leave this table out";
    ask_needed: "Hãy chọn cột văn bản hoặc cột tiêu đề.", "Choose a column for the text or for the title.";
    done: "Đã đọc xong", "All read";
    stopped: "Đã dừng; phần đã đọc vẫn xem được", "Stopped; what was read can be explored";
    damaged: "Kho đã lưu này không mở được trọn vẹn", "This kept corpus could not be opened whole";
    failed: "Trình duyệt không chạy được bộ đọc", "The browser could not start the reader";
    nothing: "Không có văn bản nào đọc được; lý do của từng tệp ở dưới.", "No text could be read; each file's reason is below.";
    pause: "Tạm dừng", "Pause";
    go_on: "Đọc tiếp", "Go on";
    stop: "Dừng", "Stop";
    details: "Chi tiết", "Details";
    dismiss: "Đóng", "Close";
    explore: "Xem các báo cáo", "Explore the reports";
    corpus: "Kho đang xem", "Corpus shown";
    back: "Về kho mẫu", "Back to the sample corpus";
    back_own: "Về kho của trang này", "Back to this site's corpus";
    unread: "Không đọc được", "Not read";
    remarks: "Đã đọc, cần biết", "Read, and worth knowing";
    kept: "Đã lưu trong trình duyệt này; tải lại trang vẫn còn.", "Kept in this browser; it is there after a reload.";
    kept_so_far: "Phần đã đọc được lưu dần trong trình duyệt này; đóng trang chỉ mất phần chưa đọc.",
        "What is read is kept in this browser as it comes; closing the page loses only the rest.";
    kept_title: "Các kho đã lưu trong trình duyệt này", "Corpora kept in this browser";
    open_kept: "Mở", "Open";
    remove: "Xóa", "Delete";
    save_kept: "Tải về", "Save as a file";
    rename_merge: "Đổi tên, gộp", "Rename, merge";
    new_name: "Tên mới", "New name";
    rename: "Đổi tên", "Rename";
    merge: "Gộp", "Merge";
    merge_with: "Gộp với", "Merge with";
    export: "Tải kho đang xem về (.soi)", "Save the corpus shown as .soi";
    single: "Tải kho đang xem về cùng ứng dụng, thành một tệp HTML", "Save the corpus shown with the app, as one HTML file";
    single_making: "Đang làm tệp HTML", "Making the HTML file";
    single_failed: "Trang này không có soi.html để làm tệp HTML; hãy tải kho .soi.",
        "This site has no soi.html to make the HTML file from; save the .soi instead.";
    unfinished: "chưa đọc hết", "not all of it was read";
    unstored: "Trình duyệt không lưu được kho này.", "The browser could not store this corpus.";
    not_kept: "Kho này nằm trong bộ nhớ của thẻ này; đóng hoặc tải lại trang là mất.", "This corpus lives in this tab's memory; closing or reloading the page loses it.";
}

impl Lang {
    /// `12 văn bản, 340 dữ kiện`.
    pub fn documents_facts(self, documents: usize, facts: usize) -> String {
        let documents = self.counted(documents, "văn bản", "document", "documents");
        [&documents, ", ", &self.counted(facts, "dữ kiện", "fact", "facts")].concat()
    }

    /// `3 trong 12 tệp`.
    pub fn files_done(self, done: usize, files: usize) -> String {
        let files_text = self.counted(files, "tệp", "file", "files");
        if files == 1 {
            return files_text;
        }
        [&self.number(done), self.pick(" trong ", " of "), &files_text].concat()
    }

    /// `còn khoảng 12 giây`.
    pub fn time_left(self, seconds: usize) -> String {
        let (count, unit) = if seconds < 90 {
            (seconds, self.pick("giây", "s"))
        } else {
            (seconds.div_ceil(60), self.pick("phút", "min"))
        };
        [self.pick("còn khoảng ", "about "), &self.number(count), " ", unit, self.pick("", " left")].concat()
    }

    /// Why the browser would not keep a corpus.
    pub fn keep_refused(self, why: &str) -> String {
        let full = why == "QuotaExceededError";
        let words = if full {
            self.pick("Bộ nhớ của trình duyệt đã đầy.", "The browser's storage is full.")
        } else {
            self.pick("Trình duyệt không cho lưu.", "The browser does not let this page store anything.")
        };
        [words, " ", self.open().not_kept].concat()
    }

    /// `5 văn bản · 12 kB · 25-11-2026`.
    pub fn kept_corpus(self, documents: usize, bytes: usize, date: &str) -> String {
        let documents = self.counted(documents, "văn bản", "document", "documents");
        let size = if bytes < 1_000_000 {
            [&self.number(bytes.div_ceil(1000)), " kB"].concat()
        } else {
            [&self.number(bytes.div_ceil(1_000_000)), " MB"].concat()
        };
        [&documents, " · ", &size, " · ", &self.date(date)].concat()
    }

    /// `Về kho “Báo cáo tỉnh A”`: the corpus of a site of that title.
    pub fn back_to(self, title: &str) -> String {
        [self.pick("Về kho “", "Back to “"), title, "”"].concat()
    }

    /// `2 tệp không đọc được`.
    pub fn not_read(self, count: usize) -> String {
        [&self.number(count), self.pick(" không đọc được", " not read")].concat()
    }

    /// Why a file was not read, or what there is to know of one that was; by its key, filled in with the detail.
    pub fn trouble(self, key: &str, detail: Option<&str>) -> String {
        let (vi, en) = match key {
            "empty" => ("không có nội dung", "empty"),
            "no-text" => ("không có chữ nào để đọc", "no text in it"),
            "binary" => ("không phải văn bản", "not a text"),
            "unknown-encoding" => ("không rõ bảng mã của chữ", "in no encoding that is known"),
            "nul" => ("có byte NUL ở vị trí {}, không phải văn bản", "holds a NUL byte at {}, so it is no text"),
            "unsupported" => ("chưa đọc được định dạng .{}", "the format .{} is not read"),
            "password" => ("có mật khẩu", "locked with a password"),
            "scanned" => ("PDF chỉ có ảnh chụp, không có lớp chữ", "a scanned PDF without a text layer"),
            "pdf" => (
                "không tải được phần đọc PDF; hãy kiểm tra kết nối rồi mở lại tệp",
                "what reads PDFs could not be loaded; check the connection and open the file again",
            ),
            "damaged" => ("tệp .{} bị hỏng hoặc bị cắt", "the .{} is damaged or cut short"),
            "kept-damaged" => (
                "kho đã lưu bị hỏng, {} phần không đọc được; chỉ xem được phần còn nguyên. Hãy mở lại các tệp gốc, hoặc xóa kho này trong danh sách các kho đã lưu",
                "the kept corpus is damaged, {} of its parts cannot be read; only what is whole can be explored. Open its files again, or delete it in the list of kept corpora",
            ),
            "kept-other-version" => (
                "kho này do một bản Soi khác lưu (định dạng {}), bản này không đọc được. Hãy mở lại các tệp gốc, hoặc xóa kho này trong danh sách các kho đã lưu",
                "another version of Soi kept this corpus (format {}), which this one cannot read. Open its files again, or delete it in the list of kept corpora",
            ),
            "packing" => ("nén theo cách chưa đọc được", "packed in a way that is not read"),
            "too-large" => ("lớn hơn {} byte khi mở ra", "unfolds to more than {} bytes"),
            "bomb" => ("phình ra quá mức, có thể là bom nén", "unfolds without measure: it may be a zip bomb"),
            "too-deep" => ("tệp nén lồng nhau quá {} lớp", "archives nested more than {} deep"),
            "too-many" => ("có hơn {} tệp", "holds more than {} files"),
            "long-line" => ("dòng dài hơn {} byte", "a line of more than {} bytes"),
            "bad-json" => ("không phải JSON", "not JSON"),
            "no-column" => ("không thấy cột nào là văn bản", "no column looks like the text"),
            "other-version" => {
                ("kho ở định dạng {} của một bản Soi khác", "a corpus in format {} of another version of Soi")
            }
            "system" => ("tệp của hệ thống, bỏ qua", "left by the system, passed over"),
            "unreadable" => ("trình duyệt không đưa được tệp ({})", "the browser could not give the file ({})"),
            "link-cut" => (
                "liên kết bị cắt trên đường đi: chỉ đến {} ký tự; phần đến được vẫn được đọc",
                "the link was cut on its way: {} characters arrived; what arrived is read",
            ),
            "link-altered" => (
                "liên kết đã bị sửa hoặc bị cắt, không đọc được; hãy xin lại cả liên kết",
                "the link was altered or cut and cannot be read; ask for the whole link again",
            ),
            "crashed" => {
                ("tệp làm bộ đọc dừng; các tệp khác vẫn được đọc", "it broke the reader; the other files were read")
            }
            "wrong-name" => ("tên tệp nói một định dạng khác", "its name says another format"),
            "replaced" => ("{} ký tự không đọc được", "{} characters could not be read"),
            "mixed" => ("một số dòng ở bảng mã {}", "some lines are in {}"),
            "renamed" => ("mã {} đã có, đã đổi", "the id {} was taken; it has another"),
            "unsafe-name" => ("tên không an toàn, đã sửa: {}", "its unsafe name was changed: {}"),
            "same-bytes" => ("giống hệt {}, chỉ đọc một lần", "the same bytes as {}, read once"),
            "same-text" => ("cùng văn bản với {}", "the same text as {}"),
            "macros" => ("có macro, không chạy", "it has macros, which were left alone"),
            "cut-short" => ("tệp bị cắt", "cut short"),
            "encoding" => ("đọc theo bảng mã {}", "read as {}"),
            other => return other.to_owned(),
        };
        self.pick(vi, en).replacen("{}", detail.unwrap_or_default(), 1)
    }
}
