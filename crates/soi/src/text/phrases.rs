//! Phrase lists and the one pass that finds them: longest match, on whole syllables, in lower case.
//!
//! For any extractor: declare a list with [`phrases!`](crate::text::phrases::phrases), in groups that share a value.
//! The compiler sorts it and writes it down as numbers of the vocabulary's words, without those that a phrase shares with
//! the one before it: most words of a list stand in others too. The tree that is searched grows from that once, when a
//! list is first asked. A list that is `spelt` keeps its words: what asks it alone does without the vocabulary.
//! [`Phrases::longest`] tries one token, [`Phrases::find`] walks a range. In a phrase `#` stands for any number, and
//! every mark is a token of its own: `trên # %`, not `trên #%`.

use std::ops::Range;
use std::slice::Iter;
use std::sync::OnceLock;

use super::find::holds;
use super::token::{NUMBER, Token, TokenKind, hash_of};
use super::word::{number_of, vocabulary};

/// A sorted list of phrases, each with a value.
#[derive(Debug)]
pub(crate) struct Phrases<T: 'static> {
    list: List,
    values: &'static [T],
}

/// A list whatever its values are: what searches it is compiled once.
#[derive(Debug)]
struct List {
    /// Each phrase as written by [`spelt`] or [`numbered`].
    text: &'static [u8],
    phrases: usize,
    grow: fn(&'static [u8], usize) -> Tree,
    /// Marks that a match steps over inside a phrase: `kiểm tra, giám sát` is `kiểm tra giám sát`.
    stepped_over: &'static str,
    tree: OnceLock<Tree>,
}

impl List {
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| (self.grow)(self.text, self.phrases))
    }

    /// Where the longest phrase ends that begins with the token `at`, and its number.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    fn longest(&self, lower: &str, tokens: &[Token], at: usize, end: usize) -> Option<(usize, usize)> {
        let tree = self.tree();
        if !tree.may_begin(tokens.get(at)?.hash) {
            return None;
        }
        tree.longest(self.stepped_over, lower, tokens, at..end)
    }
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
    /// The list of a table as written; use [`phrases!`](crate::text::phrases::phrases).
    pub const fn new(
        text: &'static [u8],
        grow: fn(&'static [u8], usize) -> Tree,
        values: &'static [T],
        stepped_over: &'static str,
    ) -> Self {
        // Numbers of phrases and nodes are kept in 16 bits.
        assert!(text.len() < 1 << 16);
        Self { list: List { text, phrases: values.len(), grow, stepped_over, tree: OnceLock::new() }, values }
    }

    /// The longest phrase that begins with the token `at` and ends before the token `end`.
    #[inline]
    pub fn longest(&self, lower: &str, tokens: &[Token], at: usize, end: usize) -> Option<Hit<T>> {
        let (end, phrase) = self.list.longest(lower, tokens, at, end)?;
        Some(Hit { tokens: at..end, value: *self.values.get(phrase)? })
    }

    /// Whether a phrase may begin with a token; of those that begin none nearly all are told.
    #[cfg_attr(not(target_arch = "wasm32"), inline)]
    pub fn may_begin(&self, token: &Token) -> bool {
        self.list.tree().may_begin(token.hash)
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

/// The words of a list: each node one word after those of its parent.
#[derive(Debug)]
pub(crate) struct Tree {
    /// The first is the root.
    nodes: Vec<Node>,
    /// An open hash table from a parent and a word to the node; 0 where there is none.
    slots: Vec<u16>,
    /// Two bits for each first word: most words of a text begin no phrase, and this says so at once.
    first: Vec<u64>,
}

#[derive(Debug)]
struct Node {
    hash: u32,
    parent: u16,
    /// The number of the phrase that ends here, plus one.
    phrase: u16,
    word: &'static [u8],
}

/// Which slot to look at first.
fn slot(parent: u16, hash: u32) -> usize {
    let key = (hash ^ u32::from(parent)).wrapping_mul(0x9e37_79b1);
    (key ^ key >> 15) as usize
}

impl Tree {
    /// The tree of a list with the words [`spelt`] out.
    pub fn spelt(text: &'static [u8], _: usize) -> Self {
        let mut nodes = Nodes::new();
        let (mut at, mut begin) = (0, 0);
        while at < text.len() {
            if text[at] < b' ' {
                nodes.path.truncate(usize::from(text[at]));
                begin = at + 1;
            }
            at += 1;
            let ends = text.get(at).is_none_or(|&byte| byte < b' ');
            if ends || text[at] == b' ' {
                let word = &text[begin..at];
                nodes.push((hash_of(word), word), ends);
                begin = at + 1;
                at += usize::from(!ends);
            }
        }
        Self::new(nodes.all)
    }

    /// The tree of a list whose words are [`numbered`].
    pub fn numbered(text: &'static [u8], phrases: usize) -> Self {
        let vocabulary = vocabulary();
        let (shapes, rest) = text.split_at_checked(phrases).unwrap_or_default();
        let begin = shapes.iter().filter(|shape| **shape < 16).count();
        let (firsts, rest) = rest.split_at_checked(begin).unwrap_or_default();
        let words: usize = shapes.iter().map(|shape| usize::from(shape & 15)).sum();
        let (others, lows) = rest.split_at_checked(words - begin).unwrap_or_default();
        let (mut firsts, mut others, mut lows) = (firsts.iter(), others.iter(), lows.iter());
        // A byte below `NEAR` speaks for itself, and any other has a low byte.
        let mut read = |column: &mut Iter<u8>| {
            let byte = column.next().copied().unwrap_or(0);
            byte.checked_sub(NEAR)
                .map_or(Err(byte), |high| Ok(u16::from_be_bytes([high, lows.next().copied().unwrap_or(0)])))
        };
        let mut nodes = Nodes::new();
        let mut first = 0;
        for shape in shapes {
            let (shared, words) = (usize::from(shape >> 4), shape & 15);
            nodes.path.truncate(shared + 1);
            for n in 1..=words {
                let number = if shared == 0 && n == 1 {
                    first += read(&mut firsts).unwrap_or_else(u16::from);
                    first
                } else {
                    read(&mut others).unwrap_or_else(|byte| COMMON.get(usize::from(byte)).copied().unwrap_or(0))
                };
                nodes.push(vocabulary.word(number), n == words);
            }
        }
        Self::new(nodes.all)
    }

    fn new(nodes: Vec<Node>) -> Self {
        let slots = vec![0; (nodes.len() * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        let first = nodes.iter().skip(1).filter(|node| node.parent == 0);
        let mut tree =
            Self { first: vec![0; (first.clone().count() / 8).next_power_of_two()], slots, nodes: Vec::new() };
        for node in first {
            for bit in tree.bits(node.hash) {
                tree.first[bit / 64] |= 1 << (bit % 64);
            }
        }
        for (i, node) in nodes.iter().enumerate().skip(1) {
            let mut slot = slot(node.parent, node.hash) & mask;
            while tree.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            tree.slots[slot] = i as u16;
        }
        tree.nodes = nodes;
        tree
    }

    fn bits(&self, hash: u32) -> [usize; 2] {
        let mask = self.first.len() * 64 - 1;
        [hash as usize & mask, (hash >> 16) as usize & mask]
    }

    #[inline]
    fn may_begin(&self, hash: u32) -> bool {
        self.bits(hash).into_iter().all(|bit| self.first[bit / 64] >> (bit % 64) & 1 == 1)
    }

    /// Where the longest phrase ends that begins with the first token of a range, and its number.
    fn longest(
        &self,
        stepped_over: &str,
        lower: &str,
        tokens: &[Token],
        within: Range<usize>,
    ) -> Option<(usize, usize)> {
        let mask = self.slots.len() - 1;
        let (mut parent, mut found) = (0, None);
        for (i, token) in tokens.get(within.start..within.end.min(tokens.len()))?.iter().enumerate() {
            let word = match token.kind {
                TokenKind::Number => b"#",
                // No phrase begins with a mark.
                TokenKind::Mark | TokenKind::Break if parent == 0 => return None,
                _ => lower.as_bytes().get(token.span.range())?,
            };
            let mut slot = slot(parent, token.hash) & mask;
            let node = loop {
                let at = self.slots[slot];
                let Some(node) = self.nodes.get(usize::from(at)).filter(|_| at != 0) else { break None };
                if node.hash == token.hash && node.parent == parent && node.word == word {
                    break Some((at, node));
                }
                slot = (slot + 1) & mask;
            };
            match node {
                Some((at, node)) => {
                    parent = at;
                    if node.phrase > 0 {
                        found = Some((within.start + i + 1, usize::from(node.phrase) - 1));
                    }
                }
                None if token.kind == TokenKind::Mark && holds(stepped_over, token.span.piece(lower)) => {}
                None => break,
            }
        }
        found
    }
}

/// The nodes of a tree while it grows.
struct Nodes {
    all: Vec<Node>,
    /// The nodes of the words of the phrase being read, the root first.
    path: Vec<u16>,
    phrases: u16,
}

impl Nodes {
    fn new() -> Self {
        Self { all: vec![Node { hash: 0, parent: 0, phrase: 0, word: b"" }], path: vec![0], phrases: 0 }
    }

    /// Adds the next word of a phrase.
    fn push(&mut self, (hash, word): (u32, &'static [u8]), ends: bool) {
        self.phrases += u16::from(ends);
        self.all.push(Node {
            hash: if word == b"#" { NUMBER } else { hash },
            parent: self.path.last().copied().unwrap_or(0),
            phrase: if ends { self.phrases } else { 0 },
            word,
        });
        self.path.push((self.all.len() - 1) as u16);
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

/// A sorted list as bytes: before each phrase one byte, how many words it shares with the one before plus one, then
/// the words that it does not share. The length is that of [`spelt_length`].
pub(crate) const fn spelt<T: Copy, const N: usize, const L: usize>(sorted: &[(&str, T); N]) -> [u8; L] {
    let mut out = [0; L];
    let (mut n, mut to) = (0, 0);
    while n < N {
        let phrase = sorted[n].0.as_bytes();
        let (words, mut from) = if n == 0 { (0, 0) } else { shared(sorted[n - 1].0.as_bytes(), phrase) };
        out[to] = words + 1;
        to += 1;
        while from < phrase.len() {
            // Lower bytes tell how many words are shared.
            assert!(phrase[from] >= b' ');
            out[to] = phrase[from];
            to += 1;
            from += 1;
        }
        n += 1;
    }
    out
}

/// How many bytes [`spelt`] takes.
pub(crate) const fn spelt_length<T: Copy, const N: usize>(sorted: &[(&str, T); N]) -> usize {
    let (mut n, mut length) = (0, 0);
    while n < N {
        let phrase = sorted[n].0.as_bytes();
        let from = if n == 0 { 0 } else { shared(sorted[n - 1].0.as_bytes(), phrase).1 };
        length += 1 + phrase.len() - from;
        n += 1;
    }
    length
}

/// Bytes from this on are the high bytes of a number.
const NEAR: u8 = 192;

/// The words that most often stand in a list but at its phrases' beginnings, of which one byte tells; which they are
/// changes no more than the weight of the lists.
const COMMON_WORDS: &str = "# . : an anh ban binh biểu báo bình bản bị bộ cao chi chiến chí chính chế chỉ chủ chức các cách cán cáo \
    có công cơ cấp cầu của doanh dân dương dưỡng dự dựng gia giang giao giáo giải giữ hiện hiệu hoạch hoạt \
    hà hàng hành hình hòa hóa học họp hộ hội hợp khai khen khoa kinh kiến kiểm kết kỳ kỷ lao luận luật là \
    làm lãnh lý lại lịch máy mạc mạnh mặt nghiệp nghệ nghị ngành ngày nhiệm nhà nhân nhất nhận niên nông năm \
    nước nội phong pháp phát phòng phương phạm phần phố qua quan quyết quả quản quốc ra sinh sách sát sĩ sơ \
    sơn sư sản số sở sự sỹ tham thanh thi thuật thành thông thư thường thưởng thảo thể thị thức thực tin \
    tiêu tra triển trung truyền trì trình trường trưởng trị trọng trực tác tâm tích tư tại tập tế tổ tổng \
    tới viên việc và văn vận vị với vụ xuất xã y yên yêu án ý điểm đoàn đua đó được đại đạo đảng đầu đề định \
    đốc đồng đội động đức ủy";

/// Their numbers.
static COMMON: [u16; NEAR as usize] = {
    let mut out = [0; NEAR as usize];
    let (mut n, mut at) = (0, 0);
    while n < out.len() {
        out[n] = number_of(word_at(COMMON_WORDS.as_bytes(), at));
        at = end_of_word(COMMON_WORDS.as_bytes(), at) + 1;
        n += 1;
    }
    assert!(at == COMMON_WORDS.len() + 1);
    out
};

/// A sorted list as numbers of words, in columns, for they repeat themselves more than what stands beside them: of every
/// phrase how many words it shares with the one before and how many it adds; each first word as the way from the first
/// word before; the other words; the low bytes of those that take more than one, in the order of the phrases. The length
/// is that of [`numbered_length`].
pub(crate) const fn numbered<T: Copy, const N: usize, const L: usize>(sorted: &[(&str, T); N]) -> [u8; L] {
    let mut out = [0; L];
    // Where the columns go on.
    let (begin, words) = shape(sorted);
    let (mut first, mut other, mut low) = (N, N + begin, N + words);
    let (mut n, mut number) = (0, 0);
    while n < N {
        let phrase = sorted[n].0.as_bytes();
        let (shared, mut from) = if n == 0 { (0, 0) } else { shared(sorted[n - 1].0.as_bytes(), phrase) };
        let mut words = 0;
        while from < phrase.len() {
            let word = number_of(word_at(phrase, from));
            let short = if shared == 0 && words == 0 {
                let step = word - number;
                number = word;
                if step < NEAR as u16 { Ok(step as u8) } else { Err(step) }
            } else {
                common(word)
            };
            let byte = match short {
                Ok(byte) => byte,
                Err(long) => {
                    out[low] = long as u8;
                    low += 1;
                    NEAR + (long >> 8) as u8
                }
            };
            if shared == 0 && words == 0 {
                out[first] = byte;
                first += 1;
            } else {
                out[other] = byte;
                other += 1;
            }
            words += 1;
            from = end_of_word(phrase, from) + 1;
        }
        assert!(shared < 16 && words < 16);
        out[n] = shared << 4 | words;
        n += 1;
    }
    assert!(low == L);
    out
}

/// How many bytes [`numbered`] takes.
pub(crate) const fn numbered_length<T: Copy, const N: usize>(sorted: &[(&str, T); N]) -> usize {
    let (_, words) = shape(sorted);
    let (mut n, mut number, mut long) = (0, 0, 0);
    while n < N {
        let phrase = sorted[n].0.as_bytes();
        let (shared, mut from) = if n == 0 { (0, 0) } else { shared(sorted[n - 1].0.as_bytes(), phrase) };
        let mut first = shared == 0;
        while from < phrase.len() {
            let word = number_of(word_at(phrase, from));
            if first {
                if word - number >= NEAR as u16 {
                    long += 1;
                }
                number = word;
            } else if common(word).is_err() {
                long += 1;
            }
            first = false;
            from = end_of_word(phrase, from) + 1;
        }
        n += 1;
    }
    N + words + long
}

/// How many phrases begin with another word than the one before, and how many words they do not share.
const fn shape<T: Copy, const N: usize>(sorted: &[(&str, T); N]) -> (usize, usize) {
    let (mut n, mut begin, mut words) = (0, 0, 0);
    while n < N {
        let phrase = sorted[n].0.as_bytes();
        let (shared, mut from) = if n == 0 { (0, 0) } else { shared(sorted[n - 1].0.as_bytes(), phrase) };
        if shared == 0 {
            begin += 1;
        }
        while from < phrase.len() {
            words += 1;
            from = end_of_word(phrase, from) + 1;
        }
        n += 1;
    }
    (begin, words)
}

/// The place of a number among those of common words, else the number.
const fn common(number: u16) -> Result<u8, u16> {
    let mut n = 0;
    while n < COMMON.len() {
        if COMMON[n] == number {
            return Ok(n as u8);
        }
        n += 1;
    }
    Err(number)
}

const fn word_at(phrase: &[u8], at: usize) -> &[u8] {
    phrase.split_at(end_of_word(phrase, at)).0.split_at(at).1
}

const fn end_of_word(phrase: &[u8], mut at: usize) -> usize {
    while at < phrase.len() && phrase[at] != b' ' {
        at += 1;
    }
    at
}

/// The values of a sorted list.
pub(crate) const fn values<T: Copy, const N: usize>(sorted: &[(&str, T); N]) -> [T; N] {
    let mut out = [sorted[0].1; N];
    let mut n = 0;
    while n < N {
        out[n] = sorted[n].1;
        n += 1;
    }
    out
}

/// How many whole words two phrases begin with together, and where the next word of the second begins.
const fn shared(before: &[u8], phrase: &[u8]) -> (u8, usize) {
    let (mut words, mut next, mut i) = (0, 0, 0);
    while i < phrase.len() {
        let same = i < before.len() && before[i] == phrase[i];
        let ends = i == before.len() && phrase[i] == b' ';
        if ends || same && phrase[i] == b' ' {
            words += 1;
            next = i + 1;
        }
        if !same {
            break;
        }
        i += 1;
    }
    (words, next)
}

/// `phrases! { /// Doc. NAME: Type, stepping over ",", = GROUPS; }` declares a list from `&[(value, &[phrase, …]), …]`;
/// `spelt NAME: …` one that keeps its words.
macro_rules! phrases {
    ($(#[$doc:meta])* $name:ident: $($rest:tt)+) => {
        $crate::text::phrases::phrases! { $(#[$doc])* numbered numbered_length $name: $($rest)+ }
    };
    ($(#[$doc:meta])* spelt $name:ident: $($rest:tt)+) => {
        $crate::text::phrases::phrases! { $(#[$doc])* spelt spelt_length $name: $($rest)+ }
    };
    ($(#[$doc:meta])* $how:ident $length:ident $name:ident: $value:ty, stepping over $marks:literal, = $groups:expr;) => {
        $(#[$doc])*
        #[allow(long_running_const_eval)] // sorted once, by the compiler
        pub(crate) static $name: $crate::text::phrases::Phrases<$value> = {
            const N: usize = $crate::text::phrases::count::<$value>($groups);
            const SORTED: [(&str, $value); N] = $crate::text::phrases::sorted($groups);
            const LENGTH: usize = $crate::text::phrases::$length(&SORTED);
            static TEXT: [u8; LENGTH] = $crate::text::phrases::$how(&SORTED);
            static VALUES: [$value; N] = $crate::text::phrases::values(&SORTED);
            $crate::text::phrases::Phrases::new(&TEXT, $crate::text::phrases::Tree::$how, &VALUES, $marks)
        };
    };
}
pub(crate) use phrases;

#[cfg(test)]
mod tests {
    use crate::text::{Text, tokens};

    phrases! {
        LIST: u8, stepping over ",“”", = &[
            (1, &["kiểm tra", "kiểm tra giám sát", "tổ chức"]),
            (2, &["tổ chức cơ sở đảng", "trên # %", "kiểm"]),
        ];
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u8)]) {
        let text = Text::new(text);
        let tokens = tokens(&text);
        let found: Vec<_> = LIST
            .find(text.lower(), &tokens, 0..tokens.len())
            .map(|hit| {
                let span = tokens[hit.tokens.start].span.join(tokens[hit.tokens.end - 1].span);
                (&text.norm()[span.range()], hit.value)
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
