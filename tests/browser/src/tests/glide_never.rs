//! When nothing glides: for readers who want no motion, and where nothing changes its place.

use anyhow::{Result, ensure};
use browser_tests::{Difference, Media, Page, Test};

use super::exploring::{let_it_render, open_whole};
use super::glide::{HOLD, arrive, change, changes_from, expect_glide, glide, measure};
use super::steps::{choose, open_slowly, release, wait_for_rows};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "glide_never::nothing_moves_for_readers_who_want_no_motion",
            nothing_moves_without_motion,
        )
        .without_motion(),
        Test::new(
            "glide_never::a_change_to_no_motion_and_back_is_obeyed",
            a_change_of_motion_is_obeyed,
        ),
        Test::new(
            "glide_never::nothing_moves_while_the_page_comes_alive",
            nothing_moves_while_the_page_comes_alive,
        ),
        Test::new(
            "glide_never::nothing_moves_without_scripts",
            nothing_moves_without_scripts,
        )
        .without_scripts(),
        Test::new(
            "glide_never::sources_come_and_go_without_motion",
            sources_come_and_go_without_motion,
        ),
    ]
}

fn nothing_moves_without_motion(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    expect_no_motion(page)
}

/// All that moves marks takes them to their places at once.
fn expect_no_motion(page: &Page) -> Result<()> {
    page.run(HOLD, Vec::new())?;
    for choice in changes_from("Sent") {
        let before = measure(page)?;
        change(page, choice)?;
        expect_stillness(page)?;
        ensure!(measure(page)? != before, "{choice} moves nothing");
    }
    Ok(())
}

fn a_change_of_motion_is_obeyed(page: &mut Page) -> Result<()> {
    if page.differs(Difference::MediaAreTheDesktops) {
        return Ok(());
    }
    open_whole(page, ENGLISH.path)?;
    expect_glide(&glide(page, "Logarithmic")?)?;
    page.set_media(Media {
        reduced_motion: true,
        ..Media::default()
    })?;
    choose(page, "Linear")?;
    let_it_render(page)?;
    expect_no_motion(page)?;
    page.set_media(Media::default())?;
    expect_glide(&glide(page, "Logarithmic")?)
}

fn nothing_moves_while_the_page_comes_alive(page: &mut Page) -> Result<()> {
    let hold = open_slowly(page, ENGLISH.path)?;
    choose(page, "Losses")?;
    page.run(HOLD, Vec::new())?;
    release(page, hold)?;
    page.wait_until("the axis is that of the category", |page| {
        Ok(page.run(
            "return document.querySelector('[data-category=\"3\"] .te-tick:last-of-type') !== null",
            Vec::new(),
        )? == true)
    })?;
    expect_stillness(page)
}

fn nothing_moves_without_scripts(page: &mut Page) -> Result<()> {
    page.open(ENGLISH.path)?;
    for label in [ENGLISH.toggles()[0], "Losses"] {
        choose(page, label)?;
        expect_no_animation(page)?;
    }
    Ok(())
}

fn sources_come_and_go_without_motion(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Logarithmic")?;
    let_it_render(page)?;
    arrive(page)?;
    page.run(HOLD, Vec::new())?;
    let fact = &ENGLISH.facts[1];
    choose(page, fact.toggle)?;
    wait_for_rows(page, &ENGLISH.rows(|other| other.toggle != fact.toggle))?;
    expect_stillness(page)
}

fn expect_stillness(page: &Page) -> Result<()> {
    let_it_render(page)?;
    let begun = page.run("return window.begun", Vec::new())?;
    ensure!(begun == 0, "{begun} places have begun to change");
    expect_no_animation(page)
}

fn expect_no_animation(page: &Page) -> Result<()> {
    let glides = page.run("return document.getAnimations().length", Vec::new())?;
    ensure!(glides == 0, "{glides} things glide");
    Ok(())
}
