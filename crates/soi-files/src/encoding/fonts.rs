//! The encodings of the old fonts: TCVN3 for `.VnTime` and its kin, VNI for `VNI-Times` and its kin.
//!
//! Tables: TCVN 5712:1993, third set (VN3); VNI Software, Vietnamese character set for Windows.

use soi::text::{Letter, Shape, Tone};

use super::single::{letter, punctuation};

/// Bytes A1–FE; a space where there is none.
#[rustfmt::skip]
const TCVN3: [char; 94] = [
    'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', ' ',
    ' ', ' ', ' ', ' ', ' ', 'à', 'ả', 'ã', 'á', 'ạ', ' ', 'ằ', 'ẳ', 'ẵ', 'ắ', ' ',
    ' ', ' ', ' ', ' ', ' ', ' ', 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', ' ', 'ẻ', 'ẽ',
    'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', ' ', ' ', ' ', 'ĩ', 'í', 'ị', 'ò',
    ' ', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù',
    ' ', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
];

/// Decodes characters that stand for bytes of TCVN3.
///
/// It has no capitals with a tone: a font of capitals drew them. A word that is in capitals else is one: `HéI`; of `Hµ`
/// the words beside it tell.
pub(super) fn tcvn3(latin: &str) -> String {
    let decode = |c: char| match c {
        '\u{a1}'..='\u{fe}' => match TCVN3[c as usize - 0xa1] {
            ' ' => c,
            letter => letter,
        },
        c => punctuation(c),
    };
    let mut out = String::with_capacity(latin.len() + latin.len() / 2);
    // The words of a page's tags say nothing about those between them.
    for line in latin.split_inclusive(['\n', '<', '>']) {
        let line: String = line.chars().map(decode).collect();
        let pieces: Vec<&str> = line.split_inclusive(|c: char| !c.is_alphabetic()).collect();
        let cases: Vec<Option<WordCase>> = pieces.iter().map(|piece| word_case(piece)).collect();
        let capital = |case: Option<&Option<WordCase>>| case.is_some_and(|case| *case == Some(WordCase::Capital));
        for (i, piece) in pieces.iter().enumerate() {
            let before = cases[..i].iter().rev().find(|case| case.is_some());
            let after = cases[i + 1..].iter().find(|case| case.is_some());
            let raised = match cases[i] {
                Some(WordCase::Capital) => true,
                Some(WordCase::Open) => {
                    capital(before) && (after.is_none() || capital(after)) || before.is_none() && capital(after)
                }
                _ => false,
            };
            if raised {
                out.extend(piece.chars().flat_map(char::to_uppercase));
            } else {
                out.push_str(piece);
            }
        }
    }
    out
}

/// The case of a word whose toned letters look small.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordCase {
    /// In capitals wherever it can be told, in two letters at least.
    Capital,
    /// Too little is there to tell.
    Open,
    Small,
}

/// `None` if there is no letter.
fn word_case(word: &str) -> Option<WordCase> {
    let toned = |c: char| Letter::of(c).is_some_and(|letter| letter.tone != Tone::Level);
    let (mut capitals, mut letters) = (0, 0);
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        if c.is_uppercase() {
            capitals += 1;
        } else if !toned(c) {
            return Some(WordCase::Small);
        }
    }
    (letters > 0).then_some(if capitals >= 2 { WordCase::Capital } else { WordCase::Open })
}

/// Decodes characters that stand for bytes of VNI: a letter, then a mark that gives it shape and tone.
pub(super) fn vni(latin: &str) -> String {
    let mut out = String::with_capacity(latin.len());
    let mut chars = latin.chars().peekable();
    while let Some(c) = chars.next() {
        let base = match c {
            'ñ' => 'đ',
            'Ñ' => 'Đ',
            'ô' => 'ơ',
            'Ô' => 'Ơ',
            'ö' => 'ư',
            'Ö' => 'Ư',
            'í' | 'Í' | 'ì' | 'Ì' => c,
            'æ' => 'ỉ',
            'Æ' => 'Ỉ',
            'ó' => 'ĩ',
            'Ó' => 'Ĩ',
            'ò' => 'ị',
            'Ò' => 'Ị',
            'î' => 'ỵ',
            'Î' => 'Ỵ',
            c => punctuation(c),
        };
        let marked = chars.peek().and_then(|next| {
            let before = Letter::of(base)?;
            let (shape, tone) = vni_mark(*next)?;
            match (before.shape, shape) {
                (Shape::Plain, shape) if before.tone == Tone::Level => letter(before.base, shape, tone),
                (before_shape, Shape::Plain) if before.tone == Tone::Level => letter(before.base, before_shape, tone),
                _ => None,
            }
        });
        match marked {
            Some(marked) => {
                chars.next();
                out.push(marked);
            }
            None => out.push(base),
        }
    }
    out
}

/// Shape and tone that a mark of VNI gives; its capital does the same.
fn vni_mark(c: char) -> Option<(Shape, Tone)> {
    let lower = c.to_lowercase().next().unwrap_or(c);
    Some(match lower {
        'ø' => (Shape::Plain, Tone::Grave),
        'ù' => (Shape::Plain, Tone::Acute),
        'û' => (Shape::Plain, Tone::Hook),
        'õ' => (Shape::Plain, Tone::Tilde),
        'ï' => (Shape::Plain, Tone::Dot),
        'â' => (Shape::Circumflex, Tone::Level),
        'à' => (Shape::Circumflex, Tone::Grave),
        'á' => (Shape::Circumflex, Tone::Acute),
        'å' => (Shape::Circumflex, Tone::Hook),
        'ã' => (Shape::Circumflex, Tone::Tilde),
        'ä' => (Shape::Circumflex, Tone::Dot),
        'ê' => (Shape::Breve, Tone::Level),
        'è' => (Shape::Breve, Tone::Grave),
        'é' => (Shape::Breve, Tone::Acute),
        'ú' => (Shape::Breve, Tone::Hook),
        'ü' => (Shape::Breve, Tone::Tilde),
        'ë' => (Shape::Breve, Tone::Dot),
        _ => return None,
    })
}
