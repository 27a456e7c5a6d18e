//! Phrase lists and the one pass that finds them: longest match, on whole syllables, in lower case.
//!
//! For any extractor: declare a list with [`phrases!`](crate::text::phrases::phrases), in groups that share a value;
//! it is sorted when the crate is compiled, so nothing is built at run time. [`Phrases::longest`] tries one token,
//! [`Phrases::find`] walks a range. In a phrase `#` stands for any number, and every mark is a token of its own:
//! `trên # %`, not `trên #%`.

use std::cmp::Ordering;
use std::ops::Range;

use super::token::{Token, TokenKind};

/// A sorted list of phrases, each with a value.
#[derive(Debug)]
pub(crate) struct Phrases<T: 'static> {
    entries: &'static [(&'static str, T)],
    /// Marks that a match steps over inside a phrase: `kiểm tra, giám sát` is `kiểm tra giám sát`.
    stepped_over: &'static str,
    /// One bit for each first word, by [`bit`]: most words of a text begin no phrase, and this says so at once.
    first: [u64; BITS / 64],
}

const BITS: usize = 1024;

/// Where a word is marked; words may share a place.
const fn bit(word: &[u8], length: usize) -> usize {
    let mut hash = length;
    let mut i = 0;
    while i < length {
        hash = hash.wrapping_mul(31).wrapping_add(word[i] as usize);
        i += 1;
    }
    hash % BITS
}

/// A phrase found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit<T> {
    /// The tokens that it covers.
    pub tokens: Range<usize>,
    /// What the list says of it.
    pub value: T,
}

impl<T: Copy> Phrases<T> {
    /// The list of an already sorted table; use [`phrases!`](crate::text::phrases::phrases).
    pub const fn new(entries: &'static [(&'static str, T)], stepped_over: &'static str) -> Self {
        let mut first = [0; BITS / 64];
        let mut n = 0;
        while n < entries.len() {
            let phrase = entries[n].0.as_bytes();
            let mut length = 0;
            while length < phrase.len() && phrase[length] != b' ' {
                length += 1;
            }
            let bit = bit(phrase, length);
            first[bit / 64] |= 1 << (bit % 64);
            n += 1;
        }
        Self { entries, stepped_over, first }
    }

    /// The longest phrase that begins with the token `at` and ends before the token `end`.
    pub fn longest(&self, lower: &str, tokens: &[Token], at: usize, end: usize) -> Option<Hit<T>> {
        let end = end.min(tokens.len());
        let word = match tokens.get(at) {
            Some(t) if t.kind == TokenKind::Word => &lower[t.span.range()],
            Some(t) if t.kind == TokenKind::Number => "#",
            _ => return None,
        };
        let bit = bit(word.as_bytes(), word.len());
        if self.first[bit / 64] >> (bit % 64) & 1 == 0 {
            return None;
        }
        let (mut left, mut known, mut found) = (self.entries, 0, None);
        for (i, token) in tokens.iter().enumerate().take(end).skip(at) {
            let word = match token.kind {
                TokenKind::Number => "#",
                _ => &lower[token.span.range()],
            };
            let from = left.partition_point(|(phrase, _)| compare(phrase, known, word).is_lt());
            let to = from + left[from..].partition_point(|(phrase, _)| compare(phrase, known, word).is_eq());
            if from == to {
                if token.kind == TokenKind::Mark && self.stepped_over.contains(word) {
                    continue;
                }
                break;
            }
            left = &left[from..to];
            known += word.len();
            if left[0].0.len() == known {
                found = Some(Hit { tokens: at..i + 1, value: left[0].1 });
            }
            // Past the space that follows the word in every longer phrase.
            known += 1;
        }
        found
    }

    /// The phrases of a range of tokens, longest first at each place, none inside another.
    pub fn find<'a>(
        &'a self,
        lower: &'a str,
        tokens: &'a [Token],
        within: Range<usize>,
    ) -> impl Iterator<Item = Hit<T>> + 'a {
        let mut at = within.start;
        std::iter::from_fn(move || {
            while at < within.end {
                if let Some(hit) = self.longest(lower, tokens, at, within.end) {
                    at = hit.tokens.end;
                    return Some(hit);
                }
                at += 1;
            }
            None
        })
    }
}

/// How the word of `phrase` that begins at byte `at` compares with `word`; no word begins past the end.
fn compare(phrase: &str, at: usize, word: &str) -> Ordering {
    let (rest, word) = (phrase.as_bytes().get(at..).unwrap_or(b""), word.as_bytes());
    let shared = rest.len().min(word.len());
    // Words are a few bytes long: a loop here is faster than a call.
    for i in 0..shared {
        if rest[i] != word[i] {
            // A space sorts below every byte of a word, so a word that ends early compares as one that is a prefix.
            return rest[i].cmp(&word[i]);
        }
    }
    match rest.get(shared) {
        _ if shared < word.len() => Ordering::Less,
        None | Some(b' ') => Ordering::Equal,
        Some(_) => Ordering::Greater,
    }
}

/// How many phrases the groups hold.
pub(crate) const fn count<T>(groups: &[(T, &[&str])]) -> usize {
    let (mut n, mut g) = (0, 0);
    while g < groups.len() {
        n += groups[g].1.len();
        g += 1;
    }
    n
}

/// The phrases of all groups, sorted; a phrase that stands twice does not compile.
pub(crate) const fn sorted<T: Copy, const N: usize>(groups: &[(T, &[&'static str])]) -> [(&'static str, T); N] {
    let mut out = [("", groups[0].0); N];
    let (mut n, mut g) = (0, 0);
    while g < groups.len() {
        let mut i = 0;
        while i < groups[g].1.len() {
            out[n] = (groups[g].1[i], groups[g].0);
            n += 1;
            i += 1;
        }
        g += 1;
    }
    // Heap sort: no allocation, and few enough steps for the compiler's interpreter.
    let mut root = N / 2;
    while root > 0 {
        root -= 1;
        sink(&mut out, root, N);
    }
    let mut end = N;
    while end > 1 {
        end -= 1;
        let last = out[end];
        out[end] = out[0];
        out[0] = last;
        sink(&mut out, 0, end);
    }
    let mut i = 1;
    while i < N {
        // The message is the phrase that stands twice in the list.
        assert!(less(out[i - 1].0, out[i].0), "{}", out[i].0);
        i += 1;
    }
    out
}

const fn sink<T: Copy, const N: usize>(heap: &mut [(&'static str, T); N], mut root: usize, end: usize) {
    while 2 * root + 1 < end {
        let mut child = 2 * root + 1;
        if child + 1 < end && less(heap[child].0, heap[child + 1].0) {
            child += 1;
        }
        if !less(heap[root].0, heap[child].0) {
            return;
        }
        let parent = heap[root];
        heap[root] = heap[child];
        heap[child] = parent;
        root = child;
    }
}

/// Byte order, in which a space comes before every letter, so that phrases with the same first words stand together.
const fn less(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}

/// `phrases! { /// Doc. NAME: Type, stepping over ",", = GROUPS; }` declares a list from `&[(value, &[phrase, …]), …]`.
macro_rules! phrases {
    ($(#[$doc:meta])* $name:ident: $value:ty, stepping over $marks:literal, = $groups:expr;) => {
        $(#[$doc])*
        #[allow(long_running_const_eval)] // sorted once, by the compiler
        pub(crate) static $name: $crate::text::phrases::Phrases<$value> = {
            const N: usize = $crate::text::phrases::count::<$value>($groups);
            static TABLE: [(&str, $value); N] = $crate::text::phrases::sorted($groups);
            $crate::text::phrases::Phrases::new(&TABLE, $marks)
        };
    };
}
pub(crate) use phrases;

#[cfg(test)]
mod tests {
    use super::super::token::tokens;

    phrases! {
        LIST: u8, stepping over ",“”", = &[
            (1, &["kiểm tra", "kiểm tra giám sát", "tổ chức"]),
            (2, &["tổ chức cơ sở đảng", "trên # %", "kiểm"]),
        ];
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u8)]) {
        let tokens = tokens(text);
        let found: Vec<_> = LIST
            .find(text, &tokens, 0..tokens.len())
            .map(|hit| {
                let span = tokens[hit.tokens.start].span.join(tokens[hit.tokens.end - 1].span);
                (&text[span.range()], hit.value)
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_longest_phrase_wins_on_whole_syllables() {
        check("công tác kiểm tra, giám sát", &[("kiểm tra, giám sát", 1)]);
        check("kiểm tra; giám sát", &[("kiểm tra", 1)]);
        check("kiểm tra,", &[("kiểm tra", 1)]);
        check("kiểm trang", &[("kiểm", 2)]);
        check("tổ chức cơ sở khác", &[("tổ chức", 1)]);
        check("tổ chức cơ sở “đảng”", &[("tổ chức cơ sở “đảng", 2)]);
        check("đạt trên 95,5% và trên 3 người", &[("trên 95,5%", 2)]);
        check("", &[]);
    }
}
