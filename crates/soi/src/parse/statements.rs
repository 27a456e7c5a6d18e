//! Statements: not read yet.

use super::doc::Doc;
use crate::report::Statement;

pub(super) fn read(_doc: &Doc) -> Vec<Statement> {
    Vec::new()
}
