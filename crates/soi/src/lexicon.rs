//! Word lists as data, one file per list.

pub(crate) mod abbreviations;
pub(crate) mod areas;
pub(crate) mod bodies;
pub(crate) mod counted;
pub(crate) mod cues;
pub(crate) mod districts;
pub(crate) mod furniture;
pub(crate) mod meetings;
pub(crate) mod names;
pub(crate) mod outlets;
pub(crate) mod posts;
pub(crate) mod provinces;
pub(crate) mod speech;
pub(crate) mod stops;
pub(crate) mod surnames;
