//! One report: the page as it was, its facts highlighted, and the panel of facts beside it.

use std::sync::Arc;

use leptos::prelude::*;
use soi::annotate::FactKind;
use soi::report::{BlockKind, Event, Report};

use crate::corpus::use_explorer;
use crate::i18n::{t, use_lang};
use crate::navigate::{use_address, use_links};
use crate::parts::report_legend::Legend;
use crate::parts::report_panel::Panel;
use crate::parts::report_text::Text;
use soi::explore::{Explorer, ReportId};

/// The report that is open.
#[derive(Clone)]
pub struct Open {
    explorer: Arc<Explorer>,
    /// Its number in the corpus.
    pub id: ReportId,
}

impl Open {
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
}

impl Layers {
    fn new() -> Self {
        Self { kinds: RwSignal::new(u8::MAX), roles: RwSignal::new(false), residue: RwSignal::new(false) }
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
    let open = Open { explorer, id };
    let layers = Layers::new();
    let residue_count =
        open.report().blocks.iter().filter(|block| matches!(block.kind, BlockKind::Chrome | BlockKind::Repeat)).count();
    let meeting = open.report().events.iter().find(|event| event.main).map(meeting_card);
    view! {
        <div class="report">
            <p class="report-back">
                <a href=back>"← " {words.back_to_list}</a>
            </p>
            <Legend open=open.clone() layers residue_count />
            <article
                class="report-page"
                lang="vi"
                data-roles=move || layers.roles.get().then_some("on")
                data-residue=move || layers.residue.get().then_some("on")
            >
                {meeting}
                <Text open=open.clone() layers />
            </article>
            <Panel open />
        </div>
    }
    .into_any()
}

/// Who met, when, where, and what period was under review.
fn meeting_card(event: &Event) -> impl IntoView + use<> {
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
    view! {
        <dl class="meeting-card" lang=lang.as_str()>
            {row(words.meeting_kind, Some(lang.meeting(event.kind).to_owned()))}
            {row(words.meeting_date, event.date.as_deref().map(|date| lang.date(date)))}
            {row(words.meeting_place, event.place.clone())} {row(words.meeting_organiser, event.organiser.clone())}
            {row(words.meeting_period, event.period.as_deref().map(|period| lang.interval(period)))}
        </dl>
    }
}
