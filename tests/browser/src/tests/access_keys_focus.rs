//! The focus is never lost: when its row goes, it moves to the nearest.

use anyhow::{Result, ensure};
use browser_tests::{Key, Page, Test};

use super::explore_details::wait_for_pinned;
use super::exploring::{button, eventually, in_sight, let_it_render, open_whole, strip};
use super::keyboard::{
    BELOW, choose_by_script, expect_current, expect_stop, many_estimates, open_between_links,
    open_prerendered, stop,
};
use super::steps::{control, summary, tab_to};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_keys_focus::when_the_focused_row_is_hidden_the_focus_moves_to_the_nearest",
            focus_moves_to_the_nearest,
        ),
        Test::new(
            "access_keys_focus::when_a_focused_link_is_hidden_with_its_row_the_focus_moves_too",
            focus_moves_from_a_link,
        ),
        Test::new(
            "access_keys_focus::when_no_row_is_left_the_focus_moves_to_the_words_that_say_so_and_back",
            focus_moves_to_the_notice,
        ),
        Test::new(
            "access_keys_focus::a_row_that_lost_the_focus_by_hiding_comes_back_without_a_tip",
            no_tip_comes_back,
        ),
    ]
}

fn focus_moves_to_the_nearest(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    tab_to(page, &strip(page, "10,000 to 20,000")?)?;
    // Of two that are equally near it is the one below.
    for (toggle, nearest) in [
        ("Town", "no figure given"),
        ("NIS", "about 11,000"),
        ("News story", "about 4,000"),
        ("Western", "1,000"),
        ("Shoigu", "110,000"),
        ("Syrskyi", "25,000 to 30,000"),
    ] {
        hide_focused(page, toggle, nearest)?;
    }
    choose_by_script(&button(page, "All")?)?;
    tab_to(page, &strip(page, "up to 30,000")?)?;
    choose_by_script(&control(page, "News story")?)?;
    hide_focused(page, "Town", "no figure given")?;
    hide_focused(page, "Losses", "about 4,000")
}

/// Chooses what hides the row that has the focus; this one has it then.
fn hide_focused(page: &Page, choice: &str, nearest: &str) -> Result<()> {
    choose_by_script(&control(page, choice)?)?;
    eventually(page, "the nearest row has the focus", |page| {
        expect_current(page, nearest)
    })?;
    let ring = page
        .focused()?
        .script("return arguments[0].matches(':focus-visible')")?;
    ensure!(
        ring == true,
        "{nearest} has the focus, but no ring shows it"
    );
    Ok(())
}

fn focus_moves_from_a_link(page: &mut Page) -> Result<()> {
    open_prerendered(page, "many", &many_estimates(5))?;
    tab_to(page, &summary(page, 2)?)?;
    page.press(Key::Enter)?;
    wait_for_pinned(page, &[2])?;
    page.press(Key::Tab)?;
    ensure!(stop(page)? == "a https://example.org/2");
    choose_by_script(&control(page, "Source 2")?)?;
    eventually(page, "the nearest row has the focus", |page| {
        expect_current(page, "1,003")
    })
}

fn focus_moves_to_the_notice(page: &mut Page) -> Result<()> {
    open_between_links(page)?;
    tab_to(page, &strip(page, "about 4,000")?)?;
    choose_by_script(&button(page, "None")?)?;
    eventually(page, "the notice has the focus", |page| {
        expect_notice(page, "No source is switched on.")
    })?;
    page.press(Key::Tab)?;
    ensure!(stop(page)? == BELOW[0], "Tab does not go on from there");
    page.press(Key::ShiftTab)?;
    ensure!(stop(page)? == "button None", "Shift and Tab do not go back");
    choose_by_script(&button(page, "All")?)?;
    eventually(page, "the row is the stop again", |page| {
        expect_stop(page, 5)
    })?;

    tab_to(page, &strip(page, "about 4,000")?)?;
    choose_by_script(&button(page, "NIS only")?)?;
    choose_by_script(&control(page, "Losses")?)?;
    eventually(page, "the notice has the focus", |page| {
        expect_notice(page, "The sources shown give no estimate here.")
    })?;
    choose_by_script(&button(page, "All")?)?;
    eventually(page, "the focus is back", |page| {
        expect_current(page, "about 4,000")
    })
}

fn expect_notice(page: &Page, words: &str) -> Result<()> {
    let focused = page.focused()?;
    let text = focused.text()?;
    ensure!(
        focused.is_displayed()? && text == words,
        "{text:?} has the focus"
    );
    Ok(())
}

fn no_tip_comes_back(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    tab_to(page, &strip(page, "10,000 to 20,000")?)?;
    choose_by_script(&control(page, "Town")?)?;
    eventually(page, "the nearest row has the focus", |page| {
        expect_current(page, "no figure given")
    })?;
    choose_by_script(&control(page, "Town")?)?;
    let_it_render(page)?;
    expect_current(page, "no figure given")?;
    let tips = in_sight(page, "[data-tip] > .te-provenance")?;
    ensure!(tips.len() == 1, "{} tips are in sight", tips.len());
    ensure!(tips[0].text()?.contains("no figure given"));
    Ok(())
}
