//! A web page as lines of text: all that a reader sees, in the order of the page.
//!
//! Menus, counters and other news stay: `soi`'s own blocks know them as the site's furniture, better than tags do.
//! Nothing is executed or fetched. The tokenizer is html5gum, after the WHATWG's specification; there is no tree, so
//! no page is too deep.

use html5gum::{Token, Tokenizer};

/// What a page says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub text: String,
    pub title: Option<String>,
    pub url: Option<String>,
    pub date: Option<String>,
}

/// Elements whose content no reader sees.
const HIDDEN: &[&[u8]] = &[
    b"script",
    b"style",
    b"template",
    b"noscript",
    b"svg",
    b"math",
    b"iframe",
    b"object",
    b"select",
    b"textarea",
    b"canvas",
    b"audio",
    b"video",
    b"map",
    b"datalist",
];

/// Elements that stand in a line of text; every other one begins a new line.
const INLINE: &[&[u8]] = &[
    b"a",
    b"abbr",
    b"acronym",
    b"b",
    b"bdi",
    b"bdo",
    b"big",
    b"cite",
    b"code",
    b"data",
    b"del",
    b"dfn",
    b"em",
    b"font",
    b"i",
    b"img",
    b"ins",
    b"kbd",
    b"label",
    b"mark",
    b"nobr",
    b"o:p",
    b"q",
    b"ruby",
    b"s",
    b"samp",
    b"small",
    b"span",
    b"st1:place",
    b"strike",
    b"strong",
    b"sub",
    b"sup",
    b"time",
    b"tt",
    b"u",
    b"var",
    b"wbr",
];

const VOID: &[&[u8]] = &[
    b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"source", b"track", b"wbr",
];

/// Reads a page.
pub(crate) fn read(html: &str) -> Page {
    let mut page = Page::default();
    let mut out = Lines::default();
    let mut title = String::new();
    let mut in_title = false;
    // The element whose end shows text again, and how many of its name are open inside.
    let mut hidden: Option<(Vec<u8>, usize)> = None;
    for token in Tokenizer::new(html).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                if let Some((element, open)) = &mut hidden {
                    *open += usize::from(element == name && !tag.self_closing);
                    continue;
                }
                let value = |key: &[u8]| {
                    tag.attributes.get(key).map(|value| String::from_utf8_lossy(&value.value).trim().to_owned())
                };
                match name {
                    b"title" => in_title = page.title.is_none(),
                    b"meta" => meta(&mut page, &value),
                    b"link" if value(b"rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                        page.url = value(b"href").filter(|href| href.starts_with("http")).or(page.url.take());
                    }
                    _ => {}
                }
                let style = value(b"style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
                let unseen = HIDDEN.contains(&name)
                    || tag.attributes.contains_key(b"hidden".as_slice())
                    || style.contains("display:none")
                    || style.contains("visibility:hidden");
                if unseen && !VOID.contains(&name) && !tag.self_closing {
                    hidden = Some((name.to_vec(), 0));
                }
                if !INLINE.contains(&name) {
                    out.end_line();
                }
                out.pre += usize::from(name == b"pre");
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                match &mut hidden {
                    Some((element, 0)) if element == name => hidden = None,
                    Some((element, open)) if element == name => *open -= 1,
                    Some(_) => {}
                    None if name == b"title" && in_title => {
                        in_title = false;
                        page.title = Some(squeeze(&title)).filter(|title| !title.is_empty());
                    }
                    None => {
                        if !INLINE.contains(&name) {
                            out.end_line();
                        }
                        out.pre -= usize::from(name == b"pre" && out.pre > 0);
                    }
                }
            }
            Token::String(text) if hidden.is_none() => {
                let text = String::from_utf8_lossy(&text);
                if in_title { title.push_str(&text) } else { out.push(&text) }
            }
            _ => {}
        }
    }
    out.end_line();
    page.text = out.text;
    if let Some(title) = &page.title {
        page.text = with_title(title, std::mem::take(&mut page.text));
    }
    page
}

fn meta(page: &mut Page, value: &dyn Fn(&[u8]) -> Option<String>) {
    let Some(content) = value(b"content").filter(|content| !content.is_empty()) else { return };
    let key = value(b"property").or(value(b"name")).or(value(b"itemprop")).unwrap_or_default().to_ascii_lowercase();
    match key.as_str() {
        "article:published_time" | "datepublished" | "pubdate" | "dc.date.issued" | "date" => {
            page.date.get_or_insert(content);
        }
        "og:url" => {
            page.url.get_or_insert(content);
        }
        _ => {}
    }
}

/// The window's title on top, unless the page shows its headline itself.
fn with_title(title: &str, text: String) -> String {
    // `Đảng bộ Khối sơ kết - Báo Sóc Trăng`: the headline, and whose page it is.
    let headlines: Vec<String> = [" | ", " - ", " – ", " — "]
        .iter()
        .filter_map(|mark| title.rsplit_once(mark))
        .map(|(head, _)| key(head))
        .collect();
    let whole = key(title);
    let shown = text.lines().map(key).any(|line| {
        !line.is_empty() && (line == whole || headlines.contains(&line) || line.len() > 20 && whole.starts_with(&line))
    });
    if shown || whole.is_empty() { text } else { format!("{title}\n{text}") }
}

/// For comparing: letters and digits alone, folded.
fn key(text: &str) -> String {
    soi::text::fold::fold(&soi::text::normalise(text)).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines with white space as a browser shows it.
#[derive(Default)]
struct Lines {
    text: String,
    /// Open `pre` elements.
    pre: usize,
    /// A space that is shown only if something follows it in the line.
    space: bool,
}

impl Lines {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\n' if self.pre > 0 => self.end_line(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.space = true,
                '\0' => {}
                c => {
                    if self.space && !self.text.is_empty() && !self.text.ends_with('\n') {
                        self.text.push(' ');
                    }
                    self.space = false;
                    self.text.push(c);
                }
            }
        }
    }

    fn end_line(&mut self) {
        self.space = false;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

/// Whether a value of a table is HTML rather than text.
pub(crate) fn is_html(text: &str) -> bool {
    const TAGS: [&str; 9] = ["<p>", "<p ", "<br", "<div", "<span", "</p>", "<html", "<!doctype html", "<!DOCTYPE html"];
    text.contains('<') && TAGS.iter().any(|tag| text.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, lines: &[&str]) {
        let page = read(html);
        assert_eq!(page.text.lines().collect::<Vec<_>>(), lines, "{html}");
    }

    #[test]
    fn a_page_is_the_lines_that_a_reader_sees() {
        check(
            "<p>Đảng bộ <b>Khối</b>\n  họp.</p><p>Hai&nbsp;&amp; ba<br>bốn",
            &["Đảng bộ Khối họp.", "Hai\u{a0}& ba", "bốn"],
        );
        check("<ul><li>Trang chủ<li>Tin tức</ul><td>1<td>2", &["Trang chủ", "Tin tức", "1", "2"]);
        check("<pre>một\n  hai</pre>", &["một", "hai"]);
    }

    #[test]
    fn what_is_not_shown_is_not_read() {
        check("<script>alert('x')</script><p>a<style>p{}</style><!-- b --><noscript>c</noscript>", &["a"]);
        check("<div style='display: none'>x<div>y</div>z</div><p hidden>q</p><p>a", &["a"]);
        check("<p>a</p><script>never closed", &["a"]);
        check("<img src=x onerror=alert(1)><p>a", &["a"]);
    }

    #[test]
    fn the_window_title_comes_first_unless_the_page_shows_its_headline() {
        check("<title>Khối sơ kết - Báo X</title><p>Nội dung.", &["Khối sơ kết - Báo X", "Nội dung."]);
        check("<title>Khối sơ kết - Báo X</title><h1>Khối sơ kết</h1><p>Nội dung.", &["Khối sơ kết", "Nội dung."]);
        let page = read(
            "<link rel=canonical href='https://x.vn/1'><meta property='article:published_time' content='2018-06-21'>",
        );
        assert_eq!((page.url.as_deref(), page.date.as_deref()), (Some("https://x.vn/1"), Some("2018-06-21")));
    }

    #[test]
    fn no_page_is_too_deep() {
        let page = read(&format!("{}đáy", "<div>".repeat(200_000)));
        assert_eq!(page.text, "đáy\n");
    }
}
