use super::*;
use crate::concordance::Order;
use crate::filter::DateRange;
use crate::query::QueryErrorKind;
use crate::report::Role;

fn explorer(pages: &[&str]) -> Explorer {
    let reports = pages.iter().enumerate().map(|(i, page)| crate::parse(&format!("r{i}"), page)).collect();
    Explorer::new(Arc::new(Corpus { reports }))
}

fn ids(explorer: &Explorer, query: &str) -> Vec<u32> {
    let selection = Selection { query: query.to_owned(), ..Selection::default() };
    explorer.answer(&selection).hits.iter().map(|hit| hit.report.0).collect()
}

const PAGES: [&str; 4] = [
    "Hội nghị sơ kết công tác đảng\nNgày 11/7, Đảng bộ Khối các cơ quan tỉnh họp. Toàn Đảng bộ kết nạp 30 đảng viên.",
    "Tin trong tỉnh\nCác dạng bộ máy mới đang vận hành. Khối lượng công việc tăng. Đảng uỷ họp với bộ phận liên quan.",
    "Đảng bộ huyện họp\nKhối công việc lớn. Mười bộ hồ sơ dâng lên cấp trên. Đồng chí dự họp, ngày mai tổng kết.",
    "Không liên quan\nMột trang khác hẳn. Nó dài hơn một câu.",
];

#[test]
fn tones_are_right_in_both_directions() {
    let explorer = explorer(&PAGES);
    for (query, expected) in [
        ("dang bo khoi ", &[0, 2, 1][..]),
        ("\"dang bo khoi\"", &[0]),
        ("đảng bộ ", &[2, 0, 1]),
        ("dạng ", &[1]),
        ("đang ", &[1]),
        ("dang ", &[0, 1, 2]),
        ("đảng ủy ", &[1]),
        ("Đảng uỷ", &[1]),
        ("\"Đảng bộ\"", &[2, 0]),
        ("hopp", &[]),
        ("đảng -khối", &[]),
        ("họp -khối", &[]),
        ("\"trang khác\" OR \"bộ máy\"", &[1, 3]),
    ] {
        let mut found = ids(&explorer, query);
        let mut expected = expected.to_vec();
        if !query.contains("đảng bộ") && !query.contains("dang bo") {
            found.sort_unstable();
            expected.sort_unstable();
        }
        assert_eq!(found, expected, "{query:?}");
    }
}

#[test]
fn the_word_being_typed_stands_for_longer_ones() {
    let explorer = explorer(&PAGES);
    assert_eq!(ids(&explorer, "liê"), [3, 1], "a title comes first");
    assert_eq!(ids(&explorer, "liê "), [] as [u32; 0]);
    assert_eq!(ids(&explorer, "\"Đảng bộ Kh"), [0]);
}

#[test]
fn a_word_that_is_found_whole_is_no_beginning() {
    // `tra` stands in two of them, `trao` and `trang` in the others.
    let explorer = explorer(&[
        "Kiểm tra tổ chức đảng\nĐảng ủy kiểm tra các chi bộ. Ban thường vụ trao quyết định.",
        "Trao huy hiệu\nĐảng ủy trao huy hiệu sau khi kiểm điểm.",
        "Kiểm kê\nĐoàn kiểm kê trang thiết bị.",
        "Kiểm trà\nNhà máy kiểm trà trước khi bán.",
    ]);
    for (query, expected) in [
        ("kiểm tra", &[0, 3][..]),
        ("kiem tra", &[0, 3]),
        ("kiểm =tra", &[0]),
        ("kiem tra ", &[0, 3]),
        ("kiểm tr", &[0, 1, 2, 3]),
        ("kiểm tr ", &[]),
        ("kiểm tra*", &[0, 1, 2, 3]),
        ("kiểm trang", &[2]),
        ("\"kiểm tra", &[0, 3]),
        ("\"kiểm tr", &[0, 3]),
        ("kiểm -tra", &[1, 2]),
        // No report has them both; the last goes on in one that has the first.
        ("huy tra", &[1]),
        ("tiêu đề:tra", &[0, 3]),
    ] {
        let mut found = ids(&explorer, query);
        found.sort_unstable();
        assert_eq!(found, expected, "{query:?}");
        let asked = Selection { query: query.to_owned(), ..Selection::default() };
        // The list and what counts its hits mean the same, whatever is chosen besides and asked before.
        let node = explorer.asked(&asked).0;
        let mut lines: Vec<u32> = explorer.concordance(&node, &[], 5, Order::Text).iter().map(|l| l.report.0).collect();
        lines.dedup();
        assert_eq!(lines, expected, "{query:?} in context");
        for &report in expected {
            let marks = explorer.highlights(ReportId(report), query);
            assert!(!marks.is_empty() || query.contains('-'), "{query:?} is marked in {report}");
        }
        let source = |report: u32, at: &Span| explorer.source(ReportId(report))[at.range()].to_owned();
        let marked =
            |&report: &u32| explorer.highlights(ReportId(report), query).iter().map(|at| source(report, at)).collect();
        let all: Vec<Vec<String>> = expected.iter().map(marked).collect();
        let longer = all.iter().flatten().any(|word| word.to_lowercase() == "trao");
        assert_eq!(longer, ["kiểm tr", "kiểm tra*", "huy tra"].contains(&query), "{query:?}: {all:?}");
    }
}

#[test]
fn the_best_are_the_first_of_all() {
    // Many short pages of few words, so that neighbours, titles and equal scores come in every mixture.
    let words = ["đảng", "bộ", "đang", "khối", "họp", "dạng"];
    let mut x = 5_u32;
    let mut draw = move |below: usize| {
        x = x.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (x >> 16) as usize % below
    };
    let mut text = |len: usize| (0..len).map(|_| words[draw(words.len())]).collect::<Vec<_>>().join(" ");
    let pages: Vec<String> =
        (0..120).map(|i| format!("{}\nNó {}. Ta {}.", text(i % 4), text(3 + i % 9), text(i % 5))).collect();
    let explorer = explorer(&pages.iter().map(String::as_str).collect::<Vec<_>>());
    for query in
        ["dang bo", "đảng bộ ", "dang bo khoi", "(dang bo) OR (khối họp)", "dang NEAR/2 bo", "dang -bo", "bo bo"]
    {
        let node = explorer.read(query).0;
        let all = explorer.answer_parsed(&node, &[], None).hits;
        for limit in [0, 1, 2, 7, 30, 59, 60, 500] {
            let (best, count) = explorer.top(&node, &[], None, limit);
            assert_eq!(count, all.len(), "{query:?}");
            assert_eq!(best, all[..limit.min(all.len())], "{query:?} {limit}");
        }
    }
}

#[test]
fn half_typed_queries_trouble_nobody() {
    let explorer = explorer(&PAGES);
    let whole = "(\"đảng bộ\" OR dạng*) NEAR/3 khối AND -năm:2019 vai:nhiệm";
    for (end, _) in whole.char_indices() {
        let selection = Selection { query: whole[..end].to_owned(), ..Selection::default() };
        assert_eq!(explorer.answer(&selection).query_error, None, "{:?}", &whole[..end]);
    }
    let error = |query: &str| {
        let selection = Selection { query: query.to_owned(), ..Selection::default() };
        explorer.answer(&selection).query_error.map(|error| error.at)
    };
    assert_eq!(error("đảng ) bộ"), Some(Span::of("đảng ".len(), "đảng )".len())));
    assert_eq!(error("vai:xyz đảng"), Some(Span::new(4, 7)));
}

#[test]
fn marks_are_exact_places_in_the_source() {
    let explorer = explorer(&PAGES);
    let marked = |report: u32, query: &str| -> Vec<&str> {
        let source = explorer.source(ReportId(report));
        explorer.highlights(ReportId(report), query).iter().map(|span| &source[span.range()]).collect()
    };
    assert_eq!(marked(0, "\"dang bo\""), ["Đảng bộ", "Đảng bộ"]);
    assert_eq!(marked(1, "đảng ủy"), ["Đảng", "uỷ"]);
    assert_eq!(marked(1, "khối NEAR/1 việc -dạng"), [] as [&str; 0]);
    assert_eq!(marked(1, "khối NEAR/2 việc"), ["Khối", "việc"]);
}

#[test]
fn counts_of_a_facet_ignore_its_own_choice() {
    let explorer = explorer(&PAGES);
    let choice = |value: &str, exclude| Choice { facet: Facet::Year, value: value.to_owned(), exclude };
    let selection = Selection { choices: vec![choice("1999", false)], ..Selection::default() };
    let answer = explorer.answer(&selection);
    assert!(answer.hits.is_empty(), "an unknown value alone matches nothing");
    let all = explorer.answer(&Selection::default());
    for facet in all.facets {
        for value in &facet.values {
            assert_eq!(value.count, value.total, "{facet:?}", facet = facet.facet);
            let key = facet.key(value);
            let choice = Choice { facet: facet.facet, value: key.to_owned(), exclude: false };
            let chosen = explorer.answer(&Selection { choices: vec![choice], ..Selection::default() });
            assert_eq!(chosen.hits.len(), value.count, "{:?} {key}", facet.facet);
        }
    }
}

#[test]
fn suggestions_are_names_and_words_with_counts() {
    let pages = [PAGES[0], PAGES[2], "Tin\nĐồng chí Nguyễn Văn Hà, Bí thư Đảng ủy Khối, phát biểu. Đảng bộ họp."];
    let explorer = explorer(&pages);
    let texts = |typed: &str| -> Vec<(String, usize)> {
        explorer.suggest(typed, 8).into_iter().filter(|s| s.facet.is_none()).map(|s| (s.text, s.count)).collect()
    };
    assert_eq!(texts("kho"), [("khối".to_owned(), 3)]);
    assert_eq!(texts("đảng b"), [("đảng bộ".to_owned(), 3)]);
    assert_eq!(texts("dang ")[0], ("đảng bộ".to_owned(), 3));
    assert_eq!(texts("đán"), []);
    for (typed, query) in [
        ("kho", "khối "),
        ("họp đảng b", "họp đảng bộ "),
        ("họp \"dang ", "họp \"đảng bộ "),
        ("họp -kho", "họp -khối "),
    ] {
        let found = explorer.suggest(typed, 8).into_iter().find(|s| s.facet.is_none());
        assert_eq!(found.map(|s| s.query).as_deref(), Some(query), "{typed:?}");
    }
    for suggestion in explorer.suggest("nguyen va", 5) {
        assert!(suggestion.facet.is_none() || suggestion.text.contains("Nguyễn Văn"), "{suggestion:?}");
    }
}

#[test]
fn i_and_y_are_one_by_a_switch() {
    let explorer = explorer(&["Tin\nKỷ luật nghiêm.", "Tin\nKỉ luật nghiêm, kỉ cương tốt."]);
    let found = |query: &str, same_i_y: bool| -> Vec<u32> {
        let node = query::parse_with(query, query::Options { same_i_y }).expect("parses");
        explorer.answer_parsed(&node, &[], None).hits.iter().map(|hit| hit.report.0).collect()
    };
    assert_eq!(found("kỷ", false), [0]);
    assert_eq!(found("kỷ", true), [0, 1], "as typed first");
    assert_eq!(found("kỉ", true), [1, 0]);
    assert_eq!(found("\"ki luat\"", false), [1]);
    assert_eq!(found("\"ki luat\"", true), [0, 1]);
}

#[test]
fn an_excerpt_is_of_the_role_that_was_chosen() {
    let page = "Hội nghị sơ kết công tác đảng\nNgày 11/7/2017, Đảng bộ Khối các cơ quan tỉnh họp sơ kết công tác kiểm tra.\n\
        Công tác kiểm tra, giám sát được tăng cường. Đã kiểm tra 12 chi bộ.\n\
        Tuy nhiên, công tác kiểm tra ở một số chi bộ còn chậm, chưa kịp thời.";
    let explorer = explorer(&[page]);
    for role in [Role::Result, Role::Shortcoming] {
        for query in ["", "kiem tra"] {
            let choices = vec![Choice { facet: Facet::Role, value: role.as_str().to_owned(), exclude: false }];
            let answer = explorer.answer(&Selection { query: query.to_owned(), choices, ..Selection::default() });
            let snippet = explorer.snippet(answer.hits[0].report, &answer.cutter);
            let shown = snippet.statement.map(|i| explorer.corpus().reports[0].statements[i].role);
            assert_eq!(shown, Some(role), "{query:?}: {}", &page[snippet.at.range()]);
            assert_eq!(snippet.marks.is_empty(), query.is_empty());
        }
    }
}

#[test]
fn counts_of_statements_are_what_choosing_gives() {
    let page = "Hội nghị sơ kết công tác đảng\nNgày 11/7/2017, Đảng bộ Khối các cơ quan tỉnh họp sơ kết công tác kiểm tra.\n\
        Công tác kiểm tra, giám sát được tăng cường. Đã kiểm tra 12 chi bộ.\n\
        Tuy nhiên, công tác kiểm tra ở một số chi bộ còn chậm, chưa kịp thời.";
    let explorer = explorer(&[page, PAGES[0], PAGES[1], PAGES[2]]);
    for query in ["", "kiem tra ", "\"chi bộ\"", "bộ NEAR/5 họp", "-khối", "số liệu:>5"] {
        let selection = Selection { query: query.to_owned(), ..Selection::default() };
        let answer = explorer.answer(&selection);
        assert_eq!(answer.statements, explorer.statements(&selection).len(), "{query:?}");
        for counts in &answer.facets {
            for value in &counts.values {
                let key = counts.key(value);
                let choice = Choice { facet: counts.facet, value: key.to_owned(), exclude: false };
                let chosen = explorer.answer(&Selection { choices: vec![choice], ..selection.clone() });
                let expected = (chosen.hits.len(), chosen.statements);
                assert_eq!((value.count, value.statements), expected, "{query:?} {:?} {key}", counts.facet);
            }
        }
    }
}

#[test]
fn of_many_values_the_most_frequent_are_kept() {
    let counts: Vec<u64> = (0..1000).map(|i| (i << 32) | ((i * 7) % 13)).collect();
    let kept = most(&counts);
    assert_eq!(kept.len(), VALUES_MAX);
    let count = |value: u32| counts[value as usize] as u32;
    let least = kept.iter().map(|&value| count(value)).min().expect("some are kept");
    assert!((0..1000).all(|value| count(value) <= least || kept.contains(&value)));
    let few = [0, 2, 1 << 32, 1, 0];
    assert_eq!(most(&few), [1, 3], "what no report has is not listed");
    assert!(most(&[0; 400]).is_empty());
}

#[test]
fn a_range_of_dates_narrows_hits_and_counts() {
    let page =
        |date: &str| format!("Hội nghị sơ kết công tác đảng\nNgày: {date}\nĐảng bộ Khối họp sơ kết công tác đảng.");
    let pages = ["21/06/2018", "01/12/2018", "05/03/2019"].map(page);
    let explorer = explorer(&[&pages[0], &pages[1], &pages[2], "Tin\nĐảng bộ họp."]);
    for (dates, query, expected) in [
        (Some("2018-06..2018-12"), "", &[1, 0][..]),
        (Some("2018-12.."), "dang bo", &[2, 1]),
        (Some("..2018"), "", &[1, 0]),
        (Some("2018-06-21"), "", &[0]),
        (None, "ngày:2018 sơ", &[1, 0]),
        (None, "date:>6/2018 -date:2019", &[1]),
        (Some("2018"), "ngày:>=12/2018", &[1]),
    ] {
        let dates = dates.map(|text| DateRange::parse(text).expect("a range"));
        let selection = Selection { query: query.to_owned(), dates, ..Selection::default() };
        let answer = explorer.answer(&selection);
        let mut found: Vec<u32> = answer.hits.iter().map(|hit| hit.report.0).collect();
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!((found, answer.query_error), (expected.clone(), None), "{dates:?} {query:?}");
        let years = answer.facets.iter().find(|counts| counts.facet == Facet::Year).expect("a facet of years");
        assert_eq!(years.values.iter().map(|value| value.count).sum::<usize>(), expected.len(), "{dates:?} {query:?}");
    }
    let error = |query: &str| query::parse(query).err().map(|error| (error.at, error.kind));
    assert_eq!(error("ngày:2018-13"), Some((Span::new(0, 13), QueryErrorKind::BadDate("2018-13".to_owned()))));
    assert_eq!(error("date: "), Some((Span::new(0, 6), QueryErrorKind::MissingValue("date".to_owned()))));
}

/// Two provinces, a bare name in each, and a bare name nowhere.
const BODIES: [&str; 5] = [
    "Tin\n\nTỉnh ủy Sóc Trăng họp.",
    "Tin\n\nTại tỉnh Sóc Trăng, Tỉnh ủy kết luận. UBND tỉnh thực hiện Chỉ thị 05 của Bộ Chính trị.",
    "Tin\n\nTại tỉnh Quảng Bình, Tỉnh ủy kết luận về Chỉ thị số 05-CT/TW của Bộ Chính trị.",
    "Tin\n\nTỉnh ủy kết luận.",
    "Tin\n\nTại TP. Sóc Trăng, Tỉnh ủy họp.",
];

#[test]
fn facets_hold_identities_and_never_two_provinces_in_one() {
    let explorer = explorer(&BODIES);
    let answer = explorer.answer(&Selection::default());
    let of = |facet: Facet| answer.facets.iter().find(|counts| counts.facet == facet).expect("every facet");
    let named = of(Facet::Organisation);
    let bodies: Vec<(&str, &str, Option<Note>, usize)> = named
        .values
        .iter()
        .filter(|value| named.label(value).starts_with("Tỉnh ủy"))
        .map(|value| (named.key(value), named.label(value), value.note.clone(), value.count))
        .collect();
    let expected = [
        ("tinh-uy-tinh-soc-trang", "Tỉnh ủy Sóc Trăng", None, 3),
        ("tinh-uy-r3", "Tỉnh ủy", Some(Note::Report(ReportId(3))), 1),
        ("tinh-uy-tinh-quang-binh", "Tỉnh ủy", Some(Note::Province("Quảng Bình".into())), 1),
    ];
    assert_eq!(bodies, expected);
    let named = of(Facet::Directive);
    let cited: Vec<(&str, usize)> = named.values.iter().map(|value| (named.label(value), value.count)).collect();
    assert_eq!(cited, [("Chỉ thị 05-CT/TW", 2)]);
    let named = of(Facet::Place);
    let places: Vec<&str> = named.values.iter().map(|value| named.label(value)).collect();
    assert_eq!(places, ["tỉnh Sóc Trăng", "Quảng Bình", "thành phố Sóc Trăng"]);
}

#[test]
fn a_name_that_was_a_key_before_still_selects_what_it_meant() {
    let explorer = explorer(&BODIES);
    for (facet, name, expected, resolved) in [
        (Facet::Organisation, "Tỉnh ủy", &[0, 1, 2, 3, 4][..], 3),
        (Facet::Organisation, "Tỉnh ủy Sóc Trăng", &[0, 1, 4], 1),
        (Facet::Organisation, "tinh-uy-tinh-quang-binh", &[2], 1),
        (Facet::Directive, "chỉ thị 05", &[1, 2], 1),
        (Facet::Place, "Sóc Trăng", &[0, 1, 4], 2),
        (Facet::Organisation, "Huyện ủy Không Đâu", &[], 0),
    ] {
        let choice = Choice { facet, value: name.to_owned(), exclude: false };
        let found = |choices: Vec<Choice>| -> Vec<u32> {
            let answer = explorer.answer(&Selection { choices, ..Selection::default() });
            let chosen = answer.facets.iter().flat_map(|counts| &counts.values).filter(|v| v.chosen.is_some());
            assert_eq!(chosen.count(), resolved, "{name}: what is chosen is listed");
            answer.hits.iter().map(|hit| hit.report.0).collect()
        };
        let by_name = found(vec![choice.clone()]);
        assert_eq!(by_name, expected, "{name}");
        assert_eq!(explorer.facet_label(facet, name).is_some(), resolved > 0);
        let choices = explorer.resolve(&choice);
        assert_eq!(choices.len(), resolved, "{name}");
        if resolved > 0 {
            assert_eq!(found(choices), by_name, "{name}");
        }
    }
}

#[test]
fn identities_list_their_mentions() {
    let explorer = explorer(&BODIES);
    for facet in [Facet::Organisation, Facet::Person, Facet::Directive, Facet::Place] {
        let mut entries = 0;
        for identity in explorer.entities(facet) {
            assert_eq!(explorer.entity(facet, identity.key()).map(Identity::key), Some(identity.key()));
            assert_eq!(identity.reports().len(), identity.total());
            for (report, entry) in identity.entries() {
                assert_eq!(explorer.entity_of(facet, report, entry).map(Identity::key), Some(identity.key()));
                entries += 1;
            }
            assert!(identity.forms().iter().map(|form| form.count).sum::<usize>() == identity.mentions().len());
        }
        let all: usize = explorer
            .corpus()
            .reports
            .iter()
            .map(|report| crate::filter::table::fact_kind(facet).map_or(0, |kind| kind.count(report)))
            .sum();
        assert_eq!(entries, all, "each entry is of one identity: {facet:?}");
    }
    let body = explorer.entity(Facet::Organisation, "Tỉnh ủy").expect("a body");
    assert_eq!((body.label(), body.note()), ("Tỉnh ủy Sóc Trăng", None), "most reports mean this one");
    let counts = explorer.entities_of(Facet::Organisation, &[ReportId(1), ReportId(4)]);
    assert_eq!((counts[0].0.key(), counts[0].1), ("tinh-uy-tinh-soc-trang", 2));
}
