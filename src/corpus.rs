//! The corpus that is shown: the embedded one, decoded once, or one that the reader opened. The only door to the data.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use soi::explore::Explorer;
use soi::index::file::FileError;
use soi::{Corpus, Report};

static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.soi"));

/// Decodes the embedded corpus and makes it searchable.
pub fn open() -> Result<Arc<Explorer>, FileError> {
    read(EMBEDDED)
}

/// The corpus that a published site or a link brings, which `boot.mjs` fetched before the start.
pub fn brought() -> Option<Vec<u8>> {
    let global = js_sys::global();
    let bytes = js_sys::Reflect::get(&global, &"soiBrought".into()).ok()?.dyn_into::<js_sys::Uint8Array>().ok()?;
    // Once is enough: the page need not hold it twice.
    let _ = js_sys::Reflect::delete_property(&global, &"soiBrought".into());
    Some(bytes.to_vec())
}

/// A built corpus, as `soi index` writes it.
pub fn read(bytes: &[u8]) -> Result<Arc<Explorer>, FileError> {
    Explorer::decode(bytes).map(Arc::new)
}

/// Reports from bytes that the reader's worker sent or the browser kept.
pub fn decode(bytes: &[u8]) -> Result<Vec<Report>, soi::corpus::Error> {
    Corpus::decode(bytes).map(|corpus| corpus.reports)
}

/// A report as bytes that [`decode`] reads.
pub fn encode(report: Report) -> Vec<u8> {
    Corpus { reports: vec![report] }.encode()
}

/// Which corpus is shown, in context above the frame.
#[derive(Clone, Copy)]
pub struct Shown {
    explorer: RwSignal<Arc<Explorer>>,
    name: RwSignal<Option<String>>,
    drawn: RwSignal<usize>,
    embedded: StoredValue<Arc<Explorer>>,
    brought: bool,
}

impl Shown {
    /// The engine over the corpus that is shown.
    pub fn explorer(self) -> RwSignal<Arc<Explorer>> {
        self.explorer
    }

    /// What the reader's corpus is called; `None` is the embedded one.
    pub fn name(self) -> RwSignal<Option<String>> {
        self.name
    }

    /// Whether the page brought its own corpus in the embedded one's place: a published site, or a link that names one.
    pub fn is_brought(self) -> bool {
        self.brought
    }

    /// How many pieces of the page may be drawn of the corpus that is shown: what is shown while more is read is drawn a
    /// piece at a time, so that the page answers meanwhile; else there is no limit.
    pub fn drawn(self) -> RwSignal<usize> {
        self.drawn
    }

    /// Shows a corpus of the reader's.
    pub fn show(self, name: &str, explorer: Arc<Explorer>) {
        if self.name.with_untracked(|shown| shown.as_deref() != Some(name)) {
            self.name.set(Some(name.to_owned()));
        }
        self.replace(explorer);
    }

    /// Shows the same corpus in another state.
    pub fn replace(self, explorer: Arc<Explorer>) {
        self.explorer.set(explorer);
    }

    /// Shows the embedded corpus again, or the one in its place.
    pub fn show_embedded(self) {
        self.name.set(None);
        self.explorer.set(self.embedded.get_value());
    }
}

/// Puts the embedded corpus in context as the one that is shown, or the one that the page brought in its place.
pub fn provide_shown(embedded: Arc<Explorer>, brought: bool) {
    let shown = Shown {
        explorer: RwSignal::new(Arc::clone(&embedded)),
        name: RwSignal::new(None),
        drawn: RwSignal::new(usize::MAX),
        embedded: StoredValue::new(embedded),
        brought,
    };
    provide_context(shown);
}

/// Which corpus is shown.
pub fn use_shown() -> Shown {
    expect_context::<Shown>()
}

/// Puts a corpus in context.
pub fn provide_explorer(explorer: Arc<Explorer>) {
    provide_context(explorer);
}

/// The corpus and the engine over it; immutable where it is in context, so no signal.
pub fn use_explorer() -> Arc<Explorer> {
    expect_context::<Arc<Explorer>>()
}
