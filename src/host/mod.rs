//! The page around the widget: finds the places for it and brings each to life.
//!
//! A place is an element of class `troop-estimates`, as the prerenderer writes it: a `.te-root` with
//! the rendered widget, and its dataset as JSON in a `script.te-data`.

mod choices;

use std::rc::Rc;

use web_sys::{Document, Element};

use crate::components::{Widget, WidgetProps};
use crate::dataset::read_json;

/// Hydrates every prerendered widget of the page.
pub fn start() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    for (instance, place) in places(&document).enumerate() {
        hydrate(&place, instance);
    }
}

fn places(document: &Document) -> impl Iterator<Item = Element> {
    use wasm_bindgen::JsCast;
    let nodes = document.query_selector_all(".troop-estimates").ok();
    let length = nodes.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |place| nodes.as_ref()?.item(place)?.dyn_into().ok())
}

/// Brings one place to life. What is not as the prerenderer wrote it stays as it is: the reader
/// keeps the chart and the table.
fn hydrate(place: &Element, instance: usize) -> Option<()> {
    let root = place.query_selector(".te-root").ok()??;
    let text = place
        .query_selector("script.te-data")
        .ok()??
        .text_content()?;
    let reading = read_json(&text);
    let props = WidgetProps {
        dataset: Rc::new(reading.dataset?),
        // Read in the same task as the hydration, so that no choice of the reader falls between.
        initial: Rc::new(choices::read(&root)),
        problems: reading.problems.into(),
        refused: reading.refused,
        instance,
    };
    yew::Renderer::<Widget>::with_root_and_props(root, props).hydrate();
    Some(())
}
