//! Take it along: the data as files, and what is told on the way.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Page, Test, built_file};
use page_server::Answer;
use troop_estimates::dataset::{Dataset, read_json};
use troop_estimates::keep::csv;
use troop_estimates::locale::Locale;

use super::exploring::{button, eventually, open_whole};
use super::many_rows;
use super::places::put_dataset;
use super::steps::{choose, expect_usable, requests_for, summary, wait_until_alive};
use super::stories::{ENGLISH, GERMAN, Story};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "taking_along::nothing_is_loaded_before_the_first_click_and_everything_once",
            nothing_is_loaded_before_the_first_click,
        ),
        Test::new(
            "taking_along::the_data_as_csv_whatever_is_shown",
            the_data_as_csv,
        ),
        Test::new(
            "taking_along::the_data_as_json_is_the_dataset",
            the_data_as_json,
        ),
        Test::new(
            "taking_along::refused_estimates_are_told_with_every_file",
            refused_estimates_are_told,
        ),
        Test::new(
            "taking_along::the_status_says_that_the_part_is_loading",
            the_status_says_that_it_loads,
        ),
        Test::new(
            "taking_along::a_missing_part_is_told_and_can_be_tried_again",
            a_missing_part_can_be_tried_again,
        ),
        Test::new(
            "taking_along::a_missing_program_is_told_and_can_be_tried_again",
            a_missing_program_can_be_tried_again,
        ),
        Test::new(
            "taking_along::in_a_sandboxed_frame_it_says_what_to_do_if_no_file_arrives",
            a_sandboxed_frame_may_save_nothing,
        ),
    ]
}

pub(super) const PART: [&str; 2] = ["/keep.js", "/keep_bg.wasm"];

fn nothing_is_loaded_before_the_first_click(page: &mut Page) -> Result<()> {
    open(page, &ENGLISH)?;
    summary(page, 0)?.click()?;
    choose(page, "Logarithmic")?;
    for path in PART {
        ensure!(requests_for(page, path) == 0, "{path} is loaded too early");
    }
    for (format, name) in [
        ("CSV", "north-korea-en-2025.csv"),
        ("SVG", "north-korea-en-2025.svg"),
    ] {
        button(page, format)?.click()?;
        page.take_download(name)?;
    }
    for path in PART {
        ensure!(requests_for(page, path) == 1, "{path} is not loaded once");
    }
    Ok(())
}

fn the_data_as_csv(page: &mut Page) -> Result<()> {
    for (story, name) in [
        (ENGLISH, "north-korea-en-2025.csv"),
        (GERMAN, "north-korea-de-2025.csv"),
    ] {
        open(page, &story)?;
        choose(page, story.facts[0].toggle)?;
        choose(page, story.facts[4].category)?;
        let saved = String::from_utf8(download(page, "CSV", name)?)?;
        let dataset = dataset(&story)?;
        ensure!(saved == csv(&dataset, Locale::for_language(story.language)));
        for fact in &story.facts {
            let source = format!("\"{}\"", fact.source);
            ensure!(saved.contains(&source), "{source} is not in {saved}");
        }
        let separator = if story.language == "de" { ';' } else { ',' };
        let range = format!("25000{separator}{separator}30000");
        ensure!(
            saved.starts_with('\u{feff}') && saved.contains(&range),
            "{saved}"
        );
    }
    Ok(())
}

fn the_data_as_json(page: &mut Page) -> Result<()> {
    open(page, &GERMAN)?;
    choose(page, GERMAN.facts[0].toggle)?;
    let saved = download(page, "JSON", "north-korea-de-2025.json")?;
    let reading = read_json(&String::from_utf8(saved)?);
    ensure!(reading.problems.is_empty(), "{:?}", reading.problems);
    ensure!(reading.dataset == Some(dataset(&GERMAN)?));
    Ok(())
}

fn refused_estimates_are_told(page: &mut Page) -> Result<()> {
    for path in PART {
        page.expect_request(path);
    }
    let wrong = r#""estimates": [{"source": "odd", "category": "sent", "low": 9, "high": 1}, "#;
    let json = many_rows::dataset(3).replace(r#""estimates": ["#, wrong);
    put_dataset(page, "/refused.html", &json)?;
    open_whole(page, "/refused.html")?;
    let refused = "1 of 4 estimates could not be read and is not shown.";
    for (format, name) in [
        ("CSV", "own-en-2025.csv"),
        ("JSON", "own-en-2025.json"),
        ("SVG", "own-en-2025.svg"),
    ] {
        let saved = String::from_utf8(download(page, format, name)?)?;
        status_becomes(
            page,
            &format!("{refused} Handed to the browser to save: {name}"),
        )?;
        let is_picture = format == "SVG";
        ensure!(
            saved.contains(&format!(">{refused}<")) == is_picture,
            "{saved}"
        );
        // A table stays one: a row of heads, and one for each estimate.
        ensure!(format != "CSV" || saved.lines().count() == 4, "{saved}");
    }
    Ok(())
}

fn the_status_says_that_it_loads(page: &mut Page) -> Result<()> {
    open(page, &GERMAN)?;
    let hold = page.server().hold(PART[1]);
    button(page, "CSV")?.click()?;
    status_becomes(page, "Wird geladen …")?;
    hold.release();
    page.take_download("north-korea-de-2025.csv")?;
    status_becomes(
        page,
        "Dem Browser zum Speichern übergeben: north-korea-de-2025.csv",
    )
}

fn a_missing_part_can_be_tried_again(page: &mut Page) -> Result<()> {
    can_be_tried_again(page, PART[1])
}

fn a_missing_program_can_be_tried_again(page: &mut Page) -> Result<()> {
    can_be_tried_again(page, PART[0])
}

fn can_be_tried_again(page: &mut Page, path: &str) -> Result<()> {
    open(page, &ENGLISH)?;
    // No page can keep engines from telling of a failed request.
    page.allow_fault(path.trim_start_matches('/'));
    page.server().answer(path, Answer::status(404));
    button(page, "CSV")?.click()?;
    status_becomes(page, "That did not work. Please try again.")?;
    expect_usable(page, &ENGLISH)?;
    ensure!(page.downloads()?.is_empty());
    let file = built_file(path.trim_start_matches("/"))?;
    page.server().answer(path, Answer::Body(file));
    button(page, "CSV")?.click()?;
    page.take_download("north-korea-en-2025.csv")?;
    status_becomes(
        page,
        "Handed to the browser to save: north-korea-en-2025.csv",
    )
}

/// `WebKitGTK` lets a policy of `'self'` allow nothing in such a frame, so the widget does not come alive there.
fn a_sandboxed_frame_may_save_nothing(page: &mut Page) -> Result<()> {
    if page.differs(Difference::SelfAllowsNothingInSandboxes) {
        return Ok(());
    }
    for path in PART {
        page.expect_request(path);
    }
    for language in ["en", "de", "ar"] {
        let (path, locale) = (path(language), Locale::for_language(language));
        page.expect_request(&path);
        let frame = format!(
            "<!doctype html><title>Host</title>\
             <iframe width=900 height=2000 sandbox=allow-scripts src='{path}'></iframe>"
        );
        page.server().answer("/host.html", Answer::host(&frame));
        // Chromium says that it refuses; Firefox takes it for a page that the host's policy does not let into the frame.
        page.allow_fault("download");
        page.allow_fault("blob");
        page.set_viewport(1024, 2100)?;
        page.open("/host.html")?;
        page.enter_frame("iframe")?;
        wait_until_alive(page)?;
        // In such a frame Chromium's driver computes no names.
        page.element("[data-keep=csv]")?.click()?;
        let name = format!("north-korea-{language}-2025.csv");
        let address = page.server().url(&path);
        status_becomes(page, &locale.words().handed_over_in_frame(&name, &address))?;
        ensure!(page.element(".te-told")?.is_displayed()?);
        page.leave_frame()?;
        ensure!(
            page.downloads()?.is_empty(),
            "the file was saved all the same"
        );
    }
    Ok(())
}

/// The article in a language.
fn path(language: &str) -> String {
    match language {
        "en" => "/".to_owned(),
        other => format!("/{other}.html"),
    }
}

pub(crate) fn open(page: &mut Page, story: &Story) -> Result<()> {
    for path in PART {
        page.expect_request(path);
    }
    open_whole(page, story.path)
}

/// Waits until the status says this, and nothing but what is said of views.
pub(crate) fn status_becomes(page: &Page, expected: &str) -> Result<()> {
    eventually(page, "the status says it", |page| {
        let said = page.run(
            "return document.querySelector('[role=status] .te-told').textContent",
            Vec::new(),
        )?;
        ensure!(said == expected, "it says {said}");
        Ok(())
    })
}

pub(super) fn download(page: &Page, format: &str, name: &str) -> Result<Vec<u8>> {
    button(page, format)?.click()?;
    page.take_download(name)
}

pub(crate) fn dataset(story: &Story) -> Result<Dataset> {
    read_json(story.dataset)
        .dataset
        .context("the dataset cannot be read")
}
