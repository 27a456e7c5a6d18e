//! The corpus at a glance: reports over time and facts by kind. Every mark is a link that filters.

use std::sync::Arc;

use leptos::prelude::*;
use soi::annotate::FactKind;

use crate::app::use_answer;
use crate::corpus::use_explorer;
use crate::i18n::use_lang;
use crate::lazy::{flag, text};
use crate::navigate::{use_address, use_links};
use crate::timeline::{MOST_ROWS, Mark, lay_out, percent};
use soi::explore::{Explorer, ReportId};
use soi::filter::{DateRange, Facet};

/// Up to this many reports, a mark is labelled with its day.
const MOST_LABELS: usize = 12;

/// What a label takes of the axis, in hundredths of a percent: `Kiểm điểm` in the width that shows labels.
const LABEL_ROOM: u32 = 1_150;

/// What a dot takes of the axis.
const MARK_ROOM: u32 = 220;

/// Up to so many labels may stand one above the other.
const MOST_LABEL_ROWS: usize = 4;

/// Past this many reports, or [`MOST_ROWS`], years are bars: marks would be a smear.
const MOST_MARKS: usize = 150;

/// Both pictures.
#[component]
pub fn Strip() -> impl IntoView {
    let words = use_lang().get_untracked().words();
    view! {
        <section class="strip" aria-label=words.glance>
            <OverTime />
            <ByKind />
        </section>
    }
}

/// When the reports were published, else when their meeting was, else the year that they review.
#[component]
fn OverTime() -> impl IntoView {
    let explorer = use_explorer();
    let lang = use_lang().get_untracked();
    let words = lang.words();
    let reports = explorer.len();
    // As the facet of years has them: else the year of the period under review.
    let date =
        |id| explorer.printed_date(id).map(str::to_owned).or_else(|| explorer.date(id).map(|date| date.to_string()));
    let dates: Vec<Option<String>> = (0..reports as u32).map(|report| date(ReportId(report))).collect();
    let lines = |room| lay_out(dates.iter().map(Option::as_deref), room);
    let words_fit = (reports <= MOST_LABELS).then(|| lines(LABEL_ROOM)).filter(|line| line.rows <= MOST_LABEL_ROWS);
    let labelled = words_fit.is_some();
    let line = words_fit.unwrap_or_else(|| lines(MARK_ROOM));
    let undated = reports - line.marks.len();
    let undated = (undated > 0)
        .then(|| view! { <p class="strip-hint">{[&lang.reports(undated), " ", words.undated].concat()}</p> });
    // Without a date there is no axis.
    if line.marks.is_empty() {
        return view! {
            <figure class="over-time">
                <p class="strip-title">{words.over_time}</p>
                {undated}
            </figure>
        }
        .into_any();
    }
    let few = reports <= MOST_MARKS && line.rows <= MOST_ROWS;
    let years = (0..line.years).map(|i| view! { <Year year=line.first_year + i as i32 bars=!few /> }).collect_view();
    let marks = few.then(|| line.marks.iter().map(|&mark| view! { <TimeMark mark labelled /> }).collect_view());
    view! {
        <figure class="over-time">
            <figcaption>
                <p class="strip-title">{words.over_time}</p>
                <p class="strip-hint">{if few { words.over_time_hint } else { words.over_time_columns }}</p>
            </figcaption>
            <div
                class="over-time-plot"
                data-few=labelled.then_some("true")
                style:--rows=few.then(|| line.rows.to_string()) style:--years=line.years.to_string()>
                <ol class="over-time-years">{years}</ol>
                <ol class="over-time-marks">{marks}</ol>
            </div>
            {undated}
        </figure>
    }
    .into_any()
}

/// A column of the time axis: a link that keeps its reports.
#[component]
fn Year(
    /// Which.
    year: i32,
    /// Whether it draws its count as a bar.
    bars: bool,
) -> impl IntoView {
    let answer = use_answer();
    let links = use_links();
    let lang = use_lang().get_untracked();
    let key = StoredValue::new(year.to_string());
    let counts = Memo::new(move |_| {
        let answer = answer.read();
        let years = answer.facets.iter().find(|counts| counts.facet == Facet::Year)?;
        let most = years.values.iter().map(|value| value.total).max().unwrap_or_default();
        let own = key.with_value(|key| years.values.iter().find(|value| years.key(value) == key));
        own.map(|own| (own.count, own.total, most, own.chosen))
    });
    let short = key.with_value(|key| key.get(2..).unwrap_or_default().to_owned());
    let label = key.get_value();
    let (head, tail) = (label.get(..2).unwrap_or_default().to_owned(), short);
    let digits = view! {
        <span class="over-time-year">
            <span class="over-time-century">{head}</span>
            {tail}
        </span>
    };
    let bar = bars.then(|| {
        let height = move |pick: fn((usize, usize, usize)) -> usize| {
            move || {
                let (count, total, most, _) = counts.get().unwrap_or_default();
                percent((pick((count, total, most)) * 10_000 / most.max(1)) as u32)
            }
        };
        view! {
            <span class="over-time-bar" style:block-size=height(|(_, total, _)| total)></span>
            <span class="over-time-bar over-time-bar-now" style:block-size=height(|(count, ..)| count)></span>
        }
    });
    // A year without reports is a tick, not a link.
    if counts.read_untracked().is_none() {
        return view! { <li class="over-time-column">{digits}</li> }.into_any();
    }
    let name = move || {
        let count = counts.get().map_or(0, |(count, ..)| count);
        [&label, ": ", &lang.reports(count)].concat()
    };
    view! {
        <li class="over-time-column">
            <a
                href=text(move || key.with_value(|key| links.read().toggled(Facet::Year, key, false).to_string()))
                title=name.clone()
                aria-label=name
                aria-current=move || {
                    counts.get().and_then(|(_, _, _, chosen)| (chosen == Some(false)).then_some("true"))
                }
            >
                {bar}
                {digits}
            </a>
        </li>
    }
    .into_any()
}

/// One report on the time axis: a link that keeps the reports of its date.
#[component]
fn TimeMark(
    /// Where it stands.
    mark: Mark,
    /// Whether there is room to say its day.
    labelled: bool,
) -> impl IntoView {
    let explorer = use_explorer();
    let answer = use_answer();
    let address = use_address();
    let links = use_links();
    let lang = use_lang().get_untracked();
    let id = ReportId(mark.index as u32);
    let report = explorer.report(id);
    let title = report.title.clone().unwrap_or_else(|| lang.words().untitled.to_owned());
    // What has a place on the axis has a date.
    let dates = explorer.date(id).map(DateRange::from);
    let date = dates.map(|dates| lang.dates(dates)).unwrap_or_default();
    let label = labelled.then(|| {
        let kind = report.events.iter().find(|event| event.main).map(|event| lang.meeting_short(event.kind));
        // The year stands below.
        let day = report.published.as_deref().and_then(|date| lang.day(date));
        view! {
            <span class="over-time-label" aria-hidden="true">
                {kind.map(|kind| view! { <b>{kind}</b> })} {day.map(|day| view! { <span>{day}</span> })}
            </span>
        }
    });
    let name = [&date, " · ", &title].concat();
    let edge = match mark.left + mark.width / 2 {
        middle if middle < LABEL_ROOM / 2 => Some("start"),
        middle if middle > 10_000 - LABEL_ROOM / 2 => Some("end"),
        _ => None,
    };
    let found = Memo::new(move |_| answer.read().hits.iter().any(|hit| hit.report == id));
    view! {
        <li
            class="over-time-mark"
            style:left=percent(mark.left)
            style:width=percent(mark.width)
            style:--row=mark.row.to_string()
            data-edge=edge
            data-out=flag(move || (!found.get()).then_some("true"))
        >
            <a
                href=text(move || {
                    let links = links.read();
                    dates.map_or_else(|| links.set(), |dates| links.within(dates)).to_string()
                })
                title=name.clone()
                aria-label=name.clone()
                aria-current=move || (dates.is_some() && address.read().dates == dates).then_some("true")
            ></a>
            {label}
        </li>
    }
}

/// How many facts of each kind the reports shown hold, against the whole corpus.
#[component]
fn ByKind() -> impl IntoView {
    let explorer = use_explorer();
    let words = use_lang().get_untracked().words();
    let most = FactKind::ALL.iter().map(|&kind| tally(&explorer, kind, None)).max().unwrap_or_default().max(1);
    let rows = FactKind::ALL.map(|kind| view! { <KindRow kind most /> });
    view! {
        <figure class="by-kind">
            <figcaption>
                <p class="strip-title">{words.by_kind}</p>
                <p class="strip-hint">{words.by_kind_hint}</p>
            </figcaption>
            <ul class="by-kind-rows">{rows.collect_view()}</ul>
        </figure>
    }
}

/// One kind of fact.
#[component]
fn KindRow(
    /// Which.
    kind: FactKind,
    /// The corpus' largest count of a kind, the full bar.
    most: usize,
) -> impl IntoView {
    let explorer = use_explorer();
    let answer = use_answer();
    let address = use_address();
    let links = use_links();
    let lang = use_lang().get_untracked();
    let total = tally(&explorer, kind, None);
    let now = Memo::new(move |_| {
        let shown: Vec<_> = answer.read().hits.iter().map(|hit| hit.report).collect();
        tally(&explorer, kind, Some(&shown))
    });
    let width = move |count: usize| percent((count * 10_000 / most) as u32);
    view! {
        <li class="by-kind-row" data-kind=kind.as_str()>
            <a
                href=text(move || links.read().toggled(Facet::Fact, kind.as_str(), false).to_string())
                aria-current=move || {
                    (address.read().chosen(Facet::Fact, kind.as_str()) == Some(false)).then_some("true")
                }
            >
                <span class="by-kind-name">{lang.fact(kind)}</span>
                <span class="by-kind-track" aria-hidden="true">
                    <span class="by-kind-bar" style:width=width(total)></span>
                    <span class="by-kind-bar by-kind-bar-now" style:width=text(move || width(now.get()))></span>
                </span>
                <span class="by-kind-count">
                    {text(move || lang.number(now.get()))}
                    {move || {
                        (now.get() < total)
                            .then(|| view! { <span class="by-kind-total">" / " {lang.number(total)}</span> })
                    }}
                </span>
            </a>
        </li>
    }
}

/// Facts of a kind in the whole corpus, or in some reports.
fn tally(explorer: &Arc<Explorer>, kind: FactKind, among: Option<&[ReportId]>) -> usize {
    match among {
        Some(some) => some.iter().map(|&id| explorer.facts(id, kind)).sum(),
        None => (0..explorer.len() as u32).map(|report| explorer.facts(ReportId(report), kind)).sum(),
    }
}
