//! Without scripts, where there are more estimates, sources or categories than the page and its style sheet have room for.

use std::iter;

use anyhow::{Result, ensure};
use browser_tests::{Page, Test};
use serde_json::{Value, json};

use super::exploring::{eventually, is_in_sight, texts_in_sight};
use super::places::put_dataset;
use super::steps::{choose, open_alive, open_slowly, release, rows_in_sight};

/// So many of them work without scripts.
const SOURCES: usize = 64;
const CATEGORIES: usize = 16;

/// What stands there instead of rows.
const NOT_HERE: &str = "None of the estimates on this page counts this. \
     The others can be seen when scripts are allowed.";

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "without_scripts_many::a_category_beyond_the_first_rows_has_words_instead_of_an_axis",
            words_instead_of_an_axis,
        )
        .without_scripts(),
        Test::new(
            "without_scripts_many::its_rows_take_the_place_of_the_words_once_scripts_are_there",
            rows_take_the_place_of_the_words,
        ),
        Test::new(
            "without_scripts_many::only_controls_that_work_are_shown",
            only_controls_that_work_are_shown,
        )
        .without_scripts(),
        Test::new(
            "without_scripts_many::with_scripts_all_controls_are_shown_and_work",
            all_controls_work,
        ),
    ]
}

/// A dataset with so many sources, `S0`, `S1` and so on, categories, `C0`, `C1` and so on, and these estimates: source,
/// category and figure.
fn dataset(
    sources: usize,
    categories: usize,
    estimates: impl Iterator<Item = (usize, usize, usize)>,
) -> String {
    let id = |letter: char, place: usize| format!("{letter}{place}");
    let sources: Vec<Value> = (0..sources)
        .map(|place| json!({ "id": id('s', place), "name": id('S', place) }))
        .collect();
    let categories: Vec<Value> = (0..categories)
        .map(|place| json!({ "id": id('c', place), "label": id('C', place) }))
        .collect();
    let estimates: Vec<Value> = estimates
        .map(|(source, category, best)| {
            json!({ "source": id('s', source), "category": id('c', category), "best": best })
        })
        .collect();
    json!({
        "format": 1,
        "language": "en",
        "title": "Many",
        "asOf": "2025",
        "unit": "soldiers",
        "sources": sources,
        "categories": categories,
        "estimates": estimates,
    })
    .to_string()
}

/// The second category begins after the fifty rows that are on the page.
fn put_long(page: &mut Page) -> Result<()> {
    let estimates = (1..=60).map(|best| (0, usize::from(best > 55), best));
    put_dataset(page, "/long.html", &dataset(1, 2, estimates))
}

fn words_instead_of_an_axis(page: &mut Page) -> Result<()> {
    put_long(page)?;
    page.open("/long.html")?;
    for _ in 0..2 {
        choose(page, "C0")?;
        ensure!(texts_in_sight(page, ".te-notice")?.is_empty());
        ensure!(is_in_sight(page, ".te-axis-title")? && rows_in_sight(page)?.len() == 50);
        choose(page, "C1")?;
        ensure!(texts_in_sight(page, ".te-notice")? == [NOT_HERE]);
        ensure!(!is_in_sight(page, ".te-axis-title")? && rows_in_sight(page)?.is_empty());
    }
    let count = "The first 50 of 60 estimates are on this page.";
    ensure!(texts_in_sight(page, ".te-more")? == [count]);
    Ok(())
}

fn rows_take_the_place_of_the_words(page: &mut Page) -> Result<()> {
    put_long(page)?;
    let hold = open_slowly(page, "/long.html")?;
    choose(page, "C1")?;
    ensure!(texts_in_sight(page, ".te-notice")? == [NOT_HERE]);
    release(page, hold)?;
    eventually(page, "the rows are there", |page| {
        ensure!(rows_in_sight(page)?.len() == 5);
        ensure!(texts_in_sight(page, ".te-notice")?.is_empty());
        ensure!(is_in_sight(page, ".te-axis-title")?);
        Ok(())
    })
}

/// Two more of each than work without scripts, the last of them with a row each.
fn put_wide(page: &mut Page) -> Result<()> {
    let estimates = (0..CATEGORIES + 2).map(|place| (SOURCES - CATEGORIES + place, place, 5));
    let dataset = dataset(SOURCES + 2, CATEGORIES + 2, estimates);
    put_dataset(page, "/wide.html", &dataset)
}

fn only_controls_that_work_are_shown(page: &mut Page) -> Result<()> {
    put_wide(page)?;
    page.open("/wide.html")?;
    let categories = (0..CATEGORIES).map(|place| format!("C{place}"));
    let sources = (0..SOURCES).map(|place| format!("S{place}"));
    let all: Vec<String> = iter::once("All".to_owned())
        .chain(categories)
        .chain(sources)
        .collect();
    let shown = page.run(
        "const labels = [...document.querySelectorAll('.te-controls label:has(input)')];
         return labels.filter((label) => label.checkVisibility({ visibilityProperty: true }))
             .map((label) => label.textContent);",
        Vec::new(),
    )?;
    ensure!(shown == json!(all), "{shown}");
    let all = rows_in_sight(page)?.len();
    for place in SOURCES - CATEGORIES..SOURCES {
        choose(page, &format!("S{place}"))?;
    }
    ensure!(all == CATEGORIES + 2 && rows_in_sight(page)?.len() == 2);
    Ok(())
}

fn all_controls_work(page: &mut Page) -> Result<()> {
    put_wide(page)?;
    open_alive(page, "/wide.html")?;
    choose(page, "C17")?;
    let rows = |page: &Page, expected: usize| {
        let rows = rows_in_sight(page)?;
        ensure!(rows.len() == expected, "{rows:?}");
        Ok(())
    };
    eventually(page, "one category is shown", |page| rows(page, 1))?;
    choose(page, "S65")?;
    eventually(page, "its source is hidden", |page| rows(page, 0))
}
