//! Pages from paths: files of every format that soi-files reads, and folders of them.
//!
//! Of JSON lines one page is held at a time, packed or not, so memory does not grow with the corpus.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use soi::link::ToldById;
use soi::{Explained, Report};
use soi_files::{Columns, Encoding, Fault, Format, Item, Note, Options, Reading, Reason};

/// A page and its id, or a report that was parsed before.
pub enum Page {
    Text { id: String, text: String },
    Report(Box<Report>),
}

impl Page {
    /// What it says.
    pub fn report(self) -> Report {
        match self {
            Self::Text { id, text } => soi::parse(&id, &text),
            Self::Report(report) => *report,
        }
    }

    /// What it says, and why; a report that came without its text is left as it is and explains nothing.
    pub fn explained(self) -> (Report, Vec<Explained>) {
        match self {
            Self::Text { id, text } => soi::explain(&id, &text),
            Self::Report(report) if report.source.is_empty() => (*report, Vec::new()),
            Self::Report(report) => soi::explain(&report.id, &report.source),
        }
    }
}

/// A path or a line of it that gave no page.
pub struct Refused {
    place: String,
    why: Why,
}

/// Why there is no page.
enum Why {
    Missing,
    Io(io::Error),
    NoFiles,
    Fault(Reason),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        match &self.why {
            Why::Missing => f.write_str("không có tệp này (no such file)"),
            Why::Io(error) => write!(f, "không đọc được (cannot read): {error}"),
            Why::NoFiles => f.write_str("thư mục không có tệp nào đọc được (no file of a known format in this folder)"),
            Why::Fault(reason) => f.write_str(&words(reason)),
        }
    }
}

/// A reason in words.
fn words(reason: &Reason) -> String {
    let detail = reason.detail().unwrap_or_default();
    match reason {
        Reason::Empty => "không có nội dung (empty)".to_owned(),
        Reason::NoText => "không có chữ nào để đọc (no text in it)".to_owned(),
        Reason::Binary => "không phải văn bản (binary, not a text)".to_owned(),
        Reason::UnknownEncoding(_) => format!("không rõ bảng mã, không phải UTF-8 từ byte {detail} (unknown encoding)"),
        Reason::Nul(_) => format!("có byte NUL ở vị trí {detail} (NUL byte, not a text)"),
        Reason::Unsupported(_) => format!("chưa đọc được định dạng {detail} (format not read)"),
        Reason::Password => "có mật khẩu (locked with a password)".to_owned(),
        Reason::Scanned => "PDF chỉ có ảnh, không có lớp chữ (scanned, no text layer)".to_owned(),
        Reason::Told(key) => key.clone(),
        Reason::Pdf => "bản này không đọc PDF (this build reads no PDF)".to_owned(),
        Reason::Damaged(_) => format!("tệp {detail} bị hỏng hoặc bị cắt (damaged or cut short)"),
        Reason::Packing => "nén theo cách chưa đọc được (packed in a way that is not read)".to_owned(),
        Reason::TooLarge(_) => format!("lớn hơn {detail} byte khi mở ra (too large)"),
        Reason::Bomb => "phình ra quá mức, có thể là bom nén (unfolds without measure)".to_owned(),
        Reason::TooDeep(_) => format!("lồng nhau quá {detail} lớp (nested too deep)"),
        Reason::TooMany(_) => format!("có hơn {detail} tệp (too many files)"),
        Reason::LongLine(_) => format!("dòng dài hơn {detail} byte (line too long)"),
        Reason::BadJson => "không phải JSON (bad JSON)".to_owned(),
        Reason::NoColumn => "không thấy cột nào là văn bản (no column looks like the text)".to_owned(),
        Reason::OtherVersion(_) => format!("kho ở định dạng {detail} (corpus of another format version)"),
        Reason::System => "tệp của hệ thống, bỏ qua (left by the system)".to_owned(),
        Reason::Unreadable(_) => format!("không đọc được (cannot read): {detail}"),
    }
}

/// What a note says, in words; `None` of what is in order.
fn note_words(note: &Note) -> Option<String> {
    let detail = note.detail().unwrap_or_default();
    Some(match note {
        Note::Replaced(_) => format!("{detail} ký tự không đọc được (characters replaced)"),
        Note::Mixed(_) => format!("một số dòng ở bảng mã {detail} (some lines in this encoding)"),
        Note::SameBytes(_) => format!("giống hệt {detail} (the same bytes)"),
        Note::SameText(_) => format!("cùng văn bản với {detail} (the same text)"),
        Note::Renamed(_) => format!("mã {detail} đã có, đã đổi (id taken, renamed)"),
        Note::UnsafeName(_) => format!("tên không an toàn: {detail} (unsafe name)"),
        Note::Macros => "có macro, không chạy (macros left alone)".to_owned(),
        Note::CutShort => "tệp bị cắt (cut short)".to_owned(),
        Note::WrongName => return None,
    })
}

/// What is read how.
#[derive(Default)]
pub struct How {
    /// Which column of tables is what; what is not said is guessed.
    pub columns: Columns,
    /// Files of folders that are left out.
    pub but: Vec<PathBuf>,
}

/// Gives every page of the paths to `each`, in order; a folder's files come sorted by name.
pub fn pages(paths: &[PathBuf], each: Each) -> io::Result<()> {
    pages_with(paths, &How::default(), each).map(drop)
}

/// The same, as `how` says. Gives what readers told of names in built corpora among them.
pub fn pages_with(paths: &[PathBuf], how: &How, each: Each) -> io::Result<Vec<ToldById>> {
    let mut reading = Reading::new(Options { columns: how.columns.clone(), ..Options::default() });
    let but: Vec<PathBuf> = how.but.iter().filter_map(|path| path.canonicalize().ok()).collect();
    for path in paths {
        if path.is_dir() {
            folder(path, &but, &mut reading, each)?;
        } else {
            file(path, &mut reading, each)?;
        }
    }
    Ok(reading.told())
}

type Each<'a> = &'a mut dyn FnMut(Result<Page, Refused>) -> io::Result<()>;

fn folder(path: &Path, but: &[PathBuf], reading: &mut Reading, each: Each) -> io::Result<()> {
    let mut files = Vec::new();
    if let Err(error) = files_below(path, &mut files) {
        return each(Err(refused(path, io_why(error))));
    }
    files.retain(|file| but.is_empty() || file.canonicalize().map_or(true, |real| !but.contains(&real)));
    if files.is_empty() {
        return each(Err(refused(path, Why::NoFiles)));
    }
    for path in files {
        file(&path, reading, each)?;
    }
    Ok(())
}

/// The files of known formats in a folder and its folders, sorted by name.
fn files_below(path: &Path, out: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(path)?.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    for entry in entries {
        let hidden = entry.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden || entry.is_symlink() && entry.is_dir() {
            continue;
        }
        if entry.is_dir() {
            files_below(&entry, out)?;
        } else if Format::of_name(&entry.to_string_lossy()).is_some() {
            out.push(entry);
        }
    }
    Ok(())
}

fn file(path: &Path, reading: &mut Reading, each: Each) -> io::Result<()> {
    match fs::File::open(path) {
        Ok(file) => reading.add_stream(&path.to_string_lossy(), Box::new(file)),
        Err(error) => return each(Err(refused(path, io_why(error)))),
    }
    while let Some(outcome) = reading.next() {
        match outcome {
            Ok(Item::Document(document)) => {
                for words in document.notes.iter().filter_map(note_words) {
                    eprintln!("{}: {words}", document.name);
                }
                if !matches!(document.encoding, Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be) {
                    let encoding = document.encoding.as_str();
                    eprintln!("{}: đọc theo bảng mã {encoding} (read as {encoding})", document.name);
                }
                each(Ok(Page::Text { id: document.id, text: document.text }))?;
            }
            Ok(Item::Report(report)) => each(Ok(Page::Report(report)))?,
            // Only where they are asked for apart.
            Ok(Item::Pdf { name, .. }) => each(Err(Refused { place: name, why: Why::Fault(Reason::Pdf) }))?,
            // Only where questions are asked.
            Ok(Item::Columns(preview)) => reading.choose(preview.names, Some(preview.guess)),
            Err(Fault { name, reason }) => each(Err(Refused { place: name, why: Why::Fault(reason) }))?,
        }
    }
    Ok(())
}

fn io_why(error: io::Error) -> Why {
    if error.kind() == io::ErrorKind::NotFound { Why::Missing } else { Why::Io(error) }
}

fn refused(path: &Path, why: Why) -> Refused {
    Refused { place: path.display().to_string(), why }
}
