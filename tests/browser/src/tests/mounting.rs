//! Elements that come and go: nothing of them stays.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Kept, Page, Test};
use serde::Deserialize;

use super::exploring::eventually;
use super::places::put_dataset;
use super::steps::requests_for;
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "mounting::a_thousand_times_leaves_nothing",
            a_thousand_times,
        ),
        Test::new("mounting::what_is_moved_lives_on", moved),
        Test::new("mounting::what_comes_back_lives_again", comes_back),
        Test::new("mounting::what_goes_too_early_does_no_harm", goes_early),
    ]
}

/// Some memory is taken when it is needed first.
const AT_FIRST: usize = 10;
const ROUNDS: usize = 1000;
/// How many at a time, which takes no longer than a page may take.
const AT_ONCE: usize = 50;

#[derive(Debug, Deserialize)]
struct Mounting {
    rounds: usize,
    listeners: isize,
    fault: String,
}

/// What is left of the elements that were there.
#[derive(Debug, PartialEq, Eq)]
struct Left {
    nodes: u64,
    listeners: isize,
    /// Of the program, in bytes.
    memory: u64,
}

fn open(page: &mut Page) -> Result<()> {
    put_dataset(page, "/chart.html", ENGLISH.dataset)?;
    page.expect_request("/fill.js");
    page.put("/mounting.js", include_str!("mounting.js"));
    page.put(
        "/host.html",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title><script src=/mounting.js></script>\
         <script type=module src=/loader.js></script></head><body><h1>Host</h1><div id=other></div></body></html>",
    );
    page.open("/host.html")
}

fn mounting(page: &Page) -> Result<Mounting> {
    let mounting: Mounting =
        serde_json::from_value(page.run("return window.mounting", Vec::new())?)?;
    ensure!(mounting.fault.is_empty(), "{}", mounting.fault);
    Ok(mounting)
}

/// Lets elements come and go until this many have.
fn mount_until(page: &Page, rounds: usize) -> Result<()> {
    while mounting(page)?.rounds < rounds {
        let begin = mounting(page)?.rounds;
        let end = rounds.min(begin + AT_ONCE);
        page.run("window.mount(arguments[0])", vec![(end - begin).into()])?;
        eventually(page, "they have come and gone", |page| {
            let done = mounting(page)?.rounds;
            ensure!(done == end, "{done} of {end}");
            Ok(())
        })?;
    }
    Ok(())
}

fn left(page: &Page) -> Result<Left> {
    let count = "return document.querySelectorAll('*').length";
    let number =
        |script| -> Result<u64> { page.run(script, Vec::new())?.as_u64().context("no number") };
    Ok(Left {
        nodes: number(count)?,
        listeners: mounting(page)?.listeners,
        memory: number("return window.memory()")?,
    })
}

fn kept(page: &Page) -> Result<Option<Kept>> {
    if page.differs(Difference::NothingKeptIsCounted) {
        return Ok(None);
    }
    page.kept().map(Some)
}

fn a_thousand_times(page: &mut Page) -> Result<()> {
    open(page)?;
    // No reader is so quick: Chromium warns of so many entries of the history in so short a time.
    page.run("History.prototype.pushState = () => {}", Vec::new())?;
    mount_until(page, AT_FIRST)?;
    let (left_at_first, kept_at_first) = (left(page)?, kept(page)?);
    mount_until(page, ROUNDS)?;
    let (left_at_last, kept_at_last) = (left(page)?, kept(page)?);
    ensure!(
        left_at_first == left_at_last,
        "{left_at_first:?}, then {left_at_last:?}"
    );
    if let (Some(first), Some(last)) = (kept_at_first, kept_at_last) {
        // What one element has is still in use when it is counted.
        let most = |count: usize| count + count / 10;
        ensure!(
            last.nodes <= most(first.nodes)
                && last.js_event_listeners <= most(first.js_event_listeners),
            "{first:?}, then {last:?}"
        );
    }
    ensure!(requests_for(page, "/chart.html") == 1);
    ensure!(requests_for(page, "/widget_bg.wasm") == 1);
    Ok(())
}

/// With a step that each element takes when it is alive.
fn mount_one(page: &Page, step: &str) -> Result<()> {
    let rounds = mounting(page)?.rounds + 1;
    page.run(&format!("window.mount(1, {step})"), Vec::new())?;
    eventually(page, "it has come and gone", |page| {
        ensure!(mounting(page)?.rounds == rounds);
        Ok(())
    })
}

fn moved(page: &mut Page) -> Result<()> {
    open(page)?;
    mount_one(
        page,
        "async (element, found) => {
            const figure = found('.te-alive');
            found('input[data-category]:not(:checked)').click();
            document.querySelector('#other').append(element);
            await window.turn();
            await window.turn();
            if (found('.te-alive') !== figure) throw new Error('another one has taken its place');
            if (!found('input[data-category]:checked')) throw new Error('the choice is lost');
        }",
    )
}

fn comes_back(page: &mut Page) -> Result<()> {
    open(page)?;
    mount_one(
        page,
        "async (element, found) => {
            const figure = found('.te-alive');
            element.remove();
            await window.turn();
            if (!found('.te-row')) throw new Error('the chart is gone');
            if (found('.te-alive')) throw new Error('it is alive while it is away');
            document.querySelector('#other').append(element);
            await window.until(() => found('.te-alive'));
            if (found('.te-alive') === figure) throw new Error('it was never ended');
        }",
    )
}

/// Away before its page has come, and before its program has.
fn goes_early(page: &mut Page) -> Result<()> {
    open(page)?;
    for path in ["/chart.html", "/widget_bg.wasm"] {
        let hold = page.server().hold(path);
        page.run(
            "const element = document.createElement('troop-estimates');
             element.setAttribute('src', '/chart.html');
             element.setAttribute('loading', 'eager');
             document.body.append(element);",
            Vec::new(),
        )?;
        eventually(page, "it is asked for", |page| {
            ensure!(requests_for(page, path) == 1);
            Ok(())
        })?;
        page.run(
            "document.querySelector('troop-estimates').remove()",
            Vec::new(),
        )?;
        hold.release();
    }
    // Others are not disturbed.
    mount_until(page, 1)
}
