//! The address is a public format: what is printed reads back as the same, and nothing that is typed breaks it.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::Arc;

use proptest::prelude::*;
use soi::Corpus;
use soi::explore::Explorer;
use soi::filter::{Choice, Date, DateRange, Facet, Sort};
use soi::text::Span;
use soi_web::address::{Address, Lang, Order, Theme, View, Why};

fn dates() -> impl Strategy<Value = Option<DateRange>> {
    let date = (1000..=9999_u16, prop::option::of((1..=12_u8, prop::option::of(1..=28_u8))));
    let date = date.prop_map(|(year, month)| Date::new(year, month.map(|m| m.0), month.and_then(|m| m.1)));
    let end = prop_oneof![Just(None), date];
    (end.clone(), end).prop_map(|(from, to)| DateRange::new(from, to))
}

fn address() -> impl Strategy<Value = Address> {
    let text = prop_oneof![any::<String>(), "[ -~ạđĐữ\u{1f600}%+&=?#.;]{0,12}"];
    let choice = (prop::sample::select(Facet::ALL.to_vec()), text.clone(), any::<bool>());
    let choices = prop::collection::vec(choice, 0..6);
    let open = prop::option::of((
        text.clone(),
        prop::option::of(0..5_000_usize),
        prop::option::of((any::<u32>(), any::<u32>())),
    ));
    let sort = prop::option::of(prop::sample::select(Sort::ALL.to_vec()));
    let lang = prop::option::of(prop::sample::select(Lang::ALL.to_vec()));
    let theme = prop::option::of(prop::sample::select(Theme::ALL.to_vec()));
    let view = prop::option::of(prop::sample::select(View::BAR.to_vec()));
    let sort = (sort, dates());
    let more = (text.clone(), text.clone(), prop::option::of("-?[a-z_][a-z-]{0,8}"), any::<usize>(), any::<bool>());
    (text, choices, open, sort, lang, theme, view, more).prop_map(
        |(query, wanted, open, (sort, dates), lang, theme, other, (with, of, order, by, bare))| {
            let mut choices: Vec<Choice> = Vec::new();
            for (facet, value, exclude) in wanted {
                if !value.is_empty() && choices.iter().all(|c| c.facet != facet || c.value != value) {
                    choices.push(Choice { facet, value, exclude });
                }
            }
            let open = open.filter(|(report, ..)| !report.is_empty());
            let view = other.unwrap_or(if open.is_some() { View::Report } else { View::Reports });
            let by = view.modes().get(by % view.modes().len().max(1)).map(|by| (*by).to_owned());
            let given = |text: String| Some(text).filter(|text| !text.is_empty());
            let order = order.as_deref().and_then(Order::read);
            let (report, statement, at) = open.map_or((None, None, None), |(report, statement, at)| {
                let at = at.filter(|(start, end)| start < end).map(|(start, end)| Span::new(start, end));
                (Some(report), statement, at)
            });
            let (with, of) = (given(with), given(of));
            Address { view, query, choices, dates, sort, report, statement, at, with, by, of, order, bare, lang, theme }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_back_as_the_same(address in address()) {
        let printed = address.to_string();
        prop_assert!(printed.is_ascii() && printed.starts_with('?'));
        // A messenger that makes links of running text cuts these off the end, or stops at them.
        prop_assert!(!printed.contains([' ', '"', '<', '>', '#', ',', '.', ';', ':', '!', '\'', '(', ')']));
        let (back, dropped) = Address::parse(&printed);
        prop_assert_eq!(&dropped, &[]);
        prop_assert_eq!(&back, &address);
        // One address, one link.
        prop_assert_eq!(back.to_string(), printed);
    }

    #[test]
    fn any_text_reads_as_an_address_that_prints_and_reads_the_same(raw in any::<String>()) {
        let (address, _) = Address::parse(&raw);
        let (again, dropped) = Address::parse(&address.to_string());
        prop_assert_eq!(dropped, []);
        prop_assert_eq!(again, address);
    }

    #[test]
    fn choosing_twice_is_not_choosing(address in address(), value in "[a-zđ ]{1,6}", exclude: bool) {
        let once = address.toggled(Facet::Person, &value, exclude);
        let twice = once.toggled(Facet::Person, &value, exclude);
        let others = |a: &Address| {
            a.choices.iter().filter(|c| c.facet != Facet::Person || c.value != value).cloned().collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&once), others(&address));
        prop_assert_ne!(once.chosen(Facet::Person, &value), twice.chosen(Facet::Person, &value));
    }
}

#[test]
fn dates_narrow_every_view_until_they_are_cleared() {
    let range = |text: &str| DateRange::parse(text).expect("a range");
    let (year, half) = (range("2018"), range("2018-01..2018-06"));
    let narrowed = Address::default().within(year);
    assert_eq!(narrowed.to_string(), "?date=2018");
    assert!(narrowed.is_narrowed());
    assert_eq!(narrowed.selection().dates, Some(year));
    assert_eq!(narrowed.within(half).to_string(), "?date=2018-01%2E%2E2018-06");
    assert_eq!(narrowed.showing(View::Measures).dates, Some(year));
    assert_eq!(narrowed.opening("x", None).set().dates, Some(year));
    for back in [narrowed.within(year), narrowed.of_all_time(), narrowed.cleared()] {
        assert_eq!(back, Address::default());
    }
}

#[test]
fn the_examples_of_the_documentation_read_without_a_complaint() {
    let text = include_str!("../ADDRESS.md");
    let examples: Vec<&str> = text.lines().filter(|line| line.starts_with('?')).collect();
    assert!(examples.len() >= 5, "the document has examples");
    for example in examples {
        let (address, dropped) = Address::parse(example);
        assert_eq!(dropped, [], "{example}");
        assert_eq!(address.to_string(), example, "an example is in the form that the app prints");
    }
    for facet in Facet::ALL {
        assert!(text.contains(&format!("`{}`", facet.as_str())), "ADDRESS.md names {}", facet.as_str());
    }
}

#[test]
fn a_percent_sign_is_decoded_once() {
    let (address, _) = Address::parse("?q=67%2525+100%");
    assert_eq!(address.query, "67%25 100%");
}

#[test]
fn a_part_that_cannot_be_restored_is_named_and_the_rest_applies() {
    let cases = [
        ("?q=a&colour=red", "colour", Why::Unknown),
        ("?q=a&sort=best", "sort", Why::Malformed),
        ("?q=a&statement=0&report=x", "statement", Why::Malformed),
        ("?q=a&statement=2", "statement", Why::Malformed),
        ("?q=a&at=3-9", "at", Why::Malformed),
        ("?q=a&report=x&at=9-3", "at", Why::Malformed),
        ("?q=a&view=report", "view", Why::Malformed),
        ("?q=a&view=atlas", "view", Why::Malformed),
        ("?q=a&by=nothing", "by", Why::Malformed),
        ("?q=a&order=--", "order", Why::Malformed),
        ("?q=a&frame=gold", "frame", Why::Malformed),
        ("?q=a&lang=fr", "lang", Why::Malformed),
        ("?q=a&date=2018-13", "date", Why::Malformed),
        ("?q=a&date=2018&date=2019", "date", Why::Repeated),
        ("?q=a&q=b", "q", Why::Repeated),
        ("?q=a&year=2018&-year=2018", "-year", Why::Repeated),
        ("?q=a&year=", "year", Why::Malformed),
        ("?q=a&v=2", "v", Why::Newer),
        ("?q=a&v=x", "v", Why::Malformed),
    ];
    for (raw, name, why) in cases {
        let (address, dropped) = Address::parse(raw);
        assert_eq!(address.query, "a", "{raw}");
        let dropped: Vec<_> = dropped.iter().map(|part| (part.name.as_str(), part.why)).collect();
        assert_eq!(dropped, [(name, why)], "{raw}");
    }
}

#[test]
fn what_messengers_add_to_a_link_is_not_worth_a_notice() {
    for raw in ["?fbclid=abc", "?utm_source=zalo&zarsrc=31", "?v=1", "", "?", "?&&"] {
        assert_eq!(Address::parse(raw), (Address::default(), vec![]), "{raw}");
    }
}

#[test]
fn what_the_corpus_does_not_hold_is_taken_out() {
    let source = "Hội nghị sơ kết\n\nNgày 20/6/2018, Đảng bộ tổ chức hội nghị sơ kết. Kết quả tốt.\n";
    let explorer = Explorer::new(Arc::new(Corpus { reports: vec![soi::parse("one", source)] }));
    let settled = |raw: &str| {
        let mut address = Address::parse(raw).0;
        let dropped = address.settle(&explorer);
        (address.to_string(), dropped.into_iter().map(|part| (part.name, part.value)).collect::<Vec<_>>())
    };
    let pair = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
    assert_eq!(settled("?q=a&-person=Nobody&role=task"), ("?q=a&role=task".into(), pair("-person", "Nobody")));
    assert_eq!(settled("?q=a&report=two&statement=1"), ("?q=a".into(), pair("report", "two")));
    assert_eq!(settled("?report=one&statement=99"), ("?report=one".into(), pair("statement", "99")));
    assert_eq!(settled("?report=one&at=0-9999"), ("?report=one".into(), pair("at", "0-9999")));
    // Byte 2 is inside `ộ`.
    assert_eq!(settled("?report=one&at=0-2"), ("?report=one".into(), pair("at", "0-2")));
    assert_eq!(settled("?report=one&statement=1"), ("?report=one&statement=1".into(), vec![]));
}

/// A fixed sequence of numbers that look random (xorshift): a failure comes again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// Parameters that the format knows, those that trackers add, and some that nobody knows.
const NAMES: &[&str] = &[
    "view",
    "q",
    "date",
    "sort",
    "report",
    "statement",
    "at",
    "with",
    "by",
    "of",
    "order",
    "frame",
    "lang",
    "theme",
    "v",
    "corpus",
    "fbclid",
    "utm_source",
    "year",
    "-year",
    "person",
    "-person",
    "province",
    "__proto__",
    "constructor",
    "colour",
    "",
    "View",
    "--year",
    "q q",
];

/// Values: those that are right somewhere, those that nearly are, and those that nobody should send.
const VALUES: &[&str] = &[
    "",
    "report",
    "reports",
    "saved",
    "map",
    "words",
    "compare",
    "kiểm tra giám sát",
    "002_8e31a9386e71f985",
    "2018",
    "2018-01..2018-06",
    "..2018",
    "2018-13",
    "9999..1000",
    "newest",
    "relevance",
    "1",
    "0",
    "-1",
    "4294967296",
    "18446744073709551615",
    "99999999999999999999999999",
    "3-9",
    "3~9",
    "9-3",
    "0-4294967295",
    "on",
    "off",
    "vi",
    "en",
    "dark",
    "-name",
    "--",
    "name",
    "keyness",
    "all",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "\u{0}",
    "\u{202e}fdp.exe",
    "e\u{301}\u{301}\u{301}\u{301}",
    "\u{1f600}",
    "%",
    "%%%",
    "%2525",
    "&=?#",
    "../../etc/passwd",
    "\u{feff}\u{200b}",
    "ﷺ",
    "NaN",
    "1e9",
    "+",
    "\"'`",
];

/// Some encoding of a text that means the same: percent signs where they must be, and where they need not be.
fn encoded(text: &str, dice: &mut Dice, out: &mut String) {
    for byte in text.bytes() {
        if byte == b' ' && dice.below(2) == 0 {
            out.push('+');
        } else if byte.is_ascii_alphanumeric() && dice.below(8) > 0 {
            out.push(char::from(byte));
        } else if dice.below(2) == 0 {
            out.push_str(&format!("%{byte:02X}"));
        } else {
            out.push_str(&format!("%{byte:02x}"));
        }
    }
}

/// What is read prints to what reads the same, and nothing of that is dropped.
#[track_caller]
fn settled(raw: &str) -> (Address, Vec<soi_web::address::Dropped>) {
    let (address, dropped) = Address::parse(raw);
    let printed = address.to_string();
    let (again, more) = Address::parse(&printed);
    assert_eq!(more, [], "{raw:?} prints {printed:?}");
    assert_eq!(again, address, "{raw:?} prints {printed:?}");
    assert_eq!(again.to_string(), printed);
    (address, dropped)
}

#[test]
fn forty_thousand_built_addresses_lose_no_part_without_a_notice() {
    let mut dice = Dice(0x5011_2026);
    let mut lost = 0;
    for _ in 0..40_000 {
        let mut raw = String::from("?");
        let mut parts = Vec::new();
        for _ in 0..dice.below(7) {
            let (name, value) = (dice.pick(NAMES), dice.pick(VALUES));
            encoded(name, &mut dice, &mut raw);
            raw.push('=');
            encoded(value, &mut dice, &mut raw);
            raw.push('&');
            parts.push((name, value));
        }
        let (address, dropped) = settled(&raw);
        lost += dropped.len();
        let printed = address.to_string();
        for (name, value) in parts {
            let ignored = matches!(name, "corpus" | "fbclid" | "utm_source");
            let told = dropped.iter().any(|part| part.name == name);
            // What is as it is without being said: an empty search, the frame, a known version, a view that follows.
            let implied = matches!((name, value), ("q", "") | ("frame", "on") | ("v", "1"))
                || (name == "view" && address.view.as_str() == value)
                || address.by.is_none() && name == "by" && address.view.modes().first() == Some(&value);
            let mut kept = String::new();
            encoded(name, &mut Dice(1), &mut kept);
            let kept = printed
                .trim_start_matches('?')
                .split('&')
                .any(|part| part.split('=').next().is_some_and(|printed| printed == name || printed == kept));
            assert!(ignored || told || implied || kept, "{name}={value} of {raw:?}: {printed:?}, {dropped:?}");
        }
    }
    assert!(lost > 10_000, "most are wrong somewhere: {lost}");
}

#[test]
fn sixty_thousand_damaged_addresses_are_read() {
    let mut dice = Dice(0x2026_5011);
    let seeds: Vec<String> = include_str!("../ADDRESS.md")
        .lines()
        .filter(|line| line.starts_with('?'))
        .map(str::to_owned)
        .chain(VALUES.iter().map(|value| format!("?q={value}&report={value}&at={value}&person={value}")))
        .collect();
    for round in 0..60_000 {
        let mut bytes = seeds[dice.below(seeds.len())].clone().into_bytes();
        if round % 5 == 0 {
            bytes = (0..dice.below(60)).map(|_| u8::try_from(dice.below(256)).expect("a byte")).collect();
        }
        for _ in 0..1 + dice.below(6) {
            let at = dice.below(bytes.len() + 1);
            match dice.below(7) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, u8::try_from(dice.below(256)).expect("a byte")),
                2 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
                3 => drop(bytes.splice(at..at, b"%".iter().copied().cycle().take(1 + dice.below(3)))),
                4 => {
                    let name = dice.pick(NAMES);
                    drop(bytes.splice(at..at, [b"&", name.as_bytes(), b"="].concat()));
                }
                5 => {
                    let value = dice.pick(VALUES);
                    drop(bytes.splice(at..at, value.bytes()));
                }
                _ => {
                    // A part many times over: values as long as no person types them.
                    let part = bytes[at.saturating_sub(12)..at].to_vec();
                    let times = if dice.below(400) == 0 { 20_000 } else { dice.below(9) };
                    drop(bytes.splice(at..at, part.repeat(times)));
                }
            }
        }
        settled(&String::from_utf8_lossy(&bytes));
    }
}
