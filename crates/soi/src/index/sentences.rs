//! Which statement each place lies in: a few steps for any place of any report, none of them a search.

/// Places, 64 by 64, and the statements over them, numbered over all reports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentences {
    cells: Vec<Cell>,
    /// By cell: how many statements begin before it.
    before: Vec<u32>,
    /// How many statements hold a word.
    held: u32,
    /// How many there are.
    len: u32,
    /// Those that hold a word, where some hold none.
    ids: Vec<u32>,
}

/// 64 places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cell {
    /// Where a statement begins.
    starts: u64,
    /// What lies in one.
    inside: u64,
}

impl Sentences {
    /// Makes room for so many places.
    pub fn reserve(&mut self, places: u32) {
        let more = (places as usize).div_ceil(64).saturating_sub(self.cells.len());
        self.cells.reserve_exact(more);
        self.before.reserve_exact(more);
    }

    /// Takes in the statements of the next report, whose first place is `base` and whose last is before `end`: first
    /// places and the places after the last, counted in the report.
    pub fn extend(&mut self, base: u32, end: u32, statements: &[(u32, u32)]) {
        let cells = (end as usize).div_ceil(64);
        self.cells.resize(cells, Cell::default());
        self.before.resize(cells, self.held);
        let mut at = base as usize / 64;
        for &(first, last) in statements {
            self.len += 1;
            if first >= last {
                // From here on a number of its own does not tell which it is.
                if self.ids.is_empty() {
                    self.ids = (0..self.held).collect();
                }
                continue;
            }
            if self.held < self.len - 1 {
                self.ids.push(self.len - 1);
            }
            let (first, last) = (base + first, base + last - 1);
            // The cells up to this one have all that begin in them, unless a file has statements in disorder.
            let (from, to) = (first as usize / 64, last as usize / 64);
            while at < from {
                at += 1;
                self.before[at] = self.held;
            }
            self.held += 1;
            self.cells[from].starts |= 1 << (first % 64);
            for i in from..=to {
                let low = if i == from { u64::MAX << (first % 64) } else { u64::MAX };
                let high = if i == to { u64::MAX >> (63 - last % 64) } else { u64::MAX };
                self.cells[i].inside |= low & high;
            }
        }
        while at + 1 < cells {
            at += 1;
            self.before[at] = self.held;
        }
    }

    fn id(&self, number: u32) -> u32 {
        // Overlapping statements, which only a broken file has, may give no number.
        if self.ids.is_empty() { number } else { self.ids.get(number as usize).copied().unwrap_or(0) }
    }

    /// The statement that a place lies in.
    #[inline(always)]
    pub fn of(&self, place: u32) -> Option<u32> {
        let i = place as usize / 64;
        let cell = self.cells.as_slice().get(i)?;
        if cell.inside >> (place % 64) & 1 == 0 {
            return None;
        }
        let begun = (cell.starts & u64::MAX >> (63 - place % 64)).count_ones();
        Some(self.id((self.before.as_slice()[i] + begun).saturating_sub(1)))
    }

    /// The statements from one number to before another, those of a report: first places and the places after the last,
    /// counted from its `base`; `end` is one past its last place. One without words stands where the one before ends.
    pub fn between(&self, base: u32, end: u32, from: u32, to: u32) -> Vec<(u32, u32)> {
        let mut out = Vec::with_capacity((to - from) as usize);
        let (mut at, mut last) = (base, 0);
        while out.len() < (to - from) as usize {
            let first = self.next(at, end, |cell| cell.starts);
            let id = if first < end { self.of(first).unwrap_or(to) } else { to };
            while out.len() < (id.clamp(from, to) - from) as usize {
                out.push((last, last));
            }
            if first >= end {
                break;
            }
            at = self.next(first + 1, end, |cell| cell.starts | !cell.inside);
            last = at - base;
            out.push((first - base, last));
        }
        out.truncate((to - from) as usize);
        out
    }

    /// The first place from `from` on, before `end`, that has a bit; else `end`.
    fn next(&self, from: u32, end: u32, bits: impl Fn(&Cell) -> u64) -> u32 {
        let mut at = from;
        while at < end {
            let left = self.cells.get(at as usize / 64).map_or(0, &bits) & u64::MAX << (at % 64);
            if left != 0 {
                return (at / 64 * 64 + left.trailing_zeros()).min(end);
            }
            at = (at / 64 + 1) * 64;
        }
        end
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        size_of::<Cell>() * self.cells.capacity() + 4 * (self.before.capacity() + self.ids.capacity())
    }

    /// Gives back the room that it does not use.
    pub fn shrink(&mut self) {
        self.cells.shrink_to_fit();
        self.before.shrink_to_fit();
        self.ids.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_tells_its_statement_as_a_plain_look_does() {
        let mut x = 11_u32;
        let mut draw = move |below: u32| {
            x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (x >> 8) % below
        };
        for empties in [false, true] {
            let mut sentences = Sentences::default();
            let mut expected: Vec<Option<u32>> = Vec::new();
            let (mut number, mut reports) = (0, Vec::new());
            for _ in 0..60 {
                let base = expected.len() as u32;
                let mut statements = Vec::new();
                let mut place = 0;
                for _ in 0..draw(9) {
                    let first = place + draw(3) * draw(40);
                    let last = first + u32::from(!empties || draw(4) > 0) * (1 + draw(70));
                    expected.extend((place..first).map(|_| None));
                    expected.extend((first..last).map(|_| Some(number)));
                    statements.push((first, last));
                    number += 1;
                    place = last;
                }
                let end = base + place + draw(20);
                expected.resize(end as usize, None);
                sentences.extend(base, end, &statements);
                let mut last = 0;
                for statement in &mut statements {
                    if statement.0 == statement.1 {
                        *statement = (last, last);
                    }
                    last = statement.1;
                }
                reports.push((base, end, statements));
            }
            let mut from = 0;
            for (base, end, statements) in reports {
                let to = from + statements.len() as u32;
                assert_eq!(sentences.between(base, end, from, to), statements);
                from = to;
            }
            let told: Vec<Option<u32>> = (0..expected.len() as u32).map(|place| sentences.of(place)).collect();
            assert_eq!(told, expected);
        }
    }
}
