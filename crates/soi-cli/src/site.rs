//! What makes a published site one's own: a small TOML file with title, languages, logo, about page and start view.
//!
//! All of it becomes static markup around the released app, so a first visit weighs no more than the texts themselves,
//! and nothing of it can run: every value is escaped, pictures are carried as data, links lead to the web or inside.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fs, io};

use sha2::{Digest, Sha256};
use toml::de::{DeTable, DeValue};

use crate::markup::{self, escaped, is_direction};

/// The name by which it is found beside what is built.
pub const NAME: &str = "soi.toml";

/// A logo larger than this would be the greater part of the page.
const LOGO_MAX: u64 = 200_000;
const ABOUT_MAX: u64 = 400_000;
const TITLE_MAX: usize = 120;
const VIEW_MAX: usize = 2_000;

/// The languages that the interface speaks.
const LANGUAGES: [&str; 2] = ["vi", "en"];

/// What the file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Site {
    title: Option<String>,
    languages: Vec<String>,
    /// A picture as a `data:` address.
    logo: Option<String>,
    /// Markup.
    about: Option<String>,
    view: Option<String>,
    /// The files that it names.
    pub files: Vec<PathBuf>,
}

/// Where in the file something is wrong, and what.
struct Fault(Range<usize>, String);

impl Site {
    /// The settings beside what is built: in the first folder, or next to the first file, that has some.
    pub fn beside(inputs: &[PathBuf]) -> Option<PathBuf> {
        let beside = |input: &PathBuf| match input.is_dir() {
            true => input.join(NAME),
            false => input.with_file_name(NAME),
        };
        inputs.iter().map(beside).find(|path| path.is_file())
    }

    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong with it, with the line, one per line.
    pub fn open(path: &Path) -> Result<Self, String> {
        let place = path.display();
        let bytes = fs::read(path).map_err(|error| format!("{place}: không đọc được (cannot read): {error}"))?;
        let text = String::from_utf8(bytes).map_err(|_| format!("{place}: không phải UTF-8 (not UTF-8)"))?;
        // Windows' editors put a mark in front.
        let text = text.trim_start_matches('\u{feff}');
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let told = |Fault(at, why): Fault| {
            let line = text[..at.start.min(text.len())].matches('\n').count() + 1;
            format!("{place}:{line}: {why}")
        };
        let table = DeTable::parse(text).map_err(|error| {
            let why = error.message().lines().next().unwrap_or_default().to_owned();
            told(Fault(error.span().unwrap_or(0..0), format!("sai cú pháp TOML (no TOML): {why}")))
        })?;
        let mut site = Self::default();
        let mut faults: Vec<(usize, String)> = Vec::new();
        for (key, value) in table.get_ref() {
            if let Err(why) = site.take(key.get_ref(), value.get_ref(), folder) {
                // Of a value that is wrong its own line; it may be long.
                faults
                    .push((key.span().start, told(Fault(key.span(), format!("{}: {why}", printable(key.get_ref()))))));
            }
        }
        faults.sort();
        if faults.is_empty() {
            Ok(site)
        } else {
            Err(faults.into_iter().map(|(_, why)| why).collect::<Vec<_>>().join("\n"))
        }
    }

    fn take(&mut self, key: &str, value: &DeValue<'_>, folder: &Path) -> Result<(), String> {
        let text = || value.as_str().ok_or_else(|| "phải là một chuỗi trong ngoặc kép (must be a string)".to_owned());
        match key {
            "title" => {
                let title = printable(text()?).trim().to_owned();
                if title.is_empty() {
                    return Err("để trống (is empty)".to_owned());
                }
                if title.chars().count() > TITLE_MAX {
                    return Err(format!("dài hơn {TITLE_MAX} chữ (longer than {TITLE_MAX} characters)"));
                }
                self.title = Some(title);
            }
            "languages" => {
                let known = format!("phải là danh sách trong số (must be a list of) {LANGUAGES:?}");
                let list = value.as_array().filter(|list| !list.is_empty()).ok_or(&known)?;
                for each in list.iter() {
                    let lang = each.get_ref().as_str().filter(|lang| LANGUAGES.contains(lang)).ok_or(&known)?;
                    if !self.languages.iter().any(|other| other == lang) {
                        self.languages.push(lang.to_owned());
                    }
                }
            }
            "logo" => {
                let (path, bytes) = self.file(text()?, folder, LOGO_MAX)?;
                let kind =
                    picture(&bytes).ok_or("không phải PNG, JPEG, GIF, WebP hay SVG (no picture that is known)")?;
                self.logo = Some(format!("data:{kind};base64,{}", base64(&bytes)));
                self.files.push(path);
            }
            "about" => {
                let (path, bytes) = self.file(text()?, folder, ABOUT_MAX)?;
                let text = String::from_utf8(bytes).map_err(|_| "không phải UTF-8 (not UTF-8)".to_owned())?;
                let ending = path.extension().map(|end| end.to_ascii_lowercase());
                self.about = Some(match ending.as_deref().and_then(|end| end.to_str()) {
                    Some("md" | "markdown") => markup::markdown(&text),
                    Some("txt") => markup::plain(&text),
                    _ => return Err("phải là tệp .md hoặc .txt (must be .md or .txt)".to_owned()),
                });
                self.files.push(path);
            }
            "view" => {
                let view = text()?;
                let plain = view.starts_with('?') && view.len() <= VIEW_MAX && !view.contains(['#', '\\']);
                if !plain || view.chars().any(|c| c.is_control() || c.is_whitespace() || is_direction(c)) {
                    return Err(
                        "phải là phần từ dấu ? của một liên kết Soi (must be a link of Soi from its ? on)".to_owned()
                    );
                }
                self.view = Some(view.to_owned());
            }
            _ => {
                return Err(
                    "không có mục này; có (no such key; there are) title, languages, logo, about, view".to_owned()
                );
            }
        }
        Ok(())
    }

    /// The bytes of a file that the settings name: one in their own folder, for settings may come from elsewhere, and
    /// what is published must not be whatever lies on the machine.
    fn file(&self, name: &str, folder: &Path, most: u64) -> Result<(PathBuf, Vec<u8>), String> {
        let missing = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => format!("không có tệp {} (no such file)", printable(name)),
            _ => format!("{}: {error}", printable(name)),
        };
        let path = folder.join(name);
        let (real, inside) = (path.canonicalize().map_err(missing)?, folder.canonicalize().map_err(missing)?);
        if !real.starts_with(&inside) || Path::new(name).is_absolute() {
            return Err(format!("phải nằm trong thư mục của {NAME} (must lie in the folder of {NAME})"));
        }
        let about = fs::metadata(&real).map_err(missing)?;
        if !about.is_file() {
            return Err(format!("{} không phải là tệp (is no file)", printable(name)));
        }
        if about.len() > most {
            return Err(format!("lớn hơn {most} byte (larger than {most} bytes)"));
        }
        Ok((path, fs::read(&real).map_err(missing)?))
    }

    /// The page with all of it.
    pub fn on(&self, page: &str) -> String {
        if *self == Self::default() {
            return page.to_owned();
        }
        let mut out = page.to_owned();
        let mut root = String::from("<html");
        // The link that is opened is the reader's own; the site says only where one begins that says nothing.
        if let Some(view) = &self.view {
            let _ = write!(root, " data-view=\"{}\"", escaped(view));
        }
        if !self.languages.is_empty() {
            let _ = write!(root, " data-languages=\"{}\"", self.languages.join(" "));
        }
        if let Some(title) = &self.title {
            let title = escaped(title);
            let _ = write!(root, " data-title=\"{title}\"");
            out = out.replacen("<title>Soi</title>", &format!("<title>{title} · Soi</title>"), 1);
        }
        out = out.replacen("<html", &root, 1);
        if let Some(logo) = &self.logo
            && let Some(at) = out.find("<link rel=\"icon\" href=\"")
            && let Some(end) = out[at..].find('>')
        {
            out.replace_range(at..at + end + 1, &format!("<link rel=\"icon\" href=\"{logo}\">"));
        }
        let script = format!("<script>{SCRIPT}</script>");
        let style = format!("<style>{STYLE}</style>");
        // Before every other script, after the policy that governs it.
        let policy = out.find("<meta http-equiv=\"Content-Security-Policy\"");
        let before = policy.or_else(|| out.find("<meta charset"));
        let head = before.and_then(|at| Some(at + out[at..].find('>')? + 1)).or_else(|| Some(out.find("<head>")? + 6));
        out.insert_str(head.unwrap_or(0), &script);
        let end = out.find("</head>").unwrap_or(head.unwrap_or(0));
        out.insert_str(end, &style);
        // In the policy only: a title may hold these words too.
        if let Some(at) = policy
            && let Some(end) = out[at..].find('>')
        {
            let mut policy = out[at..at + end].to_owned();
            for (part, text) in [("script-src ", SCRIPT), ("style-src ", STYLE)] {
                let hash = format!("{part}'sha256-{}' ", base64(&Sha256::digest(text.as_bytes())));
                policy = policy.replacen(part, &hash, 1);
            }
            out.replace_range(at..at + end, &policy);
        }
        let bar = self.bar();
        let body = out.find("<body>").map_or(out.len(), |at| at + "<body>".len());
        out.insert_str(body, &bar);
        out
    }

    /// What a system installs the site by, with its title.
    pub fn in_manifest(&self, text: &str) -> String {
        let Some(title) = &self.title else { return text.to_owned() };
        let name = serde_json::Value::from(title.as_str()).to_string();
        text.replacen("\"name\":\"Soi\",\"short_name\":\"Soi\"", &format!("\"name\":{name},\"short_name\":{name}"), 1)
    }

    /// The strip over the app.
    fn bar(&self) -> String {
        if self.title.is_none() && self.logo.is_none() && self.about.is_none() {
            return String::new();
        }
        let lang = self.languages.first().map_or("vi", String::as_str);
        let title = self.title.as_deref().unwrap_or_default();
        let mut out = format!(
            "<section class=\"site\" aria-label=\"{}\" lang=\"{lang}\">",
            escaped(if title.is_empty() { "Soi" } else { title })
        );
        out.push_str("<a class=\"site-name\" href=\"./\">");
        if let Some(logo) = &self.logo {
            let _ = write!(
                out,
                "<img class=\"site-logo\" src=\"{logo}\" alt=\"{}\">",
                if title.is_empty() { "Soi" } else { "" }
            );
        }
        if !title.is_empty() {
            let _ = write!(out, "<bdi>{}</bdi>", escaped(title));
        } else if self.logo.is_none() {
            out.push_str("Soi");
        }
        out.push_str("</a>");
        if let Some(about) = &self.about {
            let _ = write!(
                out,
                "<details class=\"site-about\"><summary><span lang=\"vi\">Giới thiệu</span><span lang=\"en\">About</span></summary>\
                 <div class=\"site-text\">{about}</div></details>"
            );
        }
        out.push_str("</section>");
        out
    }
}

/// Where a link says nothing, what the site says: its view and its languages, in their order, in place of the browser's.
/// Then the site's title in the window's, which the app writes.
const SCRIPT: &str = "(function(root){var d=root.dataset,say=d.languages;\
if(say)Object.defineProperty(navigator,'languages',{value:say.split(' ')});\
if(d.view&&!location.search&&!location.hash)try{history.replaceState(null,'',d.view)}catch(e){location.hash=d.view}\
if(d.title)new MutationObserver(function(){var t=document.title;\
if(/ \\u00b7 Soi$/.test(t))document.title=t.slice(0,-3)+d.title}).observe(document.head,{subtree:true,childList:true,characterData:true})\
})(document.documentElement)";

/// After the app's own tokens (`style/tokens.css`).
const STYLE: &str = ".site{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;\
gap:var(--space-2xs) var(--space-l);inline-size:min(100%,var(--page));margin-inline:auto;padding:var(--space-2xs) clamp(1rem,3vw,2rem);\
font-size:var(--text-s)}\
.site-name{display:inline-flex;align-items:center;gap:var(--space-xs);min-block-size:var(--touch);min-inline-size:0;\
font-weight:600;text-decoration:none;overflow-wrap:anywhere}\
.site-logo{block-size:2rem;inline-size:auto;max-inline-size:10rem;object-fit:contain}\
.site-about summary{min-block-size:var(--touch);display:flex;align-items:center;cursor:pointer;text-decoration:underline}\
.site-about[open]{flex-basis:100%}\
.site-text{max-inline-size:var(--measure);padding-block:var(--space-s) var(--space-m);font-family:var(--serif);\
font-size:var(--text-m);line-height:var(--leading-reading);overflow-wrap:anywhere}\
.site-text>*+*{margin-block-start:var(--space-s)}.site-text ul,.site-text ol{padding-inline-start:1.5em}\
.site-text :is(h2,h3){font-size:var(--text-l)}\
html:lang(vi) .site-about summary [lang=en],html:lang(en) .site-about summary [lang=vi]{display:none}\
:root[data-languages=vi] .switches-group:first-child,:root[data-languages=en] .switches-group:first-child{display:none}\
body:has(.frame[data-bare]) .site{display:none}\
@media print{.site-about{display:none}}";

/// A text without what turns its direction or does not show.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !is_direction(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The media type of a picture, by its bytes. An SVG in an image element runs nothing and asks for nothing.
fn picture(bytes: &[u8]) -> Option<&'static str> {
    let svg = || {
        let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim_start();
        ((text.starts_with("<svg") || text.starts_with("<?xml") || text.starts_with("<!--")) && text.contains("<svg"))
            .then_some("image/svg+xml")
    };
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => svg(),
    }
}

/// RFC 4648, with padding.
pub fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for i in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= group.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("soi-site-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    fn opened(folder: &Path, text: &str) -> Result<Site, String> {
        fs::write(folder.join(NAME), text).expect("writes");
        Site::open(&folder.join(NAME))
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let folder = folder("wrong");
        fs::write(folder.join("a.md"), "x").expect("writes");
        fs::write(folder.join("a.pdf"), "x").expect("writes");
        for (text, line, part) in [
            ("title = \"A", 1, "no TOML"),
            ("\n\nheadline = \"A\"", 3, "no such key"),
            ("title = 3", 1, "must be a string"),
            ("title = \"\"", 1, "is empty"),
            ("title = \"A\"\nlanguages = [\"fr\"]", 2, "must be a list of"),
            ("languages = \"vi\"", 1, "must be a list of"),
            ("languages = []", 1, "must be a list of"),
            ("\nlogo = \"none.png\"", 2, "no such file"),
            ("logo = \"javascript:alert(1)\"", 1, "no such file"),
            ("logo = \"https://evil.test/x.png\"", 1, "no such file"),
            ("logo = \"a.md\"", 1, "no picture"),
            ("logo = \"/etc/hostname\"", 1, "must lie in the folder"),
            ("about = \"../../../../../../etc/hostname\"", 1, "must lie in the folder"),
            ("about = \"a.pdf\"", 1, "must be .md or .txt"),
            ("about = \".\"", 1, "is no file"),
            ("view = \"javascript:alert(1)\"", 1, "from its ? on"),
            ("view = \"//evil.test/?view=map\"", 1, "from its ? on"),
            ("view = \"?view=map\\u0000\"", 1, "from its ? on"),
            ("title = \"A\"\ntitle = \"B\"", 2, "no TOML"),
        ] {
            let why = opened(&folder, text).expect_err(text);
            assert!(why.contains(&format!("{NAME}:{line}: ")) && why.contains(part), "{text}: {why}");
        }
        let two = opened(&folder, "view = \"x\"\nlogo = \"y\"").expect_err("two faults");
        assert_eq!(two.lines().count(), 2, "{two}");
        fs::remove_dir_all(&folder).expect("removes");
    }

    #[test]
    fn values_stay_text() {
        let folder = folder("text");
        fs::write(folder.join("a.md"), "# <script>x</script>\n\n[a](javascript:x) [b](https://b.test/?x=\"y\")")
            .expect("writes");
        fs::write(folder.join("l.svg"), "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>").expect("writes");
        let text =
            "title = '\"><script>x</script>\u{202e}'\nabout = 'a.md'\nlogo = 'l.svg'\nview = '?view=\"><script>'";
        let site = opened(&folder, text).expect("is read");
        let page = site
            .on("<html lang=\"vi\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
             content=\"script-src 'self'; style-src 'self'\"><title>Soi</title></head><body></body></html>");
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert!(!page.contains("javascript:") && !page.contains('\u{202e}') && !page.contains("<svg"), "{page}");
        assert!(page.contains("href=\"https://b.test/?x=&quot;y&quot;\""), "{page}");
        assert!(page.contains("script-src 'sha256-") && page.contains("style-src 'sha256-"), "{page}");
        assert!(page.find("Content-Security-Policy") < page.find("<script"), "the policy governs it");
        fs::remove_dir_all(&folder).expect("removes");
    }

    /// Every payload of `tests/journeys/hostile.json` as title, view and about page: the page has the same elements and
    /// attributes as with harmless words, or the settings are refused.
    #[test]
    fn no_payload_becomes_markup() {
        const PAGE: &str = "<html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
            content=\"script-src 'self'; style-src 'self'\"><title>Soi</title></head><body><p>x</p></body></html>";
        let folder = folder("payloads");
        let payloads: Vec<String> =
            serde_json::from_str(include_str!("../../../tests/journeys/hostile.json")).expect("a list of texts");
        assert!(payloads.len() >= 80);
        // What HTML is made of; of the text between it nothing counts.
        let shape = |page: &str| page.chars().filter(|c| matches!(c, '<' | '>' | '"' | '\'')).collect::<String>();
        let page = |title: &str, view: &str, about: &str| {
            fs::write(folder.join("ve.txt"), about).expect("writes");
            // What JSON escapes, TOML escapes alike.
            let text = |text: &str| serde_json::Value::from(text).to_string();
            let settings = format!("title = {}\nview = {}\nabout = \"ve.txt\"\n", text(title), text(view));
            opened(&folder, &settings).map(|site| site.on(PAGE))
        };
        let plain = shape(&page("A", "?q=a", "Chi bộ").expect("harmless"));
        let mut refused = 0;
        for payload in &payloads {
            // A blank line would make a second paragraph of the about page.
            let one_line = format!("a{}", payload.split_whitespace().collect::<Vec<_>>().join(" "));
            let title: String = one_line.chars().take(TITLE_MAX).collect();
            match page(&title, &format!("?q={payload}"), &one_line) {
                Ok(page) => {
                    assert_eq!(shape(&page), plain, "{payload:?}");
                    assert!(page.contains("content=\"script-src 'sha256-"), "the policy names what runs: {payload:?}");
                }
                // What a link holds only encoded.
                Err(why) => {
                    refused += 1;
                    assert!(why.contains(":2: view"), "{payload:?}: {why}");
                    let page = page(&title, "?q=a", &one_line).expect("the rest is text");
                    assert_eq!(shape(&page), plain, "{payload:?}");
                }
            }
            let manifest =
                opened(&folder, &format!("title = {}", serde_json::Value::from(title.as_str()))).expect("a title");
            let manifest = manifest.in_manifest("{\"name\":\"Soi\",\"short_name\":\"Soi\"}");
            let read: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
            assert_eq!(read["name"], printable(&title).trim());
        }
        assert!(refused < payloads.len(), "some are links");
        // Alone, a payload is no view.
        assert!(payloads.iter().all(|payload| page("A", payload, "x").is_err()));
    }

    #[test]
    fn nothing_said_changes_nothing() {
        assert_eq!(Site::default().on("<html><body>"), "<html><body>");
    }

    #[test]
    fn base64_is_as_the_standard_has_it() {
        for (text, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }
}
