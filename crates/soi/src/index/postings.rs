//! The reports that hold one spelling, and its places in each.
//!
//! ```text
//! reports  per report: steps over reports without it, places − 1, and whether some are in a title (a bit, then how many − 1)
//! places   per report: steps over places without it
//! ```
//! Each is a Rice code whose parameter follows from what was read before, so a list grows at its end and needs no head.

use super::bits::{BitReader, Bits, rice_len};

/// One spelling's list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Postings {
    reports: Bits,
    places: Bits,
    state: State,
}

/// What the parameters follow from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct State {
    /// One past the last report.
    next: u32,
    /// Reports so far.
    reports: u32,
    /// Places so far.
    places: u32,
}

impl State {
    #[inline(always)]
    fn step_bits(self) -> u32 {
        log2_of_ratio(self.next, self.reports + 1)
    }

    #[inline(always)]
    fn count_bits(self) -> u32 {
        log2_of_ratio(self.places, self.reports + 1)
    }

    fn push(&mut self, report: u32, count: u32) {
        *self = Self { next: report + 1, reports: self.reports + 1, places: self.places + count };
    }
}

/// The logarithm of `a / b`, rounded down, and 0 where that is less than 1; `b` is not 0. It divides nothing: it is asked
/// for a hundred thousand times a query.
#[inline(always)]
fn log2_of_ratio(a: u32, b: u32) -> u32 {
    let bits = b.leading_zeros().saturating_sub(a.leading_zeros());
    bits - u32::from(bits > 0 && b << bits > a)
}

/// A report in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// Its number.
    pub report: u32,
    /// How many places the spelling has in it.
    pub count: u32,
    /// How many of these are in a title.
    pub in_title: u32,
}

/// Bits that lists will need, found before they are made: each then has the room that it fills, and no more.
#[derive(Debug, Clone, Copy, Default)]
pub struct Size {
    state: State,
    reports: u32,
    places: u32,
}

impl Size {
    /// Takes in a report; see [`Postings::push`].
    pub fn push(&mut self, report: u32, count: u32, in_title: u32) {
        self.reports += rice_len(report - self.state.next, self.state.step_bits())
            + rice_len(count - 1, self.state.count_bits())
            + rice_len(in_title, 0);
        self.state.push(report, count);
    }

    /// Takes in steps to a place.
    #[inline(always)]
    pub fn push_place(&mut self, step: u32, bits: u32) {
        self.places += rice_len(step, bits);
    }
}

/// Which parameter the places of a spelling have in a report that has `len` places in all, `count` of them its own.
#[inline(always)]
pub fn place_bits(len: u32, count: u32) -> u32 {
    log2_of_ratio(len, count + 1)
}

impl Postings {
    /// Makes room for what was measured.
    pub fn reserve(&mut self, size: &Size) {
        self.reports.reserve(size.reports);
        self.places.reserve(size.places);
    }

    /// Appends a report with `count` places, one at least; the places follow.
    pub fn push(&mut self, report: u32, count: u32, in_title: u32) {
        self.reports.push_rice(report - self.state.next, self.state.step_bits());
        self.reports.push_rice(count - 1, self.state.count_bits());
        self.reports.push_rice(in_title, 0);
        self.state.push(report, count);
    }

    /// Appends the next place of the last report: how many places without the spelling lie before it, with the
    /// parameter that [`place_bits`] gives.
    #[inline(always)]
    pub fn push_place(&mut self, step: u32, bits: u32) {
        self.places.push_rice(step, bits);
    }

    /// How many reports hold the spelling.
    pub fn reports(&self) -> u32 {
        self.state.reports
    }

    /// How many places it has in all.
    pub fn places(&self) -> u32 {
        self.state.places
    }

    /// Its reports, in order.
    pub fn iter(&self) -> Iter<'_> {
        Iter { bits: self.reports.reader(), state: State::default(), left: self.state.reports }
    }

    /// Reads its places, report by report beside [`Self::iter`].
    pub fn place_reader(&self) -> PlaceReader<'_> {
        PlaceReader { bits: self.places.reader() }
    }

    /// Gives back the room that it does not use.
    pub fn shrink(&mut self) {
        self.reports.shrink();
        self.places.shrink();
    }

    /// Bytes of the list.
    pub fn bytes(&self) -> usize {
        std::mem::size_of::<Self>() + self.reports.bytes() + self.places.bytes()
    }
}

/// Walks the reports of a list.
pub struct Iter<'a> {
    bits: BitReader<'a>,
    state: State,
    left: u32,
}

impl Iter<'_> {
    /// The next report, read in line: for the longest walks of a query.
    #[inline(always)]
    pub fn step(&mut self) -> Option<Posting> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        let report = self.state.next + self.bits.rice(self.state.step_bits());
        let count = 1 + self.bits.rice(self.state.count_bits());
        let in_title = self.bits.rice(0);
        self.state.push(report, count);
        Some(Posting { report, count, in_title })
    }
}

impl Iterator for Iter<'_> {
    type Item = Posting;

    fn next(&mut self) -> Option<Posting> {
        self.step()
    }
}

/// Walks the places of a list.
pub struct PlaceReader<'a> {
    bits: BitReader<'a>,
}

impl PlaceReader<'_> {
    /// Passes the places of the next report, which has `len` places in all, to `each`.
    #[inline(always)]
    pub fn read(&mut self, posting: Posting, len: u32, mut each: impl FnMut(u32)) {
        let bits = place_bits(len, posting.count);
        let mut next = 0;
        for _ in 0..posting.count {
            let place = next + self.bits.rice(bits);
            next = place + 1;
            each(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_of_a_ratio_is_that_of_the_quotient() {
        let some = [0, 1, 2, 3, 5, 7, 8, 9, 63, 64, 65, 1_000, 1_023, 1_024, u32::MAX / 2, u32::MAX - 1, u32::MAX];
        for a in some {
            for b in some.into_iter().skip(1) {
                assert_eq!(log2_of_ratio(a, b), (a / b).max(1).ilog2(), "{a} / {b}");
            }
        }
    }

    #[test]
    fn a_list_gives_back_what_was_appended() {
        let mut list = Postings::default();
        let mut size = Size::default();
        let mut x = 7_u32;
        let mut expected = Vec::new();
        let mut report = 0;
        for _ in 0..500 {
            x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            report += 1 + (x >> 28);
            let len = 10 + (x >> 20) % 900;
            let places: Vec<u32> = (0..len).filter(|p| (p * 37 + x).is_multiple_of(41) || *p == 3).collect();
            let count = places.len() as u32;
            list.push(report, count, count % 3);
            size.push(report, count, count % 3);
            let mut next = 0;
            for &place in &places {
                let bits = place_bits(len, count);
                list.push_place(place - next, bits);
                size.push_place(place - next, bits);
                next = place + 1;
            }
            expected.push((report, len, places));
        }
        let mut measured = Postings::default();
        measured.reserve(&size);
        assert_eq!(measured.bytes() - std::mem::size_of::<Postings>(), {
            list.shrink();
            list.bytes() - std::mem::size_of::<Postings>()
        });
        let mut reader = list.place_reader();
        assert_eq!(list.iter().count(), expected.len());
        for (posting, (report, len, places)) in list.iter().zip(&expected) {
            assert_eq!((posting.report, posting.in_title), (*report, places.len() as u32 % 3));
            let mut read = Vec::new();
            reader.read(posting, *len, |p| read.push(p));
            assert_eq!(&read, places);
        }
    }
}
