//! What may wait until the browser has shown what it can show by itself.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Does something once the picture of the next frame has been made: at the beginning of the frame after it.
pub fn after_frame(act: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(act);
    at_frame(&Closure::once_into_js(move || at_frame(&then)));
}

fn at_frame(callback: &JsValue) {
    if let Some(window) = web_sys::window() {
        // It only refuses what is no function.
        window
            .request_animation_frame(callback.unchecked_ref())
            .ok();
    }
}
