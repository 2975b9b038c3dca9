//! Files that the browser saves as if they had been downloaded.

use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long a file that is being saved is kept in memory, in milliseconds.
const LONG_ENOUGH: u32 = 60_000;

/// A text of this type.
pub fn text(text: &str, mime: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
}

/// Saves a file under a name.
pub fn save(file: &Blob, name: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.ok_or("no document")?.create_element("a")?;
    let address = Url::create_object_url_with_blob(file)?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.unchecked_into::<HtmlElement>().click();
    // Some browsers begin to read the file only some time after the click.
    let forget = move || drop(Url::revoke_object_url(&address));
    Timeout::new(LONG_ENOUGH, forget).forget();
    Ok(())
}
