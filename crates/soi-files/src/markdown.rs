//! Markdown as the lines that a reader sees. After CommonMark, as far as prose uses it.
//!
//! A whole parser would be a fifth of the reader's wasm for what is a matter of line starts and a few marks.

/// The text, and the title and date of its front matter.
pub(crate) struct Read {
    pub text: String,
    pub title: Option<String>,
    pub date: Option<String>,
}

pub(crate) fn read(source: &str) -> Read {
    let (front, body) = front_matter(source.trim_start_matches('\u{feff}'));
    let value = |name: &str| {
        let line = front.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':'))?;
        Some(line.trim().trim_matches(['"', '\'']).to_owned()).filter(|value| !value.is_empty())
    };
    let mut out = String::new();
    let mut fenced = false;
    // Whether the next line goes on with the paragraph of the last.
    let mut goes_on = false;
    for line in body.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fenced = !fenced;
            goes_on = false;
            continue;
        }
        if fenced {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        let quoted = trimmed.trim_start_matches(['>', ' ']);
        let rule = quoted.len() >= 3 && quoted.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | ' '));
        if quoted.is_empty() || rule {
            goes_on = false;
            continue;
        }
        let heading = quoted.starts_with('#');
        let (item, text) = item(quoted);
        if goes_on && !heading && !item {
            out.pop();
            out.push(' ');
        }
        inline(text.trim_start_matches('#').trim_end_matches(['#']).trim().trim_end_matches('\\'), &mut out);
        out.push('\n');
        // Two spaces or a backslash at its end break a line.
        goes_on = !heading && !line.ends_with("  ") && !line.ends_with('\\');
    }
    let (title, date) = (value("title"), value("date"));
    if let Some(title) = title.as_deref().filter(|title| !out.lines().take(5).any(|line| line == *title)) {
        out = format!("{title}\n{out}");
    }
    Read { text: out, title, date }
}

fn front_matter(source: &str) -> (&str, &str) {
    let Some(rest) = source.strip_prefix("---\n").or(source.strip_prefix("---\r\n")) else { return ("", source) };
    match rest.find("\n---") {
        Some(at) => (&rest[..at], rest[at + 4..].trim_start_matches('-')),
        None => ("", source),
    }
}

/// Whether a line is an item of a list with `*` or `+`, and its text. `- ` and `1.` stay: they are of the text too.
fn item(line: &str) -> (bool, &str) {
    if let Some(rest) = line.strip_prefix("* ").or(line.strip_prefix("+ ")) {
        return (true, rest);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && line[digits..].starts_with(". ");
    (line.starts_with("- ") || numbered, line)
}

/// Without emphasis, links and escapes.
fn inline(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        match c {
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                out.push_str(&after[..1]);
                rest = &after[1..];
                continue;
            }
            '*' | '`' => {}
            '_' if after.starts_with('_') => {
                rest = &after[1..];
                continue;
            }
            '!' if after.starts_with('[') => {}
            '[' => {
                let link = after.find("](").and_then(|end| {
                    let close = after[end..].find(')')? + end;
                    Some((&after[..end], &after[close + 1..]))
                });
                if let Some((label, next)) = link {
                    inline(label, out);
                    rest = next;
                    continue;
                }
                out.push(c);
            }
            c => out.push(c),
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let check = |source: &str, text: &str| assert_eq!(read(source).text, text, "{source:?}");
        check("# Hội nghị\n\nĐảng bộ **Khối**\nhọp [ngày 20](http://x.vn).\n", "Hội nghị\nĐảng bộ Khối họp ngày 20.\n");
        check("một  \nhai\\\nba", "một\nhai\nba\n");
        check("- một\n- hai\n1. ba", "- một\n- hai\n1. ba\n");
        check("a \\* b\n\n---\n\n![Ảnh](x.png)", "a * b\nẢnh\n");
        check("---\ntitle: \"Sơ kết\"\n---\nNội dung.", "Sơ kết\nNội dung.\n");
    }
}
