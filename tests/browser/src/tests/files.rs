//! Files as they arrive in practice: other statuses, types and encodings, broken off, in circles, too slow, not at all.
//! Whatever comes, something can be read in every frame; the reader is told once, and can try again.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Page, Test, built_file};
use page_server::Answer;

use super::exploring::eventually;
use super::failures::{NOT_ALIVE, notices, wait_for_notice};
use super::places::put_dataset;
use super::steps::{
    WASM, choose, expect_usable, is_alive, open_alive, summary, wait_for_rows, wait_until_alive,
};
use super::stories::ENGLISH;
use super::taking_along::status_becomes;
use super::watching::{expect_never_blank, put_watched, watched_page};

const CHART: &str = "/chart.html";
const HOST: &str = "/host.html";
const ARTICLE: &str = "/article.html";
const ENCODED: &str = "said to be packed";
/// Addresses that lead to each other.
const CIRCLE: [&str; 2] = ["/there", "/back"];

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "files::an_element_tells_what_came_for_its_page",
            elements_page,
        ),
        Test::new(
            "files::an_element_waits_no_longer_than_ten_seconds",
            slow_page,
        ),
        Test::new(
            "files::no_page_is_read_that_does_not_let_it_be",
            unshared_page,
        ),
        Test::new("files::what_comes_for_the_program_does_no_harm", program),
        Test::new("files::a_minute_late_the_widget_comes_alive", late_program),
        Test::new("files::offline_all_that_is_there_works", offline),
    ]
}

/// No page can keep engines from telling of what has failed.
fn allow_failures(page: &mut Page) {
    for part in [
        "Failed to load resource",
        "CORS",
        "Access-Control-Allow-Origin",
        "access control checks",
        "ERR_",
        "redirect",
        "MIME type",
    ] {
        page.allow_fault(part);
    }
}

/// What may come in place of a file, each with what it is called here.
fn unusable(file: &[u8]) -> Vec<(&'static str, Answer)> {
    vec![
        ("missing", Answer::status(404)),
        ("gone", Answer::status(410)),
        ("forbidden", Answer::status(403)),
        ("broken", Answer::status(500)),
        ("busy", Answer::status(503)),
        ("nothing", Answer::text("")),
        (
            "home page",
            Answer::text("<!doctype html><title>Home</title><p>Welcome"),
        ),
        ("broken off", Answer::Cut(file.to_vec())),
        ("in a circle", Answer::Redirect(CIRCLE[0].to_owned())),
        (ENCODED, Answer::Encoded("gzip", file.to_vec())),
        ("offline", Answer::HangUp),
    ]
}

/// Whether something unusable is usable all the same in this engine.
fn is_overlooked(page: &Page, name: &str) -> bool {
    name == ENCODED && page.differs(Difference::WrongEncodingsAreOverlooked)
}

fn put_circle(page: &mut Page) {
    let [there, back] = CIRCLE;
    for (from, to) in [(there, back), (back, there)] {
        page.server().answer(from, Answer::Redirect(to.to_owned()));
        page.expect_request(from);
    }
}

/// An article with an element whose page is at this address.
fn put_host(page: &mut Page, address: &str) -> Result<()> {
    page.expect_request("/fill.js");
    page.expect_request(CHART);
    let host = watched_page(
        page,
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>\
             <script type=module src=/loader.js></script></head><body><h1>Host</h1>\
             <troop-estimates src={address} loading=eager><p class=fallback>They disagree.</p></troop-estimates></body></html>"
        ),
    )?;
    page.server().answer(HOST, Answer::host(&host));
    Ok(())
}

fn expect_told(page: &Page, reason: &str) -> Result<()> {
    let expected = format!("The chart did not load. ({reason}) Try again");
    eventually(page, "the reader is told", |page| {
        let told = page.element_in_shadow("troop-estimates", "[role=alert]")?;
        let told = told.text()?;
        ensure!(told == expected, "{told:?} instead of {expected:?}");
        Ok(())
    })?;
    ensure!(
        page.element(".fallback")?.is_displayed()?,
        "what was there is gone"
    );
    expect_never_blank(page)
}

fn wait_until_filled(page: &Page) -> Result<()> {
    eventually(page, "the widget is alive", |page| {
        let alive = page.element_in_shadow("troop-estimates", ".te-alive");
        alive.map(drop)
    })
}

fn elements_page(page: &mut Page) -> Result<()> {
    allow_failures(page);
    put_circle(page);
    put_dataset(page, CHART, ENGLISH.dataset)?;
    put_host(page, CHART)?;
    page.open(HOST)?;
    wait_until_filled(page)?;
    let article = built_file("index.html")?;
    for (name, answer) in unusable(&article) {
        let reason = match &answer {
            Answer::Status(status) => status.as_str().to_owned(),
            Answer::Body(_) => "no chart".to_owned(),
            _ => "network".to_owned(),
        };
        page.server().answer(CHART, answer);
        page.open(HOST)?;
        if is_overlooked(page, name) {
            wait_until_filled(page)?;
            continue;
        }
        expect_told(page, &reason).with_context(|| name.to_owned())?;
    }
    // From the last of them it recovers.
    put_dataset(page, CHART, ENGLISH.dataset)?;
    let again = page.element_in_shadow("troop-estimates", "[role=alert] button")?;
    again.click()?;
    wait_until_filled(page)?;
    expect_never_blank(page)
}

fn slow_page(page: &mut Page) -> Result<()> {
    allow_failures(page);
    put_host(page, CHART)?;
    page.server()
        .answer(CHART, Answer::Trickle(built_file("index.html")?));
    page.open(HOST)?;
    expect_told(page, "timeout")
}

/// This server is another origin under its other name.
fn unshared_page(page: &mut Page) -> Result<()> {
    allow_failures(page);
    let address = page.server().url(CHART).replace("127.0.0.1", "localhost");
    put_host(page, &address)?;
    page.server()
        .answer(CHART, Answer::Unshared(built_file("index.html")?));
    page.open(HOST)?;
    expect_told(page, "network")
}

fn program(page: &mut Page) -> Result<()> {
    allow_failures(page);
    put_circle(page);
    for part in [
        "Unexpected token",
        "SyntaxError",
        "WebAssembly",
        "wasm",
        "module script",
    ] {
        page.allow_fault(part);
    }
    put_watched(
        page,
        ARTICLE,
        &String::from_utf8(built_file("index.html")?)?,
    )?;
    for path in ["/widget.js", WASM, "/life.js"] {
        let whole = built_file(path.trim_start_matches('/'))?;
        for (name, answer) in unusable(&whole) {
            let about = || format!("{path}: {name}");
            page.server().answer(path, answer);
            page.open(ARTICLE)?;
            if is_overlooked(page, name) {
                wait_until_alive(page)?;
                continue;
            }
            wait_for_notice(page, NOT_ALIVE).with_context(about)?;
            ensure!(!is_alive(page)?, "{}: it claims to be alive", about());
            expect_never_blank(page).with_context(about)?;
        }
        page.server().answer(path, Answer::Body(whole));
        page.element("[role=alert] button")?.click()?;
        wait_until_alive(page).with_context(|| format!("{path} is there again"))?;
        ensure!(notices(page)?.is_empty(), "it is told still");
    }
    expect_usable(page, &ENGLISH)?;
    expect_never_blank(page)
}

fn late_program(page: &mut Page) -> Result<()> {
    const MINUTE: u64 = 60_000;
    /// A wait of the harness takes no longer.
    const STEP: u64 = 10_000;
    put_watched(
        page,
        ARTICLE,
        &String::from_utf8(built_file("index.html")?)?,
    )?;
    let hold = page.server().hold(WASM);
    page.open(ARTICLE)?;
    expect_usable(page, &ENGLISH)?;
    for end in (STEP..=MINUTE).step_by(usize::try_from(STEP)?) {
        page.wait_until("some seconds have passed", |page| {
            let past = page.run("return performance.now()", Vec::new())?;
            Ok(past.as_f64().context("no time")? >= f64::from(u32::try_from(end)?))
        })?;
        ensure!(!is_alive(page)? && notices(page)?.is_empty());
    }
    choose(page, "HUR")?;
    summary(page, 1)?.click()?;
    hold.release();
    wait_until_alive(page)?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "HUR"))?;
    choose(page, "HUR")?;
    expect_never_blank(page)
}

/// After it has loaded nothing more can be had; then it can again.
fn offline(page: &mut Page) -> Result<()> {
    allow_failures(page);
    put_watched(
        page,
        ARTICLE,
        &String::from_utf8(built_file("index.html")?)?,
    )?;
    open_alive(page, ARTICLE)?;
    let parts = ["/keep.js", "/keep_bg.wasm"];
    for path in parts {
        page.expect_request(path);
        page.server().answer(path, Answer::HangUp);
    }
    expect_usable(page, &ENGLISH)?;
    page.element("button[data-keep=csv]")?.click()?;
    status_becomes(page, "That did not work. Please try again.")?;
    choose(page, "HUR")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.toggle != "HUR"))?;
    for path in parts {
        let file = built_file(path.trim_start_matches('/'))?;
        page.server().answer(path, Answer::Body(file));
    }
    page.element("button[data-keep=csv]")?.click()?;
    page.take_download("north-korea-en-2025.csv")?;
    expect_never_blank(page)
}
