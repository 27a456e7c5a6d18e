//! The app's icons: PNGs drawn from the one SVG. It is ours and has two shapes, so it is read by plain scanning.

use crate::step::Outcome;
use miniz_oxide::deflate::compress_to_vec_zlib;

/// What is behind the picture where a system cuts it to a shape of its own.
const PAPER: [u8; 3] = [0xfb, 0xf9, 0xf4];
/// Side of the SVG's view box.
const BOX: f64 = 32.0;
/// How many points a pixel is sampled at, along each side.
const SAMPLES: u32 = 4;

/// One stroke of the picture.
enum Shape {
    Ring { at: (f64, f64), radius: f64 },
    Line { from: (f64, f64), to: (f64, f64) },
}

struct Stroke {
    shape: Shape,
    width: f64,
    colour: [u8; 3],
}

impl Stroke {
    /// Whether the ink covers the point.
    fn covers(&self, x: f64, y: f64) -> bool {
        let half = self.width / 2.0;
        match self.shape {
            Shape::Ring { at, radius } => ((x - at.0).hypot(y - at.1) - radius).abs() <= half,
            Shape::Line { from, to } => {
                let (dx, dy) = (to.0 - from.0, to.1 - from.1);
                let length = dx.hypot(dy);
                let along = ((x - from.0) * dx + (y - from.1) * dy) / length;
                let beside = ((x - from.0) * dy - (y - from.1) * dx).abs() / length;
                (0.0..=length).contains(&along) && beside <= half
            }
        }
    }
}

fn strokes(svg: &str) -> Outcome<Vec<Stroke>> {
    let mut out = Vec::new();
    for tag in svg.split('<').filter(|tag| tag.starts_with("circle ") || tag.starts_with("line ")) {
        let text = |name: &str| {
            let start = tag.find(&format!(" {name}=\"")).map(|at| at + name.len() + 3);
            start.and_then(|at| tag[at..].split('"').next()).ok_or_else(|| format!("the icon: no {name} in <{tag}"))
        };
        let number = |name: &str| text(name)?.parse::<f64>().map_err(|error| format!("the icon: {name}: {error}"));
        let shape = if tag.starts_with("circle") {
            Shape::Ring { at: (number("cx")?, number("cy")?), radius: number("r")? }
        } else {
            Shape::Line { from: (number("x1")?, number("y1")?), to: (number("x2")?, number("y2")?) }
        };
        let colour = u32::from_str_radix(text("stroke")?.trim_start_matches('#'), 16).map_err(|e| e.to_string())?;
        let [_, red, green, blue] = colour.to_be_bytes();
        out.push(Stroke { shape, width: number("stroke-width")?, colour: [red, green, blue] });
    }
    if out.is_empty() { Err("the icon has no shape".into()) } else { Ok(out) }
}

/// The picture of `svg` as a square PNG. `cut` is for systems that cut a shape out of it: paper to the edges, and the
/// picture in the middle four fifths, which every shape leaves.
pub fn png(svg: &str, side: u32, cut: bool) -> Outcome<Vec<u8>> {
    let strokes = strokes(svg)?;
    let scale = if cut { 0.62 } else { 1.0 };
    let points = SAMPLES * SAMPLES;
    let mut rows = Vec::new();
    for y in 0..side {
        // Each row of a PNG begins with its filter: none.
        rows.push(0);
        for x in 0..side {
            let mut sum = [0_u32; 4];
            for point in 0..points {
                let place = |pixel: u32, sample: u32| {
                    let share = (f64::from(pixel) + (f64::from(sample) + 0.5) / f64::from(SAMPLES)) / f64::from(side);
                    ((share - 0.5) / scale + 0.5) * BOX
                };
                let (x, y) = (place(x, point % SAMPLES), place(y, point / SAMPLES));
                let ink = strokes.iter().rev().find(|stroke| stroke.covers(x, y)).map(|stroke| stroke.colour);
                if let Some(colour) = ink.or(cut.then_some(PAPER)) {
                    sum[3] += 255;
                    for (sum, part) in sum.iter_mut().zip(colour) {
                        *sum += u32::from(part);
                    }
                }
            }
            let inked = (sum[3] / 255).max(1);
            for part in [sum[0] / inked, sum[1] / inked, sum[2] / inked, sum[3] / points] {
                rows.push(u8::try_from(part).unwrap_or(u8::MAX));
            }
        }
    }
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let side = side.to_be_bytes();
    chunk(&mut out, b"IHDR", &[&side[..], &side, &[8, 6, 0, 0, 0]].concat());
    chunk(&mut out, b"IDAT", &compress_to_vec_zlib(&rows, 9));
    chunk(&mut out, b"IEND", &[]);
    Ok(out)
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], body: &[u8]) {
    let whole = [&kind[..], body].concat();
    out.extend(u32::try_from(body.len()).unwrap_or(0).to_be_bytes());
    out.extend(&whole);
    out.extend(crc(&whole).to_be_bytes());
}

/// CRC-32 of PNG.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    })
}

#[cfg(test)]
mod tests {
    use super::{crc, png};

    const ICON: &str = include_str!("../../style/icon.svg");

    #[test]
    fn an_icon_is_a_png_of_its_size_and_the_cut_one_has_no_hole() {
        // `printf IEND | crc32`
        assert_eq!(crc(b"IEND"), 0xae42_6082);
        for (side, cut) in [(48, false), (48, true)] {
            let bytes = png(ICON, side, cut).expect("our icon");
            assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes[16..24] == [0, 0, 0, 48, 0, 0, 0, 48]);
            let start = bytes.windows(4).position(|w| w == b"IDAT").expect("a picture") + 4;
            let rows = miniz_oxide::inflate::decompress_to_vec_zlib(&bytes[start..bytes.len() - 16]).expect("whole");
            assert_eq!(rows.len(), 48 * (48 * 4 + 1));
            assert_eq!(rows[4] == 255, cut, "the corner is paper where it is cut");
            assert!(rows.chunks(193).any(|row| row[1..].chunks(4).any(|p| p == [0xa3, 0x34, 0x1f, 255])), "ink");
        }
        assert!(png("<svg/>", 8, false).is_err());
    }
}
