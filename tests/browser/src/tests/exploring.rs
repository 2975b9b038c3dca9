//! Steps that the tests of exploring share, beside those of every subject.

use anyhow::{Context, Result, ensure};
use browser_tests::{Element, Key, Page};
use serde_json::json;

use super::steps::{open_ready, summary, tab_to};

/// High enough for the whole sample article, so that nothing scrolls between two looks.
const TALL: (u32, u32) = (1024, 2400);

/// Opens a page whole and waits until the widget in it is alive, if it can be.
pub(crate) fn open_whole(page: &mut Page, path: &str) -> Result<()> {
    page.set_viewport(TALL.0, TALL.1)?;
    open_ready(page, path)
}

/// The button that is announced with this name.
pub(crate) fn button<'a>(page: &'a Page, name: &str) -> Result<Element<'a>> {
    for button in page.elements(".te-figure button")? {
        if button.name()? == name {
            ensure!(button.role()? == "button", "{name} is no button");
            return Ok(button);
        }
    }
    anyhow::bail!("no button has the name {name:?}")
}

/// Goes to a control with Tab alone and presses a key.
pub(crate) fn press_at(page: &Page, element: &Element<'_>, key: Key) -> Result<()> {
    tab_to(page, element)?;
    page.press(key)
}

/// What opens the details of this figure: the strip that it is drawn on.
pub(crate) fn strip<'a>(page: &'a Page, figure: &str) -> Result<Element<'a>> {
    let figures = page.run(
        "return [...document.querySelectorAll('.te-row summary > :first-child')].map((words) => words.textContent)",
        Vec::new(),
    )?;
    let figures: Vec<String> = serde_json::from_value(figures)?;
    let place = figures.iter().position(|words| words == figure);
    summary(
        page,
        place.with_context(|| format!("{figure} is not on the page"))?,
    )
}

/// Waits until `look` finds nothing wrong any more; `what` says in a sentence what is waited for.
pub(crate) fn eventually(
    page: &Page,
    what: &str,
    look: impl Fn(&Page) -> Result<()>,
) -> Result<()> {
    page.wait_until(what, |page| look(page).map(|()| true))
}

/// Whether any element that the selector finds is in sight.
pub(crate) fn is_in_sight(page: &Page, selector: &str) -> Result<bool> {
    Ok(!in_sight(page, selector)?.is_empty())
}

/// The texts of the elements in sight that the selector finds.
pub(crate) fn texts_in_sight(page: &Page, selector: &str) -> Result<Vec<String>> {
    in_sight(page, selector)?
        .iter()
        .map(Element::text)
        .collect()
}

/// The elements in sight that the selector finds.
pub(crate) fn in_sight<'a>(page: &'a Page, selector: &str) -> Result<Vec<Element<'a>>> {
    let mut found = Vec::new();
    for element in page.elements(selector)? {
        if element.is_displayed()? {
            found.push(element);
        }
    }
    Ok(found)
}

/// Lets the page finish what it is about, up to its next picture.
pub(crate) fn let_it_render(page: &Page) -> Result<()> {
    page.run(
        "window.rendered = false;
         requestAnimationFrame(() => setTimeout(() => { window.rendered = true; }));",
        Vec::new(),
    )?;
    page.wait_until("the page has rendered", |page| {
        Ok(page.run("return window.rendered", Vec::new())? == true)
    })
}

/// Chooses an order of the rows by its name.
pub(crate) fn sort_by(page: &Page, name: &str) -> Result<()> {
    for option in page.elements(".te-select option")? {
        if option.text()? == name {
            return option.click();
        }
    }
    anyhow::bail!("no order has the name {name:?}")
}

/// Chooses an order as a host's script would: the focus stays where it is.
pub(crate) fn sort_by_script(page: &Page, name: &str) -> Result<()> {
    page.run(
        "const select = document.querySelector('.te-select');
         select.selectedIndex = [...select.options].findIndex(({ text }) => text === arguments[0]);
         select.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![json!(name)],
    )?;
    Ok(())
}

/// What the status line says.
pub(crate) fn status(page: &Page) -> Result<String> {
    let text = page.run(
        "return document.querySelector('[role=status]').textContent",
        Vec::new(),
    )?;
    serde_json::from_value(text).context("there is no status")
}

/// Waits until the status line says this among other things.
pub(crate) fn wait_for_status(page: &Page, expected: &str) -> Result<()> {
    eventually(page, "the status says so", |page| {
        let said = status(page)?;
        ensure!(said.contains(expected), "{expected:?} is not in {said:?}");
        Ok(())
    })
}

/// What is on the clipboard, as a reader finds it who pastes it somewhere.
pub(crate) fn expect_pasted(page: &Page, expected: &str) -> Result<()> {
    page.run(
        "const field = document.createElement('textarea');
         document.body.prepend(field);
         field.focus();",
        Vec::new(),
    )?;
    page.paste()?;
    eventually(page, "the text is pasted", |page| {
        let pasted = "return document.querySelector('textarea').value";
        let pasted = page.run(pasted, Vec::new())?;
        ensure!(pasted == expected, "{pasted}");
        Ok(())
    })
}
