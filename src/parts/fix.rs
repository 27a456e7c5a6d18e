//! Correcting what was read of a report: what is pointed at or selected, in forms; each line's kind; what was corrected.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
use soi::annotate::{Fact, FactKind};
use soi::corrections::List;
use soi::explore::{Explorer, ReportId};
use soi::report::{BlockKind, Report};
use soi::text::Span;
use soi::text::fold::fold;

use crate::address::Lang;
use crate::fixes::{self, Fixes, use_fixes};
use crate::i18n::use_lang;
use crate::lazy::{flag, part, text};
use crate::navigate::use_address;
use crate::pages::report::Open;
use crate::parts::fix_form::{Field, form, of_fact, of_report, of_statement};
use crate::parts::fix_list::rows_view;
use crate::parts::report_panel::label;
use crate::parts::report_text::find_words;

/// So many names are offered as the same one.
const NAMES_MAX: usize = 40;

/// The card, as the panel asks for it.
pub fn fix(open: &Open, selected: RwSignal<Option<Span>>) -> AnyView {
    let fixes = use_fixes();
    let lang = use_lang().get_untracked();
    let words = lang.fix();
    let address = use_address();
    mark(open.clone(), fixes, lang);
    let id = open.report().id.clone();
    let mine = Memo::new(move |_| {
        let rows = fixes.rows().read();
        rows.iter().filter(|row| row.report == id && row.outcome != "absent").cloned().collect::<Vec<_>>()
    });
    let count = text(move || match mine.read().len() {
        0 => String::new(),
        count => lang.corrections(count),
    });
    let pointed = Memo::new(move |_| {
        let address = address.read();
        (address.statement, address.at)
    });
    // Told anew for every click in the text; forms that somebody fills in are drawn anew only for another selection.
    let chosen = Memo::new(move |_| selected.get());
    let inside = {
        let open = open.clone();
        part(move || {
            fixes.open.get().then(|| {
                let (statement, at) = pointed.get();
                inside(&open, statement, at, chosen.get(), fixes, lang)
            })
        })
    };
    let list = part(move || {
        let rows = mine.get();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="fix-part">
                    <h3>{words.mine}</h3>
                    {rows_view(rows, false, fixes, lang)}
                </section>
            }
            .into_any()
        })
    });
    let failed = part(move || fixes.failed().get().then(|| view! { <p role="alert">{words.failed}</p> }.into_any()));
    let open_now = fixes.open.get_untracked();
    view! {
        <details
            class="fix"
            id="fix"
            data-pointed=flag(move || (pointed.get() != (None, None) || selected.get().is_some()).then_some("true"))
            open=open_now
            on:toggle=move |event: web_sys::Event| {
                // A form's own details open inside.
                if target(&event).is_some_and(|target| target.id() == "fix") {
                    let now = is_opened(&event);
                    // One that is drawn open tells so too.
                    if fixes.open.get_untracked() != now {
                        fixes.open.set(now);
                    }
                }
            }
        >
            <summary id="fix-title">{words.title} " " <span class="legend-count">{count}</span></summary>
            {failed}
            {inside}
            {list}
        </details>
    }
    .into_any()
}

fn target(event: &web_sys::Event) -> Option<web_sys::Element> {
    event.target()?.dyn_into().ok()
}

/// Whether the details that were toggled are open now.
fn is_opened(event: &web_sys::Event) -> bool {
    target(event).is_some_and(|target| target.has_attribute("open"))
}

/// What there is to correct at the place that is pointed at.
fn inside(
    open: &Open,
    statement: Option<usize>,
    at: Option<Span>,
    selected: Option<Span>,
    fixes: Fixes,
    lang: Lang,
) -> AnyView {
    let words = lang.fix();
    let report = open.report();
    let facts: Vec<AnyView> = Fact::all(report)
        .filter(|fact| fact.quotes(report).iter().any(|quote| Some(quote.span()) == at))
        .filter_map(|fact| Some(fact_view(open, fact, at?, fixes, lang)))
        .collect();
    let sentence = statement.filter(|&statement| statement < report.statements.len()).map(|statement| {
        let span = report.statements[statement].quote.span();
        let send = setter(open, List::Statements, span, fixes);
        let fields = of_statement(report, Some(statement), lang);
        view! {
            <section class="fix-part">
                <h3>{lang.words().sentence} " " {statement + 1}</h3>
                {form("fix-sentence".to_owned(), fields, words.none, words.change_done, lang, send)}
            </section>
        }
        .into_any()
    });
    let nothing = facts.is_empty() && sentence.is_none() && selected.is_none();
    view! {
        {nothing.then(|| view! { <p class="fix-hint">{words.hint}</p> })}
        {facts}
        {sentence}
        {adding(open, statement, selected, fixes, lang)}
        {lines(open, fixes, lang)}
        {about(open, fixes, lang)}
    }
    .into_any()
}

/// Sends what a form changed of a fact.
fn setter(open: &Open, list: List, at: Span, fixes: Fixes) -> Box<dyn Fn(String)> {
    let open = open.clone();
    Box::new(move |fields| {
        if fields != "{}" {
            let rest = ["\"do\":\"set\",\"list\":\"", list.as_str(), "\",\"fields\":", &fields].concat();
            fixes.add(&[fixes::line(open.report(), at, &rest)]);
        }
    })
}

const fn list_of(kind: FactKind) -> List {
    match kind {
        FactKind::Event => List::Events,
        FactKind::Person => List::People,
        FactKind::Organisation => List::Organisations,
        FactKind::Directive => List::Directives,
        FactKind::Measure => List::Measures,
        FactKind::Period => List::Periods,
        FactKind::Place => List::Places,
    }
}

/// The fact that is pointed at: wrong, or otherwise, or another's.
fn fact_view(open: &Open, fact: Fact, at: Span, fixes: Fixes, lang: Lang) -> AnyView {
    let words = lang.fix();
    let report = open.report();
    let list = list_of(fact.kind);
    let kind = fact.kind.as_str();
    let deed = |deed: &'static str| {
        let open = open.clone();
        move |_| {
            let rest = ["\"do\":\"", deed, "\",\"list\":\"", list.as_str(), "\""].concat();
            fixes.add(&[fixes::line(open.report(), at, &rest)]);
        }
    };
    let several = (fact.quotes(report).len() > 1).then(|| {
        view! {
            <button type="button" id=["fix-here-", kind].concat() on:click=deed("unmention")>
                {words.wrong_here}
            </button>
        }
    });
    let fields = of_fact(report, fact.kind, Some(fact.entry), lang);
    let send = setter(open, list, at, fixes);
    let change = form(["fix-", kind].concat(), fields, words.none, words.change_done, lang, send);
    let names = list.facet().map(|_| {
        let shown = RwSignal::new(false);
        let open = open.clone();
        let inside = part(move || shown.get().then(|| names(&open, fact, at, fixes, lang)));
        view! {
            <details on:toggle=move |event: web_sys::Event| shown.set(is_opened(&event))>
                <summary id=["fix-names-", kind].concat()>{words.names}</summary>
                {inside}
            </details>
        }
    });
    view! {
        <section class="fix-part" data-kind=kind>
            <h3>
                {lang.fact(fact.kind)} ": " <span lang="vi">{label(report, fact, lang)}</span>
            </h3>
            <p class="fix-buttons">
                <button type="button" id=["fix-wrong-", kind].concat() on:click=deed("remove")>
                    {words.wrong}
                </button>
                {several}
            </p>
            <details>
                <summary id=["fix-change-", kind].concat()>{words.change}</summary>
                {change}
            </details>
            {names}
        </section>
    }
    .into_any()
}

/// A name that may be the same one, or is said to be.
struct Name {
    report: ReportId,
    at: Span,
    shown: String,
}

/// Says of a name that it is another's, or that two are one.
fn names(open: &Open, fact: Fact, at: Span, fixes: Fixes, lang: Lang) -> AnyView {
    let words = lang.fix();
    let explorer = open.explorer();
    let list = list_of(fact.kind);
    let kind = fact.kind.as_str();
    let choose = |deed: &'static str, label: &'static str, submit: &'static str, names: Vec<Name>| {
        (!names.is_empty()).then(|| {
            let id = ["fix-", deed, "-", kind].concat();
            let options: Vec<AnyView> = names
                .iter()
                .enumerate()
                .map(|(i, name)| view! { <option value=i.to_string()>{name.shown.clone()}</option> }.into_any())
                .collect();
            let open = open.clone();
            let field = NodeRef::<leptos::html::Select>::new();
            let submitted = move |event: web_sys::SubmitEvent| {
                event.prevent_default();
                let chosen = field.get_untracked().and_then(|field| field.value().parse::<usize>().ok());
                let Some(other) = chosen.and_then(|chosen| names.get(chosen)) else { return };
                let other = fixes::place(open.explorer().report(other.report), other.at);
                let rest = ["\"do\":\"", deed, "\",\"list\":\"", list.as_str(), "\",\"other\":{", &other, "}"].concat();
                fixes.add(&[fixes::line(open.report(), at, &rest)]);
            };
            view! {
                <form class="fix-form" on:submit=submitted>
                    <label for=id.clone()>{label}</label>
                    <select id=id.clone() node_ref=field>
                        <option value="">{words.choose}</option>
                        {options}
                    </select>
                    <button type="submit" id=[&id, "-do"].concat()>
                        {submit}
                    </button>
                </form>
            }
            .into_any()
        })
    };
    let same = choose("same", words.same, words.same_do, alike(explorer, open.id, fact));
    let apart = choose("apart", words.apart, words.apart_do, others(explorer, open.id, fact));
    // Of several mentions in one report this one may be another's.
    let first = fact.quotes(open.report()).iter().map(|quote| quote.span()).find(|span| *span != at);
    let here = first.filter(|_| list.has_mentions()).map(|first| {
        let open = open.clone();
        let split = move |_| {
            let other = fixes::place(open.report(), at);
            let rest = ["\"do\":\"apart\",\"list\":\"", list.as_str(), "\",\"other\":{", &other, "}"].concat();
            fixes.add(&[fixes::line(open.report(), first, &rest)]);
        };
        view! {
            <p class="fix-buttons">
                <button type="button" id=["fix-split-", kind].concat() on:click=split>
                    {words.apart_here}
                </button>
            </p>
        }
    });
    view! {
        {same}
        {apart}
        {here}
    }
    .into_any()
}

/// Names that may mean the same: those of the report, then those elsewhere that share a word.
fn alike(explorer: &Explorer, id: ReportId, fact: Fact) -> Vec<Name> {
    let Some(facet) = list_of(fact.kind).facet() else { return Vec::new() };
    let report = explorer.report(id);
    let lang = Lang::Vi;
    let mut out = Vec::new();
    for entry in (0..fact.kind.count(report)).filter(|entry| *entry != fact.entry) {
        let other = Fact { entry, ..fact };
        if let Some(quote) = other.quotes(report).first() {
            out.push(Name { report: id, at: quote.span(), shown: label(report, other, lang) });
        }
    }
    let own = explorer.entity_of(facet, id, fact.entry).map(|identity| identity.key().to_owned());
    let words = |name: &str| -> Vec<String> { fold(name).split_whitespace().map(str::to_owned).collect() };
    let mine = words(&label(report, fact, lang));
    for identity in explorer.entities(facet) {
        if out.len() >= NAMES_MAX || own.as_deref() == Some(identity.key()) {
            continue;
        }
        let theirs = words(identity.label());
        // People are called by the last of their names; other names share more than one word.
        let alike = match fact.kind {
            FactKind::Person => mine.last() == theirs.last(),
            _ => theirs.iter().filter(|word| mine.contains(word)).count() >= mine.len().min(2),
        };
        if !alike {
            continue;
        }
        if let Some(mention) = identity.mentions().into_iter().find(|mention| mention.report != id) {
            out.push(Name {
                report: mention.report,
                at: mention.at,
                shown: [identity.label(), " – ", &title(explorer.report(mention.report))].concat(),
            });
        }
    }
    out
}

/// The same name in other reports.
fn others(explorer: &Explorer, id: ReportId, fact: Fact) -> Vec<Name> {
    let facet = list_of(fact.kind).facet();
    let identity = facet.and_then(|facet| explorer.entity_of(facet, id, fact.entry));
    let mut out: Vec<Name> = Vec::new();
    for mention in identity.map(|identity| identity.mentions()).unwrap_or_default() {
        let new = mention.report != id && out.iter().all(|name| name.report != mention.report);
        if new && out.len() < NAMES_MAX {
            let report = explorer.report(mention.report);
            let quote = report.source.get(mention.at.range()).unwrap_or_default();
            out.push(Name { report: mention.report, at: mention.at, shown: [quote, " – ", &title(report)].concat() });
        }
    }
    out
}

fn title(report: &Report) -> String {
    report.title.clone().unwrap_or_else(|| report.id.clone())
}

/// A fact that was missed, over selected words or typed ones.
fn adding(open: &Open, statement: Option<usize>, selected: Option<Span>, fixes: Fixes, lang: Lang) -> AnyView {
    let words = lang.fix();
    let report = open.report();
    let chosen = selected.and_then(|at| report.source.get(at.range())).unwrap_or_default();
    let chosen = chosen.split_whitespace().collect::<Vec<_>>().join(" ");
    let kind = RwSignal::new(Some(FactKind::Person));
    let said = RwSignal::new("");
    let typed = NodeRef::<leptos::html::Input>::new();
    let options: Vec<AnyView> = FactKind::ALL
        .into_iter()
        .map(|kind| {
            view! { <option value=kind.as_str() selected=kind == FactKind::Person>{lang.fact(kind)}</option> }
                .into_any()
        })
        .collect();
    let fields = {
        let open = open.clone();
        move || {
            let kind = kind.get();
            let report = open.report();
            let (fields, list): (Vec<Field>, List) = match kind {
                Some(kind) => (of_fact(report, kind, None, lang), list_of(kind)),
                None => (of_statement(report, None, lang), List::Statements),
            };
            let open = open.clone();
            let send = move |fields: String| {
                let report = open.report();
                let text = typed.get_untracked().map(|field| field.value()).unwrap_or_default();
                let asked: Vec<&str> = text.split_whitespace().collect();
                // What was selected, else the words from the sentence on that is pointed at, else anywhere.
                let here = selected.filter(|at| {
                    let words = report.source.get(at.range()).unwrap_or_default();
                    words.split_whitespace().eq(asked.iter().copied())
                });
                let from = statement.and_then(|i| Some(report.statements.get(i)?.quote.span().start)).unwrap_or(0);
                let find = |from: u32| {
                    let (start, end) = find_words(report.source.get(from as usize..)?, &asked)?;
                    Some(Span::new(from + start, from + end))
                };
                match here.or_else(|| find(from)).or_else(|| find(0)) {
                    Some(at) => {
                        said.set("");
                        let rest = ["\"do\":\"add\",\"list\":\"", list.as_str(), "\",\"fields\":", &fields].concat();
                        fixes.add(&[fixes::line(report, at, &rest)]);
                    }
                    None => said.set(words.not_found),
                }
            };
            form("fix-add".to_owned(), fields, words.guess, words.add_do, lang, Box::new(send))
        }
    };
    let choose = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        kind.set(FactKind::ALL.into_iter().find(|kind| kind.as_str() == value));
    };
    view! {
        <details class="fix-part" open=selected.is_some()>
            <summary id="fix-adding">{words.add}</summary>
            <div class="fix-form">
                <label for="fix-words">{words.add_words}</label>
                <input id="fix-words" node_ref=typed type="text" lang="vi" autocomplete="off" spellcheck="false" value=chosen />
                <label for="fix-add-list">{words.add_kind}</label>
                <select id="fix-add-list" on:change=choose>
                    {options}
                    <option value="statement">{words.sentence}</option>
                </select>
            </div>
            {fields}
            <p role="status">{said}</p>
        </details>
    }
    .into_any()
}

/// Every line of the page with its kind.
fn lines(open: &Open, fixes: Fixes, lang: Lang) -> AnyView {
    let words = lang.fix();
    let shown = RwSignal::new(false);
    let open = open.clone();
    let rows = part(move || {
        shown.get().then(|| {
            let report = open.report();
            let rows: Vec<AnyView> =
                (0..report.blocks.len()).map(|index| line_view(&open, index, fixes, lang)).collect();
            view! { <ol class="fix-lines">{rows}</ol> }.into_any()
        })
    });
    view! {
        <details class="fix-part" on:toggle=move |event: web_sys::Event| shown.set(is_opened(&event))>
            <summary id="fix-lines">{words.lines}</summary>
            {rows}
        </details>
    }
    .into_any()
}

fn line_view(open: &Open, index: usize, fixes: Fixes, lang: Lang) -> AnyView {
    let block = &open.report().blocks[index];
    let at = block.quote.span();
    let words: Vec<&str> = block.quote.as_str().split_whitespace().collect();
    let mut shown = words.iter().take(9).copied().collect::<Vec<_>>().join(" ");
    if words.len() > 9 {
        shown.push('…');
    }
    let kind = block.kind;
    let options: Vec<AnyView> = BlockKind::ALL
        .iter()
        .map(|&other| {
            view! { <option value=other.as_str() selected=other == kind>{lang.line_kind(other)}</option> }.into_any()
        })
        .collect();
    let id = ["fix-line-", &(index + 1).to_string()].concat();
    let open = open.clone();
    let choose = move |event: web_sys::Event| {
        if let Some(kind) = BlockKind::from_name(&event_target_value(&event)) {
            let report = open.report();
            // What was told of the line before does not count any more.
            let before = fixes
                .rows()
                .read_untracked()
                .iter()
                .find(|row| row.deed == "block" && row.report == report.id && row.at == at)
                .map(|row| row.line.clone());
            let rest = ["\"do\":\"block\",\"kind\":\"", kind.as_str(), "\""].concat();
            fixes.exchange(before.as_slice(), &[fixes::line(report, at, &rest)]);
        }
    };
    view! {
        <li>
            <label for=id.clone() lang="vi">
                {shown}
            </label>
            <select id=id on:change=choose>
                {options}
            </select>
        </li>
    }
    .into_any()
}

/// Title and date of the report.
fn about(open: &Open, fixes: Fixes, lang: Lang) -> AnyView {
    let words = lang.fix();
    let report = open.report();
    // It stands nowhere in the text.
    let send = setter(open, List::Report, Span::default(), fixes);
    view! {
        <details class="fix-part">
            <summary id="fix-about">{words.about}</summary>
            {form("fix-report".to_owned(), of_report(report), words.none, words.change_done, lang, send)}
        </details>
    }
    .into_any()
}

/// Marks what was corrected in the text, once it is drawn.
fn mark(open: Open, fixes: Fixes, lang: Lang) {
    let address = use_address();
    let query = Memo::new(move |_| address.read().query.clone());
    let title = lang.fix().corrected;
    Effect::new(move || {
        // The text is drawn anew for another search.
        query.track();
        let report = open.report();
        let mut found = Vec::new();
        for row in fixes.rows().read().iter().filter(|row| row.report == report.id && row.holds()) {
            if row.deed == "block" {
                let block = report.blocks.iter().position(|block| block.quote.span() == row.at);
                found.extend(block.map(|block| ["#b", &(block + 1).to_string()].concat()));
            } else if row.list == "statements" {
                let statement = report.statements.iter().position(|s| s.quote.span() == row.at);
                found.extend(statement.map(|statement| ["#s", &(statement + 1).to_string()].concat()));
            } else {
                let span = crate::address::span_text(row.at);
                found.push(["mark[data-at=\"", &span, "\"]"].concat());
            }
        }
        request_animation_frame(move || {
            for place in &found {
                let Ok(elements) = document().query_selector_all(&[".report-text ", place].concat()) else { continue };
                for i in 0..elements.length() {
                    if let Some(Ok(element)) = elements.item(i).map(|node| node.dyn_into::<web_sys::Element>()) {
                        // Any element takes any attribute.
                        let _ = element.set_attribute("data-corrected", "true");
                        let _ = element.set_attribute("title", title);
                    }
                }
            }
        });
    });
}
