//! Names: what an archive may call its files, and what a document is called in links.

/// Characters of an id; a longer name is cut.
const MAX: usize = 120;

/// A path without what leads out of it, and whether it had any: `..`, a root, a drive, control characters.
pub(crate) fn safe_path(path: &str) -> (String, bool) {
    let plain = path.replace('\\', "/");
    let parts: Vec<String> = plain
        .split('/')
        .filter(|part| !matches!(*part, "" | "." | "..") && !part.ends_with(':'))
        .map(|part| part.chars().filter(|c| !is_hidden(*c)).collect::<String>())
        .filter(|part| !part.is_empty())
        .collect();
    let safe = parts.join("/");
    let led_out = plain.starts_with('/') || plain.split('/').any(|part| part == ".." || part.ends_with(':'));
    let hid = plain.chars().any(is_hidden);
    (safe, led_out || hid)
}

/// Control characters, and those that turn the direction of what is read.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The id that a path or a table's value gives.
pub(crate) fn of(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    tidy(stem(file))
}

/// A value without what an id may not have.
pub(crate) fn tidy(value: &str) -> String {
    let id: String = value.trim().chars().filter(|c| !is_hidden(*c)).take(MAX).collect();
    if id.is_empty() { "_".to_owned() } else { id }
}

/// Without the endings of known formats.
fn stem(file: &str) -> &str {
    let mut stem = file;
    for _ in 0..3 {
        match stem.rsplit_once('.') {
            Some((before, end)) if !before.is_empty() && is_ending(end) => stem = before,
            _ => break,
        }
    }
    stem
}

fn is_ending(end: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht", "docx", "docm", "pdf", "csv", "tsv",
        "json", "jsonl", "ndjson", "zip", "gz", "zst", "soi",
    ];
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_out_is_made_safe_and_told() {
        for (path, safe, told) in [
            ("a/b.txt", "a/b.txt", false),
            ("./a//b.txt", "a/b.txt", false),
            ("../../etc/passwd", "etc/passwd", true),
            ("/etc/passwd", "etc/passwd", true),
            ("C:\\Windows\\x.txt", "Windows/x.txt", true),
            ("a/\u{202e}txt.exe", "a/txt.exe", true),
        ] {
            assert_eq!(safe_path(path), (safe.to_owned(), told), "{path}");
        }
    }

    #[test]
    fn an_id_is_the_stem_of_the_name() {
        for (name, id) in [
            ("seeds/000_fa.txt", "000_fa"),
            ("a.b.txt", "a.b"),
            ("x.jsonl.zst", "x"),
            (".txt", ".txt"),
            ("Báo cáo số 12.docx", "Báo cáo số 12"),
            ("v1.2", "v1.2"),
            ("", "_"),
        ] {
            assert_eq!(of(name), id, "{name}");
        }
    }
}
