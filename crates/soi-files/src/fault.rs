//! What went wrong with a file, and what the reader should know of one that went well. No words: a key for each.

use crate::encoding::Encoding;
use crate::sniff::Format;

/// A file, or a line of it, that gave no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// As in [`Document::name`](crate::Document::name).
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// Why there is no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No bytes, or nothing but white space.
    Empty,
    /// A page, a document or a PDF without a word in it.
    NoText,
    /// A picture, a sound, a program: no text in any known encoding.
    Binary,
    /// Bytes that look like text in no known encoding; the first that is not UTF-8.
    UnknownEncoding(usize),
    /// A NUL at this byte of what is else UTF-8.
    Nul(usize),
    /// A format that is known but not read; how its files are commonly called (`doc`, `rtf`, `rar`).
    Unsupported(&'static str),
    /// Locked with a password.
    Password,
    /// A PDF of pictures, without a text layer.
    Scanned,
    /// A PDF, and the program at hand does not read them: see [`Item::Pdf`](crate::Item::Pdf).
    Pdf,
    /// What another program said of it: a key of these, or one of its own.
    Told(String),
    /// Cut short or altered; the format that it should have.
    Damaged(Format),
    /// In an archive, packed in a way that is not read.
    Packing,
    /// Larger than so many bytes, unpacked.
    TooLarge(u64),
    /// Unfolds to far more than a file of its size holds: made to exhaust a machine.
    Bomb,
    /// Archives within archives, more than so many.
    TooDeep(usize),
    /// More files in an archive than so many.
    TooMany(usize),
    /// A line longer than so many bytes.
    LongLine(usize),
    /// A line that is no JSON.
    BadJson,
    /// A table or an object without anything that could be the text.
    NoColumn,
    /// A corpus of Soi of another version.
    OtherVersion(u8),
    /// What a system leaves in folders (`.DS_Store`, `__MACOSX`).
    System,
    /// The disk or the browser would not give the bytes.
    Unreadable(String),
}

impl Reason {
    /// A stable name, for messages.
    pub fn key(&self) -> &str {
        match self {
            Self::Told(key) => key,
            Self::Empty => "empty",
            Self::NoText => "no-text",
            Self::Binary => "binary",
            Self::UnknownEncoding(_) => "unknown-encoding",
            Self::Nul(_) => "nul",
            Self::Unsupported(_) => "unsupported",
            Self::Password => "password",
            Self::Scanned => "scanned",
            Self::Pdf => "pdf",
            Self::Damaged(_) => "damaged",
            Self::Packing => "packing",
            Self::TooLarge(_) => "too-large",
            Self::Bomb => "bomb",
            Self::TooDeep(_) => "too-deep",
            Self::TooMany(_) => "too-many",
            Self::LongLine(_) => "long-line",
            Self::BadJson => "bad-json",
            Self::NoColumn => "no-column",
            Self::OtherVersion(_) => "other-version",
            Self::System => "system",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// What the message is filled in with, if anything.
    pub fn detail(&self) -> Option<String> {
        Some(match self {
            Self::UnknownEncoding(at) | Self::Nul(at) => at.to_string(),
            Self::Unsupported(name) => (*name).to_owned(),
            Self::Damaged(format) => format.as_str().to_owned(),
            Self::TooLarge(bytes) => bytes.to_string(),
            Self::TooDeep(n) | Self::TooMany(n) | Self::LongLine(n) => n.to_string(),
            Self::OtherVersion(version) => version.to_string(),
            Self::Unreadable(why) => why.clone(),
            Self::Told(key) if key == "damaged" => Format::Pdf.as_str().to_owned(),
            _ => return None,
        })
    }
}

/// What the reader should know of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The name says another format than the content has.
    WrongName,
    /// So many pieces could not be decoded and stand as U+FFFD.
    Replaced(usize),
    /// Some lines were in this encoding, the others in UTF-8.
    Mixed(Encoding),
    /// Another document has the id that this one would have had.
    Renamed(String),
    /// Its name in the archive led elsewhere, and was made safe.
    UnsafeName(String),
    /// The same bytes as the document with this id.
    SameBytes(String),
    /// The same text as the document with this id, but for white space, case and marks.
    SameText(String),
    /// It carries macros, which were not looked at.
    Macros,
    /// The file ended early; this is what was there.
    CutShort,
}

impl Note {
    /// A stable name, for messages.
    pub fn key(&self) -> &'static str {
        match self {
            Self::WrongName => "wrong-name",
            Self::Replaced(_) => "replaced",
            Self::Mixed(_) => "mixed",
            Self::Renamed(_) => "renamed",
            Self::UnsafeName(_) => "unsafe-name",
            Self::SameBytes(_) => "same-bytes",
            Self::SameText(_) => "same-text",
            Self::Macros => "macros",
            Self::CutShort => "cut-short",
        }
    }

    /// What the message is filled in with, if anything.
    pub fn detail(&self) -> Option<String> {
        Some(match self {
            Self::Replaced(n) => n.to_string(),
            Self::Mixed(encoding) => encoding.as_str().to_owned(),
            Self::Renamed(id) | Self::UnsafeName(id) | Self::SameBytes(id) | Self::SameText(id) => id.clone(),
            Self::WrongName | Self::Macros | Self::CutShort => return None,
        })
    }
}
