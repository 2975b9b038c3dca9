//! What is pasted takes one version of the loader and no other; and the loader one version of what it loads.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test, published};
use page_server::Answer;

use super::exploring::eventually;
use super::failures::NOT_ALIVE;
use super::published::{CHART, ELEMENT, put_pasted, snippet, wait_in_shadow};
use super::steps::requests_for;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("pinned::a_changed_loader_is_not_run", changed_loader),
        Test::new(
            "pinned::a_page_of_another_version_is_left_as_it_is",
            other_page,
        ),
        Test::new(
            "pinned::the_loader_at_an_address_that_stays_is_there_too",
            address_that_stays,
        ),
    ]
}

fn changed_loader(page: &mut Page) -> Result<()> {
    put_pasted(page, ELEMENT)?;
    let snippet = snippet(page, "en", ELEMENT)?;
    let (_, loader) = snippet.split_once("/assets/").context("no loader")?;
    let (loader, _) = loader.split_once('"').context("no loader")?;
    let loader = format!("/charts/assets/{loader}");
    let changed = [
        &published::text(page, loader.trim_start_matches("/charts/"))?,
        "window.changed = true;",
    ]
    .concat();
    page.server().answer(&loader, Answer::text(&changed));
    // Engines say that they refuse it.
    page.allow_fault("integrity");
    page.allow_fault("loader.");
    page.open("/article.html")?;
    ensure!(
        page.element("troop-estimates table")?.is_displayed()?,
        "the table is gone"
    );
    ensure!(requests_for(page, &loader) > 0, "it was never asked for");
    ensure!(requests_for(page, CHART) == 0, "somebody has run");
    let changed = page.run("return window.changed === true", Vec::new())?;
    ensure!(changed == false, "it was run");
    Ok(())
}

fn other_page(page: &mut Page) -> Result<()> {
    put_pasted(page, ELEMENT)?;
    let chart = published::text(page, "north-korea.en.html")?;
    let (before, rest) = chart.split_once("data-program=\"").context("no version")?;
    let (_, after) = rest.split_once('"').context("no version")?;
    let other = [before, "data-program=\"0123456789ab\"", after].concat();
    published::put_changed(page, "north-korea.en.html", &other)?;
    page.open("/article.html")?;
    eventually(page, "the reader is told", |page| {
        let told = page
            .element_in_shadow("troop-estimates", "[role=alert]")?
            .text()?;
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        ensure!(told == NOT_ALIVE, "{told}");
        Ok(())
    })?;
    ensure!(
        page.element_in_shadow("troop-estimates", ".te-row")?
            .is_displayed()?
    );
    let asked = page.server().requests();
    ensure!(
        asked.iter().all(|request| !request.path.ends_with(".wasm")),
        "a program was loaded"
    );
    Ok(())
}

fn address_that_stays(page: &mut Page) -> Result<()> {
    put_pasted(page, ELEMENT)?;
    page.put(
        "/article.html",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Article</title>\
         <script type=module src=/charts/loader.js></script></head><body>\
         <troop-estimates src=/charts/north-korea.en.html><p>They disagree.</p></troop-estimates></body></html>",
    );
    page.open("/article.html")?;
    wait_in_shadow(page, "troop-estimates")
}
