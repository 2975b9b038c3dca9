//! Keys that open and close the details of a row.

use anyhow::{Result, ensure};
use browser_tests::{Key, Page, Test};

use super::explore_details::wait_for_pinned;
use super::exploring::{is_in_sight, let_it_render, open_whole};
use super::keyboard::{expect_current, many_estimates, open_prerendered, stop};
use super::steps::{summary, tab_to};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_keys_details::enter_and_space_pin_the_details_of_any_row",
            enter_and_space_pin,
        ),
        Test::new(
            "access_keys_details::escape_closes_the_details_even_right_after_enter",
            escape_closes_right_after_enter,
        ),
        Test::new(
            "access_keys_details::escape_on_a_link_in_the_details_leaves_the_focus_in_the_row",
            escape_on_a_link,
        ),
    ]
}

fn enter_and_space_pin(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    tab_to(page, &summary(page, 0)?)?;
    for place in 0..ENGLISH.facts.len() {
        for key in [Key::Enter, Key::Space] {
            page.press(key)?;
            wait_for_pinned(page, &[place])?;
            page.press(key)?;
            wait_for_pinned(page, &[])?;
        }
        expect_current(page, ENGLISH.facts[place].figure)?;
        page.press(Key::Down)?;
    }
    Ok(())
}

fn escape_closes_right_after_enter(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    tab_to(page, &summary(page, 0)?)?;
    for _ in 0..10 {
        page.press_at_once(&[Key::Escape, Key::Enter, Key::Escape])?;
        let_it_render(page)?;
        wait_for_pinned(page, &[])?;
        page.press_at_once(&[Key::Enter, Key::Escape, Key::Enter])?;
        let_it_render(page)?;
        wait_for_pinned(page, &[0])?;
    }
    expect_current(page, "25,000 to 30,000")
}

fn escape_on_a_link(page: &mut Page) -> Result<()> {
    open_prerendered(page, "many", &many_estimates(5))?;
    tab_to(page, &summary(page, 2)?)?;
    page.press(Key::Enter)?;
    wait_for_pinned(page, &[2])?;
    page.press(Key::Tab)?;
    ensure!(stop(page)? == "a https://example.org/2");
    page.press(Key::Escape)?;
    wait_for_pinned(page, &[])?;
    expect_current(page, "1,002")?;
    let_it_render(page)?;
    ensure!(
        !is_in_sight(page, "[data-tip] > .te-provenance")?,
        "a tip has come up in place of the details"
    );
    Ok(())
}
