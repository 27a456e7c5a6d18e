//! What holds of `parse` on every text: it never fails, every quote is in its place, and the encoding of a page
//! changes no fact.

use std::fs;
use std::path::Path;

use serde_json::Value;
use soi::text::{Letter, Shape, Tone};

fn seeds() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut out: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the seeds")
        .map(|entry| {
            let path = entry.expect("a file").path();
            let id = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (id, fs::read_to_string(path).expect("UTF-8"))
        })
        .collect();
    out.sort();
    out
}

fn parse(source: &str) -> Value {
    serde_json::from_str(&soi::parse("p", source).to_json()).expect("JSON")
}

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

/// Calls `each` on every object that is a quote.
fn quotes(value: &mut Value, each: &mut dyn FnMut(&mut serde_json::Map<String, Value>)) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("at") {
                each(fields);
            }
            fields.values_mut().for_each(|value| quotes(value, each));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| quotes(value, each)),
        _ => {}
    }
}

fn range(fields: &serde_json::Map<String, Value>) -> (usize, usize) {
    let at = |i: usize| fields["at"][i].as_u64().expect("an offset") as usize;
    (at(0), at(1))
}

#[track_caller]
fn spans_hold(source: &str) {
    quotes(&mut parse(source), &mut |fields| {
        let (start, end) = range(fields);
        assert!(start < end, "{fields:?} in {source:?}");
        assert_eq!(source.get(start..end), fields["quote"].as_str(), "{source:?}");
    });
}

#[test]
fn any_string_gives_a_report_whose_quotes_are_in_place() {
    const PIECES: &[&str] = &[
        "Đảng bộ",
        "Đảng ủy Khối",
        " đồng chí ",
        "Nguyễn Văn A",
        "\n",
        "\r\n",
        "\u{a0}",
        " ",
        ".",
        ",",
        ":",
        ";",
        "(",
        ")",
        "“",
        "”",
        "\"",
        "…",
        "...",
        "-",
        "–",
        "/",
        "%",
        "5",
        "2.397",
        "67,77",
        "2017",
        "20/6",
        "31-10",
        "17.07.2017",
        "ngày ",
        "tháng ",
        "năm ",
        "quý III ",
        "nhiệm kỳ ",
        "2015-2020",
        "Chỉ thị số ",
        "05-CT/TW",
        "Nghị quyết ",
        "hội nghị ",
        "sơ kết ",
        "tại ",
        "tỉnh ",
        "TP.",
        "phường ",
        "huyện ",
        "Sóc Trăng",
        "kết nạp ",
        "đạt ",
        "trên ",
        "đảng viên",
        "Ảnh: ",
        "Theo ",
        "TTXVN",
        "lượt xem",
        "Các tin khác",
        "e\u{302}\u{301}",
        "\u{301}",
        "\u{feff}",
        "\u{200b}",
        "\u{d0}",
        "a",
        "Z",
        "ß",
        "İ",
        "中",
        "🙂",
        "\0",
        "1/",
        "/2",
        "thứ ",
        "lần thứ V",
        "T.",
        "Ư",
        "số ",
        "và ",
        "Uỷ ban",
        "UBND ",
        "phát biểu",
        "chủ trì ",
        "từ ",
        "đến ",
        "gồm ",
        "HĐND",
        "khóa XII",
        "\t",
        "6 tháng đầu ",
    ];
    let mut dice = Dice(0x5e_ed_50_1a);
    for _ in 0..400 {
        let length = dice.below(40);
        let source: String = (0..length).map(|_| PIECES[dice.below(PIECES.len())]).collect();
        spans_hold(&source);
    }
}

/// A rule that looks at the next word must find that there is none: `… – Bí thư Đảng ủy`, and the page ends.
#[test]
fn a_page_may_end_after_any_word() {
    for (_, source) in seeds() {
        let ends = source.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(end, _)| end);
        for end in ends {
            assert_eq!(&*soi::parse("cut", &source[..end]).source, &source[..end]);
        }
    }
}

#[test]
fn any_cut_of_a_page_gives_a_report_whose_quotes_are_in_place() {
    let mut dice = Dice(0x0b_ad_ca_fe);
    for (_, seed) in seeds() {
        let ends: Vec<usize> = seed.char_indices().map(|(at, _)| at).collect();
        for _ in 0..4 {
            let (a, b) = (ends[dice.below(ends.len())], ends[dice.below(ends.len())]);
            spans_hold(&seed[a.min(b)..a.max(b)]);
        }
    }
}

/// A page in another encoding gives the same facts at the places that correspond.
#[track_caller]
fn same_facts(seed: &str, prefix: &str, encode: impl Fn(char) -> String) {
    // Where each byte of the seed stands in the variant.
    let mut variant = prefix.to_owned();
    let mut places = vec![0; seed.len() + 1];
    for (at, c) in seed.char_indices() {
        places[at] = variant.len();
        variant.push_str(&encode(c));
    }
    places[seed.len()] = variant.len();
    let mut expected = parse(seed);
    quotes(&mut expected, &mut |fields| {
        let (start, end) = range(fields);
        let (start, end) = (places[start], places[end]);
        fields["at"] = serde_json::json!([start, end]);
        fields["quote"] = variant[start..end].into();
    });
    let found = parse(&variant);
    for (key, value) in expected.as_object().expect("a report") {
        let (mut wanted, mut got) = (value.clone(), found[key].clone());
        // An invisible character beside a quote belongs to neither side.
        for value in [&mut wanted, &mut got] {
            quotes(value, &mut |fields| {
                let (start, end) = range(fields);
                let quote = &variant[start..end];
                let inner = quote.trim_matches('\u{200b}');
                let start = start + (quote.len() - quote.trim_start_matches('\u{200b}').len());
                fields["at"] = serde_json::json!([start, start + inner.len()]);
                fields["quote"] = inner.into();
            });
        }
        assert_eq!(got, wanted, "{key}");
    }
}

/// A letter taken apart, its marks in one of the orders that Unicode allows.
fn decomposed(c: char) -> String {
    let Some(letter) = Letter::of(c) else { return c.to_string() };
    let mut out = letter.base.to_string();
    let shape = match letter.shape {
        Shape::Plain => None,
        Shape::Circumflex => Some('\u{302}'),
        Shape::Breve => Some('\u{306}'),
        Shape::Horn => Some('\u{31b}'),
    };
    let tone = match letter.tone {
        Tone::Level => None,
        Tone::Grave => Some('\u{300}'),
        Tone::Acute => Some('\u{301}'),
        Tone::Hook => Some('\u{309}'),
        Tone::Tilde => Some('\u{303}'),
        Tone::Dot => Some('\u{323}'),
    };
    // The dot below sorts before the circumflex in NFD.
    if tone == Some('\u{323}') && shape != Some('\u{31b}') {
        out.extend(tone);
        out.extend(shape);
    } else {
        out.extend(shape);
        out.extend(tone);
    }
    out
}

#[test]
fn the_encoding_of_a_page_changes_no_fact() {
    for (_, seed) in seeds() {
        same_facts(&seed, "\u{feff}", |c| c.to_string());
        same_facts(&seed, "", |c| if c == '\n' { "\r\n".to_owned() } else { c.to_string() });
        same_facts(&seed, "", decomposed);
        same_facts(&seed, "", |c| if c == 'Đ' { "\u{d0}".to_owned() } else { c.to_string() });
        same_facts(&seed, "", |c| if c == ' ' { "\u{a0}".to_owned() } else { c.to_string() });
        same_facts(&seed, "", |c| if c == 'n' { "n\u{200b}".to_owned() } else { c.to_string() });
    }
}
