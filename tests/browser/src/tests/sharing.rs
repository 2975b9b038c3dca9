//! "Copy link": passed on, copied, or shown to be copied by hand.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};

use super::exploring::{button, eventually, open_whole, texts_in_sight, wait_for_status};
use super::steps::choose;
use super::stories::GERMAN;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "sharing::a_person_gets_the_link_in_every_engine",
            a_person_gets_the_link,
        ),
        Test::new(
            "sharing::where_there_is_web_share_it_is_passed_on",
            it_is_passed_on,
        ),
        Test::new(
            "sharing::who_thinks_better_of_it_hears_nothing",
            thinking_better_of_it,
        ),
        Test::new(
            "sharing::where_everything_is_refused_the_address_is_shown",
            the_address_is_shown,
        ),
        Test::new("sharing::it_speaks_german", speaks_german),
    ]
}

/// Has the page's own functions noted what they are given.
const NOTE: &str = "
    window.given = [];
    const clipboard = Clipboard.prototype.writeText;
    Clipboard.prototype.writeText = function (text) {
        window.given.push(text);
        return clipboard.call(this, text);
    };";

/// Gives the page a Web Share that does this with what it gets.
fn share_by(page: &Page, answer: &str) -> Result<()> {
    let share = format!(
        "window.given = [];
         const share = (data) => {{ window.given.push(data.url); return {answer}; }};
         Object.defineProperty(navigator, 'share', {{ value: share, configurable: true }});"
    );
    page.run(&share, Vec::new()).map(|_| ())
}

fn given(page: &Page) -> Result<Vec<String>> {
    let given = page.run("return window.given", Vec::new())?;
    serde_json::from_value(given).context("nothing was noted")
}

fn href(page: &Page) -> Result<String> {
    let href = page.run("return location.href", Vec::new())?;
    serde_json::from_value(href).context("there is no address")
}

/// What is said beside the button.
fn wait_for_answer(page: &Page, expected: &str) -> Result<()> {
    eventually(page, "it is said what became of the link", |page| {
        let said = texts_in_sight(page, ".te-share span")?.concat();
        ensure!(said == expected, "{said:?} instead of {expected:?}");
        Ok(())
    })?;
    wait_for_status(page, expected)
}

/// The address is shown in a field from which it can be copied.
fn expect_address_shown(page: &Page) -> Result<()> {
    let field = page.element(".te-address")?;
    ensure!(field.is_displayed()? && field.name()? == "The link to this view:");
    ensure!(field.attribute("readonly")?.is_some(), "it can be changed");
    field.click()?;
    let selected = field.script("arguments[0].select(); return String(getSelection()) || arguments[0].value.slice(arguments[0].selectionStart, arguments[0].selectionEnd)")?;
    ensure!(selected == href(page)?.as_str(), "{selected} can be copied");
    Ok(())
}

fn a_person_gets_the_link(page: &mut Page) -> Result<()> {
    open_whole(page, "/?a=1#part")?;
    choose(page, "HUR")?;
    page.run(NOTE, Vec::new())?;
    let copy = button(page, "Copy link")?;
    let [_, _, width, height] = copy.bounds()?;
    ensure!(width >= 24.0 && height >= 24.0, "{width} by {height} px");
    copy.click()?;
    eventually(page, "it is said what became of the link", |page| {
        ensure!(!texts_in_sight(page, ".te-share span")?.concat().is_empty());
        Ok(())
    })?;
    ensure!(href(page)?.ends_with("/?a=1&te=without:hur#part"));
    ensure!(
        given(page)? == [href(page)?],
        "{:?} was copied",
        given(page)?
    );
    if page.elements(".te-address")?.is_empty() {
        wait_for_answer(page, "Link copied.")?;
    } else {
        expect_address_shown(page)?;
    }
    // What was said is no longer true of another view.
    choose(page, "HUR")?;
    eventually(page, "nothing is said any more", |page| {
        ensure!(texts_in_sight(page, ".te-share span")?.concat().is_empty());
        Ok(())
    })
}

fn it_is_passed_on(page: &mut Page) -> Result<()> {
    open_whole(page, "/?te=log")?;
    share_by(page, "Promise.resolve()")?;
    button(page, "Copy link")?.click()?;
    wait_for_answer(page, "Link shared.")?;
    ensure!(given(page)? == [href(page)?]);
    Ok(())
}

fn thinking_better_of_it(page: &mut Page) -> Result<()> {
    open_whole(page, "/")?;
    page.run(NOTE, Vec::new())?;
    share_by(page, "Promise.reject(new DOMException('no', 'AbortError'))")?;
    button(page, "Copy link")?.click()?;
    page.wait_until("the link was offered", |page| Ok(given(page)?.len() == 1))?;
    choose(page, "NIS")?;
    wait_for_status(page, "6 of 7 sources shown.")?;
    ensure!(texts_in_sight(page, ".te-share span")?.concat().is_empty());
    ensure!(given(page)?.len() == 1, "it was copied all the same");
    Ok(())
}

fn the_address_is_shown(page: &mut Page) -> Result<()> {
    open_whole(page, "/?te=log#part")?;
    share_by(
        page,
        "Promise.reject(new DOMException('no', 'NotAllowedError'))",
    )?;
    page.run(
        "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));",
        Vec::new(),
    )?;
    button(page, "Copy link")?.click()?;
    wait_for_answer(page, "The link to this view:")?;
    expect_address_shown(page)
}

fn speaks_german(page: &mut Page) -> Result<()> {
    open_whole(page, GERMAN.path)?;
    share_by(page, "Promise.resolve()")?;
    button(page, "Link kopieren")?.click()?;
    wait_for_answer(page, "Link geteilt.")
}
