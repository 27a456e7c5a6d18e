//! Pages from paths: text files, folders of them, and JSONL of `{id, title, body}`, plain, zstd or gzip, line by line.
//!
//! One page is held at a time, so memory does not grow with the corpus.

use std::fmt;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use soi::source::{self, Unreadable};

/// A page and its id.
pub struct Page {
    pub id: String,
    pub text: String,
}

/// A path or a line of it that gave no page.
pub struct Refused {
    place: String,
    why: Why,
}

/// Why there is no page; the only wording of it beside [`Unreadable`].
enum Why {
    Missing,
    Io(io::Error),
    NoPage(Unreadable),
    NoText,
    BadLine(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        match &self.why {
            Why::Missing => f.write_str("không có tệp này (no such file)"),
            Why::Io(error) => write!(f, "không đọc được (cannot read): {error}"),
            Why::NoPage(why) => write!(f, "{why}"),
            Why::NoText => f.write_str("thư mục không có tệp .txt (no .txt in this folder)"),
            Why::BadLine(why) => write!(f, "dòng không phải báo cáo {{id, title, body}} (bad JSON line): {why}"),
        }
    }
}

/// Gives every page of the paths to `each`, in order; a folder's files come sorted by name.
pub fn pages(paths: &[PathBuf], each: &mut dyn FnMut(Result<Page, Refused>) -> io::Result<()>) -> io::Result<()> {
    for path in paths {
        if path.is_dir() {
            folder(path, each)?;
        } else {
            file(path, each)?;
        }
    }
    Ok(())
}

type Each<'a> = &'a mut dyn FnMut(Result<Page, Refused>) -> io::Result<()>;

fn folder(path: &Path, each: Each) -> io::Result<()> {
    let listed =
        fs::read_dir(path).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>());
    let mut files = match listed {
        Ok(files) => files,
        Err(error) => return each(Err(refused(path, io_why(error)))),
    };
    files.retain(|file| file.extension().is_some_and(|x| x == "txt") && !file.is_dir());
    files.sort();
    if files.is_empty() {
        return each(Err(refused(path, Why::NoText)));
    }
    for path in files {
        file(&path, each)?;
    }
    Ok(())
}

fn file(path: &Path, each: Each) -> io::Result<()> {
    if !is_lines(path) {
        let page = fs::read(path).map_err(io_why).and_then(|bytes| source::page(bytes).map_err(Why::NoPage));
        let id = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        return each(page.map(|text| Page { id, text }).map_err(|why| refused(path, why)));
    }
    match open(path) {
        Ok(from) => lines(path, from, each),
        Err(error) => each(Err(refused(path, io_why(error)))),
    }
}

/// Whether a file holds one page or report per line.
pub fn is_lines(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    [".jsonl", ".jsonl.zst", ".jsonl.gz"].iter().any(|end| name.ends_with(end))
}

/// A file's bytes, decompressed where its name says that they are compressed.
pub fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let file = BufReader::new(fs::File::open(path)?);
    Ok(match path.extension().and_then(|x| x.to_str()) {
        Some("zst") => {
            let decoder = ruzstd::decoding::StreamingDecoder::new(file).map_err(io::Error::other)?;
            Box::new(BufReader::with_capacity(1 << 16, decoder))
        }
        Some("gz") => Box::new(BufReader::with_capacity(1 << 16, flate2::bufread::MultiGzDecoder::new(file))),
        _ => Box::new(file),
    })
}

fn lines(path: &Path, mut from: impl BufRead, each: Each) -> io::Result<()> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        match from.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => return each(Err(refused(path, io_why(error)))),
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let page = article(&line);
        let place = || format!("{}:{number}", path.display());
        each(page.map_err(|why| Refused { place: place(), why }))?;
    }
    Ok(())
}

/// A line `{id, title, body}` as a page: the title on top, then the body.
fn article(line: &[u8]) -> Result<Page, Why> {
    let value: serde_json::Value = serde_json::from_slice(line).map_err(|error| Why::BadLine(error.to_string()))?;
    let field = |name: &str| match &value[name] {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let Some(id) = field("id") else { return Err(Why::BadLine("id?".to_owned())) };
    let text = match (field("title"), field("body")) {
        (Some(title), Some(body)) => format!("{title}\n{body}"),
        (Some(text), None) | (None, Some(text)) => text,
        (None, None) => return Err(Why::BadLine("title? body?".to_owned())),
    };
    source::page(text.into_bytes()).map(|text| Page { id, text }).map_err(Why::NoPage)
}

fn io_why(error: io::Error) -> Why {
    if error.kind() == io::ErrorKind::NotFound { Why::Missing } else { Why::Io(error) }
}

fn refused(path: &Path, why: Why) -> Refused {
    Refused { place: path.display().to_string(), why }
}
