//! Explore: a linear or a logarithmic scale, on which 1,000 beside 110,000 is legible.

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Page, Test};

use super::drawing::{Axis, Drawing, drawing};
use super::exploring::{eventually, is_in_sight, open_whole, texts_in_sight};
use super::sites::Site;
use super::steps::{choose, control, expect_words, rows_in_sight, tab_to, wait_for_rows};
use super::stories::{ENGLISH, GERMAN};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "explore_scale::a_thousand_beside_110_000_is_legible_on_the_logarithmic_scale",
            a_thousand_is_legible,
        ),
        Test::new(
            "explore_scale::the_axis_says_in_words_that_it_is_logarithmic",
            the_axis_says_so,
        ),
        Test::new(
            "explore_scale::every_figure_lies_at_its_value_on_the_logarithmic_scale",
            every_figure_lies_at_its_value,
        ),
        Test::new(
            "explore_scale::no_text_of_a_figure_changes",
            no_text_changes,
        ),
        Test::new(
            "explore_scale::a_zero_is_marked_as_off_the_logarithmic_scale_and_stays_in_the_table",
            a_zero_is_marked_as_off_the_scale,
        ),
        Test::new(
            "explore_scale::a_linear_axis_begins_at_zero",
            a_linear_axis_begins_at_zero,
        ),
        Test::new(
            "explore_scale::there_and_back_by_keyboard_leaves_the_drawing_as_it_was",
            there_and_back_by_keyboard,
        ),
    ]
}

/// Chooses the logarithmic scale and waits for it.
fn go_logarithmic(page: &Page) -> Result<()> {
    choose(page, "Logarithmic")?;
    wait_for_axis(page, Axis::Logarithmic)
}

fn wait_for_axis(page: &Page, axis: Axis) -> Result<()> {
    eventually(page, "the figures lie at their values", |page| {
        drawing(page)?.expect_true_to(axis)
    })
}

fn a_thousand_is_legible(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    go_logarithmic(page)?;
    let drawing = drawing(page)?;
    let small = share(&drawing, "1,000")?;
    let large = share(&drawing, "110,000")?;
    ensure!(
        small > 0.05 && large < 0.95,
        "1,000 at {small} and 110,000 at {large} stick to the edges"
    );
    ensure!(
        large - small > 0.5,
        "1,000 at {small} and 110,000 at {large} lie together"
    );
    for figure in ["1,000", "110,000"] {
        ensure!(
            drawing.row(figure)?.label == figure,
            "{figure} has no label"
        );
    }
    let first = drawing.groups.first().context("nothing is drawn")?;
    ensure!(
        drawing
            .groups
            .iter()
            .all(|group| group.ticks == first.ticks),
        "not all categories are on one axis"
    );
    Ok(())
}

fn share(drawing: &Drawing, figure: &str) -> Result<f64> {
    let row = drawing.row(figure)?;
    let x = row.figures_at.first().context("it is not drawn")?;
    Ok(row.share(*x))
}

fn the_axis_says_so(page: &mut Page) -> Result<()> {
    for (story, choice, words) in [
        (
            ENGLISH,
            "Logarithmic",
            "Logarithmic scale: equal distances mean equal multiples",
        ),
        (
            GERMAN,
            "Logarithmisch",
            "Logarithmische Skala: Gleiche Abstände bedeuten gleiche Vielfache",
        ),
    ] {
        open_whole(page, story.path)?;
        ensure!(
            !page
                .element(".te-axis-title")?
                .text()?
                .contains("ogarithmi")
        );
        choose(page, choice)?;
        eventually(page, "the axis says so", |page| {
            expect_words(page, ".te-axis-title", words)
        })?;
        ensure!(page.element(".te-axis-title")?.is_displayed()?);
        let radio = control(page, choice)?;
        ensure!(radio.role()? == "radio" && radio.is_checked()?);
    }
    Ok(())
}

fn every_figure_lies_at_its_value(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    go_logarithmic(page)?;
    for category in ENGLISH.categories() {
        choose(page, category)?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == category))?;
        wait_for_axis(page, Axis::Logarithmic)?;
    }
    Ok(())
}

/// All text of the widget but that of its axes and the status.
const TEXT: &str = "
    const copy = document.querySelector('.te-figure').cloneNode(true);
    for (const part of copy.querySelectorAll('.te-axis, .te-axis-title, [role=status]')) part.remove();
    return copy.textContent;";

fn no_text_changes(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let before = (figures(&drawing(page)?), page.run(TEXT, Vec::new())?);
    go_logarithmic(page)?;
    let after = (figures(&drawing(page)?), page.run(TEXT, Vec::new())?);
    ensure!(before == after, "{after:?} instead of {before:?}");
    wait_for_rows(page, &ENGLISH.rows(|_| true))
}

/// Each figure in the table and beside its mark.
fn figures(drawing: &Drawing) -> Vec<[String; 2]> {
    drawing
        .rows()
        .map(|(_, row)| [row.figure.clone(), row.label.clone()])
        .collect()
}

fn a_linear_axis_begins_at_zero(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    expect_zero(&drawing(page)?)?;
    for category in ENGLISH.categories() {
        choose(page, category)?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == category))?;
        eventually(page, "the axis begins at zero", |page| {
            expect_zero(&drawing(page)?)
        })?;
    }
    Ok(())
}

fn expect_zero(drawing: &Drawing) -> Result<()> {
    for (group, row) in drawing.rows() {
        let first = group.ticks.first().context("there is no axis")?;
        ensure!(first.label == "0", "the axis begins at {}", first.label);
        let share = row.share(first.x);
        ensure!(share.abs() < 0.005, "zero lies at {share} of the strip");
    }
    Ok(())
}

fn there_and_back_by_keyboard(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let before = drawing(page)?;
    tab_to(page, &control(page, "Linear")?)?;
    page.press(Key::Right)?;
    wait_for_axis(page, Axis::Logarithmic)?;
    ensure!(control(page, "Logarithmic")?.is_checked()?);
    page.press(Key::Left)?;
    eventually(page, "the drawing is as it was", |page| {
        ensure!(drawing(page)? == before);
        Ok(())
    })
}

/// A source that says nobody was sent, beside one that says many were.
const WITH_ZERO: &str = r#"{"format": 1, "language": "en", "title": "Zero", "asOf": "2025", "unit": "soldiers",
    "sources": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
    "categories": [{"id": "c", "label": "C"}],
    "estimates": [{"source": "a", "category": "c", "best": 0}, {"source": "b", "category": "c", "best": 9000}]}"#;

fn a_zero_is_marked_as_off_the_scale(page: &mut Page) -> Result<()> {
    let place = "<div class=troop-estimates data-dataset=zero></div>";
    let html = Site::new()?.prerender(place, ("zero", "en", WITH_ZERO))?;
    page.put("/zero", &html);
    open_whole(page, "/zero")?;
    let before = rows_in_sight(page)?;
    ensure!(before == [["A", "0"], ["B", "9,000"]], "{before:?}");
    ensure!(!is_in_sight(page, ".te-continuation")?);
    choose(page, "Logarithmic")?;
    eventually(page, "an arrow points beyond the scale", |page| {
        ensure!(is_in_sight(page, ".te-continuation")?);
        Ok(())
    })?;
    let strip = page.element(".te-strip")?.bounds()?;
    let [left, ..] = page.element(".te-continuation")?.bounds()?;
    ensure!(left < strip[0], "the arrow begins at {left}, inside");
    let dots = page.elements(".te-row:has(.te-continuation) .te-dot")?;
    ensure!(dots.is_empty(), "a dot claims a place on the scale");
    ensure!(texts_in_sight(page, ".te-label")? == ["0", "9,000"]);
    let after = rows_in_sight(page)?;
    ensure!(after == before, "{after:?} instead of {before:?}");
    Ok(())
}
