//! Short names between a wasm and its JS: what wasm-bindgen calls `__wbg_appendChild_3eae…` on both sides is a tenth of
//! the glue and of what does not compress. Also drops what nothing calls: classes for streams that a dependency of the
//! framework exports to every page.

use crate::step::Outcome;
use crate::wasm::{self, Bytes, EXPORTS, IMPORTS, put, put_part};
use std::collections::BTreeMap;

/// Classes of the glue that the pages never see begin so.
const UNUSED_CLASSES: &str = "IntoUnderlying";

/// The wasm and its glue with short names.
///
/// # Errors
/// If the wasm is none, or not as wasm-bindgen writes it.
pub fn shorten(wasm: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let glue = without_classes(glue);
    let mut names = Names::default();
    let mut out = wasm::HEAD.to_vec();
    for (id, body) in wasm::sections(wasm)? {
        let short = match id {
            IMPORTS => names.imports(&mut Bytes(body))?,
            EXPORTS => names.exports(&mut Bytes(body), &glue)?,
            _ => body.to_vec(),
        };
        out.push(id);
        put_part(&mut out, &short);
    }
    let renamed = |word: &str, before: &str| {
        let table = if before.ends_with("wasm.") { &names.exported } else { &names.imported };
        table.get(word).cloned()
    };
    Ok((out, with_words(&glue, renamed)))
}

#[derive(Default)]
struct Names {
    imported: BTreeMap<String, String>,
    exported: BTreeMap<String, String>,
}

impl Names {
    fn imports(&mut self, body: &mut Bytes) -> Outcome<Vec<u8>> {
        let count = body.number()?;
        let mut out = Vec::new();
        put(&mut out, count);
        for _ in 0..count {
            put_part(&mut out, body.part()?);
            let name = body.text()?.to_owned();
            let next = short(self.imported.len());
            put_part(&mut out, self.imported.entry(name).or_insert(next).as_bytes());
            // A function and its type: wasm-bindgen imports nothing else.
            let kind = body.byte()?;
            if kind != 0 {
                return Err(format!("an import of kind {kind}"));
            }
            out.push(kind);
            put(&mut out, body.number()?);
        }
        Ok(out)
    }

    fn exports(&mut self, body: &mut Bytes, glue: &str) -> Outcome<Vec<u8>> {
        let mut kept = Vec::new();
        let mut count = 0;
        for _ in 0..body.number()? {
            let name = body.text()?.to_owned();
            let (kind, index) = (body.byte()?, body.number()?);
            if !mentions(glue, &name) {
                continue;
            }
            let next = short(self.exported.len());
            put_part(&mut kept, self.exported.entry(name).or_insert(next).as_bytes());
            kept.push(kind);
            put(&mut kept, index);
            count += 1;
        }
        let mut out = Vec::new();
        put(&mut out, count);
        out.append(&mut kept);
        Ok(out)
    }
}

/// The name with that number: a letter, then letters and digits.
fn short(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut out = String::new();
    loop {
        out.push(char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
        if number == 0 {
            // A word of the language (`do`, `in`) is a name of a property all the same.
            return out;
        }
        number -= 1;
    }
}

/// Whether the glue says `wasm.name`.
fn mentions(glue: &str, name: &str) -> bool {
    let called = format!("wasm.{name}");
    glue.match_indices(&called).any(|(at, _)| !glue[at + called.len()..].starts_with(is_word))
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// The text with words in place of others; `renamed` is told a word and what stands before it.
fn with_words(text: &str, renamed: impl Fn(&str, &str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    while let Some(start) = text[from..].find(is_word).map(|i| from + i) {
        let end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |i| start + i);
        out.push_str(&text[from..start]);
        match renamed(&text[start..end], &text[..start]) {
            Some(name) => out.push_str(&name),
            None => out.push_str(&text[start..end]),
        }
        from = end;
    }
    out.push_str(&text[from..]);
    out
}

/// The glue without the classes that nobody makes.
fn without_classes(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    // How the last line of what is left out ends.
    let mut until = None;
    for line in glue.split_inclusive('\n') {
        let begins = |what: &str| line.strip_prefix(what).is_some_and(|rest| rest.starts_with(UNUSED_CLASSES));
        if begins("export class ") {
            until = Some("\n}\n");
        } else if begins("const ") {
            until = Some(");\n");
        }
        match until {
            Some(end) if ["\n", line].concat().ends_with(end) => until = None,
            Some(_) => {}
            None if begins("if (Symbol.dispose) ") => {}
            None => out.push_str(line),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_get_the_same_names() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let part = |out: &mut Vec<u8>, text: &str| put_part(out, text.as_bytes());
        let mut imports = vec![1];
        part(&mut imports, "./x_bg.js");
        part(&mut imports, "__wbg_append_3eae");
        imports.extend([0, 0]);
        wasm.push(IMPORTS);
        put_part(&mut wasm, &imports);
        let mut exports = vec![3];
        for (name, index) in [("memory", 0), ("intounderlying_close", 1), ("retire", 2)] {
            part(&mut exports, name);
            exports.extend([2, index]);
        }
        wasm.push(EXPORTS);
        put_part(&mut wasm, &exports);
        let glue = "export class IntoUnderlyingSink {\n    close() {\n        wasm.intounderlying_close();\n    }\n}\n\
                    if (Symbol.dispose) IntoUnderlyingSink.prototype.x = 1;\n\
                    const IntoUnderlyingSinkFinalization = (typeof a === 'undefined')\n    ? {}\n    : new F(() => 1);\n\
                    export function retire() {\n    wasm.retire(wasm.memory);\n}\n\
                    const imports = { __wbg_append_3eae: function(a) { a.retire(); } };\n";
        let (short, glue) = shorten(&wasm, glue).expect("a wasm");
        let expected = "export function retire() {\n    wasm.b(wasm.a);\n}\n\
                        const imports = { a: function(a) { a.retire(); } };\n";
        assert_eq!(glue, expected);
        let text = String::from_utf8_lossy(&short);
        assert!(!text.contains("__wbg") && !text.contains("intounderlying") && text.contains("./x_bg.js"), "{text:?}");
        assert!(shorten(&short[..short.len() - 1], "").is_err());
    }

    #[test]
    fn no_two_names_are_one() {
        let names: std::collections::BTreeSet<String> = (0..9000).map(short).collect();
        assert_eq!(names.len(), 9000);
    }
}
