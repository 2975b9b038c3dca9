//! Explore: one status line for screen readers.

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Page, Test};

use super::exploring::{button, eventually, open_whole};
use super::steps::{choose, open_details, open_slowly, release, summary, tab_to};
use super::stories::{ENGLISH, GERMAN};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "explore_status::it_is_empty_at_load_and_when_the_widget_is_alive",
            empty_at_load,
        ),
        Test::new(
            "explore_status::each_change_gives_one_message_that_names_what_is_shown",
            one_message_a_change,
        ),
        Test::new(
            "explore_status::several_quick_changes_give_one_message",
            quick_changes_give_one_message,
        ),
        Test::new(
            "explore_status::with_no_source_it_says_so",
            with_no_source_it_says_so,
        ),
        Test::new("explore_status::it_speaks_german", speaks_german),
        Test::new(
            "explore_status::hovering_focusing_and_opening_details_say_nothing",
            looking_says_nothing,
        ),
    ]
}

/// What is spoken, message by message, since the observer began to listen.
const LISTEN: &str = "
    window.spoken = [];
    const status = document.querySelector('[role=status]');
    let last = status.textContent;
    const listen = () => {
        if (status.textContent !== last) window.spoken.push(last = status.textContent);
    };
    new MutationObserver(listen)
        .observe(status, { subtree: true, childList: true, characterData: true, attributes: true });";

fn listen(page: &Page) -> Result<()> {
    page.run(LISTEN, Vec::new()).map(|_| ())
}

fn spoken(page: &Page) -> Result<Vec<String>> {
    let spoken = page.run("return window.spoken", Vec::new())?;
    serde_json::from_value(spoken).context("nothing was heard")
}

/// Waits until exactly these messages have been spoken, each once.
fn wait_for_spoken(page: &Page, expected: &[&str]) -> Result<()> {
    page.wait_until("the message has been spoken", |page| {
        Ok(spoken(page)?.len() >= expected.len())
    })?;
    let spoken = spoken(page)?;
    ensure!(spoken == expected, "{spoken:?} instead of {expected:?}");
    Ok(())
}

/// Lets pass as much time as a message needs to settle, by the page's own clock and twice over.
fn let_it_settle(page: &Page) -> Result<()> {
    page.run(
        "window.settled = false; setTimeout(() => { window.settled = true; }, 600);",
        Vec::new(),
    )?;
    page.wait_until("a message would have settled", |page| {
        Ok(page.run("return window.settled", Vec::new())? == true)
    })
}

fn expect_silence(page: &Page) -> Result<()> {
    let lines = page.elements("[role=status]")?;
    ensure!(lines.len() == 1, "{} status lines", lines.len());
    ensure!(lines[0].role()? == "status");
    let text = lines[0].text()?;
    ensure!(text.is_empty(), "it says {text:?}");
    Ok(())
}

fn empty_at_load(page: &mut Page) -> Result<()> {
    let hold = open_slowly(page, ENGLISH.path)?;
    expect_silence(page)?;
    listen(page)?;
    release(page, hold)?;
    let_it_settle(page)?;
    expect_silence(page)?;
    wait_for_spoken(page, &[])
}

fn one_message_a_change(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    listen(page)?;
    let mut expected = Vec::new();
    for (label, message) in [
        (
            "NIS",
            "6 of 7 sources shown. Linear scale. The sources shown: no overlap; nobody names a figure between 20,000 and 25,000.",
        ),
        (
            "HUR",
            "5 of 7 sources shown. Linear scale. The sources shown: only one gives a figure here, so there is nothing to compare.",
        ),
        (
            "Logarithmic",
            "5 of 7 sources shown. Logarithmic scale. The sources shown: only one gives a figure here, so there is nothing to compare.",
        ),
        (
            "Losses",
            "5 of 7 sources shown. What is counted: Losses of those sent (killed or wounded). Logarithmic scale.",
        ),
    ] {
        choose(page, label)?;
        expected.push(message);
        wait_for_spoken(page, &expected)?;
    }
    let_it_settle(page)?;
    wait_for_spoken(page, &expected)
}

fn quick_changes_give_one_message(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    listen(page)?;
    // Quicker than a driver could be, but each in a task of its own, as fast keys come.
    page.run(
        "const [hur, town, nis] = document.querySelectorAll('.te-sources input');
         const [, logarithmic] = document.querySelectorAll('.te-scales input');
         const next = ([input, ...others]) => {
             input.click();
             if (others.length) setTimeout(next, 0, others);
         };
         next([hur, town, nis, logarithmic]);",
        Vec::new(),
    )?;
    let message =
        "4 of 7 sources shown. Logarithmic scale. The sources shown: none gives a figure here.";
    wait_for_spoken(page, &[message])?;
    let_it_settle(page)?;
    wait_for_spoken(page, &[message])
}

fn with_no_source_it_says_so(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    listen(page)?;
    button(page, "None")?.click()?;
    let none = "No source is switched on.";
    wait_for_spoken(page, &[none])?;
    button(page, "All")?.click()?;
    let all = format!("7 of 7 sources shown. Linear scale. {}", ENGLISH.agreement);
    wait_for_spoken(page, &[none, &all])
}

fn speaks_german(page: &mut Page) -> Result<()> {
    open_whole(page, GERMAN.path)?;
    listen(page)?;
    choose(page, "NIS")?;
    wait_for_spoken(
        page,
        &[
            "6 von 7 Quellen gezeigt. Skala: Linear. Die gezeigten Quellen: keine Überschneidung; niemand nennt eine Zahl zwischen 20.000 und 25.000.",
        ],
    )
}

fn looking_says_nothing(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    listen(page)?;
    summary(page, 1)?.hover()?;
    tab_to(page, &summary(page, 0)?)?;
    for _ in 0..2 {
        page.press(Key::Tab)?;
    }
    page.press(Key::Enter)?;
    eventually(page, "the details are open", |page| {
        ensure!(open_details(page)? == [2]);
        Ok(())
    })?;
    summary(page, 4)?.click()?;
    page.press(Key::Escape)?;
    let_it_settle(page)?;
    expect_silence(page)?;
    wait_for_spoken(page, &[])
}
