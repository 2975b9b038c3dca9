//! What is drawn, measured: where marks, ticks and bands lie on the screen, and which figures a
//! reader takes from that by eye.

use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use serde::Deserialize;

/// Left and right end on the screen, in CSS px.
pub(crate) type Ends = [f64; 2];

/// How exactly a figure must be found again from its place.
const TOLERANCE: f64 = 0.01;

/// Everything drawn that is in sight.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Drawing {
    pub(crate) groups: Vec<Group>,
}

/// A category in sight.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Group {
    pub(crate) heading: String,
    /// The ticks of its axis, which may stand above a group further up.
    pub(crate) ticks: Vec<Tick>,
    pub(crate) bands: Vec<Ends>,
    pub(crate) rows: Vec<Row>,
}

/// A labelled tick.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Tick {
    pub(crate) label: String,
    /// The box of the label.
    pub(crate) ends: Ends,
    /// Where its gridline lies.
    pub(crate) x: f64,
}

/// An estimate in sight.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Row {
    pub(crate) figure: String,
    /// The words beside the mark.
    pub(crate) label: String,
    pub(crate) strip: Ends,
    /// Where the figures lie that the source gave: both ends of a bar, the middle of a dot, the known
    /// end of an open line.
    pub(crate) figures_at: Vec<f64>,
}

/// How an axis runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Axis {
    Linear,
    Logarithmic,
}

const MEASURE: &str = "
    const seen = (root, selector) =>
        [...root.querySelectorAll(selector)].filter((node) => node.getClientRects().length > 0);
    const ends = (node) => {
        const box = node.getBoundingClientRect();
        return [box.left, box.right];
    };
    const middle = (node) => (ends(node)[0] + ends(node)[1]) / 2;
    const mirrored = getComputedStyle(document.querySelector('figure')).direction === 'rtl';
    const low_and_high = (node) => mirrored ? ends(node).reverse() : ends(node);
    const known = (node) => node.matches('.te-dot') ? [middle(node)]
        : node.matches('.te-open-line') ? [low_and_high(node)[1]] : low_and_high(node);
    const row = (row) => ({
        figure: row.querySelector('summary > :first-child').textContent,
        label: seen(row, '.te-label').map((label) => label.textContent).join(),
        strip: ends(row.querySelector('.te-strip')),
        figures_at: seen(row, '.te-bar, .te-dot, .te-open-line').flatMap(known),
    });
    let labels = [];
    const group = (group) => {
        const own = seen(group, '.te-tick');
        if (own.length) labels = own;
        const lines = seen(group, '.te-gridline').map(middle);
        if (lines.length !== labels.length) throw new Error(`${lines.length} gridlines for ${labels.length} labels`);
        return {
            heading: group.querySelector('.te-category-label').textContent,
            ticks: labels.map((label, place) => ({ label: label.textContent, ends: ends(label), x: lines[place] })),
            bands: seen(group, '.te-band').map(ends),
            rows: seen(group, '.te-row').map(row),
        };
    };
    return { groups: seen(document, '.te-group').map(group) };";

/// Measures what is drawn, once nothing glides to its place any more.
pub(crate) fn drawing(page: &Page) -> Result<Drawing> {
    page.wait_until("nothing glides", |page| {
        let still = page.run("return document.getAnimations().length === 0", Vec::new())?;
        still.as_bool().context("no answer")
    })?;
    let drawing = page.run(MEASURE, Vec::new())?;
    serde_json::from_value(drawing).context("the drawing cannot be measured")
}

impl Drawing {
    /// All rows with the group that each stands in.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (&Group, &Row)> {
        self.groups
            .iter()
            .flat_map(|group| group.rows.iter().map(move |row| (group, row)))
    }

    /// The row of a figure.
    pub(crate) fn row(&self, figure: &str) -> Result<&Row> {
        self.rows()
            .map(|(_, row)| row)
            .find(|row| row.figure == figure)
            .with_context(|| format!("{figure} is not in sight"))
    }

    /// Every mark lies where its figures belong, and every tick's label stands at its line.
    pub(crate) fn expect_true_to(&self, axis: Axis) -> Result<()> {
        for (group, row) in self.rows() {
            row.expect_true_to(axis, group)
                .with_context(|| format!("{} in {:?}", row.figure, group.heading))?;
        }
        let ticks = self.groups.iter().flat_map(|group| &group.ticks);
        for tick in ticks {
            let [left, right] = tick.ends;
            ensure!(
                (left - 1.0..=right + 1.0).contains(&tick.x),
                "the label {} stands from {left} to {right}, its line at {}",
                tick.label,
                tick.x
            );
        }
        Ok(())
    }
}

impl Row {
    fn expect_true_to(&self, axis: Axis, group: &Group) -> Result<()> {
        let figures = numbers(&self.figure);
        ensure!(
            figures.len() == self.figures_at.len(),
            "{} figures, but {:?} drawn",
            figures.len(),
            self.figures_at
        );
        for (figure, &x) in figures.into_iter().zip(&self.figures_at) {
            let found = group.value_at(axis, x)?;
            ensure!(
                (found - figure).abs() <= TOLERANCE * figure,
                "{figure} is drawn at {x}, which is {found}"
            );
        }
        Ok(())
    }

    /// How far to the right a place lies, as a share of the strip.
    pub(crate) fn share(&self, x: f64) -> f64 {
        let [left, right] = self.strip;
        (x - left) / (right - left)
    }
}

impl Group {
    /// The value at a place, by the outermost two ticks of the axis.
    pub(crate) fn value_at(&self, axis: Axis, x: f64) -> Result<f64> {
        let [(low, from), (high, to)] = self.outermost_ticks()?;
        let share = (x - from) / (to - from);
        Ok(match axis {
            Axis::Linear => low + share * (high - low),
            Axis::Logarithmic => low * (high / low).powf(share),
        })
    }

    fn outermost_ticks(&self) -> Result<[(f64, f64); 2]> {
        let ticks: Vec<(f64, f64)> = self
            .ticks
            .iter()
            .flat_map(|tick| {
                numbers(&tick.label)
                    .into_iter()
                    .map(|value| (value, tick.x))
            })
            .collect();
        match (ticks.first(), ticks.last()) {
            (Some(first), Some(last)) if first.0 < last.0 => Ok([*first, *last]),
            _ => anyhow::bail!("the axis has too few ticks: {ticks:?}"),
        }
    }
}

/// The numbers that stand in a text with groups of digits: 25,000 or 25.000.
fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace()
        .map(|word| word.replace([',', '.'], ""))
        .filter_map(|digits| digits.parse().ok())
        .collect()
}
