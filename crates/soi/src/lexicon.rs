//! Word lists as data, one file per list.

pub(crate) mod districts;
pub(crate) mod provinces;
pub(crate) mod surnames;
