//! The reader's taste, saved views and notes, in local storage: its only user, but for the line of `index.html` that
//! reads the theme before first paint. A browser that blocks storage only forgets.

use gloo::storage::{LocalStorage, SessionStorage, Storage};
use leptos::prelude::window;

use crate::address::{Lang, Theme};
use crate::figure::shelf::Shelf;

const THEME: &str = "soi.theme";
const LANG: &str = "soi.lang";
const CORPUS: &str = "soi.corpus";
const SHELF: &str = "soi.shelf";
/// `boot.mjs` knows it too: the first program applies none.
const CORRECTIONS: &str = "soi.corrections";

/// Corrections, a line each.
pub fn corrections() -> String {
    get(CORRECTIONS).unwrap_or_default()
}

/// Keeps corrections; whether the browser did.
pub fn set_corrections(lines: &str) -> bool {
    if lines.is_empty() {
        set(CORRECTIONS, None);
        return is_open();
    }
    is_open() && LocalStorage::raw().set_item(CORRECTIONS, lines).is_ok()
}

/// Whether an event of the storage is about corrections; one that tells no key is about everything.
pub fn is_of_corrections(key: Option<&str>) -> bool {
    key.is_none_or(|key| key == CORRECTIONS)
}

/// Saved views and notes.
pub fn shelf() -> Shelf {
    get(SHELF).map(|text| Shelf::read(&text).0).unwrap_or_default()
}

/// Keeps saved views and notes; whether the browser did.
pub fn set_shelf(shelf: &Shelf) -> bool {
    is_open() && LocalStorage::raw().set_item(SHELF, &shelf.print()).is_ok()
}

/// The chosen theme.
pub fn theme() -> Option<Theme> {
    get(THEME).and_then(|name| Theme::from_name(&name))
}

/// Keeps the theme; `None` follows the system again.
pub fn set_theme(theme: Option<Theme>) {
    set(THEME, theme.map(Theme::as_str));
}

/// The chosen language.
pub fn lang() -> Option<Lang> {
    get(LANG).and_then(|name| Lang::from_name(&name))
}

/// Keeps the language.
pub fn set_lang(lang: Lang) {
    set(LANG, Some(lang.as_str()));
}

/// The language of the interface where nothing was chosen: the browser's first that we speak.
pub fn browser_lang() -> Lang {
    let wanted = window().navigator().languages();
    let spoken = wanted.iter().filter_map(|tag| {
        let tag = tag.as_string()?;
        Lang::from_name(tag.split('-').next().unwrap_or_default())
    });
    spoken.into_iter().next().unwrap_or_default()
}

/// The kept corpus that this tab shows; a reload shows it again, another tab does not.
pub fn corpus() -> Option<String> {
    session_is_open().then(|| SessionStorage::raw().get_item(CORPUS).ok().flatten()).flatten()
}

/// Remembers the kept corpus of this tab; `None` is the site's own.
pub fn set_corpus(name: Option<&str>) {
    if session_is_open() {
        let storage = SessionStorage::raw();
        // A full storage only forgets.
        let _ = match name {
            Some(name) => storage.set_item(CORPUS, name),
            None => storage.remove_item(CORPUS),
        };
    }
}

fn session_is_open() -> bool {
    matches!(window().session_storage(), Ok(Some(_)))
}

/// gloo panics on blocked storage, so ask the browser first.
fn is_open() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}

fn get(key: &str) -> Option<String> {
    if is_open() { LocalStorage::raw().get_item(key).ok().flatten() } else { None }
}

fn set(key: &str, value: Option<&str>) {
    if is_open() {
        let storage = LocalStorage::raw();
        // A full storage only forgets.
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}
