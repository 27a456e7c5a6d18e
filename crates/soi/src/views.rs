//! What views count and group, over an [`Explorer`](crate::explore::Explorer) and some of its reports.

pub mod measures;
