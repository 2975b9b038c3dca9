//! When a row's details are in sight as a tip: on hover and on focus, until Escape or until they are pinned.
//!
//! Which rows have their tip in sight is kept where hover and focus are kept: in the page, as `data-tip` on the
//! closed details, which the style sheet then shows. So a tip comes in the very frame of the touch, and nothing is
//! rendered for it.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, Node};
use yew::prelude::*;

use super::elements::elements;

/// On details that are in sight as a tip: `above` their row or `below` it.
const TIP: &str = "data-tip";
const ROW: &str = ".te-row";
const TOUCHED: &str = ".te-row:is(:hover, :focus-within)";

/// A row shows its tip when the pointer comes to it.
pub fn on_over(event: &MouseEvent) {
    enter(event.target(), event.related_target());
}

/// The tip stays for as long as the row is touched in another way.
pub fn on_out(event: &MouseEvent) {
    leave(event.target(), event.related_target(), ":focus-within");
}

/// A row shows its tip when the focus comes to it.
pub fn on_focus(event: &FocusEvent) {
    enter(event.target(), event.related_target());
}

/// The tip stays for as long as the row is touched in another way.
pub fn on_blur(event: &FocusEvent) {
    leave(event.target(), event.related_target(), ":hover");
}

/// Ends the tip: the details are pinned now, and closing them must not bring it up in their place.
pub fn hide(details: &Element) {
    details.remove_attribute(TIP).ok();
}

fn enter(to: Option<EventTarget>, from: Option<EventTarget>) -> Option<()> {
    let row = row_of(to)?;
    (!holds(&row, from)).then(|| show(&row))?
}

fn leave(from: Option<EventTarget>, to: Option<EventTarget>, touched: &str) -> Option<()> {
    let row = row_of(from)?;
    if !holds(&row, to) && !row.matches(touched).ok()? {
        hide(&details_of(&row)?);
    }
    Some(())
}

fn row_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(ROW).ok()?
}

fn holds(row: &Element, target: Option<EventTarget>) -> bool {
    let node = target.and_then(|target| target.dyn_into::<Node>().ok());
    row.contains(node.as_ref())
}

fn details_of(row: &Element) -> Option<Element> {
    row.query_selector("details").ok()?
}

/// A tip stands above its row, where nothing scrolls for it, until it is clear that there is room below, or
/// too little above.
fn show(row: &Element) -> Option<()> {
    let details = details_of(row)?;
    if details.has_attribute("open") || details.has_attribute(TIP) {
        return None;
    }
    details.set_attribute(TIP, "above").ok()?;
    let tip: HtmlElement = details
        .query_selector(".te-provenance")
        .ok()??
        .unchecked_into();
    let row = tip.offset_parent()?.get_bounding_client_rect();
    let frame = web_sys::window()?.document()?.document_element()?;
    let needed = f64::from(tip.offset_height());
    let below = f64::from(frame.client_height()) - row.bottom();
    if below >= needed || row.y() < needed {
        details.set_attribute(TIP, "below").ok()?;
    }
    Some(())
}

/// Lets Escape close tips and details of the rows that are touched, wherever on the page the focus is.
pub fn listen_for_escape(figure: NodeRef) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "keydown", move |event| {
        let escape = event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(|event| event.key() == "Escape");
        if let Some(figure) = figure.cast::<Element>().filter(|_| escape) {
            for row in elements(&figure, TOUCHED) {
                close(&row);
            }
        }
    }))
}

/// Closes the details as the browser does, which tells the widget of it: it may not have heard yet that they are
/// open. The focus must not stay on a link inside.
fn close(row: &Element) -> Option<()> {
    let details = details_of(row)?;
    hide(&details);
    if details.query_selector(":focus").ok()?.is_some() {
        let summary = row.query_selector("summary").ok()??;
        summary.unchecked_into::<HtmlElement>().focus().ok()?;
    }
    details.remove_attribute("open").ok()
}
