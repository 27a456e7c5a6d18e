//! Going through files one document at a time, so that whoever asks may pause, show and stop between any two.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::rc::Rc;

use soi::Report;
use soi::fnv::hash64;
use soi::link::{self, ToldById};
use soi::text::fold::fold_char;
use zip::{CompressionMethod, ZipArchive};

use crate::fault::{Fault, Note, Reason};
use crate::json::{self, Columns};
use crate::limits::Limits;
use crate::sniff::{Format, sniff};
use crate::table::{Preview, Table};
use crate::{Document, Encoding, decode, docx, encoding, html, id, markdown, mhtml};

/// Something read.
#[derive(Debug, Clone)]
pub enum Item {
    /// A text to be parsed.
    Document(Document),
    /// A report that was parsed before, from a corpus or from what `soi parse` wrote.
    Report(Box<Report>),
    /// A PDF, where [`Options::pdf_apart`] asks for it: to be given back by [`Reading::pdf`].
    Pdf {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A table whose columns' names leave open which is the text, where [`Options::ask`] asks for it: it is read when
    /// [`Reading::choose`] has said.
    Columns(Box<Preview>),
}

/// How to read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Bounds.
    pub limits: Limits,
    /// Which column or field of tables is what; what is not said is guessed.
    pub columns: Columns,
    /// PDFs are handed out instead of being read: their reader is another program.
    pub pdf_apart: bool,
    /// Of a table that does not say which column is the text it is asked.
    pub ask: bool,
}

/// Reads one file to its end.
pub fn read(name: &str, bytes: Vec<u8>, each: &mut dyn FnMut(Result<Item, Fault>)) {
    let mut reading = Reading::new(Options::default());
    reading.add(name, bytes);
    reading.for_each(each);
}

/// Files given and not yet read. Ids and duplicates are told over all files of a reading.
pub struct Reading {
    options: Options,
    waiting: std::collections::VecDeque<Frame>,
    /// What is open: archives around tables around rows.
    open: Vec<Frame>,
    /// Bytes unpacked from the file that is open at the bottom.
    unpacked: u64,
    /// How much of that file was read, of how much, where it is read in pieces.
    read: Option<(Rc<Cell<u64>>, u64)>,
    ids: BTreeSet<String>,
    bytes_seen: BTreeMap<u64, String>,
    texts_seen: BTreeMap<u64, String>,
    /// What was said of tables with columns of these names.
    chosen: BTreeMap<Vec<String>, Option<Columns>>,
    /// What readers told of names in built corpora.
    told: Vec<ToldById>,
}

/// Something that is read step by step.
enum Frame {
    File {
        name: String,
        bytes: Vec<u8>,
        notes: Vec<Note>,
    },
    Stream {
        name: String,
        from: Box<dyn Read>,
    },
    Zip {
        name: String,
        archive: Box<ZipArchive<Cursor<Vec<u8>>>>,
        at: usize,
        size: u64,
    },
    Lines {
        name: String,
        from: Box<dyn BufRead>,
        line: usize,
        columns: Columns,
    },
    Table {
        name: String,
        table: Box<Table>,
    },
    Values {
        name: String,
        values: std::vec::IntoIter<serde_json::Value>,
        at: usize,
        encoding: Encoding,
        columns: Columns,
    },
    Reports {
        reports: std::vec::IntoIter<Report>,
    },
}

type Outcome = Result<Item, Fault>;

/// What a step gives: the next outcome, more to do, or nothing more of its frame.
enum Step {
    Give(Outcome),
    /// The last outcome of its frame.
    Last(Outcome),
    Open(Frame),
    /// What its frame needs to be told before it goes on.
    Ask(Box<Preview>, Frame),
    End,
}

/// What is known of a table's columns.
enum Told {
    Columns(Columns),
    /// It is to be left out.
    Nothing,
    /// It must be asked.
    Open(Box<Preview>),
}

fn fault(name: &str, reason: Reason) -> Step {
    Step::Give(Err(Fault { name: name.to_owned(), reason }))
}

impl Reading {
    /// A reading of nothing yet.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            waiting: std::collections::VecDeque::new(),
            open: Vec::new(),
            unpacked: 0,
            read: None,
            ids: BTreeSet::new(),
            bytes_seen: BTreeMap::new(),
            texts_seen: BTreeMap::new(),
            chosen: BTreeMap::new(),
            told: Vec::new(),
        }
    }

    /// What readers told of names in the built corpora that were begun since this was last asked, by the ids that their
    /// reports have here.
    pub fn told(&mut self) -> Vec<ToldById> {
        std::mem::take(&mut self.told)
    }

    /// A file to be read after those given before.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.waiting.push_back(Frame::File { name: name.to_owned(), bytes, notes: Vec::new() });
    }

    /// A file that need not fit in memory: of JSON lines, packed or not, one line is held at a time.
    pub fn add_stream(&mut self, name: &str, from: Box<dyn Read>) {
        self.waiting.push_back(Frame::Stream { name: name.to_owned(), from });
    }

    /// The ids that are taken, by an earlier reading of the same corpus.
    pub fn take_ids(&mut self, ids: impl IntoIterator<Item = String>) {
        self.ids.extend(ids);
    }

    /// The document of a PDF that was handed out, from its text.
    pub fn pdf(&mut self, name: &str, text: Result<String, Reason>) -> Outcome {
        match text {
            Ok(text) => self.finish(Document {
                name: name.to_owned(),
                id: id::of(name),
                text,
                title: None,
                url: None,
                date: None,
                format: Format::Pdf,
                encoding: Encoding::Utf8,
                notes: Vec::new(),
            }),
            Err(reason) => Err(Fault { name: name.to_owned(), reason }),
        }
    }

    /// Says which column is what in tables with columns of these names, or that such tables are left out.
    pub fn choose(&mut self, names: Vec<String>, columns: Option<Columns>) {
        let columns = columns.map(|columns| Columns { chosen: true, ..columns });
        self.chosen.insert(names, columns);
    }

    /// What is known of the columns of a table that looks like `preview`, which is made only where somebody can be asked.
    fn columns(&self, preview: impl FnOnce() -> Option<Preview>) -> Told {
        let preview = if self.options.ask { preview() } else { None };
        match preview.filter(Preview::is_open) {
            Some(preview) => match self.chosen.get(&preview.names) {
                Some(Some(columns)) => Told::Columns(columns.clone()),
                Some(None) => Told::Nothing,
                None => Told::Open(Box::new(preview)),
            },
            None => Told::Columns(self.options.columns.clone()),
        }
    }

    /// How much of the file that is being read is done, from 0 to 1.
    pub fn share(&self) -> f64 {
        let part = |done: usize, all: usize| done as f64 / all.max(1) as f64;
        match (self.open.first(), &self.read) {
            (Some(Frame::Zip { archive, at, .. }), _) => part(*at, archive.len()),
            (Some(Frame::Values { values, at, .. }), _) => part(*at, *at + values.len()),
            (Some(Frame::Table { table, .. }), _) => table.share(),
            (Some(_), Some((read, all))) => read.get() as f64 / (*all).max(1) as f64,
            _ => 0.0,
        }
    }

    /// Bytes whose reading is followed, if they are the file at the bottom.
    fn counted(&mut self, bytes: Vec<u8>) -> Counted {
        let read = Rc::new(Cell::new(0));
        if self.open.is_empty() {
            self.read = Some((Rc::clone(&read), bytes.len() as u64));
        }
        Counted { from: Cursor::new(bytes), read }
    }

    /// Files given and not yet begun.
    pub fn files_left(&self) -> usize {
        self.waiting.len()
    }

    fn step(&mut self, mut frame: Frame) -> (Option<Frame>, Step) {
        let limits = self.options.limits;
        let step = match &mut frame {
            Frame::File { .. } | Frame::Stream { .. } => return (None, self.begin(frame)),
            Frame::Zip { name, archive, at, size } => self.entry(name, archive, at, *size),
            Frame::Lines { name, from, line, columns } => self.line(name, from, line, columns, &limits),
            Frame::Table { name, table } => match table.next() {
                None => Step::End,
                Some((line, Ok(document))) => Step::Give(self.row(name, line as usize, document)),
                Some((line, Err(reason))) => {
                    let damaged = matches!(reason, Reason::Damaged(_));
                    let outcome = Err(Fault { name: format!("{name}:{line}"), reason });
                    if damaged { Step::Last(outcome) } else { Step::Give(outcome) }
                }
            },
            Frame::Values { name, values, at, encoding, columns } => match values.next() {
                None => Step::End,
                Some(value) => {
                    *at += 1;
                    let (at, encoding) = (*at, *encoding);
                    Step::Give(self.value(name, at, &value, columns, Format::Json, encoding))
                }
            },
            Frame::Reports { reports } => match reports.next() {
                None => Step::End,
                Some(report) => Step::Give(Ok(Item::Report(Box::new(report)))),
            },
        };
        match step {
            Step::End => (None, Step::End),
            Step::Last(outcome) => (None, Step::Give(outcome)),
            step => (Some(frame), step),
        }
    }

    /// Looks at a file and opens it.
    fn begin(&mut self, frame: Frame) -> Step {
        let (name, bytes, notes) = match frame {
            Frame::File { name, bytes, notes } => (name, bytes, notes),
            Frame::Stream { name, from } => return self.stream(name, from),
            other => return Step::Open(other),
        };
        if is_system(&name) {
            return fault(&name, Reason::System);
        }
        let (format, named) = match sniff(&name, &bytes) {
            Ok(told) => told,
            Err(reason) => return fault(&name, reason),
        };
        let limits = self.options.limits;
        let mut notes = notes;
        if !named && !matches!(format, Format::Gzip | Format::Zstd) {
            notes.push(Note::WrongName);
        }
        match format {
            Format::Zip => self.archive(name, bytes),
            Format::Gzip | Format::Zstd => {
                if self.depth() >= limits.depth {
                    return fault(&name, Reason::TooDeep(limits.depth));
                }
                let size = bytes.len() as u64;
                let from: Box<dyn Read> = match unpack(format, self.counted(bytes)) {
                    Ok(from) => from,
                    Err(_) => return fault(&name, Reason::Damaged(format)),
                };
                let from = Bounded { from, read: 0, size, limits };
                Step::Open(Frame::Stream { name: unpacked_name(&name), from: Box::new(from) })
            }
            Format::Soi => match soi::explore::Explorer::decode(&bytes) {
                Ok(explorer) => {
                    let told = explorer.told();
                    let reports = std::sync::Arc::unwrap_or_clone(explorer.corpus()).reports;
                    self.reports(reports, told)
                }
                Err(error) => match (error, soi::Corpus::decode(&bytes)) {
                    (_, Ok(corpus)) => self.reports(corpus.reports, Vec::new()),
                    (soi::index::file::FileError::OtherVersion(version), _)
                    | (_, Err(soi::corpus::Error::OtherVersion(version))) => {
                        fault(&name, Reason::OtherVersion(version))
                    }
                    _ => fault(&name, Reason::Damaged(Format::Soi)),
                },
            },
            Format::JsonLines if !is_utf16(&bytes) => match self.columns(|| head_of_lines(&name, &bytes)) {
                Told::Columns(columns) => {
                    Step::Open(Frame::Lines { name, from: Box::new(self.counted(bytes)), line: 0, columns })
                }
                Told::Nothing => fault(&name, Reason::NoColumn),
                Told::Open(preview) => Step::Ask(preview, Frame::File { name, bytes, notes }),
            },
            Format::Csv | Format::Tsv => {
                let columns = match self.columns(|| Table::preview(&name, &bytes, format)) {
                    Told::Columns(columns) => columns,
                    Told::Nothing => return fault(&name, Reason::NoColumn),
                    Told::Open(preview) => return Step::Ask(preview, Frame::File { name, bytes, notes }),
                };
                match Table::new(&bytes, format, &columns) {
                    Ok(table) => Step::Open(Frame::Table { name, table: Box::new(table) }),
                    Err(reason) => fault(&name, reason),
                }
            }
            Format::Json | Format::JsonLines => match decode(&bytes) {
                Ok(decoded) if decoded.text.trim().is_empty() => fault(&name, Reason::Empty),
                Ok(decoded) => match serde_json::from_str(decoded.text.trim_start_matches('\u{feff}')) {
                    Ok(value) => {
                        let values = json::values(value);
                        match self.columns(|| Preview::of_objects(&name, values.iter())) {
                            Told::Columns(columns) => {
                                let values = values.into_iter();
                                Step::Open(Frame::Values { name, values, at: 0, encoding: decoded.encoding, columns })
                            }
                            Told::Nothing => fault(&name, Reason::NoColumn),
                            Told::Open(preview) => Step::Ask(preview, Frame::File { name, bytes, notes }),
                        }
                    }
                    // Lines of JSON by the name of JSON.
                    Err(_) if decoded.text.trim().lines().count() > 1 => {
                        let lines = decoded.text.into_bytes();
                        match self.columns(|| head_of_lines(&name, &lines)) {
                            Told::Columns(columns) => {
                                let from = Box::new(Cursor::new(lines));
                                Step::Open(Frame::Lines { name, from, line: 0, columns })
                            }
                            Told::Nothing => fault(&name, Reason::NoColumn),
                            Told::Open(preview) => Step::Ask(preview, Frame::File { name, bytes, notes }),
                        }
                    }
                    Err(_) => fault(&name, Reason::BadJson),
                },
                Err(reason) => fault(&name, reason),
            },
            Format::Pdf if self.options.pdf_apart => Step::Give(Ok(Item::Pdf { name, bytes })),
            Format::Pdf => Step::Give(self.read_pdf(&name, &bytes)),
            Format::Text | Format::Markdown | Format::Html | Format::Mhtml | Format::Docx => {
                let read = document(format, &bytes, &limits);
                let mut document = match read {
                    Ok(document) => document,
                    Err(reason) => return fault(&name, reason),
                };
                document.id = id::of(&name);
                notes.append(&mut document.notes);
                document.notes = notes;
                if let Some(same) = self.same_bytes(&bytes, &document.id) {
                    document.notes.push(Note::SameBytes(same));
                }
                document.name = name;
                Step::Give(self.finish(document))
            }
        }
    }

    #[cfg(feature = "pdf")]
    fn read_pdf(&mut self, name: &str, bytes: &[u8]) -> Outcome {
        let text = crate::pdf::text(bytes);
        self.pdf(name, text)
    }

    #[cfg(not(feature = "pdf"))]
    fn read_pdf(&mut self, name: &str, _: &[u8]) -> Outcome {
        self.pdf(name, Err(Reason::Pdf))
    }

    /// Something that comes in pieces: lines of JSON are read as they come, all else is read whole.
    fn stream(&mut self, name: String, from: Box<dyn Read>) -> Step {
        let limits = self.options.limits;
        let mut from = BufReader::with_capacity(1 << 16, from);
        let head = match from.fill_buf() {
            Ok(head) => head,
            Err(error) => return fault(&name, io_reason(&error)),
        };
        let lines = Format::of_name(&name) == Some(Format::JsonLines)
            || Format::of_name(&name).is_none() && head.trim_ascii_start().starts_with(b"{");
        if lines
            && !is_utf16(head)
            && !head.is_empty()
            && sniff(&name, head).is_ok_and(|told| told.0 == Format::JsonLines)
        {
            return match self.columns(|| head_of_lines(&name, head)) {
                Told::Columns(columns) => Step::Open(Frame::Lines { name, from: Box::new(from), line: 0, columns }),
                Told::Nothing => fault(&name, Reason::NoColumn),
                Told::Open(preview) => Step::Ask(preview, Frame::Stream { name, from: Box::new(from) }),
            };
        }
        if let Ok((format @ (Format::Gzip | Format::Zstd), _)) = sniff(&name, head)
            && self.depth() < limits.depth
        {
            let Ok(unpacked) = unpack(format, from) else { return fault(&name, Reason::Damaged(format)) };
            // How large it is packed is not known: the ratio cannot be told, the size can.
            let from = Bounded { from: unpacked, read: 0, size: u64::MAX / limits.ratio.max(1), limits };
            return Step::Open(Frame::Stream { name: unpacked_name(&name), from: Box::new(from) });
        }
        let mut bytes = Vec::new();
        let read = from.take(limits.file + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > limits.file {
            return fault(&name, Reason::TooLarge(limits.file));
        }
        match read {
            Ok(_) if self.spend(bytes.len() as u64) => Step::Open(Frame::File { name, bytes, notes: Vec::new() }),
            Ok(_) => fault(&name, Reason::TooLarge(limits.unpacked)),
            Err(error) => fault(&name, io_reason(&error)),
        }
    }

    fn archive(&mut self, name: String, bytes: Vec<u8>) -> Step {
        let limits = self.options.limits;
        if self.depth() >= limits.depth {
            return fault(&name, Reason::TooDeep(limits.depth));
        }
        let size = bytes.len() as u64;
        match ZipArchive::new(Cursor::new(bytes)) {
            Err(_) => fault(&name, Reason::Damaged(Format::Zip)),
            Ok(archive) if archive.is_empty() => fault(&name, Reason::Empty),
            Ok(archive) if archive.len() > limits.entries => fault(&name, Reason::TooMany(limits.entries)),
            Ok(archive) => Step::Open(Frame::Zip { name, archive: Box::new(archive), at: 0, size }),
        }
    }

    /// The next file of an archive.
    fn entry(&mut self, name: &str, archive: &mut ZipArchive<Cursor<Vec<u8>>>, at: &mut usize, size: u64) -> Step {
        let limits = self.options.limits;
        loop {
            if *at >= archive.len() {
                return Step::End;
            }
            let index = *at;
            *at += 1;
            let (raw, refused) = match archive.by_index_raw(index) {
                Ok(entry) if entry.is_dir() => continue,
                Ok(entry) => {
                    let known = matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
                    let locked = entry.encrypted().then_some(Reason::Password);
                    (entry_name(&entry), locked.or((!known).then_some(Reason::Packing)))
                }
                Err(_) => return fault(name, Reason::Damaged(Format::Zip)),
            };
            let (safe, unsafe_name) = id::safe_path(&raw);
            let full = format!("{name}/{safe}");
            if is_system(&safe) {
                return fault(&full, Reason::System);
            }
            if let Some(reason) = refused {
                return fault(&full, reason);
            }
            let Ok(entry) = archive.by_index(index) else { return fault(&full, Reason::Damaged(Format::Zip)) };
            let packed = entry.compressed_size().min(size);
            let mut bytes = Vec::new();
            let read = entry.take(limits.file + 1).read_to_end(&mut bytes);
            let len = bytes.len() as u64;
            if len > limits.ratio_from && len > packed.max(1).saturating_mul(limits.ratio) {
                return fault(&full, Reason::Bomb);
            }
            if len > limits.file {
                return fault(&full, Reason::TooLarge(limits.file));
            }
            if read.is_err() {
                return fault(&full, Reason::Damaged(Format::Zip));
            }
            if !self.spend(len) {
                return fault(&full, Reason::TooLarge(limits.unpacked));
            }
            let notes = if unsafe_name { vec![Note::UnsafeName(raw)] } else { Vec::new() };
            return Step::Open(Frame::File { name: full, bytes, notes });
        }
    }

    /// The next line of JSON lines.
    fn line(
        &mut self,
        name: &str,
        from: &mut dyn BufRead,
        number: &mut usize,
        columns: &Columns,
        limits: &Limits,
    ) -> Step {
        let mut line = Vec::new();
        loop {
            line.clear();
            *number += 1;
            let place = format!("{name}:{number}");
            let read = match read_line(from, &mut line, limits.line) {
                Ok(read) => read,
                // What came before the damage is kept.
                Err(error) => return Step::Last(Err(Fault { name: place, reason: io_reason(&error) })),
            };
            match read {
                Line::End => return Step::End,
                Line::Long => return fault(&place, Reason::LongLine(limits.line)),
                Line::Read => {}
            }
            let text = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
            if text.is_empty() {
                continue;
            }
            let (text, encoding) = match decode(text) {
                Ok(decoded) => (decoded.text, decoded.encoding),
                Err(reason) => return fault(&place, reason),
            };
            let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) else {
                return fault(&place, Reason::BadJson);
            };
            if let Some(report) = parsed(&value, &text) {
                return Step::Give(Ok(self.report(report)));
            }
            return Step::Give(self.value(name, *number, &value, columns, Format::JsonLines, encoding));
        }
    }

    fn value(
        &mut self,
        name: &str,
        at: usize,
        value: &serde_json::Value,
        columns: &Columns,
        format: Format,
        encoding: Encoding,
    ) -> Outcome {
        match json::document(value, columns, format, encoding) {
            Ok(document) => self.row(name, at, document),
            Err(reason) => Err(Fault { name: format!("{name}:{at}"), reason }),
        }
    }

    /// A document from a line of a table.
    fn row(&mut self, name: &str, line: usize, mut document: Document) -> Outcome {
        if document.id.is_empty() {
            document.id = format!("{}-{line}", id::of(name));
        }
        document.name = format!("{name}:{line}");
        self.finish(document)
    }

    /// What every document goes through: content, old fonts, an id of its own, and whether its text came before.
    fn finish(&mut self, mut document: Document) -> Outcome {
        if document.text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
            let reason = match document.format {
                Format::Html | Format::Mhtml | Format::Docx => Reason::NoText,
                _ => Reason::Empty,
            };
            return Err(Fault { name: document.name, reason });
        }
        if let Some(at) = document.text.find('\0') {
            return Err(Fault { name: document.name, reason: Reason::Nul(at) });
        }
        let wanted = std::mem::take(&mut document.id);
        document.id = self.own_id(&wanted);
        if document.id != wanted {
            document.notes.push(Note::Renamed(wanted));
        }
        let text = fingerprint(&document.text);
        match self.texts_seen.get(&text) {
            Some(other) if !document.notes.iter().any(|note| matches!(note, Note::SameBytes(_))) => {
                document.notes.push(Note::SameText(other.clone()));
            }
            Some(_) => {}
            None => {
                self.texts_seen.insert(text, document.id.clone());
            }
        }
        Ok(Item::Document(document))
    }

    /// Reports of a corpus, with what a reader told of names in them.
    fn reports(&mut self, mut reports: Vec<Report>, told: Vec<link::Told>) -> Step {
        for report in &mut reports {
            report.id = self.own_id(&id::tidy(&report.id));
        }
        if !told.is_empty() {
            let ids: Vec<String> = reports.iter().map(|report| report.id.clone()).collect();
            self.told.extend(told.into_iter().filter_map(|told| ToldById::new(told, &ids)));
        }
        Step::Open(Frame::Reports { reports: reports.into_iter() })
    }

    fn report(&mut self, mut report: Report) -> Item {
        report.id = self.own_id(&id::tidy(&report.id));
        Item::Report(Box::new(report))
    }

    fn own_id(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut number = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        id
    }

    fn same_bytes(&mut self, bytes: &[u8], id: &str) -> Option<String> {
        let key = hash64(bytes.iter().copied());
        let other = self.bytes_seen.get(&key).cloned();
        self.bytes_seen.entry(key).or_insert_with(|| id.to_owned());
        other
    }

    /// Counts unpacked bytes; whether there may be so many.
    fn spend(&mut self, bytes: u64) -> bool {
        self.unpacked = self.unpacked.saturating_add(bytes);
        self.unpacked <= self.options.limits.unpacked
    }

    fn depth(&self) -> usize {
        self.open.iter().filter(|frame| matches!(frame, Frame::Zip { .. })).count()
    }
}

impl Iterator for Reading {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        loop {
            let frame = match self.open.pop() {
                Some(frame) => frame,
                None => {
                    self.unpacked = 0;
                    self.read = None;
                    self.waiting.pop_front()?
                }
            };
            let (rest, step) = self.step(frame);
            self.open.extend(rest);
            match step {
                Step::Give(outcome) | Step::Last(outcome) => return Some(outcome),
                Step::Open(frame) => self.open.push(frame),
                Step::Ask(preview, frame) => {
                    self.open.push(frame);
                    return Some(Ok(Item::Columns(preview)));
                }
                Step::End => {}
            }
        }
    }
}

/// The document of a file that holds one.
fn document(format: Format, bytes: &[u8], limits: &Limits) -> Result<Document, Reason> {
    let empty = Document {
        id: String::new(),
        name: String::new(),
        text: String::new(),
        title: None,
        url: None,
        date: None,
        format,
        encoding: Encoding::Utf8,
        notes: Vec::new(),
    };
    match format {
        Format::Markdown => {
            let decoded = decode(bytes)?;
            let read = markdown::read(&decoded.text);
            Ok(Document {
                text: read.text,
                title: read.title,
                date: read.date,
                encoding: decoded.encoding,
                notes: decoded.notes,
                ..empty
            })
        }
        Format::Html => {
            let decoded = decode(bytes)?;
            Ok(page(html::read(&decoded.text), decoded.encoding, decoded.notes, empty))
        }
        Format::Mhtml => {
            let part = mhtml::page(bytes)?;
            let decoded = decode(&part.bytes)?;
            let mut read = page(html::read(&decoded.text), decoded.encoding, decoded.notes, empty);
            read.url = part.url.filter(|url| url.starts_with("http")).or(read.url);
            Ok(read)
        }
        Format::Docx => {
            let (text, notes) = docx::text(bytes, limits)?;
            // Typed in an old font: Unicode by name only.
            match encoding::old_font(&text) {
                Some(decoded) => Ok(Document { text: decoded.text, encoding: decoded.encoding, notes, ..empty }),
                None => Ok(Document { text, notes, ..empty }),
            }
        }
        _ => {
            let decoded = decode(bytes)?;
            Ok(Document { text: decoded.text, encoding: decoded.encoding, notes: decoded.notes, ..empty })
        }
    }
}

fn page(page: html::Page, encoding: Encoding, notes: Vec<Note>, empty: Document) -> Document {
    Document { text: page.text, title: page.title, url: page.url, date: page.date, encoding, notes, ..empty }
}

/// What the first lines of JSON hold; `None` of parsed reports, and where no line says anything.
fn head_of_lines(name: &str, bytes: &[u8]) -> Option<Preview> {
    let head = &bytes[..bytes.len().min(1 << 18)];
    let lines = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).split(|byte| *byte == b'\n').take(20);
    let objects: Vec<serde_json::Value> = lines.filter_map(|line| serde_json::from_slice(line).ok()).collect();
    let are_reports = objects.first().is_some_and(|first| first["blocks"].is_array() && first["statements"].is_array());
    if are_reports { None } else { Preview::of_objects(name, objects.iter()) }
}

/// A report as `soi parse` wrote it, with its source from its blocks; the contract leaves the source out.
fn parsed(value: &serde_json::Value, line: &str) -> Option<Report> {
    if !(value.get("blocks")?.is_array() && value.get("statements")?.is_array()) {
        return None;
    }
    let mut report: Report = serde_json::from_str(line).ok()?;
    let len = report.blocks.iter().map(|block| block.quote.span().end as usize).max().unwrap_or(0);
    // Blocks hold nearly all of a page: a place far beyond them is made up.
    let held: usize = report.blocks.iter().map(|block| block.quote.as_str().len()).sum();
    if len > 64 * (held + 1024) {
        return None;
    }
    let mut bytes = vec![b'\n'; len];
    for block in &report.blocks {
        if let Some(place) = bytes.get_mut(block.quote.span().range())
            && place.len() == block.quote.as_str().len()
        {
            place.copy_from_slice(block.quote.as_str().as_bytes());
        }
    }
    report.source = std::sync::Arc::from(String::from_utf8(bytes).ok()?);
    Some(report)
}

fn entry_name<R: Read>(entry: &zip::read::ZipFile<'_, R>) -> String {
    // Archives from Windows often leave out that their names are UTF-8.
    match std::str::from_utf8(entry.name_raw()) {
        Ok(name) => name.to_owned(),
        Err(_) => entry.name().map_or_else(|_| "_".to_owned(), |name| name.into_owned()),
    }
}

fn is_system(name: &str) -> bool {
    name.split('/').any(|part| {
        matches!(part, "__MACOSX" | ".DS_Store" | "Thumbs.db" | "desktop.ini")
            || part.starts_with("._")
            || part.starts_with("~$")
    })
}

fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || bytes.iter().take(16).any(|byte| *byte == 0)
}

/// `a.jsonl.zst` without its last ending.
fn unpacked_name(name: &str) -> String {
    match Format::of_name(name) {
        Some(Format::Gzip | Format::Zstd) => name.rsplit_once('.').map_or(name, |(before, _)| before).to_owned(),
        _ => name.to_owned(),
    }
}

fn unpack<R: BufRead + 'static>(format: Format, from: R) -> io::Result<Box<dyn Read>> {
    Ok(match format {
        Format::Zstd => Box::new(ruzstd::decoding::StreamingDecoder::new(from).map_err(io::Error::other)?),
        _ => Box::new(flate2::bufread::MultiGzDecoder::new(from)),
    })
}

/// Bytes that tell how far they were read.
struct Counted {
    from: Cursor<Vec<u8>>,
    read: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(buffer);
        self.read.set(self.from.position());
        count
    }
}

impl BufRead for Counted {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.from.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.from.consume(amount);
        self.read.set(self.from.position());
    }
}

/// Something packed that may not unfold without end.
struct Bounded {
    from: Box<dyn Read>,
    read: u64,
    size: u64,
    limits: Limits,
}

const BOMB: &str = "soi: bomb";
const TOO_LARGE: &str = "soi: too large";

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(buffer)?;
        self.read += count as u64;
        if self.read > self.limits.ratio_from && self.read > self.size.saturating_mul(self.limits.ratio) {
            return Err(io::Error::other(BOMB));
        }
        if self.read > self.limits.unpacked {
            return Err(io::Error::other(TOO_LARGE));
        }
        Ok(count)
    }
}

/// Why bytes did not come: a bound of ours, a packing that is broken, or the disk.
fn io_reason(error: &io::Error) -> Reason {
    match error.to_string().as_str() {
        BOMB => Reason::Bomb,
        TOO_LARGE => Reason::TooLarge(Limits::default().unpacked),
        _ => match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied | io::ErrorKind::IsADirectory => {
                Reason::Unreadable(error.to_string())
            }
            io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
                Reason::Damaged(Format::Gzip)
            }
            _ => Reason::Damaged(Format::Zstd),
        },
    }
}

enum Line {
    Read,
    Long,
    End,
}

/// Reads a line of at most `max` bytes; a longer one is skipped.
fn read_line(from: &mut dyn BufRead, line: &mut Vec<u8>, max: usize) -> io::Result<Line> {
    let mut long = false;
    loop {
        let buffer = match from.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok(if long {
                Line::Long
            } else if line.is_empty() {
                Line::End
            } else {
                Line::Read
            });
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(buffer.len(), |at| at + 1);
        if line.len() + taken > max {
            long = true;
            line.clear();
            line.shrink_to_fit();
        }
        if !long {
            line.extend_from_slice(&buffer[..taken]);
        }
        from.consume(taken);
        if end.is_some() {
            return Ok(if long { Line::Long } else { Line::Read });
        }
    }
}

/// A number for a text that those with the same letters and digits share, folded. What the normal form changes besides
/// is no letter, or folds to the same one.
fn fingerprint(text: &str) -> u64 {
    let mut folded = String::with_capacity(text.len());
    folded.extend(text.chars().map(fold_char).filter(|c| c.is_alphanumeric()));
    hash64(folded.bytes())
}
