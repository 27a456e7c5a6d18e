//! Whether bytes are a page that can be read; shared by the build, the command and the app.

/// Why bytes are no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing but white space.
    Empty,
    /// Not UTF-8 from this byte on.
    NotUtf8(usize),
    /// A NUL at this byte: no text file.
    Nul(usize),
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("không có nội dung (empty)"),
            Self::NotUtf8(at) => write!(f, "không phải UTF-8 từ byte {at} (not UTF-8)"),
            Self::Nul(at) => write!(f, "có byte NUL ở vị trí {at} (NUL byte, not a text)"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// The bytes of a file as a page's text, untouched: a BOM and CRLF are kept, so that spans hold.
///
/// # Errors
/// If it is no text or has no content.
pub fn page(bytes: Vec<u8>) -> Result<String, Unreadable> {
    let text = String::from_utf8(bytes).map_err(|error| Unreadable::NotUtf8(error.utf8_error().valid_up_to()))?;
    if let Some(at) = text.find('\0') {
        return Err(Unreadable::Nul(at));
    }
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(Unreadable::Empty);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_page_says_why() {
        let check = |bytes: &[u8], expected| assert_eq!(page(bytes.to_vec()).err(), expected);
        check("\u{feff}Đảng bộ\r\n".as_bytes(), None);
        check(b"", Some(Unreadable::Empty));
        check("\u{feff} \r\n".as_bytes(), Some(Unreadable::Empty));
        check(b"\xc4\x90ang \xff", Some(Unreadable::NotUtf8(6)));
        check(b"ab\0c", Some(Unreadable::Nul(2)));
    }
}
