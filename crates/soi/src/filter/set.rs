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
        self.words[n as usize / 64] |= 1 << (n % 64);
    }

    /// Whether the number is in it.
    #[inline(always)]
    pub fn contains(&self, n: u32) -> bool {
        self.words.get(n as usize / 64).is_some_and(|word| word >> (n % 64) & 1 == 1)
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
        let mut sum = 0;
        for i in first..=last.min(self.words.len().saturating_sub(1)) {
            let low = if i == first { u64::MAX << (from % 64) } else { u64::MAX };
            let high = if i == last { u64::MAX >> (63 - (to - 1) % 64) } else { u64::MAX };
            sum += (self.words[i] & low & high).count_ones() as usize;
        }
        sum
    }

    /// Puts in the numbers from `from` to before `to`.
    pub fn insert_between(&mut self, from: u32, to: u32) {
        if from >= to {
            return;
        }
        let (first, last) = (from as usize / 64, (to as usize - 1) / 64);
        for i in first..=last {
            let low = if i == first { u64::MAX << (from % 64) } else { u64::MAX };
            let high = if i == last { u64::MAX >> (63 - (to - 1) % 64) } else { u64::MAX };
            self.words[i] |= low & high;
        }
    }

    /// The numbers, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(i, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros();
                    left &= left - 1;
                    i as u32 * 64 + bit
                })
            })
        })
    }
}
