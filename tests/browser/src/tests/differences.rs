//! What engines do otherwise is still so: an exception that is not needed any more fails here.

use anyhow::{Result, ensure};
use browser_tests::{Difference, Media, Page, Scheme, Sheet, Test};

use super::exploring::{eventually, open_whole};
use super::steps::nth;
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("differences::media_can_be_changed_or_cannot", media),
        Test::new("differences::it_prints_or_does_not", printing),
        Test::new("differences::shifts_are_measured_or_are_not", shifts),
        Test::new(
            "differences::row_headers_have_names_or_have_none",
            row_headers,
        ),
        Test::new("differences::the_tree_can_be_had_or_cannot", tree),
        Test::new("differences::what_is_kept_is_counted_or_is_not", kept),
    ]
}

/// Something is possible exactly where it is not said to be otherwise.
fn expect(page: &Page, difference: Difference, is_possible: bool) -> Result<()> {
    ensure!(
        is_possible != page.differs(difference),
        "{difference:?}: possible is {is_possible}"
    );
    Ok(())
}

fn media(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let changed = page.set_media(Media {
        scheme: Scheme::Dark,
        ..Media::default()
    });
    let is_dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    let is_possible = changed.is_ok() && page.run(is_dark, Vec::new())? == true;
    if changed.is_ok() {
        // The next test in this browser begins with light.
        page.set_media(Media::default())?;
    }
    expect(page, Difference::MediaAreTheDesktops, is_possible)
}

fn printing(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let is_possible = page.print(Sheet::A4, "differences").is_ok();
    expect(page, Difference::NoPrinting, is_possible)
}

fn shifts(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let measures = "return PerformanceObserver.supportedEntryTypes.includes('layout-shift')";
    let is_possible = page.run(measures, Vec::new())? == true;
    expect(page, Difference::NoLayoutShifts, is_possible)
}

fn kept(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let is_possible = page.kept().is_ok();
    expect(page, Difference::NothingKeptIsCounted, is_possible)
}

fn row_headers(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let is_possible = !nth(page, ".te-row > th", 0)?.name()?.is_empty();
    expect(page, Difference::RowHeadersHaveNoNames, is_possible)
}

fn tree(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    eventually(page, "the chart is there", |page| {
        ensure!(!page.elements(".te-row")?.is_empty());
        Ok(())
    })?;
    let is_possible = page.transcript("figure").is_ok();
    expect(page, Difference::NoAccessibilityTree, is_possible)
}
