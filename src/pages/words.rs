//! Words in numbers: each figure leads to the hits behind it.

use leptos::prelude::*;

use crate::figure::Scene;
use crate::figure::table::{Cell, Column, Table};
use crate::pages::concordance::link;
use crate::parts::figure::table_figure;

/// Rows of a table.
const MOST: usize = 300;

/// Words on either side that count as company.
const WINDOW: u32 = 5;

/// Runs that stand once say nothing about usage.
const LEAST: u32 = 2;

/// The figures of the present mode.
pub fn show(scene: &Scene) -> AnyView {
    let words = scene.lang.word_figures();
    let (hint, table, empty) = match scene.address.mode() {
        "ngrams" => (words.ngrams_hint, ngrams(scene), words.no_ngram),
        "collocates" => (words.collocates_hint, collocates(scene), words.no_search),
        "keyness" => (words.keyness_hint, keyness(scene), words.no_rest),
        _ => (words.frequency_hint, frequencies(scene), words.no_ngram),
    };
    if table.rows.is_empty() {
        return view! { <p class="reports-empty">{empty}</p> }.into_any();
    }
    table_figure(scene, hint, table)
}

fn word(scene: &Scene, word: &str, query: &str) -> Cell {
    Cell::text(word).to(link(scene, query))
}

fn rounded(value: f64, scene: &Scene) -> Cell {
    Cell { value: Some(value), ..Cell::number((value * 100.0).round() / 100.0, scene.lang) }
}

fn frequencies(scene: &Scene) -> Table {
    let (lang, words) = (scene.lang, scene.lang.word_figures());
    let (node, _) = scene.address.selection().node();
    let rows = scene.explorer.frequencies(&node, &scene.address.choices, MOST);
    let rows = rows.iter().map(|row| {
        vec![
            word(scene, &row.word, &row.query),
            Cell::count(row.count as usize, lang).to(link(scene, &row.query)),
            rounded(row.rate, scene),
            Cell::count(row.reports as usize, lang),
            rounded(row.dispersion, scene),
        ]
    });
    let columns = vec![
        Column::quoted("word", words.word),
        Column::number("count", words.count),
        Column::number("rate", words.rate),
        Column::number("reports", words.reports),
        Column::number("dispersion", words.dispersion),
    ];
    Table { key: "frequencies", title: words.frequency.to_owned(), columns, rows: rows.collect() }
}

/// Runs of two to four words.
fn ngrams(scene: &Scene) -> Table {
    let (lang, words) = (scene.lang, scene.lang.word_figures());
    let (node, _) = scene.address.selection().node();
    let mut rows = Vec::new();
    for n in 2..=4 {
        for run in scene.explorer.runs(&node, &scene.address.choices, n, LEAST, MOST) {
            rows.push(vec![
                word(scene, &run.words, &run.query),
                Cell::count(n, lang),
                Cell::count(run.count as usize, lang).to(link(scene, &run.query)),
                Cell::count(run.reports as usize, lang),
            ]);
        }
    }
    soi::order::by(&mut rows, |a, b| b[2].value.unwrap_or_default().total_cmp(&a[2].value.unwrap_or_default()));
    let columns = vec![
        Column::quoted("words", words.run),
        Column::number("length", words.length),
        Column::number("count", words.count),
        Column::number("reports", words.reports),
    ];
    Table { key: "ngrams", title: words.ngrams.to_owned(), columns, rows }
}

fn collocates(scene: &Scene) -> Table {
    let (lang, words) = (scene.lang, scene.lang.word_figures());
    let asked = scene.address.query.trim();
    let (node, _) = scene.address.selection().node();
    let rows = match asked.is_empty() {
        true => Vec::new(),
        false => scene.explorer.collocates(&node, &scene.address.choices, WINDOW, WINDOW, MOST),
    };
    let rows = rows.iter().map(|row| {
        let near = ["(", asked, ") NEAR/5 (", &row.query, ")"].concat();
        vec![
            word(scene, &row.word, &row.query),
            Cell::count(row.together as usize, lang).to(link(scene, &near)),
            Cell::count(row.count as usize, lang).to(link(scene, &row.query)),
            rounded(row.log_likelihood, scene),
            rounded(row.log_dice, scene),
        ]
    });
    let columns = vec![
        Column::quoted("word", words.word),
        Column::number("together", words.together),
        Column::number("count", words.count),
        Column::number("log-likelihood", words.log_likelihood),
        Column::number("logdice", words.log_dice),
    ];
    Table { key: "collocates", title: [words.collocates, " “", asked, "”"].concat(), columns, rows: rows.collect() }
}

fn keyness(scene: &Scene) -> Table {
    let (lang, words) = (scene.lang, scene.lang.word_figures());
    let (node, _) = scene.address.selection().node();
    let rows = match scene.is_narrowed() {
        true => scene.explorer.keyness(&node, &scene.address.choices, MOST),
        false => Vec::new(),
    };
    let rows = rows.iter().map(|row| {
        vec![
            word(scene, &row.word, &row.query),
            Cell::count(row.count as usize, lang).to(link(scene, &row.query)),
            rounded(row.rate, scene),
            Cell::count(row.rest as usize, lang),
            rounded(row.rest_rate, scene),
            rounded(row.log_likelihood, scene),
            rounded(row.effect, scene),
        ]
    });
    let columns = vec![
        Column::quoted("word", words.word),
        Column::number("count", words.count),
        Column::number("rate", words.rate),
        Column::number("rest", words.rest),
        Column::number("rest-rate", words.rest_rate),
        Column::number("log-likelihood", words.log_likelihood),
        Column::number("effect", words.effect),
    ];
    Table { key: "keyness", title: words.keyness.to_owned(), columns, rows: rows.collect() }
}
