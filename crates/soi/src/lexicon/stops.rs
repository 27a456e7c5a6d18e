//! Words after which a full stop ends no sentence.
//!
//! Source: own list, from Vietnamese titles, place words and web addresses in press use.

/// Abbreviations written with a stop, in lower case.
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "tp", "tx", "tt", "ts", "ths", "pgs", "gs", "bs", "bsck", "bsckii", "ks", "cn", "ls", "nsnd", "nsưt", "st", "mr",
    "mrs", "ms", "dr", "nxb", "tr", "đ/c", "đc", "tskh",
];

/// Ends of web addresses, in lower case.
pub(crate) const DOMAINS: &[&str] =
    &["vn", "com", "net", "org", "gov", "edu", "info", "html", "htm", "aspx", "php", "pdf", "doc", "docx", "jpg"];

/// Words whose ordinal may be one capital: `lần thứ V`, `quý I`, `khóa X`.
pub(crate) const ORDINALS: &[&str] =
    &["thứ", "quý", "khóa", "hạng", "loại", "nhóm", "kỳ", "số", "phần", "lớp", "cấp", "mục", "bảng", "khối", "vitamin"];
