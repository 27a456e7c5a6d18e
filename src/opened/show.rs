//! What was read is put together and shown: piece by piece, so that the page answers meanwhile, and in place.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
use soi::explore::Explorer;
use soi::index::file;

use super::stored::explorer_of;
use super::workers::message;
use super::{Opening, rest, rests};
use crate::address::{Address, View};
use crate::parts::stages::after_paint;

/// In so many pieces a page is drawn.
const PIECES: usize = 6;

impl Opening {
    /// Puts the findings that wait and their reports together and shows them, unless others are being put together:
    /// then after those.
    pub(super) fn join(self) {
        leptos::task::spawn_local(async move {
            let turn = self.turn.get_value();
            // To take in what the worker told was a piece of work.
            rest().await;
            if self.turn.get_value() != turn {
                return;
            }
            let taken = self.on_run(|run| {
                let waiting = if run.joining { None } else { run.waiting.take() };
                run.joining |= waiting.is_some();
                waiting
            });
            let Some((findings, count, last)) = taken.flatten() else { return };
            // After the last nothing else needs them; else a copy is shown, which shares what is large.
            let reports = self.on_run(|run| match last {
                true => std::mem::take(&mut run.reports),
                false => run.reports.clone().first(count),
            });
            let Some(reports) = reports else { return };
            let joined = file::join(reports, &findings, rests()).await;
            if self.turn.get_value() != turn {
                return;
            }
            self.on_run(|run| run.joining = false);
            match joined {
                Ok(explorer) => {
                    // Drawing is a piece of work of its own.
                    rest().await;
                    if self.turn.get_value() == turn {
                        self.show(Arc::new(explorer), move || self.let_go_on());
                    }
                }
                Err(error) => {
                    leptos::logging::error!("{error}");
                    self.let_go_on();
                }
            }
            self.join();
        });
    }

    /// Lets the worker go on, which waits for what it found to be drawn: page and worker would want the same processor.
    fn let_go_on(self) {
        self.on_run(|run| {
            if let Some(worker) = &run.worker {
                // It goes on by itself, only later.
                let _ = worker.post_message(&message("shown", &true.into()));
            }
        });
    }

    /// Shows what was read when no worker is left to tell what is in it.
    pub(super) fn finish_here(self) {
        self.end_worker();
        self.keep();
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            let taken = self.on_run(|run| (std::mem::take(&mut run.reports), run.parts.slice(0, run.parts.length())));
            let Some((reports, parts)) = taken.filter(|(reports, _)| !reports.is_empty()) else { return };
            let explorer = explorer_of(reports, &parts, None).await;
            if self.turn.get_value() == turn {
                self.show(Arc::new(explorer), || ());
            }
        });
    }

    /// Shows what was read, and calls when it is drawn.
    fn show(self, explorer: Arc<Explorer>, then: impl FnOnce() + 'static) {
        let name = self.progress.with_untracked(|progress| progress.name.clone());
        let keep = self.on_run(|run| std::mem::take(&mut run.keeps_address));
        self.show_as(&name, explorer, keep.unwrap_or_default(), then);
    }

    /// Shows a corpus: at first from its start, or from the address where that is of it, then in place.
    pub(super) fn show_as(
        self,
        name: &str,
        explorer: Arc<Explorer>,
        keep_address: bool,
        then: impl FnOnce() + 'static,
    ) {
        let first = self.shown.name().with_untracked(|shown| shown.as_deref() != Some(name));
        let view = self.navigator.address().with_untracked(|address| address.view);
        // These follow what they show; what is built anew must not make the page jump.
        let stays = first || matches!(view, View::Reports | View::Open);
        let place = (!stays).then(keep_place);
        hold_height(!stays);
        let goes = !keep_address && self.goes_to_list(first);
        let here = view == View::Open;
        let start = move || self.navigator.go(start_of(&self.navigator.address().get_untracked()));
        if keep_address {
            self.navigator.restore(&explorer);
        } else if goes && !here {
            start();
        }
        self.shown.drawn().set(0);
        self.shown.show(name, explorer);
        if let Some(place) = place {
            place();
        }
        if !(goes && here) {
            return draw(self.shown.drawn(), 0, Box::new(then));
        }
        // Then what changes around the page where documents are opened is a piece of work, and the list another.
        let turn = self.turn.get_value();
        leptos::task::spawn_local(async move {
            rest().await;
            if self.turn.get_value() == turn {
                if self.navigator.address().with_untracked(|address| address.view == View::Open) {
                    start();
                }
                draw(self.shown.drawn(), 0, Box::new(then));
            }
        });
    }

    /// Whether the list of what is read is to be gone to now: when it is first shown, or after the questions.
    fn goes_to_list(self, first: bool) -> bool {
        let asked = self.asked.with_untracked(Option::is_some);
        let here = self.navigator.address().with_untracked(|address| address.view == View::Open);
        let goes = self.on_run(|run| {
            let (due, asks) = (first || run.goes && here, run.asks || asked);
            run.goes = due && asks;
            due && !asks
        });
        goes.unwrap_or(first)
    }
}

/// The start view, in the language and theme of the link that is open.
pub(super) fn start_of(address: &Address) -> Address {
    Address { view: View::Reports, lang: address.lang, theme: address.theme, ..Address::default() }
}

/// Draws the pieces of a page from that one on, one after each paint; calls when all are there, unless another corpus is
/// drawn by then.
fn draw(drawn: RwSignal<usize>, pieces: usize, then: Box<dyn FnOnce()>) {
    // A page in the background is not painted, and its timers are slow: nobody waits for its first cards.
    let hidden = document().hidden();
    if pieces >= PIECES || hidden {
        hold_height(false);
        drawn.set(usize::MAX);
        return match hidden {
            true => leptos::task::spawn_local(async { then() }),
            false => after_paint(then),
        };
    }
    drawn.set(pieces);
    after_paint(Box::new(move || {
        if drawn.get_untracked() == pieces {
            draw(drawn, pieces + 1, then);
        }
    }));
}

/// Keeps the page as high as it is while it is drawn anew, so that it does not jump; or lets it be as high as it gets.
fn hold_height(hold: bool) {
    let Some(body) = document().body() else { return };
    let height = if hold { [&body.scroll_height().to_string(), "px"].concat() } else { String::new() };
    // A page that jumps is all that is lost.
    let _ = body.style().set_property("min-height", &height);
}

/// Where the reader is on the page, to come back to when it is built anew; the main part lets go of the focus until then.
pub fn keep_place() -> impl FnOnce() {
    let scrolled = window().scroll_y().unwrap_or(0.0);
    let active = document().active_element();
    let focused = active.as_ref().map(web_sys::Element::id).filter(|id| !id.is_empty());
    // What has the focus while its attributes are made anew has the page laid out in between.
    if focused.as_deref() == Some("main")
        && let Some(main) = active.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // It gets the focus back, or keeps it.
        let _ = main.blur();
    }
    move || {
        request_animation_frame(move || {
            window().scroll_to_with_x_and_y(0.0, scrolled);
            let element = focused.and_then(|id| document().get_element_by_id(&id));
            if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                // Focus is a courtesy.
                let _ = element.focus_with_options(&options);
            }
        });
    }
}
