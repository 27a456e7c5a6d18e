//! What people did at the meeting.

use super::names::Sighting;
use crate::parse::doc::Doc;
use crate::report::Act;

/// The acts of each entry; `owner` tells whose a sighting is.
pub(super) fn read(_doc: &Doc, _sightings: &[Sighting], _owner: &[Option<usize>], entries: usize) -> Vec<Vec<Act>> {
    vec![Vec::new(); entries]
}
