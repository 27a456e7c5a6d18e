//! How wide the content of a view may be, in CSS pixels: pictures are laid out for it instead of being shrunk.

use leptos::prelude::*;

/// The narrowest that anything is laid out for.
const LEAST: u32 = 280;

#[derive(Clone, Copy)]
struct Room(RwSignal<u32>);

/// Follows the window's width.
pub fn provide_room() {
    let room = RwSignal::new(measure());
    let listener = window_event_listener(leptos::ev::resize, move |_| {
        let now = measure();
        if now != room.get_untracked() {
            room.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    provide_context(Room(room));
}

/// CSS pixels that the content may be wide.
pub fn use_room() -> RwSignal<u32> {
    expect_context::<Room>().0
}

/// The window less the page's padding and, on a wide one, the column of facets (`style/layout.css`, `style/set.css`).
fn measure() -> u32 {
    const PAGE: f64 = 1312.0;
    let wide = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(1024.0);
    let padding = (wide * 0.03).clamp(16.0, 32.0);
    let content = wide.min(PAGE) - 2.0 * padding - if wide > 960.0 { 280.0 + 40.0 } else { 0.0 };
    // A scroll bar, and steps, so that a dragged window is not drawn anew for each pixel.
    (((content - 16.0) / 20.0).floor() * 20.0).max(f64::from(LEAST)) as u32
}
