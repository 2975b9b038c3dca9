//! On paper nothing is cut off, lies over anything else, or stands apart from what it belongs to.

use anyhow::{Context, Result};
use browser_tests::{Difference, Media, Page, Test};
use serde_json::{Value, json};

use super::paper::{SHEETS, expect_together, open, solid};
use super::sites::{Site, article_with_addresses, bundled, with_article};
use super::steps::wait_until_alive;
use super::widths::expect_readable;

/// The widths between the margins of A4 and Letter, in CSS px.
const WIDTHS: [u32; 2] = [718, 740];

/// Views whose layout differs, as a link has them.
const VIEWS: [&str; 4] = [
    "",
    "log;without:hur.shoigu",
    "open:hur-planned",
    "zoom;in:planned",
];

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "paper_layout::nothing_is_cut_off_or_lies_over_anything",
            nothing_is_cut_off,
        ),
        Test::new(
            "paper_layout::the_time_line_stays_on_one_sheet",
            the_time_line_stays_whole,
        ),
        Test::new(
            "paper_layout::of_a_long_time_line_each_event_stays_on_one_sheet",
            long_events_stay_whole,
        ),
    ]
}

fn nothing_is_cut_off(page: &mut Page) -> Result<()> {
    if page.differs(Difference::MediaAreTheDesktops) {
        return Ok(());
    }
    for locale in with_article() {
        let (article, _) = article_with_addresses(locale.tag())?;
        for view in VIEWS {
            page.put("/view", &article);
            page.open(&format!("/view?te={view}"))?;
            wait_until_alive(page)?;
            page.set_media(Media {
                print: true,
                ..Media::default()
            })?;
            for width in WIDTHS {
                page.set_viewport(width, 2400)?;
                expect_readable(page)
                    .with_context(|| format!("{} {view} at {width} px", locale.tag()))?;
            }
            page.set_media(Media::default())?;
        }
    }
    Ok(())
}

/// Prints the page with ever more lines above the widget, and gives the texts of the sheets.
fn at_different_heights(
    page: &mut Page,
    dataset: &str,
    expect: impl Fn(&[String]) -> Result<()>,
) -> Result<()> {
    for lines in [0, 6, 12, 18] {
        let place = "<div class=troop-estimates data-dataset=long></div>";
        let body = [
            "<p>A line of the article.</p>".repeat(lines),
            place.to_owned(),
        ]
        .concat();
        let html = Site::new()?.prerender(&body, ("long", "en", dataset))?;
        if !open(page, &html)? {
            return Ok(());
        }
        for (sheet, name) in SHEETS {
            let paper = page.print(sheet, &format!("paper-time-line-{lines}-{name}"))?;
            let sheets: Vec<String> = paper.text.split('\u{c}').map(solid).collect();
            expect(&sheets).with_context(|| format!("below {lines} lines on {name}"))?;
        }
    }
    Ok(())
}

const HEADING: &str = "Evidence without a figure";

fn the_time_line_stays_whole(page: &mut Page) -> Result<()> {
    let dataset = bundled("en")?;
    at_different_heights(page, &dataset, |sheets| {
        let last = "being equipped for the front.";
        expect_together(sheets, &[HEADING, "the port of Dunai near Nakhodka.", last])
    })
}

fn long_events_stay_whole(page: &mut Page) -> Result<()> {
    let texts = |place: usize| {
        [
            format!("Event {place} happens."),
            format!("reporter {place} of many"),
        ]
    };
    let mut dataset: Value = serde_json::from_str(&bundled("en")?)?;
    dataset["events"] = (0..60)
        .map(|place| {
            let [label, source] = texts(place);
            json!({ "label": label, "date": "2025", "source": source })
        })
        .collect();
    at_different_heights(page, &dataset.to_string(), |sheets| {
        expect_together(sheets, &[HEADING, &texts(0)[0]])?;
        (0..60).try_for_each(|place| expect_together(sheets, &texts(place)))
    })
}
