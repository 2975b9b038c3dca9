//! Whatever glides, the focus and pinned details stay where they are.

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Page, Test};
use serde::Deserialize;

use super::exploring::{eventually, open_whole, strip};
use super::glide::{HOLD, ZOOM, arrive, change, changes_from, halfway};
use super::steps::{control, open_details, summary, tab_to};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "glide_focus::focus_and_pinned_details_stay",
            focus_and_pinned_details_stay,
        ),
        Test::new(
            "glide_focus::whatever_moves_a_focused_row_keeps_the_focus_and_pinned_details_stay",
            whatever_moves_focus_and_details_stay,
        ),
        Test::new(
            "glide_focus::when_a_change_takes_the_focused_row_the_nearest_has_the_focus",
            the_focus_goes_to_the_nearest_row,
        ),
    ]
}

fn focus_and_pinned_details_stay(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    summary(page, 1)?.click()?;
    page.run(HOLD, Vec::new())?;
    // Back from the details: some browsers do not go on from the end of a page at its beginning.
    let linear = control(page, "Linear")?;
    while !linear.is_focused()? {
        page.press(Key::ShiftTab)?;
        ensure!(
            page.focused()?.role()? != "document",
            "there is no way back"
        );
    }
    page.press(Key::Right)?;
    halfway(page)?;
    for _ in ["on the way", "after it"] {
        ensure!(control(page, "Logarithmic")?.is_focused()?);
        ensure!(open_details(page)? == [1]);
        arrive(page)?;
    }
    Ok(())
}

/// Of the rows, by their places in the dataset: the one whose strip has the focus, and those with details.
#[derive(Debug, PartialEq, Deserialize)]
struct Attention {
    focused: Option<String>,
    pinned: Vec<String>,
}

fn attention(page: &Page) -> Result<Attention> {
    let attention = page.run(
        "const row = (inside) => inside.closest('.te-row')?.dataset.estimate ?? null;
         const details = [...document.querySelectorAll('.te-details[open]')];
         return {
             focused: document.activeElement.matches('.te-summary') ? row(document.activeElement) : null,
             pinned: details.map(row).sort(),
         };",
        Vec::new(),
    )?;
    serde_json::from_value(attention).context("the rows cannot be told apart")
}

fn whatever_moves_focus_and_details_stay(page: &mut Page) -> Result<()> {
    for (place, another) in [(1, 4), (4, 0)] {
        open_whole(page, ENGLISH.path)?;
        for pinned in [another, place] {
            tab_to(page, &summary(page, pinned)?)?;
            page.press(Key::Enter)?;
        }
        eventually(page, "both are pinned", |page| {
            ensure!(attention(page)?.pinned.len() == 2);
            Ok(())
        })?;
        let before = attention(page)?;
        ensure!(before.focused.is_some(), "no row has the focus");
        page.run(HOLD, Vec::new())?;
        for choice in changes_from(ENGLISH.facts[place].category) {
            change(page, choice)?;
            for when in ["on the way", "after it"] {
                let now = attention(page)?;
                ensure!(now == before, "{choice}, {when}: {now:?} after {before:?}");
                arrive(page)?;
            }
        }
    }
    Ok(())
}

fn the_focus_goes_to_the_nearest_row(page: &mut Page) -> Result<()> {
    for (first, choice, nearest) in [
        ("Linear", "Losses", "about 4,000"),
        ("Logarithmic", "At most", "up to 30,000"),
        (ZOOM, "Town", "no figure given"),
        ("Newest first", "Town", "25,000 to 30,000"),
    ] {
        open_whole(page, ENGLISH.path)?;
        if first != "Linear" {
            change(page, first)?;
        }
        tab_to(page, &strip(page, "10,000 to 20,000")?)?;
        page.run(HOLD, Vec::new())?;
        change(page, choice)?;
        for when in ["on the way", "after it"] {
            let nearest = strip(page, nearest)?;
            ensure!(
                nearest.is_focused()?,
                "{choice}, {when}: the focus is elsewhere"
            );
            arrive(page)?;
        }
    }
    Ok(())
}
