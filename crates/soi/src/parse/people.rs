//! People: not read yet.

use super::doc::Doc;
use crate::report::{Organisation, Person};

pub(super) fn read(_doc: &Doc, _organisations: &[Organisation]) -> Vec<Person> {
    Vec::new()
}
