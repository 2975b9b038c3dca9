//! Large enough: targets, letters, and room for readers who space them out or enlarge them.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Test};
use serde_json::json;

use super::coming_alive::WIDTHS;
use super::everything;
use super::exploring::is_in_sight;
use super::sites::{article_with_addresses, with_article};
use super::steps::{summary, wait_until_alive};
use super::stories::ENGLISH;
use super::widths::expect_readable;

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "access_zoom::every_control_link_and_row_is_at_least_24_px",
            targets_are_large,
        ),
        Test::new(
            "access_zoom::every_control_link_and_row_is_at_least_24_px_without_scripts",
            targets_are_large,
        )
        .without_scripts(),
        Test::new(
            "access_zoom::every_control_of_every_part_is_at_least_24_px",
            targets_of_every_part_are_large,
        ),
        Test::new(
            "access_zoom::text_in_the_drawing_is_at_least_12_px_at_every_width",
            drawn_text_is_large,
        ),
        Test::new(
            "access_zoom::text_spacing_cuts_nothing_off",
            text_can_be_spaced_out,
        ),
        Test::new(
            "access_zoom::text_spacing_cuts_nothing_off_without_scripts",
            text_can_be_spaced_out,
        )
        .without_scripts(),
        Test::new(
            "access_zoom::text_twice_the_size_cuts_no_details_off",
            enlarged_details_fit,
        ),
        Test::new(
            "access_zoom::four_times_enlarged_nothing_scrolls_sideways",
            does_not_scroll_sideways,
        ),
    ]
}

/// The height of the window, for everything with all details open.
const HEIGHT: u32 = 4000;

/// Opens an article with addresses, alive where scripts run, and all details in it.
fn open_everything(page: &mut Page, language: &str) -> Result<()> {
    let (article, _) = article_with_addresses(language)?;
    page.put("/whole", &article);
    page.set_viewport(1100, HEIGHT)?;
    page.open("/whole")?;
    if page.settings().scripts {
        wait_until_alive(page)?;
    }
    (0..ENGLISH.facts.len()).try_for_each(|place| summary(page, place)?.click())
}

const SMALL: &str = "
    const visible = (node) => node.checkVisibility({ visibilityProperty: true });
    const targets = [...document.querySelectorAll('.te-figure :is(input, button, select, summary, a, .te-row)')];
    return targets.filter(visible).flatMap((node) => {
        const { width, height } = (node.closest('label') ?? node).getBoundingClientRect();
        const words = node.closest('label')?.textContent || node.textContent;
        return width < 24 || height < 24 ? [`${node.localName} ${words.slice(0, 40)}: ${width} × ${height}`] : [];
    });";

fn targets_are_large(page: &mut Page) -> Result<()> {
    open_everything(page, ENGLISH.language)?;
    for width in [320, 1100] {
        page.set_viewport(width, HEIGHT)?;
        let small = page.run(SMALL, Vec::new())?;
        ensure!(small == json!([]), "at {width} px: {small:#}");
    }
    Ok(())
}

/// Those of the parts that no article has, and all others.
fn targets_of_every_part_are_large(page: &mut Page) -> Result<()> {
    for width in [320, 1024] {
        everything::open(page, width)?;
        let small = page.run(SMALL, Vec::new())?;
        ensure!(small == json!([]), "at {width} px: {small:#}");
        for control in everything::CONTROLS
            .iter()
            .chain(&["[data-tip] a", ".te-evidence summary"])
        {
            ensure!(is_in_sight(page, control)?, "{control} is not in sight");
        }
    }
    Ok(())
}

fn drawn_text_is_large(page: &mut Page) -> Result<()> {
    open_everything(page, ENGLISH.language)?;
    for width in WIDTHS {
        page.set_viewport(width, HEIGHT)?;
        let sizes = page.run(
            "const drawn = [...document.querySelectorAll('.te-figure svg text')];
             const seen = drawn.filter((text) => text.getClientRects().length);
             return seen.map((text) => {
                 const { a } = text.getScreenCTM();
                 return [text.textContent, parseFloat(getComputedStyle(text).fontSize) * a];
             });",
            Vec::new(),
        )?;
        let sizes: Vec<(String, f64)> = serde_json::from_value(sizes)?;
        ensure!(!sizes.is_empty(), "nothing is drawn at {width} px");
        for (words, size) in sizes {
            ensure!(size >= 12.0, "{words:?} has {size} px at {width} px");
        }
    }
    Ok(())
}

/// What WCAG 1.4.12 lets readers ask for.
const SPACED: &str = "
    const sheet = [...document.styleSheets].find(({ href }) => href.endsWith('/style.css'));
    const rules = [
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
        'p { margin-bottom: 2em !important; }',
    ];
    for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length);";

const ENLARGED: &str = "document.documentElement.style.fontSize = '200%';";

fn text_can_be_spaced_out(page: &mut Page) -> Result<()> {
    all_is_readable(page, SPACED)
}

fn enlarged_details_fit(page: &mut Page) -> Result<()> {
    all_is_readable(page, ENLARGED)
}

/// After this change, in every language and width.
fn all_is_readable(page: &mut Page, change: &str) -> Result<()> {
    for locale in with_article() {
        open_everything(page, locale.tag())?;
        page.run(change, Vec::new())?;
        for width in [320, 700, 1100] {
            page.set_viewport(width, HEIGHT)?;
            expect_readable(page).with_context(|| format!("{} at {width} px", locale.tag()))?;
        }
    }
    Ok(())
}

/// A window of 1,280 px in which everything is four times as large has 320 CSS px.
fn does_not_scroll_sideways(page: &mut Page) -> Result<()> {
    for locale in with_article() {
        open_everything(page, locale.tag())?;
        page.set_viewport(320, 256)?;
        expect_no_scrolling_sideways(page).context(locale.tag())?;
    }
    Ok(())
}

fn expect_no_scrolling_sideways(page: &Page) -> Result<()> {
    let wide = page.run(
        "const boxes = [document.documentElement, ...document.querySelectorAll('.te-figure, .te-figure *')];
         return boxes.filter((box) => {
             const { overflowX, clipPath } = getComputedStyle(box);
             const scrolls = box === document.documentElement || ['auto', 'scroll'].includes(overflowX);
             return scrolls && clipPath === 'none' && box.scrollWidth > box.clientWidth;
         }).map((box) => `${box.localName} ${box.className}`);",
        Vec::new(),
    )?;
    ensure!(wide == json!([]), "these scroll sideways: {wide}");
    Ok(())
}
