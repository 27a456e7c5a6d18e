//! A set of reports as bits.

/// A set of small numbers below a fixed length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    words: Vec<u64>,
    len: usize,
}

impl Set {
    /// Nothing of `len`.
    pub fn empty(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// All of `len`.
    pub fn full(len: usize) -> Self {
        let mut set = Self { words: vec![u64::MAX; len.div_ceil(64)], len };
        if let (Some(last), true) = (set.words.last_mut(), !len.is_multiple_of(64)) {
            *last = (1 << (len % 64)) - 1;
        }
        set
    }

    /// Puts a number in.
    #[inline(always)]
    pub fn insert(&mut self, n: u32) {
        // A build for size would call a function for each look into a list that may grow.
        self.words.as_mut_slice()[n as usize / 64] |= 1 << (n % 64);
    }

    /// Whether the number is in it.
    #[inline(always)]
    pub fn contains(&self, n: u32) -> bool {
        self.words.as_slice().get(n as usize / 64).is_some_and(|word| word >> (n % 64) & 1 == 1)
    }

    /// Keeps what both have.
    pub fn and(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Takes in what the other has.
    pub fn or(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Takes out what the other has.
    pub fn and_not(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// How many numbers are in it.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many numbers both have.
    pub fn count_both(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// How many numbers from `from` to before `to` are in it.
    pub fn count_between(&self, from: u32, to: u32) -> usize {
        if from >= to {
            return 0;
        }
        let (first, last) = (from as usize / 64, (to as usize - 1) / 64);
        let (low, high) = (u64::MAX << (from % 64), u64::MAX >> (63 - (to - 1) % 64));
        let words = self.words.as_slice();
        let mut sum = 0;
        let mut i = first;
        while i <= last && i < words.len() {
            let within = if i == first { low } else { u64::MAX } & if i == last { high } else { u64::MAX };
            sum += (words[i] & within).count_ones() as usize;
            i += 1;
        }
        sum
    }

    /// Puts in the numbers from `from` to before `to`.
    pub fn insert_between(&mut self, from: u32, to: u32) {
        if from >= to {
            return;
        }
        let (first, last) = (from as usize / 64, (to as usize - 1) / 64);
        let (low, high) = (u64::MAX << (from % 64), u64::MAX >> (63 - (to - 1) % 64));
        let words = self.words.as_mut_slice();
        let mut i = first;
        while i <= last {
            words[i] |= if i == first { low } else { u64::MAX } & if i == last { high } else { u64::MAX };
            i += 1;
        }
    }

    /// The numbers, in order.
    pub fn iter(&self) -> Members<'_> {
        self.between(0, u32::MAX)
    }

    /// Passes the numbers to `each`, in order. Inlined: for what is done a hundred thousand times a query.
    #[inline(always)]
    pub fn each(&self, mut each: impl FnMut(u32)) {
        for (&word, i) in self.words.iter().zip(0..) {
            let mut left = word;
            while left != 0 {
                each(i * 64 + left.trailing_zeros());
                left &= left - 1;
            }
        }
    }

    /// The numbers from `from` to before `to`, in order.
    pub fn between(&self, from: u32, to: u32) -> Members<'_> {
        let first = (from as usize / 64).min(self.words.len());
        let (word, words) = self.words[first..].split_first().map_or((0, &[][..]), |(&word, words)| (word, words));
        Members { words, left: word & u64::MAX << (from % 64), at: first as u32 * 64, to }
    }
}

/// Walks the numbers of a set.
#[derive(Debug)]
pub struct Members<'a> {
    words: &'a [u64],
    /// Of the word that is walked.
    left: u64,
    /// Its first number.
    at: u32,
    to: u32,
}

impl Iterator for Members<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        while self.left == 0 {
            let (&word, words) = self.words.split_first()?;
            (self.left, self.words) = (word, words);
            self.at += 64;
            if self.at >= self.to {
                self.words = &[];
                self.left = 0;
            }
        }
        let number = self.at + self.left.trailing_zeros();
        self.left &= self.left - 1;
        (number < self.to).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_a_stretch_are_what_a_plain_look_finds() {
        let mut set = Set::empty(500);
        let mut x = 3_u32;
        for _ in 0..300 {
            x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            set.insert((x >> 16) % 500);
        }
        [63, 64, 127, 128, 499].into_iter().for_each(|n| set.insert(n));
        for (from, to) in [(0, 500), (0, 0), (63, 64), (64, 128), (65, 300), (499, 500), (500, 900), (128, 129)] {
            let expected: Vec<u32> = (from..to).filter(|&n| set.contains(n)).collect();
            assert_eq!(set.between(from, to).collect::<Vec<_>>(), expected, "{from}..{to}");
            assert_eq!(set.count_between(from, to.min(500)), expected.len(), "{from}..{to}");
        }
        assert_eq!(set.iter().count(), set.count());
        let mut all = Vec::new();
        set.each(|n| all.push(n));
        assert_eq!(all, set.iter().collect::<Vec<_>>());
    }
}
