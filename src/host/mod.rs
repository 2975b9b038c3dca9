//! The page around the widget: finds the places for it and brings each to life.
//!
//! A place is an element of class `troop-estimates`, as the prerenderer writes it: a `.te-root` with
//! the rendered widget, its dataset as [`Packed`] text in a `script.te-data`, and the messages of its language in a
//! `script.te-words`.

mod address;
mod choices;
mod frame;
mod query;

use std::rc::Rc;

use web_sys::{Element, Window};

use self::address::Address;
pub use self::address::page_address;
use crate::components::{Page, Widget, WidgetProps, elements};
use crate::dataset::Packed;
use crate::locale::Locale;

/// Hydrates every prerendered widget of the page, where there is one.
pub fn start() -> Option<()> {
    let window = web_sys::window()?;
    let page = window.document()?.document_element()?;
    let places = elements(&page, ".troop-estimates");
    for (instance, place) in places.iter().enumerate() {
        hydrate(&window, place, instance);
    }
    Some(())
}

/// Brings one place to life. What is not as the prerenderer wrote it stays as it is: the reader
/// keeps the chart and the table.
fn hydrate(window: &Window, place: &Element, instance: usize) -> Option<()> {
    let root = place.query_selector(".te-root").ok()??;
    let text = |selector| place.query_selector(selector).ok()??.text_content();
    let Packed {
        dataset,
        refused,
        problems,
    } = Packed::from_text(&text("script.te-data")?)?;
    frame::entitle(window, &dataset.title);
    let dataset = Rc::new(dataset);
    let (address, mut link) = Address::open(window.clone(), dataset.clone(), instance);
    // In the same task as the hydration, so that no choice of the reader falls between.
    choices::adopt(&root, &mut link.view);
    let props = WidgetProps {
        dataset,
        locale: Locale::from_lines(text("script.te-words")?)?,
        link: Rc::new(link),
        page: Some(Page(address)),
        problems: problems.into(),
        refused,
        instance,
    };
    yew::Renderer::<Widget>::with_root_and_props(root, props).hydrate();
    Some(())
}
