//! One report: the page as it was, its facts highlighted, and the panel of facts beside it.

use std::sync::Arc;

use leptos::prelude::*;
use soi::annotate::{FactKind, statement_at};
use soi::report::{Act, Area, BlockKind, Event, Report};
use soi::unread::Unread;

use crate::Rest;
use crate::corpus::use_explorer;
use crate::i18n::{t, use_lang};
use crate::lazy::{part, text};
use crate::navigate::{use_address, use_links};
use crate::parts::figure::files;
use crate::parts::report_legend::Legend;
use crate::parts::report_panel::Panel;
use crate::parts::report_selection::SelectionCard;
use crate::parts::report_text::Text;
use soi::explore::{Explorer, ReportId};

/// The report that is open.
#[derive(Clone)]
pub struct Open {
    explorer: Arc<Explorer>,
    /// Its number in the corpus.
    pub id: ReportId,
    /// What no rule understood of it.
    pub unread: Arc<[Unread]>,
}

impl Open {
    /// The corpus that it is in.
    pub fn explorer(&self) -> &Explorer {
        &self.explorer
    }

    /// Its facts and its text.
    pub fn report(&self) -> &Report {
        self.explorer.report(self.id)
    }

    /// What the present search hits in it.
    pub fn highlights(&self, query: &str) -> Vec<soi::text::Span> {
        self.explorer.highlights(self.id, query)
    }
}

/// What the reader switched on for this visit; taste, not part of the address.
#[derive(Clone, Copy)]
pub struct Layers {
    /// Kinds of fact highlighted, one bit each in the order of [`FactKind::ALL`].
    pub kinds: RwSignal<u8>,
    /// Whether sentences are tinted by their role.
    pub roles: RwSignal<bool>,
    /// Whether the site's furniture and repeated lines are shown.
    pub residue: RwSignal<bool>,
    /// Whether what no rule understood is marked.
    pub unread: RwSignal<bool>,
}

impl Layers {
    fn new() -> Self {
        Self {
            kinds: RwSignal::new(u8::MAX),
            roles: RwSignal::new(false),
            residue: RwSignal::new(false),
            unread: RwSignal::new(false),
        }
    }

    /// Whether facts of that kind are highlighted.
    pub fn shows(self, kind: FactKind) -> bool {
        self.kinds.get() & (1 << kind as u8) != 0
    }
}

/// The open report, or what to do when the address names none that is here.
#[component]
pub fn ReportPage() -> impl IntoView {
    let explorer = use_explorer();
    let address = use_address();
    let found = address.with_untracked(|address| address.report.as_deref().and_then(|id| explorer.find(id)));
    let links = use_links();
    let back = move || links.read().list().to_string();
    let words = t();
    let Some(id) = found else {
        return view! {
            <section class="report-missing">
                <h1>{words.report_missing}</h1>
                <p>
                    <a href=back>{words.back_to_list}</a>
                </p>
            </section>
        }
        .into_any();
    };
    let unread = match (explorer.unread(id), use_context::<Rest>()) {
        (Some(stored), _) => stored.into(),
        (None, Some(rest)) => (rest.unread)(explorer.report(id)).into(),
        (None, None) => Arc::from([]),
    };
    let open = Open { explorer, id, unread };
    let layers = Layers::new();
    let residue_count =
        open.report().blocks.iter().filter(|block| matches!(block.kind, BlockKind::Chrome | BlockKind::Repeat)).count();
    let meeting = open.report().events.iter().find(|event| event.main);
    let meeting = meeting.map(|event| meeting_card(event, open.report()));
    let files = match use_context::<Rest>() {
        Some(rest) => (rest.files)(Some(id)),
        None => files(&open.explorer, &links.read_untracked(), vec![id]),
    };
    let selected = RwSignal::new(None);
    view! {
        <div class="report">
            <p class="report-back">
                <a href=back>"← " {words.back_to_list}</a>
            </p>
            <div class="report-tools">
                <Legend open=open.clone() layers residue_count />
                {outline(open.report())}
                <HitSteps open=open.clone() />
            </div>
            <article
                class="report-page"
                lang="vi"
                data-roles=move || layers.roles.get().then_some("on")
                data-residue=move || layers.residue.get().then_some("on")
            >
                {meeting}
                <Text open=open.clone() layers selected />
            </article>
            <div class="report-side">
                <SelectionCard open=open.clone() selected />
                <Panel open selected />
            </div>
            <div class="report-files">{files}</div>
        </div>
    }
    .into_any()
}

/// Who met, when, where, and what period was under review.
fn meeting_card(event: &Event, report: &Report) -> impl IntoView + use<> {
    let words = t();
    let lang = use_lang().get_untracked();
    let row = |name: &'static str, value: Option<String>| {
        value.map(|value| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            }
        })
    };
    let chairs = report.people.iter().filter(|person| person.acts.contains(&Act::Chairs));
    let chairs = chairs.map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
    view! {
        <dl class="meeting-card" lang=lang.as_str()>
            {row(words.meeting_kind, Some(lang.meeting(event.kind).to_owned()))}
            {row(words.meeting_date, event.date.as_deref().map(|date| lang.date(date)))}
            {row(words.meeting_place, event.place.clone())} {row(words.meeting_organiser, event.organiser.clone())}
            {row(words.meeting_chair, Some(chairs).filter(|chairs| !chairs.is_empty()))}
            {row(words.meeting_period, event.period.as_deref().map(|period| lang.interval(period)))}
        </dl>
    }
}

/// The work areas of the report, each leading to the first sentence about it.
fn outline(report: &Report) -> Option<AnyView> {
    let words = t();
    let lang = use_lang().get_untracked();
    let items: Vec<AnyView> = Area::ALL
        .iter()
        .filter_map(|&area| {
            let mut about = report.statements.iter().enumerate().filter(|(_, s)| s.areas.contains(&area));
            let (first, _) = about.next()?;
            let count = 1 + about.count();
            let id = report.id.clone();
            let links = use_links();
            let href = text(move || links.read().opening(&id, Some(first)).to_string());
            let item = view! {
                <li>
                    <a href=href>{lang.area(area)} <span class="legend-count">{lang.number(count)}</span></a>
                </li>
            };
            Some(item.into_any())
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <nav class="outline" aria-label=words.outline>
                <span class="outline-name" aria-hidden="true">
                    {words.outline}
                </span>
                <ul>{items}</ul>
            </nav>
        }
        .into_any()
    })
}

/// The way from one hit of the search to the next.
#[component]
fn HitSteps(
    /// The report.
    open: Open,
) -> impl IntoView {
    let address = use_address();
    let links = use_links();
    let words = t();
    let lang = use_lang().get_untracked();
    let query = Memo::new(move |_| address.read().query.trim().to_owned());
    part(move || {
        let hits = open.highlights(&query.read());
        let last = hits.len().checked_sub(1)?;
        let address = links.read();
        let now = address.at.and_then(|at| hits.iter().position(|hit| *hit == at));
        // From where the reader is, the next hit is the first one behind.
        let before = hits.iter().rposition(|hit| address.at.is_some_and(|at| hit.start < at.start)).unwrap_or(last);
        let after = hits.iter().position(|hit| address.at.is_none_or(|at| hit.start > at.start)).unwrap_or(0);
        let href = |hit: usize| {
            let at = hits[hit];
            address.opening_at(&open.report().id, statement_at(open.report(), at), at).to_string()
        };
        let place = now.map(|now| [&lang.number(now + 1), " / "].concat()).unwrap_or_default();
        let count = [&place, &lang.number(hits.len()), " ", lang.matches(hits.len())].concat();
        let (before, after) = (href(before), href(after));
        let view = view! {
            <nav class="hit-steps" aria-label=words.hits>
                <span aria-live="polite">{count}</span>
                <a href=before>{words.previous_hit}</a>
                <a href=after>{words.next_hit}</a>
            </nav>
        };
        Some(view.into_any())
    })
}
