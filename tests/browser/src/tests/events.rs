//! Pages that ask for it are told what readers do; no other page is.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use page_server::Answer;
use serde_json::{Value, json};

use super::exploring::{button, eventually};
use super::places::put_dataset;
use super::sites::Site;
use super::steps::{choose, summary, wait_until_alive};
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("events::a_page_that_asks_is_told", a_page_is_told),
        Test::new(
            "events::copying_and_sharing_are_told",
            copying_and_sharing_are_told,
        ),
        Test::new("events::an_element_tells_its_page", an_element_tells),
        Test::new("events::a_frame_that_is_asked_tells", a_frame_tells),
        Test::new("events::nobody_is_told_unasked", nobody_is_told_unasked),
    ]
}

/// Notes whatever arrives, from before the widget is there.
const HEARD: &str = "
    window.heard = [];
    addEventListener('troop-estimates', ({ detail }) => window.heard.push(detail));
    addEventListener('message', ({ data }) => { if (data['troop-estimates']) window.heard.push(data['troop-estimates']); });";

fn expect_requests(page: &mut Page) {
    for path in [
        "/events.js",
        "/heard.js",
        "/fill.js",
        "/frame.html",
        "/frame.js",
        "/keep.js",
        "/keep_bg.wasm",
    ] {
        page.expect_request(path);
    }
    page.put("/heard.js", HEARD);
    page.put("/host.css", "iframe { width: 900px; height: 2400px; }");
}

/// Opens a host page with this in its body.
fn open_host(page: &mut Page, body: &str) -> Result<()> {
    expect_requests(page);
    page.set_viewport(1024, 2600)?;
    let host = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>\
         <link rel=stylesheet href=/host.css><script src=/heard.js></script>\
         <script type=module src=/loader.js></script></head><body>{body}</body></html>"
    );
    page.server().answer("/host", Answer::host(&host));
    page.open("/host")
}

fn heard(page: &Page) -> Result<Vec<Value>> {
    let heard = page.run("return window.heard", Vec::new())?;
    serde_json::from_value(heard).context("nothing can be heard")
}

/// Waits until exactly this was heard, in this order, and forgets it.
fn expect_heard(page: &Page, expected: &Value) -> Result<()> {
    eventually(page, "it is heard", |page| {
        let heard = json!(heard(page)?);
        ensure!(heard == *expected, "{heard}");
        Ok(())
    })?;
    page.run("window.heard = []", Vec::new())?;
    Ok(())
}

/// What is told of an action.
fn told(action: &str, dataset: &str, more: &Value) -> Value {
    let mut told = json!({ "version": 1, "action": action, "dataset": dataset });
    for (name, value) in more.as_object().into_iter().flatten() {
        told[name] = value.clone();
    }
    told
}

/// The sample article, with a place that asks.
fn article() -> Result<String> {
    Site::new()?.prerender(
        "<script src=/heard.js></script><div class=troop-estimates data-dataset=own data-events></div>",
        ("own", "en", ENGLISH.dataset),
    )
}

/// Opens the article, and what its place tells is [told](own).
fn open_asking(page: &mut Page) -> Result<()> {
    expect_requests(page);
    page.put("/asking.html", &article()?);
    page.set_viewport(1024, 2600)?;
    page.open("/asking.html")?;
    wait_until_alive(page)
}

/// What the article's place tells of an action.
fn own(action: &str, more: Value) -> Value {
    told(action, "own", &more)
}

fn a_page_is_told(page: &mut Page) -> Result<()> {
    open_asking(page)?;
    choose(page, "NIS")?;
    expect_heard(
        page,
        &json!([own("source", json!({ "source": "NIS", "shown": false }))]),
    )?;
    button(page, "All")?.click()?;
    expect_heard(
        page,
        &json!([own("source", json!({ "source": "NIS", "shown": true }))]),
    )?;
    summary(page, 1)?.click()?;
    expect_heard(page, &json!([own("figure", json!({ "estimate": 1 }))]))?;
    summary(page, 1)?.click()?;
    button(page, "CSV")?.click()?;
    expect_heard(page, &json!([own("download", json!({ "format": "csv" }))]))?;
    page.take_download("own-en-2025.csv").map(drop)
}

fn copying_and_sharing_are_told(page: &mut Page) -> Result<()> {
    open_asking(page)?;
    button(page, "Copy link")?.click()?;
    expect_heard(page, &json!([own("share", json!({}))]))?;
    summary(page, 0)?.click()?;
    expect_heard(page, &json!([own("figure", json!({ "estimate": 0 }))]))?;
    button(page, "Copy")?.click()?;
    expect_heard(page, &json!([own("copy", json!({}))]))
}

fn an_element_tells(page: &mut Page) -> Result<()> {
    put_dataset(page, "/chart.html", ENGLISH.dataset)?;
    open_host(
        page,
        "<troop-estimates src=/chart.html events></troop-estimates>",
    )?;
    eventually(page, "the widget is alive", |page| {
        page.element_in_shadow("troop-estimates", ".te-alive")
            .map(drop)
    })?;
    page.element_in_shadow("troop-estimates", "summary")?
        .click()?;
    expect_heard(
        page,
        &json!([told("figure", "own", &json!({ "estimate": 0 }))]),
    )
}

fn open_frame(page: &mut Page, query: &str) -> Result<()> {
    let address = page
        .server()
        .url("/frame.html")
        .replace("127.0.0.1", "localhost");
    open_host(page, &format!("<iframe src='{address}{query}'></iframe>"))?;
    page.enter_frame("iframe")?;
    wait_until_alive(page)?;
    choose(page, "NIS")?;
    summary(page, 1)?.click()?;
    page.wait_until("the details are open", |page| {
        Ok(!page.elements("details[open]")?.is_empty())
    })?;
    page.leave_frame()
}

fn a_frame_tells(page: &mut Page) -> Result<()> {
    open_frame(page, "?events=1")?;
    let own = |action: &str, more: Value| told(action, "north-korea", &more);
    expect_heard(
        page,
        &json!([
            own("source", json!({ "source": "NIS", "shown": false })),
            own("figure", json!({ "estimate": 1 })),
        ]),
    )
}

fn nobody_is_told_unasked(page: &mut Page) -> Result<()> {
    open_frame(page, "")?;
    // Messages arrive in their order: whatever was said is heard before this.
    page.run(
        "postMessage({ 'troop-estimates': 'the last' }, '*')",
        Vec::new(),
    )?;
    expect_heard(page, &json!(["the last"]))?;
    let asked = page.server().requests();
    ensure!(
        asked.iter().all(|request| request.path != "/events.js"),
        "it is loaded unasked"
    );
    Ok(())
}
