//! On any screen: from 280 to 1,200 px, in light and dark, with text of twice the size.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde_json::json;

use super::coming_alive::WIDTHS;
use super::places::put_dataset;
use super::steps::{articles, open_alive, open_ready, summary};
use super::stories::{ENGLISH, STORIES};

/// The widths at which text is enlarged.
const ENLARGED: [u32; 2] = [320, 700];

/// The height of the window.
const HEIGHT: u32 = 1000;
/// The same where the widget must be in sight.
const HIGH: u32 = 1600;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new("widths::every_width_shows_all_of_it", shows_all_of_it),
        Test::new(
            "widths::every_width_shows_all_of_it_in_every_language",
            shows_all_of_it_in_every_language,
        ),
        Test::new(
            "widths::every_width_shows_all_of_it_without_scripts",
            shows_all_of_it,
        )
        .without_scripts(),
        Test::new(
            "widths::open_details_fit_into_every_width",
            open_details_fit,
        ),
        Test::new(
            "widths::text_can_be_twice_the_size",
            text_can_be_twice_the_size,
        ),
        Test::new(
            "widths::text_can_be_twice_the_size_without_scripts",
            text_can_be_twice_the_size,
        )
        .without_scripts(),
        Test::new("widths::light_for_readers_who_prefer_it", is_light),
        Test::new("widths::dark_for_readers_who_prefer_it", is_dark).dark(),
        Test::new("widths::light_stands_out", stands_out),
        Test::new("widths::dark_stands_out", stands_out).dark(),
        Test::new(
            "widths::dark_stands_out_on_a_page_that_is_always_light",
            stands_out_on_a_light_page,
        )
        .dark(),
    ]
}

/// Opens both articles, alive where scripts run, and looks at each in every width.
fn at_each_width(page: &mut Page, widths: &[u32], prepare: fn(&Page) -> Result<()>) -> Result<()> {
    for story in STORIES {
        open_ready(page, story.path)?;
        prepare(page)?;
        for &width in widths {
            page.set_viewport(width, HEIGHT)?;
            expect_readable(page).with_context(|| format!("{} at {width} px", story.path))?;
        }
    }
    Ok(())
}

/// Nothing scrolls sideways, is cut off, or lies over something else.
pub(crate) fn expect_readable(page: &Page) -> Result<()> {
    let complaints = page.run(include_str!("widths.js"), Vec::new())?;
    let complaints: Vec<String> = serde_json::from_value(complaints)?;
    ensure!(complaints.is_empty(), "{}", complaints.join("; "));
    let wide = page.run(
        "const { scrollWidth, clientWidth } = document.documentElement;
         return scrollWidth - clientWidth;",
        Vec::new(),
    )?;
    // A gutter kept for a scrollbar that is not there is no part of the page.
    let wide = wide.as_i64().context("no width")?;
    ensure!(wide <= 0, "the page is {wide} px wider than the window");
    Ok(())
}

fn shows_all_of_it(page: &mut Page) -> Result<()> {
    at_each_width(page, &WIDTHS, |_| Ok(()))
}

fn shows_all_of_it_in_every_language(page: &mut Page) -> Result<()> {
    for [_, path] in articles(page)? {
        open_alive(page, &path)?;
        for width in WIDTHS {
            page.set_viewport(width, HEIGHT)?;
            expect_readable(page).with_context(|| format!("{path} at {width} px"))?;
        }
    }
    Ok(())
}

fn open_details_fit(page: &mut Page) -> Result<()> {
    at_each_width(page, &WIDTHS, |page| {
        (0..ENGLISH.facts.len()).try_for_each(|place| summary(page, place)?.click())
    })
}

/// As in the browser's settings: everything that is measured by the text grows with it.
fn text_can_be_twice_the_size(page: &mut Page) -> Result<()> {
    at_each_width(page, &ENLARGED, |page| {
        let enlarge = "document.documentElement.style.fontSize = arguments[0]";
        page.run(enlarge, vec![json!("200%")]).map(|_| ())
    })
}

fn is_light(page: &mut Page) -> Result<()> {
    ensure!(ground(page)? > 200, "the ground is dark");
    Ok(())
}

fn is_dark(page: &mut Page) -> Result<()> {
    ensure!(ground(page)? < 60, "the ground is light");
    Ok(())
}

/// How light the ground of the widget is on the screen, from 0 to 255.
fn ground(page: &mut Page) -> Result<u8> {
    page.set_viewport(1100, HIGH)?;
    open_ready(page, ENGLISH.path)?;
    let corner = page.element(".te-row")?.pixels()?.at(0, 0);
    Ok(corner.context("the row has no pixels")?[1])
}

fn stands_out(page: &mut Page) -> Result<()> {
    open_ready(page, ENGLISH.path)?;
    expect_contrast(page)
}

fn stands_out_on_a_light_page(page: &mut Page) -> Result<()> {
    put_dataset(page, "/light.html", include_str!("kinds.json"))?;
    open_alive(page, "/light.html")?;
    let ground = "return getComputedStyle(document.body).backgroundColor";
    ensure!(page.run(ground, Vec::new())? == "rgba(0, 0, 0, 0)");
    expect_contrast(page)
}

/// Everything stands out from what is behind it, with the details of the second figure open.
fn expect_contrast(page: &Page) -> Result<()> {
    summary(page, 1)?.click()?;
    let found = page.run(include_str!("contrast.js"), Vec::new())?;
    let found: Vec<(String, f64, f64)> = serde_json::from_value(found)?;
    ensure!(found.len() > 100, "hardly anything was measured");
    let weak: Vec<String> = found
        .into_iter()
        .filter(|(_, contrast, least)| contrast < least)
        .map(|(what, contrast, _)| format!("{what} {contrast:.2}"))
        .collect();
    ensure!(weak.is_empty(), "too weak: {}", weak.join(", "));
    Ok(())
}
