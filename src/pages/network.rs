//! Who and what is named together in a sentence.

use leptos::prelude::*;
use soi::explore::ReportId;
use soi::filter::Facet;
use soi::geometry::ring;
use soi::views::network::{Graph, Kind, Limits, Node, graph};

use crate::figure::Scene;
use crate::figure::picture::{Mark, Picture, Shape};
use crate::figure::table::{Cell, Column, Table};
use crate::pages::about::{capped, fitting, head, ids, main_meeting, name_of, to_identity};
use crate::parts::figure::figure;
use crate::parts::picture::px;

/// Ties drawn.
const TIES: usize = 80;

/// The network of the filtered set, or of what is around one node.
pub fn show(scene: &Scene) -> AnyView {
    let words = scene.lang.about();
    let kinds: &[Kind] = match scene.address.mode() {
        "people" => &[Kind::Person],
        "bodies" => &[Kind::Organisation],
        "directives" => &[Kind::Directive, Kind::Organisation],
        "meetings" => &[Kind::Person, Kind::Organisation, Kind::Meeting],
        _ => &Kind::ALL,
    };
    let of = scene.address.of.as_deref();
    let nodes = if scene.room < 600 { 20 } else { 40 };
    let graph = graph(&scene.explorer, ids(scene), kinds, of, Limits { nodes, ties: TIES });
    let centre = of.and_then(|of| graph.nodes.iter().find(|node| node.address() == of));
    let top = of.map(|_| {
        let title = centre.map(|node| name(scene, node)).unwrap_or_default();
        view! {
            {head(scene, &title, centre.map(|node| node.kind.as_str()))}
            {centre.map(|node| view! { <p class="net-open"><a href=page(scene, node)>{words.open_page}</a></p> })}
        }
    });
    if graph.ties.is_empty() {
        return view! {
            {top}
            <p class="reports-empty">{words.net_none}</p>
        }
        .into_any();
    }
    let hint = [words.net_hint, &capped(scene, graph.nodes.len(), graph.nodes_total)].concat();
    view! {
        {top}
        {legend(scene, kinds)}
        <div class="cards">{figure(scene, &hint, drawing(scene, &graph), table(scene, &graph))}</div>
    }
    .into_any()
}

/// The name of a node.
fn name(scene: &Scene, node: &Node) -> String {
    match main_meeting(scene, node.report) {
        Some(event) if node.kind == Kind::Meeting => {
            let date = event.date.as_deref().map(|date| scene.lang.date(date));
            let parts = [Some(scene.lang.meeting(event.kind).to_owned()), date, event.organiser.clone()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        _ => match node.kind.facet().and_then(|facet| scene.explorer.entity(facet, &node.key)) {
            Some(identity) => name_of(scene, identity),
            None => node.label.clone(),
        },
    }
}

/// The page of what a node stands for.
fn page(scene: &Scene, node: &Node) -> String {
    let identity = node.kind.facet().and_then(|facet: Facet| scene.explorer.entity(facet, &node.key));
    match (identity, main_meeting(scene, node.report)) {
        (Some(identity), _) => to_identity(scene, identity),
        (None, Some(event)) => scene.to_quote(node.report, &event.quote),
        (None, None) => scene.to_report(node.report),
    }
}

fn drawing(scene: &Scene, graph: &Graph) -> Picture {
    const ROW: f64 = 28.0;
    let (width, count) = (f64::from(scene.room), graph.nodes.len());
    let ties: Vec<(usize, usize, usize)> = graph.ties.iter().map(|tie| (tie.a, tie.b, tie.weight)).collect();
    let order = ring::arrange(count, &ties);
    let side = (width * 0.32).min(300.0);
    let places = ring::ring(count, width, ROW, side);
    let mut at = vec![0; count];
    order.iter().enumerate().for_each(|(place, &node)| at[node] = place);
    let height = ring::height(count, ROW).max(ROW);
    let most = graph.ties.first().map_or(1, |tie| tie.weight.max(1));
    let mut marks = Vec::new();
    for tie in graph.ties.iter().rev() {
        let (a, b) = (places[at[tie.a]], places[at[tie.b]]);
        // One sentence is the thinnest, the strongest the thickest.
        let class = match (tie.weight - 1) * 3 / most {
            0 => "mark-tie",
            1 => "mark-tie mark-tie-2",
            _ => "mark-tie mark-tie-3",
        };
        let d = ring::tie(a, b, width).map(px);
        let d =
            ["M", &d[0], " ", &d[1], "C", &d[2], " ", &d[3], " ", &d[4], " ", &d[5], " ", &d[6], " ", &d[7]].concat();
        let said = [&scene.lang.number(tie.weight), " ", scene.lang.about().sentences_count].concat();
        let said = [&name(scene, &graph.nodes[tie.a]), " – ", &name(scene, &graph.nodes[tie.b]), ": ", &said].concat();
        marks.push(Mark::new(class, Shape::Path { d }).named(said));
    }
    for (i, node) in graph.nodes.iter().enumerate() {
        let place = places[at[i]];
        let name = name(scene, node);
        let radius = 4.0 + (node.sentences as f64).sqrt().min(5.0);
        marks.push(Mark::new("", Shape::Dot { x: place.x, y: place.y, radius }).of(node.kind.as_str()));
        let gap = 14.0;
        let (x, anchor, room) = match place.left {
            true => (place.x - gap, "end", place.x - gap),
            false => (place.x + gap, "start", width - place.x - gap),
        };
        let label = fitting(&name, room);
        marks.push(Mark::text("mark-label", x, place.y + 4.0, anchor, label.clone()));
        let long = (label.chars().count() as f64 * 6.8 + gap).min(room + gap);
        let from = if place.left { place.x - long } else { place.x - 10.0 };
        let over =
            Shape::Box { x: from, y: place.y - ROW / 2.0 + 1.0, width: long + 10.0, height: ROW - 2.0, round: 2.0 };
        let address = node.address();
        let current = scene.address.of.as_deref() == Some(address.as_str());
        let href = match (current, node.kind) {
            (true, _) | (_, Kind::Meeting) => page(scene, node),
            _ => scene.address.about(Some(&address)).to_string(),
        };
        let said = [&name, ": ", &scene.lang.number(node.sentences), " ", scene.lang.about().sentences_count].concat();
        marks.push(Mark { current, ..Mark::new("mark-hit", over).named(said).to(href) });
    }
    Picture { width, height, marks }
}

fn table(scene: &Scene, graph: &Graph) -> Table {
    let (lang, words) = (scene.lang, scene.lang.about());
    let cell = |i: usize| {
        let node = &graph.nodes[i];
        Cell::text(name(scene, node)).to(page(scene, node)).of(node.kind.as_str())
    };
    let sentence = |(report, statement): (ReportId, usize)| {
        let text = scene.explorer.report(report).statements.get(statement).map(|found| found.quote.as_str());
        Cell::text(text.unwrap_or_default()).to(scene.to_statement(report, statement))
    };
    let rows = graph.ties.iter().map(|tie| {
        let first = sentence(tie.first);
        vec![cell(tie.a), cell(tie.b), Cell::count(tie.weight, lang).led_by(&first), first]
    });
    let columns = vec![
        Column::quoted("one", words.net_one),
        Column::quoted("other", words.net_other),
        Column::number("sentences", words.net_weight),
        Column::quoted("first", words.net_first),
    ];
    Table { key: "network", title: words.net_title.to_owned(), columns, rows: rows.collect() }
}

fn legend(scene: &Scene, kinds: &[Kind]) -> AnyView {
    let lang = scene.lang.words();
    let items: Vec<AnyView> = kinds
        .iter()
        .map(|&kind| {
            let name = match kind {
                Kind::Person => lang.kind_person,
                Kind::Organisation => lang.kind_organisation,
                Kind::Directive => lang.kind_directive,
                Kind::Meeting => lang.kind_event,
            };
            view! {
                <li>
                    <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">
                        <circle class="mark" data-kind=kind.as_str() cx="6" cy="8" r="5"></circle>
                    </svg>
                    {name}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="measures-legend">{items}</ul> }.into_any()
}
