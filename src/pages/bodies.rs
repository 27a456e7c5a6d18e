//! Bodies: where each stands, the meetings it held, who holds posts there.

use std::collections::BTreeMap;

use leptos::prelude::*;
use soi::annotate::statement_at;
use soi::explore::{Identity, Note, ReportId};
use soi::filter::Facet;
use soi::order;
use soi::report::Organisation;
use soi::text::lower_text;
use soi::views::hierarchy::{Body, Branch, Node, tree};
use soi::views::members::{Member, members};

use crate::address::View;
use crate::figure::Scene;
use crate::figure::table::{Cell, Column, Table};
use crate::pages::about::{
    capped, cells, date_cell, extent, facts, head, identity_cell, ids, main_meeting, meeting_cell, missing, name_of,
    organiser, report_cell, sentences, table_where, to_identity, told_cells,
};
use crate::pages::set::no_figures;
use crate::parts::figure::table_figure;
use crate::parts::stages::{stage, stages};

/// Bodies in the tree and rows of the directory.
const MOST: usize = 400;

/// The directory, or the page of one body.
pub fn show(scene: &Scene) -> AnyView {
    let none = scene.reports().all(|(_, report)| report.organisations.is_empty());
    let inside = match scene.address.of.as_deref() {
        None if none => no_figures(scene),
        None => directory(scene),
        Some(of) => {
            let all = members(&scene.explorer, Facet::Organisation, ids(scene));
            let identity = scene.explorer.entity(Facet::Organisation, of);
            let named = |identity: Identity<'_>| all.iter().find(|member| member.identity.key() == identity.key());
            match identity.and_then(named) {
                Some(member) => one(scene, member, &all),
                None => missing(scene),
            }
        }
    };
    view! { <div class="cards">{inside}</div> }.into_any()
}

fn entry(scene: &Scene, (report, entry): (ReportId, usize)) -> &Organisation {
    &scene.explorer.report(report).organisations[entry]
}

/// A body as the hierarchy sees it: its level is that of the first report that tells one.
fn body<'a>(scene: &Scene, member: &Member<'a>) -> Body<'a> {
    let province = match member.identity.note() {
        Some(Note::Province(province)) => Some(&**province),
        _ => None,
    };
    let level = member.entries.iter().find_map(|&at| entry(scene, at).level);
    let report = member.entries.first().map(|&(report, _)| report.0).filter(|_| member.identity.total() == 1);
    Body { name: member.identity.label(), level, province, report }
}

/// The tree, then the table; each asks for the bodies itself, for they are the explorer's.
fn directory(scene: &Scene) -> AnyView {
    let tree = stage(scene, |scene| {
        let all = members(&scene.explorer, Facet::Organisation, ids(scene));
        let shown = &all[..all.len().min(MOST)];
        let bodies: Vec<Body<'_>> = shown.iter().map(|member| body(scene, member)).collect();
        let words = scene.lang.about();
        let hint = [words.tree_hint, &capped(scene, shown.len(), all.len())].concat();
        let tree = view! {
            <section class="figure" id="tree">
                <div class="figure-head">
                    <h2 class="figure-title">{words.tree}</h2>
                    <p class="figure-hint">{hint}</p>
                </div>
                {branches(scene, shown, &tree(&bodies), None)}
            </section>
        };
        Some(tree.into_any())
    });
    let listed = stage(scene, |scene| {
        let all = members(&scene.explorer, Facet::Organisation, ids(scene));
        let shown = &all[..all.len().min(MOST)];
        Some(table_figure(scene, &capped(scene, shown.len(), all.len()), listed(scene, shown)))
    });
    stages(scene, vec![tree, listed]).into_any()
}

fn listed(scene: &Scene, shown: &[Member<'_>]) -> Table {
    let (lang, words) = (scene.lang, scene.lang.about());
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    for report in ids(scene) {
        if let Some(organiser) = organiser(scene, report) {
            *held.entry(organiser.key()).or_default() += 1;
        }
    }
    let rows = shown.iter().map(|member| {
        let kind = member.entries.first().map(|&at| lang.organisation(entry(scene, at).kind)).unwrap_or_default();
        let mentions: usize = member.entries.iter().map(|&at| entry(scene, at).mentions.len()).sum();
        let name = identity_cell(scene, member.identity);
        let meetings = held.get(member.identity.key()).copied().unwrap_or(0);
        let counts = [meetings, mentions, member.reports];
        let [meetings, mentions, reports] = counts.map(|count| Cell::count(count, lang).led_by(&name));
        vec![
            name,
            Cell::text(kind),
            Cell::text(body(scene, member).level.map(|level| lang.level(level)).unwrap_or_default()),
            meetings,
            mentions,
            reports,
        ]
    });
    let columns = vec![
        Column::quoted("name", words.name),
        Column::words("kind", words.kind),
        Column::words("level", words.level),
        Column::number("meetings", words.meetings),
        Column::number("mentions", words.mentions),
        Column::number("reports", words.reports),
    ];
    Table { key: "bodies", title: words.bodies.to_owned(), columns, rows: rows.collect() }
}

/// The tree as nested lists; `here` is the body of the page.
fn branches(scene: &Scene, all: &[Member<'_>], branches: &[Branch], here: Option<usize>) -> AnyView {
    let (lang, words) = (scene.lang, scene.lang.about());
    let items = branches.iter().map(|branch| {
        let (name, quoted) = match &branch.province {
            Some(province) => (province.clone(), Some("vi")),
            None if branch.central => (words.centre.to_owned(), None),
            None => (words.elsewhere.to_owned(), None),
        };
        let count: usize = branch.tiers.iter().flat_map(|tier| &tier.nodes).map(size).sum();
        let tiers = branch.tiers.iter().map(|tier| {
            let nodes = tier.nodes.iter().map(|node| leaf(scene, all, node, here)).collect::<Vec<_>>();
            let level = tier.level.map_or(words.no_level, |level| lang.level(level));
            let heading = (!branch.central).then(|| view! { <p class="tree-level">{level}</p> });
            view! {
                <li>
                    {heading} <ul>{nodes}</ul>
                </li>
            }
            .into_any()
        });
        let open = branches.len() < 6 || branch.central;
        view! {
            <li>
                <details open=open>
                    <summary>
                        <span lang=quoted>{name}</span>
                        <span class="tree-count">{lang.number(count)}</span>
                    </summary>
                    <ul>{tiers.collect::<Vec<_>>()}</ul>
                </details>
            </li>
        }
        .into_any()
    });
    view! { <ul class="tree">{items.collect::<Vec<_>>()}</ul> }.into_any()
}

fn size(node: &Node) -> usize {
    1 + node.below.iter().map(size).sum::<usize>()
}

fn leaf(scene: &Scene, all: &[Member<'_>], node: &Node, here: Option<usize>) -> AnyView {
    let member = &all[node.body];
    let href = to_identity(scene, member.identity);
    let current = (here == Some(node.body)).then_some("true");
    let below = (!node.below.is_empty()).then(|| {
        let nodes = node.below.iter().map(|node| leaf(scene, all, node, here)).collect::<Vec<_>>();
        view! { <ul>{nodes}</ul> }
    });
    view! {
        <li>
            <a href=href lang="vi" aria-current=current>
                {name_of(scene, member.identity)}
            </a>
            <span class="tree-count">{scene.lang.number(member.reports)}</span>
            {below}
        </li>
    }
    .into_any()
}

/// The nodes from the top down to a body, and those below it.
fn path(nodes: &[Node], body: usize) -> Option<(Vec<usize>, &Node)> {
    nodes.iter().find_map(|node| {
        if node.body == body {
            return Some((Vec::new(), node));
        }
        let (mut above, found) = path(&node.below, body)?;
        above.insert(0, node.body);
        Some((above, found))
    })
}

fn one(scene: &Scene, member: &Member<'_>, all: &[Member<'_>]) -> AnyView {
    let (lang, words) = (scene.lang, scene.lang.about());
    let bodies: Vec<Body<'_>> = all.iter().map(|member| body(scene, member)).collect();
    let place = all.iter().position(|other| other.identity.key() == member.identity.key()).unwrap_or_default();
    let whole = tree(&bodies);
    let found = whole.iter().find_map(|branch| {
        let found = branch.tiers.iter().find_map(|tier| path(&tier.nodes, place))?;
        Some((branch, found))
    });
    let link = |i: &usize| identity_cell(scene, all[*i].identity);
    let (mut above, mut below) = (Vec::new(), Vec::new());
    if let Some((branch, (up, node))) = found {
        above.push(Cell::text(match &branch.province {
            Some(province) => province.as_str(),
            None if branch.central => words.centre,
            None => words.elsewhere,
        }));
        above.extend(up.iter().map(link));
        below.extend(node.below.iter().map(|node| link(&node.body)).take(60));
    }
    let mut said = Vec::new();
    for &at in &member.entries {
        let report = scene.explorer.report(at.0);
        let mut here: Vec<(ReportId, usize)> = Vec::new();
        let mentions = entry(scene, at).mentions.iter();
        here.extend(mentions.filter_map(|quote| Some((at.0, statement_at(report, quote.span())?))));
        order::natural(&mut here);
        said.extend(here);
    }
    said.dedup();
    let kind = member.entries.first().map(|&at| lang.organisation(entry(scene, at).kind)).unwrap_or_default();
    let level = bodies[place].level.map(|level| lang.level(level)).unwrap_or_default();
    let key = member.identity.key();
    let keep = scene.address.showing(View::Reports).choosing(&[(Facet::Organisation, key)]).to_string();
    let measures = scene.address.showing(View::Measures).choosing(&[(Facet::Organisation, key)]).to_string();
    let around = scene.address.showing(View::Network).about(Some(&["organisation:", key].concat())).to_string();
    let forms = member.identity.forms().into_iter().map(|form| form.text).take(6).collect();
    let rows = vec![
        (words.kind, vec![Cell::text(kind)]),
        (words.level, vec![Cell::text(level)]),
        (words.above, above),
        (words.below, below),
        (words.forms, cells(forms)),
        (words.reason, told_cells(scene, member.identity)),
        (words.reports, vec![Cell::text(extent(scene, member.reports, said.len())), Cell::text(words.keep).to(keep)]),
        (words.measures, vec![Cell::text(words.open_page).to(measures)]),
        (words.network, vec![Cell::text(words.open_page).to(around)]),
    ];
    view! {
        {head(scene, &name_of(scene, member.identity), Some("organisation"))}
        {facts(rows)}
        {table_where(scene, "", held(scene, member.identity))}
        {table_where(scene, "", holders(scene, member))}
        {sentences(scene, said)}
    }
    .into_any()
}

/// The meetings that the body held.
fn held(scene: &Scene, body: Identity<'_>) -> Table {
    let (lang, words) = (scene.lang, scene.lang.about());
    let mut reports: Vec<ReportId> =
        ids(scene).filter(|&report| organiser(scene, report).is_some_and(|other| other.key() == body.key())).collect();
    order::by_key(&mut reports, |&report| (scene.date(report).unwrap_or_default().to_owned(), report));
    let rows = reports.into_iter().map(|report| {
        let event = main_meeting(scene, report);
        let place = event.and_then(|event| event.place.as_deref()).unwrap_or_default();
        let period = event.and_then(|event| event.period.as_deref());
        let period = Cell {
            sort: period.map(str::to_owned),
            ..Cell::text(period.map(|period| lang.interval(period)).unwrap_or_default())
        };
        vec![
            date_cell(scene, report),
            meeting_cell(scene, report),
            Cell::text(place),
            period,
            report_cell(scene, report),
        ]
    });
    let columns = vec![
        Column::words("date", words.date),
        Column::words("meeting", words.meeting),
        Column::quoted("place", words.place),
        Column::words("period", lang.measures().period),
        Column::quoted("report", words.report),
    ];
    Table { key: "attended", title: words.held.to_owned(), columns, rows: rows.collect() }
}

/// Who holds a post whose words name the body.
fn holders(scene: &Scene, member: &Member<'_>) -> Table {
    let words = scene.lang.about();
    let name = lower_text(member.identity.label());
    let mut rows = Vec::new();
    for &(report, at) in &member.entries {
        let short = lower_text(&scene.explorer.report(report).organisations[at].name);
        for (i, person) in scene.explorer.report(report).people.iter().enumerate() {
            let Some(identity) = scene.explorer.entity_of(Facet::Person, report, i) else { continue };
            // The body at the end of the post: `Bí thư Tỉnh ủy`, not `Chánh Văn phòng Tỉnh ủy` for `Văn phòng`.
            let posts = person.positions.iter().filter(|post| {
                let post = lower_text(post);
                post.ends_with(&name) || post.ends_with(&short)
            });
            for post in posts {
                let link = match person.mentions.first() {
                    Some(quote) => scene.to_quote(report, quote),
                    None => scene.to_report(report),
                };
                rows.push(vec![
                    date_cell(scene, report),
                    identity_cell(scene, identity),
                    Cell::text(post).to(link),
                    report_cell(scene, report),
                ]);
            }
        }
    }
    order::by_key(&mut rows, |row| row[0].sort.clone());
    let columns = vec![
        Column::words("date", words.date),
        Column::quoted("name", words.name),
        Column::quoted("post", words.post),
        Column::quoted("report", words.report),
    ];
    Table { key: "posts", title: words.posts_there.to_owned(), columns, rows }
}
