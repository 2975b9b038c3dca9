//! What is on the page, as selectors find it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// All that the selector finds inside, in the order of the page. Drawings are among them: they can do of an
/// [`HtmlElement`] all that is asked of one here.
pub fn elements(root: &Element, selector: &str) -> Vec<HtmlElement> {
    elements_that(root, selector, |_| true)
}

/// All that the selector finds inside and the condition holds for.
pub fn elements_that(
    root: &Element,
    selector: &str,
    condition: fn(&HtmlElement) -> bool,
) -> Vec<HtmlElement> {
    let Ok(nodes) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..nodes.length())
        .filter_map(|place| Some(nodes.item(place)?.unchecked_into()))
        .filter(condition)
        .collect()
}
