//! Panics on purpose, for tests of what a reader and a page see of one: `data-panic` of a place says when.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// Panics at once (`first`), in a task of its own (`task`), by a timer (`timer`) or when a key is pressed (`key`).
pub fn arrange(place: &Element) {
    match place.get_attribute("data-panic").as_deref() {
        Some("first") => panic(),
        Some("task") => spawn_local(async { panic() }),
        Some("timer") => {
            Timeout::new(0, panic).forget();
        }
        Some("key") => {
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(place, "keydown", options, |_| panic()).forget();
        }
        _ => {}
    }
}

fn panic() {
    panic!("on purpose");
}
