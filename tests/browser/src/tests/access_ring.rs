//! The ring around what has the focus, on every kind of control.

use anyhow::{Context, Result, ensure};
use browser_tests::{Element, Key, Page, Test};
use serde_json::json;

use super::contrast::{contrast, luminances};
use super::everything;
use super::exploring::let_it_render;
use super::steps::summary;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_ring::it_is_2_px_and_stands_out_on_every_kind_of_control",
            ring_stands_out,
        ),
        Test::new(
            "access_ring::it_is_2_px_and_stands_out_on_every_kind_of_control_in_dark",
            ring_stands_out,
        )
        .dark(),
    ]
}

/// More stops than the widget has.
const MANY_STOPS: usize = 80;

fn ring_stands_out(page: &mut Page) -> Result<()> {
    everything::open(page, 1024)?;
    // Without it `WebKitGTK` draws no ring.
    let has_focus = page.run("return document.hasFocus()", Vec::new())?;
    ensure!(has_focus == true, "the window has no focus");
    page.point_at(1.0, 1.0)?;
    // The row with open details is the stop, so that what is in them is a stop as well.
    summary(page, 0)?.script("arguments[0].focus()")?;
    page.element("h1")?.script(
        "arguments[0].tabIndex = -1;
         arguments[0].focus();",
    )?;
    let mut left = everything::CONTROLS.to_vec();
    for _ in 0..MANY_STOPS {
        page.press(Key::Tab)?;
        let focused = page.focused()?;
        if focused.script("return !!arguments[0].closest('.te-figure')")? != true {
            break;
        }
        expect_ring(page, &focused)?;
        let found = page.run(
            "return arguments[0].filter((kind) => !document.activeElement.closest(kind))",
            vec![json!(left)],
        )?;
        let found: Vec<String> = serde_json::from_value(found)?;
        left.retain(|kind| found.iter().any(|other| other == kind));
    }
    ensure!(left.is_empty(), "these have had no focus: {left:?}");
    Ok(())
}

/// How far beyond an element its ring is looked for, in CSS px: beyond its offset and its width.
const AROUND: f64 = 6.0;

/// A ring of two pixels stands at all sides of what has the focus: at the label of a segment, else at itself. The
/// tip of a row covers one of them.
fn expect_ring(page: &Page, focused: &Element<'_>) -> Result<()> {
    let_it_render(page)?;
    let ringed = focused.script(
        "const ringed = arguments[0].closest('.te-segment') ?? arguments[0];
         const { left, top, right, bottom } = ringed.getBoundingClientRect();
         return [left, top, right, bottom, ringed.matches('.te-row *') ? 3 : 4, ringed.outerHTML.slice(0, 80)];",
    )?;
    let (left, top, right, bottom, sides, what): (f64, f64, f64, f64, usize, String) =
        serde_json::from_value(ringed)?;
    let window = page.pixels()?;
    let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
    let beside_all = luminances(&window.part([1.0, y, 1.0, 1.0]));
    let ground = beside_all.first().context("it is not in the window")?;
    let widths = [
        [left - AROUND, y, AROUND, 1.0],
        [right, y, AROUND, 1.0],
        [x, top - AROUND, 1.0, AROUND],
        [x, bottom, 1.0, AROUND],
    ]
    .map(|side| widest(&luminances(&window.part(side)), *ground));
    let ringed = widths.iter().filter(|width| **width >= 2).count();
    ensure!(ringed >= sides, "the ring of {what} has {widths:?} px");
    Ok(())
}

/// How many pixels in a row stand out from the ground.
fn widest(line: &[f64], ground: f64) -> usize {
    let runs = line.split(|luminance| contrast(*luminance, ground) < 3.0);
    runs.map(<[f64]>::len).max().unwrap_or_default()
}
