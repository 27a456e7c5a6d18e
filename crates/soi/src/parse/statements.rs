//! Statements: every sentence of the body, with what it does in the report and the areas of work that it speaks of.

use super::doc::Doc;
use crate::report::{Role, Statement};

/// Reads the statements of a page, in order.
pub(super) fn read(doc: &Doc) -> Vec<Statement> {
    doc.sentences
        .iter()
        .filter(|sentence| sentence.block.is_body())
        .map(|sentence| Statement { quote: doc.text.quote(sentence.span), role: Role::Result, areas: Vec::new() })
        .collect()
}
