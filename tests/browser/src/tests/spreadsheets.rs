//! The table that a reader saves opens right in a spreadsheet, set to German or to English.

use anyhow::{Context, Result, ensure};
use browser_tests::{Cell, Page, Spreadsheet, Test};
use serde_json::json;
use troop_estimates::dataset::{Dataset, Estimate, read_json};
use troop_estimates::locale::Locale;

use super::exploring::open_whole;
use super::places::put_dataset;
use super::stories::{ENGLISH, GERMAN, Story};
use super::taking_along::{PART, download};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "spreadsheets::the_table_opens_right_in_german_and_english_ones",
            opens_right,
        ),
        Test::new(
            "spreadsheets::no_cell_becomes_a_formula_or_another_date",
            no_cell_is_worked_out,
        ),
    ]
}

/// The languages of the systems that the spreadsheets run on.
const SYSTEMS: [&str; 2] = ["de-DE", "en-US"];

/// Saves the table of the page at this path.
fn save(page: &mut Page, path: &str, name: &str) -> Result<Vec<u8>> {
    for part in PART {
        page.expect_request(part);
    }
    open_whole(page, path)?;
    download(page, "CSV", name)
}

fn opens_right(page: &mut Page) -> Result<()> {
    for (story, name) in [
        (ENGLISH, "north-korea-en-2025.csv"),
        (GERMAN, "north-korea-de-2025.csv"),
    ] {
        let csv = save(page, story.path, name)?;
        let expected = table(&story)?;
        for system in SYSTEMS {
            let opened = Spreadsheet::new(system)?.open(&csv)?;
            ensure!(
                opened == expected,
                "{name} on {system}: {opened:?} instead of {expected:?}"
            );
        }
    }
    Ok(())
}

/// The heads and a row for each estimate of the story.
fn table(story: &Story) -> Result<Vec<Vec<Cell>>> {
    let dataset = read_json(story.dataset).dataset.context("no dataset")?;
    let locale = Locale::for_language(story.language);
    let heads = locale.words().columns().split('|');
    let mut rows = vec![heads.map(|head| Cell::Text(head.to_owned())).collect()];
    for estimate in &dataset.estimates {
        let mut row = cells(&dataset, estimate, locale);
        while row.last() == Some(&Cell::Empty) {
            row.pop();
        }
        rows.push(row);
    }
    Ok(rows)
}

fn cells(dataset: &Dataset, estimate: &Estimate, locale: Locale) -> Vec<Cell> {
    let text = |text: Option<&String>| text.map_or(Cell::Empty, |text| Cell::Text(text.clone()));
    let number =
        |count: Option<u64>| count.map_or(Cell::Empty, |count| Cell::Number(count.to_string()));
    let source = &dataset.sources[estimate.source.0];
    let figure = &estimate.figure;
    let words = locale.words();
    let approximate = if figure.approximate {
        words.yes()
    } else {
        words.no()
    };
    let dated = estimate.date.as_ref();
    let (first, last) = dated.and_then(|dated| dated.days()).unzip();
    vec![
        text(Some(&estimate.id)),
        text(Some(&source.name)),
        text(source.kind.as_ref()),
        text(Some(&dataset.categories[estimate.category.0].label)),
        number(figure.low),
        number(figure.best),
        number(figure.high),
        Cell::Text(approximate.to_owned()),
        text(estimate.passed_on_by.as_ref()),
        first.map_or(Cell::Empty, |day| Cell::Date(day.iso())),
        last.map_or(Cell::Empty, |day| Cell::Date(day.iso())),
        text(dated.and_then(|dated| dated.label.as_ref())),
        text(estimate.note.as_ref()),
        text(estimate.quote.as_ref()),
        text(estimate.url.as_ref()),
    ]
}

fn no_cell_is_worked_out(page: &mut Page) -> Result<()> {
    let hostile = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "a;=1+1",
        "a,=1+1",
        "a\t=1+1",
        "a;\"=1+1;b",
        "a\n=1+1",
    ];
    let estimates = hostile.map(|text| {
        json!({ "source": "s", "category": "c", "best": 1, "date": "2024-11", "note": text, "passedOnBy": text })
    });
    let dataset = json!({
        "format": 1, "language": "en", "title": "How many?", "asOf": "2025", "unit": "soldiers",
        "sources": [{ "id": "s", "name": "=cmd|' /C calc'!A0" }],
        "categories": [{ "id": "c", "label": "+Sent" }],
        "estimates": estimates,
    });
    put_dataset(page, "/hostile.html", &dataset.to_string())?;
    let csv = save(page, "/hostile.html", "own-en-2025.csv")?;
    for system in SYSTEMS {
        let opened = Spreadsheet::new(system)?.open(&csv)?;
        ensure!(opened.len() == 1 + hostile.len(), "{opened:?}");
        for row in opened.iter().skip(1) {
            for cell in row {
                let is_harmless = match cell {
                    Cell::Empty | Cell::Text(_) => true,
                    Cell::Number(number) => number == "1",
                    Cell::Date(day) => ["2024-11-01", "2024-11-30"].contains(&day.as_str()),
                    Cell::Formula(_) => false,
                };
                ensure!(is_harmless, "{cell:?} in {row:?} on {system}");
            }
        }
    }
    Ok(())
}
