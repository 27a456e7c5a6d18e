//! Nodes around a ring, in rows: no name lies on another, and equal networks look equal.

/// Where a node stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// From the left.
    pub x: f64,
    /// From the top; no two of a side share a row.
    pub y: f64,
    /// Whether it is on the left half, where names end at the node.
    pub left: bool,
}

/// Places of `count` nodes in a box: clockwise from the top, rows of `row` pixels, `side` pixels kept free for names.
pub fn ring(count: usize, width: f64, row: f64, side: f64) -> Vec<Place> {
    let right = count.div_ceil(2);
    let rows = right.max(1) as f64;
    let across = (width / 2.0 - side).max(20.0);
    (0..count)
        .map(|i| {
            let left = i >= right;
            let line = if left { count - 1 - i } else { i } as f64;
            let y = (line + 0.5) * row;
            // Height on the ring from -1 to 1; its top and bottom are kept open so that the halves stay apart.
            let height = (2.0 * (line + 0.5) / rows - 1.0).clamp(-1.0, 1.0);
            let out = across * (1.0 - height * height * 0.85).sqrt();
            Place { x: width / 2.0 + if left { -out } else { out }, y, left }
        })
        .collect()
}

/// The curve between two places: its ends and the points that bend it, as `x` and `y` of start, bend, bend, end. It
/// leaves each node inwards; the further apart two of a side, the further in.
pub fn tie(a: Place, b: Place, width: f64) -> [f64; 8] {
    let inward = if a.left == b.left {
        let nearest = (width / 2.0 - a.x).abs().min((width / 2.0 - b.x).abs());
        (16.0 + (a.y - b.y).abs() * 0.45).min(nearest + width * 0.12)
    } else {
        (a.x - b.x).abs() / 2.0
    };
    let bend = |place: Place| if place.left { place.x + inward } else { place.x - inward };
    [a.x, a.y, bend(a), a.y, bend(b), b.y, b.x, b.y]
}

/// The height of the box of [`ring`].
pub fn height(count: usize, row: f64) -> f64 {
    count.div_ceil(2) as f64 * row
}

/// An order of `count` nodes around the ring in which ties `(a, b, weight)` are short: neighbours change places as long
/// as that helps. Gives the nodes in their order.
pub fn arrange(count: usize, ties: &[(usize, usize, usize)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut place: Vec<usize> = (0..count).collect();
    let mut near: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    for &(a, b, weight) in ties {
        if a < count && b < count && a != b {
            near[a].push((b, weight));
            near[b].push((a, weight));
        }
    }
    let distance = |a: usize, b: usize| {
        let apart = a.abs_diff(b);
        apart.min(count - apart)
    };
    for _ in 0..60 {
        let mut better = false;
        for i in 0..count {
            for step in [1, 2, 5] {
                let j = (i + step) % count;
                let (a, b) = (order[i], order[j]);
                let cost = |place: &[usize]| -> usize {
                    let of = |node: usize| {
                        near[node]
                            .iter()
                            .map(|&(other, weight)| weight * distance(place[node], place[other]))
                            .sum::<usize>()
                    };
                    of(a) + of(b)
                };
                let before = cost(&place);
                place.swap(a, b);
                if cost(&place) < before {
                    order.swap(i, j);
                    better = true;
                } else {
                    place.swap(a, b);
                }
            }
        }
        if !better {
            break;
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_node_has_a_row_of_its_own_on_its_side() {
        for count in [0, 1, 2, 7, 40] {
            let places = ring(count, 800.0, 24.0, 200.0);
            assert_eq!(places.len(), count);
            for side in [false, true] {
                let mut rows: Vec<f64> = places.iter().filter(|p| p.left == side).map(|p| p.y).collect();
                rows.sort_by(f64::total_cmp);
                assert!(rows.windows(2).all(|pair| pair[1] - pair[0] >= 24.0));
            }
            assert!(places.iter().all(|p| (0.0..=800.0).contains(&p.x) && p.y < height(count, 24.0)));
        }
    }

    #[test]
    fn ties_bend_inwards() {
        let places = ring(8, 800.0, 24.0, 200.0);
        for (a, b) in [(0, 3), (4, 7), (1, 6)] {
            let [ax, _, bend_a, _, bend_b, _, bx, _] = tie(places[a], places[b], 800.0);
            assert!((bend_a - 400.0).abs() < (ax - 400.0).abs() + 96.0 && (ax < 400.0) == (bend_a > ax));
            assert!((bx < 400.0) == (bend_b > bx));
        }
    }

    #[test]
    fn what_is_tied_comes_together() {
        let ties = [(0, 3, 5), (1, 4, 5), (2, 5, 5)];
        let order = arrange(6, &ties);
        let at = |node: usize| order.iter().position(|&other| other == node).unwrap_or_default();
        for (a, b, _) in ties {
            let apart = at(a).abs_diff(at(b));
            assert_eq!(apart.min(6 - apart), 1, "{order:?}");
        }
        assert_eq!(order, arrange(6, &ties));
        assert_eq!(arrange(0, &[]), Vec::<usize>::new());
    }
}
