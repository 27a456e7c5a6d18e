//! One file per view.

pub mod about;
pub mod concordance;
pub mod measures;
pub mod open;
pub mod report;
pub mod reports;
pub mod saved;
pub mod set;
pub mod words;

use leptos::prelude::*;

use crate::address::View;
use crate::figure::Scene;

/// What a view of the filtered set shows.
pub fn show(view: View, scene: &Scene) -> AnyView {
    match view {
        View::Concordance => concordance::show(scene),
        View::Words => words::show(scene),
        View::Measures => measures::show(scene),
        _ => ().into_any(),
    }
}
