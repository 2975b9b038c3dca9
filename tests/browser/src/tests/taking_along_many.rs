//! Take it along: of many estimates the files hold all.

use anyhow::{Result, ensure};
use browser_tests::{Page, Test};
use troop_estimates::dataset::read_json;

use super::exploring::{button, open_whole};
use super::many_rows;
use super::places::put_dataset;
use super::taking_along::{PART, download, status_becomes};

/// Two hundred times what the page shows at first.
const MANY: usize = 10_000;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "taking_along_many::ten_thousand_estimates_are_all_in_the_files",
            all_are_in_the_files,
        ),
        Test::new(
            "taking_along_many::a_picture_too_large_for_the_browser_is_told",
            a_picture_too_large_is_told,
        ),
    ]
}

fn open(page: &mut Page, estimates: usize) -> Result<()> {
    for path in PART {
        page.expect_request(path);
    }
    put_dataset(page, "/many.html", &many_rows::dataset(estimates))?;
    open_whole(page, "/many.html")
}

fn all_are_in_the_files(page: &mut Page) -> Result<()> {
    open(page, MANY)?;
    let csv = String::from_utf8(download(page, "CSV", "own-en-2025.csv")?)?;
    ensure!(
        csv.lines().count() == 1 + MANY,
        "{} lines",
        csv.lines().count()
    );
    ensure!(
        csv.trim_end().ends_with(r#",10000,,"no",,,,,,,"#),
        "{}",
        &csv[csv.len() - 100..]
    );
    let json = String::from_utf8(download(page, "JSON", "own-en-2025.json")?)?;
    let estimates = read_json(&json)
        .dataset
        .map(|dataset| dataset.estimates.len());
    ensure!(estimates == Some(MANY), "{estimates:?} estimates");
    Ok(())
}

fn a_picture_too_large_is_told(page: &mut Page) -> Result<()> {
    open(page, 3)?;
    // As browsers do with a canvas beyond their limits.
    page.run(
        "HTMLCanvasElement.prototype.toBlob = (done) => done(null);",
        Vec::new(),
    )?;
    button(page, "PNG")?.click()?;
    status_becomes(
        page,
        "This picture is too large for the browser. It can be saved as SVG.",
    )?;
    ensure!(page.downloads()?.is_empty(), "a file was saved");
    Ok(())
}
