//! Two versions of the widget on one page, as two newsrooms may bring them.

use anyhow::{Result, ensure};
use browser_tests::{Page, Test, built_file};
use page_server::Answer;

use super::exploring::{eventually, open_whole};
use super::places::put_dataset;
use super::steps::{choose, expect_usable, requests_for, wait_for_rows};
use super::stories::ENGLISH;

/// All that a loader names, and what the page of an element does.
const FILES: [&str; 11] = [
    "loader.js",
    "widget.js",
    "widget_bg.wasm",
    "keep.js",
    "keep_bg.wasm",
    "table.js",
    "table_bg.wasm",
    "fill.js",
    "life.js",
    "revision.js",
    "events.js",
];

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "versions::each_place_is_taken_once",
            each_place_is_taken_once,
        ),
        Test::new(
            "versions::an_element_is_filled_once",
            an_element_is_filled_once,
        ),
    ]
}

/// Another version, which is the same but for its address.
fn put_other_version(page: &mut Page) -> Result<()> {
    for file in FILES {
        let path = format!("/other/{file}");
        page.expect_request(&path);
        page.server().answer(&path, Answer::Body(built_file(file)?));
    }
    Ok(())
}

fn each_place_is_taken_once(page: &mut Page) -> Result<()> {
    put_other_version(page)?;
    let article = String::from_utf8(built_file("index.html")?)?;
    let both = "<script type=module src=/other/loader.js></script></head>";
    page.put("/both.html", &article.replace("</head>", both));
    open_whole(page, "/both.html")?;
    eventually(page, "the other version has come", |page| {
        ensure!(requests_for(page, "/other/loader.js") == 1);
        Ok(())
    })?;
    expect_usable(page, &ENGLISH)?;
    choose(page, "HUR")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "HUR"))?;
    ensure!(
        requests_for(page, "/other/widget_bg.wasm") == 0,
        "it was taken twice"
    );
    Ok(())
}

fn an_element_is_filled_once(page: &mut Page) -> Result<()> {
    put_other_version(page)?;
    put_dataset(page, "/chart.html", ENGLISH.dataset)?;
    page.expect_request("/fill.js");
    page.put(
        "/host.html",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>\
         <script type=module src=/loader.js></script><script type=module src=/other/loader.js></script></head>\
         <body><troop-estimates src=/chart.html loading=eager><p>Before</p></troop-estimates></body></html>",
    );
    page.open("/host.html")?;
    eventually(page, "the widget is alive", |page| {
        page.element_in_shadow("troop-estimates", ".te-alive")
            .map(drop)
    })?;
    let figures = page.run(
        "return document.querySelector('troop-estimates').shadowRoot.querySelectorAll('.te-alive').length",
        Vec::new(),
    )?;
    ensure!(figures == 1, "{figures} widgets");
    ensure!(requests_for(page, "/chart.html") == 1);
    Ok(())
}
