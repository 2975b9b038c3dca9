//! What may wait until the browser has shown what it can show by itself.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Does something after the next frame: a task after its picture has been made.
pub fn after_frame(act: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(move || Timeout::new(0, act).forget());
    let window = web_sys::window();
    window.and_then(|window| window.request_animation_frame(then.unchecked_ref()).ok());
}
