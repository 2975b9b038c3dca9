//! What a reader has chosen on the prerendered page before any script ran.

use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::dataset::{CategoryIndex, EstimateIndex, SourceIndex};
use crate::view::ViewState;

/// Reads toggles, category and open details; a browser's restoration of a form is adopted too.
pub fn read(root: &Element) -> ViewState {
    let hidden = indices(root, "input[data-source]:not(:checked)", "data-source");
    let category = indices(root, "input[data-category]:checked", "data-category");
    let open = indices(
        root,
        "tr[data-estimate]:has(details[open])",
        "data-estimate",
    );
    ViewState {
        hidden: hidden.into_iter().map(SourceIndex).collect(),
        category: category.first().copied().map(CategoryIndex),
        open: open.into_iter().map(EstimateIndex).collect(),
        ..ViewState::default()
    }
}

/// The numbers in `attribute` of every element that matches.
fn indices(root: &Element, selector: &str, attribute: &str) -> Vec<usize> {
    let Ok(nodes) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..nodes.length())
        .filter_map(|place| {
            nodes
                .item(place)?
                .dyn_into::<Element>()
                .ok()?
                .get_attribute(attribute)
        })
        .filter_map(|index| index.parse().ok())
        .collect()
}
