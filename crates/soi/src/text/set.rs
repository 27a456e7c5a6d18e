//! Sets of words, each one string: a slice of strings would be a pointer and a length more for every word.

/// Words and phrases, each after its length in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(pub &'static str);

impl Words {
    /// Whether a word is one of them.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn contains(self, word: &str) -> bool {
        let mut rest = self.0.as_bytes();
        while let Some((&length, words)) = rest.split_first() {
            let Some((one, others)) = words.split_at_checked(usize::from(length)) else { return false };
            if one == word.as_bytes() {
                return true;
            }
            rest = others;
        }
        false
    }

    /// In a list of pairs the word that follows `word`.
    #[cfg(any(target_arch = "wasm32", test))]
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn after(self, word: &str) -> Option<&'static str> {
        let mut all = self.iter();
        while let Some(key) = all.next() {
            let value = all.next()?;
            if key == word {
                return Some(value);
            }
        }
        None
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let length = usize::from(*rest.as_bytes().first()?);
            let one = rest.get(1..1 + length)?;
            rest = rest.get(1 + length..)?;
            Some(one)
        })
    }
}

/// `words!["các", "những"]`: a set of words.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {{
        const WORDS: &str = concat!($("\u{1}", $word),+);
        const SET: &[u8] = &$crate::text::set::counted::<{ WORDS.len() }>(WORDS);
        // A phrase of 128 bytes has no length in one, and does not compile.
        const TEXT: &str = match std::str::from_utf8(SET) {
            Ok(text) => text,
            Err(_) => panic!(),
        };
        $crate::text::set::Words(TEXT)
    }};
}
pub(crate) use words;

/// `meaning!(word, "bv" => "bệnh viện", "sv" => "sinh viên")`: what stands for a word. In the wasm the pairs are one
/// string, for each would be a comparison and two addresses there.
macro_rules! meaning {
    ($word:expr, $($($key:literal)|+ => $value:literal),+ $(,)?) => {{
        #[cfg(target_arch = "wasm32")]
        {
            const PAIRS: $crate::text::set::Words = $crate::text::set::words![$($($key, $value),+),+];
            PAIRS.after($word)
        }
        #[cfg(not(target_arch = "wasm32"))]
        {
            match $word {
                $($($key)|+ => Some($value),)+
                _ => None,
            }
        }
    }};
}
pub(crate) use meaning;

/// The words after each U+0001, each after its length.
pub(crate) const fn counted<const N: usize>(words: &str) -> [u8; N] {
    let mut out = [0; N];
    let (mut at, mut head) = (0, 0);
    while at < N {
        let byte = words.as_bytes()[at];
        if byte == 1 {
            head = at;
        } else {
            out[at] = byte;
            out[head] += 1;
        }
        at += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_set_has_its_words_and_no_others() {
        const SET: Words = words!["các", "", "tp.", "nhân dân"];
        for (word, found) in
            [("các", true), ("", true), ("nhân dân", true), ("tp", false), ("cá", false), ("\u{3}tp.", false)]
        {
            assert_eq!(SET.contains(word), found, "{word:?}");
        }
        assert_eq!(SET.iter().collect::<Vec<_>>(), ["các", "", "tp.", "nhân dân"]);
        assert!(!Words("").contains(""));
    }

    #[test]
    fn a_list_of_pairs_gives_what_follows_a_first_of_them() {
        const PAIRS: Words = words!["bv", "bệnh viện", "sv", "bv"];
        assert_eq!(["bv", "sv", "bệnh viện"].map(|word| PAIRS.after(word)), [Some("bệnh viện"), Some("bv"), None]);
    }
}
