//! Spellings and their search keys, sorted by key.

use crate::fnv;
use crate::gather::Gather;
use crate::order;
use crate::text::fold::{fold, fold_char};
use crate::text::piece;

/// Number of a spelling, in order of reading.
pub type TermId = u32;

/// Every spelling once: lower case, marks kept.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    /// The spellings one after the other, each followed by its key where that differs.
    text: String,
    /// By term: where its spelling begins, where its key begins, in `text`; and one more.
    starts: Vec<(u32, u32)>,
    /// Open addressing by spelling: term + 1, or 0.
    slots: Vec<u32>,
    /// Terms in the order of key, then spelling.
    order: Vec<TermId>,
}

impl Dictionary {
    /// The number of a spelling, a new one if it was never seen.
    pub fn intern(&mut self, spelling: &str) -> TermId {
        if self.starts.len() * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let slot = match self.slot(spelling) {
            Ok(term) => return term,
            Err(slot) => slot,
        };
        let term = self.starts.len() as TermId;
        self.slots[slot] = term + 1;
        let start = self.text.len() as u32;
        self.text.push_str(spelling);
        let key = if spelling.chars().all(|c| fold_char(c) == c) { start } else { self.text.len() as u32 };
        if key != start {
            self.text.extend(spelling.chars().map(fold_char));
        }
        self.starts.push((start, key));
        term
    }

    /// The number of a spelling.
    pub fn get(&self, spelling: &str) -> Option<TermId> {
        if self.slots.is_empty() {
            return self.with_key(&fold(spelling)).iter().copied().find(|&term| self.spelling(term) == spelling);
        }
        self.slot(spelling).ok()
    }

    fn slot(&self, spelling: &str) -> Result<TermId, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash(spelling) as usize & mask;
        loop {
            match self.slots[slot] {
                0 => return Err(slot),
                term if self.spelling(term - 1) == spelling => return Ok(term - 1),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let len = (self.starts.len() * 4 / 3 + 1).next_power_of_two().max(64);
        let len = if len == self.slots.len() { len * 2 } else { len };
        self.slots = vec![0; len];
        for term in 0..self.starts.len() as TermId {
            let mut slot = hash(self.spelling(term)) as usize & (len - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (len - 1);
            }
            self.slots[slot] = term + 1;
        }
    }

    /// Puts the spellings that came since the last call in their places of the order.
    pub fn settle(&mut self) {
        let old = self.order.len();
        if old == self.starts.len() {
            return;
        }
        let mut order = std::mem::take(&mut self.order);
        let mut new = (old as TermId..self.starts.len() as TermId).gather();
        order::by(&mut new, |&a, &b| self.sort_key(a).cmp(&self.sort_key(b)));
        // Merges from the end, so that only the tail of the old order moves.
        order.resize(old + new.len(), 0);
        let mut left = old;
        let mut to = order.len();
        while let Some(&term) = new.last() {
            to -= 1;
            if left > 0 && self.sort_key(order[left - 1]) > self.sort_key(term) {
                left -= 1;
                order[to] = order[left];
            } else {
                order[to] = term;
                new.pop();
            }
        }
        self.order = order;
    }

    /// Lets go of what only finds whether a spelling was read before; the order tells it too, all being in it. Another
    /// spelling brings it back.
    pub fn forget_slots(&mut self) {
        self.slots = Vec::new();
    }

    fn sort_key(&self, term: TermId) -> (&str, &str) {
        (self.key(term), self.spelling(term))
    }

    /// How many spellings there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// A spelling.
    pub fn spelling(&self, term: TermId) -> &str {
        let (start, key) = self.starts[term as usize];
        let end = if key == start { self.end(term) } else { key };
        piece(&self.text, start as usize, end as usize)
    }

    /// The search key of a spelling.
    pub fn key(&self, term: TermId) -> &str {
        piece(&self.text, self.starts[term as usize].1 as usize, self.end(term) as usize)
    }

    fn end(&self, term: TermId) -> u32 {
        self.starts.get(term as usize + 1).map_or(self.text.len() as u32, |next| next.0)
    }

    /// The terms whose key is `key`.
    pub fn with_key(&self, key: &str) -> &[TermId] {
        let from = self.order.partition_point(|&term| self.key(term) < key);
        let to = from + self.order[from..].partition_point(|&term| self.key(term) == key);
        &self.order[from..to]
    }

    /// The terms whose key begins with `prefix`.
    pub fn with_key_prefix(&self, prefix: &str) -> &[TermId] {
        let from = self.order.partition_point(|&term| self.key(term) < prefix);
        let to = from + self.order[from..].partition_point(|&term| self.key(term).starts_with(prefix));
        &self.order[from..to]
    }

    /// Gives back the room that it does not use.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.text.capacity() + 8 * self.starts.capacity() + 4 * (self.slots.capacity() + self.order.capacity())
    }
}

/// FNV-1a, 32 bits, its high bits mixed in: the same on every machine and in every run.
fn hash(text: &str) -> u32 {
    let hash = fnv::hash32(text.bytes());
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_stand_under_their_key_whatever_the_order_of_reading() {
        let mut dictionary = Dictionary::default();
        for batch in [["đảng", "bộ", "dạng"], ["đảng", "dang", "đan"], ["a", "dáng", "z"]] {
            for word in batch {
                dictionary.intern(word);
            }
            dictionary.settle();
        }
        let words = |terms: &[TermId]| terms.iter().map(|&t| dictionary.spelling(t)).collect::<Vec<_>>();
        assert_eq!(words(dictionary.with_key("dang")), ["dang", "dáng", "dạng", "đảng"]);
        assert_eq!(words(dictionary.with_key_prefix("da")), ["đan", "dang", "dáng", "dạng", "đảng"]);
        assert_eq!(dictionary.with_key("dan").len(), 1);
        assert_eq!(dictionary.get("bộ").map(|t| dictionary.key(t)), Some("bo"));
        assert_eq!(dictionary.get("bô"), None);
    }
}
