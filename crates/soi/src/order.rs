//! Sorting, with one routine for every list. The standard library's sorts are made anew for each type and comparison,
//! some four kilobytes each time: in the browser they were a tenth of the program, and our lists are short.

use std::cmp::Ordering;

/// Sorts by `compare`; what it calls equal keeps its order.
pub fn by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order = merged(items.len(), &mut |a, b| compare(&items[a], &items[b]) == Ordering::Greater);
    // Each position takes what belongs there; what was there is carried along the cycle.
    for start in 0..order.len() {
        let mut here = start;
        loop {
            let from = std::mem::replace(&mut order[here], here);
            if from == start {
                break;
            }
            items.swap(here, from);
            here = from;
        }
    }
}

/// Sorts by a key; equal keys keep their order.
pub fn by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by the items' own order.
pub fn natural<T: Ord>(items: &mut [T]) {
    by(items, T::cmp);
}

/// Which item comes at each position: a merge sort of positions, bottom up. `after` tells whether the first of two
/// must come after the second.
fn merged(count: usize, after: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut next = order.clone();
    let mut width = 1;
    while width < count {
        let mut start = 0;
        while start < count {
            let (middle, end) = ((start + width).min(count), (start + 2 * width).min(count));
            let (mut left, mut right) = (start, middle);
            for place in &mut next[start..end] {
                let takes_right = right < end && (left == middle || after(order[left], order[right]));
                let from = if takes_right { &mut right } else { &mut left };
                *place = order[*from];
                *from += 1;
            }
            start = end;
        }
        std::mem::swap(&mut order, &mut next);
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{by, by_key, natural};

    #[test]
    fn every_list_comes_out_as_the_standard_library_sorts_it() {
        // A small generator of its own: short lists with many equal keys, where stability shows.
        let mut seed = 7_u32;
        let mut draw = move || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 16
        };
        for count in (0..40).chain([100, 257, 1000]) {
            let mut ours: Vec<(u32, usize)> = (0..count).map(|i| (draw() % (1 + count as u32 / 3), i)).collect();
            let mut theirs = ours.clone();
            by_key(&mut ours, |pair| pair.0);
            theirs.sort_by_key(|pair| pair.0);
            assert_eq!(ours, theirs);
            by(&mut ours, |a, b| b.1.cmp(&a.1));
            theirs.sort_by_key(|pair| std::cmp::Reverse(pair.1));
            assert_eq!(ours, theirs);
            natural(&mut ours);
            theirs.sort();
            assert_eq!(ours, theirs);
        }
    }
}
