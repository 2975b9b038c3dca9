//! In Arabic the keys lead to the same places as elsewhere, and the arrows of a choice as natively.

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Page, Test};

use super::explore_details::wait_for_pinned;
use super::exploring::{eventually, is_in_sight, let_it_render, open_whole};
use super::right_to_left::ARABIC;
use super::steps::{summary, tab_to};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "right_to_left_keys::up_and_down_lead_from_row_to_row_and_not_around_the_ends",
            up_and_down_lead_from_row_to_row,
        ),
        Test::new(
            "right_to_left_keys::home_and_end_lead_to_the_first_and_last_row",
            home_and_end_lead_to_the_ends,
        ),
        Test::new(
            "right_to_left_keys::left_and_right_do_nothing_on_a_row",
            left_and_right_do_nothing,
        ),
        Test::new(
            "right_to_left_keys::arrows_choose_among_radios_as_natively",
            arrows_choose_as_natively,
        ),
        Test::new(
            "right_to_left_keys::enter_pins_and_escape_closes_and_leaves_the_focus",
            enter_pins_and_escape_closes,
        ),
    ]
}

/// The place of the row that has the focus.
fn current(page: &Page) -> Result<usize> {
    let place = page.run(
        "return [...document.querySelectorAll('.te-row .te-summary')].indexOf(document.activeElement)",
        Vec::new(),
    )?;
    serde_json::from_value(place).context("no row has the focus")
}

fn expect_current(page: &Page, expected: usize) -> Result<()> {
    let place = current(page)?;
    ensure!(place == expected, "row {place} instead of {expected}");
    Ok(())
}

/// The Arabic article, the focus on its first row.
fn open_at_first_row(page: &mut Page) -> Result<()> {
    open_whole(page, ARABIC)?;
    tab_to(page, &summary(page, 0)?)
}

fn last() -> usize {
    ENGLISH.facts.len() - 1
}

fn up_and_down_lead_from_row_to_row(page: &mut Page) -> Result<()> {
    open_at_first_row(page)?;
    page.press(Key::Up)?;
    expect_current(page, 0)?;
    for place in 1..=last() {
        page.press(Key::Down)?;
        expect_current(page, place)?;
    }
    page.press(Key::Down)?;
    expect_current(page, last())?;
    for place in (0..last()).rev() {
        page.press(Key::Up)?;
        expect_current(page, place)?;
    }
    Ok(())
}

fn home_and_end_lead_to_the_ends(page: &mut Page) -> Result<()> {
    open_at_first_row(page)?;
    for place in [0, 3, last()] {
        tab_to(page, &summary(page, place)?)?;
        page.press(Key::End)?;
        expect_current(page, last())?;
        page.press(Key::Home)?;
        expect_current(page, 0)?;
    }
    Ok(())
}

fn left_and_right_do_nothing(page: &mut Page) -> Result<()> {
    open_at_first_row(page)?;
    page.press(Key::Down)?;
    page.press_at_once(&[Key::Left, Key::Right, Key::Right])?;
    let_it_render(page)?;
    expect_current(page, 1)?;
    wait_for_pinned(page, &[])
}

/// As many native radio buttons as there are categories and all of them, and as there are scales, in a page that
/// runs from right to left.
fn native_radios() -> String {
    let radio = |name: &str| format!("<input type=radio name={name}>");
    let [categories, scales] = [("categories", 8), ("scales", 2)].map(|(name, count)| {
        let first = format!("<input type=radio name={name} checked>");
        first + &radio(name).repeat(count - 1)
    });
    format!(
        "<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>Radios</title><body>{categories}{scales}"
    )
}

/// The keys of a choice: to the end, around it and back.
const ARROWS: [Key; 7] = [
    Key::Left,
    Key::Left,
    Key::Right,
    Key::Down,
    Key::Up,
    Key::Right,
    Key::Right,
];

/// The places that the arrows choose, one after the other, among the radio buttons that the selector finds.
fn chosen_by_arrows(page: &Page, radios: &str) -> Result<Vec<usize>> {
    tab_to(page, &page.element(radios)?)?;
    ARROWS
        .iter()
        .map(|&arrow| {
            page.press(arrow)?;
            let place = page.run(
                "const radios = [...document.querySelectorAll(arguments[0])];
                 const chosen = radios.findIndex((radio) => radio.checked);
                 return document.activeElement === radios[chosen] ? chosen : null;",
                vec![radios.into()],
            )?;
            serde_json::from_value(place).context("what is chosen has no focus")
        })
        .collect()
}

fn arrows_choose_as_natively(page: &mut Page) -> Result<()> {
    page.put("/radios", &native_radios());
    page.open("/radios")?;
    let natively = chosen_by_arrows(page, "[name=categories]")?;
    let scales_natively = chosen_by_arrows(page, "[name=scales]")?;
    open_whole(page, ARABIC)?;
    let categories = chosen_by_arrows(page, ".te-categories input")?;
    ensure!(
        categories == natively,
        "{categories:?} instead of {natively:?}"
    );
    let chosen = natively.last().context("nothing was chosen")?;
    ensure!(*chosen != 0, "the arrows lead back to all: nothing to see");
    let groups = "return [...document.querySelectorAll('.te-group')].flatMap((group, place) =>
        group.checkVisibility() ? [place + 1] : [])";
    eventually(page, "the chart shows what was chosen", |page| {
        let groups = page.run(groups, Vec::new())?;
        ensure!(groups == serde_json::json!([chosen]), "{groups}");
        Ok(())
    })?;
    let scales = chosen_by_arrows(page, ".te-scales input")?;
    ensure!(
        scales == scales_natively,
        "{scales:?} instead of {scales_natively:?}"
    );
    Ok(())
}

fn enter_pins_and_escape_closes(page: &mut Page) -> Result<()> {
    open_at_first_row(page)?;
    for place in [0, 1] {
        for key in [Key::Enter, Key::Space] {
            page.press(key)?;
            wait_for_pinned(page, &[place])?;
            page.press(Key::Escape)?;
            wait_for_pinned(page, &[])?;
            expect_current(page, place)?;
        }
        page.press(Key::Down)?;
    }
    page.wait_until("the tip is in sight", |page| {
        is_in_sight(page, "[data-tip] > .te-provenance")
    })?;
    page.press(Key::Escape)?;
    page.wait_until("the tip is closed", |page| {
        Ok(!is_in_sight(page, "[data-tip] > .te-provenance")?)
    })?;
    expect_current(page, 2)
}
