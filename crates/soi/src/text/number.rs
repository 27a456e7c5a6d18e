//! Vietnamese numbers: digits with `.` for thousands and `,` for decimals, Roman numerals, numerals in words.

use super::set::{Words, words};
use super::word::{Set, Word};

/// The value of a number in digits: `2.397` is 2397, `67,77` is 67.77, `1.234,5` is 1234.5.
///
/// A separator groups thousands only where three digits follow each time; otherwise it is the decimal sign,
/// whichever it is: the press also prints `6.1 triệu`.
pub(crate) fn decimal(digits: &str) -> Option<f64> {
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let last = |mark: u8| digits.bytes().rposition(|byte| byte == mark);
    let several = |mark: u8| digits.bytes().filter(|byte| *byte == mark).count() > 1;
    let dropped = match (last(b'.'), last(b',')) {
        (Some(_), None) if groups(digits, '.') => '.',
        (None, Some(_)) if several(b',') && groups(digits, ',') => ',',
        (Some(dot), Some(comma)) => {
            if comma > dot {
                '.'
            } else {
                ','
            }
        }
        (None, Some(_)) => '\0',
        _ => return plain(digits),
    };
    plain(&without(digits, dropped))
}

/// The value of `1,353` where it counts whole things: the comma groups thousands there.
pub(crate) fn grouped_by_comma(digits: &str) -> Option<f64> {
    let grouped = groups(digits, ',') && digits.bytes().all(|byte| byte != b'.') && !digits.starts_with('0');
    grouped.then(|| plain(&without(digits, ','))).flatten()
}

/// Digits without the mark that groups them, and with a point for the one that does not.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn without(digits: &str, mark: char) -> String {
    digits.chars().filter(|c| *c != mark).map(|c| if c == ',' { '.' } else { c }).collect()
}

/// The value of digits with at most one point; to the last bit up to fifteen digits, which no report exceeds. The
/// standard library's reader is right for any number, but brings ten kilobytes of table into the browser.
pub(crate) fn plain(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = || whole.bytes().chain(fraction.bytes());
    if whole.is_empty() || !digits().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let ten = |value: f64, by: u8| value * 10.0 + f64::from(by);
    let value = digits().fold(0.0, |value, digit| ten(value, digit - b'0'));
    let scale = fraction.bytes().fold(1.0, |value, _| ten(value, 0));
    Some(value / scale).filter(|value| value.is_finite())
}

/// Whether `separator` cuts `digits` into a head of one to three digits and groups of three.
fn groups(digits: &str, separator: char) -> bool {
    let mut parts = digits.split(separator);
    let head = parts.next().unwrap_or("");
    let mut any = false;
    (1..=3).contains(&head.len())
        && parts.all(|part| {
            any = true;
            part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())
        })
        && any
}

/// The value of a Roman numeral in capitals, up to 39: `III`, `XVIII`.
pub(crate) fn roman(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 6 || !text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) {
        return None;
    }
    (1..40).find(|&value| spell_roman(value) == text)
}

fn spell_roman(mut value: u32) -> String {
    let mut out = String::new();
    for (worth, letters) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while value >= worth {
            out.push_str(letters);
            value -= worth;
        }
    }
    out
}

/// Whether a numeral in words may begin with a word: most begin none, and this says so at once.
#[soi_words::numbered]
pub(crate) fn begins_numeral(word: Word) -> bool {
    Set(&["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"]).contains(word)
}

/// A numeral in words in small letters, from the first word on: its value and how many words it takes.
///
/// `năm` is left to the caller where it comes first, for it is also the year.
pub(crate) fn spelled<'a>(word: &dyn Fn(usize) -> &'a str) -> Option<(u32, usize)> {
    if let Some(found) = tens(word) {
        return Some(found);
    }
    let value = digit(word(0))?;
    if word(1) != "trăm" {
        return Some((value, 1));
    }
    if matches!(word(2), "linh" | "lẻ")
        && let Some(one) = units(word(3))
    {
        return Some((value * 100 + one, 4));
    }
    let (rest, words) = tens(&|i| word(2 + i)).unwrap_or((0, 0));
    Some((value * 100 + rest, 2 + words))
}

/// Ten to ninety-nine in words.
fn tens<'a>(word: &dyn Fn(usize) -> &'a str) -> Option<(u32, usize)> {
    if word(0) == "mười" {
        return Some((10 + units(word(1)).unwrap_or(0), 1 + usize::from(units(word(1)).is_some())));
    }
    let value = digit(word(0))?;
    (word(1) == "mươi").then(|| {
        let one = units(word(2));
        (value * 10 + one.unwrap_or(0), 2 + usize::from(one.is_some()))
    })
}

fn digit(word: &str) -> Option<u32> {
    const DIGITS: Words = words!["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let value = if word == "bẩy" { 7 } else { 1 + DIGITS.iter().position(|digit| digit == word)? };
    Some(value as u32)
}

/// A digit after `mười`, `mươi`, `linh`. `năm` is `lăm` there, so that `mười năm` stays ten years.
fn units(word: &str) -> Option<u32> {
    match word {
        "mốt" => Some(1),
        "tư" => Some(4),
        "lăm" | "nhăm" => Some(5),
        "năm" => None,
        _ => digit(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_the_nearest_to_their_digits() {
        for text in ["0", "7", "67.77", "0.1", "2.5", "6.1", "99.995", "123456789012345", "0.000001", "94.4", "12."] {
            assert_eq!(plain(text), text.parse().ok(), "{text}");
        }
        for text in ["", ".5", "1.2.3", "1e5", "1,2", &"9".repeat(400)] {
            assert_eq!(plain(text), None, "{text}");
        }
    }

    #[test]
    fn digits_are_read_as_the_press_prints_them() {
        for (digits, value) in [
            ("305", 305.0),
            ("2.397", 2397.0),
            ("67,77", 67.77),
            ("1038,5", 1038.5),
            ("19,970", 19.97),
            ("6.1", 6.1),
            ("1.234.567,8", 1_234_567.8),
            ("1,234,567", 1_234_567.0),
            ("800.000", 800_000.0),
            ("7.45", 7.45),
        ] {
            assert_eq!(decimal(digits), Some(value), "{digits}");
        }
        assert_eq!(decimal("17.07.2017"), None);
        assert_eq!(grouped_by_comma("1,353"), Some(1353.0));
        assert_eq!(grouped_by_comma("0,353"), None);
        assert_eq!(grouped_by_comma("67,77"), None);
    }

    #[test]
    fn roman_numerals_of_quarters_and_congresses() {
        for (text, value) in [("I", 1), ("III", 3), ("IV", 4), ("XII", 12), ("XIV", 14), ("XVIII", 18), ("XXVI", 26)] {
            assert_eq!(roman(text), Some(value), "{text}");
        }
        for text in ["", "IIII", "VX", "IC", "HĐND"] {
            assert_eq!(roman(text), None, "{text}");
        }
    }

    #[test]
    fn numerals_in_words() {
        let read = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            spelled(&|i| words.get(i).copied().unwrap_or(""))
        };
        for (text, value, words) in [
            ("một cây", 1, 1),
            ("ba tháng", 3, 1),
            ("mười năm", 10, 1),
            ("mười lăm năm", 15, 2),
            ("hai mươi mốt xã", 21, 3),
            ("hai trăm hộ", 200, 2),
            ("một trăm linh năm", 100, 2),
            ("một trăm hai mươi lăm cán bộ", 125, 5),
        ] {
            assert_eq!(read(text), Some((value, words)), "{text}");
        }
        assert_eq!(read("cán bộ"), None);
    }
}
