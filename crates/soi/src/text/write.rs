//! Texts put together. The standard library's formatting, where it serves nothing but this, is two kilobytes of the page.

/// Some texts, one after the other.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut out = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        out.push_str(part);
    }
    out
}

/// A text with one space between its words, and none at its ends.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        push_word(&mut out, word);
    }
    out
}

/// Adds a word after a space, if it is not the first.
pub(crate) fn push_word(out: &mut String, word: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

/// The last `width` digits of a number, of four.
pub(crate) fn padded(number: u16, width: usize) -> String {
    let places = [1000, 100, 10, 1];
    places
        .iter()
        .skip(places.len() - width.min(4))
        .map(|place| char::from(b'0' + (number / place % 10) as u8))
        .collect()
}

/// A day in ISO 8601.
pub(crate) fn iso_day(year: u16, month: u8, day: u8) -> String {
    joined(&[&padded(year, 4), "-", &padded(month.into(), 2), "-", &padded(day.into(), 2)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_writes_it() {
        assert_eq!(squeezed(" ban  chấp\u{a0}hành "), "ban chấp hành");
        assert_eq!(squeezed(" "), "");
        assert_eq!(joined(&["a", "", "b"]), "ab");
        for number in [0, 7, 10, 1930, 2017, 9999] {
            assert_eq!(padded(number, 4), format!("{number:04}"));
            assert_eq!(padded(number % 100, 2), format!("{:02}", number % 100));
        }
        assert_eq!(iso_day(2017, 7, 1), "2017-07-01");
    }
}
