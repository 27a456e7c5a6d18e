//! The text layer of a PDF, its printed lines joined to paragraphs again.
//!
//! lopdf reads the objects and the fonts' maps to Unicode; where each piece of text stands is followed here (ISO
//! 32000-1, 9.4), for only that tells a paragraph's end from a line's.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

use crate::encoding::old_font;
use crate::fault::Reason;
use crate::sniff::Format;

/// Bytes that one page's content, or a font's map, may unfold to.
const UNPACKED: usize = 64 << 20;
/// Forms within forms.
const FORMS: usize = 8;

/// The text of a PDF.
///
/// # Errors
/// If it is damaged, locked with a password, or has no text layer.
pub fn text(bytes: &[u8]) -> Result<String, Reason> {
    // A lock that lopdf does not know, or one whose key does not fit, comes as some other error, or as no pages.
    let locked = crate::sniff::find(bytes, b"/Encrypt").is_some();
    let broken = if locked { Reason::Password } else { Reason::Damaged(Format::Pdf) };
    let document = match Document::load_mem(bytes) {
        Ok(document) => document,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) | lopdf::Error::AlreadyEncrypted) => {
            return Err(Reason::Password);
        }
        Err(_) => return Err(broken),
    };
    if document.is_encrypted() && !document.was_encrypted() {
        return Err(Reason::Password);
    }
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(broken);
    }
    let mut out: Vec<Line> = Vec::new();
    let mut pictures = false;
    for (number, id) in pages {
        let mut page = Page { document: &document, pieces: Vec::new(), pictures: false };
        page.read(id);
        pictures |= page.pictures;
        let mut lines = lines(page.pieces);
        // A page's number stands between two halves of a paragraph.
        let is_number = |line: &Line| line.text.trim().trim_matches(['-', '–', ' ']).parse::<u32>() == Ok(number);
        if lines.last().is_some_and(is_number) {
            lines.pop();
        }
        if lines.first().is_some_and(is_number) {
            lines.remove(0);
        }
        if let Some(first) = lines.first_mut() {
            first.new_page = true;
        }
        out.append(&mut lines);
    }
    let text = paragraphs(&out);
    if text.trim().is_empty() {
        // Objects are found even in half a file; its end is what tells.
        let end = &bytes[bytes.len().saturating_sub(2048)..];
        let whole = crate::sniff::find(end, b"%%EOF").is_some();
        return Err(match (whole, pictures) {
            (false, _) => Reason::Damaged(Format::Pdf),
            (true, true) => Reason::Scanned,
            (true, false) => Reason::NoText,
        });
    }
    Ok(old_font(&text).map_or(text, |decoded| decoded.text))
}

/// Text that was shown at once.
struct Piece {
    x: f32,
    y: f32,
    /// Where it ends.
    end: f32,
    size: f32,
    text: String,
}

/// A matrix of six.
type Matrix = [f32; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `a`, then `b`.
fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// A font as far as text and its width go.
struct FontWidths<'f> {
    encoding: Option<Encoding<'f>>,
    /// Whether a code has two bytes.
    wide: bool,
    widths: BTreeMap<u32, f32>,
    default: f32,
}

impl<'f> FontWidths<'f> {
    fn new(document: &'f Document, dictionary: &'f Dictionary) -> Self {
        let get = |from: &'f Dictionary, key: &[u8]| Some(document.dereference(from.get(key).ok()?).ok()?.1);
        let list = |object: Option<&'f Object>| object.and_then(|o| o.as_array().ok()).map_or(&[][..], Vec::as_slice);
        let number = |object: &Object| object.as_float().ok();
        let mut font = Self {
            encoding: dictionary.get_font_encoding_with_limit(document, UNPACKED).ok(),
            wide: dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0"),
            widths: BTreeMap::new(),
            default: 500.0,
        };
        if !font.wide {
            let first = get(dictionary, b"FirstChar").and_then(|first| first.as_i64().ok()).unwrap_or(0);
            for (i, width) in list(get(dictionary, b"Widths")).iter().enumerate() {
                let width = document.dereference(width).ok().and_then(|(_, width)| number(width));
                font.widths.insert((first + i as i64) as u32, width.unwrap_or(500.0));
            }
            return font;
        }
        let below = list(get(dictionary, b"DescendantFonts")).first();
        let below = below.and_then(|object| document.dereference(object).ok()?.1.as_dict().ok());
        let Some(below) = below else { return font };
        font.default = get(below, b"DW").and_then(number).unwrap_or(1000.0);
        let list = list(get(below, b"W"));
        let mut at = 0;
        while let Some(first) = list.get(at).and_then(|object| object.as_i64().ok()) {
            match list.get(at + 1).and_then(|object| document.dereference(object).ok()).map(|(_, o)| o) {
                Some(Object::Array(widths)) => {
                    for (i, width) in widths.iter().enumerate() {
                        font.widths.insert((first + i as i64) as u32, number(width).unwrap_or(font.default));
                    }
                    at += 2;
                }
                Some(last) => {
                    let last = last.as_i64().unwrap_or(first).min(first.saturating_add(65_535));
                    let width = list.get(at + 2).and_then(number).unwrap_or(font.default);
                    font.widths.extend((first..=last).map(|code| (code as u32, width)));
                    at += 3;
                }
                None => break,
            }
        }
        font
    }

    fn text(&self, bytes: &[u8]) -> String {
        let decoded = self.encoding.as_ref().and_then(|encoding| encoding.bytes_to_string(bytes).ok());
        decoded.unwrap_or_default().replace('\0', "")
    }

    fn codes(&self, bytes: &[u8]) -> Vec<u32> {
        if self.wide {
            return bytes
                .chunks(2)
                .map(|pair| pair.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
                .collect();
        }
        bytes.iter().map(|byte| u32::from(*byte)).collect()
    }

    fn width(&self, code: u32) -> f32 {
        self.widths.get(&code).copied().unwrap_or(self.default)
    }
}

struct Page<'a> {
    document: &'a Document,
    pieces: Vec<Piece>,
    pictures: bool,
}

/// What `q` keeps.
#[derive(Clone)]
struct State {
    ctm: Matrix,
    font: Vec<u8>,
    size: f32,
    leading: f32,
    spacing: f32,
    word_spacing: f32,
    scale: f32,
    rise: f32,
}

impl<'a> Page<'a> {
    fn read(&mut self, id: ObjectId) {
        let Ok(content) = self.document.get_page_content_with_limit(id, UNPACKED) else { return };
        let (direct, inherited) = self.document.get_page_resources(id).unwrap_or((None, Vec::new()));
        let mut resources: Vec<&Dictionary> = direct.into_iter().collect();
        resources.extend(inherited.iter().filter_map(|id| self.document.get_dictionary(*id).ok()));
        self.run(&content, &resources, IDENTITY, FORMS);
    }

    /// An entry of a kind of resources.
    fn resource(&self, resources: &[&'a Dictionary], kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        resources.iter().find_map(|resources| {
            let entries = self.document.dereference(resources.get(kind).ok()?).ok()?.1.as_dict().ok()?;
            Some(self.document.dereference(entries.get(name).ok()?).ok()?.1)
        })
    }

    /// The fonts of resources, by name; of one with a map to Unicode and another encoding, the map counts.
    fn fonts(&self, resources: &[&'a Dictionary]) -> Vec<(Vec<u8>, Dictionary)> {
        let mut out: Vec<(Vec<u8>, Dictionary)> = Vec::new();
        for resources in resources {
            let Some(entries) = resources.get(b"Font").ok().and_then(|o| self.document.dereference(o).ok()) else {
                continue;
            };
            let Ok(entries) = entries.1.as_dict() else { continue };
            for (name, font) in entries.iter() {
                let Some(font) = self.document.dereference(font).ok().and_then(|(_, font)| font.as_dict().ok()) else {
                    continue;
                };
                let mut font = font.clone();
                if font.has(b"ToUnicode")
                    && !font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|k| k == b"Type0")
                {
                    font.remove(b"Encoding");
                }
                if !out.iter().any(|(other, _)| other == name) {
                    out.push((name.clone(), font));
                }
            }
        }
        out
    }

    fn run(&mut self, content: &[u8], resources: &[&'a Dictionary], ctm: Matrix, depth: usize) {
        let Ok(content) = Content::decode(content) else { return };
        let document = self.document;
        let dictionaries = self.fonts(resources);
        let fonts: BTreeMap<&[u8], FontWidths> = dictionaries
            .iter()
            .map(|(name, dictionary)| (name.as_slice(), FontWidths::new(document, dictionary)))
            .collect();
        let mut state = State {
            ctm,
            font: Vec::new(),
            size: 0.0,
            leading: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            scale: 1.0,
            rise: 0.0,
        };
        let mut kept: Vec<State> = Vec::new();
        let (mut matrix, mut line) = (IDENTITY, IDENTITY);
        for operation in &content.operations {
            let operands = &operation.operands;
            let number = |at: usize| operands.get(at).and_then(|o| o.as_float().ok()).unwrap_or(0.0);
            let six = || std::array::from_fn(number);
            let mut shown: Option<&[Object]> = None;
            match operation.operator.as_str() {
                "q" if kept.len() < 1000 => kept.push(state.clone()),
                "Q" => state = kept.pop().unwrap_or(state),
                "cm" => state.ctm = times(six(), state.ctm),
                "BT" => (matrix, line) = (IDENTITY, IDENTITY),
                "Tf" => {
                    state.font = operands.first().and_then(|o| o.as_name().ok()).unwrap_or_default().to_vec();
                    state.size = number(1);
                }
                "TL" => state.leading = number(0),
                "Tc" => state.spacing = number(0),
                "Tw" => state.word_spacing = number(0),
                "Tz" => state.scale = number(0) / 100.0,
                "Ts" => state.rise = number(0),
                "Tm" => (matrix, line) = (six(), six()),
                "Td" | "TD" => {
                    if operation.operator == "TD" {
                        state.leading = -number(1);
                    }
                    line = times([1.0, 0.0, 0.0, 1.0, number(0), number(1)], line);
                    matrix = line;
                }
                "T*" => {
                    line = times([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                    matrix = line;
                }
                "Tj" => shown = Some(operands),
                "'" | "\"" => {
                    if operation.operator == "\"" {
                        (state.word_spacing, state.spacing) = (number(0), number(1));
                    }
                    line = times([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                    matrix = line;
                    shown = operands.last().map(std::slice::from_ref);
                }
                "TJ" => shown = operands.first().and_then(|list| list.as_array().ok()).map(Vec::as_slice),
                "BI" => self.pictures = true,
                "Do" => {
                    let name = operands.first().and_then(|o| o.as_name().ok()).unwrap_or_default();
                    let Some(Object::Stream(stream)) = self.resource(resources, b"XObject", name) else { continue };
                    if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image") {
                        self.pictures = true;
                    } else if depth > 0
                        && let Ok(content) = stream.decompressed_content_with_limit(UNPACKED)
                    {
                        let own = stream.dict.get(b"Resources").ok().and_then(|o| document.dereference(o).ok());
                        let own = own.and_then(|(_, own)| own.as_dict().ok());
                        let resources: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
                        let form = stream.dict.get(b"Matrix").and_then(Object::as_array).map_or(IDENTITY, |list| {
                            std::array::from_fn(|i| list.get(i).and_then(|o| o.as_float().ok()).unwrap_or(IDENTITY[i]))
                        });
                        self.run(&content, &resources, times(form, state.ctm), depth - 1);
                    }
                }
                _ => {}
            }
            if let (Some(shown), Some(font)) = (shown, fonts.get(state.font.as_slice())) {
                self.show(shown, font, &state, &mut matrix);
            }
        }
    }

    fn show(&mut self, shown: &[Object], font: &FontWidths, state: &State, matrix: &mut Matrix) {
        let at = |matrix: &Matrix| times([1.0, 0.0, 0.0, 1.0, 0.0, state.rise], times(*matrix, state.ctm));
        let start = at(matrix);
        let mut text = String::new();
        for object in shown {
            match object {
                Object::String(bytes, _) => {
                    text.push_str(&font.text(bytes));
                    let mut width = 0.0;
                    for code in font.codes(bytes) {
                        width += font.width(code) / 1000.0 * state.size + state.spacing;
                        if code == 32 && !font.wide {
                            width += state.word_spacing;
                        }
                    }
                    *matrix = times([1.0, 0.0, 0.0, 1.0, width * state.scale, 0.0], *matrix);
                }
                other => {
                    let Ok(back) = other.as_float() else { continue };
                    // Justified text often has gaps for spaces.
                    if back < -180.0 && !text.ends_with(' ') && !text.is_empty() {
                        text.push(' ');
                    }
                    *matrix = times([1.0, 0.0, 0.0, 1.0, -back / 1000.0 * state.size * state.scale, 0.0], *matrix);
                }
            }
        }
        let end = at(matrix);
        let size = state.size.abs() * (start[2].powi(2) + start[3].powi(2)).sqrt();
        if !text.is_empty() && start[4].is_finite() && start[5].is_finite() {
            self.pieces.push(Piece { x: start[4], y: start[5], end: end[4], size, text });
        }
    }
}

/// A printed line.
struct Line {
    x: f32,
    end: f32,
    y: f32,
    size: f32,
    text: String,
    new_page: bool,
}

/// Pieces side by side as lines, in the order in which they were printed.
fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut last: Option<(f32, String)> = None;
    for piece in pieces {
        // Bold by printing twice.
        let again =
            last.as_ref().is_some_and(|(x, text)| (x - piece.x).abs() < piece.size * 0.2 && *text == piece.text);
        last = Some((piece.x, piece.text.clone()));
        match out.last_mut() {
            Some(line) if (line.y - piece.y).abs() < line.size.max(piece.size) * 0.5 && piece.x > line.x - 1.0 => {
                if again {
                    continue;
                }
                let gap = piece.x - line.end;
                let spaced = line.text.ends_with(char::is_whitespace) || piece.text.starts_with(char::is_whitespace);
                if gap > piece.size * 0.15 && !spaced {
                    line.text.push(' ');
                }
                line.text.push_str(&piece.text);
                line.end = line.end.max(piece.end);
                line.size = line.size.max(piece.size);
            }
            _ if piece.text.trim().is_empty() => {}
            _ => out.push(Line {
                x: piece.x,
                end: piece.end,
                y: piece.y,
                size: piece.size,
                text: piece.text,
                new_page: false,
            }),
        }
    }
    out
}

/// Lines joined to paragraphs: a gap, an indent, another size or a short line before ends one.
fn paragraphs(lines: &[Line]) -> String {
    let mut gaps: Vec<f32> = lines
        .windows(2)
        .filter(|pair| !pair[1].new_page)
        .map(|pair| pair[0].y - pair[1].y)
        .filter(|gap| *gap > 0.0)
        .collect();
    gaps.sort_by(f32::total_cmp);
    // The lesser half are lines of paragraphs, the greater has the gaps between them.
    let usual = gaps.get(gaps.len() / 4).copied().unwrap_or(0.0);
    let left = lines.iter().map(|line| line.x).fold(f32::INFINITY, f32::min);
    let right = lines.iter().map(|line| line.end).fold(f32::NEG_INFINITY, f32::max);
    let mut out = String::new();
    for (i, line) in lines.iter().enumerate() {
        let text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let joins = i.checked_sub(1).map(|before| &lines[before]).is_some_and(|before| {
            let first = text.split(' ').next().unwrap_or_default();
            // Whether the first word would have stood on the line before.
            let room = right - before.end;
            let would_fit = room > (first.chars().count() as f32 + 1.0) * before.size * 0.55;
            let gap = before.y - line.y;
            let near = line.new_page || gap > 0.0 && gap <= usual * 1.3;
            let indented = line.x > before.x.min(left + before.size * 4.0) + before.size * 0.8;
            let alike = (line.size - before.size).abs() < before.size * 0.08;
            near && alike && !would_fit && !indented
        });
        if joins {
            out.push(' ');
        } else if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&text);
    }
    out
}
