//! The element `<troop-estimates>`: a published page's widget in an article's own document.

use anyhow::{Context, Result, ensure};
use browser_tests::{Element, Key, Page, Test};
use serde_json::json;

use super::exploring::{eventually, let_it_render};
use super::places::put_dataset;
use super::steps::{WASM, requests_for};
use super::stories::ENGLISH;

const CHART: &str = "/chart.html";
const FALLBACK: &str = "25,000 to 30,000, says one; 10,000 to 20,000, says another.";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "element::its_content_is_seen_until_the_widget_can_be",
            its_content_is_seen_before,
        ),
        Test::new(
            "element::a_page_that_is_not_there_leaves_its_content",
            a_missing_page_leaves_its_content,
        ),
        Test::new(
            "element::without_the_wasm_file_the_prerendered_widget_is_shown",
            without_wasm,
        ),
        Test::new(
            "element::without_scripts_its_content_is_all_there_is",
            without_scripts,
        )
        .without_scripts(),
        Test::new(
            "element::toggles_keys_and_details_work_in_it",
            everything_works,
        ),
        Test::new(
            "element::the_address_names_the_view_of_each_on_the_page",
            the_address_names_the_view,
        ),
        Test::new(
            "element::several_share_one_download",
            several_share_one_download,
        ),
        Test::new(
            "element::far_below_the_screen_nothing_is_loaded",
            far_below_nothing_is_loaded,
        ),
        Test::new(
            "element::loaded_eagerly_it_is_there_before_it_is_near",
            eager,
        ),
        Test::new("element::on_interaction_wasm_waits_for_it", on_interaction),
        Test::new(
            "element::readers_who_save_data_get_wasm_when_they_touch_it",
            saving_data,
        ),
        Test::new("element::inserted_later_it_works_too", inserted_later),
    ]
}

/// A host page with the loader, this in its head and this in its body.
pub(super) fn open_host(page: &mut Page, head: &str, body: &str) -> Result<()> {
    put_dataset(page, CHART, ENGLISH.dataset)?;
    page.expect_request("/fill.js");
    page.put(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>\
             <meta name=viewport content='width=device-width'>{head}\
             <script type=module src=/loader.js></script></head><body><h1>Host</h1>{body}</body></html>"
        ),
    );
    page.open("/host.html")
}

/// An element with these attributes.
pub(super) fn element(attributes: &str) -> String {
    format!(
        "<troop-estimates src={CHART} {attributes}><p id=fallback>{FALLBACK}</p></troop-estimates>"
    )
}

pub(super) fn inside<'a>(page: &'a Page, selector: &str) -> Result<Element<'a>> {
    page.element_in_shadow("troop-estimates", selector)
}

fn is_shown(page: &Page) -> bool {
    inside(page, ".te-root").is_ok()
}

pub(super) fn wait_until_shown(page: &Page) -> Result<()> {
    page.wait_until("the widget is shown", |page| Ok(is_shown(page)))
}

pub(super) fn wait_until_alive_inside(page: &Page) -> Result<()> {
    eventually(page, "the widget is alive", |page| {
        inside(page, ".te-alive").map(drop)
    })
}

/// How many rows are in sight.
fn rows(page: &Page) -> Result<u64> {
    let rows = page.run(
        "const rows = document.querySelector('troop-estimates').shadowRoot.querySelectorAll('.te-row');
         return [...rows].filter((row) => row.checkVisibility()).length;",
        Vec::new(),
    )?;
    rows.as_u64().context("no rows")
}

fn wait_for_rows(page: &Page, expected: u64) -> Result<()> {
    eventually(page, "the rows are right", |page| {
        let rows = rows(page)?;
        ensure!(rows == expected, "{rows} rows");
        Ok(())
    })
}

fn expect_fallback(page: &Page) -> Result<()> {
    let fallback = page.element("#fallback")?;
    ensure!(fallback.is_displayed()? && fallback.text()? == FALLBACK);
    Ok(())
}

fn its_content_is_seen_before(page: &mut Page) -> Result<()> {
    let chart = page.server().hold(CHART);
    open_host(page, "", &element(""))?;
    page.wait_until("the page is asked for", |page| {
        Ok(requests_for(page, CHART) == 1)
    })?;
    expect_fallback(page)?;
    let style = page.server().hold("/style.css");
    chart.release();
    page.wait_until("the style is asked for", |page| {
        Ok(requests_for(page, "/style.css") == 1)
    })?;
    expect_fallback(page)?;
    ensure!(!is_shown(page), "it is shown without its style");
    style.release();
    wait_until_shown(page)?;
    let seen = page.run(
        "return document.querySelector('#fallback').checkVisibility() || document.querySelector('#fallback').offsetHeight > 0",
        Vec::new(),
    )?;
    ensure!(seen == false, "both are seen");
    wait_until_alive_inside(page)
}

fn a_missing_page_leaves_its_content(page: &mut Page) -> Result<()> {
    // Chromium's own message.
    page.allow_fault("404");
    page.expect_request("/missing.html");
    let missing = element("").replace(CHART, "/missing.html");
    open_host(page, "", &missing)?;
    page.wait_until("it is given up", |page| {
        Ok(!page
            .elements("troop-estimates[data-state=still]")?
            .is_empty())
    })?;
    expect_fallback(page)
}

fn without_wasm(page: &mut Page) -> Result<()> {
    page.allow_fault("500");
    page.server().answer(WASM, page_server::Answer::status(500));
    open_host(page, "", &element(""))?;
    wait_until_shown(page)?;
    page.wait_until("it is given up", |page| {
        Ok(inside(page, "[data-state=still]").is_ok())
    })?;
    wait_for_rows(page, 9)?;
    inside(page, ".te-sources label")?.click()?;
    page.wait_until("a source is hidden", |page| Ok(rows(page)? < 9))
}

fn without_scripts(page: &mut Page) -> Result<()> {
    open_host(page, "", &element(""))?;
    expect_fallback(page)
}

fn everything_works(page: &mut Page) -> Result<()> {
    page.set_viewport(1024, 2400)?;
    open_host(page, "", &element(""))?;
    wait_until_alive_inside(page)?;
    wait_for_rows(page, 9)?;
    inside(page, ".te-sources label")?.click()?;
    page.wait_until("a source is hidden", |page| Ok(rows(page)? < 9))?;
    inside(page, ".te-sources label")?.click()?;
    wait_for_rows(page, 9)?;
    inside(page, "summary")?.click()?;
    eventually(page, "the details are open", |page| {
        inside(page, "details[open] dl").map(drop)
    })?;
    page.press(Key::Down)?;
    page.press(Key::Enter)?;
    eventually(page, "the next are open too", |page| {
        inside(page, ".te-row ~ .te-row details[open]").map(drop)
    })?;
    page.press(Key::Escape)?;
    eventually(page, "they are closed", |page| {
        ensure!(inside(page, ".te-row ~ .te-row details[open]").is_err());
        Ok(())
    })
}

fn the_address_names_the_view(page: &mut Page) -> Result<()> {
    page.set_viewport(1024, 2400)?;
    open_host(page, "", &element(""))?;
    wait_until_alive_inside(page)?;
    inside(page, ".te-sources label")?.click()?;
    page.wait_until("the address names it", |page| {
        let query = page.run("return location.search", Vec::new())?;
        Ok(query
            .as_str()
            .is_some_and(|query| query.starts_with("?te=")))
    })?;
    let hidden = rows(page)?;
    page.reload()?;
    wait_until_alive_inside(page)?;
    wait_for_rows(page, hidden)
}

fn several_share_one_download(page: &mut Page) -> Result<()> {
    page.set_viewport(1024, 4000)?;
    open_host(page, "", &element("").repeat(3))?;
    page.wait_until("all are alive", |page| {
        let alive = page.run(
            "return [...document.querySelectorAll('troop-estimates')].every(({ shadowRoot }) => shadowRoot?.querySelector('.te-alive'))",
            Vec::new(),
        )?;
        Ok(alive == true)
    })?;
    for path in [CHART, WASM, "/widget.js", "/fill.js"] {
        let requests = requests_for(page, path);
        ensure!(requests == 1, "{requests} requests for {path}");
    }
    Ok(())
}

const FAR: &str = "<div id=far></div>";
const FAR_STYLE: &str = "#far { height: 5000px; }";

fn open_far(page: &mut Page, attributes: &str) -> Result<()> {
    page.put("/far.css", FAR_STYLE);
    open_host(
        page,
        "<link rel=stylesheet href=/far.css>",
        &format!("{FAR}{}", element(attributes)),
    )
}

fn far_below_nothing_is_loaded(page: &mut Page) -> Result<()> {
    open_far(page, "")?;
    // Another widget's whole way must be shorter than that of a request that should not be there.
    let_it_render(page)?;
    ensure!(requests_for(page, CHART) == 0 && requests_for(page, WASM) == 0);
    page.element("troop-estimates")?.scroll_to()?;
    wait_until_alive_inside(page)
}

fn eager(page: &mut Page) -> Result<()> {
    open_far(page, "loading=eager")?;
    wait_until_alive_inside(page)
}

fn on_interaction(page: &mut Page) -> Result<()> {
    open_host(page, "", &element("loading=interaction"))?;
    wait_until_shown(page)?;
    let_it_render(page)?;
    ensure!(requests_for(page, WASM) == 0, "wasm is loaded");
    inside(page, "summary")?.hover()?;
    wait_until_alive_inside(page)
}

fn saving_data(page: &mut Page) -> Result<()> {
    page.put(
        "/saving.js",
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });",
    );
    open_host(page, "<script src=/saving.js></script>", &element(""))?;
    wait_until_shown(page)?;
    let_it_render(page)?;
    ensure!(requests_for(page, WASM) == 0, "wasm is loaded");
    inside(page, "summary")?.hover()?;
    wait_until_alive_inside(page)
}

fn inserted_later(page: &mut Page) -> Result<()> {
    open_host(page, "", "")?;
    page.run(
        "const element = document.createElement('troop-estimates');
         element.setAttribute('src', arguments[0]);
         document.body.append(element);",
        vec![json!(CHART)],
    )?;
    wait_until_alive_inside(page)?;
    page.run(
        "document.body.prepend(document.querySelector('troop-estimates'))",
        Vec::new(),
    )?;
    wait_for_rows(page, 9)?;
    inside(page, ".te-sources label")?.click()?;
    page.wait_until("a source is hidden", |page| Ok(rows(page)? < 9))
}
