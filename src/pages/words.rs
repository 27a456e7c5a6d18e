//! Words in numbers: each figure leads to the hits behind it.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use soi::explore::Explorer;
use soi::stats::{Run, RunCount};

use crate::figure::Scene;
use crate::figure::table::{Cell, Column, Table};
use crate::lazy::{part, text};
use crate::pages::concordance::link;
use crate::parts::figure::table_figure;

/// Rows of a table.
const MOST: usize = 300;

/// Words on either side that count as company.
const WINDOW: u32 = 5;

/// Runs that stand once say nothing about usage.
const LEAST: u32 = 2;

/// Words in the shortest and the longest run.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=4;

/// How long runs are counted before the page may paint and answer, in milliseconds.
const TURN_MS: f64 = 20.0;

/// The figures of the present mode.
pub fn show(scene: &Scene) -> AnyView {
    let words = scene.lang.word_figures();
    let (hint, table, empty) = match scene.address.mode() {
        "ngrams" => return ngrams(scene),
        "collocates" => (words.collocates_hint, collocates(scene), words.no_search),
        "keyness" => (words.keyness_hint, keyness(scene), words.no_rest),
        _ => (words.frequency_hint, frequencies(scene), words.no_ngram),
    };
    shown(scene, hint, table, empty)
}

fn shown(scene: &Scene, hint: &str, table: Table, empty: &'static str) -> AnyView {
    if table.rows.is_empty() {
        return view! { <p class="reports-empty">{empty}</p> }.into_any();
    }
    table_figure(scene, hint, table)
}

fn word(scene: &Scene, word: &str, query: &str) -> Cell {
    Cell::text(word).to(link(scene, query))
}

fn rounded(value: f64, scene: &Scene) -> Cell {
    Cell { value: Some(value), ..Cell::text(scene.lang.hundredths(value)) }
}

fn frequencies(scene: &Scene) -> Table {
    let (lang, words) = (scene.lang, scene.lang.word_figures());
    let (node, _) = scene.explorer.asked(&scene.address.selection());
    let rows = scene.explorer.frequencies(&node, &scene.address.choices, MOST);
    let rows = rows.iter().map(|row| {
        vec![
            word(scene, &row.word, &row.query),
            Cell::count(row.count as usize, lang).to(link(scene, &row.query)),
            rounded(row.rate, scene),
            Cell::count(row.reports as usize, lang).to(link(scene, &row.query)),
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

/// How the counting of runs stands.
enum Counting {
    Under,
    Stopped,
    Done(Vec<(usize, Run)>),
}

/// Runs of two to four words. In a large corpus they are counted while the page answers, until somebody stops it.
fn ngrams(scene: &Scene) -> AnyView {
    let words = scene.lang.word_figures();
    let begin = |scene: &Scene| {
        let (node, _) = scene.explorer.asked(&scene.address.selection());
        RunCount::new(&scene.explorer, &node, &scene.address.choices, LENGTHS, LEAST, MOST)
    };
    let mut count = begin(scene);
    if !scene.is_large() {
        while count.step(&scene.explorer).is_some() {}
        return shown(scene, words.ngrams_hint, run_table(scene, count.into_rows()), words.no_ngram);
    }
    let state = RwSignal::new(Counting::Under);
    let done = RwSignal::new(0.0);
    turn(Arc::clone(&scene.explorer), count, done, state);
    let scene = scene.clone();
    let content = part(move || {
        let words = scene.lang.word_figures();
        Some(match &*state.read() {
            Counting::Under => view! {
                <div class="reading">
                    <p role="status">{words.counting}</p>
                    <progress
                        max="1"
                        value=text(move || format!("{:.2}", done.get()))
                        aria-label=words.counting
                    ></progress>
                    <button type="button" on:click=move |_| state.set(Counting::Stopped)>
                        {scene.lang.open().stop}
                    </button>
                </div>
            }
            .into_any(),
            Counting::Stopped => {
                let scene = scene.clone();
                let again = move |_| {
                    done.set(0.0);
                    state.set(Counting::Under);
                    turn(Arc::clone(&scene.explorer), begin(&scene), done, state);
                };
                view! {
                    <div class="reading">
                        <p role="status">{words.stopped}</p>
                        <button type="button" on:click=again>
                            {words.count_again}
                        </button>
                    </div>
                }
                .into_any()
            }
            Counting::Done(rows) => shown(&scene, words.ngrams_hint, run_table(&scene, rows.clone()), words.no_ngram),
        })
    });
    content.into_any()
}

/// Counts for a while, and then again; ends where the view is gone or the counting was stopped.
fn turn(explorer: Arc<Explorer>, mut count: RunCount, done: RwSignal<f64>, state: RwSignal<Counting>) {
    set_timeout(
        move || {
            if !state.try_with_untracked(|state| matches!(state, Counting::Under)).unwrap_or(false) {
                return;
            }
            let end = js_sys::Date::now() + TURN_MS;
            loop {
                let Some(share) = count.step(&explorer) else {
                    state.set(Counting::Done(count.into_rows()));
                    return;
                };
                if js_sys::Date::now() > end {
                    done.set(share);
                    break;
                }
            }
            turn(explorer, count, done, state);
        },
        Duration::ZERO,
    );
}

fn run_table(scene: &Scene, runs: Vec<(usize, Run)>) -> Table {
    let (lang, words) = (scene.lang, scene.lang.word_figures());
    let row = |(length, run): &(usize, Run)| {
        vec![
            word(scene, &run.words, &run.query),
            Cell::count(*length, lang),
            Cell::count(run.count as usize, lang).to(link(scene, &run.query)),
            Cell::count(run.reports as usize, lang).to(link(scene, &run.query)),
        ]
    };
    let mut rows: Vec<_> = runs.iter().map(row).collect();
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
    let (node, _) = scene.explorer.asked(&scene.address.selection());
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
    let (node, _) = scene.explorer.asked(&scene.address.selection());
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
