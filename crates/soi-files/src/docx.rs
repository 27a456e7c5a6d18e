//! A Word document: each of its paragraphs a line. ECMA-376, part 1, WordprocessingML.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::fault::{Note, Reason};
use crate::limits::Limits;
use crate::sniff::Format;

/// Its text, and what the reader should know.
///
/// # Errors
/// If it is none, damaged, or without text.
pub(crate) fn text(bytes: &[u8], limits: &Limits) -> Result<(String, Vec<Note>), Reason> {
    let damaged = || Reason::Damaged(Format::Docx);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let macros = archive.file_names().flatten().any(|name| name.ends_with("vbaProject.bin"));
    let file = archive.by_name("word/document.xml").map_err(|_| damaged())?;
    let mut xml = Vec::new();
    let read = file.take(limits.file + 1).read_to_end(&mut xml);
    if xml.len() as u64 > limits.file {
        return Err(Reason::TooLarge(limits.file));
    }
    // Half a document is told as damaged: its facts would be taken for all of it.
    read.map_err(|_| damaged())?;
    if xml.len() as u64 > limits.ratio_from && xml.len() as u64 > limits.ratio * bytes.len() as u64 {
        return Err(Reason::Bomb);
    }
    let text = paragraphs(&xml).ok_or_else(damaged)?;
    let notes = if macros { vec![Note::Macros] } else { Vec::new() };
    if text.trim().is_empty() { Err(Reason::NoText) } else { Ok((text, notes)) }
}

/// The lines of the XML; `None` if it is none.
fn paragraphs(xml: &[u8]) -> Option<String> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut out = String::new();
    let mut in_text = 0;
    // Inside what is drawn another way where Word knows it, or was deleted with changes tracked.
    let mut skipped = 0usize;
    loop {
        match reader.read_event_into(&mut buffer) {
            Err(_) => return None,
            Ok(Event::Eof) => break,
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "Fallback" | "del" | "moveFrom" | "instrText" => skipped += 1,
                "t" => in_text += 1,
                // A paragraph in a text box begins inside another.
                "p" if !out.is_empty() && !out.ends_with('\n') => out.push('\n'),
                _ => {}
            },
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "Fallback" | "del" | "moveFrom" | "instrText" => skipped = skipped.saturating_sub(1),
                "t" => in_text -= 1,
                "p" if !out.ends_with('\n') && !out.is_empty() => out.push('\n'),
                _ => {}
            },
            Ok(Event::Empty(tag)) if skipped == 0 => match tag.local_name().as_ref() {
                "br" | "cr" => out.push('\n'),
                "tab" => out.push('\t'),
                "noBreakHyphen" => out.push('-'),
                _ => {}
            },
            Ok(Event::Text(text)) if in_text > 0 && skipped == 0 => out.push_str(&text),
            Ok(Event::GeneralRef(name)) if in_text > 0 && skipped == 0 => {
                // Only XML's own five and numbers: a document cannot define more.
                match (name.resolve_char_ref(), &name[..]) {
                    (Ok(Some(c)), _) if c != '\0' => out.push(c),
                    (_, "amp") => out.push('&'),
                    (_, "lt") => out.push('<'),
                    (_, "gt") => out.push('>'),
                    (_, "quot") => out.push('"'),
                    (_, "apos") => out.push('\''),
                    _ => {}
                }
            }
            Ok(_) => {}
        }
        buffer.clear();
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_lines_and_what_was_deleted_is_not_read() {
        let xml = "<w:document><w:body><w:p><w:r><w:t>Đảng </w:t></w:r><w:r><w:t>bộ &amp; Khối</w:t></w:r></w:p>\
                   <w:p/><w:del><w:r><w:t>x</w:t></w:r></w:del><w:tbl><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>\
                   <w:tc><w:p><w:r><w:t>2</w:t><w:br/><w:t>3</w:t></w:r></w:p></w:tc></w:tbl></w:body></w:document>";
        assert_eq!(paragraphs(xml.as_bytes()).as_deref(), Some("Đảng bộ & Khối\n1\n2\n3\n"));
        assert_eq!(paragraphs(b"<w:p><w:t>a</w:p>"), None);
    }
}
