//! One file per view.

pub mod measures;
pub mod report;
pub mod reports;
pub mod set;

use leptos::prelude::*;

use crate::address::View;
use crate::figure::Scene;

/// What a view of the filtered set shows.
pub fn show(view: View, scene: &Scene) -> AnyView {
    match view {
        View::Measures => measures::show(scene),
        _ => ().into_any(),
    }
}
