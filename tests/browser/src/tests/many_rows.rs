//! Many estimates: the first fifty are rows, and everything else speaks of all.

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Page, Test};

use super::exploring::{button, eventually, press_at, sort_by, texts_in_sight, wait_for_status};
use super::glide::{HOLD, ZOOM, arrive, change};
use super::keyboard::choose_by_script;
use super::places::put_dataset;
use super::steps::{choose, expect_words, open_alive, rows_in_sight, summary, tab_to};

/// Eight times what a page begins with.
const SEVERAL_HUNDRED: usize = 400;
/// More layouts than these would come from one row after another.
const A_FEW: u64 = 6;

const LOG: &str = "Logarithmic";
/// The height of the screen in CSS px.
const SCREEN: f64 = 768.0;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "many_rows::without_scripts_the_first_fifty_are_on_the_page_and_it_says_so",
            without_scripts,
        )
        .without_scripts(),
        Test::new(
            "many_rows::ten_thousand_open_with_fifty_rows_and_more_on_demand",
            more_on_demand,
        ),
        Test::new(
            "many_rows::the_button_brings_as_many_as_it_says_whatever_a_link_has_opened",
            the_button_keeps_its_word,
        ),
        Test::new(
            "many_rows::the_last_button_for_more_hands_its_focus_to_the_first_new_row",
            the_focus_goes_on,
        ),
        Test::new(
            "many_rows::toggles_and_orders_go_by_all_of_them",
            toggles_and_orders_go_by_all,
        ),
        Test::new(
            "many_rows::agreement_axis_and_status_speak_of_all",
            everything_else_speaks_of_all,
        ),
        Test::new(
            "many_rows::however_many_are_open_a_change_lays_the_page_out_a_few_times",
            a_change_lays_out_a_few_times,
        ),
        Test::new(
            "many_rows::only_rows_near_the_screen_glide",
            only_rows_near_the_screen_glide,
        ),
        Test::new(
            "many_rows::when_the_focused_row_is_taken_away_the_nearest_has_the_focus",
            the_focus_goes_to_the_nearest,
        ),
        Test::new(
            "many_rows::with_all_of_them_open_the_page_answers",
            with_all_open_the_page_answers,
        ),
        Test::new(
            "many_rows::with_fifty_nothing_is_said_of_it",
            with_fifty_nothing_is_said,
        ),
    ]
}

/// As many estimates, by two sources in turn: 1, 2, 3 and so on.
pub(crate) fn dataset(estimates: usize) -> String {
    let rows: Vec<String> = (1..=estimates)
        .map(|best| {
            let source = if best % 2 == 1 { "odd" } else { "even" };
            format!(r#"{{"source": "{source}", "category": "sent", "best": {best}}}"#)
        })
        .collect();
    format!(
        r#"{{"format": 1, "language": "en", "title": "Many", "asOf": "2025", "unit": "soldiers",
            "sources": [{{"id": "odd", "name": "Odd"}}, {{"id": "even", "name": "Even"}}],
            "categories": [{{"id": "sent", "label": "Sent"}}], "estimates": [{}]}}"#,
        rows.join(", ")
    )
}

fn open_many(page: &mut Page) -> Result<()> {
    put_dataset(page, "/many.html", &dataset(10_000))?;
    open_alive(page, "/many.html")
}

/// Waits until there are as many rows, from this figure to that.
fn wait_for(page: &Page, rows: usize, first: &str, last: &str) -> Result<()> {
    eventually(page, "the rows are there", |page| {
        let seen = rows_in_sight(page)?;
        let figure = |row: Option<&[String; 2]>| row.map(|[_, figure]| figure.clone());
        let ends = (figure(seen.first()), figure(seen.last()));
        ensure!(seen.len() == rows, "{} rows", seen.len());
        ensure!(
            ends == (Some(first.to_owned()), Some(last.to_owned())),
            "{ends:?}"
        );
        Ok(())
    })
}

fn wait_for_count(page: &Page, expected: &str) -> Result<()> {
    eventually(page, "the count is right", |page| {
        expect_words(page, ".te-more", expected)
    })
}

fn without_scripts(page: &mut Page) -> Result<()> {
    put_dataset(page, "/many.html", &dataset(10_000))?;
    page.open("/many.html")?;
    wait_for(page, 50, "1", "50")?;
    ensure!(page.elements(".te-row")?.len() == 50);
    let count = "The first 50 of 10,000 estimates are on this page.";
    ensure!(texts_in_sight(page, ".te-more")? == [count]);
    choose(page, "Odd")?;
    wait_for(page, 25, "2", "50")?;
    ensure!(texts_in_sight(page, ".te-more")? == [count]);
    Ok(())
}

fn more_on_demand(page: &mut Page) -> Result<()> {
    open_many(page)?;
    wait_for(page, 50, "1", "50")?;
    wait_for_count(page, "50 of 10,000 shown.")?;
    for (rows, last) in [(100, "100"), (150, "150")] {
        button(page, "Show 50 more")?.click()?;
        wait_for(page, rows, "1", last)?;
        wait_for_count(page, &format!("{rows} of 10,000 shown."))?;
    }
    wait_for_status(page, "150 of 10,000 shown.")
}

fn the_button_keeps_its_word(page: &mut Page) -> Result<()> {
    put_dataset(page, "/opened.html", &dataset(170))?;
    open_alive(page, "/opened.html?te=open:e60.e120")?;
    wait_for(page, 52, "1", "120")?;
    for (more, rows, last) in [
        ("Show 50 more", 102, "120"),
        ("Show 50 more", 152, "152"),
        ("Show 18 more", 170, "170"),
    ] {
        button(page, more)?.click()?;
        wait_for(page, rows, "1", last)?;
    }
    ensure!(button(page, "Show 0 more").is_err(), "there is no more");
    Ok(())
}

fn the_focus_goes_on(page: &mut Page) -> Result<()> {
    put_dataset(page, "/more.html", &dataset(120))?;
    open_alive(page, "/more.html")?;
    press_at(page, &button(page, "Show 50 more")?, Key::Enter)?;
    wait_for(page, 100, "1", "100")?;
    let more = button(page, "Show 20 more")?;
    ensure!(more.is_focused()?, "the button is still there");
    press_at(page, &more, Key::Enter)?;
    wait_for(page, 120, "1", "120")?;
    eventually(page, "the first new row has the focus", |page| {
        let place = page.run(
            "return document.activeElement.closest('.te-row')?.dataset.estimate ?? null",
            Vec::new(),
        )?;
        ensure!(place == "100", "it is at {place}");
        Ok(())
    })
}

fn toggles_and_orders_go_by_all(page: &mut Page) -> Result<()> {
    open_many(page)?;
    choose(page, "Odd")?;
    wait_for(page, 50, "2", "100")?;
    wait_for_count(page, "50 of 5,000 shown.")?;
    sort_by(page, "Highest first")?;
    wait_for(page, 50, "10,000", "9,902")?;
    choose(page, "Odd")?;
    wait_for(page, 50, "10,000", "9,951")?;
    button(page, "None")?.click()?;
    eventually(page, "no row is there", |page| {
        ensure!(rows_in_sight(page)?.is_empty());
        Ok(())
    })?;
    button(page, "All")?.click()?;
    wait_for(page, 50, "10,000", "9,951")
}

fn everything_else_speaks_of_all(page: &mut Page) -> Result<()> {
    open_many(page)?;
    expect_words(
        page,
        ".te-agreement",
        "together they cover 1 to 10,000 without a gap",
    )?;
    ensure!(
        texts_in_sight(page, ".te-tick")?
            .last()
            .is_some_and(|tick| tick == "10,000")
    );
    choose(page, "Odd")?;
    let gaps = "nobody names a figure between 2 and 4, between 4 and 6, between 6 and 8 or in 4,996 further gaps.";
    eventually(page, "the agreement is that of all even numbers", |page| {
        expect_words(page, ".te-agreement", gaps)
    })?;
    wait_for_status(page, "1 of 2 sources shown.")?;
    wait_for_status(page, "50 of 5,000 shown.")?;
    wait_for_status(page, gaps)
}

/// Opens a page with several hundred rows, all of which the reader has asked for.
fn open_all(page: &mut Page) -> Result<()> {
    put_dataset(page, "/all.html", &dataset(SEVERAL_HUNDRED))?;
    open_alive(page, "/all.html")?;
    for rows in (100..=SEVERAL_HUNDRED).step_by(50) {
        choose_by_script(&button(page, "Show 50 more")?)?;
        wait_for_count(page, &format!("{rows} of {SEVERAL_HUNDRED} shown."))?;
    }
    Ok(())
}

/// Counts how often the page is laid out while a script waits: when it reads a place after it has written.
const COUNT_LAYOUTS: &str = "
    window.layouts = 0;
    let written = false;
    const writing = new MutationObserver(() => { written = true; });
    writing.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const count = (prototype, name) => {
        const property = Object.getOwnPropertyDescriptor(prototype, name);
        const kind = property.get ? 'get' : 'value';
        const read = property[kind];
        property[kind] = function (...given) {
            if (writing.takeRecords().length > 0 || written) window.layouts += 1;
            written = false;
            return read.apply(this, given);
        };
        Object.defineProperty(prototype, name, property);
    };
    for (const side of ['Top', 'Left', 'Width', 'Height']) {
        for (const kind of ['client', 'scroll']) count(Element.prototype, kind + side);
        count(HTMLElement.prototype, 'offset' + side);
    }
    for (const name of ['getBoundingClientRect', 'getClientRects']) count(Element.prototype, name);
    for (const name of ['offsetParent', 'focus']) count(HTMLElement.prototype, name);";

fn a_change_lays_out_a_few_times(page: &mut Page) -> Result<()> {
    for open in [open_many, open_all] {
        open(page)?;
        page.run(COUNT_LAYOUTS, Vec::new())?;
        for choice in [
            LOG,
            "Highest first",
            ZOOM,
            "Odd",
            "Linear",
            "As given",
            "Odd",
            ZOOM,
        ] {
            page.run("window.layouts = 0", Vec::new())?;
            change(page, choice)?;
            let layouts = page.run("return window.layouts", Vec::new())?;
            let layouts = layouts.as_u64().context("nothing was counted")?;
            ensure!(
                (1..=A_FEW).contains(&layouts),
                "{choice} lays the page out {layouts} times"
            );
        }
    }
    Ok(())
}

/// How far the top of each row is above or below that of the screen, in CSS px, and whether anything in it glides.
fn distances(page: &Page) -> Result<Vec<(f64, bool)>> {
    let rows = page.run(
        "const gliding = new Set(document.getAnimations().map(({ effect }) => effect.target.closest('.te-row')));
         return [...document.querySelectorAll('.te-row')].map((row) => [row.getBoundingClientRect().top, gliding.has(row)]);",
        Vec::new(),
    )?;
    serde_json::from_value(rows).context("the rows cannot be measured")
}

fn only_rows_near_the_screen_glide(page: &mut Page) -> Result<()> {
    open_all(page)?;
    for place in [0, 200, 399] {
        summary(page, place)?.scroll_to()?;
        page.run(HOLD, Vec::new())?;
        change(page, if place == 200 { "Linear" } else { LOG })?;
        let rows = distances(page)?;
        let (gliding, still): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, glides)| *glides);
        ensure!(
            still.iter().all(|(top, _)| !(0.0..SCREEN).contains(top)),
            "a row on the screen jumps"
        );
        ensure!(
            gliding.iter().all(|(top, _)| top.abs() < 5.0 * SCREEN),
            "a row far away glides"
        );
        ensure!(!gliding.is_empty() && still.len() > SEVERAL_HUNDRED / 2);
        arrive(page)?;
    }
    Ok(())
}

fn the_focus_goes_to_the_nearest(page: &mut Page) -> Result<()> {
    open_many(page)?;
    tab_to(page, &summary(page, 2)?)?;
    expect_focused(page, "3")?;
    change(page, "Odd")?;
    expect_focused(page, "4")?;
    change(page, "Highest first")?;
    expect_focused(page, "10,000")?;
    page.press(Key::Enter)?;
    change(page, "Lowest first")?;
    // Whatever is pinned stays a row, here after the first fifty.
    wait_for(page, 51, "2", "10,000")?;
    expect_focused(page, "10,000")
}

/// The row of this figure has the focus.
fn expect_focused(page: &Page, figure: &str) -> Result<()> {
    let focused = page.run(
        "return document.activeElement.closest('.te-summary')?.firstElementChild.textContent ?? null",
        Vec::new(),
    )?;
    ensure!(focused == figure, "{focused} has the focus, not {figure}");
    Ok(())
}

fn with_all_open_the_page_answers(page: &mut Page) -> Result<()> {
    open_all(page)?;
    wait_for(page, 400, "1", "400")?;
    choose(page, "Odd")?;
    wait_for(page, 200, "2", "400")?;
    wait_for_count(page, "200 of 200 shown.")?;
    wait_for_status(page, "1 of 2 sources shown.")?;
    wait_for_status(page, "200 of 200 shown.")?;
    sort_by(page, "Highest first")?;
    wait_for(page, 200, "400", "2")?;
    choose(page, "Odd")?;
    wait_for(page, 400, "400", "1")?;
    choose(page, "Logarithmic")?;
    wait_for_status(page, "400 of 400 shown.")?;
    wait_for_status(page, "Logarithmic scale.")
}

fn with_fifty_nothing_is_said(page: &mut Page) -> Result<()> {
    put_dataset(page, "/fifty.html", &dataset(50))?;
    open_alive(page, "/fifty.html")?;
    wait_for(page, 50, "1", "50")?;
    ensure!(page.elements(".te-more")?.is_empty());
    choose(page, "Odd")?;
    wait_for(page, 25, "2", "50")?;
    ensure!(
        page.elements(".te-row")?.len() == 50,
        "rows were taken away"
    );
    Ok(())
}
