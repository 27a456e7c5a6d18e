//! Work in steps, between which the page paints and answers: what a large set shows, and what a corpus shows that grows
//! while it is read, is never made in one go.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::corpus::use_shown;
use crate::figure::Scene;

/// A page that nobody sees is not painted: then the work begins after so long.
const UNSEEN: Duration = Duration::from_millis(250);

/// A piece of a view that is yet to be made.
pub type Stage = Box<dyn FnOnce() -> Option<AnyView> + Send>;

/// Calls when the page has been painted.
pub fn after_paint(then: Box<dyn FnOnce()>) {
    let then = Rc::new(Cell::new(Some(then)));
    let late = Rc::clone(&then);
    let run = |then: &Cell<Option<Box<dyn FnOnce()>>>| {
        if let Some(then) = then.take() {
            then();
        }
    };
    // The frame is painted after its callbacks, before the next task.
    request_animation_frame(move || set_timeout(move || run(&then), Duration::ZERO));
    set_timeout(move || run(&late), UNSEEN);
}

/// Whether so many pieces of the page and one more were drawn once.
pub fn is_drawn(pieces: usize) -> Memo<bool> {
    let drawn = use_shown().drawn();
    Memo::new(move |before| before == Some(&true) || drawn.get() > pieces)
}

/// A value that waits for its turn to change: where another corpus is drawn in pieces, what was there stays until so many
/// pieces and one more are drawn.
pub fn once_drawn<T: Clone + PartialEq + Send + Sync + 'static>(now: Memo<T>, pieces: usize) -> Memo<T> {
    let drawn = use_shown().drawn();
    Memo::new(move |before: Option<&T>| match before {
        Some(before) if drawn.get() <= pieces => before.clone(),
        _ => now.get(),
    })
}

/// The pieces one below the other: of a small corpus all at once, else one after the other.
pub fn stages(scene: &Scene, stages: Vec<Stage>) -> Vec<AnyView> {
    if !scene.is_large() {
        return stages.into_iter().filter_map(|stage| stage()).collect();
    }
    let mut ready = Vec::new();
    let slots = stages.into_iter().map(|stage| {
        let is_ready = RwSignal::new(false);
        ready.push(is_ready);
        let mut stage = Some(stage);
        let slot = move || match is_ready.get() {
            true => stage.take().and_then(|stage| stage()),
            false => Some(view! { <div class="stage" aria-busy="true"></div> }.into_any()),
        };
        slot.into_any()
    });
    let slots = slots.collect();
    next(ready, 0);
    slots
}

/// Makes a piece ready, and after it the next; stops where the view is gone.
fn next(ready: Vec<RwSignal<bool>>, at: usize) {
    set_timeout(
        move || {
            if let Some(is_ready) = ready.get(at)
                && is_ready.try_set(true).is_none()
            {
                next(ready, at + 1);
            }
        },
        Duration::ZERO,
    );
}

/// A piece that is made from the scene.
pub fn stage(scene: &Scene, make: impl FnOnce(&Scene) -> Option<AnyView> + Send + 'static) -> Stage {
    let scene = scene.clone();
    Box::new(move || make(&scene))
}
