//! What 32 bits and a browser could change, run as wasm in a real browser (`cargo xtask test`, step "wasm tests").
#![cfg(target_arch = "wasm32")]

use std::sync::Arc;

use soi::Report;
use soi::explore::Explorer;
use soi::filter::Selection;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The seeds as `build.rs` parsed them on the machine that built this.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.soi"));

fn explorer() -> Explorer {
    Explorer::decode(EMBEDDED).expect("the corpus that was just built")
}

fn reports() -> Vec<Report> {
    explorer().corpus().reports.clone()
}

#[wasm_bindgen_test]
fn a_page_parsed_here_is_the_page_parsed_where_the_site_was_built() {
    let reports = reports();
    assert!(!reports.is_empty());
    for report in &reports {
        assert_eq!(soi::parse(&report.id, &report.source).to_json(), report.to_json(), "{}", report.id);
    }
}

#[wasm_bindgen_test]
fn the_corpus_written_here_is_the_file_written_there() {
    // Written anew from the reports alone: who is who and what was not understood are found here too.
    let anew = Explorer::new(Arc::new(soi::Corpus { reports: reports() }));
    assert!(anew.encode_for_page(false) == EMBEDDED, "the same bytes");
}

#[wasm_bindgen_test]
fn a_page_cut_anywhere_is_read_without_a_fault() {
    for report in &reports() {
        let ends = report.source.char_indices().map(|(end, _)| end).step_by(211);
        for end in ends {
            let cut = soi::parse("cut", &report.source[..end]);
            assert!(cut.blocks.iter().all(|block| block.quote.span().end as usize <= end));
        }
    }
}

#[wasm_bindgen_test]
fn a_search_without_marks_finds_each_marked_place_and_a_marked_one_only_its_own() {
    let explorer = explorer();
    let found = |query: &str| {
        let answer = explorer.answer(&Selection { query: query.into(), ..Selection::default() });
        let texts = answer.hits.iter().flat_map(|hit| {
            let source = &explorer.report(hit.report).source;
            explorer.highlights(hit.report, query).into_iter().map(|at| source[at.range()].to_lowercase())
        });
        texts.collect::<Vec<_>>()
    };
    let (plain, marked) = (found("dang"), found("đảng"));
    assert!(!marked.is_empty() && marked.iter().all(|text| text == "đảng"));
    assert_eq!(plain.iter().filter(|text| *text == "đảng").count(), marked.len());
    assert!(plain.iter().any(|text| text != "đảng"), "the unmarked word stands for every toning");
}
