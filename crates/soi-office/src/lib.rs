//! What the page saves for an office: tables as spreadsheets, review sheets as Word documents. The page says what is in
//! them as JSON; here it becomes a file.

mod book;
mod paper;

pub use book::{Book, Cell, Column, book};
pub use paper::{Block, Paper, Run, paper};

/// Whether a link leads somewhere from another program: one of a page on disk would not.
fn is_absolute(link: &str) -> bool {
    link.starts_with("http://") || link.starts_with("https://")
}
