//! One file per view.

pub mod about;
pub mod bodies;
pub mod compare;
pub mod compare_sets;
pub mod concordance;
pub mod directives;
pub mod map;
pub mod measures;
pub mod network;
pub mod open;
pub mod overview;
pub mod people;
pub mod report;
pub mod reports;
pub mod saved;
pub mod set;
pub mod sheet;
pub mod statements;
pub mod time;
pub mod words;

use leptos::prelude::*;

use crate::address::View;
use crate::figure::Scene;

/// What the view that the scene's address names shows of the filtered set.
pub fn show(scene: &Scene) -> AnyView {
    match scene.address.view {
        View::Overview => overview::show(scene),
        View::Time => time::show(scene),
        View::Map => map::show(scene),
        View::Concordance => concordance::show(scene),
        View::Words => words::show(scene),
        View::Compare => compare::show(scene),
        View::Sheet => sheet::show(scene),
        View::Statements => statements::show(scene),
        View::Measures => measures::show(scene),
        View::Directives => directives::show(scene),
        View::People => people::show(scene),
        View::Bodies => bodies::show(scene),
        View::Network => network::show(scene),
        _ => ().into_any(),
    }
}

/// A view that a first visit does without.
pub fn rest(view: View) -> AnyView {
    match view {
        View::Saved => saved::SavedPage().into_any(),
        View::Open => open::OpenPage().into_any(),
        _ => set::SetPage().into_any(),
    }
}
