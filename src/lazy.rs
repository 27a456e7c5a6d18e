//! Reactive values behind a pointer. The framework's code around a closure is made anew for each closure's own type,
//! so a closure costs its own code and the frame around it; behind a pointer the frame is made once per kind of value.

use leptos::prelude::*;

/// A closure of any type that gives a `T`.
pub type Lazy<T> = Box<dyn FnMut() -> T + Send>;

/// A text that changes.
pub fn text(read: impl FnMut() -> String + Send + 'static) -> Lazy<String> {
    Box::new(read)
}

/// A text of the catalogue that changes.
pub fn word(read: impl FnMut() -> &'static str + Send + 'static) -> Lazy<&'static str> {
    Box::new(read)
}

/// An attribute that comes and goes.
pub fn flag(read: impl FnMut() -> Option<&'static str> + Send + 'static) -> Lazy<Option<&'static str>> {
    Box::new(read)
}

/// A boolean attribute that changes.
pub fn switch(read: impl FnMut() -> bool + Send + 'static) -> Lazy<bool> {
    Box::new(read)
}

/// A part of the page that changes, or is not there.
pub fn part(read: impl FnMut() -> Option<AnyView> + Send + 'static) -> Lazy<Option<AnyView>> {
    Box::new(read)
}
