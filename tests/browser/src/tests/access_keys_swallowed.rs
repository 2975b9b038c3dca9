//! Keys belong to the browser and the host, but for a few while a row has the focus.

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Page, Test};

use super::explore_details::wait_for_pinned;
use super::exploring::open_whole;
use super::keyboard::{expect_current, many_estimates, open_prerendered};
use super::steps::{summary, tab_to};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_keys_swallowed::keys_are_swallowed_only_while_a_row_has_the_focus",
            keys_are_swallowed_only_on_a_row,
        ),
        Test::new(
            "access_keys_swallowed::keys_with_modifiers_are_never_swallowed",
            keys_with_modifiers_are_never_swallowed,
        ),
    ]
}

/// The keys that rows understand.
const ROW_KEYS: [Key; 4] = [Key::Home, Key::Down, Key::Up, Key::End];

/// From now on remembers what became of every key.
fn watch_keys(page: &Page) -> Result<()> {
    page.run(
        "window.swallowed = [];
         window.addEventListener('keydown', (event) => {
             if (event.key.length > 1 && !['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key))
                 window.swallowed.push(`${event.key} ${event.defaultPrevented}`);
         });",
        Vec::new(),
    )?;
    Ok(())
}

/// The keys since the last look, with whether the widget swallowed each.
fn swallowed(page: &Page) -> Result<Vec<String>> {
    let keys = page.run("return window.swallowed.splice(0)", Vec::new())?;
    serde_json::from_value(keys).context("no keys")
}

fn keys_are_swallowed_only_on_a_row(page: &mut Page) -> Result<()> {
    open_prerendered(page, "many", &many_estimates(5))?;
    watch_keys(page)?;
    tab_to(page, &summary(page, 2)?)?;
    page.press_at_once(&ROW_KEYS)?;
    let keys = swallowed(page)?;
    ensure!(
        keys.ends_with(&["Home", "ArrowDown", "ArrowUp", "End"].map(|key| format!("{key} true"))),
        "{keys:?}"
    );
    page.press_at_once(&[Key::PageDown, Key::Left, Key::Right, Key::Escape])?;
    expect_not_swallowed(page, "others on a row")?;
    summary(page, 2)?.click()?;
    wait_for_pinned(page, &[2])?;
    for (what, selector) in [
        ("a link in details", ".te-details[open] a"),
        ("a checkbox", ".te-sources input"),
        ("a radio button", ".te-scales input"),
        ("a button", ".te-sources .te-button"),
        ("a link outside", "[href='#after']"),
    ] {
        tab_to(page, &page.element(selector)?)?;
        swallowed(page)?;
        page.press_at_once(&ROW_KEYS)?;
        expect_not_swallowed(page, what)?;
    }
    Ok(())
}

fn expect_not_swallowed(page: &Page, what: &str) -> Result<()> {
    let keys = swallowed(page)?;
    ensure!(
        keys.len() == 4 && keys.iter().all(|key| key.ends_with("false")),
        "{what}: {keys:?}"
    );
    Ok(())
}

fn keys_with_modifiers_are_never_swallowed(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    watch_keys(page)?;
    tab_to(page, &summary(page, 3)?)?;
    swallowed(page)?;
    for held in [Key::Shift, Key::Control, Key::Alt, Key::Meta] {
        for key in [Key::Up, Key::Down] {
            page.press_with(held, key)?;
        }
        let keys = swallowed(page)?;
        ensure!(
            keys == ["ArrowUp false", "ArrowDown false"],
            "{held:?}: {keys:?}"
        );
    }
    for held in [Key::Shift, Key::Control] {
        for key in [Key::Home, Key::End] {
            page.press_with(held, key)?;
        }
        let keys = swallowed(page)?;
        ensure!(keys == ["Home false", "End false"], "{held:?}: {keys:?}");
    }
    expect_current(page, "up to 30,000")
}
