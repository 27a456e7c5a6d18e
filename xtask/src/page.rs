//! Rewrites the page that trunk builds: styles inlined, and everything inlined for the single file.
//! The page is ours and trunk's, so tags are found by plain scanning: lower case, quoted attributes.

use crate::step::Outcome;
use sha2::{Digest, Sha256};
use std::ops::Range;

/// A start tag of the page.
struct Tag<'a> {
    at: Range<usize>,
    text: &'a str,
}

impl Tag<'_> {
    fn attribute(&self, name: &str) -> Option<&str> {
        let start = self.text.find(&format!(" {name}=\""))? + name.len() + 3;
        self.text[start..].split('"').next()
    }
}

fn links(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find("<link ").map(|i| from + i) {
        let end = html[start..].find('>').map_or(html.len(), |i| start + i + 1);
        found.push(Tag { at: start..end, text: &html[start..end] });
        from = end;
    }
    found
}

/// The part of `html` from `open` to `close`, both included.
fn between(html: &str, open: &str, close: &str) -> Option<Range<usize>> {
    let start = html.find(open)?;
    let end = html[start..].find(close)? + start + close.len();
    Some(start..end)
}

/// The page with one `<style>` in place of its stylesheet links, in their order, and apart from it what the stylesheets
/// of the whole app say (`class="whole"`). `read` opens a link's file.
pub fn inline_styles(html: &str, read: impl Fn(&str) -> Outcome<String>) -> Outcome<(String, String)> {
    let (mut css, mut whole) = (String::new(), String::new());
    let mut out = String::new();
    let mut place = None;
    let mut last = 0;
    for link in links(html) {
        let Some(href) = link.attribute("href").filter(|_| link.attribute("rel") == Some("stylesheet")) else {
            continue;
        };
        let text = squeeze_css(&read(href)?);
        if link.attribute("class") == Some("whole") { &mut whole } else { &mut css }.push_str(&text);
        out.push_str(&html[last..link.at.start]);
        place.get_or_insert(out.len());
        last = link.at.end;
    }
    out.push_str(&html[last..]);
    if let Some(place) = place {
        out.insert_str(place, &format!("<style>{css}</style>"));
    }
    Ok((out, whole))
}

/// The page with more styles inlined, after those that are.
pub fn with_more_style(html: &str, css: &str) -> String {
    html.replacen("</style>", &format!("{css}</style>"), 1)
}

/// The page with the whole app's stylesheet told to the loader; `wasm` is the address by which it is told the wasm.
pub fn with_style(html: &str, wasm: &str, href: &str) -> String {
    let source = format!("source: \"./{wasm}\",");
    html.replacen(&source, &format!("{source} style: \"./{href}\","), 1)
}

/// The page with the app's size told to the loader.
pub fn with_size(html: &str, bytes: usize) -> String {
    html.replacen("size: 0 }", &format!("size: {bytes} }}"), 1)
}

/// A wasm and the JS that wasm-bindgen made for it.
pub struct Program {
    /// The JS.
    pub glue: String,
    /// The wasm.
    pub wasm: Vec<u8>,
}

/// The page as one file: no link is left, the programs are carried inside, each with its name; the first is the app.
/// `read` opens a link's file.
pub fn single(html: &str, programs: &[(&str, &Program)], read: impl Fn(&str) -> Outcome<Vec<u8>>) -> Outcome<String> {
    let mut out = String::new();
    let mut last = 0;
    for link in links(html) {
        out.push_str(&html[last..link.at.start]);
        last = link.at.end;
        match (link.attribute("rel"), link.attribute("href")) {
            (Some("modulepreload" | "preload"), _) => {}
            (Some("icon"), Some(href)) if !href.starts_with("data:") => {
                let mime = if href.ends_with(".svg") { "image/svg+xml" } else { "image/png" };
                out.push_str(&format!("<link rel=\"icon\" href=\"data:{mime};base64,{}\">", base64(&read(href)?)));
            }
            _ => out.push_str(link.text),
        }
    }
    out.push_str(&html[last..]);
    if let Some(preload) = between(&out, PRELOAD, "</script>") {
        out.replace_range(preload, "");
    }
    let loader = between(&out, LOADER, "</script>").ok_or("the page has no loader script")?;
    let named = programs.iter().map(|(name, program)| carry(&format!("soi-{name}"), program));
    let carried = [
        named.collect::<String>(),
        concat!(
            "<script type=\"module\">",
            "const text = (id) => document.getElementById(id).textContent;\n",
            "const carried = (id) => ({\n",
            "  load: () => import(URL.createObjectURL(new Blob([text(id)], { type: \"text/javascript\" }))),\n",
            "  source: () => Uint8Array.from(atob(text(id + \"-wasm\")), (c) => c.charCodeAt(0)),\n",
            "  glue: () => text(id),\n",
            "});\n",
            "soiBoot({ whole: carried(\"soi-app\"), reader: carried(\"soi-reader\"), ",
            "office: carried(\"soi-office\"), pdf: carried(\"soi-pdf\") });\n",
            "</script>",
        )
        .to_owned(),
    ]
    .concat();
    // The body is painted first: the bytes come at its end.
    out.replace_range(loader, "");
    let end = out.rfind("</body>").unwrap_or(out.len());
    out.insert_str(end, &carried);
    Ok(out)
}

/// The page with the links by which a system installs it.
pub fn with_manifest(html: &str) -> String {
    let links = "<link rel=\"manifest\" href=\"soi.webmanifest\"><link rel=\"apple-touch-icon\" href=\"soi-192.png\">";
    html.replacen("<link rel=\"icon\"", &[links, "<link rel=\"icon\""].concat(), 1)
}

/// How the script that fetches ahead begins, as `Trunk.toml` writes it.
const PRELOAD: &str = "<script>(function (query) {";

/// How the script that starts everything begins, as `Trunk.toml` writes it.
const LOADER: &str = "<script type=\"module\">\nsoiBoot(";

/// A program as two elements that no browser runs.
fn carry(id: &str, program: &Program) -> String {
    // A string that closes the script element would end the page's script there.
    let glue = program.glue.replace("</script", "<\\/script");
    let wasm = base64(&program.wasm);
    format!(
        "<script type=\"text/plain\" id=\"{id}\">{glue}</script>\
         <script type=\"text/plain\" id=\"{id}-wasm\">{wasm}</script>"
    )
}

/// CSS without comments and with each run of white space as one space; strings stay as they are.
pub fn squeeze_css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'*') => {
                rest.next();
                let mut star = false;
                for c in rest.by_ref() {
                    if star && c == '/' {
                        break;
                    }
                    star = c == '*';
                }
            }
            '"' | '\'' => {
                out.push(c);
                let mut escaped = false;
                for inner in rest.by_ref() {
                    out.push(inner);
                    if inner == c && !escaped {
                        break;
                    }
                    escaped = inner == '\\' && !escaped;
                }
            }
            c if c.is_whitespace() => {
                let tight = out.is_empty() || out.ends_with([' ', '{', '}', ';', ',']);
                if !tight {
                    out.push(' ');
                }
            }
            '{' | '}' | ';' | ',' => {
                if out.ends_with(' ') {
                    out.pop();
                }
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// JavaScript without indentation and without comments that begin a line. No text of ours or of wasm-bindgen's goes on
/// over a line's end, where this would cut into it.
pub fn squeeze_js(js: &str) -> String {
    let mut out = String::with_capacity(js.len());
    let mut commented = false;
    for mut line in js.lines().map(str::trim) {
        commented |= line.starts_with("/*");
        if commented {
            let Some(end) = line.find("*/") else { continue };
            commented = false;
            line = line[end + 2..].trim_start();
        }
        if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// The page with the text of its inlined `script` made small.
pub fn with_small_script(html: &str, script: &str) -> String {
    html.replacen(script, &squeeze_js(script), 1)
}

/// Where a page gets what it runs from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// From the files beside it.
    Folder,
    /// From itself.
    File,
}

/// The page with its content security policy, as a `<meta>` so that any host serves it: nothing but what the page is
/// made of runs, no inline style or script but those that are in it now, and no text becomes a script.
pub fn with_policy(html: &str, carrier: Carrier) -> Outcome<String> {
    let hashes = |open: &str, close: &str, runs: fn(&str) -> bool| {
        let mut out = String::new();
        let mut rest = html;
        while let Some(start) = rest.find(open) {
            rest = &rest[start..];
            let (Some(head), Some(end)) = (rest.find('>'), rest.find(close)) else { break };
            if runs(&rest[..head]) {
                let text = &rest[head + 1..end];
                out.push_str(&format!(" 'sha256-{}'", base64(&Sha256::digest(text.as_bytes()))));
            }
            rest = &rest[end + close.len()..];
        }
        out
    };
    let scripts = hashes("<script", "</script>", |head| !head.contains("text/plain"));
    let styles = hashes("<style", "</style>", |_| true);
    // Workers start from a blob in both: it carries the reader, and what it may do is what the page may do.
    let (own, sheets, connect, kept) = match carrier {
        Carrier::Folder => ("'self'", " 'self'", "'self'", "'self' "),
        Carrier::File => ("blob:", "", "'none'", ""),
    };
    // Installed by its manifest, kept by its worker (`src/offline.mjs`): what has a folder only.
    let manifest = if carrier == Carrier::Folder { "manifest-src 'self'; " } else { "" };
    let policy = format!(
        "default-src 'none'; script-src {own}{scripts} 'wasm-unsafe-eval'; style-src{sheets}{styles}; connect-src {connect}; \
         img-src {kept}data: blob:; worker-src {kept}blob:; {manifest}base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types default"
    );
    let place = html.find("<meta charset").and_then(|at| html[at..].find('>').map(|end| at + end + 1));
    let place = place.ok_or("the page says no charset")?;
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok([&html[..place], &meta, &html[place..]].concat())
}

/// Standard base64, with padding.
pub fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let digit = usize::try_from(bits >> (18 - 6 * i) & 63).unwrap_or(0);
            out.push(if i > group.len() { '=' } else { char::from(DIGITS[digit]) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{
        Carrier, Program, base64, inline_styles, single, squeeze_css, squeeze_js, with_more_style, with_policy,
        with_size, with_style,
    };

    const PAGE: &str = "<head><link rel=\"stylesheet\" href=\"./a.css\"/>\n<link rel=\"stylesheet\" href=\"./b.css\">\
        <link rel=\"preload\" href=\"./x_bg.wasm\"><script type=\"module\">\nsoiBoot({ load: () => import(\"./x.js\"), \
        source: \"./x_bg.wasm\", size: 0 }, {});\n</script></head><body><p>Soi</p></body>";

    #[test]
    fn styles_are_inlined_in_their_order() {
        let page = PAGE.replace("b.css\">", "b.css\"><link rel=\"stylesheet\" href=\"./w.css\" class=\"whole\"/>");
        let parts = inline_styles(&page, |href| Ok(format!("/* {href} */ .{} {{ color: red; }}\n", &href[2..3])));
        let (html, whole) = parts.expect("the files are read");
        assert_eq!(whole, ".w{color: red;}");
        let both = with_more_style(&html, &whole);
        assert!(both.contains(".b{color: red;}.w{color: red;}</style>"), "{both}");
        let told = with_style(&html, "x_bg.wasm", "w.css");
        assert!(told.contains("source: \"./x_bg.wasm\", style: \"./w.css\", size: 0 }"), "{told}");
        assert!(html.starts_with("<head><style>.a{color: red;}.b{color: red;}</style>\n"), "{html}");
        assert!(!html.contains("stylesheet"));
    }

    #[test]
    fn the_loader_is_told_the_size() {
        assert!(with_size(PAGE, 1234).contains("\"./x_bg.wasm\", size: 1234 }, {});"));
    }

    #[test]
    fn the_single_file_names_no_other_file() {
        let program = |glue: &str, wasm: &[u8]| Program { glue: glue.into(), wasm: wasm.into() };
        let (app, reader) = (program("export const s = '</script>';", b"\0asm"), program("export {};", b"foob"));
        let html = single(PAGE, &[("app", &app), ("reader", &reader)], |_| Ok(Vec::new())).expect("has a loader");
        assert!(!html.contains("x_bg.wasm") && !html.contains("./x.js") && !html.contains("preload"), "{html}");
        assert!(html.contains("AGFzbQ==") && html.contains("Zm9vYg==") && html.contains("'<\\/script>'"));
        assert!(html.find("soi-app-wasm") > html.find("<p>Soi"));
    }

    #[test]
    fn the_policy_names_each_script_that_runs_and_nothing_unsafe() {
        let page = "<head><meta charset=\"utf-8\"><style>a{}</style><script>one()</script></head>\
                    <body><script type=\"text/plain\" id=\"x\">data</script><script type=\"module\">two()</script></body>";
        let html = with_policy(page, Carrier::File).expect("has a head");
        let policy = html.split("content=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a policy");
        assert_eq!(policy.matches("'sha256-").count(), 3, "{policy}");
        // `printf 'one()' | openssl dgst -sha256 -binary | base64`
        assert!(policy.contains("'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='"), "{policy}");
        assert!(policy.contains("connect-src 'none'") && !policy.contains("unsafe-inline"));
        assert!(html.find("Content-Security-Policy") < html.find("<style>"), "before what it governs");
        assert!(with_policy("<p>", Carrier::Folder).is_err());
    }

    #[test]
    fn css_keeps_its_meaning() {
        let cases = [
            ("a  b { margin : 0 }", "a b{margin : 0}"),
            ("a { content: \"/* x */  '\" }", "a{content: \"/* x */  '\"}"),
            ("a{width:calc(1px + 2px)}\n\n/* gone */\nb{}", "a{width:calc(1px + 2px)}b{}"),
            ("@media (a) and (b) { :root { --x: 1 } }", "@media (a) and (b){:root{--x: 1}}"),
        ];
        for (css, small) in cases {
            assert_eq!(squeeze_css(css), small);
        }
    }

    #[test]
    fn javascript_loses_only_comments_and_indentation() {
        let js = "// a\n/** b\n * c */\nlet url = \"https://x\"; // kept\n\n  if (url) {\n    /* d */ go();\n  }\n";
        assert_eq!(squeeze_js(js), "let url = \"https://x\"; // kept\nif (url) {\ngo();\n}\n");
    }

    #[test]
    fn base64_pads() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
