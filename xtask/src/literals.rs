//! The string literals of a Rust source. `tests/words.rs` of the app reads sources by it too.

/// The string literals before its tests, as they are written, each after the code since the one before it. Comments are
/// left out.
pub fn literals(source: &str) -> Vec<(String, String)> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let chars: Vec<char> = code.chars().collect();
    let (mut at, mut before, mut out) = (0, String::new(), Vec::new());
    while at < chars.len() {
        match chars[at] {
            '/' if chars.get(at + 1) == Some(&'/') => {
                while chars.get(at + 1).is_some_and(|next| *next != '\n') {
                    at += 1;
                }
            }
            // A character, not a lifetime: `'"'`, `'\''`.
            '\'' if chars.get(at + 1) == Some(&'\\') => at += 3,
            '\'' if chars.get(at + 2) == Some(&'\'') => at += 2,
            '"' => {
                let mut text = String::new();
                at += 1;
                while at < chars.len() && chars[at] != '"' {
                    if chars[at] == '\\' {
                        text.push('\\');
                        at += 1;
                    }
                    text.extend(chars.get(at));
                    at += 1;
                }
                out.push((std::mem::take(&mut before), text));
            }
            sign => before.push(sign),
        }
        at += 1;
    }
    out
}
