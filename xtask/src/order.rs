//! The order of a wasm's functions. The compression of a transfer finds again what stood a little before with fewer bits
//! than what stood far away, so functions that are alike follow one another: the first visit is 3 % lighter for it.
//! wasm-opt moves functions by their names (`--reorder-functions-by-name`) and so each gets its place for a name.

use crate::step::Outcome;
use crate::wasm::{self, Bytes, CODE, CUSTOM, IMPORTS, put, put_part};
use std::collections::BTreeMap;

/// How many bytes in a row two functions must share; with 3 or 5 the pages of Soi come out half a kilobyte heavier.
const RUN: usize = 4;
/// A run that so many functions have tells nothing about two of them.
const COMMON: usize = 400;
/// Runs added to the length of every function: without them a tiny one would be like everything.
const TINY: usize = 20;

/// The wasm with names that sort as its functions should stand, and no other custom sections.
///
/// # Errors
/// If it is no wasm, or imports anything but functions.
pub fn named_by_likeness(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let sections = wasm::sections(wasm)?;
    let part = |wanted: u8| sections.iter().find(|(id, _)| *id == wanted).map_or(&[0][..], |(_, body)| body);
    let imported = imported(part(IMPORTS))?;
    let mut code = Bytes(part(CODE));
    let count = code.number()?;
    let bodies = (0..count).map(|_| code.part()).collect::<Outcome<Vec<_>>>()?;
    let mut names = Vec::new();
    put(&mut names, count);
    for (function, place) in (imported..).zip(places(&by_likeness(&bodies))) {
        put(&mut names, function);
        put_part(&mut names, format!("{place:08}").as_bytes());
    }
    let mut out = wasm::HEAD.to_vec();
    for (id, body) in sections {
        if id != CUSTOM {
            out.push(id);
            put_part(&mut out, body);
        }
    }
    let mut section = Vec::new();
    put_part(&mut section, b"name");
    // Its part with the names of functions.
    section.push(1);
    put_part(&mut section, &names);
    out.push(CUSTOM);
    put_part(&mut out, &section);
    Ok(out)
}

/// How many functions a wasm imports: they are counted first.
fn imported(section: &[u8]) -> Outcome<u32> {
    let mut section = Bytes(section);
    let count = section.number()?;
    for _ in 0..count {
        section.part()?;
        section.part()?;
        let kind = section.byte()?;
        if kind != 0 {
            return Err(format!("an import of kind {kind}"));
        }
        section.number()?;
    }
    Ok(count)
}

/// The numbers of the bodies, the longest first, each followed by the one of the rest that has most of its own runs of
/// bytes from it; where none has any, by the longest.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let mut with: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (function, body) in bodies.iter().enumerate() {
        for run in body.windows(RUN) {
            let with = with.entry(run).or_default();
            if with.last() != Some(&function) {
                with.push(function);
            }
        }
    }
    let mut runs = vec![0; bodies.len()];
    // Per function, the functions of each of its telling runs.
    let mut neighbours: Vec<Vec<&[usize]>> = vec![Vec::new(); bodies.len()];
    for functions in with.values() {
        for &function in functions {
            runs[function] += 1;
            if (2..=COMMON).contains(&functions.len()) {
                neighbours[function].push(functions);
            }
        }
    }
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by_key(|&function| bodies[function].len());
    let mut placed = vec![false; bodies.len()];
    let mut shared = vec![0_usize; bodies.len()];
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = None;
    loop {
        let Some(function) = next.take().or_else(|| {
            while left.pop_if(|function| placed[*function]).is_some() {}
            left.pop()
        }) else {
            return order;
        };
        placed[function] = true;
        order.push(function);
        let mut touched = Vec::new();
        for &other in neighbours[function].iter().copied().flatten().filter(|other| !placed[**other]) {
            if shared[other] == 0 {
                touched.push(other);
            }
            shared[other] += 1;
        }
        // As fractions, without rounding; of equals, the first.
        let likeness = |other: usize| (shared[other] as u64, (runs[other] + TINY) as u64);
        next = touched.iter().copied().reduce(|best, other| {
            let ((a, all_a), (b, all_b)) = (likeness(best), likeness(other));
            match (a * all_b).cmp(&(b * all_a)) {
                std::cmp::Ordering::Less => other,
                std::cmp::Ordering::Equal => best.min(other),
                std::cmp::Ordering::Greater => best,
            }
        });
        for other in touched {
            shared[other] = 0;
        }
    }
}

/// Where each number stands in the order.
fn places(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (place, &function) in order.iter().enumerate() {
        places[function] = place;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_alike_follow_one_another() {
        let long: Vec<u8> = (0..60).collect();
        let other: Vec<u8> = (100..150).collect();
        let bodies: [&[u8]; 6] = [&other[5..40], &long[10..50], &[], &other, &long, &long[20..45]];
        assert_eq!(by_likeness(&bodies), [4, 1, 5, 3, 0, 2]);
    }

    #[test]
    fn names_are_given_after_the_imports() {
        let mut wasm = wasm::HEAD.to_vec();
        let mut imports = vec![1];
        put_part(&mut imports, b"m");
        put_part(&mut imports, b"f");
        imports.extend([0, 0]);
        let code = [2, 2, 0, 0x0b, 4, 0, 0x41, 0, 0x0b];
        for (id, body) in [(IMPORTS, &imports[..]), (CODE, &code), (CUSTOM, b"\x04name")] {
            wasm.push(id);
            put_part(&mut wasm, body);
        }
        let named = named_by_likeness(&wasm).expect("a wasm");
        let sections = wasm::sections(&named).expect("a wasm");
        let ids: Vec<u8> = sections.iter().map(|(id, _)| *id).collect();
        assert_eq!(ids, [IMPORTS, CODE, CUSTOM]);
        assert_eq!(sections[2].1, b"\x04name\x01\x15\x02\x01\x0800000001\x02\x0800000000");
        assert!(named_by_likeness(&wasm[..wasm.len() - 1]).is_err());
    }
}
