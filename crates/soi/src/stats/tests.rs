use std::sync::Arc;

use super::*;
use crate::{Corpus, query};

fn explorer(pages: &[&str]) -> Explorer {
    let reports = pages.iter().enumerate().map(|(i, page)| crate::parse(&format!("r{i}"), page)).collect();
    Explorer::new(Arc::new(Corpus { reports }))
}

const PAGES: [&str; 3] = [
    "Tin\nChi bộ kết nạp đảng viên mới. Chi bộ kết nạp nhiều đảng viên.",
    "Tin\nChi bộ kiểm tra đảng viên. Ban chấp hành họp.",
    "Tin\nGiá lúa tăng, giá gạo tăng. Bán lúa.",
];

#[test]
fn formulas_give_the_figures_of_their_sources() {
    // 2 · (100 · ln 2 + 50 · ln ½) = 69.31; the rates are 10 and 2.5 per 1,000: log₂ 4 = 2.
    assert!((log_likelihood(100.0, 50.0, 10_000.0, 20_000.0) - 69.3147).abs() < 1e-3);
    assert!((effect(100.0, 50.0, 10_000.0, 20_000.0) - 2.0).abs() < 1e-12);
    assert_eq!(log_likelihood(0.0, 0.0, 10.0, 10.0), 0.0);
    assert!((log_dice(10.0, 10.0, 10.0) - 14.0).abs() < 1e-12);
    assert!((log_dice(5.0, 10.0, 10.0) - 13.0).abs() < 1e-12);
    // All of a word in one of two equal parts: DP = ½; as even as the parts: 0.
    assert!((dispersion(&[(4, 50)], 100.0) - 0.5).abs() < 1e-12);
    assert!(dispersion(&[(2, 50), (2, 50)], 100.0).abs() < 1e-12);
}

#[test]
fn each_frequency_opens_exactly_its_hits() {
    let explorer = explorer(&PAGES);
    let all = explorer.frequencies(&Node::All, &[], 100);
    assert_eq!((all[0].word.as_str(), all[0].count, all[0].reports), ("bộ", 3, 2));
    for row in all {
        let node = query::parse(&row.query).expect("parses");
        let hits = explorer.answer_parsed(&node, &[], None).hits;
        assert_eq!(hits.len() as u32, row.reports, "{}", row.query);
        assert_eq!(hits.iter().map(|hit| hit.matches).sum::<usize>() as u32, row.count, "{}", row.query);
    }
    for row in explorer.runs(&Node::All, &[], 2, 1, 100) {
        let node = query::parse(&row.query).expect("parses");
        let hits = explorer.answer_parsed(&node, &[], None).hits;
        assert_eq!(hits.iter().map(|hit| hit.matches).sum::<usize>() as u32, row.count, "{}", row.query);
    }
}

#[test]
fn company_keys_and_terms_are_those_a_reader_sees() {
    let explorer = explorer(&PAGES);
    let node = query::parse("\"kết nạp\"").expect("parses");
    let company = explorer.collocates(&node, &[], 2, 2, 10);
    let together = |word: &str| company.iter().find(|c| c.word == word).map(|c| (c.together, c.count));
    assert_eq!(together("bộ"), Some((2, 3)));
    assert_eq!(together("đảng"), Some((2, 3)));
    assert_eq!(together("kết"), None);
    assert_eq!(together("lúa"), None);

    let keys = explorer.keyness(&query::parse("lúa").expect("parses"), &[], 3);
    assert_eq!(keys.iter().map(|key| key.word.as_str()).collect::<Vec<_>>(), ["giá", "lúa", "tăng"]);
    assert!(keys[0].effect > 0.0 && keys[0].rest == 0);

    let terms = explorer.terms(&Node::All, &[], 2, 10);
    let terms: Vec<&str> = terms.iter().map(|term| term.run.words.as_str()).collect();
    assert!(terms.contains(&"chi bộ") && terms.contains(&"đảng viên"), "{terms:?}");
}
