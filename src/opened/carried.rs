//! Links that carry their documents: lines of JSON, packed by gzip, in the letters of base64url, behind the `#`, which a
//! browser sends to nobody. `#docs=1-LENGTH-LETTERS`; the length tells a link that was cut on its way.

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys;
use soi::{Report, fnv};

use super::{Opening, Progress, Stage};
use crate::address::{Address, View};
use crate::figure::export::json_string;
use crate::i18n::use_lang;
use crate::navigate;

#[wasm_bindgen]
extern "C" {
    /// A `Blob`, whose stream the crate of the browser's interfaces has for more weight.
    type Source;
    #[wasm_bindgen(method, catch)]
    fn stream(this: &Source) -> Result<Stream, JsValue>;

    type Stream;
    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &Stream, through: &CompressionStream) -> Result<Stream, JsValue>;

    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type Response;
    #[wasm_bindgen(constructor, catch)]
    fn new(of: &Stream) -> Result<Response, JsValue>;
    #[wasm_bindgen(method, catch, js_name = arrayBuffer)]
    async fn array_buffer(this: &Response) -> Result<JsValue, JsValue>;
}

const MARK: &str = "#docs=1-";

/// What follows the `#` of a link is longer than this: browsers refuse it or show nothing of it.
pub const LONGEST: usize = 1_000_000;

/// Texts longer than this all in all are not even packed.
pub const TEXT_MOST: usize = 6_000_000;

/// What became of the letters of a link.
#[derive(Debug, PartialEq, Eq)]
enum Carried {
    Whole(Vec<u8>),
    /// So many letters came, of so many.
    Cut(Vec<u8>, usize, usize),
    Altered,
}

/// Whether the page was opened by such a link.
pub(super) fn is_there() -> bool {
    navigate::fragment().starts_with(&MARK[..MARK.len() - 2])
}

fn read(fragment: &str) -> Carried {
    let parts = fragment.strip_prefix(MARK).and_then(|rest| rest.split_once('-'));
    let Some((Ok(length), letters)) = parts.map(|(length, letters)| (length.parse::<usize>(), letters)) else {
        return Carried::Altered;
    };
    // What was put around a link in a message.
    let letters = letters.trim_end_matches(['.', ',', ')', '>', ';']);
    match (decode(letters), letters.len()) {
        (Some(bytes), there) if there == length => Carried::Whole(bytes),
        (Some(bytes), there) if there < length => Carried::Cut(bytes, there, length),
        _ => Carried::Altered,
    }
}

impl Opening {
    /// Opens the documents of the link that the page was opened by.
    pub(super) fn open_carried(self) {
        let words = use_lang().get_untracked().carried();
        let fragment = navigate::fragment();
        // Each link's corpus is kept under a name of its own and takes no other's place.
        let name = [words.name, " ", &format!("{:08x}", fnv::hash32(fragment.bytes()))].concat();
        let (bytes, cut) = match read(&fragment) {
            Carried::Whole(bytes) => (bytes, None),
            Carried::Cut(bytes, there, of) => (bytes, Some((there, of))),
            Carried::Altered => {
                let (stage, files) = (Stage::Done, 1);
                self.progress.set(Progress { stage, name: name.clone(), files, begun: files, ..Progress::default() });
                self.trouble(name, "link-altered".to_owned(), None);
                let address = self.navigator.address().get_untracked();
                self.navigator.go(Address { view: View::Open, ..address });
                return;
            }
        };
        let bytes = js_sys::Uint8Array::from(bytes.as_slice());
        let Ok(blob) = web_sys::Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&bytes)) else { return };
        let file = [&name, ".jsonl.gz"].concat();
        self.begin_as(name.clone(), vec![js_sys::Array::of2(&file.into(), &blob).into()], Vec::new());
        self.on_run(|run| run.keeps_address = true);
        if let Some((there, of)) = cut {
            self.trouble(name, "link-cut".to_owned(), Some(format!("{there} / {of}")));
        }
    }
}

/// The link that carries these reports and shows them as `address` says.
pub async fn link(reports: Vec<Report>, query: String) -> Result<String, JsValue> {
    let mut lines = String::new();
    for report in &reports {
        lines.push_str("{\"id\":");
        json_string(&report.id, &mut lines);
        lines.push_str(",\"text\":");
        json_string(&report.source, &mut lines);
        if let Some(date) = &report.published {
            lines.push_str(",\"date\":");
            json_string(date, &mut lines);
        }
        lines.push_str("}\n");
    }
    let blob = web_sys::Blob::new_with_str_sequence(&js_sys::Array::of1(&lines.into()))?;
    let packed = blob.unchecked_ref::<Source>().stream()?.pipe_through(&CompressionStream::new("gzip")?)?;
    let bytes = Response::new(&packed)?.array_buffer().await?;
    let letters = encode(&js_sys::Uint8Array::new(&bytes).to_vec());
    Ok([&navigate::page_address(), &query, MARK, &letters.len().to_string(), "-", &letters].concat())
}

/// RFC 4648, section 4.
pub fn base64(bytes: &[u8]) -> String {
    let mut out = encode(bytes).replace('-', "+").replace('_', "/");
    out.extend(std::iter::repeat_n('=', (3 - bytes.len() % 3) % 3));
    out
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// RFC 4648, section 5, without padding.
fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        out.extend((0..=group.len()).map(|i| char::from(LETTERS[(bits >> (18 - 6 * i) & 63) as usize])));
    }
    out
}

/// `None` where something else stands among the letters; a last letter that is no byte is left out.
fn decode(letters: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(letters.len() * 3 / 4);
    let (mut bits, mut count) = (0u32, 0);
    for letter in letters.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_back_as_bytes() {
        for len in 0..40u8 {
            let bytes: Vec<u8> = (0..len).map(|i| i.wrapping_mul(97).wrapping_add(200)).collect();
            let letters = encode(&bytes);
            assert_eq!(read(&format!("{MARK}{}-{letters}", letters.len())), Carried::Whole(bytes));
        }
        assert_eq!(encode(b"\xff\xfe\xfd?"), "__79Pw");
        assert_eq!([&b"\xff\xfe\xfd?"[..], b"abc", b"ab", b""].map(base64), ["//79Pw==", "YWJj", "YWI=", ""]);
    }

    #[test]
    fn what_happens_to_links_on_their_way_is_told() {
        let letters = encode(b"twelve bytes");
        let whole = format!("{MARK}{}-{letters}", letters.len());
        assert_eq!(read(&[&whole, ")."].concat()), Carried::Whole(b"twelve bytes".to_vec()), "put in brackets");
        assert_eq!(read(&whole[..whole.len() - 3]), Carried::Cut(b"twelve by".to_vec(), 13, 16));
        for altered in [
            "#docs=",
            "#docs=2-4-AAAA",
            "#docs=1-x-AAAA",
            "#docs=1-4-AAAA<script>",
            "#docs=1-2-AAAA",
            "#docs=1-4-AA%20",
        ] {
            assert_eq!(read(altered), Carried::Altered, "{altered}");
        }
    }

    #[test]
    fn strings_are_json() {
        let mut out = String::new();
        json_string("a\"\\\n\u{1}đ</script>", &mut out);
        assert_eq!(out, "\"a\\\"\\\\\\n\\u0001đ</script>\"");
    }
}
