//! One file per view.

pub mod report;
pub mod reports;
