//! Explore: a tip on hover, focus and tap with the whole provenance, pinned by click or Enter, closed
//! by Escape.

use anyhow::{Context, Result, ensure};
use browser_tests::{Element, Key, Page, Test};

use super::exploring::{
    button, eventually, in_sight, is_in_sight, let_it_render, open_whole, press_at, strip,
};
use super::steps::{open_alive, open_details, summary, tab_to};
use super::stories::{ENGLISH, Fact};

pub(crate) fn tests() -> Vec<Test> {
    vec![
        Test::new(
            "explore_details::hovering_over_any_figure_tells_its_whole_provenance",
            hovering_tells_everything,
        ),
        Test::new(
            "explore_details::focusing_any_figure_tells_its_whole_provenance",
            focusing_tells_everything,
        ),
        Test::new(
            "explore_details::tapping_any_figure_tells_its_whole_provenance",
            tapping_tells_everything,
        ),
        Test::new(
            "explore_details::the_pointer_can_move_into_the_tip_and_it_stays",
            the_pointer_can_move_into_the_tip,
        ),
        Test::new(
            "explore_details::the_tip_never_covers_its_own_mark_and_nothing_covers_the_tip",
            the_tip_covers_no_mark,
        ),
        Test::new(
            "explore_details::the_tip_lies_inside_a_screen_of_320_px",
            the_tip_lies_inside_a_narrow_screen,
        ),
        Test::new(
            "explore_details::escape_closes_the_tip_without_moving_pointer_or_focus",
            escape_closes_the_tip,
        ),
        Test::new(
            "explore_details::a_click_pins_and_another_unpins_without_a_tip_in_their_place",
            a_click_pins,
        ),
        Test::new(
            "explore_details::unpinning_later_brings_up_no_tip_either",
            unpinning_later_brings_up_no_tip,
        ),
        Test::new(
            "explore_details::tab_leads_out_of_the_chart_after_a_click",
            tab_leads_out_after_a_click,
        ),
        Test::new("explore_details::enter_and_space_pin_and_unpin", keys_pin),
        Test::new(
            "explore_details::escape_unpins_and_leaves_the_focus",
            escape_unpins,
        ),
        Test::new(
            "explore_details::several_figures_can_be_pinned",
            several_can_be_pinned,
        ),
        Test::new(
            "explore_details::hovering_does_not_rebuild_the_chart",
            hovering_does_not_rebuild,
        ),
    ]
}

const TIP: &str = "[data-tip] > .te-provenance";
pub(crate) const PINNED: &str = ".te-row details[open] > dl";
/// A row without a tip below it.
const RANGE: &str = "25,000 to 30,000";
/// Engines keep places in fractions of a pixel, each in its own.
const ROUNDING: f64 = 0.2;
const INSTEAD: &str = "in place of the details";
/// What is certainly no row.
pub(crate) const ELSEWHERE: &str = ".te-title";

/// One tip is in sight, and no details are.
pub(crate) fn the_tip(page: &Page) -> Result<Element<'_>> {
    page.wait_until("a tip is in sight", |page| {
        Ok(in_sight(page, TIP)?.len() == 1)
    })?;
    let tip = in_sight(page, TIP)?.pop();
    tip.context("the tip has gone")
}

pub(crate) fn wait_for_no_tip(page: &Page) -> Result<()> {
    page.wait_until("no tip is in sight", |page| Ok(!is_in_sight(page, TIP)?))
}

/// The details of exactly these rows are open.
pub(crate) fn wait_for_pinned(page: &Page, places: &[usize]) -> Result<()> {
    eventually(page, "the right details are open", |page| {
        let open = open_details(page)?;
        ensure!(open == places, "{open:?} instead of {places:?}");
        Ok(())
    })
}

/// The text tells everything that is known of a figure.
fn expect_provenance(text: &str, fact: &Fact) -> Result<()> {
    let figure = format!("{} ({})", fact.figure, fact.kind);
    let expected = [&figure, fact.source, fact.date, fact.remark];
    for part in expected.into_iter().chain(fact.passed_on) {
        ensure!(text.contains(part), "{part:?} is not in {text:?}");
    }
    ensure!(text.contains("Passed on by") == fact.passed_on.is_some());
    Ok(())
}

fn hovering_tells_everything(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for (place, fact) in ENGLISH.facts.iter().enumerate() {
        summary(page, place)?.hover()?;
        expect_provenance(&the_tip(page)?.text()?, fact)?;
        page.element(ELSEWHERE)?.hover()?;
        wait_for_no_tip(page)?;
    }
    wait_for_pinned(page, &[])
}

fn focusing_tells_everything(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for (place, fact) in ENGLISH.facts.iter().enumerate() {
        tab_to(page, &summary(page, place)?)?;
        expect_provenance(&the_tip(page)?.text()?, fact)?;
    }
    page.press(Key::Up)?;
    expect_provenance(&the_tip(page)?.text()?, &ENGLISH.facts[7])
}

fn tapping_tells_everything(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for (place, fact) in ENGLISH.facts.iter().enumerate() {
        summary(page, place)?.tap()?;
        wait_for_pinned(page, &[place])?;
        // The tip of the touch goes as the details come.
        eventually(page, "it is told once", |page| {
            let told = in_sight(page, &format!("{TIP}, {PINNED}"))?;
            ensure!(told.len() == 1, "it is told {} times", told.len());
            expect_provenance(&told[0].text()?, fact)
        })?;
        summary(page, place)?.tap()?;
        wait_for_pinned(page, &[])?;
        expect_no_tip(page, INSTEAD)?;
    }
    Ok(())
}

fn the_pointer_can_move_into_the_tip(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for place in 0..ENGLISH.facts.len() {
        let strip = summary(page, place)?;
        strip.hover()?;
        let tip = the_tip(page)?;
        let [left, top, width, height] = strip.bounds()?;
        let [_, tip_top, _, tip_height] = tip.bounds()?;
        let (from, to) = (top + height / 2.0, tip_top + tip_height - 4.0);
        for step in 1..=8 {
            page.point_at(
                left + width / 3.0,
                from + (to - from) * f64::from(step) / 8.0,
            )?;
        }
        // Still the same node: an element that was replaced would fail here.
        ensure!(tip.is_displayed()?);
        ensure!(in_sight(page, TIP)?.len() == 1, "another tip has come up");
        page.element(ELSEWHERE)?.hover()?;
        wait_for_no_tip(page)?;
    }
    Ok(())
}

fn the_tip_covers_no_mark(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for (place, fact) in ENGLISH.facts.iter().enumerate() {
        let strip = summary(page, place)?;
        strip.hover()?;
        let tip = the_tip(page)?;
        expect_apart(&tip, &strip).context(fact.figure)?;
        let on_top = tip.script(
            "const { left, right, top, bottom } = arguments[0].getBoundingClientRect();
             const corners = [left + 3, (left + right) / 2, right - 3].flatMap((x) =>
                 [top + 3, (top + bottom) / 2, bottom - 3].map((y) => [x, y]));
             return corners.every(([x, y]) => arguments[0].contains(document.elementFromPoint(x, y)));",
        )?;
        ensure!(
            on_top == true,
            "something covers the tip of {}",
            fact.figure
        );
        page.element(ELSEWHERE)?.hover()?;
        wait_for_no_tip(page)?;
    }
    Ok(())
}

/// The boxes of the tip and of everything drawn on the strip do not meet.
pub(crate) fn expect_apart(tip: &Element<'_>, strip: &Element<'_>) -> Result<()> {
    let [_, top, _, height] = tip.bounds()?;
    let marks = strip.script(
        "const boxes = [...arguments[0].querySelectorAll('svg, svg *')]
             .map((mark) => mark.getBoundingClientRect());
         return [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];",
    )?;
    let [mark_top, mark_bottom]: [f64; 2] = serde_json::from_value(marks)?;
    ensure!(
        top >= mark_bottom - ROUNDING || top + height <= mark_top + ROUNDING,
        "the tip from {top} to {} covers the mark from {mark_top} to {mark_bottom}",
        top + height
    );
    Ok(())
}

fn the_tip_lies_inside_a_narrow_screen(page: &mut Page) -> Result<()> {
    page.set_viewport(320, 3000)?;
    open_alive(page, ENGLISH.path)?;
    for (place, fact) in ENGLISH.facts.iter().enumerate() {
        let strip = summary(page, place)?;
        strip.hover()?;
        let tip = the_tip(page)?;
        let [left, _, width, _] = tip.bounds()?;
        ensure!(
            left >= 0.0 && left + width <= 320.0,
            "the tip of {} reaches from {left} to {}",
            fact.figure,
            left + width
        );
        expect_apart(&tip, &strip).context(fact.figure)?;
        let scrolls = page.run(
            "return document.documentElement.scrollWidth > innerWidth",
            Vec::new(),
        )?;
        ensure!(scrolls == false, "with the tip the page scrolls sideways");
        // The tip lies on the next rows: on the way there the mouse has to leave the row.
        page.element(ELSEWHERE)?.hover()?;
        wait_for_no_tip(page)?;
    }
    Ok(())
}

fn escape_closes_the_tip(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let strip = strip(page, RANGE)?;
    strip.hover()?;
    the_tip(page)?;
    page.press(Key::Escape)?;
    wait_for_no_tip(page)?;
    ensure!(
        strip.script("return arguments[0].matches(':hover')")? == true,
        "the pointer has moved"
    );
    page.element(ELSEWHERE)?.hover()?;
    tab_to(page, &strip)?;
    the_tip(page)?;
    page.press(Key::Escape)?;
    wait_for_no_tip(page)?;
    ensure!(strip.is_focused()?, "the focus has moved");
    strip.hover()?;
    the_tip(page)?;
    page.press(Key::Escape)?;
    wait_for_no_tip(page)?;
    page.element(ELSEWHERE)?.hover()?;
    expect_no_tip(page, "when the pointer leaves, with the focus still there")
}

fn a_click_pins(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let strip = strip(page, RANGE)?;
    strip.click()?;
    wait_for_pinned(page, &[0])?;
    wait_for_no_tip(page)?;
    page.element(ELSEWHERE)?.hover()?;
    wait_for_pinned(page, &[0])?;
    expect_provenance(&page.element(PINNED)?.text()?, &ENGLISH.facts[0])?;
    strip.click()?;
    wait_for_pinned(page, &[])?;
    expect_no_tip_here(page, &strip)
}

fn unpinning_later_brings_up_no_tip(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let strip = strip(page, RANGE)?;
    strip.click()?;
    wait_for_pinned(page, &[0])?;
    for other in ["10,000 to 20,000", "up to 30,000"] {
        self::strip(page, other)?.hover()?;
    }
    page.press(Key::Down)?;
    ensure!(!strip.is_focused()?, "Down does not lead on");
    page.press(Key::Up)?;
    ensure!(strip.is_focused()?, "Up does not lead back");
    strip.hover()?;
    strip.click()?;
    wait_for_pinned(page, &[])?;
    expect_no_tip_here(page, &strip)
}

/// No tip is in sight though the mouse is on the strip, and none comes when it moves there.
fn expect_no_tip_here(page: &Page, strip: &Element<'_>) -> Result<()> {
    let [left, top, width, height] = strip.bounds()?;
    page.point_at(left + width / 3.0, top + height / 3.0)?;
    expect_no_tip(page, INSTEAD)
}

/// No tip is in sight and none is on its way.
fn expect_no_tip(page: &Page, when: &str) -> Result<()> {
    let_it_render(page)?;
    ensure!(!is_in_sight(page, TIP)?, "a tip has come up {when}");
    Ok(())
}

fn tab_leads_out_after_a_click(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for place in [3, 6] {
        summary(page, place)?.click()?;
        wait_for_pinned(page, &[place])?;
        page.press(Key::ShiftTab)?;
        ensure!(
            button(page, "None")?.is_focused()?,
            "Shift and Tab do not lead back"
        );
        summary(page, place)?.click()?;
        wait_for_pinned(page, &[])?;
    }
    Ok(())
}

fn keys_pin(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    for key in [Key::Enter, Key::Space] {
        let strip = strip(page, RANGE)?;
        press_at(page, &strip, key)?;
        wait_for_pinned(page, &[0])?;
        wait_for_no_tip(page)?;
        expect_provenance(&page.element(PINNED)?.text()?, &ENGLISH.facts[0])?;
        page.press(key)?;
        wait_for_pinned(page, &[])?;
        expect_no_tip(page, INSTEAD)?;
        ensure!(strip.is_focused()?, "the focus has moved");
    }
    Ok(())
}

fn escape_unpins(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    let strip = strip(page, RANGE)?;
    press_at(page, &strip, Key::Enter)?;
    wait_for_pinned(page, &[0])?;
    // The browser opens details by itself, and the widget hears of it a moment later.
    wait_for_no_tip(page)?;
    page.press(Key::Escape)?;
    wait_for_pinned(page, &[])?;
    ensure!(strip.is_focused()?, "the focus has moved");
    expect_no_tip(page, INSTEAD)?;
    page.press(Key::Enter)?;
    wait_for_pinned(page, &[0])
}

fn several_can_be_pinned(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    press_at(page, &summary(page, 4)?, Key::Enter)?;
    for place in [0, 3, 8] {
        summary(page, place)?.click()?;
    }
    wait_for_pinned(page, &[0, 3, 4, 8])?;
    for place in [4, 3] {
        summary(page, place)?.click()?;
    }
    wait_for_pinned(page, &[0, 8])
}

fn hovering_does_not_rebuild(page: &mut Page) -> Result<()> {
    open_whole(page, ENGLISH.path)?;
    page.run(
        "window.touched = new Set();
         const place = (node) => (node.closest ? node : node.parentElement).closest('.te-row')?.dataset.estimate;
         new MutationObserver((changes) => changes.forEach(({ target }) => window.touched.add(place(target) ?? 'another')))
             .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
         const frame = () => new Promise(requestAnimationFrame);
         return (async () => { do { touched.clear(); await frame(); await frame(); } while (touched.size); })();",
        Vec::new(),
    )?;
    let strip = strip(page, RANGE)?;
    strip.hover()?;
    the_tip(page)?;
    page.element(ELSEWHERE)?.hover()?;
    wait_for_no_tip(page)?;
    strip.hover()?;
    the_tip(page)?;
    let touched = page.run("return [...window.touched].join()", Vec::new())?;
    ensure!(
        touched == "0",
        "hovering over the row 0 has changed {touched}"
    );
    Ok(())
}
