//! One file per subcommand.

pub mod check;
pub mod parse;
pub mod unread;
