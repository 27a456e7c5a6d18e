//! One file per subcommand.

pub mod check;
pub mod index;
pub mod parse;
pub mod reuse;
pub mod search;
pub mod stats;
pub mod unread;
