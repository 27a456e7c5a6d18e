//! Events: not read yet.

use super::doc::Doc;
use crate::report::{Directive, Event, Organisation, Period};

pub(super) fn read(
    _doc: &Doc,
    _organisations: &[Organisation],
    _directives: &[Directive],
    _periods: &[Period],
) -> Vec<Event> {
    Vec::new()
}
