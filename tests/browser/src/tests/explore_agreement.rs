//! Explore: where the estimates shown overlap or leave a gap, in a sentence and as a band.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};

use super::drawing::{Axis, Group, drawing};
use super::exploring::{button, eventually, in_sight, open_whole, texts_in_sight};
use super::steps::{choose, wait_for_rows};
use super::stories::{ENGLISH, GERMAN, STORIES, Story};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "explore_agreement::nobody_names_a_figure_between_20_000_and_25_000",
            all_together,
        ),
        Test::new(
            "explore_agreement::the_band_lies_exactly_where_nobody_names_a_figure",
            the_band_lies_exactly,
        ),
        Test::new(
            "explore_agreement::with_one_figure_there_is_nothing_to_compare_and_no_band",
            with_one_figure,
        ),
        Test::new(
            "explore_agreement::the_sentence_speaks_of_the_sources_shown",
            speaks_of_the_sources_shown,
        ),
        Test::new(
            "explore_agreement::figures_of_other_categories_take_no_part",
            never_pooled,
        ),
        Test::new(
            "explore_agreement::in_german_the_sentence_follows_what_is_shown_too",
            in_german,
        ),
    ]
}

const SENTENCE: &str = ".te-agreement p";
const BAND_LABEL: &str = ".te-band-label";

/// The sentences in sight are exactly these.
fn wait_for_sentences(page: &Page, expected: &[&str]) -> Result<()> {
    eventually(page, "the sentence is right", |page| {
        let sentences = texts_in_sight(page, SENTENCE)?;
        ensure!(
            sentences == expected,
            "{sentences:?} instead of {expected:?}"
        );
        Ok(())
    })
}

fn wait_for_no_band(page: &Page) -> Result<()> {
    eventually(page, "the band has gone", |page| {
        ensure!(texts_in_sight(page, BAND_LABEL)?.is_empty());
        ensure!(
            drawing(page)?
                .groups
                .iter()
                .all(|group| group.bands.is_empty())
        );
        Ok(())
    })
}

fn all_together(page: &mut Page) -> Result<()> {
    for story in STORIES {
        open_whole(page, story.path)?;
        wait_for_sentences(page, &[story.agreement])?;
        expect_band(page, &story)?;
    }
    Ok(())
}

/// One band with its label, in the category of which the sentence speaks.
fn expect_band(page: &Page, story: &Story) -> Result<()> {
    let labels = in_sight(page, BAND_LABEL)?;
    ensure!(
        labels.len() == 1 && labels[0].text()? == story.gap,
        "no label, or too many"
    );
    let drawing = drawing(page)?;
    let groups: Vec<&Group> = drawing
        .groups
        .iter()
        .filter(|group| !group.bands.is_empty())
        .collect();
    ensure!(groups.len() == 1, "{} categories have a band", groups.len());
    ensure!(groups[0].rows[0].figure == story.facts[0].figure);
    let [band] = groups[0].bands[..] else {
        anyhow::bail!("several bands: {:?}", groups[0].bands);
    };
    let [left, _, width, _] = labels[0].bounds()?;
    ensure!(
        (band[0] - width..=band[1]).contains(&left),
        "the label at {left} is not near the band {band:?}"
    );
    Ok(())
}

fn the_band_lies_exactly(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    expect_exact_band(page, Axis::Linear)?;
    choose(page, "Planned")?;
    wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == "Planned"))?;
    expect_exact_band(page, Axis::Linear)?;
    choose(page, "Logarithmic")?;
    expect_exact_band(page, Axis::Logarithmic)?;
    choose(page, ENGLISH.everything)?;
    wait_for_rows(page, &ENGLISH.rows(|_| true))?;
    expect_exact_band(page, Axis::Logarithmic)
}

fn expect_exact_band(page: &Page, axis: Axis) -> Result<()> {
    eventually(page, "the band lies between 20,000 and 25,000", |page| {
        let drawing = drawing(page)?;
        let group = drawing.groups.first().context("nothing is drawn")?;
        let [[from, to]] = group.bands[..] else {
            anyhow::bail!("not one band: {:?}", group.bands);
        };
        for (x, figure) in [(from, 20_000.0), (to, 25_000.0)] {
            let found = group.value_at(axis, x)?;
            ensure!(
                (found - figure).abs() < 0.005 * figure,
                "an end lies at {found}"
            );
        }
        let [left, right] = group.rows[0].strip;
        ensure!(left < from && to < right);
        Ok(())
    })
}

fn with_one_figure(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "HUR")?;
    wait_for_sentences(
        page,
        &["The sources shown: only one gives a figure here, so there is nothing to compare."],
    )?;
    wait_for_no_band(page)?;
    choose(page, "Town")?;
    wait_for_sentences(page, &["The sources shown: none gives a figure here."])?;
    wait_for_no_band(page)?;
    button(page, "All")?.click()?;
    wait_for_sentences(page, &[ENGLISH.agreement])?;
    expect_band(page, &ENGLISH)
}

fn speaks_of_the_sources_shown(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "NIS")?;
    wait_for_sentences(
        page,
        &["The sources shown: no overlap; nobody names a figure between 20,000 and 25,000."],
    )?;
    expect_band(page, &ENGLISH)?;
    choose(page, "NIS")?;
    wait_for_sentences(page, &[ENGLISH.agreement])
}

fn never_pooled(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    wait_for_sentences(page, &[ENGLISH.agreement])?;
    for toggle in ["News story", "Western", "Shoigu", "Syrskyi"] {
        choose(page, toggle)?;
    }
    wait_for_sentences(
        page,
        &["The sources shown: no overlap; nobody names a figure between 20,000 and 25,000."],
    )?;
    button(page, "All")?.click()?;
    for category in ENGLISH.categories().into_iter().skip(1) {
        choose(page, category)?;
        wait_for_rows(page, &ENGLISH.rows(|fact| fact.category == category))?;
        wait_for_sentences(page, &[])?;
        wait_for_no_band(page)?;
    }
    choose(page, "Planned")?;
    wait_for_sentences(page, &[ENGLISH.agreement])
}

fn in_german(page: &mut Page) -> Result<()> {
    open_whole(page, GERMAN.path)?;
    choose(page, "HUR")?;
    wait_for_sentences(
        page,
        &[
            "Die gezeigten Quellen: Nur eine nennt hier eine Zahl; zu vergleichen gibt es also nichts.",
        ],
    )?;
    wait_for_no_band(page)?;
    choose(page, "HUR")?;
    choose(page, "NIS")?;
    wait_for_sentences(
        page,
        &[
            "Die gezeigten Quellen: keine Überschneidung; niemand nennt eine Zahl zwischen 20.000 und 25.000.",
        ],
    )?;
    expect_band(page, &GERMAN)
}
