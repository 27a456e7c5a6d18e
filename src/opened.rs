//! The reader's own documents: a worker reads them off the page's thread, and the explorer grows with what comes.
//!
//! Documents are given (`given`), which begins a reading (`run`). Its workers (`workers`) tell what they find (`told`) and
//! ask what they cannot know (`asks`). What was found is shown (`show`) and stored (`kept`) as it comes, in parts that are put
//! together again when they are opened (`stored`). All of it are methods of [`Opening`], which views have from the context.

mod asks;
pub mod carried;
mod given;
mod kept;
mod progress;
mod run;
mod show;
pub mod single;
mod stored;
mod told;
mod workers;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::{MessageChannel, Worker};

use crate::corpus::{Shown, use_shown};
use crate::navigate::{Navigator, use_navigator};
use crate::{prefs, save};

pub use asks::{Asked, ROLES};
pub use progress::{Keeping, Kept, Progress, Stage, Trouble};
pub use show::keep_place;

/// After so many milliseconds of work the page may do something else.
const SLICE_MS: f64 = 8.0;

/// So many troubles are listed; the others are counted.
const TROUBLES_MAX: usize = 2_000;

/// A reading, in context.
#[derive(Clone, Copy)]
pub struct Opening {
    progress: RwSignal<Progress>,
    troubles: RwSignal<Vec<Trouble>>,
    unread: RwSignal<usize>,
    dropping: RwSignal<bool>,
    kept: RwSignal<Vec<Kept>>,
    keeping: RwSignal<Keeping>,
    run: StoredValue<Option<run::Run>, LocalStorage>,
    /// How many readings there were.
    turn: StoredValue<usize>,
    /// A worker that was started before there was work for it.
    warm: StoredValue<Option<js_sys::Promise>, LocalStorage>,
    asked: RwSignal<Option<Asked>>,
    pdf_worker: StoredValue<Option<Worker>, LocalStorage>,
    shown: Shown,
    navigator: Navigator,
}

/// Puts the reading in context, and begins with what was dropped before this program was here.
pub fn provide() {
    provide_opening();
    let opening = use_opening();
    given::listen_for_drops(opening);
    opening.open_dropped();
}

/// A reload of the tab shows the kept corpus that it showed.
fn provide_opening() {
    let opening = Opening {
        progress: RwSignal::new(Progress::default()),
        troubles: RwSignal::new(Vec::new()),
        unread: RwSignal::new(0),
        dropping: RwSignal::new(false),
        kept: RwSignal::new(Vec::new()),
        keeping: RwSignal::new(Keeping::No),
        run: StoredValue::new_local(None),
        turn: StoredValue::new(0),
        warm: StoredValue::new_local(None),
        asked: RwSignal::new(None),
        pdf_worker: StoredValue::new_local(None),
        shown: use_shown(),
        navigator: use_navigator(),
    };
    provide_context(opening);
    if let Ok(ticks) = set_interval_with_handle(move || opening.tick(), workers::TICK) {
        on_cleanup(move || ticks.clear());
    }
    opening.list();
    if carried::is_there() {
        opening.open_carried();
    } else if let Some(name) = prefs::corpus() {
        opening.open_kept(name, true);
    }
}

/// The reading.
pub fn use_opening() -> Opening {
    expect_context::<Opening>()
}

impl Opening {
    /// How far it is.
    pub fn progress(self) -> RwSignal<Progress> {
        self.progress
    }

    /// What was not read, and what there is to know of what was.
    pub fn troubles(self) -> RwSignal<Vec<Trouble>> {
        self.troubles
    }

    /// How many files, or lines of them, were not read.
    pub fn unread(self) -> RwSignal<usize> {
        self.unread
    }

    /// Whether files hang over the page.
    pub fn dropping(self) -> RwSignal<bool> {
        self.dropping
    }

    /// Corpora that the browser keeps.
    pub fn kept(self) -> RwSignal<Vec<Kept>> {
        self.kept
    }

    /// Whether what was read last is among them.
    pub fn keeping(self) -> RwSignal<Keeping> {
        self.keeping
    }

    /// Offers the corpus that is shown as a file that `soi` and this page read.
    pub fn export(self) {
        let name = self.shown.name().get_untracked().unwrap_or_else(|| "soi".to_owned());
        let bytes = self.shown.explorer().with_untracked(|explorer| explorer.encode());
        save::save_bytes(&[&name, ".soi"].concat(), &bytes);
    }

    fn trouble(self, name: String, key: String, detail: Option<String>) {
        let read = key.starts_with("note:");
        let key = key.trim_start_matches("note:").to_owned();
        if !read {
            self.unread.update(|unread| *unread += 1);
        }
        if self.troubles.with_untracked(Vec::len) < TROUBLES_MAX {
            self.troubles.update(|troubles| troubles.push(Trouble { name, key, detail, read }));
        }
    }
}

/// Lets the page do what waits, each time that [`SLICE_MS`] of work are done, and goes on at once.
pub fn pauses() -> impl AsyncFnMut() {
    let channel = MessageChannel::new().ok();
    slices(async move || next_task(channel.as_ref()).await)
}

/// The same with a [`rest`]: for what nobody waits for, as there is something to read meanwhile.
fn rests() -> impl AsyncFnMut() {
    slices(rest)
}

/// Waits each time that [`SLICE_MS`] of work are done.
fn slices(mut wait: impl AsyncFnMut()) -> impl AsyncFnMut() {
    let mut since = now();
    async move || {
        if now() - since > SLICE_MS {
            wait().await;
            since = now();
        }
    }
}

/// Lets the page do what waits, and for 4 ms whatever comes: so long browsers make a timer wait that follows another. In a tab
/// that nobody sees they make it wait for a second or more; there it is a message.
async fn rest() {
    if document().hidden() {
        next_task(MessageChannel::new().ok().as_ref()).await;
    } else {
        wait(0).await;
    }
}

/// Waits until the page did what waited before this.
async fn next_task(channel: Option<&MessageChannel>) {
    // Without a channel there is no pause; the work goes on.
    let Some(channel) = channel else { return };
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        if channel.port2().post_message(&JsValue::NULL).is_err() {
            // Nobody but this would tell.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(waited).await;
}

async fn wait(ms: i32) {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        // Without a timer there is no pause; the work goes on.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(waited).await;
}

fn now() -> f64 {
    js_sys::Date::now()
}
