//! Explore: switch sources on and off; all, none, only this one.

use anyhow::{Result, ensure};
use browser_tests::{Key, Page, Test};

use super::drawing::{Drawing, drawing};
use super::exploring::{button, eventually, is_in_sight, open_whole, press_at, texts_in_sight};
use super::steps::{choose, control, let_it_follow, wait_for_rows};
use super::stories::{ENGLISH, Fact};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "explore_sources::each_toggle_takes_the_rows_of_its_source_and_brings_them_back",
            each_toggle_takes_its_rows,
        ),
        Test::new(
            "explore_sources::none_leaves_a_sentence_and_no_axis_and_all_brings_everything_back",
            none_and_all,
        ),
        Test::new(
            "explore_sources::only_this_one_leaves_the_rows_of_one_source",
            only_this_one,
        ),
        Test::new(
            "explore_sources::a_category_without_a_row_goes_with_its_heading",
            a_category_goes_with_its_last_row,
        ),
        Test::new(
            "explore_sources::a_category_of_which_nothing_is_shown_says_so_in_words",
            nothing_shown_is_said_in_words,
        ),
        Test::new(
            "explore_sources::a_choice_at_once_after_a_toggle_loses_neither",
            choice_at_once_after_a_toggle,
        ),
        Test::new(
            "explore_sources::all_at_once_after_a_toggle_shows_all",
            all_at_once_after_a_toggle,
        ),
        Test::new(
            "explore_sources::the_axis_stays_where_it_is",
            the_axis_stays_where_it_is,
        ),
        Test::new(
            "explore_sources::everything_works_with_tab_and_space",
            works_by_keyboard,
        ),
    ]
}

fn each_toggle_takes_its_rows(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for toggle in ENGLISH.toggles() {
        choose(page, toggle)?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != toggle))?;
        let checkbox = control(page, toggle)?;
        ensure!(checkbox.role()? == "checkbox" && checkbox.name()? == toggle);
        ensure!(!checkbox.is_checked()?);
        choose(page, toggle)?;
        wait_for_rows(page, &ENGLISH.rows(|_| true))?;
        ensure!(checkbox.is_checked()?);
    }
    Ok(())
}

fn all_at_once_after_a_toggle(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    page.run(
        "document.querySelector('input[data-source]').click();
         document.querySelector('.te-sources > .te-button').click();",
        Vec::new(),
    )?;
    let_it_follow(page)?;
    wait_for_rows(page, &ENGLISH.rows(|_| true))?;
    ensure!(control(page, ENGLISH.toggles()[0])?.is_checked()?);
    Ok(())
}

/// In the same task: quicker than any reader, and before the widget has followed the toggle.
fn choice_at_once_after_a_toggle(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    page.run(
        "for (const words of ['HUR', 'Planned', 'NIS', 'NIS']) {
             [...document.querySelectorAll('.te-controls label')].find((label) => label.textContent === words).click();
         }",
        Vec::new(),
    )?;
    let planned_by_others = |fact: &Fact| fact.category == "Planned" && fact.toggle != "HUR";
    wait_for_rows(page, &ENGLISH.rows(planned_by_others))?;
    eventually(page, "the choices are seen", |page| {
        ensure!(!control(page, "HUR")?.is_checked()?);
        ensure!(control(page, "NIS")?.is_checked()?);
        ensure!(control(page, "Planned")?.is_checked()?);
        Ok(())
    })
}

fn none_and_all(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    ensure!(!is_in_sight(page, ".te-notice")?);
    button(page, "None")?.click()?;
    wait_for_rows(page, &[])?;
    expect_empty_chart(page, "No source is switched on.")?;
    expect_toggles(page, |_| false)?;
    button(page, "All")?.click()?;
    wait_for_rows(page, &ENGLISH.rows(|_| true))?;
    expect_toggles(page, |_| true)?;
    ensure!(!is_in_sight(page, ".te-notice")?);
    ensure!(is_in_sight(page, ".te-axis-title")? && is_in_sight(page, ".te-table .te-tick")?);
    Ok(())
}

/// A sentence stands where the chart was, and no piece of the chart is left over.
fn expect_empty_chart(page: &Page, sentence: &str) -> Result<()> {
    eventually(page, "the sentence stands alone", |page| {
        let notices = notices(page)?;
        ensure!(notices == [sentence], "{notices:?} instead of {sentence:?}");
        for piece in [
            ".te-axis-title",
            ".te-table .te-tick",
            ".te-table .te-gridline",
            ".te-heading",
            ".te-agreement",
        ] {
            ensure!(!is_in_sight(page, piece)?, "{piece} is left over");
        }
        Ok(())
    })
}

/// The notices in sight.
fn notices(page: &Page) -> Result<Vec<String>> {
    texts_in_sight(page, ".te-notice")
}

fn expect_toggles(page: &Page, is_on: impl Fn(&str) -> bool) -> Result<()> {
    for toggle in ENGLISH.toggles() {
        let checked = control(page, toggle)?.is_checked()?;
        ensure!(checked == is_on(toggle), "{toggle} is checked: {checked}");
    }
    Ok(())
}

fn only_this_one(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for only in ENGLISH.toggles() {
        button(page, &format!("{only} only"))?.click()?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle == only))?;
        expect_toggles(page, |toggle| toggle == only)?;
    }
    Ok(())
}

const HEADING: &str = ".te-category-label";

fn a_category_goes_with_its_last_row(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let planned = "Further soldiers planned for dispatch";
    for toggle in ["HUR", "Town"] {
        choose(page, toggle)?;
    }
    wait_for_rows(
        page,
        &ENGLISH.rows(|fact| !["HUR", "Town"].contains(&fact.toggle)),
    )?;
    let headings = texts_in_sight(page, HEADING)?;
    ensure!(
        headings.iter().any(|heading| heading == planned),
        "NIS has lost its heading"
    );
    ensure!(
        headings.len() == 6,
        "{headings:?}: what could be raised at most has no row left"
    );
    choose(page, "NIS")?;
    eventually(page, "the heading has gone", |page| {
        let headings = texts_in_sight(page, HEADING)?;
        ensure!(headings.len() == 5 && !headings.iter().any(|heading| heading == planned));
        Ok(())
    })?;
    let drawing = drawing(page)?;
    ensure!(
        drawing.groups[0].ticks.len() > 1,
        "the axis went with the first category"
    );
    Ok(())
}

fn nothing_shown_is_said_in_words(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Losses")?;
    button(page, "HUR only")?.click()?;
    wait_for_rows(page, &[])?;
    expect_empty_chart(page, "The sources shown give no estimate here.")?;
    button(page, "None")?.click()?;
    expect_empty_chart(page, "No source is switched on.")?;
    button(page, "All")?.click()?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == "Losses"))
}

fn the_axis_stays_where_it_is(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let before = drawing(page)?;
    for toggle in ENGLISH.toggles() {
        choose(page, toggle)?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != toggle))?;
        expect_unmoved(&before, &drawing(page)?)?;
        choose(page, toggle)?;
    }
    button(page, "Shoigu only")?.click()?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle == "Shoigu"))?;
    expect_unmoved(&before, &drawing(page)?)
}

/// What is still there of a drawing has kept its place from side to side.
fn expect_unmoved(before: &Drawing, after: &Drawing) -> Result<()> {
    ensure!(!after.groups.is_empty());
    for group in &after.groups {
        let known = before
            .groups
            .iter()
            .find(|known| known.heading == group.heading);
        ensure!(
            known.is_some_and(|known| known.ticks == group.ticks),
            "the axis of {:?} has moved: {:?}, before {known:?}",
            group.heading,
            group.ticks
        );
    }
    for (_, row) in after.rows() {
        ensure!(before.row(&row.figure)? == row, "{} has moved", row.figure);
    }
    Ok(())
}

fn works_by_keyboard(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    press_at(page, &control(page, "HUR")?, Key::Space)?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "HUR"))?;
    press_at(page, &button(page, "Town only")?, Key::Space)?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle == "Town"))?;
    ensure!(
        button(page, "Town only")?.is_focused()?,
        "the focus has left the button"
    );
    press_at(page, &control(page, "NIS")?, Key::Space)?;
    wait_for_rows(
        page,
        &ENGLISH.rows(|fact| ["Town", "NIS"].contains(&fact.toggle)),
    )?;
    press_at(page, &button(page, "None")?, Key::Space)?;
    wait_for_rows(page, &[])?;
    page.press(Key::ShiftTab)?;
    ensure!(
        button(page, "All")?.is_focused()?,
        "Shift and Tab do not lead to the button before"
    );
    page.press(Key::Enter)?;
    wait_for_rows(page, &ENGLISH.rows(|_| true))
}
