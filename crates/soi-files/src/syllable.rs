//! Whether a word is spelt as a Vietnamese syllable: what tells one encoding from another.
//!
//! Onsets and rimes after Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977), tables of initials and of finals, as the
//! orthography writes them.

use soi::text::{Letter, Tone};

/// Longest first.
const ONSETS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

#[rustfmt::skip]
const RIMES: &[&str] = &[
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay",
    "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây",
    "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu",
    "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu",
    "y", "yêm", "yên", "yêng", "yêt", "yêu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao",
    "oap", "oat", "oay", "oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong",
    "ooc", "oong", "op", "ot", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt",
    "u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uân", "uâng", "uât", "uây", "uê", "uêch", "uênh", "uơ",
    "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uy", "uya", "uych", "uynh", "uyên", "uyêt", "uyt", "uyu", "uyp",
    "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu",
];

/// Whether the orthography allows the word, of composed letters and any case.
pub(crate) fn is_syllable(word: &str) -> bool {
    let mut plain = String::new();
    let mut tone = Tone::Level;
    for c in word.chars().flat_map(char::to_lowercase) {
        match Letter::of(c) {
            Some(letter) => {
                if letter.tone != Tone::Level && std::mem::replace(&mut tone, letter.tone) != Tone::Level {
                    return false;
                }
                match letter.with_tone(Tone::Level).compose() {
                    Some(bare) => plain.push(bare),
                    None => return false,
                }
            }
            None => plain.push(c),
        }
    }
    let fits = |onset: &&&str| {
        plain.strip_prefix(**onset).is_some_and(|rime| {
            let stopped = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
            RIMES.contains(&rime) && (!stopped || matches!(tone, Tone::Acute | Tone::Dot))
        })
    };
    ONSETS.iter().find(fits).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        for word in ["Đảng", "ủy", "HỘI", "nghị", "quý", "giữa", "gì", "giêng", "khuyết", "nghiệp", "hòa", "hoà", "ở"]
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["Ñaûng", "hi", "Héi", "nghÞ", "cách", "bệp", "các", "đàt"] {
            let expected = ["hi", "cách", "bệp", "các"].contains(&word);
            assert_eq!(is_syllable(word), expected, "{word}");
        }
    }
}
