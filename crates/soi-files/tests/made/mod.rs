//! Files for the tests, made here: no binary lies in the project.
#![allow(dead_code, reason = "each test binary uses some")]

use std::fmt::Write as _;
use std::io::Write as _;

use soi::text::{Letter, Shape, Tone};

/// The five seeds: id and text.
pub const SEEDS: [(&str, &str); 5] = [
    ("000_faaa068ce8db232c", include_str!("../../../../seeds/000_faaa068ce8db232c.txt")),
    ("001_99fad078a6312a8a", include_str!("../../../../seeds/001_99fad078a6312a8a.txt")),
    ("002_8e31a9386e71f985", include_str!("../../../../seeds/002_8e31a9386e71f985.txt")),
    ("003_c6d4539af1506bc8", include_str!("../../../../seeds/003_c6d4539af1506bc8.txt")),
    ("004_0d8b26d40ee660ef", include_str!("../../../../seeds/004_0d8b26d40ee660ef.txt")),
];

/// Lines with content.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')).filter(|l| !l.is_empty())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

pub fn html(text: &str) -> String {
    let mut out = "<!DOCTYPE html>\n<html lang=vi><head><meta charset=utf-8><title></title>\
                   <script>document.write('<p>Không đọc</p>')</script><style>p { color: red }</style></head><body>\n"
        .to_owned();
    for line in lines(text) {
        let _ = writeln!(out, "<div class=x><p>{}</p></div>", escape(line));
    }
    out + "</body></html>"
}

pub fn mhtml(text: &str) -> Vec<u8> {
    let mut out =
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.vn/bai\r\nMIME-Version: 1.0\r\n\
                   Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--X--\"\r\n\r\n\
                   ----X--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            .to_owned();
    let mut column = 0;
    for byte in html(text).bytes() {
        if column > 70 {
            out.push_str("=\r\n");
            column = 0;
        }
        match byte {
            b'=' | 0x80.. => {
                let _ = write!(out, "={byte:02X}");
                column += 3;
            }
            byte => {
                out.push(char::from(byte));
                column = if byte == b'\n' { 0 } else { column + 1 };
            }
        }
    }
    out.push_str("\r\n----X--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----X----\r\n");
    out.into_bytes()
}

pub fn markdown(text: &str) -> String {
    let mut out = String::new();
    for line in lines(text) {
        for c in line.chars() {
            if matches!(c, '*' | '_' | '[' | ']' | '`' | '\\' | '#' | '>') {
                out.push('\\');
            }
            out.push(c);
        }
        out.push_str("\n\n");
    }
    out
}

/// A zip of files, deflated.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in files {
        writer.start_file(*name, options).expect("a file of the archive");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("the archive").into_inner()
}

pub fn document_xml(text: &str) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>".to_owned();
    for line in lines(text) {
        // Word cuts a line in runs as it likes.
        xml.push_str("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>");
        for run in line.split_inclusive(' ').collect::<Vec<_>>().chunks(7) {
            let _ = write!(xml, "<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(&run.concat()));
        }
        xml.push_str("</w:p>");
    }
    xml + "<w:sectPr/></w:body></w:document>"
}

pub fn docx(text: &str) -> Vec<u8> {
    zip(&[("[Content_Types].xml", b"<Types/>".as_slice()), ("word/document.xml", document_xml(text).as_bytes())])
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).expect("to memory");
    writer.finish().expect("to memory")
}

pub fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

pub fn json_line(id: &str, text: &str) -> String {
    serde_json::json!({ "id": id, "text": text }).to_string()
}

pub fn csv(rows: &[(&str, &str)]) -> String {
    let mut out = "id,nội dung\r\n".to_owned();
    for (id, text) in rows {
        let _ = write!(out, "{id},\"{}\"\r\n", text.replace('"', "\"\""));
    }
    out
}

/// A tab or a line's end in a cell must stand in quotes.
pub fn tsv(rows: &[(&str, &str)]) -> String {
    csv(rows).replacen(',', "\t", 1).replace(",\"", "\t\"")
}

pub fn utf16(text: &str, mark: bool, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(to).collect()
}

/// Typographic marks as windows-1252 has them; what it lacks is replaced, and told by the caller's comparison.
fn windows1252(c: char) -> Option<u8> {
    let high = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”',
        '•', '–', '—',
    ];
    match c {
        '\0'..='\u{7f}' | '\u{a0}' | '«' | '»' | '°' => Some(c as u32 as u8),
        c => high.iter().position(|other| *other == c).map(|at| 0x80 + at as u8),
    }
}

/// Code page 1258: letters with a shape are one byte, tones follow.
pub fn windows1258(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for c in text.chars() {
        match (c, Letter::of(c)) {
            ('đ', _) => out.push(0xf0),
            ('Đ', _) => out.push(0xd0),
            (_, Some(letter)) => {
                let lower = letter.base.to_ascii_lowercase();
                let byte = match (lower, letter.shape) {
                    (_, Shape::Plain) => lower as u8,
                    ('a', Shape::Circumflex) => 0xe2,
                    ('a', _) => 0xe3,
                    ('e', _) => 0xea,
                    ('o', Shape::Circumflex) => 0xf4,
                    ('o', _) => 0xf5,
                    _ => 0xfd,
                };
                out.push(if letter.base.is_ascii_uppercase() { byte - 0x20 } else { byte });
                match letter.tone {
                    Tone::Level => {}
                    Tone::Grave => out.push(0xcc),
                    Tone::Acute => out.push(0xec),
                    Tone::Hook => out.push(0xd2),
                    Tone::Tilde => out.push(0xde),
                    Tone::Dot => out.push(0xf2),
                }
            }
            _ => out.push(windows1252(c)?),
        }
    }
    Some(out)
}

/// VNI: the letter, then a mark for shape and tone; a capital's mark is a capital.
pub fn vni(text: &str) -> Option<Vec<u8>> {
    let tones = [Tone::Level, Tone::Grave, Tone::Acute, Tone::Hook, Tone::Tilde, Tone::Dot];
    let mut out = Vec::new();
    for c in text.chars() {
        let Some(letter) = Letter::of(c) else {
            match c {
                'đ' => out.push(0xf1),
                'Đ' => out.push(0xd1),
                c => out.push(windows1252(c)?),
            }
            continue;
        };
        let tone = tones.iter().position(|tone| *tone == letter.tone)?;
        let lower = letter.base.to_ascii_lowercase();
        let plain = [0, 0xf8, 0xf9, 0xfb, 0xf5, 0xef];
        let bytes: [u8; 2] = match (lower, letter.shape) {
            ('i', _) => [[b'i', 0xec, 0xed, 0xe6, 0xf3, 0xf2][tone], 0],
            ('y', _) if letter.tone == Tone::Dot => [0xee, 0],
            (_, Shape::Plain) => [lower as u8, plain[tone]],
            (_, Shape::Circumflex) => [lower as u8, [0xe2, 0xe0, 0xe1, 0xe5, 0xe3, 0xe4][tone]],
            (_, Shape::Breve) => [lower as u8, [0xea, 0xe8, 0xe9, 0xfa, 0xfc, 0xeb][tone]],
            ('o', Shape::Horn) => [0xf4, plain[tone]],
            (_, Shape::Horn) => [0xf6, plain[tone]],
        };
        let raise = if letter.base.is_ascii_uppercase() { 0x20 } else { 0 };
        out.extend(bytes.iter().filter(|byte| **byte != 0).map(|byte| byte - raise));
    }
    Some(out)
}

/// TCVN3; a capital with a tone has the code of the small letter, as a font of capitals draws it.
pub fn tcvn3(text: &str) -> Option<Vec<u8>> {
    let small = "ăâêôơưđ";
    let rows = [
        (0xb5, "àảãáạ"),
        (0xbb, "ằẳẵắ"),
        (0xc6, "ặầẩẫấậè"),
        (0xce, "ẻẽéẹềểễếệìỉ"),
        (0xdc, "ĩíịò"),
        (0xe1, "ỏõóọồổỗốộờởỡớợùíủũúụừửữứựỳỷỹýỵ"),
    ];
    let mut out = Vec::new();
    for c in text.chars() {
        let lower = c.to_lowercase().next()?;
        if let Some(at) = small.chars().position(|other| other == c) {
            out.push(0xa8 + at as u8);
        } else if let Some(at) = small.chars().position(|other| other == lower) {
            out.push(0xa1 + at as u8);
        } else if let Some((first, at)) =
            rows.iter().find_map(|(first, row)| Some((*first, row.chars().position(|other| other == lower)?)))
        {
            out.push(first + at as u8);
        } else {
            out.push(windows1252(c)?);
        }
    }
    Some(out)
}

/// VIQR, with a backslash before a mark that is none.
pub fn viqr(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut after_vowel = false;
    for c in text.chars() {
        match (c, Letter::of(c)) {
            ('đ', _) => out.push_str("dd"),
            ('Đ', _) => out.push_str("DD"),
            (_, Some(letter)) => {
                out.push(letter.base);
                match letter.shape {
                    Shape::Plain => {}
                    Shape::Circumflex => out.push('^'),
                    Shape::Breve => out.push('('),
                    Shape::Horn => out.push('+'),
                }
                match letter.tone {
                    Tone::Level => {}
                    Tone::Grave => out.push('`'),
                    Tone::Acute => out.push('\''),
                    Tone::Hook => out.push('?'),
                    Tone::Tilde => out.push('~'),
                    Tone::Dot => out.push('.'),
                }
            }
            _ if !c.is_ascii() => return None,
            _ => {
                if after_vowel && "^(+*`'?~.".contains(c) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
        after_vowel = Letter::of(c).is_some();
    }
    Some(out)
}

/// A PDF with a text layer as Word writes one: glyphs by number, a map to Unicode, printed lines.
pub fn pdf(text: &str) -> Vec<u8> {
    let mut glyphs: Vec<char> = text.chars().filter(|c| !c.is_control()).collect();
    glyphs.sort_unstable();
    glyphs.dedup();
    let mut pages: Vec<String> = Vec::new();
    let mut y = 0;
    for line in lines(text) {
        let mut rows: Vec<String> = Vec::new();
        for word in line.split_whitespace() {
            match rows.last_mut() {
                Some(row) if row.chars().count() + word.chars().count() < 90 => {
                    row.push(' ');
                    row.push_str(word);
                }
                _ => rows.push(word.to_owned()),
            }
        }
        for row in rows {
            if y < 70 {
                pages.push(String::new());
                y = 780;
            }
            let hex: String =
                row.chars().filter_map(|c| glyphs.binary_search(&c).ok()).fold(String::new(), |mut hex, at| {
                    let _ = write!(hex, "{:04X}", at + 1);
                    hex
                });
            let _ = writeln!(pages.last_mut().expect("a page"), "BT /F1 12 Tf 1 0 0 1 40 {y} Tm <{hex}> Tj ET");
            y -= 14;
        }
        y -= 8;
    }
    let mut map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n".to_owned();
    for (block, some) in glyphs.chunks(100).enumerate() {
        let _ = writeln!(map, "{} beginbfchar", some.len());
        for (at, c) in some.iter().enumerate() {
            let units: String = c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("{unit:04X}")).collect();
            let _ = writeln!(map, "<{:04X}> <{units}>", block * 100 + at + 1);
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    let stream = |text: &str| format!("<< /Length {} >>\nstream\n{text}endstream", text.len());
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 6 + page * 2)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} /MediaBox [0 0 640 842] >>", pages.len()),
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
            .to_owned(),
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>".to_owned(),
        stream(&map),
    ];
    for (page, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
            7 + page * 2
        ));
        objects.push(stream(content));
    }
    pdf_of(&objects)
}

/// A PDF of objects, the first its catalog.
pub fn pdf_of(objects: &[String]) -> Vec<u8> {
    pdf_with(objects, "")
}

pub fn pdf_with(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", number + 1).as_bytes());
    }
    let start = out.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(table, "{place:010} 00000 n ");
    }
    let _ =
        write!(table, "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.extend_from_slice(table.as_bytes());
    out
}
