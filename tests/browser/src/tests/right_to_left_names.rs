//! In Arabic, names in other letters and the numbers beside them keep their order, as rendered.

use anyhow::{Context, Result, ensure};
use browser_tests::{Difference, Page, Test};
use serde::Deserialize;
use serde_json::json;

use super::exploring::let_it_render;
use super::sites::Site;
use super::steps::{summary, wait_until_alive};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "right_to_left_names::names_are_set_apart_from_the_words_around_them",
            names_are_set_apart,
        ),
        Test::new(
            "right_to_left_names::a_name_does_not_draw_the_number_after_it_to_its_side",
            a_name_leaves_numbers_in_place,
        ),
        Test::new(
            "right_to_left_names::the_numbers_of_a_range_keep_their_order",
            the_numbers_of_a_range_keep_their_order,
        ),
    ]
}

/// A dataset in this language whose names are in Latin letters and end with what has no direction of its own.
fn dataset(language: &str) -> String {
    json!({
        "format": 1, "language": language, "title": "T", "asOf": "2025", "unit": "U",
        "sources": [
            { "id": "a", "name": "Agency 7!", "kind": "Agency 7!" },
            { "id": "b", "name": "Bureau", "kind": "مكتب" },
        ],
        "categories": [
            { "id": "c", "label": "Agency 7!", "note": "Agency 7!" },
            { "id": "d", "label": "D" },
        ],
        "estimates": [
            {
                "source": "a", "category": "c", "low": 1000, "high": 2000,
                "passedOnBy": "Agency 7!", "note": "Agency 7!",
            },
            { "source": "b", "category": "c", "low": 5000, "high": 6000 },
        ],
        "references": [{ "label": "Agency 7", "value": 3000, "category": "c" }],
        "events": [{ "label": "Agency 7!", "date": "2025-06", "source": "Agency 7!" }],
    })
    .to_string()
}

/// A page in this language with that dataset, details open.
fn open(page: &mut Page, language: &str) -> Result<()> {
    let direction = if language == "ar" { "rtl" } else { "ltr" };
    let html = format!(
        "<!doctype html><html lang={language} dir={direction}><head><meta charset=utf-8><title>T</title>\
         <meta name=viewport content='width=device-width'>\
         <link rel=stylesheet href=/style.css><link rel=stylesheet href=/toggles.css>\
         <script type=module src=/loader.js></script></head>\
         <body><div class=troop-estimates data-dataset=own></div></body></html>"
    );
    let html = Site::new()?.fill(&html, ("own", language, &dataset(language)))?;
    page.put("/own", &html);
    page.set_viewport(1024, 1600)?;
    page.open("/own")?;
    wait_until_alive(page)?;
    for place in [0, 1] {
        summary(page, place)?.click()?;
    }
    let_it_render(page)
}

/// Two parts of one text, as they stand on the screen.
#[derive(Deserialize)]
struct Pair {
    /// The class of what the text stands in.
    place: String,
    first: f64,
    second: f64,
}

/// The middles of both parts wherever the widget has a text with one after the other, all nodes of an element
/// taken together.
fn pairs(page: &Page, first: &str, second: &str) -> Result<Vec<Pair>> {
    let pairs = page.run(
        "const [first, second] = arguments;
         const texts = [...document.querySelectorAll('.te-figure :is(p, div, dd, bdi, span, text)')];
         const middle = (nodes, words, from) => {
             let before = 0;
             for (const node of nodes) {
                 const start = node.data.indexOf(words, Math.max(0, from - before));
                 if (start >= 0) {
                     const range = document.createRange();
                     range.setStart(node, start);
                     range.setEnd(node, start + words.length);
                     const { left, right, width } = range.getBoundingClientRect();
                     return width > 0 ? (left + right) / 2 : null;
                 }
                 before += node.data.length;
             }
             return null;
         };
         return texts.flatMap((element) => {
             const whole = element.textContent;
             const start = whole.indexOf(first);
             const after = whole.indexOf(second, start + first.length);
             const inner = [...element.children].some((child) =>
                 child.textContent.includes(first) && child.textContent.includes(second, child.textContent.indexOf(first) + first.length));
             if (start < 0 || after < 0 || inner || !element.checkVisibility()) return [];
             const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
             const nodes = [];
             while (walker.nextNode()) nodes.push(walker.currentNode);
             const middles = [middle(nodes, first, start), middle(nodes, second, after)];
             if (middles.includes(null)) return [];
             const place = [element, element.parentElement].map((node) => node.getAttribute('class')).find(Boolean);
             return [{ place: place ?? element.localName, first: middles[0], second: middles[1] }];
         });",
        vec![json!(first), json!(second)],
    )?;
    serde_json::from_value(pairs).context("no texts")
}

/// Wherever both stand in one text, the first stands at the left or at the right; and this often at least.
fn expect_order(page: &Page, first: &str, second: &str, left: bool, times: usize) -> Result<()> {
    let mut pairs = pairs(page, first, second)?;
    pairs.retain(|pair| {
        !page.differs(Difference::PartsOfDrawnTextsAreMisplaced)
            || pair.place != "te-reference-label"
    });
    for pair in &pairs {
        ensure!(
            (pair.first < pair.second) == left,
            "{second:?} is on the wrong side of {first:?} in {}",
            pair.place
        );
    }
    let places: Vec<&str> = pairs.iter().map(|pair| pair.place.as_str()).collect();
    ensure!(places.len() >= times, "only in {places:?}");
    Ok(())
}

/// The mark at the end stays at the end of the name, where it would go to the other side in Arabic words.
fn names_are_set_apart(page: &mut Page) -> Result<()> {
    for language in ["ar", "en"] {
        open(page, language)?;
        // Toggle, row, kind, who passed it on, category and its note, remark and source in the details, event and
        // its source.
        expect_order(page, "Agency", "!", true, 12).context(language)?;
    }
    Ok(())
}

/// Without isolation the name, which ends with a number, and the figure would be one line from left to right.
fn a_name_leaves_numbers_in_place(page: &mut Page) -> Result<()> {
    for (language, left) in [("ar", false), ("en", true)] {
        open(page, language)?;
        expect_order(page, "Bureau", "مكتب", left, 1).context(language)?;
        expect_order(page, "Agency", "3,000", left, 1).context(language)?;
    }
    Ok(())
}

/// In the drawing, in the words for the ear, in the open details and in the sentence about gaps; and the digits of
/// each number run from left to right.
fn the_numbers_of_a_range_keep_their_order(page: &mut Page) -> Result<()> {
    for (language, left) in [("ar", false), ("en", true)] {
        open(page, language)?;
        expect_order(page, "1,000", "2,000", left, 3).context(language)?;
        expect_order(page, "2,000", "5,000", left, 1).context(language)?;
        expect_order(page, "1", ",000", true, 3).context(language)?;
    }
    Ok(())
}
