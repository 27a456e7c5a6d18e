//! The address bar: the only reader and writer of the browser's URL and history.
//!
//! Every navigation is a real `<a href>`; [`follow`] turns a plain click on one of ours into a history entry.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::reactive::graph::Source;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{JsCast, JsValue, closure::Closure};
use leptos::web_sys;

use soi::explore::Explorer;

use crate::address::{Address, Dropped};
use crate::corpus::use_shown;

/// The URL follows the typed search after this pause.
const TYPING_PAUSE_MS: u32 = 300;

/// The present address and what could not be restored from it, in context.
#[derive(Clone, Copy)]
pub struct Navigator {
    address: RwSignal<Address>,
    /// The address without a search that is still being typed: a hundred links need not change with every letter.
    links: RwSignal<Address>,
    dropped: RwSignal<Vec<Dropped>>,
    pending: StoredValue<Option<Timeout>, LocalStorage>,
    /// Whether the address was changed by a press or a key that no view has answered yet.
    pressed: StoredValue<bool>,
    /// Whether this program has every view.
    whole: bool,
}

#[wasm_bindgen]
extern "C" {
    /// Fetches the whole app, which then takes the place of this one (`src/boot.mjs`).
    /// The element of this `id` then gets the focus.
    #[wasm_bindgen(js_namespace = globalThis, js_name = soiWhole)]
    fn soi_whole(id: &str);
}

thread_local! {
    /// The app on the page, until it is taken off.
    static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
}

type Mounted = Box<dyn std::any::Any>;

/// Keeps the app on the page until [`retire`].
pub fn stay(mounted: impl std::any::Any) {
    MOUNTED.set(Some(Box::new(mounted)));
}

/// Takes the app off the page, with all that listens for it.
pub fn retire() {
    drop(MOUNTED.take());
}

/// Whether the app is no longer on the page: what it forgot to take along must do nothing.
fn is_retired() -> bool {
    MOUNTED.with_borrow(Option::is_none)
}

/// The present address, to read; it is changed through links and [`Navigator`].
pub fn use_address() -> RwSignal<Address> {
    use_navigator().address
}

/// The address that links start from, to read: the present one as soon as nobody types.
pub fn use_links() -> RwSignal<Address> {
    use_navigator().links
}

/// The way to move without a click.
pub fn use_navigator() -> Navigator {
    expect_context::<Navigator>()
}

/// Reads the address bar, follows Back and Forward, and puts the [`Navigator`] in context.
/// `whole` says whether this program has every view.
pub fn provide_navigator(whole: bool) {
    let (address, dropped) = read();
    let navigator = Navigator {
        links: RwSignal::new(address.clone()),
        address: RwSignal::new(address),
        dropped: RwSignal::new(dropped),
        pending: StoredValue::new_local(None),
        pressed: StoredValue::new(false),
        whole,
    };
    provide_context(navigator);
    let explorer = use_shown().explorer();
    let restore = Closure::<dyn Fn()>::new(move || {
        if is_retired() {
            return;
        }
        navigator.forget_typing();
        let (address, dropped) = restored(&explorer.get_untracked());
        if navigator.asks_for_more(&address) {
            return;
        }
        if address != navigator.address.get_untracked() {
            navigator.pressed.set_value(false);
            navigator.set(address);
        }
        // An address that differs only in what it cannot say is told of too.
        if dropped != navigator.dropped.get_untracked() {
            navigator.dropped.set(dropped);
        }
    });
    // `hashchange` also comes where `popstate` does not: a `#?…` edited by hand on a page without history.
    for event in ["popstate", "hashchange"] {
        if window().add_event_listener_with_callback(event, restore.as_ref().unchecked_ref()).is_err() {
            leptos::logging::warn!("no {event}");
        }
    }
    restore.forget();
}

impl Navigator {
    /// What could not be restored from the last address that came from outside.
    pub fn dropped(self) -> RwSignal<Vec<Dropped>> {
        self.dropped
    }

    /// Reads the address bar again: another corpus may hold what the one before did not.
    pub fn restore(self, explorer: &Explorer) {
        let (address, dropped) = restored(explorer);
        self.pressed.set_value(false);
        self.set(address);
        self.dropped.set(dropped);
    }

    /// Whether the address was changed by a press or a key, told once. It may be answered before the view is drawn. Not so
    /// for Back and Forward: the browser then looks for the place where the page was left, and all of it must be there.
    pub fn take_press(self) -> bool {
        self.pressed.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// The present address, to read.
    pub fn address(self) -> RwSignal<Address> {
        self.address
    }

    /// Shows `next` and adds a history entry.
    pub fn go(self, next: Address) {
        self.settle_typing();
        if next == self.address.get_untracked() {
            return;
        }
        write(&next, History::Push);
        if self.asks_for_more(&next) {
            return;
        }
        let moved = self.address.with_untracked(|now| now.view != next.view || now.report != next.report);
        self.dropped.set(Vec::new());
        let aimed = next.statement.is_some() || next.at.is_some();
        let focused = document().active_element();
        self.pressed.set_value(true);
        self.set(next);
        if !moved {
            keep_focus(focused);
        } else {
            // A page that points at a sentence scrolls to it itself.
            if !aimed {
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
            focus_main();
        }
    }

    /// Whether an address leads to what this program does not have: then the whole app is fetched, which reads it.
    fn asks_for_more(self, next: &Address) -> bool {
        let more = !self.whole && !next.view.is_first();
        if more {
            soi_whole("main");
        }
        more
    }

    /// Fetches the whole app for what the present view has only there: the element of this `id`.
    pub fn fetch(self, id: &str) {
        self.settle_typing();
        soi_whole(id);
    }

    /// Follows the search box: shown at once, in the address bar after a pause, and never a history entry per letter.
    pub fn type_query(self, query: &str) {
        self.pressed.set_value(true);
        self.address.update(|address| query.clone_into(&mut address.query));
        self.address.clear_subscribers();
        let timer = Timeout::new(TYPING_PAUSE_MS, move || {
            self.settle_typing();
        });
        self.pending.set_value(Some(timer));
    }

    /// Writes a typed search that still waits: links start from it, and Back comes back to it.
    pub fn settle_typing(self) {
        if self.forget_typing() {
            let address = self.address.get_untracked();
            write(&address, History::Replace);
            self.links.set(address);
            self.links.clear_subscribers();
        }
    }

    /// Shows `next`, and lets links start from it.
    ///
    /// A signal keeps those who once read it on its list when they are long gone (reactive_graph 0.2.16), and these two
    /// outlive every view. Whoever still lives has been told, and is listed again when it reads.
    fn set(self, next: Address) {
        for (signal, next) in [(self.links, next.clone()), (self.address, next)] {
            signal.set(next);
            signal.clear_subscribers();
        }
    }

    /// Where a link leads, read from its `href`. What is being typed goes along, unless the link changes the search.
    fn target(self, href: &str) -> Address {
        let mut next = Address::parse(href).0;
        if self.links.with_untracked(|links| links.query == next.query) {
            next.query = self.address.with_untracked(|address| address.query.clone());
        }
        next
    }

    /// Whether a typed search waited.
    fn forget_typing(self) -> bool {
        self.pending.try_update_value(Option::take).flatten().is_some()
    }
}

/// A click anywhere in the app: on one of our links, without a modifier, it becomes a move inside the page.
pub fn follow(navigator: Navigator, event: &web_sys::MouseEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return;
    }
    let Some(link) = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|element| element.closest("a[href^='?']").ok().flatten())
    else {
        return;
    };
    if link.has_attribute("target") || link.has_attribute("download") {
        return;
    }
    if let Some(href) = link.get_attribute("href") {
        event.prevent_default();
        navigator.go(navigator.target(&href));
    }
}

/// The full link to `address`, for copying.
pub fn absolute(address: &Address) -> String {
    [page_address(), address.to_query()].concat()
}

/// The address of the page, without query and fragment.
pub fn page_address() -> String {
    let mut page = window().location().href().unwrap_or_default();
    page.truncate(page.find(['?', '#']).unwrap_or(page.len()));
    page
}

/// What follows the address from its `#` on: a link may carry documents there.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Whether the page was opened from a file: nobody else has its links.
pub fn is_on_disk() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// A row that moves in its list loses the focus, a chip that was taken back is gone: the reader's place must not be.
pub fn keep_focus(focused: Option<web_sys::Element>) {
    request_animation_frame(move || match focused {
        Some(element) if is_focus_lost() && element.tag_name() != "BODY" => {
            focus(if element.is_connected() { Some(element) } else { successor(&element).or_else(main) });
        }
        _ => {}
    });
}

/// What stands where a link of a picture or a table stood before that was drawn anew.
fn successor(gone: &web_sys::Element) -> Option<web_sys::Element> {
    let links = |frame: &web_sys::Element| frame.query_selector_all("a").ok();
    let before = gone.closest("[id]").ok()??;
    let now = links(&document().get_element_by_id(&before.id())?)?;
    let before = links(&before)?;
    let gone: &web_sys::Node = gone;
    let place = (0..before.length()).find(|&i| before.item(i).as_ref() == Some(gone))?;
    now.item(place)?.dyn_into().ok()
}

/// Whether what had the focus is gone.
pub fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// A new view begins at its head for the keyboard and the screen reader too.
fn focus_main() {
    request_animation_frame(|| focus(main()));
}

fn main() -> Option<web_sys::Element> {
    document().get_element_by_id("main")
}

/// Gives the focus, and leaves the page where it is.
pub fn focus(element: Option<web_sys::Element>) {
    if let Some(element) = element {
        // A link in a picture is none of HTML's elements and takes the focus as they do.
        let element: web_sys::HtmlElement = element.unchecked_into();
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Focus is a courtesy here; a page that refuses it still shows the view.
        let _ = element.focus_with_options(&options);
    }
}

fn read() -> (Address, Vec<Dropped>) {
    restored(&use_shown().explorer().get_untracked())
}

/// The address bar, without what the corpus does not hold.
fn restored(explorer: &Explorer) -> (Address, Vec<Dropped>) {
    let location = window().location();
    let hash = location.hash().unwrap_or_default();
    let raw = match hash.strip_prefix('#') {
        Some(query) if query.starts_with('?') => query.to_owned(),
        _ => location.search().unwrap_or_default(),
    };
    let (mut address, mut dropped) = Address::parse(&raw);
    dropped.extend(address.settle(explorer));
    (address, dropped)
}

/// A query with the corpus of the link that the page was opened by: what a link says is about that corpus.
fn with_corpus(query: String) -> String {
    let Some(corpus) = linked_corpus() else { return query };
    [if query.is_empty() { "?" } else { &query }, if query.is_empty() { "" } else { "&" }, &corpus].concat()
}

/// Whether the page was opened by a link that names a corpus.
pub fn brings_corpus() -> bool {
    linked_corpus().is_some()
}

/// The part of the query that names a corpus.
fn linked_corpus() -> Option<String> {
    let raw = window().location().search().unwrap_or_default();
    raw.trim_start_matches('?').split('&').find(|part| part.starts_with("corpus=")).map(str::to_owned)
}

#[derive(Clone, Copy, PartialEq)]
enum History {
    Push,
    Replace,
}

/// Writes the URL. Where the browser refuses history on `file://`, the query goes behind a `#`.
fn write(address: &Address, how: History) {
    let location = window().location();
    let query = with_corpus(address.to_query());
    // Without a query, the bare path: a `?` alone would stay in the bar.
    let url = if query.is_empty() { location.pathname().unwrap_or_else(|_| "?".into()) } else { query.clone() };
    let written = window().history().and_then(|history| match how {
        History::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        History::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    });
    if written.is_ok() {
        return;
    }
    let hash = if query.is_empty() { "#?".to_owned() } else { format!("#{query}") };
    let written = match how {
        History::Push => location.set_hash(&hash),
        History::Replace => location.replace(&hash),
    };
    if written.is_err() {
        leptos::logging::warn!("the address bar cannot follow");
    }
}
