//! Two reports side by side: measures paired, sentences aligned by area of work, the words of each.

use leptos::prelude::*;
use soi::explore::ReportId;
use soi::report::{Area, Quote};
use soi::reuse::{Aligned, EditKind};
use soi::text::Span;
use soi::views::compare::{
    Distinctive, Paired, Section, distinctive, is_carried, is_number, is_unchanged, paired, sections,
};

use crate::address::{Address, View};
use crate::figure::Scene;
use crate::figure::sheet_text::squeeze;
use crate::figure::table::{Cell, Column, Table};
use crate::navigate::absolute;
use crate::pages::about::ids;
use crate::pages::compare_sets;
use crate::parts::copy_button::CopyButton;
use crate::parts::figure::tools;

/// Reports offered in a picker.
const OFFERED: usize = 60;

/// Distinctive words shown for each report.
const WORDS: usize = 16;

/// The two reports that the address names, else the first two of the set.
pub fn show(scene: &Scene) -> AnyView {
    let words = scene.lang.compare();
    // What the right side is of, where that is a set.
    if let Some(of) = scene.address.of.as_deref() {
        return compare_sets::show(scene, of);
    }
    let sets = scene.address.about(Some(compare_sets::ALL)).to_string();
    let sets = view! { <p class="measures-tests"><a href=sets>{words.sets_link}</a></p> };
    let set: Vec<ReportId> = ids(scene).collect();
    let named = |id: &Option<String>| id.as_deref().and_then(|id| scene.explorer.find(id));
    let (left, right) = (named(&scene.address.report), named(&scene.address.with));
    let other = |than: Option<ReportId>| set.iter().copied().find(|&id| Some(id) != than);
    let left = left.or_else(|| other(right));
    let right = right.or_else(|| other(left));
    let (Some(left), Some(right)) = (left, right) else {
        return view! {
            <div class="reports-empty">
                <p>{words.too_few}</p>
                {sets}
            </div>
        }
        .into_any();
    };
    let sides = Sides { scene, left, right };
    let whole = {
        let scene = scene.clone();
        Box::new(move || Sides { scene: &scene, left, right }.table())
    };
    view! {
        <div class="compare">
            {sets}
            <div class="compare-heads">
                {sides.head(left, &set, true)} {sides.head(right, &set, false)}
            </div>
            {sides.measures()}
            {sides.words()}
            <section class="compare-part">
                <h2 class="figure-title">{words.sentences}</h2>
                <p class="figure-hint">{words.sentences_hint}</p>
                {sides.sections()}
            </section>
            {tools(scene, words.sentences, whole, None)}
        </div>
    }
    .into_any()
}

struct Sides<'a> {
    scene: &'a Scene,
    left: ReportId,
    right: ReportId,
}

impl Sides<'_> {
    /// The comparison of these two.
    fn address(&self, left: ReportId, right: ReportId) -> Address {
        let id = |report: ReportId| Some(self.scene.explorer.report(report).id.clone());
        Address { report: id(left), with: id(right), ..self.scene.address.showing(View::Compare) }
    }

    /// A report's title and how to take another in its place.
    fn head(&self, id: ReportId, set: &[ReportId], is_left: bool) -> AnyView {
        let (scene, words) = (self.scene, self.scene.lang.compare());
        let offered = set.iter().copied().filter(|&other| other != self.left && other != self.right).take(OFFERED);
        let offered = offered.map(|other| {
            let address = if is_left { self.address(other, self.right) } else { self.address(self.left, other) };
            let byline = scene.byline(other);
            view! {
                <li>
                    <a href=address.to_string() lang="vi">
                        {scene.title(other).to_owned()}
                    </a>
                    " "
                    <span class="said-byline">{byline}</span>
                </li>
            }
        });
        let offered: Vec<_> = offered.collect();
        let left_out = set.len().saturating_sub(OFFERED + 2);
        let hint = (left_out > 0).then(|| {
            let text = [&scene.lang.number(left_out), " ", words.left_out].concat();
            view! { <p class="figure-hint">{text}</p> }
        });
        let swap = is_left.then(|| {
            let address = self.address(self.right, self.left);
            view! { <a class="compare-swap" href=address.to_string()>{words.swap}</a> }
        });
        let link = (!is_left).then(|| {
            let link = absolute(&self.address(self.left, self.right));
            view! { <CopyButton label=scene.lang.words().copy_link text=link /> }
        });
        view! {
            <div class="compare-head">
                <h2 class="compare-title" lang="vi">
                    <a href=scene.to_report(id)>{scene.title(id).to_owned()}</a>
                </h2>
                <p class="said-byline">{scene.byline(id)}</p>
                <details class="compare-picker">
                    <summary>{if is_left { words.pick_left } else { words.pick_right }}</summary>
                    <ul>{offered}</ul>
                    {hint}
                </details>
                {swap}
                {link}
            </div>
        }
        .into_any()
    }

    /// The measures that both have, each value leading to its sentence.
    fn measures(&self) -> Option<AnyView> {
        let (scene, words) = (self.scene, self.scene.lang.compare());
        let (left, right) = (scene.explorer.report(self.left), scene.explorer.report(self.right));
        let mut pairs = paired(left, right);
        if pairs.is_empty() {
            return None;
        }
        // What changed is read first.
        soi::order::by_key(&mut pairs, |pair| is_unchanged(left, right, pair));
        let rows = pairs.iter().map(|pair| {
            let subject = pair.left.first().and_then(|&i| left.measures.get(i)?.subject.clone()).unwrap_or_default();
            let changed = !is_unchanged(left, right, pair);
            let copy = changed.then(|| self.copy_measures(pair, &subject));
            view! {
                <tr data-changed=changed.then_some("")>
                    <td lang="vi">{subject}</td>
                    <td>{self.values(self.left, &pair.left)}</td>
                    <td>{self.values(self.right, &pair.right)}</td>
                    <td>{if changed { words.changed } else { words.same }} " " {copy}</td>
                </tr>
            }
        });
        let rows: Vec<_> = rows.collect();
        let table = view! {
            <section class="compare-part">
                <h2 class="figure-title">{words.measures}</h2>
                <div class="table-frame" tabindex="0" role="region" aria-label=words.measures>
                    <table class="table compare-measures">
                        <thead>
                            <tr>
                                <th scope="col">{words.subject}</th>
                                <th scope="col">{words.left}</th>
                                <th scope="col">{words.right}</th>
                                <th scope="col">{words.change}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        };
        Some(table.into_any())
    }

    fn values(&self, id: ReportId, entries: &[usize]) -> Vec<AnyView> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let measures = entries.iter().filter_map(|&i| scene.explorer.report(id).measures.get(i));
        measures
            .map(|measure| {
                view! {
                    <a class="compare-value" lang="vi" data-kind="measure" href=scene.to_quote(id, &measure.quote)>
                        {lang.measure(measure)}
                    </a>
                    " "
                    <span class="said-byline">{lang.measure_role(measure.role)}</span>
                    " "
                }
                .into_any()
            })
            .collect()
    }

    /// A changed number as text: what it was, what it is, each with its link.
    fn copy_measures(&self, pair: &Paired, subject: &str) -> AnyView {
        let scene = self.scene;
        let side = |id: ReportId, entries: &[usize]| -> String {
            let report = scene.explorer.report(id);
            let lines = entries.iter().filter_map(|&i| report.measures.get(i)).map(|measure| {
                let link = self.link(id, &measure.quote);
                [&scene.lang.measure(measure), " (", &scene.byline(id), ") ", &link].concat()
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        let text = [subject, ":\n", &side(self.left, &pair.left), "\n→ ", &side(self.right, &pair.right)].concat();
        view! { <CopyButton label=scene.lang.compare().copy_number text=text /> }.into_any()
    }

    fn link(&self, id: ReportId, quote: &Quote) -> String {
        let report = self.scene.explorer.report(id);
        let statement = soi::annotate::statement_at(report, quote.span());
        absolute(&self.scene.address.opening_at(&report.id, statement, quote.span()))
    }

    /// The words that one uses more than the other; each opens its report with the word marked.
    fn words(&self) -> AnyView {
        let (scene, words) = (self.scene, self.scene.lang.compare());
        let (left, right) = (scene.explorer.report(self.left), scene.explorer.report(self.right));
        let [ours, theirs] = distinctive(left, right, WORDS);
        let list = |id: ReportId, found: Vec<Distinctive>| {
            word_list(scene, found, |query| Address { query, ..scene.address.opening(scene.explorer.id(id), None) })
        };
        view! {
            <section class="compare-part">
                <h2 class="figure-title">{words.distinctive}</h2>
                <p class="figure-hint">{words.distinctive_hint}</p>
                <div class="compare-sides">{list(self.left, ours)} {list(self.right, theirs)}</div>
            </section>
        }
        .into_any()
    }

    /// The sentences by area.
    fn sections(&self) -> Vec<AnyView> {
        let scene = self.scene;
        let (left, right) = (scene.explorer.report(self.left), scene.explorer.report(self.right));
        sections(left, right).iter().map(|section| self.section(section)).collect()
    }

    fn section(&self, section: &Section) -> AnyView {
        let name = section.area.map_or(self.scene.lang.statements().no_area, |area: Area| self.scene.lang.area(area));
        let pairs: Vec<AnyView> = section.pairs.iter().filter_map(|pair| self.pair(pair)).collect();
        let alone = |id: ReportId, statements: &[usize]| {
            let items =
                statements.iter().filter_map(|&at| sentence(self.scene, id, at, &[], false)).collect::<Vec<_>>();
            view! { <div class="compare-cell">{items}</div> }
        };
        let rest = (!section.left.is_empty() || !section.right.is_empty()).then(|| {
            view! {
                <div class="compare-sides">{alone(self.left, &section.left)} {alone(self.right, &section.right)}</div>
            }
        });
        view! {
            <section class="compare-area">
                <h3 class="sheet-area">{name}</h3>
                {pairs}
                {rest}
            </section>
        }
        .into_any()
    }

    fn pair(&self, pair: &Aligned) -> Option<AnyView> {
        let carried = is_carried(pair);
        let edits = |kind: EditKind, id: ReportId| -> Vec<(Span, bool)> {
            let report = self.scene.explorer.report(id);
            let found = pair.edits.iter().filter(|edit| edit.kind == kind);
            found.map(|edit| (edit.at, is_number(report, edit))).collect()
        };
        let left = sentence(self.scene, self.left, pair.left?, &edits(EditKind::Left, self.left), carried)?;
        let right = sentence(self.scene, self.right, pair.right?, &edits(EditKind::Right, self.right), carried)?;
        Some(
            view! {
                <div class="compare-sides" data-carried=carried.then_some("")>
                    <div class="compare-cell">{left}</div>
                    <div class="compare-cell">{right}</div>
                </div>
            }
            .into_any(),
        )
    }

    /// All of it as a table: the measures, then the sentences by area.
    fn table(&self) -> Table {
        let (scene, words) = (self.scene, self.scene.lang.compare());
        let (left, right) = (scene.explorer.report(self.left), scene.explorer.report(self.right));
        let values = |id: ReportId, entries: &[usize]| -> Cell {
            let found: Vec<_> = entries.iter().filter_map(|&i| scene.explorer.report(id).measures.get(i)).collect();
            let text = found.iter().map(|measure| scene.lang.measure(measure)).collect::<Vec<_>>().join("; ");
            let href = found.first().map(|measure| scene.to_quote(id, &measure.quote));
            Cell { href, ..Cell::text(text) }
        };
        let said = |id: ReportId, at: Option<usize>| -> Cell {
            let found = at.and_then(|at| Some((at, scene.explorer.report(id).statements.get(at)?)));
            let cell = |(at, found): (usize, &soi::report::Statement)| {
                Cell::text(squeeze(found.quote.as_str())).to(scene.to_statement(id, at))
            };
            found.map(cell).unwrap_or_default()
        };
        let mut rows = Vec::new();
        for pair in paired(left, right) {
            let subject = pair.left.first().and_then(|&i| left.measures.get(i)?.subject.clone()).unwrap_or_default();
            let change = if is_unchanged(left, right, &pair) { words.same } else { words.changed };
            let (one, other) = (values(self.left, &pair.left), values(self.right, &pair.right));
            rows.push(vec![Cell::text(subject), one, other, Cell::text(change)]);
        }
        for section in sections(left, right) {
            let area = section.area.map_or(scene.lang.statements().no_area, |area| scene.lang.area(area));
            for pair in &section.pairs {
                let change = if is_carried(pair) { words.same } else { words.changed };
                let (one, other) = (said(self.left, pair.left), said(self.right, pair.right));
                rows.push(vec![Cell::text(area), one, other, Cell::text(change)]);
            }
            let alone = section.left.iter().map(|&at| (said(self.left, Some(at)), Cell::default()));
            let alone = alone.chain(section.right.iter().map(|&at| (Cell::default(), said(self.right, Some(at)))));
            rows.extend(alone.map(|(one, other)| vec![Cell::text(area), one, other, Cell::text(words.alone)]));
        }
        let columns = vec![
            Column::words("about", words.about),
            Column::quoted("left", [words.left, ": ", scene.title(self.left)].concat()),
            Column::quoted("right", [words.right, ": ", scene.title(self.right)].concat()),
            Column::words("change", words.change),
        ];
        Table { key: "compare", title: scene.lang.view(View::Compare).to_owned(), columns, rows }
    }
}

/// Words with how often this side and the other have them, each leading to `to` its search.
pub(super) fn word_list(scene: &Scene, found: Vec<Distinctive>, to: impl Fn(String) -> Address) -> AnyView {
    let items = found.into_iter().map(|word| {
        let href = to(word.query).to_string();
        let counts = [&scene.lang.number(word.count), " : ", &scene.lang.number(word.other)].concat();
        view! {
            <li>
                <a href=href lang="vi">
                    {word.word}
                </a>
                " "
                <span class="said-byline">{counts}</span>
            </li>
        }
    });
    view! { <ul class="compare-words">{items.collect_view()}</ul> }.into_any()
}

/// A sentence with what only it has marked: words, and numbers, which lead to their place.
pub(super) fn sentence(
    scene: &Scene,
    id: ReportId,
    at: usize,
    edits: &[(Span, bool)],
    carried: bool,
) -> Option<AnyView> {
    let words = scene.lang.compare();
    let report = scene.explorer.report(id);
    let statement = report.statements.get(at)?;
    let whole = statement.quote.span();
    let piece = |start: u32, end: u32| {
        report.source.get(Span::new(start, end.max(start)).range()).unwrap_or_default().to_owned()
    };
    let mut pieces: Vec<AnyView> = Vec::new();
    let mut from = whole.start;
    let mut numbers: Vec<String> = Vec::new();
    for &(edit, number) in edits.iter().filter(|(edit, _)| whole.covers(*edit)) {
        pieces.push(piece(from, edit.start).into_any());
        let text = piece(edit.start, edit.end);
        pieces.push(match number {
            true => {
                let address = scene.address.opening_at(&report.id, Some(at), edit);
                let told = ["“", &squeeze(&text), "” – ", &squeeze(statement.quote.as_str())].concat();
                numbers
                    .push([&told, "\n", scene.title(id), ", ", &scene.byline(id), "\n", &absolute(&address)].concat());
                view! { <a class="compare-number" href=address.to_string()>{text}</a> }.into_any()
            }
            false => view! { <mark class="compare-new">{text}</mark> }.into_any(),
        });
        from = edit.end;
    }
    pieces.push(piece(from, whole.end).into_any());
    let copy = numbers.into_iter().map(|text| view! { <CopyButton label=words.copy_number text=text /> });
    let place = scene.lang.sentence(at);
    Some(
        view! {
            <p class="compare-sentence" data-role=statement.role.as_str()>
                <span lang="vi">{pieces}</span>
                " "
                <a class="sheet-place" href=scene.to_statement(id, at)>{place}</a>
                {(!carried).then(|| copy.collect_view())}
            </p>
        }
        .into_any(),
    )
}
