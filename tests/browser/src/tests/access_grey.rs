//! Kinds of figure differ by shape, in greys as well.

use anyhow::{Result, ensure};
use browser_tests::{Page, Pixels, Test};

use super::contrast::{contrast, luminance};
use super::exploring::let_it_render;
use super::sites::Site;
use super::steps::wait_until_alive;

pub(crate) fn tests() -> Vec<Test> {
    vec![Test::new(
        "access_grey::kinds_of_figure_differ_by_shape_in_grey",
        kinds_differ_in_grey,
    )]
}

/// One estimate of each kind, all at the same place of the axis.
const KINDS: [(&str, &str); 8] = [
    ("a range", r#""low": 10000, "high": 30000"#),
    (
        "about a range",
        r#""low": 10000, "high": 30000, "approximate": true"#,
    ),
    (
        "a range with a best",
        r#""low": 10000, "best": 20000, "high": 30000"#,
    ),
    ("exact", r#""best": 30000"#),
    ("about", r#""best": 30000, "approximate": true"#),
    ("up to", r#""high": 30000"#),
    ("at least", r#""low": 30000"#),
    ("none", r#""note": "It names none.""#),
];

fn kinds_differ_in_grey(page: &mut Page) -> Result<()> {
    let estimates =
        KINDS.map(|(_, figure)| format!(r#"{{"source": "s", "category": "c", {figure}}}"#));
    let dataset = format!(
        r#"{{"format": 1, "language": "en", "title": "Kinds", "asOf": "2025", "unit": "soldiers",
            "sources": [{{"id": "s", "name": "S"}}],
            "categories": [{{"id": "c", "label": "C"}}],
            "estimates": [{}, {{"source": "s", "category": "c", "best": 60000}}]}}"#,
        estimates.join(",")
    );
    let place = "<div class=troop-estimates data-dataset=kinds></div>";
    page.put(
        "/kinds",
        &Site::new()?.prerender(place, ("kinds", "en", &dataset))?,
    );
    page.set_viewport(1024, 2400)?;
    page.open("/kinds")?;
    wait_until_alive(page)?;
    page.run(
        "const sheet = [...document.styleSheets].find(({ href }) => href.endsWith('/style.css'));
         const rule = '.te-label, .te-background, .te-spoken { visibility: hidden; }';
         sheet.insertRule(rule, sheet.cssRules.length);",
        Vec::new(),
    )?;
    let_it_render(page)?;
    let shapes = page
        .elements(".te-strip")?
        .iter()
        .take(KINDS.len())
        .map(|strip| Ok(ink(&strip.pixels()?)))
        .collect::<Result<Vec<_>>>()?;
    for (place, (kind, _)) in KINDS.iter().enumerate() {
        for (other, (name, _)) in KINDS.iter().enumerate().skip(place + 1) {
            let differing = difference(&shapes[place], &shapes[other]);
            ensure!(
                differing >= NOTICEABLE,
                "{kind} and {name} differ in {differing} px only"
            );
        }
    }
    page.screenshot("kinds-of-figure")
}

/// So many pixels, a third of a dot's, make a difference that one sees.
const NOTICEABLE: usize = 16;

/// Where a picture in greys has ink, from its bottom up: rows differ in height above their marks.
fn ink(picture: &Pixels) -> Vec<Vec<bool>> {
    let ground = picture.at(picture.width() - 1, 0).map_or(1.0, luminance);
    (0..picture.height())
        .rev()
        .map(|y| {
            (0..picture.width())
                .filter_map(|x| picture.at(x, y))
                .map(|colour| contrast(luminance(colour), ground) >= 3.0)
                .collect()
        })
        .collect()
}

/// How many pixels have ink in one picture and none in the other.
fn difference(one: &[Vec<bool>], other: &[Vec<bool>]) -> usize {
    let inked = |picture: &[Vec<bool>], x: usize, y: usize| {
        picture.get(y).and_then(|row| row.get(x)).copied() == Some(true)
    };
    let height = one.len().max(other.len());
    let width = one.iter().chain(other).map(Vec::len).max().unwrap_or(0);
    (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .filter(|&(x, y)| inked(one, x, y) != inked(other, x, y))
        .count()
}
