//! Sorting in the order of the text. One sort for every list of facts: the standard library's, compiled anew for each
//! type, is two kilobytes of the page each time.

/// Sorts by a number, equal ones in the order that they had.
pub(crate) fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let keys = items.iter().map(key).collect();
    // Where each item goes.
    let mut to = places(keys);
    for i in 0..items.len() {
        while let Some(&there) = to.get(i).filter(|there| **there != i && **there < items.len()) {
            items.swap(i, there);
            to.swap(i, there);
        }
    }
}

/// Two numbers as one, the first before the second.
pub(crate) fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

fn places(keys: Vec<u64>) -> Vec<usize> {
    let mut from: Vec<usize> = (0..keys.len()).collect();
    let mut merged = Vec::with_capacity(keys.len());
    // Runs in order are merged two by two: a small loop, where the standard library brings three sorts.
    let mut run = 1;
    while run < from.len() {
        merged.clear();
        for pair in from.chunks(2 * run) {
            let (mut one, mut two) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            while let (Some((&a, rest)), Some((&b, later))) = (one.split_first(), two.split_first()) {
                if keys.get(a) <= keys.get(b) {
                    merged.push(a);
                    one = rest;
                } else {
                    merged.push(b);
                    two = later;
                }
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(two);
        }
        std::mem::swap(&mut from, &mut merged);
        run *= 2;
    }
    let mut to = vec![0; from.len()];
    for (place, &i) in from.iter().enumerate() {
        if let Some(to) = to.get_mut(i) {
            *to = place;
        }
    }
    to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_stable_sort_of_the_standard_library() {
        let mut seed: u32 = 7;
        for length in 0..200 {
            let mut items: Vec<(u64, usize)> = (0..length)
                .map(|i| {
                    seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                    (u64::from(seed >> 16) % 17, i)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            by_key(&mut items, |item| item.0);
            assert_eq!(items, expected);
        }
        assert!(pair(1, u32::MAX) < pair(2, 0));
    }
}
