//! What a file is: by its first bytes, and by its name where they leave it open.

use crate::fault::Reason;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A web page saved with its parts (RFC 2557).
    Mhtml,
    /// A Word document (ECMA-376).
    Docx,
    /// PDF.
    Pdf,
    /// A table, its fields between commas or semicolons.
    Csv,
    /// A table, its fields between tabs.
    Tsv,
    /// JSON.
    Json,
    /// A JSON value on each line.
    JsonLines,
    /// A zip archive.
    Zip,
    /// Something packed by gzip.
    Gzip,
    /// Something packed by zstd.
    Zstd,
    /// A corpus of Soi.
    Soi,
}

impl Format {
    /// Every one.
    pub const ALL: [Self; 14] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Mhtml,
        Self::Docx,
        Self::Pdf,
        Self::Csv,
        Self::Tsv,
        Self::Json,
        Self::JsonLines,
        Self::Zip,
        Self::Gzip,
        Self::Zstd,
        Self::Soi,
    ];

    /// How its files' names usually end.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Mhtml => "mhtml",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Zip => "zip",
            Self::Gzip => "gz",
            Self::Zstd => "zst",
            Self::Soi => "soi",
        }
    }

    /// What a name promises, by its ending.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        Some(match end.to_ascii_lowercase().as_str() {
            "txt" | "text" => Self::Text,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "mhtml" | "mht" => Self::Mhtml,
            "docx" | "docm" => Self::Docx,
            "pdf" => Self::Pdf,
            "csv" => Self::Csv,
            "tsv" | "tab" => Self::Tsv,
            "json" => Self::Json,
            "jsonl" | "ndjson" => Self::JsonLines,
            "zip" => Self::Zip,
            "gz" => Self::Gzip,
            "zst" => Self::Zstd,
            "soi" => Self::Soi,
            _ => return None,
        })
    }
}

/// Formats that are known by their first bytes and not read.
const UNREAD: &[(&[u8], &str)] = &[
    (b"{\\rtf", "rtf"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"SQLite format 3", "sqlite"),
];

/// First bytes of what holds no text.
const BINARY: &[&[u8]] = &[
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"II*\0",
    b"MM\0*",
    b"BM",
    b"\x7fELF",
    b"MZ",
    b"ID3",
    b"OggS",
    b"\0asm",
    b"\xca\xfe\xba\xbe",
];

/// Old Word, Excel and PowerPoint, and whatever Office locks with a password.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What the bytes are, and whether the name said so.
///
/// # Errors
/// If they are of a kind that is not read.
pub(crate) fn sniff(name: &str, bytes: &[u8]) -> Result<(Format, bool), Reason> {
    let named = Format::of_name(name);
    let told = |format: Format| Ok((format, named == Some(format)));
    if bytes.is_empty() {
        return Err(Reason::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"PK\x07\x08") {
        // Word's archives name their parts; the names stand in the clear.
        let word = find(bytes, b"word/document.xml").is_some();
        return told(if word { Format::Docx } else { Format::Zip });
    }
    if bytes.starts_with(b"\x1f\x8b") {
        return told(Format::Gzip);
    }
    if bytes.starts_with(b"\x28\xb5\x2f\xfd") {
        return told(Format::Zstd);
    }
    if find(&bytes[..bytes.len().min(1024)], b"%PDF-").is_some() {
        return told(Format::Pdf);
    }
    if bytes.starts_with(b"SOIC") || bytes.starts_with(b"SOIX") {
        return told(Format::Soi);
    }
    if bytes.starts_with(OLE) {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let holds = |text: &str| find(bytes, &utf16(text)).is_some();
        return Err(match () {
            () if holds("EncryptedPackage") => Reason::Password,
            () if holds("Workbook") => Reason::Unsupported("xls"),
            () => Reason::Unsupported("doc"),
        });
    }
    if let Some((_, name)) = UNREAD.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Reason::Unsupported(name));
    }
    if BINARY.iter().any(|magic| bytes.starts_with(magic)) && std::str::from_utf8(bytes).is_err() {
        return Err(Reason::Binary);
    }
    // These are known by their first bytes: the name promises what is not there.
    if let Some(format @ (Format::Docx | Format::Pdf | Format::Zip | Format::Gzip | Format::Zstd | Format::Soi)) = named
        && (is_noise(bytes) || !matches!(format, Format::Pdf | Format::Docx))
    {
        return Err(Reason::Damaged(format));
    }
    Ok(text(named, bytes))
}

/// A format of text.
fn text(named: Option<Format>, bytes: &[u8]) -> (Format, bool) {
    let start = start(bytes);
    let begins = |with: &str| start.starts_with(with);
    let page = begins("<!doctype html") || begins("<html") || begins("<?xml") && start.contains("<html");
    match named {
        _ if page => (Format::Html, named == Some(Format::Html)),
        _ if begins("from: <saved by") || begins("mime-version:") && start.contains("multipart/related") => {
            (Format::Mhtml, named == Some(Format::Mhtml))
        }
        Some(format @ (Format::Markdown | Format::Html | Format::Csv | Format::Tsv | Format::JsonLines)) => {
            (format, true)
        }
        Some(Format::Json) => (Format::Json, true),
        Some(Format::Text) => (Format::Text, true),
        // A name that says nothing: what else begins with a brace?
        None if begins("{\"") => (Format::JsonLines, false),
        None if begins("[{") => (Format::Json, false),
        // Text by another name.
        _ => (Format::Text, named.is_none()),
    }
}

/// Whether bytes are no text at all.
fn is_noise(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(4096)].contains(&0) || std::str::from_utf8(bytes).is_err()
}

/// The first characters that show, in lower case.
fn start(bytes: &[u8]) -> String {
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let sample = &bytes[..bytes.len().min(2048)];
    let shown: Vec<u8> = sample.iter().copied().filter(|byte| !(utf16 && matches!(byte, 0 | 0xfe | 0xff))).collect();
    let text = String::from_utf8_lossy(&shown);
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_ascii_lowercase()
}

/// Where `wanted` stands in `bytes`.
pub(crate) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let (first, rest) = wanted.split_first()?;
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
        from += at + 1;
        if bytes[from..].starts_with(rest) {
            return Some(from - 1);
        }
    }
    None
}
