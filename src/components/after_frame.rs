//! What may wait until the browser has shown what it can show by itself.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Does something after the next frame: in a task after its picture has been made. What it keeps for that goes
/// with it, which does not hold of a timeout that is forgotten.
pub fn after_frame(act: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let act = Closure::once_into_js(act);
    let timer = window.clone();
    let then = Closure::once_into_js(move || {
        timer.set_timeout_with_callback(act.unchecked_ref()).ok();
    });
    // It only refuses what is no function.
    window.request_animation_frame(then.unchecked_ref()).ok();
}
