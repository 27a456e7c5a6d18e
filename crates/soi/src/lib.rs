//! Soi's core: the text of a report in; facts, an index, facets and answers out.
//!
//! It does no I/O, asks no clock, holds no global state and depends on no web crate.
//! [`parse()`] is total: what it cannot read becomes an absent fact, never an error.
#![warn(missing_docs)]

pub mod annotate;
pub mod concordance;
pub mod corpus;
pub mod corrections;
pub mod explore;
pub mod filter;
pub mod fnv;
mod gather;
pub mod geometry;
pub mod index;
mod lexicon;
pub mod link;
pub mod order;
mod parse;
pub mod query;
pub mod report;
pub mod reuse;
mod snippet;
pub mod source;
pub mod stats;
pub mod text;
pub mod unread;
pub mod views;

pub use corpus::Corpus;
#[cfg(feature = "explain")]
pub use parse::explain::{Explained, RULES, explain};
pub use parse::parse;
pub use report::Report;
