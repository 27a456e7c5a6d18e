//! What views count and group, over an [`Explorer`](crate::explore::Explorer) and some of its reports.

pub mod citations;
pub mod compare;
pub mod hierarchy;
pub mod measures;
pub mod members;
pub mod network;
pub mod sheet;
pub mod statements;
