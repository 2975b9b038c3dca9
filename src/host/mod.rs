//! The page around the widget: brings the places for it to life.
//!
//! A place is an element of class `troop-estimates`, as the prerenderer writes it: a `.te-root` with
//! the rendered widget, its dataset as [`Packed`] text in a `.te-data`, and the messages of its language in a
//! `.te-messages`.

mod address;
mod choices;
mod frame;
#[cfg(feature = "panics")]
mod panics;
mod query;

use std::rc::Rc;

use web_sys::Element;

use self::address::Address;
pub use self::address::page_address;
use crate::components::{Page, Prerendering, Widget, WidgetProps};
use crate::dataset::Packed;
use crate::locale::Locale;

/// A widget that lives in a place, for as long as it is not destroyed.
pub type App = yew::AppHandle<Widget>;

/// What a place holds as text.
pub struct Content {
    packed: Packed,
    locale: Locale,
}

impl Content {
    /// Reads it; none where the place is not as the prerenderer wrote it.
    pub fn read(place: &Element) -> Option<Self> {
        let text = |selector| place.query_selector(selector).ok()??.text_content();
        Some(Self {
            packed: Packed::from_text(&text(".te-data")?)?,
            locale: Locale::from_lines(text(".te-messages")?)?,
        })
    }
}

/// Brings one place to life that holds this. What is not as the prerenderer wrote it stays as it is: the reader
/// keeps the chart and the table.
///
/// `instance` is the number that the place was prerendered with, `number` that of the widget on the present page,
/// both from 0: in a shadow root they differ.
pub fn hydrate(place: &Element, content: Content, instance: usize, number: usize) -> Option<App> {
    let Content { packed, locale } = content;
    let root = place.query_selector(".te-root").ok()??;
    let mut props = props(&root, packed, locale, instance, number)?;
    props.prerendering = Prerendering::TakesOver;
    #[cfg(feature = "panics")]
    panics::arrange(place);
    Some(yew::Renderer::<Widget>::with_root_and_props(root, props).hydrate())
}

/// Makes a widget in a place in which nothing was prerendered, and notes there what it was made of.
pub fn mount(place: &Element, packed: Packed, locale: Locale, number: usize) -> Option<()> {
    let note = |selector, text: &str| -> Option<()> {
        place
            .query_selector(selector)
            .ok()??
            .set_text_content(Some(text));
        Some(())
    };
    note(".te-data", &packed.to_text())?;
    note(".te-messages", &locale.lines())?;
    let root = place.query_selector(".te-root").ok()??;
    let props = props(&root, packed, locale, 0, number)?;
    yew::Renderer::<Widget>::with_root_and_props(root, props).render();
    Some(())
}

/// What the widget shows first: the view that the address names, with what the reader has chosen since.
fn props(
    root: &Element,
    packed: Packed,
    locale: Locale,
    instance: usize,
    number: usize,
) -> Option<WidgetProps> {
    let window = web_sys::window()?;
    frame::entitle(&window, &packed.dataset.title);
    let dataset = Rc::new(packed.dataset);
    let place = root.closest("[data-revision]").ok()?;
    let revision = place.and_then(|place| place.get_attribute("data-revision"));
    let (address, mut link) = Address::open(window, dataset.clone(), number, revision);
    // In the same task as the hydration, so that no choice of the reader falls between.
    choices::adopt(root, &mut link.view);
    Some(WidgetProps {
        dataset,
        locale,
        link: Rc::new(link),
        page: Some(Page(address)),
        problems: packed.problems.into(),
        refused: packed.refused,
        instance,
        prerendering: Prerendering::None,
    })
}
