//! Reading Vietnamese text: spans, the normal form with its map to the source, search keys, tokens.

mod collate;
pub(crate) mod date;
pub(crate) mod find;
pub mod fold;
pub(crate) mod letter;
mod normalise;
pub(crate) mod number;
pub(crate) mod phrases;
pub(crate) mod set;
pub(crate) mod sort;
mod span;
pub(crate) mod token;
pub(crate) mod word;
mod words;
pub(crate) mod write;

pub use collate::collate;
pub use letter::{Letter, Shape, Tone, lower_text};
pub use normalise::{Text, normalise, printed};
pub use span::Span;
pub(crate) use span::piece;
pub use token::{Case, Token, TokenKind, tokens};
pub(crate) use word::Word;
pub use words::Words;
