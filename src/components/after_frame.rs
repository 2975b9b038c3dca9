//! What may wait until the browser has shown what it can show by itself.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Does something after the next frame: in a task after its picture has been made.
pub fn after_frame(act: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(move || Timeout::new(0, act).forget());
    if let Some(window) = web_sys::window() {
        // It only refuses what is no function.
        window.request_animation_frame(then.unchecked_ref()).ok();
    }
}
