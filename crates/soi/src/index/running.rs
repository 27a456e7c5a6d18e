//! Which term stands at each place: the texts as numbers, for looking at what stands beside a hit.

use super::dictionary::TermId;

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
        let read: Vec<_> = (0..10).map(|place| running.get(place)).collect();
        let expected: Vec<_> = terms.into_iter().map(Some).chain([None, Some(3), None]).collect();
        assert_eq!(read, expected);
    }
}
