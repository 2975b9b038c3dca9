//! On paper: what is drawn is there, not its words alone.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Pixels, Test};

use super::paper::{SHEETS, open};
use super::sites::article_with_addresses;
use super::stories::ENGLISH;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "paper_marks::bars_dots_band_and_rule_are_drawn",
            all_is_drawn,
        ),
        Test::new(
            "paper_marks::bars_dots_band_and_rule_are_drawn_without_scripts",
            all_is_drawn,
        )
        .without_scripts(),
    ]
}

/// The greys of the print's colours, which the style sheet names.
const BAR: u8 = 0x77;
const BAND: u8 = 0xee;
/// Letters, dots, and the ends of bars.
const DARKEST: u8 = 0x50;

/// The ranges of the story, and its exact figures.
const RANGES: usize = 2;
const EXACT: usize = 3;

fn all_is_drawn(page: &mut Page) -> Result<()> {
    let (article, _) = article_with_addresses(ENGLISH.language)?;
    if !open(page, &article)? {
        return Ok(());
    }
    for (sheet, name) in SHEETS {
        let paper = page.print(sheet, &format!("paper-marks-{name}"))?;
        let count = |count: fn(&Pixels) -> usize| paper.sheets.iter().map(count).sum::<usize>();
        let (bars, dots) = (count(bars), count(dots));
        ensure!(bars == RANGES, "{bars} bars are drawn on {name}");
        ensure!(dots >= EXACT, "{dots} dots are drawn on {name}");
        let first = paper.sheets.first().context("no sheet")?;
        ensure!(has_band(first), "no band is drawn on {name}");
        ensure!(has_dashed_rule(first), "no dashed rule is drawn on {name}");
    }
    Ok(())
}

/// Pixels side by side that are alike: where they begin, and how many.
type Run = (usize, usize);

fn grey(sheet: &Pixels, x: usize, y: usize) -> u8 {
    sheet.at(x, y).map_or(u8::MAX, |[red, ..]| red)
}

/// The runs of a row of pixels.
fn runs(sheet: &Pixels, y: usize, is_alike: impl Fn(u8) -> bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for x in (0..sheet.width()).filter(|&x| is_alike(grey(sheet, x, y))) {
        match runs.last_mut() {
            Some((begin, length)) if *begin + *length == x => *length += 1,
            _ => runs.push((x, 1)),
        }
    }
    runs
}

/// How many shapes there are whose every row is such a run, and which have at least so many rows.
fn shapes(sheet: &Pixels, rows: usize, find: impl Fn(usize) -> Vec<Run>) -> usize {
    // The shapes that the row above belongs to, with their heights.
    let mut open: Vec<(Run, usize)> = Vec::new();
    let mut count = 0;
    for y in 0..sheet.height() {
        open = find(y)
            .into_iter()
            .map(|run| {
                let touches = |&&((begin, length), _): &&(Run, usize)| {
                    run.0 < begin + length && begin < run.0 + run.1
                };
                let height = open.iter().find(touches).map_or(0, |(_, height)| *height) + 1;
                count += usize::from(height == rows);
                (run, height)
            })
            .collect();
    }
    count
}

/// Grey bars between two dark ends.
fn bars(sheet: &Pixels) -> usize {
    let is_dark = |x: usize, y: usize| grey(sheet, x, y) <= DARKEST;
    shapes(sheet, 4, |y| {
        let bars = runs(sheet, y, |grey| grey.abs_diff(BAR) < 8).into_iter();
        bars.filter(|&(begin, length)| {
            let before = (begin.saturating_sub(3)..begin).any(|x| is_dark(x, y));
            let after = (begin + length..begin + length + 3).any(|x| is_dark(x, y));
            length > 20 && before && after
        })
        .collect()
    })
}

/// Dark and round: wider than the strokes of letters.
fn dots(sheet: &Pixels) -> usize {
    shapes(sheet, 6, |y| {
        let dark = runs(sheet, y, |grey| grey <= DARKEST).into_iter();
        dark.filter(|(_, length)| (7..=14).contains(length))
            .collect()
    })
}

/// A pale field as high as a row.
fn has_band(sheet: &Pixels) -> bool {
    let pale = |y: usize| {
        let pale = runs(sheet, y, |grey| grey.abs_diff(BAND) < 4).into_iter();
        pale.filter(|(_, length)| *length > 20).collect()
    };
    shapes(sheet, 20, pale) > 0
}

/// So many dashes and gaps stand above each other: no line of text has as many.
const DASHES: usize = 8;

fn has_dashed_rule(sheet: &Pixels) -> bool {
    (0..sheet.width()).any(|x| {
        let mut dashes = 0;
        let (mut dark, mut light) = (0, 0);
        for y in 0..sheet.height() {
            if grey(sheet, x, y) < 0x80 {
                // A gap that is too wide ends the rule.
                if light > 5 {
                    dashes = 0;
                }
                (dark, light) = (dark + 1, 0);
            } else {
                if light == 0 {
                    dashes = if (2..=6).contains(&dark) {
                        dashes + 1
                    } else {
                        0
                    };
                }
                (dark, light) = (0, light + 1);
            }
            if dashes >= DASHES {
                return true;
            }
        }
        false
    })
}
