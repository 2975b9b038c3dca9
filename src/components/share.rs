//! A link to what is shown: passed on, copied, or shown to be copied by hand.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::Reflect;
use web_sys::{Navigator, ShareData};

use crate::locale::Words;

/// What became of a link.
#[derive(Clone, Copy, PartialEq)]
pub enum Shared {
    /// It was passed on.
    Passed,
    /// It is on the clipboard.
    Copied,
    /// The browser refuses: the reader has to copy it.
    Refused,
}

/// What is said of it.
pub fn answer(words: Words, shared: Shared) -> &'static str {
    match shared {
        Shared::Passed => words.link_shared(),
        Shared::Copied => words.link_copied(),
        Shared::Refused => words.link_here(),
    }
}

/// Passes an address on or copies it; nothing became of it where the reader thought better of it.
pub async fn share(address: &str) -> Option<Shared> {
    let navigator = web_sys::window()?.navigator();
    if has(&navigator, "share") {
        let data = ShareData::new();
        data.set_url(address);
        match JsFuture::from(navigator.share_with_data(&data)).await {
            Ok(_) => return Some(Shared::Passed),
            Err(error) if is_abort(&error) => return None,
            Err(_) => {}
        }
    }
    // Pages without encryption have no clipboard.
    if has(&navigator, "clipboard") {
        let copied = JsFuture::from(navigator.clipboard().write_text(address)).await;
        if copied.is_ok() {
            return Some(Shared::Copied);
        }
    }
    Some(Shared::Refused)
}

fn has(navigator: &Navigator, name: &str) -> bool {
    Reflect::get(navigator, &name.into()).is_ok_and(|value| value.is_truthy())
}

fn is_abort(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "AbortError")
}
