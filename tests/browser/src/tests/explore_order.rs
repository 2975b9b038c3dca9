//! Explore: the order of the rows.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result, ensure};
use browser_tests::{Key, Page, Pixels, Test};
use serde_json::{Value, json};
use troop_estimates::locale::Locale;

use super::exploring::{eventually, open_whole, sort_by, strip, wait_for_status};
use super::places::put_dataset;
use super::right_to_left::ARABIC;
use super::sites::Site;
use super::steps::{choose, open_details, rows_in_sight, tab_to, wait_for_rows};
use super::stories::{ENGLISH, GERMAN};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "explore_order::each_order_sorts_the_rows_of_a_category",
            each_order_sorts_the_rows,
        ),
        Test::new(
            "explore_order::six_orders_give_six_sequences",
            six_orders_give_six_sequences,
        ),
        Test::new(
            "explore_order::names_stand_as_the_browser_sorts_them_in_their_language",
            names_stand_as_the_browser_sorts_them,
        ),
        Test::new(
            "explore_order::categories_keep_their_places",
            categories_keep_their_places,
        ),
        Test::new(
            "explore_order::it_is_chosen_with_the_keyboard_and_the_focus_stays",
            chosen_with_the_keyboard,
        ),
        Test::new(
            "explore_order::a_focused_row_keeps_the_focus_when_back_sorts_it_otherwise",
            a_focused_row_keeps_the_focus,
        ),
        Test::new(
            "explore_order::open_details_stay_open",
            open_details_stay_open,
        ),
        Test::new(
            "explore_order::the_status_says_the_order",
            the_status_says_the_order,
        ),
        Test::new(
            "explore_order::it_stands_in_line_with_the_choices_beside_it",
            it_stands_in_line,
        ),
        Test::new(
            "explore_order::it_stands_in_line_in_dark",
            it_stands_in_line,
        )
        .dark(),
    ]
}

/// Waits until the rows are those of these sources, from top to bottom.
fn wait_for_sources(page: &Page, expected: &[&str]) -> Result<()> {
    eventually(page, "the rows are in order", |page| {
        let rows = rows_in_sight(page)?;
        let sources: Vec<&str> = rows.iter().map(|[source, _]| source.as_str()).collect();
        ensure!(sources == expected, "{sources:?} instead of {expected:?}");
        Ok(())
    })
}

fn each_order_sorts_the_rows(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    choose(page, "Planned")?;
    for (order, sources) in [
        ("Lowest first", ["Jenny Town", "HUR", "NIS"]),
        ("Highest first", ["HUR", "Jenny Town", "NIS"]),
        ("Widest first", ["Jenny Town", "HUR", "NIS"]),
        ("Newest first", ["NIS", "HUR", "Jenny Town"]),
        ("By source name", ["HUR", "Jenny Town", "NIS"]),
        ("As given", ["HUR", "Jenny Town", "NIS"]),
    ] {
        sort_by(page, order)?;
        wait_for_sources(page, &sources)?;
    }
    Ok(())
}

fn six_orders_give_six_sequences(page: &mut Page) -> Result<()> {
    let dataset = include_str!("../../../datasets/orders.json");
    put_dataset(page, "/orders.html", dataset)?;
    open_whole(page, "/orders.html")?;
    for (order, sources) in [
        ("Lowest first", ["Cid", "Eve", "Gus", "Dan", "Bob", "Ann"]),
        ("Highest first", ["Bob", "Cid", "Dan", "Eve", "Gus", "Ann"]),
        ("Widest first", ["Cid", "Eve", "Dan", "Bob", "Gus", "Ann"]),
        ("Newest first", ["Bob", "Eve", "Gus", "Ann", "Cid", "Dan"]),
        ("By source name", ["Ann", "Bob", "Cid", "Dan", "Eve", "Gus"]),
        ("As given", ["Eve", "Bob", "Dan", "Ann", "Cid", "Gus"]),
    ] {
        sort_by(page, order)?;
        wait_for_sources(page, &sources).context(order)?;
    }
    Ok(())
}

/// Names of sources that are hard to sort, in the order of their language.
const NAMES: &str = include_str!("../../../datasets/names.json");

fn names_stand_as_the_browser_sorts_them(page: &mut Page) -> Result<()> {
    let names: BTreeMap<&str, Vec<String>> = serde_json::from_str(NAMES)?;
    for (language, mut given) in names {
        let locale = Locale::for_language(language);
        given.reverse();
        let place = format!("<div lang={language} class=troop-estimates data-dataset=names></div>");
        let dataset = dataset_of(language, &given);
        let html = Site::new()?.prerender(&place, ("names", language, &dataset))?;
        page.put("/names", &html);
        open_whole(page, "/names")?;
        sort_by(page, locale.words().order_name())?;
        let sorted = page.run(
            "return arguments[1].sort(new Intl.Collator(arguments[0]).compare)",
            vec![json!(locale.words().conventions()), json!(given)],
        )?;
        let sorted: Vec<String> = serde_json::from_value(sorted)?;
        let sorted: Vec<&str> = sorted.iter().map(String::as_str).collect();
        wait_for_sources(page, &sorted).context(language)?;
    }
    Ok(())
}

/// A dataset with an estimate by each of these sources.
fn dataset_of(language: &str, names: &[String]) -> String {
    let source = |(place, name)| json!({ "id": format!("s{place}"), "name": name });
    let estimate = |place| json!({ "source": format!("s{place}"), "category": "sent", "best": 1 });
    let sources: Vec<Value> = names.iter().enumerate().map(source).collect();
    let estimates: Vec<Value> = (0..names.len()).map(estimate).collect();
    json!({
        "format": 1,
        "language": language,
        "title": "Names",
        "asOf": "2025",
        "unit": "soldiers",
        "sources": sources,
        "categories": [{ "id": "sent", "label": "Sent" }],
        "estimates": estimates,
    })
    .to_string()
}

fn categories_keep_their_places(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    sort_by(page, "Lowest first")?;
    let mut expected = ENGLISH.rows(|_| true);
    expected.swap(0, 1);
    wait_for_rows(page, &expected)
}

fn chosen_with_the_keyboard(page: &mut Page) -> Result<()> {
    for (story, label, second) in [
        (ENGLISH, "Order", "Lowest first"),
        (GERMAN, "Reihenfolge", "Niedrigste zuerst"),
    ] {
        open_whole(page, story.path)?;
        let select = page.element(".te-select")?;
        ensure!(select.name()? == label, "it is called {}", select.name()?);
        ensure!(page.element(".te-order")?.text()?.starts_with(label));
        let [_, _, width, height] = select.bounds()?;
        ensure!(width >= 24.0 && height >= 24.0, "{width} by {height} px");
        tab_to(page, &select)?;
        page.press(Key::Down)?;
        let mut expected = story.rows(|_| true);
        expected.swap(0, 1);
        wait_for_rows(page, &expected)?;
        ensure!(select.is_focused()?, "the focus has left the select");
        let chosen = select.script("return arguments[0].selectedOptions[0].text")?;
        ensure!(chosen == second, "{chosen} is chosen");
    }
    Ok(())
}

fn a_focused_row_keeps_the_focus(page: &mut Page) -> Result<()> {
    for figure in ["25,000 to 30,000", "10,000 to 20,000", "no figure given"] {
        open_whole(page, ENGLISH.path)?;
        choose(page, "Planned")?;
        sort_by(page, "Newest first")?;
        wait_for_sources(page, &["NIS", "HUR", "Jenny Town"])?;
        let row = strip(page, figure)?;
        row.script("arguments[0].focus()")?;
        page.back()?;
        wait_for_sources(page, &["HUR", "Jenny Town", "NIS"])?;
        eventually(page, "the row has the focus", |page| {
            ensure!(
                strip(page, figure)?.is_focused()?,
                "{figure} lost the focus"
            );
            Ok(())
        })?;
    }
    Ok(())
}

fn open_details_stay_open(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    strip(page, "25,000 to 30,000")?.click()?;
    eventually(page, "the details are open", |page| {
        ensure!(open_details(page)? == [0]);
        Ok(())
    })?;
    sort_by(page, "Lowest first")?;
    eventually(page, "the details have moved with their row", |page| {
        ensure!(open_details(page)? == [1]);
        Ok(())
    })
}

fn the_status_says_the_order(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    sort_by(page, "Highest first")?;
    wait_for_status(page, "Order: Highest first.")?;
    choose(page, "NIS")?;
    wait_for_status(
        page,
        "6 of 7 sources shown. Linear scale. Order: Highest first.",
    )?;
    sort_by(page, "As given")?;
    wait_for_status(page, "Order: As given.")
}

/// From left to right and right to left.
fn it_stands_in_line(page: &mut Page) -> Result<()> {
    for (path, arrow_at_right) in [(ENGLISH.path, true), (ARABIC, false)] {
        open_whole(page, path)?;
        // WebKit's picture may be older than the page.
        eventually(page, "the order stands in line", |page| {
            expect_in_line(page, arrow_at_right).context(path)
        })?;
    }
    page.screenshot("order")
}

/// As high as the choices beside it, its words in the middle, its arrow at their end.
fn expect_in_line(page: &Page, arrow_at_right: bool) -> Result<()> {
    let select = page.element(".te-select")?;
    let [_, _, width, height] = select.bounds()?;
    let [_, _, _, beside] = page.element(".te-scales .te-segment")?.bounds()?;
    ensure!((height - beside).abs() < 1.0, "{height} beside {beside} px");
    let pixels = select.pixels()?;
    let words = inked_rows(&pixels)?;
    let (above, below) = (words.start, pixels.height() - words.end);
    ensure!(
        above.abs_diff(below) <= MIDDLE,
        "{above} px above the words, {below} below"
    );
    // Words are higher than the arrow.
    let end = if arrow_at_right { width - ARROW } else { 0.0 };
    let arrow = inked_rows(&pixels.part([end, 0.0, ARROW, height]))?;
    ensure!(arrow.len() <= 6, "{arrow:?} is no arrow at the end");
    Ok(())
}

/// The room for the arrow, in CSS px.
const ARROW: f64 = 22.0;

/// Ascenders and descenders are not of one length.
const MIDDLE: usize = 4;

/// The edges of a control and its roundings.
const EDGE: usize = 4;

/// From where to where anything is drawn inside.
fn inked_rows(pixels: &Pixels) -> Result<Range<usize>> {
    let ground = pixels.at(EDGE, EDGE).context("nothing is there")?;
    let inked = |y: usize| {
        (EDGE..pixels.width() - EDGE).any(|x| {
            let colour = pixels.at(x, y).unwrap_or(ground);
            colour
                .iter()
                .zip(ground)
                .any(|(one, other)| one.abs_diff(other) > 80)
        })
    };
    let mut rows = (EDGE..pixels.height() - EDGE).filter(|&y| inked(y));
    let first = rows.next().context("nothing is drawn")?;
    Ok(first..rows.next_back().unwrap_or(first) + 1)
}
