//! Sorting, with one routine for every list. The standard library's sorts are made anew for each type and comparison,
//! some four kilobytes each time: in the browser they were a tenth of the program, and our lists are short.

use std::cmp::Ordering;

use crate::gather::Gather;

/// A share of a list that is few: putting so many in their places one by one is quicker than sorting all.
const FEW: usize = 16;

/// Sorts by `compare`; what it calls equal keeps its order.
pub fn by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    // One copy of what follows for every comparison.
    sorted(items, &mut compare);
}

fn sorted<T>(items: &mut [T], compare: &mut dyn FnMut(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let after = &mut |a: usize, b: usize| {
        let both = items.get(a).zip(items.get(b));
        both.is_some_and(|(a, b)| compare(a, b) == Ordering::Greater)
    };
    let order = merged(items.len(), after);
    moved(order, &mut |a, b| items.swap(a, b));
}

/// Each position takes what belongs there; what was there is carried along the cycle.
fn moved(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut here = start;
        loop {
            let from = std::mem::replace(&mut order[here], here);
            if from == start {
                break;
            }
            swap(here, from);
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

/// Sorts by a number, in four passes over its bytes (least first): for the long lists of hits.
pub fn by_number<T: Clone>(items: &mut Vec<T>, mut number: impl FnMut(&T) -> u32) {
    by_their_number(items, &mut number);
}

fn by_their_number<T: Clone>(items: &mut Vec<T>, number: &mut dyn FnMut(&T) -> u32) {
    let keys = numbered(items.len(), &mut |i| number(&items[i]));
    *items = taken(items, &keys);
}

/// The first `limit` of so many items when those of the lowest numbers come first; of equals the first.
pub fn lowest(count: u32, limit: usize, mut number: impl FnMut(u32) -> u32) -> Vec<u32> {
    lowest_of(count, limit, &mut number)
}

fn lowest_of(count: u32, limit: usize, number: &mut dyn FnMut(u32) -> u32) -> Vec<u32> {
    let mut first: Vec<(u32, u32)> = Vec::new();
    if limit >= count as usize / FEW {
        first = numbered(count as usize, &mut |i| number(i as u32));
        first.truncate(limit);
    } else if limit > 0 {
        // Most are not among the first: these stay sorted, and the last of them is what others are held against.
        let mut last = u32::MAX;
        for i in 0..count {
            let key = number(i);
            if first.len() < limit || key < last {
                let place = first.partition_point(|&(other, _)| other <= key);
                first.truncate(limit - 1);
                first.insert(place, (key, i));
                last = first.last().map_or(last, |&(key, _)| key);
            }
        }
    }
    first.iter().map(|&(_, i)| i).gather()
}

/// Leaves the `limit` items of the greatest values, sorted by `compare`, which puts greater values first.
pub fn most<T: Clone>(
    items: &mut Vec<T>,
    limit: usize,
    value: impl Fn(&T) -> f64,
    compare: impl FnMut(&T, &T) -> Ordering,
) {
    if limit < items.len() {
        // Only what may be among the first is compared.
        let first = greatest(items.len(), limit, &|i| value(&items[i]));
        *items = taken(items, &first);
    }
    by(items, compare);
    items.truncate(limit);
}

/// The items whose numbers are the second of each pair.
fn taken<T: Clone>(items: &[T], which: &[(u32, u32)]) -> Vec<T> {
    let mut taken = Vec::with_capacity(which.len());
    taken.extend(which.iter().map(|&(_, i)| items[i as usize].clone()));
    taken
}

/// The first `limit` of the items that have these values when the greatest come first, and those that equal the last.
fn greatest(count: usize, limit: usize, value: &dyn Fn(usize) -> f64) -> Vec<(u32, u32)> {
    // The bits of positive floats are in their order, those of negative ones against it.
    let mut keys = numbered(count, &mut |i| {
        let bits = (value(i) as f32).to_bits();
        if bits >> 31 == 0 { !(bits | 1 << 31) } else { bits }
    });
    let last = limit.checked_sub(1).and_then(|last| keys.get(last)).map_or(0, |key| key.0);
    let mut end = limit;
    while keys.get(end).is_some_and(|key| key.0 <= last) {
        end += 1;
    }
    keys.truncate(end);
    keys
}

/// The numbers of so many items, sorted, each with its item.
fn numbered(count: usize, number: &mut dyn FnMut(usize) -> u32) -> Vec<(u32, u32)> {
    let mut keys = Vec::with_capacity(count);
    for i in 0..count {
        keys.push((number(i), i as u32));
    }
    sort_numbers(&mut keys);
    keys
}

fn sort_numbers(keys: &mut Vec<(u32, u32)>) {
    let mut next = keys.clone();
    for shift in [0, 8, 16, 24] {
        let mut starts = [0_usize; 256];
        keys.iter().for_each(|key| starts[(key.0 >> shift & 255) as usize] += 1);
        if starts.contains(&keys.len()) {
            continue;
        }
        let mut start = 0;
        for count in &mut starts {
            start += std::mem::replace(count, start);
        }
        for &key in keys.iter() {
            let start = &mut starts[(key.0 >> shift & 255) as usize];
            next[*start] = key;
            *start += 1;
        }
        std::mem::swap(keys, &mut next);
    }
}

/// Sorts pairs of numbers, by the first, then the second.
pub fn pairs(items: &mut [(u32, u32)]) {
    let wide = items.iter().map(|&(first, second)| u64::from(first) << 32 | u64::from(second));
    let mut numbers = wide.gather();
    runs(&mut numbers);
    items.iter_mut().zip(numbers).for_each(|(item, number)| *item = ((number >> 32) as u32, number as u32));
}

/// Sorts pairs of numbers and leaves each once.
pub fn each_once(mut items: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    pairs(&mut items);
    items.dedup();
    items
}

/// Sorts numbers.
pub fn numbers(items: &mut [u32]) {
    let mut wide: Vec<u64> = items.iter().map(|&number| number.into()).gather();
    runs(&mut wide);
    items.iter_mut().zip(wide).for_each(|(item, number)| *item = number as u32);
}

/// Merges the runs that are there already, two by two: places of words come as a few sorted lists one after the other.
fn runs(items: &mut Vec<u64>) {
    let mut ends = (1..items.len()).filter(|&i| items[i - 1] > items[i]).gather();
    ends.push(items.len());
    let mut next = Vec::with_capacity(items.len());
    while ends.len() > 1 {
        next.clear();
        let mut start = 0;
        let mut merged = Vec::with_capacity(ends.len().div_ceil(2));
        for pair in ends.chunks(2) {
            let (mut left, middle, end) = (start, pair[0], *pair.last().unwrap_or(&start));
            let mut right = middle;
            while left < middle && right < end {
                let from = if items[right] < items[left] { &mut right } else { &mut left };
                next.push(items[*from]);
                *from += 1;
            }
            next.extend_from_slice(&items[left..middle]);
            next.extend_from_slice(&items[right..end]);
            merged.push(end);
            start = end;
        }
        std::mem::swap(items, &mut next);
        ends = merged;
    }
}

/// Which item comes at each position: a merge sort of positions, bottom up. `after` tells whether the first of two
/// must come after the second.
fn merged(count: usize, after: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    let mut order = (0..count).gather();
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
    use super::{by, by_key, by_number, lowest, most, natural, numbers, pairs};

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
            by_number(&mut ours, |pair| pair.0.wrapping_mul(0x0101_0107));
            theirs.sort_by_key(|pair| pair.0.wrapping_mul(0x0101_0107));
            assert_eq!(ours, theirs);
            by(&mut ours, |a, b| b.1.cmp(&a.1));
            theirs.sort_by_key(|pair| std::cmp::Reverse(pair.1));
            assert_eq!(ours, theirs);
            natural(&mut ours);
            theirs.sort();
            assert_eq!(ours, theirs);
            let numbered: Vec<u32> = ours.iter().map(|pair| pair.0 % 9).collect();
            let mut sorted: Vec<u32> = (0..count as u32).collect();
            sorted.sort_by_key(|&i| numbered[i as usize]);
            for limit in [0, 1, 5, 20, count] {
                let first = lowest(count as u32, limit, |i| numbered[i as usize]);
                assert_eq!(first, sorted[..limit.min(count)], "the first {limit} of {count}");
            }
            let mut floats: Vec<f64> = (0..count).map(|_| f64::from(draw() % 50) / 7.0 - 3.0).collect();
            let mut floats_theirs = floats.clone();
            floats_theirs.sort_by(|a, b| b.total_cmp(a));
            let limit = [0, 1, 5, count, usize::MAX][count % 5];
            most(&mut floats, limit, |&float| float, |a, b| b.total_cmp(a));
            assert_eq!(floats, floats_theirs[..limit.min(count)]);
            let mut plain: Vec<u32> =
                (0..count).map(|i| if count % 2 == 0 { draw() } else { (i % 7) as u32 }).collect();
            let mut two: Vec<(u32, u32)> = plain.iter().map(|&number| (number % 5, draw())).collect();
            let (mut plain_theirs, mut two_theirs) = (plain.clone(), two.clone());
            numbers(&mut plain);
            plain_theirs.sort();
            pairs(&mut two);
            two_theirs.sort();
            assert_eq!((plain, two), (plain_theirs, two_theirs));
        }
    }
}
