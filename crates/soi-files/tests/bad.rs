//! Bad inputs, each with what its reader is told. Nothing panics, nothing is lost silently, nothing runs away.
//!
//! An outcome is written as the document's id, with its remarks, or as `!` and the key of the fault.

mod made;

use made::{document_xml, gzip, html, json_line, pdf_of, pdf_with, tcvn3, utf16, windows1258, zip, zstd};
use soi_files::{Item, Limits, Options, Reading};

const TEXT: &str = "Đảng ủy Khối tổ chức hội nghị sơ kết. Toàn Đảng bộ kết nạp 30 đảng viên mới.";

/// Small, so that a test need not fill the machine.
fn limits() -> Limits {
    Limits { file: 2 << 20, line: 1 << 20, unpacked: 6 << 20, ratio: 100, ratio_from: 1 << 16, depth: 3, entries: 50 }
}

fn outcomes(files: &[(&str, Vec<u8>)]) -> Vec<String> {
    let mut reading = Reading::new(Options { limits: limits(), ..Options::default() });
    for (name, bytes) in files {
        reading.add(name, bytes.clone());
    }
    reading
        .take(200)
        .map(|outcome| match outcome {
            Ok(Item::Document(document)) => {
                assert!(!document.text.contains("alert("), "no script is text");
                let keys: Vec<String> = document.notes.iter().map(|note| format!(" {}", note.key())).collect();
                document.id + &keys.concat()
            }
            Ok(Item::Report(report)) => format!("report {}", report.id),
            Ok(Item::Pdf { .. }) => "pdf".to_owned(),
            Ok(Item::Columns(preview)) => format!("? {}", preview.names.join(" ")),
            Err(fault) => {
                assert!(!fault.name.is_empty());
                format!("!{}", fault.reason.key())
            }
        })
        .collect()
}

/// What there is of them, for people.
const TABLE: &str = include_str!("../../../docs/bad-inputs.md");

/// The app's catalogue, for its English words.
const CATALOGUE: &str = include_str!("../../../src/i18n/open.rs");

/// What the page says in English of a key, in pieces: between them stands a detail.
fn words(key: &str) -> Vec<&'static str> {
    let at = CATALOGUE.find(&format!("\n            \"{key}\" => ")).unwrap_or_else(|| panic!("no words for {key}"));
    // Neither language has a quotation mark inside.
    let english = CATALOGUE[at..].split('"').nth(5).expect("two languages");
    english.split("{}").collect()
}

/// Whether the table's words for an input hold what the page says of every outcome.
#[track_caller]
fn is_told(what: &str, name: &str, expected: &[&str]) {
    let start = format!("| {what} | `{name}` | ");
    let row = TABLE.lines().find_map(|line| line.strip_prefix(&start));
    let row = row.unwrap_or_else(|| panic!("docs/bad-inputs.md: {what}, {name}"));
    let told = row.rsplit_once(" | ").expect("a cell for the test").0;
    for outcome in expected.iter().filter(|outcome| !outcome.starts_with("report ")) {
        let mut keys = outcome.split(' ');
        let first = keys.next().unwrap_or_default();
        let fault = first.strip_prefix('!').or_else(|| (first == "?").then_some("no-column"));
        let notes = keys.filter(|_| first != "?");
        for key in fault.into_iter().chain(notes) {
            let mut rest = told;
            for piece in words(key) {
                let at = rest.find(piece);
                let at = at.unwrap_or_else(|| panic!("docs/bad-inputs.md says of {what} {told:?}, the page {piece:?}"));
                rest = &rest[at + piece.len()..];
            }
        }
    }
}

#[track_caller]
fn check(what: &str, name: &str, bytes: impl Into<Vec<u8>>, expected: &[&str]) {
    is_told(what, name, expected);
    assert_eq!(outcomes(&[(name, bytes.into())]), expected, "{what}");
}

/// Bytes that look like nothing, always the same.
fn noise(len: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_u32;
    std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        (state >> 24) as u8
    })
    .take(len)
    .collect()
}

#[test]
fn texts() {
    check("0 bytes", "a.txt", "", &["!empty"]);
    check("a mark and blanks", "a.txt", "\u{feff} \r\n\u{a0}", &["!empty"]);
    check("noise", "a.txt", noise(5000), &["!binary"]);
    check("NUL inside", "a.txt", "Hội\0nghị của chi bộ chúng ta", &["!nul"]);
    check("a picture called .txt", "a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff".as_slice(), &["!binary"]);
    check("a program", "a.txt", b"MZ\x90\0\x03\xff\xff".as_slice(), &["!binary"]);
    check("Latin-1", "a.txt", b"Caf\xe9 na\xefve r\xe9sum\xe9".as_slice(), &["!unknown-encoding"]);
    check("UTF-16 without a mark", "a.txt", utf16(TEXT, false, u16::to_le_bytes), &["a"]);
    let mut odd = utf16(TEXT, true, u16::to_le_bytes);
    odd.push(0x41);
    check("UTF-16 with half a unit", "a.txt", odd, &["a replaced"]);
    check(
        "half a surrogate pair",
        "a.txt",
        [b"\xff\xfe\x00\xd8".to_vec(), utf16(TEXT, false, u16::to_le_bytes)].concat(),
        &["a replaced"],
    );
    let mut cut = TEXT.repeat(3).into_bytes();
    cut.truncate(TEXT.len() + "Đả".len() - 1);
    check("UTF-8 cut inside a letter", "a.txt", cut, &["a replaced"]);
    let mixed = [TEXT.as_bytes(), b"\n", &windows1258(TEXT).unwrap(), b"\n"].concat();
    check("lines in two encodings", "a.txt", mixed, &["a mixed"]);
    check("a text called .doc", "a.doc", TEXT, &["a.doc"]);
    check("a text without an ending", "BAOCAO", TEXT, &["BAOCAO"]);
    check("a page called .txt", "a.txt", html(TEXT), &["a wrong-name"]);
    check("a text called .pdf", "a.pdf", TEXT, &["a wrong-name"]);
    check("an old font", "a.txt", tcvn3(&TEXT.to_lowercase()).unwrap(), &["a"]);
    check("one line of a megabyte", "a.txt", TEXT.repeat(10_000), &["a"]);
}

#[test]
fn old_and_foreign_formats() {
    check("RTF", "a.rtf", "{\\rtf1 Ha}", &["!unsupported"]);
    check("RAR", "a.rar", b"Rar!\x1a\x07\0".as_slice(), &["!unsupported"]);
    check("7z", "a.7z", b"7z\xbc\xaf\x27\x1c\0".as_slice(), &["!unsupported"]);
    let ole = |stream: &str| {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    check("Word 97", "a.doc", ole("WordDocument"), &["!unsupported"]);
    check("a locked .docx", "a.docx", ole("EncryptedPackage"), &["!password"]);
}

#[test]
fn pages() {
    check(
        "scripts everywhere",
        "a.html",
        "<script>alert(1)</script><p onclick=alert(2)>Chi bộ họp<img src=x onerror=alert(3)><svg onload=alert(4)>",
        &["a"],
    );
    check("a page without text", "a.html", "<html><body><img src=x></body></html>", &["!no-text"]);
    check("only a script", "a.html", "<html><script>var chi_bo = 1", &["!no-text"]);
    check("200,000 deep", "a.html", format!("<html>{}Chi bộ họp", "<div>".repeat(200_000)), &["a"]);
    check("tags cut", "a.html", "<html><p>Chi bộ họp<div class=\"x", &["a"]);
    check(
        "an archive of no page",
        "a.mhtml",
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n--X\nContent-Type: image/png\n\nx\n--X--",
        &["!damaged"],
    );
    let whole = made::mhtml(TEXT);
    check("an archive cut in its page", "a.mhtml", &whole[..whole.len() - 150], &["a"]);
}

#[test]
fn word_documents() {
    let docx = made::docx(TEXT);
    check("cut", "a.docx", &docx[..docx.len() / 2], &["!damaged"]);
    check("no text", "a.docx", made::docx(""), &["!no-text"]);
    let xml = document_xml(TEXT);
    check(
        "macros",
        "a.docx",
        zip(&[("word/document.xml", xml.as_bytes()), ("word/vbaProject.bin", &noise(99))]),
        &["a macros"],
    );
    check("XML cut", "a.docx", zip(&[("word/document.xml", &xml.as_bytes()[..xml.len() - 40])]), &["!damaged"]);
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><w:document><w:p><w:t>Chi bộ &b;</w:t></w:p></w:document>";
    check("entities", "a.docx", zip(&[("word/document.xml", laughs.as_bytes())]), &["a"]);
    let fat = document_xml(&"Chi bộ họp.\n".repeat(9_000));
    check("a bomb", "a.docx", zip(&[("word/document.xml", fat.as_bytes())]), &["!bomb"]);
}

#[test]
fn archives() {
    let good = zip(&[("a.txt", TEXT.as_bytes()), ("b.txt", b"Chi b\xe1\xbb\x99 B")]);
    check("cut in its files", "a.zip", &good[..40], &["!damaged"]);
    check("cut in its list", "a.zip", &good[..good.len() - 10], &["!damaged"]);
    check("empty", "a.zip", zip(&[]), &["!empty"]);
    check("noise by that name", "a.zip", noise(500), &["!damaged"]);
    let mut broken = good.clone();
    let at = 30 + "a.txt".len() + 5;
    broken[at] ^= 0xff;
    check("a file of it altered", "a.zip", broken, &["!damaged", "b"]);
    check("a bomb", "a.zip", zip(&[("a.txt", &vec![b'a'; 1 << 20]), ("b.txt", TEXT.as_bytes())]), &["!bomb", "b"]);
    let large = noise(3 << 20).iter().map(|byte| b'a' + byte % 26).collect::<Vec<u8>>();
    check("a file too large", "a.zip", zip(&[("a.txt", &large), ("b.txt", TEXT.as_bytes())]), &["!too-large", "b"]);
    let mut deep = good.clone();
    for _ in 0..4 {
        deep = zip(&[("x.zip", &deep)]);
    }
    check("nested too deep", "a.zip", deep, &["!too-deep"]);
    let names: Vec<String> = (0..60).map(|i| format!("{i}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), TEXT.as_bytes())).collect();
    check("too many files", "a.zip", zip(&many), &["!too-many"]);
    check("names that lead out", "a.zip", zip(&[("../../etc/passwd.txt", TEXT.as_bytes())]), &["passwd unsafe-name"]);
    check(
        "names that clash",
        "a.zip",
        zip(&[("x/a.txt", b"Chi b\xe1\xbb\x99 A"), ("y/a.txt", b"Chi b\xe1\xbb\x99 B")]),
        &["a", "a-2 renamed"],
    );
    check(
        "the same bytes",
        "a.zip",
        zip(&[("a.txt", TEXT.as_bytes()), ("b.txt", TEXT.as_bytes())]),
        &["a", "b same-bytes"],
    );
    check(
        "the same text",
        "a.zip",
        zip(&[("a.txt", TEXT.as_bytes()), ("b.html", html(TEXT).as_bytes())]),
        &["a", "b same-text"],
    );
    check(
        "what systems leave",
        "a.zip",
        zip(&[("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x"), ("a.txt", TEXT.as_bytes())]),
        &["!system", "!system", "a"],
    );
    check(
        "good, bad, good",
        "a.zip",
        zip(&[("a.txt", TEXT.as_bytes()), ("b.txt", b""), ("c.md", "# Chi bộ C".as_bytes())]),
        &["a", "!empty", "c"],
    );
    let mut locked = good.clone();
    // The flag of encryption, in the file's own head and in the list.
    locked[6] |= 1;
    let list = locked.windows(4).position(|w| w == b"PK\x01\x02").expect("a list");
    locked[list + 8] |= 1;
    check("a file with a password", "a.zip", locked, &["!password", "b"]);
    let mut packed = good.clone();
    packed[8] = 97;
    packed[list + 10] = 97;
    check("a file packed otherwise", "a.zip", packed, &["!packing", "b"]);
}

#[test]
fn packed_files() {
    let text = gzip(TEXT.as_bytes());
    check("gzip cut", "a.txt.gz", &text[..text.len() - 12], &["!damaged"]);
    check("gzip by name only", "a.txt.gz", TEXT, &["!damaged"]);
    check("zstd by name only", "a.jsonl.zst", "no zstd at all", &["!damaged"]);
    check("a gzip bomb", "a.txt.gz", gzip(&vec![b'a'; 1 << 20]), &["!bomb"]);
    check("a zstd bomb", "a.txt.zst", zstd(&vec![b'a'; 1 << 20]), &["!bomb"]);
    let line = format!("{{\"id\":\"1\",\"text\":\"{TEXT}\"}}\n");
    let lines = zstd(line.repeat(30).as_bytes());
    let read = outcomes(&[("a.jsonl.zst", lines[..lines.len() - 4].to_vec())]);
    assert_eq!(
        read.last().map(String::as_str),
        Some("!damaged"),
        "zstd cut: what came before is kept, the end is told"
    );
}

#[test]
fn tables() {
    let line = json_line("1", TEXT);
    check(
        "a bad line",
        "a.jsonl",
        format!("{line}\nnot json\n{}", json_line("2", "Chi bộ B")),
        &["1", "!bad-json", "2"],
    );
    check(
        "a line too long",
        "a.jsonl",
        format!("{line}\n{{\"text\":\"{}\"}}\n{}", "a".repeat(2 << 20), json_line("2", "Chi bộ B")),
        &["1", "!long-line", "2"],
    );
    check("the same id", "a.jsonl", format!("{line}\n{}", json_line("1", "Chi bộ B")), &["1", "1-2 renamed"]);
    check("no text in it", "a.jsonl", "{\"x\":1}", &["!no-column"]);
    check("numbers", "a.json", "[1,2]", &["!no-column", "!no-column"]);
    check("JSON cut", "a.json", "[{\"text\":\"Chi bộ", &["!bad-json"]);
    check("JSON nested without end", "a.json", "[".repeat(100_000), &["!bad-json"]);
    check("an empty table", "a.csv", "", &["!empty"]);
    check("a table without a text", "a.csv", "a,b\n1,2\n", &["!no-column"]);
    check("a quote that never ends", "a.csv", format!("id,text\n1,\"{TEXT}\n2,x\n"), &["1"]);
    check("rows of other lengths", "a.csv", format!("id,text\n1\n2,{TEXT},x,y\n"), &["!empty", "2"]);
}

#[test]
fn corpora() {
    let corpus = soi::Corpus { reports: vec![soi::parse("a", TEXT), soi::parse("b", "Chi bộ B họp.")] };
    let built = soi::explore::Explorer::new(std::sync::Arc::new(corpus.clone())).encode();
    let plain = corpus.encode();
    check(
        "an id that is taken",
        "a.soi",
        soi::Corpus { reports: vec![corpus.reports[0].clone(); 2] }.encode(),
        &["report a", "report a-2"],
    );
    check("another version", "a.soi", [b"SOIX\x63".as_slice(), &built[5..]].concat(), &["!other-version"]);
    check("another version, plain", "a.soi", [b"SOIC\x63".as_slice(), &plain[5..]].concat(), &["!other-version"]);
    for bytes in [&built, &plain] {
        // Every part of it, cut and altered.
        for at in (5..bytes.len()).step_by(bytes.len() / 40) {
            check("cut", "a.soi", &bytes[..at], &["!damaged"]);
            let mut altered = bytes.clone();
            altered[at] ^= 0x10;
            check("altered", "a.soi", altered, &["!damaged"]);
        }
    }
    check("noise by that name", "a.soi", noise(300), &["!damaged"]);
}

#[cfg(feature = "pdf")]
#[test]
fn pdfs() {
    let good = made::pdf(TEXT);
    check("good", "a.pdf", good.clone(), &["a"]);
    check("called .txt", "a.txt", good.clone(), &["a"]);
    let page = |content: &str, resources: &str| {
        vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            format!("<< /Type /Page /Parent 2 0 R /Resources << {resources} >> /Contents 4 0 R >>"),
            format!("<< /Length {} >>\nstream\n{content}endstream", content.len()),
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nxendstream".to_owned(),
        ]
    };
    check("scanned", "a.pdf", pdf_of(&page("/I Do\n", "/XObject << /I 5 0 R >>")), &["!scanned"]);
    check("an empty page", "a.pdf", pdf_of(&page("\n", "")), &["!no-text"]);
    check("cut", "a.pdf", &good[..good.len() / 2], &["!damaged"]);
    let locked = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff> /U <ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";
    check("a password", "a.pdf", pdf_with(&page("\n", ""), locked), &["!password"]);
    check("no pages", "a.pdf", pdf_of(&["<< /Type /Catalog >>".to_owned()]), &["!damaged"]);
    check("only its head", "a.pdf", "%PDF-1.7\n", &["!damaged"]);
    for at in (0..good.len()).step_by(good.len() / 60) {
        // Whatever comes of it, it comes to an end without a panic.
        let mut altered = good.clone();
        altered[at] ^= 0x15;
        let _ = outcomes(&[("a.pdf", altered)]);
    }
}

#[test]
fn any_bytes_come_to_an_end() {
    let names = [
        "a.txt", "a.md", "a.html", "a.mhtml", "a.docx", "a.csv", "a.json", "a.jsonl", "a.zip", "a.gz", "a.zst",
        "a.soi", "a",
    ];
    let samples = [
        zip(&[("a.txt", TEXT.as_bytes())]),
        made::docx(TEXT),
        gzip(TEXT.as_bytes()),
        zstd(TEXT.as_bytes()),
        made::mhtml(TEXT),
    ];
    for sample in &samples {
        for at in (0..sample.len()).step_by(7) {
            let mut altered = sample.clone();
            altered[at] ^= 0x55;
            for name in names {
                let _ = outcomes(&[(name, altered.clone())]);
                let _ = outcomes(&[(name, altered[..at].to_vec())]);
            }
        }
    }
}
