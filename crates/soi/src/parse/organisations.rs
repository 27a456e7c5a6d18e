//! Organisations: not read yet.

use super::doc::Doc;
use crate::report::Organisation;

pub(super) fn read(_doc: &Doc) -> Vec<Organisation> {
    Vec::new()
}
