//! A web page that a browser saved with its parts: MIME (RFC 2045, 2046, 2557). Only the page itself is looked at.

use crate::fault::Reason;
use crate::sniff::Format;

/// The page of the archive: its bytes, and where it was.
pub(crate) struct Part {
    pub bytes: Vec<u8>,
    pub url: Option<String>,
}

/// Finds the page.
///
/// # Errors
/// If there is none.
pub(crate) fn page(bytes: &[u8]) -> Result<Part, Reason> {
    let (head, body) = split(bytes);
    let url = field(&head, "snapshot-content-location");
    let kind = field(&head, "content-type").unwrap_or_default();
    let Some(boundary) = parameter(&kind, "boundary") else {
        return part(&head, body).ok_or(Reason::Damaged(Format::Mhtml));
    };
    let mark = format!("--{boundary}");
    for piece in pieces(body, mark.as_bytes()) {
        let (head, body) = split(piece);
        if let Some(mut page) = part(&head, body) {
            page.url = url.or(page.url);
            return Ok(page);
        }
    }
    Err(Reason::Damaged(Format::Mhtml))
}

/// A part that is a page.
fn part(head: &[(String, String)], body: &[u8]) -> Option<Part> {
    let kind = field(head, "content-type").unwrap_or_default();
    if !kind.trim_start().to_ascii_lowercase().starts_with("text/html") {
        return None;
    }
    let packing = field(head, "content-transfer-encoding").unwrap_or_default().trim().to_ascii_lowercase();
    let bytes = match packing.as_str() {
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        _ => body.to_vec(),
    };
    Some(Part { bytes, url: field(head, "content-location") })
}

/// The fields of a head, their names in lower case, and what follows it.
fn split(bytes: &[u8]) -> (Vec<(String, String)>, &[u8]) {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        let (line, after) = rest.split_at(end);
        rest = after;
        let text = String::from_utf8_lossy(line);
        let text = text.trim_end_matches(['\r', '\n']);
        match text.split_once(':') {
            _ if text.is_empty() => {
                // A part may begin with an empty line.
                if !fields.is_empty() {
                    break;
                }
            }
            _ if text.starts_with([' ', '\t']) => {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(text.trim());
                }
            }
            Some((name, value)) => fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
            None => break,
        }
    }
    (fields, rest)
}

fn field(head: &[(String, String)], name: &str) -> Option<String> {
    head.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
}

/// `boundary="x"` of `multipart/related; boundary="x"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|piece| {
        let (key, value) = piece.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// What stands between the lines that begin with `mark`.
fn pieces<'a>(bytes: &'a [u8], mark: &[u8]) -> Vec<&'a [u8]> {
    let mut out = Vec::new();
    let mut start: Option<usize> = None;
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(mark) {
            if let Some(start) = start {
                out.push(&bytes[start..at]);
            }
            start = Some(at + line.len());
        }
        at += line.len();
    }
    // A file that was cut short ends without a mark.
    if let Some(start) = start.filter(|start| *start < bytes.len()) {
        out.push(&bytes[start..]);
    }
    out
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        let hex = |at: usize| after.get(at).and_then(|digit| char::from(*digit).to_digit(16));
        if let (Some(high), Some(low)) = (hex(0), hex(1)) {
            out.push((high * 16 + low) as u8);
            rest = &after[2..];
        } else if let Some(next) = after.strip_prefix(b"\r\n").or(after.strip_prefix(b"\n")) {
            rest = next;
        } else {
            out.push(byte);
        }
    }
    out
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u8> = bytes.iter().filter_map(digit).collect();
    let mut out = Vec::with_capacity(digits.len() / 4 * 3);
    for group in digits.chunks(4) {
        let bits = group.iter().fold(0u32, |bits, digit| bits << 6 | u32::from(*digit)) << (6 * (4 - group.len()));
        out.extend_from_slice(&bits.to_be_bytes()[1..group.len().max(1)]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_bytes_are_unpacked() {
        assert_eq!(quoted_printable(b"=C4=90=\r\n=E1=BA=A3ng=3D ="), "Đảng= =".as_bytes());
        assert_eq!(base64(b"SOG7mWkg\r\nbmdo4buL"), "Hội nghị".as_bytes());
        assert_eq!(base64(b"YQ=="), b"a");
        assert_eq!(base64(b"YWI="), b"ab");
    }
}
