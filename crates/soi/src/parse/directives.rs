//! Directives: not read yet.

use super::doc::Doc;
use crate::report::Directive;

pub(super) fn read(_doc: &Doc) -> Vec<Directive> {
    Vec::new()
}
