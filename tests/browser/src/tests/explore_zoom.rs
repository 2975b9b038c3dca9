//! Explore: zoom to what is shown, and back.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};

use super::drawing::{Axis, Drawing, drawing};
use super::exploring::{button, eventually, open_whole, texts_in_sight, wait_for_status};
use super::steps::{choose, control, wait_for_rows};
use super::stories::{ENGLISH, GERMAN};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "explore_zoom::zoomed_the_axis_spans_what_is_shown_and_says_that_it_does_not_begin_at_zero",
            zoomed_it_spans_what_is_shown,
        ),
        Test::new(
            "explore_zoom::each_axis_has_its_own_zoom",
            each_axis_has_its_own_zoom,
        ),
        Test::new(
            "explore_zoom::without_it_no_axis_moves_when_a_source_is_toggled",
            without_it_no_axis_moves,
        ),
        Test::new(
            "explore_zoom::there_and_back_leaves_the_drawing_as_it_was",
            there_and_back,
        ),
        Test::new(
            "explore_zoom::the_status_says_the_zoom",
            the_status_says_the_zoom,
        ),
    ]
}

const CUT: &str = "The axis does not begin at zero.";

/// The labels of the first axis.
fn ticks(drawing: &Drawing) -> Result<Vec<String>> {
    let group = drawing.groups.first().context("nothing is drawn")?;
    Ok(group.ticks.iter().map(|tick| tick.label.clone()).collect())
}

fn wait_for_ticks(page: &Page, expected: &[&str]) -> Result<()> {
    eventually(page, "the axis spans what is shown", |page| {
        let drawing = drawing(page)?;
        let ticks = ticks(&drawing)?;
        ensure!(ticks == expected, "{ticks:?} instead of {expected:?}");
        drawing.expect_true_to(Axis::Linear)
    })
}

fn zoomed_it_spans_what_is_shown(page: &mut Page) -> Result<()> {
    for (story, zoom, only, cut, ticks) in [
        (
            ENGLISH,
            "Zoom to what is shown",
            "HUR only",
            CUT,
            ["15,000", "20,000", "25,000", "30,000"],
        ),
        (
            GERMAN,
            "Auf das Gezeigte zoomen",
            "nur HUR",
            "Die Achse beginnt nicht bei null.",
            ["15.000", "20.000", "25.000", "30.000"],
        ),
    ] {
        open_whole(page, story.path)?;
        // Beside the figure stands the value to compare it with: 11,000.
        button(page, only)?.click()?;
        wait_for_rows(page, &story.rows(|fact| fact.toggle == "HUR"))?;
        ensure!(texts_in_sight(page, ".te-cut-axis")?.is_empty());
        choose(page, zoom)?;
        wait_for_ticks(page, &ticks)?;
        ensure!(texts_in_sight(page, ".te-cut-axis")? == [cut]);
        let zoom = control(page, zoom)?;
        ensure!(zoom.role()? == "checkbox" && zoom.is_checked()?);
    }
    Ok(())
}

fn each_axis_has_its_own_zoom(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Zoom to what is shown")?;
    // The small figures begin so near to zero that their axis does too.
    wait_for_ticks(page, &["0", "10,000", "20,000", "30,000"])?;
    eventually(page, "only the last axis says that it is cut", |page| {
        ensure!(texts_in_sight(page, ".te-cut-axis")? == [CUT]);
        ensure!(texts_in_sight(page, ".te-group:last-child .te-cut-axis")? == [CUT]);
        Ok(())
    })
}

fn without_it_no_axis_moves(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for toggle in ["HUR", "Town", "News story"] {
        choose(page, toggle)?;
        wait_for_ticks(page, &ENGLISH.ticks)?;
    }
    Ok(())
}

fn there_and_back(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Planned")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == "Planned"))?;
    let before = drawing(page)?;
    choose(page, "Zoom to what is shown")?;
    wait_for_ticks(page, &["10,000", "15,000", "20,000", "25,000", "30,000"])?;
    choose(page, "Zoom to what is shown")?;
    eventually(page, "the drawing is as it was", |page| {
        ensure!(drawing(page)? == before);
        Ok(())
    })
}

fn the_status_says_the_zoom(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Zoom to what is shown")?;
    wait_for_status(
        page,
        "7 of 7 sources shown. Linear scale. Zoomed to what is shown.",
    )?;
    choose(page, "Zoom to what is shown")?;
    wait_for_status(page, "Linear scale. No longer zoomed.")?;
    choose(page, "NIS")?;
    wait_for_status(
        page,
        "6 of 7 sources shown. Linear scale. The sources shown:",
    )
}
