//! Files in, documents out: what a reader drops on Soi, whatever its format and encoding.
//!
//! Bytes and a name in; a [`Document`] for each text in them, a [`Report`](soi::Report) where they hold parsed ones, or
//! a [`Fault`] with its reason. Nothing is executed, nothing is fetched, and nothing is left out without being told.
//! Sizes, depth and ratios are bounded by [`Limits`], so no file can exhaust the machine.
#![warn(missing_docs)]

mod docx;
mod encoding;
mod fault;
mod html;
mod id;
mod json;
mod limits;
mod markdown;
mod mhtml;
#[cfg(feature = "pdf")]
mod pdf;
mod reading;
mod sniff;
mod syllable;
mod table;

pub use encoding::{Decoded, Encoding, decode};
pub use fault::{Fault, Note, Reason};
pub use json::Columns;
pub use limits::Limits;
#[cfg(feature = "pdf")]
pub use pdf::text as pdf_text;
pub use reading::{Item, Options, Reading, read};
pub use sniff::Format;
pub use table::Preview;

/// A text found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Safe and used by no other document of the reading: a file's stem, or what its table says.
    pub id: String,
    /// Where it was found: the file's name, and the way into archives and tables (`a.zip/b.txt`, `c.jsonl:12`).
    pub name: String,
    /// What [`soi::parse`] reads.
    pub text: String,
    /// Its title, where the format says it apart from the text.
    pub title: Option<String>,
    /// Its address on the web, likewise.
    pub url: Option<String>,
    /// Its date, likewise; as written there.
    pub date: Option<String>,
    /// What the file is, by its content.
    pub format: Format,
    /// How its text was written.
    pub encoding: Encoding,
    /// What the reader should know.
    pub notes: Vec<Note>,
}
