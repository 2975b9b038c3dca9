//! Read the evidence: what the planned soldiers are compared with, and what is reported without a figure.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde::Deserialize;

use super::drawing::{Axis, drawing};
use super::exploring::{eventually, open_whole, texts_in_sight};
use super::right_to_left::ARABIC;
use super::steps::open_alive;
use super::stories::{ENGLISH, GERMAN, STORIES, Story};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "evidence::a_labelled_rule_stands_at_the_soldiers_already_sent",
            a_labelled_rule_stands_there,
        ),
        Test::new(
            "evidence::a_labelled_rule_stands_there_without_scripts",
            a_labelled_rule_stands_there,
        )
        .without_scripts(),
        Test::new(
            "evidence::the_rule_lies_at_its_value_on_both_scales",
            the_rule_lies_at_its_value,
        ),
        Test::new(
            "evidence::the_rule_is_dashed_and_crosses_all_rows_of_its_category_alone",
            the_rule_crosses_all_rows,
        ),
        Test::new(
            "evidence::the_comparison_stands_in_the_table_in_words",
            the_comparison_stands_in_words,
        ),
        Test::new(
            "evidence::events_read_as_a_list_in_their_order",
            events_read_as_a_list,
        ),
        Test::new(
            "evidence::events_read_as_a_list_without_scripts",
            events_read_as_a_list,
        )
        .without_scripts(),
        Test::new(
            "evidence::each_event_lies_on_the_time_line_as_exactly_as_its_date_is_known",
            each_event_lies_at_its_date,
        ),
        Test::new(
            "evidence::the_time_line_stands_beside_the_list_and_above_each_event_where_it_is_narrow",
            the_time_line_stands_beside_the_list,
        ),
    ]
}

/// What stands above the rule, and the same in the table.
fn comparison(story: &Story) -> [&'static str; 2] {
    if story.language == GERMAN.language {
        [
            "bereits entsandt: etwa 11.000",
            "Zum Vergleich: bereits entsandt, etwa 11.000",
        ]
    } else {
        [
            "already sent: about 11,000",
            "For comparison: already sent, about 11,000",
        ]
    }
}

fn a_labelled_rule_stands_there(page: &mut Page) -> Result<()> {
    for story in STORIES {
        open_whole(page, story.path)?;
        let [label, _] = comparison(&story);
        ensure!(texts_in_sight(page, ".te-reference-label")? == [label]);
    }
    Ok(())
}

/// Where the rule behind the rows lies: left, top, right and bottom.
fn rule(page: &Page) -> Result<[f64; 4]> {
    let [left, top, width, height] = page.element(".te-background .te-reference")?.bounds()?;
    Ok([left, top, left + width, top + height])
}

fn the_rule_lies_at_its_value(page: &mut Page) -> Result<()> {
    for path in [ENGLISH.path, ARABIC] {
        for (link, axis) in [("", Axis::Linear), ("?te=log", Axis::Logarithmic)] {
            open_whole(page, &format!("{path}{link}"))?;
            eventually(page, "the rule lies at 11,000", |page| {
                let [left, _, right, _] = rule(page)?;
                let drawing = drawing(page)?;
                let group = drawing.groups.first().context("nothing is drawn")?;
                let value = group.value_at(axis, f64::midpoint(left, right))?;
                ensure!((value - 11_000.0).abs() < 110.0, "it lies at {value}");
                Ok(())
            })?;
        }
    }
    Ok(())
}

fn the_rule_crosses_all_rows(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    ensure!(page.elements(".te-background .te-reference")?.len() == 1);
    let dashes = page
        .element(".te-background .te-reference")?
        .style("stroke-dasharray")?;
    ensure!(dashes != "none", "it is not dashed");
    let [_, top, _, bottom] = rule(page)?;
    let rows = page.elements(".te-group:first-of-type .te-row")?;
    ensure!(rows.len() == 3);
    for row in rows {
        let [_, row_top, _, height] = row.bounds()?;
        ensure!(
            top <= row_top && row_top + height <= bottom,
            "a row reaches beyond the rule"
        );
    }
    let [label_left, label_top, label_width, label_height] =
        page.element(".te-reference-label")?.bounds()?;
    let [left, ..] = rule(page)?;
    ensure!((label_left..=label_left + label_width).contains(&left));
    let [_, first_row, ..] = page.element(".te-row")?.bounds()?;
    ensure!(label_top + label_height <= first_row + 1.0);
    Ok(())
}

fn the_comparison_stands_in_words(page: &mut Page) -> Result<()> {
    for story in STORIES {
        open_alive(page, story.path)?;
        let [_, sentence] = comparison(&story);
        let cell = page.element(".te-references td")?;
        ensure!(cell.role()? == "cell");
        let words = cell.script("return arguments[0].querySelector('p').textContent")?;
        ensure!(words == sentence, "the cell says {words}");
        // Where the label has no room, the sentence is in sight.
        page.set_viewport(280, 800)?;
        // Not by the driver's command for text: that of WebKitGTK finds none here.
        let line = page.element(".te-comparison")?;
        ensure!(line.script("return arguments[0].innerText")? == sentence);
        let [_, _, width, height] = line.bounds()?;
        ensure!(width > 100.0 && height > 15.0, "it is hidden");
        ensure!(texts_in_sight(page, ".te-reference-label")?.is_empty());
    }
    Ok(())
}

/// When the events were, in the order of the list.
fn dates(story: &Story) -> [&'static str; 8] {
    if story.language == GERMAN.language {
        [
            "Herbst 2024",
            "November 2024",
            "18. Mai 2025",
            "4. Juni 2025",
            "Mitte Juni 2025",
            "Juli oder August 2025",
            "Ohne Datum",
            "Ohne Datum",
        ]
    } else {
        [
            "autumn 2024",
            "November 2024",
            "18 May 2025",
            "4 June 2025",
            "mid-June 2025",
            "July or August 2025",
            "Undated",
            "Undated",
        ]
    }
}

fn events_read_as_a_list(page: &mut Page) -> Result<()> {
    for story in STORIES {
        open_whole(page, story.path)?;
        let region = page.element(".te-evidence")?;
        ensure!(region.role()? == "region");
        let heading = page.element(".te-evidence h3")?.text()?;
        ensure!(!heading.is_empty() && region.name()? == heading);
        ensure!(page.element(".te-events")?.role()? == "list");
        let items = page.elements(".te-events > *")?;
        let dates = dates(&story);
        ensure!(items.len() == dates.len());
        for (item, date) in items.iter().zip(dates) {
            ensure!(item.role()? == "listitem");
            let text = item.text()?;
            ensure!(text.starts_with(date), "{text:?} is not of {date}");
            ensure!(text.len() > date.len() + 20, "{text:?} says nothing");
        }
    }
    Ok(())
}

/// Left and right end of what is drawn for each date, and the beginnings of 2024 and 2025.
#[derive(Deserialize)]
struct Timeline {
    ends: Vec<[f64; 2]>,
    years: Vec<f64>,
}

fn timeline(page: &Page) -> Result<Timeline> {
    let timeline = page.run(
        "const ends = (selector) => [...document.querySelectorAll(selector)].map((node) => {
             const { left, right } = node.getBoundingClientRect();
             return [left, right];
         });
         return {
             ends: ends('.te-event-strip > *'),
             years: ends('.te-time-background .te-gridline').map(([left, right]) => (left + right) / 2),
         };",
        Vec::new(),
    )?;
    serde_json::from_value(timeline).context("there is no time line")
}

fn each_event_lies_at_its_date(page: &mut Page) -> Result<()> {
    // In days from the beginning of 2024: from and to.
    let expected = [
        (244.0, 366.0),
        (305.0, 335.0),
        (503.5, 503.5),
        (520.5, 520.5),
        (517.0, 547.0),
        (547.0, 609.0),
    ];
    for path in [ENGLISH.path, ARABIC] {
        open_whole(page, path)?;
        for width in [280, 320, 700, 1100] {
            page.set_viewport(width, 2400)?;
            let Timeline { ends, years } = timeline(page)?;
            ensure!(years.len() == 2 && ends.len() == expected.len());
            let is_mirrored = years[1] < years[0];
            ensure!(is_mirrored == (path == ARABIC), "time runs backwards");
            let at = |day: f64| years[0] + day / 366.0 * (years[1] - years[0]);
            for ([left, right], (from, to)) in ends.into_iter().zip(expected) {
                let begins_and_ends = [at(from), at(to)];
                let [from_x, to_x] = if is_mirrored {
                    [begins_and_ends[1], begins_and_ends[0]]
                } else {
                    begins_and_ends
                };
                let right_place = if from < to {
                    (left - from_x).abs() < 1.0 && (right - to_x).abs() < 1.0
                } else {
                    (f64::midpoint(left, right) - from_x).abs() < 1.0
                };
                ensure!(
                    right_place,
                    "day {from} to {to} lies from {left} to {right} at {width} px of {path}"
                );
            }
        }
    }
    Ok(())
}

fn the_time_line_stands_beside_the_list(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for (width, beside) in [(280, false), (320, false), (700, true), (1100, true)] {
        page.set_viewport(width, 2400)?;
        let [_, text_top, _, text_height] = page.element(".te-report")?.bounds()?;
        let [_, top, _, height] = page.element(".te-event-strip")?.bounds()?;
        // Half a pixel is what browsers round by.
        let overlaps = top + 0.5 < text_top + text_height && text_top + 0.5 < top + height;
        ensure!(
            overlaps == beside,
            "at {width} px: text at {text_top}, {text_height} high; strip at {top}, {height} high"
        );
    }
    Ok(())
}
