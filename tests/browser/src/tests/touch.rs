//! Everything can be done with a finger. `WebKitGTK`'s driver makes a mouse's clicks of taps.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};

use super::everything;
use super::exploring::eventually;
use super::steps::{expect_words, nth, open_details, rows_in_sight};
use super::taking_along::PART;

pub(crate) fn tests() -> Vec<Test> {
    vec![Test::new(
        "touch::a_tap_on_each_kind_of_control_does_what_it_says",
        taps_do_what_they_say,
    )]
}

/// A control to tap, by its kind and its place among these, and what a reader sees then.
type Tap = (&'static str, usize, fn(&Page) -> Result<()>);

/// One after the other. The choice of an order is missing: its list is the browser's own, out of a driver's reach.
const TAPS: [Tap; 16] = [
    // Whatever changes the view takes it away.
    (".te-address", 0, |page| {
        ensure!(
            page.element(".te-address")?.is_focused()?,
            "it has no focus"
        );
        Ok(())
    }),
    (".te-more .te-button", 0, |page| {
        expect_rows_of(page, &["Ours", "Theirs"], 58)
    }),
    (".te-refusals summary", 0, |page| {
        expect_in_sight(page, ".te-refusals li", false)
    }),
    (".te-row .te-summary", 1, |page| expect_open(page, &[0, 1])),
    (".te-row .te-summary", 1, |page| expect_open(page, &[0])),
    (".te-details[open] a", 0, |page| {
        let followed = page.run("return window.followed", Vec::new())?;
        ensure!(
            followed == "https://sources.example/ours",
            "{followed} is followed"
        );
        Ok(())
    }),
    (".te-copy .te-quiet", 0, |page| {
        // On the clipboard, or else to be copied by hand.
        expect_words(page, ".te-told", "Copied.")
            .or_else(|_| expect_words(page, ".te-told", "Please copy it from here:"))
    }),
    (".te-zoom label", 0, |page| {
        expect_in_sight(page, ".te-cut-axis", false)
    }),
    (".te-segment", 4, |page| {
        expect_words(page, ".te-axis-title", "Logarithmic scale")
    }),
    (".te-segment", 2, |page| {
        expect_rows_of(page, &["Theirs"], 50)
    }),
    (".te-segment", 0, |page| {
        expect_rows_of(page, &["Ours", "Theirs"], 58)
    }),
    // The first is the zoom.
    (".te-chip label", 2, |page| {
        expect_rows_of(page, &["Ours"], 8)
    }),
    (".te-only", 1, |page| expect_rows_of(page, &["Theirs"], 50)),
    (".te-sources > .te-button", 0, |page| {
        expect_rows_of(page, &["Ours", "Theirs"], 58)
    }),
    (".te-sources > .te-button", 1, |page| {
        expect_in_sight(page, ".te-no-source", true)
    }),
    (".te-take .te-quiet", 0, |page| {
        let saved = String::from_utf8(page.take_download("own-en-2025.csv")?)?;
        ensure!(saved.contains("Theirs"), "{saved}");
        Ok(())
    }),
];

fn taps_do_what_they_say(page: &mut Page) -> Result<()> {
    for path in PART {
        page.expect_request(path);
    }
    everything::open(page, 1024)?;
    // A link would lead to another site.
    page.run(
        "addEventListener('click', (event) => {
             const link = event.target.closest('a');
             if (!link) return;
             event.preventDefault();
             window.followed = link.href;
         });",
        Vec::new(),
    )?;
    for kind in everything::CONTROLS {
        let tapped = TAPS.iter().any(|(tapped, ..)| *tapped == kind);
        ensure!(tapped || kind == ".te-select", "nothing taps {kind}");
    }
    for (kind, place, seen) in TAPS {
        let control = nth(page, kind, place)?;
        ensure!(seen(page).is_err(), "{kind} is as if it were tapped");
        control.tap()?;
        eventually(page, "the tap has its effect", seen)
            .with_context(|| format!("{kind} at place {place}"))?;
    }
    Ok(())
}

/// The rows in sight are so many, and of these sources.
fn expect_rows_of(page: &Page, sources: &[&str], count: usize) -> Result<()> {
    let rows = rows_in_sight(page)?;
    let mut of: Vec<&str> = rows.iter().map(|[source, _]| source.as_str()).collect();
    of.dedup();
    ensure!(
        of == sources && rows.len() == count,
        "{} rows of {of:?}",
        rows.len()
    );
    Ok(())
}

fn expect_in_sight(page: &Page, part: &str, expected: bool) -> Result<()> {
    // Not by the driver's word: WebKitGTK's takes closed details for open ones.
    let seen = page.run(
        "return [...document.querySelectorAll(arguments[0])].some((part) => part.checkVisibility({ visibilityProperty: true }))",
        vec![part.into()],
    )?;
    ensure!(seen == expected, "{part} is in sight: {seen}");
    Ok(())
}

fn expect_open(page: &Page, expected: &[usize]) -> Result<()> {
    let open = open_details(page)?;
    ensure!(open == expected, "the details of {open:?} are open");
    Ok(())
}
