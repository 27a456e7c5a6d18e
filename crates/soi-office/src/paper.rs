//! A Word document: headings, paragraphs, lists, tables and links on A4. ECMA-376, part 1, WordprocessingML, in the few
//! elements that Word, LibreOffice and others all read.

use std::io::{Cursor, Write};

use serde::Deserialize;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::is_absolute;

/// Width of the text on A4 with margins of 18 mm, in twentieths of a point.
const WIDTH: usize = 9_866;

/// A document and where it comes from.
#[derive(Debug, Clone, Deserialize, Default)]
pub struct Paper {
    /// Its title, for its properties.
    pub title: String,
    /// The language of what is not the reports' own: `vi` or `en`.
    #[serde(default)]
    pub lang: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// Search, filters, corpus, date, link: each a name and what it says.
    pub origin: Vec<(String, String)>,
    /// What stands above the origin.
    pub source: String,
}

/// A part of a document.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A heading of a level from 1; the first level begins a page, but for the first.
    Head(u8, Vec<Run>),
    /// A paragraph.
    Para(Vec<Run>),
    /// An item of a list.
    Item(Vec<Run>),
    /// Columns side by side: what stands above each, and what is in it.
    Columns(Vec<(String, Vec<Block>)>),
}

/// Words of one look.
#[derive(Debug, Clone, Deserialize, Default)]
pub struct Run {
    /// The words.
    #[serde(rename = "t")]
    pub text: String,
    /// Where they lead.
    #[serde(rename = "l", default)]
    pub link: Option<String>,
    /// Whether they stand out.
    #[serde(rename = "b", default)]
    pub bold: bool,
    /// Whether they stand back.
    #[serde(rename = "s", default)]
    pub soft: bool,
}

/// The bytes of the document.
///
/// # Errors
/// If it is larger than a zip holds.
pub fn paper(paper: &Paper) -> Result<Vec<u8>, ZipError> {
    let mut body = Body::default();
    for (i, block) in paper.blocks.iter().enumerate() {
        body.block(block, i == 0);
    }
    if !paper.origin.is_empty() {
        body.block(&Block::Head(3, vec![Run { text: paper.source.clone(), ..Run::default() }]), false);
    }
    for (name, text) in &paper.origin {
        let name = Run { text: [name, ": "].concat(), soft: true, ..Run::default() };
        let link = is_absolute(text).then(|| text.clone());
        body.block(&Block::Para(vec![name, Run { text: text.clone(), link, ..Run::default() }]), false);
    }
    let document = [HEAD, "<w:document ", SPACES, "><w:body>", &body.xml, SECTION, "</w:body></w:document>"].concat();
    let mut links = [HEAD, RELATIONS].concat();
    for (i, link) in body.links.iter().enumerate() {
        links.push_str(
            &["<Relationship Id=\"l", &i.to_string(), "\" Type=\"", OFFICE, "hyperlink\" Target=\""].concat(),
        );
        escape(link, &mut links);
        links.push_str("\" TargetMode=\"External\"/>");
    }
    links.push_str("</Relationships>");
    let mut properties = [HEAD, PROPERTIES].concat();
    escape(&paper.title, &mut properties);
    properties.push_str("</dc:title><dc:creator>Soi</dc:creator></cp:coreProperties>");
    let lang = if paper.lang == "en" { "en-GB" } else { "vi-VN" };
    let parts = [
        ("[Content_Types].xml", [HEAD, TYPES].concat()),
        ("_rels/.rels", [HEAD, ROOT].concat()),
        ("docProps/core.xml", properties),
        ("word/_rels/document.xml.rels", links),
        ("word/document.xml", document),
        ("word/footer1.xml", [HEAD, "<w:ftr ", SPACES, FOOTER].concat()),
        ("word/numbering.xml", [HEAD, "<w:numbering ", SPACES, NUMBERING].concat()),
        ("word/styles.xml", [HEAD, "<w:styles ", SPACES, STYLES].concat().replace("LANG", lang)),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The same document is the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The XML of a body, and the links in it.
#[derive(Default)]
struct Body {
    xml: String,
    links: Vec<String>,
}

impl Body {
    fn put(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.xml.push_str(part));
    }

    fn block(&mut self, block: &Block, first: bool) {
        match block {
            Block::Head(level, runs) => {
                let level = (*level).clamp(1, 4);
                let break_before = if level == 1 && !first { "<w:pageBreakBefore/>" } else { "" };
                self.put(&[
                    "<w:p><w:pPr><w:pStyle w:val=\"Heading",
                    &level.to_string(),
                    "\"/>",
                    break_before,
                    "</w:pPr>",
                ]);
                self.runs(runs);
            }
            Block::Para(runs) => {
                self.put(&["<w:p>"]);
                self.runs(runs);
            }
            Block::Item(runs) => {
                self.put(&["<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/></w:pPr>"]);
                self.runs(runs);
            }
            Block::Columns(columns) => self.columns(columns),
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            let link = run.link.as_deref().filter(|link| is_absolute(link));
            if let Some(link) = link {
                let id = self.links.iter().rposition(|known| known == link).unwrap_or_else(|| {
                    self.links.push(link.to_owned());
                    self.links.len() - 1
                });
                self.put(&["<w:hyperlink r:id=\"l", &id.to_string(), "\" w:history=\"1\">"]);
            }
            self.put(&["<w:r><w:rPr>"]);
            // In the order of the schema: style, bold, colour.
            self.put(&[if link.is_some() { "<w:rStyle w:val=\"Hyperlink\"/>" } else { "" }]);
            self.put(&[if run.bold { "<w:b/>" } else { "" }]);
            self.put(&[if run.soft { "<w:color w:val=\"595959\"/>" } else { "" }]);
            self.put(&["</w:rPr><w:t xml:space=\"preserve\">"]);
            escape(&run.text, &mut self.xml);
            self.put(&["</w:t></w:r>", if link.is_some() { "</w:hyperlink>" } else { "" }]);
        }
        self.put(&["</w:p>"]);
    }

    fn columns(&mut self, columns: &[(String, Vec<Block>)]) {
        if columns.is_empty() {
            return;
        }
        let width = (WIDTH / columns.len()).to_string();
        self.put(&["<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"]);
        self.put(&["<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"]);
        columns.iter().for_each(|_| self.put(&["<w:gridCol w:w=\"", &width, "\"/>"]));
        self.put(&["</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"]);
        for (name, _) in columns {
            self.put(&["<w:tc><w:tcPr><w:tcW w:w=\"", &width, "\" w:type=\"dxa\"/>"]);
            self.put(&[
                "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/></w:tcPr><w:p><w:pPr><w:keepNext/></w:pPr>",
            ]);
            self.runs(&[Run { text: name.clone(), bold: true, ..Run::default() }]);
            self.put(&["</w:tc>"]);
        }
        self.put(&["</w:tr><w:tr>"]);
        for (_, blocks) in columns {
            self.put(&["<w:tc><w:tcPr><w:tcW w:w=\"", &width, "\" w:type=\"dxa\"/></w:tcPr>"]);
            blocks.iter().for_each(|block| self.block(block, true));
            // A cell ends with a paragraph, whatever is in it.
            if !matches!(blocks.last(), Some(Block::Para(_) | Block::Item(_) | Block::Head(..))) {
                self.put(&["<w:p/>"]);
            }
            self.put(&["</w:tc>"]);
        }
        // Two tables without a paragraph between them would be one.
        self.put(&["</w:tr></w:tbl><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>"]);
    }
}

/// A text as XML holds it: without the signs that it cannot.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
    <Relationship Id=\"n\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/>\
    <Relationship Id=\"f\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/>";
const ROOT: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
    <Relationship Id=\"c\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
    </Relationships>";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
    <Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
    <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
    </Types>";
const PROPERTIES: &str = "<cp:coreProperties \
    xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>";
const SECTION: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"f\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"1020\" w:right=\"1020\" w:bottom=\"1020\" w:left=\"1020\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";
const FOOTER: &str = "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
    <w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>";
const NUMBERING: &str = "><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">\
    <w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"–\"/><w:lvlJc w:val=\"left\"/>\
    <w:pPr><w:ind w:left=\"227\" w:hanging=\"227\"/></w:pPr></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
const STYLES: &str = "><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\"/>\
    <w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"LANG\"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault><w:pPr><w:spacing w:after=\"60\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>\
    <w:pPr><w:keepNext/><w:spacing w:after=\"120\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"32\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>\
    <w:pPr><w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"25\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Heading3\"><w:name w:val=\"heading 3\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>\
    <w:pPr><w:keepNext/><w:spacing w:before=\"100\" w:after=\"40\"/><w:outlineLvl w:val=\"2\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"21\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Heading4\"><w:name w:val=\"heading 4\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>\
    <w:pPr><w:keepNext/><w:spacing w:before=\"60\" w:after=\"20\"/><w:outlineLvl w:val=\"3\"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"ListBullet\"><w:name w:val=\"List Bullet\"/><w:basedOn w:val=\"Normal\"/>\
    <w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
    <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\
    <w:tblCellMar><w:top w:w=\"40\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
    <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>\
    <w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A6A6A6\"/>\
    </w:tblBorders></w:tblPr></w:style></w:styles>";

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn run(text: &str) -> Run {
        Run { text: text.to_owned(), ..Run::default() }
    }

    fn sample() -> Paper {
        let quote = Run { link: Some("https://soi.example/?a=1&at=2".to_owned()), ..run("câu 3") };
        Paper {
            title: "Phiếu".to_owned(),
            blocks: vec![
                Block::Head(1, vec![run("Hội nghị sơ kết")]),
                Block::Head(2, vec![run("Kiểm tra")]),
                Block::Columns(vec![
                    ("Kết quả".to_owned(), vec![Block::Item(vec![run("“Đã kết nạp 30 đảng viên.” "), quote])]),
                    ("Hạn chế".to_owned(), Vec::new()),
                ]),
                Block::Columns(vec![("Nhiệm vụ".to_owned(), vec![Block::Para(vec![run("a < b \u{1}& c")])])]),
                Block::Para(vec![Run { link: Some("?report=a".to_owned()), bold: true, ..run("ở đây") }]),
            ],
            origin: vec![("link".to_owned(), "https://soi.example/?view=sheet".to_owned())],
            source: "Nguồn".to_owned(),
            ..Paper::default()
        }
    }

    #[test]
    fn our_own_reader_of_word_files_reads_it_back() {
        let bytes = paper(&sample()).expect("a document");
        let options = soi_files::Options::default();
        let mut reading = soi_files::Reading::new(options);
        reading.add("phieu.docx", bytes);
        let Some(Ok(soi_files::Item::Document(document))) = reading.next() else { panic!("a document") };
        let lines: Vec<&str> = document.text.lines().filter(|line| !line.is_empty()).collect();
        let want = [
            "Hội nghị sơ kết",
            "Kiểm tra",
            "Kết quả",
            "Hạn chế",
            "“Đã kết nạp 30 đảng viên.” câu 3",
            "Nhiệm vụ",
            "a < b & c",
            "ở đây",
            "Nguồn",
            "link: https://soi.example/?view=sheet",
        ];
        assert_eq!(lines, want);
    }

    #[test]
    fn every_part_is_xml_and_links_lead_out() {
        let bytes = paper(&sample()).expect("a document");
        assert_eq!(bytes, paper(&sample()).expect("a document"), "the same document is the same bytes");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).expect("a zip");
        let mut links = String::new();
        for i in 0..archive.len() {
            let mut file = archive.by_index(i).expect("a part");
            let name = file.name().expect("a name").to_string();
            let mut text = String::new();
            file.read_to_string(&mut text).expect("UTF-8");
            let mut reader = quick_xml::Reader::from_str(&text);
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(error) => panic!("{name}: {error}"),
                }
            }
            if name.ends_with("document.xml.rels") {
                links = text;
            }
        }
        assert!(links.contains("Target=\"https://soi.example/?a=1&amp;at=2\" TargetMode=\"External\""), "{links}");
        assert!(!links.contains("Target=\"?report"), "{links}");
    }
}
