//! The looks that can be computed: colours live in one file, stand out, and stay apart for colour-blind readers.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;

/// Two themes, light first.
const PAPER: &str = "paper";

fn sheets() -> Vec<(String, String)> {
    let mut sheets: Vec<(String, String)> = fs::read_dir("style")
        .expect("style/ is beside Cargo.toml")
        .map(|entry| entry.expect("readable").path())
        // The icon is a picture with colours of its own.
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .map(|path| {
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("UTF-8"))
        })
        .collect();
    sheets.sort();
    sheets
}

/// The custom properties of tokens.css whose value is `light-dark(#rrggbb, #rrggbb)`.
fn tones() -> BTreeMap<String, [[f64; 3]; 2]> {
    let css = fs::read_to_string("style/tokens.css").expect("tokens.css");
    let mut tones = BTreeMap::new();
    for line in css.lines() {
        let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(": light-dark("))
        else {
            continue;
        };
        let pair = value.trim_end_matches(");").split(", ").map(linear).collect::<Vec<_>>();
        tones.insert(name.to_owned(), pair.try_into().unwrap_or_else(|_| panic!("{name} has two tones")));
    }
    tones
}

fn linear(hex: &str) -> [f64; 3] {
    let part = |at: usize| {
        let byte = u8::from_str_radix(&hex[at..at + 2], 16).unwrap_or_else(|_| panic!("{hex} is a colour"));
        let value = f64::from(byte) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    [part(1), part(3), part(5)]
}

/// WCAG 2 contrast.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let light = |c: [f64; 3]| 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] + 0.05;
    let (a, b) = (light(a), light(b));
    a.max(b) / a.min(b)
}

fn oklab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

/// How the colour-blind see: Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("typical", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

fn seen(colour: [f64; 3], eye: &[[f64; 3]; 3]) -> [f64; 3] {
    oklab(eye.map(|row| row.iter().zip(colour).map(|(k, c)| k * c).sum::<f64>().clamp(0.0, 1.0)))
}

#[test]
fn colours_are_written_in_one_file() {
    const FUNCTIONS: [&str; 9] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch(", "light-dark("];
    for (name, css) in sheets() {
        if name == "tokens.css" {
            continue;
        }
        for (i, line) in css.lines().enumerate() {
            let literal = line.match_indices('#').any(|(at, _)| {
                let run = line[at + 1..].bytes().take_while(u8::is_ascii_hexdigit).count();
                let ends =
                    !line[at + 1 + run..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
                matches!(run, 3 | 4 | 6 | 8) && ends
            });
            let call = FUNCTIONS.iter().any(|function| {
                line.match_indices(function).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_ascii_alphanumeric()))
            });
            assert!(!literal && !call, "style/{name}:{}: a colour outside tokens.css", i + 1);
        }
    }
}

#[test]
fn every_sheet_is_in_the_page_and_in_a_layer() {
    let page = fs::read_to_string("index.html").expect("index.html");
    for (name, css) in sheets() {
        assert!(page.contains(&format!("href=\"style/{name}\"")), "index.html does not list style/{name}");
        assert!(css.contains("@layer "), "style/{name} is outside the layers");
    }
    let tokens = page.find("style/tokens.css").expect("listed");
    assert!(
        page.match_indices("style/").all(|(at, _)| at >= tokens),
        "tokens.css orders the layers, so it comes first"
    );
}

#[test]
fn text_and_marks_stand_out_from_the_paper() {
    let tones = tones();
    let check = |name: &str, against: &str, least: f64| {
        for theme in [0, 1] {
            let got = contrast(tones[name][theme], tones[against][theme]);
            assert!(got >= least, "{name} on {against}, theme {theme}: {got:.2} < {least}");
        }
    };
    check("ink", PAPER, 7.0);
    check("ink", "raised", 7.0);
    check("ink", "marker", 4.5);
    check("accent", PAPER, 4.5);
    check("accent", "raised", 4.5);
    // Marks, not text: 3 is what WCAG 1.4.11 asks. A sentence without a role is marked by its absence.
    for name in tones.keys().filter(|name| name.starts_with("kind-") || name.starts_with("role-")) {
        check(name, PAPER, if name == "role-other" { 2.0 } else { 3.0 });
    }
}

#[test]
fn kinds_and_roles_stay_apart_for_every_eye() {
    let tones = tones();
    for group in ["kind-", "role-"] {
        let names: Vec<&String> = tones.keys().filter(|name| name.starts_with(group)).collect();
        assert!(names.len() >= 5, "{group} has tones");
        for theme in [0, 1] {
            for (eye, matrix) in &EYES {
                for (i, a) in names.iter().enumerate() {
                    for b in &names[i + 1..] {
                        let (p, q) = (seen(tones[*a][theme], matrix), seen(tones[*b][theme], matrix));
                        let apart = p.iter().zip(q).map(|(p, q)| (p - q).powi(2)).sum::<f64>().sqrt();
                        // Twice what neighbours in a legend need (0.04, about four just noticeable differences).
                        assert!(apart >= 0.09, "{a} and {b}, theme {theme}, {eye}: {apart:.3}");
                    }
                }
            }
        }
    }
}
