//! A text or Markdown as static markup of a page: headings, lists, paragraphs, links; all else is text.

/// Marks that set the direction of what follows (Unicode, UAX #9).
pub const fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// As text of the page, or of an attribute in double quotes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Marks of direction turn what stands after them; the others do not show.
            c if is_direction(c) => {}
            c if c.is_control() && !matches!(c, '\n' | '\t') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Paragraphs between empty lines, their line ends kept.
pub fn plain(text: &str) -> String {
    paragraphs(text).map(|part| format!("<p>{}</p>", escaped(part.trim()).replace('\n', "<br>"))).collect()
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_start_matches('\u{feff}');
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(['\n', '\r', ' ', '\t']);
        if rest.is_empty() {
            return None;
        }
        let mut end = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim().is_empty() {
                break;
            }
            end += line.len();
        }
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

/// The part of CommonMark that an about page uses.
pub fn markdown(text: &str) -> String {
    let mut out = String::new();
    for part in paragraphs(text) {
        let mut open: Option<&str> = None;
        let mut prose = String::new();
        for line in part.lines().map(str::trim) {
            let marks = line.bytes().take_while(|byte| *byte == b'#').count();
            let item = item(line);
            if (marks > 0 && line[marks..].starts_with(' ') || item.is_some()) && !prose.is_empty() {
                out.push_str(&format!("<p>{}</p>", inline(&std::mem::take(&mut prose))));
            }
            if item.map(|(list, _)| list) != open {
                // What goes on an item's text stays in it.
                if item.is_none() && marks == 0 && open.is_some() {
                    if out.ends_with("</li>") {
                        out.truncate(out.len() - "</li>".len());
                    }
                    out.push_str(&format!(" {}</li>", inline(line)));
                    continue;
                }
                if let Some(list) = open {
                    out.push_str(&format!("</{list}>"));
                }
                open = item.map(|(list, _)| list);
                if let Some(list) = open {
                    out.push_str(&format!("<{list}>"));
                }
            }
            if let Some((_, text)) = item {
                out.push_str(&format!("<li>{}</li>", inline(text)));
            } else if (1..=6).contains(&marks) && line[marks..].starts_with(' ') {
                let tag = if marks == 1 { "h2" } else { "h3" };
                out.push_str(&format!("<{tag}>{}</{tag}>", inline(line[marks..].trim().trim_end_matches('#').trim())));
            } else {
                if !prose.is_empty() {
                    prose.push(' ');
                }
                prose.push_str(line);
            }
        }
        if let Some(list) = open {
            out.push_str(&format!("</{list}>"));
        }
        if !prose.is_empty() {
            out.push_str(&format!("<p>{}</p>", inline(&prose)));
        }
    }
    out
}

/// A list's item: which list, and its text.
fn item(line: &str) -> Option<(&'static str, &str)> {
    if let Some(text) = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)) {
        return Some(("ul", text.trim()));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    (1..=9).contains(&digits).then_some(("ol", rest.trim()))
}

/// Links, bold and italics of a line.
fn inline(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', '*', '_', '`', '\\']) {
        let (before, after) = rest.split_at(at);
        out.push_str(&escaped(before));
        let mark = after.as_bytes()[0];
        let pair = match mark {
            b'*' | b'_' => {
                let strong = after[1..].starts_with(char::from(mark));
                let fence = &after[..if strong { 2 } else { 1 }];
                // Inside a word an underscore is a letter like any other.
                let inside = mark == b'_' && before.ends_with(char::is_alphanumeric);
                after[fence.len()..]
                    .find(fence)
                    .filter(|end| *end > 0 && !inside && !after[fence.len()..].starts_with(' '))
                    .map(|end| {
                        let tag = if strong { "strong" } else { "em" };
                        let inner = &after[fence.len()..fence.len() + end];
                        (format!("<{tag}>{}</{tag}>", escaped(inner)), fence.len() * 2 + end)
                    })
            }
            b'`' => after[1..]
                .find('`')
                .filter(|end| *end > 0)
                .map(|end| (format!("<code>{}</code>", escaped(&after[1..1 + end])), end + 2)),
            b'[' => link(after),
            _ => after[1..].chars().next().filter(char::is_ascii_punctuation).map(|c| (escaped(&c.to_string()), 2)),
        };
        let (made, len) = pair.unwrap_or_else(|| (escaped(&after[..1]), 1));
        out.push_str(&made);
        rest = &after[len..];
    }
    out.push_str(&escaped(rest));
    out
}

/// `[text](address)` and its length; an address that is neither of the web, of mail nor of this site gives its text.
fn link(text: &str) -> Option<(String, usize)> {
    let name = &text[1..text.find("](")?];
    let address = &text[name.len() + 3..];
    let address = &address[..address.find(')')?];
    let len = name.len() + address.len() + 4;
    let lower = address.trim().to_ascii_lowercase();
    let allowed = ["https://", "http://", "mailto:", "?"].iter().any(|start| lower.starts_with(start));
    let made = match allowed {
        true => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escaped(address.trim()), escaped(name)),
        false => escaped(name),
    };
    Some((made, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_what_a_reader_expects() {
        for (text, expected) in [
            ("# Về kho\n\nMột\nđoạn.", "<h2>Về kho</h2><p>Một đoạn.</p>"),
            ("- a\n- b\n  tiếp\n\nc", "<ul><li>a</li><li>b tiếp</li></ul><p>c</p>"),
            ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
            ("Xem:\n- a", "<p>Xem:</p><ul><li>a</li></ul>"),
            ("**đậm** và *nghiêng*, `mã`", "<p><strong>đậm</strong> và <em>nghiêng</em>, <code>mã</code></p>"),
            ("a_b_c 2 * 3 * 4", "<p>a_b_c 2 * 3 * 4</p>"),
            ("[x](https://a.test/b)", "<p><a href=\"https://a.test/b\" rel=\"noopener noreferrer\">x</a></p>"),
            ("[x](javascript:y) [x](data:y) [", "<p>x x [</p>"),
            ("[x](JAVASCRIPT:y)", "<p>x</p>"),
            ("<img src=x onerror=y>", "<p>&lt;img src=x onerror=y&gt;</p>"),
            ("**<b>** \\*", "<p><strong>&lt;b&gt;</strong> *</p>"),
            ("", ""),
        ] {
            assert_eq!(markdown(text), expected, "{text}");
        }
        assert_eq!(plain("a\nb\n\n<c>"), "<p>a<br>b</p><p>&lt;c&gt;</p>");
    }

    #[test]
    fn no_text_breaks_it() {
        let marks = ["[", "](", ")", "**", "_", "`", "\\", "đ", "- ", "\n", "# ", "1. ", "<", " "];
        let mut seed = 7_u64;
        for _ in 0..2_000 {
            let mut text = String::new();
            for _ in 0..12 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                text.push_str(marks[(seed >> 33) as usize % marks.len()]);
            }
            let made = markdown(&text);
            assert_eq!(made.matches("<p>").count(), made.matches("</p>").count(), "{text:?}");
            assert_eq!(made.matches("<li>").count(), made.matches("</li>").count(), "{text:?}");
        }
    }
}
