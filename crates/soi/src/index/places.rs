//! A set of places of all reports. What a query asks for stands in some of them, and the others take no room and no look.

/// Places, 512 by 512 where there are any.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// By page: which of the pages that are held it is, counted from 1; 0 for one without a place.
    pages: Vec<u32>,
    /// The pages that are held, one after the other.
    words: Vec<u64>,
}

/// Words of a page.
const PAGE: usize = 8;

impl Places {
    /// None of so many.
    pub fn empty(places: u32) -> Self {
        Self { pages: vec![0; (places as usize).div_ceil(64 * PAGE)], words: Vec::new() }
    }

    /// With room for `most` places that lie in `reports` reports which have `within` places in all.
    pub fn with_room(mut self, most: u64, reports: usize, within: u64) -> Self {
        // Each report may begin and end within a page.
        let pages = (within / (64 * PAGE as u64) + 2 * reports as u64).min(most).min(self.pages.len() as u64);
        self.words.reserve_exact(pages as usize * PAGE);
        self
    }

    /// Puts a place in.
    #[inline(always)]
    pub fn insert(&mut self, place: u32) {
        let Some(page) = self.pages.as_mut_slice().get_mut(place as usize / (64 * PAGE)) else { return };
        if *page == 0 {
            *page = more(&mut self.words);
        }
        self.words.as_mut_slice()[(*page as usize - 1) * PAGE + place as usize / 64 % PAGE] |= 1 << (place % 64);
    }

    /// 64 places as bits, by their number.
    fn word(&self, number: usize) -> u64 {
        self.pages.get(number / PAGE).map_or(0, |&held| self.page(held)[number % PAGE])
    }

    /// Passes the places to `each`, in order.
    pub fn each(&self, each: &mut dyn FnMut(u32)) {
        for (page, &held) in self.pages.iter().enumerate().filter(|(_, held)| **held != 0) {
            self.page(held).iter().enumerate().for_each(|(i, &word)| bits(page * PAGE + i, word, each));
        }
    }

    /// Passes the places from `from` to before `to` to `each`, in order.
    pub fn between(&self, from: u32, to: u32, each: &mut dyn FnMut(u32)) {
        let (first, end) = (from as usize / 64, (to as usize).div_ceil(64));
        for number in first..end {
            let mut word = self.word(number);
            if number == first {
                word &= u64::MAX << (from % 64);
            }
            if number + 1 == end && !to.is_multiple_of(64) {
                word &= (1 << (to % 64)) - 1;
            }
            bits(number, word, each);
        }
    }

    /// The places of `other` that follow directly on one of this, in order.
    pub fn followed_by(&self, other: &Self) -> Vec<u32> {
        let mut out = Vec::new();
        let mut last = 0;
        for (page, (&here, &there)) in self.pages.iter().zip(&other.pages).enumerate() {
            for (i, (&word, &follows)) in self.page(here).iter().zip(other.page(there)).enumerate() {
                bits(page * PAGE + i, (word << 1 | last) & follows, &mut |place| out.push(place));
                last = word >> 63;
            }
        }
        out
    }

    /// The words of a page, which is the one with that number of those that are held.
    fn page(&self, held: u32) -> &[u64] {
        match held {
            0 => &[0; PAGE],
            held => &self.words[(held as usize - 1) * PAGE..][..PAGE],
        }
    }
}

/// Appends an empty page; how many there are then.
fn more(words: &mut Vec<u64>) -> u32 {
    words.resize(words.len() + PAGE, 0);
    (words.len() / PAGE) as u32
}

/// Passes the places of 64 to `each`.
#[inline(always)]
fn bits(number: usize, mut word: u64, each: &mut dyn FnMut(u32)) {
    while word != 0 {
        each(number as u32 * 64 + word.trailing_zeros());
        word &= word - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_their_neighbours_are_what_a_plain_look_finds() {
        const ALL: u32 = 5_000;
        let (mut set, mut other) = (Places::empty(ALL), Places::empty(ALL).with_room(300, 2, 900));
        let (mut here, mut there) = (vec![false; ALL as usize + 1], vec![false; ALL as usize + 1]);
        let mut x = 3_u32;
        let mut put = |n: u32, m: u32| {
            (here[n as usize], there[m as usize]) = (true, true);
            set.insert(n);
            other.insert(m);
        };
        for _ in 0..600 {
            x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Two stretches of places, far from each other.
            let base = if x & 1 == 0 { 400 } else { 3_600 };
            put(base + (x >> 16) % 700, base + (x >> 7) % 700);
        }
        for n in [63, 511, 512, 1023, 4_999] {
            put(n, (n + 1) % ALL);
        }
        let plain = |from: u32, to: u32| (from..to.min(ALL)).filter(|&n| here[n as usize]).collect::<Vec<_>>();
        for (from, to) in
            [(0, ALL), (0, 0), (63, 64), (511, 513), (450, 451), (640, 3_700), (4_999, 5_000), (700, 1_024)]
        {
            let mut read = Vec::new();
            set.between(from, to, &mut |n| read.push(n));
            assert_eq!(read, plain(from, to), "{from}..{to}");
        }
        let mut all = Vec::new();
        set.each(&mut |n| all.push(n));
        assert_eq!(all, plain(0, ALL));
        let beside: Vec<u32> = (1..ALL).filter(|&n| here[n as usize - 1] && there[n as usize]).collect();
        assert_eq!(set.followed_by(&other), beside);
    }
}
