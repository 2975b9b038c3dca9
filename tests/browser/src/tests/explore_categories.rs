//! Explore: one category at a time, on an axis that fits it, or all.

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Page, Test};

use super::drawing::{Axis, drawing};
use super::exploring::{eventually, open_whole};
use super::steps::{choose, control, tab_to, wait_for_rows};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "explore_categories::one_at_a_time_or_all",
            one_at_a_time_or_all,
        ),
        Test::new(
            "explore_categories::the_axis_fits_the_one_chosen",
            the_axis_fits_the_one_chosen,
        ),
        Test::new(
            "explore_categories::every_figure_in_every_category_lies_at_its_value",
            every_figure_lies_at_its_value,
        ),
        Test::new(
            "explore_categories::the_arrow_keys_choose",
            the_arrow_keys_choose,
        ),
    ]
}

fn one_at_a_time_or_all(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for category in ENGLISH.categories() {
        choose(page, category)?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == category))?;
        let radio = control(page, category)?;
        ensure!(radio.role()? == "radio" && radio.name()? == category && radio.is_checked()?);
        ensure!(!control(page, ENGLISH.everything)?.is_checked()?);
        ensure!(
            drawing(page)?.groups.len() == 1,
            "other categories are in sight"
        );
    }
    choose(page, ENGLISH.everything)?;
    wait_for_rows(page, &ENGLISH.rows(|_| true))
}

fn the_axis_fits_the_one_chosen(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let share = losses(page)?;
    ensure!(
        share < 0.2,
        "beside all others the losses lie at {share} of the strip"
    );
    choose(page, "Losses")?;
    eventually(page, "the losses use the strip", |page| {
        let share = losses(page)?;
        ensure!(share > 0.7, "the losses lie at {share} of the strip");
        Ok(())
    })
}

/// Where the losses lie, as a share of the strip.
fn losses(page: &Page) -> Result<f64> {
    let drawing = drawing(page)?;
    let row = drawing.row("about 4,000")?;
    let x = row.figures_at.first().context("the losses are not drawn")?;
    Ok(row.share(*x))
}

fn every_figure_lies_at_its_value(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    drawing(page)?.expect_true_to(Axis::Linear)?;
    for category in ENGLISH.categories() {
        choose(page, category)?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == category))?;
        eventually(page, "the figures lie at their values", |page| {
            drawing(page)?.expect_true_to(Axis::Linear)
        })?;
    }
    Ok(())
}

fn the_arrow_keys_choose(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    tab_to(page, &control(page, ENGLISH.everything)?)?;
    for (place, category) in ENGLISH.categories().into_iter().enumerate() {
        page.press(if place % 2 == 0 {
            Key::Right
        } else {
            Key::Down
        })?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == category))?;
        ensure!(
            control(page, category)?.is_focused()?,
            "{category} is not focused"
        );
    }
    for category in ENGLISH.categories().into_iter().rev().skip(1) {
        page.press(Key::Left)?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == category))?;
    }
    page.press(Key::Up)?;
    wait_for_rows(page, &ENGLISH.rows(|_| true))
}
