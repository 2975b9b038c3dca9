//! A program that stops: by a panic on purpose, or because page and program are of two versions. What was there before
//! is there again, the reader is told once, and the page's own scripts hear nothing.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test, built_file, panicking_file};
use page_server::Answer;

use super::exploring::eventually;
use super::failures::{NOT_ALIVE, notices, wait_for_notice};
use super::places::put_dataset;
use super::sites::Site;
use super::steps::{
    WASM, choose, expect_usable, is_alive, open_alive, requests_for, wait_for_rows,
    wait_until_alive,
};
use super::stories::ENGLISH;
use super::watching::{expect_never_blank, put_watched};

const ARTICLE: &str = "/panic.html";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("panics::before_it_is_alive_the_page_stays", before_alive),
        Test::new("panics::under_a_readers_hand_the_page_comes_back", by_a_key),
        Test::new("panics::in_an_element_its_page_comes_back", in_an_element),
        Test::new("panics::two_widgets_come_back_both", two_widgets),
        Test::new("panics::a_page_of_another_version_stays", another_version),
        Test::new(
            "panics::a_program_of_another_version_does_no_harm",
            another_program,
        ),
        Test::new("panics::trying_again_brings_it_alive", trying_again),
    ]
}

/// From now on the program panics where a place asks for it.
fn panic_on_purpose(page: &mut Page) -> Result<()> {
    for file in ["widget.js", "widget_bg.wasm"] {
        let body = Answer::Body(panicking_file(file)?);
        page.server().answer(&format!("/{file}"), body);
    }
    allow_panics(page);
    Ok(())
}

/// Developers find them on the console.
fn allow_panics(page: &mut Page) {
    page.allow_fault("panicked at");
}

/// The article, its widget panicking in this case.
fn put_article(page: &mut Page, when: &str) -> Result<()> {
    let article = String::from_utf8(built_file("index.html")?)?;
    let place = "class=\"troop-estimates\"";
    ensure!(article.matches(place).count() == 1, "no place for a widget");
    let article = article.replace(place, &format!("{place} data-panic={when}"));
    put_watched(page, ARTICLE, &article)
}

fn expect_as_before(page: &Page) -> Result<()> {
    wait_for_notice(page, NOT_ALIVE)?;
    ensure!(!is_alive(page)?, "it claims to be alive");
    expect_usable(page, &ENGLISH)?;
    ensure!(notices(page)? == [NOT_ALIVE], "not told once");
    expect_never_blank(page)
}

fn before_alive(page: &mut Page) -> Result<()> {
    panic_on_purpose(page)?;
    for when in ["first", "task", "timer"] {
        put_article(page, when)?;
        page.open(ARTICLE)?;
        expect_as_before(page).with_context(|| format!("panic: {when}"))?;
    }
    Ok(())
}

fn by_a_key(page: &mut Page) -> Result<()> {
    panic_on_purpose(page)?;
    put_article(page, "key")?;
    open_alive(page, ARTICLE)?;
    choose(page, "HUR")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "HUR"))?;
    page.press(browser_tests::Key::Down)?;
    wait_for_notice(page, NOT_ALIVE)?;
    ensure!(!is_alive(page)?, "it claims to be alive");
    // As it was when it came alive.
    expect_as_before(page)
}

fn in_an_element(page: &mut Page) -> Result<()> {
    panic_on_purpose(page)?;
    put_dataset(page, "/chart.html", ENGLISH.dataset)?;
    let chart = Site::new()?.prerender(
        "<div class=troop-estimates data-dataset=own data-panic=timer></div>",
        ("own", "en", ENGLISH.dataset),
    )?;
    page.put("/chart.html", &chart);
    page.expect_request("/fill.js");
    put_watched(
        page,
        "/host.html",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>\
         <script type=module src=/loader.js></script></head><body>\
         <troop-estimates src=/chart.html loading=eager><p class=fallback>Before</p></troop-estimates></body></html>",
    )?;
    page.open("/host.html")?;
    eventually(page, "the reader is told", |page| {
        let notice = page.element_in_shadow("troop-estimates", "[role=alert]")?;
        let told = notice.text()?;
        ensure!(
            told.split_whitespace().collect::<Vec<_>>().join(" ") == NOT_ALIVE,
            "{told}"
        );
        Ok(())
    })?;
    ensure!(
        page.element_in_shadow("troop-estimates", ".te-row")?
            .is_displayed()?
    );
    ensure!(
        page.element_in_shadow("troop-estimates", ".te-alive")
            .is_err()
    );
    expect_never_blank(page)
}

fn two_widgets(page: &mut Page) -> Result<()> {
    panic_on_purpose(page)?;
    let places = "<div class=troop-estimates data-dataset=own data-panic=key data-loading=eager></div>\
        <div class=troop-estimates data-dataset=own data-loading=eager></div>";
    let html = Site::new()?.prerender(places, ("own", "en", ENGLISH.dataset))?;
    put_watched(page, "/two.html", &html)?;
    page.open("/two.html")?;
    page.wait_until("both are alive", |page| {
        Ok(page.elements(".te-alive")?.len() == 2)
    })?;
    choose(page, "HUR")?;
    page.press(browser_tests::Key::Down)?;
    eventually(page, "each is told of", |page| {
        let told = notices(page)?;
        ensure!(told == [NOT_ALIVE, NOT_ALIVE], "{told:?}");
        Ok(())
    })?;
    ensure!(page.elements(".te-alive")?.is_empty());
    let rows = page.elements(".te-row")?.len();
    ensure!(rows == 2 * ENGLISH.facts.len(), "{rows} rows");
    expect_never_blank(page)
}

/// What another version has prerendered: other elements, and other words of data.
fn another_version(page: &mut Page) -> Result<()> {
    let article = String::from_utf8(built_file("index.html")?)?;
    allow_panics(page);
    let (title, takeaway) = ("<h2 id=\"te0-title\"", "<p id=\"te0-takeaway\"");
    let (before, rest) = article.split_once(title).context("no title")?;
    let heading = [
        before,
        "<h3 id=\"te0-title\"",
        &rest.replacen("</h2>", "</h3>", 1),
    ]
    .concat();
    let less = article.replace(takeaway, &["<hr>", takeaway].concat());
    for other in [heading, less] {
        ensure!(other != article, "nothing is otherwise");
        put_watched(page, ARTICLE, &other)?;
        page.open(ARTICLE)?;
        expect_as_before(page)?;
    }
    // Data that cannot be read: nothing is begun, and nothing was lost.
    let (before, rest) = article.split_once("class=\"te-data\"").context("no data")?;
    let (_, rest) = rest.split_once('>').context("no data")?;
    let (_, after) = rest.split_once("</script>").context("no data")?;
    let garbled = [
        before,
        "class=\"te-data\" type=\"text/plain\">1\n2\n</script>",
        after,
    ]
    .concat();
    put_watched(page, ARTICLE, &garbled)?;
    page.open(ARTICLE)?;
    expect_as_before(page)
}

/// Scripts that the loader does not know.
fn another_program(page: &mut Page) -> Result<()> {
    let article = String::from_utf8(built_file("index.html")?)?;
    put_watched(page, ARTICLE, &article)?;
    for other in [
        "export default async () => {};",
        "export default async () => {}; export const stopped = new AbortController();",
        "export const nothing = 0;",
        "this is no script",
    ] {
        page.server().answer("/widget.js", Answer::text(other));
        page.open(ARTICLE)?;
        expect_as_before(page).with_context(|| other.to_owned())?;
    }
    Ok(())
}

fn trying_again(page: &mut Page) -> Result<()> {
    panic_on_purpose(page)?;
    put_article(page, "timer")?;
    page.open(ARTICLE)?;
    wait_for_notice(page, NOT_ALIVE)?;
    let asked = requests_for(page, WASM);
    for file in ["widget.js", "widget_bg.wasm"] {
        let body = Answer::Body(built_file(file)?);
        page.server().answer(&format!("/{file}"), body);
    }
    page.element("[role=alert] button")?.click()?;
    wait_until_alive(page)?;
    ensure!(
        requests_for(page, WASM) == asked + 1,
        "it is not loaded anew"
    );
    ensure!(notices(page)?.is_empty(), "it is told still");
    expect_usable(page, &ENGLISH)?;
    expect_never_blank(page)
}
