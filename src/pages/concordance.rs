//! Every hit of the search in its context, or of the word that a figure of `words` leads to (`of`).

use leptos::prelude::*;
use soi::concordance::{Line, Order};
use soi::query::Node;
use soi::text::Span;
use soi::text::lower_text;

use crate::address::View;
use crate::figure::Scene;
use crate::figure::table::{Cell, Column, Table};
use crate::pages::about::ids;
use crate::parts::figure::table_figure_of;

/// Words on either side.
const WIDTH: usize = 9;

/// Lines drawn; an export holds all.
const MOST: usize = 1_000;

/// Searches that a reader without one may start from.
const EXAMPLES: [&str; 4] = ["kiểm tra", "\"sinh hoạt chi bộ\"", "hạn che", "đảng NEAR/3 viên"];

/// The lines of the filtered set.
pub fn show(scene: &Scene) -> AnyView {
    let words = scene.lang.concordance();
    let asked = scene.address.of.as_deref().unwrap_or(&scene.address.query);
    let (node, _) = scene.explorer.read(asked);
    if asked.trim().is_empty() {
        let examples = EXAMPLES.map(|example| {
            let href = scene.address.searching(example).to_string();
            view! {
                <li>
                    <a href=href lang="vi">
                        {example}
                    </a>
                </li>
            }
        });
        return view! {
            <div class="reports-empty">
                <p>{words.nothing_asked}</p>
                <ul class="examples">{examples.collect_view()}</ul>
            </div>
        }
        .into_any();
    }
    let mut lines = lines(scene, &node);
    if lines.is_empty() {
        return view! { <p class="reports-empty">{words.no_line}</p> }.into_any();
    }
    let lang = scene.lang;
    let reports = {
        let mut reports: Vec<_> = lines.iter().map(|line| line.report).collect();
        reports.dedup();
        reports.len()
    };
    let phrase = phrase_of(asked, &node);
    if phrase.is_some() {
        // Neighbours as typed come first, as in the list: `kiểm tra` before a lone `trả`.
        let all = asked.split_whitespace().count();
        let words = |line: &Line| {
            scene.explorer.source(line.report).get(line.hit.range()).map_or(0, |hit| hit.split_whitespace().count())
        };
        lines.sort_by_key(|line| words(line) < all);
    }
    let mut hint = [&lang.number(lines.len()), " ", words.lines, " · ", &lang.reports(reports)].concat();
    if lines.len() > MOST {
        hint.push_str(&[". ", words.first, " ", &lang.number(MOST), " ", words.lines_drawn].concat());
    }
    let title = [words.title, " “", asked.trim(), "”"].concat();
    let drawn = table(scene, &lines[..lines.len().min(MOST)], title.clone());
    let whole = {
        let scene = scene.clone();
        move || table(&scene, &lines, title.clone())
    };
    let whole_run = phrase.map(|phrase| {
        let href = match scene.address.of {
            Some(_) => link(scene, &phrase),
            None => scene.address.searching(&phrase).to_string(),
        };
        view! {
            <p class="concordance-phrase">
                {words.side_by_side} " "
                <a href=href lang="vi">
                    {phrase}
                </a>
            </p>
        }
    });
    view! {
        {whole_run}
        {table_figure_of(scene, &hint, drawn, Box::new(whole))}
    }
    .into_any()
}

/// The phrase that words asked for one by one would be; `None` for one word and for a query with signs of its own.
fn phrase_of(asked: &str, node: &Node) -> Option<String> {
    let Node::And(nodes) = node else { return None };
    let words: Vec<&str> = asked.split_whitespace().collect();
    let plain = |(node, word): (&Node, &&str)| matches!(node, Node::Word(it) if !it.prefix && it.at.range().len() == word.len());
    (nodes.len() == words.len() && nodes.iter().zip(&words).all(plain)).then(|| ["\"", &words.join(" "), "\""].concat())
}

/// The hits in the reports of the set, report by report as the corpus has them.
fn lines(scene: &Scene, node: &Node) -> Vec<Line> {
    let mut lines = scene.explorer.concordance(node, &scene.address.choices, WIDTH, Order::Text);
    let mut inside: Vec<_> = ids(scene).collect();
    soi::order::natural(&mut inside);
    lines.retain(|line| inside.binary_search(&line.report).is_ok());
    // Words that were asked for one by one and stand side by side are one hit: `kiem tra` is read as a phrase.
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        match joined.last_mut() {
            Some(last) if touches(scene, last, &line) => {
                last.hit.end = line.hit.end.max(last.hit.end);
                last.right = Span::new(last.hit.end, line.right.end.max(last.hit.end));
            }
            _ => joined.push(line),
        }
    }
    joined
}

fn touches(scene: &Scene, before: &Line, after: &Line) -> bool {
    let source = scene.explorer.source(before.report);
    let between = before.hit.end as usize..(after.hit.start as usize).max(before.hit.end as usize);
    before.report == after.report
        && source.get(between).is_some_and(|text| text.chars().all(|c| c == ' ' || c == '\u{a0}'))
}

fn table(scene: &Scene, lines: &[Line], title: String) -> Table {
    let words = scene.lang.concordance();
    let row = |line: &Line| {
        let source = scene.explorer.source(line.report);
        let [left, hit, right] = [line.left, line.hit, line.right].map(|at| source.get(at.range()).unwrap_or_default());
        // On a narrow page the three are one running text: a comma after the hit has no space before it.
        let (left, hit, right) = (left.trim_start().to_owned(), hit.trim().to_owned(), right.trim_end().to_owned());
        // A context is compared from the hit outwards.
        let nearest = left.split_whitespace().rev().collect::<Vec<_>>().join(" ");
        vec![
            Cell { sort: Some(key(&nearest)), ..Cell::text(left) },
            Cell { sort: Some(key(&hit)), ..Cell::text(hit) }.to(scene.to_piece(line.report, line.hit)),
            Cell { sort: Some(key(&right)), ..Cell::text(right) },
            Cell::date(scene.date(line.report), scene.lang),
            Cell::text(scene.title(line.report)).to(scene.to_report(line.report)),
        ]
    };
    let columns = vec![
        Column { numeric: true, ..Column::quoted("left", words.left) },
        Column::quoted("hit", words.hit),
        Column::quoted("right", words.right),
        Column::words("date", words.date),
        Column::quoted("report", words.report),
    ];
    Table { key: "concordance", title, columns, rows: lines.iter().map(row).collect() }
}

/// By letters first, then by marks; a comma between does not count.
fn key(text: &str) -> String {
    let letters: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let text = letters.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = lower_text(&soi::text::normalise(&text));
    [&soi::text::fold::fold(&text), " ", &text].concat()
}

/// The link to the hits of `query` in the present set.
pub fn link(scene: &Scene, query: &str) -> String {
    scene.address.showing(View::Concordance).about(Some(query)).to_string()
}
