//! Word lists as data, one file per list.

pub(crate) mod districts;
pub(crate) mod furniture;
pub(crate) mod outlets;
pub(crate) mod provinces;
pub(crate) mod stops;
pub(crate) mod surnames;
