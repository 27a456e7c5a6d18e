//! Which term stands at each place: the texts as numbers, for looking at what stands beside a hit.

use super::dictionary::TermId;
use crate::filter::set::Set;

/// No word: the place between two blocks.
const GAP: u16 = u16::MAX;
/// A term whose number needs more room; it is in the other list.
const LARGE: u16 = u16::MAX - 1;

/// One term after the other.
#[derive(Debug, Clone, Default)]
pub struct Running {
    terms: Vec<u16>,
    /// Place and term of those with large numbers, in order.
    large: Vec<(u32, TermId)>,
}

impl Running {
    /// Appends a word.
    pub fn push(&mut self, term: TermId) {
        match u16::try_from(term) {
            Ok(small) if small < LARGE => self.terms.push(small),
            _ => {
                self.large.push((self.terms.len() as u32, term));
                self.terms.push(LARGE);
            }
        }
    }

    /// Appends the place between two blocks.
    pub fn push_gap(&mut self) {
        self.terms.push(GAP);
    }

    /// The term at a place; `None` between blocks and past the end.
    #[inline(always)]
    pub fn get(&self, place: u32) -> Option<TermId> {
        match self.terms.get(place as usize) {
            None | Some(&GAP) => None,
            Some(&LARGE) => self.get_large(place),
            Some(&term) => Some(term.into()),
        }
    }

    #[cold]
    fn get_large(&self, place: u32) -> Option<TermId> {
        let found = self.large.binary_search_by_key(&place, |large| large.0).ok()?;
        Some(self.large[found].1)
    }

    /// Passes those terms of `wanted` that stand from a place to before another to `each`, with their places. A build for
    /// size makes a call of what is not inlined: `each` is one, the look at the others is not.
    #[inline(always)]
    pub fn each(&self, from: u32, to: u32, wanted: &Set, mut each: impl FnMut(u32, TermId)) {
        let mut place = from;
        while place < to {
            if let Some(term) = self.wanted(place, wanted) {
                each(place, term);
            }
            place += 1;
        }
    }

    /// Passes those terms of `wanted` that stand beside a place to `each`, with their places: at most `reach` places away
    /// on either side, and none beyond the end of the block.
    #[inline(always)]
    pub fn beside(&self, place: u32, reach: u32, wanted: &Set, mut each: impl FnMut(u32, TermId)) {
        let terms = &self.terms[..];
        let mut at = place as usize;
        let last = at.saturating_add(reach as usize);
        while at < last {
            at += 1;
            match terms.get(at) {
                None | Some(&GAP) => break,
                Some(&LARGE) => self.wanted(at as u32, wanted).into_iter().for_each(|term| each(at as u32, term)),
                Some(&term) if wanted.contains(term.into()) => each(at as u32, term.into()),
                Some(_) => {}
            }
        }
        at = place as usize;
        let first = at.saturating_sub(reach as usize);
        while at > first {
            at -= 1;
            match terms.get(at) {
                None | Some(&GAP) => break,
                Some(&LARGE) => self.wanted(at as u32, wanted).into_iter().for_each(|term| each(at as u32, term)),
                Some(&term) if wanted.contains(term.into()) => each(at as u32, term.into()),
                Some(_) => {}
            }
        }
    }

    /// The term at a place, if it is wanted.
    #[inline(always)]
    fn wanted(&self, place: u32, wanted: &Set) -> Option<TermId> {
        let &term = self.terms.get(place as usize)?;
        if term < LARGE {
            return wanted.contains(term.into()).then_some(term.into());
        }
        self.get_large(place).filter(|&term| wanted.contains(term))
    }

    /// Makes room for so many places, if there is that much.
    pub fn reserve(&mut self, places: usize) {
        // Without, it grows as it is filled.
        let _ = self.terms.try_reserve_exact(places);
    }

    /// Gives back the room that it does not use.
    pub fn shrink(&mut self) {
        self.terms.shrink_to_fit();
        self.large.shrink_to_fit();
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        2 * self.terms.capacity() + 8 * self.large.capacity()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_of_any_number_come_back() {
        let mut running = Running::default();
        let terms = [0, 65_533, 65_534, 65_535, 65_536, 7, u32::MAX];
        terms.iter().for_each(|&term| running.push(term));
        running.push_gap();
        running.push(3);
        let mut wanted = Set::full(65_537);
        let mut beside = Vec::new();
        running.beside(2, 3, &wanted, |place, term| beside.push((place, term)));
        assert_eq!(beside, [(3, 65_535), (4, 65_536), (5, 7), (1, 65_533), (0, 0)]);
        beside.clear();
        running.beside(8, 3, &wanted, |place, term| beside.push((place, term)));
        assert_eq!(beside, [], "a block ends on either side");
        let mut only = Set::empty(65_537);
        [7, 65_536, 65_534].into_iter().for_each(|term| only.insert(term));
        wanted.and(&only);
        let mut all = Vec::new();
        running.each(2, 12, &wanted, |place, term| all.push((place, term)));
        assert_eq!(all, [(2, 65_534), (4, 65_536), (5, 7)]);
        let read: Vec<_> = (0..10).map(|place| running.get(place)).collect();
        let expected: Vec<_> = terms.into_iter().map(Some).chain([None, Some(3), None]).collect();
        assert_eq!(read, expected);
    }
}
