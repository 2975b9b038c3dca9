//! Explore: one status line for screen readers.

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Page, Test};

use super::exploring::{button, eventually, open_whole, sort_by, status, wait_for_status};
use super::steps::{
    choose, expect_words, open_details, open_slowly, release, summary, tab_to, wait_for_rows,
};
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
            "explore_status::several_quick_changes_give_one_message_of_the_last_state",
            quick_changes_give_one_message,
        ),
        Test::new(
            "explore_status::with_no_source_it_says_so",
            with_no_source_it_says_so,
        ),
        Test::new("explore_status::it_speaks_german", speaks_german),
        Test::new(
            "explore_status::moving_between_rows_writes_nothing",
            moving_between_rows_writes_nothing,
        ),
        Test::new(
            "explore_status::hovering_focusing_and_opening_details_say_nothing",
            looking_says_nothing,
        ),
        Test::new(
            "explore_status::one_source_after_another_is_heard_by_its_name",
            one_source_after_another,
        ),
        Test::new(
            "explore_status::another_view_of_the_same_words_is_heard",
            the_same_words_are_heard,
        ),
        Test::new(
            "explore_status::what_is_undone_of_a_link_is_said",
            what_is_undone_of_a_link_is_said,
        ),
        Test::new(
            "explore_status::all_categories_after_one_are_said",
            all_categories_after_one,
        ),
        Test::new(
            "explore_status::a_link_is_heard_each_time_it_is_copied",
            each_copy_is_heard,
        ),
        Test::new(
            "explore_status::details_after_a_message_say_nothing",
            details_after_a_message_say_nothing,
        ),
        Test::new(
            "explore_status::a_link_copied_at_once_after_a_change_keeps_neither_silent",
            copied_at_once_after_a_change,
        ),
    ]
}

/// What is spoken, message by message, since the observer began to listen: all words that are written into the
/// line, even the same once more, and none that are taken out of it.
const LISTEN: &str = "
    window.spoken = [];
    const status = document.querySelector('[role=status]');
    const texts = (node) =>
        node.nodeType === Node.TEXT_NODE ? [node] : [...node.childNodes].flatMap(texts);
    const listen = (changes) => {
        const written = changes.flatMap(({ target, addedNodes }) =>
            target.nodeType === Node.TEXT_NODE ? [target] : [...addedNodes].flatMap(texts));
        const there = [...new Set(written)].filter((text) => status.contains(text) && text.data);
        window.spoken.push(...there.map((text) => text.data));
    };
    new MutationObserver(listen).observe(status, { subtree: true, childList: true, characterData: true });";

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

/// From now on the time that a change needs to settle passes only when the test says so: a reader's changes come
/// quicker one after the other than a driver's on a busy machine.
const HOLD_TIME: &str = "
    const { setTimeout, clearTimeout } = window;
    window.settling = new Map();
    window.setTimeout = (then, delay, ...rest) => {
        const id = setTimeout(delay === 300 ? () => {} : then, delay, ...rest);
        if (delay === 300) window.settling.set(id, then);
        return id;
    };
    window.clearTimeout = (id) => {
        window.settling.delete(id);
        clearTimeout(id);
    };";

/// How many changes are settling.
fn settling(page: &Page) -> Result<u64> {
    let count = page.run("return window.settling.size", Vec::new())?;
    count.as_u64().context("no count")
}

/// What is settling has settled.
fn let_time_pass(page: &Page) -> Result<()> {
    page.run(
        "for (const [id, then] of window.settling) {
             window.settling.delete(id);
             then();
         }",
        Vec::new(),
    )?;
    Ok(())
}

/// Each change is one of a reader, seen on the page before the next.
fn quick_changes_give_one_message(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    listen(page)?;
    page.run(HOLD_TIME, Vec::new())?;
    let mut hidden = Vec::new();
    for toggle in ["HUR", "Town", "NIS"] {
        choose(page, toggle)?;
        hidden.push(toggle);
        wait_for_rows(page, &ENGLISH.rows(|fact| !hidden.contains(&fact.toggle)))?;
        ensure!(settling(page)? == 1, "{} are settling", settling(page)?);
    }
    choose(page, "Logarithmic")?;
    eventually(page, "the axis is logarithmic", |page| {
        expect_words(page, ".te-axis-title", "Logarithmic")
    })?;
    ensure!(settling(page)? == 1, "{} are settling", settling(page)?);
    wait_for_spoken(page, &[])?;
    let_time_pass(page)?;
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
    page.press_at_once(&[Key::Down, Key::Down, Key::Enter])?;
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

fn one_source_after_another(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    listen(page)?;
    let rest = "Linear scale. The sources shown: only one gives a figure here, so there is nothing to compare.";
    let [hur, town] =
        ["HUR", "Town"].map(|name| format!("1 of 7 sources shown. Source: {name}. {rest}"));
    button(page, "HUR only")?.click()?;
    wait_for_spoken(page, &[&hur])?;
    button(page, "Town only")?.click()?;
    wait_for_spoken(page, &[&hur, &town])
}

/// As when a reader goes back and forth between two views.
fn the_same_words_are_heard(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Shoigu")?;
    let words = format!(
        "6 of 7 sources shown. Linear scale. {}",
        ENGLISH
            .agreement
            .replace("All sources together", "The sources shown")
    );
    wait_for_status(page, &words)?;
    listen(page)?;
    page.run(HOLD_TIME, Vec::new())?;
    choose(page, "Shoigu")?;
    choose(page, "Syrskyi")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "Syrskyi"))?;
    let_time_pass(page)?;
    wait_for_spoken(page, &[&words])
}

fn what_is_undone_of_a_link_is_said(page: &mut Page) -> Result<()> {
    let all = format!("7 of 7 sources shown. Linear scale. {}", ENGLISH.agreement);
    let all = |change: &str| all.replace("scale. ", &format!("scale. {change} "));
    open_whole(page, "/?te=by:name")?;
    listen(page)?;
    sort_by(page, "As given")?;
    wait_for_spoken(page, &[&all("Order: As given.")])?;
    open_whole(page, "/?te=zoom")?;
    listen(page)?;
    choose(page, "Zoom to what is shown")?;
    wait_for_spoken(page, &[&all("No longer zoomed.")])
}

fn all_categories_after_one(page: &mut Page) -> Result<()> {
    open_whole(page, "/?te=in:losses")?;
    listen(page)?;
    choose(page, "All")?;
    let all = format!(
        "7 of 7 sources shown. What is counted: All. Linear scale. {}",
        ENGLISH.agreement
    );
    wait_for_spoken(page, &[&all])?;
    choose(page, "NIS")?;
    page.wait_until("the change has been spoken of", |page| {
        Ok(spoken(page)?.len() == 2)
    })?;
    ensure!(
        !spoken(page)?[1].contains("What is counted"),
        "it is no news"
    );
    Ok(())
}

fn each_copy_is_heard(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let_copy(page)?;
    listen(page)?;
    for copies in 1..=3 {
        button(page, "Copy link")?.click()?;
        wait_for_spoken(page, &vec!["Link copied."; copies])?;
    }
    Ok(())
}

fn details_after_a_message_say_nothing(page: &mut Page) -> Result<()> {
    let ignored = "Part of this link could not be used and was ignored: mi6.";
    open_whole(page, "/?te=log;without:mi6")?;
    wait_for_status(page, ignored)?;
    let_copy(page)?;
    listen(page)?;
    summary(page, 1)?.click()?;
    eventually(page, "the notice is gone", |page| {
        ensure!(!status(page)?.contains(ignored));
        Ok(())
    })?;
    button(page, "Copy link")?.click()?;
    wait_for_spoken(page, &["Link copied."])?;
    summary(page, 2)?.click()?;
    eventually(page, "the answer is gone", |page| {
        ensure!(!status(page)?.contains("Link copied."));
        Ok(())
    })?;
    let_it_settle(page)?;
    wait_for_spoken(page, &["Link copied."])
}

fn copied_at_once_after_a_change(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let_copy(page)?;
    listen(page)?;
    page.run(HOLD_TIME, Vec::new())?;
    choose(page, "Losses")?;
    eventually(page, "the change is settling", |page| {
        ensure!(settling(page)? == 1);
        Ok(())
    })?;
    button(page, "Copy link")?.click()?;
    wait_for_spoken(page, &["Link copied."])?;
    let_time_pass(page)?;
    let losses = "7 of 7 sources shown. What is counted: Losses of those sent (killed or wounded). Linear scale.";
    wait_for_spoken(page, &["Link copied.", losses])
}

/// As a browser that lets every page write to the clipboard.
fn let_copy(page: &Page) -> Result<()> {
    page.run(
        "Object.defineProperty(navigator, 'share', { value: undefined });
         Clipboard.prototype.writeText = () => Promise.resolve();",
        Vec::new(),
    )?;
    Ok(())
}

/// At first, and after a message as well.
fn moving_between_rows_writes_nothing(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    listen(page)?;
    tab_to(page, &summary(page, 0)?)?;
    move_between_rows(page)?;
    wait_for_spoken(page, &[])?;
    choose(page, "NIS")?;
    page.wait_until("the change has been spoken of", |page| {
        Ok(spoken(page)?.len() == 1)
    })?;
    let said = spoken(page)?;
    tab_to(page, &summary(page, 0)?)?;
    move_between_rows(page)?;
    ensure!(spoken(page)? == said, "{:?}", spoken(page)?);
    Ok(())
}

fn move_between_rows(page: &Page) -> Result<()> {
    for key in [Key::End, Key::Up, Key::Up, Key::Home, Key::Down] {
        let before = page.focused()?;
        page.press(key)?;
        ensure!(!before.is_focused()?, "{key:?} leads nowhere");
    }
    let_it_settle(page)
}
