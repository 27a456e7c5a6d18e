//! The frame around every view: contexts, header, notices, footer, and what the document itself shows (title,
//! language, theme).

use std::sync::Arc;

use leptos::prelude::*;

use crate::Rest;
use crate::address::{Address, Lang, Theme, View};
use crate::corpus::{provide_explorer, provide_shown, use_shown};
use crate::i18n::{provide_lang, use_lang};
use crate::lazy::{flag, text, word};
use crate::navigate::{follow, provide_navigator, use_address, use_links, use_navigator};
use crate::pages::{report::ReportPage, reports::ReportsPage};
use crate::parts::{notice::Notice, search_box::SearchBox, switches::Switches, view_bar::ViewBar};
use crate::prefs;
use crate::room::provide_room;
use crate::shelf::provide_shelf;
use soi::explore::{Answer, Explorer};

/// The corpus that is shown, and what the present search and choices bring of it, computed when somebody reads it.
#[derive(Clone)]
pub struct Present {
    /// The engine over it.
    pub explorer: Arc<Explorer>,
    /// How many were shown before.
    pub turn: usize,
    answer: ArcMemo<Arc<Answer>>,
}

impl PartialEq for Present {
    fn eq(&self, other: &Self) -> bool {
        self.turn == other.turn
    }
}

impl Present {
    /// What the present search and choices bring.
    pub fn answer(&self) -> Arc<Answer> {
        self.answer.get()
    }

    /// Puts corpus and answer in context: what is built of them keeps to them until it is gone, whatever is shown by then.
    pub fn provide(&self) {
        provide_explorer(Arc::clone(&self.explorer));
        let answer = self.answer.clone();
        // A memo never lets go of who once read it (reactive_graph 0.2.16): what is built anew reads one that goes with it.
        provide_later_answer(Memo::new_with_compare(move |_| answer.get(), differ));
    }
}

#[derive(Clone, Copy)]
struct PresentMemo(Memo<Present>);

/// The corpus that is shown, for what stays when another takes its place.
pub fn use_present() -> Memo<Present> {
    expect_context::<PresentMemo>().0
}

#[derive(Clone, Copy)]
struct AnswerMemo(Memo<Arc<Answer>>);

/// The answer to the present search and choices, over the corpus that is in context.
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
    /// The corpus that is shown first and the engine over it.
    explorer: Arc<Explorer>,
    /// Whether the page brought it: else it is the embedded one.
    brought: bool,
    /// What this program holds besides the list and the reports.
    rest: Option<Rest>,
) -> impl IntoView {
    provide_shown(explorer, brought);
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

    Frame(FrameProps { rest, theme: theme.into(), like_lang, like_theme }).into_any()
}

/// What stands around every view. It stays whatever is shown in it: only what `main` holds is of one view or corpus.
#[component]
fn Frame(
    rest: Option<Rest>,
    theme: Signal<Option<Theme>>,
    like_lang: Callback<Lang>,
    like_theme: Callback<Option<Theme>>,
) -> impl IntoView {
    let present = provide_present();
    title_effect(present);
    let navigator = use_navigator();
    let address = use_address();
    let lang = use_lang();

    // A page is built anew for another language or another report, so it may read both once. The views of the filtered
    // set are one page: the facets beside them stay. So do the list and the page where documents are opened while what is
    // read grows; whatever else is built of a corpus may keep a report's number, and is built anew for another.
    let page = Memo::new(move |_| {
        let address = address.read();
        match address.view {
            view @ (View::Reports | View::Open) => (view, None, None),
            view if view.is_of_set() => (View::Overview, None, Some(present.get())),
            view => (view, address.report.clone(), Some(present.get())),
        }
    });
    let words = move || lang.get().words();
    let main = move || {
        provide_lang(Signal::stored(lang.get()));
        let (view, _, present) = page.get();
        if let Some(present) = present {
            present.provide();
        }
        match view {
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

fn provide_present() -> Memo<Present> {
    let address = use_address();
    let explorer = use_shown().explorer();
    // Sentence, language and theme do not change what is found.
    let selection = Memo::new(move |_| address.read().selection());
    let present = Memo::new(move |before: Option<&Present>| {
        let explorer = explorer.get();
        let of = Arc::clone(&explorer);
        let answer = ArcMemo::new_with_compare(move |_| Arc::new(of.answer(&selection.read())), differ);
        Present { explorer, turn: before.map_or(0, |before| before.turn + 1), answer }
    });
    provide_context(PresentMemo(present));
    present
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
fn title_effect(present: Memo<Present>) {
    // The browser works over a millisecond on a title: not for every letter.
    let address = use_links();
    let lang = use_lang();
    let title = Memo::new(move |_| {
        let address = address.read();
        let explorer = present.get().explorer;
        let open = address.report.as_deref().and_then(|id| explorer.find(id)).map(|id| explorer.report(id));
        let title = match open {
            Some(report) => report.title.clone().unwrap_or_else(|| lang.get().words().untitled.to_owned()),
            None if address.view != View::Reports => lang.get().view(address.view).to_owned(),
            None if address.query.trim().is_empty() => lang.get().words().tagline.to_owned(),
            None => address.query.clone(),
        };
        [title.trim_end_matches('.'), " · Soi"].concat()
    });
    Effect::new(move || document().set_title(&title.read()));
}
