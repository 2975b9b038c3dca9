//! In Arabic, lines run from right to left, and the axis with them; numbers do not.

use anyhow::{Result, ensure};
use browser_tests::{Page, Test};

use super::drawing::{Axis, drawing};
use super::exploring::open_whole;
use super::stories::ENGLISH;

pub(crate) const ARABIC: &str = "/ar.html";

/// How exactly places are mirrored, in CSS px.
const TOLERANCE: f64 = 1.0;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "right_to_left::the_axis_begins_at_the_right_and_every_mark_lies_true_to_it",
            every_mark_lies_true_to_the_axis,
        ),
        Test::new(
            "right_to_left::every_mark_lies_where_a_mirror_shows_the_english_one",
            every_mark_is_mirrored,
        ),
        Test::new(
            "right_to_left::arrows_point_the_other_way",
            arrows_point_the_other_way,
        ),
        Test::new(
            "right_to_left::the_columns_change_sides",
            the_columns_change_sides,
        ),
    ]
}

fn every_mark_lies_true_to_the_axis(page: &mut Page) -> Result<()> {
    open_whole(page, ARABIC)?;
    for width in [800, 1100] {
        page.set_viewport(width, 1600)?;
        let drawing = drawing(page)?;
        drawing.expect_true_to(Axis::Linear)?;
        let ticks = &drawing.groups[0].ticks;
        ensure!(ticks[0].label == "0");
        ensure!(
            ticks.windows(2).all(|pair| pair[1].x < pair[0].x),
            "{ticks:?}"
        );
    }
    Ok(())
}

fn every_mark_is_mirrored(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let english = drawing(page)?;
    open_whole(page, ARABIC)?;
    let arabic = drawing(page)?;
    for ((_, english), (_, arabic)) in english.rows().zip(arabic.rows()) {
        let [left, right] = arabic.strip;
        ensure!(english.figures_at.len() == arabic.figures_at.len());
        for (english_x, arabic_x) in english.figures_at.iter().zip(&arabic.figures_at) {
            let mirrored = right - english.share(*english_x) * (right - left);
            ensure!(
                (mirrored - arabic_x).abs() <= TOLERANCE,
                "{} lies at {arabic_x} instead of {mirrored}",
                arabic.figure
            );
        }
    }
    Ok(())
}

fn arrows_point_the_other_way(page: &mut Page) -> Result<()> {
    for (path, share) in [(ENGLISH.path, 0.0), (ARABIC, 1.0)] {
        open_whole(page, path)?;
        let tip = page.run(
            "const arrow = document.querySelector('.te-arrow');
             const path = arrow.getBoundingClientRect();
             const strip = arrow.closest('.te-strip').getBoundingClientRect();
             const tip = arrow.getPointAtLength(Math.hypot(8, 6));
             return [(path.left + path.right) / 2, tip.x, strip.left, strip.right];",
            Vec::new(),
        )?;
        let [middle, tip, left, right]: [f64; 4] = serde_json::from_value(tip)?;
        let edge = left + share * (right - left);
        ensure!((middle - edge).abs() < 6.0, "{path}: it lies at {middle}");
        // The tip stands on the edge, the rest of the arrow inside.
        ensure!(tip.abs() < 0.5, "{path}: the tip lies {tip} px beside it");
        let inside = if share == 0.0 {
            middle > edge
        } else {
            middle < edge
        };
        ensure!(inside, "{path}: it points inwards");
    }
    Ok(())
}

fn the_columns_change_sides(page: &mut Page) -> Result<()> {
    open_whole(page, ARABIC)?;
    let [name, ..] = page.element(".te-row .te-name")?.bounds()?;
    let [cell, ..] = page.element(".te-row .te-cell")?.bounds()?;
    ensure!(cell < name, "the name stands left of its figure");
    Ok(())
}
