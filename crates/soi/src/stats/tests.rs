use std::collections::BTreeMap;
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

#[test]
fn runs_of_each_length_are_those_that_a_plain_count_finds() {
    // More words than are looked at in one step, of few kinds, so that runs come again.
    let mut seed = 5_u32;
    let mut word = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ["họp", "xã", "bộ", "lúa", "giá", "tăng", "bán"][(seed >> 16) as usize % 7]
    };
    let page = |_| ["Tin\n".to_owned(), (0..900).map(|_| word()).collect::<Vec<_>>().join(" ")].concat();
    let pages: Vec<String> = (0..10).map(page).collect();
    let explorer = explorer(&pages.iter().map(String::as_str).collect::<Vec<_>>());
    for n in 1..=5 {
        let mut plain: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (id, report) in explorer.corpus().reports.iter().enumerate() {
            for block in report.blocks.iter().filter(|block| crate::index::is_searched(block.kind)) {
                let text = block.quote.as_str().to_lowercase();
                let words: Vec<&str> = text.split_whitespace().collect();
                words.windows(n).for_each(|run| plain.entry(run.join(" ")).or_default().push(id));
            }
        }
        let found = explorer.runs(&Node::All, &[], n, 2, usize::MAX);
        assert_eq!(found.len(), plain.values().filter(|ids| ids.len() > 1).count(), "{n}");
        for run in &found {
            let ids = plain.get_mut(&run.words).expect("it stands there");
            assert_eq!(run.count as usize, ids.len(), "{}", run.words);
            ids.dedup();
            assert_eq!(run.reports as usize, ids.len(), "{}", run.words);
        }
        assert!(found.is_sorted_by_key(|run| (std::cmp::Reverse(run.count), run.words.clone())));
        assert!(explorer.runs(&Node::All, &[], n, 2, 9) == found[..9.min(found.len())]);
    }
}

#[test]
fn a_count_in_steps_tells_how_far_it_is() {
    let explorer = explorer(&PAGES);
    let mut count = RunCount::new(&explorer, &Node::All, &[], 2..=4, 2, 10);
    let told: Vec<f64> = std::iter::from_fn(|| count.step(&explorer)).collect();
    assert!(told.is_sorted() && told.iter().all(|share| (0.0..=1.0).contains(share)), "{told:?}");
    let rows = count.into_rows();
    assert!(rows.contains(&(2, explorer.runs(&Node::All, &[], 2, 2, 1).remove(0))));
    assert!(rows.iter().all(|(n, run)| run.words.split(' ').count() == *n));
}
