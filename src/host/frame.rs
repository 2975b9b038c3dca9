//! The frame that the page may stand in.

use web_sys::Window;

/// Calls the frame what the chart in it is called, if nobody has given it a title. A frame on a page of another
/// origin is out of reach: there the snippet in README.md names it.
pub fn entitle(window: &Window, title: &str) -> Option<()> {
    let frame = window.frame_element().ok()??;
    let untitled = frame.get_attribute("title").unwrap_or_default().is_empty();
    untitled.then(|| frame.set_attribute("title", title).ok())?
}
