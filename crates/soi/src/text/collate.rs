//! The alphabet's own order: for lists of names.
//!
//! Source: CLDR 44.1, `common/collation/vi.xml`, type "standard": `&a<ă<â`, `&d<đ`, `&e<ê`, `&o<ô<ơ`, `&u<ư` are letters of
//! their own; the tones `level << huyền << hỏi << ngã << sắc << nặng` count only where all letters are the same, and
//! capitals come after small letters where the tones are the same too. What is no letter stands before the letters, a
//! space first, as in the root collation.

use std::cmp::Ordering;

use super::letter::{Letter, Shape, Tone, is_capital, lower, shape_of_mark, tone_of_mark};

/// Compares two names as a Vietnamese directory does. Texts that differ are never equal.
pub fn collate(a: &str, b: &str) -> Ordering {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    // Most names differ soon after what they share, and what they share is equal by every measure.
    let from = (0..=same).rev().find(|&at| a.is_char_boundary(at) && b.is_char_boundary(at)).unwrap_or(0);
    let (left, right) = (&a[from..], &b[from..]);
    let by = |weight: fn(char) -> Option<u32>| left.chars().filter_map(weight).cmp(right.chars().filter_map(weight));
    by(letter).then_with(|| by(tone)).then_with(|| by(case)).then_with(|| a.cmp(b))
}

/// Rank of a letter; nothing for a mark that only gives a tone.
fn letter(c: char) -> Option<u32> {
    /// Above every other ASCII character; each letter leaves room for those made from it.
    const A: u32 = 0x100;
    let after = |base: char, step: u32| A + 4 * (base as u32 - 'a' as u32) + step;
    let small = lower(c);
    Some(match small {
        'a'..='z' => after(small, 0),
        'đ' => after('d', 1),
        _ => match (Letter::of(small), shape_of_mark(c)) {
            (Some(letter), _) => after(letter.base, step(letter.shape)),
            (None, Some(shape)) => step(shape),
            (None, None) if tone_of_mark(c).is_some() => return None,
            // Other scripts after the alphabet, by code point.
            (None, None) => {
                if small.is_ascii() {
                    small as u32
                } else {
                    0x1000 + small as u32
                }
            }
        },
    })
}

const fn step(shape: Shape) -> u32 {
    match shape {
        Shape::Plain => 0,
        Shape::Breve => 1,
        Shape::Circumflex => 2,
        Shape::Horn => 3,
    }
}

fn tone(c: char) -> Option<u32> {
    Some(match tone_of_mark(c).or(Letter::of(lower(c)).map(|letter| letter.tone)) {
        None | Some(Tone::Level) => 0,
        Some(Tone::Grave) => 1,
        Some(Tone::Hook) => 2,
        Some(Tone::Tilde) => 3,
        Some(Tone::Acute) => 4,
        Some(Tone::Dot) => 5,
    })
}

fn case(c: char) -> Option<u32> {
    Some(u32::from(is_capital(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `new Intl.Collator("vi")` (ICU of Node 20) makes of these, written down.
    const ICU: &[&str] = &[
        "A B",
        "AB",
        "Ai",
        "An",
        "Ảnh",
        "ánh",
        "Ánh",
        "ăn",
        "Ân",
        "ba",
        "Cảm",
        "chi",
        "Dung",
        "Dũng",
        "Đà Nẵng",
        "Đại",
        "Định",
        "Đức",
        "em",
        "Êm",
        "Hà",
        "Hải",
        "Hai Bà Trưng",
        "Hoà",
        "Lan",
        "ôm",
        "Ơn",
        "phú",
        "Phú",
        "Phù Mỹ",
        "Phú Thọ",
        "Quân",
        "Quận 1",
        "Số 10",
        "Số 5",
        "ung",
        "Ưng",
        "y",
        "Ý",
    ];

    #[test]
    fn names_stand_as_in_a_vietnamese_directory() {
        for (i, a) in ICU.iter().enumerate() {
            for (j, b) in ICU.iter().enumerate() {
                assert_eq!(collate(a, b), i.cmp(&j), "{a} {b}");
            }
        }
    }

    #[test]
    fn every_letter_has_its_place_and_every_tone_its_rank() {
        let alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
        let sorted = |text: &str| {
            let mut letters: Vec<String> = text.chars().rev().map(String::from).collect();
            letters.sort_by(|a, b| collate(a, b));
            letters.concat()
        };
        assert_eq!(sorted(alphabet), alphabet);
        for tones in ["aàảãáạ", "ơờởỡớợ", "ưừửữứự", "êềểễếệ", "yỳỷỹýỵ"]
        {
            assert_eq!(sorted(tones), tones);
        }
    }

    #[test]
    fn it_is_an_order_whatever_the_texts_are() {
        let texts = ["", " ", "a", "a\u{301}", "á", "ă\u{301}", "\u{301}", "中", "ß", "Ж", "…", "a\0b", "Đ", "\u{302}"];
        for a in texts {
            assert_eq!(collate(a, a), Ordering::Equal);
            for b in texts {
                assert_eq!(collate(a, b), collate(b, a).reverse(), "{a:?} {b:?}");
                for c in texts {
                    let chain = collate(a, b).is_le() && collate(b, c).is_le();
                    assert!(!chain || collate(a, c).is_le(), "{a:?} {b:?} {c:?}");
                }
            }
        }
    }
}
