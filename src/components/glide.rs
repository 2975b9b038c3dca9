//! Lets what is drawn glide to its new place when another view is chosen.
//!
//! The style sheet has transitions for places in percent and for transforms, or none for readers who want no
//! motion. Bars and dots have their places in percent and glide by themselves. Rows, words and arrows do
//! not: after the change each is moved back to where it stood by a transform, which then fades out.
//!
//! A page may have thousands of rows. Only those near the screen glide; and measuring and moving take turns for all
//! of them together, so that the page is laid out anew as often for many as for one.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::elements::{elements, elements_that};
use crate::view::ViewState;

/// Marks the parts of the table that glide, with all that is in them.
const GLIDES: &str = "data-glides";
/// What has no place in percent that a transition could change.
const MOVED: &str = ".te-row[data-glides], [data-glides] svg :is(text, line, path)";
/// The nearest part of the table around it: places are measured from its corner.
const FRAME: &str = "tr:not(:scope), tbody";
/// No screen reaches further than this from its top, in CSS px.
const NEAR: f64 = 3_000.0;

/// Right and down from the corner of the frame, in CSS px.
type Place = (f64, f64);
/// Where nothing is displayed.
const NOWHERE: Place = (f64::NAN, f64::NAN);

/// Lets the figure glide whenever the view changes in what moves marks.
#[hook]
pub fn use_glide(figure: &NodeRef, view: &Rc<ViewState>) {
    let last = use_mut_ref(|| view.clone());
    let moves = moves(&last.replace(view.clone()), view);
    // While a component renders, the page still shows the view before.
    let moved = match figure.cast() {
        Some(figure) if moves => moved(&figure),
        _ => Vec::new(),
    };
    let before = places(&moved);
    use_effect(move || glide(&moved, &before));
}

/// Whether marks have other places in the next view. Rows below those of a hidden source close up at once, as
/// they do without scripts; but where the axes span what is shown, they move with the sources.
fn moves(last: &ViewState, next: &ViewState) -> bool {
    last.scale != next.scale
        || last.category != next.category
        || last.order != next.order
        || last.zoomed != next.zoomed
        || (next.zoomed && last.hidden != next.hidden)
}

/// Marks what glides, and gives what of it does not do so by itself.
fn moved(figure: &Element) -> Vec<HtmlElement> {
    let rows = elements_that(figure, ".te-row", is_near_screen);
    for past in elements(figure, "[data-glides]") {
        past.remove_attribute(GLIDES).ok();
    }
    // Only from now on, lest something glides while the page comes alive.
    for part in rows.iter().chain(&elements(figure, "tr:not(.te-row)")) {
        part.set_attribute(GLIDES, "").ok();
    }
    elements(figure, MOVED)
}

fn is_near_screen(row: &HtmlElement) -> bool {
    row.get_bounding_client_rect().y().abs() < NEAR
}

fn places(elements: &[HtmlElement]) -> Vec<Place> {
    elements.iter().map(place).collect()
}

fn place(element: &HtmlElement) -> Place {
    let Ok(Some(frame)) = element.closest(FRAME) else {
        return NOWHERE;
    };
    let (inner, outer) = (
        element.get_bounding_client_rect(),
        frame.get_bounding_client_rect(),
    );
    if inner.y() < inner.bottom() {
        (inner.x() - outer.x(), inner.y() - outer.y())
    } else {
        NOWHERE
    }
}

fn glide(moved: &[HtmlElement], before: &[Place]) {
    let restyle = |style: &str| {
        for element in moved {
            element.style().set_css_text(style);
        }
    };
    // What is still gliding must not be measured on its way.
    restyle("transition:none");
    for ((element, (x, y)), (new_x, new_y)) in moved.iter().zip(before).zip(places(moved)) {
        let (right, down) = (px(x - new_x), px(y - new_y));
        if (right, down) != (0, 0) {
            let style = format!("transition:none;transform:translate({right}px,{down}px)");
            element.style().set_css_text(&style);
        }
    }
    // Measuring makes the browser heed these styles before they go: Chromium only those of what is measured.
    places(moved);
    restyle("");
}

/// Whole px; none for what is not a number.
#[expect(clippy::cast_possible_truncation, reason = "a distance on the screen")]
fn px(distance: f64) -> i32 {
    distance.round() as i32
}
