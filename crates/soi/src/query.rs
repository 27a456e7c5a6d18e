//! The query language: what a reader types, as a tree.
//!
//! ```text
//! query   = and { OR and }                          OR: OR, HOẶC
//! and     = { [ AND ] [ NOT ] near }                AND: AND, VÀ      NOT: NOT, KHÔNG, TRỪ, or - before a word
//! near    = atom { NEAR[/n] atom }                  NEAR: NEAR, GẦN; n words between at most, 10 if not said
//! atom    = word | word* | "phrase" | =word | ="phrase" | ( query ) | field:value
//! field   = người person · tổ chức org · văn bản directive · nơi place · mặt area · vai role
//!         | năm year · ngày date · số liệu measure · họp kind · tiêu đề title · nội dung body
//! value   = word | "phrase" | ( words )
//!         | year: 2018, 2016-2018, >=2018           measure: >50%, 100..200, >=95 "đảng viên"
//!         | date: 2018-06-12, 12/6/2018, 2018-06..2018-12, 2018-06.., ..2018, >6/2018
//! ```
//! Operators are in capitals, so that no ordinary word is taken for one. Words side by side must all be there.
//! What is typed without a space and holds several words, such as `16-CT/TU`, is a phrase.
//! While a query is typed its last word may be half a word: `kiểm tr` finds `kiểm tra` as long as no report has `tr` with
//! it as a word ([`crate::explore::Explorer::read`]); `kiểm tra` never finds `trao`.
//! A word without marks stands for every toning, a word with any mark for itself, and so does `=word`; `uỷ` is `ủy`.

mod error;
mod field;
mod parser;

pub use error::{QueryError, QueryErrorKind};
pub(crate) use field::operator;
pub use field::{Bound, Field, MeasureTest, Test};
pub use parser::{Options, parse, parse_begun, parse_typing, parse_with};

use crate::text::Span;

/// A parsed query.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Everything: nothing was asked.
    All,
    /// A word.
    Word(Word),
    /// Words in a row.
    Phrase(Vec<Word>),
    /// Words or phrases near each other, each with how many words may lie between it and the one before.
    Near(Vec<(Node, u32)>),
    /// All of them.
    And(Vec<Node>),
    /// One of them.
    Or(Vec<Node>),
    /// What the node does not match.
    Not(Box<Node>),
    /// A test of something other than running words.
    Field(Test),
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Lower case, in normal form.
    pub spelling: String,
    /// Its search key.
    pub key: String,
    /// Whether it was typed with a mark, or after `=`, and so stands for itself only.
    pub exact: bool,
    /// The other spelling with `i` for `y`, where both are asked for.
    pub twin: Option<String>,
    /// Whether longer words that begin like it will do.
    pub prefix: bool,
    /// Where it stands in the query.
    pub at: Span,
}

impl Word {
    /// Whether a word of a text, in lower case and normal form, is meant.
    pub fn matches(&self, spelling: &str) -> bool {
        self.is(&self.spelling, spelling) || self.twin.as_ref().is_some_and(|twin| self.is(twin, spelling))
    }

    fn is(&self, typed: &str, spelling: &str) -> bool {
        if self.exact {
            return spelling == typed || self.prefix && spelling.starts_with(typed);
        }
        // Without marks a word is its own key.
        let mut key = typed.chars();
        let mut folded = spelling.chars().map(crate::text::fold::fold_char);
        loop {
            match (key.next(), folded.next()) {
                (None, None) => return true,
                (None, Some(_)) => return self.prefix,
                (Some(a), Some(b)) if a == b => {}
                _ => return false,
            }
        }
    }
}

impl Node {
    /// Every word of a word, phrase or neighbourhood.
    pub(crate) fn words<'a>(&'a self, out: &mut Vec<&'a Word>) {
        match self {
            Self::Word(word) => out.push(word),
            Self::Phrase(words) => out.extend(words),
            Self::Near(nodes) => nodes.iter().for_each(|(node, _)| node.words(out)),
            Self::And(nodes) | Self::Or(nodes) => nodes.iter().for_each(|node| node.words(out)),
            Self::Not(_) | Self::All | Self::Field(_) => {}
        }
    }

    /// Calls `each` for every word, phrase and neighbourhood that is asked for rather than excluded, in order.
    pub fn wanted<'a>(&'a self, each: &mut impl FnMut(&'a Node)) {
        match self {
            Self::Word(_) | Self::Phrase(_) | Self::Near(_) => each(self),
            Self::And(nodes) | Self::Or(nodes) => nodes.iter().for_each(|node| node.wanted(each)),
            Self::Field(Test::Text { node, .. }) => node.wanted(each),
            Self::All | Self::Not(_) | Self::Field(_) => {}
        }
    }
}
