//! Numbers written in as few bits as they need: Rice codes with a parameter that reader and writer both know.
//!
//! A number is its quotient by 2^k in unary and its remainder in k bits (R. F. Rice, "Some practical universal
//! noiseless coding techniques", JPL 79-22, 1979); a quotient of [`ESCAPE`] and more is written in 32 bits instead.

const ESCAPE: u32 = 20;

/// How many bits a number takes.
#[inline(always)]
pub fn rice_len(value: u32, k: u32) -> u32 {
    let quotient = value >> k;
    if quotient < ESCAPE { quotient + 1 + k } else { ESCAPE + 32 }
}

/// Bits that can be appended to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits {
    words: Held,
    len: u32,
}

/// Half of all spellings stand in one place only: their bits need no room of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Held {
    Few([u32; FEW]),
    Many(Vec<u32>),
}

const FEW: usize = 2;

impl Default for Held {
    fn default() -> Self {
        Self::Few([0; FEW])
    }
}

impl Bits {
    /// Appends the lowest `count` bits of `value`; at most 32, the others must be zero.
    fn push(&mut self, value: u32, count: u32) {
        if count == 0 {
            return;
        }
        let (shift, used) = (self.len % 32, self.used());
        if shift == 0 {
            self.append(used, value);
        } else {
            let last = match &mut self.words {
                Held::Few(few) => few.get_mut(used - 1),
                Held::Many(many) => many.last_mut(),
            };
            if let Some(last) = last {
                *last |= value << shift;
            }
            if shift + count > 32 {
                self.append(used, value >> (32 - shift));
            }
        }
        self.len += count;
    }

    /// How many words hold bits.
    fn used(&self) -> usize {
        self.len.div_ceil(32) as usize
    }

    /// Puts a word after those that are used.
    fn append(&mut self, used: usize, word: u32) {
        match &mut self.words {
            Held::Few(few) if used < FEW => few[used] = word,
            Held::Few(few) => {
                let mut many = few.to_vec();
                many.push(word);
                self.words = Held::Many(many);
            }
            Held::Many(many) => many.push(word),
        }
    }

    /// Appends a number.
    pub fn push_rice(&mut self, value: u32, k: u32) {
        let quotient = value >> k;
        if quotient < ESCAPE {
            self.push((1 << quotient) - 1, quotient + 1);
            self.push(value & ((1 << k) - 1), k);
        } else {
            self.push((1 << ESCAPE) - 1, ESCAPE);
            self.push(value, 32);
        }
    }

    /// Makes room for exactly so many bits more.
    pub fn reserve(&mut self, bits: u32) {
        let (used, wanted) = (self.used(), (self.len + bits).div_ceil(32) as usize);
        match &mut self.words {
            Held::Few(_) if wanted <= FEW => {}
            Held::Few(few) => {
                let mut many = Vec::with_capacity(wanted);
                many.extend_from_slice(&few[..used]);
                self.words = Held::Many(many);
            }
            Held::Many(many) => many.reserve_exact(wanted - used),
        }
    }

    /// Gives back the room that it does not use.
    pub fn shrink(&mut self) {
        if let Held::Many(many) = &mut self.words {
            many.shrink_to_fit();
        }
    }

    /// Reads from the start.
    pub fn reader(&self) -> BitReader<'_> {
        let words = match &self.words {
            Held::Few(few) => few.as_slice(),
            Held::Many(many) => many.as_slice(),
        };
        BitReader { words, held: 0, count: 0 }
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        match &self.words {
            Held::Few(_) => 0,
            Held::Many(many) => 4 * many.capacity(),
        }
    }
}

/// Reads what [`Bits`] holds; past the end come zeros.
#[derive(Debug, Clone)]
pub struct BitReader<'a> {
    words: &'a [u32],
    held: u64,
    count: u32,
}

impl BitReader<'_> {
    #[inline(always)]
    fn refill(&mut self) {
        if self.count <= 32 {
            if let [first, rest @ ..] = self.words {
                self.held |= u64::from(*first) << self.count;
                self.words = rest;
            }
            self.count += 32;
        }
    }

    /// Reads a number that was written with the same `k`. A build for size would call it a million times a query.
    #[inline(always)]
    pub fn rice(&mut self, k: u32) -> u32 {
        self.refill();
        let quotient = self.held.trailing_ones().min(ESCAPE);
        if quotient == ESCAPE {
            self.held >>= ESCAPE;
            self.count -= ESCAPE;
            self.refill();
            let value = self.held as u32;
            self.held >>= 32;
            self.count -= 32;
            return value;
        }
        self.held >>= quotient + 1;
        self.count -= quotient + 1;
        if self.count < k {
            self.refill();
        }
        let rest = self.held as u32 & ((1 << k) - 1);
        self.held >>= k;
        self.count -= k;
        (quotient << k) | rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_back() {
        let mut bits = Bits::default();
        let mut numbers = Vec::new();
        let mut x = 1_u32;
        for i in 0..4000 {
            x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let value = x >> (x % 32);
            let k = (i * 7) % 25;
            numbers.push((value, k));
            bits.push_rice(value, k);
        }
        numbers.push((u32::MAX, 0));
        bits.push_rice(u32::MAX, 0);
        assert_eq!(numbers.iter().map(|&(value, k)| rice_len(value, k)).sum::<u32>(), bits.len);
        let mut reader = bits.reader();
        for (value, k) in numbers {
            assert_eq!(reader.rice(k), value, "k = {k}");
        }
    }
}
