//! Keys that move between the rows of the chart.

use anyhow::{Result, ensure};
use browser_tests::{Key, Page, Test};

use super::exploring::{let_it_render, open_whole, strip};
use super::keyboard::expect_current;
use super::steps::{choose, open_details, rows_in_sight, summary, tab_to};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_keys_rows::up_and_down_lead_from_row_to_row_across_groups",
            up_and_down_lead_from_row_to_row,
        ),
        Test::new(
            "access_keys_rows::home_and_end_lead_to_the_first_and_last_row",
            home_and_end_lead_to_the_ends,
        ),
        Test::new(
            "access_keys_rows::the_keys_pass_over_rows_that_are_hidden",
            keys_pass_over_hidden_rows,
        ),
        Test::new(
            "access_keys_rows::the_keys_do_not_lead_around_the_ends",
            keys_do_not_lead_around,
        ),
        Test::new("access_keys_rows::letters_do_nothing", letters_do_nothing),
        Test::new(
            "access_keys_rows::moving_between_rows_changes_nothing_but_the_two_rows",
            moving_does_not_rebuild,
        ),
    ]
}

fn up_and_down_lead_from_row_to_row(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    tab_to(page, &summary(page, 0)?)?;
    for fact in &ENGLISH.facts[1..] {
        page.press(Key::Down)?;
        expect_current(page, fact.figure)?;
    }
    for fact in ENGLISH.facts.iter().rev().skip(1) {
        page.press(Key::Up)?;
        expect_current(page, fact.figure)?;
    }
    Ok(())
}

fn home_and_end_lead_to_the_ends(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for place in [0, 3, 8] {
        tab_to(page, &summary(page, place)?)?;
        page.press(Key::End)?;
        expect_current(page, "110,000")?;
        page.press(Key::Home)?;
        expect_current(page, "25,000 to 30,000")?;
    }
    Ok(())
}

fn keys_pass_over_hidden_rows(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for toggle in ["HUR", "Town", "Western", "Syrskyi"] {
        choose(page, toggle)?;
    }
    let in_sight = ["no figure given", "about 11,000", "1,000", "5,000"];
    tab_to(page, &strip(page, in_sight[0])?)?;
    for figure in &in_sight[1..] {
        page.press(Key::Down)?;
        expect_current(page, figure)?;
    }
    page.press(Key::Home)?;
    expect_current(page, in_sight[0])?;
    page.press(Key::End)?;
    expect_current(page, in_sight[3])?;
    page.press_at_once(&[Key::Up, Key::Up])?;
    expect_current(page, in_sight[1])
}

fn keys_do_not_lead_around(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    tab_to(page, &summary(page, 0)?)?;
    page.press(Key::Up)?;
    expect_current(page, "25,000 to 30,000")?;
    page.press(Key::End)?;
    page.press(Key::Down)?;
    expect_current(page, "110,000")
}

fn letters_do_nothing(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    tab_to(page, &summary(page, 3)?)?;
    let before = rows_in_sight(page)?;
    let letters: Vec<Key> = ('a'..='z').chain('0'..='9').map(Key::Character).collect();
    page.press_at_once(&letters)?;
    let_it_render(page)?;
    expect_current(page, "up to 30,000")?;
    ensure!(rows_in_sight(page)? == before && open_details(page)?.is_empty());
    Ok(())
}

fn moving_does_not_rebuild(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    tab_to(page, &summary(page, 3)?)?;
    let_it_render(page)?;
    page.run(
        "window.touched = new Set();
         const place = (node) => (node.closest ? node : node.parentElement).closest('.te-row')?.dataset.estimate;
         new MutationObserver((changes) => changes.forEach(({ target }) => window.touched.add(place(target) ?? 'another')))
             .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });",
        Vec::new(),
    )?;
    page.press(Key::Down)?;
    let_it_render(page)?;
    // The estimates in the order of the file.
    let touched = page.run("return [...window.touched].sort().join()", Vec::new())?;
    ensure!(
        touched == "2,4",
        "moving from row 2 to row 4 has changed {touched}"
    );
    Ok(())
}
