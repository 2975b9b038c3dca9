//! Contrast, measured on the pixels that readers see: each word, mark and border by itself, on a page with all
//! parts of the widget.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Page, Pixels, Test};
use serde::Deserialize;

use super::contrast::{contrast, ground, luminance, luminances, strongest};
use super::everything;
use super::exploring::let_it_render;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("access_colours::every_word_stands_out", words_stand_out),
        Test::new(
            "access_colours::every_word_stands_out_in_dark",
            words_stand_out,
        )
        .dark(),
        Test::new("access_colours::every_mark_stands_out", marks_stand_out),
        Test::new(
            "access_colours::every_mark_stands_out_in_dark",
            marks_stand_out,
        )
        .dark(),
        Test::new(
            "access_colours::every_border_of_a_control_stands_out",
            borders_stand_out,
        ),
        Test::new(
            "access_colours::every_border_of_a_control_stands_out_in_dark",
            borders_stand_out,
        )
        .dark(),
    ]
}

/// The least contrast of text, and of anything else that says something.
const TEXT: f64 = 4.5;
const SHAPE: f64 = 3.0;

/// A box in the window: left, top, width and height in CSS px.
type Bounds = [f64; 4];

/// A word in sight.
#[derive(Deserialize)]
struct Word {
    word: String,
    /// The class of what it stands in.
    part: String,
    #[serde(rename = "box")]
    bounds: Bounds,
    /// Its colour, if nothing makes it fade.
    colour: Option<[u8; 3]>,
}

/// The parts that have words; a tip has them in its list.
const PARTS_WITH_WORDS: [&str; 28] = [
    "te-title",
    "te-takeaway",
    "te-notice te-ignored",
    "te-choice te-categories",
    "te-segment",
    "te-legend",
    "te-chip",
    "te-only",
    "te-button",
    "te-axis-title",
    "te-category-label",
    "te-category-note",
    "te-cut-axis",
    "te-tick",
    "te-comparison",
    "te-reference-label",
    "te-source",
    "te-kind",
    "te-passed-on",
    "te-label",
    "te-band-label",
    "te-provenance",
    "te-tip te-provenance",
    "te-more",
    "te-when",
    "te-what",
    "te-who",
    "te-quiet",
];

/// The darkest of a word's pixels, or the lightest in the dark, are the core of its letters. And where nothing
/// makes it fade, the colour that it has by its style stands out as well.
fn words_stand_out(page: &mut Page) -> Result<()> {
    everything::open(page, 1024)?;
    let unticked = page.run(
        "const [chip] = document.querySelectorAll('.te-sources .te-chip:has(:not(:checked)) bdi');
         return chip !== undefined;",
        Vec::new(),
    )?;
    ensure!(unticked == true, "every source is ticked");
    let_it_render(page)?;
    let words = page.run(include_str!("words.js"), Vec::new())?;
    let words: Vec<Word> = serde_json::from_value(words).context("no words")?;
    let window = page.pixels()?;
    let misplaced = |word: &Word| {
        page.differs(Difference::WordsOfDrawingsAreMisplaced)
            && word.part.starts_with("te-time-axis")
    };
    let words: Vec<Word> = words.into_iter().filter(|word| !misplaced(word)).collect();
    let mut weak = Vec::new();
    for Word {
        word,
        part,
        bounds,
        colour,
    } in &words
    {
        let picture = window.part(*bounds);
        let ground = ground(&picture);
        let seen = strongest(&picture, ground);
        let styled = colour.map_or(seen, |colour| contrast(luminance(colour), ground));
        if seen < TEXT || styled < TEXT {
            weak.push(format!(
                "{word:?} in {part}: {seen:.2} seen, {styled:.2} by style"
            ));
        }
    }
    ensure!(weak.is_empty(), "{}", weak.join("\n"));
    for part in PARTS_WITH_WORDS {
        let seen = words.iter().any(|word| word.part.starts_with(part));
        ensure!(seen, "{part} has no words");
    }
    expect_strong(page, &window, &[".te-select", ".te-address"], whole, TEXT)
}

/// The contrast of what an element shows of itself in a picture of the window.
type Look = fn(window: &Pixels, bounds: Bounds) -> f64;

/// Each element in sight that each selector finds has at least this contrast, and there is one.
fn expect_strong(
    page: &Page,
    window: &Pixels,
    selectors: &[&str],
    look: Look,
    least: f64,
) -> Result<()> {
    for selector in selectors {
        let found = page.run(
            "const seen = (element) => element.checkVisibility({ visibilityProperty: true })
                 && (element.closest('[data-tip] > .te-provenance') || !covered(element));
             const tips = [...document.querySelectorAll('[data-tip] > .te-provenance')].map((tip) => tip.getBoundingClientRect());
             const covered = (element) => {
                 const { top, bottom } = element.getBoundingClientRect();
                 return tips.some((tip) => top < tip.bottom + 8 && tip.top - 8 < bottom);
             };
             return [...document.querySelectorAll(arguments[0])].filter(seen).map((element) => {
                 const { left, top, width, height } = element.getBoundingClientRect();
                 return [left, top, width, height];
             });",
            vec![(*selector).into()],
        )?;
        let found: Vec<Bounds> = serde_json::from_value(found)?;
        ensure!(!found.is_empty(), "{selector} is nowhere in sight");
        for bounds in found {
            let ratio = look(window, bounds);
            ensure!(
                ratio >= least,
                "{selector} at {bounds:?} has {ratio:.2} to 1"
            );
        }
    }
    Ok(())
}

/// The strongest contrast within an element: of what is all of one colour but its ground.
fn whole(window: &Pixels, bounds: Bounds) -> f64 {
    let picture = window.part(bounds);
    strongest(&picture, ground(&picture))
}

/// The luminance at a place.
fn at(window: &Pixels, x: f64, y: f64) -> Option<f64> {
    luminances(&window.part([x, y, 1.0, 1.0])).first().copied()
}

/// The contrast of an element's middle with what is mostly above it.
fn middle(window: &Pixels, [left, top, width, height]: Bounds) -> f64 {
    let middle = at(
        window,
        (left + width / 2.0).floor(),
        (top + height / 2.0).floor(),
    );
    let above = window.part([left - 4.0, top - 5.0, width + 8.0, 2.0]);
    middle.map_or(0.0, |middle| contrast(middle, ground(&above)))
}

/// How far a border is looked for on both sides of an edge.
const ACROSS: f64 = 2.0;

/// The weaker of an element's upper and lower edge, each in its middle, against what is beyond it.
fn upper_and_lower(window: &Pixels, [left, top, width, height]: Bounds) -> f64 {
    let x = (left + width / 2.0).floor();
    let edge = |y: f64, beyond: f64| {
        let across = window.part([x, y - ACROSS, 1.0, 2.0 * ACROSS]);
        at(window, x, beyond).map_or(0.0, |beyond| strongest(&across, beyond))
    };
    let bottom = top + height;
    edge(top, top - ACROSS).min(edge(bottom, bottom + ACROSS))
}

/// The weakest of an element's four edges, each in its middle, against what is beyond it.
fn edges(window: &Pixels, bounds: Bounds) -> f64 {
    let [left, top, width, height] = bounds;
    let y = (top + height / 2.0).floor();
    let edge = |x: f64, beyond: f64| {
        let across = window.part([x - ACROSS, y, 2.0 * ACROSS, 1.0]);
        at(window, beyond, y).map_or(0.0, |beyond| strongest(&across, beyond))
    };
    let right = left + width;
    edge(left, left - ACROSS)
        .min(edge(right, right + ACROSS))
        .min(upper_and_lower(window, bounds))
}

/// The edge at which an element begins, in its middle, against what is before it.
fn begins(window: &Pixels, [left, top, _, height]: Bounds) -> f64 {
    let y = (top + height / 2.0).floor();
    let across = window.part([left - ACROSS, y, 2.0 * ACROSS, 1.0]);
    at(window, left - ACROSS, y).map_or(0.0, |before| strongest(&across, before))
}

/// How an upright line stands out where it is strongest over half of its height: that of a dashed one does.
fn dashes(window: &Pixels, [left, top, width, height]: Bounds) -> f64 {
    let line = window.part([left - 2.0, top, width + 4.0, height]);
    let ground = ground(&line);
    let mut rows: Vec<f64> = luminances(&line)
        .chunks(line.width().max(1))
        .map(|row| {
            let ratios = row.iter().map(|luminance| contrast(*luminance, ground));
            ratios.fold(1.0, f64::max)
        })
        .collect();
    rows.sort_by(f64::total_cmp);
    rows.get(rows.len() / 2).copied().unwrap_or(0.0)
}

fn marks_stand_out(page: &mut Page) -> Result<()> {
    everything::open(page, 1024)?;
    page.point_at(1.0, 1.0)?;
    let window = expect_marks(page)?;
    expect_strong(
        page,
        &window,
        &[".te-reference", ".te-band-edge"],
        dashes,
        SHAPE,
    )
}

/// What is drawn in rows and time line stands out; gives the picture of the window.
fn expect_marks(page: &Page) -> Result<Pixels> {
    // Words must not count as marks.
    page.run(
        "const sheet = [...document.styleSheets].find(({ href }) => href.endsWith('/style.css'));
         sheet.insertRule('.te-figure text { visibility: hidden; }', sheet.cssRules.length);",
        Vec::new(),
    )?;
    let_it_render(page)?;
    let window = page.pixels()?;
    let solid = [
        ".te-strip .te-bar:not(.te-soft)",
        ".te-strip .te-dot:not(.te-hollow)",
        ".te-strip .te-open-line",
        ".te-event-strip > *",
    ];
    expect_strong(page, &window, &solid, middle, SHAPE)?;
    expect_strong(page, &window, &[".te-strip .te-hollow"], edges, SHAPE)?;
    // Its ends are marks of their own.
    expect_strong(
        page,
        &window,
        &[".te-strip .te-soft"],
        upper_and_lower,
        SHAPE,
    )?;
    expect_strong(
        page,
        &window,
        &[".te-strip .te-best", ".te-strip .te-arrow"],
        whole,
        SHAPE,
    )?;
    Ok(window)
}

fn borders_stand_out(page: &mut Page) -> Result<()> {
    everything::open(page, 1024)?;
    let_it_render(page)?;
    let window = page.pixels()?;
    let bordered = [
        ".te-segment",
        ".te-chip",
        ".te-select",
        ".te-address",
        "[data-tip] > .te-provenance",
    ];
    expect_strong(page, &window, &bordered, edges, SHAPE)?;
    expect_strong(page, &window, &[".te-only"], begins, SHAPE)?;
    expect_strong(page, &window, &[".te-chip input"], whole, SHAPE)
}
