//! The embedded corpus, decoded once: the only door to the data.

use std::sync::Arc;

use leptos::prelude::{expect_context, provide_context};
use soi::Corpus;

use soi::explore::Explorer;

static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.soi"));

/// Decodes the embedded corpus and makes it searchable.
pub fn open() -> Result<Arc<Explorer>, soi::corpus::Error> {
    Corpus::decode(EMBEDDED).map(|corpus| Arc::new(Explorer::new(Arc::new(corpus))))
}

/// Puts the corpus in context.
pub fn provide_explorer(explorer: Arc<Explorer>) {
    provide_context(explorer);
}

/// The corpus and the engine over it; immutable, so no signal.
pub fn use_explorer() -> Arc<Explorer> {
    expect_context::<Arc<Explorer>>()
}
