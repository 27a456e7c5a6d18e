//! The commands, one file each.

pub mod bench;
pub mod dist;
pub mod journeys;
pub mod language;
pub mod release;
pub mod serve;
pub mod setup;
pub mod sizes;
pub mod soak;
pub mod test;
