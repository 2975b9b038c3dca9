//! What a reader has chosen on the prerendered page before any script ran.

use web_sys::Element;

use crate::components::elements;
use crate::dataset::{CategoryIndex, EstimateIndex, SourceIndex};
use crate::view::ViewState;

/// Takes toggles, category and open details into a view, each where the reader has touched it; a browser's
/// restoration of a form is adopted too.
pub fn adopt(root: &Element, view: &mut ViewState) {
    let hidden = indices(root, "input[data-source]:not(:checked)", "data-source");
    let category = indices(root, "input[data-category]:checked", "data-category");
    let open = indices(
        root,
        "tr[data-estimate]:has(details[open])",
        "data-estimate",
    );
    if !hidden.is_empty() {
        view.hidden = hidden.into_iter().map(SourceIndex).collect();
    }
    if let Some(category) = category.first() {
        view.category = Some(CategoryIndex(*category));
    }
    if !open.is_empty() {
        view.open = open.into_iter().map(EstimateIndex).collect();
    }
}

/// The numbers in `attribute` of every element that matches.
fn indices(root: &Element, selector: &str, attribute: &str) -> Vec<usize> {
    elements(root, selector)
        .iter()
        .filter_map(|element| element.get_attribute(attribute)?.parse().ok())
        .collect()
}
