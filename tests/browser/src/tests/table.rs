//! A table that an editor wrote in a CMS becomes the widget, from what stands in it.

use anyhow::{Context, Result, ensure};
use browser_tests::{Element, Page, Test, page_script};
use page_server::Answer;

use super::exploring::{eventually, let_it_render};
use super::steps::requests_for;

const WASM: &str = "/table_bg.wasm";
/// What is loaded for a table, and for what readers take along from the widget.
const PARTS: [&str; 5] = ["/fill.js", "/table.js", WASM, "/keep.js", "/keep_bg.wasm"];

/// As the block editor of a CMS writes it: its class on the figure, the title below the table.
const ENGLISH: &str = "<figure class='wp-block-table troop-estimates' id=planned><table>
    <thead><tr><th>Source</th><th>Number of soldiers</th><th>Date</th><th>Remark</th></tr></thead>
    <tbody>
    <tr><td><a href='https://hur.example/'>HUR</a></td><td>25,000 to 30,000</td><td>summer 2025</td><td>A document</td></tr>
    <tr><td>Jenny Town</td><td>10,000–20,000</td><td></td><td></td></tr>
    <tr><td>NIS</td><td>no figure given</td><td>July or August</td><td></td></tr>
    </tbody></table><figcaption>How many more soldiers?<br>As of 2025</figcaption></figure>";

const GERMAN: &str =
    "<div lang=de><figure class=troop-estimates><table><caption>Wie viele Soldaten noch?</caption>
    <tr><th>Quelle</th><th>Zahl der Soldaten</th></tr>
    <tr><td>HUR</td><td>25.000 bis 30.000</td></tr>
    <tr><td>Jenny Town</td><td>etwa 15000</td></tr>
    </table><figcaption>Stand: Juli 2025</figcaption></figure></div>";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("table::it_becomes_the_widget", becomes_the_widget),
        Test::new("table::that_of_the_manual_does_too", the_manuals),
        Test::new(
            "table::it_is_read_in_the_language_of_its_place",
            in_its_language,
        ),
        Test::new(
            "table::without_scripts_it_is_read_as_it_stands",
            without_scripts,
        )
        .without_scripts(),
        Test::new(
            "table::it_stays_as_it_is_where_a_figure_leaves_a_doubt",
            stays_in_doubt,
        ),
        Test::new(
            "table::it_stays_as_it_is_where_the_wasm_file_is_missing",
            stays_without_wasm,
        ),
        Test::new(
            "table::it_is_seen_until_the_widget_can_be",
            is_seen_until_then,
        ),
        Test::new("table::a_link_opens_its_view", a_link_opens_its_view),
        Test::new("table::its_data_can_be_taken_along", taken_along),
        Test::new("table::reader_mode_keeps_it", reader_mode_keeps_it),
        Test::new(
            "table::nothing_is_loaded_before_it_is_near",
            nothing_before_it_is_near,
        ),
    ]
}

/// A host page with the loader alone and this in its body.
fn open_host(page: &mut Page, body: &str) -> Result<()> {
    for part in PARTS {
        page.expect_request(part);
    }
    page.set_viewport(1024, 2400)?;
    page.put(
        "/host.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>\
             <meta name=viewport content='width=device-width'>\
             <script type=module src=/loader.js></script></head><body><h1>Host</h1>{body}</body></html>"
        ),
    );
    page.open("/host.html")
}

const SHADOW: &str = ".troop-estimates > div";

fn inside<'a>(page: &'a Page, selector: &str) -> Result<Element<'a>> {
    page.element_in_shadow(SHADOW, selector)
}

fn wait_until_alive(page: &Page) -> Result<()> {
    eventually(page, "the widget is alive", |page| {
        inside(page, ".te-alive").map(drop)
    })
}

/// Source and figure of every row in sight.
fn rows(page: &Page) -> Result<Vec<[String; 2]>> {
    let rows = page.run(
        "const { shadowRoot } = document.querySelector(arguments[0]);
         const seen = [...shadowRoot.querySelectorAll('.te-row')].filter((row) => row.checkVisibility());
         return seen.map((row) => ['.te-source bdi', 'summary > :first-child']
             .map((part) => row.querySelector(part).textContent));",
        vec![SHADOW.into()],
    )?;
    serde_json::from_value(rows).context("the rows cannot be read")
}

fn expect_rows(page: &Page, expected: &[[&str; 2]]) -> Result<()> {
    eventually(page, "the rows are right", |page| {
        let rows = rows(page)?;
        ensure!(rows == expected, "{rows:?}");
        Ok(())
    })
}

/// The table is in sight, and nothing else is made of it.
fn expect_as_it_stands(page: &Page) -> Result<()> {
    let table = page.element("table")?;
    ensure!(table.is_displayed()?, "the table is gone");
    let text = page.element("figure.troop-estimates")?.text()?;
    ensure!(text.contains("HUR") && text.contains("25,000"), "{text}");
    ensure!(inside(page, ".te-figure").is_err(), "there is a widget");
    Ok(())
}

fn becomes_the_widget(page: &mut Page) -> Result<()> {
    open_host(page, ENGLISH)?;
    wait_until_alive(page)?;
    expect_rows(
        page,
        &[
            ["HUR", "25,000 to 30,000"],
            ["Jenny Town", "10,000 to 20,000"],
            ["NIS", "no figure given"],
        ],
    )?;
    let title = inside(page, "h2")?.text()?;
    ensure!(title == "How many more soldiers?", "the title is {title}");
    let all = inside(page, ".te-figure")?.text()?;
    for expected in [
        "As of 2025",
        "Number of soldiers",
        "nobody names a figure between 20,000 and 25,000",
    ] {
        ensure!(all.contains(expected), "{expected:?} is not in {all:?}");
    }
    let table = "return document.querySelector('figure table').checkVisibility()";
    ensure!(page.run(table, Vec::new())? == false, "both are seen");
    inside(page, "summary")?.click()?;
    eventually(page, "the details are open", |page| {
        let details = inside(page, "details[open] dl")?.text()?;
        ensure!(
            details.contains("summer 2025") && details.contains("A document"),
            "{details}"
        );
        Ok(())
    })?;
    let link = inside(page, "details[open] a, .te-source a, .te-credit a")?.attribute("href")?;
    ensure!(link.as_deref() == Some("https://hur.example/"), "{link:?}");
    inside(page, ".te-sources label")?.click()?;
    expect_rows(
        page,
        &[
            ["Jenny Town", "10,000 to 20,000"],
            ["NIS", "no figure given"],
        ],
    )
}

/// What editors are told to write.
const MANUAL: &str = include_str!("../../../../docs/newsroom.md");

fn the_manuals(page: &mut Page) -> Result<()> {
    let (_, rest) = MANUAL.split_once("<figure").context("no example")?;
    let (example, _) = rest.split_once("```").context("no end")?;
    open_host(page, &format!("<figure{example}"))?;
    wait_until_alive(page)?;
    expect_rows(
        page,
        &[
            ["HUR", "25,000 to 30,000"],
            ["Jenny Town", "10,000 to 20,000"],
            ["NIS", "no figure given"],
        ],
    )
}

fn in_its_language(page: &mut Page) -> Result<()> {
    open_host(page, GERMAN)?;
    wait_until_alive(page)?;
    expect_rows(
        page,
        &[["HUR", "25.000 bis 30.000"], ["Jenny Town", "etwa 15.000"]],
    )?;
    let all = inside(page, ".te-figure")?.text()?;
    ensure!(all.contains("Stand: Juli 2025"), "{all}");
    // Elsewhere the same figures may be others: nobody guesses.
    open_host(page, &GERMAN.replace("lang=de", "lang=en"))?;
    wait_until_given_up(page, "Quelle")
}

fn without_scripts(page: &mut Page) -> Result<()> {
    open_host(page, ENGLISH)?;
    expect_as_it_stands(page)
}

/// Waits until the table is left, and its figure says why.
fn wait_until_given_up(page: &Page, reason: &str) -> Result<()> {
    eventually(page, "the reason is told", |page| {
        let told = page
            .element("figure[data-state=still]")?
            .attribute("data-reason")?;
        let told = told.unwrap_or_default();
        ensure!(told.contains(reason), "{told:?}");
        Ok(())
    })
}

fn stays_in_doubt(page: &mut Page) -> Result<()> {
    for (doubtful, reason) in [
        (
            "25.000 to 30.000 or 25,000",
            "row 1: \"25.000 to 30.000 or 25,000\" leaves in doubt",
        ),
        (
            "some 25,000, they say",
            "row 1: \"some 25,000, they say\" leaves in doubt",
        ),
    ] {
        open_host(page, &ENGLISH.replace("25,000 to 30,000", doubtful))?;
        wait_until_given_up(page, reason)?;
        expect_as_it_stands(page)?;
    }
    open_host(page, &ENGLISH.replace("As of 2025", "Whenever"))?;
    wait_until_given_up(page, "data-as-of")?;
    expect_as_it_stands(page)
}

fn stays_without_wasm(page: &mut Page) -> Result<()> {
    page.allow_fault("404");
    page.server().answer(WASM, Answer::status(404));
    open_host(page, ENGLISH)?;
    wait_until_given_up(page, "")?;
    expect_as_it_stands(page)
}

fn is_seen_until_then(page: &mut Page) -> Result<()> {
    let hold = page.server().hold(WASM);
    open_host(page, ENGLISH)?;
    page.wait_until("the wasm is asked for", |page| {
        Ok(requests_for(page, WASM) == 1)
    })?;
    expect_as_it_stands(page)?;
    let style = page.server().hold("/style.css");
    hold.release();
    page.wait_until("the style is asked for", |page| {
        Ok(requests_for(page, "/style.css") == 1)
    })?;
    expect_as_it_stands(page)?;
    style.release();
    wait_until_alive(page)
}

fn a_link_opens_its_view(page: &mut Page) -> Result<()> {
    open_host(page, ENGLISH)?;
    wait_until_alive(page)?;
    inside(page, ".te-sources label")?.click()?;
    page.wait_until("the address names it", |page| {
        let query = page.run("return location.search", Vec::new())?;
        Ok(query
            .as_str()
            .is_some_and(|query| query.starts_with("?te=")))
    })?;
    page.reload()?;
    wait_until_alive(page)?;
    expect_rows(
        page,
        &[
            ["Jenny Town", "10,000 to 20,000"],
            ["NIS", "no figure given"],
        ],
    )
}

fn taken_along(page: &mut Page) -> Result<()> {
    open_host(page, ENGLISH)?;
    wait_until_alive(page)?;
    inside(page, "[data-keep=csv]")?.click()?;
    let csv = String::from_utf8(page.take_download("planned-en.csv")?)?;
    ensure!(csv.lines().count() == 4 && csv.contains("\"HUR\""), "{csv}");
    ensure!(csv.contains("25000,,30000"), "{csv}");
    Ok(())
}

fn reader_mode_keeps_it(page: &mut Page) -> Result<()> {
    let text =
        "<p>The figures differ by a factor of three, and nobody says how many were counted.</p>"
            .repeat(12);
    open_host(page, &format!("<article>{text}{ENGLISH}{text}</article>"))?;
    wait_until_alive(page)?;
    let script = page_script("READABILITY", "Readability.js")?
        + "for (const script of document.querySelectorAll('script')) script.remove();
           return new Readability(document.cloneNode(true), { serializer: (node) => node }).parse().content.textContent;";
    let read = page.run(&script, Vec::new())?;
    let read = read.as_str().context("nothing was read")?;
    for expected in [
        "HUR",
        "25,000 to 30,000",
        "Jenny Town",
        "10,000–20,000",
        "NIS",
        "no figure given",
    ] {
        ensure!(read.contains(expected), "{expected:?} is gone in {read:?}");
    }
    Ok(())
}

fn nothing_before_it_is_near(page: &mut Page) -> Result<()> {
    page.put("/far.css", "#far { height: 9000px; }");
    open_host(
        page,
        &format!("<link rel=stylesheet href=/far.css><div id=far></div>{ENGLISH}"),
    )?;
    let_it_render(page)?;
    ensure!(requests_for(page, "/fill.js") == 0 && requests_for(page, WASM) == 0);
    page.element("table")?.scroll_to()?;
    wait_until_alive(page)
}
