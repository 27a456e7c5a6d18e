//! Saved views and notes in context: a signal over what `prefs.rs` stores.

use leptos::prelude::*;

use crate::figure::shelf::Shelf;
use crate::prefs;

/// The shelf, and whether the browser keeps it beyond this visit.
#[derive(Clone, Copy)]
pub struct Kept {
    /// Saved views and notes.
    pub shelf: RwSignal<Shelf>,
    /// False once the browser refused to store.
    pub stored: RwSignal<bool>,
}

/// Puts the shelf in context.
pub fn provide_shelf() {
    provide_context(Kept { shelf: RwSignal::new(prefs::shelf()), stored: RwSignal::new(true) });
}

/// The shelf.
pub fn use_shelf() -> Kept {
    expect_context::<Kept>()
}

impl Kept {
    /// Changes the shelf and stores it. Another tab may have stored since: its shelf is read first.
    pub fn change(self, change: impl FnOnce(&mut Shelf)) {
        let mut shelf = if self.stored.get_untracked() { prefs::shelf() } else { self.shelf.get_untracked() };
        change(&mut shelf);
        self.stored.set(prefs::set_shelf(&shelf));
        self.shelf.set(shelf);
    }
}
