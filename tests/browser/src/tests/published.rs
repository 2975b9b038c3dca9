//! A published folder, and what an editor pastes of it.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test, published};
use page_server::Answer;

use super::checker;
use super::exploring::{button, eventually, expect_pasted, texts_in_sight};
use super::steps::{choose, expect_usable, wait_until_alive};
use super::stories::{ENGLISH, GERMAN};

pub(super) const CHART: &str = "/charts/north-korea.en.html";
const TO_PASTE: &str = "/charts/embed.html";

/// The ways to embed, in the order of the page with what to paste.
pub(super) const ELEMENT: usize = 0;
pub(super) const ELEMENT_WITH_CHART: usize = 1;
const TABLE: usize = 2;
const FRAME: usize = 3;
const PICTURE: usize = 4;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("published::its_pages_come_alive", pages_come_alive),
        Test::new("published::its_pages_do_so_in_a_sandbox", in_a_sandbox),
        Test::new(
            "published::without_scripts_its_pages_are_whole",
            without_scripts,
        )
        .without_scripts(),
        Test::new(
            "published::the_element_works_as_it_is_pasted",
            element_as_pasted,
        ),
        Test::new(
            "published::the_table_works_as_it_is_pasted",
            table_as_pasted,
        ),
        Test::new(
            "published::the_frame_works_as_it_is_pasted",
            frame_as_pasted,
        ),
        Test::new(
            "published::the_picture_works_as_it_is_pasted",
            picture_as_pasted,
        ),
        Test::new(
            "published::what_to_paste_is_copied",
            what_to_paste_is_copied,
        ),
        Test::new(
            "published::a_link_to_an_earlier_state_says_what_has_changed",
            earlier_state,
        ),
        Test::new(
            "published::a_link_to_an_unknown_state_says_so",
            unknown_state,
        ),
        Test::new(
            "published::a_link_to_the_present_state_says_nothing",
            present_state,
        ),
        Test::new("published::a_shared_link_names_the_state", shared_link),
        Test::new(
            "published::an_automatic_checker_finds_nothing",
            checker_finds_nothing,
        ),
    ]
}

fn open(page: &mut Page, path: &str) -> Result<()> {
    published::put(page)?;
    page.set_viewport(1024, 2400)?;
    page.open(path)
}

fn pages_come_alive(page: &mut Page) -> Result<()> {
    for (path, story) in [(CHART, &ENGLISH), ("/charts/north-korea.de.html", &GERMAN)] {
        open(page, path)?;
        wait_until_alive(page)?;
        expect_usable(page, story)?;
        // It is seen at once: its styles stand in it.
        let requests = page.server().requests();
        ensure!(
            !requests
                .iter()
                .any(|request| request.path.ends_with(".css")),
            "{requests:?}"
        );
        // What is loaded for it, and for all that it can do.
        button(page, "CSV")?.click()?;
        let saved = page.take_download(&format!("north-korea-{}-2025.csv", story.language))?;
        ensure!(saved.starts_with(b"\xef\xbb\xbf\"ID\""));
    }
    for width in [320, 700, 1100] {
        page.set_viewport(width, 2400)?;
        page.screenshot_whole(&format!("published-{width}"))?;
    }
    Ok(())
}

fn in_a_sandbox(page: &mut Page) -> Result<()> {
    published::put(page)?;
    let host = format!(
        "<!doctype html><title>Host</title><iframe sandbox=allow-scripts width=800 height=1900 src={CHART}></iframe>"
    );
    page.server().answer("/host.html", Answer::host(&host));
    page.expect_request("/host.html");
    page.set_viewport(1024, 2400)?;
    page.open("/host.html")?;
    page.enter_frame("iframe")?;
    wait_until_alive(page)?;
    choose(page, ENGLISH.facts[0].toggle)?;
    page.leave_frame()
}

fn without_scripts(page: &mut Page) -> Result<()> {
    open(page, CHART)?;
    expect_usable(page, &ENGLISH)?;
    let [present, _] = published::revisions()?;
    let told = texts_in_sight(page, ".te-revision, .te-earlier")?;
    ensure!(told == [format!("Data revision {present}")], "{told:?}");
    Ok(())
}

/// What stands on the page to be pasted, of the chart in this language.
pub(super) fn snippet(page: &Page, language: &str, way: usize) -> Result<String> {
    let html = published::text(page, "embed.html")?;
    let (_, chart) = html
        .split_once(&format!("id=\"north-korea.{language}\""))
        .context("no such chart")?;
    let mut snippets = chart
        .split("<textarea ")
        .filter_map(|piece| Some(piece.split_once('>')?.1.split_once("</textarea>")?.0));
    let snippet = snippets.nth(way).context("no snippet")?;
    let plain = snippet
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    Ok(plain.replace("&amp;", "&"))
}

/// Pastes into an article of another page, as an editor does.
fn open_pasted(page: &mut Page, way: usize) -> Result<()> {
    put_pasted(page, way)?;
    page.open("/article.html")
}

/// An article with this in it.
pub(super) fn article(snippet: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Article</title>\
         <meta name=viewport content='width=device-width'><link rel=stylesheet href=/article.css></head>\
         <body><main><article><h1>Article</h1><p>Before.</p>{snippet}<p>After.</p></article></main></body></html>"
    )
}

pub(super) fn put_pasted(page: &mut Page, way: usize) -> Result<()> {
    published::put(page)?;
    let article = article(&snippet(page, "en", way)?);
    page.server()
        .answer("/article.html", Answer::host(&article));
    page.expect_request("/article.html");
    page.expect_request("/article.css");
    page.set_viewport(1024, 2600)
}

pub(super) fn wait_in_shadow(page: &Page, host: &str) -> Result<()> {
    eventually(page, "the widget is alive", |page| {
        page.element_in_shadow(host, ".te-alive").map(drop)
    })
}

fn element_as_pasted(page: &mut Page) -> Result<()> {
    open_pasted(page, ELEMENT)?;
    wait_in_shadow(page, "troop-estimates")?;
    let text = page
        .element_in_shadow("troop-estimates", ".te-revision")?
        .text()?;
    ensure!(text.contains(&published::revisions()?[0]), "{text}");
    // The table in it is read until then, and no chart is made of it.
    ensure!(
        page.elements("figure[data-state], figure > div")?
            .is_empty()
    );
    let requests = page.server().requests();
    let for_tables: Vec<_> = requests
        .iter()
        .filter(|request| request.path.contains("/table"))
        .collect();
    ensure!(for_tables.is_empty(), "{for_tables:?}");
    page.screenshot_whole("pasted-element")
}

fn table_as_pasted(page: &mut Page) -> Result<()> {
    open_pasted(page, TABLE)?;
    wait_in_shadow(page, ".troop-estimates > div")?;
    let rows = page.run(
        "return document.querySelector('.troop-estimates > div').shadowRoot.querySelectorAll('.te-row').length",
        Vec::new(),
    )?;
    ensure!(rows == 9, "{rows} rows");
    page.screenshot_whole("pasted-table")
}

fn frame_as_pasted(page: &mut Page) -> Result<()> {
    open_pasted(page, FRAME)?;
    let given = page.element("iframe")?.bounds()?[3];
    page.enter_frame("iframe")?;
    wait_until_alive(page)?;
    let height = page.run(
        "return document.documentElement.getBoundingClientRect().height",
        Vec::new(),
    )?;
    page.leave_frame()?;
    let height = height.as_f64().context("no height")?;
    // Nobody listens on this page: nothing may be cut off, nor may there be a hole.
    ensure!(
        given >= height && given < 1.25 * height,
        "{given} px for {height} px"
    );
    page.screenshot_whole("pasted-frame")
}

fn picture_as_pasted(page: &mut Page) -> Result<()> {
    open_pasted(page, PICTURE)?;
    eventually(page, "the picture is there", |page| {
        let is_there = "return document.querySelector('img').naturalWidth > 0";
        ensure!(page.run(is_there, Vec::new())? == true, "not yet");
        Ok(())
    })?;
    let alternative = page.element("img")?.name()?;
    ensure!(
        alternative.contains("the two ranges do not overlap"),
        "{alternative}"
    );
    page.element("summary")?.click()?;
    let table = page.element("details table")?.text()?;
    ensure!(table.contains("25,000 to 30,000"), "{table}");
    for width in [320, 1100] {
        page.set_viewport(width, 2600)?;
        let scrolls = page.run(
            "return document.querySelector('img').getBoundingClientRect().right > innerWidth",
            Vec::new(),
        )?;
        ensure!(scrolls == false, "it is wider than {width} px");
    }
    page.screenshot_whole("pasted-picture")
}

fn what_to_paste_is_copied(page: &mut Page) -> Result<()> {
    open(page, TO_PASTE)?;
    let expected = snippet(page, "en", FRAME)?;
    let copy = page.run(
        "const all = [...document.querySelectorAll('article')];
         const article = all.find((article) => article.querySelector('textarea').value === arguments[0]);
         article.id = 'wanted';
         return article.querySelector('button').hidden",
        vec![expected.as_str().into()],
    )?;
    ensure!(copy == false, "there is no button");
    page.element("#wanted button")?.click()?;
    eventually(page, "it is said that it was copied", |page| {
        let said = page.element("#wanted [role=status]")?.text()?;
        ensure!(said == "Copied.", "{said:?}");
        Ok(())
    })?;
    expect_pasted(page, &expected)
}

fn told(page: &Page) -> Result<Vec<String>> {
    texts_in_sight(page, ".te-earlier")
}

fn earlier_state(page: &mut Page) -> Result<()> {
    let [present, before] = published::revisions()?;
    open(page, &format!("{CHART}?te-rev={before}"))?;
    wait_until_alive(page)?;
    let said = told(page)?;
    let expected = "Since this link was made, 1 estimate has changed. Show the state at that time";
    ensure!(said == [expected], "{said:?}");
    page.element(".te-earlier a")?.click()?;
    eventually(page, "the earlier state is shown", |page| {
        let told = told(page)?.concat();
        ensure!(
            told.contains(&before) && told.contains("an earlier state"),
            "{told}"
        );
        Ok(())
    })?;
    wait_until_alive(page)?;
    let figures = page.element(".te-table")?.text()?;
    ensure!(figures.contains("24,000 to 30,000"), "{figures}");
    page.screenshot("published-earlier-state")?;
    page.element(".te-earlier a")?.click()?;
    eventually(page, "the present state is shown", |page| {
        let told = texts_in_sight(page, ".te-revision")?.concat();
        ensure!(told == format!("Data revision {present}"), "{told}");
        Ok(())
    })
}

fn unknown_state(page: &mut Page) -> Result<()> {
    open(page, &format!("{CHART}?te-rev=0badc0de"))?;
    wait_until_alive(page)?;
    let said = told(page)?;
    ensure!(
        said == ["This link was made from another state of the data, which is not kept here."],
        "{said:?}"
    );
    Ok(())
}

fn present_state(page: &mut Page) -> Result<()> {
    let [present, _] = published::revisions()?;
    open(page, &format!("{CHART}?te-rev={present}"))?;
    wait_until_alive(page)?;
    let said = told(page)?;
    ensure!(said.is_empty(), "{said:?}");
    Ok(())
}

fn shared_link(page: &mut Page) -> Result<()> {
    let [present, before] = published::revisions()?;
    // The page has been opened by a link to an earlier state: the next link is one to the present.
    open(page, &format!("{CHART}?te-rev={before}"))?;
    wait_until_alive(page)?;
    choose(page, ENGLISH.facts[0].toggle)?;
    page.run(
        "window.given = [];
         Object.defineProperty(navigator, 'share', { value: async ({ url }) => { given.push(url); }, configurable: true });",
        Vec::new(),
    )?;
    button(page, "Copy link")?.click()?;
    eventually(page, "the link is passed on", |page| {
        let given = page.run("return window.given", Vec::new())?;
        let given = given[0].as_str().context("nothing yet")?.to_owned();
        let (_, query) = given.split_once('?').context("no view")?;
        ensure!(
            query.ends_with(&format!("&te-rev={present}")) && query.starts_with("te="),
            "{given}"
        );
        Ok(())
    })
}

fn checker_finds_nothing(page: &mut Page) -> Result<()> {
    open(page, TO_PASTE)?;
    checker::expect_no_violations(page)?;
    for width in [320, 1100] {
        page.set_viewport(width, 1200)?;
        page.screenshot_whole(&format!("what-to-paste-{width}"))?;
    }
    // With all that a chart can say of its state, and the heading of an article.
    let chart = published::text(page, "north-korea.en.html")?;
    let article = chart.replacen("<main>", "<main><h1>Article</h1>", 1);
    published::put_changed(page, "north-korea.en.html", &article)?;
    page.open(&format!("{CHART}?te-rev=0badc0de"))?;
    wait_until_alive(page)?;
    ensure!(told(page)?.len() == 1);
    checker::expect_no_violations(page)
}
