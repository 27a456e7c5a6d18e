//! The frame around every view: contexts, header, notices, footer, and what the document itself shows (title,
//! language, theme).

use std::sync::Arc;

use leptos::prelude::*;

use crate::Rest;
use crate::address::{Address, Lang, Theme, View};
use crate::corpus::{provide_explorer, provide_shown, use_explorer};
use crate::i18n::{provide_lang, use_lang};
use crate::lazy::{flag, text, word};
use crate::navigate::{follow, provide_navigator, use_address, use_links, use_navigator};
use crate::pages::{report::ReportPage, reports::ReportsPage};
use crate::parts::{notice::Notice, search_box::SearchBox, switches::Switches, view_bar::ViewBar};
use crate::prefs;
use crate::room::provide_room;
use crate::shelf::provide_shelf;
use soi::explore::{Answer, Explorer};

/// What the present search and choices bring, in context; computed when somebody reads it.
#[derive(Clone, Copy)]
struct AnswerMemo(Memo<Arc<Answer>>);

/// The answer to the present search and choices.
pub fn use_answer() -> Memo<Arc<Answer>> {
    expect_context::<AnswerMemo>().0
}

/// Gives another answer to what is made below: one that follows the present one when it may.
pub fn provide_later_answer(answer: Memo<Arc<Answer>>) {
    provide_context(AnswerMemo(answer));
}

/// The app.
#[component]
pub fn App(
    /// The embedded corpus and the engine over it.
    explorer: Arc<Explorer>,
    /// What this program holds besides the list and the reports.
    rest: Option<Rest>,
) -> impl IntoView {
    let shown = provide_shown(explorer);
    provide_navigator(rest.is_some());
    let address = use_address();
    let taste = RwSignal::new((prefs::lang(), prefs::theme()));
    let spoken = prefs::browser_lang();
    let lang = Memo::new(move |_| address.read().lang.or(taste.get().0).unwrap_or(spoken));
    provide_lang(lang.into());
    let theme = Memo::new(move |_| address.read().theme.or(taste.get().1));
    provide_room();
    provide_shelf();
    if let Some(rest) = rest {
        (rest.provide)();
        provide_context(rest);
    }

    Effect::new(move || set_root("lang", Some(lang.get().as_str())));
    Effect::new(move || set_root("data-theme", theme.get().map(Theme::as_str)));

    let like_lang = Callback::new(move |lang: Lang| {
        prefs::set_lang(lang);
        taste.update(|taste| taste.0 = Some(lang));
    });
    let like_theme = Callback::new(move |theme: Option<Theme>| {
        prefs::set_theme(theme);
        taste.update(|taste| taste.1 = theme);
    });

    // Another corpus builds the frame anew: whatever it holds may keep a report's number.
    move || {
        let explorer = shown.explorer().get();
        // A memo never lets go of who once read it (reactive_graph 0.2.16): what is built anew reads one that goes with it.
        provide_lang(Memo::new(move |_| lang.get()).into());
        Frame(FrameProps { explorer, rest, theme: theme.into(), like_lang, like_theme }).into_any()
    }
}

/// What stands around every view, over one corpus.
#[component]
fn Frame(
    explorer: Arc<Explorer>,
    rest: Option<Rest>,
    theme: Signal<Option<Theme>>,
    like_lang: Callback<Lang>,
    like_theme: Callback<Option<Theme>>,
) -> impl IntoView {
    provide_explorer(explorer);
    provide_answer();
    title_effect();
    let navigator = use_navigator();
    let address = use_address();
    let lang = use_lang();
    let answer = use_answer();

    // A page is built anew for another language or another report, so it may read both once. The views of the filtered
    // set are one page: the facets beside them stay.
    let page = Memo::new(move |_| {
        let address = address.read();
        match address.view {
            view if view.is_of_set() => (View::Overview, None),
            view => (view, address.report.clone()),
        }
    });
    let words = move || lang.get().words();
    let main = move || {
        provide_lang(Signal::stored(lang.get()));
        provide_context(AnswerMemo(Memo::new_with_compare(move |_| answer.get(), differ)));
        match page.get().0 {
            View::Reports => ReportsPage().into_any(),
            View::Report => ReportPage().into_any(),
            // Without the rest no such view is come to: the navigator asks for the whole app first.
            view => rest.map(|rest| (rest.page)(view)).into_any(),
        }
    };

    view! {
        <div
            class="frame"
            data-bare=flag(move || address.read().bare.then_some("true"))
            on:click=move |event| follow(navigator, &event)
            // Before a link is pressed or copied it must hold what was typed.
            on:pointerdown=move |_| navigator.settle_typing()
            on:focusout=move |_| navigator.settle_typing()
        >
            <a class="skip" href="#main">
                {word(move || words().skip)}
            </a>
            <header class="masthead">
                <p class="masthead-name">
                    <a href=text(move || start_address(&address.read()).to_string()) title=word(move || words().start)>
                        "Soi"
                    </a>
                </p>
                <p class="masthead-tagline">{word(move || words().tagline)}</p>
                <SearchBox />
                <Switches theme like_lang like_theme />
            </header>
            <ViewBar />
            {rest.map(|rest| (rest.status)())}
            <Notice />
            <main id="main" class="main" tabindex="-1">
                {main}
            </main>
            <footer class="colophon">
                <p>{word(move || words().footer)}</p>
                {rest.map(|rest| (rest.foot)())}
            </footer>
        </div>
    }
}

/// The start view, in the language and theme of the link that is open.
fn start_address(address: &Address) -> Address {
    Address { lang: address.lang, theme: address.theme, ..Address::default() }
}

fn provide_answer() {
    let address = use_address();
    let explorer = use_explorer();
    // Sentence, language and theme do not change what is found.
    let selection = Memo::new(move |_| address.read().selection());
    let answer = Memo::new_with_compare(move |_| Arc::new(explorer.answer(&selection.read())), differ);
    provide_context(AnswerMemo(answer));
}

fn differ(before: Option<&Arc<Answer>>, after: Option<&Arc<Answer>>) -> bool {
    before != after
}

fn set_root(attribute: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else { return };
    // The root takes any attribute.
    let _ = match value {
        Some(value) => root.set_attribute(attribute, value),
        None => root.remove_attribute(attribute),
    };
}

/// The window's title: what is open, so that history and tabs can be told apart.
fn title_effect() {
    // The browser works over a millisecond on a title: not for every letter.
    let address = use_links();
    let explorer = use_explorer();
    let lang = use_lang();
    Effect::new(move || {
        let address = address.read();
        let open = address.report.as_deref().and_then(|id| explorer.find(id)).map(|id| explorer.report(id));
        let title = match open {
            Some(report) => report.title.clone().unwrap_or_else(|| lang.get().words().untitled.to_owned()),
            None if address.view != View::Reports => lang.get().view(address.view).to_owned(),
            None if address.query.trim().is_empty() => lang.get().words().tagline.to_owned(),
            None => address.query.clone(),
        };
        document().set_title(&[title.trim_end_matches('.'), " · Soi"].concat());
    });
}
