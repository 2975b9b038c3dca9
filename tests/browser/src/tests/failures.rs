//! What does not come: the reader keeps what is there, is told once, and can try again.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test, built_file};
use page_server::Answer;

use super::exploring::{eventually, texts_in_sight};
use super::places::put_dataset;
use super::steps::{WASM, expect_usable, requests_for, wait_until_alive};
use super::stories::{ENGLISH, GERMAN};
use super::watching::{expect_never_blank, put_watched};

const CHART: &str = "/chart.html";
pub(super) const NOT_ALIVE: &str =
    "Order, scale and downloads did not load. All figures are here. Try again";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "failures::trying_again_brings_the_widget_alive",
            trying_again,
        ),
        Test::new(
            "failures::it_is_told_in_the_language_of_the_page",
            told_in_german,
        ),
        Test::new(
            "failures::a_policy_without_wasm_leaves_the_page_usable",
            policy_without_wasm,
        ),
        Test::new(
            "failures::an_element_says_why_and_can_try_again",
            element_tries_again,
        ),
        Test::new(
            "failures::an_element_takes_no_page_without_end",
            element_of_too_large_a_page,
        ),
        Test::new(
            "failures::an_element_takes_no_other_page_for_a_chart",
            element_without_a_chart,
        ),
    ]
}

/// What the reader is told.
pub(super) fn notices(page: &Page) -> Result<Vec<String>> {
    let told = texts_in_sight(page, "[role=alert]")?;
    // The button may stand in a line of its own.
    let in_one_line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(told.iter().map(in_one_line).collect())
}

pub(super) fn wait_for_notice(page: &Page, expected: &str) -> Result<()> {
    eventually(page, "the reader is told", |page| {
        let told = notices(page)?;
        ensure!(told == [expected], "{told:?}");
        Ok(())
    })
}

pub(super) fn allow_failed_request(page: &mut Page) {
    // No page can keep Chromium from telling of a failed request.
    page.allow_fault("Failed to load resource: the server responded with a status of 500");
}

fn trying_again(page: &mut Page) -> Result<()> {
    allow_failed_request(page);
    page.server().answer(WASM, Answer::status(500));
    page.open(ENGLISH.path)?;
    wait_for_notice(page, NOT_ALIVE)?;
    // In vain at first: told once more, not twice.
    page.element("[role=alert] button")?.click()?;
    eventually(page, "it is asked for again", |page| {
        ensure!(requests_for(page, WASM) == 2);
        Ok(())
    })?;
    wait_for_notice(page, NOT_ALIVE)?;
    page.element("[role=alert]")?.scroll_to()?;
    page.screenshot("failure-notice")?;
    let whole = built_file("widget_bg.wasm")?;
    page.server().answer(WASM, Answer::Body(whole));
    page.element("[role=alert] button")?.click()?;
    wait_until_alive(page)?;
    ensure!(notices(page)?.is_empty(), "it is told still");
    expect_usable(page, &ENGLISH)
}

fn told_in_german(page: &mut Page) -> Result<()> {
    allow_failed_request(page);
    page.server().answer(WASM, Answer::status(500));
    page.open(GERMAN.path)?;
    wait_for_notice(
        page,
        "Reihenfolge, Skala und Downloads wurden nicht geladen. Alle Zahlen stehen hier. Noch einmal versuchen",
    )?;
    expect_usable(page, &GERMAN)
}

/// The page of a host whose policy lets no wasm run.
fn policy_without_wasm(page: &mut Page) -> Result<()> {
    let article = String::from_utf8(built_file("index.html")?)?;
    let (head, rest) = article.split_once("<head>").context("no head")?;
    let policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">";
    put_watched(page, "/strict", &[head, "<head>", policy, rest].concat())?;
    // Engines say so themselves.
    page.allow_fault("wasm");
    page.allow_fault("WebAssembly");
    page.open("/strict")?;
    wait_for_notice(page, NOT_ALIVE)?;
    expect_usable(page, &ENGLISH)?;
    expect_never_blank(page)
}

/// A host with an element, whose words for a failure are German.
fn open_host(page: &mut Page) -> Result<()> {
    page.expect_request("/fill.js");
    page.put(
        "/host.html",
        &format!(
            "<!doctype html><html lang=de><head><meta charset=utf-8><title>Host</title>\
             <script type=module src=/loader.js></script></head><body><h1>Host</h1>\
             <troop-estimates src={CHART} data-failed='Die Grafik wurde nicht geladen.' data-retry='Noch einmal versuchen'>\
             <p id=fallback>Sie sind uneins.</p></troop-estimates></body></html>"
        ),
    );
    page.open("/host.html")
}

fn told_in_element(page: &Page, expected: &str) -> Result<()> {
    eventually(page, "the reader is told", |page| {
        let told = page
            .element_in_shadow("troop-estimates", "[role=alert]")?
            .text()?;
        ensure!(told == expected, "{told:?}");
        Ok(())
    })?;
    ensure!(
        page.element("#fallback")?.is_displayed()?,
        "what was there is gone"
    );
    Ok(())
}

fn element_tries_again(page: &mut Page) -> Result<()> {
    allow_failed_request(page);
    page.expect_request(CHART);
    page.server().answer(CHART, Answer::status(500));
    open_host(page)?;
    told_in_element(
        page,
        "Die Grafik wurde nicht geladen. (500) Noch einmal versuchen",
    )?;
    put_dataset(page, CHART, ENGLISH.dataset)?;
    page.element_in_shadow("troop-estimates", "[role=alert] button")?
        .click()?;
    eventually(page, "the widget is alive", |page| {
        page.element_in_shadow("troop-estimates", ".te-alive")
            .map(drop)
    })?;
    ensure!(
        page.element_in_shadow("troop-estimates", "[role=alert]")
            .is_err(),
        "it is told still"
    );
    Ok(())
}

fn element_of_too_large_a_page(page: &mut Page) -> Result<()> {
    page.expect_request(CHART);
    let large = [
        "<!doctype html><title>Large</title><p>",
        &"x".repeat(5 << 20),
    ]
    .concat();
    page.server().answer(CHART, Answer::text(&large));
    open_host(page)?;
    told_in_element(
        page,
        "Die Grafik wurde nicht geladen. (too large) Noch einmal versuchen",
    )
}

/// The home page with status 200, nothing at all, and a page that was cut off.
fn element_without_a_chart(page: &mut Page) -> Result<()> {
    put_dataset(page, CHART, ENGLISH.dataset)?;
    let article = String::from_utf8(built_file("index.html")?)?;
    let (begin, _) = article.split_once("class=\"te-data\"").context("no data")?;
    for text in ["<!doctype html><title>Home</title><p>Welcome", "", begin] {
        page.server().answer(CHART, Answer::text(text));
        open_host(page)?;
        told_in_element(
            page,
            "Die Grafik wurde nicht geladen. (no chart) Noch einmal versuchen",
        )?;
    }
    Ok(())
}
