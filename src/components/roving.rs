//! The rows as one stop of the Tab key, however many there are, with keys to move between them.
//!
//! Which row is the stop is kept where the focus itself is kept: in the page, as `tabindex` 0 on it and -1 on
//! the others. Only scripts set it, so that without them every row stays a stop of its own. The links in open
//! details go with their row: Tab leads from the stop into them, and on to what stands below the chart.

use super::elements::{elements, elements_that};
use super::focus::Lost;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusEvent, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// What the keys move between; one a row.
const SUMMARY: &str = ".te-row .te-summary";
/// Those that are shown.
const SHOWN: &str = ".te-group:not([hidden]) > .te-row:not([hidden]) .te-summary";
/// Those of them that were not there when a stop was made.
const NEW: &str = ".te-group:not([hidden]) > .te-row:not([hidden]) .te-summary:not([tabindex])";
/// What a part of the page is hidden by.
const HIDDEN: &str = "[hidden], details:not([open], [data-tip]) > :not(summary)";
/// All that Tab stops at in the row that is the stop: whoever uses it pins the details, and does not go into a tip.
const STOPS: &str = ":is(.te-summary, .te-details[open] :is(a, button))";
/// All that it would stop at now.
const PRESENT_STOPS: &str =
    ".te-row :is(.te-summary, .te-details :is(a, button)):not([tabindex='-1'])";
/// The one that it stops at.
const STOP: &str = ".te-summary[tabindex='0']";
/// What says why there are no rows.
const NOTICE: &str = ".te-notice";

/// Keeps the stop on a row in sight, and the focus too when its row goes, whatever a rendering changes. Gives
/// what must be told when the focus goes.
#[hook]
pub fn use_roving(figure: &NodeRef) -> Lost {
    let lost = use_mut_ref(Lost::default).borrow().clone();
    // Seen before the nodes change: one that is hidden or moved loses the focus without a trace.
    let before = figure.cast().map(|figure| Before::of(figure, &lost));
    use_effect(move || {
        before.as_ref().and_then(settle);
    });
    lost
}

/// A figure as a rendering has found it.
struct Before {
    figure: Element,
    /// The rows in their order, whether they are hidden or not.
    rows: Vec<HtmlElement>,
    /// What had the focus.
    focused: Option<HtmlElement>,
    /// The place of the row that had it, or else of the stop.
    place: usize,
}

impl Before {
    fn of(figure: Element, lost: &Lost) -> Self {
        let rows = elements(&figure, SUMMARY);
        let focused = lost.element().or_else(|| focused(&figure));
        let summary = match focused.as_deref().and_then(row_of) {
            Some(row) => row.query_selector(SUMMARY),
            None => figure.query_selector(STOP),
        };
        let summary = summary.ok().flatten();
        let place = rows.iter().position(|row| summary.as_ref() == Some(row));
        Self {
            figure,
            rows,
            focused,
            place: place.unwrap_or_default(),
        }
    }
}

/// Moves the focus between rows, wherever in the figure the key was pressed.
pub fn on_key(event: &KeyboardEvent) {
    step(event);
}

/// Lets the stop follow the focus, wherever in the figure it has gone.
pub fn on_focus(event: &FocusEvent) {
    follow(event);
}

/// Makes a row in sight the stop, and brings back the focus that a rendering took.
fn settle(before: &Before) -> Option<()> {
    let figure = &before.figure;
    let lost = before
        .focused
        .as_ref()
        .filter(|_| !focused(figure).is_some_and(|now| is_shown(&now)));
    let first = |selector| Some(figure.query_selector(selector).ok()??.unchecked_into());
    let is_gone = |lost: &&HtmlElement| !is_shown(lost) && row_of(lost).is_none();
    // The button for more rows goes with the last of them: on to the first that is new.
    let new = lost.filter(is_gone).and_then(|_| first(NEW));
    // Rows that are hidden stay where they are, others go: those around them are known from before.
    let rows = &before.rows;
    let neighbour = || nearest(before.place, rows.len(), |place| is_shown(&rows[place]));
    let neighbour = || Some(rows[neighbour()?].clone());
    let stop: Option<HtmlElement> = new.or_else(neighbour).or_else(|| first(SHOWN));
    if let Some(stop) = &stop {
        make_stop(figure, stop);
    }
    let lost = lost?;
    if is_shown(lost) {
        return lost.focus().ok();
    }
    let notice = || elements_that(figure, NOTICE, has_height).into_iter().next();
    stop.or_else(notice)?.focus().ok()
}

/// Moves the focus as the key says. Only keys that move between rows are swallowed.
fn step(event: &KeyboardEvent) -> Option<()> {
    let modified = event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key();
    let summary: HtmlElement = event.target_unchecked_into();
    if modified {
        return None;
    }
    let rows = elements(&figure_of(&summary)?, SHOWN);
    let place = rows.iter().position(|row| *row == summary)?;
    let next = place_after(&event.key(), place, rows.len())?;
    event.prevent_default();
    rows[next].focus().ok()
}

/// The row that gets the focus, by whatever means, becomes the stop.
fn follow(event: &FocusEvent) -> Option<()> {
    let focused: Element = event.target_unchecked_into();
    make_stop(&figure_of(&focused)?, &focused)
}

/// Makes the row that holds `inside` the stop.
fn make_stop(figure: &Element, inside: &Element) -> Option<()> {
    let row = row_of(inside)?;
    for stop in elements(figure, PRESENT_STOPS) {
        if row_of(&stop).as_ref() != Some(&row) || !stop.matches(STOPS).ok()? {
            stop.set_attribute("tabindex", "-1").ok()?;
        }
    }
    for stop in elements(&row, STOPS) {
        stop.set_attribute("tabindex", "0").ok()?;
    }
    Some(())
}

fn row_of(inside: &Element) -> Option<Element> {
    inside.closest(".te-row").ok()?
}

fn figure_of(element: &Element) -> Option<Element> {
    element.closest(".te-figure").ok()?
}

/// What has the focus within the figure, even while the window is in the background.
fn focused(figure: &Element) -> Option<HtmlElement> {
    // Where it is none, it is a shadow root, which answers alike.
    let document: Document = figure.get_root_node().unchecked_into();
    let focused = document.active_element()?;
    let inside = figure_of(&focused).as_ref() == Some(figure);
    inside.then(|| focused.unchecked_into())
}

/// Whether it is on the page and nothing around it is hidden. Its height would tell, too, but asking for it makes the
/// browser lay out the page in the midst of a change.
fn is_shown(element: &HtmlElement) -> bool {
    element.is_connected() && element.closest(HIDDEN) == Ok(None)
}

/// Hidden by the stylesheet or by the widget: either way it has no height.
fn has_height(element: &HtmlElement) -> bool {
    element.offset_height() > 0
}

/// Where a key leads from one of so many rows: not around the ends.
fn place_after(key: &str, place: usize, rows: usize) -> Option<usize> {
    Some(match key {
        "ArrowUp" => place.saturating_sub(1),
        "ArrowDown" => (place + 1).min(rows - 1),
        "Home" => 0,
        "End" => rows - 1,
        _ => return None,
    })
}

/// The row that is nearest to a place, of so many rows and of those that are shown; of two, the one below.
fn nearest(place: usize, rows: usize, is_shown: impl Fn(usize) -> bool) -> Option<usize> {
    (0..rows)
        .flat_map(|distance| [place.checked_add(distance), place.checked_sub(distance)])
        .flatten()
        .find(|&row| row < rows && is_shown(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_from_row_to_row_and_not_around_the_ends() {
        for (key, from, expected) in [
            ("ArrowDown", 0, Some(1)),
            ("ArrowDown", 4, Some(4)),
            ("ArrowUp", 4, Some(3)),
            ("ArrowUp", 0, Some(0)),
            ("Home", 3, Some(0)),
            ("End", 3, Some(4)),
            ("Enter", 3, None),
            ("j", 3, None),
        ] {
            assert_eq!(place_after(key, from, 5), expected, "{key} from {from}");
        }
    }

    #[test]
    fn the_nearest_row_is_itself_or_else_the_one_below_if_no_other_is_nearer() {
        for (rows, place, expected) in [
            (&[1, 2, 3][..], 2, Some(2)),
            (&[1, 3], 2, Some(3)),
            (&[1, 4], 2, Some(1)),
            (&[0], 7, Some(0)),
            (&[], 2, None),
        ] {
            assert_eq!(nearest(place, 9, |row| rows.contains(&row)), expected);
        }
    }
}
